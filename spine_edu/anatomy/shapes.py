"""The shape of each vertebra as a solid, drawn from the measured sizes and from what textbooks show.

Axes of a vertebra, in mm: x to the person's right, y to the front, z up; the origin lies in the middle of the
body (for S1: in the middle of its upper face). Widths, depths, heights and the canal are those of
``anatomy_vertebrae.csv``; the processes have no row there: their sizes in this module are drawn, not measured.
"""

from functools import partial
from math import radians, tan
from types import SimpleNamespace

import numpy as np

from spine_edu.anatomy import disc
from spine_edu.anatomy.mesh import block, ellipsoid, rod, smooth_cut, smooth_union
from spine_edu.anatomy.vertebrae import LEVELS, size

#: Groups of a vertebra that can be drawn, outlined or peeled by themselves.
GROUPS = ("body", "arch", "joints", "transverse")

#: How steeply the spinous process points down (degrees), and its length (mm): drawn.
_SPINE_PITCH = dict(
    zip(
        LEVELS[1:24],
        (18, 20, 20, 22, 22, 20, 24, 32, 40, 48, 54, 58, 58, 54, 46, 34, 22, 14, 10, 9, 8, 8, 10),
        strict=True,
    )
)
_SPINE_LENGTH = dict(
    zip(
        LEVELS[1:24],
        (19, 13, 13, 14, 18, 27, 29, 30, 31, 33, 35, 36, 36, 34, 31, 27, 24, 23, 27, 29, 30, 28, 22),
        strict=True,
    )
)
#: Half of the span between the tips of the transverse processes (mm): drawn.
_HALF_SPAN = dict(
    zip(
        LEVELS[1:24],
        (27, 26, 27, 28, 29, 34, 37, 35, 32, 31, 31, 30, 30, 30, 29, 27, 24, 22, 37, 41, 47, 44, 43),
        strict=True,
    )
)


def body(v, points):
    """A vertebral body: waist, rims, hollow faces, a wedge, and lips at the sides of the upper face in the neck."""
    x, y, z = points.T
    share = np.clip(z / v.height + 0.5, 0.0, 1.0)
    waist = 1.0 - 0.10 * np.sin(np.pi * share) ** 1.4
    half_width = (v.lower_width + (v.upper_width - v.lower_width) * share) / 2 * waist
    half_depth = (v.lower_depth + (v.upper_depth - v.lower_depth) * share) / 2 * waist
    power, notch = disc.beside(v.level).power, disc.beside(v.level).notch
    dent = notch * v.depth * np.exp(-((x / (disc.HOLLOW * v.width)) ** 2))
    reach = (np.abs(x / half_width) ** power + np.abs((y - dent * (y < 0)) / half_depth) ** power) ** (1 / power)
    side = np.hypot(x, y) * (1.0 - 1.0 / np.maximum(reach, 0.2))
    across = (x / half_width) ** 2 + (y / half_depth) ** 2
    hollow = 0.055 * v.width * np.exp(-2.2 * across)
    half = v.height / 2 + y * tan(v.wedge / 2)
    lip = 0.19 * v.height * np.clip(np.abs(x) / half_width, 0, 1) ** 5 * (v.region == "neck")
    faces = np.maximum(z - half + hollow - lip, -z - half + hollow + 0.5 * lip)
    return _rounded(side, faces, 0.09 * v.height)


def _rounded(one, other, blend):
    """The part common to two solids, with a rounded edge."""
    return -smooth_union(-one, -other, blend)


def _both(points, shape):
    """A shape given for the right side, on both sides: fold the left side over."""
    folded = points.copy()
    folded[:, 0] = np.abs(folded[:, 0])
    return shape(folded)


def _join(parts, blend):
    field = parts[0]
    for part in parts[1:]:
        field = smooth_union(field, part, blend)
    return field


