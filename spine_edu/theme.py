"""Colours, lines, fonts and sizes: the only module that names one.

A thing keeps its colour, dash and marker in every notebook. Each theme gives every role a colour that stands at
least 4.5:1 (presenter: 7:1) off its paper, so that a line's label may be printed in the line's own colour.
Colour is never alone: roles that meet in one figure differ in dash and marker too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
#: A typewriter's letters: all of them are 0.6 of their size wide, in each of these.
TYPED = "'DejaVu Sans Mono', Menlo, 'Liberation Mono', 'Courier New', monospace"

#: role -> (hue, dash, marker symbol). The hue names a colour of the theme.
ROLES = MappingProxyType(
    {
        "pain": ("red", "solid", "circle"),
        "guarding": ("blue", "dash", "square"),
        "herniation": ("purple", "dot", "diamond"),
        "inflammation": ("orange", "dashdot", "triangle-up"),
        "damage": ("olive", "longdash", "x"),
        "sensitisation": ("teal", "longdashdot", "cross"),
        "pressure": ("blue", "solid", "square"),
        "load": ("orange", "solid", "triangle-up"),
        "water": ("teal", "solid", "circle"),
        "treatment": ("green", "solid", "star"),
        "better": ("blue", "solid", "circle"),
        "reinforcing": ("red", "solid", "circle"),
        "balancing": ("blue", "solid", "square"),
        "now": ("ink", "solid", "circle"),
        "held": ("grey", "dash", "circle-open"),
        "prediction": ("magenta", "dot", "diamond-open"),
        "threshold": ("ink", "dash", "line-ew"),
        "nerve": ("magenta", "solid", "circle"),
        "muscle": ("red", "solid", "circle"),
        "ligament": ("green", "dash", "square"),
        "bone": ("grey", "solid", "square"),
        "annulus": ("blue", "solid", "square"),
        "nucleus": ("purple", "solid", "circle"),
        "neutral": ("grey", "solid", "circle"),
    }
)


@dataclass(frozen=True)
class Theme:
    """One look. Nobody can change it: ``dataclasses.replace`` makes another one, ``dict(theme.hues)`` a copy.

    Attributes
    ----------
    name : str
    paper, panel, ink, muted, grid : str
        Background, background of boxes, text, second text (still 4.5:1), grid lines.
    hues : mapping
        Colour by name, for lines and text.
    fills : mapping
        Pale colour by the same names, for areas under `ink` text.
    solids : mapping
        Colours of drawn tissue: bone, annulus, nucleus, endplate, nerve, muscle, ligament, fat, canal, skin; and of
        feeling, for what can start a pain.
    mri : mapping
        Greys of the same tissues as a T2-weighted MRI shows them, with `label` for words on the dark ones and `ink`
        for words on the bright ones; and, as "lit bone" and so on, what a test lights up on a dark plate. The same in
        every theme: a scan does not change with the screen.
    size : int
        Font size in px.
    line : float
        Line width in px.
    """

    name: str
    paper: str
    panel: str
    ink: str
    muted: str
    grid: str
    hues: Mapping
    fills: Mapping
    solids: Mapping
    mri: Mapping
    size: int
    line: float

    def __post_init__(self):
        for name in ("hues", "fills", "solids", "mri"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def color(self, role):
        """Return the colour of a role for lines, markers and their labels."""
        hue = ROLES[role][0]
        return self.ink if hue == "ink" else self.hues[hue]

    def fill(self, role):
        """Return the pale colour of a role for areas."""
        hue = ROLES[role][0]
        return self.panel if hue == "ink" else self.fills[hue]

    def stroke(self, role, width=1.0):
        """Return a plotly ``line`` dict for a role; `width` multiplies the theme's line width."""
        # plotly would leave out points of a curve, and one sees the corners.
        return {"color": self.color(role), "dash": ROLES[role][1], "width": self.line * width, "simplify": False}

    def marker(self, role, size=1.0):
        """Return a plotly ``marker`` dict for a role; `size` multiplies the usual size."""
        return {
            "color": self.color(role),
            "symbol": ROLES[role][2],
            "size": (6 + self.line * 1.5) * size,
            "line": {"color": self.paper, "width": 1},
        }

    @property
    def large(self):
        """Whether the type is a projector's: words then need more room, and some must be shorter."""
        return self.size >= 20

    def em(self, count):
        """Return `count` times the size of the type, in whole px."""
        return round(self.size * count)

    def type_size(self, share=1.0):
        """Return the size of words in px, `share` of the usual one; for a hall no words are smaller than that."""
        return self.em(max(share, 1) if self.large else share)

    def text(self, role=None, size=1.0):
        """Return a plotly ``font`` dict in the role's colour (ink without a role); `size` as for `type_size`."""
        return {"color": self.color(role) if role else self.ink, "size": self.type_size(size)}

    def axis(self, title, **more):
        """Return a plotly axis dict in this theme; `title` carries the unit."""
        return {
            "title": {"text": title, "standoff": 8},
            "gridcolor": self.grid,
            "linecolor": self.muted,
            "zeroline": False,
            "ticks": "outside",
            "tickcolor": self.muted,
            "fixedrange": True,
            # Level numbers that may stand anywhere: plotly need not measure each of them at every update.
            "tickangle": 0,
            "ticklabeloverflow": "allow",
            "automargin": True,
            **more,
        }

    def layout(self, **more):
        """Return the plotly layout every figure starts from: opaque paper, no template, no mode bar, no drag."""
        return {
            "template": None,
            "paper_bgcolor": self.paper,
            "plot_bgcolor": self.paper,
            "font": {"family": FONT, "size": self.size, "color": self.ink},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "autosize": True,
            "margin": {"l": 64, "r": 24, "t": 24, "b": 56},
            "hoverlabel": {"bgcolor": self.panel, "font": {"color": self.ink}},
            **more,
        }


