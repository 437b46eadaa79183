"""A small sign for each suspect: a load, a muscle that tightens, a nerve that is touched, an alarm that rings."""

#: Suspect -> what is drawn of it, in a square of 24, as SVG writes it: lines, and areas that are filled.
_SIGNS = {
    "load": ("M9 8V5h6v3M3 20h18", "M4 8h16l1 12H3Z"),
    "guarding_reactivity": (
        "M2 12h4M18 12h4M9 10c2 -1.5 4 -1.5 6 0M9 14c2 1.5 4 1.5 6 0",
        "M6 12c3 -8 9 -8 12 0c-3 8 -9 8 -12 0Z",
    ),
    "nerve_contact": ("M19 2c-5 6 3 13 -3 20M15 5c-4 6 2 11 -2 17", "M1 8c5 -3 9 -2 10 1c4 0 4 6 0 6c-1 3 -5 4 -10 1Z"),
    "sensitisation_gain": (
        "M2 8c0 -3 1 -5 3 -6M22 8c0 -3 -1 -5 -3 -6M10 20c1 2 3 2 4 0",
        "M5 18c2 -2 2 -4 2 -8c0 -7 10 -7 10 0c0 4 0 6 2 8Z",
    ),
}


def sign(suspect, x, y, size, color, fill):
    """Return the sign of a suspect as a picture of a plotly layout.

    Parameters
    ----------
    suspect : str
    x, y, size : float
        Left, middle and side of the square that it fills, in the units of the axes; it keeps its shape.
    color, fill : str
    """
    lines, areas = _SIGNS[suspect]
    svg = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='48' height='48' viewBox='0 0 24 24' fill='none' "
        f"stroke='{color}' stroke-width='1.6' stroke-linecap='round' stroke-linejoin='round'>"
        f"<path d='{areas}' fill='{fill}'/><path d='{lines}'/></svg>"
    )
    return {
        "name": f"Sign of a suspect: {suspect.replace('_', ' ')}",
        "source": "data:image/svg+xml," + svg.replace("#", "%23"),
        "layer": "above",
        "xref": "x",
        "yref": "y",
        "x": x,
        "y": y + size / 2,
        "sizex": size,
        "sizey": size,
        "sizing": "contain",
    }
