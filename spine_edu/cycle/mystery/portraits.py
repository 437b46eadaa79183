"""A small sign for each suspect: a load, a muscle that tightens, a nerve that is touched, an alarm that rings; and the
patient, on whom the place of each is marked: a drawing, not a measurement."""

from math import cos, pi, sin

from spine_edu.drawing.body import Body, bowed, hold, length, stand

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


def _standing():
    """A body that stands and holds a load in front of it."""
    ankle = 0.0, length("ankle")
    hip = 0.0, ankle[1] + 0.995 * (length("thigh") + length("shank"))
    legs, trunk = (stand(ankle, hip),), bowed(1)
    shoulder = Body(hip, trunk, legs, ()).shoulder
    return Body(hip, trunk, legs, (hold(shoulder, (shoulder[0] + 24, hip[1] + 8)),), 4)


def places(body):
    """Return suspect -> where it is on a body: x and y in cm."""
    (_, _, _, hand), spine, (hip, knee, *_) = body.arm(), body.spine, body.leg()
    return {
        "load": (hand[0] + 10, hand[1] - 4),
        "guarding_reactivity": (spine[2][0] - 8, spine[2][1]),
        "nerve_contact": ((hip[0] + knee[0]) / 2 - 4, (hip[1] + knee[1]) / 2),
        "sensitisation_gain": body.head,
    }


def person(accused, theme, x, y, wide, tall):
    """Return the patient as a picture of a plotly layout, the place of the accused marked.

    Parameters
    ----------
    accused : str
        A suspect.
    theme : Theme
    x, y, wide, tall : float
        Left, upper edge and size of the room, in the units of the axes; the patient keeps its shape in it.
    """
    body = _standing()
    limbs, arms = body.outlines()
    spots, high = places(body), length("stature") + 6
    (across, up), (hip, knee, ankle, _) = spots["load"], body.leg()
    box = [(across - 13, up - 11), (across + 13, up - 11), (across + 13, up + 11), (across - 13, up + 11)]
    nerve = f"M{hip[0] - 6:.0f},{-hip[1] - 8:.0f}L{knee[0] - 3:.0f},{-knee[1]:.0f}L{ankle[0] - 2:.0f},{-ankle[1]:.0f}"
    skin, ink = theme.solids["skin"], theme.ink
    parts = [
        _outline(limbs, "none", ink, 3),
        _outline(limbs, skin, skin, 0),
        f"<path d='{nerve}' fill='none' stroke='{theme.solids['nerve']}' stroke-width='3.5'/>",
        _outline([box], theme.fill("load"), ink, 1.5),
        _outline(arms, "none", ink, 3),
        _outline(arms, skin, skin, 0),
    ]
    guess = theme.color("prediction")
    for name, spot in spots.items():
        look = (7, guess, guess) if name == accused else (4.5, theme.paper, theme.muted)
        parts.append(_outline([_round(*spot, look[0])], *look[1:], 2))
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='160' height='{2 * high:.0f}' "
        f"viewBox='-28 {-high:.0f} 80 {high + 3:.0f}'>{''.join(parts)}</svg>"
    )
    room = {"x": x, "y": y, "sizex": wide, "sizey": tall, "sizing": "contain", "xref": "x", "yref": "y"}
    source = "data:image/svg+xml," + svg.replace("#", "%23")
    return {"name": "The patient", "source": source, "layer": "above", **room}


def _round(x, y, radius):
    """Return the corners of what looks round as small as this."""
    turns = [2 * pi * corner / 16 for corner in range(16)]
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]


def _outline(lines, fill, edge, width):
    path = "".join("M" + "L".join(f"{x:.1f},{-y:.1f}" for x, y in line) + "Z" for line in lines)
    return f"<path d='{path}' fill='{fill}' stroke='{edge}' stroke-width='{width}'/>"
