"""The bath itself, and beside it its water over time, on one axis of litres."""

from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import curve, held_run, mark, predicted, words
from spine_edu.drawing.outlines import line
from spine_edu.explorer.frames import Frames
from spine_edu.start.practice import bath
from spine_edu.start.practice.model import PracticeState
from spine_edu.theme import LIGHT

#: As much as the bath ever holds here while its drain is open; the axis ends a little higher, and never moves.
MOST, _TOP = 95, 109


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the bath after half an hour and its water over time, with run A and the predicted level if there are any.

    Parameters
    ----------
    result, held : PracticeResult
    theme : Theme
    prediction : float, optional
        Predicted litres at the end.
    """
    end, high, level = result.minutes[-1], result.litres[-1], min(result.settles_at, _TOP)
    traces = [
        held_run("Run A", held, lambda run: (run.minutes, run.litres), theme),
        curve("Water in the bath", result.minutes, result.litres, theme.stroke("water", 1.3)),
        _predicted(end, prediction, high, theme),
        curve(
            "Level where it settles",
            [0, end],
            [level] * 2,
            theme.stroke("threshold", 0.6),
            visible=level < _TOP,
        ),
        words("Where it settles", [_settles(result, theme)]),
        mark(
            "Now",
            [end],
            [min(high, MOST)],
            theme.marker("water"),
            text=[_litres(high)],
            textposition="middle right",
            textfont=theme.text("water", 1.1),
            cliponaxis=False,
        ),
        _flows(result.state, high, theme),
    ]
    shapes = [
        *bath.still(result.state, theme),
        *bath.moving(result.state, high, theme, len(result.litres) - 1),
        _guessed(prediction, theme),
    ]
    return {"data": traces, "layout": _layout(result, theme, shapes)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the bath at the start, empty and with the tap just opened, beside axes without a curve."""
    shapes = [*bath.still(result.state, theme), *bath.moving(result.state, 0, theme)]
    return {"data": [_flows(result.state, 0, theme)], "layout": _layout(result, theme, shapes)}


def grips(result):
    """Return the handles: the lever of the tap and the slide of the drain."""
    most = result.state.declarations()["tap"].high
    return [
        grip(result.state, "tap", lambda tap: bath.lever(tap, most), points=13),
        grip(result.state, "drain", bath.slide),
    ]


def _predicted(end, prediction, high, theme):
    """The prediction at the end of the run; one beyond the axis stands at its end, with an arrow.

    Its words lie on that side of it on which the water does not end.
    """
    beyond = prediction is not None and prediction > MOST
    below = prediction is not None and prediction < high
    text, side = "your prediction ↑" if beyond else "your prediction", "bottom left" if below or beyond else "top left"
    return predicted(end, MOST if beyond else prediction, theme, text=[text], textposition=side)


def _litres(high):
    """How much is in the bath; what lies beyond the axis stands at its end, with an arrow."""
    return f"{high:.0f} {'↑' if high > MOST else 'L'}"


def _settles(result, theme):
    """Where it settles, in words that stand clear of the line."""
    settles = result.settles_at
    text = f"it settles at {settles:.0f} L" if settles < _TOP else ""
    return 0.5, min(settles, _TOP) + (5 if settles < 0.9 * MOST else -5), text, "middle right", theme.text()


def _guessed(prediction, theme):
    """The predicted level as a line across the bath, as far as no words stand in its way."""
    strokes = []
    if prediction is not None:
        at = min(prediction, MOST)
        strokes = [[(bath.LEFT, at), (bath.IN_X - 0.4 if abs(at - bath.IN_Y) < 4 else bath.RIGHT, at)]]
    return line("Predicted level in the bath", strokes, theme.stroke("prediction"))


def _flows(state, litres, theme):
    """What runs in and out now, in litres a minute."""
    rows = [(*row, "middle right", theme.text("water")) for row in bath.words(state, litres)]
    return words("Running in and out, litres a minute", rows)


def _layout(result, theme, shapes):
    labels, end = PracticeState.declarations(), result.minutes[-1]
    title = f"{labels['tap'].format(result.state.tap)} in, {labels['drain'].format(result.state.drain)} out"
    return theme.layout(
        # Under a hall's question there is less room.
        height=theme.em(28 if theme.large else 33),
        xaxis=theme.axis(
            "Time (minutes)",
            range=[bath.LEFT - 3, end + 1],
            tickvals=[0, 5, 10, 15, 20, 25, 30],
            zeroline=True,
            zerolinecolor=theme.muted,
        ),
        yaxis=theme.axis("Water in the bath (litres)", range=[bath.LOWEST, _TOP], tickvals=[0, 20, 40, 60, 80]),
        title={"text": title, "x": 0.02, "font": theme.text()},
        shapes=shapes,
        margin={"l": 72, "r": theme.em(3.4), "t": 60 if theme.large else 44, "b": 56},
    )


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the filling of the bath as `Frames`, half a minute each."""
    end, pairs = result.minutes[-1], list(zip(result.minutes, result.litres, strict=True))
    run = Frames(
        "minute",
        (f"minute {minute:g} of {end:g}" for minute in result.minutes),
        (f"After {minute:g} minutes the bath holds {water:.0f} litres." for minute, water in pairs),
        seconds=6,
        stride=4,
    )
    run.reveal("Water in the bath", range(1, len(pairs) + 1))
    run.add(
        "Now",
        x=[[minute] for minute, _ in pairs],
        y=[[min(water, MOST)] for _, water in pairs],
        text=[[_litres(water)] for _, water in pairs],
    )
    state = result.state
    run.add(
        "Running in and out, litres a minute",
        text=[[text for _, _, text in bath.words(state, water)] for _, water in pairs],
    )
    moving = [bath.moving(state, water, theme, step) for step, (_, water) in enumerate(pairs)]
    for shapes in zip(*moving, strict=True):
        run.add(shapes[0]["name"], path=[one["path"] for one in shapes])
    return run
