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
HARMED = ("unwanted effects", "herniated again")
#: Outcomes that say how many people had something of a treatment; what stands as its harm is none of them.
GAINED = ("better over all", "herniated again")
#: Who was compared with, in the order of the parts of the shelf.
COMPARED = ("dummy", "mixed", "told dummy", "other care", "nobody")
#: What was read of harms, in the order of the parts of the shelf that is sorted by harm.
HARMS = ("counted", "times", "alike", "words", "apart", "unread")
#: What trials say of the border, in the order of the parts of the shelf that is sorted by it.
ANSWERS = ("reaches", "below", "ungraded", "chance", "worse", "unsaid")
#: Verdicts of what reaches the border on average at least, and of what does not and is more than chance.
REACHING, SHORT = ("sure", "likely", "average"), ("maybe", "small", "under")
_ANSWER_OF = {
    **dict.fromkeys(REACHING, "reaches"),
    **dict.fromkeys(SHORT, "below"),
    "unclear": "chance",
    "worse": "worse",
}
_HARM_OF = {"of 100 people": "counted", "times as often": "times", "alike": "alike", "words": "words"}


@dataclass(frozen=True)
class ShelfState(State):
    """Settings: complaint, order, treatment in hand and which of its rows, border in points of 100, how to read."""

    complaint: str = choice("treatment_shelf.complaint")
    sort: str = choice("treatment_shelf.sort")
    treatment: str = choice("treatment_shelf.treatment")
    row: str = choice("treatment_shelf.row")
    border: float = quantity("treatment_shelf.border")
    reading: str = choice("treatment_shelf.reading")

    def replace(self, **changes):
        """Return a copy with some fields changed; another treatment or complaint has a row of its own in hand.

        It goes by its name where there is a second one: “the first”, or a name left from another treatment, would not
        say which row it is.
        """
        state = super().replace(**changes)
        if "row" in changes or (state.treatment, state.complaint) == (self.treatment, self.complaint):
            return state
        return super(ShelfState, state).replace(row=_row_name(state))

    @property
    def order(self):
        """How the shelf is sorted: as printed, no border can be held against it, and it goes by size."""
        return "size" if (self.sort, self.reading) == ("reach", "as_printed") else self.sort


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
        What the same trials, or the same review, say of unwanted effects.
    elsewhere : record or None
        What another trial of the treatment says of them, where these say nothing.
    later : record or None
        What the same trial found later, in words.
    """

    effect: object
    value: float
    low: float | None
    high: float | None
    harm: object
    elsewhere: object
    later: object

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

    @property
    def harm_state(self):
        """What its own trials say of its harms, as `harm_state` has it."""
        return harm_state(self.harm)

    @property
    def harm_part(self):
        """Where it stands when sorted by harm: what another trial saw, or was counted beside nobody, stands apart."""
        alone = self.harm_state == "counted" and self.harm.without is None
        return "apart" if alone or self.elsewhere else self.harm_state

    def verdict(self, border):
        """Return how it stands: nobody, worse, unclear, stretched, sure, likely, maybe or small.

        Without an interval: average or under, if it is said to be more than chance; else open.
        """
        if not self.compared:
            return "nobody"
        if self.low is None:
            # Such an average was rounded: one that is just the border may lie below it.
            said = chance(self.effect) == "more" and 0 < self.value != border and not self.stretched
            return ("average" if self.value > border else "under") if said else "open"
        if self.high < 0:
            return "worse"
        if self.low <= 0:
            return "unclear"
        if self.stretched and border > 0:
            # Which way it points holds on any scale, and so does a border of 0; how many points it is worth does not.
            return "stretched"
        if self.value >= border:
            return "sure" if self.low >= border else "likely"
        return "maybe" if self.high >= border else "small"

    def answer(self, border):
        """Return what can be said of it against a border, as the parts of the shelf have it: nothing from memory.

        What nobody graded stands under what was graded, however large: its place must not make it the best.
        """
        said = "unsaid" if self.remembered else _ANSWER_OF.get(self.verdict(border), "unsaid")
        return "ungraded" if said == "reaches" and self.effect.certainty == "not graded" else said


@dataclass(frozen=True)
class ShelfResult:
    """The shelf.

    Attributes
    ----------
    state : ShelfState
    rows : tuple of Standing
        What has a number in this complaint, from the top down.
    told, untried, unread : tuple of records
        Rows of the complaint that say it in words, for which no good trial was found, and of which nothing was read.
    in_hand : tuple of records
        All rows of the treatment in hand in this complaint, and how it did in other illnesses.
    chosen : record or None
        The row in hand, on the shelf or among what is told in words; None if there is none.
    standing : Standing or None
        The same as it stands on the shelf; None if it has no number there.
    card : record
        Its row of treatment_cards.csv.
    """

    state: ShelfState
    rows: tuple[Standing, ...]
    told: tuple
    untried: tuple
    unread: tuple
    in_hand: tuple
    chosen: object
    standing: Standing | None
    card: object

    @property
    def harm(self):
        """What is said of harms: by the trials of the row in hand, else by another one of its treatment; or None."""
        own = harm_of(self.chosen)
        return own or harm_elsewhere(self.state.treatment, self.state.complaint)

    @property
    def gain(self):
        """How many people had something of it: by the source of the row in hand, else by another one; or None."""
        if self.chosen is None:
            return None
        ours = [row for row in self.in_hand if row.outcome in GAINED and row is not self.harm]
        return min(ours, key=lambda row: row.source != self.chosen.source, default=None)

    @property
    def harm_borrowed(self):
        """Whether another trial or review than that of the row in hand says what is said of harms."""
        return self.harm is not None and self.chosen is not None and harm_of(self.chosen) is None

    @property
    def harm_alone(self):
        """Whether what is said of harms was counted in people, and nobody beside them."""
        return self.harm is not None and self.harm.measure == "of 100 people" and self.harm.without is None

    @property
    def gain_borrowed(self):
        """Whether another trial or review than that of the row in hand says how many people had something of it."""
        return self.gain is not None and self.gain.source != self.chosen.source

    @property
    def groups(self):
        """The parts of the shelf from the top down: what their rows have in common, and the rows."""
        names = _parts(self.rows, self.state)
        return tuple(
            (name, tuple(row for row, its in zip(self.rows, names, strict=True) if its == name))
            for name in dict.fromkeys(names)
        )

    @property
    def compared(self):
        """The rows that were compared with somebody."""
        return tuple(row for row in self.rows if row.compared)

    @property
    def checked(self):
        """Those of the rows compared whose numbers were seen: what is from memory is never counted."""
        return tuple(row for row in self.compared if not row.remembered)

    def reach(self, *verdicts):
        """Return the rows, of those checked, that stand so against the border."""
        return tuple(row for row in self.checked if row.verdict(self.state.border) in verdicts)

    @property
    def ungraded(self):
        """The checked rows that reach the border, and whose certainty nobody graded."""
        return tuple(row for row in self.checked if row.answer(self.state.border) == "ungraded")


def effects(complaint):
    """Return the rows of one complaint."""
    return tuple(row for row in data.table("treatment_effects") if row.complaint == complaint)


def harm_of(effect):
    """Return what the trials behind a row say of unwanted effects, or None: a harm stands with nobody else's effect."""
    if effect is None:
        return None
    ours = [row for row in data.table("treatment_effects") if row.treatment == effect.treatment]
    return _first_harm(row for row in ours if row.source == effect.source)


