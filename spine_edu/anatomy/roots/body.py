"""A body, front and back, with the skin area, the key muscle and the reflex of each root: schematic, as on a sheet
for examinations. Muscles and tendons are drawn to be found, not measured.

Lengths are shares of a drawn body; x runs to the right of the paper, y up. Seen from the front, the person's right
is on the left of the paper; seen from the back, on the right.
"""

from functools import cache
from math import atan2, cos, hypot, pi, sin

from spine_edu.anatomy.lines import anticlockwise, closed, even, interpolated, oval, smooth, smooth_open

#: Middle line and half width of an arm and a leg of the person's right side, seen from the front, hanging down:
#: rows of (distance from the midline, height, half width).
_ARM = (
    (16.4, 81, 3.6),
    (18.4, 74, 4.1),
    (20.4, 64, 3.7),
    (21.8, 55, 3.2),
    (23.4, 46, 3.0),
    (25.0, 36, 2.2),
    (25.7, 32, 2.9),
    (26.2, 28.5, 3.1),
)
_LEG = (
    (8.5, 40, 8.0),
    (9.0, 30, 8.1),
    (9.0, 18, 7.0),
    (8.6, 5, 5.2),
    (8.4, 0, 4.9),
    (8.8, -9, 5.4),
    (8.6, -22, 4.0),
    (8.4, -35, 2.9),
    (8.9, -39, 3.1),
)
_FOOT = ((8.9, -38, 3.2), (9.6, -42, 3.6), (10.6, -48, 4.3), (11.0, -51, 4.2))
_FINGERS = {
    "index": (28.3, 29.5, 29.8, 21.5),
    "middle": (26.6, 29, 27.3, 20),
    "ring": (24.9, 29, 25.1, 20.8),
    "little": (23.4, 30, 22.8, 23.2),
    "thumb": (28.4, 33.5, 32.2, 28.0),
}
_TOES = {
    "big": (8.0, -51, 7.9, -54.0),
    "second": (9.9, -51.5, 10.0, -54.4),
    "third": (11.5, -51.2, 11.8, -53.8),
    "fourth": (13.0, -50.6, 13.5, -52.8),
    "fifth": (14.3, -49.4, 15.0, -51.4),
}
_TRUNK = (
    (0, 93),
    (3.9, 92),
    (4.2, 89.4),
    (5.6, 87.6),
    (9.6, 86.2),
    (14.6, 84.5),
    (17.4, 81),
    (16.2, 73),
    (13.8, 66),
    (12.6, 56),
    (13.6, 49),
    (16.2, 42),
    (17.4, 37),
    (16.6, 33),
    (0.0, 31),
)

