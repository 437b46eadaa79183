"""The solids of the column in its starting position: bones, discs with rings and nucleus, ligaments, cord and roots.

All vertices lie in one common space (x right, y front, z up, in mm, origin in the middle of the upper face of S1).
Each vertex is bound to two neighbouring vertebrae, `frame` and the next one up, by a `weight` from 0 to 1.
Moving the column moves the 25 vertebrae rigidly and blends between them: a disc is bound to its lower vertebra
below and to its upper vertebra above, so its height and wedge follow by themselves.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from spine_edu import data
from spine_edu.anatomy import mesh, shapes
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.disc import disc_of, nucleus_scale, ring_scales

#: Grid spacing of the surface search by region, in mm: fine enough for a smooth look, coarse enough to draw fast.
_STEP = {"neck": 1.7, "chest": 2.3, "low back": 2.7, "sacrum": 4.0}
#: How much wider the grid is for the bones that stand in while the picture moves.
_COARSE = 1.65
#: Rings drawn in a cut disc; each stands for several of its lamellae.
RINGS = 6
#: Right-hand front corner that is opened in a cut disc (degrees from the right, anticlockwise seen from above).
_OPEN_FROM, _OPEN_TO = -34.0, 100.0
_STACK = {name: number for number, name in enumerate(column.STACK)}


@dataclass(frozen=True)
class Part:
    """One piece of the drawing.

    Attributes
    ----------
    name, kind, level : str
        Words of its own; what it is (bone, coarse bone, body, disc, ring, nucleus, lower endplate, upper endplate,
        ligament, nerve); and the vertebra or disc it belongs to.
    material : str
        Name of its colour in ``theme.solids``; ``ring a`` and ``ring b`` are the two fibre directions.
    vertices, normals : ndarray (n, 3)
    triangles : ndarray (m, 3)
    frame : ndarray (n,) of int
        Number of the lower vertebra in `anatomy_column.STACK`.
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


@cache
def parts():
    """Return all parts of the column, made once."""
    return tuple(_bones()) + tuple(_discs()) + tuple(_ligaments()) + tuple(_nerves())


def _placed(level, points, normals):
    """Carry points and normals from a vertebra's own axes into the common space."""
    frame = column.reference().at(level)
    cos, sin = np.cos(frame.tilt), np.sin(frame.tilt)
    turn = np.array([[1, 0, 0], [0, cos, sin], [0, -sin, cos]])
    return points @ turn.T + (0, frame.y, frame.z), normals @ turn.T


def _rigid(name, kind, level, material, points, normals, triangles):
    vertices, normals = _placed(level, points, normals)
    count = len(vertices)
    return Part(
        name,
        kind,
        level,
        material,
        vertices,
        normals,
        triangles,
        np.full(count, _STACK[level]),
        np.zeros(count),
        np.zeros(count),
    )


def _bones():
    for level in shapes.LEVELS:
        v = shapes.size(level)
        word, step = {"S1": "sacrum"}.get(level, level), _STEP[v.region]
        solid, box = shapes.vertebra(level), shapes.bounds(level)
        found = mesh.surface(solid, *box, step)
        yield _rigid(word, "bone", level, "bone", *found)
        yield _rigid(f"{word}, coarse", "coarse bone", level, "bone", *mesh.surface(solid, *box, _COARSE * step))
        if level in ("C1", "S1"):
            yield _rigid(f"body of {level}", "body", level, "bone", *found)
        else:
            box = shapes.group_bounds(level, "body")
            found = mesh.surface(shapes.group(level, "body"), *box, 1.15 * step)
            yield _rigid(f"body of {level}", "body", level, "bone", *found)


class _Wall:
    """Points between the two faces of a disc: (x, y) on the disc, `share` of the height from below."""

    def __init__(self, row):
        self.row = row
        self.upper, self.lower = (column.reference().at(level) for level in (row.upper, row.lower))
        self.up, self.low = shapes.size(row.upper), shapes.size(row.lower)
        self.disc = disc_of(row.disc)
        self.top = -self.up.height / 2
        self.bottom = 0.0 if row.lower == "S1" else self.low.height / 2

    def outline(self, scale, count):
        """Return the outline of the disc (count, 2), shrunk towards the middle of its nucleus."""
        return np.array(self.disc.outline(count, scale))

    def place(self, xy, share):
        """Return the points (n, 3) in the common space."""
        x, y = np.asarray(xy, float).T
        # Each face is the plane of its vertebra, tipped by half the body's wedge.
        ends = []
        for frame, size, level, sign in ((self.lower, self.low, self.bottom, 1), (self.upper, self.up, self.top, -1)):
            tip = 0.0 if size.level == "S1" else sign * np.tan(size.wedge / 2)
            ends.append(np.stack(frame.place(y, level + y * tip), axis=1))
        share = np.broadcast_to(np.asarray(share, float), x.shape)
        yz = (1 - share)[:, None] * ends[0] + share[:, None] * ends[1]
        return np.column_stack([x, yz])


