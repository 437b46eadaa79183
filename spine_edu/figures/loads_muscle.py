"""The one-muscle lesson: a seesaw over the disc, and below it what the disc carries."""

from spine_edu import data
from spine_edu.theme import LIGHT
from spine_edu.words.loads_muscle import PARTS, kilonewtons, share

_SHORT = {"trunk": "trunk", "hands": "load", "muscle": "muscle"}
_ROLES = {"trunk": "bone", "hands": "load", "muscle": "muscle"}
#: Ends of the two axes: centimetres along the seesaw, kilonewtons below.
_REACH, _MOST = (-22, 90), 16
#: Newtons drawn as one unit of height of the seesaw, and the longest arrow that fits.
_NEWTONS, _LONGEST = 1100, 3.1


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return seesaw and compression as a plotly figure.

    Parameters
    ----------
    result, held : MuscleResult
    theme : Theme
    prediction : float, optional
        Pull of the back muscles the learner expected, in newtons.
    """
    places = {"muscle": -result.state.muscle_arm, "trunk": result.trunk_arm, "hands": result.hands_arm}
    forces = {"muscle": result.muscle, "trunk": result.trunk, "hands": result.hands}
    traces = [*_seesaw(theme), *(_arrow(part, places[part], forces[part], theme) for part in places),
              *_bars(result, theme), _held(held, theme), *_yardsticks(theme)]
    return {"data": traces, "layout": _layout(theme, prediction)}


def _seesaw(theme):
    plain = {"type": "scatter", "hoverinfo": "skip", "xaxis": "x", "yaxis": "y", "cliponaxis": False}
    yield {**plain, "name": "Lever", "mode": "lines", "x": [-12, 84], "y": [0, 0], "line": theme.stroke("bone", 2)}
    yield {**plain, "name": "Lowest disc", "mode": "markers+text", "x": [0], "y": [-0.28], "text": ["disc"],
           "textposition": "bottom center", "textfont": theme.text("nucleus"),
           "marker": {"symbol": "triangle-up", "size": theme.size * 1.5, "color": theme.color("nucleus")}}


def _arrow(part, place, force, theme):
    """A force as an arrow standing on the lever; an arrow too long for the picture is broken off and says so."""
    length = force / _NEWTONS
    cut = length > _LONGEST
    top = min(length, _LONGEST)
    return {"type": "scatter", "name": f"Force of {PARTS[part]}", "mode": "lines+markers+text", "hoverinfo": "skip",
            "x": [place, place], "y": [top, 0.12], "xaxis": "x", "yaxis": "y", "cliponaxis": False,
            "line": {**theme.stroke(_ROLES[part], 1.6), "dash": "solid"},
            "marker": {"symbol": ["line-ew-open" if cut else "circle", "triangle-down"],
                       "size": [theme.size if cut else 1, theme.size], "opacity": 1,
                       "color": theme.color(_ROLES[part])},
            "text": [f"{_SHORT[part]}<br>{force:,.0f} N<br> ", ""], "textfont": theme.text(_ROLES[part]),
            # Standing upright the trunk comes close to the muscle, so the words about the muscle lean away.
            "textposition": "top left" if part == "muscle" else "top center"}


def _bars(result, theme):
    left, numbers = 0, []
    for part in PARTS:
        width = result.shares[part] / 1000
        yield {"type": "bar", "name": f"Compression from {PARTS[part]}", "orientation": "h", "x": [width],
               "base": [left], "y": [3.2], "width": 0.5, "hoverinfo": "skip", "xaxis": "x2", "yaxis": "y2",
               "marker": {"color": theme.fill(_ROLES[part]),
                          "line": {"color": theme.color(_ROLES[part]), "width": theme.line / 2}}}
        left += width
        numbers.append(f"{_SHORT[part]} {share(result, part):.0f} %")
    yield {"type": "scatter", "name": "Compression in numbers", "mode": "text", "hoverinfo": "skip", "x": [0, left],
           "y": [3.72, 3.2], "text": [", ".join(numbers),
                                      f" <b>{kilonewtons(result.compression)}</b>"],
           "textposition": "middle right", "textfont": theme.text(), "xaxis": "x2", "yaxis": "y2", "cliponaxis": False}


def _held(held, theme):
    place = held.compression / 1000 if held else 0
    return {"type": "scatter", "name": "A, held: compression", "mode": "markers+text", "x": [place], "y": [2.72],
            "text": [f" A: {place:.2f} kN"], "textposition": "middle right", "visible": held is not None,
            "hoverinfo": "skip", "textfont": theme.text("held"), "marker": theme.marker("held", 1.3), "xaxis": "x2",
            "yaxis": "y2", "cliponaxis": False}


def _yardsticks(theme):
    """What the compression may be held against: two kinds of threshold and the strength of specimens."""
    plain = {"type": "scatter", "hoverinfo": "skip", "xaxis": "x2", "yaxis": "y2", "cliponaxis": False}
    screening, men, women = (data.value(f"loads_muscle.{name}") / 1000
                             for name in ("screening", "threshold_men", "threshold_women"))
    strength = data.parameter("loads_muscle.strength")
    yield {**plain, "name": "Thresholds", "mode": "markers", "x": [screening, men, women], "y": [1.7, 1.7, 1.7],
           "marker": {**theme.marker("threshold"), "symbol": ["line-ns", "circle-open", "circle-open"], "opacity": 1,
                      "size": [theme.size, theme.size * 0.5, theme.size * 0.5],
                      "line": {"color": theme.ink, "width": theme.line}}}
    yield {**plain, "name": "Strength of specimens", "mode": "lines+markers",
           "x": [strength.low / 1000, strength.value / 1000, strength.high / 1000], "y": [0.45] * 3,
           "line": {**theme.stroke("bone"), "dash": "solid"},
           "marker": {**theme.marker("bone", 1.2), "symbol": ["line-ns", "diamond", "line-ns"],
                      "line": {"color": theme.color("bone"), "width": theme.line}}}
    yield {**plain, "name": "Yardsticks in words", "mode": "text", "x": [0, 0], "y": [2.2, 0.95],
           "textposition": "middle right", "textfont": theme.text(),
           "text": [f"| screening {screening:.1f}, ○ protrusion {women:.1f} and {men:.1f}",
                    f"specimens failed at {strength.low / 1000:.1f}–{strength.high / 1000:.1f}, "
                    f"mean {strength.value / 1000:.1f}"]}


def _layout(theme, prediction):
    below = theme.axis("Compression (kN)", domain=[0, 1], range=[0, _MOST], anchor="y2", nticks=9)
    above = theme.axis("Distance from the disc (cm)", domain=[0, 1], range=list(_REACH), anchor="y",
                       tickvals=[0, 20, 40, 60, 80])
    for axis in (below, above):
        axis["title"]["font"] = theme.text()
    said = "" if prediction is None else f"You said: the muscles pull with {prediction:,.0f} N"
    return theme.layout(
        height=round(theme.size * 39), barmode="overlay", xaxis=above, xaxis2=below,
        yaxis={"range": [-0.95, 4.6], "domain": [0.55, 1], "visible": False, "fixedrange": True},
        yaxis2={"range": [0, 4], "domain": [0, 0.4], "visible": False, "fixedrange": True},
        annotations=[{"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom",
                      "showarrow": False, "font": theme.text("prediction"), "text": said, "visible": bool(said)}],
        margin={"l": 12, "r": 20, "t": round(theme.size * 2), "b": round(theme.size * 3.4)})
