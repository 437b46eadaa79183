"""Noor's forecast in words."""

from spine_edu import data
from spine_edu.start.forecast.model import (
    ARMS,
    DAYS,
    EARLY,
    SCALE,
    WAITING,
    WEEKS,
    YEAR,
    calm,
    constant,
    height,
    marks,
)
from spine_edu.tables import Table

#: What stands there while nothing of the reader's does.
NO_LINE = "No line of yours is kept; the first notebook asks for it."
#: The source of the trial, and its people.
SOURCE, PEOPLE = "peul2007", "283 people with sciatica for 6 to 12 weeks"
GROUPS = {WAITING: "assigned to wait", EARLY: "assigned to early operation"}
#: The months at which lines are told beside each other.
_TOLD = (YEAR / 2, YEAR)
_INVENTED = "invented for teaching, with Noor’s story"


def sentence(result):
    """Return where the story stands; and, once a trial lies there, where both groups were and what a mean hides."""
    if not result.shown:
        return (
            f"It is day {constant('today'):.0f}, and Noor’s leg has hurt since day {constant('leg_day'):.0f}. How it "
            "goes on is told later: your line comes back in the notebook on what can be done, over what a trial "
            "measured."
        )
    last = marks(WAITING)[-1]
    half, year = ([_said(result, arm, month) for arm in ARMS] for month in _TOLD)
    return (
        f"{data.short_citation(SOURCE)}, {PEOPLE}: their week 0 is laid at Noor’s week {result.state.start:.0f}, and "
        f"their points of 100 are divided by {SCALE}. At month {_TOLD[0]:.0f} mean leg pain was {half[1]} of 10 in "
        f"those assigned to wait and {half[0]} in those assigned to early operation, at month {_TOLD[1]:.0f} {year[1]} "
        f"and {year[0]}, read off the joined lines. A mean hides people: at the last mark of those who waited the "
        f"spread was {last.spread / SCALE:.1f} around {last.mean / SCALE:.1f}. Noor is none of them."
    )


def compare(held, result):
    """Return what lies otherwise than in the held state."""
    if held.state == result.state or not (held.shown or result.shown):
        return "A and this are the same."
    if held.shown != result.shown:
        return "A shows the trial, this does not." if held.shown else "This shows the trial, A does not."
    before, now = (_said(one, WAITING, _TOLD[0]) for one in (held, result))
    return (
        f"A lays the trial’s week 0 at Noor’s week {held.state.start:.0f}, this at week {result.state.start:.0f}: at "
        f"month {_TOLD[0]:.0f} those assigned to wait are at {before} in A and at {now} here."
    )


def idle(result):
    """Return the control that changes nothing while no trial lies there."""
    if result.shown:
        return {}
    return {"start": "No trial lies here yet; the notebook on what can be done brings one."}


def beside(points, result):
    """Return the reader's line and the trial's in words: what was said, what was measured, and when each was calm.

    Parameters
    ----------
    points : sequence of (float, float)
        The reader's line, (month, points of 10).
    result : ForecastResult
        One with a trial.

    Returns
    -------
    tuple of str
    """
    mine = [height(points, month) for month in _TOLD]
    half, year = _TOLD
    heights = {arm: f"{_said(result, arm, half)} and {_said(result, arm, year)}" for arm in ARMS}
    return (
        f"{mine[0]:.1f} of 10 at month {half:.0f} and {mine[1]:.1f} at month {year:.0f}",
        f"The trial’s means: {heights[WAITING]} assigned to wait, {heights[EARLY]} assigned to early operation",
        f"at {constant('known_pain') / 2:.0f} of 10 or lower for good: {_when('your line', points)}, "
        f"{_when('the first mean', result.within(WAITING))}, {_when('the second', result.within(EARLY))}",
    )


def table(result, line=()):
    """Return what is told of Noor, every mark of the trial and the reader's own line, as a `Table`.

    Parameters
    ----------
    result : ForecastResult
    line : sequence of (float, float), optional
        The reader's line.
    """
    columns = ("Noor’s month", "Week of the trial", "Who or what", "Points of 10", "Spread", "People", "Where from")
    told = [
        (f"{constant(name) / DAYS:.1f}", "", f"{what} (day {constant(name):.0f})", "", "", "", _INVENTED)
        for name, what in (("leg_day", "Noor’s leg begins to hurt"), ("today", "Noor today"))
    ]
    rows = [*told, *(_measured(result) if result.shown else ())]
    rows += [(f"{month:g}", "", "your line", pain, "", "", "drawn by you") for month, pain in line]
    return Table("Noor’s leg pain: what is told, what was measured, and your line", columns, tuple(rows))


def _measured(result):
    """Return the rows of Noor in week 6, of the marks, and of the lines where they are told."""
    week = constant("known_week")
    who = f"Noor (week {week:.0f})"
    rows = [(f"{week / WEEKS:.1f}", "", who, constant("known_pain"), "", "", _INVENTED)]
    for arm in ARMS:
        for row in marks(arm):
            spread = "" if row.spread is None else round(row.spread / SCALE, 1)
            where, people = f"{data.provenance(row)}; {row.note}", f"{row.n:.0f}"
            place = f"{result.month(row.week):.1f}", f"{row.week:g}"
            rows.append((*place, GROUPS[arm], round(row.mean / SCALE, 2), spread, people, where))
        for month in _TOLD:
            at = f"{month:g}", f"{result.week(month):g}"
            rows.append((*at, f"{GROUPS[arm]}, joined", round(result.height(arm, month), 2), "", "", _joined(arm)))
    return rows


def _joined(arm):
    """Return how a line was joined between its marks."""
    fall = f", fallen by week {data.value('treatment_curves.fall'):.0f}" if arm == EARLY else ""
    return f"straight between two marks{fall}: assumed"


def _said(result, arm, month):
    return f"{result.height(arm, month):.1f}"


def _when(name, points):
    month = calm(points)
    return f"{name} not within the year" if month is None else f"{name} from month {month:.1f} on"
