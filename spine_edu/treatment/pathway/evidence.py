"""What trials found of a box: its treatment card or the evidence in its own row, and its rows on the shelf."""

from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.cycle.treatments import card
from spine_edu.treatment.pathway.graph import boxes

#: What a card says, in its order: column -> how the table on the screen calls it.
PARTS = {
    "claim": "Claim",
    "short": "Trials",
    "size": "Size",
    "population": "Who",
    "harms": "Harms",
    "certainty": "How sure",
    "paid": "Who paid",
}
#: Certainty -> how many of four dots are full.
DOTS = {"high": 4, "moderate": 3, "low": 2, "very low": 1, "not graded": 0}
#: Complaint and time -> the complaint by which the shelf calls it.
_SHELVES = {("back", "new"): "back_new", ("back", "lasting"): "back_lasting", ("vertebra", "new"): "fracture"}
#: Measure -> points of 100 that one of its units is worth.
_POINTS = {"points of 100": 1, "points of 10": 10, "points of 5": 20}
#: Outcomes that count as a harm, the first that was counted comes first.
_HARMS = ("unwanted effects", "herniated again")
#: Outcomes that are pain.
_PAINS = ("pain", "leg pain")


@dataclass(frozen=True)
class Evidence:
    """What trials found of one treatment.

    Attributes
    ----------
    parts : dict
        Column of `PARTS` -> text; only what is told.
    source, seen : str
        Keys of the references, and where the numbers were read.
    """

    parts: dict
    source: str
    seen: str

    @property
    def short(self):
        """The finding in one sentence; empty if there is none."""
        return self.parts.get("short", "")


@dataclass(frozen=True)
class Size:
    """How much less pain people had with a treatment, in points of 100.

    Attributes
    ----------
    value : float
    low, high : float or None
        Ends of the 95 % interval; None where they were not seen.
    remembered : bool
        Whether the number is from memory.
    """

    value: float
    low: float | None
    high: float | None
    remembered: bool


@cache
def evidence(box):
    """Return the `Evidence` of a box; None for a question, a door, or a treatment without any."""
    row = boxes()[box]
    row = card(row.card) if row.card else row
    parts = {name: text for name in PARTS if (text := getattr(row, name, ""))}
    return Evidence(parts, row.source, row.seen) if "short" in parts else None


@cache
def signs(part):
    """Return the warning signs of one part, *today* or *soon*, as the whole course has them."""
    return tuple(row.text for row in data.table("warning_signs") if row.part == part)


@cache
def in_few_words(sign):
    """Return a warning sign in the few words that a card has room for."""
    return next(row.few for row in data.table("warning_signs") if row.text == sign)


def headline(box, time):
    """Return in one sentence what trials found of a treatment for a pain that is new or lasts; or what it is."""
    known, row = evidence(box), boxes()[box]
    return getattr(row, time) or (known.short if known else row.about)


def _rows(box, about, time):
    shelf = _SHELVES.get((about, time), "sciatica" if about == "leg" else "")
    own = boxes()[box].card
    return [row for row in data.table("treatment_effects") if own and row.treatment == own and row.complaint == shelf]


def effect(box, about, time):
    """Return the row of the shelf that tells how much a treatment changed pain in such people, or None.

    Where there are several, the row of the box says which; what was compared with nobody is no effect.
    """
    there = {row.effect: row for row in _rows(box, about, time) if row.compared != "nobody"}
    named = [there[key] for key in data.split_keys(boxes()[box].effects) if key in there]
    found = named or [row for row in there.values() if row.shelf == "yes"]
    return found[-1 if named and time == "lasting" else 0] if found else None


def later(row):
    """Return the last row of the shelf in which the source of an effect measured pain after it, or None."""
    if row is None or row.weeks is None:
        return None
    found = [
        one
        for one in data.table("treatment_effects")
        if (one.treatment, one.complaint, one.source) == (row.treatment, row.complaint, row.source)
        and one.outcome in _PAINS
        and (one.weeks or 0) > row.weeks
    ]
    return max(found, key=lambda one: one.weeks, default=None)


def size(row):
    """Return the `Size` of a row of the shelf; None if it has no number on a scale of points."""
    unit = _POINTS.get(row.measure) if row else None
    if unit is None or row.value is None:
        return None
    low, high = (None if end is None else unit * end for end in (row.low, row.high))
    return Size(unit * row.value, low, high, not row.seen)


def harm(box, about, time):
    """Return the row of a treatment's harms in such people, or None: people, if they were counted.

    What the source of the effect counted itself comes first: benefit and harm of one trial belong together.
    """
    rows = [row for outcome in _HARMS for row in _rows(box, about, time) if row.outcome == outcome]
    measured = effect(box, about, time)
    rows = [row for row in rows if not _elsewhere(row, measured)] or rows
    counted = [row for row in rows if row.value is not None]
    people = [row for row in counted if row.measure == "of 100 people"]
    return (people or counted or rows or [None])[0]


def harm_of_another_pain(box, about, time):
    """Return the row of a treatment's harms in another pain, where none of this one was read; or None."""
    if harm(box, about, time):
        return None
    for complaint, when in (*_SHELVES, ("leg", "new")):
        if (complaint, when) != (about, time) and (found := harm(box, complaint, when)):
            return found
    return None


def elsewhere(box, about, time):
    """Return whether the harm on the card is from another trial or review than the size beside it."""
    found = harm(box, about, time)
    return found is not None and _elsewhere(found, effect(box, about, time))


def _elsewhere(row, size_row):
    return size_row is not None and row.source != size_row.source
