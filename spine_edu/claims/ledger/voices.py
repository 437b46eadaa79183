"""The two who hold the rope: they lean back while it is tight, and stand upright as it comes loose."""

from functools import cache

from spine_edu.claims.ledger.places import FEET, HANDS, TALL
from spine_edu.drawing import body

#: How far they lean back where no part of the study fits, degrees, and how far apart their feet are, cm.
_LEAN, _STEP = 12.0, 36.0
_HIP = 84.0


@cache
def outlines(number, loose):
    """Return trunk with head and legs, and arms, of the voice on the left (0) or on the right (1).

    Parameters
    ----------
    number : int
    loose : float
        How loose the rope is, 0 to 1.
    """
    lean = -_LEAN * (1 - loose)
    hip = (lean * 0.9, _HIP)
    trunk = body.bowed(lean, 6)
    legs = tuple(body.stand((step, body.length("ankle")), hip) for step in (_STEP / 2, -_STEP / 2))
    first = body.Body(hip, trunk, legs, ())
    hand = _in_body(number)
    arms = tuple(body.hold(first.shoulder, (hand[0] + more, hand[1]), -1) for more in (0.0, -7.0))
    return tuple(
        [[_placed(number, x, y) for x, y in line] for line in lines]
        for lines in body.Body(hip, trunk, legs, arms, nod=-4).outlines()
    )


def mouth(number, loose):
    """Return where the words of a voice come from."""
    lines, _ = outlines(number, loose)
    xs, ys = zip(*lines[-2], strict=True)
    return sum(xs) / len(xs), min(ys)


def _scale():
    return TALL / body.length("stature")


def _placed(number, x, y):
    """Put a point of the body, in cm and facing right, onto the picture."""
    side = 1 if number == 0 else -1
    middle, floor = FEET[number]
    return middle + side * x * _scale(), floor - y * _scale()


def _in_body(number):
    """Return where the rope is held, in cm of the body."""
    (x, y), (middle, floor) = HANDS[number], FEET[number]
    return abs(x - middle) / _scale(), (floor - y) / _scale()
