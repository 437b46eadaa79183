"""A slice through a disc, seen from the feet as scans are: the person's right lies on the left of the paper.

x runs to the right of the paper (the person's left), y to the front, both in mm with the origin in the middle of the
disc. Disc and canal have the sizes of the anatomy tables; bones, muscles and nerves around them are drawn to fit.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from spine_edu import data
from spine_edu.anatomy import shapes
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.disc import disc_of, ring_scales
from spine_edu.anatomy.lines import smooth

#: Distance of a zone's middle from the midline, as a share of half the disc's width: (low back, neck).
_ZONE_AT = {
    "central": (0.0, 0.0),
    "subarticular": (0.40, 0.42),
    "foraminal": (0.70, 0.80),
    "extraforaminal": (0.93, 0.93),
}
_RINGS = 6


@dataclass(frozen=True)
class Section:
    """Outlines of one slice: tissue -> tuple of closed lines (n, 2); and the places of roots and zones.

    Attributes
    ----------
    outlines : dict
    traversing, exiting : tuple of float
        Place of the root on the right of the paper (mirror x for the left); `traversing` is None in the neck.
    width, depth, back : float
        Size of the disc, and y of its back edge, in mm.
    scale : float
        How much larger than life the slice is drawn beside others: neck slices are enlarged.
    """

    outlines: dict
    traversing: tuple | None
    exiting: tuple
    width: float
    depth: float
    back: float
    scale: float


@cache
def section(level):
    """Return the `Section` through a disc; a ValueError names the discs there are."""
    column.level_card(level)
    disc = disc_of(level)
    upper, lower = shapes.size(disc.upper), shapes.size(disc.lower)
    canal = ((upper.canal_width + lower.canal_width) / 2, (upper.canal_depth + lower.canal_depth) / 2)
    neck = upper.region == "neck"
    edge, back = np.array(disc.outline(72)), disc.back
    outlines = _disc(disc)
    outlines |= (_neck if neck else _trunk)(disc, edge, back, *canal, column.content(level))
    exiting = (
        (disc.width / 2 + 4.0, back - 1.6) if neck else (0.42 * disc.width, _back_at(edge, 0.42 * disc.width) - 4.6)
    )
    traversing = None if neck else (0.70 * canal[0] / 2, back - 3.0)
    outlines["root"] = _roots(traversing, exiting, neck, back, canal)
    return Section(
        {name: tuple(_anticlockwise(line) for line in lines) for name, lines in outlines.items()},
        traversing,
        exiting,
        disc.width,
        disc.depth,
        back,
        1.6 if neck else 1.15 if upper.region == "chest" else 1.0,
    )


@cache
def _edge(level):
    """Width of a disc, whether it lies in the neck, and its edge in fine steps."""
    disc = next(row for row in data.table("anatomy_discs") if row.disc == level)
    region = shapes.size(disc.upper).region
    return disc.width, region == "neck", np.array(disc_of(level).outline(720))


@cache
def zone_place(level, zone, side):
    """Return the point of the disc's edge at the middle of a zone and the direction outwards, as two pairs."""
    width, neck, edge = _edge(level)
    x = _ZONE_AT[zone][neck] * width / 2 * (-1 if side == "right" else 1)
    behind = np.flatnonzero(edge[:, 1] < 0)
    k = behind[np.argmin(np.abs(edge[behind, 0] - x))]
    ahead = edge[(k + 4) % len(edge)] - edge[k - 4]
    return tuple(edge[k]), tuple(np.array([ahead[1], -ahead[0]]) / np.hypot(*ahead))


@cache
def herniation(level, zone, side):
    """Return the outline of a herniation with its way through the annulus, as points (n, 2)."""
    here = section(level)
    (x, y), (nx, ny) = zone_place(level, zone, side)
    base, dome = 0.23 * here.width, (0.125 if here.scale < 1.5 else 0.17) * here.width
    if zone == "central":
        base *= 1.25
    t = np.linspace(-1, 1, 41)
    along, out = np.array([-ny, nx]), np.array([nx, ny])
    bump = (
        np.array([x, y])
        + np.outer(t * base / 2 * (1 + 0.25 * np.cos(np.pi * t / 2)), along)
        + np.outer(dome * np.cos(np.pi * t / 2) ** 1.1, out)
        - np.outer(np.full(41, 0.02 * here.width), out)
    )
    centre = np.array([0.0, disc_of(level).centre])
    inside = np.array([x, y]) + 0.52 * (centre - np.array([x, y]))
    neck = np.array([inside + along * 0.10 * here.width, inside - along * 0.10 * here.width])
    return smooth(np.vstack([bump[::4], neck]))


