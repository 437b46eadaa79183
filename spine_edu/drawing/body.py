"""One small figure from the side: it stands, leans, sits, lies and lifts. Its limbs bend and never change in length.

Lengths are centimetres; the figure faces to the right. A direction is an angle in degrees from straight up, turning to
the front: 90 is forward, 180 down, -90 backward. How long the limbs are stands in parameters.csv; how thick they are
is drawn by eye.
"""

from dataclasses import dataclass
from functools import cache
from math import acos, atan2, cos, degrees, hypot, pi, radians, sin

from spine_edu import data
from spine_edu.drawing.outlines import shape

#: How many straight pieces the trunk has, from the hip to the shoulder.
PIECES = 6
#: Half widths as shares of the height, drawn by eye: trunk from hip to shoulder, limbs at both ends.
_TRUNK = (0.066, 0.065, 0.063, 0.066, 0.067, 0.057, 0.036)
_THIGH, _SHANK, _UPPER, _FORE = (0.053, 0.034), (0.035, 0.021), (0.029, 0.022), (0.022, 0.016)
_HAND, _NECK, _NOSE = 0.019, 0.027, 0.016
#: Corners of a foot, forward from the heel and up from the sole; how far the heel lies behind the ankle.
_FOOT = ((0, 0), (0.08, 0), (0.152, 0), (0.152, 0.018), (0.1, 0.034), (0.066, 0.066), (0.022, 0.066), (-0.004, 0.02))
HEEL = 0.043
#: Corners of the round end of a limb, and of the head.
_ROUND, _HEAD = 6, 16


@cache
def length(name):
    """Return a length of the figure in cm: ``stature``, or a limb by its name in parameters.csv."""
    stature = data.value("drawing_body.stature")
    return stature if name == "stature" else data.value(f"drawing_body.{name}") * stature


def along(start, direction, distance):
    """Return the place at a distance from another one in a direction."""
    turn = radians(direction)
    return start[0] + distance * sin(turn), start[1] + distance * cos(turn)


def bowed(direction, bend=0.0):
    """Return the directions of the pieces of a trunk that turns forward by `bend` from the hip to the shoulder."""
    return tuple(direction + bend * (piece / (PIECES - 1) - 0.5) for piece in range(PIECES))


def reach(start, end, first, second, side=1):
    """Return the directions of two pieces that lead from `start` to `end`, or as far towards it as they reach.

    Parameters
    ----------
    start, end : tuple of float
    first, second : float
        Their lengths.
    side : {1, -1}
        Where the joint between them points, seen along the way: to its left (1) or to its right (-1).
    """
    across, up = end[0] - start[0], end[1] - start[1]
    apart = min(max(hypot(across, up), abs(first - second) + 1e-9), first + second - 1e-9)
    way = degrees(atan2(across, up))
    turn = degrees(acos((first**2 + apart**2 - second**2) / (2 * first * apart)))
    fold = degrees(acos((first**2 + second**2 - apart**2) / (2 * first * second)))
    return way - side * turn, way - side * turn + side * (180 - fold)


