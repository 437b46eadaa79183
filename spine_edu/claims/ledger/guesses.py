"""What the reader has guessed, in words: whether it is so, once it is told, and why not."""

from types import MappingProxyType

from spine_edu.claims.ledger.model import BLANK, PEOPLE, PLACES
from spine_edu.letters import capital

#: How far a contradiction is settled, in words; as it is guessed, in lines.
STATUS = MappingProxyType({"settled": "settled", "partly": "settled in part", "open": "open"})
GUESSES = MappingProxyType({"settled": "yes:<br>settled", "partly": "in part<br>settled", "open": "no:<br>open"})
#: Where a rope may go, as it is guessed, in lines.
PULLS = MappingProxyType(
    {
        "left": "to the<br>left",
        "right": "to the<br>right",
        "split": "it<br>splits",
        "both": "it stays:<br>to neither",
        "loose": "no count<br>found",
    }
)


def yours(result, prediction):
    """Return what the reader has said, and once it is told, whether it is so."""
    state, said = result.state, []
    if prediction is not None and state.contradiction == "often":
        said.append(f"{prediction:g} of {PEOPLE}")
    opened = state.opened(state.contradiction)
    if state.guess != BLANK:
        said.append(_marked(STATUS[state.guess], opened, state.guess == result.row.status))
    if state.pull != BLANK:
        text = PULLS[state.pull].partition(":")[0].replace("<br>", " ")
        said.append(_marked(text, result.told and not _within(result), state.pull in _came(result)))
    return f"You: {' · '.join(said)}" if said else ""


def not_so(result):
    """Return why what was guessed is not so, once it is told: first of the rope; empty where it is so."""
    guess, pull, status = result.state.guess, result.state.pull, result.row.status
    if not result.told or result.come < 1 or result.state.under != "people":
        return ""
    if pull in (BLANK, *_came(result)):
        return "" if guess in (BLANK, status) else f"It is {STATUS[status]}: why, stands below."
    return _pulled(result, pull)


def _pulled(result, pull):
    """Return why a rope did not go where it was guessed to go."""
    if not result.published:
        return "We found none, so nobody gains the rope."
    if pull == "loose":
        return "Somebody has looked." if result.counted else "It was published: a mean, or an agreement."
    if result.one_sided and pull in PLACES:
        return f"It speaks {one_sided(result.one_sided)}."
    if not result.strands:
        return f"{capital(result.tells)}."
    own, _ = result.strands
    return f"{capital(own.strand)}: {own.tells}."


def _came(result):
    """Return where the rope went, as it is guessed: one that speaks against one voice only stays, too.

    Of one that splits it is right as well to say where the strand of the reader's own study goes.
    """
    ends = [result.ends, *(row.ends for row in result.strands[:1])]
    return {"both" if end.startswith("not ") else end.removeprefix("all ") for end in ends}


def _within(result):
    """Return whether the voice that was guessed says “up to”, which held: the guess has not failed, nor has the other.

    The rope stays, as the other voice names no number.
    """
    return result.ends == "both" and result.state.pull == result.groups[0].row.bound


def _marked(text, known, right):
    return f"{text} {'✓' if right else '✗'}" if known else text


def one_sided(side):
    """Return what is said of a finding that contradicts one voice and does not bear out the other."""
    return f"against the {side} voice only"
