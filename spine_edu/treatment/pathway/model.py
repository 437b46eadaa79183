"""Who walks how far along the pathway, and what four guidelines say of each box there.

Nothing is computed about a person: the walks are written down, step by step, as NICE writes the way.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spine_edu import data
from spine_edu.state import State, choice, quantity
from spine_edu.treatment.pathway.graph import boxes, complaint, walk

#: Guideline -> its name in few letters.
GUIDELINES = MappingProxyType({"nice": "NICE", "acp": "ACP", "lancet": "Lancet", "nass": "NASS"})
#: Verdict -> which of the answers it is, when guidelines are compared.
ANSWERS = MappingProxyType({"for": "yes", "limited": "yes", "unclear": "unclear", "against": "no"})
#: Kinds of boxes of which guidelines may say something.
JUDGED = ("way", "beside", "test")


@dataclass(frozen=True)
class PathwayState(State):
    """Settings: who walks, how many steps, whose guideline colours the boxes, and which box is open."""

    presentation: str = choice("treatment_pathway.presentation")
    step: float = quantity("treatment_pathway.step")
    guideline: str = choice("treatment_pathway.guideline")
    box: str = choice("treatment_pathway.box")


@dataclass(frozen=True)
class PathwayResult:
    """A walk, as far as it has gone.

    Attributes
    ----------
    state : PathwayState
    steps : tuple of Step
        The whole walk.
    here : int
        How many steps have been walked; never more than there are.
    complaint : {"leg", "back", "vertebra"}
    verdicts : dict
        Box -> what the guideline that colours says of it for this complaint: one of *for*, *limited*, *unclear*,
        *against*, *silent*; where guidelines are compared, one of *all yes*, *all no*, *all unclear*, *differ*, *one*.
        Boxes without a word are not in it.
    """

    state: PathwayState
    steps: tuple
    here: int
    complaint: str
    verdicts: dict

    @property
    def walked(self):
        """The boxes that have been walked to, in their order."""
        return walked(self.steps, self.here)

    @property
    def arrows(self):
        """The arrows that have been walked along."""
        return arrows(self.steps, self.here)

    @property
    def opened(self):
        """The box whose card is read."""
        return opened(self.state, self.steps, self.here)

    @property
    def through_door(self):
        """Whether the walk has gone through a red-flag door."""
        return any(boxes()[box].kind == "door" for box in self.walked)

    @property
    def ended(self):
        """Whether the walk has come to its last step."""
        return self.here == len(self.steps)


def simulate(state):
    """Return the `PathwayResult` of a `PathwayState`."""
    steps, about = walk(state.presentation), complaint(state.presentation)
    return PathwayResult(
        state=state,
        steps=steps,
        here=min(round(state.step), len(steps)),
        complaint=about,
        verdicts=_verdicts(state.guideline, about),
    )


def walked(steps, here):
    """Return the boxes of the first `here` steps, in their order."""
    return tuple(dict.fromkeys(box for step in steps[:here] for box in step.boxes))


def arrows(steps, here):
    """Return the arrows of the first `here` steps."""
    return tuple(arrow for step in steps[:here] for arrow in step.arrows)


def opened(state, steps, here):
    """Return the box whose card is read after `here` steps: the chosen one, or the one where the walk stands."""
    if state.box != "here":
        return state.box
    box = steps[here - 1].boxes[-1] if here else "start"
    # Whoever comes in stands before the first question.
    return "first" if box == "start" else box


@cache
def _rows():
    return {(row.guideline, row.box, row.complaint): row for row in data.table("treatment_guidelines")}


def said(guideline, box, about):
    """Return what a guideline says of a box for one complaint: a row of the table, or None."""
    return _rows().get((guideline, box, about))


def answers(box, about):
    """Return the answers of those guidelines that speak of a box: guideline -> *yes*, *no* or *unclear*."""
    found = {name: said(name, box, about) for name in GUIDELINES}
    return {name: ANSWERS[row.verdict] for name, row in found.items() if row and row.verdict in ANSWERS}


@cache
def _verdicts(guideline, about):
    judged = [box for box, row in boxes().items() if row.kind in JUDGED]
    if guideline in GUIDELINES:
        rows = {box: said(guideline, box, about) for box in judged}
        return MappingProxyType({box: row.verdict for box, row in rows.items() if row})
    if guideline == "differ":
        compared = {box: _compared(list(answers(box, about).values())) for box in judged}
        return MappingProxyType({box: verdict for box, verdict in compared.items() if verdict})
    return MappingProxyType({})


def _compared(given):
    if len(given) < 2:
        return "one" if given else ""
    return f"all {given[0]}" if len(set(given)) == 1 else "differ"
