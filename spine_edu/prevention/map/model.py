"""Which ten of twenty things a reader keeps for Noor, joins and sorts, and how large the published maps are."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from spine_edu import data
from spine_edu.prevention.map.untangled import untangled
from spine_edu.state import State, choice, quantity, text

#: The explorer, as tables name it.
PART = "prevention_map"
#: How far out, from the five boxes of the cycle to all maps.
LEVELS = ("cycle", "noor", "one", "all")
#: How many things may be kept.
MOST = 10
#: Where a kept thing is sorted to.
TRAYS = ("week", "season", "never")
#: How many loops are told one by one; whoever closes more is told that there are more.
MANY = 40


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
    return choice("prevention_map.keep", label=row.name, value=row.cycle)


@dataclass(frozen=True)
class MapState(State):
    """How far out the picture is, what a press does there, and which things are kept, joined and sorted."""

    level: str = choice("prevention_map.level")
    whose: str = choice("prevention_map.whose")
    task: str = choice("prevention_map.task")
    group: str = choice("prevention_map.group")
    hand: str = choice("prevention_map.hand")
    read: str = choice("prevention_map.read")
    lines: str = text("prevention_map.lines")
    loop: float = quantity("prevention_map.loop")
    order: str = choice("prevention_map.order")
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
        return tuple(thing for thing in things() if getattr(self, thing) != "no")

    @property
    def full(self):
        """Whether no further thing can be kept."""
        return len(self.kept) == MOST


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
    arrows : tuple of (str, str)
        The reader's own and an example's, between things that are kept.
    borrowed : tuple of (str, str)
        Those of `arrows` with which a scenario, or the way to a goal, begins: somebody's, and drawn by no reader.
    given : tuple of (str, str)
        Those of the cycle between boxes that are kept, as far as the reader has not drawn them too.
    unread : tuple of str
        What stands among the reader's arrows and is none.
    signs : dict
        Arrow, of all that are there -> ``"+"`` if more of its start makes more of its end, ``"-"`` if less.
    trays : dict
        Tray -> the kept things in it; ``"yes"``: those that are still to sort.
    parts, lines : int
        Of the map of the level: boxes and arrows of the cycle, what the reader keeps with all arrows between it, or
        published counts.
    """

    state: MapState
    kept: tuple[str, ...]
    by_group: dict[str, int]
    arrows: tuple[tuple[str, str], ...]
    borrowed: tuple[tuple[str, str], ...]
    given: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]
    signs: dict[tuple[str, str], str]
    trays: dict[str, tuple[str, ...]]
    parts: int
    lines: int

    @cached_property
    def loops(self):
        """The loops that the reader's arrows close, with the cycle's or without, as `loops_of` finds them."""
        return loops_of(self.arrows, self.given)

    @property
    def place(self):
        """Which of them is looked at, from 0 on; of fewer than were asked for, the last."""
        return min(round(self.state.loop), min(len(self.loops), MANY)) - 1

    @property
    def loop(self):
        """The one that is looked at; nothing if there is none."""
        return self.loops[self.place] if self.loops else ()

    @property
    def turn(self):
        """The arrows of that loop, each leading to the next and the last to the first."""
        return turn_of(self.loop)

    @property
    def turning(self):
        """How many arrows of that loop have a minus."""
        return sum(self.signs[pair] == "-" for pair in self.turn)

    @property
    def kind(self):
        """What that loop is, as `kind_of` says."""
        return kind_of(self.loop, self.signs)

    @property
    def drawn(self):
        """How many arrows lie between the things that are kept: the reader's own and the cycle's."""
        return len(self.arrows) + len(self.given)

    @property
    def chosen(self):
        """Whether the reader has kept or drawn anything but the cycle, as which the map begins."""
        return bool(self.arrows) or any((things()[thing].cycle == "yes") != (thing in self.kept) for thing in things())

    @property
    def owner(self):
        """Whose map it is: ``"ring"``, ``"yours"``, or ``"example"`` as long as all its arrows and parts are one's."""
        if not self.chosen:
            return "ring"
        same = any(self.arrows == tuple(one.signs) and self.kept == one.kept for one in examples())
        return "example" if self.borrowed and same else "yours"

    @property
    def fixed(self):
        """The things that nobody changes and that lie all the same in the tray of a week or of a season."""
        return tuple(
            thing for tray in ("week", "season") for thing in self.trays[tray] if things()[thing].fixed == "yes"
        )

    @property
    def indirect(self):
        """The things that nobody moves directly and that lie all the same in the tray of a week or of a season."""
        return tuple(
            thing for tray in ("week", "season") for thing in self.trays[tray] if things()[thing].indirect == "yes"
        )

    @cached_property
    def untangled(self):
        """The kept things in an order in which few of the arrows between them cross."""
        return untangled(self.kept, (*self.arrows, *self.given))

    @property
    def order(self):
        """The kept things as they lie round the oval."""
        return self.untangled if self.state.order == "few" else self.kept

    @cached_property
    def outside(self):
        """The things on that loop which are no box of the cycle."""
        return tuple(thing for thing in self.loop if things()[thing].cycle == "no")

    @property
    def unjoined(self):
        """The things that are kept and stand at no arrow."""
        return tuple(thing for thing in self.kept if not any(thing in arrow for arrow in (*self.arrows, *self.given)))

    @property
    def central(self):
        """How many of the kept things lie in groups that were central to the experts' maps."""
        return sum(number for group, number in self.by_group.items() if groups()[group].central == "yes")


