"""The switchboard: six lamps, wires to the back muscle of a body, and what follows in time.

A press on a lamp switches a source on, to half, and off. The wires are as thick as what they bring to the muscle now.
"""

from spine_edu.drawing import outlines
from spine_edu.drawing.marks import curve, mark
from spine_edu.drawing.marks import words as written
from spine_edu.explorer.frames import Frames
from spine_edu.spasm.mechanisms import bodies, curves, icons, lens, places, words
from spine_edu.spasm.mechanisms.model import FULL, MECHANISMS, READOUTS, MechanismsState, alone, part, value
from spine_edu.theme import LIGHT

#: Strengths through which a press on a lamp goes.
_NEXT = {"off": 10.0, "full": 5.0, "some": 0.0}
#: Hours at which a run is shown.
RUN = (-6.0, -3.0, -0.5, 0.0, 0.25, 0.5, 0.75, *map(float, range(1, 24)), *(24.0 * day for day in range(1, 43)))
_HIDDEN = {"visible": False, "fixedrange": True}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the board.

    Parameters
    ----------
    result, held : MechanismsResult
    theme : Theme
    prediction : sequence of (float, float), optional
        The curve that the reader drew: hours and heights.
    """
    rows = [_title(result, theme), *_names(result, theme), *curves.written(result, theme), *_foot(result, theme)]
    traces = [
        _lamps(result, theme),
        _open_card(result, theme),
        *curves.traces(result, theme, held, prediction),
        written("Words of the board", rows),
        written("The moment in words", [curves.at_knob(result.state.hour, theme)]),
        written("Values", _values(result, theme, result.state.hour)),
        written("Your curve in words", [_own_words(result, prediction, theme)]),
    ]
    for trace in traces:
        trace["hoverinfo"] = "skip"
    return {
        "data": traces,
        "layout": theme.layout(
            height=curves.height(theme),
            xaxis={"range": [0, places.WIDE], **_HIDDEN},
            yaxis={"range": [0, places.HIGH], **_HIDDEN},
            shapes=[*_shapes(result, theme), *curves.shapes(result, held, theme)],
            images=icons.signs(theme),
            margin={"l": 2, "r": 2, "t": 2, "b": 2},
        ),
    }


def rooms(result, theme):
    """Return the rooms of the bodies: of one, or of two."""
    where, tall = (places.TWO, places.TALL_OF_TWO) if result.apart else (places.ONE, places.TALL)
    unit, middle = curves.unit_of(theme), bodies.low_back(result.state.does)[0]
    return [bodies.Room(x, places.FLOOR, tall, unit, middle) for x in where]


def states(result):
    """Return the states of the bodies: all sources in one, or one source in each of two."""
    return [alone(result.state, name) for name in result.rivals] if result.apart else [result.state]


def _shapes(result, theme):
    button = places.box(*places.BUTTON) if words.offered(result) else ""
    edge = {"color": theme.color("sensitisation"), "width": theme.line * 0.6}
    told = "".join(places.box(*edges) for _, edges in zip(result.told, places.TOLD, strict=False))
    yield outlines.drawn("What was told: press one", told, edge, fill=theme.panel)
    yield outlines.drawn("The experiment: press", button, edge, fill=theme.panel)
    drawn = list(zip(rooms(result, theme), states(result), strict=True))
    for number in range(2):
        yield from _body(number, *(drawn[number] if number < len(drawn) else (None, None)), theme)
    yield from _wires(result, theme)
    place = places.LENS_OF_TWO if result.apart else places.LENS
    yield from lens.shapes(result.state.on, place, places.LENS_RADIUS, curves.unit_of(theme), theme)


def _body(number, room, state, theme):
    """Yield a body with bed, bag or belt, its muscle, its nerve and its pains; empty shapes without a room."""
    who = ("First", "Second")[number]
    skin, ink = theme.solids["skin"], theme.ink
    does = state.does if state else "about"
    room = room or bodies.Room(places.ONE[0], places.FLOOR, places.TALL, 1.0)
    body, lines, closed = bodies.posture(does)
    there = [*body.outlines()] if state else [[], []]
    lines, closed = (lines, closed) if state else ([], [])
    edge, none = {"fill": ink, "edge": ink, "width": 2.5}, {"fill": skin, "edge": skin, "width": 0}
    yield room.line(f"{who} body: bed", lines, {"color": theme.muted, "width": theme.line * 0.8})
    yield room.shape(f"{who} body: edge", there[0], **edge)
    yield room.shape(f"{who} body", there[0], **none)
    yield room.shape(f"{who} body: arm, edge", there[1], **edge)
    yield room.shape(f"{who} body: arm", there[1], **none)
    belt = [] if does == "carry" else closed
    yield room.shape(f"{who} body: belt", belt, fill=theme.fill("neutral"), edge=theme.muted, width=1.2)
    yield room.shape(
        f"{who} body: bag", closed if does == "carry" else [], fill=theme.fill("load"), edge=ink, width=1.2
    )
    worry = bodies.worried(does) if state and state.stress else []
    yield room.line(f"{who} body: worry", worry, {"color": theme.color("pain"), "width": theme.line * 0.8})
    yield from _felt(who, room, state, does, theme)


def _felt(who, room, state, does, theme):
    """Yield what the model says, on the body: pain in back and leg, and over it the muscle, thicker as it works."""
    here = dict.fromkeys(READOUTS, 0.0)
    if state:
        here = {readout: value(state, readout, does, state.hour) for readout in READOUTS}
    pain = theme.color(curves.ROLES["back"])
    ache = [bodies.ache(does, here["back"])] if state else []
    yield room.shape(f"{who} body: back pain", ache, fill=pain, edge=pain, width=0, opacity=0.42)
    nerve = {"color": theme.color(curves.ROLES["leg"]), "width": _thick(here["leg"], theme)}
    yield room.line(f"{who} body: leg pain", [bodies.nerve(does)] if state else [], nerve)
    band = [bodies.muscle(does, here["muscle"])] if state else []
    edge = {"edge": theme.color("guarding"), "width": 1}
    yield room.shape(f"{who} body: back muscle", band, fill=theme.solids["muscle"], **edge)
    full = theme.color("guarding")
    at_work = room.shape(f"{who} body: back muscle at work", band, fill=full, edge=full, width=0)
    yield at_work | {"opacity": round(here["muscle"] / FULL, 3)}


def _thick(value, theme):
    """The thickness of the line down the leg, in px: nothing where nothing hurts."""
    return round(theme.size * 0.62 * value / FULL, 2)


def _wires(result, theme):
    """Yield a wire from each lamp: to the muscle of the body it belongs to, or, of a lamp that is off, a loose end."""
    for name in MECHANISMS:
        on = name in result.state.on
        color = theme.color("guarding") if on else theme.muted
        path = _wire(name, result, theme)
        yield outlines.drawn(f"Wire: {words.NAMES[name]}", path, {"color": color, "width": _wire_width(result, name)})


def _wire_width(result, name):
    added = result.parts.get(name)
    return 0.8 if added is None else round(1.6 + 0.9 * added, 2)


def _wire(name, result, theme):
    x0, y0 = places.LAMPS[name]
    side = 1 if x0 < places.WIDE / 2 else -1
    x0 += 1.1 * side
    if name not in result.state.on:
        return f"M{x0:.2f},{y0:.2f}L{x0 + _LOOSE * side:.2f},{y0:.2f}"
    room = rooms(result, theme)[result.rivals.index(name) if result.apart else 0]
    return _to_muscle(room, result.state.does, x0, y0)


#: How long the loose end of a wire is, and how far over a body that lies or bends a wire turns down to it.
_LOOSE, _OVER = 1.2, 4.0
#: What one does with the back up or down: there a wire comes from above and not from the side.
_FROM_ABOVE = ("still", "asleep", "raised", "bend")


def _to_muscle(room, does, x0, y0):
    """Return a wire from a place to the low back muscle of a body."""
    x1, y1 = room.x, room.up(bodies.low_back(does))
    bow = (x1 - x0) * 0.55
    x2, y2 = (x1, y1 + _OVER) if does in _FROM_ABOVE else (x1 - bow * 0.5, y1)
    return f"M{x0:.2f},{y0:.2f}C{x0 + bow:.2f},{y0:.2f},{x2:.2f},{y2:.2f},{x1:.2f},{y1:.2f}"


def level(strength):
    """Return how a lamp is: *off*, *full*, or *some*."""
    return "off" if not strength else "full" if strength == FULL else "some"


def pressed(state, name):
    """Return what a press on a lamp chooses: full, then half, then off; its card is read out."""
    return f"{name}:{_NEXT[level(getattr(state, name))]:g};known:{name}"


def _lamps(result, theme):
    """The lamps: a ring, filled as a source is strong."""
    on = [getattr(result.state, name) / FULL for name in MECHANISMS]
    look = {
        "size": theme.size * 2.1,
        "symbol": "circle",
        "opacity": 1,
        "color": [theme.fill("guarding") if share else theme.paper for share in on],
        "line": {
            "color": [theme.color("guarding") if share else theme.muted for share in on],
            "width": [theme.line * (0.8 + 1.2 * share) for share in on],
        },
    }
    x, y = zip(*(places.LAMPS[name] for name in MECHANISMS), strict=True)
    return mark("Lamps: press one", list(x), list(y), look)


def _open_card(result, theme):
    """A ring round the lamp whose card is read out."""
    there = [places.LAMPS[name] for name in MECHANISMS if name == result.state.known]
    ring = {"width": theme.line * 0.7, "color": theme.ink}
    look = {"size": theme.size * 2.75, "symbol": "circle-open", "color": theme.ink, "line": ring, "opacity": 1}
    return mark("Its card is read out", [x for x, _ in there], [y for _, y in there], look)


def touches(result):
    """Return what is tapped: the lamps, what she can do, the three values, and the experiment at the foot."""
    things = {}
    across, down, high = places.LAMP_ROOM
    for name, (x, y) in places.LAMPS.items():
        things[pressed(result.state, name)] = places.box(x - across, x + across, y - down, y + high)
    for does in words.DEEDS:
        things[f"does:{does}"] = places.box(*places.card(does))
    for readout, x in places.VALUE_AT.items():
        if result.apart:
            things[f"read:{readout}"] = places.box(x - 4.5, x + 4.5, places.VALUES - 0.7, places.VALUES + 0.7)
    for one, edges in zip(result.told, places.TOLD, strict=False):
        things[f"does:{one.row.does};hour:{one.row.hour:g}"] = places.box(*edges)
    if words.offered(result):
        found = result.experiment
        choice = f"does:{found.does};hour:{found.hour:g};read:{found.readout};view:two"
        things[choice] = places.box(*places.BUTTON)
    return {"axes": ["xaxis", "yaxis"], "things": things, "telling": True}


def grips(result):
    """Return the moment, which is dragged along the time, and the day on which the root is reached."""
    hours = [hour for hour, _ in places.JOINTS]
    found = [
        {
            "control": "hour",
            "axes": ["xaxis", "yaxis"],
            "along": "x",
            "track": [[hour, round(places.across(hour), 4), places.HOUR_KNOB] for hour in hours],
        }
    ]
    if curves.waits(result.state):
        days = [hour / 24 for hour in (*hours[1:-1], 168.0)]
        track = [[day, round(places.across(24 * day), 4), places.REACH_KNOB] for day in days]
        found.append({"control": "reach", "axes": ["xaxis", "yaxis"], "along": "x", "track": track})
    return found


def _names(result, theme):
    """Yield the names of the lamps, with the strength of those that are on."""
    for name, (x, y) in places.LAMPS.items():
        strength = result.state.on.get(name)
        text = f"<b>{words.BRIEF[name]}</b>" if strength else words.BRIEF[name]
        role = "guarding" if strength else None
        yield x, y - 1.35, text, "bottom center", theme.text(role)
        side = 1.5 if x < places.WIDE / 2 else -1.5
        shown = f"<b>{strength:g}</b>" if strength else " "
        where = "middle right" if side > 0 else "middle left"
        yield x + side, y + 0.95, shown, where, theme.text("guarding")
    for number, x in enumerate(places.TWO):
        text = f"<b>only {words.BRIEF[result.rivals[number]]}</b>" if result.apart else " "
        yield x, places.HEADS, text, "middle center", theme.text("guarding")


def _title(result, theme):
    return places.WIDE / 2, places.TITLE, f"<b>{words.title(result)}</b>", "middle center", theme.text(size=1.0)


def _values(result, theme, hour):
    """The three values at an hour, of one body or of two, each in the colour of its curve."""
    rows = []
    for readout, x in places.VALUE_AT.items():
        numbers = [value(state, readout, state.does, hour) for state in states(result)]
        text = f"{words.VALUES[readout]} {' | '.join(f'{number:.1f}' for number in numbers)}"
        strong = not result.apart or readout == result.state.read
        size = 1.0 if strong else 0.84
        rows.append(
            (
                x,
                places.VALUES,
                f"<b>{text}</b>" if strong else text,
                "middle center",
                theme.text(curves.ROLES[readout], size),
            )
        )
    return rows


def _own_words(result, prediction, theme):
    if not prediction or not curves.asked_about(result.state):
        return 0, 0, " ", "middle center", theme.text("prediction", 0.84)
    hour, height = prediction[-1]
    return (
        places.across(hour) + 0.3,
        places.up(max(height, 0.8)),
        "your curve",
        "middle right",
        theme.text("prediction", 0.84),
    )


def _foot(result, theme):
    """What is said at the foot: what to do, the story, or where two sources differ most."""
    role = "sensitisation" if result.rivals else None
    text = " " if result.told else words.foot(result)
    yield places.WIDE / 2, places.FOOT, text, "middle center", theme.text(role, 0.95)
    for number, (left, right, low, high) in enumerate(places.TOLD):
        one = result.told[number] if number < len(result.told) else None
        role = "treatment" if one and one.fits else "pain"
        font = theme.text(role, 0.95)
        yield (left + right) / 2, (low + high) / 2, words.told(one) if one else " ", "middle center", font


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the person who has lain down, one lamp that is on, and axes with what her muscle did until then."""
    state = MechanismsState(chemical=FULL, does="still", hour=0.0)
    room = bodies.Room(13.0, 0.8, 15.0, _unit_of_veiled(theme), bodies.low_back("still")[0])
    axes = {"axes": ("x2", "y2")}
    plain = [one | {"xref": "x2", "yref": "y2"} for one in _body(0, room, state, theme)]
    x0, y0 = 28.0, 7.6
    wire = _to_muscle(room, "still", x0 - 1.2, y0)
    lamp = {"size": theme.size * 2.3, "color": theme.fill("guarding"), "opacity": 1}
    lamp["line"] = {"color": theme.color("guarding"), "width": theme.line * 3}
    text = "<b>chemical irritation</b><br>is on, nothing else"
    known = {**curves.stroke("muscle", theme, 1.3), "dash": "solid"}
    drawn = [
        curve("As hard as it can", [18, 48], [FULL, FULL], theme.stroke("neutral", 0.5)),
        curve("Back muscle, so far", _SO_FAR, [value(state, "muscle", "about", hour) for hour in _SO_FAR], known),
        curve("She lies down", [24, 24], [0, FULL], theme.stroke("neutral", 0.7)),
        curve("An hour later", [25, 25], [0, FULL], theme.stroke("neutral", 0.5) | {"dash": "dot"}),
        written("On the axes", list(_on_the_axes(theme)), ("x", "y")),
        mark("The one lamp that is on", [x0], [y0], lamp, xaxis="x2", yaxis="y2"),
        written("Its name", [(x0, y0 - 1.9, text, "bottom center", theme.text("guarding", 0.9))], ("x2", "y2")),
    ]
    if prediction:
        drawn.append(curve("Your prediction", *zip(*prediction, strict=True), theme.stroke("prediction")))
    ticks = {"tickvals": [18, 24, 30, 36, 42, 48]}
    layout = theme.layout(
        height=theme.em(29),
        xaxis=theme.axis("Hours since the lift", range=[18, 48], **ticks),
        yaxis=theme.axis("Muscle (of 10)", range=[0, FULL], domain=[0, 0.6]),
        xaxis2={"range": [0, places.WIDE], **_HIDDEN, "anchor": "y2"},
        yaxis2={"range": [0, 10.6], "domain": [0.64, 1], **_HIDDEN, "anchor": "x2"},
        margin={"l": theme.em(3.4), "r": theme.em(1.2), "t": theme.em(0.4), "b": theme.em(3.4)},
        images=[icons.sign("chemical", x0, y0, theme) | {"xref": "x2", "yref": "y2"}],
        shapes=[outlines.drawn("Its wire", wire, {"color": theme.color("guarding"), "width": 4}, **axes), *plain],
    )
    return {"data": [one | {"hoverinfo": "skip"} for one in drawn], "layout": layout}


