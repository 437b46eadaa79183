"""A hundred scans over twelve months, without surgery: how many herniations are smaller, and when.

The shares are published (table herniation_regression), and those gone are counted among the smaller ones. The curve
between the first scan and month 12 is assumed:
``share (1 - 2^(-t/h)) / (1 - 2^(-12/h))`` with the half-time h.
"""

import random
from dataclasses import dataclass

from spine_edu import data
from spine_edu.state import State, choice, quantity

PEOPLE = 100
#: The four types, from the one that shrinks most often to the one that does least.
KINDS = ("sequestration", "extrusion", "protrusion", "bulge")
_STEPS_PER_MONTH = 4


def constant(name):
    """Return a constant of this part from parameters.csv."""
    return data.value(f"herniation_scans.{name}")


@dataclass(frozen=True)
class ScansState(State):
    """Settings of the year of scans; times in months."""

    kind: str = choice("herniation_scans.kind")
    review: str = choice("herniation_scans.review")
    month: float = quantity("herniation_scans.month")
    half_time: float = quantity("herniation_scans.half_time")
    seed: float = quantity("herniation_scans.seed")


@dataclass(frozen=True)
class ScansResult:
    """A year of scans.

    Attributes
    ----------
    state : ScansState
    record : record
        The row of herniation_regression.csv behind the run.
    months : tuple of float
        Times of the curves, months.
    smaller, gone : tuple of int
        How many of 100 are smaller or gone, and how many of these are gone, at each of `months`.
    order : tuple of int
        The people (0 to 99) in the order in which their scans change.
    now : int
        Index of the chosen month in `months`.
    shares : dict
        Type -> published share in this review, %.
    pooled : record
        The row for all types together that has an interval; another review, of other studies.
    """

    state: ScansState
    record: object
    months: tuple
    smaller: tuple
    gone: tuple
    order: tuple
    now: int
    shares: dict
    pooled: object

    def counts(self, frame=None):
        """Return how many scans of 100 are the same, smaller, and gone at a frame (default: the chosen month)."""
        at = self.now if frame is None else frame
        return PEOPLE - self.smaller[at], self.smaller[at] - self.gone[at], self.gone[at]

    def looks(self, frame=None):
        """Return ``same``, ``smaller`` or ``gone`` for each of the 100 people."""
        at = self.now if frame is None else frame
        looks = ["same"] * PEOPLE
        for place, person in enumerate(self.order[: self.smaller[at]]):
            looks[person] = "gone" if place < self.gone[at] else "smaller"
        return tuple(looks)


def simulate(state):
    """Return the `ScansResult` of a `ScansState`."""
    rows = data.table("herniation_regression")
    record = next(row for row in rows if (row.kind, row.source) == (state.kind, state.review))
    months = tuple(step / _STEPS_PER_MONTH for step in range(int(constant("last_month")) * _STEPS_PER_MONTH + 1))
    order = list(range(PEOPLE))
    random.Random(int(state.seed)).shuffle(order)
    slow = state.half_time * constant("gone_slower")
    return ScansResult(
        state=state,
        record=record,
        months=months,
        smaller=tuple(round(record.smaller * done(month, state.half_time)) for month in months),
        gone=tuple(round((record.gone or 0) * done(month, slow)) for month in months),
        order=tuple(order),
        now=round(state.month * _STEPS_PER_MONTH),
        shares={row.kind: row.smaller for row in rows if row.source == state.review and row.kind in KINDS},
        pooled=next(row for row in rows if row.kind == "any" and row.low is not None),
    )


def done(month, half_time):
    """Return which part of the year's change is done after `month` months, 0 to 1: the assumed curve."""
    return (1 - 2 ** (-month / half_time)) / (1 - 2 ** (-constant("last_month") / half_time))