@dataclass(frozen=True)
class Body:
    """A figure in a posture.

    Attributes
    ----------
    hip : tuple of float
        Where the hip joint is, in cm.
    trunk : tuple of float
        Directions of the pieces of the trunk from hip to shoulder; see `bowed`.
    legs : tuple
        Of each leg that is drawn, the directions of thigh, shank and foot.
    arms : tuple
        Of each arm that is drawn, the directions of upper arm and forearm.
    nod : float
        How far the head is bent forward from the end of the trunk.
    """

    hip: tuple[float, float]
    trunk: tuple[float, ...]
    legs: tuple[tuple[float, float, float], ...]
    arms: tuple[tuple[float, float], ...]
    nod: float = 0.0

    @property
    def spine(self):
        """The ends of the pieces of the trunk, from the hip to the shoulder."""
        places = [self.hip]
        for direction in self.trunk:
            places.append(along(places[-1], direction, length("trunk") / PIECES))
        return tuple(places)

    @property
    def shoulder(self):
        """Where the arms begin."""
        return self.spine[-1]

    @property
    def head(self):
        """The middle of the head."""
        return along(self.shoulder, self.trunk[-1] + self.nod, length("neck_and_head") - length("head") / 2)

    def leg(self, number=0):
        """Return hip, knee, ankle and toe of a leg."""
        thigh, shank, foot = self.legs[number]
        knee = along(self.hip, thigh, length("thigh"))
        ankle = along(knee, shank, length("shank"))
        return self.hip, knee, ankle, along(self._heel(ankle, foot), foot, length("foot"))

    def arm(self, number=0):
        """Return shoulder, elbow, wrist and the middle of the hand of an arm."""
        upper, fore = self.arms[number]
        elbow = along(self.shoulder, upper, length("upper_arm"))
        wrist = along(elbow, fore, length("forearm"))
        return self.shoulder, elbow, wrist, along(wrist, fore, length("hand") / 2)

    @staticmethod
    def _heel(ankle, foot):
        return along(along(ankle, foot + 90, length("ankle")), foot, -HEEL * length("stature"))

    def outlines(self):
        """Return trunk with head and legs as closed lines that overlap and turn alike, and the arms the same way."""
        limbs = [line for number in range(len(self.legs)) for line in self._leg(number)]
        arms = [line for number in range(len(self.arms)) for line in self._arm(number)]
        return [*limbs, *self._trunk(), *self._head()], arms

    def sign(self, thick):
        """Return the body as few closed lines of few corners, to be filled and drawn round by a line so thick, in cm.

        A limb goes there and back.
        """
        stature, inner = length("stature"), thick / 2
        lines = []
        for number in range(len(self.legs)):
            hip, knee, ankle, toe = self.leg(number)
            heel, wide = self._heel(ankle, self.legs[number][2]), _THIGH[0] * stature - inner
            sides = [along(hip, self.legs[number][0] + turn, wide) for turn in (-90, 90)]
            toe, heel = (along(end, self.legs[number][2] - 90, inner) for end in (toe, heel))
            lines.append([sides[0], knee, ankle, toe, heel, ankle, knee, sides[1]])
        for number in range(len(self.arms)):
            shoulder, elbow, _, hand = self.arm(number)
            lines.append([shoulder, elbow, hand, elbow])
        joints = list(zip(self.spine[:: PIECES // 2], (0, 3, 6), strict=True))
        sides = [
            [
                along(place, self.trunk[min(joint, PIECES - 1)] + turn, _TRUNK[joint] * stature - inner)
                for place, joint in joints
            ]
            for turn in (90, -90)
        ]
        turn, high = self.trunk[-1] + self.nod, length("head") / 2 - inner
        return [*lines, [*sides[0], *reversed(sides[1])], _oval(self.head, turn, high, 0.75 * high, count=6)]

    def _trunk(self):
        low = along(self.hip, self.trunk[0], -0.012 * length("stature"))
        spine = (low, *self.spine[1:])
        return [_strip(spine, [width * length("stature") for width in _TRUNK])]

    def _head(self):
        turn = self.trunk[-1] + self.nod
        high, deep = length("head") / 2, 0.76 * length("head") / 2
        nose = along(along(self.head, turn + 90, deep), turn, -0.1 * high)
        return [
            _capsule(self.shoulder, self.head, *(_NECK * length("stature"),) * 2),
            _oval(self.head, turn, high, deep),
            _oval(nose, turn, *(_NOSE * length("stature"),) * 2, count=6),
        ]

    def _leg(self, number):
        hip, knee, ankle, _ = self.leg(number)
        stature, foot = length("stature"), self.legs[number][2]
        heel = self._heel(ankle, foot)
        sole = [along(along(heel, foot, long * stature), foot - 90, high * stature) for long, high in _FOOT]
        return [
            _capsule(hip, knee, *(width * stature for width in _THIGH)),
            _capsule(knee, ankle, *(width * stature for width in _SHANK)),
            _softened(sole),
        ]

    def _arm(self, number):
        shoulder, elbow, wrist, hand = self.arm(number)
        stature = length("stature")
        return [
            _capsule(shoulder, elbow, *(width * stature for width in _UPPER)),
            _capsule(elbow, wrist, *(width * stature for width in _FORE)),
            _capsule(wrist, hand, _FORE[1] * stature, _HAND * stature),
        ]


def stand(ankle, hip, side=1, foot=90.0):
    """Return thigh, shank and foot of a leg that stands on `ankle` under a hip; knees bend forward (1) or back."""
    return (*reach(hip, ankle, length("thigh"), length("shank"), side), foot)


def hold(shoulder, hand, side=-1):
    """Return upper arm and forearm that bring the middle of a hand to a place; elbows point back (-1) or forward."""
    return reach(shoulder, hand, length("upper_arm"), length("forearm") + length("hand") / 2, side)


def _capsule(start, end, wide, narrow):
    """A straight limb with round ends."""
    way = atan2(end[0] - start[0], end[1] - start[1])
    return [
        (x + radius * sin(turn), y + radius * cos(turn))
        for (x, y), radius, first in ((start, wide, way - pi / 2), (end, narrow, way + pi / 2))
        for turn in (first - pi * step / (_ROUND - 1) for step in range(_ROUND))
    ]


def _oval(middle, turn, high, deep, count=_HEAD):
    tip, front = along((0, 0), turn, high), along((0, 0), turn + 90, deep)
    turns = [-2 * pi * step / count for step in range(count)]
    return [
        (middle[0] + tip[0] * cos(one) + front[0] * sin(one), middle[1] + tip[1] * cos(one) + front[1] * sin(one))
        for one in turns
    ]


def _strip(points, widths):
    """A band along a line, as wide on both sides as `widths` say, with a round lower end and a closed upper one."""
    normals = []
    for index in range(len(points)):
        (x0, y0), (x1, y1) = points[max(index - 1, 0)], points[min(index + 1, len(points) - 1)]
        long = hypot(x1 - x0, y1 - y0)
        normals.append(((y1 - y0) / long, (x0 - x1) / long))
    front, back = (
        [
            (x + side * width * across, y + side * width * up)
            for (x, y), (across, up), width in zip(points, normals, widths, strict=True)
        ]
        for side in (1, -1)
    )
    (x, y), (across, up), wide = points[0], normals[0], widths[0]
    # From the front of the hip below it to its back, which is a half circle.
    start = atan2(up, across)
    low = [
        (x + wide * cos(start - pi * step / _ROUND), y + wide * sin(start - pi * step / _ROUND))
        for step in range(1, _ROUND)
    ]
    return _softened([*reversed(back), *reversed(low), *front])


def _softened(corners, times=1):
    """A closed line with its corners cut off (Chaikin)."""
    for _ in range(times):
        pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
        corners = [
            (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])) for a, b in pairs for share in (0.25, 0.75)
        ]
    return corners


def silhouettes(name, bodies, theme, *, width=1.0, edge=None, fill=None, **more):
    """Yield the shapes that draw bodies: trunk, head and legs, and over them the arms.

    Parameters
    ----------
    name : str
    bodies : iterable
        What `Body.outlines` returned of each, perhaps moved.
    theme : Theme
    width : float
        Of the edge, in px.
    edge, fill : str, optional
        Colours; ink on skin if they are not given.
    **more
        As for `spine_edu.drawing.outlines.shape`.
    """
    bodies = list(bodies)
    for part, index in (("", 0), (", arms", 1)):
        lines = [line for one in bodies for line in one[index]]
        look = {"fillrule": "nonzero", **more}
        # The limbs overlap: their edges lie under the fill of all of them, so that one outline is left.
        around = shape(f"{name}{part}, edge", lines, fill=None, edge=edge or theme.ink, width=2 * width, **look)
        yield around
        bare = {"color": theme.ink, "width": 0}
        yield {**around, "name": f"{name}{part}", "fillcolor": fill or theme.solids["skin"], "line": bare}
