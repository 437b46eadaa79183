"""The frame of the shelf: one axis across, from 0 to 1, and units up; the top board lies at 0.

The frame never changes: a short list stands with more room between its boards.
"""

from dataclasses import dataclass

#: Where across things and names stand, and the columns of effects, certainties and harms, as shares of the width.
THING, NAME, EFFECT, SURE, HARM = 0.004, 0.052, (0.366, 0.69), 0.698, (0.842, 0.985)
#: Sizes of the type between the margins where a page is narrowest.
NARROW = 31.8
#: Ends of the scale of effects, points of 100, and of that of harms, of 100 people.
POINTS, PEOPLE = (-14.0, 41.0), (0.0, 100.0)
#: Sizes of the type in a unit, except in a hall: so ten rows in five parts have air between their lines.
_ROOM = 1.12
#: A row of the shelf is at most so high; the name over a part of it is so high.
_ROOMIEST, PART = 5.4, 1.16
#: Where the rows end and the axis is, in units: room for ten rows in five parts.
SHELF = -24.6
#: Over the top board: the knob of the border, the mark of run A, the heads of the columns and the tabs, in units.
KNOB, STRIP, HEADS, TABS = 0.55, 1.85, (2.6, 3.85), (4.15, 5.45)

#: How far under the rule the heads over what has no number stand, in sizes of the type.
FLOOR_HEAD = 0.75
#: Room at the top of the card for the thing in hand, size of its type, and height of its lines, in sizes of the type.
HEAD, CARD_TYPE, LINE_OF_CARD = 2.8, 0.93, 1.21


@dataclass(frozen=True)
class Frame:
    """Heights in units, downward from the top board: the same in every look for the rows, so that knobs find them.

    Attributes
    ----------
    unit : float
        Px of a unit.
    em : float
        Size of the type in units.
    notes, things : float
        Height of the lines under the axis, and of the shelf of what has no number, in sizes of the type.
    rest : float
        Room of the card, in sizes of the type; none in a hall.
    letters : int
        Letters of a line of the card, or in a hall of what has no number.
    """

    unit: float
    em: float
    notes: float
    things: float
    rest: float
    letters: int

    @property
    def above(self):
        """Room for knob, heads and tabs."""
        return TABS[1] + 0.1

    @property
    def floor(self):
        """Where the shelf of what has no number begins."""
        return SHELF - self.notes * self.em

    @property
    def card(self):
        """Where the card begins."""
        return self.floor - self.things * self.em

    @property
    def low(self):
        """Where the picture ends."""
        return self.card - self.rest * self.em


def frame(theme):
    """Return the frame of a theme; in a hall rows are low, and words alone say what has no number."""
    if theme.large:
        unit = 21.2 * theme.size / -SHELF
        return Frame(unit, theme.size / unit, 4.6, 4.1, 0, 60)
    return Frame(_ROOM * theme.size, 1 / _ROOM, 5.85, 5.4, 16.4, 64)


def across(value, panel=EFFECT, ends=POINTS):
    """Return where a value stands, as a share of the width; what is off the scale stands at its end."""
    low, high = ends
    left, right = panel
    return left + (right - left) * (min(max(value, low), high) - low) / (high - low)


def of_people(share):
    """Return where a share of 100 people stands."""
    return across(share, HARM, PEOPLE)


def places(groups):
    """Return where the rows of the parts of a shelf stand.

    Parameters
    ----------
    groups : sequence of (str, sequence)
        Parts from the top down, each with its rows.

    Returns
    -------
    list of float
        The middle of each row, in units.
    float
        How high a row is.
    list of float
        The middle of the name over each part.
    """
    count = sum(len(rows) for _, rows in groups)
    step = min((-SHELF - PART * len(groups)) / max(count, 1), _ROOMIEST)
    middles, names, y = [], [], 0.0
    for _, rows in groups:
        names.append(y - PART / 2)
        y -= PART
        middles += [y - step * (place + 0.5) for place in range(len(rows))]
        y -= step * len(rows)
    return middles, step, names


def layout(shapes, theme, ticks):
    """Return the layout; `ticks` are (place across, words)."""
    about = frame(theme)
    return plane(shapes, theme, ticks, (about.low, about.above), SHELF, unit=about.unit, top=theme.em(0.3))


def plane(shapes, theme, ticks, ends, foot, *, unit, top):
    """Return the layout of a plane between two `ends` up, whose scale stands at its `foot`; a step up is `unit` px."""
    low, high = ends
    axis = theme.axis(
        "",
        range=[0, 1],
        tickvals=[place for place, _ in ticks],
        ticktext=[words for _, words in ticks],
        showgrid=False,
        showline=False,
        anchor="free",
        position=(foot - low) / (high - low),
    )
    bottom = theme.em(0.3)
    return theme.layout(
        height=round((high - low) * unit) + top + bottom,
        xaxis=axis,
        yaxis={"range": [low, high], "visible": False, "fixedrange": True},
        shapes=[*shapes],
        margin={"l": 14, "r": 16, "t": top, "b": bottom},
    )
