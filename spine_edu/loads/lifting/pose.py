"""The person of the lifting calculator: where the hands are is given, how the rest of the body gets there is drawn.

Places are centimetres on the floor from the middle of the ankles, and above the floor. The equation knows hands only;
the figure bends its knees and leans as little as it must for its arms to reach.
"""

from functools import lru_cache
from math import cos, hypot, radians

from spine_edu.drawing import body
from spine_edu.drawing.body import length

#: Width and height of the box.
WIDE, HIGH = 44.0, 28.0
#: How far the arms are stretched, and to how many parts of the way the body is placed.
_STRETCHED, _STEPS = 0.97, 60
#: Ways to bring the shoulders nearer to the hands, in three postures each: down to the floor and up to a shelf.
#: Of the hip how far forward and how far below standing; lean and bend of the trunk; how far the heels are lifted.
_DOWN = ((0, 0.5, 2, 0, 0), (-26, 56, 60, 28, 0), (12, 46, 84, 40, 0))
_UP = ((0, 0.5, 0, 0, 0), (8, 2, 16, 7, 14), (20, 5, 24, 10, 38))
#: Heights of the hands between which one way passes into the other.
_LOW, _HIGH = 70.0, 130.0


@lru_cache(maxsize=64)
def person(reach, height):
    """Return the `Body` whose hands are at a place, or as near as it can come."""
    shares = [step / _STEPS * 2 for step in range(_STEPS + 1)]
    share = next((share for share in shares if _reaches(share, reach, height)), 2.0)
    low, high = max(share - 2 / _STEPS, 0.0), share
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if _reaches(middle, reach, height) else (middle, high)
    bare = _bare(high, height)
    return body.Body(bare.hip, bare.trunk, bare.legs, (body.hold(bare.shoulder, (reach, height)),), bare.nod)


def box(reach, height):
    """Return the corners of the box in hands at a place, from its lower left one; it never goes below the floor."""
    low = max(height - HIGH / 2, 0.0)
    left, right = reach - WIDE / 2, reach + WIDE / 2
    return [(left, low), (right, low), (right, low + HIGH), (left, low + HIGH)]


def _reaches(share, reach, height):
    x, y = _bare(share, height).shoulder
    arm = _STRETCHED * (length("upper_arm") + length("forearm") + length("hand") / 2)
    return hypot(reach - x, height - y) <= arm


def _bare(share, height):
    """The figure without its arms, a share of 0 to 2 of the way from standing to its utmost."""
    up = min(max((height - _LOW) / (_HIGH - _LOW), 0.0), 1.0)
    first = min(int(share), 1)
    low, high = (
        [_between(start, end, share - first) for start, end in zip(way[first], way[first + 1], strict=True)]
        for way in (_DOWN, _UP)
    )
    forward, down, lean, bend, heels = (_between(start, end, up) for start, end in zip(low, high, strict=True))
    foot = 90.0 + heels
    toe = length("foot") - body.HEEL * length("stature")
    ankle = (0.0, -cos(radians(foot + 90)) * length("ankle") - cos(radians(foot)) * toe)
    standing = length("thigh") + length("shank") + ankle[1]
    hip = (forward, standing - down)
    nod = -0.5 * (lean + bend / 2)
    return body.Body(hip, body.bowed(lean, bend), (body.stand(ankle, hip, foot=foot),), (), nod)


def _between(start, end, share):
    return start + (end - start) * share