def _spinous(v, points):
    """The spinous process: a blade in the low back, a sloping spike in the chest, short and forked in the neck."""
    pitch, length = radians(_SPINE_PITCH[v.level]), _SPINE_LENGTH[v.level]
    root = np.array(
        [0.0, v.arch - 1.5, {"neck": -1.0, "chest": -0.18 * v.height, "low back": -0.16 * v.height}[v.region]]
    )
    along = np.array([0.0, -np.cos(pitch), -np.sin(pitch)])
    tip = root + along * length
    if v.region == "low back":
        blade = block(points, root + along * length * 0.5, (2.9, length * 0.55, 0.36 * v.height), pitch, 2.7)
        return smooth_union(blade, rod(points, tip + (0, 2, -6), tip + (0, 2, 5), 3.6), 3.0)
    if v.region == "chest":
        return smooth_union(rod(points, root, tip, 3.2, 2.4, (1, 1, 1.9)), ellipsoid(points, tip, (3.4, 3.6, 4.2)), 2.0)
    stem = rod(points, root, root + along * length * 0.75, 2.2, 1.9, (1, 1, 1.5))
    if v.level in ("C6", "C7"):
        return smooth_union(rod(points, root, tip, 2.6, 2.3, (1, 1, 1.5)), ellipsoid(points, tip, (3.0, 3.2, 3.6)), 2.0)
    fork = _both(points, lambda p: rod(p, root + along * length * 0.62, tip + (3.4, 0, -0.6), 1.8, 1.7))
    return smooth_union(stem, fork, 1.5)


def _lamina(v, points):
    """The plates that close the canal at the back."""
    side = v.canal_width / 2
    drop, tall, thick = {
        "neck": (0.0, 2.3, 2.0),
        "chest": (-0.20 * v.height, 2.9, 2.6),
        "low back": (-0.12 * v.height, 2.3, 3.3),
    }[v.region]
    start = (side + 0.5, v.arch + 0.42 * v.canal_depth, drop + 0.08 * v.height)
    end = (0.0, v.arch - 1.2, drop)
    return _both(points, lambda p: rod(p, start, end, thick, thick, (1, 1, tall)))


def arch(v, points):
    """Lamina and spinous process."""
    return smooth_union(_lamina(v, points), _spinous(v, points), 3.0 if v.region != "neck" else 1.8)


def joints(v, points):
    """Pedicles and the four articular processes, whose faces lie as they do in each region."""
    side, mid = v.canal_width / 2, v.back - 0.45 * v.canal_depth
    if v.region == "neck":
        pillar = (side + 5.2, v.back - 0.42 * v.canal_depth)
        lean = 0.42 * v.height

        def parts(p):
            return _join(
                [
                    rod(
                        p,
                        (0.42 * v.width, v.back + 1.5, 0.0),
                        (pillar[0] - 1.5, pillar[1] + 1.5, 0.0),
                        2.5,
                        2.7,
                        (1, 1, 1.25),
                    ),
                    rod(
                        p,
                        (pillar[0], pillar[1] + 1.6, lean + 1.8),
                        (pillar[0], pillar[1] - 1.9, -lean - 2.2),
                        4.0,
                        4.0,
                        (1.25, 1, 1),
                    ),
                ],
                2.0,
            )
    elif v.region == "chest":
        high = 0.20 * v.height

        def parts(p):
            return _join(
                [
                    rod(p, (side + 2.2, v.back + 3.0, high), (side + 2.6, mid, high), 2.9, 3.0, (1, 1, 1.7)),
                    rod(
                        p,
                        (side + 2.0, mid - 2.5, high),
                        (side + 1.5, mid - 3.0, v.height / 2 + 5.0),
                        3.0,
                        2.3,
                        (1.9, 0.8, 1),
                    ),
                    rod(
                        p,
                        (side, v.arch + 1.5, -0.2 * v.height),
                        (side - 0.5, v.arch + 0.5, -v.height / 2 - 6.5),
                        3.0,
                        2.4,
                        (1.7, 0.8, 1),
                    ),
                ],
                2.5,
            )
    else:
        high, thick = 0.17 * v.height, 4.2 + 1.2 * (v.level == "L5") + 0.5 * (v.level == "L4")

        def parts(p):
            return _join(
                [
                    rod(
                        p,
                        (side + thick - 1.0, v.back + 4.0, high),
                        (side + thick, mid, high),
                        thick,
                        thick,
                        (1, 1, 1.45),
                    ),
                    rod(
                        p,
                        (side + 4.5, mid - 3.0, high),
                        (side + 6.0, mid - 6.5, v.height / 2 + 7.5),
                        4.4,
                        4.0,
                        (0.9, 1.2, 1),
                    ),
                    rod(
                        p,
                        (side + 0.5, v.arch + 3.0, -2.0),
                        (side - 0.5, v.arch - 2.5, -v.height / 2 - 10.0),
                        4.4,
                        3.9,
                        (0.9, 1.2, 1),
                    ),
                ],
                3.5,
            )

    return _both(points, parts)


