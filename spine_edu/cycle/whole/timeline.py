"""The treatment time line: pain with and without the treatments, and below it when each one works."""

from spine_edu.cycle.curves import drawn_days, height, label_gap, label_margin, labels, room, spread
from spine_edu.cycle.treatments import length
from spine_edu.cycle.whole.model import CycleState

_SLOTS = 3


def timeline(result, *, theme, held=None, prediction=None):
    """Return pain with the plan and without it, above one bar a treatment."""
    end, plan = result.days[-1], result.state.plan
    shown = drawn_days(end)
    ends = [("Treated" if plan else "Pain", result, "pain"), ("Without", result.untreated, "neutral")]
    if held:
        ends.append(("Run A", held, "held"))
    heights = [run.rating[-1] for _, run, _ in ends]
    names = [(f"{words} {value:.1f}", theme.color(role)) for (words, _, role), value in zip(ends, heights, strict=True)]
    traces = [
        {"name": "Pain without treatment", "x": shown, "y": [result.untreated.rating[day] for day in shown],
         "mode": "lines", "line": theme.stroke("neutral") | {"dash": "dot"}},
        {"name": "Pain in run A", "x": shown, "mode": "lines", "line": theme.stroke("held", 1.2),
         "y": [held.rating[min(day, held.days[-1])] for day in shown] if held else [], "visible": held is not None},
        {"name": "Your prediction", "x": [x for x, _ in prediction or ()], "y": [y for _, y in prediction or ()],
         "mode": "lines+markers+text", "line": theme.stroke("prediction"), "marker": theme.marker("prediction"),
         "text": ["", "your prediction"], "textposition": "top right", "textfont": theme.text("prediction"),
         "visible": prediction is not None},
        {"name": "Pain with the treatments", "x": shown, "y": [result.rating[day] for day in shown], "mode": "lines",
         "line": theme.stroke("pain", 1.7)},
        *labels(names, heights, spread(heights, label_gap(theme), 0.1, 10.1), end, theme),
        *_bars(plan, end, theme),
    ]
    for trace in traces:
        trace |= {"type": "scatter", "hoverinfo": "skip" if trace["mode"] == "text" else "name+x+y"}
    pain = theme.axis("Pain (0–10 rating)", domain=[0.45, 1], range=[0, 10.4], dtick=2)
    return {"data": traces, "layout": theme.layout(
        height=height(theme), yaxis=pain,
        xaxis=theme.axis("Time (days)", range=[0, room(end)], anchor="y2", nticks=8),
        yaxis2={"domain": [0, 0.38], "range": [_SLOTS, 0], "visible": False, "fixedrange": True},
        margin={"l": round(theme.size * 4.4), "r": label_margin(theme), "t": round(theme.size * 0.9),
                "b": round(theme.size * 3.6)})}


def _bars(plan, end, theme):
    """One bar a treatment from its first to its last day, its name above it, and a mark at the start."""
    texts = CycleState.declarations()["treatment"]
    x, y = [], []
    for row, (treatment, start) in enumerate(plan):
        stop = min(start + max(length(treatment), end / 180), end)
        x += [start, stop, stop, start, start, None]
        y += [row + 0.55, row + 0.55, row + 0.85, row + 0.85, row + 0.55, None]
    yield {"name": "When the treatments work", "x": x, "y": y, "mode": "lines", "fill": "toself", "yaxis": "y2",
           "fillcolor": theme.fill("treatment"), "line": theme.stroke("treatment", 0.6)}
    names = [f"{texts.format(treatment)}, from day {start:.0f}" for treatment, start in plan]
    yield {"name": "Names of the treatments", "mode": "text", "yaxis": "y2", "textposition": "middle right",
           "x": [0] * (len(plan) or 1), "y": [row + 0.3 for row in range(len(plan) or 1)], "cliponaxis": False,
           "text": names or ["No treatment is on the time line."], "textfont": theme.text("treatment")}
