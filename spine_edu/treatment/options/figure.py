"""The option table as a picture: questions with knobs at the left, a column for each way, one cell read out below."""

from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark
from spine_edu.drawing.marks import words as written
from spine_edu.theme import LIGHT
from spine_edu.treatment.options import pictures, signs
from spine_edu.treatment.options.frame import END, HIGH, ROWS, TOP, WIDE, frame, top_of, track
from spine_edu.treatment.options.model import ALWAYS, IMPORTANT, MOST, VALUES, cells, options, person, question
from spine_edu.treatment.options.words import DECISION

#: Letters of the invented people under the tracks.
_INITIALS = (("mara", "M"), ("tom", "T"))
#: Ways whose names are too long for a column.
_SHORTER = {"nsaid": "NSAID tablets"}
#: The row of certainty, in which the veiled picture asks.
_SURE = len(VALUES) + ALWAYS.index("sure")
#: Kind of a cell -> what its picture is.
_KEYS = {
    "points": "Green: points of 100 less pain, with 95 % interval; upright line: none.",
    "of_100": "Teal: of 100 people.",
    "times": "Red: times as often as with a dummy (box: once).",
    "grade": "Squares: certainty.",
    "none": "Dotted: not counted.",
}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the table in the order of what matters.

    Parameters
    ----------
    result, held : OptionsResult
    theme : Theme
    prediction : str, optional
        The way whose effect the reader thinks known best: marked in its column.
    """
    at = frame(theme)
    placed = _placed(result, at)
    rows = [*_names_of_rows(result, at, theme), *_names_of_ways(at, theme), *_answers(result, placed, at, theme)]
    rows += [*_initials(result, at, theme), *_key(placed, at, theme)]
    read_out = {"width": theme.line, "color": theme.ink}
    # plotly paints a shape that changes alone over the others of its layer: the ground has a layer of its own.
    ground = {"fill": theme.fill("water"), "layer": "below"}
    shapes = [
        outlines.drawn("Rows that matter", _important(result, at), {"width": 0}, **ground),
        outlines.drawn("Lines of the table", _lines(at), {"width": 1, "color": theme.grid}),
        outlines.drawn("Tracks", _tracks(result, at), {"width": 1.6, "color": theme.muted}),
        outlines.drawn("Signs of the ways", _signs(at), {"width": 1.8, "color": theme.ink}),
        *pictures.shapes(placed, at, theme),
        outlines.drawn("The cell that is read out", _chosen(result, placed), read_out),
        _held(held, result, theme),
        _guess(prediction, result, at, theme),
    ]
    data = [written("Words of the table", rows), _targets(result, placed)]
    return {"data": data, "layout": _layout(at, theme, shapes)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the five ways, each with its sign, and the place where the one that is known best is to be put."""
    at = frame(theme)
    x, y = tags()["onto"]
    said = f"<b>{prediction or 'known best: ?'}</b>"
    rows = [
        (0.8, 0.2, _decision(at), "bottom right", theme.text()),
        (0.8, y - at.ems(0.8), question("sure"), "bottom right", theme.text()),
        (x, y - at.ems(0.8), said, "bottom center", theme.text("prediction")),
    ]
    drawn = "".join(
        signs.path(option, WIDE / 2 - 2, top_of(number) + 0.5 * HIGH - at.ems(1), 4.4, at.ems(2))
        for number, (option, _) in enumerate(options())
    )
    ends = "".join(f"M0,{top_of(number):g}H{at.right:g}" for number in (_SURE, _SURE + 1))
    shapes = [
        outlines.drawn("Signs of the ways", drawn, {"width": 1.8, "color": theme.ink}),
        outlines.drawn("Lines of the row", ends, {"width": 1, "color": theme.grid}),
    ]
    return {"data": [written("Words of the table", rows)], "layout": _layout(at, theme, shapes)}


def tags():
    """Return how the name of a way is put into the row of certainty, as `asking.Pick` takes it."""
    # Left of where a list ends, so that the names can be touched in a hall, too.
    places = {words: [38, top_of(number) + 0.5 * HIGH] for number, (_, words) in enumerate(options())}
    return {"axes": ["xaxis", "yaxis"], "places": places, "onto": [38, top_of(_SURE) + 0.5 * HIGH]}


def grips(result):
    """Return a knob on the track of each of the five questions that may matter more or less."""
    return [
        grip(result.state, row, lambda weight, number=number: track(number, weight), along="x")
        for number, row in enumerate(result.order)
        if row in VALUES
    ]


def _placed(result, at):
    """Return the cells that are shown, each with its place."""
    shown = enumerate(result.order) if at.grid else [(0, result.state.row)]
    return [
        (cells()[option, row], at.cell(number, column))
        for number, row in shown
        for column, (option, _) in enumerate(options())
    ]


def _decision(at):
    return f"<b>{wrapped(DECISION, at.title)}</b>"


def _names_of_rows(result, at, theme):
    yield 0.8, 0.2, _decision(at), "bottom right", theme.text()
    for number, row in enumerate(result.order):
        weight = result.matters.get(row)
        chosen = not at.grid and row == result.state.row
        text = f"<b>{question(row)}</b>" if chosen or (weight or 0) >= IMPORTANT else question(row)
        font = theme.text() if weight != 0 else {**theme.text(), "color": theme.muted}
        yield 0.8, top_of(number) + at.ems(0.1), text, "bottom right", font


