"""The option table as a picture: what matters on a desk on top, under it a row for each question, in that order."""

from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark
from spine_edu.drawing.marks import words as written
from spine_edu.theme import LIGHT
from spine_edu.treatment.options import desk, foot, pictures, signs
from spine_edu.treatment.options.desk import grips as grips
from spine_edu.treatment.options.frame import RIGHT, ROWS, frame
from spine_edu.treatment.options.model import IMPORTANT, MOST, VALUES, cells, options, person, question
from spine_edu.treatment.options.words import DECISION

#: Ways whose names are too long for a column.
_SHORTER = {"nsaid": "NSAID tablets"}
#: Where the veiled picture has its tags, and the two people with the place between them onto which one is put.
_TAG, _MARA, _ONTO, _TOM = 17, 48, 70, 92
#: Where its first tag stands, and how far apart they are; where people stand, and how high: units of the upright axis.
_FIRST, _APART, _FEET, _TALL = 5.4, 3.6, 16.4, 9.4
#: Height of such a unit in a hall, in sizes of the type.
_LOW = 0.69
#: How far words stand under the line over them.
_INSIDE = 0.34
#: Kind of a cell -> what its picture is.
_KEYS = {
    "points": "Green: points of 100 less pain, with interval.",
    "of_100": "Teal: of 100 people; stroke: the other group; red: on top.",
    "none": "Dotted: no count.",
}
#: The longest of them as a hall has them, on one line.
_IN_A_HALL = {
    "points": "Green: points of 100 less, 95 % interval; line: none.",
    "of_100": "Teal: of 100; stroke: the others.",
}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the table in the order of what matters.

    Parameters
    ----------
    result, held : OptionsResult
    theme : Theme
    prediction : str, optional
        The question that the reader thinks parts Mara and Tom most: marked at its row.
    """
    at = frame(theme)
    placed = _placed(result, at)
    rows = [
        (0.8, 0.2, _decision(at), "bottom right", theme.text()),
        *_names_of_rows(result, at, theme),
        *_names_of_ways(result, at, theme),
        *_answers(result, placed, at, theme),
    ]
    rows += [*desk.words(result, theme), *foot.words(result, at, theme), *_key(placed, at, theme)]
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
        *foot.shapes(result, placed, at, theme),
        outlines.drawn("The cell that is read out", _chosen(result, placed), {"width": theme.line, "color": theme.ink}),
        _held(held, result, at, theme),
        _guess(prediction, result, at, theme),
    ]
    data = [
        written("Words of the table", rows),
        foot.rings(result, at, theme),
        _targets(result, placed, at),
        desk.hands(result),
    ]
    return {"data": data, "layout": _layout(at.depth, theme, shapes)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the five questions, and between Mara and Tom the place where the one that parts them is to be put."""
    at, ems = frame(theme), 1 / (1 if frame(theme).grid else _LOW)
    said = prediction or "farthest apart: ?"
    middle = _FEET - _TALL / 2
    rows = [(0.8, 0.2, _decision(at), "bottom right", theme.text())]
    rows.append((_ONTO, middle, f"<b>{wrapped(said, 11)}</b>", "middle center", theme.text("prediction")))
    for x, name in ((_MARA, "mara"), (_TOM, "tom")):
        rows.append((x, _FEET + 0.3 * ems, person(name).name, "bottom center", theme.text()))
    plate = f"M{_ONTO - 10:g},{middle - 2 * ems:.2f}H{_ONTO + 10:g}V{middle + 2 * ems:.2f}H{_ONTO - 10:g}Z"
    shapes = [
        outlines.drawn("Farthest apart", plate, {"width": theme.line / 2, "color": theme.muted}, fill=theme.panel),
        *desk.standing("mara", (_MARA, _FEET), theme.em(_TALL / ems), theme),
        *desk.standing("tom", (_TOM, _FEET), theme.em(_TALL / ems), theme),
    ]
    if prediction:
        number = next(place for place, row in enumerate(VALUES) if question(row) == prediction)
        top = _FIRST + _APART * (number - 0.42)
        path = f"M1,{top:g}H{2 * _TAG - 1:g}V{top + 0.84 * _APART:g}H1Z"
        shapes.append(outlines.drawn("You put it there", path, theme.stroke("prediction")))
    low = _FIRST + _APART * len(VALUES) - 0.4 * _APART + 0.3 * ems
    layout = {**_layout(low, theme, shapes), "height": theme.em(low / ems) + 16}
    data = [written("Words of the table", rows)]
    if prediction:
        named = [(x, y, f"<b>{row}</b>", "middle center", theme.text()) for row, (x, y) in tags()["places"].items()]
        data.append(written("Names of the questions", named))
    return {"data": data, "layout": layout}


def tags():
    """Return how a question is put between the two people, as `asking.Pick` takes it."""
    places = {question(row): [_TAG, _FIRST + _APART * number] for number, row in enumerate(VALUES)}
    return {"axes": ["xaxis", "yaxis"], "places": places, "onto": [_ONTO, _FEET - _TALL / 2]}


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
    unknown = [cell.kind == "times" or (cell.kind == "grade" and not cell.value) for cell, _ in placed]
    kinds = {"none" if not_told else cell.kind for (cell, _), not_told in zip(placed, unknown, strict=True)}
    keys = _KEYS if at.grid else _KEYS | _IN_A_HALL
    words = " ".join(words for kind, words in keys.items() if kind in kinds)
    muted = {**theme.text(size=0.86), "color": theme.muted}
    yield 0.8, at.foot + 0.3, wrapped(words, at.told), "bottom right", muted


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
    """Return the outline of the question that the reader thought parts the two people most."""
    path = ""
    said = next((row for row in VALUES if question(row) == prediction), None)
    if said:
        top, bottom = at.rows(result.order)[said]
        path = f"M0.3,{top + 0.15:g}H{at.names - 0.5:g}V{bottom - 0.15:g}H0.3Z"
    return outlines.drawn(
        "Farthest apart, you said", path, theme.stroke("prediction"), layer="above", visible=bool(path)
    )


def _targets(result, placed, at):
    """Return what a touch on a cell, on a question or on the head of a way hits; there is nothing to be seen of it."""
    spots = [
        ((left + right) / 2, (top + bottom) / 2, foot.press(result, cell))
        for cell, (left, top, right, bottom) in placed
    ]
    spots += foot.spots(result, at)
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
