"""The shape of each vertebra as a solid, drawn from the measured sizes and from what textbooks show.

Axes of a vertebra, in mm: x to the person's right, y to the front, z up; the origin lies in the middle of the
body (for S1: in the middle of its upper face). Widths, depths, heights and the canal are those of
``anatomy_vertebrae.csv``; the processes have no row there: their sizes in this module are drawn, not measured.
"""

from functools import partial
from math import radians, tan
from types import SimpleNamespace

import numpy as np

from spine_edu.anatomy import processes
from spine_edu.anatomy.disc import HOLLOW, beside
from spine_edu.anatomy.mesh import both_sides, common, ellipsoid, rod, rods, smooth_cut, smooth_union, union
from spine_edu.anatomy.sizes import LEVELS, size

#: Groups of a vertebra that can be drawn, outlined or peeled by themselves.
GROUPS = ("body", "arch", "joints", "transverse")


def body(v, points):
    """A vertebral body: waist, rims, hollow faces, a wedge, and lips at the sides of the upper face in the neck."""
    x, y, z = points.T
    share = np.clip(z / v.height + 0.5, 0.0, 1.0)
    waist = 1.0 - 0.10 * np.sin(np.pi * share) ** 1.4
    half_width = (v.lower_width + (v.upper_width - v.lower_width) * share) / 2 * waist
    half_depth = (v.lower_depth + (v.upper_depth - v.lower_depth) * share) / 2 * waist
    edge = beside(v.level)
    dent = edge.notch * v.depth * np.exp(-((x / (HOLLOW * v.width)) ** 2))
    power = edge.power
    reach = (np.abs(x / half_width) ** power + np.abs((y - dent * (y < 0)) / half_depth) ** power) ** (1 / power)
    side = np.hypot(x, y) * (1.0 - 1.0 / np.maximum(reach, 0.2))
    across = (x / half_width) ** 2 + (y / half_depth) ** 2
    hollow = 0.055 * v.width * np.exp(-2.2 * across)
    half = v.height / 2 + y * tan(v.wedge / 2)
    lip = (0.19 if v.region == "neck" else 0.0) * v.height * np.clip(np.abs(x) / half_width, 0, 1) ** 5
    faces = np.maximum(z - half + hollow - lip, -z - half + hollow + 0.5 * lip)
    return common(side, faces, 0.09 * v.height)


def _atlas(v, points):
    """C1, a ring without a body: two side masses, a front and a back arch, wide transverse processes."""
    return both_sides(points, _half_atlas)


def _half_atlas(points):
    wing = rod(points, (18.0, -2.0, 0.0), (35.0, -5.0, -0.5), 3.9, 3.2, (1, 1, 1.2))
    hole = np.hypot(points[:, 0] - 25.5, points[:, 1] + 3.2) - 2.9
    parts = [
        ellipsoid(points, (15.5, -2.5, 0.0), (6.2, 8.2, 6.2)),
        rod(points, (12.0, 4.0, 0.0), (0.0, 9.6, 0.0), 2.5, 2.9, (1, 1, 1.7)),
        rod(points, (16.0, -9.0, 0.0), (9.0, -22.5, 0.0), 2.6, 2.4, (1, 1, 1.4)),
        rod(points, (9.0, -22.5, 0.0), (0.0, -26.0, 0.0), 2.4, 3.1, (1, 1, 1.4)),
        smooth_cut(wing, hole, 0.6),
    ]
    return union(parts, 2.0)


def _dens(v, points):
    """The peg of C2 on which C1 turns, with the shoulders that carry C1."""
    shoulders = both_sides(points, lambda p: ellipsoid(p, (10.5, v.back + 3.0, 0.42 * v.height), (7.2, 8.0, 3.6)))
    peg = rod(points, (0, 0.5, 0.3 * v.height), (0, -0.5, v.height / 2 + 13.5), 5.0, 4.4)
    return smooth_union(shoulders, peg, 2.0)


