"""The shape builder seen from the side, with the front at the left: disc, bodies, canal, and the material behind.

Points are (out, z) in mm: how far behind the back wall of the bodies, and how far above the middle of the disc. Only
heights, depths and the wedge come from the data; the rest is drawn to fit.
"""

import math

from spine_edu import data
from spine_edu.anatomy.disc import nucleus_scale
from spine_edu.anatomy.lines import even, interpolated, moved, superellipse, unit
from spine_edu.herniation.shape.above import runs
from spine_edu.herniation.shape.site import constant


def still(site, beside, paint, frame):
    """Return the shapes that no slider moves; `beside` the canal the slice goes through the foramen."""
    disc, nucleus = _disc(site)
    pedicles = frame.place(_pedicles(site))
    if beside:
        bony = [
            paint.shape("pedicles in the slice", pedicles, "bone"),
            paint.shape("root in the foramen", frame.place([_root_in_foramen(site)]), "nerve"),
        ]
    else:
        bony = [
            paint.shape("sac, from the side", frame.place([_behind(site, 0.22, 0.86)]), "sac", width=0.6),
            paint.line("nerves in the sac", frame.place(_nerves(site)), paint.fill["nerve"], width=2),
            paint.shape("spinous processes", frame.place(_spinous_processes(site)), "bone"),
            paint.line("pedicles beside the slice", pedicles, paint.label, dash="dot"),
        ]
    canal = _behind(site, 0.0, 1 + 1 / site.canal_depth)
    return [
        paint.shape("canal, from the side", frame.place([canal]), "fat", width=0),
        *bony,
        paint.shape("vertebrae above and below", frame.place([_body(site, True), _body(site, False)]), "bone"),
        paint.shape("annulus, from the side", frame.place([disc]), "annulus", width=1.5),
        paint.shape("nucleus, from the side", frame.place([nucleus]), "nucleus", width=0.6),
    ]


def outline(result):
    """Return the edge of the material."""
    return bend(result.site, result.profile.outline[::2])


def ligament(result):
    """Return the ligament behind the disc as lines: over the material, or broken where it is bare."""
    line, covered, profile = [], [], result.profile
    for z in _heights(result.site, 41):
        inside = profile is not None and profile.z[0] <= z <= profile.z[-1]
        out = interpolated(z, profile.z, profile.out) if inside else 0.0
        covered.append(out > 0.5)
        line.append((out + 0.6 if out > 0.5 else 0.5, z))
    line = bend(result.site, line)
    bare = result.state.cover == "nothing" and result.rule.rule != "broad"
    return runs(line, [not one for one in covered]) if bare else [line]


def labels(result, frame):
    """Return the words on the drawing: x, y, text, place of the words against that point."""
    site = result.site
    middle = max(frame.left, -site.depth) / 2
    return [
        (frame.left + 1, frame.low, "front", "top right"),
        (frame.right - 1, frame.low, "back", "top left"),
        (middle, (site.height_back + site.body_above) / 2, f"<b>{site.above}</b>", "middle center"),
        (middle, -(site.height_back + site.body_below) / 2, f"<b>{site.below}</b>", "middle center"),
    ]


def neighbours(site, frame):
    """Return how the discs above and below in the same region are reached: x, y, which way, and their level."""
    rows = [row.level for row in data.table("herniation_levels") if row.region == site.region]
    order = [disc.disc for disc in data.table("anatomy_discs") if disc.disc in rows]
    here, middle = order.index(site.level), max(frame.left, -site.depth) / 2
    spots = []
    for step, way, height in ((-1, "up", site.body_above), (1, "down", site.body_below)):
        if 0 <= here + step < len(order):
            away = site.height_back / 2 + 0.78 * height
            spots.append((middle, -step * away, way, order[here + step]))
    return spots


def bend(site, line):
    """Return a line whose back walls lean as the wedge of the disc makes them lean."""
    lean, half = math.tan(math.radians(site.wedge) / 2), site.height_back / 2
    return [(out + max(abs(z) - half, 0.0) * lean, z) for out, z in line]


def _heights(site, count):
    """Return `count` heights from the lower end of the vertebra below to the upper end of the one above."""
    return even(-site.height_back / 2 - site.body_below, site.height_back / 2 + site.body_above, count)


