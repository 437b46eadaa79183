"""The paths of a trial's people through two years: published counts, joined to a course for each person.

A path is one group of one trial. Its rows of treatment_shares.csv say how many had been operated on, and how many were
better, by certain weeks. What lies between two counts is assumed:

- operations are spread evenly between two counts; where the trial's own records were read, these are four weeks apart;
- of those who are not yet better, the same share a week gets better;
- those who get better come from both sides, in proportion to how many stand there, and times `Path.speed` as often from
  the operated ones, which is set so that as many get better without an operation as were counted, where they were;
- who is operated on first gets better first, and nobody is operated on who has got better, except where a trial went
  on operating after its last count of those who were better;
- where fewer are better later, those who got better last are the ones who are not any more.

A person is a number between 0 and 1, their rank: how many of the group are operated on before them.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import inf

from spine_edu import data

#: The walk's length, and how many steps of the computation a week has.
WEEKS, _STEPS = 104, 10
_GRID = tuple(step / _STEPS for step in range(WEEKS * _STEPS + 1))
#: Which kinds of rows lie on the course, and which measures they may be of.
_ON_COURSE = ("counted", "half", "placed", "memory")
#: Path -> the trial of treatment_operations.csv whose records say in which weeks its people were operated on.
_RECORDS = {"wait": "peul"}


@dataclass(frozen=True)
class Path:
    """One group of one trial.

    Attributes
    ----------
    key : str
        Option of treatment_hundred.path.
    rows : tuple of record
        Its rows of treatment_shares.csv; none for a path that nobody counted.
    records : tuple of record
        Its rows of treatment_operations.csv, operations by stretches of weeks; none where no records were read.
    operated, better : tuple of float
        Share (0 to 1) operated on, and better, at each tenth of a week; empty where nobody counted.
    alone : tuple of float
        Share that got better without an operation before, at the same times.
    speed : float
        How many times as often those operated on get better as those who were not.
    better_until : float
        Week of the last count of those who were better; 0 if there is none.
    """

    key: str
    rows: tuple
    records: tuple
    operated: tuple
    better: tuple
    alone: tuple
    speed: float
    better_until: float

    @property
    def people(self):
        """How many people were assigned to it; None if nobody counted."""
        return self.rows[0].n if self.rows else None

    @property
    def trial(self):
        """The trial's name; empty if nobody counted."""
        return self.rows[0].trial if self.rows else ""

    def row(self, measure):
        """Return the last row of a measure within the two years, or None."""
        found = [row for row in self.rows if row.measure == measure and row.week <= WEEKS]
        return max(found, key=lambda row: row.week, default=None)

    def courses(self):
        """Return the ways from a share to a week, each as (shares, weeks) with rising shares; empty if not counted.

        Returns
        -------
        dict
            ``operated``: by rank. ``after``: better after an operation, by rank. ``alone``: better without one, by the
            rank counted from the other end, so that those never operated on are the first. ``worse``: not better any
            more, by the same rank.
        """
        after = tuple(all_ - alone for all_, alone in zip(self.better, self.alone, strict=True))
        return {
            "operated": _rising(self.operated),
            "after": _rising(after),
            "alone": _rising(self.alone),
            "worse": _falling(self.alone),
        }


@cache
def path(key):
    """Return the `Path` of an option of treatment_hundred.path."""
    rows = tuple(row for row in data.table("treatment_shares") if row.path == key)
    records = tuple(row for row in data.table("treatment_operations") if row.trial == _RECORDS.get(key))
    operated, better = _recorded(records, rows), _points(rows, "better")
    until = better[-1][0] if better else 0.0
    operations = tuple(_even(operated, week) for week in _GRID) if operated else ()
    recoveries = tuple(_steady(better, week) for week in _GRID) if better else ()
    if not better:
        return Path(key, rows, records, operations, (), (), 1.0, until)
    counted = next((row for row in rows if row.measure == "better_alone"), None)
    before = operations or (0.0,) * len(_GRID)
    speed = 1.0 if counted is None else _fitted(before, recoveries, until, counted)
    alone = tuple(_alone(before, recoveries, until, speed))
    return Path(key, rows, records, operations, recoveries, alone, speed, until)


def _points(rows, measure):
    """Return the points of a course: (week, share 0 to 1), from left to right."""
    points = {row.week: row.share / 100 for row in rows if row.measure == measure and row.kind in _ON_COURSE}
    return sorted((week, share) for week, share in points.items() if week <= WEEKS)


