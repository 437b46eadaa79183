"""One disc as every drawing draws it: its outline, its rings and its nucleus, seen from above.

x runs across and y to the front, in mm, with the origin in the middle of the disc; left and right are alike. The
outline is a superellipse with a hollow back; its numbers stand in ``anatomy_discs.csv``.
"""

from dataclasses import dataclass
from functools import cache
from math import exp, pi, sqrt

from spine_edu import data
from spine_edu.anatomy.lines import on_superellipse

#: Half the width of the hollow at the back where it is 1/e as deep, as a share of the width: drawn.
HOLLOW = 0.22


@dataclass(frozen=True)
class Disc:
    """One disc: the numbers of its outline.

    Attributes
    ----------
    name, upper, lower : str
        The disc, and the vertebrae above and below it.
    width, depth : float
        Size in mm.
    power : float
        Exponent of the superellipse; 2 is an ellipse.
    notch : float
        Depth of the hollow at the back, as a share of `depth`.
    """

    name: str
    upper: str
    lower: str
    width: float
    depth: float
    power: float
    notch: float

    @property
    def back(self):
        """y of the edge at the back, in the middle, in mm."""
        return (self.notch - 0.5) * self.depth

    @property
    def centre(self):
        """y of the middle of the nucleus, about which rings and nucleus shrink, in mm."""
        return nucleus_centre(self.depth)

    def outline(self, count, scale=1.0, start=0.0):
        """Return the outline shrunk about the middle of the nucleus to `scale` of its size: edge, ring or nucleus.

        Parameters
        ----------
        count : int
            Number of points, once round and against the clock.
        scale : float
            Size against the edge of the disc, 0 to 1.
        start : float
            Angle of the first point in radians: 0 lies at the side (+x), ``pi / 2`` at the front.

        Returns
        -------
        list of tuple of float
            Points (x, y) in mm; the last is not the first again.
        """
        centre = self.centre
        return [(x * scale, (y - centre) * scale + centre) for x, y in _edge(self, count, start)]

    def nucleus(self, count, start=0.0):
        """Return the outline of the nucleus; see `outline`."""
        return self.outline(count, nucleus_scale(), start)


def nucleus_centre(depth):
    """Return y of the middle of the nucleus in a disc of this depth, in its unit; 0 is the middle of the disc."""
    return -data.value("anatomy_column.nucleus_offset") / 100 * depth


def nucleus_scale():
    """Return the size of the nucleus against its disc: its share of the disc's area, as a share of the width."""
    return sqrt(data.value("anatomy_column.nucleus_share"))


def ring_scales(count):
    """Return the sizes of `count` rings of the annulus and of the nucleus, from the edge (1) inwards."""
    return [1 + (nucleus_scale() - 1) * ring / count for ring in range(count + 1)]


@cache
def disc_of(name):
    """Return the `Disc` with this name.

    Raises
    ------
    ValueError
        If there is no such disc.
    """
    row = next((row for row in data.table("anatomy_discs") if row.disc == name), None)
    if row is None:
        raise ValueError(
            f"There is no disc {name!r}; the {len(data.table('anatomy_discs'))} discs run from C2-3 to L5-S1."
        )
    return Disc(row.disc, row.upper, row.lower, row.width, row.depth, row.power, row.notch)


@cache
def beside(vertebra):
    """Return the `Disc` whose outline a vertebral body has too: the one below it, and for S1 the one above."""
    neighbour = "lower" if vertebra == "S1" else "upper"
    return disc_of(next(row.disc for row in data.table("anatomy_discs") if getattr(row, neighbour) == vertebra))


@cache
def _edge(disc, count, start):
    """Return the edge of a `Disc` as `count` points, as in `Disc.outline`."""
    points = []
    for number in range(count):
        x, y = on_superellipse(disc.width, disc.depth, disc.power, start + 2 * pi * number / count)
        hollow = disc.notch * disc.depth * exp(-((x / (HOLLOW * disc.width)) ** 2)) if y < 0 else 0.0
        points.append((x, y + hollow))
    return points
