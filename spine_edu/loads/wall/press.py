"""The disc between two vertebrae under a press: whole and seen from outside at the left, cut through at the right.

Across lie the millimetres of the model; how high all is, how far it gives way, how far it bulges and how its fibres lie
is drawn by eye, much larger than in a body. The fibres end on the vertebrae, so they turn as those come together.
"""

from math import cos, exp, pi, sin

from spine_edu.drawing.outlines import circle, drawn, line, shape
from spine_edu.loads.wall.model import changed

AXES = ("x", "y3")
#: Ends of the axis across (mm) and of the heights, in units of their own.
ACROSS, UP = (-28.5, 28.5), (0, 25)
#: Lower face of the disc, its height under the least force and under the greatest, and height of a vertebra.
LOW, _HEIGHTS, _BONE = 2.8, (11.0, 7.4), 2.8
#: How far the disc bulges at the middle of its rim, for each unit of height that it gives way; how far at the least.
_BULGES, _AT_REST = 0.72, 0.4
#: Where the bar of the press is under the least force and under the greatest; half of its width and its height.
_BAR, _WIDE_BAR, _THICK = (22.8, 14.6), 6.0, 0.7
_SPRING, _TURNS, _RINGS = 1.7, 5, 5
#: Width of a ring (mm) a MPa of tension: neighbours just do not touch under the greatest tension in the thinnest wall.
_WIDE = 0.27
#: Length of an arrow (mm) a MPa of pressure, and to which pressure (MPa) the darkest nucleus belongs.
_LONG, _DARKEST = 3.4, 1.5
#: Where the disc is seen from above, and its radius there on a page and in a hall, in px for type
#: of one px; how fast rings get
#: dark, in MPa; length of an arrow along the innermost ring in px a MPa, for type of one px.
ABOVE, _RADIUS, _DARK, _PULL = (21.4, 21.2), {False: 3.6, True: 2.5}, 1.0, 0.7
#: Points of an edge that bulges, from below; fibres a family, and how far round the disc one of them goes.
_EDGE, _FIBRES, _ROUND = 6, 10, 0.75
#: The small discs for the grades: middle of the first and of the last, their height, and half widths of disc and row.
SMALL, _SMALL_HIGH = (-25.6, -10.4, 20.6), 0.85
_SMALL_WIDE = 1.55


def share(state, force):
    """Return how far a force is from the least, 0, to the greatest, 1."""
    declared = state.declarations()["force"]
    return (force - declared.low) / (declared.high - declared.low)


def height(state):
    """Return the height of the drawn disc."""
    return _HEIGHTS[0] + (_HEIGHTS[1] - _HEIGHTS[0]) * share(state, state.force)


def middle(state):
    """Return how high the middle of the disc is drawn."""
    return LOW + height(state) / 2


def bar(state, force):
    """Return the height of the bar of the press under a force."""
    return _BAR[0] + (_BAR[1] - _BAR[0]) * share(state, force)


def out(result, radius, up):
    """Return where what is at a radius on the vertebrae is drawn at a share of 0 to 1 of the disc's height."""
    bulge = _AT_REST + _BULGES * (_HEIGHTS[0] - height(result.state))
    return radius * (1 + bulge / result.outer * 4 * up * (1 - up))


def edge(result, radius):
    """Return the points of what runs at a radius from one vertebra to the other, from below."""
    high = height(result.state)
    steps = [step / _EDGE for step in range(_EDGE + 1)]
    return [(out(result, radius, up), LOW + high * up) for up in steps]


def press(result, theme):
    """Yield both vertebrae, the spring on the upper one, and the bar that is pushed down."""
    state, wide = result.state, result.outer
    top, ground = bar(state, state.force), LOW + height(state)
    for name, low in (("Vertebra below", LOW - _BONE), ("Vertebra above", ground)):
        yield _filled(name, [_vertebra(wide, low)], theme.solids["bone"], theme.color("bone"), theme)
    begin = ground + _BONE
    step = (top - begin) / (2 * _TURNS)
    coil = [(_SPRING * (1 if turn % 2 else -1), begin + step * turn) for turn in range(2 * _TURNS + 1)]
    yield line("Spring of the press", [coil], {**theme.stroke("bone"), "dash": "solid"}, axes=AXES)
    plate = _corners(-_WIDE_BAR, _WIDE_BAR, top, top + _THICK)
    yield _filled("Bar of the press", [plate], theme.solids["bone"], theme.color("bone"), theme)