def _disc_part(wall, kind, name, material, xy, share, normals, triangles, along=None):
    vertices = wall.place(xy, share)
    tilt = (wall.upper.tilt + wall.lower.tilt) / 2
    cos, sin = np.cos(tilt), np.sin(tilt)
    turned = np.asarray(normals, float) @ np.array([[1, 0, 0], [0, cos, sin], [0, -sin, cos]]).T
    count = len(vertices)
    return Part(
        name,
        kind,
        wall.row.disc,
        material,
        vertices,
        turned,
        np.asarray(triangles),
        np.full(count, _STACK[wall.row.lower]),
        np.clip(np.broadcast_to(np.asarray(share, float), (count,)), 0.0, 1.0),
        np.zeros(count) if along is None else along,
    )


def _outward(line):
    """Unit normals (n, 2) of an anticlockwise closed line whose last point repeats its first."""
    ahead = np.gradient(line, axis=0)
    ahead[0] = ahead[-1] = line[1] - line[-2]
    out = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1)
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def _strip(rows, columns):
    """Triangles of a grid of rows × columns of points, turned towards the side that rows × columns point to."""
    first = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    return np.concatenate(
        [
            np.stack([first, first + 1, first + columns + 1], 1),
            np.stack([first, first + columns + 1, first + columns], 1),
        ]
    )


def _discs():
    for row in data.table("anatomy_discs"):
        wall = _Wall(row)
        yield _whole_disc(wall)
        yield from _cut_disc(wall)


def _open_normals(line):
    ahead = np.gradient(line, axis=0)
    out = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1)
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def _whole_disc(wall):
    around = np.arange(97)[::2]
    fine = wall.outline(1.0, 96)
    line = fine[around % 96]
    out = _outward(line)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    levels, bulge = np.linspace(0, 1, 5), 0.04 * wall.row.width
    xy = [line + out * bulge * (1 - (2 * s - 1) ** 2) for s in levels]
    share = [np.full(len(line), s) for s in levels]
    normals = [np.column_stack([out, np.full(len(out), 0.9 * (2 * s - 1))]) for s in levels]
    count = len(line)
    triangles = [_strip(len(levels), count)]
    lengths = [np.tile(along, len(levels))]
    for face, up in ((0.0, -1.0), (1.0, 1.0)):
        start = sum(len(part) for part in xy)
        xy += [line, wall.outline(0.0, 96)[:1]]
        share += [np.full(count + 1, face)]
        normals += [np.tile([0, 0, up], (count + 1, 1))]
        lengths += [np.zeros(count + 1)]
        fan = np.stack(
            [np.full(count - 1, start + count), start + np.arange(count - 1), start + np.arange(1, count)], 1
        )
        triangles.append(fan if up > 0 else fan[:, ::-1])
    return _disc_part(
        wall,
        "disc",
        f"{wall.row.disc} disc",
        "ring a",
        np.concatenate(xy),
        np.concatenate(share),
        np.concatenate(normals),
        np.concatenate(triangles),
        np.concatenate(lengths),
    )


