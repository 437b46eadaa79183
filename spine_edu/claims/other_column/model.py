"""Two columns of a hundred people: with a treatment as a page tells it, and without it as a study counted.

The difference d is that of the two shares. Where the sizes of both groups are known, its 95 % interval is Newcombe's:
with Wilson's interval of each share p, from l to u, it reaches from d − √((p₁ − l₁)² + (u₂ − p₂)²) to
d + √((u₁ − p₁)² + (p₂ − l₂)²). How many people it takes for one to differ is 100 / d, rounded up.
"""

from dataclasses import dataclass
from functools import cache
from math import ceil, floor, sqrt

from spine_edu import data
from spine_edu.state import State, choice, quantity

PEOPLE = 100
#: Of the normal distribution, for intervals of 95 %.
_Z = 1.96
#: Times in their order, as the options of the control that have one.
ORDER = ("week1", "week2", "month3", "week12", "month6", "year1", "month15", "year2", "year3", "year5", "unsaid")
#: The sentences of the three wordings: what a reader estimates for each.
ESTIMATES = ("kept", "fewer", "needed")
#: What is seen on a scan or in a device, and need not be felt.
FINDINGS = ("scan", "fails")


@dataclass(frozen=True)
class ColumnState(State):
    """What is claimed, counted and looked at, and what the reader has painted."""

    claim: str = choice("claims_other_column.claim")
    other: str = choice("claims_other_column.other")
    mine: float = quantity("claims_other_column.mine")
    view: str = choice("claims_other_column.view")
    counted: str = choice("claims_other_column.counted")
    when: str = choice("claims_other_column.when")
    kept: float = quantity("claims_other_column.kept")
    fewer: float = quantity("claims_other_column.fewer")
    needed: float = quantity("claims_other_column.needed")


@dataclass(frozen=True)
class Columns:
    """A published count in both columns.

    Attributes
    ----------
    row : record
        Of claims_columns.csv.
    share, other : float or None
        Of 100 in the first and in the other column; None where nobody counted.
    sizes : tuple of int or None
        How many people each column was counted in.
    """

    row: object
    share: float | None
    other: float | None
    sizes: tuple

    @property
    def people(self):
        """Whole people in the first and the other column; None where nobody counted."""
        return _whole(self.share), _whole(self.other)

    @property
    def full(self):
        """Whether both columns were counted."""
        return self.share is not None and self.other is not None

    @property
    def good(self):
        """Whether whom it happens to is well off."""
        return self.row.good == "yes"

    @property
    def finding(self):
        """Whether it is something seen, with which people need not feel ill."""
        return self.row.counted in FINDINGS

    @property
    def remembered(self):
        """Whether it was counted, and is from memory."""
        return self.share is not None and not self.row.seen

    @property
    def differ(self):
        """By how many whole people the first column has more than the other; None without both."""
        return self.people[0] - self.people[1] if self.full else None

    @property
    def difference(self):
        """The difference of the shares, of 100; None without both."""
        return self.share - self.other if self.full else None

    @property
    def interval(self):
        """The 95 % interval of the difference, of 100; None where it cannot be told."""
        if not self.full:
            return None
        if self.row.low is not None:
            return self.row.low, self.row.high
        return newcombe((self.share, self.sizes[0]), (self.other, self.sizes[1])) if all(self.sizes) else None

    @property
    def needed(self):
        """How many people it takes for one to differ, and the ends of that; None where nobody differs.

        Returns
        -------
        tuple or None
            The number, the lowest and the highest one; these are None where the interval is not known, and the highest
            is None where it has no end, because the interval of the difference holds 0.
        """
        if not self.difference:
            return None
        ends = None, None
        if self.interval:
            near, far = sorted(map(abs, self.interval))
            crosses = self.interval[0] <= 0 <= self.interval[1]
            ends = _ceil(PEOPLE / far), None if crosses else _ceil(PEOPLE / near)
        return _ceil(PEOPLE / abs(self.difference)), *ends

    @property
    def relative(self):
        """Changes of what is bad and of what is good, % of the other column; None where that cannot be told."""
        if not self.full:
            return None
        good, other = (self.share, self.other) if self.good else (PEOPLE - self.share, PEOPLE - self.other)
        if not 0 < other < PEOPLE:
            return None
        return 100 * (other - good) / (PEOPLE - other), 100 * (good - other) / other


