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
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple, ...]