def _cut_disc(wall):
    """A disc opened in steps: each ring is cut back a little less than the one outside it, down to the nucleus."""
    *_, inner = scales = ring_scales(RINGS)
    name = wall.row.disc
    for k in range(RINGS):
        shrink = 9.0 * k
        start, end = _OPEN_TO - shrink * 0.9, _OPEN_FROM + shrink + 360.0
        angles = np.arange(round(start / 3.75), round(end / 3.75) + 1, 2)
        yield _ring(wall, k, scales[k], scales[k + 1], angles, f"ring {k + 1} of the {name} annulus")
    line = wall.outline(inner, 96)[np.arange(97)[::3] % 96]
    count, out = len(line), _outward(line)
    levels = (0.02, 0.5, 0.98)
    xy = np.concatenate([line * (1 if s == 0.5 else 0.985) for s in levels] + [line, [[0.0, wall.disc.centre]]])
    share = np.concatenate([np.full(count, s) for s in levels] + [np.full(count + 1, 0.98)])
    normals = np.concatenate([np.column_stack([out, np.zeros(count)])] * 3 + [np.tile([0, 0, 1], (count + 1, 1))])
    top = 3 * count
    fan = np.stack([np.full(count - 1, top + count), top + np.arange(count - 1), top + np.arange(1, count)], 1)
    yield _disc_part(
        wall, "nucleus", f"nucleus of {name}", "nucleus", xy, share, normals, np.concatenate([_strip(3, count), fan])
    )
    for face, kind in ((0.0, "lower endplate"), (1.0, "upper endplate")):
        yield _plate(wall, face, f"{kind} of {name}", kind)


def _ring(wall, k, outer, inner, angles, name):
    """One ring of the cut annulus: outer wall, inner wall, top, and the two cut ends."""
    outside, inside = (wall.outline(s, 96)[angles % 96] for s in (outer, inner))
    out = _open_normals(outside)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(outside, axis=0), axis=1))])
    count, bulge = len(angles), 0.03 * wall.row.width * (k == 0)
    levels = (0.0, 0.5, 1.0) if k == 0 else (0.0, 1.0)
    xy, share, normals, lengths, triangles = [], [], [], [], []

    def add(points, shares, normal, faces, length=None):
        start = sum(len(p) for p in xy)
        xy.append(points), share.append(shares), normals.append(normal), triangles.append(faces + start)
        lengths.append(np.zeros(len(points)) if length is None else length)

    add(
        np.concatenate([outside + out * bulge * (1 - (2 * s - 1) ** 2) for s in levels]),
        np.repeat(levels, count),
        np.tile(np.column_stack([out, np.zeros(count)]), (len(levels), 1)),
        _strip(len(levels), count),
        np.tile(along, len(levels)),
    )
    add(np.concatenate([outside, inside]), np.ones(2 * count), np.tile([0.0, 0, 1], (2 * count, 1)), _strip(2, count))
    add(
        np.concatenate([inside, inside]),
        np.repeat([0.0, 1.0], count),
        np.tile(np.column_stack([-out, np.zeros(count)]), (2, 1)),
        _strip(2, count)[:, ::-1],
    )
    for end, sign in ((0, -1), (-1, 1)):
        across = outside[end] - inside[end]
        normal = sign * np.array([-across[1], across[0], 0.0]) / np.linalg.norm(across)
        add(
            np.array([inside[end], outside[end], inside[end], outside[end]]),
            np.array([0.0, 0.0, 1.0, 1.0]),
            np.tile(normal, (4, 1)),
            np.array([[0, 1, 3], [0, 3, 2]]),
        )
    return _disc_part(
        wall,
        "ring",
        name,
        "ring a" if k % 2 else "ring b",
        np.concatenate(xy),
        np.concatenate(share),
        np.concatenate(normals),
        np.concatenate(triangles),
        np.concatenate(lengths),
    )


def _plate(wall, face, name, kind):
    """A thin cartilage plate over the nucleus and inner rings, on the lower or the upper vertebra."""
    line = wall.outline(0.86, 96)[np.arange(97)[::3] % 96]
    count = len(line)
    lift = face + (0.05 if face == 0.0 else 0.02)
    xy = np.concatenate([line, line, line, [[0.0, 0.0]]])
    share = np.concatenate([np.full(count, face), np.full(2 * count + 1, lift)])
    out = np.column_stack([_outward(line), np.zeros(count)])
    normals = np.concatenate([out, out, np.tile([0.0, 0, 1], (count + 1, 1))])
    top = 2 * count
    fan = np.stack([np.full(count - 1, top + count), top + np.arange(count - 1), top + np.arange(1, count)], 1)
    return _disc_part(wall, kind, name, "endplate", xy, share, normals, np.concatenate([_strip(2, count), fan]))


def _bound_tube(name, kind, level, material, path, heights, radii, sides):
    """A tube whose points carry `heights`: their place in the stack as a number between two vertebrae."""
    vertices, normals, triangles = mesh.tube(path, radii, sides)
    heights = np.repeat(np.clip(heights, 0.0, len(column.STACK) - 1.001), sides)
    frame = np.floor(heights).astype(int)
    return Part(
        name, kind, level, material, vertices, normals, triangles, frame, heights - frame, np.zeros(len(vertices))
    )


