"""Two plates for a hundred people each, one of them empty; the same result in three sentences; the panel's tables."""

from spine_edu.claims.other_column import names, people, places, writing
from spine_edu.claims.other_column.model import ESTIMATES, PEOPLE, simulate
from spine_edu.claims.other_column.words import gains, sentence
from spine_edu.drawing import hundred, outlines
from spine_edu.drawing.grips import grip, grip_of_choices
from spine_edu.drawing.marks import words
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: The settings that the question is about: the start.
ASKED = {"claim": "device", "counted": "again", "when": "year2", "other": "mine", "view": "columns", "mine": 0}
#: Where the hundred of the question stand: those without the device.
CROWD = {
    "axes": ["xaxis", "yaxis"],
    "places": [list(places.seat(person, places.OTHER)) for person in range(PEOPLE)],
}
#: How many pixels a person has, also in a hall, and how long people walk, ms.
_CELL, _LARGE, _WALK = 22, 26, 900


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of a `ColumnResult`.

    Parameters
    ----------
    result, held : ColumnResult
    theme : Theme
    prediction : float or None
        How many of 100 the reader expected in the other column of the device.
    """
    guess = prediction if is_asked(result) else None
    if guess and not result.state.mine and result.state.other == "mine":
        # What was said stands there as painted, until something else is painted.
        result = simulate(result.state.replace(mine=guess))
    return {
        "data": [
            words("words", writing.rows(result, theme, held=held)),
            words("names to press", writing.on_names(result, theme)),
        ],
        "layout": _layout(theme, _shapes(result, theme, held, guess)),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the full column, and a hundred people beside it of whom as many are painted as the reader has said."""
    asked, many = prediction is None, round(prediction or 0)
    said = simulate(result.state.replace(mine=many))
    waiting = [places.seat(person, places.OTHER) for person in range(many, PEOPLE)]
    everybody = hundred.path(waiting, "upright", people.COLUMN)
    look = {"width": 1, "color": theme.muted}
    # The same shapes as in the open picture, so that the other half of the page glides in.
    shapes = [
        outlines.drawn(one["name"], everybody, look) if one["name"] == "empty seats" else one
        for one in _shapes(said, theme, None, None, asked=asked)
    ]
    names_ = [(0, 0, "", "middle center", theme.text())] if asked else writing.on_names(result, theme)
    return {
        "data": [words("words", writing.rows(said, theme, asking=True)), words("names to press", names_)],
        "layout": _layout(theme, shapes, places.ASKING if asked else places.ROWS),
    }


def grips(result):
    """Return the handles: how many are painted, the time, and the estimates of the three sentences."""
    state, found = result.state, []
    if state.view == "columns":
        if not result.laid_over:
            found.append(grip(state, "mine", places.along_plate, along="y"))
        spots = [(x, places.LINE) for x in places.times(len(result.times))]
        if spots:
            now = result.times.index(result.columns.row.when)
            found.append(grip_of_choices("when", [f"when:{when}" for when in result.times], spots, now))
    elif state.view == "wordings":
        found += [grip(state, name, places.along_strip(at), along="x") for at, name in enumerate(ESTIMATES)]
    return found


def can_play(result):
    """Return whether there is a run: something that is laid over step by step."""
    view = result.state.view
    return result.laid_over and (
        view == "votes" or (view == "wordings" and result.worded) or result.shown[1] is not None
    )


def frames(result, *, theme=LIGHT, prediction=None):
    """Return what is laid over as `Frames`: row by row, sentence by sentence, or table by table."""
    steps = [*range(people.STEPS[result.state.view]), None]
    run = Frames(
        "step",
        (f"{len(steps) - 1 if step is None else step} of {len(steps) - 1}" for step in steps),
        [sentence(result)] * len(steps),
        seconds=4,
    )
    drawn = [people.columns(result, step) | people.strips(result, step) | people.panel(result, step) for step in steps]
    for name in drawn[0]:
        run.add(name, path=[paths[name] or outlines.EMPTY for paths in drawn])
    for name, path in (people.takes(result) | {"who differ": people.differ(result)}).items():
        run.add(name, path=[outlines.EMPTY] * (len(steps) - 1) + [path or outlines.EMPTY])
    run.add("words", text=[[row[2] for row in writing.rows(result, theme, step=step)] for step in steps])
    return run


def touches(result):
    """Return what is tapped: the pages, the buttons, the names, the seats of the empty column, and the tables."""
    return {"axes": ["xaxis", "yaxis"], "things": names.things(result)}


def is_asked(result):
    """Return whether what the question is about is looked at, laid over or not."""
    return all(getattr(result.state, name) == ASKED[name] for name in ("claim", "counted", "when", "view"))


def _layout(theme, shapes, rows=places.ROWS):
    cell = _LARGE if theme.large else _CELL
    plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
    low, high = rows
    return theme.layout(
        height=round(cell * (high - low)) + 12,
        margin={"l": 6, "r": 6, "t": 6, "b": 6},
        shapes=list(shapes),
        meta={"cut": True, "walk": _WALK},
        xaxis={**plain, "range": list(places.COLUMNS), "anchor": "y"},
        yaxis={**plain, "range": [high, low], "anchor": "x", "scaleanchor": "x", "constraintoward": "top"},
    )


