"""The pathway as a graph: its boxes and arrows, and how each invented person walks along them.

A treatment hangs on the question at which it is tried. Whoever has tried it stands at that question again, so a walk
goes on from there: `arrows_of` finds the arrow by which each step is reached.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spine_edu import data


@dataclass(frozen=True)
class Step:
    """One step of a walk.

    Attributes
    ----------
    boxes : tuple of str
        Where it leads: one box, or several that are open at once.
    text : str
        What happens there.
    arrows : tuple of (str, str)
        The arrows by which it is reached, as (start, end); none for the first step.
    time : {"new", "lasting"}
        How long it has hurt by then.
    when : str
        When that is, in few words.
    signs : tuple of str
        The warning signs that lead there, in the words of the whole course.
    since : int or None
        From which step on these signs are there; None without any.
    few : str
        One of these signs in few words; empty without any.
    """

    boxes: tuple
    text: str
    arrows: tuple
    time: str
    when: str
    signs: tuple
    since: int | None
    few: str


@cache
def boxes():
    """Return the rows of all boxes by key, in the order of the table."""
    return MappingProxyType({row.box: row for row in data.table("treatment_nodes")})


@cache
def edges():
    """Return the rows of all arrows by (start, end)."""
    return MappingProxyType({(row.start, row.end): row for row in data.table("treatment_edges")})


@cache
def walk(presentation):
    """Return the `Step` objects of one person's walk."""
    rows = _rows(presentation)
    places = [tuple(row.box.split()) for row in rows]
    arrows = arrows_of(places)
    return tuple(
        Step(place, row.text, way, row.time, row.when, _signs(row), row.since, row.few)
        for place, row, way in zip(places, rows, arrows, strict=True)
    )


def _signs(row):
    return tuple(map(_sign, filter(None, row.signs.split("|"))))


def _sign(beginning):
    """Return the warning sign that begins so."""
    return next(row.text for row in data.table("warning_signs") if row.text.startswith(beginning))


def signs_here(steps, here, door):
    """Return the signs of a door that somebody has after `here` steps; who comes in has those of the first step."""
    return [sign for step in steps if step.boxes == (door,) and step.since <= max(here, 1) for sign in step.signs]


@cache
def complaint(presentation):
    """Return for which complaint guidelines are read: *leg*, *back* or *vertebra*."""
    return _rows(presentation)[0].complaint


def _rows(presentation):
    found = [row for row in data.table("treatment_presentations") if row.presentation == presentation]
    return sorted(found, key=lambda row: row.step)


def arrows_of(places):
    """Return the arrows by which each place of a walk is reached.

    Parameters
    ----------
    places : sequence of tuple of str
        The boxes of each step.

    Raises
    ------
    ValueError
        If no arrow leads to a box from where the walk stands, or from a box on the way there.
    """
    came, found = {}, [()]
    for before, now in zip(places, places[1:], strict=False):
        arrows = tuple((_from(before[0], box, came), box) for box in now)
        came.update({end: start for start, end in arrows})
        found.append(arrows)
    return tuple(found)


def _from(here, box, came):
    """Return the box from which an arrow leads to `box`: the present one, or the nearest one before it."""
    start = here
    while (start, box) not in edges():
        if start not in came:
            raise ValueError(f"No arrow leads to {box} from {here} or from where that was reached.")
        start = came[start]
    return start
