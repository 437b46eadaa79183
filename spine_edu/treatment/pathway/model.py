"""Who walks how far along the pathway, where a reader has sent them, and what four guidelines say of each box there.

Nothing is computed about a person: the walks are written down, step by step. They are ours, after what NICE says of
each box.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spine_edu import data
from spine_edu.state import State, choice, quantity
from spine_edu.treatment.pathway.graph import boxes, complaint, signs_here, walk

#: Guideline -> its name in few letters.
GUIDELINES = MappingProxyType({"nice": "NICE", "acp": "ACP", "lancet": "Lancet", "nass": "NASS"})
#: Verdict -> which of the answers it is, when guidelines are compared; *less* is “used too much”.
ANSWERS = MappingProxyType(
    {"for": "yes", "limited": "if", "part": "part", "unclear": "unclear", "less": "less", "against": "no"}
)
#: Kinds of boxes of which guidelines may say something.
JUDGED = ("way", "beside", "test")
#: What stands where nobody has been sent anywhere.
OPEN = "open"


def _sent(step):
    return choice("treatment_pathway.sent", label=f"Step {step}: send to")


@dataclass(frozen=True)
class PathwayState(State):
    """Settings: who walks, how many steps, whose guideline colours the boxes, which box is open, and what was pressed.

    Of each step it keeps where the reader sent the person: at first, or to the last box that is not on the walk.
    """

    presentation: str = choice("treatment_pathway.presentation")
    step: float = quantity("treatment_pathway.step")
    guideline: str = choice("treatment_pathway.guideline")
    box: str = choice("treatment_pathway.box")
    ring: str = choice("treatment_pathway.ring")
    sent_2: str = _sent(2)
    sent_3: str = _sent(3)
    sent_4: str = _sent(4)
    sent_5: str = _sent(5)
    sent_6: str = _sent(6)
    sent_7: str = _sent(7)
    sent_8: str = _sent(8)

    def replace(self, **changes):
        """Return a copy with some fields changed.

        Another person has not walked yet, and was sent nowhere. The card of the box where the walk stands goes with it.
        """
        if changes.get("presentation", self.presentation) != self.presentation:
            fresh = {"step": 1, "box": "here", "ring": "no", **dict.fromkeys(SENT.values(), OPEN)}
            return super().replace(**(fresh | changes))
        if "step" in changes and self.follows:
            changes = {"box": "here"} | changes
        return super().replace(**changes)

    @property
    def follows(self):
        """Whether the open card is the one of the box where the walk stands."""
        steps = walk(self.presentation)
        return self.box in ("here", stands(steps, _walked_steps(self, steps)))

    def sent_to(self, box):
        """Return the state after the person has been sent to a box.

        If the walk leads there, the person walks; to the door of a sign that is here at once, past the question before
        it. If the walk does not lead there, this is kept. Where the person has been, or after the end, the box is only
        opened.
        """
        steps = walk(self.presentation)
        here = _walked_steps(self, steps)
        number = to_come(here)
        if not can_be_sent(steps, here, box):
            return self.replace(box=box)
        changes, field = {"box": box, "ring": "no"}, SENT[number]
        goal = leads_to(steps, number, box)
        agrees = bool(goal)
        if agrees:
            changes["step"] = goal
        if not agrees or getattr(self, field) == OPEN:
            changes[field] = box
        return self.replace(**changes)


#: Step -> the field that keeps where the reader sent the person; at the first one everybody comes in.
SENT = MappingProxyType({number: f"sent_{number}" for number in range(2, 9)})


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
    """

    state: PathwayState
    steps: tuple
    here: int
    complaint: str

    @property
    def time(self):
        """How long it has hurt where the walk stands: *new* or *lasting*."""
        return time_at(self.steps, self.here)

    @property
    def verdicts(self):
        """What the guideline that colours says of each box."""
        return verdicts(self.state.guideline, self.complaint, self.time)

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
    def sends(self):
        """The field that says where the person is sent now; empty at the end."""
        return "" if self.ended else SENT[to_come(self.here)]

    @property
    def may_send(self):
        """Whether the person can be sent to the open box."""
        return can_be_sent(self.steps, self.here, self.opened)

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
    steps = walk(state.presentation)
    return PathwayResult(
        state=state,
        steps=steps,
        here=_walked_steps(state, steps),
        complaint=complaint(state.presentation),
    )


def _walked_steps(state, steps):
    return min(round(state.step), len(steps))


def to_come(here):
    """Return the number of the step to come, from the first box on."""
    return max(here, 1) + 1


def can_be_sent(steps, here, box):
    """Return whether somebody who has walked `here` steps can be sent to a box: not where they have been."""
    return to_come(here) <= len(steps) and box not in walked(steps, here)


def time_at(steps, here):
    """Return how long it has hurt after `here` steps: *new* or *lasting*."""
    return steps[max(here, 1) - 1].time


def at_door(steps, here):
    """Return the door behind which a walk stands after `here` steps, or nothing."""
    places = [box for step in steps[:here] for box in step.boxes]
    if not places or boxes()[places[-1]].place != "door":
        return ""
    return [box for box in places if boxes()[box].kind == "door"][-1]