def of_group(group):
    """Return the things of a group."""
    return tuple(thing for thing, row in things().items() if row.group == group)


def ring():
    """Return the arrows of the cycle, as pairs of boxes, each with its sign."""
    return {(row.start, row.end): row.sign for row in data.table("cycle_links") if row.kind == "reinforcing"}


@cache
def _pattern():
    """Return how an arrow is written: two names of things with > between them, perhaps a sign, a comma or the end."""
    # A longer name first: what begins alike is read to its end.
    names = "|".join(sorted((re.escape(row.name) for row in things().values()), key=len, reverse=True))
    return re.compile(rf"\s*({names})\s*(?:>|→|to)\s*({names})\s*([+−-]?)\s*(?:,|$)", re.IGNORECASE)


@lru_cache(maxsize=100)
def read_arrows(words):
    """Return the arrows that are written in `words`, each once with its sign, and what is none."""
    keys = {row.name.lower(): thing for thing, row in things().items()}
    found, unread = {}, []
    while words:
        arrow = _pattern().match(words)
        if arrow:
            start, end, sign = arrow.groups()
            pair = keys[start.lower()], keys[end.lower()]
            if pair[0] != pair[1]:
                found.setdefault(pair, "-" if sign in ("-", "−") else "+")
            words = words[arrow.end() :]
        else:
            other, _, words = words.partition(",")
            unread += [other.strip()] if other.strip() else []
    return MappingProxyType(found), tuple(unread)


def signs_of(words):
    """Return the sign of each arrow that is written in `words`: a plus, unless a minus stands after it."""
    return read_arrows(words)[0]


def written(signs):
    """Return arrows, each with its sign, as they are read."""
    return ", ".join(
        f"{things()[start].name} > {things()[end].name}{' −' if sign == '-' else ''}"
        for (start, end), sign in signs.items()
    )


class Example(NamedTuple):
    """What a scenario, or the way to a goal, keeps and joins."""

    kept: tuple[str, ...]
    signs: MappingProxyType


@cache
def examples():
    """Return the `Example` of each scenario and goal that has arrows, the one with most of them first."""
    scenarios = [row.settings for row in data.table("scenarios") if row.explorer == PART]
    ways = [row.solution for row in data.table("challenges") if row.explorer == PART]
    states = [MapState.from_text(f"{PART} v1: {settings}", PART) for settings in (*scenarios, *ways)]
    found = [Example(state.kept, signs_of(state.lines)) for state in states if state.lines]
    return sorted(found, key=lambda one: -len(one.signs))


