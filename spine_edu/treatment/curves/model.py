"""Two curves: mean leg pain of those assigned to an early operation and to waiting, and what lies between.

The marks are a trial's. The lines between the marks are ours: straight, but for the stretch between the first two marks
of the operated group, in which the pain falls by a week that the reader chooses. Pain-weeks are the area between the
lines: a point of 100 less, for a week, is one. Whatever people were assigned to counts, not what happened then.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spine_edu import data
from spine_edu.state import State, choice, quantity

#: The week with which the axis of time ends, and the weeks of one stack of tiles.
YEAR, STACK = 52, 4
EARLY, WAITING, DIFFERENCE = "early", "waiting", "difference"


@dataclass(frozen=True)
class CurvesState(State):
    """Settings: the trial, the week up to which is counted, and how the first two marks are joined."""

    trial: str = choice("treatment_curves.trial")
    week: float = quantity("treatment_curves.week")
    fall: float = quantity("treatment_curves.fall")


@dataclass(frozen=True)
class CurvesResult:
    """The two curves of a trial.

    Attributes
    ----------
    state : CurvesState
    lines : dict
        Group -> corners (week, points of 100) of its line, from week 0 to the last mark.
    """

    state: CurvesState
    lines: dict

    @property
    def last(self):
        """The week of the last mark."""
        return self.lines[WAITING][-1][0]

    @property
    def counted(self):
        """The week up to which there is something to count."""
        return min(self.state.week, self.last)

    @property
    def beyond(self):
        """Whether the chosen week lies beyond the last mark."""
        return self.state.week > self.last

    def height(self, arm, week):
        """Return where the line of a group is, points of 100."""
        line = self.lines[arm]
        after = bisect_left(line, week, key=lambda corner: corner[0])
        if line[after][0] == week:
            return line[after][1]
        (left, low), (right, high) = line[after - 1], line[after]
        return low + (high - low) * (week - left) / (right - left)

    def gap(self, week):
        """Return how much more pain those had who were assigned to wait, points of 100."""
        return self.height(WAITING, week) - self.height(EARLY, week)

    @cached_property
    def weeks(self):
        """Every week at which a line bends or crosses the other one, and every whole week, in order."""
        bends = {week for line in self.lines.values() for week, _ in line}
        places = sorted(bends | set(range(int(self.last) + 1)))
        gaps = [(week, self.gap(week)) for week in places]
        crossings = [a + (b - a) * one / (one - other) for (a, one), (b, other) in pairwise(gaps) if one * other < 0]
        return sorted([*places, *crossings])

    def area(self, end, start=0):
        """Return the pain-weeks from one week to another; below 0 where the operated group had more pain."""
        inside = [week for week in self.weeks if start < week < end]
        places = [start, *inside, end]
        # The lines are straight between these weeks, so the mean of both ends is exact.
        return sum((here - there) * (self.gap(there) + self.gap(here)) / 2 for there, here in pairwise(places))

    @property
    def so_far(self):
        """The pain-weeks up to the chosen week."""
        return self.area(self.counted)

    @property
    def in_all(self):
        """The pain-weeks up to the last mark."""
        return self.area(self.last)

    def stacks(self, end):
        """Return (first week, pain-weeks) of each stretch of four weeks up to a week."""
        return [
            (week, self.area(min(week + STACK, end), week)) for week in range(0, int(self.last), STACK) if week < end
        ]

    @property
    def operated(self):
        """How many of those assigned to wait had been operated on by the chosen week, as far as it was counted."""
        return sum(week <= self.state.week for week, _, _ in operations(self.state.trial))

    def marked(self, week):
        """Whether both groups were measured in this week."""
        return all(any(mark.week == week for mark in marks(self.state.trial, arm)) for arm in (EARLY, WAITING))


def marks(trial, arm):
    """Return the rows of treatment_leg_pain.csv of a group by week: those that its line runs through."""
    return [row for row in rows(trial) if row.arm == arm and row.joined == "yes"]


def rows(trial):
    """Return the rows of treatment_leg_pain.csv of a trial."""
    return [row for row in data.table("treatment_leg_pain") if row.trial == trial]


def operations(trial):
    """Return (week, its stack of four weeks, its number there) of each person operated on within the year.

    How many there were in four weeks was counted; that they are spread evenly over them is assumed.
    """
    stretches = [row for row in data.table("treatment_operations") if row.trial == trial and row.end <= YEAR]
    return [
        (row.start + (row.end - row.start) * (person + 0.5) / row.operated, row.start, person)
        for row in stretches
        for person in range(int(row.operated))
    ]


def simulate(state):
    """Return the `CurvesResult` of a `CurvesState`."""
    waiting = [(mark.week, mark.mean) for mark in marks(state.trial, WAITING)]
    (start, first), (week, low), *later = [(mark.week, mark.mean) for mark in marks(state.trial, EARLY)]
    # Down to the level of the second mark by the chosen week, and along it until that mark.
    bend = [(state.fall, low)] if state.fall < week else []
    return CurvesResult(state, {EARLY: [(start, first), *bend, (week, low), *later], WAITING: waiting})
