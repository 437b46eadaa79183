"""The boxes and arrows of the cycle, as every picture of it draws them: where they lie, and the way of each arrow."""

from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from spine_edu.drawing.marks import mark
from spine_edu.drawing.outlines import shape

#: Node -> (x, y, words in its box, role). The plane is 100 x 100.
BOXES = {
    "herniation": (12, 36, "Herniation", "herniation"),
    "inflammation": (12, 74, "Inflammation", "inflammation"),
    "pain": (50, 82, "Pain", "pain"),
    "guarding": (85, 52, "Guarding<br>muscles", "guarding"),
    "pressure": (48, 14, "Disc<br>pressure", "load"),
    "habituation": (87, 88, "Getting<br>used to it", "balancing"),
    "moving": (87, 12, "Moving<br>again", "balancing"),
}
#: Arrow -> (side it leaves by, place on that side, side it enters by, place there, how far it swings out).
PATHS = {
    "herniation_inflammation": ("top", -0.5, "bottom", -0.5, 6),
    "inflammation_pain": ("right", 0.2, "left", 0.3, 8),
    "pain_guarding": ("right", -0.5, "top", 0.1, 17),
    "guarding_pain": ("left", 0.4, "bottom", 0.5, 16),
    "guarding_pressure": ("bottom", -0.8, "right", 0.2, 15),
    "pressure_herniation": ("left", 0.0, "bottom", 0.0, 16),
    "herniation_pain": ("right", 0.4, "bottom", -0.4, 22),
    "inflammation_inflammation": ("top", -0.45, "top", 0.45, 20),
    "inflammation_herniation": ("bottom", 0.5, "top", 0.5, 6),
    "pain_habituation": ("top", 0.5, "top", -0.3, 14),
    "habituation_pain": ("left", -0.2, "right", 0.2, 8),
    "guarding_moving": ("bottom", 0.75, "top", 0.6, 8),
    "moving_guarding": ("top", -0.55, "bottom", -0.4, 6),
}
_NORMALS = {"top": (0, 1), "bottom": (0, -1), "left": (-1, 0), "right": (1, 0)}
#: Where a curve is drawn; the last bit is short, because the line stops there and the head begins.
TIMES = (*(i / 24 for i in range(24)), 0.985, 1.0)
#: Its multiples, after the decimal point, are spread evenly however many there are.
_GOLDEN = 0.618


@dataclass(frozen=True)
class Board:
    """The plane on which the cycle is drawn, 100 x 100 units.

    Attributes
    ----------
    theme : Theme
    wide, tall : float
        Half width and half height of a box, in units of the plane.
    aspect : float
        How many times as long on the screen one unit of x is as one of y, at the narrowest width.
    axes : tuple of str
        The axes of the figure.
    """

    theme: object
    wide: float
    tall: float
    aspect: float = 1.35
    axes: tuple = ("x", "y")

    def corners(self, node):
        """Return the corners of a box, from the lower left one."""
        x, y, *_ = BOXES[node]
        left, right, low, high = x - self.wide, x + self.wide, y - self.tall, y + self.tall
        return [(left, low), (right, low), (right, high), (left, high)]

    def frame(self, node, visible=True, **look):
        """Return a box as a shape, in the colours of what it stands for."""
        _, _, name, role = BOXES[node]
        usual = {"fill": self.theme.fill(role), "edge": self.theme.color(role), "width": 0.7 * self.theme.line}
        return shape(
            name.replace("<br>", " "), [self.corners(node)], visible=visible, axes=self.axes, **{**usual, **look}
        )

    def way(self, row):
        """Return the points of an arrow: a cubic Bezier curve that leaves and enters its boxes at right angles."""
        return _way(row.arrow, row.start, row.end, self.wide, self.tall)

    def heads(self, rows, widths):
        """Return the heads of some arrows as a trace; `widths` are those of their lines, px."""
        points, sizes, colors = [], [], []
        for row, width in zip(rows, widths, strict=True):
            # A head needs a point before it to know its way; that one has no size.
            points += self.way(row)[-4::3]
            sizes += [0, self.theme.size * 0.75 + width]
            colors += [self.theme.color(row.kind)] * 2
        look = {"symbol": "arrow", "angleref": "previous", "size": sizes, "color": colors, "opacity": 1}
        return mark("Arrow heads", *across_and_up(points), look | {"line": {"width": 0}})

    def delays(self, rows):
        """Return two short strokes across each arrow that takes long, as lines of two points."""
        strokes = []
        for row in rows:
            path = self.way(row) if row.delayed == "yes" else ()
            for k in (17, 18) if path else ():
                (px, py), (qx, qy) = path[k - 1], path[k + 1]
                along_x, along_y = (qx - px) * self.aspect, qy - py
                length = hypot(along_x, along_y)
                cross_x, cross_y = -along_y / length * 2.4 / self.aspect, along_x / length * 2.4
                mx, my = path[k]
                strokes.append([(mx - cross_x, my - cross_y), (mx + cross_x, my + cross_y)])
        return strokes

    def signs(self, rows, size=1.45, **more):
        """Return plus or minus in a circle at the middle of each arrow as a trace; `size` in letters."""
        colors = [self.theme.color(row.kind) for row in rows]
        circle = {
            "symbol": "circle",
            "size": self.theme.size * size,
            "color": self.theme.paper,
            "opacity": 1,
            "line": {"width": self.theme.line * 0.8, "color": colors},
        }
        return mark(
            "Signs",
            *across_and_up([self.way(row)[13] for row in rows]),
            circle,
            text=[f"<b>{'+' if row.sign == '+' else '−'}</b>" for row in rows],
            textfont=self.theme.text() | {"color": colors},
            **more,
        )