def _disc(disc):
    rings = [np.array(disc.outline(72, scale)) for scale in ring_scales(_RINGS)]
    closed = [np.vstack([ring, ring[:1]]) for ring in rings]
    middle = _RINGS // 2
    return {
        "outer_annulus": closed[:1],
        "inner_annulus": [closed[middle]],
        "nucleus": [closed[-1]],
        "rings": closed[1:-1],
    }


def _back_at(edge, x):
    behind = edge[edge[:, 1] < 0]
    order = np.argsort(behind[:, 0])
    return float(np.interp(x, behind[order, 0], behind[order, 1]))


def _oval(x, y, rx, ry, turn=0.0, count=29):
    t = np.linspace(0, 2 * np.pi, count)
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    a, b = rx * np.cos(t), ry * np.sin(t)
    return np.stack([x + a * cos - b * sin, y + a * sin + b * cos], axis=1)


def _anticlockwise(line):
    """Turn a closed line (n, 2) anticlockwise: lines that overlap in one trace then fill one silhouette."""
    x, y = line.T
    return line if np.dot(x[:-1], y[1:]) > np.dot(y[:-1], x[1:]) else line[::-1]


def _both(outline):
    return [outline, outline * (-1, 1)]


def _band(points, thick):
    """Outline of a band of constant thickness along a line."""
    line = np.asarray(points, float)
    ahead = np.gradient(line, axis=0)
    out = np.stack([ahead[:, 1], -ahead[:, 0]], 1) / np.linalg.norm(ahead, axis=1, keepdims=True) * thick / 2
    outline = np.vstack([line + out, (line - out)[::-1]])
    return np.vstack([outline, outline[:1]])


def _bow(start, middle, end, count=11):
    t = np.linspace(0, 1, count)[:, None]
    return (1 - t) ** 2 * np.array(start) + 2 * t * (1 - t) * np.array(middle) + t**2 * np.array(end)


def _strap(edge, half, lift, front):
    """A thin band on the edge of the disc: the ligament at its front or its back."""
    on = edge[(np.abs(edge[:, 0]) < half) & ((edge[:, 1] > 0) == front)]
    on = on[np.argsort(on[:, 0])]
    return _band(on + (0, lift if front else -lift), 1.1)


def _canal_line(back, wide, deep):
    side = _bow((wide / 2, back - 0.5), (0.50 * wide, back - 0.62 * deep), (0.0, back - deep - 1.0))
    return smooth(np.vstack([side, (side * (-1, 1))[::-1][1:]]))


def _trunk(disc, edge, back, wide, deep, inside):
    w = disc.width
    arch = back - deep
    lamina = [_band(_bow((0.5 * wide + 2.5, back - 0.72 * deep), (0.30 * wide, arch - 1.0), (0.0, arch - 5.0)), 5.4)]
    spine = smooth(
        [
            (-3.4, arch - 3),
            (3.4, arch - 3),
            (2.6, arch - 14),
            (4.0, arch - 27),
            (0, arch - 30),
            (-4.0, arch - 27),
            (-2.6, arch - 14),
        ]
    )
    facet_out = _oval(0.5 * wide + 7.4, back - 0.44 * deep, 6.4, 4.0, 58)
    facet_in = _oval(0.5 * wide + 1.6, back - 0.70 * deep, 6.0, 3.9, 58)
    flavum = _band(_bow((0.44 * wide, back - 0.40 * deep), (0.33 * wide, back - 0.80 * deep), (0.0, arch + 0.2)), 2.0)
    sac = _oval(0.0, back - 0.47 * deep, 0.30 * wide, 0.36 * deep)
    found = {
        "canal": [_canal_line(back, wide, deep)],
        "sac": [sac],
        "bone": [*lamina, lamina[0] * (-1, 1), spine],
        "facet": [*_both(facet_out), *_both(facet_in)],
        "yellow_ligament": _both(flavum),
        "posterior_ligament": [_strap(edge, 0.20 * w, 0.7, False)],
        "anterior_ligament": [_strap(edge, 0.34 * w, 0.8, True)],
        "muscle": [
            *_both(_oval(0.27 * w + 2, arch - 16, 0.24 * w, 13)),
            *_both(_oval(0.80 * w, arch - 13, 0.30 * w, 15, -12)),
            *_both(_oval(0.5 * w + 14, 1.0, 12.0, 15.0, 8)),
        ],
        "vessel": [_oval(9.0, disc.depth / 2 + 10.5, 8.0, 7.4), _oval(-11.0, disc.depth / 2 + 9.6, 9.4, 6.0)],
    }
    if inside == "cauda equina":
        found["cauda_equina"] = _tail_roots(sac, back - 0.47 * deep)
    else:
        cord = 1.0 if inside == "cord" else 0.72
        found |= _cord(0.0, back - 0.45 * deep, 4.9 * cord, 3.9 * cord)
        if inside != "cord":
            found["cauda_equina"] = [dot for dot in _tail_roots(sac, back - 0.47 * deep) if abs(dot[:, 0].mean()) > 3.6]
    return found


