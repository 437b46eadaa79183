"""What stands out of a disc, in millimetres: over a short base, over a long stretch, and as seen from the side."""

import math
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from spine_edu.anatomy.lines import even, interpolated, superellipse, unit
from spine_edu.herniation.shape.site import Site, constant

_ROUNDNESS = 2.4
#: Below which share of the base a dome is a finger, and from which on it is none: a bump would be a spike.
_FINGER = (0.4, 0.6)
#: How far the corners of an outline may cut a curve short, mm.
_SLACK = 0.3


def half_width(out, base, dome, reach):
    """Return half the width of focal material at the distance `out` from the edge, all in mm.

    A dome up to the base gives the cosine bump ``out = reach cos^k(pi u / base)`` that is `dome` wide half-way out;
    one that is much narrower goes over to a finger with a round tip, as wide there; a wider dome gives a neck as wide
    as the base, then a rounded cap as wide as the dome.
    """
    out = min(max(out, 0.0), reach)
    if dome <= base:
        bump = base / math.pi * math.acos((out / reach) ** _flatness(dome / base))
        finger = min(max((_FINGER[1] - dome / base) / (_FINGER[1] - _FINGER[0]), 0.0), 1.0)
        return bump + finger * (_finger(out / reach, base, dome) - bump) if finger else bump
    neck = min(constant("neck_length"), 0.4 * reach)
    if out < neck:
        return base / 2 + (dome - base) / 2 * math.sin(math.pi / 2 * out / neck) ** 2
    return dome / 2 * _rounded((out - neck) / (reach - neck))


@lru_cache(maxsize=64)
def _flatness(share):
    """Return ``1 / k`` of the cosine bump whose dome is this share (0 to 1) of its base."""
    return math.log(math.cos(math.pi / 2 * min(share, 0.97))) / math.log(0.5)


def _finger(share, base, dome):
    """Return half the width of a finger at a share (0 to 1) of its length: a foot that dies away, and a round tip."""
    steepness = max(3.0, math.log2(2 * base / dome))
    foot = (1 - share) ** steepness
    # As wide as the dome half-way out, where something of the foot is left.
    half = 0.5**steepness
    wide = (dome - half * base) / (_rounded(0.5) - half)
    return ((base - wide) * foot + wide * _rounded(share)) / 2


def _rounded(share):
    """Return how wide a rounded cap still is at a share (0 to 1) of its height."""
    return (1 - min(share, 1.0) ** _ROUNDNESS) ** (1 / _ROUNDNESS)


@dataclass(frozen=True)
class Focal:
    """Material over a short base, or (with a `gap`) a piece apart from the edge; lengths in mm."""

    origin: tuple
    across: tuple
    outwards: tuple
    base: float
    dome: float
    reach: float
    gap: float

    @cached_property
    def outline(self):
        """The material as a polygon: a list of points (x, y)."""
        return self.part(1)

    def part(self, share):
        """Return the polygon of the material scaled by `share` about the middle of its base."""
        if self.gap:
            spots = superellipse(self.dome, self.reach, _ROUNDNESS, 41)
            return [self.at(across * share, away * share + self.gap + self.reach / 2) for across, away in spots]
        away = [self.reach * (1 - math.cos(angle)) / 2 for angle in even(0, math.pi, 25)]
        side = [(half_width(out, self.base, self.dome, self.reach), out) for out in away]
        side = [(side[0][0], -0.6), *side]  # the foot lies inside the disc
        spots = side + [(-across, out) for across, out in reversed(side)]
        return [self.at(across * share, out * share) for across, out in spots]

    def at(self, across, away):
        """Return the point at a distance sideways and a distance outwards from the middle of the base."""
        return (
            self.origin[0] + across * self.across[0] + away * self.outwards[0],
            self.origin[1] + across * self.across[1] + away * self.outwards[1],
        )

    def local(self, x, y):
        """Return a point as (across, away) from the middle of the base."""
        x, y = x - self.origin[0], y - self.origin[1]
        return x * self.across[0] + y * self.across[1], x * self.outwards[0] + y * self.outwards[1]

    def holds(self, x, y):
        """Return whether a point lies in the material."""
        across, away = self.local(x, y)
        if self.gap:
            return (
                abs(2 * across / self.dome) ** _ROUNDNESS + abs(2 * (away - self.gap) / self.reach - 1) ** _ROUNDNESS
            ) < 1
        if not 0 <= away < self.reach or abs(across) >= self._widest:
            return False
        return abs(across) < half_width(away, self.base, self.dome, self.reach)

    @property
    def _widest(self):
        return max(self.base, self.dome) / 2

    def canal_share(self, site):
        """Return the share of the canal's area that the material takes, 0 to 1."""
        x, y = zip(*self.outline, strict=True)
        left, right, low, high = min(x) - _SLACK, max(x) + _SLACK, min(y) - _SLACK, max(y) + _SLACK
        taken = 0
        for up, row in site.canal_rows:
            if low < up < high:
                taken += sum(self.holds(one, up) for one in row[bisect_left(row, left) : bisect_left(row, right)])
        return taken / site.canal_cells


