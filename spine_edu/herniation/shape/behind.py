"""The shape builder seen from behind, a little from above and from the side: blocks, and the material in slices."""

import math

from spine_edu.herniation.shape.above import thinned
from spine_edu.herniation.shape.material import slices

SLICES = 5
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


def layers(result):
    """Return slices through the material, from the lowest up: each as a list of one line or none."""
    if result.material is None:
        return [[]] * SLICES
    return [
        [thinned(project(polygon, z, result.state.side))]
        for z, polygon in slices(result.material, result.profile, SLICES)
    ]


def labels(frame):
    """Return the words on the drawing: x, y, text, place of the words against that point."""
    return [
        (frame.left + 1, frame.low, "<b>left</b>", "top right"),
        (frame.right - 1, frame.low, "<b>right</b>", "top left"),
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