def _spot(height, x, y, z=0.0):
    """Return a point of the common space, given in the axes of the vertebrae next to a place in the stack."""
    low = int(np.floor(height))
    high, share = min(low + 1, len(column.STACK) - 1), height - low
    ends = [np.array(column.reference().frames[n].place(y(shapes.size(column.STACK[n])), z)) for n in (low, high)]
    mid = (1 - share) * ends[0] + share * ends[1]
    return np.array([x, *mid])


def _canal(height, x=0.0, ahead=0.0):
    """A point in the middle of the canal (`ahead` mm to the front of it) at a place in the stack."""
    return _spot(height, x, lambda v: v.back - v.canal_depth / 2 + ahead)


def _ligaments():
    """The two long straps along the front and the back of the bodies."""
    heights = np.linspace(0.0, _STACK["C2"], 70)
    near_disc = np.abs(heights - np.round(heights))
    for name, side in (("posterior longitudinal ligament", -1), ("anterior longitudinal ligament", 1)):
        bulge = 0.8 + 2.0 * near_disc
        path = np.array(
            [
                _spot(h, 0.0, lambda v, out=out, side=side: side * (v.depth / 2 + out))
                for h, out in zip(heights, bulge, strict=True)
            ]
        )
        widths = np.array([shapes.size(column.STACK[round(h)]).width for h in heights])
        half = widths * (0.13 + 0.22 * near_disc if side < 0 else 0.30)
        yield _strap(name, path, half, heights, side)


def _strap(name, path, half, heights, side):
    across = np.linspace(-1, 1, 7)
    points = path[:, None] + half[:, None, None] * np.stack([across, 0 * across, 0 * across], 1)[None]
    points[..., 1] -= side * 0.16 * half[:, None] * across[None] ** 2
    vertices = points.reshape(-1, 3)
    normals = np.tile([0.0, float(side), 0.0], (len(vertices), 1))
    normals[:, 0] = 0.5 * np.tile(across, len(path))
    bound = np.repeat(np.clip(heights, 0, len(column.STACK) - 1.001), 7)
    frame = np.floor(bound).astype(int)
    triangles = _strip(len(path), 7)
    return Part(
        name,
        "ligament",
        "all",
        "ligament",
        vertices,
        normals,
        triangles if side < 0 else triangles[:, ::-1],
        frame,
        bound - frame,
        np.zeros(len(vertices)),
    )


#: Where the cord ends: the lower third of L1 (mean of 504 adults; range T12 to L3), as a place in the stack.
CORD_END = _STACK["L1"] - 0.22
#: Roots that leave the canal, in order from above, with the vertebra above whose foramen they use.
ROOTS = tuple(
    [f"C{n}" for n in range(2, 9)]
    + [f"T{n}" for n in range(1, 13)]
    + [f"L{n}" for n in range(1, 6)]
    + [f"S{n}" for n in range(1, 4)]
)


def _nerves():
    top = len(column.STACK) - 1.0
    heights = np.linspace(top, CORD_END, 60)
    share = (top - heights) / (top - CORD_END)
    swell = 1.0 + 0.28 * np.exp(-(((share - 0.27) / 0.10) ** 2)) + 0.25 * np.exp(-(((share - 0.90) / 0.05) ** 2))
    radii = 4.3 * swell * np.clip((1.0 - share) / 0.06, 0.12, 1.0)
    yield _bound_tube("spinal cord", "nerve", "cord", "nerve", [_canal(h) for h in heights], heights, radii, 12)
    tail = np.linspace(CORD_END + 0.1, 0.0, 14)
    yield _bound_tube(
        "filum", "nerve", "cord", "nerve", [_canal(h, 0.0, -2.0) for h in tail], tail, np.full(14, 0.6), 5
    )
    for number, root in enumerate(ROOTS):
        for side in (1, -1):
            yield _root(root, number, side)


def _segment(number):
    """Place in the stack at which a root leaves the cord: roots low in the list leave far above their foramen."""
    top, share = len(column.STACK) - 1.6, number / (len(ROOTS) - 1)
    return top - share * (top - CORD_END - 0.35)