def transverse(v, points):
    """Transverse processes: holed in the neck, stout and swept back in the chest, slim in the low back."""
    side, span = v.canal_width / 2, _HALF_SPAN[v.level]
    if v.region == "neck":
        tip = (span - 2.0, v.back - 1.0, -2.5)

        def parts(p):
            return smooth_cut(
                _join(
                    [
                        rod(p, (0.40 * v.width, v.back + 4.2, -0.5), tip, 1.9, 2.0),
                        rod(p, (side + 3.0, v.back - 0.30 * v.canal_depth, -0.5), tip, 1.9, 2.0),
                    ],
                    1.2,
                ),
                np.hypot(p[:, 0] - (0.5 * v.width + 4.6), p[:, 1] - v.back - 1.0) - 2.4,
                0.6,
            )
    elif v.region == "chest":
        tip = (span, v.arch + 0.15 * v.canal_depth - 6.0, 0.24 * v.height)

        def parts(p):
            return smooth_union(
                rod(p, (side + 3.0, v.back - 0.6 * v.canal_depth, 0.12 * v.height), tip, 3.6, 3.0, (1, 1, 1.35)),
                ellipsoid(p, tip, (4.2, 4.0, 5.0)),
                2.0,
            )
    else:
        lift = {"L4": 3.0, "L5": 5.0}.get(v.level, 1.0)
        thick = 4.6 if v.level == "L5" else 3.0
        tip = (span, v.back - 0.62 * v.canal_depth, 0.12 * v.height + lift)

        def parts(p):
            return rod(
                p, (side + 7.0, v.back - 0.45 * v.canal_depth, 0.12 * v.height), tip, thick + 0.6, 2.6, (1, 0.8, 1.5)
            )

    return _both(points, parts)


def _atlas(v, points):
    """C1, a ring without a body: two side masses, a front and a back arch, wide transverse processes."""

    def ring(p):
        return _join(
            [
                ellipsoid(p, (15.5, -2.5, 0.0), (6.2, 8.2, 6.2)),
                rod(p, (12.0, 4.0, 0.0), (0.0, 9.6, 0.0), 2.5, 2.9, (1, 1, 1.7)),
                rod(p, (16.0, -9.0, 0.0), (9.0, -22.5, 0.0), 2.6, 2.4, (1, 1, 1.4)),
                rod(p, (9.0, -22.5, 0.0), (0.0, -26.0, 0.0), 2.4, 3.1, (1, 1, 1.4)),
                smooth_cut(
                    rod(p, (18.0, -2.0, 0.0), (35.0, -5.0, -0.5), 3.9, 3.2, (1, 1, 1.2)),
                    np.hypot(p[:, 0] - 25.5, p[:, 1] + 3.2) - 2.9,
                    0.6,
                ),
            ],
            2.0,
        )

    return _both(points, ring)


