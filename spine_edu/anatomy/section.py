"""A slice through a disc, seen from the feet as scans are: the person's right lies on the left of the paper.

x runs to the right of the paper (the person's left), y to the front, both in mm with the origin in the middle of the
disc. Disc and canal have the sizes of the anatomy tables; bones, muscles and nerves around them are drawn to fit.
"""

from dataclasses import dataclass
from functools import cache
from math import cos, pi, radians, sin

from spine_edu.anatomy import surroundings
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.disc import disc_of, ring_scales
from spine_edu.anatomy.lines import (
    anticlockwise,
    band,
    bow,
    closed,
    even,
    interpolated,
    mirrored,
    moved,
    oval,
    smooth,
    unit,
)
from spine_edu.anatomy.sizes import size

#: Distance of a zone's middle from the midline, as a share of half the disc's width: (low back, neck).
_ZONE_AT = {
    "central": (0.0, 0.0),
    "subarticular": (0.40, 0.42),
    "foraminal": (0.70, 0.80),
    "extraforaminal": (0.93, 0.93),
}
_RINGS = 6
#: Corners of the spinous process, with y from the back of the canal: in the chest and low back, and forked in the neck.
_SPINOUS = ((-3.4, -3), (3.4, -3), (2.6, -14), (4.0, -27), (0, -30), (-4.0, -27), (-2.6, -14))
_FORKED = ((-2.2, -1), (2.2, -1), (1.8, -7), (4.6, -14), (2.6, -16), (0, -11), (-2.6, -16), (-4.6, -14), (-1.8, -7))


@dataclass(frozen=True)
class Section:
    """Outlines of one slice: tissue -> tuple of closed lines of points; and the places of roots and zones.

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
    upper, lower = size(disc.upper), size(disc.lower)
    canal = ((upper.canal_width + lower.canal_width) / 2, (upper.canal_depth + lower.canal_depth) / 2)
    neck, back = upper.region == "neck", disc.back
    edge = disc.outline(72)
    outlines = _disc(disc) | (_neck if neck else _trunk)(disc, edge, *canal, column.content(level))
    outlines |= surroundings.outlines(level)
    side = 0.42 * disc.width
    exiting = (disc.width / 2 + 4.0, back - 1.6) if neck else (side, _back_at(edge, side) - 4.6)
    traversing = None if neck else (0.70 * canal[0] / 2, back - 3.0)
    outlines["root"] = _roots(traversing, exiting, neck, back, canal)
    return Section(
        {name: tuple(anticlockwise(line) for line in lines) for name, lines in outlines.items()},
        traversing,
        exiting,
        disc.width,
        disc.depth,
        back,
        1.6 if neck else 1.15 if upper.region == "chest" else 1.0,
    )


@cache
def zone_place(level, zone, side, within=0.0):
    """Return the point of the disc's edge in a zone and the direction outwards, as two pairs.

    Parameters
    ----------
    level, zone, side : str
    within : float
        Where in the zone: its middle is 0, its inner end -1 and its outer end 1. The middle zone goes from side to
        side.
    """
    disc = disc_of(level)
    edge = _fine_edge(disc)
    share = _zone_share(zone, size(disc.upper).region == "neck", within)
    x = share * disc.width / 2 * (-1 if side == "right" else 1)
    k = min((k for k, (_, y) in enumerate(edge) if y < 0), key=lambda k: abs(edge[k][0] - x))
    (x0, y0), (x1, y1) = edge[k - 4], edge[(k + 4) % len(edge)]
    return edge[k], unit(y1 - y0, x0 - x1)


@cache
def _fine_edge(disc):
    """The edge of a disc in so many points that a place on it is found by looking."""
    return disc.outline(720)


def _zone_share(zone, neck, within):
    """How far out a place of a zone is, as a share of half the disc's width."""
    middles = [at[neck] for at in _ZONE_AT.values()]
    number = list(_ZONE_AT).index(zone)
    here = middles[number]
    # A zone ends halfway to the next one; the outermost one near the end of the disc.
    outer = (here + middles[number + 1]) / 2 if number + 1 < len(middles) else 0.97
    inner = (here + middles[number - 1]) / 2 if number else -outer
    return here + (outer - here if within > 0 else here - inner) * within


@cache
def herniation(level, zone, side, within=0.0):
    """Return the outline of a herniation with its way through the annulus, as a closed line; see `zone_place`."""
    here = section(level)
    (x, y), (nx, ny) = zone_place(level, zone, side, within)
    base, dome = 0.23 * here.width, (0.125 if here.scale < 1.5 else 0.17) * here.width
    if zone == "central":
        base *= 1.25
    outline = []
    for t in even(-1, 1, 11):
        wave = max(cos(pi * t / 2), 0.0)
        along, out = t * base / 2 * (1 + 0.25 * wave), dome * wave**1.1 - 0.02 * here.width
        outline.append((x - along * ny + out * nx, y + along * nx + out * ny))
    inside, half = (0.48 * x, y + 0.52 * (disc_of(level).centre - y)), 0.10 * here.width
    neck = [(inside[0] - sign * ny * half, inside[1] + sign * nx * half) for sign in (1, -1)]
    return smooth([*outline, *neck])


