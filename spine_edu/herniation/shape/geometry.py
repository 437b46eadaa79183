"""Shapes of a disc, of its canal and of what stands out of it, in millimetres.

Seen from above, x points to the patient's left and y to the front; seen from the side, z points up. A place on the edge
of the disc is an arc length s along the edge, 0 at the back in the middle, positive towards the patient's left.
The outline is a superellipse with a hollow back (``docs/model.md``, "Herniation and after").
"""

import math
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from spine_edu import data
from spine_edu.anatomy.disc import disc_of, nucleus_scale

_EDGE_POINTS = 720
_GRID = 0.25
_ROUNDNESS = 2.4


def constant(name):
    """Return a constant of the shape builder from parameters.csv."""
    return data.value(f"herniation_shape.{name}")


@dataclass(frozen=True)
class Site:
    """One disc and its surroundings: sizes in mm, roots by name. `traversing` is empty in the neck."""

    level: str
    region: str
    contents: str
    power: float
    notch: float
    width: float
    depth: float
    height_front: float
    height_back: float
    wedge: float
    canal_width: float
    canal_depth: float
    body_above: float
    body_below: float
    above: str
    below: str
    traversing: str
    exiting: str

    @property
    def back(self):
        """y of the edge of the disc at the back, in the middle."""
        return disc_of(self.level).back


@cache
def site(level):
    """Return the `Site` of a level, put together from herniation_levels.csv and the anatomy tables."""
    row = next(row for row in data.table("herniation_levels") if row.level == level)
    disc = next(disc for disc in data.table("anatomy_discs") if disc.disc == level)
    vertebrae = {row.vertebra: row for row in data.table("anatomy_vertebrae")}
    upper, lower = vertebrae[disc.upper], vertebrae[disc.lower]
    tilt = disc.depth * math.tan(math.radians(disc.wedge) / 2)
    return Site(
        level=level, region=row.region, contents=row.contents, power=disc.power, notch=disc.notch,
        width=disc.width, depth=disc.depth, wedge=disc.wedge,
        height_front=disc.mid_height + tilt, height_back=disc.mid_height - tilt,
        canal_width=_mean(upper.canal_width, lower.canal_width),
        canal_depth=_mean(upper.canal_depth, lower.canal_depth),
        body_above=upper.posterior_height, body_below=lower.posterior_height or constant("sacrum_height"),
        above=disc.upper, below=disc.lower,
        traversing=_root("subarticular_disc", level) if row.region == "low back" else "",
        exiting=_root("foraminal_disc", level))


def _mean(*values):
    known = [value for value in values if value is not None]
    return sum(known) / len(known)


def _root(column, level):
    return next(row.root for row in data.table("anatomy_roots") if getattr(row, column) == level)


def superellipse(width, depth, power, angles):
    """Return points (n, 2) of ``|2x/width|^power + |2y/depth|^power = 1`` at `angles` (rad)."""
    cosine, sine = np.cos(angles), np.sin(angles)
    return np.column_stack([width / 2 * np.sign(cosine) * np.abs(cosine) ** (2 / power),
                            depth / 2 * np.sign(sine) * np.abs(sine) ** (2 / power)])


def area(polygon):
    """Return the area of a closed polygon (n, 2), in the square of its unit."""
    x, y = polygon.T
    return abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


@cache
def outline(level):
    """Return the edge of the disc as points (n, 2), from the front once round, against the clock."""
    return _closed(disc_of(level).outline(_EDGE_POINTS, start=-1.5 * math.pi))


def _closed(points):
    return np.array([*points, points[0]])


@cache
def _arc(level):
    """Return arc length at every point of the outline (0 at the back in the middle), and outward normals."""
    points = outline(level)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    along = np.gradient(points, axis=0)
    normals = np.column_stack([along[:, 1], -along[:, 0]])
    return length - np.interp(_EDGE_POINTS / 2, np.arange(len(length)), length), _unit(normals)


def _unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def circumference(level):
    """Return the length of the disc's edge, in mm."""
    arc, _ = _arc(level)
    return arc[-1] - arc[0]


def edge(level, s):
    """Return points (n, 2) and outward unit normals (n, 2) of the disc's edge at the arc lengths `s` (n,), in mm."""
    arc, normals = _arc(level)
    points = outline(level)
    round_trip = arc[-1] - arc[0]
    s = (np.asarray(s, dtype=float) - arc[0]) % round_trip + arc[0]
    at = np.column_stack([np.interp(s, arc, points[:, axis]) for axis in (0, 1)])
    return at, _unit(np.column_stack([np.interp(s, arc, normals[:, axis]) for axis in (0, 1)]))


