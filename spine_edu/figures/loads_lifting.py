"""The lifting calculator: a staircase from the best case down to the recommended limit, one step a multiplier."""

import textwrap

from spine_edu.models.loads_lifting import MULTIPLIERS
from spine_edu.theme import LIGHT
from spine_edu.words.loads_lifting import factor, index, measure, weight

_ROWS = len(MULTIPLIERS) + 3
#: Right end of the axis in kilograms: the best case of 23 kg and room for its number.
_MOST_KG = 30


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the staircase as a plotly figure.

    Parameters
    ----------
    result, held : LiftingResult
    theme : Theme
    prediction : float, optional
        Recommended limit the learner expected, in kilograms.
    """
    shown = not result.refusal
    traces = [_best(result, theme), _steps(result, theme), _limit(result, theme), _load(result, theme),
              *_words(result, theme), _held(held, result, theme), _predicted(prediction, result, theme)]
    for trace in traces:
        trace.update(hoverinfo="skip", visible=trace.get("visible", True) and shown)
        if trace["type"] == "scatter":
            trace["cliponaxis"] = False
    return {"data": traces, "layout": _layout(result, theme)}


def _bar(name, theme, role, lengths, bases, heights):
    return {"type": "bar", "name": name, "orientation": "h", "x": lengths, "base": bases, "width": 0.4,
            "y": [height - 0.2 for height in heights],
            "marker": {"color": theme.fill(role), "line": {"color": theme.color(role), "width": theme.line / 2}}}


def _best(result, theme):
    return _bar("Best case", theme, "neutral", [result.best], [0], [_ROWS - 0.5])


def _steps(result, theme):
    costs, left, bases = list(result.governing.costs.values()), result.best, []
    for cost in costs:
        left -= cost
        bases.append(left)
    return _bar("What each circumstance takes off", theme, "load", costs, bases, _step_heights())


def _limit(result, theme):
    bar = _bar("Recommended limit", theme, "treatment", [result.governing.value], [0], [1.5])
    bar["marker"]["color"] = theme.color("treatment")
    return bar


def _load(result, theme):
    bar = _bar("The load", theme, "now", [min(result.lift.weight, _most(result))], [0], [0.5])
    bar["marker"]["color"] = theme.color("now")
    return bar


def _step_heights():
    return [_ROWS - 1.5 - number for number in range(len(MULTIPLIERS))]


def _words(result, theme):
    """The line above each bar, and the number beside it."""
    governing, most = result.governing, _most(result)
    lines = ["Best case", *(f"{words}, {measure(result, governing, symbol)}: × {factor(governing.multipliers[symbol])}"
                            for symbol, words in MULTIPLIERS.items()),
             "<b>Recommended limit</b>" + (f", at the {governing.where}" if len(result.limits) > 1 else ""),
             "<b>The load</b>" + (", beyond this axis" if result.lift.weight > most else "")]
    numbers, ends, left = [f" {weight(result, result.best)}"], [result.best], result.best
    for cost in governing.costs.values():
        numbers.append(f" −{weight(result, cost)}" if cost >= 0.05 else " nothing")
        ends.append(left)
        left -= cost
    numbers += [f" <b>{weight(result, value)}</b>" for value in (governing.value, result.lift.weight)]
    ends += [governing.value, 0.62 * most if result.lift.weight > 0.8 * most else result.lift.weight]
    heights = [_ROWS - 0.5, *_step_heights(), 1.5, 0.5]
    yield {"type": "scatter", "name": "Steps in words", "mode": "text", "text": lines, "x": [0] * _ROWS,
           "y": [height + 0.24 for height in heights], "textposition": "middle right", "textfont": theme.text()}
    onto_bar = result.lift.weight > 0.8 * most
    colors = [theme.ink] * (_ROWS - 1) + [theme.paper if onto_bar else theme.ink]
    yield {"type": "scatter", "name": "Steps in numbers", "mode": "text", "text": numbers, "x": ends,
           "y": [height - 0.2 for height in heights], "textposition": "middle right",
           "textfont": {**theme.text(), "color": colors}}


def _held(held, result, theme):
    exists = held is not None and not held.refusal
    place = held.governing.value / held.per_kg * result.per_kg if exists else 0
    return {"type": "scatter", "name": "A, held: recommended limit", "mode": "markers+text", "x": [place], "y": [-0.25],
            "text": [f" A: {place:.1f} {result.unit}"], "textposition": "middle right", "visible": exists,
            "textfont": theme.text("held"), "marker": theme.marker("held", 1.4)}


def _predicted(prediction, result, theme):
    place = min((prediction or 0) * result.per_kg, _most(result))
    return {"type": "scatter", "name": "Your prediction", "mode": "markers+text", "x": [place], "y": [-0.75],
            "text": [f" you said {(prediction or 0) * result.per_kg:.1f} {result.unit}"],
            "textposition": "middle right" if place < _most(result) / 2 else "middle left",
            "visible": prediction is not None, "textfont": theme.text("prediction"),
            "marker": theme.marker("prediction", 1.4)}


def _most(result):
    return _MOST_KG * round(result.per_kg, 1)


def _layout(result, theme):
    axis = theme.axis(f"Weight ({result.unit})", range=[0, _most(result)], nticks=7)
    axis["title"]["font"] = theme.text()
    return theme.layout(
        height=round((_ROWS + 1) * theme.size * 2.9 + theme.size * 9), barmode="overlay", xaxis=axis,
        yaxis={"range": [-1, _ROWS], "visible": False, "fixedrange": True},
        annotations=[_heading(result, theme), _refused(result, theme)],
        margin={"l": 12, "r": 20, "t": round(theme.size * 5.2), "b": round(theme.size * 3.6)})


def _heading(result, theme):
    words = (f"load ÷ limit = lifting index <b>{index(result.index)}</b>" if result.index != float("inf")
             else "no load is recommended here")
    if result.composite is not None:
        words += f"<br>both lifts together: composite <b>{index(result.composite)}</b>"
    return {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom",
            "yshift": round(theme.size * 1.9), "showarrow": False, "align": "left", "font": theme.text(),
            "text": words, "visible": not result.refusal}


def _refused(result, theme):
    words = "<br>".join(textwrap.wrap(result.refusal, 34))
    return {"xref": "paper", "yref": "paper", "x": 0.02, "y": 0.7, "xanchor": "left", "yanchor": "middle",
            "showarrow": False, "align": "left", "font": theme.text(None, 1.15), "visible": bool(result.refusal),
            "text": f"<b>The equation does not apply.</b><br><br>{words}"}
