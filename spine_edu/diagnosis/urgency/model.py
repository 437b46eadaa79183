"""Which door each sign stands at on whose list, and how weak each is alone.

Nothing is computed about a person: doors are read from lists, counts from studies. A sign stands at the door of
warning_signs whatever it was counted to be.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spine_edu import data
from spine_edu.state import State, choice

#: Door -> what stands over it, from the one that cannot wait on.
DOORS = MappingProxyType({"today": "Now, today", "soon": "Soon", "routine": "Routine"})
#: The card that is no card: nobody found anything.
NO_SIGN = "none"
#: How many groups of a hundred people are drawn.
GROUPS = 2
PEOPLE = 100


@dataclass(frozen=True)
class UrgencyState(State):
    """Settings: which card is open, and whose list puts the cards to the doors."""

    sign: str = choice("diagnosis_urgency.sign")
    whose: str = choice("diagnosis_urgency.whose")


@dataclass(frozen=True)
class Group:
    """A hundred people, and how many of them have the sign (or, with the sign, have what it points to).

    Attributes
    ----------
    whom : str
        Who they are, in a word or two.
    low, high : float or None
        How many: the same twice where one number is known, both ends where only a range is; None where nobody counted.
    row : record or None
        The row of diagnosis_flag_counts.csv.
    """

    whom: str
    low: float | None
    high: float | None
    row: object

    @property
    def counted(self):
        """Whether somebody counted."""
        return self.low is not None

    @property
    def said(self):
        """How many of a hundred, in few words."""
        if not self.counted:
            return "not counted"
        number = f"{self.low:.0f}" if self.low == self.high else f"{self.low:.0f}–{self.high:.0f}"
        return f"{number} of {PEOPLE}"


@dataclass(frozen=True)
class Base:
    """How many of all people in one study had what a sign can point to, and how many of those with the sign.

    Attributes
    ----------
    had, everybody : int
        So many of so many, as counted.
    with_sign : int
        Of a hundred with the sign. Worked out by us from the shares of the same study, which are rounded.
    """

    had: int
    everybody: int
    with_sign: int

    @property
    def of_all(self):
        """How many of a hundred had it."""
        return round(PEOPLE * self.had / self.everybody)


@dataclass(frozen=True)
class UrgencyResult:
    """Cards at their doors, and the open one.

    Attributes
    ----------
    state : UrgencyState
    doors : dict
        Card -> its door; a card that the list does not name stays where the course puts it.
    named : tuple of str
        The cards that the list names; for the course all of them.
    card : record or None
        The row of the open card; None for no sign at all.
    groups : tuple of Group
        Two of a hundred people each.
    title : str
        What is asked of these people.
    base : Base or None
        How many had it at all; None where no study counted people with it and without.
    """

    state: UrgencyState
    doors: dict
    named: tuple
    card: object
    groups: tuple
    title: str
    base: Base | None

    @property
    def door(self):
        """The door at which the open card stands; empty for no sign."""
        return self.doors.get(self.state.sign, "")

    @property
    def left_out(self):
        """The signs that the list does not name."""
        return tuple(card for card, row in cards().items() if row.sign and card not in self.named)


def simulate(state):
    """Return the `UrgencyResult` of an `UrgencyState`."""
    named = tuple(card for card, row in cards().items() if _names(state.whose, row))
    groups = groups_of(state.sign)
    return UrgencyResult(
        state=state,
        doors={card: _door(state.whose, row) for card, row in cards().items()},
        named=named,
        card=cards().get(state.sign),
        groups=groups,
        title=groups[0].row.title if groups[0].row else "Never counted alone",
        base=base_of(state.sign),
    )


@cache
def cards():
    """Return the rows of diagnosis_flags.csv by card, in the order of the doors."""
    return {row.card: row for row in data.table("diagnosis_flags")}


@cache
def pile():
    """Return the cards in the order in which they are sorted, which tells nothing."""
    return tuple(sorted(cards(), key=lambda card: cards()[card].turn))


def told(card):
    """Return what is on a card: a sign in the words of the whole course, or what is no sign."""
    if card == NO_SIGN:
        return "none of the signs was found"
    return cards()[card].sign or cards()[card].words


@cache
def counts(card):
    """Return the rows of diagnosis_flag_counts.csv about a card; the first ones are drawn."""
    return tuple(row for row in data.table("diagnosis_flag_counts") if row.card == card)


@cache
def groups_of(card):
    """Return the `Group`s that are drawn of a card: the first counts of it, and groups that nobody counted."""
    drawn = [_group(row) for row in counts(card)[:GROUPS]]
    missing = ("if so", "if not")[len(drawn) :]
    return (*drawn, *(Group(whom, None, None, None) for whom in missing))


@cache
def base_of(card):
    """Return the `Base` of the study that is drawn of a card, where it counted people with it and without."""
    drawn = {row.measure: row for row in counts(card)[:GROUPS]}
    if set(drawn) != {"with", "without"}:
        return None
    ill, well = drawn["with"], drawn["without"]
    if None in (ill.value, well.value) or ill.source != well.source or ill.n == well.n:
        return None
    found, false = ill.n * ill.value, well.n * well.value
    return Base(ill.n, ill.n + well.n, round(PEOPLE * found / (found + false)))


def _group(row):
    if row.measure == "refers":
        finding, age = row.note.split(":")
        shares = data.table("herniation_findings")
        percent = next(
            one.percent for one in shares if (one.finding, one.age, one.method) == (finding, float(age), "fitted")
        )
        return Group(row.whom, percent, percent, row)
    if row.value is None:
        return Group(row.whom, row.low, row.high, row)
    return Group(row.whom, row.value, row.value, row)


def _names(whose, row):
    """Whether a list names a card; what is no sign stands on no list, and the course has a place for it."""
    return bool({"course": row.door, "nhs": row.nhs, "article": row.article}[whose])


def _door(whose, row):
    return (row.nhs or row.door) if whose == "nhs" else row.door
