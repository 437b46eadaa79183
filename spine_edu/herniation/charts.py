"""What the figures of a hundred people share: their square of marks, and a chart with room for words under it."""

from dataclasses import dataclass

from spine_edu.drawing.hundred import SIDE, place

#: Height of a row of the square, px, and of all of it with a little room below; less in a narrow place.
_CELL, HIGH = 29, 300
#: Height of a square that stands alone, as before a question is answered, px.
HIGH_ALONE = 390


def spots(looks, look, key=None):
    """Return the places of those people whose look is `look`, and that of its mark in the key, in row `key`."""
    return [place(person) for person, one in enumerate(looks) if one == look] + ([] if key is None else [(0, key)])


def crowd():
    """Return where the people of the square are, for a question about how many of them."""
    return {"axes": ["xaxis", "yaxis"], "places": [list(place(person)) for person in range(SIDE**2)]}


#: Across what of the figure's width a square lies that stands alone.
ALONE = (0.04, 0.9)


def square_axes(number, across, height, left=-0.6):
    """Return the two hidden axes of a square at the top of `height` px, row 0 at the top, cells square.

    A square that stands alone fills its height.
    """
    plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
    rows = SIDE + 0.2 if across is ALONE else height / _CELL
    return {
        f"xaxis{number}": {**plain, "range": [left, SIDE - 0.4], "domain": across, "anchor": f"y{number}"},
        f"yaxis{number}": {
            **plain,
            "range": [rows - 0.6, -0.6],
            "anchor": f"x{number}",
            "scaleanchor": f"x{number}",
            "constraintoward": "top",
        },
    }


def heading(text, theme, x=(SIDE - 1) / 2, y=-0.59):
    """Return a heading over a point, or else over the square, as a row of `words`."""
    return x, y, f"<b>{text}</b>", "top center", theme.text(size=0.9)


@dataclass(frozen=True)
class Chart:
    """A pair of plotly's axes with room for words under the x axis, inside the range of the y axis.

    Attributes
    ----------
    number : str
        That of the two axes, such as ``"2"``.
    x, y : tuple of float
        Values at the two ends of each axis.
    across : tuple of float
        Its place in the figure's width, 0 to 1.
    top, height : float
        Where it begins under the upper margin, and how high it is, px.
    room : float
        What it needs below its x axis, px: plotly hides words beyond the range of an axis.
    """

    number: str
    x: tuple
    y: tuple
    across: tuple
    top: float
    height: float
    room: float

    @property
    def names(self):
        """The names of plotly's two axes."""
        return f"x{self.number}", f"y{self.number}"

    def below(self, px):
        """Return y at `px` under the lower end of the y axis."""
        return self.y[0] - px * (self.y[1] - self.y[0]) / self.height

    def layout(self, theme, inner, title, across, up=None, **more):
        """Return the two axes, for a figure that is `inner` px high without its margins.

        Parameters
        ----------
        theme : Theme
        inner : float
        title : str
            That of the x axis, with its unit.
        across, up : sequence of float
            Values with a tick; a y axis without any is hidden.
        **more
            For the x axis.
        """
        x, y = self.names
        place = 1 - (self.top + self.height) / inner
        # The x axis stands where y begins, above the words.
        below = theme.axis(
            title,
            range=list(self.x),
            domain=self.across,
            tickvals=across,
            showgrid=False,
            anchor="free",
            position=place,
            automargin=False,
            tickfont=theme.text(),
            **more,
        )
        below["title"] = {"text": title, "standoff": 2, "font": theme.text(size=0.93)}
        scale = {
            "range": [self.below(self.room), self.y[1]],
            "anchor": x,
            "domain": [max(0, place - self.room / inner), 1 - self.top / inner],
        }
        beside = (
            theme.axis("", tickvals=up, showline=False, automargin=False, **scale)
            if up
            else {**scale, "visible": False, "fixedrange": True}
        )
        return {f"xaxis{self.number}": below, f"yaxis{self.number}": beside}

    def points(self, name, points, *, mode="markers", **more):
        """Return points (x, y) as a trace, which is there only if they are."""
        x, y = zip(*points, strict=True) if points else ([None], [None])
        return {
            "type": "scatter",
            "x": list(x),
            "y": list(y),
            "name": name,
            "mode": mode,
            "hoverinfo": "skip",
            "cliponaxis": False,
            "visible": bool(points),
            "xaxis": self.names[0],
            "yaxis": self.names[1],
            **more,
        }
