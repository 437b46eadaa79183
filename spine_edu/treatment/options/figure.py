"""The option table as a picture: questions with knobs at the left, a column for each way, one cell read out below."""

from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark
from spine_edu.drawing.marks import words as written
from spine_edu.theme import LIGHT
from spine_edu.treatment.options import pictures, signs
from spine_edu.treatment.options.frame import END, HIGH, ROWS, TOP, WIDE, frame, heads, sorter, top_of, track
from spine_edu.treatment.options.model import (
    IMPORTANT,
    MINE,
    MOST,
    SORTED,
    VALUES,
    cells,
    options,
    person,
    question,
)
from spine_edu.treatment.options.words import DECISION

#: Letters of the invented people under the tracks.
_INITIALS = (("mara", "M"), ("tom", "T"))
#: Who may be asked what matters -> the name under the drawing.
_PEOPLE = ((MINE, "You"), ("mara", "Mara"), ("tom", "Tom"))
#: Ways whose names are too long for a column.
_SHORTER = {"nsaid": "NSAID tablets"}
#: Where the veiled picture has its signs, its names and the place onto which one is put, across from 0 to 100.
_SIGNS, _TAG, _ONTO = 2, 37, 82
#: Where its first name stands, and how far apart they are: units of the upright axis.
_FIRST, _APART = 6.6, 4.2
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
    rows += [*_initials(result, at, theme), *_key(placed, at, theme), *_names_of_people(result, at, theme)]
    read_out = {"width": theme.line, "color": theme.ink}
    # plotly paints a shape that changes alone over the others of its layer: the ground has a layer of its own.
    ground = {"fill": theme.fill("water"), "layer": "below"}
    shapes = [
        outlines.drawn("Rows that matter", _important(result, at), {"width": 0}, **ground),
        outlines.drawn("Lines of the table", _lines(at), {"width": 1, "color": theme.grid}),
        outlines.drawn("Tracks", _tracks(result, at), {"width": 1.6, "color": theme.muted}),
        outlines.drawn("Signs of the ways", _signs(at), {"width": 1.8, "color": theme.ink}),
        outlines.drawn("How much it matters", _dots(result), {"width": 0, "color": theme.ink}, fill=theme.ink),
        *_people(result, at, theme),
        *pictures.shapes(placed, at, theme),
        outlines.drawn("The cell that is read out", _chosen(result, placed), read_out),
        _held(held, result, theme),
        _guess(prediction, result, at, theme),
    ]
    data = [written("Words of the table", rows), _targets(result, placed), _hands(result, at)]
    return {"data": data, "layout": _layout(at, theme, shapes)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the five ways, each with its sign, and the place where the one that is known best is to be put."""
    at = frame(theme)
    x, y = _ONTO, _FIRST + 2 * _APART
    rows = [(0.8, 0.2, _decision(at), "bottom right", theme.text())]
    rows.append((x, y - at.ems(2.6), f"<b>{question('sure')}</b>", "middle center", theme.text()))
    said = prediction or "known best: ?"
    rows.append((x, y, f"<b>{wrapped(said, 14)}</b>", "middle center", theme.text("prediction")))
    drawn = "".join(
        signs.path(option, _SIGNS, _FIRST + _APART * number - at.ems(1), 4.4, at.ems(2))
        for number, (option, _) in enumerate(options())
    )
    plate = f"M{x - 15:g},{y - at.ems(3.6):.2f}H{x + 15:g}V{y + at.ems(2):.2f}H{x - 15:g}Z"
    shapes = [
        outlines.drawn("Signs of the ways", drawn, {"width": 1.8, "color": theme.ink}),
        outlines.drawn("Known best", plate, {"width": theme.line / 2, "color": theme.muted}, fill=theme.panel),
    ]
    if prediction:
        number = next(place for place, (_, words) in enumerate(options()) if words == prediction)
        left, top = _SIGNS - 1, _FIRST + _APART * (number - 0.45)
        path = f"M{left:g},{top:g}H{_TAG + 27:g}V{top + 0.9 * _APART:g}H{left:g}Z"
        shapes.append(outlines.drawn("You put it there", path, theme.stroke("prediction")))
    layout = _layout(at, theme, shapes)
    low = _FIRST + _APART * len(options()) - 0.4 * _APART + at.ems(0.3)
    axes = {"xaxis": {**layout["xaxis"], "range": [0, 100]}, "yaxis": {**layout["yaxis"], "range": [low, 0]}}
    named = [
        (_TAG, _FIRST + _APART * n, words, "middle center", theme.text()) for n, (_, words) in enumerate(options())
    ]
    data = [written("Words of the table", rows)]
    if prediction:
        data.append(written("Names of the ways", named))
    return {"data": data, "layout": {**layout, **axes, "height": theme.em(low * at.unit) + 16}}


def tags():
    """Return how the name of a way is put into the place of what is known best, as `asking.Pick` takes it."""
    places = {words: [_TAG, _FIRST + _APART * number] for number, (_, words) in enumerate(options())}
    return {"axes": ["xaxis", "yaxis"], "places": places, "onto": [_ONTO - 15, _FIRST + 2 * _APART]}


def grips(result):
    """Return a knob on the track of each of the five questions; none where rows would move away from under a hand."""
    if result.state.order == SORTED or result.state.whose != MINE:
        return []
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


def _dots(result):
    """Return a stroke on each track where no knob says how much it matters: it is not to be moved."""
    if result.state.order != SORTED and result.state.whose == MINE:
        return ""
    places = [track(number, result.matters[row]) for number, row in enumerate(result.order) if row in VALUES]
    return "".join(f"M{x - 0.3:g},{y - 0.5:g}H{x + 0.3:g}V{y + 0.5:g}H{x - 0.3:g}Z" for x, y in places)


def _people(result, at, theme):
    """Yield who may be asked what matters, as head and shoulders, the chosen one dark; and what sorts the rows."""
    line = {"width": theme.line * 0.6, "color": theme.color("water")}
    for (left, top, right, bottom), (name, words) in zip(heads(at), _PEOPLE, strict=True):
        # In pixels, so that a head is round in every width.
        high = (bottom - top) * at.unit * theme.size - 1.45 * theme.type_size(0.86)
        # The picture is never laid out narrower than 34 sizes of the type; see picture.js.
        high = min(high, (right - left) * (34 * theme.size - 16) / at.right / 0.84)
        head, wide = 0.24 * high, 0.42 * high
        neck = high - 2.2 * head
        bow = f"C{-wide:.4g},{1.33 * neck:.4g},{wide:.4g},{1.33 * neck:.4g},{wide:.4g},0Z"
        path = f"{outlines.circle(0, high - head, head)}M{-wide:.4g},0{bow}"
        anchor = {"xanchor": (left + right) / 2, "yanchor": top + high / at.unit / theme.size}
        fill = theme.color("water") if name == result.state.whose else theme.fill("water")
        yield outlines.drawn(f"Ask: {words}", path, line, fill=fill, xsizemode="pixel", ysizemode="pixel", **anchor)
    left, top, right, bottom = sorter(at)
    path = f"M{left:g},{top:.2f}H{right:g}V{bottom:.2f}H{left:g}Z"
    yield outlines.drawn("What sorts the rows", path, line, fill=theme.fill("water"))


def _names_of_people(result, at, theme):
    """Yield the names under the people, and the words of what sorts the rows."""
    for (left, _, right, bottom), (name, words) in zip(heads(at), _PEOPLE, strict=True):
        text = f"<b>{words}</b>" if name == result.state.whose else words
        yield (left + right) / 2, bottom, text, "top center", theme.text(size=0.86)
    left, top, right, bottom = sorter(at)
    text = "As asked" if result.state.order == SORTED else "Sort rows"
    yield (left + right) / 2, (top + bottom) / 2, text, "middle center", theme.text(size=0.86)


def _hands(result, at):
    """Return what a touch on a person or on what sorts the rows hits."""
    spots = []
    for (left, top, right, bottom), (name, _) in zip(heads(at), _PEOPLE, strict=True):
        order = result.state.order if name == MINE else SORTED
        spots.append(((left + right) / 2, (top + bottom) / 2, f"whose:{name};order:{order}"))
    left, top, right, bottom = sorter(at)
    other = "usual" if result.state.order == SORTED else SORTED
    spots += [(left + (right - left) * share, (top + bottom) / 2, f"order:{other}") for share in (0.15, 0.5, 0.85)]
    x, y, chooses = (list(column) for column in zip(*spots, strict=True))
    look = {"size": 30, "symbol": "square", "opacity": 0}
    return mark("People and sorting: touch one", x, y, look, customdata=chooses, hoverinfo="none")


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
