"""A year of Noor's leg pain as a reader foresees it, and what a trial can be laid over it.

Nothing here foretells how Noor fares. A trial's marks are means of groups, points of 100; they are divided by ten,
since Noor says how much it hurts from 0 to 10, and moved, since people came into the trial weeks after their leg had
begun to hurt. The lines between the marks are ours, as in the two curves of notebook 07.
"""

from bisect import bisect_left
from dataclasses import dataclass

from spine_edu import data
from spine_edu.state import State, choice, quantity

#: The last month that is foreseen, and the weeks and days of a month: a year has 52 weeks here, and 365 days.
YEAR = 12
WEEKS, DAYS = 52 / YEAR, 365 / YEAR
NONE, TRIAL = "none", "peul"
EARLY, WAITING = ARMS = "early", "waiting"
#: Points of a trial's scale in one of Noor's.
SCALE = 10


@dataclass(frozen=True)
class ForecastState(State):
    """Settings: what lies over the reader's line, and the week of Noor's at which the trial begins."""

    trial: str = choice("start_forecast.trial")
    start: float = quantity("start_forecast.start")


@dataclass(frozen=True)
class ForecastResult:
    """What lies over the reader's line.

    Attributes
    ----------
    state : ForecastState
    lines : dict
        Group -> corners (Noor's month, points of 10) of its line; empty while nothing lies there.
    """

    state: ForecastState
    lines: dict

    @property
    def shown(self):
        """Whether a trial lies over the reader's line."""
        return bool(self.lines)

    def month(self, week):
        """Return Noor's month in a week of the trial."""
        return (self.state.start + week) / WEEKS

    def week(self, month):
        """Return the week of the trial in one of Noor's months."""
        return month * WEEKS - self.state.start

    def height(self, arm, month):
        """Return where the line of a group is, points of 10; before its first mark it is as high as there."""
        return height(self.lines[arm], month)

    def within(self, arm):
        """Return the corners of a line up to the last month, where it is cut off."""
        return (*(one for one in self.lines[arm] if one[0] < YEAR), (YEAR, self.height(arm, YEAR)))


def height(points, month):
    """Return the height of a line, given by points from left to right, at a month; before its first as high as there.

    Parameters
    ----------
    points : sequence of (float, float)
        (month, points of 10).
    month : float
        No later than the last point.
    """
    after = bisect_left(points, month, key=lambda corner: corner[0])
    if after == 0:
        return points[0][1]
    (left, low), (right, high) = points[after - 1], points[after]
    return low + (high - low) * (month - left) / (right - left)


def constant(name):
    """Return a number of this part from parameters.csv."""
    return data.value(f"start_forecast.{name}")


def marks(arm):
    """Return the rows of treatment_leg_pain.csv of a group by week: those that its line runs through."""
    rows = data.table("treatment_leg_pain")
    return [row for row in rows if row.trial == TRIAL and row.arm == arm and row.joined == "yes"]


def calm(points):
    """Return the month from which on a line is no higher than half of what Noor says in week 6; None if never.

    Parameters
    ----------
    points : sequence of (float, float)
        (month, points of 10) from left to right.
    """
    half = constant("known_pain") / 2
    above = [at for at, (_, pain) in enumerate(points) if pain > half]
    if not above:
        return points[0][0]
    last = above[-1]
    if last == len(points) - 1:
        return None
    (left, high), (right, low) = points[last], points[last + 1]
    return left + (right - left) * (high - half) / (high - low)


def simulate(state):
    """Return the `ForecastResult` of a `ForecastState`."""
    if state.trial == NONE:
        return ForecastResult(state, {})
    lines = {arm: [(row.week, row.mean) for row in marks(arm)] for arm in ARMS}
    # As the two curves of notebook 07 begin: between these two marks nothing is known to us.
    first, (week, low), *later = lines[EARLY]
    fall = data.value("treatment_curves.fall")
    lines[EARLY] = [first, *([(fall, low)] if fall < week else []), (week, low), *later]
    moved = ForecastResult(state, {})
    return ForecastResult(
        state,
        {arm: tuple((moved.month(week), mean / SCALE) for week, mean in line) for arm, line in lines.items()},
    )