#: The middle line of the sacral canal, from its entrance down: place (y, z), half its depth; it is wider than deep.
_SACRAL_CANAL = ((-24.5, 10.0, 8.0), (-36.5, -76.0, 3.4))
_CANAL_STRETCH = (1.7, 1.0, 1.0)
#: The bony roof behind the canal: as the canal, and so much thicker.
_ROOF = 4.6
#: The median crest on the roof, from above: tip of each spinous process (y, z).
_CREST = ((-46.5, -21.0), (-48.5, -37.0), (-49.5, -53.0), (-49.5, -68.0))
#: The openings on each side of the sacrum, from above: how far out (x), how high (z), radius.
SACRAL_OPENINGS = ((18.0, -29.0, 4.6), (16.0, -50.0, 4.2), (14.0, -68.0, 3.6), (12.0, -84.0, 3.0))


def sacral_canal(z):
    """Return the middle of the sacral canal (y) and half its width and depth at a height, in mm of the sacrum's axes.

    >>> [round(float(length), 1) for length in sacral_canal(0.0)]
    [-25.9, 12.7, 7.5]
    """
    (y, top, depth), (low_y, bottom, low_depth) = _SACRAL_CANAL
    share = np.clip((top - z) / (top - bottom), 0.0, 1.0)
    half = depth + (low_depth - depth) * share
    return y + (low_y - y) * share, half * _CANAL_STRETCH[0], half


def _sacrum(v, points):
    """The sacrum: a curved, tapering wedge with wings beside S1, and behind it the canal under a roof with a crest."""
    plate = body(_plate_size(v), points + (0, 0, 11.0))
    field = smooth_union(union([_wings(points), plate], 5.0), _roof(points), 3.0)
    for opening in SACRAL_OPENINGS:
        field = smooth_cut(field, both_sides(points, partial(_opening, *opening)), 1.5)
    (y, top, half), (low_y, bottom, low_half) = _SACRAL_CANAL
    field = smooth_cut(field, rod(points, (0, y, top), (0, low_y, bottom), half, low_half, _CANAL_STRETCH), 1.5)
    # The canal opens at the back below the last spinous process (the hiatus).
    field = smooth_cut(field, rod(points, (0, low_y, bottom), (0, low_y - 10.0, bottom - 17.0), 3.4, 4.2), 1.5)
    start, end = (v.canal_width / 2 + 5, v.back - 8, -10.0), (v.canal_width / 2 + 7, v.back - 12, 8.0)
    superior = both_sides(points, lambda p: rod(p, start, end, 4.6, 3.9))
    return smooth_union(field, superior, 4.0)


def _opening(out, low, radius, points):
    """An opening of the sacrum: from the canal out to the side, and there wide to the front and narrow to the back."""
    canal, _, _ = sacral_canal(low)
    x, y, z = points.T
    through = np.hypot(x - out, z - low) - radius * np.clip(0.8 + (y - canal) / 25.0, 0.6, 1.0)
    return np.minimum(through, rod(points, (0.0, canal, low + 5.0), (out, canal, low), 0.9 * radius))


def _roof(points):
    """The roof of the sacral canal: the laminae of S1 to S4, grown together, and their spinous processes in a row."""
    (y, top, half), (low_y, bottom, low_half) = _SACRAL_CANAL
    shell = rod(points, (0, y - 1.0, top), (0, low_y - 1.0, bottom), half + _ROOF, low_half + _ROOF, (1.5, 1.0, 1.0))
    # Its upper edge, the lamina of S1, lies lower at the back: above it the canal is open towards L5.
    shell = common(shell, points[:, 2] + 9.0, 2.5)
    crest = [((0, tip + 8.0, z + 2.0), (0, tip, z), 3.4, 2.5, (1, 1, 2.2)) for tip, z in _CREST]
    ridge = ((0, -41.0, -17.0), (0, -46.5, -68.0), 2.4, 2.0, (1, 1, 1))
    return smooth_union(shell, rods(points, [ridge, *crest], 3.0), 3.0)


