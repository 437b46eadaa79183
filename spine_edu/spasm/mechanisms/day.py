"""One day on even axes: she walks, lies down (or does something else) at hour 24, and her back muscle goes on or not.

It is what the question asks, and its answer is shown on the very axes on which the reader has drawn.
"""

from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import curve, mark
from spine_edu.drawing.marks import words as written
from spine_edu.explorer.frames import Frames, height_at
from spine_edu.spasm.mechanisms import bodies, curves, icons, people, places, words
from spine_edu.spasm.mechanisms.model import BEGINS, ENDS, FULL, LIES, MechanismsState, part, value

#: Hours at which a run is shown: the first after she has lain down by the quarter.
RUN = (*range(18, 24), 23.75, *(24 + quarter / 4 for quarter in range(9)), *range(27, 49))
RUN = tuple(map(float, RUN))
#: Hours of the curve before, and after; at 24 it has two heights.
_BEFORE = tuple(hour for hour in RUN if hour <= LIES)
_AFTER = tuple(hour for hour in RUN if hour >= LIES)
#: How long after she has lain down the question looks.
_HOUR_LATER = LIES + 1
#: The plane of the bodies over the axes: how high it is, its share, how high somebody standing is, and the floor.
_HIGH, _SHARE, _TALL, _FLOOR = 10.6, 0.38, 8.9, 0.5
#: Where she walks and where she lies, and where the lamp and the way to the board are.
_WALKS, _LIES, _LAMP, _BOARD = 3.4, 13.2, (28.6, 8.4), (22.4, 33.8, 0.1, 2.9)
#: Where the knob of the moment lies over the axis of the muscle, and how far that axis goes.
_KNOB, _TOP = 11.0, 11.9
#: How much of a body is to be seen while it is not the moment's.
_PALE = 0.22
_HIDDEN = {"visible": False, "fixedrange": True}
_AXES = ("x2", "y2")


def figure(result, theme, prediction=None):
    """Return the day with its answer: the model's curve up to the moment, beside the reader's own."""
    state = result.state
    own = prediction if asked_about(state) else None
    xs, ys = _curve(state, state.hour)
    known = {**curves.stroke("muscle", theme, 1.5), "dash": "solid"}
    traces = [
        *_axes_of_the_day(theme),
        curve("Your prediction", *(zip(*own, strict=True) if own else ([], [])), theme.stroke("prediction")),
        curve("Back muscle", xs, ys, known),
        mark("Now", [_within(state.hour)], [_at(state, _within(state.hour))], _dot(theme)),
        written("The moment in words", [_said_at(state, state.hour, theme)], ("x", "y")),
        written("An hour later, in words", _compared(state, own, state.hour, theme), ("x", "y")),
        _lamp(theme),
        written("Words over the day", list(_over(theme, board=True)), _AXES),
    ]
    way = {"color": theme.color("sensitisation"), "width": theme.line * 0.6}
    shapes = [
        outlines.drawn("The whole board: press", places.box(*_BOARD), way, fill=theme.panel, axes=_AXES),
        *_bodies(state, theme),
        _cursor(state.hour, theme),
    ]
    return {"data": [one | {"hoverinfo": "skip"} for one in traces], "layout": _layout(theme, shapes)}


def veiled(theme, prediction=None):
    """Return the day up to hour 24, one lamp that is on, and empty axes from there on."""
    state = MechanismsState(chemical=FULL, does="still", hour=LIES, view="day")
    known = {**curves.stroke("muscle", theme, 1.5), "dash": "solid"}
    walked = [value(state, "muscle", "about", hour) for hour in _BEFORE]
    traces = [
        *_axes_of_the_day(theme),
        curve("Back muscle, so far", list(_BEFORE), walked, known),
        _lamp(theme),
        written("Words over the day", list(_over(theme, board=False)), _AXES),
    ]
    if prediction:
        traces.append(curve("Your prediction", *zip(*prediction, strict=True), theme.stroke("prediction")))
    # Until then she walks, and nothing is known of her who lies.
    shapes = list(_bodies(state, theme, lies=False))
    return {"data": [one | {"hoverinfo": "skip"} for one in traces], "layout": _layout(theme, shapes)}


def asked_about(state):
    """Return whether a state is the one the question is about, at whatever hour."""
    return state.of_day and state.does == "still" and state.chemical == FULL


