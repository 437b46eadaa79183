"""The shelf: what trials measured of each treatment, brought to one scale of points of 100 where that can be done.

Nothing is fitted. A row of treatment_effects.csv says by how much a group with a treatment differed from a group
without it. Points of 10 and of 5 are stretched to points of 100. Standard deviations are multiplied by a spread that
another paper measured: a join of two papers. What was printed without a number stays without one.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.cycle.treatments import card
from spine_edu.state import State, choice, quantity

#: Measure -> points of 100 that one of its units is worth.
_STRETCH = {"points of 100": 1.0, "points of 10": 10.0, "points of 5": 20.0}
JOINED = "standard deviations"
#: Certainties, the surest first.
CERTAINTIES = ("high", "moderate", "low", "very low", "not graded")
#: Outcomes that count as a harm, the first that was counted stands beside a treatment.
_HARMS = ("unwanted effects", "herniated again")


@dataclass(frozen=True)
class ShelfState(State):
    """Settings: the complaint, the order, the treatment in hand, the border in points of 100, and how to read."""

    complaint: str = choice("treatment_shelf.complaint")
    sort: str = choice("treatment_shelf.sort")
    treatment: str = choice("treatment_shelf.treatment")
    border: float = quantity("treatment_shelf.border")
    reading: str = choice("treatment_shelf.reading")


@dataclass(frozen=True)
class Standing:
    """A treatment as it stands on the shelf.

    Attributes
    ----------
    effect : record
        Its row of treatment_effects.csv.
    value : float
        Points of 100 less pain than in the comparison; as printed, the printed number.
    low, high : float or None
        Ends of its 95 % interval in the same unit; None where they were not seen.
    harm : record or None
        The row that counts its unwanted effects in the same complaint.
    """

    effect: object
    value: float
    low: float | None
    high: float | None
    harm: object

    @property
    def remembered(self):
        """Whether its number is from memory."""
        return not self.effect.seen

    @property
    def stretched(self):
        """Whether another scale was stretched to points of 100 and more than a nought was added."""
        return self.effect.measure in ("points of 5", JOINED)

    @property
    def compared(self):
        """Whether there was a group to compare with."""
        return self.effect.compared != "nobody"

    def verdict(self, border):
        """Return how it stands: nobody, sure, likely, maybe, small, unclear, worse; open or against (no interval)."""
        if not self.compared:
            return "nobody"
        if self.low is None:
            return "against" if self.value < 0 else "likely" if self.value >= border else "open"
        if self.high < 0:
            return "worse"
        if self.low <= 0:
            return "unclear"
        if self.value >= border:
            return "sure" if self.low >= border else "likely"
        return "maybe" if self.high >= border else "small"


@dataclass(frozen=True)
class ShelfResult:
    """The shelf.

    Attributes
    ----------
    state : ShelfState
    rows : tuple of Standing
        What has a number in this complaint, from the top down.
    told, untried : tuple of records
        Rows of the complaint that say it in words, and those for which no good trial was found.
    in_hand : tuple of records
        All rows of the treatment in hand in this complaint, and how it did in other illnesses.
    standing : Standing or None
        The row of the shelf that shows the treatment in hand; the first one in the table, if there are more.
    card : record
        Its row of treatment_cards.csv.
    """

    state: ShelfState
    rows: tuple[Standing, ...]
    told: tuple
    untried: tuple
    in_hand: tuple
    standing: Standing | None
    card: object

    @property
    def harm(self):
        """The row that counts unwanted effects of the treatment in hand in this complaint, or None."""
        return harm_of(self.state.treatment, self.state.complaint)

    @property
    def compared(self):
        """The rows that were compared with somebody."""
        return tuple(row for row in self.rows if row.compared)

    def reach(self, *verdicts):
        """Return the rows that stand so against the border."""
        return tuple(row for row in self.rows if row.verdict(self.state.border) in verdicts)


def effects(complaint):
    """Return the rows of one complaint."""
    return tuple(row for row in data.table("treatment_effects") if row.complaint == complaint)


def harm_of(treatment, complaint):
    """Return the row that counts a treatment's unwanted effects in a complaint, or None."""
    ours = [row for row in effects(complaint) if row.treatment == treatment]
    return next((row for outcome in _HARMS for row in ours if row.outcome == outcome), None)


def spread(outcome):
    """Return the spread that is borrowed for an outcome, points of 100."""
    return data.value("treatment_shelf.spread_leg" if outcome == "leg pain" else "treatment_shelf.spread_back")


def worth(effect):
    """Return the points of 100 that one unit of an effect is worth, or None if it cannot stand on this scale."""
    if effect.measure == JOINED:
        # In sciatica a rest is for the leg.
        return spread("leg pain" if effect.complaint == "sciatica" else effect.outcome)
    return _STRETCH.get(effect.measure)


def stand(effect, reading="one_scale"):
    """Return a row as it stands on the shelf, or None if it has no place on the scale."""
    unit = worth(effect)
    if unit is None or effect.value is None:
        return None
    unit = unit if reading == "one_scale" else 1.0
    ends = [None if end is None else unit * end for end in (effect.low, effect.high)]
    return Standing(effect, unit * effect.value, *ends, harm_of(effect.treatment, effect.complaint))


def extra_harm(row):
    """Return by how much a treatment's harms are more than without it: how sure that is counted, and how much."""
    harm = row.harm
    if harm is None or harm.value is None or not row.compared:
        return (2, 0.0)
    if harm.measure == "times as often":
        return (1, -harm.value)
    return (2, 0.0) if harm.without is None else (0, harm.without - harm.value)


def in_order(rows, sort):
    """Return rows from the top down, by size, by certainty (then size) or by harm (then size)."""
    # What was compared with nobody comes last, however large it is.
    by_size = sorted(rows, key=lambda row: (not row.compared, -row.value))
    if sort == "size":
        return tuple(by_size)
    keys = {
        "certainty": lambda row: (not row.compared, CERTAINTIES.index(row.effect.certainty)),
        "harm": extra_harm,
    }
    return tuple(sorted(by_size, key=keys[sort]))


def simulate(state):
    """Return the `ShelfResult` of a `ShelfState`."""
    there = effects(state.complaint)
    standing = [stand(effect, state.reading) for effect in there if effect.shelf == "yes"]
    rows = in_order([row for row in standing if row is not None], state.sort)
    hand = state.treatment
    return ShelfResult(
        state=state,
        rows=rows,
        told=tuple(row for row in there if row.shelf == "yes" and row.measure == "words"),
        untried=tuple(row for row in there if row.measure == "none found"),
        in_hand=tuple(row for row in (*there, *effects("other")) if row.treatment == hand),
        standing=next((row for row in standing if row is not None and row.effect.treatment == hand), None),
        card=card(hand),
    )