def _dens(v, points):
    """The peg of C2 on which C1 turns, with the shoulders that carry C1."""
    shoulders = _both(points, lambda p: ellipsoid(p, (10.5, v.back + 3.0, 0.42 * v.height), (7.2, 8.0, 3.6)))
    peg = rod(points, (0, 0.5, 0.3 * v.height), (0, -0.5, v.height / 2 + 13.5), 5.0, 4.4)
    return smooth_union(shoulders, peg, 2.0)


def _sacrum(v, points):
    """The sacrum: a curved, tapering wedge with wings beside S1, a crest behind, and four pairs of openings."""
    x, y, z = points.T
    wide = np.abs(x)
    share = np.clip(-z / 104.0, 0.0, 1.0)
    middle = -4.0 - 46.0 * share + 16.0 * share**3
    half_width = 53.0 - 8.0 * share - 33.0 * share**1.5
    half_depth = 15.5 - 9.0 * share - 5.5 * np.clip(wide / 53.0, 0, 1) ** 2
    reach = ((wide / half_width) ** 2.6 + (np.abs(y - middle) / half_depth) ** 2.6) ** (1 / 2.6)
    side = np.minimum(half_depth, 20.0) * (reach - 1.0)
    # The wings fall away from the upper face of S1 to both sides and to the back.
    top = z + 5.0 + 9.0 * np.clip((wide - 22.0) / 30.0, 0, 1) + 0.35 * np.maximum(-14.0 - y, 0.0)
    wedge = _rounded(_rounded(side, top, 7.0), -z - 102.0, 8.0)
    plate = body(_plate_size(v), points + (0, 0, 11.0))
    crest = _join(
        [
            rod(
                points,
                (0, front, -9.0 - 19.0 * k),
                (0, tip, -15.0 - 19.0 * k),
                3.4 - 0.4 * k,
                3.0 - 0.4 * k,
                (1, 1, 1.6),
            )
            for k, (front, tip) in enumerate(((-16.0, -27.5), (-24.0, -34.0), (-30.0, -38.5), (-35.0, -42.0)))
        ],
        4.0,
    )
    field = _join([wedge, plate, crest], 5.0)
    for hole_x, hole_z, radius in ((18.0, -29.0, 4.2), (16.0, -50.0, 3.8), (14.0, -68.0, 3.4), (12.0, -84.0, 3.0)):
        field = smooth_cut(field, np.hypot(wide - hole_x, z - hole_z) - radius, 3.0)
    canal = rod(points, (0, v.back - 10.0, 6.0), (0, -42.0, -70.0), 8.5, 4.0, (1.4, 1, 1))
    field = smooth_cut(field, canal, 2.0)
    superior = _both(
        points,
        lambda p: rod(
            p, (v.canal_width / 2 + 5, v.back - 8, -10.0), (v.canal_width / 2 + 7, v.back - 12, 8.0), 4.6, 3.9
        ),
    )
    return smooth_union(field, superior, 4.0)


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
    solid = partial({"body": body, "arch": arch, "joints": joints, "transverse": transverse}[name], v)
    if level == "C2" and name == "body":
        return lambda points: smooth_union(body(v, points), _dens(v, points), 3.0)
    return solid


def vertebra(level):
    """Return the whole vertebra as one solid, its groups blended into each other."""
    blend = {"neck": 1.8, "chest": 3.0, "low back": 4.0, "sacrum": 4.0}[size(level).region]
    solids = [solid for solid in (group(level, name) for name in GROUPS) if solid]
    return lambda points: _join([solid(points) for solid in solids], blend)


def bounds(level):
    """Return the corners of a box around a vertebra, in mm."""
    v = size(level)
    if level == "S1":
        return (-60.0, -72.0, -112.0), (60.0, 24.0, 18.0)
    if level == "C1":
        return (-42.0, -33.0, -11.0), (42.0, 17.0, 11.0)
    span, reach = _HALF_SPAN[level] + 7, _SPINE_LENGTH[level]
    pitch = radians(_SPINE_PITCH[level])
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
