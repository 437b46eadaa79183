"""A sheet on which an explanation is typed: where each of its words stands. All lengths are sizes of the type (em).

The letters of a typewriter are all of one width, so that lines under words and places to press are where they are.
"""

from typing import NamedTuple
from unicodedata import east_asian_width

from spine_edu.prevention.wording.model import Piece

#: Width of a letter, as a share of its size, and a little more.
LETTER = 0.605
#: The type: size, and from line to line, the first that has room; how wide and how high the text may be.
TYPES = ((1.55, 2.28), (1.3, 1.95), (1.0, 1.13))
WIDE, HIGH = 31.6, 13.7


class Word(NamedTuple):
    """A piece of text in a line: which piece it is of, the line, and the letters from where to where."""

    piece: Piece
    text: str
    line: int
    start: int
    end: int


class Sheet(NamedTuple):
    """A typed sheet: its words, the size of the type, from line to line, and whether some did not fit."""

    words: tuple[Word, ...]
    size: float
    pitch: float
    cut: bool

    def box(self, word):
        """Return left, right and middle height of a word: right of the left edge, under the upper edge."""
        wide = LETTER * self.size
        return word.start * wide, word.end * wide, (word.line + 0.5) * self.pitch


def typed(pieces):
    """Return the `Sheet` of the pieces of an explanation, in the largest type that has room."""
    for size, pitch in TYPES:
        letters, lines = int(WIDE / (LETTER * size)), int(HIGH / pitch)
        words = tuple(_set(pieces, letters))
        if not words or words[-1].line < lines:
            return Sheet(words, size, pitch, cut=False)
    return Sheet(tuple(word for word in words if word.line < lines), size, pitch, cut=True)


def _set(pieces, letters):
    """Yield words in lines of at most so many letters; marked ones stay together, too long ones are broken."""
    line = at = 0
    space = False
    for piece in pieces:
        for text, spaced in _tokens(piece):
            space = space or spaced
            for part in _broken(text, letters):
                wide = width(part)
                if at and at + space + wide > letters:
                    line, at, space = line + 1, 0, False
                start = at + (space and at > 0)
                yield Word(piece, part, line, start, start + wide)
                at, space = start + wide, False
        space = space or piece.text.endswith(" ")


def _tokens(piece):
    """Yield what is not to be parted, and whether a space stands before it."""
    if piece.kind != "plain":
        yield piece.text, False
        return
    for number, text in enumerate(piece.text.split()):
        yield text, number > 0 or piece.text.startswith(" ")


def _broken(text, letters):
    """Yield a text in parts of at most so many letters."""
    part = ""
    for letter in text:
        if width(part + letter) > letters:
            yield part
            part = ""
        part += letter
    yield part


def width(text):
    """Return how many letters wide a text is: signs of East Asia are as wide as two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
