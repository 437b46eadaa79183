"""The checker of words: what alarms in a text, and what could stand there instead.

One list, `data/prevention_words.csv`, serves the reader's explanations and the course's own tests. The checker knows
words and no truth: a calm sentence can be wrong, and an alarming one right.
"""

import re
from functools import cache
from typing import NamedTuple

from spine_edu import data

#: What the course quotes from others in order to look at it.
_QUOTED = re.compile(r"“[^”]*”")


class Mark(NamedTuple):
    """An alarming word in a text: from where to where, and its row in the list."""

    start: int
    end: int
    row: object


@cache
def rows():
    """Return the list: key -> row."""
    return {row.key: row for row in data.table("prevention_words")}


@cache
def _forms():
    """Return form -> key of its row, all in small letters."""
    return {form: row.key for row in rows().values() for form in forms(row)}


def forms(row):
    """Return the ways in which something is written, of a row with such a column."""
    return tuple(form.strip() for form in row.forms.split(";"))


def pattern(written):
    """Return what finds ways of writing, the longest first; a space stands for hyphens and several spaces as well."""
    longest = sorted(written, key=len, reverse=True)
    each = "|".join(re.escape(form).replace(r"\ ", r"[-\s]+") for form in longest)
    return re.compile(rf"\b(?:{each})\b", re.IGNORECASE)


@cache
def _alarming():
    return pattern(_forms())


def marks(text):
    """Return the alarming words of a text, from its beginning to its end, as `Mark`."""
    return tuple(Mark(found.start(), found.end(), rows()[_key(found[0])]) for found in _alarming().finditer(text))


def _key(found):
    return _forms()[re.sub(r"[-\s]+", " ", found).lower()]


def frightening(text, *, quoted=False):
    """Return the words of a text that this course never uses; with `quoted`, only those outside of “quotations”."""
    bare = _QUOTED.sub(" ", text) if quoted else text
    return [bare[mark.start : mark.end] for mark in marks(bare) if mark.row.course == "never"]
