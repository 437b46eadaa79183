"""Results in words: what a screen reader says, what nbval compares, what stands under a printed figure."""

import html
from dataclasses import dataclass


@dataclass(frozen=True, repr=False)
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

    __repr__ = __str__

    def _repr_html_(self):
        head = "".join(f'<th scope="col">{html.escape(column)}</th>' for column in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell_text(cell))}</td>" for cell in row) + "</tr>" for row in self.rows
        )
        return (
            f"<table><caption>{html.escape(self.caption)}</caption><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )


class Passage:
    """A list of heads and texts that a notebook shows formatted and a terminal shows plain.

    Parameters
    ----------
    lines : iterable of tuple of str
        Pairs of a head and what is said about it.
    joint : str
        What stands between the two.

    Attributes
    ----------
    lines : tuple

    Examples
    --------
    >>> print(Passage([("stock", "An amount.")]))
    stock: An amount.
    """

    def __init__(self, lines, joint=":"):
        self.lines, self._joint = tuple(lines), joint

    def __str__(self):
        return "\n".join(f"{head}{self._joint} {text}" for head, text in self.lines)

    __repr__ = __str__

    def _repr_markdown_(self):
        return "\n".join(f"- **{head}{self._joint}** {text}" for head, text in self.lines)


class Words(str):
    """Some words that a notebook shows as a paragraph, not as a text in quotation marks."""

    __slots__ = ()
    __repr__ = str.__str__

    def _repr_html_(self):
        return f"<p>{html.escape(self)}</p>"


def cell_text(cell):
    """Return a cell as printed: a float with four significant digits, anything else as it is.

    >>> cell_text(0.123456), cell_text(12), cell_text("L4-5")
    ('0.1235', '12', 'L4-5')
    """
    return f"{cell:.4g}" if isinstance(cell, float) else str(cell)