@dataclass(frozen=True)
class ColumnResult:
    """What is looked at.

    Attributes
    ----------
    state : ColumnState
    columns : Columns or None
        None where nobody counted that for this claim.
    first : record
        The first row of the claim, which holds what the page says.
    times : tuple of str
        Options of `when` at which it was counted, in their order.
    """

    state: ColumnState
    columns: Columns | None
    first: object
    times: tuple

    @property
    def page(self):
        """How many of 100 the page says of what is counted here; None if it gives no number for it."""
        return self.columns.row.page if self.columns else None

    @property
    def laid_over(self):
        """Whether the published column lies over the reader's."""
        return self.state.other == "published"

    @property
    def shown(self):
        """Whole people that stand in the first and in the other column now; None for an empty one."""
        if self.columns is None:
            return None, None
        first, other = self.columns.people
        if self.laid_over:
            return first, other
        return first if self.page is None else _whole(self.page), None

    @property
    def untraced(self):
        """Whether the people shown are only those of the page's number, and no count with that number was found."""
        return not (self.laid_over or self.page is None) and self.columns.people[0] != _whole(self.page)

    @property
    def nearest(self):
        """Whether the page gives no number at all, so that the count is only the nearest one that was found."""
        return self.columns is not None and self.first.page is None

    @property
    def worded(self):
        """Whether the result can be put in words: both columns were counted."""
        return self.columns is not None and self.columns.full


@cache
def table():
    """Return (claim, counted, when) -> `Columns` of each row, in their order."""
    return {(row.claim, row.counted, row.when): _columns(row) for row in data.table("claims_columns")}


@cache
def first(claim):
    """Return the first row of a claim."""
    return next(row for row in data.table("claims_columns") if row.claim == claim)


@cache
def counted(claim):
    """Return what was counted for a claim, each with its times in their order: option of counted -> options of when."""
    found = {}
    for one, what, when in table():
        if one == claim:
            found.setdefault(what, []).append(when)
    return {what: tuple(sorted(times, key=ORDER.index)) for what, times in found.items()}


@cache
def votes():
    """Return the rows of the panel's votes."""
    return data.table("claims_votes")


def simulate(state):
    """Return the `ColumnResult` of a `ColumnState`; where it was not counted then, that of the nearest time."""
    times = counted(state.claim).get(state.counted, ())
    found = None
    if times:
        near = min(times, key=lambda when: abs(ORDER.index(when) - ORDER.index(state.when)))
        found = table()[state.claim, state.counted, near]
    return ColumnResult(state, found, first(state.claim), times)


def afresh(state, claim):
    """Return the state in which another claim has just been opened: its own count, and an empty plate."""
    row = first(claim)
    fresh = {"mine": 0, "other": "mine"} | dict.fromkeys(ESTIMATES, 0)
    view = "columns" if state.view == "votes" else state.view
    return state.replace(claim=claim, counted=row.counted, when=row.when, view=view, **fresh)


def newcombe(one, other):
    """Return the 95 % interval of a difference of two shares, of 100 (Newcombe 1998, method 10).

    Parameters
    ----------
    one, other : tuple
        Share of 100, and of how many people.
    """
    (p1, low1, high1), (p2, low2, high2) = ((share, *_wilson(share / PEOPLE, size)) for share, size in (one, other))
    return (
        p1 - p2 - sqrt((p1 - low1) ** 2 + (high2 - p2) ** 2),
        p1 - p2 + sqrt((high1 - p1) ** 2 + (p2 - low2) ** 2),
    )


def _wilson(share, size):
    """Return Wilson's interval of a share, of 100."""
    middle = (share + _Z**2 / (2 * size)) / (1 + _Z**2 / size)
    half = _Z * sqrt(share * (1 - share) / size + _Z**2 / (4 * size**2)) / (1 + _Z**2 / size)
    return PEOPLE * (middle - half), PEOPLE * (middle + half)


def _columns(row):
    """Return a row with its shares, from the table in which they stand."""
    shares, sizes = (row.share, row.other_share), (row.of, row.other_of)
    kind, _, where = row.stands.partition(":")
    if kind == "shares":
        both = [_share(*one.split(",")) for one in where.split(";")]
        shares, sizes = zip(*((one.share, one.of) for one in both), strict=True)
    elif kind == "effects":
        stands = next(one for one in data.table("treatment_effects") if one.effect == where)
        shares = stands.value, stands.without
    elif row.count is not None and row.of:
        pairs = ((row.count, row.of), (row.other_count, row.other_of))
        shares = tuple(None if many is None else PEOPLE * many / of for many, of in pairs)
    return Columns(row, *shares, sizes)


def _share(path, measure, week):
    rows = data.table("treatment_shares")
    return next(one for one in rows if (one.path, one.measure, one.week) == (path, measure, float(week)))


def _whole(share):
    """Return a share of 100 as whole people, halves upwards."""
    return None if share is None else floor(share + 0.5 + 1e-9)


def _ceil(number):
    return ceil(number - 1e-9)