def _tail_roots(sac, middle):
    """The roots of the cauda equina: small rounds in the back half of the sac, in rows that hug its wall."""
    half, tall = np.ptp(sac[:, 0]) / 2, np.ptp(sac[:, 1]) / 2
    dots = []
    for ring, count in ((0.78, 15), (0.50, 9), (0.20, 4)):
        for angle in np.linspace(195, 345, count):
            a = np.radians(angle)
            dots.append(
                _oval(ring * half * np.cos(a), middle + ring * tall * np.sin(a), 0.075 * half, 0.075 * half, count=9)
            )
    return dots


def _cord(x, y, rx, ry):
    """The cord with its butterfly of grey matter."""
    horn = smooth(
        [
            (0.10 * rx, 0.10 * ry),
            (0.36 * rx, 0.55 * ry),
            (0.50 * rx, 0.30 * ry),
            (0.30 * rx, -0.05 * ry),
            (0.42 * rx, -0.72 * ry),
            (0.24 * rx, -0.60 * ry),
            (0.10 * rx, -0.12 * ry),
        ]
    )
    bridge = smooth([(-0.2 * rx, 0.12 * ry), (0.2 * rx, 0.12 * ry), (0.2 * rx, -0.12 * ry), (-0.2 * rx, -0.12 * ry)])
    return {"cord": [_oval(x, y, rx, ry)], "grey": [piece + (x, y) for piece in (*_both(horn), bridge)]}


def _neck(disc, edge, back, wide, deep, inside):
    w, arch = disc.width, back - deep
    pillar = 0.5 * wide + 4.6
    lamina = _band(_bow((pillar - 2.5, back - 0.72 * deep), (0.32 * wide, arch + 0.5), (0.0, arch - 3.2)), 3.6)
    spine = smooth(
        [
            (-2.2, arch - 1),
            (2.2, arch - 1),
            (1.8, arch - 7),
            (4.6, arch - 14),
            (2.6, arch - 16),
            (0, arch - 11),
            (-2.6, arch - 16),
            (-4.6, arch - 14),
            (-1.8, arch - 7),
        ]
    )
    front = smooth(
        [
            (pillar - 5, back - 0.42 * deep),
            (pillar - 4, back - 0.24 * deep),
            (pillar + 4, back - 0.20 * deep),
            (pillar + 5.5, back - 0.46 * deep),
        ]
    )
    rear = smooth(
        [
            (pillar - 5, back - 0.49 * deep),
            (pillar + 5.5, back - 0.53 * deep),
            (pillar + 4, back - 0.86 * deep),
            (pillar - 4, back - 0.84 * deep),
        ]
    )
    lip = smooth(
        [
            (0.5 * w + 0.6, -0.30 * disc.depth),
            (0.5 * w + 2.6, -0.20 * disc.depth),
            (0.5 * w + 2.4, 0.18 * disc.depth),
            (0.5 * w + 0.6, 0.20 * disc.depth),
        ]
    )
    flavum = _band(_bow((0.40 * wide, back - 0.56 * deep), (0.30 * wide, back - 0.86 * deep), (0.0, arch + 0.4)), 1.4)
    return {
        "canal": [_canal_line(back, wide, deep)],
        "sac": [_oval(0, back - 0.47 * deep, 0.36 * wide, 0.37 * deep)],
        **_cord(0.0, back - 0.46 * deep, 6.3, 3.9),
        "bone": [lamina, lamina * (-1, 1), spine, *_both(lip)],
        "facet": [*_both(front), *_both(rear)],
        "yellow_ligament": _both(flavum),
        "posterior_ligament": [_strap(edge, 0.30 * w, 0.6, False)],
        "anterior_ligament": [_strap(edge, 0.34 * w, 0.7, True)],
        "muscle": [
            *_both(_oval(0.40 * w, disc.depth / 2 + 4.6, 5.2, 2.8, -14)),
            *_both(_oval(12.5, arch - 8.5, 9.5, 7.5, -20)),
            *_both(_oval(27, arch + 0.5, 7.0, 10.0, -30)),
        ],
        "vessel": _both(_oval(0.5 * w + 7.0, 0.5, 2.4, 2.4)),
    }


def _roots(traversing, exiting, neck, back, canal):
    """Roots on both sides: rounds in the low back; in the neck bands that run out sideways from the cord."""
    if not neck:
        x, y = exiting
        return [*_both(_oval(*traversing, 1.9, 1.9)), *_both(_oval(x, y, 3.6, 2.6, 25))]
    x, y = exiting
    path = _bow((4.5, back - 0.46 * canal[1]), (0.60 * x, back - 0.28 * canal[1]), (x + 7.0, y + 4.5))
    swelling = _oval(x, y - 0.4, 3.3, 1.9, 32)
    return [*_both(_band(path, 1.9)), *_both(swelling)]
