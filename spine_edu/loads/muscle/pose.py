"""The person of the one-muscle lesson: how the small figure stands, leans and holds, in cm from the lowest disc.

The places that the model knows are drawn where it has them: the disc at 0, the load's middle `hand_arm` in front of
it, the centre of weight of the trunk along the leaning trunk, the muscle `muscle_arm` behind it. The rest is drawn by
eye: an arm that hangs, a bag that fills, feet that keep the balance.
"""

from functools import lru_cache
from math import cos, pi, radians, sin, sqrt

from spine_edu import data
from spine_edu.drawing import body
from spine_edu.drawing.body import along, length

#: How much of the lean the pelvis takes part in.
_PELVIS = 0.15
#: Where the ankle is upright, and how far it goes forward as the trunk does; how far the arms are stretched.
_ANKLE, _STEP, _STRETCHED = 1.0, 6.0, 0.97
#: The bag: how far it hangs under the hands, height and half widths of an empty one, and what a kilogram adds.
_HANDLE, _HIGH, _TOP, _WIDE = 3.0, (12.0, 0.5), (3.5, 0.1), (5.0, 0.25)
#: The muscle from its lower to its upper end along the trunk, and half as wide as it is.
_MUSCLE, _THICK = (-7.0, 33.0), 3.0
#: Half width and half height of the disc.
_DISC = (3.4, 1.3)


def person(state):
    """Return the `Body`, its hands at the load or as near as its arms reach."""
    return _person(state.lean, state.hand_arm)


@lru_cache(maxsize=64)
def _person(lean, hand_arm):
    standing = _trunk(lean)
    arms = body.hold(_shoulder(lean), hands_at(lean, hand_arm))
    return body.Body(standing.hip, standing.trunk, standing.legs, (arms,), 0.0)


@lru_cache(maxsize=64)
def outlines(lean, hand_arm):
    """Return what `spine_edu.drawing.body.Body.outlines` returns of the person."""
    return _person(lean, hand_arm).outlines()


@lru_cache(maxsize=128)
def head_at(lean):
    """Return where the middle of the head is at a lean."""
    return _trunk(lean).head


def trunk(state):
    """Return the outline of the trunk: of all parts of the body it has most corners."""
    return max(outlines(state.lean, state.hand_arm)[0], key=len)


def floor():
    """Return the height of the floor under the disc."""
    return -(length("trunk") / body.PIECES + length("thigh") + length("shank") + length("ankle")) + 1.0


def hands(state):
    """Return where the load hangs from: as far in front as it is, under the shoulders."""
    return hands_at(state.lean, state.hand_arm)


def hands_at(lean, hand_arm):
    """Return `hands` for a lean and a distance in front of the disc."""
    x, y = _shoulder(lean)
    far = _STRETCHED * (length("upper_arm") + length("forearm") + length("hand") / 2)
    return hand_arm, y - sqrt(max(far**2 - (hand_arm - x) ** 2, 0))


def bag(state):
    """Return the corners of the bag from its upper left one, and the handle from the hands to it."""
    x, y = hands(state)
    top, wide = (start + more * state.hand_load for start, more in (_TOP, _WIDE))
    upper, lower = y - _HANDLE, bag_bottom(state)
    corners = [(x - top, upper), (x - wide, lower), (x + wide, lower), (x + top, upper)]
    return corners, [person(state).arm()[3], (x, y), (x, upper)]


def bag_bottom(state):
    """Return how high the bottom of the bag is."""
    return hands(state)[1] - _HANDLE - (_HIGH[0] + _HIGH[1] * state.hand_load)


def behind(state, up=0.0, back=None):
    """Return a place on the pull of the muscle, `up` along the trunk; or so far `back` of the disc as is given."""
    back = state.muscle_arm if back is None else back
    turn = radians(state.lean)
    return up * sin(turn) - back * cos(turn), up * cos(turn) + back * sin(turn)


def muscle(state):
    """Return the outline of the back muscle: a spindle along its pull."""
    low, high = _MUSCLE
    steps = [step / 10 for step in range(11)]
    back, front = (
        [behind(state, low + (high - low) * step, state.muscle_arm + side * _THICK * sin(pi * step)) for step in steps]
        for side in (1, -1)
    )
    return [*back, *front[-2:0:-1]]


def disc(state):
    """Return the corners of the lowest disc, between pelvis and trunk."""
    turn, (wide, high) = state.lean * (1 + _PELVIS) / 2, _DISC
    front, back = along((0, 0), turn + 90, wide), along((0, 0), turn - 90, wide)
    return [along(place, turn + tip, high) for place, tip in ((front, 0), (back, 0), (back, 180), (front, 180))]


def trunk_centre(state):
    """Return the centre of weight of trunk, head and arms."""
    return along((0, 0), state.lean, data.value("loads_muscle.trunk_centre"))


@lru_cache(maxsize=128)
def _shoulder(lean):
    return _trunk(lean).shoulder


@lru_cache(maxsize=128)
def _trunk(lean):
    """The figure without its arms: the disc at 0, between the pelvis and what leans."""
    pelvis = _PELVIS * lean
    hip = along((0, 0), pelvis + 180, length("trunk") / body.PIECES)
    ankle = (_ANKLE + _STEP * sin(radians(lean)), floor() + length("ankle"))
    trunk = (pelvis, *(lean,) * (body.PIECES - 1))
    return body.Body(hip, trunk, (body.stand(ankle, hip),), ())
