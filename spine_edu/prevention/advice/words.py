"""Advice in words: its rung, its people by lot and by choice, and what nobody counted."""

from types import MappingProxyType

from spine_edu import data
from spine_edu.citations import origin
from spine_edu.letters import capital, listed
from spine_edu.prevention.advice.model import ASKED_FOR, LANES, PEOPLE, RUNGS, cards, results, rungs
from spine_edu.tables import Table

#: What is asked -> the same as a question, and on its tab.
QUESTIONS = MappingProxyType({"again": "does it come again less often?", "lasting": "does lasting pain ease?"})
TABS = MappingProxyType({"again": "Comes again?", "lasting": "Lasting pain?"})
#: How people came to it, over their places; and what stands there where we found nothing.
LANE_NAMES = MappingProxyType({"lots": "By lot", "choice": "By choice"})
EMPTY = MappingProxyType({"lots": "no trial found", "choice": "no study found"})


def sentence(result):
    """Return the rung of the open card, and what was found by lot and by choice."""
    card, state = result.card, result.state
    said = [f"“{capital(card.words)}”: {QUESTIONS[state.asked]} {RUNGS[result.rung]}."]
    there = [_lane(result, lane) for lane in LANES if result.lanes[lane]]
    said += there or ["We found no study of it."]
    if not there and card.source:
        said.append(card.explain)
    if all(result.lanes.values()) and len({lane.row.what for lane in result.lanes.values()}) == 2:
        said.append("The two rows count different things.")
    if result.both and state.believe != "none":
        said.append(f"You lean on the row {LANE_NAMES[state.believe].lower()}.")
    return " ".join(said)


def compare(held, result):
    """Return which cards changed the rung, and how the people of the open ones differ."""
    moved = [cards()[card].name for card in cards() if held.rungs[card] != result.rungs[card]]
    said = [f"Against A, {listed(moved)} changed the rung." if moved else "Every card hangs where it hung in A."]
    for lane in LANES:
        before, now = (one.lanes[lane] for one in (held, result))
        if before and now and before.drawn and now.drawn:
            said.append(
                f"{LANE_NAMES[lane]} there were {before.plain} and {before.advised} of {PEOPLE} in A; here there are "
                f"{now.plain} and {now.advised}."
            )
    return " ".join(said)


def table(result):
    """Return the people of the open card, every card on its rung, and every published result, as a `Table`."""
    rows = [
        (
            result.card.words,
            f"{LANE_NAMES[lane].lower()}: {there.row.what}",
            "drawn",
            _drawn(there),
            "",
        )
        for lane, there in result.lanes.items()
        if there
    ]
    rows += [
        (card.words, QUESTIONS[asked], _rung(rungs(asked)[advice]), card.explain, origin(card))
        for asked in ASKED_FOR
        for advice, card in cards().items()
    ]
    rows += [
        (
            cards()[row.advice].words,
            f"{LANE_NAMES[row.lane].lower()}: {row.what}; {row.head_plain}, {row.head_advised}",
            _published(row),
            f"{row.says} {_who(row)} Against: {row.against}.{f' {row.note}' if row.note else ''}",
            origin(row),
        )
        for row in data.table("prevention_results")
    ]
    heads = ("Advice", "Asked, or counted", "Rung, or number", "What was found", "Source")
    return Table("Advice, its rungs, and what was found", heads, tuple(rows))


def idle(result):
    """Return the controls that change nothing now, and why."""
    state, lanes, reasons = result.state, [one for one in result.lanes.values() if one], {}
    if max((len(results(state.advice, state.asked, lane)) for lane in LANES), default=0) < 2:
        reasons["study"] = "Of this we show one result."
    if not any(lane.chosen_base for lane in lanes):
        reasons["without"] = "Here studies set the number themselves, or nobody has printed people."
    if not any(lane.counted for lane in lanes):
        reasons["back"] = "Only a count of people who stopped can be sorted anew."
    if not result.both:
        reasons["believe"] = "Only where people stand in both rows can one be believed and not the other."
    return reasons


def at_step(card, before, after):
    """Return what is said while a card goes from the rung of the reader to that of the studies."""
    if before is None:
        return f"“{cards()[card].words}” goes to “{RUNGS[after]}”."
    return f"You put “{cards()[card].words}” to “{RUNGS[before]}”; studies put it to “{RUNGS[after]}”."


def over(lane, there):
    """Return how people came to it and what was counted, over their places."""
    return f"<b>{LANE_NAMES[lane]}</b>: {there.row.what}" if there else f"<b>{LANE_NAMES[lane]}</b>"


def counts(there):
    """Return the two numbers with who they are; a number with an arrow is the reader's."""
    if there is None:
        return "", ""
    row = there.row
    heads = row.head_plain, row.head_advised
    if row.measure == "days":
        return f"<b>{row.day_plain}</b> {heads[0]}", f"<b>{row.day_advised}</b> {heads[1]}"
    if not there.drawn:
        return heads
    chosen = 1 if row.turned == "yes" else 0
    return tuple(
        f"<b>{'↕ ' if there.chosen_base and side == chosen else ''}{count}</b> {head}"
        for side, (count, head) in enumerate(zip((there.plain, there.advised), heads, strict=True))
    )


