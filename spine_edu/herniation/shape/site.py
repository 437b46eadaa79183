"""One disc of the shape builder, its canal and its roots, in millimetres.

Seen from above, x points to the patient's left and y to the front; seen from the side, z points up. A place on the edge
of the disc is an arc length s along the edge, 0 at the back in the middle, positive towards the patient's left.
"""

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise

from spine_edu import data
from spine_edu.anatomy.disc import Disc, disc_of
from spine_edu.anatomy.lines import closed, directions, even, interpolated, mirrored, moved, smooth, unit
from spine_edu.anatomy.sizes import size

_EDGE_POINTS = 720
#: Width of a cell of the grid on which the canal's area is counted, mm.
_GRID = 0.25
#: Every so many points of the edge the search for the nearest one begins.
_COARSE = 12


@cache
def constant(name):
    """Return a constant of the shape builder from parameters.csv."""
    return data.value(f"herniation_shape.{name}")


@dataclass(frozen=True)
class Site:
    """One disc and its surroundings; see `site`. `traversing` is empty in the neck.

    Attributes
    ----------
    disc : Disc
        Sizes and outline.
    region, contents : str
        ``neck`` or ``low back``, and what the canal holds.
    height_front, height_back, wedge : float
        Heights at both edges in mm, and the angle between both faces in degrees.
    canal_width, canal_depth, body_above, body_below : float
        Sizes of the canal, and heights of the vertebrae at their back, in mm.
    traversing, exiting : str
        Roots that pass this disc and that leave beside it.
    """

    disc: Disc
    region: str
    contents: str
    height_front: float
    height_back: float
    wedge: float
    canal_width: float
    canal_depth: float
    body_above: float
    body_below: float
    traversing: str
    exiting: str

    @property
    def level(self):
        """Name of the disc."""
        return self.disc.name

    @property
    def width(self):
        """Width of the disc in mm."""
        return self.disc.width

    @property
    def depth(self):
        """Depth of the disc in mm."""
        return self.disc.depth

    @property
    def above(self):
        """Name of the vertebra above."""
        return self.disc.upper

    @property
    def below(self):
        """Name of the vertebra below."""
        return self.disc.lower

    @cached_property
    def back(self):
        """y of the edge of the disc at the back, in the middle."""
        return self.disc.back

    @cached_property
    def outline(self):
        """The edge of the disc as a closed line, from the front once round, against the clock."""
        return closed(self.disc.outline(_EDGE_POINTS, start=-1.5 * math.pi))

    def ring(self, scale):
        """Return the disc's edge scaled about the middle of the nucleus, as a closed line."""
        return closed(self.disc.outline(_EDGE_POINTS // 10, scale, start=-1.5 * math.pi))

    @cached_property
    def nucleus(self):
        """The edge of the nucleus as a closed line."""
        return closed(self.disc.nucleus(_EDGE_POINTS // 10, start=-1.5 * math.pi))

    # Along the edge of the disc --------------------------------------------------------------------------------------

    @cached_property
    def arc(self):
        """Arc length at every point of the outline, 0 at the back in the middle."""
        length = list(accumulate((math.dist(*pair) for pair in pairwise(self.outline)), initial=0.0))
        return [one - length[_EDGE_POINTS // 2] for one in length]

    @cached_property
    def _normals(self):
        return [(ahead[1], -ahead[0]) for ahead in directions(self.outline)]

    @cached_property
    def circumference(self):
        """The length of the disc's edge, in mm."""
        return self.arc[-1] - self.arc[0]

    def edge(self, s):
        """Return the point of the disc's edge at the arc length `s`, mm, and the direction outwards, as two pairs."""
        arc = self.arc
        s = (s - arc[0]) % self.circumference + arc[0]
        k = min(bisect_right(arc, s), _EDGE_POINTS) - 1
        share = (s - arc[k]) / (arc[k + 1] - arc[k])
        point, normal = (_between(line[k], line[k + 1], share) for line in (self.outline, self._normals))
        return point, unit(*normal)

    def near(self, x, y):
        """Return the arc length of the point of the edge that is nearest to (x, y), and the distance to it, in mm."""
        return _near(self, x, y)

    # Zones and roots -------------------------------------------------------------------------------------------------

    @cached_property
    def zone_borders(self):
        """The distances from the midline, in mm, at which the drawing ends the four zones, from the middle out."""
        half = self.canal_width / 2
        if self.region == "neck":  # no subarticular zone: the foramen begins where the canal ends
            return half * 0.5, half * 0.5, self.width / 2, self.width / 2
        return (
            half * constant("facet_edge") / 100,
            half,
            self.width / 2 * constant("foramen_end") / 100,
            self.width / 2,
        )

    def zone_place(self, zone, side):
        """Return the arc length s, in mm, at the middle of a zone on a side ("left" or "right")."""
        first, second, third, last = self.zone_borders
        distance = {
            "central": 0,
            "subarticular": (first + second) / 2,
            "foraminal": (second + third) / 2,
            "extraforaminal": last * 0.985,
        }[zone]
        return interpolated(distance, *self._left_of_back) * (1 if side == "left" else -1)

    @cached_property
    def _left_of_back(self):
        """Distance from the midline and arc length along the edge, from the back to where the disc is widest."""
        x = [point[0] for point in self.outline]
        start, end = _EDGE_POINTS // 2, x.index(max(x))
        return x[start : end + 1], self.arc[start : end + 1]

    def roots(self, side):
        """Return where the roots of a side are drawn: traversing (if any), exiting and exiting far; (x, y) in mm."""
        return {name: self._root(zone, side) for name, zone in _ROOTS[self.region].items()}

    def _root(self, zone, side):
        (x, y), (nx, ny) = self.edge(self.zone_place(zone, side))
        distance = constant("root_gap") + constant("root_radius")
        return x + nx * distance, y + ny * distance

    # The canal -------------------------------------------------------------------------------------------------------

    def _canal_half_width(self, behind):
        """Return half the width of the canal at a distance `behind` the disc, mm: a triangle with bowed sides."""
        share = min(max(behind / self.canal_depth, 0.0), 1.0)
        return self.canal_width / 2 * (1 - share ** constant("canal_power"))

    def in_canal(self, x, y):
        """Return whether a point lies in the canal."""
        return abs(x) < self._canal_half_width(self.back - y)

    def _canal_side(self, count):
        """Return the left side of the canal as `count` points, from the disc backwards."""
        return [(self._canal_half_width(behind), self.back - behind) for behind in even(0, self.canal_depth, count)]

    @cached_property
    def canal(self):
        """The outline of the spinal canal, not closed: the disc's back edge, then the bowed sides."""
        front = [(x, self.back_edge(x)) for x in even(-self.canal_width / 2, self.canal_width / 2, 25)]
        side = self._canal_side(25)
        return front + side + mirrored(side)

    def back_edge(self, x):
        """Return y of the disc's back edge at a distance `x` from the midline, mm; level beyond the disc's corner."""
        corner = 0.4 * self.width
        return interpolated(min(max(x, -corner), corner), *self._back_line)

    @cached_property
    def _back_line(self):
        return tuple(zip(*sorted(point for point in self.outline if point[1] < 0), strict=True))

    @cached_property
    def sac(self):
        """The sac that holds the roots (in the neck, the cord), as a closed line: the canal, smaller and rounder."""
        side, middle = self._canal_side(9), self.back - 0.4 * self.canal_depth
        around = moved(side + mirrored(side), up=-middle)
        return smooth(moved(around, up=middle - 0.3, scale=0.74), 3)

    @cached_property
    def canal_rows(self):
        """The middles of the grid cells inside the canal, as rows (y, [x, ...]) from the back forwards."""
        across = [(x, self.back_edge(x)) for x in _steps(-self.canal_width / 2, self.canal_width / 2)]
        rows = []
        for y in _steps(self.back - self.canal_depth, self.back + self.depth / 4):
            half = self._canal_half_width(self.back - y)
            rows.append((y, [x for x, front in across if abs(x) < half and y < front]))
        return rows

    @cached_property
    def canal_cells(self):
        """How many grid cells the canal has."""
        return sum(len(row) for _, row in self.canal_rows)

    @property
    def canal_area(self):
        """The area of the canal behind the disc, in mm2, counted on the grid of `canal_rows`."""
        return self.canal_cells * _GRID**2

    @cached_property
    def canal_beside_edge(self):
        """The cells of the canal by their nearest place on the disc's edge: rows (s, [distance, ...]), in mm."""
        third = self.circumference / 3
        edge = [(s, *point) for s, point in zip(self.arc, self.outline, strict=True) if abs(s) < third][::2]
        points = [point for _, *point in edge]
        found, start = {s: [] for s, *_ in edge}, 0
        for y, row in self.canal_rows:
            for x in row:
                start, apart = _walk(points, x, y, start)
                found[edge[start][0]].append(apart)
        return [(s, sorted(apart)) for s, apart in found.items()]


#: Region -> drawn root -> zone in which it lies. The neck has one root a side.
_ROOTS = {
    "low back": {"traversing": "subarticular", "exiting": "foraminal", "exiting far": "extraforaminal"},
    "neck": {"exiting": "foraminal"},
}


@cache
def site(level):
    """Return the `Site` of a level, put together from herniation_levels.csv and the anatomy tables.

    The canal behind a disc lies between those of its two vertebrae, as in the slices of the root finder.
    """
    row = next(row for row in data.table("herniation_levels") if row.level == level)
    disc = next(disc for disc in data.table("anatomy_discs") if disc.disc == level)
    vertebrae = {row.vertebra: row for row in data.table("anatomy_vertebrae")}
    upper, lower = vertebrae[disc.upper], vertebrae[disc.lower]
    above, below = size(disc.upper), size(disc.lower)
    tilt = disc.depth * math.tan(math.radians(disc.wedge) / 2)
    return Site(
        disc=disc_of(level),
        region=row.region,
        contents=row.contents,
        wedge=disc.wedge,
        height_front=disc.mid_height + tilt,
        height_back=disc.mid_height - tilt,
        canal_width=(above.canal_width + below.canal_width) / 2,
        canal_depth=(above.canal_depth + below.canal_depth) / 2,
        body_above=upper.posterior_height,
        body_below=lower.posterior_height or constant("sacrum_height"),
        traversing=_root("subarticular_disc", level) if row.region == "low back" else "",
        exiting=_root("foraminal_disc", level),
    )


def _root(column, level):
    return next(row.root for row in data.table("anatomy_roots") if getattr(row, column) == level)


def _between(one, other, share):
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])


def _steps(start, end):
    """Return the middles of the grid cells that begin between `start` and `end`."""
    return [start + (number + 0.5) * _GRID for number in range(math.ceil((end - start) / _GRID))]


@lru_cache(maxsize=4096)
def _near(site, x, y):
    """As `Site.near`. What asks for it (roots, sac) does not move, so that each point is looked up once."""
    points = site.outline[:-1:2]
    start = min(range(0, len(points), _COARSE), key=lambda k: math.dist(points[k], (x, y)))
    number, apart = _walk(points, x, y, start)
    return site.arc[::2][number], apart


def _walk(points, x, y, number):
    """Return the number of the point nearest to (x, y) and its distance, found by walking from point `number`.

    After the last point comes the first.
    """
    best = math.hypot(points[number][0] - x, points[number][1] - y)
    for step in (1, -1):
        while True:
            ahead = (number + step) % len(points)
            apart = math.hypot(points[ahead][0] - x, points[ahead][1] - y)
            if apart >= best:
                break
            number, best = ahead, apart
    return number, best
