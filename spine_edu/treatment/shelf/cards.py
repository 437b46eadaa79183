"""Under the shelf: what has no number, and the card of the row in hand with its thing and words."""

import re

from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.treatment.shelf import boards, facts, things, verdicts
from spine_edu.treatment.shelf import words as said
from spine_edu.treatment.shelf.course import course
from spine_edu.treatment.shelf.frame import CARD_TYPE, FLOOR_HEAD, HEAD, LINE_OF_CARD, frame

#: Size of the thing in hand in sizes of the type, and where across its name stands.
_LARGE, _BESIDE = 2.5, 0.095
#: Lines under the shelf that a hall has room for.
_IN_A_HALL = 3
#: With what a line of the card begins, in bold.
_HEADS = (
    r"Reaches \d+\?|Nobody to compare with|Got better:?|Harmed:|Fewer is better:?|Herniated again|"
    r"Tried, no number|No good trial|Not read here"
)


def floor_words(result, theme):
    """Return the heads of the floor of the shelf; in a hall the answer of what lies in hand stands there."""
    about, font = frame(theme), theme.text(size=0.93)
    if theme.large:
        return [(0, about.floor - 0.2 * about.em, "<br>".join(in_a_hall(result, theme)), "bottom right", font)]
    heads = [f"<b>{head}</b>" for head, _ in said.floor(result)]
    heads += [""] * (len(boards.FLOOR) - len(heads))
    y = about.floor - FLOOR_HEAD * about.em
    return [(x, y, head, "middle right", font) for x, head in zip(boards.FLOOR, heads, strict=True)]


def in_a_hall(result, theme):
    """Return what a hall has room for: how the row in hand stands, who got better, and what has no good trial.

    What was tried and has no number gives way first; the sentence has it.
    """
    row = (verdicts.in_a_hall(result), said.alone(result.chosen), said.better(result))
    told = [_lines([*row, said.bare(result, heads)], theme) for heads in (said.FLOOR_HEADS[:2], said.FLOOR_HEADS[1:2])]
    return next((lines for lines in told if len(lines) <= _IN_A_HALL), told[-1])


def words(result, theme):
    """Return the words of the card: what lies in hand, whether it reaches the border, and how many people had what."""
    about, font = frame(theme), theme.text(size=CARD_TYPE)
    name = "" if theme.large else f"<b>{said.treatment(result)}</b><br>{said.complaint(result).lower()}"
    answer, top = "<br>".join(answered(result, theme)), halved(result, theme)
    return [
        (_BESIDE, about.card - 0.58 * HEAD * about.em, name, "middle right", theme.text("treatment")),
        (0, about.card - (HEAD + 0.2) * about.em, answer, "bottom right", font),
        *facts.words(result, top, theme),
    ]


def halved(result, theme):
    """Return where the halves begin: under the thing in hand and its answer."""
    about = frame(theme)
    return about.card - (HEAD + LINE_OF_CARD * len(answered(result, theme)) + 0.5) * about.em


def thing(result, theme):
    """Yield the thing in hand, taken from its board onto the card; in a hall it stays there."""
    about = frame(theme)
    ground = about.card - (HEAD - 0.25) * about.em
    strokes = [] if theme.large else things.placed(result.state.treatment, _LARGE * theme.size, _LARGE * about.em)
    lifted = [[(px, ground + up) for px, up in stroke] for stroke in strokes]
    look = {"color": theme.color("treatment"), "width": theme.line}
    yield outlines.line("The thing on the card", lifted, look, xsizemode="pixel", xanchor=0, digits=2)


def answered(result, theme):
    """Return in lines whether the row in hand reaches the border, its course, and what was not read of people."""
    return [] if theme.large else _lines(_known(result), theme)


def _known(result):
    row = result.chosen
    return [verdicts.verdict(result), said.alone(row), course(result), *facts.unread(result)]


def _lines(parts, theme):
    found = [line for part in parts if part for line in wrapped(part, frame(theme).letters).split("<br>")]
    return [re.sub(f"^({_HEADS})", r"<b>\1</b>", line) for line in found]
