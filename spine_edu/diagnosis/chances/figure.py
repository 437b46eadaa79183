"""A crowd before its test on the left, and those whom the test calls positive in the room on the right."""

from spine_edu.diagnosis.chances import chips, rooms
from spine_edu.diagnosis.chances.model import chance
from spine_edu.diagnosis.chances.words import name, of_many, sentence
from spine_edu.drawing import hundred, outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import words
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: The settings that the question is about: the start.
ASKED = {"test": "raise_scan", "have": 55.0, "crowd": "100", "second": "none", "ends": "value"}
#: Where the hundred of the question stand: people in whom the test is positive.
CROWD = {"axes": ["xaxis", "yaxis"], "places": [[column + 0.5, row + 0.5] for row in range(10) for column in range(10)]}
#: What the axes show: columns, and rows from the top down; and without the names under the people.
COLUMNS, ROWS, ALONE = (-3.5, 23.2), (-3.3, 20.2), (-1.6, 10.3)
#: How many pixels a person of a hundred has, and how long people walk when the test is another one, ms.
_CELL, _LARGE, _WALK = 25, 29, 1100
#: Where the rail of those who have it is, the rows of the key under the people, and that of the chances after the test.
_RAIL, _KEY, _AFTER = -1.1, (10.75, 11.85), 14.0
#: Moments of a run.
_MOMENTS = 12
#: What is looked for -> the role of the colour of those who have it.
_ROLES = {"herniation": "herniation", "root": "herniation"}
_OTHER = "inflammation"


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of a `ChancesResult`.

    Parameters
    ----------
    result, held : ChancesResult
    theme : Theme
    prediction : float or None
        Of how many of 100 people with a positive test the reader expected that they have it.
    """
    guess = prediction if _asked(result.state) else None
    shapes = [
        *_furniture(result, theme),
        *(_people(shape, path, result, theme) for shape, path in rooms.paths(result).items()),
        outlines.drawn("between the grains", _grains(result), {"width": 0.6, "color": theme.paper}),
        *_key(result, theme),
        _dotted(result, guess, theme),
        outlines.drawn("A", rooms.held(held, result), theme.stroke("held", 0.8), visible=held is not None),
    ]
    data = [
        words("words at the people", _words(result, theme, held, 1.0)),
        words("names to press", _names(result, theme)),
        words("what is dotted", [(0.2, 12.9, _said(guess), "middle right", theme.text("prediction", 0.93))]),
    ]
    return {"data": data, "layout": _layout(theme, shapes)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the hundred of the question, all of them positive, and those whom the reader has painted."""
    everybody = hundred.path([tuple(place) for place in CROWD["places"]], "upright", 0.43)
    said = rooms.home(100, 100)[0].outline(round(prediction)) if prediction else ""
    text = "<b>100 people in whom<br>the raised leg hurts</b>"
    shapes = [
        outlines.drawn("as many as you said", said, theme.stroke("prediction", 1.2), visible=bool(said)),
        outlines.drawn("people with a positive test", everybody, {"width": 1.5, "color": theme.color("neutral")}),
    ]
    return {
        "data": [words("words at the people", [(5, -0.1, text, "top center", theme.text())])],
        "layout": _layout(theme, shapes, rows=ALONE, columns=(-1.5, 16)),
    }


def grips(result):
    """Return the handle: how many have it, beside the last row of those who do."""
    ill, _ = rooms.home(result.crowd, result.have)
    deep = ill.block.height(result.have)
    body = [(0, 0), (rooms.WIDE, 0), (rooms.WIDE, deep), (0, deep)]
    down = ill.block.down / ill.block.columns
    return [grip(result.state, "have", lambda have: (_RAIL, have * down), body=body, telling=True)]