@cache
def zone_borders(level):
    """Return the distances from the midline, in mm, at which the drawing ends the four zones, from the middle out."""
    here = site(level)
    half = here.canal_width / 2
    if here.region == "neck":  # no subarticular zone: the foramen begins where the canal ends
        return half * 0.5, half * 0.5, here.width / 2, here.width / 2
    return half * constant("facet_edge") / 100, half, here.width / 2 * constant("foramen_end") / 100, here.width / 2


def zone_place(level, zone, side):
    """Return the arc length s, in mm, at the middle of a zone on a side ("left" or "right")."""
    first, second, third, last = zone_borders(level)
    distance = {"central": 0, "subarticular": (first + second) / 2, "foraminal": (second + third) / 2,
                "extraforaminal": last * 0.985}[zone]
    arc, _ = _arc(level)
    points = outline(level)
    rising = (arc >= 0) & (arc <= arc[np.argmax(points[:, 0])])
    return float(np.interp(distance, points[rising, 0], arc[rising])) * (1 if side == "left" else -1)


def _canal_half_width(here, behind):
    """Return half the width of the canal at the distances `behind` the disc, mm: a triangle with bowed sides."""
    share = np.clip(behind / here.canal_depth, 0, 1)
    return here.canal_width / 2 * (1 - share ** constant("canal_power"))


@cache
def canal(level):
    """Return the outline of the spinal canal as points (n, 2): the disc's back edge, then the bowed sides."""
    here = site(level)
    behind = np.linspace(0, here.canal_depth, 25)
    right = np.column_stack([_canal_half_width(here, behind), here.back - behind])
    x = np.linspace(-here.canal_width / 2, here.canal_width / 2, 25)
    return np.concatenate([np.column_stack([x, _back_edge(level, x)]), right, (right * [-1, 1])[::-1]])


def _back_edge(level, x):
    """Return y of the disc's back edge at the distances `x` from the midline, mm; level beyond the disc's corner."""
    points = outline(level)
    back = points[points[:, 1] < 0]
    back = back[np.argsort(back[:, 0])]
    corner = 0.4 * site(level).width
    return np.interp(np.clip(x, -corner, corner), back[:, 0], back[:, 1])


@cache
def _canal_cells(level):
    """Return the middles of the grid cells inside the canal, (n, 2)."""
    here = site(level)
    x = np.arange(-here.canal_width / 2, here.canal_width / 2, _GRID) + _GRID / 2
    y = np.arange(here.back - here.canal_depth, here.back + here.depth / 4, _GRID) + _GRID / 2
    cells = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    return cells[(np.abs(cells[:, 0]) < _canal_half_width(here, here.back - cells[:, 1]))
                 & (cells[:, 1] < _back_edge(level, cells[:, 0]))]


def canal_area(level):
    """Return the area of the canal behind the disc, in mm2, counted on the grid that `canal_share` uses."""
    return len(_canal_cells(level)) * _GRID ** 2


@cache
def _canal_cells_on_edge(level):
    """Return, for each cell of the canal, the nearest place s on the disc's edge and the distance to it."""
    arc, _ = _arc(level)
    back = np.abs(arc) < circumference(level) / 3
    points, cells = outline(level)[back][::2], _canal_cells(level)
    # |c - p|² without |c|², which is the same for all p: one product instead of a cube of differences.
    nearest = np.argmin((points ** 2).sum(axis=1) - 2 * cells @ points.T, axis=1)
    return arc[back][::2][nearest], np.linalg.norm(cells - points[nearest], axis=1)


def half_width(out, base, dome, reach):
    """Return half the width of focal material at the distances `out` from the edge, all in mm.

    A dome up to the base gives the cosine bump ``out = reach cos^k(pi u / base)`` that is `dome` wide half-way out;
    a wider dome gives a neck as wide as the base, then a rounded cap as wide as the dome.
    """
    out = np.clip(np.asarray(out, dtype=float), 0, reach)
    if dome <= base:
        steepness = math.log(0.5) / math.log(math.cos(math.pi / 2 * min(dome / base, 0.97)))
        return base / math.pi * np.arccos((out / reach) ** (1 / steepness))
    neck = min(constant("neck_length"), 0.4 * reach)
    widening = base / 2 + (dome - base) / 2 * np.sin(math.pi / 2 * np.clip(out / neck, 0, 1)) ** 2
    cap = np.clip((out - neck) / (reach - neck), 0, 1)
    return np.where(out < neck, widening, dome / 2 * (1 - cap ** _ROUNDNESS) ** (1 / _ROUNDNESS))


