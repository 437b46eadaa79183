"""The whole model of the cycle in five views; the state's ``view`` picks one."""

from spine_edu.figures import cycle_maps, cycle_timeline
from spine_edu.figures.cycle_drawing import (
    LINES,
    STRIP,
    drawn_days,
    height,
    label_gap,
    label_margin,
    label_strip,
    leaders,
    spread,
)
from spine_edu.theme import LIGHT, ROLES

#: Highest disc pressure on the axis (MPa) and highest gain on the meter; both fixed, so that runs can be compared.
MOST_PRESSURE, MOST_GAIN = 1.7, 4.0


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the view of a run that its state asks for.

    Parameters
    ----------
    result, held : CycleResult
    theme : Theme
    prediction : tuple of (float, float), optional
        Predicted pain as (day, rating) points; drawn on the course and the time line.
    """
    views = {"course": course, "return": cycle_maps.return_map, "map": cycle_maps.regime_map,
             "hysteresis": cycle_maps.hysteresis, "timeline": cycle_timeline.timeline}
    return views[result.state.view](result, theme=theme, held=held, prediction=prediction)


def course(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the six states over time, the disc pressure, and the loop-gain meter."""
    shown = drawn_days(result.days[-1])
    traces = [
        {"name": "Pain in run A", "x": shown,
         "y": [held.rating[min(day, held.days[-1])] for day in shown] if held else [],
         "mode": "lines", "line": theme.stroke("held", 1.2), "visible": held is not None},
        {"name": "Your prediction", "x": [x for x, _ in prediction or ()], "y": [y for _, y in prediction or ()],
         "mode": "lines+markers+text", "line": theme.stroke("prediction"), "marker": theme.marker("prediction"),
         "text": ["", "your prediction"], "textposition": "top right", "textfont": theme.text("prediction"),
         "visible": prediction is not None},
        *(_line(result, name, shown, theme) for name in reversed(LINES)),
        {"name": "Disc pressure", "x": shown, "y": [result.pressure[day] for day in shown], "mode": "lines",
         "line": theme.stroke("pressure"), "yaxis": "y2"},
        {"name": "Today", "mode": "markers", "x": [result.days[-1]] * len(LINES),
         "y": [10 * getattr(result, name)[-1] for name in LINES], "cliponaxis": False,
         "marker": {**theme.marker("now", 0.8), "color": [theme.color(role) for role, _ in LINES.values()],
                    "symbol": [ROLES[role][2] for role, _ in LINES.values()]}},
        *_end_labels(result, theme, held),
        *_meter(result, theme),
    ]
    for trace in traces:
        trace |= {"type": "scatter", "hoverinfo": "name+x+y" if trace["mode"] != "text" else "skip"}
    return {"data": traces, "layout": _layout(result, theme)}


def _line(result, name, shown, theme):
    role, words = LINES[name]
    values = getattr(result, name)
    return {"name": words, "x": shown, "y": [10 * values[day] for day in shown], "mode": "lines",
            "line": theme.stroke(role, 1.7 if name == "pain" else 1.0)}


def _end_labels(result, theme, held):
    """Names and last values beside the line ends, moved apart where lines end close together."""
    names, strip = list(LINES), {"xaxis": "x3", "yaxis": "y4", "cliponaxis": False}
    heights = [10 * getattr(result, name)[-1] for name in names]
    words = [f"{LINES[name][1]} {value:.1f}" for name, value in zip(names, heights, strict=True)]
    colors = [theme.color(LINES[name][0]) for name in names]
    if held:
        heights, colors = [*heights, held.rating[-1]], [*colors, theme.color("held")]
        words.append(f"Pain, run A {held.rating[-1]:.1f}")
    placed = spread(heights, label_gap(theme), 0.1, 10.1)
    yield {"name": "Lines to the labels", "mode": "lines", "line": {"color": theme.muted, "width": 1},
           **leaders(heights, placed), **strip}
    yield {"name": "Names of the lines", "mode": "text", "x": [1] * len(placed), "y": placed, "text": words,
           "textposition": "middle right", "textfont": {**theme.text(), "color": colors}, **strip}
    yield {"name": "Last disc pressure", "mode": "text", "x": [1], "y": [result.pressure[-1]],
           "text": [f"{result.pressure[-1]:.2f} MPa"], "textposition": "middle right",
           "textfont": theme.text("pressure"), **strip | {"yaxis": "y5"}}


