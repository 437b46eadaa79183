"""Where things stand in the option table: across in hundredths of the width, down in sizes of the type.

In ordinary type all forty cells stand in a grid. In a hall there is room for one question at a time: its five answers
stand beside the list of the questions.
"""

from dataclasses import dataclass

from spine_edu.treatment.options.model import MOST, VALUES, options


@dataclass(frozen=True)
class Frame:
    """The measures of one of the two layouts.

    Attributes
    ----------
    grid : bool
        Whether all cells are shown, or those of one question.
    wide : float
        Width of the names of the questions.
    top, high : float
        Where the first row begins, and how high a row is.
    strip : float
        Height of the words under the table.
    letters, told : int
        How many letters a line of a cell and of the words under the table may have.
    """

    grid: bool
    wide: float
    top: float
    high: float
    strip: float
    letters: int
    told: int

    def row(self, number):
        """Return where the row of this number begins."""
        return self.top + self.high * number

    @property
    def end(self):
        """Where the last row ends."""
        return self.row(len(VALUES) + 3)

    @property
    def depth(self):
        """Where the picture ends."""
        return self.end + self.strip

    def cell(self, row, option):
        """Return left, top, right and bottom of a cell; in a list the answers share the height of all rows."""
        if self.grid:
            width = (100 - self.wide) / len(options())
            left = self.wide + width * option
            return left, self.row(row), left + width, self.row(row + 1)
        height = (self.end - self.top) / len(options())
        return self.wide + 2, self.top + height * option, 100, self.top + height * (option + 1)

    def track(self, row, weight):
        """Return where the knob of a row lies for a weight."""
        low, high = 2.2, self.wide - 3
        return low + (high - low) * weight / MOST, self.row(row) + self.high * (0.56 if self.grid else 0.66)


GRID = Frame(grid=True, wide=22, top=5.2, high=4.5, strip=7.2, letters=15, told=88)
LIST = Frame(grid=False, wide=42, top=4.6, high=2.75, strip=9.4, letters=29, told=50)


def frame(theme):
    """Return the layout for a look."""
    return LIST if theme.large else GRID
