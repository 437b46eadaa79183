"""Outlines and lines that no reader clicks or plays, as layout shapes: plotly draws five in the time of one trace."""

import re
from functools import lru_cache

_AXES = ("x", "y")
#: The path of what is not there.
EMPTY = "M0,0Z"
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


class Stamped(str):
    """One mark put down at many places, as the path of a shape: it travels as the mark and the places alone.

    Parameters
    ----------
    mark : str
        The path of the mark round (0, 0), of pairs of numbers alone: without H and V.
    places : sequence of tuple of float
        Where it stands, in the units of the axes.
    """

    __slots__ = ("mark", "places")

    def __new__(cls, mark, places):
        """Write the path as a whole, for those who read it as one."""
        self = super().__new__(cls, "".join(_put(mark, float(x), float(y)) for x, y in places))
        self.mark, self.places = mark, places
        return self

    def __getnewargs__(self):
        """Return what a copy is made of."""
        return self.mark, self.places


@lru_cache(maxsize=10_000)
def _put(mark, x, y):
    return _PAIR.sub(lambda pair: f"{x + float(pair[1]):.4g},{y + float(pair[2]):.4g}", mark)


def drawn(name, path, line, *, fill=None, axes=_AXES, layer="between", **more):
    """Return a path as a plotly shape.

    Parameters
    ----------
    name : str
        The words for what is drawn.
    path : str
        As SVG writes it, with capital letters, in the units of the axes; the shape is empty without one.
    line : dict
        Colour, width and dash of the edge, as from ``theme.stroke``.
    fill : str, optional
        Colour of the area.
    axes : tuple of str
        The x and the y axis, such as ``("x2", "y2")``.
    layer : {"below", "between", "above"}
        Under the grid, where a `picture` of the same plot would hide it; between grid and traces; over all traces.
    """
    look = {key: line[key] for key in ("color", "dash", "width") if key in line}
    return {
        "type": "path",
        "name": name,
        "path": path or EMPTY,
        "fillcolor": fill,
        "line": look,
        "layer": layer,
        "xref": axes[0],
        "yref": axes[1],
        **more,
    }


def shape(name, outlines, *, fill, edge, width, digits=1, **more):
    """Return one or more closed outlines as a plotly shape; more keywords as for `drawn`.

    Parameters
    ----------
    name : str
    outlines : iterable of array_like, shape (n, 2)
        Corners in the units of the axes.
    fill, edge : str
        Colours of area and edge.
    width : float
        Width of the edge in px.
    digits : int
        Digits after the decimal point that are sent.
    """
    path = "".join(f"M{_corners(outline, digits)}Z" for outline in outlines)
    return drawn(name, path, {"color": edge, "width": width}, fill=fill, **more)


def line(name, strokes, stroke, *, digits=3, **more):
    """Return one or more open lines of one look as a plotly shape; `stroke` is `drawn`'s ``line``, as are the rest."""
    path = "".join(f"M{_corners(points, digits)}" for points in strokes if len(points))
    return drawn(name, path, stroke, **more)


def circle(x, y, radius):
    """Return a circle as a path of two bows, whose handles are 4/3 of the radius."""
    x, y, left, right, up, down = (
        f"{value:.4g}" for value in (x, y, x - radius, x + radius, y + 4 / 3 * radius, y - 4 / 3 * radius)
    )
    return f"M{left},{y}C{left},{up},{right},{up},{right},{y}S{left},{down},{left},{y}"


def picture(name, shapes, *, low, high, layer="below"):
    """Return shapes as one picture: a browser handles it in the time of one shape, however many it holds.

    Parameters
    ----------
    name : str
    shapes : iterable of dict
        As from `drawn`; later ones lie on earlier ones.
    low, high : tuple of float
        Lower left and upper right corner, in the units of the axes.
    layer : {"below", "above"}
        Under the shapes between grid and traces, or over everything else.
    """
    (left, bottom), (right, top) = low, high
    width, height = right - left, top - bottom
    inside = "".join(_svg(one) for one in shapes if one.get("visible", True))
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{width:g}' height='{height:g}' "
        f"viewBox='{left:g} {-top:g} {width:g} {height:g}' preserveAspectRatio='none'>"
        f"<g transform='scale(1 -1)'>{inside}</g></svg>"
    )
    return {
        "name": name,
        "source": "data:image/svg+xml," + svg.replace("#", "%23"),
        "layer": layer,
        "xref": "x",
        "yref": "y",
        "x": left,
        "y": top,
        "sizex": width,
        "sizey": height,
        "sizing": "stretch",
    }


def _svg(shape):
    line, fill = shape["line"], shape["fillcolor"] or "none"
    dashes = {"dot": " stroke-dasharray='3 3'", "dash": " stroke-dasharray='9 9'"}.get(line.get("dash"), "")
    return (
        f"<path d='{shape['path']}' fill='{fill}' stroke='{line['color']}' stroke-width='{line['width']}' "
        f"vector-effect='non-scaling-stroke'{dashes}/>"
    )


def _corners(points, digits):
    """Return the corners of a line as they are written, each of them once where neighbours are written alike."""
    written = [f"{x:.{digits}f},{y:.{digits}f}" for x, y in points]
    return "L".join(one for one, before in zip(written, [None, *written], strict=False) if one != before)