def touches():
    """Return what is tapped: the way to the board."""
    return {"axes": ["xaxis2", "yaxis2"], "things": {"view:one": places.box(*_BOARD)}, "telling": True}


def grips(state):
    """Return the moment, which is dragged along the day."""
    found = grip(state, "hour", lambda hour: (hour, _KNOB), along="x")
    return [found | {"track": [[hour, hour, _KNOB] for hour in (BEGINS, ENDS)]}]


def frames(result, theme, prediction=None):
    """Return the run from hour 18 to hour 48: first she walks, then she does what is chosen."""
    state = result.state
    own = prediction if asked_about(state) else None
    then = [state.replace(hour=hour) for hour in RUN]
    names, sentences = [words.hour(hour) for hour in RUN], [words.of_day(one) for one in then]
    run = Frames("hour", names, sentences, seconds=9, stride=2, controls={"hour": list(RUN)})
    drawn = [_curve(state, hour) for hour in RUN]
    run.add("Back muscle", x=[x for x, _ in drawn], y=[y for _, y in drawn])
    run.add("Now", x=[[hour] for hour in RUN], y=[[_at(state, hour)] for hour in RUN])
    said = [_said_at(state, hour, theme) for hour in RUN]
    run.add("The moment in words", x=[[one[0]] for one in said], text=[[one[2]] for one in said])
    run.add("The moment in words", textposition=[[one[3]] for one in said])
    later = [_compared(state, own, hour, theme) for hour in RUN]
    run.add("An hour later, in words", text=[[row[2] for row in one] for one in later])
    run.add("The moment", path=[_cursor(hour, theme)["path"] for hour in RUN])
    moving = [list(_bodies(one, theme)) for one in then]
    for index, shape in enumerate(moving[0]):
        columns = {"opacity": [one[index]["opacity"] for one in moving]}
        if shape["name"].startswith("Wire") or "muscle" in shape["name"] or "pain" in shape["name"]:
            columns["path"] = [one[index]["path"] for one in moving]
            columns["line.width"] = [one[index]["line"]["width"] for one in moving]
        run.add(shape["name"], **columns)
    return run


def _within(hour):
    return min(max(hour, BEGINS), ENDS)


def _at(state, hour):
    """How hard the muscle works at an hour of the day; at 24 she lies already."""
    return value(state, "muscle", "about" if hour < LIES else state.does, hour)


def _curve(state, hour):
    """The model's curve up to an hour; of every hour it has as many points, the last ones where it ends."""
    hour = _within(hour)
    points = [(at, value(state, "muscle", "about", at)) for at in _BEFORE]
    points += [(at, value(state, "muscle", state.does, at)) for at in _AFTER]
    end = (hour, _at(state, hour))
    found = [point if point[0] < hour or (point[0] == hour == LIES) else end for point in points]
    return [x for x, _ in found], [y for _, y in found]


def _dot(theme):
    paper = {"color": theme.paper, "width": 1}
    return {"size": theme.size * 1.1, "color": theme.color("guarding"), "opacity": 1, "line": paper}


def _cursor(hour, theme):
    ink = {"color": theme.ink, "width": theme.line * 0.6}
    return outlines.line("The moment", [[(_within(hour), 0), (_within(hour), _KNOB)]], ink)


def _said_at(state, hour, theme):
    """The words beside the knob of the moment."""
    hour = _within(hour)
    left = hour > 36
    side = "middle left" if left else "middle right"
    text = f"<b>{words.hour(hour)}: muscle {_at(state, hour):.1f}</b>"
    return hour + (-2.2 if left else 1.5), _KNOB, text, side, theme.text("guarding")


def _compared(state, own, hour, theme):
    """Return the words at the question's hour: what the model says there, once it is reached, and what the reader."""
    later, wide = _HOUR_LATER + 0.3, 10
    model = value(state, "muscle", state.does, _HOUR_LATER)
    told = f"an hour later <b>{model:.1f}</b>" if hour >= _HOUR_LATER else " "
    if not own:
        nothing = later, 0, " ", "middle right", theme.text("prediction")
        return [(later, model + 0.6, told, "middle right", theme.text("guarding")), nothing]
    near = [height_at(own, min(_HOUR_LATER + step / 2, ENDS)) for step in range(2 * wide)]
    over = near[0] > model
    mine = max(near) + 0.6 if over else min(near) - 0.6
    # Where there is no room under the reader's curve, its words stand over it.
    mine = mine if mine > 0.4 else max(near) + 0.6
    rows = [(later, model - 0.6 if over else model + 0.6, told, "middle right", theme.text("guarding"))]
    said = f"you: <b>{near[0]:.1f}</b>"
    return [*rows, (later, mine, said, "middle right", theme.text("prediction"))]


