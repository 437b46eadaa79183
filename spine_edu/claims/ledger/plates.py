"""What stands on the plates below the knots and on the answers, and the same in one line."""

from types import MappingProxyType

from spine_edu.claims.ledger.model import BLANK, LedgerState

#: Part of the study -> what it asks, on its plate; and in full, over its answers.
HEADS = MappingProxyType({"whom": "Whom?", "measure": "What?", "against": "Against?", "when": "When?"})
ASKS = MappingProxyType(
    {
        "whom": "Whom would you look at?",
        "measure": "What would you count or measure?",
        "against": "Against whom?",
        "when": "When would you look?",
    }
)
#: What stands over what a study had in fact; letters a line of a plate.
IN_FACT, LETTERS = "In fact:", 9
#: Option -> its words on a plate, in one line or two.
PLATES = MappingProxyType(
    {
        BLANK: "…",
        "back": "back pain",
        "leg": "leg pain",
        "herniation": "herniated<br>disc",
        "anyone": "anybody",
        "experts": "experts",
    }
    | {"spasm": "spasms", "better": "pain and<br>daily life", "harm": "unwanted<br>effects"}
    | {"scan": "a scan", "words": "names", "nobody": "nobody", "chosen": "who chose<br>otherwise"}
    | {"lot": "others,<br>by lot", "healthy": "people<br>without it"}
    | {"once": "once", "weeks": "after<br>weeks", "months": "after<br>3 months", "year": "after<br>a year"}
)
#: Contradiction -> option -> its words on a plate, where another thing is painted there: there are two ages.
OWN = MappingProxyType(
    {
        "dry": {
            "anyone": "people<br>in no pain",
            "nobody": "one group,<br>all ages",
            "healthy": "young<br>and old",
        }
    }
)


def plate(key, option):
    """Return an option as a contradiction has it on a plate, in one line or two."""
    return OWN.get(key, {}).get(option) or PLATES[option]


def named(key, part, option):
    """Return an option in words, in one line."""
    own = OWN.get(key, {}).get(option)
    # A list has one name for all contradictions, in words that hold of each.
    return own.replace("<br>", " ") if own else LedgerState.declarations()[part].format(option)
