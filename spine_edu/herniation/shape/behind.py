"""The shape builder seen from behind, a little from above and from the side: blocks, and the material as one body."""

import math
from itertools import pairwise

from spine_edu.herniation.shape.material import Broad, slices

SLICES = 9
#: On how many lines across the silhouette its edge is looked up.
_LINES = 26
_ELEVATION, _TURN = math.radians(27), math.radians(28)


def still(site, side, paint, frame):
    """Return the shapes that no slider moves: the disc between the ends of two vertebrae."""
    half, tall = site.height_back / 2, min(site.body_above, site.body_below) * 0.62
    below, _ = _block(site, -half - tall, -half, side)
    disc, _ = _block(site, -half, half, side)
    above, face = _block(site, half, half + tall, side)
    return [
        paint.shape("vertebra below, from behind", frame.place([below]), "bone"),
        paint.shape("disc, from behind", frame.place([disc]), "annulus"),
        paint.shape("vertebra above, from behind", frame.place([above]), "bone"),
        paint.line("upper face of the vertebra above", frame.place([face]), paint.edge, width=0.8),
    ]


def body(result):
    """Return the material as polygons that all run the same way round; together they fill its silhouette.

    Each lies between two neighbouring slices. Of a bulge only its outer face is seen, between the vertebrae.
    """
    if result.material is None:
        return []
    rings = slices(result.material, result.profile, SLICES)
    if isinstance(result.material, Broad):
        rings = [(z, polygon[: len(polygon) // 2]) for z, polygon in rings]
    seen = [project(ring, z, result.state.side) for z, ring in rings]
    if isinstance(result.material, Broad):
        return [_face(lower + upper[::-1]) for lower, upper in pairwise(map(_near, seen))]
    return [_hull(lower + upper) for lower, upper in pairwise(seen)]


def silhouette(result):
    """Return the outline of all pieces of the `body` together as one polygon; empty where there is none.

    Material is looked through from left to right at each height, and a bulge, which lies round the disc, from below to
    above at each place across.
    """
    pieces = body(result)
    if not pieces:
        return []
    upright = isinstance(result.material, Broad)
    if upright:
        pieces = [[(y, x) for x, y in piece] for piece in pieces]
    ends = [min, max]
    points = [point for piece in pieces for point in piece]
    low, high = (one(points, key=lambda point: point[1]) for one in ends)
    step = (high[1] - low[1]) / _LINES
    levels = [low[1] + (number + 0.5) * step for number in range(_LINES)]
    left, right = [math.inf] * _LINES, [-math.inf] * _LINES
    for piece in pieces:
        for (x, y), (u, v) in pairwise([*piece, piece[0]]):
            if v < y:
                x, y, u, v = u, v, x, y
            first, behind = (math.ceil((one - low[1]) / step - 0.5) for one in (y, v))
            for number in range(first, min(_LINES, behind)):
                across = x + (u - x) * (levels[number] - y) / (v - y)
                left[number], right[number] = min(left[number], across), max(right[number], across)
    rows = [row for row in zip(levels, left, right, strict=True) if row[1] <= row[2]]
    line = [low, *((right, y) for y, _, right in rows), high, *((left, y) for y, left, _ in reversed(rows)), low]
    return [(y, x) for x, y in line] if upright else line


def _near(line):
    """Return the near part of a projected edge: what lies between its leftmost and its rightmost point."""
    ends = sorted(f(range(len(line)), key=lambda number: line[number][0]) for f in (min, max))
    return line[ends[0] : ends[1] + 1]


def labels(frame):
    """Return the words on the drawing: x, y, text, place of the words against that point."""
    return [
        (0.62 * frame.left, 0.74 * frame.low, "<b>left</b>", "bottom center"),
        (0.62 * frame.right, 0.74 * frame.low, "<b>right</b>", "bottom center"),
    ]


def project(line, z, side):
    """Return a line (x, y), seen from above, at the height `z` as it is seen from behind and a little from `side`."""
    turn = _TURN * (1 if side == "left" else -1)
    cos, sin, rise, tall = math.cos(turn), math.sin(turn), math.sin(_ELEVATION), z * math.cos(_ELEVATION)
    return [(-x * cos - y * sin, tall + (y * cos - x * sin) * rise) for x, y in line]


def _block(site, low, high, side):
    """Return the silhouette of the outline swept from height `low` to `high` (mm), and its upper face."""
    line = site.outline[::12]
    top = project(line, high, side)
    return _hull(project(line, low, side) + top), top


def _face(line):
    """Return a strip of a face so that it runs against the clock, as hulls do."""
    area = sum(x * v - u * y for (x, y), (u, v) in pairwise([*line, line[0]]))
    return line if area > 0 else line[::-1]


def _hull(points):
    """Return the convex hull of points as a closed polygon (monotone chain)."""
    ordered = sorted(points)
    return _chain(ordered)[:-1] + _chain(ordered[::-1])


def _chain(points):
    chain = []
    for x, y in points:
        while len(chain) > 1 and (
            (chain[-1][0] - chain[-2][0]) * (y - chain[-2][1]) <= (chain[-1][1] - chain[-2][1]) * (x - chain[-2][0])
        ):
            chain.pop()
        chain.append((x, y))
    return chain
