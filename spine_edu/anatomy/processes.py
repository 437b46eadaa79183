"""What stands out behind and beside a vertebral body, as solids: arch and spine, joints, transverse processes.

Axes as in `shapes`. Sizes of the body and the canal are measured; lengths and angles in this module are drawn. A
process is mostly a few rods that run into each other, so each is a table: rows (start, end, radius at the start, radius
at the end, stretch) as `mesh.rod` takes them, in mm, for the person's right side.
"""

from math import radians

import numpy as np

from spine_edu.anatomy.mesh import block, both_sides, ellipsoid, rod, rods, smooth_cut, smooth_union
from spine_edu.anatomy.sizes import LEVELS

#: Level -> how steeply the spinous process points down (degrees), its length (mm), and half of the span between the
#: tips of the transverse processes (mm): drawn, from C2 to L5.
PITCH, LENGTH, HALF_SPAN = (
    dict(zip(LEVELS[1:24], numbers, strict=True))
    for numbers in (
        (18, 20, 20, 22, 22, 20, 24, 32, 40, 48, 54, 58, 58, 54, 46, 34, 22, 14, 10, 9, 8, 8, 10),
        (19, 13, 13, 14, 18, 27, 29, 30, 31, 33, 35, 36, 36, 34, 31, 27, 24, 23, 27, 29, 30, 28, 22),
        (27, 26, 27, 28, 29, 34, 37, 35, 32, 31, 31, 30, 30, 30, 29, 27, 24, 22, 37, 41, 47, 44, 43),
    )
)


def arch(v, points):
    """Return the distance to lamina and spinous process of a vertebra `v` (as `sizes.size` returns it)."""
    return smooth_union(_lamina(v, points), _spinous(v, points), 3.0 if v.region != "neck" else 1.8)


def _lamina(v, points):
    """The plates that close the canal at the back."""
    drop, tall, thick = {
        "neck": (0.0, 2.3, 2.0),
        "chest": (-0.20 * v.height, 2.9, 2.6),
        "low back": (-0.12 * v.height, 2.3, 3.3),
    }[v.region]
    start = (v.canal_width / 2 + 0.5, v.arch + 0.42 * v.canal_depth, drop + 0.08 * v.height)
    end = (0.0, v.arch - 1.2, drop)
    return both_sides(points, lambda p: rod(p, start, end, thick, thick, (1, 1, tall)))


def _spinous(v, points):
    """The spinous process: a blade in the low back, a sloping spike in the chest, short and forked in the neck."""
    pitch = radians(PITCH[v.level])
    high = {"neck": -1.0, "chest": -0.18 * v.height, "low back": -0.16 * v.height}[v.region]
    root = np.array([0.0, v.arch - 1.5, high])
    reach = np.array([0.0, -np.cos(pitch), -np.sin(pitch)]) * LENGTH[v.level]
    return {"neck": _fork, "chest": _spike, "low back": _blade}[v.region](v, points, root, reach)


def _blade(v, points, root, reach):
    tip = root + reach
    half = (2.9, LENGTH[v.level] * 0.55, 0.36 * v.height)
    blade = block(points, root + reach * 0.5, half, radians(PITCH[v.level]), 2.7)
    return smooth_union(blade, rod(points, tip + (0, 2, -6), tip + (0, 2, 5), 3.6), 3.0)


def _spike(v, points, root, reach):
    tip = root + reach
    return smooth_union(rod(points, root, tip, 3.2, 2.4, (1, 1, 1.9)), ellipsoid(points, tip, (3.4, 3.6, 4.2)), 2.0)


def _fork(v, points, root, reach):
    tip = root + reach
    if v.level in ("C6", "C7"):
        return smooth_union(rod(points, root, tip, 2.6, 2.3, (1, 1, 1.5)), ellipsoid(points, tip, (3.0, 3.2, 3.6)), 2.0)
    stem = rod(points, root, root + reach * 0.75, 2.2, 1.9, (1, 1, 1.5))
    fork = both_sides(points, lambda p: rod(p, root + reach * 0.62, tip + (3.4, 0, -0.6), 1.8, 1.7))
    return smooth_union(stem, fork, 1.5)


def joints(v, points):
    """Return the distance to pedicles and articular processes, whose faces lie as they do in each region."""
    table, blend = {
        "neck": (_neck_joints, 2.0),
        "chest": (_chest_joints, 2.5),
        "low back": (_low_back_joints, 3.5),
    }[v.region]
    rows = table(v)
    return both_sides(points, lambda p: rods(p, rows, blend))


