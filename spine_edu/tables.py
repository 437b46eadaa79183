"""Results in words: what a screen reader says, what nbval compares, what stands under a printed figure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """The plotted numbers as a table.

    Attributes
    ----------
    caption : str
        What the rows are.
    columns : tuple of str
        Headings with units.
    rows : tuple of tuple
        One tuple a row, as long as `columns`; numbers or text.

    >>> print(Table("The bath", ("minutes", "litres"), ((0, 0.0), (10, 31.6060279))))
    The bath
    minutes  litres
    0        0
    10       31.61
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple, ...]

    def __str__(self):
        lines = [self.columns, *(tuple(cell_text(cell) for cell in row) for row in self.rows)]
        widths = [max(len(line[place]) for line in lines) for place in range(len(self.columns))]
        return "\n".join(
            [
                self.caption,
                *(
                    "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
                    for line in lines
                ),
            ]
        )


def cell_text(cell):
    """Return a cell as printed: a float with four significant digits, anything else as it is.

    >>> cell_text(0.123456), cell_text(12), cell_text("L4-5")
    ('0.1235', '12', 'L4-5')
    """
    return f"{cell:.4g}" if isinstance(cell, float) else str(cell)
