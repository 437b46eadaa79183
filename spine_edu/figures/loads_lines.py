"""Lines that no reader clicks or plays, as layout shapes: plotly draws five of them in the time of one trace."""


def line(name, strokes, stroke, *, axes=("x", "y"), layer="between"):
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