def touches(result):
    """Return what is tapped: the names under the people."""
    things = {chooses: chips.outline(*box) for chooses, _, _, box in chips.plates(result)}
    return {"axes": ["xaxis", "yaxis"], "things": things}


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the test as `Frames`: one after the other steps over the line."""
    shares = [moment / _MOMENTS for moment in range(_MOMENTS + 1)]
    run = Frames(
        "tested",
        (f"{100 * share:.0f} of 100 tested" for share in shares),
        [*("The test is done, one after the other." for _ in shares[1:]), sentence(result)],
        seconds=6,
    )
    drawn = [rooms.paths(result, share) for share in shares]
    for shape in drawn[0]:
        run.add(shape, path=[paths[shape] for paths in drawn])
    texts = [[text for _, _, text, _, _ in _words(result, theme, None, share)] for share in shares]
    run.add("words at the people", text=texts)
    return run


def _asked(state):
    return all(getattr(state, setting) == value for setting, value in ASKED.items())


def _layout(theme, shapes, rows=ROWS, columns=COLUMNS):
    cell = _LARGE if theme.large else _CELL
    plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return theme.layout(
        height=round(cell * (rows[1] - rows[0])) + 12,
        margin={"l": 6, "r": 6, "t": 6, "b": 6},
        shapes=list(shapes),
        meta={"walk": _WALK},
        xaxis={**plain, "range": list(columns), "anchor": "y"},
        yaxis={**plain, "range": [rows[1], rows[0]], "anchor": "x", "scaleanchor": "x", "constraintoward": "top"},
    )


def _role(result):
    return _ROLES.get(result.test.target, _OTHER)


def _furniture(result, theme):
    """Return the line and the arrow over it, the rail of those who have it, and the plates under the people."""
    muted, x = {"width": 1.6, "color": theme.muted}, rooms.AISLE
    yield outlines.drawn("the line", f"M{x},-0.9V13.6", {**muted, "dash": "dot"})
    arrow = f"M{x - 1.2},-1.5H{x + 1.1}M{x + 0.6},-1.85L{x + 1.1},-1.5L{x + 0.6},-1.15"
    yield outlines.drawn("over the line", arrow, {"width": 2, "color": theme.ink})
    ill, _ = rooms.home(result.crowd, result.have)
    end, now = 99 * ill.block.down / ill.block.columns, result.have * ill.block.down / ill.block.columns
    yield outlines.drawn("rail", f"M{_RAIL},0V{end:.4g}M{_RAIL - 0.3},0H{_RAIL + 0.3}", muted)
    strong = {"width": 5, "color": theme.color(_role(result))}
    yield outlines.drawn("have it, on the rail", f"M{_RAIL},0V{now:.4g}", strong)
    boxes = {True: "", False: ""}
    for _, chosen, _, box in chips.plates(result):
        boxes[chosen] += chips.outline(*box)
    yield outlines.drawn("plates", boxes[False], {"width": 1.2, "color": theme.muted}, fill=theme.panel)
    yield outlines.drawn("chosen plates", boxes[True], {"width": 2, "color": theme.ink}, fill=theme.fill("water"))


def _people(shape, path, result, theme):
    """Return one of `rooms.paths` as a shape in its look."""
    if shape == "left behind":
        return outlines.drawn(shape, path, {"width": 0, "color": theme.muted}, fill=theme.muted)
    if shape.startswith("have it"):
        color = theme.color(_role(result))
        return outlines.drawn(shape, path, {"width": 0.8, "color": color}, fill=color)
    color, small = theme.color("neutral"), result.crowd > 100
    # A large crowd is a ground, from which those who have it stand out.
    look = {"fill": color, "opacity": 0.55} if small else {}
    return outlines.drawn(shape, path, {"width": 0 if small else 1.5, "color": color}, **look)


def _grains(result):
    return rooms.grains(result.crowd, result.have, tuple(world.counts for world in result.worlds))


def _key(result, theme):
    """Return the marks of the key under the people."""
    bent = hundred.path([(0.5, _KEY[0])], "bent", 0.43)
    upright = hundred.path([(0.5, _KEY[1])], "upright", 0.43)
    color, plain = theme.color(_role(result)), theme.color("neutral")
    yield outlines.drawn("key: has it", bent, {"width": 0.8, "color": color}, fill=color)
    yield outlines.drawn(
        "key: does not", upright, {"width": 1.5, "color": plain}, fill=plain if result.crowd > 100 else None
    )


def _dotted(result, guess, theme):
    """Return the outline round as many of those who are positive as the reader expected to have it."""
    path = "" if guess is None else rooms.guessed(result.worlds[0].counts, result.crowd, guess / 100)
    return outlines.drawn("as many as you said", path, theme.stroke("prediction", 1.2), visible=bool(path))


def _said(guess):
    return "" if guess is None else f"dotted: you said {guess:g} of 100"


def _words(result, theme, held, share):
    """Return the headings, what is beside the rail, the words over the groups, and the key; as many for every state."""
    middle, right = rooms.WIDE / 2, rooms.RIGHT + rooms.WIDE / 2
    font, small = theme.text(), theme.text(size=0.95)
    deep = result.have * rooms.home(result.crowd, result.have)[0].block.height(100) / 100
    deep = min(max(deep, 0.9), 9.4) if result.crowd == 100 else 0.9
    beside = f"<b>{result.have}</b><br>have it"
    rows = [
        (rooms.AISLE - 1.4, -2.3, f"<b>{name(result)}</b>", "top center", font),
        (_RAIL - 0.75, deep, beside, "middle left", theme.text(_role(result), 0.93)),
    ]
    if len(result.worlds) == 1:
        rows += _of_one(result, held, share, font, small, middle, right)
    else:
        rows += _of_two(result, share, font, small, middle, right)
    return rows


def _of_one(result, held, share, font, small, middle, right):
    counts = result.worlds[0].counts
    found, false = round(share * counts.found), round(share * counts.false)
    others = result.crowd - result.have
    ill, well = rooms.there(result.crowd, counts.found)
    theirs = held.worlds[0].counts if held and len(held.worlds) == 1 and held.crowd == result.crowd else None
    a = [f" (A: {number:,})" for number in (theirs.found, theirs.false)] if theirs else ["", ""]
    negative = result.crowd - found - false
    yield middle, -0.75, f"Negative: <b>{negative:,}</b>", "middle center", font
    yield right, -0.75, f"Positive: <b>{found + false:,}</b>", "middle center", font
    yield right, ill.top - 0.55, f"<b>{found} have it</b>{a[0]}", "middle center", small
    yield right, well.top - 0.55, f"{false:,} do not{a[1]}", "middle center", small
    missed = "missed" if share == 1 else "have it"
    yield 1.2, _KEY[0], f"{result.have - found} {missed}", "middle right", small
    yield 1.2, _KEY[1], f"{others - false:,} do not have it", "middle right", small
    for x, positive in ((middle, False), (right, True)):
        after = chance(result.before, result.worlds[0].sensitivity, result.worlds[0].specificity, positive)
        yield x, _AFTER, f"<b>{of_many(after)}</b> such have it" if share == 1 else "", "middle center", font


def _of_two(result, share, font, small, middle, right):
    said = []
    for world in result.worlds:
        found, false = round(share * world.counts.found), round(share * world.counts.false)
        said.append(f"If they err {world.name}: <b>{found + false:,}</b><br>{found} have it")
    yield middle, -0.75, f"Everybody: <b>{result.crowd:,}</b>", "middle center", font
    yield right, -0.15, said[0], "top center", font
    yield right, rooms.LOWER - 0.15, said[1], "top center", font
    both = result.counted
    yield (
        right,
        _AFTER,
        f"Counted: <b>{both.positive:,}</b>, {both.found} have it" if both else "",
        "middle center",
        font,
    )
    yield 1.2, _KEY[0], f"{result.have} have it", "middle right", small
    yield 1.2, _KEY[1], f"{result.crowd - result.have:,} do not have it", "middle right", small


def _names(result, theme):
    """Return the words on the plates, and what they are; as many rows as there can be."""
    small = theme.text(size=0.93)
    rows = [
        (chips.FIRST - 0.4, sum(chips.TRIED) / 2, "tried in", "middle left", small),
        (chips.FIRST - 0.4, sum(chips.COME) / 2, "who comes", "middle left", small),
    ]
    for _, chosen, text, (left, top, right, bottom) in chips.plates(result):
        font = theme.text(size=0.93) if chosen else {**theme.text(size=0.93), "color": theme.muted}
        rows.append(((left + right) / 2, (top + bottom) / 2, text, "middle center", font))
    return rows + [(0, 0, "", "middle center", small)] * (9 - len(rows))
