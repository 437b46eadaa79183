"""The article's cycle arrow by arrow, the arrows it leaves out, and what kind of loops they close.

A loop with an even number of minus arrows is reinforcing, with an odd number balancing. How thick an arrow is follows
one run of the whole model: what its start holds on the chosen day.
"""

from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.cycle.whole import model as cycle_model
from spine_edu.state import State, choice, quantity

NODES = ("herniation", "inflammation", "pain", "guarding", "pressure", "habituation", "moving")


@dataclass(frozen=True)
class ArrowsState(State):
    """How much of the diagram is shown, and which arrow is read about."""

    steps: float = quantity("cycle_arrows.steps")
    balancing: str = choice("cycle_arrows.balancing")
    arrow: str = choice("cycle_arrows.arrow")
    day: float = quantity("cycle_arrows.day")


@dataclass(frozen=True)
class Loop:
    """A closed round of arrows.

    Attributes
    ----------
    nodes : tuple of str
        In the order of the arrows, beginning with the first of NODES.
    kind : {"reinforcing", "balancing"}
    """

    nodes: tuple
    kind: str


@dataclass(frozen=True)
class ArrowsResult:
    """What is drawn.

    Attributes
    ----------
    state : ArrowsState
    arrows : tuple
        Every row of cycle_links.csv.
    shown : frozenset of str
        Arrows that are drawn.
    selected : record or None
        The arrow that is read about, if it is drawn.
    loops : tuple of Loop
        Loops that the drawn arrows close.
    flow : dict
        Arrow -> 0 to 1, what its start holds on the chosen day of the run.
    held : dict
        Box -> 0 to 1, what it holds on that day.
    """

    state: ArrowsState
    arrows: tuple
    shown: frozenset
    selected: object
    loops: tuple
    flow: dict
    held: dict

    def node_shown(self, node):
        """Return whether a drawn arrow begins or ends at `node`; the herniation is there from the start."""
        return node == "herniation" or any(
            node in (row.start, row.end) for row in self.arrows if row.arrow in self.shown
        )


def simulate(state):
    """Return what is drawn for a state.

    Parameters
    ----------
    state : ArrowsState

    Returns
    -------
    ArrowsResult
    """
    arrows = data.table("cycle_links")
    shown = [row for row in arrows if _is_shown(row, state)]
    selected = next((row for row in shown if row.arrow == state.arrow), None)
    return ArrowsResult(
        state,
        arrows,
        frozenset(row.arrow for row in shown),
        selected,
        loops(shown),
        flows(round(state.day)),
        held(round(state.day)),
    )


def flows(day):
    """Return arrow -> what its start holds on a day of the run, 0 to 1."""
    carried = held(day)
    return {row.arrow: carried[row.carried_by] for row in data.table("cycle_links")}


def polarity(signs):
    """Return the kind of a loop from the signs of its arrows.

    Parameters
    ----------
    signs : sequence of {"+", "-"}

    Returns
    -------
    {"reinforcing", "balancing"}

    Raises
    ------
    ValueError
        If there is no sign, or one is neither + nor -.
    """
    if not isinstance(signs, (str, list, tuple)) or not signs or any(sign not in ("+", "-") for sign in signs):
        raise ValueError(f"The signs of a loop are + or -, one an arrow; {signs!r} is not that.")
    return "balancing" if list(signs).count("-") % 2 else "reinforcing"


def loops(arrows):
    """Return every loop that the arrows close, as a tuple of `Loop`, shortest first.

    Parameters
    ----------
    arrows : sequence of records with start, end and sign
    """
    found = []

    def follow(first, node, nodes, signs):
        for row in arrows:
            if row.start != node:
                continue
            if row.end == first:
                found.append(Loop(nodes, polarity([*signs, row.sign])))
            elif row.end not in nodes and _order(row.end) > _order(first):
                follow(first, row.end, (*nodes, row.end), [*signs, row.sign])

    for node in sorted({row.start for row in arrows}, key=_order):
        follow(node, node, (node,), [])
    return tuple(sorted(found, key=lambda loop: len(loop.nodes)))


def _order(node):
    return NODES.index(node) if node in NODES else len(NODES)


def _is_shown(row, state):
    if row.kind == "reinforcing":
        return row.step <= state.steps
    return state.balancing == "yes" and state.steps >= 1


@cache
def whole_run():
    """Return the run of the whole model, as it starts, that the arrows carry."""
    return cycle_model.simulate(cycle_model.CycleState())


def held(day):
    """Return box -> what it holds on a day of the whole model as it starts, 0 to 1.

    The whole model has no states for getting used to pain or for moving again; they stand here for pain and guarding
    that have already gone.
    """
    run = whole_run()
    return {
        "herniation": run.herniation[day],
        "inflammation": run.inflammation[day],
        "pain": run.pain[day],
        "guarding": run.guarding[day],
        "pressure": run.pressure[day] / max(run.pressure),
        "habituation": 1 - run.pain[day] / max(run.pain),
        "moving": 1 - run.guarding[day] / max(run.guarding),
    }
