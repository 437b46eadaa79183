"""The walk in words: the stone on which one stands with its source, what is left out, and what to do next."""

from dataclasses import replace

from spine_edu.citations import origin
from spine_edu.claims.tracer.model import KEPT, OPEN, average
from spine_edu.claims.tracer.trail import BESIDES, ENDS, FLAGS, STONES
from spine_edu.letters import capital, lower
from spine_edu.tables import Table

#: State of a stone -> what it means, and what stands behind its name.
STATES = {"firm": "firm", "loose": "bears in part", "plank": "our own plank", "gap": "not there"}
_BEHIND = {"firm": "", "loose": " (wobbles)", "plank": " (our plank)", "gap": ", not there"}
#: Step of a stone -> its name in the picture.
SHORT = dict(zip(STONES, FLAGS[1:], strict=False))


def line(result):
    """Return what stands over the stream: where one is, and what is there; before the walk, nothing."""
    if result.done and result.state.mind != OPEN:
        found = result.asked.what if result.asked else "No stone led so far."
        return f"You asked: {asked(result)}?", found
    stone = result.stone
    if stone is not None:
        return f"{SHORT[stone.step]}{_BEHIND[stone.state]}:", stone.what
    return ("Across.", result.trail.stones[-1].what) if result.here else ("", "")


def asked(result):
    """Return what would change the reader's mind, in words."""
    return result.state.declarations()["mind"].format(result.state.mind)


def said(result):
    """Return who says it, in a few words and lines."""
    return result.trail.face.sign.split("|") if result.shown else ["Who says", "it? Press"]


def cue(result):
    """Return what stands over the rope: what to do next, or what the trust did."""
    mine = result.mine
    if result.shown and mine.seen is None:
        return "You know who says it. And now? Pull." if mine.before else "You know who says it. Pull the knob."
    if not mine.before:
        return "Would you lean on it? Pull the knob."
    if not result.moved:
        return f"{_shift(mine)} once you knew who" if result.shown else "Now press the one who says it, or walk."
    if mine.after is None:
        return "Move your trust after the walk?"
    return f"{_much(mine.after - mine.before[-1])} after the walk"


def _shift(mine):
    return "Rated, knowing who: no change" if mine.unseen is None else _much(mine.seen - mine.unseen)


def _much(change):
    if not change:
        return "As much trust"
    return f"{abs(change)} {'more' if change > 0 else 'less'}"


def sentence(result):
    """Return what is not painted: what was found with its source, and at the end what the sentence leaves out."""
    if result.state.view == "all":
        return _all(result)
    if not result.here:
        return f"{capital(result.trail.face.what)} says it." if result.shown else _WHENCE
    stone = result.asked if result.done and result.asked else result.stone or result.trail.stones[-1]
    missing = result.trail.missing if result.done else ""
    return f"{stone.more} It leaves out: {lower(missing)}" if missing else stone.more


_WHENCE = "A sentence from one of the five articles, in our words."


def _all(result):
    told = [] if result.ratings else ["No sentence is rated yet. Press one, then open its walk."]
    told.append("Who gains is a reason to look, and no verdict.")
    if result.beside:
        told.append("The invented reader’s trust was invented for teaching: nobody here was asked.")
    return " ".join(told)


def averages(ratings, seller):
    """Return how the trust in sellers, or in the others, went when it was shown who says it; ``""`` without any."""
    count, unseen, seen = average(ratings, seller)
    return f"{unseen:.1f} → {seen:.1f}" if count else ""


def apart(much):
    """Return how many stones too far or too short a flag stands."""
    stones = f"{abs(much)} stone{'' if abs(much) == 1 else 's'}"
    return f"{stones} {'too far' if much > 0 else 'short'}" if much else "as far as you said"


def compare(held, result):
    """Return how two walks differ."""
    if held.state == result.state:
        return "A is the same walk."
    if held.state.claim == result.state.claim:
        return f"A stands {held.here:g} steps on the same way; its trust: {_trusted(held)}."
    how = f"ends with “{held.trail.verdict}”" if held.done else f"is {held.here:g} steps on its way"
    return f"A is another sentence, “{held.trail.page.what}”, and {how}; its trust: {_trusted(held)}."


def _trusted(result):
    return ", then ".join(map(str, result.mine.trust)) or "not rated"


def table(result):
    """Return the stones of the open sentence, what may be asked besides, the register, and all ratings."""
    trail = result.trail
    rows = [("The sentence", "", trail.page.what, f"claim {trail.page.sign}", "")]
    rows += [("Who says it", "", trail.face.what if result.shown else "hidden", "", "")]
    # What has not been walked to is not told.
    for row in (*result.found, *(trail.besides.values() if result.done else ())):
        name = {**STONES, **BESIDES}[row.step]
        rows.append((name, STATES[row.state], row.what, row.more, origin(row)))
    if result.done:
        rows.append(
            (
                "The register",
                trail.verdict,
                trail.entry.found,
                trail.missing and f"Left out: {lower(trail.missing)}",
                "",
            )
        )
    rows += [_rated(one, "Your trust") for one in result.kept.values() if one.trust or one.flag is not None]
    rows += [_rated(one, "Trust of an invented reader") for one in _invented(result)]
    return Table("The trail, and the trust in it", ("Stone", "It is", "What is there", "More", "Read in"), tuple(rows))


def _invented(result):
    """Return what an invented reader gave: all of it beside all ratings; in a walk, what tells nothing of its end."""
    if result.state.view == "all":
        return result.beside.values()
    return [replace(one, walked=False) for one in result.beside.values() if one.claim == result.state.claim]


def _rated(one, whose):
    shift = " → ".join("–" if value is None else str(value) for value in (one.unseen, one.seen, one.after))
    known = one.seen is not None and (one.walked or whose == "Your trust")
    who = "" if not known else "a seller" if one.trail.seller else "nobody signs"
    end = one.trail.verdict if one.walked else "not walked"
    flag = "" if one.flag is None else f"flag: {FLAGS[one.flag] if one.apart is None else apart(one.apart)}"
    return whose, end, one.trail.page.what, f"{shift} of 10", "; ".join(filter(None, (who, flag)))


def idle(result):
    """Return the controls that change nothing now, each with its reason."""
    state, why = result.state, {}
    if state.again != OPEN:
        why["face"] = "You have rated it knowing who says it."
    if state.view == "walk":
        ours = {name for name in KEPT if name.endswith(f"_{state.claim}")}
        # Whether it is walked tells whether a flag may still be planted.
        ours -= set() if not result.here and state.flag == OPEN else {f"walked_{state.claim}"}
        if not result.moved:
            why["after"] = "It comes at the end of a walk, once the sentence is rated."
            ours.discard(f"after_{state.claim}")
        return why | {name: "It is seen under “My ratings”." for name in KEPT if name not in ours}
    why["mind"] = "It is asked in a walk: go back to it."
    if result.mine.walked:
        why["step"] = "One walks in a walk: go back to it."
    return why


def row_of(one, result):
    """Return where the walk of a sentence ended, or that it is not walked: an invented reader has walked all."""
    return one.trail.end if one.walked or result.beside else ends()[-1]


def ends():
    """Return the names of the ends in their order; the last is for what is not walked."""
    return (*ENDS, "not walked")
