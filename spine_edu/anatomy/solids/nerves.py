"""The cord, and the roots on their way from it down the canal and out of their foramina."""

import numpy as np

from spine_edu.anatomy import mesh, shapes
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.sizes import size
from spine_edu.anatomy.solids.binding import PLACE, Part, between, bound, in_frame

#: Where the cord ends: the lower third of L1 (mean of 504 adults; range T12 to L3), as a place in the stack.
CORD_END = PLACE["L1"] - 0.22
#: Roots that leave the canal, in order from above.
ROOTS = (
    *(f"C{n}" for n in range(2, 9)),
    *(f"T{n}" for n in range(1, 13)),
    *(f"L{n}" for n in range(1, 6)),
    *(f"S{n}" for n in range(1, 4)),
)
#: Corners of the cross-section of the cord and of a root.
CORD_SIDES, ROOT_SIDES = 12, 6


def nerves():
    """Yield the cord, the thread that ties it down, and the roots of both sides as `Part`."""
    top = len(column.STACK) - 1.0
    heights = np.linspace(top, CORD_END, 60)
    share = (top - heights) / (top - CORD_END)
    # The cord is thicker where the roots of the arms and of the legs leave it, and ends in a cone.
    swell = 1.0 + 0.28 * np.exp(-(((share - 0.27) / 0.10) ** 2)) + 0.25 * np.exp(-(((share - 0.90) / 0.05) ** 2))
    radii = 4.3 * swell * np.clip((1.0 - share) / 0.06, 0.12, 1.0)
    yield _tube("spinal cord", "cord", [_canal(height) for height in heights], heights, radii, CORD_SIDES)
    tail = np.linspace(CORD_END + 0.1, 0.0, 14)
    yield _tube("filum", "cord", [_canal(height, 0.0, -2.0) for height in tail], tail, np.full(14, 0.6), 5)
    for number, root in enumerate(ROOTS):
        for side in (1, -1):
            yield _root(root, number, side)


def _root(root, number, side):
    """One root on one side (1 right, -1 left)."""
    way = _sacral if root[0] == "S" else _spinal
    path, heights = _smooth(*way(root, number, side))
    thick = {"C": 1.35, "T": 1.15, "L": 1.55, "S": 1.35}[root[0]]
    share = np.linspace(0, 1, len(path))
    # Thin on its way down the canal, with a swelling (the ganglion) in the foramen.
    ganglion = 0.75 * thick * np.exp(-(((share - 0.74) / 0.06) ** 2))
    radii = thick * (0.62 + 0.38 * np.clip((share - 0.35) / 0.4, 0, 1)) + ganglion
    word = "right" if side > 0 else "left"
    return _tube(f"{word} {root} root", root, path, heights, radii, ROOT_SIDES)


def _leaves_cord(number):
    """Place in the stack at which a root leaves the cord: roots low in the list leave far above their foramen."""
    top, share = len(column.STACK) - 1.6, number / (len(ROOTS) - 1)
    return top - share * (top - CORD_END - 0.35)


def _spinal(root, number, side):
    """Points of a root of neck, chest or low back, with their places in the stack."""
    # C8 leaves above T1; each other root of the neck above its own vertebra, all further down below theirs.
    level = {"C8": "T1"}.get(root, root)
    v, own, leave = size(level), float(PLACE[level]), _leaves_cord(number)
    above, ends = {"C": _out_of_neck, "T": _out_of_chest, "L": _out_of_low_back}[root[0]](v)
    # Below the neck the roots lie beside each other in the canal: where it leaves, each is the outermost.
    offset = 1.5 + 0.12 * (v.canal_width / 2 - 6) if root[0] == "C" else 0.64 * v.canal_width / 2 - 3.6
    path, heights = _down(leave, own + above, side, offset)
    path += [in_frame(level, (side * x, y, z)) for x, y, z in ends]
    return path, heights + [own] * len(ends)


def _out_of_neck(v):
    """How far above its vertebra a root leaves the canal, in places of the stack, and its points from there on."""
    edge = v.canal_width / 2
    return 0.62, (
        (edge - 3.5, v.back - 0.45 * v.canal_depth, v.height / 2 + 4.5),
        (edge + 1.5, v.back - 2.0, v.height / 2 + 2.2),
        (v.width / 2 + 7.0, v.back + 1.0, v.height / 2 - 1.0),
        (v.width / 2 + 25.0, v.back + 7.5, -7.0),
    )


