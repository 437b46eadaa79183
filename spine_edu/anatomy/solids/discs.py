"""The discs: each of them whole, and cut open in rings, nucleus and endplates."""

import numpy as np

from spine_edu import data
from spine_edu.anatomy import mesh
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.disc import disc_of, nucleus_scale, ring_scales
from spine_edu.anatomy.sizes import size
from spine_edu.anatomy.solids.binding import PLACE, Part, Spot, turned

#: Rings drawn in a cut disc; each stands for several of its lamellae.
RINGS = 6
#: Points of a fine outline, of which coarser ones take every second or third.
_FINE = 96
#: Right-hand front corner that is opened in a cut disc (degrees from the right, anticlockwise seen from above), and how
#: much further each ring is cut back at both ends than the one inside it.
_OPEN_FROM, _OPEN_TO, _CUT_BACK = -34.0, 100.0, 9.0


def discs():
    """Yield for each disc the whole disc, its rings from the outside in, its nucleus and its two endplates."""
    for row in data.table("anatomy_discs"):
        wall = _Wall(row)
        yield _whole(wall)
        scales = ring_scales(RINGS)
        for number in range(RINGS):
            yield _ring(wall, number, scales[number], scales[number + 1])
        yield _nucleus(wall)
        yield _endplate(wall, 0.0, 0.05, "lower endplate")
        yield _endplate(wall, 1.0, 0.02, "upper endplate")


def disc_spot(name, x, y, share=0.5):
    """Return the `Spot` at a place (x, y in mm) on a disc, at a share of its height."""
    row = next(row for row in data.table("anatomy_discs") if row.disc == name)
    point = _Wall(row).place([[x, y]], share)[0]
    return Spot(*(float(v) for v in point), PLACE[row.lower], float(share))


class _Wall:
    """Points between the two faces of a disc: (x, y) on the disc, `share` of the height from below."""

    def __init__(self, row):
        self.row = row
        self.upper, self.lower = (column.reference().at(level) for level in (row.upper, row.lower))
        self.up, self.low = size(row.upper), size(row.lower)
        self.disc = disc_of(row.disc)
        self.top = -self.up.height / 2
        self.bottom = 0.0 if row.lower == "S1" else self.low.height / 2

    def outline(self, scale, every=1):
        """Return every so many points of the outline, shrunk about the nucleus; the last point repeats the first."""
        line = np.array(self.disc.outline(_FINE, scale))
        return line[np.arange(0, _FINE + 1, every) % _FINE]

    def place(self, xy, share):
        """Return the points (n, 3) in the common space."""
        x, y = np.asarray(xy, float).T
        # Each face is the plane of its vertebra, tipped by half the body's wedge.
        ends = []
        for frame, bone, level, sign in ((self.lower, self.low, self.bottom, 1), (self.upper, self.up, self.top, -1)):
            tip = 0.0 if bone.level == "S1" else sign * np.tan(bone.wedge / 2)
            ends.append(np.stack(frame.place(y, level + y * tip), axis=1))
        share = np.broadcast_to(np.asarray(share, float), x.shape)
        yz = (1 - share)[:, None] * ends[0] + share[:, None] * ends[1]
        return np.column_stack([x, yz])


class _Pieces:
    """The surfaces of one part of a disc, collected one by one."""

    def __init__(self):
        self.xy, self.share, self.normals, self.triangles, self.along = [], [], [], [], []

    def add(self, xy, share, normals, triangles, along=None):
        """Add a surface: points (n, 2) at shares (n,) of the height, normals (n, 3), triangles that count from 0."""
        self.triangles.append(triangles + sum(len(points) for points in self.xy))
        self.xy.append(xy)
        self.share.append(share)
        self.normals.append(normals)
        self.along.append(np.zeros(len(xy)) if along is None else along)

    def add_wall(self, lines, shares, normals, along=None):
        """Add a wall through lines (each n, 2) at rising shares of the height; normals (n, 3), or one such a line."""
        count = len(lines[0])
        if not isinstance(normals, list):
            normals = [normals] * len(lines)
        lengths = None if along is None else np.tile(along, len(lines))
        triangles = mesh.strip(len(lines), count)
        self.add(np.concatenate(lines), np.repeat(shares, count), np.concatenate(normals), triangles, lengths)

    def add_lid(self, line, middle, share, up=1.0):
        """Add a flat face inside a closed line (n, 2), at a share of the height; `up` is -1 for one that looks down."""
        count = len(line)
        fan = mesh.fan(count)
        normals = np.tile([0.0, 0.0, up], (count + 1, 1))
        self.add(np.vstack([line, middle]), np.full(count + 1, share), normals, fan if up > 0 else fan[:, ::-1])

    def part(self, wall, kind, name, material):
        """Return all surfaces as one `Part` of the disc."""
        xy, share = np.concatenate(self.xy), np.concatenate(self.share)
        tilt = (wall.upper.tilt + wall.lower.tilt) / 2
        return Part(
            name=name,
            kind=kind,
            level=wall.row.disc,
            material=material,
            vertices=wall.place(xy, share),
            normals=np.concatenate(self.normals) @ turned(tilt).T,
            triangles=np.concatenate(self.triangles),
            frame=np.full(len(xy), PLACE[wall.row.lower]),
            weight=np.clip(share, 0.0, 1.0),
            along=np.concatenate(self.along),
        )


