"""What studies found of nine triggers, for each thing that may follow; and how often two examiners agree.

Nothing is computed about a person. A card lies where its row of spasm_trigger_studies puts it; without a row it lies at
“No study found”. Of two examiners who each find something in a share p of people, with agreement kappa beyond chance,
p(1 - p)(1 - kappa) find it where the other one does not (Cohen's kappa, solved for that share).
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spine_edu import data
from spine_edu.state import State, choice, quantity

#: Verdict -> what stands over its door.
DOORS = MappingProxyType({"for": "Some for it", "mixed": "Mixed, or no", "none": "No study found"})
#: What may follow from a trigger, in the order of the picture.
ASKED_FOR = ("pain", "muscle", "cramp", "spasm")
#: What stands beside the cards if it is not two examiners.
WAY = "way"
PEOPLE = 100
#: How many groups of a hundred people are drawn, and of how many steps the longest way is.
GROUPS, STEPS = 2, 4


@dataclass(frozen=True)
class TriggersState(State):
    """Settings: the open trigger, what is to follow from it, what stands beside the cards, how often each says yes."""

    asked: str = choice("spasm_triggers.asked")
    trigger: str = choice("spasm_triggers.trigger")
    beside: str = choice("spasm_triggers.beside")
    found: float = quantity("spasm_triggers.found")


@dataclass(frozen=True)
class Pair:
    """What two examiners say of a hundred people.

    Attributes
    ----------
    row : record
        The row of spasm_examiners.csv.
    both, left, right, neither : int
        How many have it as both say, as one of them says, and as none does. With a published share of agreement
        `both` are those of whom the two say the same, and `neither` is 0.
    """

    row: object
    both: int
    left: int
    right: int
    neither: int

    @property
    def agree(self):
        """Of how many the two say the same."""
        return self.both + self.neither

    @property
    def published(self):
        """Whether the share is a published one."""
        return self.row.agree is not None


@dataclass(frozen=True)
class TriggersResult:
    """Cards at their doors, the open one with its way, and the two examiners.

    Attributes
    ----------
    state : TriggersState
    doors : dict
        Trigger -> its door.
    study : record or None
        What was found of the open trigger; None where we found no study.
    steps : tuple of record
        The steps of its way.
    pairs : tuple of Pair
        Two published numbers of agreement; empty beside the way.
    """

    state: TriggersState
    doors: dict
    study: object
    steps: tuple
    pairs: tuple

    @property
    def card(self):
        """The row of the open trigger."""
        return cards()[self.state.trigger]

    @property
    def door(self):
        """The door at which the open trigger lies."""
        return self.doors[self.state.trigger]

    @property
    def broken(self):
        """The steps that nobody has measured, or that were measured and not found."""
        return tuple(step for step in self.steps if step.link in ("nobody", "no"))


def simulate(state):
    """Return the `TriggersResult` of a `TriggersState`."""
    return TriggersResult(
        state=state,
        doors=doors(state.asked),
        study=studies().get((state.trigger, state.asked)),
        steps=steps(state.trigger),
        pairs=pairs(state.beside, state.found),
    )


@cache
def cards():
    """Return the rows of spasm_triggers.csv by trigger."""
    return {row.trigger: row for row in data.table("spasm_triggers")}


@cache
def pile():
    """Return the triggers in the order in which they are sorted, which tells nothing."""
    return tuple(sorted(cards(), key=lambda trigger: cards()[trigger].turn))


@cache
def studies():
    """Return the rows of spasm_trigger_studies.csv by trigger and what is asked."""
    return {(row.trigger, row.asked): row for row in data.table("spasm_trigger_studies")}


@cache
def steps(trigger):
    """Return the rows of spasm_trigger_steps.csv of a trigger, in their order."""
    return tuple(
        sorted((row for row in data.table("spasm_trigger_steps") if row.trigger == trigger), key=lambda row: row.step)
    )


def doors(asked):
    """Return the door of each trigger for what is asked, as a dict."""
    return {trigger: verdict(trigger, asked) for trigger in cards()}


def verdict(trigger, asked):
    """Return where a trigger lies: for, mixed or none."""
    found = studies().get((trigger, asked))
    return found.verdict if found else "none"


def pairs(method, found):
    """Return the `Pair`s of a method, the lower number first; none for the way of a trigger."""
    return tuple(_pair(row, found / PEOPLE) for row in data.table("spasm_examiners") if row.method == method)


def _pair(row, share):
    if row.agree is not None:
        apart = PEOPLE - round(row.agree)
        return Pair(row, PEOPLE - apart, apart // 2, apart - apart // 2, 0)
    alone = round(PEOPLE * share * (1 - share) * (1 - row.kappa))
    yes = round(PEOPLE * share)
    return Pair(row, yes - alone, alone, alone, PEOPLE - yes - alone)