@dataclass(frozen=True)
class Focal:
    """Material over a short base, or (with a `gap`) a piece apart from the edge; lengths in mm."""

    origin: np.ndarray
    across: np.ndarray
    outwards: np.ndarray
    base: float
    dome: float
    reach: float
    gap: float

    @property
    def outline(self):
        """The material as a polygon (n, 2)."""
        return self.part(1)

    def part(self, share):
        """Return the polygon (n, 2) of the material scaled by `share` about the middle of its base."""
        turn = (1 - np.cos(np.linspace(0, math.pi, 25))) / 2
        if self.gap:
            angles = np.linspace(0, 2 * math.pi, 41)
            local = superellipse(self.dome, self.reach, _ROUNDNESS, angles) * share
            return self._place(local[:, 0], local[:, 1] + self.gap + self.reach / 2)
        out = turn * self.reach
        half = half_width(out, self.base, self.dome, self.reach)
        inside = -0.6
        across = np.concatenate([[half[0]], half, -half[::-1], [-half[0]]])
        away = np.concatenate([[inside], out, out[::-1], [inside]])
        return self._place(across * share, away * share)

    def _place(self, across, away):
        return self.origin + np.outer(across, self.across) + np.outer(away, self.outwards)

    def local(self, points):
        """Return the points (n, 2) as (across, away) from the middle of the base."""
        apart = points - self.origin
        return apart @ self.across, apart @ self.outwards

    def holds(self, points):
        """Return which of the points (n, 2) lie in the material."""
        across, away = self.local(points)
        if self.gap:
            return (np.abs(2 * across / self.dome) ** _ROUNDNESS
                    + np.abs(2 * (away - self.gap) / self.reach - 1) ** _ROUNDNESS) < 1
        inside = (away >= 0) & (away < self.reach)
        return inside & (np.abs(across) < half_width(away, self.base, self.dome, self.reach))

    def canal_share(self, level):
        """Return the share of the canal's area that the material takes, 0 to 1."""
        return float(np.mean(self.holds(_canal_cells(level))))


@dataclass(frozen=True)
class Broad:
    """Material over a long stretch of the edge: the edge itself, moved outwards."""

    level: str
    middle: float
    length: float
    reach: float

    def height(self, s):
        """Return how far the edge is moved at arc lengths `s`, in mm."""
        whole = circumference(self.level)
        if self.length >= whole:
            return np.full_like(s, self.reach)
        off = np.abs((s - self.middle + whole / 2) % whole - whole / 2)
        rise = np.clip((self.length / 2 - off) / min(constant("bulge_taper"), self.length / 3), 0, 1)
        return self.reach * rise * rise * (3 - 2 * rise)

    @property
    def outline(self):
        """The material as a polygon (n, 2): the moved edge out, the usual edge back."""
        return self._strip(self.middle + np.linspace(-0.5, 0.5, 61) * self.length)

    @property
    def back(self):
        """The part of the material at the back of the disc, as a polygon (n, 2)."""
        quarter = circumference(self.level) / 4
        return self._strip(np.clip(self.middle + np.linspace(-0.5, 0.5, 61) * self.length, -quarter, quarter)[::2])

    def _strip(self, s):
        points, normals = edge(self.level, s)
        return np.concatenate([points + normals * self.height(s)[:, None], (points - 0.5 * normals)[::-1]])

    def part(self, share):
        """Return an empty polygon: a bulge is annulus all through."""
        return np.empty((0, 2))

    def holds(self, points):
        """Return which of the points (n, 2) lie in the material."""
        arc, _ = _arc(self.level)
        apart = np.linalg.norm(points[:, None, :] - outline(self.level)[None, ::2, :], axis=-1)
        nearest = np.argmin(apart, axis=1)
        return apart[np.arange(len(points)), nearest] < self.height(arc[::2][nearest])

    def canal_share(self, level):
        """Return the share of the canal's area that the material takes, 0 to 1."""
        s, apart = _canal_cells_on_edge(level)
        return float(np.mean(apart < self.height(s)))


def focal(level, place, *, base, dome, reach, free):
    """Return the `Focal` material at the arc length `place`; `base`, `dome` and `reach` in mm."""
    points, normals = edge(level, np.array([place - base / 2, place, place + base / 2]))
    chord = points[2] - points[0]
    across = chord / np.linalg.norm(chord)
    outwards = np.array([across[1], -across[0]])
    origin = points[1] if free else (points[0] + points[2]) / 2
    return Focal(origin, across, outwards if outwards @ normals[1] > 0 else -outwards, base, dome, reach,
                 constant("free_gap") if free else 0.0)


def root_places(level, side):
    """Return where the drawing puts the roots of a side: traversing (if any), exiting near, exiting far; (x, y) mm."""
    distance = constant("root_gap") + constant("root_radius")
    zones = {"traversing": "subarticular", "exiting": "foraminal", "exiting far": "extraforaminal"}
    if site(level).region == "neck":
        zones = {"exiting": "foraminal"}
    places = {}
    for name, zone in zones.items():
        point, normal = edge(level, [zone_place(level, zone, side)])
        places[name] = point[0] + normal[0] * distance
    return places


