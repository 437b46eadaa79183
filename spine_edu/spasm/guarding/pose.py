"""A trunk on a pelvis that is held still, in cm from the lowest disc: it leans as far as a push moves its chest.

The places that the model knows are drawn where it has them: the pull of the back muscle behind the disc, that of the
belly muscle before it. How far the chest moves is drawn `LARGER` than it is; the rest is drawn by eye.
"""

from functools import lru_cache
from math import asin, degrees, pi, sin

from spine_edu import data
from spine_edu.drawing import body
from spine_edu.drawing.body import along, length

#: How many times as large as it is a movement is drawn, and how high above the disc the hand presses.
LARGER, CHEST = 8, 33.0
#: Half the depth of the chest at that height, and half the width of the block that holds the pelvis.
DEEP, _BLOCK_WIDE = 11.7, 31.0
#: Ends of the muscles along the trunk, half of their thickness at rest, and what full effort adds to that.
LOW, HIGH, _THIN, _THICKER = -2.0, 30.0, 1.6, 1.0
#: The disc: half of its width and height at rest, and how much of its height 1,000 N take away, drawn by eye.
_DISC, _PRESSED = (3.6, 2.1), 0.3
#: From where to where that block is high.
BLOCK = (-24.5, -7.0)
#: Centimetres of arrow that are drawn for 1,000 N on the disc.
PRESS = 7.4
#: The spring between hand and back: how long at rest, how much of that a newton takes (by eye), turns, half its width.
SPRING, SQUEEZED = 22.0, 0.08
_TURNS, _COIL = 7, 2.6
#: The fist and forearm behind it, from where they touch the spring: half of it, upwards.
_HAND = ((0, 1.8), (-0.2, 3.6), (-1.4, 4.4), (-5.8, 4.1), (-7.4, 3.0), (-9.4, 2.6), (-22, 3.5))
#: How far behind the front of the fist it is taken hold of.
_WRIST = 13.0


def lean(moved):
    """Return how far the trunk is drawn leaning, in degrees, if its chest has moved so many millimetres."""
    return degrees(asin(LARGER * moved / 10 / CHEST))


@lru_cache(maxsize=256)
def outlines(moved):
    """Return the closed lines of trunk and head, the disc at 0."""
    turn = lean(moved)
    hip = (0.0, -length("trunk") / body.PIECES)
    figure = body.Body(hip, (0.0, *(turn,) * (body.PIECES - 1)), (), (), nod=-0.6 * turn)
    return figure.outlines()[0]


def at(up, front, moved):
    """Return a place so far up along the leaning trunk and so far in front of its middle."""
    turn = lean(moved)
    return along(along((0.0, 0.0), turn, up), turn + 90, front)


def levers():
    """Return how far the pulls of back and belly lie in front of the disc."""
    return -data.value("loads_muscle.muscle_arm"), data.value("spasm_guarding.belly_arm")


def muscle(front, active, moved, start=0.0, end=1.0):
    """Return the outline of a muscle that pulls so far in front of the disc, from one share of its length to another.

    The harder it holds, the thicker it is.
    """
    if end <= start:
        return []
    wide = _THIN + _THICKER * active / 100
    steps = [start + (end - start) * step / 12 for step in range(13)]
    edges = [
        [
            at(LOW + (HIGH - LOW) * step, front + side * wide * (0.3 + 0.7 * sin(pi * step) ** 0.5), moved)
            for step in steps
        ]
        for side in (1, -1)
    ]
    return [*edges[0], *reversed(edges[1])]


def level(share, moved, front):
    """Return the place on a muscle to which so much of it, in percent, reaches from below."""
    return at(LOW + (HIGH - LOW) * share / 100, front, moved)


def disc(press, moved):
    """Return the corners of the disc, flatter and wider the harder it is pressed."""
    wide, high = _DISC
    flat = high - _PRESSED * press / 1000
    wide = wide * (high / flat) ** 0.5
    turns = [2 * pi * step / 24 for step in range(24)]
    half = lean(moved) / 2
    corners = [(_squared(sin(turn + pi / 2)) * wide, _squared(sin(turn)) * flat) for turn in turns]
    return [along(along((0.0, 0.0), half, up), half + 90, across) for across, up in corners]


def _squared(share):
    return (1 if share >= 0 else -1) * abs(share) ** 0.55


def press_arrow(press, moved):
    """Return the outline of the arrow that presses on the disc, as long as the force is large."""
    foot, long = 2.4, PRESS * press / 1000
    head = min(3.0, long)
    sides = [(foot, 0.0), (foot + head, 2.6), (foot + head, 1.1), (foot + long, 1.1)]
    return [at(up, across, moved) for up, across in [*sides, *((up, -across) for up, across in reversed(sides[1:]))]]


def front(push, moved):
    """Return where a hand touches the spring: ahead with the back, and the farther the harder it pushes."""
    x, y = back(moved)
    return x - SPRING + SQUEEZED * push, y


def wrist(push, moved):
    """Return where that hand is taken hold of."""
    x, y = front(push, moved)
    return x - _WRIST, y


def hand(push, moved):
    """Return the outline of that fist and its forearm."""
    x, y = front(push, moved)
    upper = [(x + across, y + up) for across, up in _HAND]
    return [*upper, *((across, 2 * y - up) for across, up in reversed(upper))]


def fingers(push, moved):
    """Return the lines between the fingers of that fist, and its thumb."""
    x, y = front(push, moved)
    between = [[(x, y + up), (x - 3.4, y + up)] for up in (2.0, 0.0, -2.0)]
    return [*between, [(x - 6.6, y - 1.4), (x - 4.4, y - 0.6), (x - 2.6, y - 1.2)]]


def spring(push, moved):
    """Return the spring between hand and back, with a plate at each end."""
    (x, y), (end, _) = front(push, moved), back(moved)
    step = (end - x) / (2 * _TURNS)
    coil = [(x + step * (turn + 0.5), y + _COIL * (1 if turn % 2 else -1)) for turn in range(2 * _TURNS)]
    plates = [[(at, y - 3.6), (at, y + 3.6)] for at in (x, end)]
    return [[(x, y), *coil, (end, y)], *plates]


def back(moved):
    """Return the place of the back that is pushed: it moves straight ahead."""
    return -DEEP + LARGER * moved / 10, CHEST


def chest(moved):
    """Return the place of the chest before it."""
    return DEEP + LARGER * moved / 10, CHEST


def before(moved=0.0):
    """Return the outline of a trunk above the block, as open lines: where it was before the push, or in run A."""
    corners = outlines(moved)[0]
    lowest = min(range(len(corners)), key=lambda index: corners[index][1])
    around = [*corners[lowest:], *corners[:lowest]]
    return [[corner for corner in around if corner[1] > BLOCK[1]]]


def moved_line(moved):
    """Return how far the chest has moved, as a line with an end at each side."""
    (x0, y), (x1, _) = chest(0.0), chest(moved)
    ends = [[(x, y - 2.2), (x, y + 2.2)] for x in (x0, x1)]
    return [[(x0, y), (x1, y)], *ends] if moved else []


def block():
    """Return the corners of the block that holds the pelvis."""
    low, high = BLOCK
    return [(-_BLOCK_WIDE, low), (-_BLOCK_WIDE, high), (_BLOCK_WIDE, high), (_BLOCK_WIDE, low)]
