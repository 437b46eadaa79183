"""The option table as a picture: questions with knobs at the left, a column for each way, one cell read out below."""

from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark
from spine_edu.drawing.marks import words as written
from spine_edu.theme import LIGHT
from spine_edu.treatment.options import pictures
from spine_edu.treatment.options.frame import GRID, frame
from spine_edu.treatment.options.model import ALWAYS, IMPORTANT, MOST, VALUES, cells, options, person, question
from spine_edu.treatment.options.words import DECISION, origin

#: Letters of the invented people under the tracks.
_INITIALS = (("mara", "M"), ("tom", "T"))
#: Where the place of the answer is on the veiled picture: the row of certainty, across and in rows from the top.
_SURE = len(VALUES) + ALWAYS.index("sure")


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
    rows = [*_names_of_rows(result, at, theme), *_ways(result, at, theme), *_answers(result, placed, at, theme)]
    rows += [*_initials(result, at, theme), *_told(result, at, theme)]
    shapes = [
        outlines.drawn("Rows that matter", _important(result, at), {"width": 0}, fill=theme.fill("water")),
        outlines.drawn("Lines of the table", _lines(at), {"width": 1, "color": theme.grid}),
        outlines.drawn("Tracks", _tracks(result, at), {"width": 1.6, "color": theme.muted}),
        *pictures.shapes(placed, theme),
        outlines.drawn("The cell that is read out", _chosen(result, placed), {"width": theme.line, "color": theme.ink}),
        _held(held, result, at, theme),
        _guess(prediction, result, at, theme),
    ]
    return {
        "data": [written("Words of the table", rows), _targets(result, placed, at)],
        "layout": _layout(at, theme, shapes),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the empty table: the questions and the ways, and the place where the surest is to be put."""
    at = frame(theme)
    x, y = tags()["onto"] if at.grid else (at.wide + 30, at.row(_SURE) + 1)
    rows = [
        (0.8, at.row(number) + 0.2, question(row), "bottom right", theme.text())
        for number, row in enumerate((*VALUES, *ALWAYS))
    ]
    rows += [(0.8, 0.2, _decision(at, theme), "bottom right", theme.text())]
    rows += [(x, y - 0.9, f"<b>{prediction or 'known best: ?'}</b>", "bottom center", theme.text("prediction"))]
    shapes = [outlines.drawn("Lines of the table", _lines(at), {"width": 1, "color": theme.grid})]
    return {"data": [written("Words of the table", rows)], "layout": _layout(at, theme, shapes)}


def tags():
    """Return how the name of a way is put into the row of certainty, as `asking.Pick` takes it."""
    places = {}
    for number, (_, words) in enumerate(options()):
        left, _, right, _ = GRID.cell(0, number)
        # Every other name stands lower, so that long ones have room.
        places[words] = [(left + right) / 2, GRID.top - (1.7 if number % 2 == 0 else -1.3)]
    return {"axes": ["xaxis", "yaxis"], "places": places, "onto": [61, GRID.row(_SURE) + 2]}


def grips(result):
    """Return a knob on the track of each of the five questions that may matter more or less."""
    return [
        grip(result.state, row, lambda weight, number=number: GRID.track(number, weight), along="x")
        for number, row in enumerate(result.order)
        if row in VALUES
    ]


def _placed(result, at):
    """Return the cells that are shown, each with its place."""
    if at.grid:
        return [
            (cells()[option, row], at.cell(number, column))
            for number, row in enumerate(result.order)
            for column, (option, _) in enumerate(options())
        ]
    return [(cells()[option, result.state.row], at.cell(0, column)) for column, (option, _) in enumerate(options())]


def _decision(at, theme):
    return f"<b>{wrapped(DECISION, at.told)}</b>"


def _names_of_rows(result, at, theme):
    yield 0.8, 0.2, _decision(at, theme), "bottom right", theme.text()
    for number, row in enumerate(result.order):
        weight = result.matters.get(row)
        chosen = not at.grid and row == result.state.row
        text = f"<b>{question(row)}</b>" if chosen or (weight or 0) >= IMPORTANT else question(row)
        font = theme.text() if weight != 0 else {**theme.text(), "color": theme.muted}
        yield 0.8, at.row(number) + 0.1, text, "bottom right", font


def _ways(result, at, theme):
    """Yield the names of the ways: over the columns, or in a list before their answers."""
    for number, (_, words) in enumerate(options()):
        left, top, right, _ = at.cell(0, number)
        if at.grid:
            text = f"<b>{wrapped(words, 13)}</b>"
            yield (left + right) / 2, at.top - 0.2, text, "top center", theme.text(size=0.9)
        else:
            yield left, top, f"<b>{words}</b>", "bottom right", theme.text()


def _answers(result, placed, at, theme):
    for cell, (left, top, right, _) in placed:
        text, font = wrapped(cell.short, at.letters), theme.text(size=0.86)
        font = {**font, "color": theme.muted} if cell.kind == "none" or result.matters.get(cell.row) == 0 else font
        if at.grid:
            yield (left + right) / 2, top + 0.05, text, "bottom center", font
        else:
            yield left, top + 1.25, text, "bottom right", font


def _initials(result, at, theme):
    """Yield the letters of the invented people under the tracks, where what matters to them lies."""
    for number, row in enumerate(result.order):
        if row not in VALUES:
            continue
        there = {}
        for name, letter in _INITIALS:
            there.setdefault(getattr(person(name), row), []).append(letter)
        for weight in range(MOST + 1):
            x, y = at.track(number, weight)
            yield x, y + 0.55, " ".join(there.get(weight, ())), "bottom center", theme.text(size=0.79)


def _told(result, at, theme):
    """Yield the cell that is read out, in full, with where it comes from."""
    cell = result.cell
    head = f"<b>{dict(options())[cell.option]}: {question(cell.row)}</b>"
    text = "<br>".join([head, wrapped(cell.says, at.told), wrapped(f"({origin(cell)})", at.told)])
    yield 0.8, at.end + 0.3, text, "bottom right", theme.text(size=0.93)


def _important(result, at):
    return "".join(
        f"M0,{at.row(number):g}H{100 if at.grid else at.wide:g}V{at.row(number + 1):g}H0Z"
        for number, row in enumerate(result.order)
        if row in result.important
    )


def _lines(at):
    across = 100 if at.grid else at.wide
    path = "".join(f"M0,{at.row(number):g}H{across:g}" for number in range(len(VALUES) + len(ALWAYS) + 1))
    if at.grid:
        return path + "".join(f"M{at.cell(0, n)[0]:g},{at.top:g}V{at.end:g}" for n in range(len(options())))
    return path + "".join(f"M{at.wide:g},{at.cell(0, n)[1]:g}H100" for n in range(len(options())))


def _tracks(result, at):
    path = ""
    for number, row in enumerate(result.order):
        if row in VALUES:
            (left, y), (right, _) = at.track(number, 0), at.track(number, MOST)
            path += f"M{left:g},{y:g}H{right:g}"
            path += "".join(f"M{at.track(number, dot)[0]:g},{y - 0.22:g}V{y + 0.22:g}" for dot in range(MOST + 1))
    return path


def _chosen(result, placed):
    left, top, right, bottom = next(place for cell, place in placed if cell == result.cell)
    return f"M{left:g},{top:g}H{right:g}V{bottom:g}H{left:g}Z"


def _held(held, result, at, theme):
    """Return the outline of the question that came first in A."""
    path = ""
    if held is not None:
        y = at.row(result.order.index(held.order[0]))
        path = f"M0.2,{y + 0.1:g}H{at.wide - 0.3:g}V{y + at.high - 0.1:g}H0.2Z"
    return outlines.drawn("First in A", path, theme.stroke("held"), visible=held is not None)


def _guess(prediction, result, at, theme):
    """Return the outline of the cell of certainty in the column that the reader chose."""
    path, number = "", result.order.index("sure")
    column = next((place for place, (_, words) in enumerate(options()) if words == prediction), None)
    if column is not None and (at.grid or result.state.row == "sure"):
        left, top, right, bottom = at.cell(number, column)
        path = f"M{left + 0.5:g},{top + 0.15:g}H{right - 0.5:g}V{bottom - 0.15:g}H{left + 0.5:g}Z"
    return outlines.drawn("Known best, you said", path, theme.stroke("prediction"), visible=bool(path))


def _targets(result, placed, at):
    """Return what a touch on a cell or on the name of a question hits; there is nothing to be seen of it."""
    spots = [
        ((place[0] + place[2]) / 2, (place[1] + place[3]) / 2, f"row:{cell.row};option:{cell.option}")
        for cell, place in placed
    ]
    spots += [(at.wide / 2, at.row(number) + 0.75, f"row:{row}") for number, row in enumerate(result.order)]
    x, y, chooses = (list(column) for column in zip(*spots, strict=True))
    marker = {"size": 46, "symbol": "square", "opacity": 0}
    return mark("Cells to touch", x, y, marker, customdata=chooses, hoverinfo="none")


def _layout(at, theme, shapes):
    plain = {"visible": False, "fixedrange": True}
    return theme.layout(
        height=theme.em(at.depth) + 16,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        xaxis={**plain, "range": [0, 100]},
        yaxis={**plain, "range": [at.depth, 0]},
        shapes=shapes,
    )
