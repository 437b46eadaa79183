"""The EMG bench: a body with electrodes, the screen they write on, the motor units, and the course of the recording."""

from spine_edu.drawing import outlines
from spine_edu.drawing.body import silhouettes
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import curve, mark, sketched
from spine_edu.drawing.marks import words as written
from spine_edu.explorer.frames import Frames
from spine_edu.spasm.emg import course, pose, trace
from spine_edu.spasm.emg.model import OVER, simulate
from spine_edu.spasm.emg.pool import number
from spine_edu.spasm.emg.words import PLACES, day, degrees, sentence
from spine_edu.theme import LIGHT

#: Axes: of the body, of the screen, and of the rows of units, which share the screen's time.
BODY, SCREEN, UNITS = ("x2", "y2"), ("x3", "y3"), ("x3", "y4")
#: From where to where the screen goes, in µV, and the mark of its scale.
HEIGHTS = {"bend": (200, 100), "hold": (200, 100), "needle": (620, 300)}
#: Share of the width that the body has, and where screen, units and course lie in the height.
_BODY, _RIGHT = 0.37, 0.39
_SCREEN, _UNITS, _COURSE = (0.675, 1.0), (0.35, 0.635), (0.0, 0.315)
#: How far the axis of time goes before the screen, for scale and lamps; how far axes go over it for their words.
_BEFORE, _OVER, _ABOVE = 0.052, 1.45, 1.7
#: Of the axes of the body, standing and lying, across and up, in cm.
_ROOM = {"stand": ((-46, 92), (-4, 206)), "lie": ((-102, 102), (-20, 200))}
#: Frames a second of a run.
RATE = 30
_ROWS = len(trace.ROWS)


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the bench as a plotly figure.

    Parameters
    ----------
    result, held : EmgResult
    theme : Theme
    prediction : tuple, optional
        The curve that the learner drew: (bend, % of full effort).
    """
    state = result.state
    drawn = prediction if state.test == "bend" else None
    traces = [
        *course.traces(result, held, theme),
        sketched(drawn, theme),
        course.now(result, theme),
        _signal(result, theme),
        _lamps(result, theme),
        written("Words over the screen", _over_screen(result, theme), SCREEN),
        written("Words over the units", _over_units(result, theme), UNITS),
        written("Words at the body", _at_body(result, theme), BODY),
    ]
    for one in traces:
        one.update(hoverinfo="skip")
    shapes = [*_body(result, theme), *_ticks(result, theme), *course.shapes(result, theme)]
    return {"data": traces, "layout": _layout(result, theme, shapes)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the standing person with screen and units, over the empty axes of the course."""
    shown = figure(result, theme=theme, prediction=prediction)
    telling = {one["name"] for one in (*course.traces(result, None, theme), course.now(result, theme))}
    shapes = [one for one in shown["layout"]["shapes"] if one["name"] not in course.SHAPES]
    layout = {**shown["layout"], "shapes": shapes}
    traces = [one for one in shown["data"] if one["name"] not in telling]
    # Whole µV: no height of the screen can be taken for a number of the answer.
    whole = {"y": [round(one) for one in _heights(result)]}
    return {"data": [one | whole if one["name"] == "Signal" else one for one in traces], "layout": layout}


def grips(result):
    """Return what a hand takes: the trunk to bend it, the course at its moment, its end to hold the muscle tight."""
    state = result.state
    found = []
    if state.test != "needle":
        body = pose.trunk(state.bend)
        found.append(grip(state, "bend", pose.over_head, points=23, axes=("xaxis2", "yaxis2"), body=body))
    return found + course.grips(result)


def touches(result):
    """Return what a hand may tap: with a needle, the two muscles it can stand in."""
    if result.state.test != "needle":
        return {}
    things = {"muscle:back": _box(-8, 40, 62, 96), "muscle:leg": _box(-82, -46, 62, 96)}
    return {"axes": ["xaxis2", "yaxis2"], "things": things}


