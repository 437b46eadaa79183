"""The question before the ladder is filled: a pile of advice, of which the top card is hung on a rung."""

import textwrap
from types import MappingProxyType

from spine_edu.prevention.advice import icons, places
from spine_edu.prevention.advice.model import cards, pile, rungs

#: Answer -> the rung that it is.
ANSWERS = MappingProxyType(
    {
        "trials: it helps": "for",
        "trials: no clear difference": "same",
        "only compared": "seen",
        "no study": "none",
    }
)
#: What the question is about.
AT = MappingProxyType({"asked": "again", "advice": "keep"})
#: Letters a line of what a card says.
_LETTERS = 24


def things():
    """Return the cards by key with their words, in the order of the pile."""
    return {advice: cards()[advice].name for advice in pile()}


def answers():
    """Return the answer of the studies for each card."""
    said = {rung: answer for answer, rung in ANSWERS.items()}
    return {advice: said[rungs(AT["asked"])[advice]] for advice in pile()}


def reader_rungs(prediction):
    """Return the rungs on which a reader has hung cards: advice -> rung."""
    return {advice: ANSWERS[said] for advice, said in (prediction or {}).items()}


def spots():
    """Return how cards are sorted by hand, as `spine_edu.explorer.marking.Each` takes it."""
    return {
        "axes": ["xaxis", "yaxis"],
        "places": {},
        "sort": {
            "cards": [_card(advice) for advice in pile()],
            "order": list(cards()),
            "doors": {answer: list(places.ROOMS[rung]) for answer, rung in ANSWERS.items()},
            "half": list(places.HALF),
            "rows": [places.FIRST, places.PITCH, places.LAST, places.SHARE],
            "beside": places.BESIDE,
            "deck": list(places.DECK[:2]),
            "drawings": {"named": places.NAMED, "least": places.DRAWN},
            "door": "rung",
        },
    }


def _card(advice):
    """Return key, name, what it says, the same in lines, nowhere on a body, and its drawing."""
    row, (lift, size) = cards()[advice], places.ICON
    small = icons.path(advice, 0, lift, size)
    return [advice, row.name, row.words, textwrap.wrap(row.words, _LETTERS), "", small]
