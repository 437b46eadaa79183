"""A small sign for each suspect: a load, a muscle that tightens, a nerve that is touched, an alarm that rings."""

#: Suspect -> what is drawn of it, in a square of 24, as SVG writes it: lines, and areas that are filled.
_SIGNS = {
    "load": ("M9 8V5H15V8M3 20H21", "M4 8H20L21 20H3Z"),
    "guarding_reactivity": (
        "M2 12H6M18 12H22M9 10C11 8.5 13 8.5 15 10M9 14C11 15.5 13 15.5 15 14",
        "M6 12C9 4 15 4 18 12C15 20 9 20 6 12Z",
    ),
    "nerve_contact": (
        "M19 2C14 8 22 15 16 22M15 5C11 11 17 16 13 22",
        "M1 8C6 5 10 6 11 9C15 9 15 15 11 15C10 18 6 19 1 16Z",
    ),
    "sensitisation_gain": (
        "M2 8C2 5 3 3 5 2M22 8C22 5 21 3 19 2M10 20C11 22 13 22 14 20",
        "M5 18C7 16 7 14 7 10C7 3 17 3 17 10C17 14 17 16 19 18Z",
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
    edge = f"stroke='{color}' stroke-width='1.6' stroke-linecap='round' stroke-linejoin='round'"
    svg = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='48' height='48' viewBox='0 0 24 24'>"
        f"<path d='{areas}' fill='{fill}' {edge}/><path d='{lines}' fill='none' {edge}/></svg>"
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
