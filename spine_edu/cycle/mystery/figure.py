"""What was measured in the mystery patient, and the curve of the reader's guess."""

from spine_edu.cycle.mystery.model import MysteryState
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import curve, held_run, mark
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
    here, measured = result.curve[_NAMED_AT], result.reported[result.days.index(56)]
    unit, top, tick = AXES[result.state.measure]
    named_at = _NAMED_AT if here > 0.15 * top else _NAMED_EARLY_AT
    measure = declared["measure"].format(result.state.measure)
    traces = [
        _gaps(result, theme),
        held_run("Guess A", held, lambda run: (days, run.curve), theme),
        curve("Your guess", days, result.curve, theme.stroke("prediction", 1.2)),
        mark("Measured in the patient", result.days, result.reported, theme.marker("pain", 1.3)),
        label(
            "Name of the guess",
            [named_at],
            [result.curve[named_at]],
            ["your guess"],
            theme.text("prediction"),
            "bottom left" if here < measured else "top right",
            visible=abs(here - measured) > 0.05 * top,
        ),
        _notes(result, prediction, unit, top, theme),
    ]
    return {
        "data": traces,
        "layout": theme.layout(
            height=480 if theme.large else 400,
            xaxis=theme.axis("Time (days)", range=[-1.5, end + 1.5], dtick=14, tick0=0),
            yaxis=theme.axis(f"{measure} ({unit})", range=[0, top], dtick=tick),
            title={
                "text": f"Patient {result.state.patient:.0f}. {declared['probe'].format(result.state.probe)}",
                "x": 0.02,
                "font": theme.text(),
            },
            margin={"l": 84, "r": 16, "t": 60, "b": 76} if theme.large else {"l": 60, "r": 16, "t": 44, "b": 52},
        ),
    }


def _gaps(result, theme):
    """A thin line from each measurement to the guess on the same day."""
    x, y = [], []
    for day, report, guess in zip(result.days, result.reported, result.guessed, strict=True):
        x += [day, day, None]
        y += [report, guess, None]
    return curve("Gaps", x, y, {"color": theme.muted, "width": theme.line * 0.6})


def _notes(result, prediction, unit, top, theme):
    """How far apart they are, what the reader first suspected, and the answer if it was asked for."""
    suspects = MysteryState.declarations()["suspect"]
    lines = [f"gap here {result.gap_here:.2f} ({unit})", f"over all looks {result.gap:.1f} % of the scale"]
    if prediction is not None:
        lines.append(f"you first suspected: {prediction}")
    if result.state.reveal == "yes":
        lines.append(f"hidden: {suspects.format(result.hidden)}, {result.hidden_amount:.0f} %")
    return label("Notes", [10], [0.985 * top], ["<br>".join(lines)], theme.text(), "bottom right")
