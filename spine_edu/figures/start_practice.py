"""The bath over time."""

from spine_edu.models.start_practice import PracticeState
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
    labels = PracticeState.declarations()
    end = result.minutes[-1]
    traces = [
        {"name": "Run A", "x": result.minutes, "y": held.litres if held else [], "mode": "lines",
         "line": theme.stroke("held"), "visible": held is not None},
        {"name": "Water in the bath", "x": result.minutes, "y": result.litres, "mode": "lines",
         "line": theme.stroke("water", 1.3)},
        {"name": "Your prediction", "x": [end], "y": [prediction], "mode": "markers+text", "text": ["your prediction"],
         "textposition": "middle left", "textfont": theme.text("prediction"),
         "marker": theme.marker("prediction", 1.4), "visible": prediction is not None},
        {"name": "Level where it settles", "x": [0, end], "y": [result.settles_at] * 2, "mode": "lines+text",
         "line": theme.stroke("threshold", 0.6), "visible": result.settles_at <= _MOST,
         "text": [" it settles here", ""], "textposition": "top right" if result.settles_at < 0.9 * _MOST else
         "bottom right", "textfont": theme.text()},
        {"name": "Now", "x": [result.minutes[-1]], "y": [result.litres[-1]], "mode": "markers+text",
         "text": [f"{result.litres[-1]:.0f} L"], "textposition": "top left", "textfont": theme.text("water", 1.1),
         "marker": theme.marker("water")},
    ]
    return {
        "data": [{"type": "scatter", **trace} for trace in traces],
        "layout": theme.layout(
            height=380 if theme.size < 20 else 460,
            xaxis=theme.axis("Time (minutes)", range=[0, end + 1]),
            yaxis=theme.axis("Water in the bath (litres)", range=[0, _MOST]),
            title={"text": f"{labels['tap'].format(result.state.tap)} in, "
                           f"{labels['drain'].format(result.state.drain)} out", "x": 0.02, "font": theme.text()},
            margin={"l": 72, "r": 24, "t": 44 if theme.size < 20 else 60, "b": 56},
        ),
    }
