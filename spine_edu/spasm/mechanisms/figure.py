"""The switchboard: six lamps, wires to the back muscle of a body, and what follows in time.

A press on a lamp switches a source on, to half, and off; one on its name reads out what is known of it. The wires are
as thick as what they bring to the muscle now.
"""

from spine_edu.drawing import outlines
from spine_edu.drawing.marks import mark
from spine_edu.drawing.marks import words as written
from spine_edu.explorer.frames import Frames
from spine_edu.spasm.mechanisms import bodies, curves, day, icons, lens, people, places, words
from spine_edu.spasm.mechanisms.model import FULL, MECHANISMS, alone, part, value
from spine_edu.theme import LIGHT

#: Strengths through which a press on a lamp goes.
_NEXT = {"off": 10.0, "full": 5.0, "some": 0.0}
#: Hours at which a run is shown.
RUN = (-6.0, -3.0, -0.5, 0.0, 0.25, 0.5, 0.75, *map(float, range(1, 24)), *(24.0 * day for day in range(1, 43)))
_HIDDEN = {"visible": False, "fixedrange": True}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the board, or the one day that the question is about.

    Parameters
    ----------
    result, held : MechanismsResult
    theme : Theme
    prediction : sequence of (float, float), optional
        The curve that the reader drew: hours and heights.
    """
    if result.state.of_day:
        return day.figure(result, theme, prediction)
    rows = [_title(result, theme), *_names(result, theme), *curves.written(result, theme), *_foot(result, theme)]
    traces = [
        _lamps(result, theme),
        _open_card(result, theme),
        *curves.traces(result, theme, held),
        written("Words of the board", rows),
        written("The moment in words", [curves.at_knob(result.state.hour, theme)]),
        written("Values", _values(result, theme, result.state.hour)),
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
        yield from people.drawn(number, *(drawn[number] if number < len(drawn) else (None, None)), theme)
    yield from _wires(result, theme)
    place = places.LENS_OF_TWO if result.apart else places.LENS
    yield from lens.shapes(result.state.on, place, places.LENS_RADIUS, curves.unit_of(theme), theme)


def _wires(result, theme):
    """Yield a wire from each lamp: to the muscle of the body it belongs to, or, of a lamp that is off, a loose end."""
    for name in MECHANISMS:
        on = name in result.state.on
        color = theme.color("guarding") if on else theme.muted
        path = _wire(name, result, theme)
        yield outlines.drawn(f"Wire: {words.NAMES[name]}", path, {"color": color, "width": _wire_width(result, name)})


def _wire_width(result, name):
    added = result.parts.get(name)
    return 0.8 if added is None else people.wire_width(added)


def _wire(name, result, theme):
    x0, y0 = places.LAMPS[name]
    side = 1 if x0 < places.WIDE / 2 else -1
    x0 += 1.1 * side
    if name not in result.state.on:
        return f"M{x0:.2f},{y0:.2f}L{x0 + _LOOSE * side:.2f},{y0:.2f}"
    room = rooms(result, theme)[result.rivals.index(name) if result.apart else 0]
    return people.to_muscle(room, result.state.does, x0, y0, _DOWN * (name == "pressure"))


#: How long the loose end of a wire is, and how far the one beside the close-up goes down to pass under it.
_LOOSE, _DOWN = 1.2, 4.6


def level(strength):
    """Return how a lamp is: *off*, *full*, or *some*."""
    return "off" if not strength else "full" if strength == FULL else "some"


def pressed(state, name):
    """Return what a press on a lamp chooses: full, then half, then off."""
    return f"{name}:{_NEXT[level(getattr(state, name))]:g}"


def asked_for(state, name):
    """Return what a press on the name of a lamp chooses: its card is read out, or no longer."""
    return f"known:{'none' if state.known == name else name}"


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
    """Return what is tapped: lamps, their names, what she can do, the three values, and the experiment at the foot."""
    if result.state.of_day:
        return day.touches()
    things = {}
    across, high, between, down = places.LAMP_ROOM
    for name, (x, y) in places.LAMPS.items():
        things[pressed(result.state, name)] = places.box(x - across, x + across, y - between, y + high)
        things[asked_for(result.state, name)] = places.box(x - across, x + across, y - down, y - between)
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
    if result.state.of_day:
        return day.grips(result.state)
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
    """Return the day of the question up to the hour at which she lies down."""
    return day.veiled(theme, prediction)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the run from before the lift to six weeks after it."""
    if result.state.of_day:
        return day.frames(result, theme, prediction)
    played = Frames(
        "moment",
        [words.when(hour) for hour in RUN],
        [words.with_card(words.at_moment(result, hour), result) for hour in RUN],
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
        played.add(f"Wire: {words.NAMES[name]}", **{"line.width": [people.wire_width(one) for one in parts]})
    for number, (room, state) in enumerate(zip(rooms(result, theme), states(result), strict=True)):
        people.play(played, people.WHO[number], room, state, RUN, theme)
    return played


def _cursor(hour):
    x = places.across(hour)
    return outlines.line("", [[(x, places.LOW), (x, places.HOUR_KNOB)]], {})["path"]
