"""What trials found of a box: its treatment card, or the evidence in its own row where it has no card."""

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