def harm_elsewhere(treatment, complaint):
    """Return what any trial of a treatment in a complaint says of unwanted effects, or None."""
    return _first_harm(row for row in effects(complaint) if row.treatment == treatment)


def _first_harm(rows):
    rows = tuple(rows)
    return next((row for outcome in HARMED for row in rows if row.outcome == outcome), None)


def harm_state(harm):
    """Return what was read of harms: counted of 100, so many times as often, alike, in words only, or nothing."""
    return "unread" if harm is None else _HARM_OF[harm.measure]


def chance(effect):
    """Return whether a difference between two groups may be chance: "may be" or "more"; "" where that was not read.

    An interval that was read says so itself.
    """
    if effect.low is None:
        return effect.chance
    same = {"times as often": 1.0, "of 100 people": effect.without}.get(effect.measure, 0.0)
    return "may be" if effect.low <= same <= effect.high else "more"


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
    harm = harm_of(effect)
    elsewhere = None if harm else harm_elsewhere(effect.treatment, effect.complaint)
    return Standing(effect, unit * effect.value, *ends, harm, elsewhere, _later(effect))


def _later(effect):
    """Return what the trial of a row found later, where that is told in words, or None."""
    same = [row for row in effects(effect.complaint) if row.source == effect.source and row.measure == "words"]
    return next((row for row in same if row.outcome == effect.outcome and (row.weeks or 0) > (effect.weeks or 0)), None)


