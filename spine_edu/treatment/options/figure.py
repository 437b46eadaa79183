"""The option table as a picture: what matters on a desk on top, under it a row for each question, in that order."""

from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark
from spine_edu.drawing.marks import words as written
from spine_edu.theme import LIGHT
from spine_edu.treatment.options import desk, pictures, signs
from spine_edu.treatment.options.desk import grips as grips
from spine_edu.treatment.options.frame import RIGHT, ROWS, frame
from spine_edu.treatment.options.model import IMPORTANT, MOST, VALUES, cells, options, question
from spine_edu.treatment.options.words import DECISION

#: Ways whose names are too long for a column.
_SHORTER = {"nsaid": "NSAID tablets"}
#: Where the veiled picture has its signs, its names and the place onto which one is put, across from 0 to 100.
_SIGNS, _TAG, _ONTO = 2, 37, 82
#: Where its first name stands, and how far apart they are: units of the upright axis.
_FIRST, _APART = 6.6, 4.2
#: Height of such a unit in a hall, in sizes of the type.
_LOW = 0.69
#: How far words stand under the line over them.
_INSIDE = 0.34
#: Kind of a cell -> what its picture is.
_KEYS = {
    "points": "Green: points of 100 less pain, with 95 % interval; upright line: none.",
    "of_100": "Teal: of 100 people.",
    "times": "Red: times as often as with a dummy (box: once).",
    "grade": "Squares: certainty.",
    "none": "Dotted: not counted or graded.",
}
#: The longest of them as a hall has it, where it stands alone.
_IN_A_HALL = {"points": "Green: points of 100 less, 95 % interval; line: none."}


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
    rows = [
        (0.8, 0.2, _decision(at), "bottom right", theme.text()),
        *_names_of_rows(result, at, theme),
        *_names_of_ways(result, at, theme),
        *_answers(result, placed, at, theme),
    ]
    rows += [*desk.words(result, theme), *_key(placed, at, theme)]
    # plotly paints a shape that changes alone over the others of its layer: the ground has a layer of its own.
    ground = {"fill": theme.fill("water"), "layer": "below"}
    shapes = [
        outlines.drawn("Rows that matter", _important(result, at), {"width": 0}, **ground),
        outlines.drawn("Lines of the table", _lines(result, at), {"width": 1, "color": theme.grid}),
        outlines.drawn("Signs of the ways", _signs(result, at), {"width": 1.8, "color": theme.ink}),
        *desk.shapes(result, theme),
        outlines.drawn("As much as can be", _weights(result, at), {"width": 1, "color": theme.muted}),
        outlines.drawn("So much it matters", _weights(result, at, True), {"width": 5, "color": theme.color("water")}),
        *pictures.shapes(placed, theme),
        outlines.drawn("The cell that is read out", _chosen(result, placed), {"width": theme.line, "color": theme.ink}),
        _held(held, result, at, theme),
        _guess(prediction, result, at, theme),
    ]
    data = [written("Words of the table", rows), _targets(result, placed, at), desk.hands(result)]
    return {"data": data, "layout": _layout(at.depth, theme, shapes)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the five ways, each with its sign, and the place where the one that is known best is to be put."""
    at, ems = frame(theme), 1 / (1 if frame(theme).grid else _LOW)
    x, y = _ONTO, _FIRST + 2 * _APART
    rows = [(0.8, 0.2, _decision(at), "bottom right", theme.text())]
    rows.append((x, y - 2.6 * ems, f"<b>{question('sure')}</b>", "middle center", theme.text()))
    said = prediction or "known best: ?"
    rows.append((x, y, f"<b>{wrapped(said, 14)}</b>", "middle center", theme.text("prediction")))
    drawn = "".join(
        signs.path(option, _SIGNS, _FIRST + _APART * number - ems, 4.4, 2 * ems)
        for number, (option, _) in enumerate(options())
    )
    plate = f"M{x - 15:g},{y - 3.6 * ems:.2f}H{x + 15:g}V{y + 2 * ems:.2f}H{x - 15:g}Z"
    shapes = [
        outlines.drawn("Signs of the ways", drawn, {"width": 1.8, "color": theme.ink}),
        outlines.drawn("Known best", plate, {"width": theme.line / 2, "color": theme.muted}, fill=theme.panel),
    ]
    if prediction:
        number = next(place for place, (_, words) in enumerate(options()) if words == prediction)
        left, top = _SIGNS - 1, _FIRST + _APART * (number - 0.45)
        path = f"M{left:g},{top:g}H{_TAG + 27:g}V{top + 0.9 * _APART:g}H{left:g}Z"
        shapes.append(outlines.drawn("You put it there", path, theme.stroke("prediction")))
    low = _FIRST + _APART * len(options()) - 0.4 * _APART + 0.3 * ems
    layout = {**_layout(low, theme, shapes), "height": theme.em(low / ems) + 16}
    named = [
        (_TAG, _FIRST + _APART * n, f"<b>{_SHORTER.get(option, words)}</b>", "middle center", theme.text())
        for n, (option, words) in enumerate(options())
    ]
    data = [written("Words of the table", rows)]
    if prediction:
        data.append(written("Names of the ways", named))
    return {"data": data, "layout": layout}


def tags():
    """Return how the name of a way is put into the place of what is known best, as `asking.Pick` takes it."""
    places = {words: [_TAG, _FIRST + _APART * number] for number, (_, words) in enumerate(options())}
    names = {words: _SHORTER[option] for option, words in options() if option in _SHORTER}
    return {"axes": ["xaxis", "yaxis"], "places": places, "names": names, "onto": [_ONTO - 15, _FIRST + 2 * _APART]}


def _placed(result, at):
    """Return the cells that are shown, each with its place: always in the same order, so that they glide."""
    shown = ROWS if at.grid else [result.state.row]
    return [(cells()[option, row], at.cell(result.order, row, option)) for row in shown for option, _ in options()]


def _decision(at):
    return f"<b>{wrapped(DECISION, at.title)}</b>"


def _names_of_rows(result, at, theme):
    there = at.rows(result.order)
    for row in ROWS:
        weight = result.matters.get(row)
        chosen = not at.grid and row == result.state.row
        text = wrapped(question(row), 10) if at.grid else question(row)
        text = f"<b>{text}</b>" if chosen or (weight or 0) >= IMPORTANT else text
        font = theme.text(size=0.86) if weight != 0 else {**theme.text(size=0.86), "color": theme.muted}
        yield 0.8, there[row][0] + (_INSIDE if at.grid else 0.5), text, "bottom right", font


def _names_of_ways(result, at, theme):
    """Yield the names of the ways: over the columns, or in a list before their answers."""
    for option, words in options():
        left, top, right, _ = at.cell(result.order, result.order[0], option)
        words = _SHORTER.get(option, words)
        if at.grid:
            yield (left + right) / 2, top - 0.1, f"<b>{wrapped(words, 11)}</b>", "top center", theme.text(size=0.86)
        else:
            yield left + 0.9, top + _INSIDE / 2, f"<b>{words}</b>", "bottom right", theme.text()


def _answers(result, placed, at, theme):
    for cell, (left, top, right, _) in placed:
        text, font = wrapped(cell.short, at.letters), theme.text(size=0.86)
        font = {**font, "color": theme.muted} if cell.kind == "none" or result.matters.get(cell.row) == 0 else font
        if at.grid:
            yield (left + right) / 2, top + _INSIDE, text, "bottom center", font
        else:
            yield left + 0.9, top + _INSIDE / 2 + 1.2, text, "bottom right", font


def _key(placed, at, theme):
    """Yield what the little pictures are that are shown."""
    kinds = {"none" if cell.kind == "grade" and not cell.value else cell.kind for cell, _ in placed}
    keys = _KEYS if at.grid else _KEYS | _IN_A_HALL
    words = " ".join(words for kind, words in keys.items() if kind in kinds)
    muted = {**theme.text(size=0.86), "color": theme.muted}
    yield 0.8, at.end + 0.3, wrapped(words, at.told), "bottom right", muted


def _important(result, at):
    there, across = at.rows(result.order), RIGHT if at.grid else at.names
    return "".join(f"M0,{there[row][0]:g}H{across:g}V{there[row][1]:g}H0Z" for row in result.important)


def _lines(result, at):
    there = at.rows(result.order)
    path = "".join(f"M0,{there[row][0]:g}H{RIGHT if at.grid else at.names:g}" for row in ROWS)
    places = [at.cell(result.order, result.order[0], option) for option, _ in options()]
    if at.grid:
        return f"{path}M0,{at.end:g}H{RIGHT}" + "".join(f"M{left:g},{at.top:g}V{at.end:g}" for left, *_ in places)
    return path + "".join(f"M{at.names + 1:g},{top:g}H{RIGHT}" for _, top, *_ in places)


def _signs(result, at):
    """Return the signs of all ways: over the names of the columns, or in a list left of the answers."""
    path = ""
    for option, _ in options():
        left, top, right, _ = at.cell(result.order, result.order[0], option)
        wide, high = (4.4, 2) if at.grid else (7, 1.9)
        place = ((left + right - wide) / 2, top - 4.7) if at.grid else (left - 8.5, top + 0.5)
        path += signs.path(option, *place, wide, high)
    return path


def _weights(result, at, full=False):
    """Return a line under the name of each of the five questions, as long as can be, or as it matters."""
    there, path = at.rows(result.order), ""
    for row in VALUES:
        left, y = (1.2, there[row][1] - 0.62) if at.grid else (at.names - 7, sum(there[row]) / 2)
        path += f"M{left:.2f},{y:.2f}H{left + 6 * (result.matters[row] / MOST if full else 1):.2f}"
    return path


def _chosen(result, placed):
    left, top, right, bottom = next(place for cell, place in placed if cell == result.cell)
    return f"M{left:g},{top:g}H{right:g}V{bottom:g}H{left:g}Z"


def _held(held, result, at, theme):
    """Return the outline of the question that came first in A."""
    path = ""
    if held is not None:
        top, bottom = at.rows(result.order)[held.order[0]]
        path = f"M0.2,{top + 0.1:g}H{at.names - 0.3:g}V{bottom - 0.1:g}H0.2Z"
    return outlines.drawn("First in A", path, theme.stroke("held"), layer="above", visible=held is not None)


def _guess(prediction, result, at, theme):
    """Return the outline of the cell of certainty in the column that the reader chose."""
    path = ""
    said = next((option for option, words in options() if words == prediction), None)
    if said and (at.grid or result.state.row == "sure"):
        left, top, right, bottom = at.cell(result.order, "sure", said)
        path = f"M{left + 0.5:g},{top + 0.15:g}H{right - 0.5:g}V{bottom - 0.15:g}H{left + 0.5:g}Z"
    return outlines.drawn("Known best, you said", path, theme.stroke("prediction"), layer="above", visible=bool(path))


def _targets(result, placed, at):
    """Return what a touch on a cell, on a question or on the head of a way hits; there is nothing to be seen of it."""
    spots = [
        ((left + right) / 2, (top + bottom) / 2, f"row:{cell.row};option:{cell.option}")
        for cell, (left, top, right, bottom) in placed
    ]
    spots += [(at.names / 2, sum(there) / 2, f"row:{row}") for row, there in at.rows(result.order).items()]
    for option, _ in options():
        left, top, right, bottom = at.cell(result.order, result.order[0], option)
        head = ((left + right) / 2, top - 2.4) if at.grid else (left - 5, (top + bottom) / 2)
        spots.append((*head, f"option:{option}"))
    x, y, chooses = (list(column) for column in zip(*spots, strict=True))
    marker = {"size": 46, "symbol": "square", "opacity": 0}
    return mark("Cells to touch", x, y, marker, customdata=chooses, hoverinfo="none")


def _layout(depth, theme, shapes):
    plain = {"visible": False, "fixedrange": True}
    return theme.layout(
        height=theme.em(depth) + 16,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        # A touch anywhere in the table takes the nearest cell.
        hoverdistance=90,
        # Half of a line at the edge of the table would be cut off.
        xaxis={**plain, "range": [0, RIGHT + 0.3]},
        yaxis={**plain, "range": [depth, 0]},
        shapes=shapes,
    )
