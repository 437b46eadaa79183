"""Inside the wall: the disc cut from its centre to its rim, the stresses below it, and what was measured instead."""

from spine_edu.theme import LIGHT
from spine_edu.words.loads_wall import formula_change

_RIM, _STRESS = 26, (-1.9, 5.6)
_LAMELLAE = 6


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return cut, stresses and comparison as a plotly figure.

    Parameters
    ----------
    result, held : WallResult
    theme : Theme
    prediction : str, optional
        Where the learner expected the tension to be greatest, in words.
    """
    traces = [*_cut(result, theme), *_curves(result, held, theme), *_change(result, theme)]
    for trace in traces:
        trace.setdefault("hoverinfo", "skip")
    return {"data": traces, "layout": _layout(theme, prediction)}


def _cut(result, theme):
    """The disc as a strip: centre at the left, rim at the right."""
    plain = {"type": "scatter", "xaxis": "x", "yaxis": "y", "cliponaxis": False}
    for name, low, high, tissue in (("Nucleus", 0, result.inner, "nucleus"),
                                    ("Wall (annulus)", result.inner, result.outer, "annulus")):
        yield {**plain, "name": name, "mode": "lines", "fill": "toself", "fillcolor": theme.solids[tissue],
               "x": [low, high, high, low, low], "y": [0, 0, 1, 1, 0],
               "line": {"color": theme.color(tissue), "width": theme.line / 2}}
    edges = [result.inner + result.wall * layer / _LAMELLAE for layer in range(1, _LAMELLAE)]
    yield {**plain, "name": "Layers of the wall", "mode": "lines", "line": theme.stroke("annulus", 0.3),
           "x": [x for edge in edges for x in (edge, edge, None)], "y": [0, 1, None] * len(edges)}
    yield {**plain, "name": "Names of the parts", "mode": "text", "y": [0.5, 0.5], "text": ["nucleus", "wall"],
           "x": [result.inner / 2, (result.inner + result.outer) / 2], "textfont": theme.text()}


def _curves(result, held, theme):
    plain = {"type": "scatter", "xaxis": "x", "yaxis": "y2"}
    yield {**plain, "name": "A, held: tension around the wall", "mode": "lines", "line": theme.stroke("held"),
           "x": held.radii if held else [], "y": held.hoop if held else [], "visible": held is not None}
    yield {**plain, "name": "Pressure in the nucleus", "mode": "lines", "x": [0, result.inner],
           "y": [-result.pressure] * 2, "line": theme.stroke("nucleus")}
    yield {**plain, "name": "Names of the curves", "mode": "text", "x": [0.2] * 3, "textposition": "middle right",
           "y": [_STRESS[1] - 0.4, _STRESS[1] - 1.0, -result.pressure - 0.4], "cliponaxis": False,
           "text": ["— tension around the wall", "··· stress across the wall",
                    f"pressed with {result.pressure:.2f} MPa"],
           "textfont": {**theme.text(), "color": [theme.color(role) for role in ("pressure", "load", "nucleus")]}}
    yield {**plain, "name": "Tension around the wall", "mode": "lines", "x": result.radii, "y": result.hoop,
           "line": theme.stroke("pressure", 1.4)}
    yield {**plain, "name": "Stress across the wall", "mode": "lines", "x": result.radii, "y": result.radial,
           "line": {**theme.stroke("load"), "dash": "dot"}}
    yield {**plain, "name": "Tension at the faces", "mode": "text", "cliponaxis": False,
           "x": [result.inner, result.outer], "y": [result.hoop[0], result.hoop[-1]],
           "text": [f"{result.hoop[0]:.2f} ", f" {result.hoop[-1]:.2f}"], "textfont": theme.text("pressure", 1.1),
           "textposition": ["middle left", "middle right"]}
    yield {**plain, "name": "Nachemson: tension in the back of the wall", "mode": "lines+text", "fill": "toself",
           "x": [result.inner, result.outer, result.outer, result.inner, result.inner],
           "y": [result.back_wall[0]] * 2 + [result.back_wall[1]] * 2 + [result.back_wall[0]],
           "fillcolor": theme.fill("neutral"), "line": theme.stroke("neutral", 0.5), "textfont": theme.text("neutral"),
           "text": ["", "", "Nachemson, back of the wall", "", ""], "textposition": "top left", "cliponaxis": False}


def _change(result, theme):
    """Two bars: the change against a young disc by the formula, and the one that was measured."""
    plain = {"xaxis": "x2", "yaxis": "y3", "orientation": "h", "type": "bar", "width": 0.36}
    values = {"formula": formula_change(result), "measured": result.peak}
    roles = {"formula": "pressure", "measured": "annulus"}
    words = {"formula": "this formula, tension inside", "measured": "measured, stress peaks in the wall"}
    for number, name in enumerate(values):
        yield {**plain, "name": f"Change by {words[name]}", "x": [values[name]], "y": [1 - number - 0.15],
               "marker": {"color": theme.fill(roles[name]) if name == "formula" else theme.color(roles[name]),
                          "line": {"color": theme.color(roles[name]), "width": theme.line / 2}}}
    yield {"type": "scatter", "name": "Changes in words", "mode": "text", "xaxis": "x2", "yaxis": "y3",
           "x": [0, 0, *values.values()], "y": [1.25, 0.25, 0.85, -0.15], "cliponaxis": False,
           "text": [*words.values(), *(f" × {value:.2f}" for value in values.values())], "textfont": theme.text(),
           "textposition": "middle right"}


def _layout(theme, prediction):
    across = theme.axis("Distance from the centre (mm)", range=[0, _RIM], anchor="y2", domain=[0, 1])
    change = theme.axis("Times a young disc", range=[0, 3.2], anchor="y3", domain=[0, 1], nticks=5)
    stress = theme.axis("Stress (MPa)", range=list(_STRESS), domain=[0.34, 0.86], zeroline=True,
                        zerolinecolor=theme.muted, nticks=7)
    for axis in (across, change, stress):
        axis["title"]["font"] = theme.text()
    said = "" if prediction is None else f"You said: greatest {prediction.lower()}"
    return theme.layout(
        height=round(theme.size * 42), barmode="overlay", xaxis=across, xaxis2=change, yaxis2=stress,
        yaxis={"range": [0, 1], "domain": [0.89, 0.97], "visible": False, "fixedrange": True},
        yaxis3={"range": [-0.5, 1.6], "domain": [0, 0.19], "visible": False, "fixedrange": True},
        annotations=[{"xref": "paper", "yref": "paper", "x": 0, "y": 0.98, "xanchor": "left", "yanchor": "bottom",
                      "showarrow": False, "font": theme.text("prediction"), "text": said, "visible": bool(said)}],
        margin={"l": round(theme.size * 3.4), "r": 20, "t": round(theme.size * 1.2), "b": round(theme.size * 3.4)})
