"""A crowd of whole people, a test, and whom it calls positive.

Of ``have`` people who have something, a test of sensitivity s finds ``have * s``, and of the others it calls
``(crowd - have) * (1 - specificity)`` positive too; both are rounded to whole people, and everybody is counted once.

Two tests of the same people may err independently, or in the same people. Among those who have it, both tests are
positive in ``s1 * s2`` of them if the tests err independently, and in ``min(s1, s2)`` of them if they err alike as far
as they can; the same holds for the false alarms of the others. Single studies do not tell which, so both are counted.
These are two ways and not all: tests that make up for each other are both positive in fewer, down to ``s1 + s2 - 1``.
"""

from dataclasses import dataclass
from functools import cache
from math import floor

from spine_edu import data
from spine_edu.state import State, choice, quantity

#: What is looked for -> its words after "have".
TARGETS = {
    "herniation": "a herniation",
    "root": "a root in trouble",
    "cauda": "pressed bladder and bowel nerves",
    "fracture": "a broken vertebra",
    "cancer": "cancer in the spine",
}
#: How two tests may err, and how it was where somebody counted both in the same people.
INDEPENDENT, ALIKE, COUNTED = "independent", "alike", "counted"


@dataclass(frozen=True)
class ChancesState(State):
    """Settings: the test and in whom it was tried, who has it, a second test, and what of the interval is taken."""

    test: str = choice("diagnosis_chances.test")
    have: float = quantity("diagnosis_chances.have")
    crowd: str = choice("diagnosis_chances.crowd")
    second: str = choice("diagnosis_chances.second")
    rule: str = choice("diagnosis_chances.rule")
    ends: str = choice("diagnosis_chances.ends")


@dataclass(frozen=True)
class Accuracy:
    """How well a test tells.

    Attributes
    ----------
    key, sign, among, who, against, target : str
        As in diagnosis_accuracy.csv.
    rows : tuple of records
        Its sensitivity and its specificity, each from the table in which the number stands.
    notes : tuple of str
        What to know about each of them.
    """

    key: str
    sign: str
    among: str
    who: str
    against: str
    target: str
    rows: tuple
    notes: tuple

    def worthless(self, ends="value"):
        """Return whether it is positive in no more of those who have it than of those who do not."""
        return sum(self.shares(ends)) <= 1 + 1e-9

    def shares(self, ends="value"):
        """Return sensitivity and specificity: the values, or the low or high ends of their intervals, if published."""
        return tuple(getattr(row, ends) if getattr(row, ends) is not None else row.value for row in self.rows)

    @property
    def bounded(self):
        """Whether an interval of it was in what we read."""
        return any(row.low is not None for row in self.rows)

    @property
    def remembered(self):
        """Whether one of its numbers is from memory."""
        return not all(row.seen for row in self.rows)


@dataclass(frozen=True)
class Counts:
    """Whole people after a test, everybody once.

    Attributes
    ----------
    found, missed : int
        Those who have it: positive, and negative.
    false, clear : int
        Those who do not: positive all the same, and negative.
    """

    found: int
    missed: int
    false: int
    clear: int

    @property
    def positive(self):
        """How many the test calls positive."""
        return self.found + self.false

    @property
    def negative(self):
        """How many the test calls negative."""
        return self.missed + self.clear


@dataclass(frozen=True)
class World:
    """One way in which it may be.

    Attributes
    ----------
    name : str
        ``""`` for a single test; else `INDEPENDENT`, `ALIKE` or `COUNTED`.
    sensitivity, specificity : float
    counts : Counts
    """

    name: str
    sensitivity: float
    specificity: float
    counts: Counts


@dataclass(frozen=True)
class ChancesResult:
    """A crowd after its test.

    Attributes
    ----------
    state : ChancesState
    crowd, have : int
    test : Accuracy
    second : Accuracy or None
        None also where it looks for something else than the first.
    worlds : tuple of World
        One, or with two tests one each for both ways to err.
    counted : World or None
        How it was where somebody counted both tests together in the same people; None where nobody did.
    prior : record or None
        The counted group in which as large a share has it; None for a number of one's own.
    """

    state: ChancesState
    crowd: int
    have: int
    test: Accuracy
    second: Accuracy | None
    worlds: tuple
    counted: Counts | None
    prior: object

    @property
    def before(self):
        """The share who have it before the test."""
        return self.have / self.crowd

    @property
    def rooms(self):
        """The worlds from left to right: what somebody counted stands between both ways to err."""
        return (self.worlds[0], self.counted, self.worlds[1]) if self.counted else self.worlds

    def after(self, world, positive=True):
        """Return the share who have it after a result: Bayes; None where none of these whole people has that result."""
        anybody = world.counts.positive if positive else world.counts.negative
        return chance(self.before, world.sensitivity, world.specificity, positive) if anybody else None

    @property
    def own_people(self):
        """Whether prior and accuracy come from the same source."""
        return self.prior is not None and any(self.prior.source in row.source for row in self.test.rows)


