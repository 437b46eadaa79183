"""The person who walks the map: seen from behind, with a mark where it hurts. A drawing."""

from spine_edu.drawing.outlines import circle, drawn

#: Height of the figure, in sizes of the type.
HIGH = 2.75
#: How far the feet stand over the knob by which the person is led.
_OVER = 0.5
#: Trunk with legs, as corners beside the middle and above the feet, in shares of the height; the right half.
_HALF = [(0.0, 0.8), (0.16, 0.8), (0.2, 0.72), (0.19, 0.5), (0.15, 0.44), (0.17, 0.0), (0.05, 0.0), (0.0, 0.38)]
#: Right leg and left leg down to the foot, and a line across the low back, the same way.
_RIGHT = [(0.06, 0.5), (0.11, 0.36), (0.12, 0.05)]
_LEFT = [(-x, y) for x, y in _RIGHT]
_BACK = [(-0.09, 0.53), (0.09, 0.53)]
_SEAT = [(-0.07, 0.46), (0.0, 0.42), (0.07, 0.46)]
_HIGHER = [(-0.06, 0.63), (0.0, 0.59), (0.06, 0.63)]
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


def outline(place):
    """Return trunk and legs, standing at a place, as corners."""
    corners = [*_HALF, *[(-x, y) for x, y in reversed(_HALF[:-1])]]
    return _at(place, corners)


def body(place):
    """Return the figure as a path: head, trunk and legs."""
    ((x, y),) = _at(place, [(0, 0.91)])
    head = circle(x, y, 0.1 * HIGH)
    return f"{head}{_path(outline(place))}Z"


def hurts(presentation, place):
    """Return where it hurts or is numb, as a path."""
    return "".join(_path(_at(place, points)) for points in HURTS[presentation])


def _at(place, points):
    return [(place[0] + x * HIGH, place[1] + _OVER + y * HIGH) for x, y in points]


def shapes(presentation, place, theme):
    """Yield the person, and the mark where it hurts."""
    look = {"width": theme.line * 0.7, "color": theme.ink}
    yield drawn("Who walks, from behind", body(place), look, fill=theme.fill("load"))
    yield drawn("Where it hurts", hurts(presentation, place), {"width": theme.line * 1.5, "color": theme.color("pain")})


def _path(points):
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points)