def _out_of_chest(v):
    edge = v.canal_width / 2
    return 0.12, (
        (edge - 2.5, v.back - 0.45 * v.canal_depth, 0.0),
        (edge + 3.5, v.back - 4.0, -0.30 * v.height),
        (edge + 14.0, v.back - 4.0, -0.42 * v.height),
        (edge + 25.0, v.back - 9.0, -0.52 * v.height),
    )


def _out_of_low_back(v):
    edge = v.canal_width / 2
    return 0.45, (
        (edge - 2.6, v.back - 4.5, 0.24 * v.height),
        (edge + 4.0, v.back - 4.5, -0.30 * v.height),
        (edge + 14.0, v.back + 3.0, -0.60 * v.height),
        (edge + 20.0, v.back + 8.0, -v.height),
    )


def _sacral(root, number, side):
    """Points of a root that leaves through the sacrum, with their places in the stack.

    It runs down inside the sacral canal, turns out beside its opening, and goes through it to the front.
    """
    n = int(root[1])
    out, low, _ = shapes.SACRAL_OPENINGS[n - 1]
    path, heights = _down(_leaves_cord(number), 0.45, side, (5.2, 2.4, 0.2)[n - 1])
    down = np.linspace(-6.0, low + 9.0, n + 1)
    ends = [_in_sacral_canal(z, share) for z, share in zip(down, np.linspace(0.5, 0.62, n + 1), strict=True)]
    behind, _, _ = shapes.sacral_canal(low)
    front = behind + 26.0 - 2.0 * n
    ends += [(out - 1.5, behind + 1.5, low + 1.5), (out, behind + 11.0, low), (out + 1.0, front, low - 4.0)]
    ends += [(out + 5.0, front + 9.0, low - 13.0)]
    ends = [in_frame("S1", (side * x, y, z)) for x, y, z in ends]
    return path + ends, heights + [0.0] * len(ends)


def _in_sacral_canal(z, share):
    """A point on the floor of the sacral canal, at a share of its half width, in the sacrum's own axes."""
    y, half_width, half_depth = shapes.sacral_canal(z)
    return share * half_width, y + 0.15 * half_depth, z


def _down(leave, stop, side, offset):
    """Points down the canal, from the side of the cord to the recess beside it, and their places in the stack.

    Where the way is short, one point between both ends. The root of C2 even rises a little: to keep it from that would
    make it dip and rise again, since its foramen lies above the place where it leaves the cord.
    """
    start = _canal(leave, side * 3.2, -0.5)
    if leave - 0.45 <= stop:
        middle = (leave + stop) / 2
        return [start, _canal(middle, side * (4.0 + offset))], [leave, middle]
    heights = np.linspace(leave - 0.4, stop, 8)
    shares = (leave - heights) / (leave - stop)
    path = [
        _canal(height, side * (3.6 + offset * share**3), -2.5 + 3.0 * share)
        for height, share in zip(heights, shares, strict=True)
    ]
    return [start, *path], [leave, *heights]


def _canal(height, x=0.0, ahead=0.0):
    """A point in the middle of the canal (`ahead` mm to the front of it) at a place in the stack."""
    return between(height, x, lambda v: v.back - v.canal_depth / 2 + ahead)


def _smooth(path, heights):
    """Run a Catmull-Rom curve through the points; returns two points a step, and their places in the stack."""
    path = np.array(path)
    ends = np.vstack([2 * path[:1] - path[1:2], path, 2 * path[-1:] - path[-2:-1]])
    places = np.linspace(0, len(path) - 1, 2 * (len(path) - 1) + 1)
    k = np.minimum(places.astype(int), len(path) - 2)
    t = (places - k)[:, None]
    p0, p1, p2, p3 = (ends[k + i] for i in range(4))
    curve = 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)
    return curve, np.interp(places, np.arange(len(path)), np.array(heights))


def _tube(name, level, path, heights, radii, sides):
    """A tube along a path, bound to the vertebrae by the places of its points in the stack."""
    vertices, normals, triangles = mesh.tube(path, radii, sides)
    frame, weight = bound(heights, sides)
    return Part(
        name=name,
        kind="nerve",
        level=level,
        material="nerve",
        vertices=vertices,
        normals=normals,
        triangles=triangles,
        frame=frame,
        weight=weight,
        along=np.zeros(len(vertices)),
    )