def _root(root, number, side):
    """One root on one side: from the cord down the canal, past the pedicle, out of its foramen."""
    name = root.replace("C8", "T1") if root == "C8" else root
    leave = _segment(number)
    if root[0] == "S":
        n = int(root[1])
        path, heights = _down(leave, 0.45, side, (5.2, 2.4, 0.2)[n - 1]), [leave, *np.linspace(leave - 0.4, 0.45, 8)]
        ends = [
            (side * (9.0 - 1.6 * n), -26.0, -10.0 - 18 * (n - 1)),
            (side * (17.0 - 2 * n), -12.0, -27.0 - 20.0 * (n - 1)),
            (side * (26.0 - 3 * n), 6.0, -40.0 - 21.0 * (n - 1)),
        ]
        path += [_in_frame("S1", p) for p in ends]
        heights = list(heights) + [0.0, 0.0, 0.0]
    else:
        v = shapes.size(name)
        edge, own = v.canal_width / 2, float(_STACK[name])
        neck = root[0] == "C"
        if neck:
            stop = own + 0.62
            ends = [
                (edge - 3.5, v.back - 0.45 * v.canal_depth, v.height / 2 + 4.5),
                (edge + 1.5, v.back - 2.0, v.height / 2 + 2.2),
                (v.width / 2 + 7.0, v.back + 1.0, v.height / 2 - 1.0),
                (v.width / 2 + 17.0, v.back + 5.0, -4.0),
            ]
        elif root[0] == "T":
            stop = own + 0.12
            ends = [
                (edge - 2.5, v.back - 0.45 * v.canal_depth, 0.0),
                (edge + 3.5, v.back - 4.0, -0.30 * v.height),
                (edge + 14.0, v.back - 4.0, -0.42 * v.height),
                (edge + 25.0, v.back - 9.0, -0.52 * v.height),
            ]
        else:
            stop = own + 0.45
            ends = [
                (edge - 2.6, v.back - 4.5, 0.24 * v.height),
                (edge + 4.0, v.back - 4.5, -0.30 * v.height),
                (edge + 14.0, v.back + 3.0, -0.60 * v.height),
                (edge + 20.0, v.back + 8.0, -v.height),
            ]
        path = _down(
            leave,
            max(min(stop, leave - 0.05), stop),
            side,
            1.5 + 0.12 * (edge - 6) + (0.0 if neck else (len(ROOTS) - number) * 0.12),
        )
        heights = [leave, *np.linspace(leave - 0.4, stop, 8)] if leave - 0.45 > stop else [leave, (leave + stop) / 2]
        if len(path) != len(heights):
            path = path[:1] + path[-1:]
        ends = [_in_frame(name, (side * x, y, z)) for x, y, z in ends]
        path, heights = path + ends, list(heights) + [own] * len(ends)
    path, heights = _smooth(np.array(path), np.array(heights))
    thick = {"C": 1.35, "T": 1.15, "L": 1.55, "S": 1.35}[root[0]]
    share = np.linspace(0, 1, len(path))
    radii = thick * (0.62 + 0.38 * np.clip((share - 0.35) / 0.4, 0, 1)) + 0.75 * thick * np.exp(
        -(((share - 0.74) / 0.06) ** 2)
    )
    word = "right" if side > 0 else "left"
    return _bound_tube(f"{word} {root} root", "nerve", root, "nerve", path, heights, radii, 6)


def _down(leave, stop, side, offset):
    """Points down the canal, from the side of the cord to the recess beside it."""
    path = [_canal(leave, side * 3.2, -0.5)]
    if leave - 0.45 > stop:
        for h in np.linspace(leave - 0.4, stop, 8):
            share = (leave - h) / (leave - stop)
            path.append(_canal(h, side * (3.6 + offset * share), -2.5 + 3.0 * share))
    else:
        path.append(_canal((leave + stop) / 2, side * (4.0 + offset)))
    return path


def _in_frame(level, point):
    x, y, z = point
    return np.array([x, *column.reference().at(level).place(y, z)])


def _smooth(path, heights):
    """Run a Catmull-Rom curve through the points; returns two points a step."""
    ends = np.vstack([2 * path[:1] - path[1:2], path, 2 * path[-1:] - path[-2:-1]])
    places = np.linspace(0, len(path) - 1, 2 * (len(path) - 1) + 1)
    k = np.minimum(places.astype(int), len(path) - 2)
    t = (places - k)[:, None]
    p0, p1, p2, p3 = (ends[k + i] for i in range(4))
    curve = 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)
    return curve, np.interp(places, np.arange(len(path)), heights)


