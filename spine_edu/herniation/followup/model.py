"""A trial's second scan: a hundred of its people, by how they feel and by what the scan shows.

The shares are published (parameters herniation_followup.*). The hundred is put together from three of them: how many
did well, and in how many of those who did and of those who did not the herniation was still seen. A hundred of those
who did well needs only the last of these.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.state import State, choice

PEOPLE = 100
LOOKS = ("well, still seen", "well, not seen", "not well, still seen", "not well, not seen")
#: What a reader may say "does well" of -> the looks that this means.
RULES = {
    "nobody": (),
    "hidden": ("well, not seen", "not well, not seen"),
    "visible": ("well, still seen", "not well, still seen"),
    "everybody": LOOKS,
}
_BY_SCAN = ("well, still seen", "not well, still seen", "well, not seen", "not well, not seen")


def constant(name):
    """Return a number of the trial from parameters.csv."""
    return data.value(f"herniation_followup.{name}")


@dataclass(frozen=True)
class FollowupState(State):
    """Settings: how the hundred is sorted, and of whom the reader says that they do well."""

    sort: str = choice("herniation_followup.sort")
    rule: str = choice("herniation_followup.rule")


@dataclass(frozen=True)
class FollowupResult:
    """A hundred people of the trial.

    Attributes
    ----------
    state : FollowupState
    counts : dict
        Look -> how many of 100.
    looks : tuple of str
        The look of each of the 100 people, sorted as chosen.
    right : int or None
        How many of 100 the rule guesses right; None while nothing is said.
    operated, people : int
        How many were operated on within the year, of how many in the trial.
    """

    state: FollowupState
    counts: dict
    looks: tuple
    right: int | None
    operated: int
    people: int

    @property
    def wrong(self):
        """Whether the rule is wrong, for each of the 100 people."""
        if self.right is None:
            return (False,) * PEOPLE
        return tuple(look not in _right(self.state.rule) for look in self.looks)


def simulate(state):
    """Return the `FollowupResult` of a `FollowupState`."""
    # A hundred of the trial, or a hundred of those in it who did well.
    well = PEOPLE if state.sort == "well" else round(constant("good_outcome"))
    seen = round(well * constant("visible_good") / 100)
    seen_unwell = round((PEOPLE - well) * constant("visible_poor") / 100)
    counts = dict(zip(LOOKS, (seen, well - seen, seen_unwell, PEOPLE - well - seen_unwell), strict=True))
    order = _BY_SCAN if state.sort == "scan" else LOOKS
    return FollowupResult(
        state=state,
        counts=counts,
        looks=tuple(look for look in order for _ in range(counts[look])),
        right=None if state.rule == "nobody" else sum(counts[look] for look in _right(state.rule)),
        operated=round(constant("early_operated") + constant("waiting_operated")),
        people=round(constant("people")),
    )


def _right(rule):
    """Return the looks that a rule guesses right."""
    return [look for look in LOOKS if (look in RULES[rule]) == look.startswith("well")]
