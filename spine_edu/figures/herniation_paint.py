"""Two skins for one drawing: the theme's colours, or the greys of an MRI; and how a shape, line or word is drawn."""

def small(theme):
    """Return the size of labels, as a share of the theme's: a projector's large type leaves little room for them."""
    return 0.71 if theme.size > 18 else 0.93


class Paint:
    """The colours of the chosen look, and the traces made in them.

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

    def shape(self, name, polygon, fill, axes, *, line=None, width=1, visible=True):
        """Return a filled polygon (n, 2) as a trace; `fill` names a tissue."""
        outline = {"color": line or self.edge, "width": width}
        return _trace(name, polygon, axes, mode="lines", fill="toself", fillcolor=self.fill[fill], visible=visible,
                      line=outline)

    def line(self, name, points, color, axes, *, width=1, dash="solid", visible=True):
        """Return a line through points (n, 2) as a trace."""
        return _trace(name, points, axes, mode="lines", visible=visible,
                      line={"color": color, "width": width, "dash": dash})

    def dots(self, name, points, axes, *, marker, choices=None, visible=True):
        """Return markers at points (n, 2) as a trace; `choices`, such as ``"zone:central"``, are set by a click."""
        more = {}
        if choices:
            more = {"customdata": choices, "hoverinfo": "text",
                    "text": [choice.partition(":")[2] for choice in choices]}
        return _trace(name, points, axes, mode="markers", marker=marker, visible=visible, **more)

    def words(self, name, rows, axes, *, color=None):
        """Return words as a trace; `rows` are (x, y, text, position)."""
        return {"type": "scatter", "x": [row[0] for row in rows], "y": [row[1] for row in rows],
                "text": [row[2] for row in rows], "textposition": [row[3] for row in rows], "name": name,
                "mode": "text", "hoverinfo": "skip", "xaxis": axes[0], "yaxis": axes[1], "cliponaxis": False,
                "textfont": {"color": color or self.label, "size": round(self.theme.size * small(self.theme))}}


def _trace(name, points, axes, **more):
    """Return a scatter trace as a dict: plotly checks it once, when the figure is made."""
    return {"type": "scatter", "x": points[:, 0], "y": points[:, 1], "name": name, "hoverinfo": "skip",
            "xaxis": axes[0], "yaxis": axes[1], **more}


def _greys(grey, water):
    nucleus = grey[f"nucleus {water}"]
    tissues = ("surroundings", "bone", "annulus", "fat", "nerve")
    return {**{name: grey[name] for name in tissues}, "nucleus": nucleus, "material": nucleus, "sac": grey["water"]}


def _colours(theme, water):
    solid = theme.solids
    nucleus = solid["nucleus"] if water == "wet" else theme.fill("neutral")
    return {**{name: solid[name] for name in ("bone", "annulus", "nerve", "fat")}, "surroundings": theme.paper,
            "sac": solid["canal"], "nucleus": nucleus, "material": nucleus}
