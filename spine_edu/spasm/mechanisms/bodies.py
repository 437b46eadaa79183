"""The person in each of seven things she does, with her back muscle and where it hurts: drawn by eye, in cm."""

from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin, sqrt

from spine_edu.drawing import outlines
from spine_edu.drawing.body import Body, along, bowed, hold, length, stand

_ANKLE, _HIP = 6.8, 92.4
#: How high the bed is.
_BED = 34.0
#: How far behind the spine the middle of the back muscle lies, and half its width at rest and at full work.
_BEHIND, _THIN, _THICK = 7.0, 3.0, 9.0
#: How far out the pain in the back reaches at 10.
_PAIN = 30.0
#: How thick a line round a small body is, in cm.
_SIGN = 9.0


@cache
def posture(does):
    """Return the `Body` of something she does, what else is drawn as lines, and what is drawn closed."""
    return _POSTURES[does]()


def _standing(lean=1.0, bend=2.0, hand=None, hip=(0.0, _HIP), arms=(178, 172), closed=()):
    body = Body(hip, bowed(lean, bend), (stand((0.0, _ANKLE), hip),), ())
    arms = hold(body.shoulder, hand) if hand else arms
    return Body(hip, body.trunk, body.legs, (arms,)), [], list(closed)


def _walking():
    hip = (0, _HIP - 4)
    legs = stand((24, _ANKLE + 1), hip, foot=84), stand((-26, 13.0), hip, foot=116)
    return Body(hip, bowed(3), legs, ((152, 136), (206, 192))), [], []


def _bed():
    return [[(-92.0, 0.0), (-92.0, _BED), (104.0, _BED), (104.0, 0.0)]]


def _lying(legs=((90, 90, 5),), arms=((88, 92),), lines=()):
    return Body((0, _BED + 12.0), bowed(-90), legs, arms), [*_bed(), *lines], []


def _asleep():
    """On the back with the knees a little bent over a roll, and three letters z."""
    ways = [
        [(x, y + s), (x + s, y + s), (x, y), (x + s, y)] for x, y, s in ((-62, 78, 8), (-48, 90, 11), (-30, 104, 14))
    ]
    return _lying(legs=((74, 112, 20),), arms=((62, 108),), lines=ways)


def _bag():
    return [(-12 + 0.0, 26.0), (16.0, 26.0), (18.0, 56.0), (-14.0, 56.0)]


def _carrying():
    bag = [(x + 8, y) for x, y in _bag()]
    return _standing(lean=4, hand=(10.0, 62.0), closed=[bag])


def _belted():
    body, lines, _ = _standing(lean=1, bend=0, arms=(196, 70))
    spine, wide = body.spine, 0.075 * length("stature")
    low, high = along(spine[0], body.trunk[0], 2), along(spine[2], body.trunk[2], 2)
    belt = [along(low, 91, wide), along(high, 91, wide), along(high, -89, wide), along(low, -89, wide)]
    return body, lines, [belt]


def _bent():
    return _standing(96, 44, hip=(-16, _HIP - 2), arms=(180, 178))


_POSTURES = {
    "still": _lying,
    "asleep": _asleep,
    "about": _walking,
    "bend": _bent,
    "raised": lambda: _lying(legs=((90, 90, 5), (34, 34, -60))),
    "carry": _carrying,
    "belt": _belted,
}


def low_back(does):
    """Return the place of the low back muscle, in cm from the floor under the hip."""
    body, *_ = posture(does)
    return along(body.spine[2], body.trunk[2] - 90, _BEHIND)


def muscle(does, activity):
    """Return the outline of the back muscle: the more it works, the thicker it is.

    Parameters
    ----------
    does : str
    activity : float
        Of 10.
    """
    body, *_ = posture(does)
    wide, sides = _THIN + (_THICK - _THIN) * activity / 10, ([], [])
    spine = body.spine
    for joint, share in zip(range(5), (0.25, 0.95, 1.0, 0.8, 0.2), strict=True):
        turn = body.trunk[min(joint, len(body.trunk) - 1)]
        middle = along(spine[joint], turn - 90, _BEHIND)
        for side, points in zip((-90, 90), sides, strict=True):
            points.append(along(middle, turn + side, wide * share))
    return [*sides[0], *reversed(sides[1])]


def ache(does, pain):
    """Return the outline of pain in the low back: a round that grows."""
    x, y = low_back(does)
    far = _PAIN * sqrt(pain / 10)
    return [(x + far * cos(pi * step / 10), y + far * sin(pi * step / 10)) for step in range(20)]


def nerve(does):
    """Return the way of the sciatic nerve: from the low back down the back of the leg that hurts."""
    body, *_ = posture(does)
    number = len(body.legs) - 1 if does == "raised" else 0
    thigh, shank, _ = body.legs[number]
    hip, knee, ankle, toe = body.leg(number)
    start = along(body.spine[1], body.trunk[1] - 90, 3)
    return [start, along(hip, thigh + 90, 4), along(knee, thigh + 90, 2.5), along(ankle, shank + 90, 1.5), toe]


@dataclass(frozen=True)
class Room:
    """Where a body is on the plane: it keeps its shape, however wide the plane is.

    Attributes
    ----------
    x, y : float
        The floor under its `middle`.
    tall : float
        How high somebody standing is, in units of the plane.
    unit : float
        How many px a unit is high.
    middle : float
        What lies over x, in cm from the hip: the low back, so that a wire meets it however wide the plane is.
    """

    x: float
    y: float
    tall: float
    unit: float
    middle: float = 0.0

    def up(self, point):
        """Return how high a place in cm lies on the plane."""
        return self.y + point[1] * self._scale

    def shape(self, name, lines, **look):
        """Return outlines in cm as a shape."""
        return outlines.shape(name, self._drawn(lines), **look, **self._where)

    def line(self, name, lines, stroke, **more):
        """Return lines in cm as a shape."""
        return outlines.line(name, self._drawn(lines), stroke, **{**self._where, **more})

    def path(self, line):
        """Return a closed line in cm as a path, written as `shape` writes it."""
        return outlines.shape("", self._drawn([line]), fill=None, edge=None, width=0, digits=2)["path"]

    def _drawn(self, lines):
        return [
            [((x - self.middle) * self._scale * self.unit, self.y + y * self._scale) for x, y in one] for one in lines
        ]

    @property
    def _scale(self):
        return self.tall / (length("stature") + 6)

    @property
    def _where(self):
        return {"xsizemode": "pixel", "xanchor": self.x, "digits": 2, "fillrule": "nonzero"}


def worried(does):
    """Return short strokes round the head, as of somebody who worries."""
    body, *_ = posture(does)
    turn, far = body.trunk[-1] + body.nod, length("head") / 2
    ways = (turn + side for side in (-70, -35, 0, 35, 70))
    return [[along(body.head, way, far * 1.25), along(body.head, way, far * 1.8)] for way in ways]


@cache
def small(does):
    """Return a body as few lines of few corners, in cm, its middle over 0: for the cards."""
    body, lines, closed = posture(does)
    there_and_back = [[*one, *one[-2:0:-1]] for one in lines]
    parts = [*body.sign(_SIGN), *closed, *there_and_back]
    across = [x for one in parts for x, _ in one]
    middle = (min(across) + max(across)) / 2
    return tuple(tuple((x - middle, y) for x, y in one) for one in parts)