def disc_below(level):
    """Return the disc under a vertebra; for C1, C2 and the sacrum the nearest one."""
    for row in data.table("anatomy_discs"):
        if row.upper == level or level == "C1":
            return row.disc
    return row.disc


def shown(result):
    """Return one code a part: 0 hidden, 1 shown, 2 shown and marked (the chosen disc and its roots)."""
    disc, layer = result.chosen, result.state.layer
    if layer in ("lifted", "cut"):
        return [_shown_below(part, disc, layer) for part in parts()]
    kinds = {
        "whole": ("bone", "disc", "nerve", "ligament"),
        "ligaments": ("bone", "disc", "nerve"),
        "arches": ("body", "disc", "nerve"),
    }[layer]
    card = column.level_card(disc.name)
    roots = (card["leaves"], card["passes"])
    return [
        (part.kind in kinds and (result.state.frame == "column" or _is_near(part, disc)))
        * (1 + (part.level == disc.name or part.kind == "nerve" and part.level in roots))
        for part in parts()
    ]


def _is_near(part, disc):
    """Return whether a part may be in sight near a disc; long parts always may."""
    return part.kind in ("nerve", "ligament") or abs(part.frame[0] - _STACK[disc.lower]) <= _IN_SIGHT


#: Vertebrae above and below a disc that are drawn near it, more than the picture shows until one goes farther.
_IN_SIGHT = 6
#: Vertebrae left standing below a disc when everything above it is taken off.
_KEPT_BELOW = 3


def _shown_below(part, disc, layer):
    """With everything above the disc taken off: whole vertebrae and discs below it, and the disc itself."""
    below = _STACK[disc.lower]
    if part.kind == "bone":
        return int(below - _KEPT_BELOW < _STACK[part.level] <= below)
    if part.level == disc.name:
        return int(
            part.kind in {"lifted": ("disc", "upper endplate"), "cut": ("ring", "nucleus", "lower endplate")}[layer]
        )
    return int(part.kind == "disc" and below - _KEPT_BELOW < part.frame[0] < below)


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
    return Spot(float(x), *(float(v) for v in column.reference().at(level).place(y, z)), _STACK[level], 0.0)


def disc_spot(name, x, y, share=0.5):
    """Return the `Spot` at a place (x, y in mm) on a disc, at a share of its height."""
    row = next(row for row in data.table("anatomy_discs") if row.disc == name)
    point = _Wall(row).place([[x, y]], share)[0]
    return Spot(*(float(v) for v in point), _STACK[row.lower], float(share))


def labels(result):
    """Return what is named on the drawing: rows (words, `Spot`, side of the sheet or None, whether it is marked)."""
    near = _near_labels(result) if result.state.frame == "near" or result.state.layer in ("lifted", "cut") else None
    return near or _column_labels(result)


def _column_labels(result):
    disc = result.chosen
    rows = [
        (words, spot(level, 0, shapes.size(level).depth / 2, 0), None, False)
        for words, level in (("neck: C1 to C7", "C4"), ("chest: T1 to T12", "T6"), ("low back: L1 to L5", "L2"))
    ]
    rows.append(("sacrum", spot("S1", 0, -20.0, -60.0), "right", False))
    behind = result.state.view != "front"
    if behind:
        rows.append(("cord ends here", spot("L1", 0, shapes.size("L1").back - 9.0, -6.0), "left", False))
    if behind and result.state.layer != "arches":
        rows.append(("spinous processes", spot("T9", 0, shapes.size("T9").arch - 26.0, -20.0), "left", False))
    return [*rows, (f"disc {disc.name}", disc_spot(disc.name, 0, 0.55 * disc.depth / result.scale), None, True)]


