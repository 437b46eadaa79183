"""The words in the picture: few, large, and each at what it speaks of."""

from spine_edu.claims.other_column import names, people, places
from spine_edu.claims.other_column.model import votes
from spine_edu.claims.other_column.words import (
    NEAREST,
    alike,
    both_ways,
    head,
    interval,
    takes,
    tally,
    verdict,
    wordings,
)
from spine_edu.drawing import hundred

#: Middle of a plate, from its left edge.
_HALF = hundred.SIDE / 2
#: Sizes of words: of most, of headings, and of the verdict.
_PLAIN, _HEAD, _LOUD = 1.05, 1.1, 1.4
#: Letters of a bold line that lie over both columns in a hall.
_LINE = 40
_ASKED = "For how many of 100 does it make a difference?"
_PANEL = "14 experts advise the regulator on the device, 2017"
_UNFAIR = "Half a comparison cannot be put in fair words."


def rows(result, theme, *, held=None, step=None, asking=False):
    """Return all words but those on what is pressed: (x, y, text, position, font).

    Parameters
    ----------
    result, held : ColumnResult
    theme : Theme
    step : int or None
        How far a run has come; None at its end.
    asking : bool
        Whether the question is open, so that only what it says itself may be said.
    """
    if result.state.view == "votes":
        return list(_votes(result, theme, step))
    if result.state.view == "wordings":
        return list(_wordings(result, theme, step))
    return list(_columns(result, theme, held, step, asking))


def on_names(result, theme):
    """Return the words on what is pressed."""
    found = []
    for one in names.every(result):
        font = _font(theme)
        text = f"<b>{one.words}</b>" if one.chosen or one.words.isdigit() else one.words
        found.append((*places.middle(one.box), text, "middle center", font if one.there else _quiet(font, theme)))
    return found


def ticks(result):
    """Return where the times lie along their line; none where it was counted once, or in another view."""
    return places.times(len(result.times)) if result.state.view == "columns" else []


def _columns(result, theme, held, step, asking):
    yield _says(result.first.says, theme)
    counted = head(result)
    short = not theme.large or len(counted) <= _LINE
    yield 0, places.COUNTED, f"<b>{counted}</b>" if short else counted, "middle right", _font(theme)
    yield from _heads(result, theme, step)
    yield from _in_plates(result, theme, asking)
    over = result.laid_over and result.worded and not asking and step is None
    line = "" if asking or (result.laid_over and step is not None) else verdict(result)
    yield 0, places.VERDICT, f"<b>{line}</b>", "middle right", _font(theme, _LOUD if over else _PLAIN)
    ends = interval(result.columns) if over else ""
    yield places.WIDE, places.VERDICT, ends, "middle left", _quiet(_font(theme), theme)
    said = ""
    if held is not None and held.columns is not None:
        said = "A: " + ", ".join("?" if count is None else str(count) for count in held.shown)
    if said or asking or not result.nearest:
        yield places.WIDE, places.TAKES, said, "middle left", _font(theme, _HEAD, "held")
    else:
        yield places.WIDE, places.TAKES, NEAREST, "middle left", _quiet(_font(theme), theme)
    yield 0, places.TAKES, takes(result.columns) if over else "", "middle right", _font(theme)
    if not asking:
        yield from _times(result, theme)


def _says(text, theme):
    """Return the line under the tabs."""
    return places.WIDE / 2, places.PAGE, text, "middle center", _font(theme, _HEAD)


def _heads(result, theme, step):
    """Yield the names of the columns with their numbers."""
    row = result.columns.row if result.columns else result.first
    first, other = result.shown
    if step is not None and other is not None:
        other = min(step * hundred.SIDE, other)
    number = "?" if first is None else first
    limit = "up to " if first is not None and "up to" in row.says.lower() else ""
    yield places.FIRST + _HALF, places.HEADS, f"{row.arm}: {limit}<b>{number}</b>", "middle center", _font(theme, _HEAD)
    mine = other is None and result.state.other == "mine" and result.state.mine
    number = other if other is not None else f"{result.state.mine:g}?" if mine else "?"
    font = _font(theme, _HEAD, "prediction" if mine else None)
    yield places.OTHER + _HALF, places.HEADS, f"{row.other_arm}: <b>{number}</b>", "middle center", font


def _in_plates(result, theme, asking):
    """Yield what stands in a plate without people."""
    first, other = result.shown
    row, nobody = places.TOP + _HALF, "No count<br>found"
    text = nobody if first is None else ""
    yield places.FIRST + _HALF, row, text, "middle center", theme.text(size=1.3)
    text, size = "", 1.3
    if other is None and result.laid_over:
        text = nobody if first is None else "Nobody<br>can have it"
    elif result.state.other == "missing":
        text, size = "<b>NOT<br>GIVEN</b>", 2.0
    elif other is None and not result.state.mine and not asking:
        text, size = "<b>And here?</b><br>Press a dot,<br>or drag the knob.", 1.15
    yield places.OTHER + _HALF, row, text, "middle center", theme.text(size=size)


def _times(result, theme):
    """Yield the names of the times, or that there is but one."""
    declared, spots = result.state.declarations()["when"], ticks(result)
    for x, when in zip(spots, result.times if spots else (), strict=True):
        text = declared.format(when)
        now = when == result.columns.row.when
        yield x, places.TIMES, f"<b>{text}</b>" if now else text, "middle center", _font(theme)
    once = "" if spots or result.columns is None or result.columns.share is None else "Counted once."
    yield 0, places.TIMES - 0.6, once, "middle right", _quiet(_font(theme), theme)


def _wordings(result, theme, step):
    if not result.worded:
        yield _says(result.first.says, theme)
        yield 0, places.SENTENCES[0], f"<b>{_UNFAIR}</b>", "middle right", _font(theme)
        return
    yield _says(_ASKED, theme)
    for strip, (name, text) in enumerate(wordings(result.columns).items()):
        yield 0, places.SENTENCES[strip], f"<b>{text}</b>", "middle right", _font(theme)
        said = getattr(result.state, name)
        x, y = places.along_strip(strip)(said)
        beside = (x + 1, "middle right") if x < places.WIDE - 4 else (x - 1, "middle left")
        yield beside[0], y, f"<b>{said:g}</b>" if said else "", beside[1], _font(theme, _HEAD, "prediction")
    done = result.laid_over and step in (None, people.STEPS["wordings"])
    lines = (alike(result.columns), *both_ways(result.columns)) if done else ()
    loud, font = _font(theme, _LOUD), _font(theme)
    for y, text, look in zip(places.LAST, (*lines, "", "", "")[:3], (loud, font, font), strict=True):
        yield 0, y, f"<b>{text}</b>" if look is loud else text, "middle right", look


def _votes(result, theme, step):
    yield _says(_PANEL, theme)
    done = (len(votes()) if step is None else step) if result.laid_over else 0
    for at, row in enumerate(votes()):
        yield 0, places.QUESTIONS[at], f"<b>{row.question}</b>", "middle right", _font(theme, _HEAD)
        said = tally(row) if at < done else ""
        yield places.WIDE, places.QUESTIONS[at], said, "middle left", _font(theme, _HEAD)


def _font(theme, size=_PLAIN, role=None):
    """Return a font; a hall's type is large enough, and has no room for more."""
    return theme.text(role, 1 if theme.large and size < _LOUD else size)


def _quiet(font, theme):
    return {**font, "color": theme.muted}
