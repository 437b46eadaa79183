"""The walk in words: the sentence, the stone on which one stands, the end, and what became of one's own trust."""

from functools import cache

from spine_edu import data
from spine_edu.claims.tracer.model import OPEN
from spine_edu.claims.tracer.trail import BESIDES, ENDS, STONES
from spine_edu.tables import Table

#: Sentence -> a word for it, as a sheet has room for it.
SHORT = {
    "spasm": "75",
    "ninety": "90",
    "device": "95",
    "hole": "hole",
    "customers": "75k",
    "core": "core",
    "cut": "safer",
    "heart": "pills",
    "legs": "legs",
    "rare": "rare",
    "argument": "years",
}
#: State of a stone -> what it means.
STATES = {"firm": "firm", "loose": "bears in part", "plank": "our own plank", "gap": "not there"}


def heading(result):
    """Return what stands over the words of the picture: where one is."""
    stone = result.stone
    if result.done and result.asked is not None:
        return f"You asked: {_lower(asked(result))}"
    if stone is None:
        return "The sentence" if not result.here else "On the other bank"
    if stone.state == "gap":
        return "Here the trail ends"
    return f"{STONES[stone.step]} {_state(stone)}".strip()


def _state(stone):
    return {"loose": "(it wobbles)", "plank": "(our plank)"}.get(stone.state, "")


def line(result):
    """Return what stands in large words over the stream."""
    if result.done and result.asked is not None:
        return result.asked.what
    if result.done and not result.trail.gap:
        return result.trail.stones[-1].what
    return result.stone.what if result.stone else f"“{result.trail.page.what}”"


def asked(result):
    """Return what would change the reader's mind, in words."""
    return result.state.declarations()["mind"].format(result.state.mind)


def said(result):
    """Return who says it, in a few words and lines."""
    return result.trail.face.sign.split("|") if result.shown else ["Who says", "it? Press"]


def cue(result):
    """Return what stands over the rope: what to do next, or what the trust did."""
    state = result.state
    if state.view == "all":
        return f"Open: {_lower(state.declarations()['claim'].format(state.claim))}"
    if state.trust == OPEN:
        return _late(result)
    if not result.shown:
        return "Now press the one who says it."
    if state.again == OPEN:
        return "And now? Pull the knob again."
    return f"{_shift(int(state.again) - int(state.trust))} once you saw who says it"


def _late(result):
    """Return what to do, or what was done, without a rating from before the walk."""
    if result.state.again != OPEN:
        return "Rated afterwards, and not unseen"
    return "Too late for unseen. And now?" if result.late else "Would you lean on it? Pull the knob."


def _shift(change):
    if not change:
        return "As much trust"
    return f"{abs(change)} {'more' if change > 0 else 'less'}"


def sentence(result):
    """Return where one stands, what is there with its source, the end of the walk, and one's own trust."""
    if result.state.view == "all":
        return _all(result)
    return " ".join(filter(None, (_page(result), _stone(result), _end(result), _asked(result), _trust(result))))


def _page(result):
    who = f"{_upper(result.trail.face.what)} says" if result.shown else "Somebody says"
    return f"{who}: “{result.trail.page.what}”"


def _stone(result):
    stone = result.stone
    if stone is None:
        return "" if result.done else _ahead(result)
    if stone.state == "gap":
        return f"{STONES[stone.step]} is not there, and the trail ends. {stone.what} {stone.more}"
    return f"{STONES[stone.step]}, {STATES[stone.state]}: {stone.more}"


def _ahead(result):
    return "Rate it before you walk." if result.state.trust == OPEN else "Press a stone, or Run, and walk."


def _end(result):
    if not result.done:
        return ""
    last = "" if result.trail.gap else f"{result.trail.stones[-1].more} "
    missing = result.trail.missing
    left = f" It leaves out: {_lower(missing)}" if missing else ""
    return f"{last}The register says “{result.trail.verdict}”.{left}"


def _asked(result):
    if result.state.mind == OPEN:
        return ""
    wanted = f"What would change your mind: {_lower(asked(result))}."
    if not result.done:
        return wanted
    return f"{wanted} {result.asked.more if result.asked else 'No stone led so far.'}"


def _trust(result):
    state = result.state
    if state.trust == OPEN and state.again == OPEN:
        return ""
    if state.trust == OPEN:
        return f"Your trust, afterwards: {state.again} of 10; unseen it was not rated."
    if state.again == OPEN:
        return f"Your trust, unseen: {state.trust} of 10."
    return f"Your trust, unseen: {state.trust} of 10; once you knew who: {state.again} of 10."


def _all(result):
    if not result.ratings:
        return "No sentence is rated yet. Go back to the walk, and pull the knob on the rope."
    whose = "the trust of an invented reader, of 10," if invented(result) else "your trust of 10"
    told = [f"By how the walks ended, with {whose} beside each:"]
    told.append("; ".join(filter(None, (_row(result, end) for end in ends()))) + ".")
    told += [average(result, seller) + "." for seller in (True, False)]
    told.append("Who gains is a reason to look, and no verdict.")
    return " ".join(told)


def owner(result):
    """Return whose trust all the ratings are: the reader's, or that of the scenario."""
    return "Trust of an invented reader" if invented(result) else "Your trust"


