"""Maps as nets without names: as many dots as parts, as many hairlines as lines, where nobody knows which is which.

All nets of a picture have one scale: a dot has as much room in each, so that the area of a net is its number of parts,
and how dark it is says how many lines a part has. Of other people's maps only these counts were published: the first
dots of a net lie as those of a smaller one do, and which two a hairline joins is invented: the nearest ones, as then it
hides least. Of the ring, and of the reader's own map, it is known what is joined: their dots lie round in a circle, so
that no line touches a dot at which it does not end, and a dot at no arrow is loose.
"""

from functools import cache, lru_cache
from itertools import combinations, islice
from math import cos, dist, pi, sin, sqrt

from spine_edu.drawing.outlines import circle

#: The radius of a net of one part; of a dot, as long as the type is large; and the angle from dot to dot.
ROOM, _DOT, _TURN = 0.25, 0.11, pi * (3 - sqrt(5))
#: How far, as a share of the room of a part, two lines there and back go apart, and of how many points such a line is.
_BOW, _STEPS = 0.14, 8


def radius(parts, room=ROOM):
    """Return how large a net of so many parts is."""
    return room * sqrt(parts)


@cache
def _places(parts):
    """Return where the dots lie, from the middle of the net: as seeds in a sunflower, each with a room of 1."""
    far = [sqrt(one + 0.5) for one in range(parts)]
    return [(away * cos(_TURN * one), away * sin(_TURN * one)) for one, away in enumerate(far)]


@cache
def _round(parts):
    """Return where the dots lie of which it is known what is joined: round in a circle, the first at the top."""
    away, turns = sqrt(max(parts - 0.5, 0)), [pi / 2 - 2 * pi * one / parts for one in range(parts)]
    return [(away * cos(turn), away * sin(turn)) for turn in turns]


@cache
def _joined(parts):
    """Return all pairs of dots, the nearest first; twice, since two arrows may join the same things."""
    pairs = sorted(combinations(_places(parts), 2), key=lambda pair: dist(*pair))
    return (*pairs, *pairs)


@lru_cache(maxsize=100)
def dots(middle, parts, room=ROOM, dot=_DOT, known=False):
    """Return the dots of a net as a path; `known`: as those lie of which it is known what is joined."""
    there = _round(parts) if known else _places(parts)
    return "".join(circle(middle[0] + room * x, middle[1] + room * y, dot) for x, y in there)


@lru_cache(maxsize=100)
def hairlines(middle, parts, lines, room=ROOM):
    """Return the hairlines of a net as a path; the path of a large one is written once."""
    return "".join(_path(middle, room, pair) for pair in islice(_joined(parts), lines))


def arrows(middle, parts, pairs, room=ROOM):
    """Return the lines of a net of which it is known what is joined, as a path.

    Parameters
    ----------
    middle : tuple of float
    parts : int
    pairs : collection of (int, int)
        The numbers of the dots that are joined; two ways between the same dots are two lines, bent apart.
    room : float
    """
    there = _round(parts)
    ways = [(there[start], there[end], (end, start) in pairs) for start, end in pairs]
    return "".join(_path(middle, room, _bent(one, other) if bent else (one, other)) for one, other, bent in ways)


def _bent(start, end):
    (x, y), (a, b) = start, end
    far = max(dist(start, end), 0.01)
    for step in range(_STEPS + 1):
        share = step / _STEPS
        off = 4 * _BOW * share * (1 - share) / far
        yield x + share * (a - x) - off * (b - y), y + share * (b - y) + off * (a - x)


def _path(middle, room, way):
    return "M" + "L".join(f"{middle[0] + room * x:.2f},{middle[1] + room * y:.2f}" for x, y in way)
