"""Where things stand in the option table: eight rows down, and the names of the questions at the left.

In ordinary type all forty cells stand in a grid. In a hall there is room for one question at a time: its five answers
stand beside the list of the questions. Both have the same rows and the same tracks, so that the knobs lie on either.
"""

from dataclasses import dataclass

from spine_edu.treatment.options.model import MOST, VALUES, options

#: Width of the names of the questions, where the first row begins, and how high a row is: units of the axes.
WIDE, TOP, HIGH = 22, 8.4, 4.7
#: How many rows there are, and where the last one ends.
ROWS = len(VALUES) + 3
END = TOP + HIGH * ROWS


@dataclass(frozen=True)
class Frame:
    """One of the two layouts.

    Attributes
    ----------
    grid : bool
        Whether all cells are shown, or those of one question.
    right : float
        Where the picture ends at the right.
    unit : float
        Height of a unit of the upright axis, in sizes of the type.
    strip : float
        Height of the key under the table, in sizes of the type.
    letters, told, title : int
        How many letters a line of a cell, of the key and of the title may have.
    """

    grid: bool
    right: float
    unit: float
    strip: float
    letters: int
    told: int
    title: int

    def ems(self, count):
        """Return so many sizes of the type as units of the upright axis."""
        return count / self.unit

    @property
    def depth(self):
        """Where the picture ends."""
        return END + self.ems(self.strip)

    def cell(self, row, option):
        """Return left, top, right and bottom of a cell; in a list the answers share the height of all rows."""
        if self.grid:
            width = (self.right - WIDE) / len(options())
            left = WIDE + width * option
            return left, top_of(row), left + width, top_of(row + 1)
        height = (END - TOP) / len(options())
        return WIDE + 5, TOP + height * option, self.right, TOP + height * (option + 1)


def top_of(row):
    """Return where the row of this number begins."""
    return TOP + HIGH * row


def track(row, weight):
    """Return where the knob of a row lies for a weight."""
    low, high = 2.8, WIDE - 2.8
    return low + (high - low) * weight / MOST, top_of(row) + 0.56 * HIGH


GRID = Frame(grid=True, right=100, unit=1, strip=4.6, letters=10, told=62, title=50)
LIST = Frame(grid=False, right=52, unit=0.69, strip=2.8, letters=27, told=46, title=40)


def heads(at):
    """Return left, top, right and bottom of the places over the questions: the reader, and the invented people."""
    wide, top = WIDE / 3, at.ems(2.75)
    return [(wide * number + 0.4, top, wide * (number + 1) - 0.4, TOP - at.ems(0.1)) for number in range(3)]


def sorter(at):
    """Return left, top, right and bottom of what sorts the rows: under the last of the five, where no track is."""
    bottom = top_of(len(VALUES) + 1) - at.ems(0.35)
    return 1.2, bottom - at.ems(1.6), WIDE - 2.5, bottom


def frame(theme):
    """Return the layout for a look."""
    return LIST if theme.large else GRID
