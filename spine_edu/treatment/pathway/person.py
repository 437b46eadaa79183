"""The person who walks the map: seen from behind, whole, with a mark where it hurts. A drawing.

Its height is in sizes of the type, as all heights of the map; across it is in pixels, so that no wide picture makes it
broad.
"""

from math import cos, pi, sin

from spine_edu.drawing.outlines import drawn
from spine_edu.treatment.pathway.graph import walk
from spine_edu.treatment.pathway.places import COLUMNS, ROAD, unit

#: Height of the figure, in sizes of the type; how far under a stop on the road its feet stand, and how far over one at
#: a door, which is as narrow as its number.
HIGH, _UNDER, _OVER = 3.5, 0.5, 0.65
#: How far from the middle of the road, of the way to its edge, somebody stands who has come to a box at that edge: the
#: number there stays free.
_ASIDE = 0.2
#: How far before a door somebody stands, clear of its words.
_INSIDE = 0.4
#: Middle of the head, and its radius, in shares of the height. The knob by which the person is led lies on it.
_HEAD, _ROUND = 0.91, 0.085
#: Trunk, arm and leg as corners beside the middle and above the feet, in shares of the height; the right half.
_HALF = [
    *((0.0, 0.84), (0.04, 0.84), (0.05, 0.8), (0.14, 0.775), (0.175, 0.73), (0.2, 0.6), (0.22, 0.44)),
    *((0.205, 0.4), (0.165, 0.42), (0.155, 0.57), (0.125, 0.66), (0.11, 0.57), (0.14, 0.47), (0.135, 0.3)),
    *((0.12, 0.24), (0.11, 0.05), (0.17, 0.015), (0.165, 0.0), (0.03, 0.0), (0.035, 0.24), (0.015, 0.4), (0.0, 0.42)),
]
#: Corners of a circle round (0, 0).
_RING = [(cos(pi * part / 8), sin(pi * part / 8)) for part in range(16)]
#: Right leg and left leg down to the foot, and a line across the low back, the same way.
_RIGHT = [(0.06, 0.5), (0.07, 0.28), (0.067, 0.05)]
_LEFT = [(-x, y) for x, y in _RIGHT]
_BACK = [(-0.075, 0.57), (0.075, 0.57)]
_SEAT = [(-0.07, 0.49), (0.0, 0.45), (0.07, 0.49)]
_HIGHER = [(-0.06, 0.68), (0.0, 0.64), (0.06, 0.68)]
#: Presentation -> where it hurts or is numb.
HURTS = {
    "noor_day8": (_RIGHT,),
    "noor_week8": (_RIGHT,),
    "noor_month4": (_RIGHT,),
    "back_only": (_BACK,),
    "saddle": (_RIGHT, _LEFT, _SEAT),
    "bladder": (_BACK, _RIGHT, _SEAT),
    "fall": (_HIGHER,),
    "night": (_BACK,),
}
#: The same before a warning sign has come, where that is later than the first step.
_EARLIER = {"saddle": (_RIGHT,)}


def feet(place):
    """Return where the feet are of somebody who has come to a place: beside the number, not on it."""
    (left, right), door, (x, y) = ROAD, COLUMNS["door"][1], place
    middle = (left + right) / 2
    if x >= left:
        return middle + _ASIDE * (x - middle), y - _UNDER
    share = (x - door) / (left - door)
    before = door + _INSIDE
    return before + share * (middle - _ASIDE * (middle - left) - before), y + _OVER - share * (_OVER + _UNDER)


def handle(place):
    """Return where the knob lies of somebody who has come to a place: on the head."""
    x, y = feet(place)
    return x, y + _HEAD * HIGH


def outline(place):
    """Return trunk, arms and legs of somebody at a place, as corners in the units of the map."""
    x, low = feet(place)
    return [(x + across * HIGH, low + up * HIGH) for across, up in _corners()]


def _corners():
    return [*_HALF, *[(-x, y) for x, y in reversed(_HALF[:-1])]]


def body(place, theme):
    """Return the figure as a path: head, trunk, arms and legs; across in pixels from `feet`."""
    _, low = feet(place)
    wide = HIGH * unit(theme)
    head = [(_ROUND * x, _HEAD + _ROUND * y) for x, y in _RING]
    return f"{_path(head, low, wide)}Z{_path(_corners(), low, wide)}Z"


def hurts(presentation, here, place, theme):
    """Return where it hurts or is numb after `here` steps, as a path; across in pixels from `feet`."""
    _, low = feet(place)
    return "".join(_path(points, low, HIGH * unit(theme)) for points in _marks(presentation, here))


def _marks(presentation, here):
    comes = max((step.since or 0 for step in walk(presentation)), default=0)
    return _EARLIER[presentation] if presentation in _EARLIER and here < comes else HURTS[presentation]


def shapes(presentation, here, place, theme):
    """Yield the person, and the mark where it hurts."""
    look, pain = {"width": theme.line * (0.45 if theme.large else 0.6), "color": theme.ink}, theme.color("pain")
    at = {"xsizemode": "pixel", "xanchor": feet(place)[0]}
    yield drawn("Who walks, from behind", body(place, theme), look, fill=theme.fill("load"), **at)
    line = {"width": theme.line * 1.5, "color": pain}
    yield drawn("Where it hurts", hurts(presentation, here, place, theme), line, **at)


def play(played, presentation, stands, theme):
    """Let the person walk: `stands` holds the steps walked and the place at each frame."""
    at = [feet(place)[0] for _, place in stands]
    played.add("Who walks, from behind", path=[body(place, theme) for _, place in stands], xanchor=at)
    played.add("Where it hurts", path=[hurts(presentation, *stand, theme) for stand in stands], xanchor=at)


def _path(points, low, wide):
    return "M" + "L".join(f"{x * wide:.2f},{low + y * HIGH:.2f}" for x, y in points)
