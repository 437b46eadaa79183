"""The question before the doors open: a pile of triggers, of which the top one is carried to a door."""

import textwrap
from types import MappingProxyType

from spine_edu.spasm.triggers import places
from spine_edu.spasm.triggers.model import cards, doors, pile

#: Answer -> the door that it is.
ANSWERS = MappingProxyType({"some for it": "for", "mixed or no": "mixed", "no study": "none"})
#: What the question is about.
AT = MappingProxyType({"asked": "pain", "beside": "way"})
#: Letters a line of what a card says.
_LETTERS = 18


def things():
    """Return the cards by key with their words, in the order of the pile."""
    return {trigger: cards()[trigger].name for trigger in pile()}


def answers():
    """Return the answer of the studies for each card."""
    said = {door: answer for answer, door in ANSWERS.items()}
    return {trigger: said[door] for trigger, door in doors(AT["asked"]).items()}


def reader_doors(prediction):
    """Return the doors to which a reader has put cards: trigger -> door."""
    return {trigger: ANSWERS[said] for trigger, said in (prediction or {}).items()}


def spots():
    """Return how cards are sorted by hand, as `spine_edu.explorer.marking.Each` takes it."""
    return {
        "axes": ["xaxis", "yaxis"],
        "places": {},
        "sort": {
            "cards": [_card(trigger) for trigger in pile()],
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


def _card(trigger):
    """Return key, name, what it says, the same in lines, and where it acts first, as a ring on the body."""
    row = cards()[trigger]
    x, y = places.stations(trigger, places.ASKED)[0]
    turns = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7), (1, 0))
    ring = places.path([[(x + 1.8 * a, y + 1.8 * b) for a, b in turns]])
    return [trigger, row.name, row.words, textwrap.wrap(row.words, _LETTERS), ring]
