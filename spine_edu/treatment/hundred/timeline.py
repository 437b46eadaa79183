"""The time line under the hundred: how many of them are operated on and better, week by week, and what was counted."""

from spine_edu.drawing import outlines
from spine_edu.drawing.marks import mark
from spine_edu.treatment.paths import WEEKS

AXES = ("x2", "y2")
#: What the axes show: weeks with room for names behind them, and of 100 with room for a line of words.
ACROSS, UP = (-3, 146), (0, 122)
#: Where names stand behind the curves, clear of the knob.
_BEHIND = WEEKS + 7
ROLES = {"operated": "treatment", "better": "water"}
#: Rows that are marked as counted; the others are hollow.
_COUNTED = ("counted", "half")


def height(result, measure, week):
    """Return the height of a curve at a week, of 100; None where nobody counted."""
    course = getattr(result.path, measure)
    return 100 * course[round(week * (len(course) - 1) / WEEKS)] if course else None


def points(result, measure):
    """Return a curve as weeks and heights, one a week."""
    weeks = range(WEEKS + 1) if getattr(result.path, measure) else []
    return list(weeks), [height(result, measure, week) for week in weeks]


def shapes(result, held, theme):
    """Return what no play moves: the whole curves thin, those of A, and the intervals of the counts."""
    for measure, role in ROLES.items():
        thin = {"color": theme.color(role), "width": 1, "dash": "dot"}
        yield outlines.line(f"{measure}, all two years", [_line(result, measure)], thin, axes=AXES, digits=1)
    for measure in ROLES:
        line = _line(held, measure) if held else []
        yield outlines.line(f"A: {measure}", [line], theme.stroke("held"), axes=AXES, digits=1, visible=bool(line))
    for measure, role in ROLES.items():
        bars = [[(row.week, row.low), (row.week, row.high)] for row in _rows(result, measure) if row.kind in _COUNTED]
        stroke = {"color": theme.color(role), "width": 1.5}
        yield outlines.line(f"{measure}: 95 % intervals", bars, stroke, axes=AXES, visible=bool(bars))


def traces(result, theme):
    """Return the published counts, hollow where the week is assumed or the number remembered, and the curves so far."""
    for measure, role in ROLES.items():
        rows = _rows(result, measure)
        symbol = "square" if measure == "operated" else "circle"
        marker = {
            "color": theme.color(role),
            "symbol": [symbol if row.kind in _COUNTED else f"{symbol}-open" for row in rows],
            "size": theme.em(0.6),
            "line": {"width": 1.5, "color": theme.color(role)},
        }
        yield _on_axes(mark(f"{measure}, published", [row.week for row in rows], [row.share for row in rows], marker))
    for measure, role in ROLES.items():
        weeks, heights = points(result, measure)
        until = round(result.week) + 1
        stroke = {"color": theme.color(role), "width": theme.line * 1.2}
        yield _on_axes(
            {
                "type": "scatter",
                "name": f"{measure} so far",
                "mode": "lines",
                "x": weeks[:until],
                "y": heights[:until],
                "line": stroke,
            }
        )


def now(result, week):
    """Return the line at a week as a path."""
    return f"M{week:g},0V100"


def words(result, held, prediction, theme):
    """Return names at the ends of the curves, and what is marked beside them."""
    font = theme.text(size=0.93)
    rows = [(0, UP[1], "of 100", "bottom right", font)]
    ends = {measure: height(result, measure, WEEKS) for measure in ROLES}
    for measure, role in ROLES.items():
        end = ends[measure]
        name = "" if end is None else f"{measure} {end:.0f}"
        rows.append((_BEHIND, end or 0, name, "middle right", theme.text(role, 0.93)))
    if held and held.state.path != result.state.path:
        for measure in ROLES:
            end = height(held, measure, WEEKS)
            if end is not None and all(other is None or abs(end - other) > 14 for other in ends.values()):
                rows.append((_BEHIND, end, f"A: {end:.0f}", "middle right", theme.text("held", 0.93)))
    return rows + [(_BEHIND, 0, "", "middle right", font)] * (5 - len(rows))


def _rows(result, measure):
    return [row for row in result.path.rows if row.measure == measure and row.week <= WEEKS]


def _line(result, measure):
    return list(zip(*points(result, measure), strict=True))


def _on_axes(trace):
    return {**trace, "xaxis": AXES[0], "yaxis": AXES[1], "hoverinfo": "skip", "cliponaxis": False}