def _neck_joints(v):
    """Pedicle, and the pillar with a joint at each of its ends."""
    out, back, lean = v.canal_width / 2 + 5.2, v.back - 0.42 * v.canal_depth, 0.42 * v.height
    return (
        ((0.42 * v.width, v.back + 1.5, 0.0), (out - 1.5, back + 1.5, 0.0), 2.5, 2.7, (1, 1, 1.25)),
        ((out, back + 1.6, lean + 1.8), (out, back - 1.9, -lean - 2.2), 4.0, 4.0, (1.25, 1, 1)),
    )


def _chest_joints(v):
    """Pedicle, upper and lower articular process."""
    side, mid, high, half = v.canal_width / 2, v.back - 0.45 * v.canal_depth, 0.20 * v.height, v.height / 2
    return (
        ((side + 2.2, v.back + 3.0, high), (side + 2.6, mid, high), 2.9, 3.0, (1, 1, 1.7)),
        ((side + 2.0, mid - 2.5, high), (side + 1.5, mid - 3.0, half + 5.0), 3.0, 2.3, (1.9, 0.8, 1)),
        ((side, v.arch + 1.5, -0.2 * v.height), (side - 0.5, v.arch + 0.5, -half - 6.5), 3.0, 2.4, (1.7, 0.8, 1)),
    )


def _low_back_joints(v):
    """Pedicle, thicker in L4 and L5, upper and lower articular process."""
    side, mid, high, half = v.canal_width / 2, v.back - 0.45 * v.canal_depth, 0.17 * v.height, v.height / 2
    thick = {"L4": 4.7, "L5": 5.4}.get(v.level, 4.2)
    return (
        ((side + thick - 1.0, v.back + 4.0, high), (side + thick, mid, high), thick, thick, (1, 1, 1.45)),
        ((side + 4.5, mid - 3.0, high), (side + 6.0, mid - 6.5, half + 7.5), 4.4, 4.0, (0.9, 1.2, 1)),
        ((side + 0.5, v.arch + 3.0, -2.0), (side - 0.5, v.arch - 2.5, -half - 10.0), 4.4, 3.9, (0.9, 1.2, 1)),
    )


def transverse(v, points):
    """Return the distance to transverse processes: holed in the neck, stout in the chest, slim in the low back."""
    shape = {"neck": _holed, "chest": _swept_back, "low back": _slim}[v.region]
    return both_sides(points, lambda p: shape(v, p))


def _holed(v, points):
    """Two bars from body and joint to one tip, with the hole for the artery between them."""
    tip = (HALF_SPAN[v.level] - 2.0, v.back - 1.0, -2.5)
    bars = (
        ((0.40 * v.width, v.back + 4.2, -0.5), tip, 1.9, 2.0),
        ((v.canal_width / 2 + 3.0, v.back - 0.30 * v.canal_depth, -0.5), tip, 1.9, 2.0),
    )
    hole = np.hypot(points[:, 0] - (0.5 * v.width + 4.6), points[:, 1] - v.back - 1.0) - 2.4
    return smooth_cut(rods(points, bars, 1.2), hole, 0.6)


def _swept_back(v, points):
    """A stout rod with a knob, to which a rib is joined."""
    start = (v.canal_width / 2 + 3.0, v.back - 0.6 * v.canal_depth, 0.12 * v.height)
    tip = (HALF_SPAN[v.level], v.arch + 0.15 * v.canal_depth - 6.0, 0.24 * v.height)
    return smooth_union(rod(points, start, tip, 3.6, 3.0, (1, 1, 1.35)), ellipsoid(points, tip, (4.2, 4.0, 5.0)), 2.0)


def _slim(v, points):
    start = (v.canal_width / 2 + 7.0, v.back - 0.45 * v.canal_depth, 0.12 * v.height)
    lift = {"L4": 3.0, "L5": 5.0}.get(v.level, 1.0)
    tip = (HALF_SPAN[v.level], v.back - 0.62 * v.canal_depth, 0.12 * v.height + lift)
    thick = 4.6 if v.level == "L5" else 3.0
    return rod(points, start, tip, thick + 0.6, 2.6, (1, 0.8, 1.5))