def _on_the_axes(theme):
    """Yield what stands on the axes of the question."""
    yield 24, 9.2, "she walks ", "middle left", theme.text("guarding", 0.9)
    yield 25, 9.2, " an hour after she lies down", "middle right", theme.text("neutral", 0.9)


#: Hours of the day before she lies down that the question shows.
_SO_FAR = (18.0, 20.0, 22.0, 24.0)


def _unit_of_veiled(theme):
    """How many px a unit of the veiled picture's body is high."""
    return (theme.em(29) - theme.em(3.8)) * 0.36 / 10.6


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the run from before the lift to six weeks after it."""
    played = Frames(
        "moment",
        [words.when(hour) for hour in RUN],
        [words.at_moment(result, hour) for hour in RUN],
        seconds=12,
        stride=2,
        controls={"hour": list(RUN)},
    )
    heights = [[places.up(height) for height in curves.at_moment(result, hour)] for hour in RUN]
    played.add("Now", x=[[places.across(hour)] * len(heights[0]) for hour in RUN], y=heights)
    played.add("How far they are apart", path=[curves.gap_path(result, hour) for hour in RUN])
    played.add("The moment", path=[_cursor(hour) for hour in RUN])
    beside = [curves.at_knob(hour, theme) for hour in RUN]
    played.add("The moment in words", x=[[one[0]] for one in beside], text=[[one[2]] for one in beside])
    played.add("The moment in words", textposition=[[one[3]] for one in beside])
    played.add("Values", text=[[row[2] for row in _values(result, theme, hour)] for hour in RUN])
    for name in result.state.on:
        parts = [part(result.state, name, "muscle", result.state.does, hour) for hour in RUN]
        played.add(f"Wire: {words.NAMES[name]}", **{"line.width": [round(1.6 + 0.9 * one, 2) for one in parts]})
    for number, (room, state) in enumerate(zip(rooms(result, theme), states(result), strict=True)):
        _add_body(played, ("First", "Second")[number], room, state, theme)
    return played


def _cursor(hour):
    x = places.across(hour)
    return outlines.line("", [[(x, places.LOW), (x, places.HOUR_KNOB)]], {})["path"]


def _add_body(played, who, room, state, theme):
    """Let a body feel and work through the run."""
    there = {readout: [value(state, readout, state.does, hour) for hour in RUN] for readout in READOUTS}
    bands = [room.path(bodies.muscle(state.does, one)) for one in there["muscle"]]
    played.add(f"{who} body: back muscle", path=bands)
    played.add(
        f"{who} body: back muscle at work", path=bands, opacity=[round(one / FULL, 3) for one in there["muscle"]]
    )
    played.add(f"{who} body: back pain", path=[room.path(bodies.ache(state.does, one)) for one in there["back"]])
    played.add(f"{who} body: leg pain", **{"line.width": [_thick(one, theme) for one in there["leg"]]})
