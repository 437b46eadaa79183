"""Day and night: height over three days, and below it load against swelling."""

from spine_edu.models.loads_water import DAYS
from spine_edu.theme import LIGHT
from spine_edu.words.loads_water import clock

_HEIGHT, _PRESSURE = (-38, 14), (0, 1.2)


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return three days of height and pressures as a plotly figure.

    Parameters
    ----------
    result, held : WaterResult
    theme : Theme
    prediction : float, optional
        Millimetres the learner expected to be left of the traction after 48 hours.
    """
    traces = [*_bands(result, theme), *_heights(result, held, theme), *_pressures(result, theme), *_now(result, theme)]
    for trace in traces:
        trace.update(type="scatter", hoverinfo="skip")
    return {"data": traces, "layout": _layout(theme, prediction)}


def now_at(result):
    """Return what moves with the hour: places of the marks and the words beside them, by trace name."""
    at, hour = result.at, result.state.hour
    speed = result.flow
    arrow = "↓ water out" if speed > 0.1 else "↑ water in" if speed < -0.1 else "↔ in balance"
    return {
        "Now": {"x": [hour], "y": [-result.loss[at]]},
        "Flow now": {"text": [f"<b>{arrow}</b>, {clock(hour)}"]},
        "Pressures now": {"x": [hour, hour], "y": [result.load[at], result.swelling[at]]},
    }


def _bands(result, theme):
    """Nights and traction as areas behind the curves."""
    nights = [(24 * (day + 1) - result.state.lying, 24 * (day + 1)) for day in range(DAYS)]
    areas = {"Nights": (nights if result.state.lying else [], "neutral"),
             "Traction": ([result.traction] if result.traction[1] > result.traction[0] else [], "treatment")}
    for axis, (low, high) in (("y", _HEIGHT), ("y2", _PRESSURE)):
        for name, (spans, role) in areas.items():
            yield {"name": f"{name}, {'height' if axis == 'y' else 'pressure'}", "mode": "lines", "fill": "toself",
                   "x": [x for b, e in spans for x in (b, e, e, b, b, None)],
                   "y": [y for _ in spans for y in (low, low, high, high, low, None)], "xaxis": "x", "yaxis": axis,
                   "fillcolor": theme.fill(role), "line": {"width": 0}, "visible": bool(spans)}
    yield {"name": "Names of the areas", "mode": "text", "xaxis": "x", "yaxis": "y", "textfont": theme.text(),
           "x": [*((b + e) / 2 for b, e in nights), result.traction[1] + 0.5],
           "y": [_HEIGHT[0] + 2.5] * len(nights) + [_HEIGHT[0] + 7],
           "textposition": ["middle center"] * len(nights) + ["middle right"],
           "text": ["lying" if result.state.lying >= 4 else ""] * len(nights)
           + ["traction" if result.traction[1] > result.traction[0] else ""]}


def _heights(result, held, theme):
    plain = {"xaxis": "x", "yaxis": "y", "mode": "lines"}
    yield {**plain, "name": "Fullest by itself", "x": [0, 24 * DAYS], "y": [0, 0],
           "line": theme.stroke("threshold", 0.5)}
    yield {**plain, "name": "A, held: height", "x": held.hours if held else [], "visible": held is not None,
           "y": [-loss for loss in held.loss] if held else [], "line": theme.stroke("held")}
    yield {**plain, "name": "The same days without traction", "x": result.hours,
           "y": [-loss for loss in result.ordinary], "line": theme.stroke("neutral", 0.7) | {"dash": "dot"}}
    yield {**plain, "name": "Height", "x": result.hours, "y": [-loss for loss in result.loss],
           "line": theme.stroke("water", 1.3)}


def _pressures(result, theme):
    plain = {"xaxis": "x", "yaxis": "y2"}
    yield {**plain, "name": "Load", "mode": "lines", "x": result.hours, "y": result.load,
           "line": {**theme.stroke("load"), "dash": "dash", "shape": "hv"}}
    yield {**plain, "name": "Swelling", "mode": "lines", "x": result.hours, "y": result.swelling,
           "line": theme.stroke("water", 1.2)}
    yield {**plain, "name": "Names of the pressures", "mode": "text", "x": [1, 24 * DAYS - 1],
           "y": [_PRESSURE[1] * 0.93] * 2, "text": ["– – load", "— swelling"],
           "textposition": ["middle right", "middle left"]}


def _now(result, theme):
    now = now_at(result)
    yield {"name": "Now", "mode": "markers", "xaxis": "x", "yaxis": "y", **now["Now"],
           "marker": theme.marker("now", 1.3)}
    yield {"name": "Flow now", "mode": "text", "xaxis": "x", "yaxis": "y", "textfont": theme.text(),
           "x": [0.5], "y": [_HEIGHT[1] - 2.5], "textposition": "middle right", **now["Flow now"]}
    yield {"name": "Pressures now", "mode": "markers", "xaxis": "x", "yaxis": "y2", **now["Pressures now"],
           "marker": {**theme.marker("now"), "symbol": ["triangle-down", "triangle-up"]}}


def _layout(theme, prediction):
    time = theme.axis("Hours since getting up on day 1 (h)", range=[0, 24 * DAYS], anchor="y2",
                      tickvals=[0, 12, 24, 36, 48, 60, 72])
    height = theme.axis("Height, 0 is fullest (mm)", range=list(_HEIGHT), domain=[0.44, 1],
                        tickvals=[-30, -20, -10, 0, 10])
    pressure = theme.axis("Pressure (MPa)", range=list(_PRESSURE), domain=[0, 0.38], tickvals=[0, 0.4, 0.8])
    for axis in (time, height, pressure):
        axis["title"]["font"] = theme.text()
    said = "" if prediction is None else f"You said: {prediction:g} mm left after 48 h"
    return theme.layout(
        height=round(theme.size * 36), xaxis=time, yaxis=height, yaxis2=pressure,
        annotations=[{"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom",
                      "showarrow": False, "font": theme.text("prediction"), "text": said, "visible": bool(said)}],
        margin={"l": round(theme.size * 4), "r": 20, "t": round(theme.size * 2), "b": round(theme.size * 3.4)})
