"""Maps as nets without names: as many dots as parts, as many hairlines as lines, where nobody knows which is which.

All nets of a picture have one scale: a dot has as much room in each, so that the area of a net is its number of parts,
and how dark it is says how many lines a part has. The first dots of a net lie as those of a smaller one do. Only these
counts were published. Where a dot lies is invented, and so is which two a hairline joins: the nearest ones, as then it
hides least.
"""

from functools import cache, lru_cache
from itertools import combinations, islice
from math import cos, dist, pi, sin, sqrt

from spine_edu.drawing.outlines import circle

#: The radius of a net of one part; of a dot, as long as the type is large; and the angle from dot to dot.
ROOM, _DOT, _TURN = 0.25, 0.11, pi * (3 - sqrt(5))


def radius(parts, room=ROOM):
    """Return how large a net of so many parts is."""
    return room * sqrt(parts)


@cache
def _places(parts):
    """Return where the dots lie, from the middle of the net: as seeds in a sunflower, each with a room of 1."""
    far = [sqrt(one + 0.5) for one in range(parts)]
    return [(away * cos(_TURN * one), away * sin(_TURN * one)) for one, away in enumerate(far)]


@cache
def _joined(parts):
    """Return all pairs of dots, the nearest first; twice, since two arrows may join the same things."""
    pairs = sorted(combinations(_places(parts), 2), key=lambda pair: dist(*pair))
    return (*pairs, *pairs)


@lru_cache(maxsize=100)
def dots(middle, parts, room=ROOM, dot=_DOT):
    """Return the dots of a net as a path."""
    return "".join(circle(middle[0] + room * x, middle[1] + room * y, dot) for x, y in _places(parts))


@lru_cache(maxsize=100)
def hairlines(middle, parts, lines, room=ROOM):
    """Return the hairlines of a net as a path; the path of a large one is written once."""
    (across, up), found = middle, []
    for (x, y), (a, b) in islice(_joined(parts), lines):
        found.append(f"M{across + room * x:.2f},{up + room * y:.2f}L{across + room * a:.2f},{up + room * b:.2f}")
    return "".join(found)
