"""What surrounds a herniation in the drawings: vertebral arch, bodies, roots; as polygons in mm.

These are drawings, not measurements: only widths, depths and heights of disc, body and canal come from the data.
Polygons are arrays (n, 2) of the coordinates of ``models.herniation_geometry``.
"""

import math
from functools import cache

import numpy as np

from spine_edu.anatomy.disc import disc_of, nucleus_scale
from spine_edu.herniation.shape import geometry

_ELEVATION, _TURN = math.radians(27), math.radians(28)


@cache
def arch(level):
    """Return laminae, spinous process and inner joint processes (vertebra above), seen from above, as a polygon."""
    half, depth, size, back = _measures(level)
    left = np.array([(half - 0.8, -0.47 * depth), (half + 3.2 * size, -0.66 * depth),
                     (half + 7.5 * size, -0.84 * depth), (half + 6.5 * size, -1.06 * depth),
                     (half - 1.5 * size, -1.04 * depth),
                     (half * 0.5, -depth - 4 * size), (4.5 * size, -depth - 8 * size), (3 * size, -depth - 14 * size),
                     (3.8 * size, -depth - 22 * size), (0, -depth - 24 * size)])
    inner = np.array([(0, -depth - 1.5), (half * 0.5, -0.8 * depth)])
    polygon = np.concatenate([left, (left * [-1, 1])[::-1][1:], (inner * [-1, 1])[::-1], inner[1:]])
    return geometry.rounded(polygon + [0, back], 3)


@cache
def outer_processes(level):
    """Return the two outer joint processes (vertebra below), seen from above, as two polygons."""
    half, depth, size, back = _measures(level)
    left = np.array([(half + 0.6, -0.2 * depth), (half + 5 * size, -0.5), (half + 11 * size, -2.5 * size),
                     (half + 13.5 * size, -0.45 * depth), (half + 10.5 * size, -0.8 * depth),
                     (half + 8 * size, -0.74 * depth), (half + 4 * size, -0.55 * depth), (half + 0.4, -0.38 * depth)])
    left = geometry.rounded(left + [0, back], 3)
    return left, left * [-1, 1]


def _measures(level):
    """Return half the width of the canal, its depth, the size against a big lumbar disc, and y of the disc's back."""
    here = geometry.site(level)
    return here.canal_width / 2, here.canal_depth, here.width / 49, here.back


@cache
def rootlets(level):
    """Return the middles of the roots inside the sac, seen from above."""
    here = geometry.site(level)
    rows = ((0.3, 5), (0.42, 6), (0.54, 5), (0.64, 4))
    spots = [((i - (count - 1) / 2) * here.canal_width * 0.085, here.back - share * here.canal_depth)
             for share, count in rows for i in range(count)]
    return np.array(spots)


@cache
def cord(level):
    """Return the spinal cord in its sac, seen from above."""
    here = geometry.site(level)
    points = geometry.superellipse(here.canal_width * 0.5, here.canal_depth * 0.4, 2.2, np.linspace(0, 2 * math.pi, 49))
    return points + [0, here.back - 0.42 * here.canal_depth]


@cache
def exiting_root(level, side):
    """Return the course of the root that leaves beside the disc, seen from above, as a line."""
    places = geometry.root_places(level, side)
    near, far = places["exiting"], places.get("exiting far")
    if far is None:
        sideways = 1 if side == "left" else -1
        return _smooth(np.array([near - [sideways * 3, 1], near, near + [sideways * 5, 1.5]]))
    return _smooth(np.array([near + (near - far) * 0.15, near, far, far + (far - near) * 0.45]))


def _smooth(line, times=3):
    for _ in range(times):
        middle = np.stack([0.75 * line[:-1] + 0.25 * line[1:], 0.25 * line[:-1] + 0.75 * line[1:]], axis=1)
        line = np.concatenate([line[:1], middle.reshape(-1, 2), line[-1:]])
    return line


def bend(level, points):
    """Return side-view points (out, z) with the back walls leaning as the wedge of the disc makes them lean."""
    here = geometry.site(level)
    beyond = np.maximum(np.abs(points[:, 1]) - here.height_back / 2, 0)
    return np.column_stack([points[:, 0] + beyond * math.tan(math.radians(here.wedge) / 2), points[:, 1]])


@cache
def body_from_side(level, which):
    """Return the vertebral body "above" or "below" the disc, seen from the side with the front at the left."""
    here = geometry.site(level)
    height = here.body_above if which == "above" else here.body_below
    sacrum = here.below == "S1" and which == "below"
    half_tilt = math.radians(here.wedge) / 2
    depth, back = here.depth, 0.0
    narrow = 0.72 if sacrum else 0.97
    waist = 1.5 if here.region == "low back" else 0.6
    corner = np.array([(-depth, 0), (-depth + waist, height / 2), (-depth * narrow, height), (back, height),
                       (back - waist * 0.6, height / 2), (back, 0)])
    corner = _round_corners(corner, 1.6 if here.region == "low back" else 0.9)
    turn = np.array([[math.cos(half_tilt), -math.sin(half_tilt)], [math.sin(half_tilt), math.cos(half_tilt)]])
    tilted = corner @ turn + [0, here.height_back / 2]
    return tilted if which == "above" else tilted * [1, -1]


def _round_corners(polygon, radius):
    """Return the polygon with each corner replaced by a short curve."""
    pieces = []
    for before, at, after in zip(np.roll(polygon, 1, axis=0), polygon, np.roll(polygon, -1, axis=0), strict=False):
        start = at + (before - at) / np.linalg.norm(before - at) * radius
        end = at + (after - at) / np.linalg.norm(after - at) * radius
        share = np.linspace(0, 1, 5)[:, None]
        pieces.append((1 - share) ** 2 * start + 2 * share * (1 - share) * at + share ** 2 * end)
    closed = np.concatenate(pieces)
    return np.concatenate([closed, closed[:1]])


