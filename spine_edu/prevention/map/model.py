"""Which ten of twenty things a reader keeps for Noor, how far out the picture is, and how large the maps are there."""

from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.state import State, choice

#: How far out, from the five boxes of the cycle to all maps.
LEVELS = ("cycle", "noor", "one", "all")
#: How many things may be kept.
MOST = 10


@cache
def things():
    """Return the twenty things: key -> row."""
    return {row.thing: row for row in data.table("prevention_things")}


@cache
def groups():
    """Return the eight groups: key -> row."""
    return {row.group: row for row in data.table("prevention_groups")}


@cache
def published(key):
    """Return the row of a published number."""
    return next(row for row in data.table("prevention_map") if row.key == key)


def count(key):
    """Return a published count."""
    return round(published(key).value)


def _keep(thing):
    row = things()[thing]
    return choice("prevention_map.keep", label=f"Kept: {row.name.lower()}", value=row.cycle)


@dataclass(frozen=True)
class MapState(State):
    """How far out the picture is, whose map is looked at, and which things are kept: ten at most."""

    level: str = choice("prevention_map.level")
    whose: str = choice("prevention_map.whose")
    herniation: str = _keep("herniation")
    inflammation: str = _keep("inflammation")
    pain: str = _keep("pain")
    sore: str = _keep("sore")
    guarding: str = _keep("guarding")
    pressure: str = _keep("pressure")
    strength: str = _keep("strength")
    sleep: str = _keep("sleep")
    moving: str = _keep("moving")
    smoking: str = _keep("smoking")
    fear: str = _keep("fear")
    expectation: str = _keep("expectation")
    mood: str = _keep("mood")
    work: str = _keep("work")
    family: str = _keep("family")
    message: str = _keep("message")
    waiting: str = _keep("waiting")
    age: str = _keep("age")
    genes: str = _keep("genes")
    earlier: str = _keep("earlier")

    def __post_init__(self):
        super().__post_init__()
        if len(self.kept) > MOST:
            raise ValueError(f"{MOST} things are kept at most: take another one away first.")

    @property
    def kept(self):
        """The things that are kept, in the order of the table."""
        return tuple(thing for thing in things() if getattr(self, thing) == "yes")


@dataclass(frozen=True)
class MapResult:
    """What is kept, group by group, and how large the map is that is looked at.

    Attributes
    ----------
    state : MapState
    kept : tuple of str
        Things.
    by_group : dict
        Group -> how many of its things are kept.
    parts, lines : int
        Of the map of the level: boxes and arrows of the cycle, things kept for Noor, or published counts.
    """

    state: MapState
    kept: tuple[str, ...]
    by_group: dict[str, int]
    parts: int
    lines: int

    @property
    def central(self):
        """How many of the kept things lie in groups that were central to the experts' maps."""
        return sum(number for group, number in self.by_group.items() if groups()[group].central == "yes")


def of_group(group):
    """Return the things of a group."""
    return tuple(thing for thing, row in things().items() if row.group == group)


def arrows():
    """Return the arrows of the cycle, as pairs of boxes."""
    return tuple((row.start, row.end) for row in data.table("cycle_links") if row.kind == "reinforcing")


def simulate(state):
    """Return the `MapResult` of a `MapState`."""
    kept = state.kept
    by_group = {group: sum(thing in kept for thing in of_group(group)) for group in groups()}
    whose = "patient" if state.whose == "patient" else "expert"
    parts, lines = {
        "cycle": (sum(row.cycle == "yes" for row in things().values()), len(arrows())),
        "noor": (len(kept), 0),
        "one": (count(f"{whose}_parts"), count(f"{whose}_lines")),
        "all": (count("all_parts"), count("all_lines")),
    }[state.level]
    return MapResult(state, kept, by_group, parts, lines)
