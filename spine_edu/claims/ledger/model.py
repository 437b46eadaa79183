"""Two voices, a study of four parts, and what it could settle.

A study fits a contradiction if each of its four parts does. What the voices foretell is our reading of their words, of
20 people a group; a voice that gives no number gets none. The flag leaves the middle only where people were counted of
what both speak of: else the table says why it stays. A study that does not fit tells them apart in no case.
"""

import re
from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.state import State, choice

#: The parts of a study, in the order in which one asks for them.
PARTS = ("whom", "measure", "against", "when")
#: How many people of a group are drawn.
PEOPLE = 20
_COUNT = re.compile(r"(\d+) of (\d+)")


@dataclass(frozen=True)
class LedgerState(State):
    """Settings: the contradiction, and the four parts of the study."""

    contradiction: str = choice("claims_ledger.contradiction")
    whom: str = choice("claims_ledger.whom")
    measure: str = choice("claims_ledger.measure")
    against: str = choice("claims_ledger.against")
    when: str = choice("claims_ledger.when")


@dataclass(frozen=True)
class Group:
    """One group of a study that fits.

    Attributes
    ----------
    row : record
        Of contradiction_counts.csv.
    share : float or None
        The published share of 100; None where no count of people was found.
    """

    row: object
    share: float | None

    @property
    def found(self):
        """How many of the 20 that is, as whole people; None without a count."""
        return None if self.share is None else round(self.share * PEOPLE / 100)


@dataclass(frozen=True)
class LedgerResult:
    """A contradiction under a study.

    Attributes
    ----------
    state : LedgerState
    row : record
        Of contradictions.csv.
    fits : dict
        Part of the study -> whether it fits.
    groups : tuple of Group
        What the voices foretell and what was found, one or two groups; empty if the study does not fit.
    """

    state: LedgerState
    row: object
    fits: dict
    groups: tuple

    @property
    def ready(self):
        """Whether the study could tell the voices apart."""
        return all(self.fits.values())

    @property
    def counted(self):
        """Whether people were counted in such a study, as far as we found."""
        return any(group.found is not None for group in self.groups)

    @property
    def says(self):
        """What was published where it is no count of people, in few words; empty otherwise."""
        return next((group.row.says for group in self.groups if group.row.says), "")

    @property
    def silent(self):
        """Whether one voice speaks alone: silence is no denial, and nobody holds the other end of the rope."""
        return not self.row.right

    @property
    def middle(self):
        """Why the flag stays in the middle, in few words; empty where it does not, or nothing was published."""
        return next((group.row.middle for group in self.groups if group.row.middle), "")

    @property
    def published(self):
        """Whether anything was found that such a study has shown."""
        return self.counted or bool(self.says)

    @property
    def place(self):
        """Where what was found lies between the voices: 0 as the left one foretells, 1 as the right one; or None."""
        if not self.published:
            return None
        if self.middle:
            return 0.5
        known = [group for group in self.groups if group.found is not None]
        left = sum(abs(group.found - group.row.left) for group in known)
        right = sum(abs(group.found - group.row.right) for group in known)
        return left / (left + right) if left + right else 0.5


def simulate(state):
    """Return the `LedgerResult` of a `LedgerState`."""
    fits = {part: getattr(state, part) in needs()[state.contradiction, part].fits.split() for part in PARTS}
    groups = _groups(state) if all(fits.values()) else ()
    return LedgerResult(state, contradictions()[state.contradiction], fits, groups)


@cache
def contradictions():
    """Return the rows of contradictions.csv by key, in their order."""
    return {row.contradiction: row for row in data.table("contradictions")}


@cache
def needs():
    """Return the rows of contradiction_needs.csv by contradiction and part."""
    return {(row.contradiction, row.part): row for row in data.table("contradiction_needs")}


@cache
def share(row):
    """Return the published share of 100 behind a row of contradiction_counts.csv, from the table that holds it."""
    if not row.look:
        counted = _COUNT.fullmatch(row.of_people)
        return 100 * float(counted[1]) / float(counted[2]) if counted else None
    table, column, *cells = row.look.split()
    wanted = dict(cell.split("=") for cell in cells)
    (found,) = (
        getattr(one, column)
        for one in data.table(table)
        if all(_written(getattr(one, name)) == value for name, value in wanted.items())
    )
    return found


def _written(cell):
    return f"{cell:g}" if isinstance(cell, (int, float)) else cell


def _groups(state):
    """Return the groups of a study that fits."""
    rows = [
        row
        for row in data.table("contradiction_counts")
        if row.contradiction == state.contradiction
        and all(getattr(row, part) in ("", getattr(state, part)) for part in PARTS)
    ]
    return tuple(Group(row, share(row)) for row in rows)