_MRI = {
    "surroundings": "#22262b",
    "bone": "#8f949a",
    "annulus": "#14171a",
    "nucleus wet": "#d3d6da",
    "nucleus dry": "#43484e",
    "fat": "#b4b9bf",
    "water": "#f1f3f5",
    "nerve": "#6a7077",
    "ligament": "#050607",
    "line": "#3a3f45",
    "label": "#ffffff",
    "ink": "#000000",
    "mark": "#ff4f9a",
    "lit bone": "#e8dcbf",
    "lit disc": "#9fc6e9",
    "lit piece": "#cbb9f0",
    "lit sac": "#dce8f0",
    "lit nerve": "#f4cc52",
    "lit muscle": "#dc8f87",
    "lit skin": "#f2dccb",
    "lit pain": "#f48c4e",
}

LIGHT = Theme(
    name="light",
    paper="#ffffff",
    panel="#f1f4f8",
    ink="#1b2430",
    muted="#566273",
    grid="#e3e8ee",
    hues={
        "red": "#b3261e",
        "blue": "#0b5fa5",
        "purple": "#6a3fb5",
        "orange": "#a84b00",
        "olive": "#5c6400",
        "teal": "#0b6e69",
        "green": "#1b6e34",
        "magenta": "#a3195b",
        "grey": "#596575",
    },
    fills={
        "red": "#fbe3e0",
        "blue": "#dcebf8",
        "purple": "#ebe3f8",
        "orange": "#fdeadb",
        "olive": "#eff1d5",
        "teal": "#d7efed",
        "green": "#dcf1e1",
        "magenta": "#fae0ec",
        "grey": "#e6eaef",
    },
    solids={
        "bone": "#e6d9bb",
        "annulus": "#9cc3e6",
        "nucleus": "#c8b6ee",
        "endplate": "#c9b98f",
        "nerve": "#f2c94c",
        "muscle": "#d98c84",
        "ligament": "#a9cfa5",
        "fat": "#f4ecd0",
        "canal": "#d9e6ee",
        "skin": "#f0d9c8",
        "feeling": "#f2894a",
    },
    mri=_MRI,
    size=14,
    line=2.2,
)

DARK = Theme(
    name="dark",
    paper="#14181f",
    panel="#222933",
    ink="#eef2f7",
    muted="#aab4c2",
    grid="#2c3541",
    hues={
        "red": "#ff9488",
        "blue": "#74b9ff",
        "purple": "#c4a8ff",
        "orange": "#ffb057",
        "olive": "#cdd65a",
        "teal": "#56d4c6",
        "green": "#7bd88f",
        "magenta": "#ff94c2",
        "grey": "#a9b4c2",
    },
    fills={
        "red": "#4a2522",
        "blue": "#1d3a56",
        "purple": "#372b55",
        "orange": "#4c3218",
        "olive": "#3a3d16",
        "teal": "#17413e",
        "green": "#1e4228",
        "magenta": "#4a2036",
        "grey": "#343d49",
    },
    solids={
        "bone": "#6b6350",
        "annulus": "#2f5d88",
        "nucleus": "#634f90",
        "endplate": "#594f36",
        "nerve": "#7a6010",
        "muscle": "#7c413c",
        "ligament": "#3d663a",
        "fat": "#4a452f",
        "canal": "#2b3b46",
        "skin": "#5f4a3b",
        "feeling": "#a3541c",
    },
    mri=_MRI,
    size=14,
    line=2.4,
)

PRESENTER = Theme(
    name="presenter",
    paper="#ffffff",
    panel="#eef1f5",
    ink="#000000",
    muted="#3a4452",
    grid="#d5dbe3",
    hues={
        "red": "#8e1610",
        "blue": "#064a85",
        "purple": "#51299b",
        "orange": "#7a3600",
        "olive": "#434900",
        "teal": "#064f4b",
        "green": "#0f5125",
        "magenta": "#7d0f44",
        "grey": "#414c5a",
    },
    fills=LIGHT.fills,
    solids=LIGHT.solids,
    mri=_MRI,
    size=22,
    line=4.0,
)

THEMES = MappingProxyType({theme.name: theme for theme in (LIGHT, DARK, PRESENTER)})


def theme_named(name):
    """Return the theme of this name; a ValueError lists the themes if there is none."""
    if not isinstance(name, str) or name not in THEMES:
        raise ValueError(f"There is no theme {name!r}; there are {', '.join(THEMES)}.")
    return THEMES[name]


def contrast(one, other):
    """Return the WCAG 2.2 contrast ratio of two colours written ``#rrggbb``; 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color):
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
