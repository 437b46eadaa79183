"""A typed explanation with its alarming words; under it six lines of a trial, each with somebody who was told one name.

The plane's unit is the size of the type, in every theme and width: the sheet's letters stand where they are said to.
"""

from spine_edu.drawing.labels import as_written, wrapped
from spine_edu.drawing.marks import held_run, words
from spine_edu.drawing.outlines import circle, drawn, line, shape
from spine_edu.prevention.plane import box, layout, upright
from spine_edu.prevention.wording import asked, paper
from spine_edu.prevention.wording.model import MOST, named, trial
from spine_edu.prevention.wording.words import CALMEST, counted, name, why
from spine_edu.theme import LIGHT

veiled = asked.veiled
veiled_touches = asked.veiled_touches
#: The plane's height.
HIGH = 35.2
#: The sheet: its left, right, low and high edge, and the folded corner.
_SHEET, _FOLD = (0.3, 33.7, 15.9, 35.0), 1.5
#: The upper left corner of the text, the heads, and where the reason stands.
_TEXT, _HEAD, _WHY, _WHY_LETTERS = (1.2, 32.7), 33.85, 18.6, 62
#: The trial: its title, its first line, from line to line, and the numbers under it.
_TITLE, _FIRST, _APART, _BELOW = 14.75, 13.1, 1.92, 1.8
#: Where 0 of 10 lies, and a point of 10; where the names end; half the height of a person.
_ZERO, _POINT, _NAMES, _TALL = 13.7, 1.88, 12.7, 0.88
#: Radius of the ring round who was told a name that stands in the text; what stands for none lies under the plane.
_RING, _AWAY = 1.08, (17.0, -3.0)
#: A line under a word has so many pieces; how far it goes up and down under an alarming one.
_PIECES, _SWING = 24, 0.17
#: What a press makes of a marked word.
_NEXT = {"stands": "calm", "calm": "other", "other": "stands"}
#: The left edge of words beside the lines.
_LEFT = 0.3


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the sheet and the trial.

    Parameters
    ----------
    result, held : WordingResult
        The names that stood in run A are marked in the trial.
    theme : Theme
    prediction : float, optional
        Where the reader put those who were told "disc bulge", of 10.
    """
    sheet = paper.typed(result.pieces)
    data = [
        _typed("Words", [word for word in sheet.words if word.piece.kind == "plain"], sheet, theme),
        _typed("Marked words", [word for word in sheet.words if word.piece.kind != "plain"], sheet, theme),
        words("Heads", list(_heads(result, sheet, theme))),
        words("The trial", list(_lanes(result, theme))),
        held_run("Names in A", held, _held, theme, mode="markers", marker=theme.marker("held", 2.6)),
    ]
    shapes = [*_paper(theme), *_under(sheet, theme), *_people(result, theme), _guess(prediction, theme)]
    return {"data": data, "layout": layout(shapes, theme, HIGH, asked.WALK)}


# The sheet -----------------------------------------------------------------------------------------------------------


def place(sheet, word):
    """Return left and right edge and the middle height of a word on the plane."""
    left, right, down = sheet.box(word)
    return _TEXT[0] + left, _TEXT[0] + right, _TEXT[1] - down


def _typed(name, typed, sheet, theme):
    """The words of one kind, each where the typewriter has put it."""
    colors = {"plain": theme.ink, "alarm": theme.color("pain"), "calm": theme.color("treatment")}
    rows = []
    for word in typed:
        left, right, y = place(sheet, word)
        text = as_written(word.text)
        font = {"color": colors[word.piece.kind], "size": theme.size * sheet.size}
        text = text if word.piece.kind == "plain" else f"<b>{text}</b>"
        rows.append(((left + right) / 2, y, text, "middle center", font))
    return asked.typewritten(name, rows or [(0, 0, "", "middle center", theme.text())])


def _paper(theme):
    left, right, low, high = _SHEET
    corner = [(right - _FOLD, high), (right, high - _FOLD)]
    look = {"edge": theme.muted, "width": theme.line * 0.5}
    yield shape("Sheet", [[(left, low), (left, high), *corner, (right, low)]], fill=theme.panel, layer="below", **look)
    yield shape("Folded corner", [[*corner, (right - _FOLD, high - _FOLD)]], fill=theme.paper, layer="below", **look)


def _under(sheet, theme):
    """A line under each marked word: it swings under an alarming one, and is straight under a calmer one."""
    marked = [word for word in sheet.words if word.piece.number]
    for number in range(1, MOST + 1):
        parts = [word for word in marked if word.piece.number == number]
        calm = bool(parts) and parts[0].piece.kind == "calm"
        look = {"color": theme.color("treatment" if calm else "pain"), "width": theme.line}
        yield line(f"Under word {number}", [_swing(sheet, word, calm) for word in parts[:1]], look)
    more = [word for word in sheet.words if word.piece.kind == "alarm" and not word.piece.number]
    yield line("Under further words", [_swing(sheet, word, False) for word in more], theme.stroke("pain"))


def _swing(sheet, word, calm):
    left, right, y = place(sheet, word)
    low, swing = y - 0.68 * sheet.size, 0 if calm else _SWING
    step = (right - left) / _PIECES
    # Straight, it is never quite level: it keeps all its corners, and can go back.
    return [(left + step * at, low + (swing or 0.002) * (-1) ** at) for at in range(_PIECES + 1)]


def _heads(result, sheet, theme):
    left, right, low, _ = _SHEET
    yield left + 0.9, _HEAD, f"<b>{name(result)}</b>", "middle right", theme.text(size=1.15)
    role = "pain" if result.left else "treatment" if result.marks else None
    yield right - _FOLD - 0.4, _HEAD, f"<b>{counted(result)}</b>", "middle left", theme.text(role, 1.15)
    text = "It is longer than the sheet." if sheet.cut else why(result)
    lines = [as_written(part) for part in wrapped(text, _WHY_LETTERS).split("<br>")]
    yield left + 0.9, _WHY, "<br>".join(lines), "bottom right", {**theme.text(), "color": theme.muted}


# The trial -----------------------------------------------------------------------------------------------------------


def lane(label):
    """Return the height of the line of a name."""
    return _FIRST - _APART * list(trial()).index(label)


def across(value):
    """Return where so many points of 10 lie."""
    return _ZERO + _POINT * value


def _role(row):
    return "pain" if row.kind == "alarming" else "treatment"


def _lanes(result, theme):
    calmest = trial()[CALMEST]
    muted = {**theme.text(), "color": theme.muted}
    yield _LEFT, _TITLE, "<b>Told this, how much do you need a scan?</b>", "middle right", theme.text(size=1.1)
    yield _LEFT, _BELOW, f"{calmest.people:,} people in all", "middle right", muted
    yield _LEFT, _BELOW - 1.2, "Pale: how far people differ", "middle right", muted
    for row in trial().values():
        y, there = lane(row.label), row.label in result.names
        text = f"<b>{row.name}</b>" if there else row.name
        yield _NAMES, y, text, "middle left", theme.text(_role(row) if there else None)
        yield across(row.mean) + _RING + 0.25, y, f"<b>{row.mean:g}</b>", "middle right", theme.text(_role(row), 1.1)
    for value, text in ((0, "0"), (5, "5"), (10, "10")):
        yield across(value), _BELOW, text, "middle center", muted


def _people(result, theme):
    """Six lines from 0 to 10, how far people differ on each, and somebody who stands where they stand on average."""
    rows = list(trial().values())
    tracks = [[(across(0), lane(row.label)), (across(10), lane(row.label))] for row in rows]
    yield line("From 0 to 10", tracks, {"color": theme.grid, "width": theme.line * 0.6})
    for kind in ("alarming", "calmer"):
        those = [row for row in rows if row.kind == kind]
        bands = [_band(row) for row in those]
        yield shape(f"Most people, {kind}", bands, fill=theme.fill(_role(those[0])), edge=theme.ink, width=0)
        where = [(across(row.mean), lane(row.label)) for row in those]
        path = upright(where, _TALL)
        yield drawn(f"On average, {kind}", path, {"width": 0}, fill=theme.color(_role(those[0])))
    rings = "".join(_ring(label) for label in told(result))
    yield drawn("Names in the text", rings, {"color": theme.ink, "width": theme.line * 0.9})


def _band(row):
    low, high, y = across(max(row.mean - row.spread, 0)), across(min(row.mean + row.spread, 10)), lane(row.label)
    return [(low, y - 0.36), (high, y - 0.36), (high, y + 0.36), (low, y + 0.36)]


def told(result):
    """Return the name of the trial that stands at each marked word, and each that stands elsewhere; None for none.

    There are always as many, in one order, so that a ring goes from name to name.
    """
    marked = [one for one in result.pieces if one.kind != "plain"][:MOST]
    at_words = [named(piece.text) for piece in marked]
    first = [label if label not in at_words[:number] else None for number, label in enumerate(at_words)]
    others = [label if label in result.names and label not in first else None for label in trial()]
    return [*first, *[None] * (MOST - len(first)), *others]


def _ring(label):
    """A ring round who was told a name; out of sight for none."""
    return circle(*((across(trial()[label].mean), lane(label)) if label else _AWAY), _RING)


def _held(run):
    return [across(trial()[label].mean) for label in run.names], [lane(label) for label in run.names]


def _guess(prediction, theme):
    strokes = [] if prediction is None else [[(across(prediction), lane("disc_bulge") + up) for up in (-0.98, -0.42)]]
    return line("Your prediction", strokes, theme.stroke("prediction", 1.4))


# What a hand does ----------------------------------------------------------------------------------------------------


def touches(result):
    """Return what is pressed: each marked word, which makes a calmer one of it, then another, then itself again."""
    sheet, things = paper.typed(result.pieces), {}
    for word in sheet.words:
        number = word.piece.number
        if number:
            left, right, y = place(sheet, word)
            low, high = y - sheet.pitch / 2, y + sheet.pitch / 2
            then = _NEXT[result.state.words[number - 1]]
            things[f"word_{number}:{then};now:{number}"] = box(left - 0.2, right + 0.2, low, high)
    return {"axes": ["xaxis", "yaxis"], "things": things}
