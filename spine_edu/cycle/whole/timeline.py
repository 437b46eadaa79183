"""The treatment time line: pain with and without the treatments, and below it when each one is given."""

from spine_edu.cycle.curves import drawn_days, height, label_gap, margin, pain_in_run_a
from spine_edu.cycle.treatments import card
from spine_edu.cycle.whole.model import CycleState
from spine_edu.drawing.labels import end_labels, label, room, spread
from spine_edu.drawing.marks import area, curve, sketched

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
        curve(
            "Pain without treatment",
            shown,
            [result.untreated.rating[day] for day in shown],
            theme.stroke("neutral") | {"dash": "dot"},
        ),
        pain_in_run_a(held, shown, theme),
        sketched(prediction, theme),
        curve("Pain with the treatments", shown, [result.rating[day] for day in shown], theme.stroke("pain", 1.7)),
        *end_labels(names, heights, spread(heights, label_gap(theme), 0.1, 10.1), end, theme),
        *_bars(plan, end, theme),
    ]
    for trace in traces:
        trace["hoverinfo"] = "skip" if trace["mode"] == "text" else "name+x+y"
    pain = theme.axis("Pain (0–10 rating)", domain=[0.45, 1], range=[0, 10.4], dtick=2)
    return {
        "data": traces,
        "layout": theme.layout(
            height=height(theme),
            yaxis=pain,
            xaxis=theme.axis("Time (days)", range=[0, room(end)], anchor="y2", nticks=8),
            yaxis2={"domain": [0, 0.38], "range": [_SLOTS, 0], "visible": False, "fixedrange": True},
            margin=margin(theme),
        ),
    }


def begins(row):
    """Return the height at which the bar of a row runs, on the axis of the treatments."""
    return row + 0.7


def _bars(plan, end, theme):
    """One bar a treatment from its first to its last day, its name above it, and a mark at the start."""
    texts = CycleState.declarations()["treatment"]
    x, y = [], []
    for row, (treatment, start) in enumerate(plan):
        stop = min(start + max(card(treatment).days, end / 180), end)
        x += [start, stop, stop, start, start, None]
        low, high = begins(row) - 0.15, begins(row) + 0.15
        y += [low, low, high, high, low, None]
    yield area(
        "When the treatments are given", x, y, theme.fill("treatment"), edge=theme.stroke("treatment", 0.6), yaxis="y2"
    )
    names = [f"{texts.format(treatment)}, from day {start:.0f}" for treatment, start in plan]
    yield label(
        "Names of the treatments",
        [0] * (len(plan) or 1),
        [row + 0.3 for row in range(len(plan) or 1)],
        names or ["No treatment yet: More controls has three."],
        theme.text("treatment"),
        yaxis="y2",
        cliponaxis=False,
    )