#: root -> views and areas: (view, limb, from and to across (-1 inner to 1 outer edge), from and to in height).
_AREAS = {
    "C5": (("front", "arm", 0.0, 1.0, 80, 56), ("back", "arm", 0.0, 1.0, 80, 56)),
    "C6": (
        ("front", "arm", 0.15, 1.0, 55, 33),
        ("front", "thumb"),
        ("back", "thumb"),
        ("back", "arm", 0.45, 1.0, 52, 33),
    ),
    "C7": (("front", "middle"), ("back", "middle"), ("back", "arm", -0.35, 0.4, 54, 29)),
    "C8": (
        ("front", "little"),
        ("back", "little"),
        ("front", "arm", -1.0, -0.35, 47, 29.5),
        ("back", "arm", -1.0, -0.4, 47, 29.5),
    ),
    "T1": (("front", "arm", -1.0, -0.2, 61, 47), ("back", "arm", -1.0, -0.3, 60, 48)),
    "L1": (("front", "leg", -0.75, 0.75, 39, 31.5),),
    "L2": (("front", "leg", -0.85, 0.85, 30, 16),),
    "L3": (("front", "leg", -1.0, 0.5, 15, -1.5),),
    "L4": (("front", "leg", -1.0, 0.0, -3, -36),),
    "L5": (
        ("front", "leg", 0.05, 1.0, -3, -36),
        ("front", "foot", -1.0, 0.35, -39.5, -51),
        ("front", "big"),
        ("front", "second"),
        ("front", "third"),
    ),
    "S1": (
        ("back", "leg", -0.5, 0.95, -4, -36),
        ("back", "foot", -0.6, 1.0, -38.5, -42),
        ("front", "foot", 0.45, 1.0, -40, -50.2),
        ("front", "fifth"),
        ("back", "foot", 0.3, 1.0, -42, -50),
        ("back", "fifth"),
    ),
    "S2": (("back", "leg", -0.55, 0.45, 30, -1.5),),
}
#: root -> its key muscle as spindles on the limb: view, limb, share across and height at its upper and its lower end,
#: and half its width.
_MUSCLES = {
    "C5": (("front", "arm", 0.6, 81, 0.5, 66, 2.0), ("front", "arm", -0.3, 74, -0.1, 56, 1.9)),
    "C6": (("back", "arm", 0.0, 55, 0.0, 37, 1.7),),
    "C7": (("back", "arm", -0.1, 77, 0.0, 57, 2.7),),
    "C8": (("front", "arm", 0.2, 54, 0.1, 36, 1.9),),
    "T1": (("front", "arm", 0.55, 33, 0.4, 27, 1.0), ("front", "arm", -0.5, 33, -0.4, 27, 1.0)),
    "L1": (("front", "leg", -0.55, 51, -0.1, 31, 2.3),),
    "L2": (("front", "leg", -0.55, 51, -0.1, 31, 2.3),),
    "L3": (("front", "leg", 0.1, 34, 0.0, 5, 5.0),),
    "L4": (("front", "leg", 0.3, -3, 0.0, -30, 1.7),),
    "L5": (("front", "leg", 0.25, -10, -0.2, -39, 1.2),),
    "S1": (("back", "leg", -0.42, -1, -0.1, -25, 2.3), ("back", "leg", 0.42, -1, 0.1, -25, 2.3)),
}
#: root -> where its reflex is tapped, if there is one: view, place on the person's right side.
_REFLEXES = {
    "C5": ("front", 21.4, 56.5),
    "C6": ("front", 25.6, 40.0),
    "C7": ("back", 21.6, 58.5),
    "L3": ("front", 8.5, -4.5),
    "L4": ("front", 8.5, -4.5),
    "S1": ("back", 8.5, -35.0),
}
#: Lines inside the right side of a view, which make a body of its outline: points to be rounded.
_LINES = {
    "front": (
        ((1.6, 85.0), (6.5, 85.6), (13.0, 83.6)),
        ((1.2, 72.6), (6.0, 71.0), (11.0, 73.2), (13.4, 78.0)),
        ((3.0, 66.5), (6.5, 62.5), (9.8, 60.5)),
        ((14.2, 40.5), (9.0, 36.5), (3.4, 31.5)),
        ((6.0, 4.2), (8.7, 5.6), (11.4, 4.2)),
        ((6.4, -1.6), (8.7, -3.2), (11.0, -1.6)),
        ((19.6, 55.4), (21.4, 54.4), (23.2, 55.4)),
    ),
    "back": (
        ((3.6, 79.0), (6.0, 69.0), (10.6, 66.4), (12.6, 74.0)),
        ((4.2, 44.6), (5.4, 43.4)),
        ((0.6, 40.0), (0.4, 35.0), (0.5, 31.2)),
        ((1.4, 29.6), (6.0, 27.4), (11.6, 28.6), (15.0, 31.6)),
        ((5.0, 0.8), (8.4, -0.4), (11.8, 0.8)),
        ((7.0, -30.0), (7.4, -35.0), (6.9, -38.6)),
        ((9.8, -30.0), (9.4, -35.0), (9.9, -38.6)),
        ((19.8, 56.0), (21.6, 55.2), (23.2, 56.2)),
    ),
}
#: Lines in the middle of a view.
_MIDDLE = {
    "front": (((0.0, 83.6), (0.0, 79.0)), ((0.0, 66.0), (0.0, 55.0)), ((-0.5, 50.2), (0.0, 49.4), (0.5, 50.2))),
    "back": (((0.0, 88.0), (0.0, 66.0), (0.0, 44.0)),),
}
#: Hair of a head: corners of its right half, from the midline above to the midline below.
_HAIR = {
    "front": ((0, 109.2), (4.0, 108.8), (6.9, 105.4), (6.9, 101.0), (5.6, 104.2), (2.4, 105.4), (0, 105.2)),
    "back": ((0, 109.2), (4.0, 108.8), (7.0, 105.0), (7.0, 98.6), (5.4, 94.0), (2.4, 92.6), (0, 92.4)),
}
#: Middle of each view on the paper, and which way the person's right lies there.
VIEWS = {"front": (0.0, -1.0), "back": (69.0, 1.0)}