def press_outline(state):
    """Return the outline of the vertebra above, the spring and the bar, as a hand takes hold of them."""
    top, ground = bar(state, state.force) + _THICK, LOW + height(state)
    wide, narrow = state.outer, _WIDE_BAR
    shoulder = ground + _BONE
    low = [(-wide, shoulder), (-wide, ground), (wide, ground), (wide, shoulder)]
    return [*low, (narrow, shoulder), (narrow, top), (-narrow, top), (-narrow, shoulder)]


def faces(result):
    """Return the outlines of nucleus and wall, as a hand takes hold of them."""
    inner, outer = edge(result, result.inner), edge(result, result.outer)
    return [(0, LOW), *inner, (0, inner[-1][1])], [*inner, *outer[::-1]]


def disc(result, theme):
    """Yield the disc: from outside with its fibres at the left, nucleus and wall cut at the right."""
    nucleus, wall = faces(result)
    outer = [(-x, y) for x, y in edge(result, result.outer)]
    outside = [(0, LOW), *outer, (0, outer[-1][1])]
    solid, edges = theme.solids, theme.color
    deep = _mixed(solid["nucleus"], edges("nucleus"), 0.4 * min(result.pressure / _DARKEST, 1))
    yield _filled("Wall (annulus)", [wall], solid["annulus"], edges("annulus"), theme)
    yield _filled("Nucleus", [nucleus], deep, edges("nucleus"), theme)
    yield _filled("Disc from outside", [outside], solid["annulus"], edges("annulus"), theme)
    for name, way, width in (("Fibres of a deeper layer", -1, 0.35), ("Fibres", 1, 0.7)):
        color = _mixed(solid["annulus"], edges("annulus"), 0.85 if way > 0 else 0.4)
        stroke = {"color": color, "width": width * theme.line}
        yield line(name, _fibres(result, way), stroke, digits=2, axes=AXES)


