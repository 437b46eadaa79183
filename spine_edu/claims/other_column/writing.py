"""The words in the picture: few, and each at what it speaks of."""

from spine_edu.claims.other_column import names, places
from spine_edu.claims.other_column.model import votes
from spine_edu.claims.other_column.words import alike, both_ways, takes, tally, verdict, wordings
from spine_edu.drawing.labels import wrapped

#: Letters of a line of words as wide as the picture.
_LETTERS = 54
_MIDDLE_OF_PLATE = 5.0


def rows(result, theme, held, guess, asking=False):
    """Return all words but the names: (x, y, text, position, font); `asking` while the question is open."""
    view = result.state.view
    if view == "votes":
        return list(_votes(result, theme))
    if view == "wordings":
        return list(_wordings(result, theme))
    return list(_columns(result, theme, held, guess, asking))


def on_names(result, theme):
    """Return the words on what is pressed."""
    found = []
    for one in names.every(result):
        font = theme.text(size=0.95) if one.there else {**theme.text(size=0.95), "color": theme.muted}
        text = f"<b>{one.words}</b>" if one.chosen or one.words.isdigit() else one.words
        found.append((*places.middle(one.box), text, "middle center", font))
    return found


def ticks(result):
    """Return where the times lie along their line; none where it was counted once, or in another view."""
    return places.times(len(result.times)) if result.state.view == "columns" else []


def _columns(result, theme, held, guess, asking):
    font, small = theme.text(), theme.text(size=0.95)
    yield from _page(result, theme)
    row = result.columns.row if result.columns else None
    chosen = result.state.declarations()["counted"].format(result.state.counted)
    head = f"{row.what}, {row.until}" if row else chosen.capitalize()
    yield 0, places.COUNTED, f"<b>{head}</b>", "middle right", font
    yield from _heads(result, theme)
    yield from _in_plates(result, theme)
    line = "" if asking else verdict(result)
    yield 0, places.VERDICT, f"<b>{line}</b>", "middle right", theme.text(size=1.05)
    if held is not None and held.columns is not None:
        said = ", ".join("?" if count is None else str(count) for count in held.shown)
        yield places.WIDE, places.VERDICT, f"A: {said}", "middle left", theme.text("held", 1.05)
    full = result.laid_over and result.worded and not asking
    yield 0, places.TAKES, takes(result.columns) if full else "", "middle right", font
    yield from _times(result, small, theme)


def _page(result, theme):
    """Yield what the page says, in two lines at most."""
    lines = wrapped(f"The page: {result.first.says}", _LETTERS).split("<br>")
    for y, text in zip(places.PAGE, lines if len(lines) > 1 else ["", *lines], strict=True):
        yield 0, y, text, "middle right", {**theme.text(), "color": theme.muted}


def _heads(result, theme):
    """Yield the names of the columns with their numbers."""
    row = result.columns.row if result.columns else result.first
    first, other = result.shown
    left, right = places.FIRST + _MIDDLE_OF_PLATE, places.OTHER + _MIDDLE_OF_PLATE
    yield left, places.HEADS, f"{row.arm}: <b>{'?' if first is None else first}</b>", "middle center", theme.text()
    mine = result.state.other == "mine" and result.state.mine
    number = other if other is not None else f"{result.state.mine:g}?" if mine else "?"
    font = theme.text("prediction" if other is None and mine else None)
    yield right, places.HEADS, f"{row.other_arm}: <b>{number}</b>", "middle center", font


def _in_plates(result, theme):
    """Yield what stands in a plate without people."""
    first, other = result.shown
    row, x = places.TOP + 5, places.OTHER + _MIDDLE_OF_PLATE
    nobody = "Nobody<br>counted"
    yield (
        places.FIRST + _MIDDLE_OF_PLATE,
        row,
        "" if first is not None else nobody,
        "middle center",
        theme.text(size=1.3),
    )
    text, size = "", 1.3
    if other is None and result.laid_over:
        text = nobody
    elif result.state.other == "missing":
        text, size = "<b>NOT<br>GIVEN</b>", 1.8
    elif other is None and not result.state.mine:
        text, size = "<b>And here?</b><br>Press a person,<br>or drag the knob.", 1.1
    yield x, row, text, "middle center", theme.text(size=size)


def _times(result, font, theme):
    """Yield the names of the times, or that there is but one."""
    declared = result.state.declarations()["when"]
    spots = ticks(result)
    for x, when in zip(spots, result.times if spots else (), strict=True):
        now = when == result.columns.row.when
        text = declared.format(when)
        yield x, places.TIMES, f"<b>{text}</b>" if now else text, "middle center", font
    if not spots:
        once = (
            f"Counted once, {result.columns.row.until}." if result.columns and result.columns.share is not None else ""
        )
        yield 0, places.TIMES - 0.6, once, "middle right", {**font, "color": theme.muted}


def _wordings(result, theme):
    font, muted = theme.text(), {**theme.text(), "color": theme.muted}
    if not result.worded:
        yield from _page(result, theme)
        yield 0, places.SENTENCES[0], "<b>Half a comparison cannot be put in fair words.</b>", "middle right", font
        return
    asked = wrapped("One result, three sentences. For how many of 100 does it make a difference? Drag.", _LETTERS)
    for y, text in zip(places.PAGE, asked.split("<br>"), strict=False):
        yield 0, y, text, "middle right", muted
    for y, (name, text) in zip(places.SENTENCES, wordings(result.columns).items(), strict=True):
        said = getattr(result.state, name)
        yield 0, y, f"<b>{text}</b>", "middle right", font
        yield places.WIDE, y, f"{said:g}" if said else "", "middle left", theme.text("prediction", 1.15)
    if result.laid_over:
        yield 0, places.LAST[0], f"<b>{alike(result.columns)}</b>", "middle right", theme.text(size=1.05)
        for y, text in zip(
            (places.LAST[1], places.LAST[1] + 1.1),
            wrapped(both_ways(result.columns), _LETTERS).split("<br>"),
            strict=False,
        ):
            yield 0, y, text, "middle right", muted


def _votes(result, theme):
    for at, row in enumerate(votes()):
        yield 0, places.QUESTIONS[at], f"<b>{row.question}</b>", "middle right", theme.text(size=1.1)
        said = tally(row) if result.laid_over else ""
        yield places.WIDE, places.QUESTIONS[at], said, "middle left", theme.text(size=1.1)
    text = "14 experts advise the regulator on the device (2017)."
    yield 0, places.PANEL_BUTTONS[1] + 1, text, "middle right", {**theme.text(), "color": theme.muted}
