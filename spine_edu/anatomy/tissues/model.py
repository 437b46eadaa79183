"""Who can feel? The tissues around a disc: nerve supply, blood supply, job."""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.state import State, choice


@dataclass(frozen=True)
class TissuesState(State):
    """The tissue that is asked, and what the drawing is coloured by."""

    tissue: str = choice("anatomy_tissues.tissue")
    colour: str = choice("anatomy_tissues.colour")


@dataclass(frozen=True)
class TissuesResult:
    """The chosen row of anatomy_tissues.csv, and the names of the tissues by whether they can feel.

    Where they are asked one by one, `asked` holds those that have been (the explorer remembers them), else it is None.
    """

    state: TissuesState
    row: object
    by_feeling: dict
    asked: frozenset | None = None

    @property
    def told(self):
        """The tissues whose answer is shown: the chosen one, those that were asked, or all where colours tell it."""
        if self.asked is None and self.state.colour == "feels":
            return frozenset(row.tissue for row in rows())
        return (self.asked or frozenset()) | {self.state.tissue}


def rows():
    """Return all tissues in the order of the list."""
    return data.table("anatomy_tissues")


def simulate(state):
    """Look up the tissue of a `TissuesState`."""
    row = next(row for row in rows() if row.tissue == state.tissue)
    groups = {
        answer: tuple(other.label for other in rows() if other.feels == answer) for answer in ("yes", "partly", "no")
    }
    return TissuesResult(state, row, groups)
