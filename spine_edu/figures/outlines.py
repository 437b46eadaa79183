"""Outlines and lines that no reader clicks or plays, as layout shapes: plotly draws five in the time of one trace."""

_AXES = ("x", "y")


def drawn(name, path, line, *, fill=None, axes=_AXES, layer="below", **more):
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
        Under the grid, between grid and traces, or over all traces.
    """
    look = {key: line[key] for key in ("color", "dash", "width") if key in line}
    return {"type": "path", "name": name, "path": path or "M0,0Z", "fillcolor": fill, "line": look, "layer": layer,
            "xref": axes[0], "yref": axes[1], **more}


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


def line(name, strokes, stroke, *, layer="between", digits=3, **more):
    """Return one or more open lines of one look as a plotly shape; `stroke` is `drawn`'s ``line``, as are the rest."""
    path = "".join(f"M{_corners(points, digits)}" for points in strokes if len(points))
    return drawn(name, path, stroke, layer=layer, **more)


def _corners(points, digits):
    return "L".join(f"{x:.{digits}f},{y:.{digits}f}" for x, y in points)
