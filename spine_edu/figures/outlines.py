"""Outlines and lines that no reader clicks or plays, as layout shapes: plotly draws five in the time of one trace."""

_AXES = ("x", "y")


def shape(name, outlines, *, fill, edge, width, axes=_AXES, digits=1, **more):
    """Return one or more closed outlines as a plotly shape, under all traces.

    Parameters
    ----------
    name : str
        The words for what is drawn.
    outlines : iterable of array_like, shape (n, 2)
        Corners in the units of the axes; the shape is empty without any.
    fill, edge : str
        Colours of area and edge.
    width : float
        Width of the edge in px.
    axes : tuple of str
        The x and the y axis, such as ``("x2", "y2")``.
    digits : int
        Digits after the decimal point that are sent.
    """
    return {"type": "path", "name": name, "path": "".join(_closed(outline, digits) for outline in outlines) or "M0,0Z",
            "fillcolor": fill, "line": {"color": edge, "width": width}, "layer": "below",
            "xref": axes[0], "yref": axes[1], **more}


def line(name, strokes, stroke, *, axes=_AXES, layer="between"):
    """Return one or more open lines of one look as a plotly shape.

    Parameters
    ----------
    name : str
        The words for what is drawn.
    strokes : iterable of sequence of (float, float)
        Points in the units of the axes; the shape is empty without any.
    stroke : dict
        Colour, dash and width, from ``theme.stroke``.
    axes : tuple of str
        The x and the y axis, such as ``("x2", "y2")``.
    layer : str
        between (the grid and the traces) or above (all traces).
    """
    paths = ("M" + "L".join(f"{x:.3f},{y:.3f}" for x, y in points) for points in strokes if points)
    look = {key: value for key, value in stroke.items() if key in ("color", "dash", "width")}
    return {"type": "path", "name": name, "path": "".join(paths) or "M0,0Z", "line": look, "layer": layer,
            "xref": axes[0], "yref": axes[1]}


def _closed(outline, digits):
    return "M" + "L".join(f"{x:.{digits}f},{y:.{digits}f}" for x, y in outline) + "Z"