def more_harm(row):
    """Return how many more of 100 people had a harm with it than without it; None where that was not counted."""
    counted = row.harm_state == "counted" and row.compared and row.harm.without is not None
    return row.harm.value - row.harm.without if counted else None


def _parts(rows, state):
    """Return the part of the shelf of each row: by its answer, by its harms, or by whom it was compared with.

    What was compared with nobody stands alone, at the foot, or last of what cannot be said.
    """
    if state.order == "reach":
        said = [row.answer(state.border) for row in rows]
        # Where something graded reaches the border, what is ungraded stands below it, in the same part.
        return ["reaches" if one == "ungraded" and "reaches" in said else one for one in said]
    by_harm = state.order == "harm"
    return [row.harm_part if by_harm and row.compared else row.effect.compared for row in rows]


def in_order(rows, state):
    """Return rows from the top down, part by part; in each by the order of the state, then by size.

    Within an answer what nobody graded comes last, and a dummy first: an open trial is never ranked above it.
    """
    parts = {"harm": (*HARMS, "nobody"), "reach": ANSWERS}.get(state.order, COMPARED)
    keys = {
        "reach": lambda row: (row.answer(state.border) == "ungraded", COMPARED.index(row.effect.compared)),
        "size": lambda row: 0,
        "certainty": lambda row: CERTAINTIES.index(row.effect.certainty),
        "harm": _harm_first,
        "time": lambda row: float("inf") if row.effect.weeks is None else row.effect.weeks,
    }
    key, named = keys[state.order], zip(_parts(rows, state), rows, strict=True)
    return tuple(row for _, row in sorted(named, key=lambda one: (parts.index(one[0]), key(one[1]), -one[1].value)))


def _harm_first(row):
    """Return a key that puts the most harm first: so many more of 100, then so many of 100, then times as often."""
    more = more_harm(row)
    if more is not None:
        return (0, -more)
    harm = row.harm or row.elsewhere
    return (1, -harm.value) if harm is not None and harm.value is not None else (2, 0)


def simulate(state):
    """Return the `ShelfResult` of a `ShelfState`."""
    there = effects(state.complaint)
    standing = [stand(effect, state.reading) for effect in there if effect.shelf == "yes"]
    rows = in_order([row for row in standing if row is not None], state)
    told = tuple(row for row in there if row.shelf == "yes" and row.measure == "words")
    hand = state.treatment
    ours = [row.effect for row in standing if row is not None and row.effect.treatment == hand]
    ours += [row for row in told if row.treatment == hand]
    chosen = next((row for row in ours if row.effect == state.row), ours[0] if ours else None)
    return ShelfResult(
        state=state,
        rows=rows,
        told=told,
        untried=tuple(row for row in there if row.measure == "none found"),
        unread=tuple(row for row in there if row.measure == "not read"),
        in_hand=tuple(row for row in (*there, *effects("other")) if row.treatment == hand),
        chosen=chosen,
        standing=next((row for row in rows if row.effect == chosen), None),
        card=card(hand),
    )


def _row_name(state):
    """Return the name of the row in hand, where the treatment in hand has a second one."""
    result = simulate(state)
    return result.chosen.effect if len(rows_of(result, state.treatment)) > 1 else "first"


def with_a_row(state):
    """Return the state, with the first row of its shelf in hand if the treatment in hand has none there."""
    result = simulate(state)
    if result.chosen is not None or not result.rows:
        return state
    first = result.rows[0].effect
    several = len(rows_of(result, first.treatment)) > 1
    return state.replace(treatment=first.treatment, row=first.effect if several else "first")


def rows_of(result, treatment):
    """Return the rows of a treatment that can be taken in hand: those with a number, then those told in words."""
    numbered = [row.effect for row in result.rows if row.effect.treatment == treatment]
    table = data.table("treatment_effects")
    return [*sorted(numbered, key=table.index), *(row for row in result.told if row.treatment == treatment)]