@lru_cache(maxsize=128)
def _way(arrow, start, end, wide, tall):
    leave, place, enter, at, swing = PATHS[arrow]
    (x0, y0), (ax, ay) = _anchor(start, leave, place, wide, tall)
    (x3, y3), (bx, by) = _anchor(end, enter, at, wide, tall)
    x1, y1, x2, y2 = x0 + ax * swing, y0 + ay * swing, x3 + bx * swing, y3 + by * swing
    points = []
    for t in TIMES:
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        points.append(
            (
                sum(w * x for w, x in zip(weights, (x0, x1, x2, x3), strict=True)),
                sum(w * y for w, y in zip(weights, (y0, y1, y2, y3), strict=True)),
            )
        )
    return tuple(points)


def _anchor(node, side, place, wide, tall):
    x, y, *_ = BOXES[node]
    nx, ny = _NORMALS[side]
    return (x + nx * wide + (place * wide if ny else 0), y + ny * tall + (place * tall if nx else 0)), (nx, ny)


def dash(row):
    """Return how the line of an arrow is broken: by what it rests on."""
    return {"contested": "dash", "assumed": "dot"}.get(row.evidence, "solid")


def across_and_up(points):
    """Return the x and the y of some points, as two lists."""
    return [x for x, _ in points], [y for _, y in points]


def beads(path, strength, phase, most, step):
    """Return where beads lie on the way of an arrow, as x and y with 1 or, for a bead that is not to be seen, 0.

    A bead grows out of the start and shrinks into the end: in the moment before it begins anew, and in the one after,
    it is not to be seen. So it goes along evenly, and never back, also between two moments of a run.

    Parameters
    ----------
    path : list of (float, float)
        As `Board.way` returns it.
    strength : float
        0 to 1: how many of the beads are to be seen.
    phase : float
        How often a bead has come along so far; only what lies after the decimal point counts.
    most : int
        How many beads there are.
    step : float
        How much of its way a bead goes from one moment to the next.
    """
    shown, last, found = round(most * strength + 0.3), len(path) - 3, []
    # Those that are seen are spread over the way, and none changes its place because another one comes.
    order = sorted(range(most), key=lambda number: number * _GOLDEN % 1)
    for number in range(most):
        share = (phase + number / most) % 1
        index = min(int(share * last), last - 1)
        (x, y), (right, top) = path[index : index + 2]
        part = share * last - index
        seen = order.index(number) < shown and step <= share < 1 - step
        found.append((x + (right - x) * part, y + (top - y) * part, int(seen)))
    return found
