"""Under the shelf: what has no number, and the card of the row in hand with its thing and words."""

import re

from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.treatment.shelf import boards, facts, things, verdicts
from spine_edu.treatment.shelf import words as said
from spine_edu.treatment.shelf.frame import HEAD, LINE_OF_CARD, frame

#: Size of the thing in hand in sizes of the type, and where across its name stands.
_LARGE, _BESIDE = 2.5, 0.095
#: With what a line of the card begins, in bold.
_HEADS = (
    r"Against|Reaches \d+\?|Nobody to compare with|Got better:|Got better|Harmed:|Fewer is better|On harms:|"
    r"(?:Who p|P)aid:|Said:"
)


def floor_words(result, theme):
    """Return the heads of the floor of the shelf; in a hall the answer of what lies in hand stands there."""
    about, font = frame(theme), theme.text(size=0.93)
    if theme.large:
        return [(0, about.floor - 0.2 * about.em, "<br>".join(in_a_hall(result, theme)), "bottom right", font)]
    there = (result.told, result.untried, boards.unread(result))
    heads = [
        f"<b>{head}</b>" if rows else ""
        for head, rows in zip(("Tried, no number", "No good trial", "Not read here"), there, strict=True)
    ]
    y = about.floor - 0.75 * about.em
    return [(x, y, head, "middle right", font) for x, head in zip(boards.FLOOR, heads, strict=True)]


def in_a_hall(result, theme):
    """Return all of the card that there is room for in a hall: whether it reaches the border, and who got better."""
    return _lines([verdicts.reaches(result), said.better(result)], theme)


def words(result, theme):
    """Return the words of the card: what lies in hand, whether it reaches the border, and who was asked."""
    about, font = frame(theme), theme.text(size=0.86)
    name = "" if theme.large else f"<b>{said.treatment(result)}</b><br>{said.complaint(result).lower()}"
    answer, rest = "<br>".join(answered(result, theme)), "<br>".join(lines(result, theme))
    top = halved(result, theme)
    return [
        (_BESIDE, about.card - 0.58 * HEAD * about.em, name, "middle right", theme.text("treatment")),
        (0, about.card - (HEAD + 0.2) * about.em, answer, "bottom right", font),
        (0, top - facts.used(result) * about.em, rest, "bottom right", font),
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
    """Return in lines whether the row in hand reaches the border, and what was not read of people."""
    return [] if theme.large else _lines([verdicts.verdict(result), *facts.unread(result)], theme)


def lines(result, theme):
    """Return the lines under the halves: whom trials compared, what is to know of a count, who paid, who says what."""
    card = result.card
    if theme.large:
        return []
    claim = f"Said: {card.claim} ({card.said_by})" if card.claim else "Not one of the five articles names it."
    return _lines([_trials(result.chosen), _noted(result), _paid(result.chosen), claim], theme)


def _lines(parts, theme):
    found = [line for part in parts if part for line in wrapped(part, frame(theme).letters).split("<br>")]
    return [re.sub(f"^({_HEADS})", r"<b>\1</b>", line) for line in found]


def _noted(result):
    """Return what was told of harms, or is to know of their count; what was counted beside nobody the sentence has."""
    harm = result.harm
    return f"On harms: {harm.note}" if harm is not None and harm.note and not result.harm_alone else ""


def _trials(effect):
    """Return with what the trials of a row compared, how many people and trials they were, and where it was found."""
    if effect is None:
        return ""
    against = "" if effect.compared == "nobody" else f"Against {effect.comparator}: "
    asks = ", ".join(part for part in (said.who(effect), said.sources(effect)) if part)
    return f"{against}{asks}."


def _paid(effect):
    """Return who paid for the trials of a row; without one, nothing: who paid in another complaint says nothing."""
    if effect is None:
        return ""
    paid = said.payer(effect).partition(". ")[0].partition("; ")[0].rstrip(".")
    # A known payer needs its line for its name.
    return f"Who paid: w{paid[1:]}." if paid.startswith("We did") else f"Paid: {paid}."
