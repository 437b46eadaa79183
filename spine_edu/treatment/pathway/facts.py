"""The facts on the card of a treatment in words: how much less pain, harm, how sure, and at the foot who paid."""

import re

from spine_edu import data
from spine_edu.drawing.labels import wrapped
from spine_edu.treatment.pathway import evidence
from spine_edu.treatment.pathway.evidence import DOTS
from spine_edu.treatment.pathway.measured import (
    further_words,
    graded_elsewhere,
    harm_head,
    harm_of_whom,
    harm_source,
    harm_words,
    paid_words,
    size_briefly,
    sure,
)
from spine_edu.treatment.pathway.model import time_at
from spine_edu.treatment.pathway.words import judged

#: Letters of a line of a column, on a page and for a hall.
LETTERS = (33, 28)
#: Lines of a treatment without a scale in a hall.
_HIGH = 4
#: Letters of the line at the foot, and of the name of a source.
_FOOT, SOURCE = 68, 22
#: Points of 100 that are numbered at the ends of the scale, and their words; from 0 on there is less pain.
ENDS = -20, 50
_ENDS = f"{-ENDS[0]} more", f"less pain ▸ {ENDS[1]}"
#: What stands over the scale where there is none.
_NO_SCALE = ("",) * 4


def in_lines(text, theme):
    """Return words in lines of a column."""
    return wrapped(text, LETTERS[theme.large])


def facts(result, here, box, theme):
    """Return the words of the three facts: numbers of the scale, how much, harm, how sure.

    The scale is numbered at its ends, at 0, and at the border of what is called worth having; a hall has no room.
    """
    about = box, result.complaint, time_at(result.steps, here)
    scale = evidence.size(evidence.effect(*about)) is not None
    told = in_lines(size_briefly(*about, theme.large), theme) if scale else ""
    border = data.parameter("treatment_shelf.border").value
    heads = (_ENDS[0], "0", f"{border:g}", _ENDS[1]) if scale and not theme.large else _NO_SCALE
    if theme.large:
        return [*heads, *_in_hall(about, told), _sure(about, theme)]
    source = harm_source(*about)
    source = source if len(source) <= SOURCE else "another paper"
    under = source or harm_of_whom(*about)
    return [*heads, told, harm_head(*about), under, harm_words(*about), further_words(*about), _sure(about, theme)]


def found_in_hall(about):
    """Return what trials found of a treatment without a scale and its harm, for a hall: in one block, if they fit."""
    # Who wrote it stands in the table.
    told = re.sub(r" \([^()]* \d{4}\)", "", size_briefly(*about, True))
    words_of_harm = harm_words(*about, True)
    found = [f"{harm_head(*about, True)}: {words_of_harm}"]
    # What was counted in another pain is never told without saying so.
    found += [] if "another" in found[0] else [f"Harm: {words_of_harm}"]
    blocks = [f"{wrapped(told, LETTERS[1])}<br>{wrapped(harm, LETTERS[1])}" for harm in found]
    # Where a line each is too much, they flow into each other; where that is too much, what was found stands alone.
    blocks += [wrapped(f"{told} {harm}", LETTERS[1]) for harm in found] + [wrapped(told, LETTERS[1])]
    return next((block for block in blocks if block.count("<br>") < _HIGH), blocks[-1])


def _in_hall(about, told):
    """Return the words of size and harm for a hall: with a scale in one block of four lines, as full as they fit."""
    if not told:
        return [""] * 5
    words_of_harm = harm_words(*about, True)
    named = f"{harm_head(*about, True)}: {words_of_harm}"
    more = further_words(*about)
    found = [f"{named}; {more}"] * bool(more) + [named, f"Harm: {words_of_harm}"]
    blocks = [f"{told}<br>{wrapped(text, LETTERS[1])}" for text in found]
    # Where a line each is too much, they flow into each other.
    blocks.append(wrapped(f"{told.replace('<br>', ' ')}. {found[-1]}", LETTERS[1]))
    return [next((block for block in blocks if block.count("<br>") < 4), blocks[-1]), "", "", "", ""]


def _sure(about, theme):
    """Return how sure the sources are: of pain and of harm, because one that grades the first may not the second."""
    if graded_elsewhere(*about):
        return "How sure: graded for another pain" if not theme.large else "How sure: not of this pain"
    grades = sure(*about)
    if len(set(grades)) == 1:
        both = "How sure, both" if len(grades) > 1 else "How sure"
        return f"{both}: {dotted(grades[0], not theme.large)}"
    if theme.large:
        return "Pain {}, harm {}".format(*(dotted(grade, False) for grade in grades))
    pain, harm = (dotted(grade) for grade in grades)
    return f"Pain, how sure: {pain}<br>Harm, how sure: {harm}"


def dotted(grade, named=True):
    """Return a grade as dots, with its name; without one no dots: four empty ones look like the lowest."""
    dots = DOTS[grade]
    return f"{'●' * dots}{'○' * (4 - dots)}{f' {grade}' if named else ''}" if dots else grade


def foot(result, here, box, theme):
    """Return the quiet line at the foot: who paid, where that was found, and where the rest stands."""
    if theme.large or not judged(box):
        return ""
    about = box, result.complaint, time_at(result.steps, here)
    paid, rest = paid_words(*about), "The rest: More, Table."
    if len(f"{paid} {rest}") > _FOOT:
        # The first sentence, or as much of it as stands before a bracket.
        paid = paid.split(". ")[0].rstrip(".")
        paid = f"{paid if len(paid) < _FOOT else paid.split(' (')[0]}."
    both = f"{paid} {rest}".strip()
    return both if len(both) <= _FOOT else paid