def _level(out, up=0.0):
    """Normals (n, 2) that lie in the disc as normals (n, 3), tipped up by `up`."""
    return np.column_stack([out, np.full(len(out), up)])


def _bulged(line, out, most, share):
    """A line (n, 2) of the wall at a share of the height: bulged by `most` mm halfway up."""
    return line + out * most * (1 - (2 * share - 1) ** 2)


def _whole(wall):
    line = wall.outline(1.0, every=2)
    out, shares, bulge = mesh.outward(line, closed=True), np.linspace(0, 1, 5), 0.04 * wall.row.width
    pieces = _Pieces()
    lines = [_bulged(line, out, bulge, share) for share in shares]
    pieces.add_wall(lines, shares, [_level(out, 0.9 * (2 * share - 1)) for share in shares], mesh.lengths(line))
    middle = wall.outline(0.0)[:1]
    pieces.add_lid(line, middle, 0.0, up=-1.0)
    pieces.add_lid(line, middle, 1.0)
    return pieces.part(wall, "disc", f"{wall.row.disc} disc", "ring a")


def _ring(wall, number, outer, inner):
    """One ring of the cut annulus, number 0 the outermost: outer wall, top, inner wall, and the two cut ends."""
    start, end = _OPEN_TO - _CUT_BACK * number * 0.9, _OPEN_FROM + _CUT_BACK * number + 360.0
    angles = np.arange(round(start * _FINE / 360), round(end * _FINE / 360) + 1, 2) % _FINE
    outside, inside = (wall.outline(scale)[angles] for scale in (outer, inner))
    out, flat = mesh.outward(outside, closed=False), mesh.strip(2, len(angles))
    outermost = number == 0
    shares, bulge = ((0.0, 0.5, 1.0), 0.03 * wall.row.width) if outermost else ((0.0, 1.0), 0.0)
    pieces = _Pieces()
    lines = [_bulged(outside, out, bulge, share) for share in shares]
    pieces.add_wall(lines, shares, _level(out), mesh.lengths(outside))
    count = 2 * len(angles)
    pieces.add(np.concatenate([outside, inside]), np.ones(count), np.tile([0.0, 0.0, 1.0], (count, 1)), flat)
    around = np.concatenate([_level(-out)] * 2)
    pieces.add(np.concatenate([inside, inside]), np.repeat([0.0, 1.0], len(angles)), around, flat[:, ::-1])
    for place, sign in ((0, -1), (-1, 1)):
        _add_cut(pieces, inside[place], outside[place], sign)
    name = f"ring {number + 1} of the {wall.row.disc} annulus"
    return pieces.part(wall, "ring", name, "ring a" if number % 2 else "ring b")


def _add_cut(pieces, inside, outside, sign):
    """The flat end of a ring, from its inner to its outer wall."""
    across = outside - inside
    normal = sign * np.array([-across[1], across[0], 0.0]) / np.linalg.norm(across)
    corners, shares = np.array([inside, outside, inside, outside]), np.array([0.0, 0.0, 1.0, 1.0])
    pieces.add(corners, shares, np.tile(normal, (4, 1)), np.array([[0, 1, 3], [0, 3, 2]]))


def _nucleus(wall):
    line = wall.outline(nucleus_scale(), every=3)
    pieces = _Pieces()
    pieces.add_wall([line * 0.985, line, line * 0.985], (0.02, 0.5, 0.98), _level(mesh.outward(line, closed=True)))
    pieces.add_lid(line, [[0.0, wall.disc.centre]], 0.98)
    return pieces.part(wall, "nucleus", f"nucleus of {wall.row.disc}", "nucleus")


def _endplate(wall, face, thick, kind):
    """A thin cartilage plate over the nucleus and inner rings, on the lower (0) or the upper (1) vertebra."""
    line = wall.outline(0.86, every=3)
    pieces = _Pieces()
    pieces.add_wall([line, line], (face, face + thick), _level(mesh.outward(line, closed=True)))
    pieces.add_lid(line, [[0.0, 0.0]], face + thick)
    return pieces.part(wall, kind, f"{kind} of {wall.row.disc}", "endplate")