#: Points of a strip that its rounded outline is made of: along one side, and back along the other.
_CORNERS = (0, 2, 4, 6, 8, 10, 13, 14, 17, 19, 21, 23, 25, 27)


def _limb(rows, count=40):
    """A smooth curve through rows of numbers, `count` points long (Catmull and Rom)."""
    before = tuple(2 * a - b for a, b in zip(rows[0], rows[1], strict=True))
    after = tuple(2 * a - b for a, b in zip(rows[-1], rows[-2], strict=True))
    ends, curve = [before, *rows, after], []
    for place in even(0, len(rows) - 1, count):
        k = min(int(place), len(rows) - 2)
        t = place - k
        curve.append(
            tuple(
                0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
                for a, b, c, d in zip(*ends[k : k + 4], strict=True)
            )
        )
    return curve


def _strip(rows, low, high, top, bottom):
    """Outline of the part of a limb between two shares across and two heights."""
    x, up, width = zip(*sorted(_limb(rows), key=lambda point: point[1]), strict=True)
    heights = even(top, bottom, 14)
    places = [(height, interpolated(height, up, x), interpolated(height, up, width)) for height in heights]
    inner, outer = ([(middle + share * half, height) for height, middle, half in places] for share in (low, high))
    return [*inner, *reversed(outer)]


def _capsule(x0, y0, x1, y1, radius):
    turn = atan2(y1 - y0, x1 - x0)
    ends = ((x0, y0, turn + pi / 2), (x1, y1, turn - pi / 2))
    return [
        (x + radius * cos(angle), y + radius * sin(angle))
        for x, y, start in ends
        for angle in even(start, start + pi, 6)
    ]


def _digit(name):
    if name in _FINGERS:
        return _capsule(*_FINGERS[name], 1.15)
    return _capsule(*_TOES[name], 1.15 if name == "big" else 0.8)


def _placed(outline, view, side):
    """Put a closed line of the right side onto a view, on the person's right (1) or left (-1), turned anticlockwise."""
    middle, right = VIEWS[view]
    return anticlockwise([(middle + side * right * x, y) for x, y in outline])


def _limbs(view):
    """Closed outlines of head, trunk and limbs of one view, overlapping."""
    pieces = [
        [*_limb(_TRUNK, 34), (-0.6, 31.0), (-0.6, 93.0)],
        _capsule(15.2, 80.4, 14.6, 77.0, 4.6),
        _strip(_ARM, -1, 1, 81, 28.5),
        _strip(_LEG, -1, 1, 40, -39),
        _strip(_FOOT, -1, 1, -38, -51),
        *(_digit(name) for name in (*_FINGERS, *_TOES)),
    ]
    sides = [_placed(closed(piece), view, side) for side in (1, -1) for piece in pieces]
    middle = VIEWS[view][0]
    ears = [oval(middle + side * 6.5, 99.6, 1.1, 1.9, count=13) for side in (1, -1)]
    return [oval(middle, 100.2, 6.3, 8.6, count=30), *ears, *sides]