@dataclass(frozen=True)
class Broad:
    """Material over a long stretch of the edge: the edge itself, moved outwards; lengths in mm."""

    site: Site
    middle: float
    length: float
    reach: float

    def height(self, s):
        """Return how far the edge is moved at the arc length `s`."""
        whole = self.site.circumference
        if self.length >= whole:
            return self.reach
        off = abs((s - self.middle + whole / 2) % whole - whole / 2)
        rise = min(max((self.length / 2 - off) / min(constant("bulge_taper"), self.length / 3), 0.0), 1.0)
        return self.reach * rise * rise * (3 - 2 * rise)

    @cached_property
    def outline(self):
        """The material as a polygon: the moved edge out, the usual edge back."""
        return _strip(self._edge(self.middle + off * self.length for off in even(-0.5, 0.5, 61)))

    @cached_property
    def _back(self):
        """The edge as `_edge` gives it, as far as it lies at the back of the disc."""
        quarter = self.site.circumference / 4
        places = [self.middle + off * self.length for off in even(-0.5, 0.5, 61)[::2]]
        return self._edge(min(max(place, -quarter), quarter) for place in places)

    def back(self, reach):
        """Return the part of the material at the back of the disc as a polygon, as if it stood out by `reach`."""
        return _strip([(point, normal, height * reach / self.reach) for point, normal, height in self._back])

    def _edge(self, places):
        """Return point, direction outwards and height of the material at places on the edge."""
        return [(*self.site.edge(s), self.height(s)) for s in places]

    def part(self, share):
        """Return an empty polygon: a bulge is annulus all through."""
        return []

    def holds(self, x, y):
        """Return whether a point outside the disc lies in the material."""
        s, apart = self.site.near(x, y)
        return apart < self.height(s)

    def canal_share(self, site):
        """Return the share of the canal's area that the material takes, 0 to 1."""
        taken = sum(bisect_left(apart, self.height(s)) for s, apart in site.canal_beside_edge)
        return taken / site.canal_cells


def _strip(edge):
    """Return the polygon between the moved edge and a line just inside the usual one."""
    out = [(x + nx * height, y + ny * height) for (x, y), (nx, ny), height in edge]
    return out + [(x - 0.5 * nx, y - 0.5 * ny) for (x, y), (nx, ny), _ in reversed(edge)]


def focal(site, place, *, base, dome, reach, free):
    """Return the `Focal` material of a `Site` at the arc length `place`; `base`, `dome` and `reach` in mm."""
    # The base of a free piece may go all round: its ends would meet, and their chord have no direction.
    half = min(base, 0.995 * site.circumference) / 2
    (start, _), (middle, normal), (end, _) = (site.edge(place + off) for off in (-half, 0, half))
    across = unit(end[0] - start[0], end[1] - start[1])
    outwards = (across[1], -across[0])
    if outwards[0] * normal[0] + outwards[1] * normal[1] <= 0:
        outwards = (-outwards[0], -outwards[1])
    origin = middle if free else ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    return Focal(origin, across, outwards, base, dome, reach, constant("free_gap") if free else 0.0)