def _wings(points):
    """The wedge of the sacrum, whose wings fall away from the upper face of S1 to both sides and to the back."""
    x, y, z = points.T
    wide = np.abs(x)
    share = np.clip(-z / 104.0, 0.0, 1.0)
    middle = -4.0 - 46.0 * share + 16.0 * share**3
    half_width = 53.0 - 8.0 * share - 33.0 * share**1.5
    half_depth = 15.5 - 9.0 * share - 5.5 * np.clip(wide / 53.0, 0, 1) ** 2
    reach = ((wide / half_width) ** 2.6 + (np.abs(y - middle) / half_depth) ** 2.6) ** (1 / 2.6)
    side = np.minimum(half_depth, 20.0) * (reach - 1.0)
    top = z + 5.0 + 9.0 * np.clip((wide - 22.0) / 30.0, 0, 1) + 0.35 * np.maximum(-14.0 - y, 0.0)
    return common(common(side, top, 7.0), -z - 102.0, 8.0)


def _plate_size(v):
    """The block of S1 just below its upper face, shaped like a body 22 mm high."""
    return SimpleNamespace(
        level="S1",
        region="sacrum",
        wedge=0.0,
        upper_width=v.upper_width,
        upper_depth=v.upper_depth,
        lower_width=0.8 * v.upper_width,
        lower_depth=0.7 * v.upper_depth,
        width=0.9 * v.upper_width,
        depth=0.85 * v.upper_depth,
        height=22.0,
    )


def group(level, name):
    """Return one group of a vertebra (`GROUPS`) as a solid; None where a vertebra lacks it.

    Raises
    ------
    ValueError
        If the level or the group is unknown.
    """
    if level not in LEVELS:
        raise ValueError(f"There is no vertebra {level!r}; there are {', '.join(LEVELS)}.")
    if name not in GROUPS:
        raise ValueError(f"A vertebra has no group {name!r}; the groups are {', '.join(GROUPS)}.")
    v = size(level)
    if level in ("C1", "S1"):
        return partial({"C1": _atlas, "S1": _sacrum}[level], v) if name == "body" else None
    made = {"body": body, "arch": processes.arch, "joints": processes.joints, "transverse": processes.transverse}
    if level == "C2" and name == "body":
        return lambda points: smooth_union(body(v, points), _dens(v, points), 3.0)
    return partial(made[name], v)


def vertebra(level):
    """Return the whole vertebra as one solid, its groups blended into each other."""
    blend = {"neck": 1.8, "chest": 3.0, "low back": 4.0, "sacrum": 4.0}[size(level).region]
    solids = [solid for solid in (group(level, name) for name in GROUPS) if solid]
    return lambda points: union([solid(points) for solid in solids], blend)


def bounds(level):
    """Return the corners of a box around a vertebra, in mm."""
    v = size(level)
    if level == "S1":
        return (-60.0, -72.0, -112.0), (60.0, 24.0, 18.0)
    if level == "C1":
        return (-42.0, -33.0, -11.0), (42.0, 17.0, 11.0)
    span, reach = processes.HALF_SPAN[level] + 7, processes.LENGTH[level]
    pitch = radians(processes.PITCH[level])
    low = min(-v.height / 2 - 19, -0.3 * v.height - reach * np.sin(pitch) - 12)
    top = v.height / 2 + (24 if level == "C2" else 15)
    return (-span, v.arch - reach * np.cos(pitch) - 9, low), (span, v.depth / 2 + 4, top)


def group_bounds(level, name):
    """Return the corners of a box around one group of a vertebra, in mm: tighter than `bounds`."""
    low, high = bounds(level)
    if level in ("C1", "S1"):
        return low, high
    v = size(level)
    side, half = v.canal_width / 2, v.height / 2
    reach = max(v.upper_width, v.lower_width) / 2 + 3
    if name == "body":
        return (-reach, v.back - 3, -half - 4), (reach, v.depth / 2 + 3, high[2] if level == "C2" else half + 6)
    if name == "arch":
        return (-side - 6, low[1], low[2]), (side + 6, v.back + 2, half + 4)
    if name == "joints":
        return (-side - 15, v.arch - 9, -half - 16), (side + 15, v.back + 8, half + 14)
    return (low[0], v.arch - 14, -half - 4), (high[0], v.back + 9, half + 9)
