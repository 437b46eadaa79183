"""A body outline, front and back, with the skin area of each root: schematic, as on an examination sheet.

Lengths are shares of a drawn body; x runs to the right of the paper, y up. Seen from the front, the person's right
is on the left of the paper; seen from the back, on the right.
"""

from functools import cache

import numpy as np

from spine_edu.anatomy.lines import silhouette, smooth

#: Middle line and half width of an arm and a leg of the person's right side, seen from the front, hanging down:
#: rows of (distance from the midline, height, half width).
_ARM = np.array(
    [
        (16.4, 81, 3.6),
        (18.4, 74, 4.1),
        (20.4, 64, 3.7),
        (21.8, 55, 3.2),
        (23.4, 46, 3.0),
        (25.0, 36, 2.2),
        (25.7, 32, 2.9),
        (26.2, 28.5, 3.1),
    ]
)
_LEG = np.array(
    [
        (8.5, 40, 8.0),
        (9.0, 30, 8.1),
        (9.0, 18, 7.0),
        (8.6, 5, 5.2),
        (8.4, 0, 4.9),
        (8.8, -9, 5.4),
        (8.6, -22, 4.0),
        (8.4, -35, 2.9),
        (8.9, -39, 3.1),
    ]
)
_FOOT = np.array([(8.9, -38, 3.2), (9.6, -42, 3.6), (10.6, -48, 4.3), (11.0, -51, 4.2)])
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
_TRUNK = np.array(
    [
        (0, 93),
        (3.2, 92),
        (4.2, 88.5),
        (9, 86),
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
    ]
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
#: Middle of each view on the paper, and which way the person's right lies there.
VIEWS = {"front": (0.0, -1.0), "back": (76.0, 1.0)}


def _limb(rows, count=40):
    """A smooth curve through rows of numbers, `count` points long."""
    fine = np.linspace(0, len(rows) - 1, count)
    ends = np.vstack([2 * rows[0] - rows[1], rows, 2 * rows[-1] - rows[-2]])
    k = np.minimum(fine.astype(int), len(rows) - 2)
    t = (fine - k)[:, None]
    p0, p1, p2, p3 = (ends[k + i] for i in range(4))
    return 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)


def _strip(rows, low, high, top, bottom):
    """Outline of the part of a limb between two shares across and two heights."""
    line = _limb(rows)
    heights = np.linspace(top, bottom, 14)
    order = np.argsort(line[:, 1])
    x, w = (np.interp(heights, line[order, 1], line[order, i]) for i in (0, 2))
    return np.concatenate([np.stack([x + low * w, heights], 1), np.stack([x + high * w, heights], 1)[::-1]])


def _capsule(x0, y0, x1, y1, radius):
    turn = np.arctan2(y1 - y0, x1 - x0)
    first, second = (
        np.linspace(turn + np.pi / 2, turn + 1.5 * np.pi, 6),
        np.linspace(turn - np.pi / 2, turn + np.pi / 2, 6),
    )
    return np.concatenate(
        [
            np.stack([x0 + radius * np.cos(first), y0 + radius * np.sin(first)], 1),
            np.stack([x1 + radius * np.cos(second), y1 + radius * np.sin(second)], 1),
        ]
    )


def _digit(name):
    return (
        _capsule(*_FINGERS[name], 1.15) if name in _FINGERS else _capsule(*_TOES[name], 1.15 if name == "big" else 0.8)
    )


def _placed(outline, view, side):
    """Put an outline of the right side onto a view, on the person's right (1) or left (-1), turned anticlockwise."""
    middle, right = VIEWS[view]
    placed = np.stack([middle + side * right * outline[:, 0], outline[:, 1]], axis=1)
    x, y = placed.T
    # Overlapping outlines fill one silhouette only if they all turn the same way.
    return placed if np.dot(x, np.roll(y, -1)) > np.dot(y, np.roll(x, -1)) else placed[::-1]


def _limbs(view):
    """Outlines of head, trunk and limbs of one view, overlapping."""
    middle = VIEWS[view][0]
    head = np.linspace(0, 2 * np.pi, 26)
    shapes = [np.stack([middle + 5.6 * np.cos(head), 99.4 + 7.6 * np.sin(head)], 1)]
    for side in (1, -1):
        trunk = np.vstack([_limb(_TRUNK, 34), [[-0.6, 31.0], [-0.6, 93.0]]])
        pieces = [
            trunk,
            _capsule(15.2, 80.4, 14.6, 77.0, 4.6),
            _strip(_ARM, -1, 1, 81, 28.5),
            _strip(_LEG, -1, 1, 40, -39),
        ]
        pieces += [_strip(_FOOT, -1, 1, -38, -51), *(_digit(name) for name in (*_FINGERS, *_TOES))]
        shapes += [_placed(piece, view, side) for piece in pieces]
    return shapes


@cache
def body():
    """Return the silhouettes of both views as closed lines (n, 2): one around each body, and its holes."""
    return tuple(line for view in VIEWS for line in silhouette(_limbs(view), 0.42))


@cache
def area(root, side):
    """Return the skin area of a root on the person's ``right`` or ``left`` as a list of outlines (n, 2).

    Unknown roots have none.
    """
    sign = 1 if side == "right" else -1
    found = []
    for view, limb, *where in _AREAS.get(root, ()):
        if where:
            strip = _strip({"arm": _ARM, "leg": _LEG, "foot": _FOOT}[limb], *where)
            line = smooth(strip[[0, 2, 4, 6, 8, 10, 13, 14, 17, 19, 21, 23, 25, 27]], 3)
        else:
            line = _digit(limb)[[*range(12), 0]]
        found.append(_placed(line, view, sign))
    return found
