"""The person at the EMG bench: who bends forward slowly, or lies on the front. Lengths in cm, drawn by eye."""

from functools import lru_cache
from math import pi, radians, sin

from spine_edu.drawing import body
from spine_edu.drawing.body import along, length

#: How far the spine is bent, of the whole bend; how far the hip goes back, in cm.
_ROUND, _BACK = 0.55, 15.0
#: Where the ends of the muscle lie, as joints of the trunk from the hip; how thick it is, and how thick it can get.
_ENDS, _THICK = (0, 4), (2.2, 2.6)
#: Between which joints the electrodes are, and how far behind the spine muscle and skin lie.
_ELECTRODES, _DEEP, _SKIN = (1.2, 2.0), 7.2, 11.0
#: Radius of a plate of 20 kg.
_PLATE = 13.0
#: Height of the bench, and how high a lying person's hip is over it.
_BENCH, _LYING = 62.0, 11.0


@lru_cache(maxsize=512)
def bending(bend):
    """Return the `Body` that is bent forward so many degrees; its arms hang."""
    hip = (-_BACK * sin(radians(min(bend, 90))), length("thigh") + length("shank") + length("ankle") - 0.5)
    ankle = (0.0, length("ankle"))
    bare = body.Body(hip, body.bowed(bend, _ROUND * bend), (body.stand(ankle, hip, -1 if bend > 1 else 1),), ())
    reach = 0.99 * (length("upper_arm") + length("forearm") + length("hand") / 2)
    x, y = bare.shoulder
    # Lower down the hands rest on the shins.
    hand = (x + 4, max(y - reach, 8.0))
    return body.Body(hip, bare.trunk, bare.legs, (body.hold(bare.shoulder, hand),), 0.15 * bend)


@lru_cache(maxsize=1)
def lying():
    """Return the `Body` that lies on its front, on the bench."""
    hip = (-5.0, _BENCH + _LYING)
    return body.Body(hip, body.bowed(90, 0), ((-91.0, -91.0, -176.0),), ((165.0, 100.0),), 0.0)


def person(state):
    """Return the `Body` of a state."""
    return lying() if state.test == "needle" else bending(state.bend)


def bench():
    """Return the corners of the bench under a lying person: its top, and its legs."""
    top = [(-98, _BENCH), (86, _BENCH), (86, _BENCH - 5), (-98, _BENCH - 5)]
    return [top, *([(x, _BENCH - 5), (x + 4, _BENCH - 5), (x + 4, 0), (x, 0)] for x in (-90, 74))]


def over_head(bend):
    """Return the place a little beyond the crown at a bend."""
    who = bending(bend)
    return along(who.head, who.trunk[-1] + who.nod, 0.5 * length("head") + 9)


@lru_cache(maxsize=512)
def outlines(test, bend):
    """Return what `Body.outlines` returns of the person."""
    return (lying() if test == "needle" else bending(bend)).outlines()


def weight(bend, load):
    """Return middle and radius of the plate that hangs in the hands: its area is as its weight."""
    radius = _PLATE * (load / 20) ** 0.5
    # Low down it stands on the floor.
    x, y = hands(bend)
    return (x, max(y - radius / 2, radius)), radius


@lru_cache(maxsize=512)
def hands(bend):
    """Return where the hands are."""
    return bending(bend).arm()[3]


def trunk(bend):
    """Return the outline of the trunk: of all parts of the body it has most corners."""
    return max(outlines("bend", bend)[0], key=len)


def behind(person, joint, far):
    """Return the place behind the spine, at a joint counted from the hip, which may lie between two."""
    low = min(int(joint), body.PIECES - 1)
    direction = person.trunk[low]
    place = along(person.spine[low], direction, (joint - low) * length("trunk") / body.PIECES)
    return along(place, direction - 90, far)


def muscle(state, effort):
    """Return the outline of the muscle that is recorded: a spindle, thicker as it works."""
    thick = _THICK[0] + _THICK[1] * min(effort / 0.5, 1)
    if state.test == "needle" and state.muscle == "leg":
        return calf(thick)
    who, (low, high) = person(state), _ENDS
    return _spindle(lambda step, side: behind(who, low + (high - low) * step, _DEEP + side * thick * sin(pi * step)))


def resting(state):
    """Return the outlines of all muscles that are shown, at rest."""
    back = muscle(state.replace(muscle="back"), 0.0)
    return [back, calf(_THICK[0])] if state.test == "needle" else [back]


def calf(thick):
    """Return the outline of the calf muscle of a lying person."""
    _, knee, ankle, _ = lying().leg()

    def place(step, side):
        along_it = 0.08 + 0.55 * step
        x, y = (begin + along_it * (end - begin) for begin, end in zip(knee, ankle, strict=True))
        return x, y + 2.4 + side * thick * sin(pi * step)

    return _spindle(place)


def _spindle(place):
    steps = [step / 12 for step in range(13)]
    back, front = ([place(step, side) for step in steps] for side in (1, -1))
    return [*back, *front[-2:0:-1]]


def electrodes(state):
    """Return where the two electrodes stick on the skin."""
    who = person(state)
    return [behind(who, joint, _SKIN) for joint in _ELECTRODES]


def tip(state):
    """Return the tip of the needle, and the end of its shaft."""
    if state.muscle == "back":
        place = behind(lying(), 1.6, _DEEP)
    else:
        _, knee, ankle, _ = lying().leg()
        place = (knee[0] + 0.35 * (ankle[0] - knee[0]), knee[1] + 2.4)
    return place, (place[0] - 7, place[1] + 26)