def invented(result):
    """Return whether the ratings are those of the scenario that shows all of them: nobody here gave them."""
    return {(one.claim, one.unseen, one.seen) for one in result.ratings} == _demonstrated()


@cache
def _demonstrated():
    """The ratings of the invented reader: sentence, unseen and shown."""
    settings = next(
        row.settings
        for row in data.table("scenarios")
        if row.explorer == "claims_tracer" and "view all" in row.settings
    )
    given = dict(one.rsplit(" ", 1) for one in settings.split(", "))
    return {(claim, int(given[f"unseen {claim}"]), int(given[f"seen {claim}"])) for claim in SHORT}


def _row(result, end):
    """The sheets of one row, in words."""
    there = [one for one in result.ratings if row_of(one) == end]
    sheets = (f"“{SHORT[one.claim]}” {one.unseen if one.seen is None else one.seen}" for one in there)
    return f"{end}: {', '.join(sheets)}" if there else ""


def row_of(one):
    """Return in which row a rating lies: where its walk ended, or that it is not walked."""
    return one.trail.end if one.walked else ends()[-1]


def average(result, seller):
    """Return how the trust in sellers, or in the others, went when it was shown who says it."""
    who = "Sellers" if seller else "Not signed"
    count, unseen, seen = result.average(seller)
    if not count:
        return f"{who}: none rated twice"
    return f"{who}: trust {unseen:.1f} → {seen:.1f}"


def compare(held, result):
    """Return how two walks differ."""
    if held.state == result.state:
        return "A is the same walk."
    if held.state.claim == result.state.claim:
        return f"A stands {held.here:g} steps on the same way; its trust: {_trusted(held)}."
    how = f"ends with “{held.trail.verdict}”" if held.done else f"is {held.here:g} steps on its way"
    return f"A is another sentence, “{held.trail.page.what}”, and {how}; its trust: {_trusted(held)}."


def _trusted(result):
    given = [one for one in (result.state.trust, result.state.again) if one != OPEN]
    return ", then ".join(given) or "not rated"


def at_step(result, here):
    """Return what is said at so many steps of a run."""
    trail = result.trail
    if here >= trail.steps:
        return f"The trail ends: “{trail.verdict}”."
    if not here:
        return f"The page says: “{trail.page.what}”"
    stone = trail.stones[here - 1]
    return f"{STONES[stone.step]}, {STATES[stone.state]}: {stone.what}"


def table(result):
    """Return the stones of the open sentence, what may be asked besides, the register, and all ratings."""
    trail = result.trail
    rows = [("The sentence", "", trail.page.what, f"claim {trail.page.sign}", "")]
    rows += [("Who says it", "", trail.face.what if result.shown else "hidden", "", "")]
    # What has not been walked to is not told.
    for row in (*result.found, *(trail.besides.values() if result.done else ())):
        name = {**STONES, **BESIDES}[row.step]
        rows.append((name, STATES[row.state], row.what, row.more, _origin(row)))
    if result.done:
        rows.append(
            (
                "The register",
                trail.verdict,
                trail.entry.found,
                trail.missing and f"Left out: {_lower(trail.missing)}",
                "",
            )
        )
    rows += [_rated(one, owner(result)) for one in result.ratings]
    return Table("The trail, and the trust in it", ("Stone", "It is", "What is there", "More", "Read in"), tuple(rows))


def _origin(row):
    if not row.source:
        return ""
    sources = ", ".join(data.short_citation(key) for key in data.split_keys(row.source))
    return f"{sources}; {row.seen or 'not yet checked against the paper'}"


def _rated(one, whose):
    shift = " → ".join("–" if value is None else str(value) for value in (one.unseen, one.seen))
    who = "" if one.seen is None else "a seller" if one.trail.seller else "nobody signs"
    end = one.trail.verdict if one.walked else "not walked"
    return whose, end, one.trail.page.what, f"{shift} of 10", who


def idle(result):
    """Return the controls that change nothing now, each with its reason."""
    state = result.state
    kept = [name for name in state.declarations() if name.startswith(("unseen_", "seen_", "walked_"))]
    if state.view == "walk":
        ours = {f"unseen_{state.claim}", f"seen_{state.claim}"}
        if state.trust == OPEN and not (result.shown or result.done):
            # Then it tells whether one may still rate it unseen.
            ours.add(f"walked_{state.claim}")
        return {name: "It is seen under “all my ratings”." for name in kept if name not in ours}
    rated = {one.claim: one for one in result.ratings}
    here = rated.get(state.claim)
    why = {"mind": "It is asked in a walk: go back to it."}
    if here is None or here.walked:
        why["step"] = "One walks in a walk: go back to it."
    if here is None or here.seen is None:
        why["face"] = "Who says it is shown in a walk: go back to it."
    for name in kept:
        if name.startswith("walked_") and name.removeprefix("walked_") not in rated:
            why[name] = "It is not rated, and has no sheet."
    return why


def ends():
    """Return the names of the ends in their order; the last is for what is not walked."""
    return (*ENDS, "not walked")


def _lower(text):
    return text[0].lower() + text[1:]


def _upper(text):
    return text[0].upper() + text[1:]
