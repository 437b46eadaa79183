"""The two who hold the rope: they lean back while it is tight; who gets it leans on, and who loses it lets go."""

from functools import cache

from spine_edu.claims.ledger.model import SIDES
from spine_edu.claims.ledger.places import FEET, HANDS, TALL
from spine_edu.drawing import body

#: How far they lean back where no part of the study fits, and forward where they are pulled, degrees; how far apart
#: their feet are, and how far hands sink that hold nothing, cm.
_LEAN, _PULLED, _STEP, _SUNK = 12.0, 9.0, 36.0, 34.0
_HIP = 84.0


def lean(result, number):
    """Return how far a voice leans forward, in degrees: nobody pulls at who speaks of another thing."""
    if result.apart:
        return 0.0
    back = -_LEAN * (1 - sum(result.fits.values()) / len(result.fits))
    if not result.told or result.ends not in ("left", "right", "all right"):
        return back
    gets = number == (0 if result.ends == "left" else 1)
    return round(back + result.come * (-_LEAN if gets else 0 if result.ends == "all right" else _PULLED), 2)


def held(result, number):
    """Return how far the hands of a voice are still at the rope: 1, or less while it lets go."""
    if SIDES[number] in result.quiet:
        return 0.0
    lets_go = result.told and result.ends == "all right" and number == 0
    return 1 - result.come if lets_go else 1.0


@cache
def outlines(number, lean, held=1.0):
    """Return trunk with head and legs, and arms, of the voice on the left (0) or on the right (1).

    Parameters
    ----------
    number : int
    lean : float
        How far it leans forward, degrees.
    held : float
        How far its hands are at the rope, 0 to 1.
    """
    hip = (lean * 0.9, _HIP)
    trunk = body.bowed(lean, 6)
    legs = tuple(body.stand((step, body.length("ankle")), hip) for step in (_STEP / 2, -_STEP / 2))
    first = body.Body(hip, trunk, legs, ())
    x, y = _in_body(number)
    x, y = x - 0.4 * _SUNK * (1 - held), y - _SUNK * (1 - held)
    arms = tuple(body.hold(first.shoulder, (x + more, y), -1) for more in (0.0, -7.0))
    return tuple(
        [[_placed(number, x, y) for x, y in line] for line in lines]
        for lines in body.Body(hip, trunk, legs, arms, nod=-4).outlines()
    )


def mouth(number, lean):
    """Return where the words of a voice come from."""
    lines, _ = outlines(number, lean)
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
