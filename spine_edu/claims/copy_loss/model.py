"""Sheets of text laid over each other: which lines fit, which were lost, and which pieces nobody signs.

A line fits if the same line stands on the other sheet, or one that shares a run of eight words with it. Nothing is
computed here that was not counted line by line in the five articles (claims_copies.csv).
"""

from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.state import State, choice, quantity

#: Pair of sheets -> the article that is slid, and the one on which it is laid.
PAIRS = {"copy": (1, 2), "collage": (4, 3), "other": (5, 2)}
NO_GAP = "none"


@dataclass(frozen=True)
class CopyState(State):
    """Settings: the two sheets, how far the one is slid over the other (percent), and which lost list is looked at."""

    pair: str = choice("claims_copy_loss.pair")
    slide: float = quantity("claims_copy_loss.slide")
    gap: str = choice("claims_copy_loss.gap")


@dataclass(frozen=True)
class CopyResult:
    """Two sheets.

    Attributes
    ----------
    state : CopyState
    over, under : tuple of records
        The lines of the sheet that is slid, and of the one on which it is laid; rows of claims_copies.csv.
    fits : dict
        Line of the upper sheet -> lines of the lower one that it fits.
    """

    state: CopyState
    over: tuple
    under: tuple
    fits: dict

    @property
    def share(self):
        """How far the sheet is slid, 0 to 1."""
        return self.state.slide / 100

    @property
    def lost(self):
        """The lines of the lower sheet that the upper one does not have."""
        there = {line for lines in self.fits.values() for line in lines}
        return tuple(row for row in self.under if row.line not in there)

    @property
    def entries(self):
        """List -> its entries that the copy has lost, in their order; empty but for the copy."""
        if self.state.pair != "copy":
            return {}
        lost = [row for row in self.lost if row.kind == "entry"]
        return {key: tuple(row for row in lost if row.list == key) for key in lists()}

    @property
    def nameless(self):
        """The lines of the upper sheet that fit nowhere on the lower one."""
        return tuple(row for row in self.over if row.line not in self.fits)

    @property
    def gap(self):
        """The row of the list that is looked at; None where none is, or none was lost."""
        return lists().get(self.state.gap) if self.state.pair == "copy" else None


def entries_of(key):
    """Return the entries of a lost list in our own words, in their order."""
    return tuple(lists()[key].lost.split(";"))


def simulate(state):
    """Return the `CopyResult` of a `CopyState`."""
    over, under = (lines(page) for page in PAIRS[state.pair])
    there = {row.line for row in under}
    fits = {row.line: tuple(line for line in row.twins.split() if line in there) for row in over}
    return CopyResult(state, over, under, {line: twins for line, twins in fits.items() if twins})


@cache
def lines(page):
    """Return the lines of an article, 1 to 5."""
    return tuple(row for row in data.table("claims_copies") if row.page == page)


@cache
def lists():
    """Return the rows of claims_copy_lists.csv by key."""
    return {row.list: row for row in data.table("claims_copy_lists")}


@cache
def origins(page):
    """Return the lines of an article in groups that share words with each other, as tuples of lines."""
    groups = []
    for row in lines(page):
        mine = {row.line, *row.repeats.split()}
        joined = [group for group in groups if group & mine]
        groups = [group for group in groups if not group & mine] + [mine.union(*joined)]
    return tuple(tuple(sorted(group)) for group in groups)


def strangers():
    """Return how many groups of pieces of article 4 fit no other article: origins without a name."""
    fit = {row.line for row in lines(4) if row.twins}
    return sum(not set(group) & fit for group in origins(4))
