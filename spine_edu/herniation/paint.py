"""Two skins for one drawing: the theme's colours, or an MRI's greys; and how outlines and lines are drawn."""

from dataclasses import dataclass

from spine_edu.drawing import outlines


def lettering(theme):
    """Return the size in px of words on tissue; for a hall the drawing is low, and grows with its words."""
    return theme.em(0.77 if theme.large else 0.93)


@dataclass(frozen=True)
class Frame:
    """Where a drawing stands among others: what it may show in its own mm, its scale, and how far it is moved."""

    left: float
    right: float
    low: float
    high: float
    scale: float = 1.0
    move: tuple = (0.0, 0.0)

    def at(self, x, y):
        """Return the place of a point of the drawing."""
        return x * self.scale + self.move[0], y * self.scale + self.move[1]

    def place(self, lines):
        """Return lines in their place; what is beyond the frame lies on its edge."""
        return [
            [self.at(min(max(x, self.left), self.right), min(max(y, self.low), self.high)) for x, y in line]
            for line in lines
        ]

    def box(self):
        """Return the frame's own outline in its place, as a list of one."""
        return self.place(
            [[(self.left, self.low), (self.right, self.low), (self.right, self.high), (self.left, self.high)]]
        )


class Paint:
    """The colours of the chosen look, and the shapes drawn in them.

    Parameters
    ----------
    skin : {"drawing", "mri"}
    water : {"wet", "dry"}
        A dry nucleus is dark on a T2-weighted MRI.
    theme : Theme
    """

    def __init__(self, skin, water, theme):
        self.theme, self.mri = theme, skin == "mri"
        grey = theme.mri
        self.fill = _greys(grey, water) if self.mri else _colours(theme, water)
        self.label = grey["label"] if self.mri else theme.ink
        self.on_bright = grey["ink"] if self.mri else theme.ink
        self.edge = grey["line"] if self.mri else theme.muted
        self.ligament = grey["ligament"] if self.mri else theme.color("ligament")
        self.mark = grey["mark"] if self.mri else theme.color("nerve")
        self.strong = grey["label"] if self.mri else theme.color("herniation")

    def shape(self, name, polygons, fill, *, line=None, width=1):
        """Return filled polygons as a shape; `fill` names a tissue."""
        return outlines.shape(
            name, polygons, fill=self.fill[fill], edge=line or self.edge, width=width, digits=2, visible=bool(polygons)
        )

    def line(self, name, lines, color, *, width=1, dash="solid", fill=None, layer="between"):
        """Return lines as a shape; with a `fill` they hold a tissue, but stay open."""
        return outlines.line(
            name,
            lines,
            {"color": color, "width": width, "dash": dash},
            digits=1,
            fill=fill and self.fill[fill],
            layer=layer,
            visible=bool(lines),
        )


def _greys(grey, water):
    nucleus = grey[f"nucleus {water}"]
    tissues = ("surroundings", "bone", "annulus", "fat", "nerve")
    return {**{name: grey[name] for name in tissues}, "nucleus": nucleus, "material": nucleus, "sac": grey["water"]}


def _colours(theme, water):
    solid = theme.solids
    nucleus = solid["nucleus"] if water == "wet" else theme.fill("neutral")
    return {
        **{name: solid[name] for name in ("bone", "annulus", "nerve", "fat")},
        "surroundings": theme.paper,
        "sac": solid["canal"],
        "nucleus": nucleus,
        "material": nucleus,
    }
