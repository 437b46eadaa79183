"""An explanation with its alarming words, some of them changed; and what a trial says of the name that it uses."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from spine_edu import data
from spine_edu.letters import capital
from spine_edu.prevention.wording.checker import Mark, forms, marks, pattern
from spine_edu.state import State, choice, quantity, text

#: How many alarming words can be changed by hand.
MOST = 10


def _word(number):
    return choice("prevention_wording.word", label=f"Marked word {number}")


@dataclass(frozen=True)
class WordingState(State):
    """Which explanation lies there, what the reader has written, and what stands at each marked word."""

    page: str = choice("prevention_wording.page")
    written: str = text("prevention_wording.written")
    now: float = quantity("prevention_wording.now")
    word_1: str = _word(1)
    word_2: str = _word(2)
    word_3: str = _word(3)
    word_4: str = _word(4)
    word_5: str = _word(5)
    word_6: str = _word(6)
    word_7: str = _word(7)
    word_8: str = _word(8)
    word_9: str = _word(9)
    word_10: str = _word(10)

    @property
    def words(self):
        """What stands at each marked word, from the first to the last."""
        return tuple(getattr(self, f"word_{number}") for number in range(1, MOST + 1))

    def afresh(self, **changes):
        """Return the state with another explanation, of which nothing is changed."""
        return type(self)(**{"page": self.page, "written": self.written, **changes})


class Piece(NamedTuple):
    """A piece of an explanation.

    Attributes
    ----------
    text : str
        What stands there now.
    kind : {"plain", "alarm", "calm"}
    number : int
        The number of its marked word; 0 for what cannot be changed by hand.
    """

    text: str
    kind: str
    number: int


@dataclass(frozen=True)
class WordingResult:
    """An explanation as it stands.

    Attributes
    ----------
    state : WordingState
    marks : tuple of Mark
        The alarming words of the explanation as it was.
    pieces : tuple of Piece
        All of it, as it stands now.
    names : tuple of str
        Which of the names of the trial stand in it now, in the order of the trial's table.
    """

    state: WordingState
    marks: tuple[Mark, ...]
    pieces: tuple[Piece, ...]
    names: tuple[str, ...]

    @property
    def text(self):
        """The explanation as it stands now."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def left(self):
        """How many alarming words stand there now."""
        return sum(piece.kind == "alarm" for piece in self.pieces)

    @property
    def looked_at(self):
        """The row of the word that is looked at, or None."""
        number = int(self.state.now)
        return self.marks[number - 1].row if 0 < number <= min(len(self.marks), MOST) else None


@cache
def pages():
    """Return the explanations: key -> row."""
    return {row.page: row for row in data.table("prevention_pages")}


@cache
def trial():
    """Return the names of the trial: key -> row, in the order of their means."""
    return {row.label: row for row in data.table("prevention_trial")}


@cache
def _named():
    return {label: pattern(forms(row)) for label, row in trial().items()}


def named(text):
    """Return the name of the trial that stands in a text, or None."""
    return next((label for label, written in _named().items() if written.search(text)), None)


def simulate(state):
    """Return the `WordingResult` of a `WordingState`."""
    source = pages()[state.page].text if state.page in pages() else state.written
    found = marks(source)
    pieces = tuple(_pieces(source, found, state.words))
    now = "".join(piece.text for piece in pieces)
    names = tuple(label for label, written in _named().items() if written.search(now))
    return WordingResult(state, found, pieces, names)


def _pieces(source, found, words):
    at = 0
    for number, mark in enumerate(found, 1):
        word = words[number - 1] if number <= MOST else "stands"
        text = source[mark.start : mark.end]
        if word != "stands":
            text = _as_begun(mark.row.calm if word == "calm" else mark.row.other, text)
        yield Piece(_with_article(source[at : mark.start], text, changed=word != "stands"), "plain", 0)
        yield Piece(text, "alarm" if word == "stands" else "calm", number if number <= MOST else 0)
        at = mark.end
    yield Piece(source[at:], "plain", 0)


def _as_begun(words, like):
    """Return words with a capital where the others had one."""
    return capital(words) if like[:1].isupper() else words


def _with_article(before, text, *, changed):
    """Return what stands before changed words, with the "a" or "an" that these need."""
    ends = re.search(r"\b(an?) $", before, re.IGNORECASE) if changed else None
    if not ends:
        return before
    article = ends[1][0] + ("n" if text[0].lower() in "aeiou" else "")
    return f"{before[: ends.start()]}{article} "
