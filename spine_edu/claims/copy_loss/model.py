"""Sheets of text laid over each other: which lines fit, which were lost, and which pieces nobody signs.

A line fits if the same line stands on the other sheet, or one that shares a run of eight words with it. Nothing is
computed here that was not counted line by line in the five articles (claims_copies.csv).
"""

import re
from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.state import State, choice, quantity, text

#: Pair of sheets -> the article that is slid, and the one on which it is laid.
PAIRS = {"copy": (1, 2), "collage": (4, 3), "other": (5, 2)}
NONE, COURSE, WARNING = "none", "course", "warning"
#: From which part of the way on a sheet lies over the other one.
OVER = 0.9
#: Who speaks on a page, where it says so; articles 1 and 4 name nobody, and article 1 is the maker's, copied.
NAMED = {2: "maker", 3: "clinics", 5: "chiropractor"}
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class CopyState(State):
    """Settings: two sheets, how far the one is slid over the other (percent), and what a reader marks and opens.

    ``gap`` is the list that is unfolded, ``worst`` the one with the reader's cross; ``noticed`` are lines of the copy
    after which something looks missing; ``voices`` is the reader's guess, ``piece`` the piece that is read.
    """

    pair: str = choice("claims_copy_loss.pair")
    slide: float = quantity("claims_copy_loss.slide")
    gap: str = choice("claims_copy_loss.gap")
    worst: str = choice("claims_copy_loss.worst")
    noticed: str = text("claims_copy_loss.noticed")
    voices: float = quantity("claims_copy_loss.voices")
    piece: str = choice("claims_copy_loss.piece")


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
    def copied(self):
        """Whether the sheets are the copy and its original."""
        return self.state.pair == "copy"

    @property
    def lies_over(self):
        """Whether the upper sheet lies over the lower one."""
        return self.share >= OVER

    @property
    def kept(self):
        """The lines of the lower sheet that the upper one has, too."""
        return {line for twins in self.fits.values() for line in twins}

    @property
    def lost(self):
        """The lines of the lower sheet that the upper one does not have."""
        kept = self.kept
        return tuple(row for row in self.under if row.line not in kept)

    @property
    def nameless(self):
        """The lines of the upper sheet that fit nowhere on the lower one."""
        return tuple(row for row in self.over if row.line not in self.fits)

    @property
    def gap(self):
        """The row of the list that is unfolded, where the copy lies over its original; else None."""
        key = WARNING if self.state.gap == COURSE else self.state.gap
        return lists().get(key) if self.copied and self.lies_over else None

    @property
    def worst(self):
        """The row of the list with the reader's cross, where the copy lies over its original; else None."""
        return lists().get(self.state.worst) if self.copied and self.lies_over else None

    @property
    def course(self):
        """Whether the course's own list of signs is looked at."""
        return self.gap is not None and self.state.gap == COURSE

    @property
    def noticed(self):
        """The lines of the copy after which the reader misses something, in their order."""
        there = {int(one) for one in _NUMBER.findall(self.state.noticed)}
        return tuple(row.number for row in self.over if row.number in there) if self.copied else ()

    @property
    def seen(self):
        """Those of `noticed` after which lines are gone."""
        return tuple(number for number in self.noticed if number in holes())

    @property
    def piece(self):
        """The row of claims_copy_pieces.csv that is read; None where none is."""
        return pieces(PAIRS[self.state.pair][0]).get(self.state.piece)


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
def entries(key):
    """Return the lines of article 2 that are the entries of a list."""
    return tuple(row for row in lines(2) if row.list == key and row.kind == "entry")


def entries_of(key):
    """Return the entries of a lost list in our own words, in their order."""
    return tuple(lists()[key].lost.split(";"))


@cache
def signs():
    """Return the course's own signs in few words: rows of claims_copy_signs.csv."""
    return data.table("claims_copy_signs")


@cache
def pieces(page):
    """Return the pieces of an article that can be read, by their number as it is chosen."""
    return {f"{row.piece:g}": row for row in data.table("claims_copy_pieces") if row.page == page}


@cache
def holes():
    """Return the lines of the copy after which lines of the original are gone, by number: how many."""
    places = [int(row.twins.partition("-")[2]) for row in lines(1)]
    gone = [after - before - 1 for before, after in zip(places, [*places[1:], len(lines(2)) + 1], strict=True)]
    return {row.number: count for row, count in zip(lines(1), gone, strict=True) if count}


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
