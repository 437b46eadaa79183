"""A seeded group of people on one path, all at once: as many as wanted, in the memory of a few.

Who they are is left to chance here, as it was in the trials: a group of 142 differs from the next one.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.treatment.paths import path

#: How many people are worked on at a time: the memory that is needed does not grow with the group.
CHUNK = 50_000


@dataclass(frozen=True)
class Shares:
    """How many of 100 people of a group there are, at each of some weeks.

    Attributes
    ----------
    weeks : tuple of float
    operated, better, better_operated : tuple of float
        Of 100: operated on; better; and both.
    mean_operation : float
        Mean week of the operations up to the last of `weeks`; nan if there are none.
    """

    weeks: tuple
    operated: tuple
    better: tuple
    better_operated: tuple
    mean_operation: float


def follow(key, weeks, people=1000, seed=1):
    """Return the `Shares` of a group of people who walk one path.

    Parameters
    ----------
    key : str
        Option of treatment_hundred.path.
    weeks : sequence of float
        When to count, rising, 0 to 104.
    people : int
        At least 1.
    seed : int
        The same seed gives the same people, however many there are besides.

    Raises
    ------
    ValueError
        If there is no such path, nobody counted on it, the weeks do not rise, or a number is not a whole one.
    """
    way, weeks = _checked(key, weeks, people, seed)
    import numpy as np  # here, so that everything else of the topic runs in a Python without it

    random = np.random.default_rng(seed)
    courses = way.courses()
    counts, spent = np.zeros((3, len(weeks) + 1), dtype=np.int64), 0.0
    for start in range(0, people, CHUNK):
        operated, better, worse = _times(np, courses, random.random(min(CHUNK, people - start)))
        counts[0] += _newly(np, operated, weeks)
        counts[1] += _newly(np, better, weeks) - _newly(np, worse, weeks)
        counts[2] += _newly(np, np.maximum(operated, better), weeks)
        spent += operated[operated <= weeks[-1]].sum()
    shares = 100 * counts[:, :-1].cumsum(axis=1) / people
    done = counts[0, :-1].sum()
    return Shares(weeks, *(tuple(map(float, row)) for row in shares), float(spent / done) if done else float("nan"))


def _checked(key, weeks, people, seed):
    keys = [option.value for option in data.choice("treatment_hundred.path").options]
    if key not in keys:
        raise ValueError(f"There is no path {data.shown(key)}; there are {', '.join(keys)}.")
    way = path(key)
    if not way.rows:
        raise ValueError(f"Nobody counted the people on the path {key!r}, so there is nothing to follow.")
    for name, number, least in (("people", people, 1), ("seed", seed, 0)):
        if isinstance(number, bool) or not isinstance(number, int) or number < least:
            raise ValueError(f"{name} must be a whole number of at least {least}; {data.shown(number)} is not.")
    weeks = tuple(float(week) for week in weeks)
    if not weeks or any(one >= other for one, other in zip(weeks, weeks[1:], strict=False)) or weeks[0] < 0:
        raise ValueError("The weeks to count at must rise, from 0 on; there must be one at least.")
    return way, weeks


def _times(np, courses, rank):
    """Return when each person is operated on, gets better and is so no more: `paths.weeks_of` for many."""
    operated, alone = _week(np, courses["operated"], rank), _week(np, courses["alone"], 1 - rank)
    before = alone <= operated
    better = np.where(before, alone, _week(np, courses["after"], rank))
    worse = np.full_like(rank, np.inf)
    if courses["worse"][0]:
        falls = before & np.isfinite(alone) & (1 - rank >= courses["worse"][0][0])
        worse[falls] = _week(np, courses["worse"], 1 - rank[falls])
    return operated, better, worse


def _week(np, course, share):
    shares, weeks = course
    if not shares:
        return np.full_like(share, np.inf)
    return np.where(share < shares[-1], np.interp(share, shares, weeks), np.inf)


def _newly(np, times, weeks):
    """Return how many times lie up to the first week, then up to the next, and at last after all of them."""
    return np.bincount(np.searchsorted(weeks, times), minlength=len(weeks) + 1)
