"""Day and night: a person and a disc at one hour, height over three days, and below it load against swelling."""

from dataclasses import replace

from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import curve, held_run, mark, predicted, said, words
from spine_edu.drawing.outlines import line, shape
from spine_edu.explorer.frames import Frames
from spine_edu.loads.water.model import DAYS, STEP
from spine_edu.loads.water.scene import scene
from spine_edu.loads.water.words import HEIGHTS, clock, sentence
from spine_edu.theme import LIGHT

_HEIGHT, _PRESSURE = (-42, 14), (0, 1.2)
#: The axis of the heights ends above what is drawn there.
_TOP = 114
#: Room for a knob between a place and the words that belong to it.
_BESIDE = "\u00a0" * 6
#: Where the ends of the traction are taken hold of: its end at a height, its begin at a pressure.
_END_AT, _BEGIN_AT = -31, 1.0
#: How many hours after the pull it is asked what is left of it, and the most millimetres that can be said.
_LATER, _MOST_LEFT = 48, 20
#: From where to where the line reaches that is put on the height by hand, in hours: its number stands at its end.
_BEFORE, _BEHIND = 4, 9
#: Hours at which a line runs through both plots; it ends at them, and does not run up through the scene.
_EVERY = range(12, 24 * DAYS, 12)


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return three days of height and pressures as a plotly figure.

    Parameters
    ----------
    result, held : WaterResult
    theme : Theme
    prediction : float, optional
        Millimetres the learner expected to be left of the traction after 48 hours.
    """
    traces = [*_curves(result, held, theme), *_now(result, theme), *_left(result, prediction, theme)]
    for trace in traces:
        trace.update(xaxis="x", hoverinfo="skip")
    return {"data": traces, "layout": _layout(result, theme, prediction)}


def now_at(result, theme=LIGHT):
    """Return what moves with the hour: places of the marks and the words beside them, by trace name.

    Words that stay where they are ride on the traces of the marks, as points without a mark. What is left of the pull
    is marked when its hour has come.
    """
    at, hour = result.at, result.state.hour
    speed = result.flow
    arrow = "↓ water out" if speed > 0.1 else "↑ water in" if speed < -0.1 else "↔ in balance"
    areas, pulled = _nights(result), result.traction[1] > result.traction[0]
    return {
        "Height and flow now": {
            "x": [hour, 0.5, *((begin + end) / 2 for begin, end in areas), result.traction[1], 0.5, 71.5],
            "y": [
                *(-result.loss[at], _TOP - 2, *[_HEIGHT[0] + 2.5] * DAYS, _END_AT, _computed(result, theme)[0]),
                _scale(theme)[0],
            ],
            "text": [
                "",
                f"<b>{arrow}</b>, {clock(hour)}, water {100 * result.water[at]:.0f} %",
                *["lying" if result.state.lying >= 4 else ""] * DAYS,
                f"{_BESIDE}{'traction: how long' if pulled else 'no traction'}",
                _computed(result, theme)[1],
                _scale(theme)[1],
            ],
        },
        "Pressures now": {
            "x": [hour, hour, 24 * DAYS - 19, 24 * DAYS - 1, result.traction[0]],
            "y": [result.load[at], result.swelling[at], *[_PRESSURE[1] * 0.93] * 2, _BEGIN_AT],
        },
        "Left by the model": _left_now(result),
    }


def _computed(result, theme):
    """Return how high it is said whose numbers are joined, and the words: under the hour, in one line in a hall."""
    whose = f"heights of {HEIGHTS[result.state.person]}"
    lines = ("computed: one man’s pressures,", whose)
    return (_TOP - 9.5, " ".join(lines)) if theme.large else (_TOP - 12.5, "<br>".join(lines))


def _scale(theme):
    """Return how high it is said that the scene is not to scale, and the words: one line in a hall."""
    return (_TOP - 2, "not to scale") if theme.large else (_TOP - 10, "not to scale,<br>changes enlarged")


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return person and disc on getting up, the days without traction, and the height until the pull has ended.

    Once the reader has predicted, the words of the handles are there too.
    """
    start, (begin, end) = replace(result, state=result.state.replace(hour=0)), result.traction
    rows = [(71.5, *_scale(theme), "middle left")]
    rows += [(sum(night) / 2, _HEIGHT[0] + 2.5, "lying", "middle center") for night in _nights(result)]
    rows.append((end + _LATER, _HEIGHT[0] + 2.5, "48 h later", "middle center"))
    if prediction is None:
        rows.append((end, -result.loss[round(end / STEP)], f"\u00a0gained {result.gained:.1f} mm", "top right"))
    else:
        rows.append((end, _END_AT, f"{_BESIDE}traction: how long", "middle right"))
    names = [words("Names", [(*row, theme.text()) for row in rows])]
    if prediction is not None:
        names.append(
            words(
                "Name of the begin", [(begin, _BEGIN_AT, f"{_BESIDE}when", "middle right", theme.text())], ("x", "y2")
            )
        )
    pulled = [(hour, -lost) for hour, lost in zip(result.hours, result.loss, strict=True) if hour <= end]
    still = [one for one in scene(start, theme) if one["name"] not in ("Water flowing", "Load")]
    usual = [(hour, -lost) for hour, lost in zip(result.hours, result.ordinary, strict=True)]
    shapes = [
        *_areas(result, theme),
        line("The same days without traction", [usual], {**theme.stroke("neutral", 0.7), "dash": "dot"}),
        line("Height until the pull has ended", [pulled], theme.stroke("water", 1.3)),
        *still,
    ]
    return {"data": names, "layout": {**_layout(result, theme, None), "shapes": shapes}}


