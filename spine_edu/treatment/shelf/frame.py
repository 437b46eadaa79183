"""The frame of the shelf: one axis across, from 0 to 1, and sizes of the type up; the top board lies at 0.

The frame never changes: a short list stands with more room between its boards.
"""

from dataclasses import dataclass

#: Where across things stand, and the panels of effects and harms, as shares of the width.
THING, EFFECT, HARM = 0.04, (0.105, 0.72), (0.765, 0.985)
#: Where across the knob stands that goes along the shelf.
KNOB = 0.008
#: Ends of the scale of effects, points of 100, and of that of harms, of 100 people.
POINTS, PEOPLE = (-15.0, 55.0), (0.0, 100.0)
#: The last row of the shelf has at most so much room.
_ROOMIEST = 4.6
#: The most rows that a complaint has.
MOST = 10


@dataclass(frozen=True)
class Frame:
    """Heights in sizes of the type, downward from the top board.

    Attributes
    ----------
    row : float
        The lowest a row can be.
    above : float
        Room for the headings.
    notes : float
        Height of the lines under the axis.
    lines : int
        Lines of the card, and how many `letters` each has.
    letters : int
    """

    row: float
    above: float
    notes: float
    lines: int
    letters: int

    @property
    def shelf(self):
        """Where the rows end and the axis is."""
        return -self.row * MOST

    @property
    def floor(self):
        """Where the shelf of what has no number begins."""
        return self.shelf - self.notes

    @property
    def card(self):
        """Where the card begins."""
        return self.floor - 6.6

    @property
    def low(self):
        """Where the picture ends."""
        return self.card - 1.32 * self.lines - 0.9


def frame(theme):
    """Return the frame of a theme; in a hall rows and card are short."""
    return Frame(2.15, 2.9, 5.1, 9, 50) if theme.large else Frame(2.55, 2.7, 3.7, 10, 58)


def across(value, panel=EFFECT, ends=POINTS):
    """Return where a value stands, as a share of the width; what is off the scale stands at its end."""
    low, high = ends
    left, right = panel
    return left + (right - left) * (min(max(value, low), high) - low) / (high - low)


def of_people(share):
    """Return where a share of 100 people stands."""
    return across(share, HARM, PEOPLE)


def middles(count, theme):
    """Return the middle of each of so many rows, and how high a row is."""
    about = frame(theme)
    step = min(-about.shelf / max(count, 1), _ROOMIEST)
    return [-step * (place + 0.5) for place in range(count)], step


def layout(shapes, theme, ticks):
    """Return the layout; `ticks` are (place across, words)."""
    about = frame(theme)
    high = about.above
    axis = theme.axis(
        "",
        range=[0, 1],
        tickvals=[place for place, _ in ticks],
        ticktext=[words for _, words in ticks],
        showgrid=False,
        showline=False,
        anchor="free",
        position=(about.shelf - about.low) / (high - about.low),
    )
    top, bottom = theme.em(0.6), theme.em(0.3)
    return theme.layout(
        height=round((high - about.low) * theme.size) + top + bottom,
        xaxis=axis,
        yaxis={"range": [about.low, high], "visible": False, "fixedrange": True},
        shapes=[*shapes],
        margin={"l": 14, "r": 16, "t": top, "b": bottom},
    )
