"""Under the shelf: what has no number, and the card of the row in hand with its thing and words."""

from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.treatment.shelf import boards, harms, things
from spine_edu.treatment.shelf import words as said
from spine_edu.treatment.shelf.frame import frame
from spine_edu.treatment.shelf.model import harm_of, harm_state

#: Size of the thing in hand in sizes of the type, and where across its name stands.
_LARGE, _BESIDE = 2.5, 0.095


def floor_words(result, theme):
    """Return the heads of the floor of the shelf; in a hall names stand there in lines."""
    about, font = frame(theme), theme.text(size=0.93)
    if theme.large:
        told, untried = [row.label for row in result.told], boards.untried(result).values()
        parts = [("No number", told), ("None found or read", untried)]
        text = " ".join(f"{head}: {', '.join(names)}." for head, names in parts if names)
        return [(0, about.floor - 0.2 * about.em, wrapped(text, about.letters), "bottom right", font)]
    tried = "<b>Tried, no number</b>" if result.told else ""
    y = about.floor - 0.75 * about.em
    return [
        (0.0, y, tried, "middle right", font),
        (0.34, y, "<b>No good trial found, or none read</b>", "middle right", font),
    ]


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
    """Return the lines of the card, which the sentence beside it goes on: an article's claim, harms drawn, who paid."""
    about, card, painted = frame(theme), result.card, harm_state(result.harm)
    if theme.large:
        return []
    claim = f"{card.claim} ({card.said_by})" if card.claim else "Not one of the five articles names it."
    counted = painted in ("counted", "times")
    right = f"At the right: {said.finding(result.harm)}{_where(result)}." if counted else ""
    parts = [claim, right, f"Paid: {_paid(result)}"]
    letters = about.letters
    return [line for part in parts if part for line in wrapped(part, letters).split("<br>")]


def _where(result):
    """Return in which other trial harms were counted, where the trials of the row in hand do not say."""
    if result.chosen is None or harm_of(result.chosen) is not None:
        return ""
    return f", in another trial ({said.sources(result.harm)})"


def _paid(result):
    # A card names who paid for one trial or another; a row, who paid for its own.
    paid = result.chosen.paid if result.chosen else result.card.paid
    return f"{paid.partition('. ')[0].partition('; ')[0].rstrip('.')}."