def waits_for(steps, here):
    """Return the door of which a sign is there after `here` steps, and to which the walk has not come; or nothing."""
    been = walked(steps, here)
    doors = (box for box, row in boxes().items() if row.kind == "door" and box not in been)
    return next((door for door in doors if signs_here(steps, here, door)), "")


def leads_to(steps, number, box):
    """Return to which step somebody walks who is sent to a box at step `number`; 0 if the walk does not lead there.

    A sign does not wait for a question: who sends the person to its door goes there at once.
    """
    if box in steps[number - 1].boxes:
        return number
    if box != waits_for(steps, number - 1):
        return 0
    return next(later for later, step in enumerate(steps, 1) if box in step.boxes)


def shut(steps, here):
    """Return whether treatments are out of reach after `here` steps: behind a door, or before it with a sign."""
    return bool(at_door(steps, here) or waits_for(steps, here))


def walked(steps, here):
    """Return the boxes of the first `here` steps, in their order."""
    return tuple(dict.fromkeys(box for step in steps[:here] for box in step.boxes))


def arrows(steps, here):
    """Return the arrows of the first `here` steps."""
    return tuple(arrow for step in steps[:here] for arrow in step.arrows)


def opened(state, steps, here):
    """Return the box whose card is read after `here` steps: the chosen one, or the one where the walk stands."""
    return stands(steps, here) if state.follows else state.box


def stands(steps, here):
    """Return the box where the walk stands after `here` steps."""
    box = steps[here - 1].boxes[-1] if here else "start"
    # Whoever comes in stands before the first question.
    return "first" if box == "start" else box


def on_map(result, here):
    """Return the verdict painted on each box after `here` steps; behind a door only on what stands there.

    While a warning sign waits for its door, nothing is judged: no treatment comes before it.
    """
    if waits_for(result.steps, here):
        return {}
    found = verdicts(result.state.guideline, result.complaint, time_at(result.steps, here))
    door = at_door(result.steps, here)
    return {box: one for box, one in found.items() if not door or boxes()[box].place == "door"}


def cells_on_map(result, here):
    """Return what each guideline says of each box, where they are compared: box -> guideline -> its row."""
    if result.state.guideline != "differ":
        return {}
    time = time_at(result.steps, here)
    rows = {box: {name: said(name, box, result.complaint, time) for name in GUIDELINES} for box in on_map(result, here)}
    return {box: {name: row for name, row in found.items() if row} for box, found in rows.items()}


@cache
def _rows():
    """Return the rows of the guidelines; one for any time stands for both."""
    found = {}
    for row in data.table("treatment_guidelines"):
        for time in ("new", "lasting") if row.time == "any" else (row.time,):
            found[row.guideline, row.box, row.complaint, time] = row
    return found


def said(guideline, box, about, time):
    """Return what a guideline says of a box for one complaint that is new or lasts: a row of the table, or None."""
    return _rows().get((guideline, box, about, time))


def answers(box, about, time, read=False):
    """Return the answers of those that speak of a box: guideline -> *yes*, *if*, *part*, *no*, *unclear* or *less*.

    If `read`, without what is from memory.
    """
    found = {name: said(name, box, about, time) for name in GUIDELINES}
    told = {name: row for name, row in found.items() if row and (row.seen or not read)}
    return {name: ANSWERS[row.verdict] for name, row in told.items() if row.verdict in ANSWERS}


def from_memory(result, here, box):
    """Return whether what is painted on a box was not read again: what a guideline says, or that guidelines differ."""
    about = box, result.complaint, time_at(result.steps, here)
    if result.state.guideline == "differ":
        told, read = (_compared(list(answers(*about, only).values())) for only in (False, True))
        return told == "differ" != read
    row = said(result.state.guideline, *about)
    return row is not None and not row.seen


@cache
def verdicts(guideline, about, time):
    """Return what is said of each box for a complaint that is new or lasts.

    Returns
    -------
    dict
        Box -> one of *for*, *limited*, *part*, *unclear*, *less*, *against*, *silent*; where guidelines are
        compared, one of *all yes*, *all if*, *near*, *all no*, *all unclear*, *differ*, *one*. Boxes without a word are
        not in it.
    """
    judged = [box for box, row in boxes().items() if row.kind in JUDGED]
    if guideline in GUIDELINES:
        rows = {box: said(guideline, box, about, time) for box in judged}
        return MappingProxyType({box: row.verdict for box, row in rows.items() if row})
    if guideline == "differ":
        compared = {box: _compared(list(answers(box, about, time).values())) for box in judged}
        return MappingProxyType({box: verdict for box, verdict in compared.items() if verdict})
    return MappingProxyType({})


def _compared(given):
    # Of those that say how much it is used none says whether to offer it: they neither agree nor differ.
    judging = [answer for answer in given if answer != "less"]
    if len(judging) < 2:
        return "one" if given else ""
    if set(judging) == {"yes", "if"}:
        return "near"
    return f"all {judging[0]}" if len(set(judging)) == 1 else "differ"
