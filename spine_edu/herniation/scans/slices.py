"""A hundred small slices, as scans are looked at: a disc seen from the feet, and behind it what stands out of it.

They are drawings: how large the material is says no more than *unchanged* or *smaller*. The disc lies over the foot of
the material.
"""

from functools import cache

from spine_edu.herniation.charts import SIDE

#: Where a disc's middle is above its place, half its width and depth, and where its back edge is; in rows.
_UP, _WIDE, _DEEP, _BACK = 0.16, 0.4, 0.22, 0.04
#: How large material is that has become smaller.
SMALLER = 0.5


def discs(places):
    """Return a disc at each place as one path."""
    return "".join(_oval(x, y - _UP) for x, y in places)


def material(kind, places, size=1.0, scale=1.0):
    """Return what stands out of the disc at each place as one path; each kind of herniation has its own shape.

    Parameters
    ----------
    kind : str
    places : iterable of tuple
        Column and row of each.
    size : float
        1 for the first scan.
    scale : float
        How large disc and material are drawn.
    """
    return "".join(_KINDS[kind](x, y + _BACK * scale, size * scale, scale) for x, y in places)


def each(kind, sizes):
    """Return what stands out of every disc as one path, whose letters stay the same: what shrinks can be seen to.

    Parameters
    ----------
    kind : str
    sizes : iterable of tuple
        Column and row of each, and how large it is: 0 where nothing is left.
    """
    return "".join(material(kind, [(x, y)], size) for x, y, size in sizes)


@cache
def everybody(lines):
    """Return the discs of all hundred people, and one in each of the `lines` of the key, as one path."""
    return discs([(person % SIDE, person // SIDE) for person in range(SIDE**2)] + [(0, line) for line in lines])


def large(places, scale):
    """Return larger discs as one path."""
    return "".join(_oval(x, y - _UP * scale, scale) for x, y in places)


def _oval(x, y, scale=1.0):
    left, right, up, down = _near(x, y, (-_WIDE, _WIDE), (4 / 3 * -_DEEP, 4 / 3 * _DEEP), scale)
    level = _written(y)
    return f"M{left},{level}C{left},{up},{right},{up},{right},{level}S{left},{down},{left},{level}Z"


def _bulge(x, y, size, scale):
    """Low, over a long stretch of the edge."""
    left, right, inner, far = _near(x, y, (-0.36, 0.36, -0.2, 0.2), (), scale)
    edge, low = _written(y - 0.1 * scale), _written(y + 0.36 * size)
    return f"M{left},{edge}C{inner},{low},{far},{low},{right},{edge}Z"


def _protrusion(x, y, size, scale):
    """Widest at its base."""
    left, right = _near(x, y, (-0.24, 0.24), (), size)
    low, edge = _written(y + 0.54 * size), _written(y - 0.02 * scale)
    return f"M{left},{edge}C{left},{low},{right},{low},{right},{edge}Z"


def _extrusion(x, y, size, scale):
    """Wider outside than at its base."""
    left, right, out, far = _near(x, y, (-0.1, 0.1, -0.6, 0.6), (), size)
    low, edge = _written(y + 0.66 * size), _written(y - 0.02 * scale)
    return f"M{left},{edge}C{out},{low},{far},{low},{right},{edge}Z"


def _piece(x, y, size, scale):
    """Apart from the disc."""
    middle = y + 0.29 * scale
    left, right, up, down = _near(x, middle, (-0.21, 0.21), (-0.28, 0.28), size)
    middle = _written(middle)
    return f"M{left},{middle}C{left},{up},{right},{up},{right},{middle}S{left},{down},{left},{middle}"


def _near(x, y, across, down, scale):
    """Return places beside and below a point, as they are written in a path."""
    return [_written(x + scale * by) for by in across] + [_written(y + scale * by) for by in down]


def _written(place):
    """A hundredth of a row is less than half a pixel."""
    return f"{place:.2f}".rstrip("0").rstrip(".")


_KINDS = {"bulge": _bulge, "protrusion": _protrusion, "extrusion": _extrusion, "sequestration": _piece}
