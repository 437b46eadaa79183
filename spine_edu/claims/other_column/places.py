"""Where everything lies: tabs, the torn page, buttons, strips and tables, in the size of a person, from the top down.

A plate is a square of a hundred people; the first begins at column 0, the other one at `OTHER`.
"""

from functools import lru_cache

from spine_edu.claims.other_column.model import PEOPLE
from spine_edu.drawing import hundred

#: How wide all is, and what the axes show, also while the question is open.
WIDE = 21.6
COLUMNS, ROWS, ASKING = (-0.6, 22.2), (-0.2, 28.2), (1.7, 17.4)
#: Left edges of the two plates, their top, and where the knob between them runs.
FIRST, OTHER, TOP, GAP = 0.0, 11.6, 6.75, 10.8
#: Middles of lines of words: what the page says, what is counted, names of the columns, the difference, and for whom.
PAGE, COUNTED, HEADS, VERDICT, TAKES = 2.75, 4.5, 5.95, 18.0, 20.25
#: Top and bottom of the tabs, of the line under them, of the buttons, and of both rows of names of what was counted.
TABS, SAYS, BUTTONS, NAMES = (0.0, 1.9), (1.9, 3.6), (21.0, 22.55), ((22.8, 24.3), (24.45, 25.95))
#: The line of times: its height, its ends, and where its words are.
LINE, ENDS, TIMES = 26.6, (2.0, 19.6), 27.55
#: The row of people whom it takes: its height, how far apart they are, and for how many there is room.
ROW, PITCH, ROOM = 19.25, 0.432, 50
#: The strips of the three wordings: middles of their sentences, tops of their people, and pitches across and down.
SENTENCES, STRIPS, ACROSS, DOWN, DEEP = (4.65, 10.5, 16.35), (5.45, 11.3, 17.15), 1.08, 0.72, 5
#: How far under its people the knob of a strip runs; the buttons, and three lines of words under the last strip.
UNDER, LOW_BUTTONS, LAST = 0.5, (22.2, 23.9), (24.9, 26.2, 27.3)
#: The tables of the panel: middles of their questions, of the heads of the people, and how far these are apart.
QUESTIONS, SEATS, SEAT = (4.6, 11.6, 18.6), (7.9, 14.9, 21.9), 1.54
#: The tables of the panel: how deep their upper edge lies below the people, how thick they are; and the buttons.
TABLE, THICK, PANEL_BUTTONS = 0.3, 1.6, (25.6, 27.3)
#: How far beyond the edge waits what is not in the picture.
OUTSIDE = 13.0
#: The page: its upper and lower edge, how far it reaches beyond people, and the teeth of its tear.
_SHEET, _BEYOND, _TEETH, _TORN = (5.15, 17.0), 0.4, 18, (0.05, 0.24, -0.12, 0.17, -0.2, 0.1, -0.05, 0.26, -0.16)


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
    return boxes_for([""] * count, edges, gap)


def boxes_for(words, edges, gap=0.12, rim=2):
    """Return boxes side by side over the whole width, each as wide as its words with a rim of some letters need it."""
    letters = [len(one) + rim for one in words]
    a_letter = (WIDE - gap * (len(words) - 1)) / max(sum(letters), 1)
    lefts = [sum(letters[:at]) * a_letter + gap * at for at in range(len(words))]
    return [(x, edges[0], x + many * a_letter, edges[1]) for x, many in zip(lefts, letters, strict=True)]


def middle(box):
    """Return the middle of a box."""
    left, top, right, bottom = box
    return (left + right) / 2, (top + bottom) / 2


@lru_cache(maxsize=256)
def outline(left, top, right, bottom):
    """Return a box as a path of straight lines."""
    return _closed(((left, top), (right, top), (right, bottom), (left, bottom)))


@lru_cache(maxsize=4)
def half_page(first, away=0.0):
    """Return half of the page, torn down the middle: the first one, or the other, moved to the right by `away`."""
    top, low = _SHEET
    tear = [
        (GAP + _TORN[tooth % len(_TORN)] + (-0.2 if first else 0.2) + away, top + (low - top) * tooth / _TEETH)
        for tooth in range(_TEETH + 1)
    ]
    edge = -_BEYOND if first else WIDE + _BEYOND + away
    return _closed(((edge, top), *tear, (edge, low)))


def plate(left):
    """Return the edges of a plate."""
    return left - 0.15, TOP - 0.1, left + hundred.SIDE + 0.15, TOP + hundred.SIDE + 0.1


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
    return _closed([(left + x, TOP + y) for x, y in corners])


def strip_band(count, strip):
    """Return the outline round the first people of a strip, of the same letters for any number above 0."""
    if not count:
        return ""
    whole, rest = divmod(count, DEEP)
    top, right = STRIPS[strip], whole * ACROSS
    far, low = right + (ACROSS if rest else 0), top + DEEP * DOWN
    knee = top + rest * DOWN if rest else low
    return _closed(((0, top), (far, top), (far, knee), (right, knee), (right, low), (0, low)))


def slice_of(many, strip):
    """Return the outline of the rank of a strip that ends with so many people."""
    right = many / DEEP * ACROSS
    return outline(right - ACROSS, STRIPS[strip], right, STRIPS[strip] + DEEP * DOWN)


def times(count):
    """Return where so many times lie along their line; nowhere where there is but one."""
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


def _closed(corners):
    return "M" + "L".join(f"{x:.4g},{y:.4g}" for x, y in corners) + "Z"