def borrowed(signs):
    """Return those of the written arrows that are an example's: all of its, in its order, before any other.

    What a reader draws comes at the end; who takes one of an example's away, or gives it another sign, makes them
    their own.
    """
    every = tuple(signs.items())
    return next((tuple(one.signs) for one in examples() if every[: len(one.signs)] == tuple(one.signs.items())), ())


def turn_of(loop):
    """Return the arrows of a loop, each leading to the next and the last to the first."""
    return tuple(zip(loop, loop[1:] + loop[:1], strict=True))


def kind_of(loop, signs):
    """Return what a loop is: ``"reinforcing"`` or, with an odd number of minus arrows, ``"balancing"``."""
    return "balancing" if sum(signs[pair] == "-" for pair in turn_of(loop)) % 2 else "reinforcing"


@lru_cache(maxsize=200)
def loops_of(arrows, given=()):
    """Return the loops with an arrow of the reader's, each thing of one leading to the next and the last to the first.

    Those that leave the five boxes of the cycle come before those that do not, then those of newer arrows, since what
    was drawn last shows what it does, and then the shorter ones. Each begins at the thing that stands first in the
    table. Where there are more than `MANY`, one more is enough to say so.

    Parameters
    ----------
    arrows : tuple of (str, str)
        The reader's own, the newest last.
    given : tuple of (str, str)
        Further ones that a loop may lead over; a loop of these alone is nobody's finding.

    Returns
    -------
    tuple of tuple of str
        Empty if no way leads back to where it began.
    """
    order, found = list(things()), {}
    for start, end in reversed(arrows):
        for way in _ways((*arrows, *given), end, start):
            first = way.index(min(way, key=order.index))
            found.setdefault(way[first:] + way[:first])
            if len(found) > MANY:
                break
    return tuple(sorted(found, key=lambda way: all(things()[thing].cycle == "yes" for thing in way)))[: MANY + 1]


def _ways(arrows, start, goal):
    """Yield the ways from a thing to another one that pass nothing twice, both with them, the shorter ones first."""
    leading = {goal}
    while more := {one for one, other in arrows if other in leading} - leading:
        leading |= more
    onward = {}
    for one, other in arrows:
        # In a net of many arrows most ways lead nowhere.
        if other in leading:
            onward.setdefault(one, []).append(other)
    ways = [(start,)]
    for way in ways:
        if way[-1] == goal:
            yield way
        else:
            ways.extend((*way, end) for end in onward.get(way[-1], ()) if end not in way)


def simulate(state):
    """Return the `MapResult` of a `MapState`."""
    kept = state.kept
    by_group = {group: sum(thing in kept for thing in of_group(group)) for group in groups()}
    every, unread = read_arrows(state.lines)
    mine = {pair: sign for pair, sign in every.items() if set(pair) <= set(kept)}
    given = tuple(pair for pair in ring() if set(pair) <= set(kept) and pair not in mine)
    theirs = tuple(pair for pair in borrowed(every) if pair in mine)
    whose = "patient" if state.whose == "patient" else "expert"
    parts, lines = {
        "cycle": (sum(row.cycle == "yes" for row in things().values()), len(ring())),
        "noor": (len(kept), len(mine) + len(given)),
        "one": (count(f"{whose}_parts"), count(f"{whose}_lines")),
        "all": (count("all_parts"), count("all_lines")),
    }[state.level]
    trays = {tray: tuple(thing for thing in kept if getattr(state, thing) == tray) for tray in ("yes", *TRAYS)}
    signs = {**ring(), **mine}
    return MapResult(state, kept, by_group, tuple(mine), theirs, given, unread, signs, trays, parts, lines)