def _along(site, share):
    """A line along the canal, at a share of its depth behind the back wall."""
    return bend(site, [(share * site.canal_depth, z) for z in _heights(site, 15)])


def _behind(site, near, far):
    """The part of the canal between two shares of its depth."""
    return _along(site, near) + _along(site, far)[::-1]


def _nerves(site):
    """The roots in the sac, or the two edges of the cord."""
    return [_along(site, share) for share in ((0.38, 0.52, 0.66) if site.region == "low back" else (0.34, 0.72))]


def _body(site, above):
    """The vertebral body above or below the disc."""
    height, sacrum = site.body_above if above else site.body_below, site.below == "S1" and not above
    depth, waist = site.depth, 1.5 if site.region == "low back" else 0.6
    corners = [
        (-depth, 0),
        (-depth + waist, height / 2),
        (-depth * (0.72 if sacrum else 0.97), height),
        (0, height),
        (-waist * 0.6, height / 2),
        (0, 0),
    ]
    half_tilt, sign = math.radians(site.wedge) / 2, 1 if above else -1
    cos, sin = math.cos(half_tilt), math.sin(half_tilt)
    return [
        (x * cos + y * sin, sign * (y * cos - x * sin + site.height_back / 2))
        for x, y in _round_corners(corners, 1.6 if site.region == "low back" else 0.9)
    ]


def _round_corners(polygon, radius):
    """Return a polygon with each corner replaced by a short curve, as a closed line."""
    line = []
    for before, at, after in zip([polygon[-1], *polygon[:-1]], polygon, [*polygon[1:], polygon[0]], strict=True):
        start, end = (_towards(at, other, radius) for other in (before, after))
        line += [
            tuple((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c for a, b, c in zip(start, at, end, strict=True))
            for t in even(0, 1, 5)
        ]
    return [*line, line[0]]


def _towards(one, other, distance):
    """Return the point at a distance from `one` on the way to `other`."""
    across, up = unit(other[0] - one[0], other[1] - one[1])
    return one[0] + across * distance, one[1] + up * distance


def _disc(site):
    """The disc and its nucleus, as two polygons."""
    front, back, depth, overhang = site.height_front / 2, site.height_back / 2, site.depth, 0.8
    front_edge = [(-depth - overhang * (1 - share**2), share * front) for share in even(-1, 1, 9)]
    back_edge = [(overhang * (1 - share**2), -share * back) for share in even(-1, 1, 9)]
    height, slope = (front + back) * 0.85, (front - back) / depth
    middle = -depth / 2 - site.disc.centre
    nucleus = [
        (x + middle, z * (1 - slope * x / height * 2))
        for x, z in superellipse(depth * nucleus_scale(), height, 2.6, 41)
    ]
    return [*front_edge, *back_edge, front_edge[0]], nucleus


def _pedicles(site):
    """Where the pedicles of both vertebrae stand."""
    top, bottom = constant("pedicle_top") / 100, constant("pedicle_bottom") / 100
    above, below, half = site.body_above, site.body_below, site.height_back / 2
    return [
        bend(site, _pedicle(half + above * (1 - bottom), above * (bottom - top), site)),
        bend(site, _pedicle(-half - below * bottom, below * (bottom - top), site)),
    ]


def _pedicle(low, height, site):
    length = site.canal_depth * 0.55
    return moved(superellipse(length, height, 3, 33), length * 0.42, low + height / 2)


def _root_in_foramen(site):
    """The root between the pedicles."""
    root = superellipse(0.3 * site.canal_depth, 0.26 * site.body_above, 2, 33)
    return moved(root, 0.35 * site.canal_depth, site.height_back / 2 + 0.24 * site.body_above)


def _spinous_processes(site):
    """The two spinous processes."""
    lumbar = site.region == "low back"
    long = 20 if lumbar else 16
    pieces = []
    for middle, height in (
        (site.height_back / 2 + site.body_above * 0.3, site.body_above * 0.72),
        (-site.height_back / 2 - site.body_below * 0.66, site.body_below * 0.72),
    ):
        corners = [(0, -height / 2), (0, height / 2), (long, height * 0.2), (long, -height * 0.5)]
        piece = _round_corners(corners, 2.5 if lumbar else 1.4)
        pieces.append(bend(site, moved(piece, site.canal_depth + 1, middle)))
    return pieces
