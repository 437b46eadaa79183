"""The pressure board: two studies side by side, each on its own axis and in its own unit."""

from spine_edu.models.loads_pressure import STUDIES, study
from spine_edu.theme import LIGHT
from spine_edu.words.loads_pressure import value

ROLES = {"wilke": "pressure", "nachemson": "load"}
#: Heights are counted in slots; a short list spreads over them, so that the axes never change.
SLOTS = 12
_ROOMIEST = 2.0
#: The strip under the board where a held posture is drawn.
_FOOT = -0.9
_PANELS = {"wilke": (0.0, 0.47), "nachemson": (0.53, 1.0)}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the board as a plotly figure.

    Parameters
    ----------
    result : PressureResult
    theme : Theme
    held : PressureResult, optional
        Run A: its marked posture is drawn under the board.
    prediction : str, optional
        Where the learner expected slouched sitting, in words.
    """
    heights = _heights(len(result.rows))
    traces = [trace for name in STUDIES for trace in _panel(result, name, heights, theme)]
    traces += [_postures(result, heights, theme), *(_held(held, name, theme) for name in STUDIES)]
    return {"data": traces, "layout": _layout(theme, prediction)}


def _heights(count):
    step = min(SLOTS / count, _ROOMIEST)
    return [SLOTS - step * (number + 0.5) for number in range(count)]


def _panel(result, name, heights, theme):
    """Bars, ranges, the standing marks and the numbers of one study."""
    about, role = study(name), ROLES[name]
    axes = {"xaxis": _axis("x", name), "yaxis": "y", "hoverinfo": "skip", "cliponaxis": False}
    readings = [item.readings[name] for item in result.rows]
    middles = [height - 0.22 for height in heights]
    marked = [item.posture == result.state.posture for item in result.rows]
    yield {"type": "bar", "name": f"{about.title}, {about.unit}", "orientation": "h", "width": 0.42, **axes,
           "x": [reading.value if reading else 0 for reading in readings], "y": middles,
           "customdata": [f"posture:{item.posture}" for item in result.rows],
           "marker": {"color": [theme.color(role) if here else theme.fill(role) for here in marked],
                      "line": {"color": theme.color(role), "width": theme.line / 2}}}
    yield {"type": "scatter", "name": f"Range read by {about.title}", "mode": "lines", "line": theme.stroke("now"),
           "x": _gapped([(r.low, r.high) if r else (None, None) for r in readings]),
           "y": _gapped([(y, y) for y in middles]), **axes}
    level = result.standing.readings[name].value
    yield {"type": "scatter", "name": f"Standing in {about.title}", "mode": "lines",
           "line": {**theme.stroke("threshold", 0.7), "dash": "2px,2px"},
           "x": _gapped([(level, level) if r else (None, None) for r in readings]),
           "y": _gapped([(y - 0.34, y + 0.3) for y in middles]), **axes}
    yield {"type": "scatter", "name": f"Numbers of {about.title}", "mode": "text", "textposition": "middle right",
           "x": [_beside(r, level) for r in readings], "y": middles, **axes,
           "text": [f" {value(r).replace(' to ', '–')}" for r in readings],
           "textfont": {**theme.text(None, 0.93), "color": [theme.ink if r else theme.muted for r in readings]}}


def _beside(reading, level):
    """Where a number stands: behind its bar, and behind the standing mark if that is where it would fall."""
    end = (reading.high or reading.value) if reading else 0
    return level if 0 < end < level else end


def _gapped(pairs):
    return [number for pair in pairs for number in (*pair, None)]


def _postures(result, heights, theme):
    labels = [f"<b>{item.label}</b>" if item.posture == result.state.posture else item.label for item in result.rows]
    return {"type": "scatter", "name": "Postures", "mode": "text", "hoverinfo": "skip", "cliponaxis": False,
            "textposition": "middle right", "x": [0] * len(heights), "y": [height + 0.25 for height in heights],
            "text": labels, "textfont": theme.text()}


def _held(held, name, theme):
    reading = held.marked.readings[name] if held else None
    words = f" A: {value(reading)}" if reading else ""
    if reading and name == STUDIES[0]:
        words += f" {held.marked.label}"
    return {"type": "scatter", "name": f"A, held, {study(name).title}", "mode": "markers+text", "hoverinfo": "skip",
            "visible": reading is not None, "x": [reading.value if reading else 0], "y": [_FOOT / 2], "text": [words],
            "textposition": "middle right", "textfont": theme.text("held"), "marker": theme.marker("held", 1.4),
            "xaxis": _axis("x", name), "yaxis": "y", "cliponaxis": False}


def _axis(letter, name):
    return letter if name == STUDIES[0] else f"{letter}2"


def _layout(theme, prediction):
    axes = {}
    for name in STUDIES:
        about = study(name)
        axis = theme.axis(about.axis, domain=_PANELS[name], range=[about.low, about.high], nticks=5,
                          tickfont=theme.text(None, 0.9))
        axis["title"]["font"] = theme.text()
        axes[_axis("x", name).replace("x", "xaxis")] = axis
    return theme.layout(
        height=round((SLOTS - _FOOT) * theme.size * 2.9 + theme.size * 9.5), barmode="overlay", **axes,
        yaxis={"range": [_FOOT, SLOTS], "visible": False, "fixedrange": True},
        annotations=[*(_title(name, theme) for name in STUDIES), _said(prediction, theme)],
        margin={"l": 12, "r": 20, "t": round(theme.size * 6.4), "b": round(theme.size * 3.6)})


def _title(name, theme):
    about = study(name)
    return {"xref": "paper", "yref": "paper", "x": _PANELS[name][0], "y": 1, "xanchor": "left", "yanchor": "bottom",
            "showarrow": False, "align": "left", "font": theme.text(),
            "text": f"<b>{about.title}</b><br>{about.disc}, {about.people_words}<br>dotted: standing"}


def _said(prediction, theme):
    return {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom",
            "yshift": round(theme.size * 4.6), "showarrow": False, "visible": prediction is not None,
            "font": theme.text("prediction"), "text": f"You said: slouched sitting is {str(prediction).lower()}"}
