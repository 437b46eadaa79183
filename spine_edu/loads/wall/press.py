"""The cut disc under a press, as it is drawn: from its centre at the left to its rim, over the axis of its radius.

The press is a drawing: its spring is the shorter, the greater the force, and the disc keeps its height.
"""

from spine_edu.drawing.outlines import line, shape

#: Lower and upper face of the disc, upper face of the plate on it: above the stresses, on their axis.
LOW, HIGH, _PLATE = 6.0, 7.7, 7.95
#: How high the bar of the press stands under the least force and under the greatest, and where it is taken hold of.
_BAR, GRASPED = (12.4, 8.9), 5.0
_SPRING = (3.8, 6.2)
_TURNS, _RINGS = 6, 7
#: Width of a ring (mm) a MPa of tension: neighbours just do not touch under the greatest tension in the thinnest wall.
_WIDE = 0.19
#: Length of an arrow (mm) a MPa of pressure.
_LONG = 2.6
_AXES = ("x", "y2")
MIDDLE = (LOW + HIGH) / 2


def bar(state, force):
    """Return the height of the bar of the press under a force."""
    declared = state.declarations()["force"]
    return _BAR[0] + (_BAR[1] - _BAR[0]) * (force - declared.low) / (declared.high - declared.low)


def press(state, outer, theme):
    """Yield the plate on the disc, the spring, and the bar that is pushed down."""
    top, (left, right) = bar(state, state.force), _SPRING
    yield _box("Plate of the press", 0, outer, HIGH, _PLATE, theme.solids["bone"], theme.color("bone"), theme)
    step = (top - _PLATE) / (2 * _TURNS)
    coil = [(right if turn % 2 else left, _PLATE + step * turn) for turn in range(2 * _TURNS + 1)]
    yield line("Spring of the press", [coil], {**theme.stroke("bone"), "dash": "solid"}, axes=_AXES)
    yield _box("Bar of the press", 1, 9, top, top + 0.2, theme.solids["bone"], theme.color("bone"), theme)


def bar_outline(state):
    """Return the outline of plate, spring and bar, as a hand takes hold of them."""
    top = bar(state, state.force) + 0.2
    return _corners(1, 9, _PLATE, top)


def faces(inner, outer):
    """Return the outlines of nucleus and wall, as a hand takes hold of them."""
    return _corners(0, inner, LOW, HIGH), _corners(inner, outer, LOW, HIGH)


def place_said(words, inner, outer, theme):
    """Return the marks on the plate over the places in the wall that the reader has said; empty without any."""
    y = _PLATE + 0.1
    tips = {"At the inner face": [inner], "At the outer face": [outer]}.get(words, [])
    marks = [[(x, y), (x - 0.5, y + 0.6), (x + 0.5, y + 0.6), (x, y)] for x in tips]
    if words and not tips:
        marks = [[(inner, y), (inner, y + 0.4), (outer, y + 0.4), (outer, y)]]
    stroke = {**theme.stroke("prediction", 1.4), "dash": "solid"}
    return line("Where the reader has said", marks, stroke, axes=_AXES, layer="above")


def disc(inner, outer, theme):
    """Yield nucleus and wall, cut."""
    for name, low, high, tissue in (("Nucleus", 0, inner, "nucleus"), ("Wall (annulus)", inner, outer, "annulus")):
        yield _box(name, low, high, LOW, HIGH, theme.solids[tissue], theme.color(tissue), theme)


def places(result):
    """Return the middles of the rings that are drawn of the wall, and the tension there."""
    each = (len(result.radii) - 1) / _RINGS
    at = [round(each * (ring + 0.5)) for ring in range(_RINGS)]
    return [(result.radii[index], result.hoop[index]) for index in at]


def rings(result, theme):
    """Return the rings of the wall, each as thick as the tension in it."""
    halves = [(radius, _WIDE * tension / 2) for radius, tension in places(result)]
    outlines = [_corners(radius - half, radius + half, LOW, HIGH) for radius, half in halves]
    color = theme.color("pressure")
    return shape("Rings of the wall", outlines, fill=color, edge=color, width=0, digits=3, axes=_AXES)


def layers(result, theme):
    """Return the rings of the wall before anything is said of their tension: lines, all alike."""
    strokes = [[(radius, LOW), (radius, HIGH)] for radius, _ in places(result)]
    return line("Layers of the wall", strokes, theme.stroke("annulus", 0.4), axes=_AXES)


def push(result, theme):
    """Return arrows from the nucleus against the wall, as long as its pressure is great."""
    tip, begin = result.inner, result.inner - _LONG * result.pressure
    strokes = []
    for height in (LOW + 0.3, HIGH - 0.3):
        strokes += [[(begin, height), (tip, height)]]
        strokes += [[(tip - 0.5, height + 0.13), (tip, height), (tip - 0.5, height - 0.13)]]
    return line("Push of the nucleus against the wall", strokes, theme.stroke("nucleus"), axes=_AXES)


def _box(name, left, right, low, high, fill, edge, theme):
    corners = _corners(left, right, low, high)
    return shape(name, [corners], fill=fill, edge=edge, width=theme.line / 2, digits=2, axes=_AXES)


def _corners(left, right, low, high):
    return [(left, low), (right, low), (right, high), (left, high)]
