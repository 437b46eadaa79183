"""What was measured in the mystery patient, and the curve of the reader's guess."""

from spine_edu.cycle.mystery.model import MysteryState
from spine_edu.theme import LIGHT

#: Measure -> (unit in words, top of the axis, distance of its ticks).
AXES = {"pain": ("0–10 rating", 10.2, 2), "tightness": ("0 loose – 10 full", 10.2, 2), "pressure": ("MPa", 1.53, 0.3)}

#: Days at which the guess may carry its name, each between two days of measurement; the early one keeps the name of
#: a guess that has sunk off the axis of time.
_NAMED_AT, _NAMED_EARLY_AT = 50, 24


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return what was measured as marks, the guess as a curve, and the gaps between them as thin lines.

    Parameters
    ----------
    result, held : MysteryResult
    theme : Theme
    prediction : str, optional
        The control that the reader suspected before looking.
    """
    declared, end = MysteryState.declarations(), result.days[-1]
    days = list(range(len(result.curve)))
    gaps = {"x": [], "y": []}
    for day, report, guess in zip(result.days, result.reported, result.guessed, strict=True):
        gaps["x"] += [day, day, None]
        gaps["y"] += [report, guess, None]
    large = theme.size >= 20
    here, measured = result.curve[_NAMED_AT], result.reported[result.days.index(56)]
    unit, top, tick = AXES[result.state.measure]
    named_at = _NAMED_AT if here > 0.15 * top else _NAMED_EARLY_AT
    measure = declared["measure"].format(result.state.measure)
    traces = [
        {"name": "Gaps", **gaps, "mode": "lines", "line": {"color": theme.muted, "width": theme.line * 0.6}},
        {"name": "Guess A", "x": days, "y": held.curve if held else [], "mode": "lines", "line": theme.stroke("held"),
         "visible": held is not None},
        {"name": "Your guess", "x": days, "y": result.curve, "mode": "lines", "line": theme.stroke("prediction", 1.2)},
        {"name": "Measured in the patient", "x": result.days, "y": result.reported, "mode": "markers",
         "marker": theme.marker("pain", 1.3)},
        {"name": "Name of the guess", "x": [named_at], "y": [result.curve[named_at]], "mode": "text",
         "text": ["your guess"], "textposition": "bottom left" if here < measured else "top right",
         "textfont": theme.text("prediction"), "visible": abs(here - measured) > 0.05 * top},
        _notes(result, prediction, unit, top, theme),
    ]
    return {
        "data": [{"type": "scatter", **trace} for trace in traces],
        "layout": theme.layout(
            height=480 if large else 400,
            xaxis=theme.axis("Time (days)", range=[-1.5, end + 1.5], dtick=14, tick0=0),
            yaxis=theme.axis(f"{measure} ({unit})", range=[0, top], dtick=tick),
            title={"text": f"Patient {result.state.patient:.0f}. {declared['probe'].format(result.state.probe)}",
                   "x": 0.02, "font": theme.text()},
            margin={"l": 84 if large else 60, "r": 16, "t": 60 if large else 44, "b": 76 if large else 52},
        ),
    }


def _notes(result, prediction, unit, top, theme):
    """How far apart they are, what the reader first suspected, and the answer if it was asked for."""
    suspects = MysteryState.declarations()["suspect"]
    lines = [f"gap here {result.gap_here:.2f} ({unit})", f"over all looks {result.gap:.1f} % of the scale"]
    if prediction is not None:
        lines.append(f"you first suspected: {prediction}")
    if result.state.reveal == "yes":
        lines.append(f"hidden: {suspects.format(result.hidden)}, {result.hidden_amount:.0f} %")
    return {"name": "Notes", "x": [10], "y": [0.985 * top], "mode": "text", "textposition": "bottom right",
            "text": ["<br>".join(lines)], "textfont": theme.text()}
