"""The lines of the flat drawing: outlines of the solids as one sees them from a named view, and where they lie on the
paper once the column has moved.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from spine_edu.anatomy import mesh, shapes
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.disc import disc_of, ring_scales
from spine_edu.anatomy.lines import needed
from spine_edu.anatomy.sizes import LEVELS, size
from spine_edu.anatomy.solids.binding import PLACE, move, turned
from spine_edu.anatomy.solids.discs import RINGS, disc_spot
from spine_edu.anatomy.solids.nerves import CORD_SIDES, ROOT_SIDES
from spine_edu.anatomy.solids.parts import all_parts, named

#: Directions on the paper (x to the person's right, y to the front): what runs to the right, by view.
_ACROSS = {"side": (0.0, 1.0), "front": (-1.0, 0.0), "back": (1.0, 0.0), "oblique": (-0.74, 0.67)}
#: Grid spacing of the search for outlines by region, in mm.
_STEP = {"neck": 1.5, "chest": 2.2, "low back": 2.6, "sacrum": 3.4}
#: How far a line may be off when points are left out, in mm.
_TOLERANCE = 0.25
#: How many vertebrae above and below the disc the nerves are drawn near it.
_NERVES_NEAR = 4


@dataclass(frozen=True)
class Lines:
    """Lines of the starting position with a gap after each, bound like the vertices of a solid.

    Attributes
    ----------
    points : ndarray (n, 3)
        Rows of nan are gaps.
    frame, weight : ndarray (n,)
    """

    points: np.ndarray
    frame: np.ndarray
    weight: np.ndarray

    def on_paper(self, view, moved):
        """Return where the lines lie (across, up) after `solids.binding.moves`."""
        return project(move(self.points, self.frame, self.weight, moved), view)


def _lines(rows):
    """Join lines, given as points (n, 3), frames and weights (n,), to one `Lines`."""
    points, frames, weights = [np.empty((0, 3))], [np.empty(0, int)], [np.empty(0)]
    for line, frame, weight in rows:
        points += [line, np.full((1, 3), np.nan)]
        frames += [frame, [0]]
        weights += [weight, [0.0]]
    return Lines(np.concatenate(points), np.concatenate(frames), np.concatenate(weights))


def project(points, view):
    """Return where points (n, 3) lie on the paper: across and up, or two empty lists."""
    if not len(points):
        return [], []
    across = _ACROSS[view]
    return np.round(points[:, 0] * across[0] + points[:, 1] * across[1], 2), np.round(points[:, 2], 2)


def path(columns):
    """Return lines with a gap after each, in two columns, as the path of a shape: open lines stay open."""
    if not len(columns[0]):
        return ""
    points = ("L%.1f,%.1f" * len(columns[0])) % tuple(np.stack(columns, axis=1).ravel())
    return "M" + points[1:].removesuffix("Lnan,nan").replace("Lnan,nanL", "M")


@cache
def bones(group, view, levels):
    """Return the outlines of a group of the vertebrae (`shapes.GROUPS`) at some levels, a tuple, as `Lines`."""
    return _lines(
        (line, np.full(len(line), PLACE[level]), np.zeros(len(line)))
        for level in levels
        for line in _rims(group, view).get(level, [])
    )


@cache
def _rims(group, view):
    """Outlines of one group at every level, as points of the starting position: level -> list of arrays (n, 3)."""
    return {level: _rim(level, group, view) for level in LEVELS if shapes.group(level, group) is not None}


def _rim(level, group, view):
    right, ahead = _ACROSS[view]
    turn = np.array([[right, ahead, 0.0], [-ahead, right, 0.0], [0.0, 0.0, 1.0]])
    frame, solid = column.reference().at(level), shapes.group(level, group)
    pose = turn @ turned(frame.tilt)
    corners = np.array(shapes.group_bounds(level, group))
    box = np.array([[corners[i, 0], corners[j, 1], corners[k, 2]] for i, j, k in np.ndindex(2, 2, 2)]) @ pose.T
    step = _STEP[size(level).region]
    lines = mesh.outlines(lambda points: solid(points @ pose), box.min(0), box.max(0), step, 1)
    return [_thinned(line) @ turn + (0.0, frame.y, frame.z) for line in lines if len(line) > 11]


def _thinned(line):
    """An outline (n, 3), seen along its second axis, closed and with the points that the eye needs."""
    closed = np.vstack([line, line[:1]])
    return closed[needed(closed[:, [0, 2]], _TOLERANCE)]


@cache
def discs(view, names):
    """Return the outlines of some discs, a tuple of names, as `Lines`: of their walls on the side of the reader."""
    right, ahead = _ACROSS[view]
    toward, rows = np.array([ahead, -right]), []
    for part in (named(f"{name} disc") for name in names):
        facing = np.flatnonzero(part.normals[:, :2] @ toward > 0.25)
        keep = facing[_hull(np.stack(project(part.vertices[facing], view), axis=1))]
        rows.append((part.vertices[keep], part.frame[keep], part.weight[keep]))
    return _lines(rows)


def _hull(points):
    """Numbers of the points (n, 2) on the convex outline, closed."""
    order = np.lexsort((points[:, 1], points[:, 0]))

    def chain(numbers):
        line = []
        for number in numbers:
            while len(line) > 1 and _turn(points[line[-2]], points[line[-1]], points[number]) <= 0:
                line.pop()
            line.append(number)
        return line[:-1]

    hull = chain(order) + chain(order[::-1])
    return np.array([*hull, hull[0]])


def _turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


@cache
def nerves(roots, middle, outside=False):
    """Return the middle lines of the cord and all roots, or only of some `roots`, as `Lines`.

    With a `middle`, a place in the stack, only what lies near it; with `outside`, only what right roots are beyond the
    canal and before the bones.
    """
    rows = []
    for part in all_parts():
        if part.kind != "nerve" or part.name == "filum" or (roots is not None and part.level not in roots):
            continue
        sides = CORD_SIDES if part.name == "spinal cord" else ROOT_SIDES
        line = part.vertices.reshape(-1, sides, 3).mean(axis=1)
        frame, weight = part.frame[::sides], part.weight[::sides]
        near = np.abs(frame - (frame if middle is None else middle)) < _NERVES_NEAR
        if outside and part.level[0] == "S":
            continue
        if outside:
            near &= line[:, 0] > [size(column.STACK[place]).canal_width / 2 + 2.0 for place in frame]
        keep = np.flatnonzero(near)
        if len(keep) > 1:
            keep = keep[needed(line[keep], _TOLERANCE)]
            rows.append((line[keep], frame[keep], weight[keep]))
    return _lines(rows)


def rings(result, moved):
    """Return the cut disc in section, on the paper: rings and nucleus, each as two columns (across, up) with gaps.

    Both are empty unless the disc is cut.
    """
    if result.state.layer != "cut":
        return ([], []), ([], [])
    sections = [_section(result, scale, moved) for scale in ring_scales(RINGS)]
    return _columns(sections[:-1]), _columns(sections[-1:])


def _section(result, scale, moved):
    """Corners (across, up) of one ring or of the nucleus in section: two walls that bulge a little, and two faces."""
    view, disc = result.state.view, result.chosen
    depth, width = disc.depth / result.scale, disc.width / result.scale
    ahead, corners = disc_of(disc.name).centre * (1 - scale), []
    for side, share in ((-1, 0.0), (-1, 0.5), (-1, 1.0), (1, 1.0), (1, 0.5), (1, 0.0), (-1, 0.0)):
        out = side * scale * (1.03 if share == 0.5 else 1.0)
        if view == "side":
            place = 0.0, out * depth / 2 + ahead
        else:
            place = -out * width / 2 * np.sign(_ACROSS[view][0]), ahead
        across, up = project(disc_spot(disc.name, *place, share).now(moved)[None], view)
        corners.append((round(float(across[0]), 1), round(float(up[0]), 1)))
    return corners


def _columns(sections):
    """Closed lines as two columns, with a gap after each."""
    rows = [corner for corners in sections for corner in (*corners, (np.nan, np.nan))]
    return tuple(list(column) for column in zip(*rows, strict=True))