def circle(middle, radius, points=24):
    """Return a circle as points (n, 2)."""
    angles = np.linspace(0, 2 * math.pi, points)
    return middle + radius * np.column_stack([np.cos(angles), np.sin(angles)])


@cache
def sac(level):
    """Return the sac that holds the roots (in the neck, the cord) as points (n, 2): the canal, smaller and rounder."""
    here = site(level)
    behind = np.linspace(0, here.canal_depth, 9)
    side = np.column_stack([_canal_half_width(here, behind), here.back - behind])
    middle = np.array([0, here.back - 0.4 * here.canal_depth])
    return rounded((np.concatenate([side, (side * [-1, 1])[::-1]]) - middle) * 0.74 + middle - [0, 0.3], 3)


def rounded(polygon, times):
    """Return the closed polygon (n, 2) with its corners cut off `times` times (Chaikin)."""
    for _ in range(times):
        following = np.roll(polygon, -1, axis=0)
        polygon = np.stack([0.75 * polygon + 0.25 * following, 0.25 * polygon + 0.75 * following],
                           axis=1).reshape(-1, 2)
    return np.concatenate([polygon, polygon[:1]])


@cache
def nucleus(level):
    """Return the edge of the nucleus as points (n, 2), seen from above."""
    return ring(level, nucleus_scale())


@cache
def ring(level, scale):
    """Return the disc's edge scaled about the middle of the nucleus, points (n, 2), seen from above."""
    return _closed(disc_of(level).outline(_EDGE_POINTS // 10, scale, start=-1.5 * math.pi))


@dataclass(frozen=True)
class Profile:
    """Material seen from the side: at each height `z` it reaches from `wall` to `out` behind the back wall, all mm."""

    z: np.ndarray
    out: np.ndarray
    wall: np.ndarray

    @property
    def outline(self):
        """The material as a polygon of points (out, z)."""
        return np.concatenate([np.column_stack([self.out, self.z]), np.column_stack([self.wall, self.z])[::-1]])


def profile(site_, *, height, reach, migration, rule):
    """Return the `Profile` of material that a rule of herniation_names.csv has named, from the settings in mm.

    The fullest part lies `migration` below the middle of the disc (minus: above). What is joined keeps a stalk at the
    disc and, when it has moved, a tail along the back wall.
    """
    half_disc = site_.height_back / 2
    if rule == "broad":
        z = np.linspace(-half_disc, half_disc, 41)
        return Profile(z, reach * (1 - (z / half_disc) ** 2), np.full_like(z, -1.5))
    middle = -migration
    ends = (middle - height / 2, middle + height / 2)
    if rule == "free":
        z = middle + height / 2 * np.cos(np.linspace(math.pi, 0, 41))
        thick = reach / 2 * _dome_curve(z, middle, height)
        return Profile(z, constant("free_gap") + reach / 2 + thick, constant("free_gap") + reach / 2 - thick)
    z = np.linspace(min(-half_disc, ends[0]), max(half_disc, ends[1]), 81)
    bump = np.cos(math.pi / 2 * np.clip(2 * np.abs(z - middle) / height, 0, 1)) ** 1.2
    blob = reach * (bump if rule == "focal" else _dome_curve(z, middle, height))
    at_disc = np.abs(z) <= half_disc
    stalk = np.where(at_disc, 0.4 * reach * (1 - (z / half_disc) ** 4), 0)
    tail = np.where((z * (z - middle) <= 0) & (migration != 0), 0.4 * reach, 0)
    out = np.maximum.reduce([blob, stalk, tail])
    return Profile(z, out, np.where(at_disc, -1.5, np.minimum(0.6, out)))


def _dome_curve(z, middle, height):
    return (1 - np.clip(2 * np.abs(z - middle) / height, 0, 1) ** _ROUNDNESS) ** (1 / _ROUNDNESS)


def slices(level, material, side, count):
    """Return `count` slices (z, polygon) through the material, from the lowest up; `side` is its `Profile`."""
    at = np.linspace(0.03, 0.97, count) * (side.z[-1] - side.z[0]) + side.z[0]
    return [(z, _slice(level, material, np.interp(z, side.z, side.wall), np.interp(z, side.z, side.out), z))
            for z in at]


def _slice(level, material, wall, out, z):
    if isinstance(material, Broad):
        return replace(material, reach=out).back
    thin = max(0.05, min(1, (out - max(wall, 0)) / material.reach)) ** 0.5
    at_disc = wall < 0
    dome = material.dome * thin
    if at_disc and not material.gap:
        return replace(material, dome=dome, reach=max(out, 0.1)).part(1)[::2]
    return replace(material, dome=dome, reach=max(out - wall, 0.1), gap=max(wall, 0.01)).part(1)[::2]
