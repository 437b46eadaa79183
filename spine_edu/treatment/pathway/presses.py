"""Where a reader has sent the person, beside where the walk leads: what is kept, and why the walk does not go there."""

from dataclasses import dataclass

from spine_edu.treatment.pathway.graph import boxes, complaint, edges
from spine_edu.treatment.pathway.model import JUDGED, OPEN, SENT, leads_to, said, time_at, to_come, waits_for, walked

#: Why a walk does not lead to a box -> words on the box, and a sentence.
_REASONS = {
    "door": ("door first", "A warning sign is here: its door comes first, before any treatment."),
    "other": ("other door", "This sign has the other door."),
    "coming": ("not yet", "No sign of this door is here yet: one comes at step {}. That is not refused."),
    "sooner": ("sooner", "Sooner than the map asks; that is no mistake."),
    "sign": ("no sign", "No sign of this door was found. Sooner than the map asks; that is no mistake."),
    "past": ("past the door", "The door leads past it."),
    "also": ("also open", "The map leads there as well; this walk does not. That is not refused."),
    "earlier": ("earlier", "The map leads there from an earlier box, and this walk has gone on. That is not refused."),
    "later": ("later: step {}", "The walk goes there as well, at step {}: something else comes first."),
    "first": ("{} first", "The map asks for another box first, “{}”."),
    "arrow": ("no way yet", "No arrow leads there from where the walk has been. Next on this walk: {}."),
    "against": ("NICE says no", "NICE says no to it here."),
    "part": ("NICE, in part", "NICE says no to a part of it, and nothing of the rest."),
    "limited": ("only if", "NICE considers it on a condition, which this walk has not."),
    "unclear": ("not known", "NICE says that too little is known."),
    "nothing": ("nothing found", "In what we read NICE says nothing of it."),
}
#: What contradicts the map, and is counted; the rest is a way that this walk does not take, and that nobody refuses.
_COUNTED = ("door", "other", "past", "first", "arrow", "against")
#: Boxes by which a reason can name them, in few letters; others by the name on the map.
_SHORT = {"first": "visit", "again": "week 2", "leg": "week 6", "still": "month 4", "scan": "scan", "vertebra": "break"}


@dataclass(frozen=True)
class Stub:
    """A box to which the person was sent, and to which the walk does not lead.

    Attributes
    ----------
    number : int
        The step at which it was pressed.
    box : str
    label : str
        Why not, in the few letters that the box has room for.
    why : str
        The same in a sentence.
    counted : bool
        Whether it contradicts the map.
    """

    number: int
    box: str
    label: str
    why: str
    counted: bool


def stubs(state, steps, here):
    """Return the `Stub` objects of a walk after `here` steps, in their order."""
    found = []
    for number in range(2, min(to_come(here), len(steps)) + 1):
        box = getattr(state, SENT[number])
        if box != OPEN and not leads_to(steps, number, box):
            found.append(Stub(number, box, *_reason(steps, number, box, state)))
    return tuple(found)


def pressed(state, steps):
    """Return at how many steps the first choice was that of the walk, and at how many anything was chosen.

    Where somebody has walked on without choosing, nothing is counted.
    """
    kept = [(number, getattr(state, SENT[number])) for number in range(2, len(steps) + 1)]
    chosen = [(number, box) for number, box in kept if box != OPEN]
    return sum(bool(leads_to(steps, number, box)) for number, box in chosen), len(chosen)


def straight(state, steps, here):
    """Return the door to which the person was sent past a question, and where the walk stands now; or nothing."""
    for number in range(2, here):
        box = getattr(state, SENT[number])
        if box != OPEN and leads_to(steps, number, box) == here:
            return box
    return ""


def _comes_later(steps, number, box):
    """Return the later step that leads to a box to which the map leads already now; 0 without one."""
    if box in steps[number - 1].boxes or not _leads(steps, number, box):
        return 0
    return next((later for later in range(number + 1, len(steps) + 1) if box in steps[later - 1].boxes), 0)


def _leads(steps, number, box):
    """Return whether the map leads to a box from where somebody stands before a step."""
    return any((start, box) in edges() for start in _stands(steps, number))


def _stands(steps, number):
    """Return the boxes from which somebody goes on before a step: the last ones, and the question at which they hang.

    Whoever has tried a treatment stands at its question again; from the question before that the walk has gone on.
    """
    came = {end: start for step in steps[: number - 1] for start, end in step.arrows}
    found = list(steps[number - 2].boxes)
    for box in found:
        if boxes()[box].kind in (*JUDGED, "end") and came[box] not in found:
            found.append(came[box])
    return found


def _reason(steps, number, box, state):
    """Return the words of a reason on the box, its sentence, and whether it is counted."""
    key, first = _why(steps, number, box, state)
    label, why = _REASONS[key]
    if key in ("later", "coming", "arrow"):
        label, why = label.format(first), why.format(first)
    elif first:
        short = _SHORT.get(first, _name(first))
        label, why = label.format(short), why.format(boxes()[first].title)
    return label, why, key in _COUNTED


def _why(steps, number, box, state):
    """Return the key of why step `number` does not lead to a box, and what comes first, or the later step."""
    if boxes()[box].kind == "door" and (found := _own_door(steps, number, box)):
        return found
    if waits_for(steps, number - 1):
        # Whatever a guideline says of a treatment, and whatever the walk asks next: a sign is not passed by.
        if boxes()[box].kind != "door":
            return "door", ""
        # Caution is no mistake; to come later than a sign asks is one.
        return ("sooner" if box == "today" else "other"), ""
    before, following = walked(steps, number - 1), steps[number - 1].boxes[0]
    if boxes()[before[-1]].place == "door" and boxes()[box].place != "door":
        return ("past", "") if boxes()[following].place == "door" else ("first", following)
    if boxes()[box].kind == "door":
        return "sign", ""
    starts = [start for start, end in edges() if end == box]
    if _leads(steps, number, box):
        later = _comes_later(steps, number, box)
        return ("later", later) if later else ("also", "")
    if set(starts) & set(before):
        return "earlier", ""
    if starts:
        missing, there = _missing(starts[0], before), steps[number - 1].boxes
        # A hint rings the boxes to come: a reason names no other one as the next.
        return ("first", missing) if missing in there else ("arrow", " or ".join(_name(one) for one in there))
    row = said("nice", box, complaint(state.presentation), time_at(steps, number - 1))
    return (row.verdict if row else "nothing"), ""


def _own_door(steps, number, door):
    """Return the reason at a door of which this walk has a sign later; None at another one."""
    since = next((step.since for step in steps if step.boxes == (door,)), 0)
    return ("coming", since) if since else None


def _name(box):
    return boxes()[box].name.split("|")[0]


def _missing(box, before):
    """Return the first box on the way to one that has not been walked to."""
    while True:
        starts = [start for start, end in edges() if end == box]
        if not starts or set(starts) & set(before):
            return box
        box = starts[0]