def _names_of_ways(at, theme):
    """Yield the names of the ways: over the columns, or in a list before their answers."""
    for number, (option, words) in enumerate(options()):
        left, top, right, _ = at.cell(0, number)
        words = _SHORTER.get(option, words)
        if at.grid:
            text = f"<b>{wrapped(words, 9)}</b>"
            yield (left + right) / 2, TOP - 0.1, text, "top center", theme.text(size=0.9)
        else:
            yield left, top + at.ems(0.1), f"<b>{words}</b>", "bottom right", theme.text()


def _answers(result, placed, at, theme):
    for cell, (left, top, right, _) in placed:
        text, font = wrapped(cell.short, at.letters), theme.text(size=0.86)
        font = {**font, "color": theme.muted} if cell.kind == "none" or result.matters.get(cell.row) == 0 else font
        if at.grid:
            yield (left + right) / 2, top + 0.2, text, "bottom center", font
        else:
            yield left, top + at.ems(1.35), text, "bottom right", font


def _initials(result, at, theme):
    """Yield the letters of the invented people under the tracks, where what matters to them lies."""
    for number, row in enumerate(result.order):
        if row not in VALUES:
            continue
        there = {}
        for name, letter in _INITIALS:
            there.setdefault(getattr(person(name), row), []).append(letter)
        for weight in range(MOST + 1):
            x, y = track(number, weight)
            yield (
                x,
                y + (0.7 if at.grid else at.ems(0.4)),
                " ".join(there.get(weight, ())),
                "bottom center",
                theme.text(size=0.79),
            )


def _key(placed, at, theme):
    """Yield what the little pictures are that are shown."""
    kinds = {cell.kind for cell, _ in placed}
    words = " ".join(words for kind, words in _KEYS.items() if kind in kinds)
    muted = {**theme.text(size=0.86), "color": theme.muted}
    yield 0.8, END + at.ems(0.3), wrapped(words, at.told), "bottom right", muted


def _important(result, at):
    return "".join(
        f"M0,{top_of(number):g}H{at.right if at.grid else WIDE:g}V{top_of(number + 1):g}H0Z"
        for number, row in enumerate(result.order)
        if row in result.important
    )


def _lines(at):
    across = at.right if at.grid else WIDE
    path = "".join(f"M0,{top_of(number):g}H{across:g}" for number in range(ROWS + 1))
    columns = [at.cell(0, number) for number in range(len(options()))]
    if at.grid:
        return path + "".join(f"M{left:g},{TOP:g}V{END:g}" for left, *_ in columns)
    return path + "".join(f"M{WIDE:g},{top:g}H{at.right:g}" for _, top, *_ in columns)


def _signs(at):
    """Return the signs of all ways: over the names of the columns, or in a list left of the answers."""
    path = ""
    for number, (option, _) in enumerate(options()):
        left, top, right, _ = at.cell(0, number)
        wide, high = (4.4, at.ems(2)) if at.grid else (4, at.ems(1.9))
        place = ((left + right - wide) / 2, at.ems(2.7)) if at.grid else (left - 4.5, top + at.ems(0.3))
        path += signs.path(option, *place, wide, high)
    return path


def _tracks(result, at):
    path = ""
    for number, row in enumerate(result.order):
        if row in VALUES:
            (left, y), (right, _) = track(number, 0), track(number, MOST)
            path += f"M{left:g},{y:g}H{right:g}"
            path += "".join(f"M{track(number, dot)[0]:g},{y - 0.22:g}V{y + 0.22:g}" for dot in range(MOST + 1))
    return path


def _chosen(result, placed):
    left, top, right, bottom = next(place for cell, place in placed if cell == result.cell)
    return f"M{left:g},{top:g}H{right:g}V{bottom:g}H{left:g}Z"


def _held(held, result, theme):
    """Return the outline of the question that came first in A."""
    path = ""
    if held is not None:
        y = top_of(result.order.index(held.order[0]))
        path = f"M0.2,{y + 0.1:g}H{WIDE - 0.3:g}V{y + HIGH - 0.1:g}H0.2Z"
    return outlines.drawn("First in A", path, theme.stroke("held"), layer="above", visible=held is not None)


def _guess(prediction, result, at, theme):
    """Return the outline of the cell of certainty in the column that the reader chose."""
    path = ""
    column = next((place for place, (_, words) in enumerate(options()) if words == prediction), None)
    if column is not None and (at.grid or result.state.row == "sure"):
        left, top, right, bottom = at.cell(result.order.index("sure"), column)
        path = f"M{left + 0.5:g},{top + 0.15:g}H{right - 0.5:g}V{bottom - 0.15:g}H{left + 0.5:g}Z"
    return outlines.drawn("Known best, you said", path, theme.stroke("prediction"), layer="above", visible=bool(path))


def _targets(result, placed):
    """Return what a touch on a cell or on the name of a question hits; there is nothing to be seen of it."""
    spots = [
        ((left + right) / 2, (top + bottom) / 2, f"row:{cell.row};option:{cell.option}")
        for cell, (left, top, right, bottom) in placed
    ]
    spots += [(WIDE / 2, top_of(number) + 0.75, f"row:{row}") for number, row in enumerate(result.order)]
    x, y, chooses = (list(column) for column in zip(*spots, strict=True))
    marker = {"size": 46, "symbol": "square", "opacity": 0}
    return mark("Cells to touch", x, y, marker, customdata=chooses, hoverinfo="none")


def _layout(at, theme, shapes):
    plain = {"visible": False, "fixedrange": True}
    return theme.layout(
        height=theme.em(at.depth * at.unit) + 16,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        # A touch anywhere in the table takes the nearest cell.
        hoverdistance=90,
        xaxis={**plain, "range": [0, at.right]},
        yaxis={**plain, "range": [at.depth, 0]},
        shapes=shapes,
    )