def _shapes(result, theme, held, guess, asked=False):
    yield from _paper(result, theme)
    yield from _boxes(result, theme, asked)
    for name, path in people.columns(result).items():
        yield _person(name, path, result, theme)
    yield from _compared(result, theme, held, guess)
    yield from _taken(result, theme)
    yield from _strips(result, theme)
    yield from _panel(result, theme)
    line = "".join(f"M{x:.4g},{places.LINE - 0.3}V{places.LINE + 0.3}" for x in writing.ticks(result))
    whole = f"M{places.ENDS[0]},{places.LINE}H{places.ENDS[1]}{line}" if line else ""
    yield outlines.drawn("times", whole, {"width": 1.6, "color": theme.muted})


def _boxes(result, theme, asked):
    """Yield the boxes of all names: plain ones, those with nothing behind them, and the chosen ones.

    While the question is open (`asked`), nothing is there to be pressed.
    """
    says = places.outline(0, places.SAYS[0], places.WIDE, places.SAYS[1])
    kinds = {"names": "", "nothing behind": "", "chosen names": says}
    for one in () if asked else names.every(result):
        kind = "chosen names" if one.chosen else "names" if one.there else "nothing behind"
        kinds[kind] += places.outline(*one.box)
    muted = {"width": 1.2, "color": theme.muted}
    yield outlines.drawn("names", kinds["names"], muted, fill=theme.panel)
    yield outlines.drawn("nothing behind", kinds["nothing behind"], {**muted, "dash": "dot"})
    yield outlines.drawn(
        "chosen names", kinds["chosen names"], {"width": 2, "color": theme.ink}, fill=theme.fill("water")
    )


def _paper(result, theme):
    """Yield both halves of the torn page, and the frame of the empty place beside the first one."""
    for name, path in people.pages(result).items():
        yield outlines.drawn(name, path, {"width": 1.4, "color": theme.muted}, fill=theme.panel)
    empty = result.state.view == "columns" and result.shown[1] is None
    frame = places.outline(*places.plate(places.OTHER)) if empty else ""
    yield outlines.drawn("the empty place", frame, {"width": 2, "color": theme.muted, "dash": "dash"})


def _person(name, path, result, theme):
    """Return some people of the columns in their look: hollow if their number is from memory, dotted if not traced."""
    if name == "empty seats":
        return outlines.drawn(name, path, {"width": 0, "color": theme.muted}, fill=theme.muted)
    if name == "painted":
        return outlines.drawn(name, path, {"width": 1.5, "color": theme.color("prediction")})
    if name.endswith("seen"):
        return outlines.drawn(name, path, {"width": 1.2, "color": theme.ink}, fill=theme.paper)
    there = result.state.view == "columns" and result.columns is not None
    role = "pain" if name.endswith("not well") else "better"
    color = theme.color("neutral" if there and result.columns.finding else role)
    untraced = there and result.untraced
    line = {"width": 1.2, "color": color, "dash": "dot" if untraced else "solid"}
    return outlines.drawn(name, path, line, fill=None if untraced or (there and result.columns.remembered) else color)


def _compared(result, theme, held, guess):
    """Yield what is laid round the people: who differ, what the reader has said, and run A."""
    yield outlines.drawn("who differ", people.differ(result), {"width": 2.6, "color": theme.ink})
    said = result.state.mine or guess or 0
    over = result.state.view == "columns" and (result.laid_over or not result.state.mine)
    path = places.band(0, round(said), places.OTHER) if over and said else ""
    yield outlines.drawn("as many as you said", path, theme.stroke("prediction", 1.4))
    path = ""
    if held is not None and result.state.view == "columns":
        edges = zip(held.shown, (places.FIRST, places.OTHER), strict=True)
        path = "".join(places.band(0, count, left) for count, left in edges if count)
    yield outlines.drawn("A", path, theme.stroke("held", 1.2))


def _taken(result, theme):
    """Yield those whom it takes: the one in the colour of what it brings, as many as it may be hollow."""
    loses = result.state.view == "columns" and result.worded and not gains(result.columns)
    one = "load" if loses and result.columns.finding else "pain" if loses else "better"
    for name, path in people.takes(result).items():
        color = theme.color(one if name == "for one" else "neutral")
        yield outlines.drawn(name, path, {"width": 1, "color": color}, fill=None if name == "or as many" else color)


def _strips(result, theme):
    drawn, plain = people.strips(result), theme.color("neutral")
    yield outlines.drawn(
        "said of the sentences",
        drawn["said of the sentences"],
        theme.stroke("prediction", 1.2),
        fill=theme.fill("prediction"),
    )
    yield outlines.drawn("people of the sentences", drawn["people of the sentences"], {"width": 1, "color": plain})
    color = theme.color("better")
    name = "differ by the sentences"
    yield outlines.drawn(name, drawn[name], {"width": 1, "color": color}, fill=color)


def _panel(result, theme):
    looks = {"members of the panel": "neutral", "say yes": "better", "say no": "pain"}
    for name, path in people.panel(result).items():
        color = theme.color(looks[name])
        yield outlines.drawn(name, path, {"width": 1.2, "color": color}, fill=color)
    yield outlines.drawn("tables", people.tables(result), {"width": 1.2, "color": theme.muted}, fill=theme.panel)
