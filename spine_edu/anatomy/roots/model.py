"""Which root does a herniation reach? The rules of the low back and of the neck, disc by disc and zone by zone.

Low back: a herniation beside the middle (subarticular) reaches the traversing root, which carries the number of the
vertebra below; one in or outside the foramen reaches the exiting root, with the number of the vertebra above.
Neck: roots leave above their vertebra, so any herniation that reaches a root reaches that of the vertebra below.
"""

from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.anatomy.column.model import content, level_card
from spine_edu.state import State, choice, quantity

#: The herniation of which one is asked which root it reaches.
QUESTION = {"level": "L4-5", "side": "right", "zone": "subarticular"}


@dataclass(frozen=True)
class RootsState(State):
    """Where the herniation is: disc, side and zone, and where in the zone, which makes no difference to the root.

    Raises
    ------
    ValueError
        If the level has no such zone: the neck and the top of the chest have no extraforaminal one.
    """

    level: str = choice("anatomy_roots.level")
    side: str = choice("anatomy_roots.side")
    zone: str = choice("anatomy_roots.zone")
    within: float = quantity("anatomy_roots.within")

    def __post_init__(self):
        super().__post_init__()
        allowed = zones(self.level)
        if self.zone not in allowed:
            raise ValueError(
                f"{self.level} has no {self.zone} zone: in the neck the root is out of the disc's reach "
                f"beyond the foramen. Allowed there are {', '.join(allowed)}; choose one of them first."
            )


@dataclass(frozen=True)
class RootsResult:
    """What the herniation reaches.

    Attributes
    ----------
    state : RootsState
    touched : str
        ``root``, ``cauda equina``, ``cord`` or ``end of the cord``.
    root : str
        The root reached; for a central herniation ``""``.
    role : str
        ``traversing``, ``exiting`` or ``""``.
    row : record or None
        The root's row of anatomy_roots.csv; None where no root is reached, or for T12, which has no agreed tests.
    exiting, traversing : str
        Roots that leave beside this disc and that cross it on their way down (``""`` in the neck).
    in_canal : str
        What the canal holds behind this disc: cord, end of the cord or cauda equina.
    """

    state: RootsState
    touched: str
    root: str
    role: str
    row: object
    exiting: str
    traversing: str
    in_canal: str


def in_neck(level):
    """Return whether the rule of the neck holds at a disc (C2-3 to T1-2)."""
    return level.startswith("C") or level == "T1-2"


@cache
def zones(level):
    """Return the zones that exist at a disc, from the middle outwards.

    Raises
    ------
    ValueError
        If there is no such disc.
    """
    level_card(level)
    # Formally the neck has no "subarticular" zone (no recess under the facet); it stands here for "beside the middle".
    known = data.choice("anatomy_roots.zone").values
    return known[:-1] if in_neck(level) else known


def simulate(state):
    """Return what the herniation of a `RootsState` reaches, as a `RootsResult`."""
    card, inside = level_card(state.level), content(state.level)
    exiting = "T1" if state.level == "T1-2" else card["leaves"]
    traversing = "" if in_neck(state.level) else card["passes"]
    if state.zone == "central":
        return RootsResult(state, inside, "", "", None, exiting, traversing, inside)
    role = "traversing" if state.zone == "subarticular" and traversing else "exiting"
    root = traversing if role == "traversing" else exiting
    row = next((row for row in data.table("anatomy_roots") if row.root == root), None)
    return RootsResult(state, "root", root, role, row, exiting, traversing, inside)


def way_to(root, state):
    """Return the disc and the zone nearest to a state's whose herniation reaches a root.

    The same disc is nearest, then the same zone, then the first of `places`.

    Raises
    ------
    ValueError
        As of `places`.
    """
    return min(places(root), key=lambda place: (place[0] != state.level, place[1] != state.zone))


@cache
def places(root):
    """Return every (level, zone) that reaches a root, in the order of the lists.

    Raises
    ------
    ValueError
        If no herniation on the list reaches it.
    """
    declared = RootsState.declarations()
    found = tuple(
        (level, zone)
        for level in declared["level"].values
        for zone in zones(level)
        if simulate(RootsState(level=level, zone=zone)).root == root
    )
    if not found:
        known = ", ".join(row.root for row in data.table("anatomy_roots") if row.subarticular_disc)
        raise ValueError(f"No herniation on the list reaches a root {root!r}; allowed are {known}.")
    return found