@cache
def accuracies():
    """Return every test as `Accuracy`, by key."""
    elsewhere = {row.test: row for row in data.table("treatment_tests")}
    rows = {}
    for row in data.table("diagnosis_accuracy"):
        if not row.beside:
            rows.setdefault(row.test, {})[row.measure] = row
    found = {}
    for key, pair in rows.items():
        here = pair["sensitivity"], pair["specificity"]
        numbers = tuple(elsewhere[row.stands] if row.stands else row for row in here)
        first = here[0]
        words = (first.sign, first.among, first.who, first.against, first.target)
        found[key] = Accuracy(key, *words, numbers, tuple(row.note for row in here))
    return found


@cache
def priors(target):
    """Return the counted groups that had something before they were tested."""
    return tuple(row for row in data.table("diagnosis_priors") if row.target == target)


@cache
def together(test, second):
    """Return sensitivity and specificity of two tests, both positive, as somebody counted them; None if nobody did."""
    rows = {
        row.measure: row.value
        for row in data.table("diagnosis_accuracy")
        if row.beside and {row.test, row.beside} == {test, second}
    }
    return (rows["sensitivity"], rows["specificity"]) if rows else None


def relatives(test):
    """Return the tests of the same sign, each tried in other people."""
    return tuple(other for other in accuracies().values() if (other.sign, other.target) == (test.sign, test.target))


def whole(number):
    """Return a number of people, rounded to whole ones, halves upwards."""
    return floor(number + 0.5 + 1e-9)


def count(crowd, have, sensitivity, specificity):
    """Return the `Counts` of a crowd of whom so many have it, after a test."""
    found, false = whole(have * sensitivity), whole((crowd - have) * (1 - specificity))
    return Counts(found, have - found, false, crowd - have - false)


def chance(before, sensitivity, specificity, positive=True):
    """Return the share who have it after a positive, or a negative, test: Bayes; None where nobody has that result."""
    yes, no = (sensitivity, 1 - specificity) if positive else (1 - sensitivity, specificity)
    share = before * yes + (1 - before) * no
    return before * yes / share if share else None


def combined(one, other, rule="both"):
    """Return sensitivity and specificity of two tests, by the way in which they err.

    Parameters
    ----------
    one, other : tuple of float
        Sensitivity and specificity.
    rule : {"both", "either"}
        Whom they call positive together.
    """
    (s1, p1), (s2, p2) = one, other
    f1, f2 = 1 - p1, 1 - p2
    if rule == "both":
        return {INDEPENDENT: (s1 * s2, 1 - f1 * f2), ALIKE: (min(s1, s2), 1 - min(f1, f2))}
    return {INDEPENDENT: (1 - (1 - s1) * (1 - s2), p1 * p2), ALIKE: (max(s1, s2), 1 - max(f1, f2))}


def simulate(state):
    """Return the `ChancesResult` of a `ChancesState`."""
    test, crowd, have = accuracies()[state.test], int(state.crowd), int(state.have)
    second = accuracies().get(state.second)
    if second is not None and second.target != test.target:
        second = None
    shares = {"": test.shares(state.ends)}
    counted = None
    if second is not None:
        shares = combined(shares[""], second.shares(state.ends), state.rule)
        measured = together(test.key, second.key) if state.rule == "both" else None
        counted = measured and World(COUNTED, *measured, count(crowd, have, *measured))
    worlds = tuple(World(name, *pair, count(crowd, have, *pair)) for name, pair in shares.items())
    prior = next((row for row in priors(test.target) if row.have * crowd == have * int(row.crowd)), None)
    return ChancesResult(state, crowd, have, test, second, worlds, counted, prior)
