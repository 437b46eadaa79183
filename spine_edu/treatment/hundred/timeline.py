"""The time line under the hundred: how many are operated on and better, as far as the week that is looked at."""

from spine_edu.drawing import outlines
from spine_edu.drawing.labels import spread
from spine_edu.drawing.marks import mark
from spine_edu.treatment.hundred.words import followed
from spine_edu.treatment.paths import WEEKS

AXES = ("x2", "y2")
#: What the axes show: weeks with room for names behind them, and of 100 with room for a line of words.
ACROSS, UP = (-3, 152), (0, 138)
ROLES = {"operated": "treatment", "better": "better"}
#: Rows that are marked as counted; the others are hollow.
_COUNTED = ("counted", "half")
#: Where names stand behind the ends of the curves, clear of the knob, and how far apart, also in a hall.
_BEHIND, _PITCH, _LARGE = 7, 23, 26
#: How high a tick is at the weeks of the one who is followed.
_TICK = 18


def height(result, measure, week):
    """Return the height of a curve at a week, of 100; None where nobody counted."""
    course = getattr(result.path, measure)
    return 100 * course[round(week * (len(course) - 1) / WEEKS)] if course else None


def paths(result, week):
    """Return name -> path of what grows with the weeks: both curves, the intervals of the counts, and the week."""
    found = {f"{measure} so far": _curve(result, measure, week) for measure in ROLES}
    for measure in ROLES:
        rows = [row for row in rows_of(result, measure) if row.kind in _COUNTED and row.week <= week]
        found[f"{measure}: 95 % intervals"] = "".join(f"M{row.week:g},{row.low:g}V{row.high:g}" for row in rows)
    found["now"] = f"M{week:g},0V100"
    found["turns of the one followed"] = _turns(result)
    return found


def shapes(result, held, theme):
    """Return the time line at the chosen week as shapes, with the curves of A."""
    for measure in ROLES:
        line = _curve(held, measure, result.week) if held else ""
        yield outlines.drawn(f"{measure}, A", line, theme.stroke("held"), axes=AXES, visible=bool(line))
    for name, path in paths(result, result.week).items():
        role = ROLES.get(name.partition(" ")[0].rstrip(":"), "now")
        width = theme.line * 1.2 if name.endswith("so far") else 3 if name.startswith("turns") else 1.5
        yield outlines.drawn(name, path, {"color": theme.color(role), "width": width}, axes=AXES)


def traces(result, theme):
    """Return the published counts up to the chosen week, hollow where the week is assumed or the number remembered."""
    for measure, role in ROLES.items():
        rows = rows_of(result, measure)
        symbol = "square" if measure == "operated" else "circle"
        marker = {
            "color": theme.color(role),
            "symbol": [symbol if row.kind in _COUNTED else f"{symbol}-open" for row in rows],
            "size": theme.em(0.6),
            "line": {"width": 1.5, "color": theme.color(role)},
        }
        marks = mark(f"{measure}, published", [row.week for row in rows], counts(result, measure, result.week), marker)
        yield {**marks, "xaxis": AXES[0], "yaxis": AXES[1], "hoverinfo": "skip", "cliponaxis": False}


def counts(result, measure, week):
    """Return the shares of the published counts, of 100; None for those that come later than a week."""
    return [row.share if row.week <= week else None for row in rows_of(result, measure)]


def words(result, week, held, theme):
    """Return names with heights behind the ends of the curves, those of A too; as many rows at any time."""
    ends = [(name, result, name, theme.text(role, 0.93)) for name, role in ROLES.items()]
    ends += [(f"A: {name}", held, name, theme.text("held", 0.93)) for name in ROLES]
    there = [end for end in ends if end[1] and getattr(end[1].path, end[2])]
    pitch = _LARGE if theme.large else _PITCH
    heights = spread([height(whose, measure, week) for _, whose, measure, _ in there], pitch, 4, 94)
    small = theme.text(size=0.93)
    rows = [(0, UP[1], "of 100", "bottom right", small), (ACROSS[1], UP[1], _over(result, week), "bottom left", small)]
    for (name, whose, measure, font), at in zip(there, heights, strict=True):
        # The people that stand there: a share of 87.5 is 87 of the hundred.
        text = f"{name} {getattr(whose.counts(week), measure)}"
        rows.append((min(week, _last(whose, measure)) + _BEHIND, at, text, "middle right", font))
    return rows + [(0, 0, "", "middle right", theme.text())] * (len(ends) - len(there))


def _over(result, week):
    """Return the words over the time line: of the one who is followed, or since when the people are pale."""
    pale = result.path.better and not result.fresh(week)
    return followed(result) or (f"Pale people: last counted in week {result.path.better_until:g}" if pale else "")


def _turns(result):
    """Return a tick at the weeks in which the one who is followed is operated on and better, as a path."""
    if result.followed is None:
        return ""
    person = result.people[result.followed]
    return "".join(f"M{week:g},0V{_TICK}" for week in (person.operated, person.better) if week <= WEEKS)


def rows_of(result, measure):
    """Return the published rows of a measure within the two years."""
    return [row for row in result.path.rows if row.measure == measure and row.week <= WEEKS]


def _last(result, measure):
    """Return the week of the last published count of a measure; 0 if there is none."""
    return max((row.week for row in rows_of(result, measure)), default=0)


def _curve(result, measure, week):
    """Return a curve up to a week, or to the last count, as a path; empty where nobody counted, and at the start."""
    week = min(week, _last(result, measure))
    if week == 0 or not getattr(result.path, measure):
        return ""
    points = (f"{at:g},{height(result, measure, at):.4g}" for at in range(round(week) + 1))
    return f"M{'L'.join(points)}"
