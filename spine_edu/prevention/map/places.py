"""Where everything lies: four pictures, each the middle of the next. All lengths are sizes of the type.

A picture lies in the next one at a scale of 1 to `TIMES`; the cycle lies in Noor's back, smaller still.
"""

from functools import cache
from math import cos, pi, sin, sqrt
from random import Random
from types import MappingProxyType

from spine_edu.drawing import body
from spine_edu.prevention.map.model import LEVELS, count, groups, of_group, things

#: The middle of the picture, how many times as large the next one is, the same of Noor and her cycle, and how far the
#: maps reach.
MIDDLE, TIMES, IN_NOOR, REACH = (17.0, 18.6), 4.5, 7.5, 12.9
#: Height of Noor, and where the middle of the cycle lies in her, from the middle of the picture.
_TALL, BACK = 25.0, (-0.5, 1.2)
#: The boxes of the cycle, from its middle, and half their size.
BOXES = MappingProxyType(
    {
        "herniation": (-10.2, -3.5),
        "inflammation": (-10.2, 8.0),
        "pain": (1.2, 10.4),
        "guarding": (11.2, 1.2),
        "pressure": (0.2, -10.2),
    }
)
HALF = (4.6, 1.7)
#: The lists beside Noor: left and right edge of each; first height, from row to row, what a head and a gap take.
EDGES = MappingProxyType({"left": (0.4, 12.0), "right": (22.0, 33.6)})
_FIRST, ROW, _HEAD, _GAP = 32.9, 2.16, 1.76, -0.12


def at(level, layer, place):
    """Return where a place of a layer's own picture lies in the picture of a level; both are numbers of `LEVELS`."""
    x, y = place[0] - MIDDLE[0], place[1] - MIDDLE[1]
    if layer == 0:
        x, y, layer = BACK[0] + x / IN_NOOR, BACK[1] + y / IN_NOOR, 1
    if level == 0:
        # The first picture is Noor's back from near by.
        return MIDDLE[0] + IN_NOOR * (x - BACK[0]), MIDDLE[1] + IN_NOOR * (y - BACK[1])
    scale = TIMES ** (layer - level)
    return MIDDLE[0] + scale * x, MIDDLE[1] + scale * y


def number(level):
    """Return the number of a level."""
    return LEVELS.index(level)


@cache
def heads():
    """Return the height of the head of each group's list."""
    found = {}
    for side in EDGES:
        y = _FIRST
        for group, row in groups().items():
            if row.side == side:
                found[group] = y
                y -= _HEAD + ROW * len(of_group(group)) + _GAP
    return found


@cache
def rows():
    """Return of each thing the left and right edge and the middle height of its row."""
    found = {}
    for group, y in heads().items():
        left, right = EDGES[groups()[group].side]
        for place, thing in enumerate(of_group(group)):
            found[thing] = (left, right, y - _HEAD - ROW * place)
    return {thing: found[thing] for thing in things()}


@cache
def noor():
    """Return the outlines of Noor, who stands in the middle of her picture: trunk, head and legs, and the arms."""
    tall = body.length("stature")
    scale = _TALL / tall
    stands = body.Body(
        hip=(0.0, 0.53 * tall),
        trunk=body.bowed(3.0, 10.0),
        legs=(body.stand((1.0, body.length("ankle")), (0.0, 0.53 * tall)),),
        arms=((172.0, 160.0),),
    )
    lines, arms = stands.outlines()
    put = [
        [[(MIDDLE[0] - 0.4 + scale * x, MIDDLE[1] - _TALL / 2 + scale * y) for x, y in line] for line in some]
        for some in (lines, arms)
    ]
    return tuple(map(tuple, put))


@cache
def map_parts():
    """Return where the parts of one map are drawn: as many as an expert's has, in rings round the middle."""
    parts = count("expert_parts")
    return tuple(_spread(number, parts, 5.4, REACH - 0.6) for number in range(parts))


@cache
def all_parts():
    """Return where the parts of all maps are drawn."""
    parts = count("all_parts")
    return tuple(_spread(number, parts, 3.9, REACH) for number in range(parts))


def _spread(number, count_, inner, outer):
    """A place of an even spread over a ring, as the seeds of a sunflower lie."""
    radius = sqrt(inner**2 + (outer**2 - inner**2) * (number + 0.5) / count_)
    turn = 2 * pi * 0.618034 * number
    return MIDDLE[0] + radius * cos(turn), MIDDLE[1] + radius * sin(turn)


@cache
def pairs(parts, lines):
    """Return so many pairs of so many parts, put together by lot and always alike; each part has one at least."""
    lot = Random(f"{parts} parts, {lines} lines")
    found = [(number, number + 1) for number in range(parts - 1)] + [(0, parts - 1)]
    rest = [(a, b) for a in range(parts) for b in range(a + 1, parts) if (a, b) not in set(found)]
    lot.shuffle(rest)
    return tuple([*found, *rest][:lines])