def _meter(result, theme):
    """The loop gain on a scale from 0: below 1 a push dies out, above 1 it grows."""
    now, peak = min(result.gain, MOST_GAIN), min(result.peak_gain, MOST_GAIN)
    axes = {"xaxis": "x2", "yaxis": "y3", "cliponaxis": False}
    yield {"name": "Gain below 1: a push dies out", "mode": "lines", "x": [0, 1, 1, 0, 0], "y": [0, 0, 1, 1, 0],
           "fill": "toself", "fillcolor": theme.fill("balancing"), "line": {"width": 0}, **axes}
    yield {"name": "Gain above 1: a push grows", "mode": "lines", "x": [1, MOST_GAIN, MOST_GAIN, 1, 1],
           "y": [0, 0, 1, 1, 0], "fill": "toself", "fillcolor": theme.fill("reinforcing"), "line": {"width": 0}, **axes}
    yield {"name": "What the parts of the meter mean", "mode": "text", "x": [0.5, 3.3], "y": [0.5, 0.5],
           "text": ["dies out", "a push grows"], "textfont": theme.text(size=0.86), **axes}
    yield {"name": "Loop gain at its steepest", "mode": "lines+markers", "x": [peak, peak], "y": [1.12, 1.7],
           "line": theme.stroke("reinforcing", 0.7), "marker": {**theme.marker("reinforcing", 1.2),
                                                               "symbol": ["triangle-down", "line-ns"]}, **axes}
    yield {"name": "Loop gain on the last day", "mode": "lines+markers", "x": [now, now], "y": [1.12, 1.7],
           "line": theme.stroke("now", 0.7), "marker": {**theme.marker("now", 1.2),
                                                       "symbol": ["triangle-down", "line-ns"]}, **axes}
    apart, room = theme.size * 0.05, theme.size * 0.078  # on the scale of the meter, at the narrowest width
    places = spread([now, peak + 1e-6], apart, 0, MOST_GAIN - room)
    yield {"name": "Numbers on the meter", "mode": "text", "x": places, "y": [2.25, 2.25],
           "text": [f"now {result.gain:.2f}", f"steepest {result.peak_gain:.2f}"], "textposition": "middle right",
           "textfont": {**theme.text(size=0.93), "color": [theme.color("now"), theme.color("reinforcing")]}, **axes}


def _layout(result, theme):
    states = theme.axis("0 none – 10 full<br>(pain: 0–10 rating)", domain=[0.48, 1], range=[0, 10.4], dtick=2)
    pressure = theme.axis("Disc pressure<br>(MPa)", domain=[0.24, 0.42], range=[0, MOST_PRESSURE], dtick=0.5)
    strip, labels = label_strip(states)
    return theme.layout(
        height=height(theme), yaxis=states, yaxis2=pressure, xaxis3=strip, yaxis4=labels | {"anchor": "x3"},
        yaxis5=label_strip(pressure)[1] | {"anchor": "x3"},
        xaxis=theme.axis("Time (days)", domain=[0, STRIP], range=[0, result.days[-1]], anchor="y2", nticks=8),
        xaxis2=theme.axis("Loop gain (pure number)", domain=[0, STRIP], anchor="y3", range=[0, MOST_GAIN], dtick=1,
                          showgrid=False),
        yaxis3={"domain": [0.0, 0.12], "range": [0, 2.7], "visible": False, "fixedrange": True, "anchor": "x2"},
        margin={"l": round(theme.size * 4.6), "r": label_margin(theme), "t": round(theme.size * 0.9),
                "b": round(theme.size * 3.6)})