@dataclass(frozen=True)
class Profile:
    """Material seen from the side: at each height `z` it reaches from `wall` to `out` behind the back wall, all mm."""

    z: tuple
    out: tuple
    wall: tuple

    @property
    def outline(self):
        """The material as a polygon of points (out, z)."""
        return [*zip(self.out, self.z, strict=True), *reversed([*zip(self.wall, self.z, strict=True)])]


def profile(site, *, height, reach, migration, rule):
    """Return the `Profile` of material that a rule of herniation_names.csv has named, from the settings in mm.

    The fullest part lies `migration` below the middle of the disc (minus: above). What is joined keeps a stalk at the
    disc and, when it has moved, a tail along the back wall.
    """
    if rule == "broad":
        half = site.height_back / 2
        rows = [(z, reach * (1 - (z / half) ** 2), -1.5) for z in even(-half, half, 41)]
    elif rule == "free":
        rows = _free_profile(-migration, height, reach)
    else:
        rows = _joined_profile(site, -migration, height, reach, migration != 0, rule == "focal")
    return Profile(*zip(*rows, strict=True))


def _free_profile(middle, height, reach):
    """Return rows (z, out, wall) of a piece that lies free at the height `middle`."""
    far, rows = constant("free_gap") + reach / 2, []
    for angle in even(math.pi, 0, 41):
        z = middle + height / 2 * math.cos(angle)
        thick = reach / 2 * _rounded(2 * abs(z - middle) / height)
        rows.append((z, far + thick, far - thick))
    return rows


def _joined_profile(site, middle, height, reach, has_moved, bump):
    """Return rows (z, out, wall) of joined material: a bump or a dome, its stalk, and a tail if it has moved."""
    half, rows = site.height_back / 2, []
    for z in even(min(-half, middle - height / 2), max(half, middle + height / 2), 81):
        out = joined_out(site, z, middle, height, reach, moved=has_moved, bump=bump)
        rows.append((z, out, -1.5 if abs(z) <= half else min(0.6, out)))
    return rows


def joined_out(site, z, middle, height, reach, *, moved, bump):
    """Return how far joined material stands out at the height `z`, mm; other parameters as in `_joined_profile`."""
    half, off = site.height_back / 2, min(2 * abs(z - middle) / height, 1.0)
    # What stands out farther than it is tall has a round tip.
    blob = reach * (math.cos(math.pi / 2 * off) ** (1.2 * min(1, max(0.3, height / reach))) if bump else _rounded(off))
    stalk = 0.4 * reach * (1 - (z / half) ** 4) if abs(z) <= half else 0.0
    tail = 0.4 * reach if moved and z * (z - middle) <= 0 else 0.0
    return max(blob, stalk, tail)


def slices(material, side, count):
    """Return `count` slices (z, polygon) through the material, from the lowest up; `side` is its `Profile`."""
    heights = [side.z[0] + share * (side.z[-1] - side.z[0]) for share in even(0.03, 0.97, count)]
    return [
        (z, _slice(material, interpolated(z, side.z, side.wall), interpolated(z, side.z, side.out))) for z in heights
    ]


def _slice(material, wall, out):
    """Return the polygon of a slice that reaches from `wall` to `out` behind the back wall."""
    if isinstance(material, Broad):
        return material.back(out)
    dome = material.dome * max(0.05, min(1, (out - max(wall, 0)) / material.reach)) ** 0.5
    if wall < 0 and not material.gap:
        return replace(material, dome=dome, reach=max(out, 0.1)).part(1)[::2]
    return replace(material, dome=dome, reach=max(out - wall, 0.1), gap=max(wall, 0.01)).part(1)[::2]


def circle(middle, radius, count=24):
    """Return a circle as a closed line of `count` points."""
    return [
        (middle[0] + radius * math.cos(angle), middle[1] + radius * math.sin(angle))
        for angle in even(0, 2 * math.pi, count)
    ]