def under(there, *, brief, pinned=False):
    """Return how many fewer have it, and, if not `brief`, in how many people that was studied, under the people."""
    if there is None or not there.drawn:
        return ""
    if there.row.measure == "days":
        return f"<b>{there.row.day_advised - there.row.day_plain} days</b> later{_studied(there, brief)}"
    much = f"<b>{_fewer(there.spared)}</b>"
    # Where less and more both fit, the band says how far; in words there is no room for two directions.
    narrow = brief or (pinned and there.row.lane == "choice")
    fit = "" if narrow or there.low is None or there.clear is False else f" ({_fit(there)})"
    doubt = ": chance?" if there.clear is False and there.spared else ""
    doubt = doubt or (": why?" if there.row.lane == "choice" and there.spared else "")
    # Where something is claimed, and no pin stands, there is room to say on how many it rests.
    return f"{much}{fit or doubt}" if fit or doubt else f"{much}{_studied(there, brief or pinned)}"


def _fewer(count):
    """Return a difference of people in words."""
    return "no difference" if not count else f"{abs(count)} {'fewer' if count > 0 else 'more'}"


def _fit(there):
    """Return how many fewer or more would fit the published interval."""
    turned = there.row.turned == "yes"
    ends = sorted(end - there.advised if turned else there.plain - end for end in (there.low, there.high))
    low, high = sorted(map(abs, ends))
    why = ": why?" if there.row.lane == "choice" else ""
    return f"{low} to {high}{why}"


def _studied(there, brief):
    return "" if brief or not there.row.n else f"; {there.row.n:,} studied"


def sign(there):
    """Return the sign that stands in place of people: what is less, equal, or not known."""
    if there is None or "not agree" in there.row.instead:
        return "?"
    return f"−{there.row.value:.0f}" if there.row.measure == "points" else "="


def sorted_anew(there, back):
    """Return how many people stopped because it came back, under all."""
    return f"hurt, so stopped: <b>{back:g}</b> of {there.row.of_plain}" if there and there.counted else ""


def _lane(result, lane):
    there = result.lanes[lane]
    said = [f"{LANE_NAMES[lane]}, {there.row.what}{_numbers(there)}", there.row.says]
    if there.counted and result.state.back:
        said.append(f"Here {_people(result.state.back)} who stopped are put back to those who kept on.")
    return " ".join([*said, _who(there.row)])


def _numbers(there):
    """Return what is drawn of a lane, as the end of a sentence that begins with its name."""
    row = there.row
    if not there.drawn:
        return f": {row.instead}."
    if row.measure == "days":
        return f" {row.day_plain} ({row.head_plain}) and {row.day_advised} ({row.head_advised})."
    range_ = f"; {there.low} to {there.high} fit" if there.low is not None else ""
    ends = (range_, "") if row.turned == "yes" else ("", range_)
    sides = [
        f"{count}{of} ({head}{end})"
        for count, of, head, end in zip(
            (there.plain, there.advised), (f" of {PEOPLE}", ""), (row.head_plain, row.head_advised), ends, strict=True
        )
    ]
    return f": {sides[0]} and {sides[1]}.{_begins(there)}"


def _begins(there):
    """Return who has set the number from which a ratio starts."""
    row = there.row
    if not row.measure.endswith("ratio"):
        return ""
    start = there.advised if row.turned == "yes" else there.plain
    return f" The {start} {'is yours to set' if there.chosen_base else 'is assumed'}."


def _people(count):
    return "One of those" if count == 1 else f"{count:g} of those"


def _who(row):
    whom = f"{row.n:,} {row.whom}" if row.n else row.whom
    until = f"; {row.until}" if row.until else ""
    seen = "" if row.seen else " Not yet checked against the paper."
    return f"({capital(whom)}{until}).{seen}"


def _rung(rung):
    return f"“{RUNGS[rung]}”"


def _drawn(there):
    """Return what stands on the picture, with its range in people."""
    if not there.drawn:
        return there.row.instead
    ends = f"; {there.low} to {there.high} fit" if there.low is not None else ""
    return f"{there.plain} and {there.advised} of {PEOPLE}{ends}"


def _published(row):
    if row.measure == "count":
        return f"{row.hit_plain} of {row.of_plain}, {row.hit_advised} of {row.of_advised}"
    if row.measure == "share":
        return f"{row.share_plain:g} and {row.share_advised:g} of {PEOPLE}{_range(row)}"
    if row.measure == "none":
        return row.instead
    if row.measure == "days":
        return f"half by day {row.day_plain} and by day {row.day_advised}{_range(row)}"
    unit = " points of 100 less" if row.measure == "points" else ""
    name = "" if unit else f"{row.measure} "
    return f"{name}{row.value:g}{unit}{_range(row)}"


def _range(row):
    return f" ({row.low:g} to {row.high:g})" if row.low is not None else ""
