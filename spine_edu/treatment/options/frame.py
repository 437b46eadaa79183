"""Where things stand in the option table: who is asked and the five knobs on top, the table under them.

In ordinary type all forty cells stand in a grid. In a hall there is room for one question at a time: its five answers
stand beside the list of the questions. The knobs stay where they are while the rows under them change places.
Across, a picture is 100 wide; down, it is measured in sizes of the type.
"""

from dataclasses import dataclass
from functools import cache

from spine_edu.drawing.labels import wrapped
from spine_edu.treatment.options.model import ALWAYS, MOST, VALUES, cells, options

ROWS = (*VALUES, *ALWAYS)
RIGHT = 100
#: Where the desk with the people and the knobs begins and ends.
DESK = (2.8, 9.9)
#: How high the line is in which the reader says where he leans.
FOOT = 1.8
#: In a hall, how much lower every second name stands.
LOWER = 1.15
#: Where the first knob's place begins, and how high the upper and the lower end of its track lie.
_FIRST_KNOB, _MOST_AT, _NONE_AT = 23.5, 3.9, 7.7
#: Height of a line in a cell, of the little picture in it, and how far they stand from the lines of the table.
LINE, PICTURE, _EDGE = 1.13, 1.05, 0.66
#: How high a row of the list is.
_LISTED = 2.12


@dataclass(frozen=True)
class Frame:
    """One of the two layouts.

    Attributes
    ----------
    grid : bool
        Whether all cells are shown, or those of one question.
    names, wide : float
        Width of the names of the questions, and where the answers begin.
    top : float
        Where the first row begins.
    strip : float
        Height of the key under the table.
    letters, told, title : int
        How many letters a line of a cell, of the key and of the title may have.
    """

    grid: bool
    names: float
    wide: float
    top: float
    strip: float
    letters: int
    told: int
    title: int

    def high(self, row):
        """Return how high the row of a question is: in the grid as its words and pictures need it."""
        return _needed(row, self.letters) if self.grid else _LISTED

    def rows(self, order):
        """Return top and bottom of each question, in the order given."""
        there, top = {}, self.top
        for row in order:
            there[row] = top, top + self.high(row)
            top += self.high(row)
        return there

    @property
    def end(self):
        """Where the last row ends."""
        return self.top + sum(self.high(row) for row in ROWS)

    @property
    def foot(self):
        """Where the line of what the reader leans to ends, under the last row; a hall has none."""
        return self.end + (FOOT if self.grid else 0)

    @property
    def depth(self):
        """Where the picture ends."""
        return self.foot + self.strip

    def cell(self, order, row, option):
        """Return left, top, right and bottom of a cell; in a list the answers share the height of all rows."""
        number = [name for name, _ in options()].index(option)
        if self.grid:
            width = (RIGHT - self.wide) / len(options())
            left = self.wide + width * number
            top, bottom = self.rows(order)[row]
            return left, top, left + width, bottom
        height = (self.end - self.top) / len(options())
        return self.wide, self.top + height * number, RIGHT, self.top + height * (number + 1)


@cache
def _needed(row, letters):
    """Return the height that the fullest cell of a row needs, with so many letters in a line."""
    answers = [cells()[option, row] for option, _ in options()]
    lines = [wrapped(one.short, letters).count("<br>") + 1 for one in answers]
    needs = [LINE * count + PICTURE * (one.kind != "words") for count, one in zip(lines, answers, strict=True)]
    return max(*needs, 2 * LINE) + _EDGE


def knob_place(row):
    """Return the left and the right end of the place that the knob of a question has on the desk."""
    wide = (RIGHT - 2.8 - _FIRST_KNOB) / len(VALUES)
    left = _FIRST_KNOB + wide * VALUES.index(row)
    return left, left + wide


def track(row, weight):
    """Return where the knob of a question lies for a weight: the more it matters, the higher."""
    left, right = knob_place(row)
    return (left + right) / 2, _NONE_AT + (_MOST_AT - _NONE_AT) * weight / MOST


GRID = Frame(grid=True, names=16, wide=16, top=15, strip=2.5, letters=11, told=66, title=50)
LIST = Frame(grid=False, names=30, wide=41, top=10.1 + LOWER, strip=1.5, letters=32, told=58, title=50)


def bodies():
    """Return left, top, right and bottom of the places on the desk of the reader and the two invented people."""
    return [(0.5 + 7.4 * number, DESK[0] + 0.4, 7.9 + 7.4 * number, DESK[1] - 0.1) for number in range(3)]


def frame(theme):
    """Return the layout for a look."""
    return LIST if theme.large else GRID
