"""How a solid is bound to the vertebrae, and moves with them.

All vertices lie in one common space (x right, y front, z up, in mm, origin in the middle of the upper face of S1), with
the column in its starting position. Each vertex is bound to two neighbouring vertebrae, `frame` and the next one up, by
a `weight` from 0 to 1. Moving the column moves the 25 vertebrae rigidly and blends between them: a disc is bound to its
lower vertebra below and to its upper vertebra above, so its height and wedge follow by themselves.
"""

from dataclasses import dataclass

import numpy as np

from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.sizes import size

#: Level -> its place in the stack of vertebrae, counted from S1 up.
PLACE = {name: number for number, name in enumerate(column.STACK)}
#: Highest place in the stack to which something may be bound, just below C1.
_HIGHEST = len(column.STACK) - 1.001


@dataclass(frozen=True)
class Part:
    """One solid of the column.

    Attributes
    ----------
    name, kind, level : str
        Words of its own; what it is (bone, coarse bone, body, disc, ring, nucleus, lower endplate, upper endplate,
        ligament, nerve); and the vertebra, disc or root it belongs to (``"cord"`` and ``"all"`` for what belongs to
        none).
    material : str
        What it is made of: bone, ring a or ring b (the two fibre directions), nucleus, endplate, ligament, nerve.
    vertices, normals : ndarray (n, 3)
    triangles : ndarray (m, 3)
    frame : ndarray (n,) of int
        Place of the lower vertebra in `column.model.STACK`.
    weight : ndarray (n,)
    along : ndarray (n,)
        Length along the wall in mm, for the fibres; 0 elsewhere.
    """

    name: str
    kind: str
    level: str
    material: str
    vertices: np.ndarray
    normals: np.ndarray
    triangles: np.ndarray
    frame: np.ndarray
    weight: np.ndarray
    along: np.ndarray


@dataclass(frozen=True)
class Spot:
    """A place on the drawing: a point of the starting position, bound like a vertex, in mm."""

    x: float
    y: float
    z: float
    frame: int
    share: float

    def now(self, moved):
        """Return (x, y, z) where `moves` takes it."""
        return move(np.array([[self.x, self.y, self.z]]), np.array([self.frame]), np.array([self.share]), moved)[0]


def spot(level, x, y, z):
    """Return the `Spot` at a point given in a vertebra's own axes."""
    return Spot(float(x), *(float(v) for v in column.reference().at(level).place(y, z)), PLACE[level], 0.0)


def moves(result):
    """Return how each vertebra moves from the starting position: array (25, 4) of turn-and-scale (cos, sin) and shift.

    A point (y, z) of the starting position goes to ``(a y + b z + c, -b y + a z + d)`` and x to ``hypot(a, b) x``.
    """
    rows = []
    for start, now in zip(column.reference().frames, result.frames, strict=True):
        turn = now.tilt - start.tilt
        a, b = result.scale * np.cos(turn), result.scale * np.sin(turn)
        rows.append((a, b, now.y - a * start.y - b * start.z, now.z + b * start.y - a * start.z))
    return np.array(rows)


def move(points, frame, weight, moved):
    """Return points (n, 3) of the starting position where `moves` takes them."""

    def carried(row):
        a, b, c, d = row.T
        x, y, z = points.T
        return np.stack([np.hypot(a, b) * x, a * y + b * z + c, a * z - b * y + d], axis=1)

    upper = np.minimum(frame + 1, len(moved) - 1)
    return (1 - weight)[:, None] * carried(moved[frame]) + weight[:, None] * carried(moved[upper])


def turned(tilt):
    """Return the matrix (3, 3) that takes directions, as columns, from axes tilted by `tilt` radians to the common."""
    cos, sin = np.cos(tilt), np.sin(tilt)
    return np.array([[1, 0, 0], [0, cos, sin], [0, -sin, cos]])


def in_frame(level, point):
    """Return a point (x, y, z) of a vertebra's own axes in the common space."""
    x, y, z = point
    return np.array([x, *column.reference().at(level).place(y, z)])


def between(height, x, y):
    """Return a point of the common space at a place in the stack, such as 3.5: halfway between two vertebrae.

    Parameters
    ----------
    height : float
    x : float
        To the right, in mm.
    y : callable
        Takes the sizes of a vertebra and returns how far to the front of its centre the point lies, in mm.
    """
    low = int(np.floor(height))
    high, share = min(low + 1, len(column.STACK) - 1), height - low
    ends = [np.array(column.reference().frames[n].place(y(size(column.STACK[n])), 0.0)) for n in (low, high)]
    return np.array([x, *((1 - share) * ends[0] + share * ends[1])])


def bound(heights, repeat):
    """Return frames and weights of points at `heights` in the stack, each of them for `repeat` points in a row."""
    heights = np.repeat(np.clip(heights, 0.0, _HIGHEST), repeat)
    frame = np.floor(heights).astype(int)
    return frame, heights - frame
