"""A small sign for each suspect: a load, a muscle that tightens, a nerve that is touched, an alarm that rings; and the
patient, on whom the place of each is marked: a drawing, not a measurement."""

from dataclasses import dataclass
from math import cos, pi, sin

from spine_edu.drawing import outlines
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


def posture(bend, done=False):
    """Return the patient's body: bent forward as far as `bend` (0 to 1) with a load held in front; upright with an arm
    in the air when he is found out."""
    ankle = 0.0, length("ankle")
    hip = -9.0 * bend, ankle[1] + (0.995 - 0.02 * bend) * (length("thigh") + length("shank"))
    legs, trunk = (stand(ankle, hip),), bowed(1 + 34 * bend, 26 * bend)
    shoulder = Body(hip, trunk, legs, ()).shoulder
    hand = (shoulder[0] + 36, shoulder[1] + 20) if done else (hip[0] + 26 + 12 * bend, hip[1] + 8 - 16 * bend)
    return Body(hip, trunk, legs, (hold(shoulder, hand),), 4 + 8 * bend)


def places(body, done=False):
    """Return suspect -> where it is on a body: x and y in cm; a load that was put down lies on the floor."""
    (_, _, _, hand), spine, (hip, knee, *_) = body.arm(), body.spine, body.leg()
    return {
        "load": (38, 11) if done else (hand[0] + 10, hand[1] - 4),
        "guarding_reactivity": (spine[2][0] - 8, spine[2][1]),
        "nerve_contact": ((hip[0] + knee[0]) / 2 - 4, (hip[1] + knee[1]) / 2),
        "sensitisation_gain": body.head,
    }


def person(accused, amount, bend, theme, room, *, done=False):
    """Yield the patient as shapes of a plotly layout, the place of the accused marked: a drawing, not a measurement.

    Parameters
    ----------
    accused : str
        A suspect; its mark is as large as it is thought to be moved, and so is the load.
    amount : float
        In per cent.
    bend : float
        How far he is bent, 0 to 1.
    theme : Theme
    room : Room
    done : bool
        Whether he is found out: then he stands upright and has put the load down.
    """
    body = posture(bend, done)
    limbs, arms = body.outlines()
    spots = places(body, done)
    hip, knee, ankle, _ = body.leg()
    nerve = [(hip[0] - 6, hip[1] + 8), (knee[0] - 3, knee[1]), (ankle[0] - 2, ankle[1])]
    skin, ink, guess = theme.solids["skin"], theme.ink, theme.color("treatment" if done else "prediction")
    edge, none = {"fill": ink, "edge": ink, "width": 2.5}, {"fill": skin, "edge": skin, "width": 0}
    yield room.shape("The patient: edge", limbs, **edge)
    yield room.shape("The patient", limbs, **none)
    yield room.line("The nerve of his leg", nerve, {"color": theme.solids["nerve"], "width": theme.line * 1.4})
    bag = load(accused, amount, spots)
    yield room.shape("His load", [bag], fill=theme.fill("load"), edge=ink, width=1.2)
    yield room.shape("His arm: edge", arms, **edge)
    yield room.shape("His arm", arms, **none)
    others = [_round(*spot, 5) for name, spot in spots.items() if name != accused]
    yield room.shape("Places of other suspects", others, fill=theme.paper, edge=theme.muted, width=1.5)
    mark = [_round(*spots[accused], 6.5 + amount / 40)]
    yield room.shape("Place of the accused", mark, fill=guess, edge=guess, width=1)


def load(accused, amount, spots):
    """Return the corners of the load: the heavier it is thought to be, the larger it is."""
    (x, y), grown = spots["load"], 1 + (amount / 100 if accused == "load" else 0) * 0.7
    wide, tall = 11 * grown, 9 * grown
    return [(x - wide, y - tall), (x + wide, y - tall), (x + wide, y + tall), (x - wide, y + tall)]


@dataclass(frozen=True)
class Room:
    """Where the patient stands on a plane: he keeps his shape, however wide the plane is.

    Attributes
    ----------
    x, y : float
        Where his heel is.
    tall : float
        How many units of the plane he is high.
    unit : float
        How many px a unit is high.
    """

    x: float
    y: float
    tall: float
    unit: float

    def at(self, point):
        """Return a place on his body on the plane, as it is where the plane has its usual width."""
        return self.x + point[0] * self._scale / _USUAL, self.y + point[1] * self._scale

    def shape(self, name, outlines_, **look):
        """Return outlines in cm as a shape."""
        return outlines.shape(name, [self._drawn(one) for one in outlines_], **look, **self._where)

    def line(self, name, points, stroke):
        """Return a line in cm as a shape."""
        return outlines.line(name, [self._drawn(points)], stroke, **self._where)

    def _drawn(self, points):
        return [(x * self._scale * self.unit, self.y + y * self._scale) for x, y in points]

    @property
    def _scale(self):
        return self.tall / (length("stature") + 6)

    @property
    def _where(self):
        # Limbs overlap.
        return {"xsizemode": "pixel", "xanchor": self.x, "digits": 2, "fillrule": "nonzero"}


#: How many times as wide as high a unit of the plane usually is.
_USUAL = 1.5


def _round(x, y, radius):
    """Return the corners of what looks round as small as this."""
    turns = [2 * pi * corner / 16 for corner in range(16)]
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]
