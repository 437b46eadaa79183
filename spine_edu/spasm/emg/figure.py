"""The EMG bench: a body with electrodes, the screen they write on, the motor units, and the course of the recording."""

from math import ceil

from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import curve, mark, sketched
from spine_edu.drawing.marks import words as written
from spine_edu.explorer.frames import Frames
from spine_edu.spasm.emg import bench, course, pose, trace
from spine_edu.spasm.emg.bench import (
    ABOVE,
    BEFORE,
    BODY,
    BODY_AXES,
    HIGH_COURSE,
    HIGH_SCREEN,
    HIGH_UNITS,
    OVER_IT,
    RIGHT,
    ROOM,
    SCREEN,
    UNITS,
    WIDE,
)
from spine_edu.spasm.emg.model import OVER, along_bend, simulate
from spine_edu.spasm.emg.model import end as end_of
from spine_edu.spasm.emg.words import day, degrees, sentence
from spine_edu.spasm.tiring import number
from spine_edu.theme import LIGHT

#: How far the screen goes up and down in µV, on the skin and at the needle, and the mark of its scale: always the same,
#: so that what is stronger looks stronger.
_HIGH, _AT_NEEDLE, _SCALE = 800, 620, 300
#: Up to which strength on the skin, in µV, that serves; beyond it, and where units work at the needle, the screen shows
#: everything so many times smaller, and says so.
_MOST, _SMALLER, _SMALLER_AT_NEEDLE = 172, 2, 3
#: The mark of time on the screen, in seconds.
_MARK = 0.1
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
        _sketched(drawn, theme),
        course.named(result, theme, drawn),
        course.now(result, theme),
        _signal(result, theme),
        _lamps(result, theme),
        written("Words over the screen", _over_screen(result, theme), SCREEN),
        written("Words over the units", _over_units(result, theme), UNITS),
        written("Words at the body", bench.words(result, theme), BODY),
    ]
    for one in traces:
        one.update(hoverinfo="skip")
    shapes = [*bench.drawn(result, theme), *_ticks(result, theme), *course.shapes(result, theme)]
    return {"data": traces, "layout": _layout(result, theme, shapes)}


def _sketched(points, theme):
    """The reader's curve; its word stands for itself."""
    line = sketched(points, theme)
    return line | {"text": [""] * len(line["x"])}


def gain(result):
    """Return how far the screen goes up and down in µV, and how many times smaller than usual it shows everything.

    It is one gain for the whole recording.
    """
    state = result.state
    if state.test == "needle":
        smaller = _SMALLER_AT_NEEDLE if state.guarding else 1
        return _AT_NEEDLE * smaller, smaller
    if state.test == "bend":
        most = max(strength for _, strength in along_bend(state.guarding, state.load))
    else:
        most = simulate(state.replace(seconds=state.declarations()["seconds"].high)).strength
    smaller = 1 if most <= _MOST else _SMALLER
    return _HIGH * smaller, smaller


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the standing person with screen and units, over the empty axes of the course."""
    shown = figure(result, theme=theme, prediction=prediction)
    telling = {one["name"] for one in (*course.traces(result, None, theme), course.now(result, theme))}
    shapes = [one for one in shown["layout"]["shapes"] if one["name"] not in course.SHAPES]
    layout = {**shown["layout"], "shapes": shapes}
    named = course.named(None, theme, prediction)
    telling.add(named["name"])
    traces = [*(one for one in shown["data"] if one["name"] not in telling), named]
    # Whole shares: no height of the screen can be taken for a number of the answer.
    whole = {"y": [round(one) for one in _heights(result)]}
    return {"data": [one | whole if one["name"] == "Signal" else one for one in traces], "layout": layout}


def grips(result):
    """Return what a hand takes: the trunk to bend it, the course at its moment, its end to hold the muscle tight."""
    state = result.state
    found = []
    if state.test != "needle":
        body = pose.trunk(state.bend)
        found.append(grip(state, "bend", pose.over_head, points=23, axes=BODY_AXES, body=body))

        def edge(load):
            (x, y), radius = pose.weight(state.bend, load)
            return x + radius, y

        found.append(grip(state, "load", edge, points=21, axes=BODY_AXES, telling=True, small=True))
    return found + course.grips(result)


def touches(result):
    """Return what a hand may tap: with a needle, the two muscles it can stand in."""
    if result.state.test != "needle":
        return {}
    things = {"muscle:back": _box(-8, 40, 62, 96), "muscle:leg": _box(-82, -46, 62, 96)}
    return {"axes": list(BODY_AXES), "things": things}


def _box(left, right, low, high):
    return f"M{left},{low}L{right},{low}L{right},{high}L{left},{high}Z"


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the whole recording as `Frames`: the beam goes over the screen, the body moves, units light up."""
    state = result.state
    over = OVER[state.test]
    declared = state.declarations()[over]
    # Where the muscle gives way the run ends, a moment later.
    end = min(declared.high, max(ceil(end_of(state)) + 1, 10))
    count, step = round(end / course.PACE[state.test] * RATE), declared.step
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
        columns = [list(zip(*bench.words(one, theme), strict=True))[:3] for one in runs]
        places = {name: [list(one[index]) for one in columns] for index, name in enumerate(("x", "y", "text"))}
        run.add("Words at the body", **places)
    moving = [list(bench.moving(one, theme)) for one in runs] if state.test == "bend" else []
    for index in range(len(moving[0]) if moving else 0):
        run.add(moving[0][index]["name"], path=[one[index]["path"] for one in moving])
    if state.test == "hold":
        run.add("Words of the course", text=[course.traces(one, None, theme)[2]["text"] for one in runs])
        spectra = [[one["path"] for one in course.spectrum(each, theme)] for each in runs]
        for index, name in enumerate(("Spectrum", "Lower half of its power")):
            run.add(name, path=[one[index] for one in spectra])
    run.add("Muscle at work", opacity=[bench.glow(one) for one in runs])
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


