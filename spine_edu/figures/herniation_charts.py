"""What the figures of a hundred people share: their square of marks, and charts whose axes are shapes and words.

Plotly takes as long for one pair of axes with labels as for twenty lines; the labels here never change.
"""

from dataclasses import dataclass

from spine_edu.figures import outlines
from spine_edu.figures.herniation_paint import picture, small

SIDE = 10
#: Height of a row of the square, px; less in a narrow place.
_CELL = 29
#: Length of a tick, px.
_TICK = 5


def place(person):
    """Return column and row (from the top) of a person in the square."""
    return person % SIDE, person // SIDE


def columns(looks, look):
    """Return the column of each person whose look is `look`, no number for the others, and that of the key."""
    return [place(person)[0] if one == look else None for person, one in enumerate(looks)] + [0]


def square(name, looks, look, marker, *, key=None, axes=("x", "y"), visible=True):
    """Return the trace of those people whose look is `look`; its last mark is the key, in row `key`."""
    return {"type": "scatter", "x": columns(looks, look),
            "y": [place(person)[1] for person in range(len(looks))] + [key], "name": name, "mode": "markers",
            "marker": marker, "hoverinfo": "skip", "xaxis": axes[0], "yaxis": axes[1], "visible": visible}


def marks(name, looks, look, line, *, fill=None, pointed=False, key=None):
    """Return the same as `square` as one shape, for what is never played as frames: it is drawn in a third of the time.

    The marks are circles, or diamonds if `pointed`.
    """
    spots = [place(person) for person, one in enumerate(looks) if one == look] + ([] if key is None else [(0, key)])
    mark = _diamond if pointed else _circle
    return outlines.shape(name, (), fill=fill, edge=None, width=None, line=line, visible=bool(spots),
                          path="".join(mark(x, y) for x, y in spots) or "M0,0")


def _circle(x, y, radius=0.26):
    """Return a circle as two bows whose handles are 4/3 of the radius."""
    left, right, up, down = (f"{value:g}" for value in (x - radius, x + radius, y - 0.35, y + 0.35))
    return f"M{left},{y:g}C{left},{up},{right},{up},{right},{y:g}S{left},{down},{left},{y:g}Z"


def _diamond(x, y, radius=0.36):
    return f"M{x - radius:g},{y:g}L{x:g},{y - radius:g}L{x + radius:g},{y:g}L{x:g},{y + radius:g}Z"


def row_below(px):
    """Return the row of the square that lies `px` below its last one."""
    return SIDE - 1 + px / _CELL


def square_axes(number, across, height):
    """Return the two hidden axes of a square at the top of `height` px, row 0 at the top, cells square."""
    plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {f"xaxis{number}": {**plain, "range": [-0.6, SIDE - 0.4], "domain": across, "anchor": f"y{number}"},
            f"yaxis{number}": {**plain, "range": [height / _CELL - 0.6, -0.6], "anchor": f"x{number}",
                               "scaleanchor": f"x{number}", "constraintoward": "top"}}


def heading(text, x, y, theme):
    """Return a heading over a point as a row of `words`."""
    return x, y, f"<b>{text}</b>", "top center", theme.text(size=0.9)


@dataclass(frozen=True)
class Chart:
    """A chart that draws its own axes.

    Attributes
    ----------
    number : str
        That of plotly's two axes, such as ``"2"``.
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

    @property
    def _left(self):
        # Its width in px is the reader's, so that the length of a tick is one for a usual width.
        return self.x[0] - 0.015 * (self.x[1] - self.x[0])

    def below(self, px):
        """Return y at `px` under the lower end of the y axis."""
        return self.y[0] - px * (self.y[1] - self.y[0]) / self.height

    def layout(self, inner):
        """Return the two hidden axes, for a figure that is `inner` px high without its margins."""
        x, y = self.names
        plain = {"visible": False, "fixedrange": True}
        x_range, y_range = [self._left, self.x[1]], [self.below(self.room), self.y[1]]
        up = max(0, 1 - (self.top + self.height + self.room) / inner), 1 - self.top / inner
        return {f"xaxis{self.number}": {**plain, "range": x_range, "domain": self.across, "anchor": y},
                f"yaxis{self.number}": {**plain, "range": y_range, "domain": up, "anchor": x}}

    def path(self, name, path, line):
        """Return a line along a path of values as a shape under the traces; `line` holds colour, width, dash."""
        line = {key: line[key] for key in ("color", "width", "dash") if key in line}
        return outlines.shape(name, (), fill=None, edge=None, width=None, axes=self.names, path=path, line=line)

    def points(self, name, points, *, mode="markers", **more):
        """Return points (x, y) as a trace, which is there only if they are."""
        x, y = zip(*points, strict=True) if points else ([None], [None])
        return {"type": "scatter", "x": list(x), "y": list(y), "name": name, "mode": mode, "hoverinfo": "skip",
                "cliponaxis": False, "visible": bool(points), "xaxis": self.names[0], "yaxis": self.names[1], **more}

    def lines(self, theme, across, up=(), *more, grid=True):
        """Return grid, axes and ticks, and `more` shapes over them, as a picture.

        `across` and `up` are the values that have a tick.
        """
        (left, right), (bottom, top), low = self.x, self.y, self.below(_TICK)
        inside = [*(f"M{x},{bottom}V{top}" for x in across), *(f"M{left},{y}H{right}" for y in up)] if grid else []
        ticks = [*(f"M{x},{bottom}V{low}" for x in across), *(f"M{left},{y}H{self._left}" for y in up)]
        edges = [f"M{left},{bottom}H{right}", *([f"M{left},{bottom}V{top}"] if up else [])]
        shapes = [self.path("grid", "".join(inside), {"color": theme.grid, "width": 1}),
                  self.path("axes", "".join(edges + ticks), {"color": theme.muted, "width": 1}), *more]
        return picture("axes", shapes, low=(self._left, self.below(self.room)), high=(right, top), axes=self.names)

    def words(self, theme, across, up=None, *, title, unit=""):
        """Return the labels of the ticks (value -> label), the title of the x axis and the unit of y, for `words`."""
        small_type = theme.text(size=small(theme))
        return [*((x, self.below(_TICK), label, "bottom center", theme.text()) for x, label in across.items()),
                *((self._left, y, label, "middle left", theme.text()) for y, label in (up or {}).items()),
                ((self.x[0] + self.x[1]) / 2, self.below(_TICK + 1.4 * theme.size), title, "bottom center", small_type),
                (self._left, self.y[1], unit, "top left", small_type)]
