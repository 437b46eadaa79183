"""Filled outlines as layout shapes: plotly draws five of them in the time of one filled trace."""

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


def _closed(outline, digits):
    return "M" + "L".join(f"{x:.{digits}f},{y:.{digits}f}" for x, y in outline) + "Z"