def _axes_of_the_day(theme):
    """Yield what stands on the axes of the question."""
    yield curve("As hard as it can", [BEGINS, ENDS], [FULL, FULL], theme.stroke("neutral", 0.5))
    yield curve("She lies down", [LIES, LIES], [0, FULL], theme.stroke("neutral", 0.7))
    yield curve("An hour later", [_HOUR_LATER] * 2, [0, FULL], theme.stroke("neutral", 0.5) | {"dash": "dot"})
    rows = [
        (LIES, 9.3, "she walks ", "middle left", theme.text("guarding", 0.9)),
        (_HOUR_LATER, 9.3, " an hour after she lies down", "middle right", theme.text("neutral", 0.9)),
    ]
    yield written("On the axes", rows, ("x", "y"))


def _lamp(theme):
    lamp = {"size": theme.size * 2.1, "color": theme.fill("guarding"), "opacity": 1}
    lamp["line"] = {"color": theme.color("guarding"), "width": theme.line * 3}
    return mark("The one lamp that is on", [_LAMP[0]], [_LAMP[1]], lamp, xaxis="x2", yaxis="y2")


def _over(theme, board):
    """Yield the words beside the bodies: which lamp is on, and how one comes to the others."""
    on = "<b>chemical irritation</b><br>is on, nothing else"
    yield _LAMP[0], _LAMP[1] - 1.7, on, "bottom center", theme.text("guarding", 0.9)
    left, right, low, high = _BOARD
    text = "<b>Press: the board</b><br>of six answers" if board else " "
    yield (left + right) / 2, (low + high) / 2, text, "middle center", theme.text("sensitisation", 0.95)


def _bodies(state, theme, lies=True):
    """Yield her who walks and her who lies, each pale while it is not her hour, and the wire to whose hour it is."""
    unit, walks = _unit(theme), state.hour < LIES or not lies
    alone = state.replace(view="one")
    hours = (alone.replace(does="about", hour=min(state.hour, LIES)), alone.replace(hour=max(state.hour, LIES) * lies))
    rooms = []
    for number, (x, one, here) in enumerate(zip((_WALKS, _LIES), hours, (walks, not walks), strict=True)):
        room = bodies.Room(x, _FLOOR, _TALL, unit, bodies.low_back(one.does)[0])
        rooms.append(room)
        for shape in people.drawn(number, room, one, theme):
            seen = shape.get("opacity", 1) * (1 if here else _PALE)
            yield shape | {"xref": "x2", "yref": "y2", "opacity": round(seen, 3)}
    number = 0 if walks else 1
    path = people.to_muscle(rooms[number], hours[number].does, _LAMP[0] - 1.2, _LAMP[1])
    width = people.wire_width(part(hours[number], "chemical", "muscle", hours[number].does, hours[number].hour))
    look = {"color": theme.color("guarding"), "width": width}
    yield outlines.drawn("Wire of the day", path, look, axes=_AXES) | {"opacity": 1}


def _height(theme):
    return theme.em(27 if theme.large else 31)


def _unit(theme):
    """How many px a unit of the bodies' plane is high."""
    return (_height(theme) - theme.em(3.8)) * (_SHARE - 0.01) / _HIGH


def _layout(theme, shapes):
    return theme.layout(
        height=_height(theme),
        xaxis=theme.axis("Hours since the lift", range=[BEGINS, ENDS + 1], tickvals=[18, 24, 30, 36, 42, 48]),
        yaxis=theme.axis(
            "Muscle (of 10)", range=[0, _TOP], domain=[0, 1 - _SHARE - 0.01], tickvals=[0, 2, 4, 6, 8, 10]
        ),
        xaxis2={"range": [0, places.WIDE], **_HIDDEN, "anchor": "y2"},
        yaxis2={"range": [0, _HIGH], "domain": [1 - _SHARE + 0.01, 1], **_HIDDEN, "anchor": "x2"},
        margin={"l": theme.em(3.4), "r": theme.em(1.2), "t": theme.em(0.4), "b": theme.em(3.4)},
        images=[icons.sign("chemical", *_LAMP, theme) | {"xref": "x2", "yref": "y2"}],
        shapes=shapes,
    )
