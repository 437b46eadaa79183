"""Where a row comes from, in words: whom trials asked, who found it, who paid, and what an article says of it."""

from spine_edu import data
from spine_edu.treatment.shelf.numbers import kind, who

#: Letters of a name that fit over what the card draws.
_NAME = 12


def named(row):
    """Return the first who found what a row says: a year, and a name that has no more letters."""
    name, _, year = data.short_citation(data.split_keys(row.source)[0]).replace(" et al.", "").rpartition(" ")
    return f"{name if len(name) <= _NAME else kind(row)} {year}"


def sources(row):
    """Return who found what a row says, as it is cited."""
    keys = data.split_keys(row.source)
    return "; ".join(data.short_citation(key) for key in keys) or "no source"


def payer(row):
    """Return who paid for the trials of a row or a card."""
    return row.paid.replace("Not found.", "We did not find out.")


def trials(result):
    """Return how many people and trials a row rests on, and where it was found; with whom, if it has no number."""
    effect = result.chosen
    if effect is None:
        return ""
    against = "" if result.standing or effect.compared == "nobody" else f"against {effect.comparator}"
    asked = ", ".join(part for part in (who(effect), against, sources(effect)) if part)
    return f"Who was asked: {asked}."


def paid(effect):
    """Return who paid for the trials of a row; without one, nothing: who paid in another complaint says nothing."""
    if effect is None:
        return ""
    payers = payer(effect).partition(". ")[0].partition("; ")[0].rstrip(".")
    return f"Who paid: {payers[0].lower()}{payers[1:]}." if payers.startswith("We did") else f"Paid: {payers}."


def claimed(card):
    """Return what one of the five articles says of a treatment, and which."""
    return f"{card.claim} Says {card.said_by}." if card.claim else "Not one of the five names it."


def article(card):
    """Return the same under the picture, where it must be told from what trials found."""
    return f"An article says ({card.said_by}): {card.claim}" if card.claim else "Not one of the five articles names it."