def grips(result):
    """Return the handles: the hour on the curve of height, and both ends of the traction."""
    state, bedtime, (begin, end) = result.state, 24 - result.state.lying, result.traction
    found = [
        grip(
            state,
            "hour",
            lambda hour: (hour, -result.loss[round(hour / STEP)]),
            points=24 * DAYS + 1,
            along="x",
            telling=True,
        )
    ]
    if begin < bedtime:
        # A pull that is there is taken anywhere: above by its length, below by its begin.
        body = [] if begin == end else _area(begin, end, _HEIGHT)
        length = grip(state, "traction", lambda long: (min(begin + long, bedtime), _END_AT), points=13, body=body)
        found.append(length)
    if begin < end:
        axes = ("xaxis", "yaxis2")
        body = _area(begin, end, _PRESSURE)
        found.append(
            grip(state, "traction_start", lambda hour: (min(hour, bedtime), _BEGIN_AT), points=25, axes=axes, body=body)
        )
    return found


def _area(begin, end, heights):
    """Return the corners of an area between two hours and two heights."""
    low, high = heights
    return [(begin, low), (end, low), (end, high), (begin, high)]


def _nights(result):
    return [(24 * (day + 1) - result.state.lying, 24 * (day + 1)) for day in range(DAYS)]


def _areas(result, theme):
    """Nights and traction as areas behind the curves."""
    for name, spans, role in (("Nights", _nights(result), "neutral"), ("Traction", [result.traction], "treatment")):
        for axis, heights in (("y", _HEIGHT), ("y2", _PRESSURE)):
            yield shape(
                name,
                [_area(*span, heights) for span in spans],
                fill=theme.fill(role),
                edge=theme.fill(role),
                width=0,
                axes=("x", axis),
            )
    for axis, (low, high) in (("y", _HEIGHT), ("y2", _PRESSURE)):
        strokes = [[(hour, low), (hour, high)] for hour in _EVERY]
        yield line("Hours", strokes, {"color": theme.grid, "width": 1}, axes=("x", axis))


def _lines(result, theme):
    """What stays behind the curves of height and swelling."""
    yield line("Fullest by itself", [[(0, 0), (24 * DAYS, 0)]], theme.stroke("threshold", 0.5))
    yield line("The same days without traction", [_without(result)], {**theme.stroke("neutral", 0.7), "dash": "dot"})
    yield line("Load", [_steps(result.hours, result.load)], {**theme.stroke("load"), "dash": "dash"}, axes=("x", "y2"))


def _without(result):
    """Points of the days without traction, from where they leave the others until they meet them again."""
    apart = [
        at
        for at, heights in enumerate(zip(result.loss, result.ordinary, strict=True))
        if abs(heights[0] - heights[1]) >= 0.02
    ]
    points = [(hour, -lost) for hour, lost in zip(result.hours, result.ordinary, strict=True)]
    return points[apart[0] - 1 : apart[-1] + 2] if apart else []


def _steps(hours, load):
    """Corners of a line that holds each value until the next hour."""
    corners = [(hours[0], load[0])]
    for hour, before, after in zip(hours[1:], load[:-1], load[1:], strict=True):
        if after != before:
            corners += [(hour, before), (hour, after)]
    return [*corners, (hours[-1], load[-1])]


def _curves(result, held, theme):
    yield held_run("A, held: height", held, _heights, theme, yaxis="y")
    yield curve("Height", *_heights(result), theme.stroke("water", 1.3), yaxis="y")
    yield curve("Swelling", result.hours, result.swelling, theme.stroke("water", 1.2), yaxis="y2")


def _heights(result):
    return result.hours, [-loss for loss in result.loss]