def _disc(disc):
    rings = [closed(disc.outline(72, scale)) for scale in ring_scales(_RINGS)]
    return {
        "outer_annulus": rings[:1],
        "inner_annulus": [rings[_RINGS // 2]],
        "nucleus": [rings[-1]],
        "rings": rings[1:-1],
    }


def _back_at(edge, x):
    """y of the back edge of a disc at a distance from its midline, in mm."""
    return interpolated(x, *zip(*sorted(point for point in edge if point[1] < 0), strict=True))


def _both(outline):
    return [outline, mirrored(outline)]


def _strap(edge, half, lift, front):
    """A thin band on the edge of the disc: the ligament at its front or its back."""
    on = sorted((x, y) for x, y in edge if abs(x) < half and (y > 0) == front)
    return band(moved(on, up=lift if front else -lift), 1.1)


def _canal_line(back, wide, deep):
    side = bow((wide / 2, back - 0.5), (0.50 * wide, back - 0.62 * deep), (0.0, back - deep - 1.0))
    return smooth([*side, *mirrored(side)[1:]])


def _trunk(disc, edge, wide, deep, inside):
    w, back = disc.width, disc.back
    arch = back - deep
    lamina = [band(bow((0.5 * wide + 2.5, back - 0.72 * deep), (0.30 * wide, arch - 1.0), (0.0, arch - 5.0)), 5.4)]
    spine = smooth(moved(_SPINOUS, up=arch))
    facet_out = oval(0.5 * wide + 7.4, back - 0.44 * deep, 6.4, 4.0, 58)
    facet_in = oval(0.5 * wide + 1.6, back - 0.70 * deep, 6.0, 3.9, 58)
    flavum = band(bow((0.44 * wide, back - 0.40 * deep), (0.33 * wide, back - 0.80 * deep), (0.0, arch + 0.2)), 2.0)
    sac = oval(0.0, back - 0.47 * deep, 0.30 * wide, 0.36 * deep)
    found = {
        "canal": [_canal_line(back, wide, deep)],
        "sac": [sac],
        "bone": [*lamina, mirrored(lamina[0]), spine],
        "facet": [*_both(facet_out), *_both(facet_in)],
        "yellow_ligament": _both(flavum),
        "posterior_ligament": [_strap(edge, 0.20 * w, 0.7, False)],
        "anterior_ligament": [_strap(edge, 0.34 * w, 0.8, True)],
    }
    if inside == "cauda equina":
        found["cauda_equina"] = _tail_roots(sac, back - 0.47 * deep)
    else:
        cord = 1.0 if inside == "cord" else 0.72
        found |= _cord(0.0, back - 0.45 * deep, 4.9 * cord, 3.9 * cord)
        if inside != "cord":
            found["cauda_equina"] = [dot for dot in _tail_roots(sac, back - 0.47 * deep) if abs(_middle(dot)[0]) > 3.6]
    return found


def _tail_roots(sac, middle):
    """The roots of the cauda equina: small rounds in the back half of the sac, in rows that hug its wall."""
    (left, right), (low, high) = ((min(ends), max(ends)) for ends in zip(*sac, strict=True))
    half, tall = (right - left) / 2, (high - low) / 2
    return [
        oval(
            ring * half * cos(radians(angle)),
            middle + ring * tall * sin(radians(angle)),
            0.075 * half,
            0.075 * half,
            count=9,
        )
        for ring, count in ((0.78, 15), (0.50, 9), (0.20, 4))
        for angle in even(195, 345, count)
    ]


def _middle(outline):
    """The mean of the corners of a closed line."""
    x, y = zip(*outline, strict=True)
    return sum(x) / len(x), sum(y) / len(y)


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
    return {"cord": [oval(x, y, rx, ry)], "grey": [moved(piece, x, y) for piece in (*_both(horn), bridge)]}


def _neck(disc, edge, wide, deep, inside):
    w, back = disc.width, disc.back
    arch = back - deep
    pillar = 0.5 * wide + 4.6
    lamina = band(bow((pillar - 2.5, back - 0.72 * deep), (0.32 * wide, arch + 0.5), (0.0, arch - 3.2)), 3.6)
    spine = smooth(moved(_FORKED, up=arch))
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
    flavum = band(bow((0.40 * wide, back - 0.56 * deep), (0.30 * wide, back - 0.86 * deep), (0.0, arch + 0.4)), 1.4)
    return {
        "canal": [_canal_line(back, wide, deep)],
        "sac": [oval(0, back - 0.47 * deep, 0.36 * wide, 0.37 * deep)],
        **_cord(0.0, back - 0.46 * deep, 6.3, 3.9),
        "bone": [lamina, mirrored(lamina), spine, *_both(lip)],
        "facet": [*_both(front), *_both(rear)],
        "yellow_ligament": _both(flavum),
        "posterior_ligament": [_strap(edge, 0.30 * w, 0.6, False)],
        "anterior_ligament": [_strap(edge, 0.34 * w, 0.7, True)],
    }


def _roots(traversing, exiting, neck, back, canal):
    """Roots on both sides: rounds in the low back; in the neck bands that run out sideways from the cord."""
    if not neck:
        x, y = exiting
        return [*_both(oval(*traversing, 1.9, 1.9)), *_both(oval(x, y, 3.6, 2.6, 25))]
    x, y = exiting
    path = bow((4.5, back - 0.46 * canal[1]), (0.60 * x, back - 0.28 * canal[1]), (x + 7.0, y + 4.5))
    swelling = oval(x, y - 0.4, 3.3, 1.9, 32)
    return [*_both(band(path, 1.9)), *_both(swelling)]
