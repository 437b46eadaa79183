"""The bath over time."""

from spine_edu.drawing.marks import curve, held_run, mark, predicted
from spine_edu.explorer.frames import Frames
from spine_edu.start.practice.model import PracticeState
from spine_edu.theme import LIGHT

_MOST = 160


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the water level over half an hour, with run A and the predicted level if there are any.

    Parameters
    ----------
    result, held : PracticeResult
    theme : Theme
    prediction : float, optional
        Predicted litres at the end.
    """
    end, last = result.minutes[-1], result.litres[-1]
    # The words of a prediction and those of the level keep out of each other's way.
    above = prediction is not None and prediction >= last
    traces = [
        held_run("Run A", held, lambda run: (run.minutes, run.litres), theme),
        curve("Water in the bath", result.minutes, result.litres, theme.stroke("water", 1.3)),
        predicted(end, prediction, theme, textposition="top left" if above else "bottom left"),
        curve(
            "Level where it settles",
            [0, end],
            [result.settles_at] * 2,
            theme.stroke("threshold", 0.6),
            mode="lines+text",
            visible=result.settles_at <= _MOST,
            text=[" it settles here", ""],
            textposition="top right" if result.settles_at < 0.9 * _MOST else "bottom right",
            textfont=theme.text(),
        ),
        mark(
            "Now",
            [end],
            [last],
            theme.marker("water"),
            text=[f"{last:.0f} L"],
            textposition="bottom left" if above and prediction < last + 25 else "top left",
            textfont=theme.text("water", 1.1),
        ),
    ]
    return {"data": traces, "layout": _layout(result, theme)}


def _layout(result, theme):
    labels = PracticeState.declarations()
    return theme.layout(
        height=460 if theme.large else 380,
        xaxis=theme.axis("Time (minutes)", range=[0, result.minutes[-1] + 1]),
        yaxis=theme.axis("Water in the bath (litres)", range=[0, _MOST]),
        title={
            "text": f"{labels['tap'].format(result.state.tap)} in, {labels['drain'].format(result.state.drain)} out",
            "x": 0.02,
            "font": theme.text(),
        },
        margin={"l": 72, "r": 24, "t": 60 if theme.large else 44, "b": 56},
    )


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the filling of the bath as `Frames`, half a minute each."""
    end, pairs = result.minutes[-1], list(zip(result.minutes, result.litres, strict=True))
    run = Frames(
        "minute",
        (f"minute {minute:g} of {end:g}" for minute in result.minutes),
        (f"After {minute:g} minutes the bath holds {water:.0f} litres." for minute, water in pairs),
        seconds=1.8,
        stride=4,
    )
    run.reveal("Water in the bath", range(1, len(pairs) + 1))
    run.add(
        "Now",
        x=[[minute] for minute, _ in pairs],
        y=[[water] for _, water in pairs],
        text=[f"{water:.0f} L" for _, water in pairs],
    )
    return run