def _box(left, right, low, high):
    return f"M{left},{low}L{right},{low}L{right},{high}L{left},{high}Z"


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the whole recording as `Frames`: the beam goes over the screen, the body moves, units light up."""
    state = result.state
    over = OVER[state.test]
    end = state.declarations()[over].high
    count = round(end / course.PACE[state.test] * RATE)
    step = state.declarations()[over].step
    values = [round(end * index / count / step) * step for index in range(count + 1)]
    runs = [simulate(state.replace(**{over: value})) for value in values]
    run = Frames(
        over,
        [_moment(one) for one in runs],
        [sentence(one) for one in runs],
        seconds=end / course.PACE[state.test],
        stride=10,
        controls={over: values},
    )
    run.add("Signal", y=[_heights(one) for one in runs])
    run.add("Beam", path=[_beam(one, theme)["path"] for one in runs])
    lamps = [_lamps(one, theme)["marker"] for one in runs]
    run.add("Units that fire", **{"marker.color": [one["color"] for one in lamps]})
    for name, rows in (("Words over the screen", _over_screen), ("Words over the units", _over_units)):
        run.add(name, text=[[row[2] for row in rows(one, theme)] for one in runs])
    for index, name in enumerate(_TICKS):
        run.add(name, path=[_fired(one, index) for one in runs])
    if state.test == "bend":
        columns = [list(zip(*_at_body(one, theme), strict=True))[:3] for one in runs]
        places = {name: [list(one[index]) for one in columns] for index, name in enumerate(("x", "y", "text"))}
        run.add("Words at the body", **places)
    moving = [list(_moving(one, theme)) for one in runs] if state.test == "bend" else []
    for index in range(len(moving[0]) if moving else 0):
        run.add(moving[0][index]["name"], path=[one[index]["path"] for one in moving])
    if state.test == "hold":
        spectra = [[one["path"] for one in course.spectrum(each, theme)] for each in runs]
        for index, name in enumerate(("Spectrum", "Lower half of its power")):
            run.add(name, path=[one[index] for one in spectra])
    run.add("Muscle at work", opacity=[_glow(one) for one in runs])
    where = [course.now(one, theme) for one in runs]
    run.add("Now", x=[one["x"] for one in where], y=[one["y"] for one in where])
    return run


def _moment(result):
    state = result.state
    return {
        "bend": f"{degrees(state.bend)}",
        "hold": f"{state.seconds:.0f} s",
        "needle": f"day {day(state.days)}",
    }[state.test]


# The body ---------------------------------------------------------------------------------------------------------


def _body(result, theme):
    """The person with muscle and electrodes, and what stays: floor or bench, and the wire to the screen."""
    state = result.state
    ground = {"color": theme.muted, "width": theme.line / 2}
    if state.test == "needle":
        yield outlines.shape("Bench", pose.bench(), fill=theme.fill("neutral"), edge=theme.muted, width=1, axes=BODY)
    else:
        yield outlines.line("Floor", [[(-60, 0), (100, 0)]], ground, axes=BODY)
    yield from _moving(result, theme)


def _moving(result, theme):
    """What moves with the body."""
    state = result.state
    limbs, arms = pose.outlines(state.test, state.bend)
    look = {"edge": theme.muted, "width": theme.line / 2, "axes": BODY}
    yield from list(silhouettes("Body", [(limbs, [])], theme, **look))[:2]
    look = {"edge": theme.color("muscle"), "width": theme.line / 2, "axes": BODY}
    yield outlines.shape("Muscles at rest", pose.resting(state), fill=theme.solids["muscle"], **look)
    glowing = {"fill": theme.color("muscle"), "opacity": _glow(result)}
    yield outlines.shape("Muscle at work", [pose.muscle(state, result.effort)], **look, **glowing)
    yield from list(silhouettes("Body", [([], arms)], theme, edge=theme.muted, width=theme.line / 2, axes=BODY))[2:]
    high = _ROOM["lie" if state.test == "needle" else "stand"]
    corner = (high[0][0] + 3, high[1][1] - 13)
    if state.test == "needle":
        tip, end = pose.tip(state)
        yield outlines.line("Needle", [[tip, end]], {"color": theme.ink, "width": theme.line}, axes=BODY, layer="above")
        wire = [[end, (end[0], corner[1]), (high[0][1], corner[1])]]
    else:
        spots = pose.electrodes(state)
        dots = "".join(outlines.circle(x, y, 2.6) for x, y in spots)
        paint = {"color": theme.paper, "width": 1}
        yield outlines.drawn("Electrodes", dots, paint, fill=theme.ink, axes=BODY, layer="above")
        wire = [[spots[1], (corner[0], spots[1][1]), corner, (high[0][1], corner[1])]]
    yield outlines.line("Wire", wire, {"color": theme.ink, "width": 1}, axes=BODY, digits=1)


def _glow(result):
    """How much of its colour the muscle shows: none at rest."""
    return round(min(result.effort / 0.4, 1.0) ** 0.7, 3)


def _at_body(result, theme):
    """What the electrodes are, and at the knob over the head how far the trunk is bent."""
    state = result.state
    if state.test == "needle":
        return [(-8, -12, f"needle {PLACES[state.muscle]}", "middle center", theme.text())]
    x, y = pose.over_head(state.bend)
    # Beside the knob; over it where the course begins beside it, and off the head again where that hangs.
    low, hanging = min(max((state.bend - 50) / 30, 0), 1), max(state.bend - 98, 0) / 12
    return [
        (-44, 199, "skin electrodes", "middle right", theme.text()),
        (
            x + 25 * (1 - low) + 15 * hanging,
            y + 18 * low,
            f"<b>{degrees(state.bend)}</b>",
            "middle center",
            theme.text(),
        ),
    ]


# The screen -------------------------------------------------------------------------------------------------------


def _signal(result, theme):
    times = [round(index / trace.POINTS * trace.SWEEP, 4) for index in range(trace.POINTS)]
    stroke = {**theme.stroke("muscle", 0.55), "dash": "solid"}
    return curve("Signal", times, _heights(result), stroke, xaxis="x3", yaxis="y3")


def _heights(result):
    """The signal as far as the screen shows it: beyond its edges it is cut off, as an amplifier does."""
    high = HEIGHTS[result.state.test][0]
    return [round(min(max(one, -high), high), 1) for one in result.signal]


def _beam(result, theme):
    """The beam: a line down the screen at the point just written."""
    high = HEIGHTS[result.state.test][0]
    now = result.head / trace.POINTS * trace.SWEEP
    look = {"color": theme.ink, "width": theme.line}
    return outlines.line("Beam", [[(now, -high), (now, high)]], look, axes=SCREEN, digits=4)


def _scale(result, theme):
    """The scale of the screen, before its beginning, and the line of nothing."""
    tick = HEIGHTS[result.state.test][1]
    bar = [[(-0.008, 0), (-0.008, tick)]]
    yield outlines.line("Scale", bar, {"color": theme.muted, "width": theme.line}, axes=SCREEN)
    rest = [[(0, 0), (trace.SWEEP, 0)]]
    yield outlines.line("Nothing", rest, {"color": theme.grid, "width": 1}, axes=SCREEN)


def _over_screen(result, theme):
    state, (high, tick) = result.state, HEIGHTS[result.state.test]
    if state.test == "needle":
        what = "At the needle"
    else:
        what = f"On the skin <b>{result.strength:.0f} µV</b>"
        if state.test == "hold" and result.median is not None:
            what = f"<b>{result.strength:.0f} µV</b>, middle <b>{result.median:.0f} Hz</b>"
    small = {**theme.text(), "color": theme.muted}
    scale = f"{tick}<br>µV"
    return [
        (0, 1.22 * high, what, "middle right", theme.text(size=1.1)),
        (-0.013, tick / 2, scale, "middle left", small),
    ]


# The units --------------------------------------------------------------------------------------------------------

#: The shapes of the firings: driven, fibrillations, sharp waves.
_TICKS = ("Firings", "Fibrillations", "Positive sharp waves")
_TICK_ROLES = ("muscle", "inflammation", "herniation")


def _ticks(result, theme):
    yield from _scale(result, theme)
    yield _beam(result, theme)
    baselines = [[(0, row + 0.5), (trace.SWEEP, row + 0.5)] for row in range(_ROWS)]
    yield outlines.line("Lines of the units", baselines, {"color": theme.grid, "width": 1}, axes=UNITS)
    for index, (name, role) in enumerate(zip(_TICKS, _TICK_ROLES, strict=True)):
        look = {"color": theme.color(role), "width": theme.line}
        yield outlines.drawn(name, _fired(result, index), look, axes=UNITS)


def _fired(result, index):
    """The firings of a kind as the path of short strokes."""
    kinds = ("", "fibrillation", "sharp")
    spontaneous = result.spontaneous
    strokes = [
        f"M{time:.3f},{row + 0.12:g}L{time:.3f},{row + 0.88:g}"
        for row, times in enumerate(result.rows)
        if (row in result.gone) == bool(index) and (not index or spontaneous[row] == kinds[index])
        for time in times
    ]
    return "".join(strokes) or outlines.EMPTY


def _lamps(result, theme):
    """A lamp a unit, as large as the unit is: lit while it fires; crossed out where its nerve fibre is cut off."""
    spontaneous, gone, firing = result.spontaneous, result.gone, result.firing
    roles = {"fibrillation": "inflammation", "sharp": "herniation", "": "neutral"}
    colors = [
        theme.color(roles[spontaneous[row]]) if row in gone else theme.color("muscle") if row in firing else theme.panel
        for row in range(_ROWS)
    ]
    size = theme.size
    marker = {
        "color": colors,
        "symbol": ["x" if row in gone else "circle" for row in range(_ROWS)],
        "size": [round(size * (0.5 + 0.07 * row), 1) for row in range(_ROWS)],
        "line": {"color": theme.muted, "width": 1},
    }
    places = [-0.014] * _ROWS
    return mark(
        "Units that fire", places, [row + 0.5 for row in range(_ROWS)], marker, xaxis="x3", yaxis="y4", cliponaxis=False
    )


def _over_units(result, theme):
    """How many fire, and at the needle which colour is what."""
    high = _ROWS + 0.85
    if result.state.test != "needle":
        words = f"Motor units: <b>{result.recruited}</b> of {number('units'):.0f} fire"
        return [(0, high, words, "middle right", theme.text(size=1.1))]
    rows = [(0, high, f"8 units near it, <b>{len(result.gone)}</b> cut off", "middle right", theme.text(size=1.1))]
    for place, kind, words in ((0, "fibrillation", "fibrillation"), (0.18, "sharp", "sharp wave")):
        role = dict(zip(("fibrillation", "sharp"), _TICK_ROLES[1:], strict=True))[kind]
        text = words if kind in result.spontaneous else ""
        rows.append((place, -0.75, text, "middle right", theme.text(role)))
    return rows


# Layout -----------------------------------------------------------------------------------------------------------


def _layout(result, theme, shapes):
    high = HEIGHTS[result.state.test][0]
    across, up = _ROOM["lie" if result.state.test == "needle" else "stand"]
    hidden = {"visible": False, "fixedrange": True}
    # Under the units there is room for the names of the colours, where there are two.
    below = -1.4 if result.state.test == "needle" else 0
    # The course begins under the beginning of the screen.
    begin = _RIGHT + (1 - _RIGHT) * _BEFORE / (_BEFORE + trace.SWEEP)
    return theme.layout(
        height=theme.em(30 if theme.large else 34),
        **course.axes(result, theme, [begin, 1], _COURSE),
        xaxis2={**hidden, "range": list(across), "domain": [0, _BODY], "anchor": "y2"},
        yaxis2={**hidden, "range": list(up), "domain": [0, 1], "scaleanchor": "x2", "anchor": "x2"},
        xaxis3={**hidden, "range": [-_BEFORE, trace.SWEEP], "domain": [_RIGHT, 1], "anchor": "y3"},
        yaxis3={**hidden, "range": [-high, _OVER * high], "domain": list(_SCREEN), "anchor": "x3"},
        yaxis4={**hidden, "range": [below, _ROWS + _ABOVE], "domain": list(_UNITS), "anchor": "x3"},
        shapes=shapes,
        # What the beam writes can be heard.
        meta={"sound": {"trace": "Signal", "seconds": trace.SWEEP, "high": high}},
        margin={"l": 8, "r": 16, "t": theme.em(0.6), "b": theme.em(3.4)},
    )