@cache
def disc_from_side(level):
    """Return the disc seen from the side, and its nucleus, as two polygons."""
    here = geometry.site(level)
    front, back, depth = here.height_front / 2, here.height_back / 2, here.depth
    overhang = 0.8
    share = np.linspace(-1, 1, 9)
    front_edge = np.column_stack([-depth - overhang * (1 - share ** 2), share * front])
    back_edge = np.column_stack([overhang * (1 - share ** 2), -share * back])
    disc = np.concatenate([front_edge, back_edge, front_edge[:1]])
    size = nucleus_scale()
    middle = -disc_of(level).centre - depth / 2
    height = (front + back) * 0.85
    nucleus = geometry.superellipse(depth * size, height, 2.6, np.linspace(0, 2 * math.pi, 41))
    slope = (front - back) / depth
    nucleus[:, 1] *= 1 - slope * nucleus[:, 0] / height * 2
    return disc, nucleus + [middle, 0]


@cache
def pedicles(level):
    """Return where the pedicles of both vertebrae stand, seen from the side, as two polygons."""
    here = geometry.site(level)
    top, bottom = geometry.constant("pedicle_top") / 100, geometry.constant("pedicle_bottom") / 100
    above = _pedicle(here.height_back / 2 + here.body_above * (1 - bottom), here.body_above * (bottom - top), here)
    below = _pedicle(-here.height_back / 2 - here.body_below * bottom, here.body_below * (bottom - top), here)
    return bend(level, above), bend(level, below)


def _pedicle(low, height, here):
    length = here.canal_depth * 0.55
    oval = geometry.superellipse(length, height, 3, np.linspace(0, 2 * math.pi, 33))
    return oval + [length * 0.42, low + height / 2]


@cache
def root_in_foramen(level):
    """Return the root between the pedicles, seen from the side."""
    here = geometry.site(level)
    oval = geometry.superellipse(0.3 * here.canal_depth, 0.26 * here.body_above, 2, np.linspace(0, 2 * math.pi, 33))
    return oval + [0.35 * here.canal_depth, here.height_back / 2 + 0.24 * here.body_above]


@cache
def behind_from_side(level):
    """Return the two spinous processes, seen from the side, as two polygons."""
    here = geometry.site(level)
    long = 20 if here.region == "low back" else 16
    pieces = []
    for middle, height in ((here.height_back / 2 + here.body_above * 0.3, here.body_above * 0.72),
                           (-here.height_back / 2 - here.body_below * 0.66, here.body_below * 0.72)):
        corner = np.array([(0, -height / 2), (0, height / 2), (long, height * 0.2), (long, -height * 0.5)])
        piece = _round_corners(corner, 2.5 if here.region == "low back" else 1.4)
        pieces.append(bend(level, piece + [here.canal_depth + 1, middle]))
    return pieces


@cache
def sac_from_side(level):
    """Return the sac in the canal, seen from the side."""
    here = geometry.site(level)
    z = np.linspace(-here.height_back / 2 - here.body_below, here.height_back / 2 + here.body_above, 15)
    front = bend(level, np.column_stack([np.full_like(z, 0.22 * here.canal_depth), z]))
    back = bend(level, np.column_stack([np.full_like(z, 0.86 * here.canal_depth), z]))
    return np.concatenate([front, back[::-1]])


@cache
def nerves_from_side(level):
    """Return roots (or the two edges of the cord) in the sac, seen from the side, as lines."""
    here = geometry.site(level)
    z = np.linspace(-here.height_back / 2 - here.body_below, here.height_back / 2 + here.body_above, 15)
    shares = (0.38, 0.52, 0.66) if here.region == "low back" else (0.34, 0.72)
    return [bend(level, np.column_stack([np.full_like(z, share * here.canal_depth), z])) for share in shares]


@cache
def canal_from_side(level):
    """Return the canal, seen from the side."""
    here = geometry.site(level)
    z = np.linspace(-here.height_back / 2 - here.body_below, here.height_back / 2 + here.body_above, 15)
    front = bend(level, np.column_stack([np.zeros_like(z), z]))
    back = bend(level, np.column_stack([np.full_like(z, here.canal_depth + 1), z]))
    return np.concatenate([front, back[::-1]])


def project(points, z, side):
    """Return points (n, 2) at height `z` (number or (n,)) as seen from behind, above and a little from `side`."""
    turn = _TURN * (1 if side == "left" else -1)
    x = points[:, 0] * math.cos(turn) + points[:, 1] * math.sin(turn)
    y = -points[:, 0] * math.sin(turn) + points[:, 1] * math.cos(turn)
    return np.column_stack([-x, z * math.cos(_ELEVATION) + y * math.sin(_ELEVATION)])


@cache
def block(level, low, high, side):
    """Return the silhouette of the outline swept from height `low` to `high` (mm), and its upper face, projected."""
    points = geometry.outline(level)[::12]
    top = project(points, high, side)
    return _hull(np.concatenate([project(points, low, side), top])), top


def _hull(points):
    """Return the convex hull of points (n, 2) as a closed polygon (monotone chain)."""
    ordered = sorted(map(tuple, points))
    half = [_chain(ordered), _chain(ordered[::-1])]
    hull = half[0][:-1] + half[1]
    return np.array(hull)


def _chain(points):
    chain = []
    for x, y in points:
        while len(chain) > 1 and ((chain[-1][0] - chain[-2][0]) * (y - chain[-2][1])
                                  <= (chain[-1][1] - chain[-2][1]) * (x - chain[-2][0])):
            chain.pop()
        chain.append((x, y))
    return chain
