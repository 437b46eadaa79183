"""Where everything lies: tabs, plates, buttons, strips and tables, in the size of a person, rows from the top down.

A plate is a square of a hundred people; the first begins at column 0, the other one at `OTHER`.
"""

from functools import lru_cache

from spine_edu.claims.other_column.model import PEOPLE
from spine_edu.drawing import hundred

#: How wide all is, and what the axes show.
WIDE = 21.6
COLUMNS, ROWS = (-0.5, 22.1), (-0.3, 28.3)
#: Left edges of the two plates, their top, and where the knob between them runs.
FIRST, OTHER, TOP, GAP = 0.0, 11.6, 7.3, 10.8
#: Middles of lines of words: the page in two lines, what is counted, the names of the columns, verdict and takes.
PAGE, COUNTED, HEADS, VERDICT, TAKES = (2.75, 3.85), 5.2, 6.55, 20.25, 21.45
#: Top and bottom of a row of tabs, of the buttons, and of both rows of names of what was counted.
TABS, BUTTONS, NAMES = (0.0, 1.9), (17.75, 19.35), ((22.3, 23.85), (24.15, 25.7))
#: The line of times: its height, its ends, and where its words are.
LINE, ENDS, TIMES = 26.6, (2.0, 19.6), 27.55
#: The row of people that it takes: its left edge, how far apart they are, and for how many there is room.
ROW, PITCH, ROOM = 9.4, 0.47, 26
#: The strips of the three wordings: middles of their sentences, tops of their people, and pitches across and down.
SENTENCES, STRIPS, ACROSS, DOWN, DEEP = (5.3, 11.1, 16.9), (6.1, 11.9, 17.7), 1.08, 0.72, 5
#: How far under its people the knob of a strip runs; the buttons, and two lines of words under the last strip.
UNDER, LOW_BUTTONS, LAST = 0.32, (22.6, 24.2), (25.2, 26.4)
#: The tables of the panel: middles of their questions, of the heads of the people, and how far these are apart.
QUESTIONS, SEATS, SEAT = (3.6, 11.0, 18.4), (6.2, 13.6, 21.0), 1.54
#: The tables of the panel, from their upper edge: how deep below the people, and how thick; and its buttons.
TABLE, THICK, PANEL_BUTTONS = 0.25, 1.1, (24.6, 26.2)
#: How far beyond the edge people wait who are not in the picture.
OUTSIDE = 13.0


def seat(person, left):
    """Return where a person of a plate stands: column and row."""
    column, row = hundred.place(person)
    return left + column + 0.5, TOP + row + 0.5


def strip_seat(person, strip):
    """Return where a person of a strip stands; they are counted column by column."""
    column, row = divmod(person, DEEP)
    return (column + 0.5) * ACROSS, STRIPS[strip] + (row + 0.5) * DOWN


def boxes(count, edges, gap=0.24):
    """Return so many boxes side by side over the whole width: left, top, right, bottom."""
    wide = (WIDE - gap * (count - 1)) / count
    return [(at * (wide + gap), edges[0], at * (wide + gap) + wide, edges[1]) for at in range(count)]


def middle(box):
    """Return the middle of a box."""
    left, top, right, bottom = box
    return (left + right) / 2, (top + bottom) / 2


@lru_cache(maxsize=256)
def outline(left, top, right, bottom):
    """Return a box as a path of straight lines."""
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return "M" + "L".join(f"{x:.4g},{y:.4g}" for x, y in corners) + "Z"


def plate(left):
    """Return the edges of a plate."""
    return left - 0.1, TOP - 0.1, left + hundred.SIDE + 0.1, TOP + hundred.SIDE + 0.1


def band(start, end, left):
    """Return the outline round the people of a plate from one number up to another, of the same letters for any."""
    start, end = sorted((start, end))
    if start == end:
        return ""
    (row, column), (last, rest) = divmod(start, hundred.SIDE), divmod(end, hundred.SIDE)
    if rest == 0:
        last, rest = last - 1, hundred.SIDE
    near, far = (column, rest) if row == last else (0, hundred.SIDE)
    corners = (
        (column, row),
        (far, row),
        (far, last),
        (rest, last),
        (rest, last + 1),
        (near, last + 1),
        (near, row + 1),
        (column, row + 1),
    )
    return "M" + "L".join(f"{left + x:g},{TOP + y:g}" for x, y in corners) + "Z"


def strip_band(count, strip):
    """Return the outline round the first people of a strip, of the same letters for any number above 0."""
    if not count:
        return ""
    whole, rest = divmod(count, DEEP)
    top, right = STRIPS[strip], whole * ACROSS
    far, low = right + (ACROSS if rest else 0), top + DEEP * DOWN
    knee = top + rest * DOWN if rest else low
    corners = ((0, top), (far, top), (far, knee), (right, knee), (right, low), (0, low))
    return "M" + "L".join(f"{x:.4g},{y:.4g}" for x, y in corners) + "Z"


def times(count):
    """Return where so many times lie along their line."""
    return [ENDS[0] + (ENDS[1] - ENDS[0]) * at / (count - 1) for at in range(count)] if count > 1 else []


def along_plate(value):
    """Return where the knob of the other column lies: beside the last row that is painted."""
    return GAP, TOP + value * hundred.SIDE / PEOPLE


def along_strip(strip):
    """Return where the knob of a strip lies at a number."""
    low = STRIPS[strip] + DEEP * DOWN + UNDER

    def place(value):
        return value / DEEP * ACROSS, low

    return place