def _near_labels(result):
    disc, layer, view = result.chosen, result.state.layer, result.state.view
    card, upper, lower = column.level_card(disc.name), shapes.size(disc.upper), shapes.size(disc.lower)
    width, depth = disc.width / result.scale, disc.depth / result.scale
    below = spot(
        disc.lower, 0.45 * lower.upper_width, 0.1 * depth, -0.4 * lower.height - (10 if disc.lower == "S1" else 0)
    )
    rows = [("sacrum" if disc.lower == "S1" else f"vertebra {disc.lower}", below, None, False)]
    if layer == "cut":
        inner = 0.5 * (1 + nucleus_scale()) / 2
        return [
            *rows,
            ("annulus rings", disc_spot(disc.name, -inner * width, 0, 1.0), None, True),
            ("nucleus", disc_spot(disc.name, 0.0, disc_of(disc.name).centre, 1.0), None, True),
            ("endplate", disc_spot(disc.name, 0.36 * width, 0.22 * depth, 0.05), None, True),
        ]
    if layer == "lifted":
        return [
            *rows,
            ("endplate", disc_spot(disc.name, 0, 0.1 * depth, 1.0), None, True),
            ("outer annulus", disc_spot(disc.name, 0.5 * width, 0, 0.6), None, True),
            ("canal", spot(disc.lower, 0, lower.back - lower.canal_depth / 2, lower.height / 2), None, False),
        ]
    face, sign = {"back": -0.5}.get(view, 0.5), -1 if view in ("side", "oblique") else 1
    right = {"side": 0.45, "oblique": 0.35}.get(view, 0.0)
    rows += [
        (f"vertebra {disc.upper}", spot(disc.upper, 0.45 * upper.width, 0.1 * depth, 0), None, False),
        (
            f"disc {disc.name}",
            disc_spot(disc.name, right * width, (0.3 if view == "side" else face) * depth),
            "left" if view in ("front", "back") else "right",
            True,
        ),
    ]
    root = next(part for part in parts() if part.name == f"right {card['leaves']} root")
    rows.append(
        (
            f"{card['leaves']} root leaves",
            _vertex_spot(root, int(len(root.vertices) * (0.97 if view == "back" else 0.88))),
            None,
            True,
        )
    )
    if layer == "arches" and card["passes"] and view == "back":
        passing = next(part for part in parts() if part.name == f"left {card['passes']} root")
        level = np.abs(passing.frame + passing.weight - _STACK[disc.lower] - 0.5)
        rows.append((f"{card['passes']} root passes", _vertex_spot(passing, int(level.argmin())), "left", True))
    if layer != "arches" and view in ("side", "back"):
        joint = upper.back - 0.5 * upper.canal_depth if upper.region == "neck" else upper.arch + 2.0
        rows.append(("spinous process", spot(disc.upper, 0, upper.arch - 10.0, -0.25 * upper.height), "left", False))
        rows.append(
            (
                "facet joint",
                spot(disc.upper, -sign * (upper.canal_width / 2 + 3), joint, -upper.height / 2 - 3.0),
                "left",
                False,
            )
        )
    return rows


def _vertex_spot(part, number):
    return Spot(*(float(v) for v in part.vertices[number]), int(part.frame[number]), float(part.weight[number]))


def camera(result):
    """Return the named view: azimuth and elevation in degrees, target and half extents in mm, and its name."""
    state, disc = result.state, result.chosen
    azimuth, elevation = {"side": (90.0, 0.0), "front": (0.0, 0.0), "back": (180.0, 0.0), "oblique": (42.0, 14.0)}[
        state.view
    ]
    if state.layer in ("lifted", "cut"):
        elevation = 38.0
    lower, upper = result.at(disc.lower), result.at(disc.upper)
    if state.frame == "near" or state.layer in ("lifted", "cut"):
        target = [0.0, (lower.y + upper.y) / 2 - 0.25 * disc.depth, (lower.z + upper.z) / 2]
        reach = {"neck": 0.95, "chest": 0.85, "low back": 0.95}[shapes.size(disc.upper).region] * (
            2.0 * disc.depth if disc.upper[0] != "C" else 2.3 * disc.depth
        )
        wide = 0.9 * reach
    else:
        ys, zs = [frame.y for frame in result.frames], [frame.z for frame in result.frames]
        bottom, top = -105.0 * result.scale, zs[-1] + 22 * result.scale
        target, reach, wide = (
            [0.0, (min(ys) + max(ys)) / 2 - 20, (bottom + top) / 2],
            (top - bottom) / 2,
            95.0 * result.scale,
        )
    return {
        "name": f"{state.view} {state.layer} {state.frame} {disc.name if state.frame == 'near' else ''}",
        "azimuth": azimuth,
        "elevation": elevation,
        "target": target,
        "reach": reach,
        "wide": wide,
    }