def _recorded(records, rows):
    """Return the points of the operations with those of the records between the start and the first whole count.

    A published count stands as it was published: whom the records have a little after its week was operated on by then.
    """
    points = _points(rows, "operated")
    if not records:
        return points
    first = min(row.week for row in rows if row.measure == "operated" and row.kind == "counted")
    found, done = [], 0
    for row in records:
        done += row.operated
        if row.end < first:
            found.append((row.end, done / row.n))
    return found + [point for point in points if point[0] >= first]


def _even(points, week):
    """Return the share at a week: straight between two points, and as it was after the last one."""
    before, after = _around(points, week)
    if after is None or after[0] == before[0]:
        return before[1]
    return before[1] + (after[1] - before[1]) * (week - before[0]) / (after[0] - before[0])


def _steady(points, week):
    """Return the share at a week where the rest falls by the same part every week between two points."""
    before, after = _around(points, week)
    if after is None or after[0] == before[0]:
        return before[1]
    part = (week - before[0]) / (after[0] - before[0])
    return 1 - (1 - before[1]) * ((1 - after[1]) / (1 - before[1])) ** part


def _around(points, week):
    """Return the points before and after a week; the first one is the start, with nobody."""
    points = [(0.0, 0.0), *points]
    place = bisect_left(points, week, key=lambda point: point[0])
    if place == len(points):
        return points[-1], None
    return points[max(place - 1, 0)], points[place]


def _alone(operated, better, until, speed):
    """Yield the share that is better without an operation before, step by step."""
    never = 1 - operated[round(until * _STEPS)]
    alone = after = 0.0
    yield alone
    for step in range(1, len(better)):
        gain = better[step] - better[step - 1]
        here, there = max(never - alone, 0.0), max(operated[step - 1] - after, 0.0)
        share = here / (here + speed * there) if here + speed * there else 0.0
        # Neither side can give more people than stand there.
        mine = max(min(gain * share, here), gain - there)
        alone, after = alone + mine, after + gain - mine
        yield alone


def _fitted(operated, better, until, counted):
    """Return the speed at which as many get better without an operation as were counted, by halving an interval."""
    low, high = 0.0, 40.0
    step, wanted = round(counted.week * _STEPS), counted.share / 100
    for _ in range(20):
        speed = (low + high) / 2
        found = next(islice(_alone(operated, better, until, speed), step, None))
        low, high = (speed, high) if found > wanted else (low, speed)
    return speed


def _rising(shares):
    """Return a course turned round: rising shares with the week of each."""
    if not shares:
        return (), ()
    kept = [(0.0, 0.0)]
    for week, share in zip(_GRID, shares, strict=True):
        if share > kept[-1][0] + 1e-9:
            kept.append((share, week))
        elif share <= kept[-1][0] and len(kept) == 1:
            kept[0] = (0.0, week)
    return tuple(zip(*kept, strict=True))


def _falling(shares):
    """Return the end of a course where it falls, turned round; empty if it does not."""
    top = max(shares, default=0.0)
    if not shares or top - shares[-1] < 1e-9:
        return (), ()
    last = max(step for step, share in enumerate(shares) if share == top)
    kept = {share: week for week, share in zip(_GRID[last:], shares[last:], strict=True)}
    return tuple(sorted(kept)), tuple(kept[share] for share in sorted(kept))


def week_of(course, share):
    """Return the week at which a course reaches a share; infinite if it never does."""
    shares, weeks = course
    if not shares or share >= shares[-1]:
        return inf
    place = bisect_left(shares, share)
    if place == 0:
        return weeks[0]
    part = (share - shares[place - 1]) / (shares[place] - shares[place - 1])
    return weeks[place - 1] + part * (weeks[place] - weeks[place - 1])


def weeks_of(courses, rank):
    """Return when a person is operated on, gets better, and is so no more, weeks; infinite for what does not happen.

    Parameters
    ----------
    courses : dict
        As from `Path.courses`.
    rank : float
        How many of the group, 0 to 1, are operated on before this person.
    """
    operated, alone = week_of(courses["operated"], rank), week_of(courses["alone"], 1 - rank)
    if alone > operated:
        return operated, week_of(courses["after"], rank), inf
    shares = courses["worse"][0]
    return operated, alone, week_of(courses["worse"], 1 - rank) if shares and 1 - rank >= shares[0] else inf