def _fibres(result, way):
    """Lines round the left front of the disc that end on both vertebrae, all leaning one way."""
    high, found = height(result.state), []
    for fibre in range(-_FIBRES // 2, _FIBRES):
        begin = (fibre + 0.5) * pi / 2 / (_FIBRES - 4)
        first, last = (min(max((end - begin) / _ROUND, 0.0), 1.0) for end in (0, pi / 2))
        points = []
        for step in range(_EDGE + 1) if first < last else ():
            gone = first + (last - first) * step / _EDGE
            up = gone if way > 0 else 1 - gone
            points.append((-out(result, result.outer, up) * sin(begin + _ROUND * gone), LOW + high * up))
        found.append(points)
    return found


def places(result):
    """Return the middles of the rings that are drawn of the wall, and the tension there."""
    each = (len(result.radii) - 1) / _RINGS
    at = [round(each * (ring + 0.5)) for ring in range(_RINGS)]
    return [(result.radii[index], result.hoop[index]) for index in at]


def rings(result, theme):
    """Return the rings of the wall, each as thick as the tension in it."""
    halves = [(radius, _WIDE * tension / 2) for radius, tension in places(result)]
    outlines = [[*edge(result, radius - half), *edge(result, radius + half)[::-1]] for radius, half in halves]
    color = theme.color("pressure")
    return shape("Rings of the wall", outlines, fill=color, edge=color, width=0, digits=2, axes=AXES)


def layers(result, theme):
    """Return the rings of the wall before anything is said of their tension: lines, all alike."""
    strokes = [edge(result, radius) for radius, _ in places(result)]
    return line("Layers of the wall", strokes, theme.stroke("annulus", 0.5), digits=2, axes=AXES)


def push(result, theme):
    """Return arrows from the nucleus against the wall and both vertebrae, as long as its pressure is great."""
    high, long, strokes = height(result.state), _LONG * result.pressure, []
    for up in (0.25, 0.75):
        tip, y = out(result, result.inner, up), LOW + high * up
        strokes += [[(tip - long, y), (tip, y)], [(tip - 0.9, y + 0.45), (tip, y), (tip - 0.9, y - 0.45)]]
    # Up and down a unit is as many pixels as a millimetre across, near enough for an arrow.
    tall = min(long, 0.3 * high)
    for x in (result.inner * 0.3, result.inner * 0.7):
        for tip, side in ((LOW, -1), (LOW + high, 1)):
            strokes += [[(x, tip - side * tall), (x, tip)]]
            strokes += [[(x - 0.5, tip - side * 0.8), (x, tip), (x + 0.5, tip - side * 0.8)]]
    return line("Push of the nucleus", strokes, {**theme.stroke("nucleus"), "dash": "solid"}, digits=2, axes=AXES)


def from_above(result, theme, *, told=True):
    """Yield the disc from above: its rings, `told` the darker the more they are pulled around."""
    unit = _RADIUS[theme.large] * theme.size / result.outer
    pixels = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": ABOVE[0], "yanchor": ABOVE[1], "axes": AXES}
    edges, solid = theme.color("annulus"), theme.solids
    for number, (radius, tension) in reversed([*enumerate(places(result), 1)]):
        half = (result.outer - result.inner) / _RINGS / 2
        dark = 1 - exp(-tension / _DARK) if told else 0
        fill, look = _mixed(solid["annulus"], theme.color("pressure"), dark), {"color": edges, "width": 1}
        yield drawn(f"Ring {number} from above", circle(0, 0, unit * (radius + half)), look, fill=fill, **pixels)
    look = {"color": theme.color("nucleus"), "width": 1}
    yield drawn("Nucleus from above", circle(0, 0, unit * result.inner), look, fill=solid["nucleus"], **pixels)
    strokes = []
    for radius, tension in (places(result)[0], places(result)[-1]) if told else ():
        y, tip = unit * radius, _PULL * theme.size * tension
        for side in (-1, 1) if tip > 3 else ():
            strokes += [
                [(0, y), (side * tip, y)],
                [(side * (tip - 3), y + 3), (side * tip, y), (side * (tip - 3), y - 3)],
            ]
    stroke = {"color": theme.ink, "width": 1.5}
    yield line("Tension around", strokes, stroke, digits=1, **pixels)


def greatest(result, theme, *, told):
    """Return a filled mark under the place where the formula's tension is greatest, `told` beside what was said."""
    x, y = result.inner, LOW - 0.1
    tip = [[(x, y), (x - 0.8, y - 1.6), (x + 0.8, y - 1.6)]] if told else []
    color = theme.color("pressure")
    return shape("Greatest by the formula", tip, fill=color, edge=theme.paper, width=1, layer="above", axes=AXES)


def place_said(words, result, theme):
    """Return the marks over the places in the wall that the reader has said; empty without any."""
    inner, outer, y = result.inner, result.outer, LOW + height(result.state) + 0.15
    tips = {"At the inner face": [inner], "At the outer face": [outer]}.get(words, [])
    marks = [[(x, y), (x - 0.8, y + 1.7), (x + 0.8, y + 1.7), (x, y)] for x in tips]
    if words and not tips:
        marks = [[(inner, y), (inner, y + 1.2), (outer, y + 1.2), (outer, y)]]
    stroke = {**theme.stroke("prediction", 1.4), "dash": "solid"}
    return line("Where the reader has said", marks, stroke, axes=AXES, layer="above")


def plumb(result, theme, *, shown):
    """Return lines from both faces of the wall down to where they are named, if they are."""
    strokes = [[(face, 0), (face, LOW)] for face in (result.inner, result.outer)] if shown else []
    return line("Plumb lines of the faces", strokes, {"color": theme.ink, "width": 1, "dash": "dot"}, axes=AXES)


def small_at(grade):
    """Return where the small disc of a grade stands."""
    first, last, y = SMALL
    return first + (last - first) * (grade - 1) / 4, y


def small(theme):
    """Yield a small cut disc for each whole grade, its nucleus as wide as the measured change makes it."""
    discs, nuclei = [], []
    for grade in range(1, 6):
        x, y = small_at(grade)
        wide = 0.6 * _SMALL_WIDE * changed("diameter_change", grade)
        discs.append(_corners(x - _SMALL_WIDE, x + _SMALL_WIDE, y - _SMALL_HIGH, y + _SMALL_HIGH))
        nuclei.append([(x + wide * cos(turn * pi / 6), y + 0.6 * sin(turn * pi / 6)) for turn in range(12)])
    for name, outlines, tissue in (("Small discs", discs, "annulus"), ("Small nuclei", nuclei, "nucleus")):
        yield _filled(name, outlines, theme.solids[tissue], theme.color(tissue), theme)


def _vertebra(wide, low):
    """The corners of a vertebra, narrower in its middle, from its lower right one."""
    steps = [step / _EDGE for step in range(_EDGE + 1)]
    right = [(wide - 1.1 * sin(pi * up) ** 2, low + _BONE * up) for up in steps]
    return [*right, *((-x, y) for x, y in reversed(right))]


def _mixed(color, other, part):
    """Return a colour a part of the way to another one, both as #rrggbb."""
    pairs = [(int(color[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (two - one) * part):02x}" for one, two in pairs)


def _filled(name, outlines, fill, edge_color, theme):
    return shape(name, outlines, fill=fill, edge=edge_color, width=theme.line / 2, digits=2, axes=AXES)


def _corners(left, right, low, high):
    return [(left, low), (right, low), (right, high), (left, high)]