@cache
def body():
    """Return head, trunk and limbs of both views as closed lines that overlap and all turn anticlockwise."""
    return tuple(line for view in VIEWS for line in _limbs(view))


@cache
def area(root, side):
    """Return the skin area of a root on the person's ``right`` or ``left`` as a list of closed lines.

    Unknown roots have none.
    """
    limbs, found = {"arm": _ARM, "leg": _LEG, "foot": _FOOT}, []
    for view, limb, *where in _AREAS.get(root, ()):
        if where:
            strip = _strip(limbs[limb], *where)
            line = smooth([strip[corner] for corner in _CORNERS], 3)
        else:
            line = closed(_digit(limb))
        found.append(_placed(line, view, 1 if side == "right" else -1))
    return found


@cache
def hair():
    """Return the hair of both views as closed lines."""
    halves = {view: corners[1:-1] for view, corners in _HAIR.items()}
    rounds = {
        view: smooth([_HAIR[view][0], *half, _HAIR[view][-1], *((-x, y) for x, y in reversed(half))])
        for view, half in halves.items()
    }
    return tuple(anticlockwise([(x + VIEWS[view][0], y) for x, y in line]) for view, line in rounds.items())


@cache
def inner_lines():
    """Return the lines inside the body, of both views, as open lines."""
    sides = [
        [(VIEWS[view][0] + side * x, y) for x, y in smooth_open(list(line))]
        for view, lines in _LINES.items()
        for line in lines
        for side in (1, -1)
    ]
    return (*sides, *([(VIEWS[view][0] + x, y) for x, y in line] for view, all_ in _MIDDLE.items() for line in all_))


@cache
def muscle(root, side):
    """Return the key muscle of a root on the person's ``right`` or ``left`` as a list of closed lines."""
    right = 1 if side == "right" else -1
    return [_placed(_spindle(*where), view, right) for view, *where in _MUSCLES.get(root, ())]


def _spindle(limb, share, top, other, low, half):
    """The outline of a muscle that tapers to both ends, along a limb."""
    x, up, width = zip(*sorted(_limb({"arm": _ARM, "leg": _LEG}[limb]), key=lambda point: point[1]), strict=True)
    rows = []
    for step in even(0, 1, 13):
        height = top + (low - top) * step
        across = share + (other - share) * step
        middle = interpolated(height, up, x) + across * interpolated(height, up, width)
        rows.append((middle, height, half * sin(pi * step) ** 0.8))
    return closed([(x + w, y) for x, y, w in rows] + [(x - w, y) for x, y, w in reversed(rows[1:-1])])


def reflex(root, side):
    """Return where the reflex of a root is tapped on a side, as a point (x, y); None if there is none."""
    if root not in _REFLEXES:
        return None
    view, x, y = _REFLEXES[root]
    middle, right = VIEWS[view]
    return middle + (1 if side == "right" else -1) * right * x, y


def hammer(x, y, outwards):
    """Return a reflex hammer at a point, head and handle as closed lines; the handle goes up and `outwards` (±1)."""
    along = (outwards * 0.86, 0.5)
    across = (-along[1], along[0])
    return [
        _bar(x + 1.6 * along[0], y + 1.6 * along[1], across, 3.0, 1.5),
        _bar(x + 8.2 * along[0], y + 8.2 * along[1], along, 6.2, 0.55),
    ]


def _bar(x, y, along, half_length, half_width):
    """A straight bar about a point."""
    length = hypot(*along)
    a, b = along[0] / length, along[1] / length
    corners = ((1, 1), (-1, 1), (-1, -1), (1, -1))
    return anticlockwise(
        closed(
            [
                (x + s * half_length * a - t * half_width * b, y + s * half_length * b + t * half_width * a)
                for s, t in corners
            ]
        )
    )
