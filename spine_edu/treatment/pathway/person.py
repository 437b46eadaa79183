"""The person who comes: seen from behind, with a mark where it hurts. A drawing, beside the first step of the way."""

from spine_edu.drawing.outlines import circle, drawn

#: Where the figure stands: its middle, its feet and its height, in sizes of the type.
_AT, _FEET, _HIGH = 1.0, -3.75, 3.55
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


def shapes(presentation, theme):
    """Yield the person, and the mark where it hurts."""
    outline = [*_HALF, *[(-x, y) for x, y in reversed(_HALF[:-1])]]
    body = f"{circle(_AT, _FEET + 0.91 * _HIGH, 0.09 * _HIGH)}{_path(outline)}Z"
    look = {"width": theme.line / 2, "color": theme.muted}
    yield drawn("Who comes, from behind", body, look, fill=theme.fill("neutral"))
    marks = "".join(map(_path, HURTS[presentation]))
    yield drawn("Where it hurts", marks, {"width": theme.line * 1.6, "color": theme.color("pain")})


def _path(points):
    return "M" + "L".join(f"{_AT + x * _HIGH:.2f},{_FEET + y * _HIGH:.2f}" for x, y in points)
