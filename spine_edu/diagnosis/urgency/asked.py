"""The question before the doors open: a pile of cards, of which the top one is carried to a door."""

import textwrap
from types import MappingProxyType

from spine_edu.diagnosis.urgency import person, places
from spine_edu.diagnosis.urgency.model import cards, pile, told

#: Answer -> the door that it is.
ANSWERS = MappingProxyType({"today": "today", "soon": "soon", "routine": "routine"})
#: The body beside the doors while cards are sorted: its middle, its height, and where its head begins.
BODY = (places.DECK[0], 29.5, 0.6)
#: Letters a line of what a card says.
_LETTERS = 20


def things():
    """Return the cards by key with their words, in the order of the pile."""
    return {card: cards()[card].name for card in pile()}


def answers():
    """Return the answer of the course for each card."""
    said = {door: answer for answer, door in ANSWERS.items()}
    return {card: said[cards()[card].door] for card in pile()}


def doors(prediction):
    """Return the doors to which a reader has put cards: card -> door."""
    return {card: ANSWERS[said] for card, said in (prediction or {}).items()}


def spots():
    """Return how cards are sorted by hand, as `spine_edu.explorer.marking.Each` takes it."""
    return {
        "axes": ["xaxis", "yaxis"],
        "places": {},
        "sort": {
            "cards": [
                [card, cards()[card].name, told(card), textwrap.wrap(told(card), _LETTERS), person.mark(card, *BODY)]
                for card in pile()
            ],
            "order": list(cards()),
            "doors": {
                answer: [places.COLUMNS[door][0], places.LINTEL[0], places.COLUMNS[door][1], places.FLOOR]
                for answer, door in ANSWERS.items()
            },
            "half": list(places.HALF),
            "rows": [places.TOP, places.PITCH, places.LOW, places.SHARE],
            "deck": list(places.DECK),
        },
    }
