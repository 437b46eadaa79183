"""A hundred people of one group of one trial, followed through two years.

When each of them is operated on and gets better comes from the published counts (`spine_edu.treatment.paths`): the
hundred stand at the ranks 0.5, 1.5 … 99.5 of 100, so that their counts are those of the trial. The seed says who stands
where.
"""

import random
from dataclasses import dataclass
from functools import lru_cache

from spine_edu.state import State, choice, quantity
from spine_edu.treatment.paths import Path, path, weeks_of

PEOPLE = 100
#: What a person looks like.
BETTER, NOT_YET, UNCOUNTED = "better", "not yet better", "nobody counted"


@dataclass(frozen=True)
class HundredState(State):
    """Settings of the walk; time in weeks."""

    path: str = choice("treatment_hundred.path")
    week: float = quantity("treatment_hundred.week")
    reading: str = choice("treatment_hundred.reading")
    seed: float = quantity("treatment_hundred.seed")
    person: float = quantity("treatment_hundred.person")


@dataclass(frozen=True)
class Person:
    """What happens to one of the hundred.

    Attributes
    ----------
    operated, better, worse : float
        Weeks of the operation, of getting better, and of being so no more; infinite for what does not happen.
    unwanted : bool
        Whether the operation brings an unwanted effect.
    not_content : bool
        Whether the person is not content at two years.
    """

    operated: float
    better: float
    worse: float
    unwanted: bool
    not_content: bool


@dataclass(frozen=True)
class Counts:
    """The hundred at one week.

    Attributes
    ----------
    operated : int or None
        How many have been operated on; None if nobody counted.
    better, better_operated : int or None
        How many are better, and how many of these after an operation; None if nobody counted.
    unwanted : int or None
        How many have had an unwanted effect of the operation; None if nobody counted.
    not_content : int or None
        How many are not content; None except at the week of that count.
    """

    operated: int | None
    better: int | None
    better_operated: int | None
    unwanted: int | None
    not_content: int | None

    @property
    def sides(self):
        """Two pairs (better, people): of those not operated on, and of those operated on."""
        operated = self.operated or 0
        if self.better is None:
            return (None, PEOPLE - operated), (None, operated)
        return (self.better - self.better_operated, PEOPLE - operated), (self.better_operated, operated)


@dataclass(frozen=True)
class HundredResult:
    """A walk of the hundred.

    Attributes
    ----------
    state : HundredState
    path : Path
    people : tuple of Person
        In the order in which they stand at the start.
    """

    state: HundredState
    path: Path
    people: tuple

    @property
    def week(self):
        """The week that is looked at."""
        return self.state.week

    def counts(self, week=None):
        """Return the `Counts` at a week (default: the chosen one)."""
        week = self.week if week is None else week
        done = [person for person in self.people if person.operated <= week]
        better = [person for person in self.people if self.look(person, week) == BETTER]
        content = self.path.row("not_content")
        counted = bool(self.path.better)
        return Counts(
            len(done) if self.path.operated else None,
            len(better) if counted else None,
            sum(person.operated <= week for person in better) if counted else None,
            sum(person.unwanted for person in done) if self.path.row("unwanted") else None,
            sum(person.not_content for person in self.people) if content and content.week <= week else None,
        )

    def look(self, person, week):
        """Return what a person looks like at a week: better, not yet, or nobody counted."""
        if not self.path.better:
            return UNCOUNTED
        return BETTER if person.better <= week < person.worse else NOT_YET

    def fresh(self, week):
        """Return whether the trial still counted at a week who was better, as far as we read."""
        return week <= self.path.better_until

    @property
    def followed(self):
        """The person (0 to 99) who is followed; None for nobody, and where nobody was counted."""
        return int(self.state.person) - 1 if self.state.person and self.path.rows else None

    @property
    def queue(self):
        """Return the people (0 to 99) who are operated on, in the order in which they are."""
        times = [person.operated for person in self.people]
        return sorted((place for place in range(PEOPLE) if times[place] < float("inf")), key=times.__getitem__)


def simulate(state):
    """Return the `HundredResult` of a `HundredState`."""
    return HundredResult(state, path(state.path), _people(state.path, int(state.seed)))


@lru_cache(maxsize=64)
def _people(key, seed):
    """Return the hundred of a path as they stand at the start."""
    way, mixed = path(key), random.Random(seed)
    courses = way.courses()
    times = [weeks_of(courses, (rank + 0.5) / PEOPLE) for rank in range(PEOPLE)]
    mixed.shuffle(times)
    operated = [place for place, (week, _, _) in enumerate(times) if week < float("inf")]
    harmed = set(mixed.sample(operated, _share(way.row("unwanted"), len(operated))))
    unhappy = _not_content(way, times, mixed)
    return tuple(
        Person(*weeks, unwanted=place in harmed, not_content=place in unhappy) for place, weeks in enumerate(times)
    )


def _share(row, people):
    """Return how many of some people a row's share makes; nobody without a row."""
    return round(row.share / 100 * people) if row else 0


def _not_content(way, times, mixed):
    """Return who is not content at two years: who never got better, and as many others as are missing (assumed)."""
    others = [place for place, (_, better, _) in enumerate(times) if better < float("inf")]
    never = set(range(PEOPLE)) - set(others)
    wanted = _share(way.row("not_content"), PEOPLE)
    return never | set(mixed.sample(others, wanted - len(never))) if wanted else set()
