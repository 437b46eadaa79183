"""Closed lines (n, 2) of the anatomy drawings: rounded, thinned out, and written as paths of plotly shapes."""

import numpy as np

from spine_edu.anatomy.mesh import loops


def smooth(points, times=2):
    """Return a closed outline (n, 2) from rough corners, each of them cut `times` times."""
    points = np.asarray(points, float)
    for _ in range(times):
        ahead = np.roll(points, -1, axis=0)
        points = np.stack([0.75 * points + 0.25 * ahead, 0.25 * points + 0.75 * ahead], 1).reshape(-1, 2)
    return np.vstack([points, points[:1]])


def needed(line, tolerance):
    """Return which points of a line (n, 2 or 3) keep it within `tolerance` (Douglas and Peucker)."""
    keep = np.zeros(len(line), bool)
    far = int(np.argmax(np.linalg.norm(line - line[0], axis=1)))
    keep[[0, far, -1]] = True
    parts = [(0, far), (far, len(line) - 1)]
    while parts:
        start, end = parts.pop()
        if end - start < 2:
            continue
        chord, between = line[end] - line[start], line[start + 1 : end] - line[start]
        along = chord / max(np.linalg.norm(chord), 1e-9)
        away = np.linalg.norm(between - np.outer(between @ along, along), axis=1)
        if away.max() > tolerance:
            middle = start + 1 + int(np.argmax(away))
            keep[middle] = True
            parts += [(start, middle), (middle, end)]
    return keep


def simplified(line, tolerance=0.12):
    """Return a closed line (n, 2) without the points that the eye does not miss."""
    return line[needed(line, tolerance)]


def silhouette(outlines, step):
    """Return the closed lines around overlapping outlines, and around their holes, found on a grid of `step`."""
    corners = np.vstack(outlines)
    low = corners.min(0) - 3 * step
    across, up = (np.arange(*ends, step) for ends in zip(low, corners.max(0) + 3 * step, strict=True))
    x, y = np.meshgrid(across, up, indexing="ij")
    covered = np.zeros(x.shape, bool)
    for outline in outlines:
        (left, bottom), (right, top) = outline.min(0), outline.max(0)
        i, j = np.searchsorted(across, (left, right)), np.searchsorted(up, (bottom, top))
        part = np.s_[i[0] : i[1] + 1, j[0] : j[1] + 1]
        covered[part] |= _covered(outline, x[part], y[part])
    lines = [loop * step + low for loop in loops(0.5 - _softened(covered)) if len(loop) > 8]
    return [simplified(np.vstack([line, line[:1]]), 0.15) for line in lines]


def _covered(outline, x, y):
    """Return whether the points of a grid (x, y) lie in an outline (n, 2)."""
    (x0, y0), (x1, y1) = outline.T, np.roll(outline, -1, axis=0).T
    found = np.zeros(x.shape, bool)
    for a, b, c, d in zip(x0, y0, x1, y1, strict=True):
        if b != d:
            found ^= ((b > y) != (d > y)) & (x < a + (y - b) / (d - b) * (c - a))
    return found


def _softened(covered):
    """Blur a mask a little, so that its edge runs smoothly between the grid points."""
    soft = covered.astype(float)
    for axis in (0, 1):
        soft = 0.25 * np.roll(soft, 1, axis) + 0.5 * soft + 0.25 * np.roll(soft, -1, axis)
    return soft


def joined(outlines):
    """Return outlines as two columns x, y with a gap after each, for one filled trace."""
    if not len(outlines):
        return [], []
    gap = np.full((1, 2), np.nan)
    return np.round(np.vstack([part for line in outlines for part in (line, gap)]), 2).T


def straight(outlines, tolerance=0.16):
    """Return closed lines as one path of straight edges, with as few corners as the eye allows."""
    corners = (simplified(line, tolerance)[:-1] for line in outlines)
    return "".join(f"M{'L'.join(f'{x:.1f},{y:.1f}' for x, y in line)}Z" for line in corners)
