"""Under the shelf: what has no number, and the card of the row in hand with its thing and words."""

import re

from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.treatment.shelf import boards, harms, things
from spine_edu.treatment.shelf import words as said
from spine_edu.treatment.shelf.frame import frame

#: Size of the thing in hand in sizes of the type, and where across its name stands.
_LARGE, _BESIDE = 2.5, 0.095
#: With what a line of the card begins, in bold.
_HEADS = r"Against|Reaches \d+\?|Nobody to compare with|(?:Who p|P)aid:|Said:"


def floor_words(result, theme):
    """Return the heads of the floor of the shelf; in a hall names stand there in lines."""
    about, font = frame(theme), theme.text(size=0.93)
    if theme.large:
        told, untried = ([row.label for row in rows] for rows in (result.told, result.untried))
        parts = [("No number", told), ("None found", untried), ("Not read", boards.unread(result).values())]
        text = " ".join(f"{head}: {', '.join(names)}." for head, names in parts if names)
        return [(0, about.floor - 0.2 * about.em, wrapped(text, about.letters), "bottom right", font)]
    there = (result.told, result.untried, boards.unread(result))
    heads = [
        f"<b>{head}</b>" if rows else ""
        for head, rows in zip(("Tried, no number", "No good trial", "Not read here"), there, strict=True)
    ]
    y = about.floor - 0.75 * about.em
    return [(x, y, head, "middle right", font) for x, head in zip(boards.FLOOR, heads, strict=True)]


def words(result, theme):
    """Return the words of the card."""
    about, font = frame(theme), theme.text(size=0.93 if theme.large else 0.86)
    top = about.card - about.head * about.em
    rows = [(0, top - 0.2 * about.em, "<br>".join(lines(result, theme)), "bottom right", font)]
    name = "" if theme.large else f"<b>{said.treatment(result)}</b><br>{said.complaint(result).lower()}"
    rows.append((_BESIDE, about.card - 0.58 * about.head * about.em, name, "middle right", theme.text("treatment")))
    return rows + harms.card_words(result, theme)


def thing(result, theme):
    """Yield the thing in hand, taken from its board onto the card; in a hall it stays there."""
    about = frame(theme)
    ground = about.card - (about.head - 0.25) * about.em
    strokes = [] if theme.large else things.placed(result.state.treatment, _LARGE * theme.size, _LARGE * about.em)
    lifted = [[(px, ground + up) for px, up in stroke] for stroke in strokes]
    look = {"color": theme.color("treatment"), "width": theme.line}
    yield outlines.line("The thing on the card", lifted, look, xsizemode="pixel", xanchor=0, digits=2)


def lines(result, theme):
    """Return the lines of the card: whom trials compared, whether that reaches the border, who paid, who says what."""
    about, card = frame(theme), result.card
    if theme.large:
        return []
    claim = f"Said: {card.claim} ({card.said_by})" if card.claim else "Not one of the five articles names it."
    reaches = said.verdict(result) if result.standing else ""
    parts = [_trials(result.chosen), reaches, _paid(result.chosen), claim]
    letters = about.letters
    found = [line for part in parts if part for line in wrapped(part, letters).split("<br>")]
    return [re.sub(f"^({_HEADS})", r"<b>\1</b>", line) for line in found]


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
