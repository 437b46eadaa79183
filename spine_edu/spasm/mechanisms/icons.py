"""A small sign in each lamp: a pressed root, drops, a stretched band, two blocks that slip, a worn muscle, a head."""

from spine_edu.spasm.mechanisms import places

#: Source -> what is drawn of it, in a square of 24, as SVG writes it: lines, and areas that are filled.
_SIGNS = {
    "pressure": ("M20 2C15 7 15 10 18 12C21 14 17 18 14 22", "M2 7C8 6 13 8 14 12C13 16 8 18 2 17Z"),
    "chemical": ("M3 21C9 19 15 19 21 21", "M12 2C15 7 17 9 17 12C17 19 7 19 7 12C7 9 9 7 12 2Z"),
    "ligament": ("M6 8C9 12 9 14 6 16M18 8C15 12 15 14 18 16M12 9V15", "M3 3H21V8H3ZM3 16H21V21H3Z"),
    "guarding": ("M2 12H8M5 9L2 12L5 15M22 12H16M19 9L22 12L19 15", "M7 3H19V9H7ZM5 15H17V21H5Z"),
    "strain": ("M2 12H5M19 12H22M12 7L10 11L14 13L12 17", "M5 12C8 4 16 4 19 12C16 20 8 20 5 12Z"),
    "stress": (
        "M5 3L7 6M12 1V4M19 3L17 6M9 22V18M15 22V18",
        "M12 6C20 6 20 18 12 18C4 18 4 6 12 6Z",
    ),
}
#: The side of a sign, in units of the plane.
_SIDE = 1.45


def signs(theme):
    """Return the six signs as pictures of a plotly layout; they keep their shape."""
    return [sign(name, *place, theme) for name, place in places.LAMPS.items()]


def sign(name, x, y, theme):
    """Return the sign of a source round a place, as a picture of a plotly layout."""
    lines, areas = _SIGNS[name]
    edge = f"stroke='{theme.ink}' stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'"
    svg = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='48' height='48' viewBox='0 0 24 24'>"
        f"<path d='{areas}' fill='{theme.panel}' {edge}/><path d='{lines}' fill='none' {edge}/></svg>"
    )
    return {
        "name": f"Sign of a source: {name}",
        "source": "data:image/svg+xml," + svg.replace("#", "%23"),
        "layer": "above",
        "xref": "x",
        "yref": "y",
        "x": x - _SIDE / 2,
        "y": y + _SIDE / 2,
        "sizex": _SIDE,
        "sizey": _SIDE,
        "sizing": "contain",
    }
