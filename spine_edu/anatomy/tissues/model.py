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
    """The chosen row of anatomy_tissues.csv, and the names of the tissues by whether they can feel."""

    state: TissuesState
    row: object
    by_feeling: dict


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