def _now(result, theme):
    # With a list of sizes plotly would take the marks for bubbles and make them pale.
    now, look = now_at(result, theme), {**theme.marker("now"), "opacity": 1}
    begins = f"{_BESIDE}when" if result.traction[1] > result.traction[0] else ""
    yield mark(
        "Height and flow now",
        marker={**look, "size": [look["size"] * 1.3] + [0] * (DAYS + 4)},
        textposition=["middle right"] * 2 + ["middle center"] * DAYS + ["middle right"] * 2 + ["middle left"],
        textfont=theme.text(),
        yaxis="y",
        cliponaxis=False,
        **now["Height and flow now"],
    )
    yield mark(
        "Pressures now",
        marker={
            **look,
            "symbol": [*["triangle-down", "triangle-up"] * 2, "circle"],
            "size": [look["size"]] * 2 + [0] * 3,
        },
        text=["", "", "– – load", "— swelling", begins],
        textposition=["middle right"] * 2 + ["middle left"] * 2 + ["middle right"],
        textfont={**theme.text(), "color": [*[theme.ink] * 2, *map(theme.color, ("load", "water")), theme.ink]},
        yaxis="y2",
        **now["Pressures now"],
    )


def level(result):
    """Return how what is left is put on the height by hand, as `spine_edu.explorer.asking.Number` takes it."""
    hour, ground = _later(result)
    track = [[most, hour, ground + most] for most in (0, _MOST_LEFT)]
    return {"axes": ["xaxis", "yaxis"], "track": track, "line": [hour - _BEFORE, hour + _BEHIND]}


def _later(result):
    """Return the hour at which it is asked what is left of the pull, and the height then if there had been none."""
    hour = result.traction[1] + _LATER
    return hour, -result.ordinary[round(hour / STEP)]


def _left(result, prediction, theme):
    """What the reader has said is left of the pull, over the days without it, and what is by the model."""
    (begin, end), said = result.traction, prediction or 0
    shown = prediction is not None and begin < end
    hour, ground = _later(result) if shown else (0, 0)
    look = {"yaxis": "y", "cliponaxis": False}
    text = {"text": [f"you said {said:g} mm"], "textposition": "top center"}
    yield {**predicted(hour, ground + said if shown else None, theme, **text, **look), "visible": shown}
    yield mark(
        "Left by the model",
        marker=theme.marker("now"),
        textposition="bottom center",
        textfont=theme.text(),
        visible=shown,
        **look,
        **_left_now(result),
    )


def _left_now(result):
    """Return place and words of what is left of the pull; nothing before its hour, nor without a pull."""
    begin, end = result.traction
    come = begin < end and result.state.hour >= end + _LATER
    hour, ground = _later(result) if come else (0, 0)
    return {
        "x": [hour if come else None],
        "y": [ground + result.left if come else None],
        "text": [f"48 h later: {result.left:.1f} mm left" if come else ""],
    }


def _layout(result, theme, prediction):
    time = theme.axis(
        "Hours since getting up on day 1 (h)",
        range=[0, 24 * DAYS],
        anchor="y2",
        tickvals=[0, *_EVERY, 24 * DAYS],
        showgrid=False,
    )
    height = theme.axis("", range=[_HEIGHT[0], _TOP], domain=[0.26, 1], tickvals=[-40, -20, 0], showline=False)
    pressure = theme.axis("Pressure (MPa)", range=list(_PRESSURE), domain=[0, 0.21], tickvals=[0, 0.4, 0.8])
    for axis in (time, pressure):
        axis["title"]["font"] = theme.text()
    begin, end = result.traction
    guess = "" if prediction is None or end > begin else f"{prediction:g} mm left after 48 h"
    return theme.layout(
        height=theme.em(33.2 if theme.large else 46),
        xaxis=time,
        yaxis=height,
        yaxis2=pressure,
        shapes=[*_areas(result, theme), *_lines(result, theme), *scene(result, theme)],
        annotations=[said(guess, theme), _title(theme)],
        margin={"l": theme.em(4), "r": 20, "t": theme.em(2), "b": theme.em(3.4)},
    )


def _title(theme):
    """The title of the heights beside them alone: over them is no axis, but a scene."""
    return {
        "xref": "paper",
        "yref": "y",
        "x": 0,
        "y": sum(_HEIGHT) / 2,
        "xshift": -theme.em(3.2),
        "xanchor": "center",
        "textangle": -90,
        "showarrow": False,
        "font": theme.text(),
        "text": "Height (mm)" if theme.large else "Height, 0 is fullest (mm)",
    }


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the three days as `Frames`, an hour each."""
    hours = range(0, 24 * DAYS + 1)
    moments = [replace(result, state=result.state.replace(hour=hour)) for hour in hours]
    run = Frames(
        "hour",
        (clock(hour) for hour in hours),
        (sentence(moment) for moment in moments),
        seconds=12,
        stride=3,
        controls={"hour": hours},
    )
    moving = [now_at(moment, theme) for moment in moments]
    for name, columns in moving[0].items():
        run.add(name, **{column: [now[name][column] for now in moving] for column in columns})
    for shapes in zip(*(scene(moment, theme) for moment in moments), strict=True):
        if len({one["path"] for one in shapes}) > 1:
            run.add(shapes[0]["name"], path=[one["path"] for one in shapes])
    return run