# The screen -------------------------------------------------------------------------------------------------------


def _signal(result, theme):
    times = [round(index / trace.POINTS * trace.SWEEP, 4) for index in range(trace.POINTS)]
    stroke = {**theme.stroke("muscle", 0.7), "dash": "solid"}
    return curve("Signal", times, _heights(result), stroke, xaxis="x3", yaxis="y3")


def _heights(result):
    """The signal in % of the screen, as far as it shows it: beyond its edges it is cut off, as an amplifier does."""
    high = gain(result)[0]
    return [round(100 * min(max(one / high, -1), 1), 1) for one in result.signal]


def _beam(result, theme):
    """The beam: a line down the screen at the point just written."""
    now = result.head / trace.POINTS * trace.SWEEP
    look = {"color": theme.ink, "width": theme.line}
    return outlines.line("Beam", [[(now, -100), (now, 100)]], look, axes=SCREEN, digits=4)


def _scale(result, theme):
    """The scale of the screen, before its beginning, and the line of nothing."""
    high, _ = gain(result)
    bar = [[(-0.013, 0), (-0.013, 100 * _SCALE / high)], [(trace.SWEEP - _MARK, 106), (trace.SWEEP, 106)]]
    yield outlines.line("Scale", bar, {"color": theme.muted, "width": theme.line}, axes=SCREEN)
    rest = [[(0, 0), (trace.SWEEP, 0)]]
    yield outlines.line("Nothing", rest, {"color": theme.grid, "width": 1}, axes=SCREEN)


def _over_screen(result, theme):
    state, (high, smaller) = result.state, gain(result)
    if state.test == "needle":
        what = "Needle" if smaller > 1 else "At the needle"
    else:
        what = f"On the skin <b>{result.strength:.0f} µV</b>"
        if state.test == "hold" and result.median is not None:
            what = f"<b>{result.strength:.0f} µV</b>, middle <b>{result.median:.0f} Hz</b>"
    if smaller > 1:
        what += f" · <b>screen ÷ {smaller}</b>"
    small = {**theme.text(), "color": theme.muted}
    scale = f"{_SCALE}<br>µV"
    return [
        (0, 122, what, "middle right", theme.text(size=1.1)),
        (-0.018, 50 * _SCALE / high, scale, "middle left", small),
        (trace.SWEEP - _MARK / 2, 123, f"{1000 * _MARK:.0f} ms", "middle center", small),
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
        "size": [round(size * (0.42 + 0.05 * row), 1) for row in range(_ROWS)],
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
        shown = f"{_ROWS} of them, the small ones below"
        return [
            (0, high, words, "middle right", theme.text(size=1.1)),
            (0, -0.75, shown, "middle right", {**theme.text(), "color": theme.muted}),
        ]
    rows = [(0, high, f"8 units near it, <b>{len(result.gone)}</b> cut off", "middle right", theme.text(size=1.1))]
    for place, kind, words in ((0, "fibrillation", "fibrillation"), (0.18, "sharp", "sharp wave")):
        role = dict(zip(("fibrillation", "sharp"), _TICK_ROLES[1:], strict=True))[kind]
        text = words if kind in result.spontaneous else ""
        rows.append((place, -0.75, text, "middle right", theme.text(role)))
    return rows


# Layout -----------------------------------------------------------------------------------------------------------


def _layout(result, theme, shapes):
    across, up = ROOM["lie" if result.state.test == "needle" else "stand"]
    hidden = {"visible": False, "fixedrange": True}
    # Under the units there is room for words about them.
    below = -1.4
    # The course begins under the beginning of the screen.
    begin = RIGHT + (1 - RIGHT) * BEFORE / (BEFORE + trace.SWEEP)
    return theme.layout(
        height=theme.em(30 if theme.large else 34),
        **course.axes(result, theme, [begin, 1], HIGH_COURSE),
        xaxis2={**hidden, "range": list(across), "domain": [0, WIDE], "anchor": "y2"},
        yaxis2={**hidden, "range": list(up), "domain": [0, 1], "scaleanchor": "x2", "anchor": "x2"},
        xaxis3={**hidden, "range": [-BEFORE, trace.SWEEP], "domain": [RIGHT, 1], "anchor": "y3"},
        yaxis3={**hidden, "range": [-100, 100 * OVER_IT], "domain": list(HIGH_SCREEN), "anchor": "x3"},
        yaxis4={**hidden, "range": [below, _ROWS + ABOVE], "domain": list(HIGH_UNITS), "anchor": "x3"},
        shapes=shapes,
        # What the beam writes can be heard.
        meta={"sound": {"trace": "Signal", "seconds": trace.SWEEP, "high": 100}},
        margin={"l": 8, "r": 16, "t": theme.em(0.6), "b": theme.em(3.4)},
    )
