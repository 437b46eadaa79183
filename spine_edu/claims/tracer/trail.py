"""The trails: eleven sentences, and for each the stones from the page towards what was measured, as the table has them.

Where a stone is a gap the trail ends; a plank leads on over one where we laid a paper of our own finding.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spine_edu import data

#: The stones, in the order in which they are walked, with what each of them is.
STONES = MappingProxyType(
    {
        "named": "The study it names",
        "paper": "The paper",
        "people": "Who was measured",
        "versus": "Against what",
        "result": "What it says",
    }
)
#: What else may be asked: it has no stone.
BESIDES = MappingProxyType({"paid": "Who paid", "second": "A second study"})
#: The step that reaches the other bank.
ACROSS = len(STONES) + 1
#: How far one may get, by the last stone that holds: none of them, a stone, or the other bank.
FLAGS = ("none", "study", "paper", "people", "against", "result", "across")
#: What a walk can end in, from what bears to what was not found, and the verdicts of the register that say so.
ENDS = MappingProxyType(
    {
        "supported": ("supported",),
        "partly": ("partly",),
        "contested": ("contested",),
        "overstated": ("overstated",),
        "not supported": ("unsupported", "contradicted"),
        "not traced": ("could not be traced",),
    }
)


@dataclass(frozen=True)
class Trail:
    """A sentence and its stones.

    Attributes
    ----------
    page, face, reader : record
        The rows of the sentence, of who says it, and of how an invented reader trusts it.
    stones : tuple of record
        One a stone, up to the gap, if there is one.
    besides : dict
        Row of each of `BESIDES`.
    """

    page: object
    face: object
    reader: object
    stones: tuple
    besides: dict

    @property
    def gap(self):
        """The stone that is not there; None if all are."""
        last = self.stones[-1]
        return last if last.state == "gap" else None

    @property
    def steps(self):
        """How many steps the walk has: to the other bank, or the one that finds no stone."""
        return len(self.stones) if self.gap else ACROSS

    @property
    def reached(self):
        """How many steps hold: up to the last stone before the gap, or to the other bank."""
        return self.steps - 1 if self.gap else ACROSS

    @property
    def seller(self):
        """Whether the one who says it sells something."""
        return self.face.state == "seller"

    @property
    def entry(self):
        """The claim's row in the register."""
        return _register()[self.page.sign]

    @property
    def verdict(self):
        """The register's verdict, in its words."""
        return self.entry.verdict

    @property
    def missing(self):
        """What the sentence leaves out, as the register says."""
        return self.entry.missing

    @property
    def end(self):
        """Which of `ENDS` that is."""
        return next(end for end, verdicts in ENDS.items() if self.verdict in verdicts)


@cache
def _register():
    return {row.claim: row for row in data.table("claims")}


@cache
def trails():
    """Return claim -> `Trail`, in the order of the table."""
    rows = {}
    for row in data.table("claims_trails"):
        rows.setdefault(row.claim, {})[row.step] = row
    return {claim: _trail(found) for claim, found in rows.items()}


def _trail(rows):
    stones = tuple(rows[step] for step in STONES if step in rows)
    return Trail(rows["page"], rows["face"], rows["reader"], stones, {step: rows[step] for step in BESIDES})
