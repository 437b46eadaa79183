"""The body beside the doors, with a mark where the sign of a card is felt or found. A drawing, not a finding."""

from functools import cache
from math import cos, radians, sin

from spine_edu.anatomy.roots import body

#: The middle of the front view and its height, in the body's own units.
_TOP, _FOOT = 109.2, -55.0
_LEGS = [[(side * 8.5, 38), (side * 9.0, 12), (side * 8.4, -8), (side * 8.6, -38)] for side in (-1, 1)]
_BACK = [(-6, 52), (6, 52)]


def _arc(x, y, radius, start, end):
    """A piece of a circle from one angle to another (degrees), in straight pieces."""
    turns = [radians(start + (end - start) * step / 10) for step in range(11)]
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]


def _ring(x, y, radius):
    """A circle of straight pieces, so that it can be turned upside down with the body."""
    turns = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7), (1, 0))
    return [(x + radius * a, y + radius * b) for a, b in turns]


#: A crescent beside the head.
_MOON = _arc(24, 97, 9, 75, 285) + _arc(28.5, 97, 9.4, 245, 115)
#: Half the width of the hatching of a saddle at some heights, from the crotch down.
_SADDLE = [(7, 35), (6, 31), (4.5, 27), (6, 23), (5.5, 19), (5, 15)]
#: Card -> open lines where it is felt or found, in the units of the body, up.
_MARKS = {
    "bladder": [_ring(0, 41, 4.5), [(0, 35), (0, 30)]],
    "bowel": [_ring(0, 37, 4.5), [(-5, 30), (0, 27), (5, 30)]],
    # Where a saddle would touch, hatched as numb skin is drawn: the crotch and the inner thighs.
    "saddle": [[(-wide, y), (-0.8 if y < 26 else wide, y)] for wide, y in _SADDLE]
    + [[(0.8, y), (wide, y)] for wide, y in _SADDLE if y < 26],
    "sexual": [[(3, 31), (20, 14)], _ring(24, 9, 5.5), [(24, 3.5), (24, -6)], [(20, -2), (28, -2)]]
    + [[(28, 13), (33, 18)], [(28.5, 18), (33, 18), (33, 13.5)]],
    "legs": _LEGS,
    "weakness": [[(8.6, -10), (8.6, -38), (11, -50)], [(14, -36), (17, -50)], [(14.4, -47), (17, -50), (18.6, -46)]],
    "fever": [_ring(0, 100, 9), [(-16, 94), (-13, 100), (-16, 106)], [(16, 94), (13, 100), (16, 106)]],
    "fall": [[(6, 76), (-3, 66), (3, 64), (-5, 52)]],
    "cancer": [_ring(0, 72, 2.6), _ring(0, 63, 2.6), _ring(0, 54, 2.6)],
    "weight": [
        [(-28, 62), (-16, 62)],
        [(-20, 66), (-16, 62), (-20, 58)],
        [(28, 62), (16, 62)],
        [(20, 66), (16, 62), (20, 58)],
    ],
    "bones": [
        [(-4, y), (4, y), (4, y - low), (-4, y - low), (-4, y)] for y, low in ((78, 6), (70, 6), (62, 3), (57, 6))
    ],
    "defence": [_ring(-20.5, 64, 4), [(-36, 74), (-24, 66)], [(-38, 70), (-34, 78)]],
    "night": [_BACK, _MOON],
    "crack": [[(-7, 54), (-2, 54)], [(2, 54), (7, 54)], [(0, 61), (0, 56)], [(0, 52), (0, 47)]],
    "morning": [
        _BACK,
        [(12, 90), (36, 90)],
        [(17, 90), (18.5, 95), (24, 97.5), (29.5, 95), (31, 90)],
        [(24, 100.5), (24, 106)],
        [(16.5, 97), (13, 101)],
        [(31.5, 97), (35, 101)],
    ],
    "bulge": [[(-9, 42), (9, 42), (9, 64), (-9, 64), (-9, 42)], _ring(0, 53, 3)],
    "one_leg": _LEGS[1:],
    "spasm": [[(side * x, 46), (side * x, 68)] for side in (-1, 1) for x in (3, 6)],
}


def _put(lines, middle, high, top):
    """Put lines of the body, which go up, onto the picture, where y goes down."""
    scale = high / (_TOP - _FOOT)
    return [[(middle + scale * x, top + scale * (_TOP - y)) for x, y in line] for line in lines]


def _path(lines, end=""):
    return "".join("M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in line) + end for line in lines)


@cache
def figure(middle, high, top):
    """Return the body as a path: `middle` across, `high` from `top` down to its feet."""
    front = [line for line in body.body() if abs(line[0][0]) < 35]
    return _path(_put(front, middle, high, top), "Z")


def mark(card, middle, high, top):
    """Return where a card is felt or found on this body, as a path; empty for no sign."""
    return _path(_put(_MARKS.get(card, ()), middle, high, top))
