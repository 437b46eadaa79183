"""A crowd at home, and below the line those whom the test calls positive."""

from spine_edu.diagnosis.chances import chips, icons, rooms
from spine_edu.diagnosis.chances.model import ALIKE, COUNTED, INDEPENDENT
from spine_edu.diagnosis.chances.words import after_words, chances, coin, name, sentence
from spine_edu.drawing import hundred, outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import words
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: The settings that the question is about: the start.
ASKED = {"test": "raise_scan", "have": 55.0, "crowd": "100", "second": "none", "ends": "value"}
#: Where the hundred of the question stand: people in whom the test is positive.
CROWD = {"axes": ["xaxis", "yaxis"], "places": [[column + 0.5, row + 0.5] for row in range(10) for column in range(10)]}
#: What the axes show: columns, and rows from the top down; and of the question alone.
COLUMNS, ROWS, ALONE = (-0.6, 20.6), (-1.7, 24.2), ((-1.5, 16), (-1.6, 10.3))
#: How many pixels a person of a hundred has, and how long people walk when the test is another one, ms.
_CELL, _LARGE, _WALK = 23, 29, 1100
#: Where things are, downwards: the words under home, the line, the name of the test, the words under it, the chances.
_HOME, _LINE, _NAME, _BELOW, _AFTER = 5.9, 6.75, 7.5, 8.85, 16.75
#: Where the marks of the key are.
_MARKS = (7.7, 13.8)
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
    guess = prediction if _asked(result.state) and held is None else None
    shapes = [
        *_furniture(result, theme),
        *(_people(shape, path, result, theme) for shape, path in rooms.paths(result).items()),
        outlines.drawn("between the grains", _grains(result), {"width": 0.6, "color": theme.paper}),
        *_key(result, theme),
        *_question(result, guess, theme),
        outlines.drawn("A", rooms.held(held, result), theme.stroke("held", 0.8), visible=held is not None),
    ]
    data = [
        words("words at the people", _words(result, theme, held, 1.0)),
        words("names to press", _names(result, theme)),
        words("what is dotted", [(0, _AFTER, _said(result, guess), "middle right", theme.text("prediction", 1.1))]),
    ]
    return {"data": data, "layout": _layout(theme, shapes)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the hundred of the question, all of them positive, and those whom the reader has painted."""
    everybody = hundred.path([tuple(place) for place in CROWD["places"]], "upright", 0.43)
    said = rooms.Block(10, 1, 1, 0.43).outline(round(prediction), 0, 0) if prediction else ""
    text = "<b>100 people in whom<br>the raised leg hurts</b>"
    shapes = [
        outlines.drawn("as many as you said", said, theme.stroke("prediction", 1.2), visible=bool(said)),
        outlines.drawn("people with a positive test", everybody, {"width": 1.5, "color": theme.color("neutral")}),
    ]
    return {
        "data": [words("words at the people", [(5, -0.1, text, "top center", theme.text())])],
        "layout": _layout(theme, shapes, *ALONE),
    }


def grips(result):
    """Return the handle, which goes along the people: behind the last of those who have it."""
    block, have = rooms.home(result.crowd, result.have)[0].block, result.have
    rows, rest = divmod(have, block.columns)
    end, right = rest * block.across, block.columns * block.across if rows else rest * block.across
    top, deep = rows * block.down, block.height(have)
    body = [(0, 0), (right, 0), (right, top), (end, top), (end, deep), (0, deep)]
    handle = grip(result.state, "have", lambda have: (have, 0), body=body, telling=True, small=True)
    return [{**handle, "track": [list(point) for point in rooms.along(result.crowd)]}]


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
        [*(_so_far(result, share) for share in shares[:-1]), sentence(result)],
        seconds=6,
    )
    drawn = [rooms.paths(result, share) for share in shares]
    for shape in drawn[0]:
        run.add(shape, path=[paths[shape] for paths in drawn])
    texts = [[text for _, _, text, _, _ in _words(result, theme, None, share)] for share in shares]
    run.add("words at the people", text=texts)
    if prediction is not None and _asked(result.state):
        # Who has it of the hundred that was asked for stays hidden until the end.
        some, others = rooms.hundred_asked(_answer(result))
        hidden, nobody = rooms.hundred_asked(0)[1], rooms.hundred_asked(0)[0]
        run.add("asked: have it", path=[nobody] * _MOMENTS + [some])
        run.add("asked: do not", path=[hidden] * _MOMENTS + [others])
        run.add("what is dotted", text=[[_said(result, prediction, share == 1)] for share in shares])
    return run


def _so_far(result, share):
    """Return what is said when a share of those who will be positive has been tested."""
    found = [round(share * world.counts.found) for world in result.worlds]
    positive = [round(share * world.counts.false) + one for one, world in zip(found, result.worlds, strict=True)]
    if len(found) == 1:
        return f"So far {positive[0]:,} are positive, and {found[0]} of them have it."
    ways = " or ".join(f"{many:,} (of whom {one} have it)" for many, one in zip(positive, found, strict=True))
    return f"So far positive: {ways}."


def _asked(state):
    return all(getattr(state, setting) == value for setting, value in ASKED.items())


def _layout(theme, shapes, columns=COLUMNS, rows=ROWS):
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
    """Return the line and the arrow over it, what is done, and the plates under the people."""
    muted = {"width": 1.6, "color": theme.muted}
    yield outlines.drawn("the line", f"M0,{_LINE}H{rooms.WIDE}", {**muted, "dash": "dot"})
    top, low = _LINE - 0.2, _NAME + 0.45
    arrow = f"M0.5,{top}V{low}M0.1,{low - 0.5}L0.5,{low}L0.9,{low - 0.5}"
    yield outlines.drawn("over the line", arrow, {"width": 2, "color": theme.ink})
    # Two names, and what is said of a test that tells nothing, leave no room for the drawing.
    done = icons.drawing(result.test.sign) if result.second is None and not coin(result) else ""
    yield outlines.drawn("what is done", done, {"width": 1.7, "color": theme.ink}, visible=bool(done))
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
    return rooms.grains(result.crowd, result.have, tuple(world.counts for world in result.rooms))


def _key(result, theme):
    """Return the marks of the key: under home, and, of one test, over those who are positive."""
    rows = (_HOME, _BELOW) if len(result.worlds) == 1 else (_HOME,)
    bent = hundred.path([(_MARKS[0], y) for y in rows], "bent", 0.43)
    upright = hundred.path([(_MARKS[1], y) for y in rows], "upright", 0.43)
    color, plain = theme.color(_role(result)), theme.color("neutral")
    fill = {"fill": plain, "opacity": 0.55} if result.crowd > 100 else {}
    yield outlines.drawn("key: has it", bent, {"width": 0.8, "color": color}, fill=color)
    yield outlines.drawn("key: does not", upright, {"width": 1.5, "color": plain}, **fill)


def _question(result, guess, theme):
    """Return the hundred of the question, who of them has it, and the outline round as many as the reader said."""
    some, others = ("", "") if guess is None else rooms.hundred_asked(_answer(result))
    color, plain = theme.color(_role(result)), theme.color("neutral")
    there = guess is not None
    yield outlines.drawn("asked: have it", some, {"width": 0.8, "color": color}, visible=there, fill=color)
    yield outlines.drawn("asked: do not", others, {"width": 1, "color": plain}, visible=there)
    path = rooms.guessed(guess) if guess else ""
    yield outlines.drawn("as many as you said", path, theme.stroke("prediction", 1.2), visible=bool(path))


def _answer(result):
    return round(100 * result.after(result.worlds[0]))


def _said(result, guess, done=True):
    if guess is None:
        return ""
    told = f"{_answer(result)} have it" if done else "how many?"
    return f"Of 100 positive: {told} (dotted: you said {guess:g})"


def _words(result, theme, held, share):
    """Return who has it, the name of the test, the words at the line and over the groups; as many for every state."""
    font = theme.text(size=1.15)
    before = f"<b>{result.have}</b> of {result.crowd:,} have it"
    rows = [
        (0, -0.85, before, "middle right", theme.text(_role(result), 1.15)),
        (1.4, _NAME, _done(result, held), "middle right", font),
    ]
    rows += _of_one(result, held, share) if len(result.worlds) == 1 else _of_two(result, share, theme)
    return [row if len(row) == 5 else (*row, font) for row in rows]


def _done(result, held):
    """Return the name of the test, and whether it tells nothing, where there is room to say so."""
    told = ": no better than a coin" if held is None and result.second is None and coin(result) else ""
    return f"<b>{name(result)}</b>{told}"


def _of_one(result, held, share):
    world = result.worlds[0]
    counts, others, one = world.counts, result.crowd - result.have, "middle right"
    found, false = round(share * counts.found), round(share * counts.false)
    # Who has not been tested yet is not negative.
    here, whoever = ("Negative", "missed") if share == 1 else ("At home", "have it")
    yield 0, _HOME, f"{here}: <b>{result.crowd - found - false:,}</b>", one
    yield _MARKS[0] + 0.7, _HOME, f"{result.have - found} {whoever}", one
    yield _MARKS[1] + 0.7, _HOME, f"{others - false:,} do not", one
    yield 0, _BELOW, f"Positive: <b>{found + false:,}</b>", one
    yield _MARKS[0] + 0.7, _BELOW, f"<b>{found}</b> have it", one
    yield _MARKS[1] + 0.7, _BELOW, f"{false:,} do not", one
    _, well = rooms.there(result.crowd, counts.found)
    false_of_a = held.worlds[0].counts.false if held and held.crowd == result.crowd else 0
    low = well.top + well.block.height(max(counts.false, false_of_a))
    yield 0, min(low + 0.95, _AFTER), chances(result, short=True) if share == 1 else "", one
    a = held.worlds[0].counts if held else None
    yield 16.4, _NAME, f"A: {a.positive:,}, {a.found} have it" if a else "", "middle left"


def _of_two(result, share, theme):
    one = "middle right"
    yield 0, _HOME, f"All: <b>{result.crowd:,}</b>", one
    yield _MARKS[0] + 0.7, _HOME, f"{result.have} have it", one
    yield _MARKS[1] + 0.7, _HOME, f"{result.crowd - result.have:,} do not", one
    many = len(result.rooms)
    # Three rooms are narrow.
    font = theme.text(size=1.15 if many == 2 else 1.0)
    low = rooms.low(result.crowd, tuple(world.counts for world in result.rooms))
    for number in range(max(rooms.BEGIN)):
        world = result.rooms[number] if number < many else None
        left = rooms.BEGIN[many][number] if world else 0
        head, of_them, after = _room(result, world, share, narrow=many > 2) if world else ("", "", "")
        yield left, _BELOW - 0.05, head, one, font
        yield left, _BELOW + 1.0, of_them, one, font
        yield left, min(low + 0.8, _AFTER), f"<b>{after}</b>" if many == 2 else after, one, font


def _room(result, world, share, narrow):
    """Return what is said over those who are positive in one of several rooms, and under them."""
    found, false = round(share * world.counts.found), round(share * world.counts.false)
    heads = {INDEPENDENT: "Errors independent", ALIKE: "Errors alike", COUNTED: "Counted"}
    head = heads[world.name].removeprefix("Errors " if narrow else "").capitalize()
    return (
        f"{head}: <b>{found + false:,}</b>",
        f"<b>{found}</b> have it",
        after_words(result, world) if share == 1 else "",
    )


def _names(result, theme):
    """Return the words on the plates, and what they are; as many rows as there can be."""
    font = theme.text(size=1.05)
    rows = [
        (0, chips.TRIED[0] - 0.5, "In whom it was tried:", "middle right", font),
        (0, chips.COME[0] - 0.5, "Who comes, and how many of them have it:", "middle right", font),
    ]
    small = theme.text(size=0.95)
    for _, chosen, text, (left, top, right, bottom) in chips.plates(result):
        look = small if chosen else {**small, "color": theme.muted}
        rows.append(((left + right) / 2, (top + bottom) / 2, text, "middle center", look))
    return rows + [(0, 0, "", "middle center", font)] * (2 + sum(chips.MOST) - len(rows))
