"""Solids as signed distances, and their surfaces as triangles: the small geometry kit behind the drawn column.

A solid is a function from points (n, 3) in mm to signed distances (n,), negative inside. Solids are joined by
`smooth_union`, and `surface` turns one into a closed triangle mesh by naive surface nets: one vertex in every
grid cell that the surface crosses, one square across every grid edge that it crosses.
"""

import numpy as np

#: The eight corners of a grid cell, and the twelve pairs of corners that its edges join.
_CORNERS = np.array([[i, j, k] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
_EDGES = [(a, b) for a in range(8) for b in range(a + 1, 8) if np.abs(_CORNERS[a] - _CORNERS[b]).sum() == 1]

#: How near a surface can be to the grid point that tells, in steps: one along an edge, and the way across a cell.
_NEAR = 1 + np.sqrt(3)
#: Four directions that together show how a field rises.
_TETRAHEDRON = np.array([[1, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]], float)


def smooth_union(one, other, blend):
    """Join two distance fields; `blend` is the width of the fillet in mm."""
    share = np.clip(0.5 + 0.5 * (other - one) / blend, 0.0, 1.0)
    return other + (one - other) * share - blend * share * (1.0 - share)


def smooth_cut(one, other, blend):
    """Take the solid `other` away from `one` with a rounded edge of `blend` mm."""
    return -smooth_union(-one, other, blend)


def common(one, other, blend):
    """Keep what two solids have in common, with a rounded edge of `blend` mm."""
    return -smooth_union(-one, -other, blend)


def union(fields, blend):
    """Join any number of distance fields, one after the other, by `smooth_union`."""
    joined = fields[0]
    for field in fields[1:]:
        joined = smooth_union(joined, field, blend)
    return joined


def both_sides(points, solid):
    """Return the distance to a solid that is given for the right side (x > 0) and stands on both."""
    folded = points.copy()
    folded[:, 0] = np.abs(folded[:, 0])
    return solid(folded)


def rods(points, rows, blend):
    """Return the distance to rods that run into each other; each row holds what `rod` takes after the points."""
    return union([rod(points, *row) for row in rows], blend)


def rod(points, start, end, radius, end_radius=None, stretch=(1.0, 1.0, 1.0)):
    """Return the distance to a rod with round ends, thicker or thinner at its end.

    `stretch` widens the rod along an axis: ``(1, 1, 2)`` makes it twice as tall as it is thick.
    """
    stretch = np.asarray(stretch, float)
    start, end = np.asarray(start, float) / stretch, np.asarray(end, float) / stretch
    away, axis = points / stretch - start, end - start
    along = np.clip(away @ axis / (axis @ axis), 0.0, 1.0)
    radius_there = radius + ((radius if end_radius is None else end_radius) - radius) * along
    return (_length(away - along[:, None] * axis) - radius_there) * stretch.min()


def ellipsoid(points, centre, radii):
    """Return the distance (to first order) to an ellipsoid."""
    scaled = (points - np.asarray(centre, float)) / np.asarray(radii, float)
    size = _length(scaled)
    slope = _length(scaled / np.asarray(radii, float))
    return size * (size - 1.0) / np.maximum(slope, 1e-9)


def block(points, centre, half, pitch=0.0, rounding=1.0):
    """Return the distance to a box with rounded edges, turned by `pitch` radians about the left-right axis."""
    x, y, z = (points - np.asarray(centre, float)).T
    cos, sin = np.cos(pitch), np.sin(pitch)
    beyond = np.abs(np.stack([x, cos * y + sin * z, cos * z - sin * y], axis=1)) - (np.asarray(half) - rounding)
    outside = _length(np.maximum(beyond, 0.0))
    return outside + np.minimum(beyond.max(axis=1), 0.0) - rounding


def _length(vectors):
    """Return the lengths (n,) of vectors (n, 3): twice as fast as numpy's norm, which sums along short rows."""
    return np.sqrt(np.einsum("ij,ij->i", vectors, vectors))


def grid(low, high, step):
    """Return the shape and the points (n, 3) of a grid over a box; `step` is one spacing or one an axis, in mm."""
    steps = np.broadcast_to(step, 3)
    axes = [np.arange(a, b + spacing, spacing) for a, b, spacing in zip(low, high, steps, strict=True)]
    shape = tuple(len(axis) for axis in axes)
    return shape, np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)


def surface(solid, low, high, step):
    """Return the surface of a solid as vertices (n, 3) in mm, unit normals (n, 3) and triangles (m, 3).

    Parameters
    ----------
    solid : callable
        Points (n, 3) to signed distances (n,).
    low, high : sequence of float
        Corners of the box to search, in mm; the solid must lie inside it.
    step : float
        Grid spacing in mm.
    """
    field = _field(solid, low, high, step)
    vertices, number = _cell_vertices(field, np.asarray(low, float), step)
    triangles = _crossing_squares(field < 0, number)
    normals = gradient(solid, vertices)
    vertices = vertices - np.clip(solid(vertices), -step / 2, step / 2)[:, None] * normals
    return vertices, gradient(solid, vertices), triangles


def _field(solid, low, high, step):
    """Return the distances on a grid over a box: true near the surface, and elsewhere with the right sign.

    A distance changes by no more than the way that one goes. So every second point along each axis tells, for itself
    and its neighbours, whether the surface can be near; most are spared.
    """
    shape, points = grid(low, high, step)
    points = points.reshape(*shape, 3)
    few = points[::2, ::2, ::2]
    field = solid(few.reshape(-1, 3)).reshape(few.shape[:3])
    field = field.repeat(2, 0).repeat(2, 1).repeat(2, 2)[tuple(map(slice, shape))]
    near = np.abs(field) < _NEAR * np.max(step)
    field[near] = solid(points[near])
    return field


def gradient(solid, points, reach=0.25):
    """Return the unit normals (n, 3) of the distance field at `points`, from four points around each."""
    around = reach * _TETRAHEDRON[:, None]
    slope = solid((points + around).reshape(-1, 3)).reshape(4, -1).T @ _TETRAHEDRON
    return slope / np.maximum(_length(slope)[:, None], 1e-9)


def _cell_vertices(field, low, step):
    """Place one vertex in each crossed cell, at the mean of its edge crossings; return them and their numbers."""
    size = np.array(field.shape) - 1
    corner = [field[i : i + size[0], j : j + size[1], k : k + size[2]] for i, j, k in _CORNERS]
    inside = sum((values < 0).astype(int) for values in corner)
    crossed = (inside > 0) & (inside < 8)
    number = np.full(crossed.shape, -1)
    number[crossed] = np.arange(crossed.sum())
    total, count = np.zeros((crossed.sum(), 3)), np.zeros(crossed.sum())
    for a, b in _EDGES:
        first, second = corner[a][crossed], corner[b][crossed]
        cut = (first < 0) != (second < 0)
        along = np.where(cut, first / np.where(cut, first - second, 1.0), 0.0)[:, None]
        total += np.where(cut[:, None], _CORNERS[a] + (_CORNERS[b] - _CORNERS[a]) * along, 0.0)
        count += cut
    return low + (np.argwhere(crossed) + total / count[:, None]) * step, number


def _crossing_squares(inside, number):
    """Return two triangles for every grid edge that the surface crosses, turned outwards."""
    triangles = []
    for axis in range(3):
        one, two = np.eye(3, dtype=int)[(axis + 1) % 3], np.eye(3, dtype=int)[(axis + 2) % 3]
        ahead = np.roll(inside, -1, axis=axis)
        crossing = np.argwhere(inside != ahead)
        keep = np.all(crossing > 0, axis=1) & np.all(crossing < np.array(number.shape), axis=1)
        crossing = crossing[keep]
        a, b, c, d = (number[tuple((crossing - shift).T)] for shift in (one + two, two, 0 * one, one))
        leaving = inside[tuple(crossing.T)][:, None]
        for p, q, r in ((a, b, c), (a, c, d)):
            triangles.append(np.where(leaving, np.stack([p, q, r], 1), np.stack([p, r, q], 1)))
    return np.concatenate(triangles)


def outlines(solid, low, high, step, look):
    """Return the outlines of a solid seen along a direction, as closed lines of surface points.

    Parameters
    ----------
    look : int
        0 for a look along x (from the side), 1 for a look along y (from the front).

    Returns
    -------
    list of ndarray (k, 3)
        Points of the solid at which the line of sight just touches it, in order around each outline.
    """
    keep = [axis for axis in range(3) if axis != look]
    steps = np.full(3, float(step))
    steps[look] *= 1.7  # along the line of sight only the nearest distance matters, so fewer points do
    field = _field(solid, low, high, steps)
    nearest = field.argmin(axis=look)
    flat = np.take_along_axis(field, np.expand_dims(nearest, look), axis=look).squeeze(look)
    lines = []
    for loop in loops(flat):
        line = np.empty((len(loop), 3))
        for column, axis in enumerate(keep):
            line[:, axis] = low[axis] + loop[:, column] * steps[axis]
        cell = np.clip(np.rint(loop).astype(int), 0, np.array(flat.shape) - 1)
        line[:, look] = low[look] + nearest[cell[:, 0], cell[:, 1]] * steps[look]
        lines.append(line)
    return lines


def loops(flat):
    """Return the zero lines of a 2-D field, negative inside, as arrays (k, 2) in grid units; the longest comes first.

    The inside lies on the same side of every line, so holes turn the other way.
    """
    segments = {}
    rows, columns = flat.shape
    inside = flat < 0
    cells = inside[:-1, :-1] * 1 + inside[1:, :-1] * 2 + inside[1:, 1:] * 4 + inside[:-1, 1:] * 8
    # Edge names of a cell: 0 bottom, 1 right, 2 top, 3 left; a pair leads with the solid on its left.
    pairs = {
        1: [(0, 3)],
        2: [(1, 0)],
        3: [(1, 3)],
        4: [(2, 1)],
        5: [(0, 3), (2, 1)],
        6: [(2, 0)],
        7: [(2, 3)],
        8: [(3, 2)],
        9: [(0, 2)],
        10: [(1, 0), (3, 2)],
        11: [(1, 2)],
        12: [(3, 1)],
        13: [(0, 1)],
        14: [(3, 0)],
    }
    for i, j in np.argwhere((cells > 0) & (cells < 15)):
        names = {0: (i, j, 0), 1: (i + 1, j, 1), 2: (i, j + 1, 0), 3: (i, j, 1)}
        for start, end in pairs[cells[i, j]]:
            segments[names[start]] = names[end]
    loops = []
    while segments:
        first, here = next(iter(segments.items()))
        walk = [first]
        del segments[first]
        while here != first and here in segments:
            walk.append(here)
            here = segments.pop(here)
        loops.append(np.array([_crossing(flat, *edge) for edge in walk]))
    return sorted(loops, key=len, reverse=True)


def _crossing(flat, i, j, direction):
    k, m = (i + 1, j) if direction == 0 else (i, j + 1)
    share = flat[i, j] / (flat[i, j] - flat[k, m])
    return (i + share, j) if direction == 0 else (i, j + share)


def tube(path, radii, sides):
    """Return a closed tube along a path: vertices, unit normals, triangles.

    Parameters
    ----------
    path : array (n, 3)
        Points of the centre line, in mm.
    radii : array (n,)
        Radius at each point, in mm.
    sides : int
        Corners of the cross-section.
    """
    path, radii = np.asarray(path, float), np.asarray(radii, float)
    ahead = np.gradient(path, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    across = np.cross(ahead, [0.0, 1.0, 0.31])
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    up = np.cross(across, ahead)
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    normals = np.cos(turn)[None, :, None] * across[:, None] + np.sin(turn)[None, :, None] * up[:, None]
    vertices = path[:, None] + radii[:, None, None] * normals
    ring = np.arange(sides)
    following = (ring + 1) % sides
    steps = np.arange(len(path) - 1)[:, None] * sides
    quads = np.stack([steps + ring, steps + following, steps + sides + following, steps + sides + ring], -1).reshape(
        -1, 4
    )
    caps = [[0, k, k + 1] for k in range(1, sides - 1)]
    last = (len(path) - 1) * sides
    caps += [[last, last + k + 1, last + k] for k in range(1, sides - 1)]
    triangles = np.concatenate([quads[:, [0, 2, 1]], quads[:, [0, 3, 2]], np.array(caps)])
    return vertices.reshape(-1, 3), normals.reshape(-1, 3), triangles


def strip(rows, columns):
    """Return the triangles of a grid of rows × columns of points, turned to where rows × columns point."""
    first = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    one = np.stack([first, first + 1, first + columns + 1], 1)
    other = np.stack([first, first + columns + 1, first + columns], 1)
    return np.concatenate([one, other])


def fan(count):
    """Return the triangles from a middle point (number `count`) to a line of `count` points."""
    return np.stack([np.full(count - 1, count), np.arange(count - 1), np.arange(1, count)], 1)


def outward(line, closed):
    """Return the unit normals (n, 2) of an anticlockwise line; the last point of a closed one repeats its first."""
    ahead = np.gradient(line, axis=0)
    if closed:
        ahead[0] = ahead[-1] = line[1] - line[-2]
    out = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1)
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def lengths(line):
    """Return how far along a line (n, 2) each of its points lies."""
    return np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
