"""The switchboard in words: what is on, what follows, where two sources differ, and what is known of each."""

from types import MappingProxyType

from spine_edu.citations import UNCHECKED, short_citations
from spine_edu.letters import capital
from spine_edu.spasm.mechanisms.model import (
    DOES,
    FULL,
    LIES,
    MECHANISMS,
    MOMENTS,
    READOUTS,
    MechanismsState,
    alone,
    own_work,
    part,
    rows,
    value,
)
from spine_edu.tables import Table

_CONTROLS = MechanismsState.declarations()
#: Source -> its name in a sentence, and on the board.
NAMES = MappingProxyType({name: rows()[name].label for name in MECHANISMS})
BRIEF = MappingProxyType(
    {
        "pressure": "pressure",
        "chemical": "chemistry",
        "ligament": "ligament",
        "guarding": "guarding",
        "strain": "strain",
        "stress": "stress",
    }
)
#: What she does, under its small body.
DEEDS = MappingProxyType(
    {
        "still": "still",
        "asleep": "asleep",
        "about": "walks",
        "bend": "bends",
        "raised": "leg up",
        "carry": "carries",
        "belt": "in a belt",
    }
)
#: Read-out -> the name of its curve, and of its value.
CURVES = MappingProxyType({"muscle": "Back muscle", "back": "Back pain", "leg": "Leg pain"})
VALUES = MappingProxyType({"muscle": "muscle", "back": "back pain", "leg": "leg pain"})
_STORIES = {"noor": "Noor", "noor_b": "Noor-B"}
_INVENTED = "All curves here are invented for teaching; nobody has measured them. 10 is the most here, not full effort."


def when(hour):
    """Return an hour after the lift in words."""
    if hour < 0:
        return "before the lift"
    if hour == 0:
        return "at the lift"
    if hour < 1:
        return f"{60 * hour:.0f} minutes after the lift"
    if hour < 24:
        return f"{hour:.3g} {'hour' if hour == 1 else 'hours'} after the lift"
    days = hour / 24
    if days >= 7 and days % 7 == 0:
        return f"week {days / 7:.0f}"
    return f"day {days:.1f}".removesuffix(".0")


def hour(at):
    """Return an hour of the day that is drawn by itself."""
    minutes = round(60 * (at % 1))
    return f"hour {int(at)}" + (f", {minutes} min" if minutes else "")


def of_day(state):
    """Return what is so on the day that is drawn by itself: at the hour, and round the moment she lies down."""
    works = value(state, "muscle", state.doing, state.hour)
    on = f"Chemical irritation alone ({state.chemical:g} of 10)"
    text = f"{on}; she walks until hour 24, and then {deed(state.does)}. "
    text += f"{hour(state.hour).capitalize()}: the back muscle works at {works:.1f} of 10."
    if state.hour >= LIES:
        before = value(state, "muscle", "about", LIES)
        at_once, later = (value(state, "muscle", state.does, at) for at in (LIES, LIES + 1))
        text += f" From {before:.1f} it went to {at_once:.1f} at once, and was {later:.1f} an hour later."
    return f"{text} {_INVENTED}"


def title(result):
    """Return who does what."""
    who = f"{deed(result.state.does)}"
    return f"One source each: she {who}" if result.apart else f"She {who}"


def deed(does):
    """Return what she does, in a sentence."""
    return _CONTROLS["does"].format(does)


def values(state, does, hour):
    """Return the three values in words."""
    numbers = [value(state, readout, does, hour) for readout in READOUTS]
    return (
        f"the back muscle works at {numbers[0]:.1f} of 10, back pain is {numbers[1]:.1f} and leg pain {numbers[2]:.1f}"
    )


def at_moment(result, hour):
    """Return what is so at an hour: of one body, or of two."""
    state = result.state
    if not result.apart:
        return f"She {deed(state.does)}, {when(hour)}: {values(state, state.does, hour)}."
    told = (f"with “{NAMES[name]}” alone {values(alone(state, name), state.does, hour)}" for name in result.rivals)
    return f"She {deed(state.does)}, {when(hour)}: {'; '.join(told)}."


def sentence(result):
    """Return what is on, what follows now, what tells two sources apart, the story, and the open card."""
    if result.state.of_day:
        return with_card(of_day(result.state), result)
    # A hall shows only the first lines of it: what matters most comes first.
    said = [_story(result)] if result.told else []
    said += [differ(result)] if result.rivals else []
    said.append(at_moment(result, result.state.hour))
    if result.state.on and not result.apart:
        said.append(_shares(result))
    said.append(_on(result))
    said.append(_INVENTED)
    return with_card(" ".join(said), result)


def with_card(text, result):
    """Return some words, and under them the card that is read out, if there is one."""
    return f"{text}\n{card(result.state.known)}" if result.state.known != "none" else text


def _on(result):
    on = result.state.on
    if not on:
        return "No source is on."
    return f"On: {', '.join(f'{NAMES[name]} ({strength:g} of 10)' for name, strength in on.items())}."


def _shares(result):
    """Return what each source brings to the muscle now."""
    state = result.state
    parts = {NAMES[name]: part(state, name, "muscle", state.does, state.hour) for name in state.on}
    own = own_work(state.does, value(state, "back", state.does, state.hour))
    brings = ", ".join(f"{name} {added:.1f}" for name, added in parts.items())
    total = sum(parts.values()) + own
    cut = f"; that would be {total:.1f}, and it stops at 10" if round(total, 1) > FULL else ""
    return f"Into the muscle go: {brings}, its own work {own:.1f}{cut}."


def differ(result):
    """Return where two rivals differ most."""
    found = result.experiment
    one, other = (NAMES[name] for name in result.rivals)
    if found.gap < 0.05:
        return f"Nowhere here do “{one}” and “{other}” differ."
    return (
        f"The two, “{one}” and “{other}”, differ most when she {deed(found.does)}, {when(found.hour)}: "
        f"{VALUES[found.readout]} {found.one:.1f} against {found.other:.1f}."
    )


def _story(result):
    name = _STORIES[result.state.story]
    met = sum(one.fits for one in result.told)
    told = "; ".join(
        f"{one.row.text}: {'met' if one.fits else 'not met'} ({one.value:.1f}; told: {_range(one.row)})"
        for one in result.told
    )
    return f"{name} told {len(result.told)} things, and {met} are met. {capital(told)}."


def _range(row):
    return f"{row.low:g} to {row.high:g}"


def card(name):
    """Return the card of a source: its way to the muscle, and what is known for and against it."""
    row = rows()[name]
    return (
        f"{_CONTROLS['known'].format(name)}. {row.route}\nFor it: {row.known_for}\nAgainst it: {row.known_against}\n"
        f"In whom: {row.whom}. Read by us: {row.seen or UNCHECKED}."
    )


def foot(result):
    """Return the two lines at the foot of the board, where no story is told there."""
    if result.rivals:
        found = result.experiment
        if found.gap < 0.05:
            return "These two differ nowhere here."
        return (
            f"<b>They differ most:</b> {DEEDS[found.does]}, {when(found.hour)}:<br>"
            f"{VALUES[found.readout]} {found.one:.1f} against {found.other:.1f}. "
            f"<b>{'Press here to do it.' if offered(result) else 'It is done above.'}</b>"
        )
    if not result.state.on:
        return "Press a lamp: on, half, off. Press its name: what is known.<br>All curves are invented for teaching."
    if len(result.state.on) > 2:
        return "Leave two lamps on: where do the two differ?<br>All curves are invented for teaching."
    return "Press a second lamp: where do the two differ?<br>All curves are invented for teaching."


def told(one):
    """Return something that was told, with a sign for whether the model meets it."""
    return f"{'✓' if one.fits else '✗'} {one.row.text}"


def offered(result):
    """Return whether the experiment that tells two sources apart is offered at the foot: it is not being done yet."""
    found, state = result.experiment, result.state
    if found is None or result.told or found.gap < 0.05:
        return False
    doing = (state.does, state.hour, state.read) == (found.does, found.hour, found.readout)
    return not (doing and result.apart)


def compare(held, result):
    """Return how the muscle differs from that of run A."""
    state = result.state
    one, other = (value(run.state, "muscle", run.state.doing, run.state.hour) for run in (held, result))
    same = " does the same and" if held.state.doing == state.doing else f" {deed(held.state.doing)} and"
    on = ", ".join(NAMES[name] for name in held.state.on) or "nothing"
    return f"In run A, with {on} on, she{same} the muscle works at {one:.1f} against {other:.1f} here."


def table(result):
    """Return the values of what is on, alone and together, and the cards of all sources."""
    state = result.state
    lines = [(label(readout, does), *_numbers(state, readout, does)) for readout in READOUTS for does in DOES]
    marks = [
        (f"{one.row.text} ({when(one.row.hour)})", f"told: {_range(one.row)}", f"{one.value:.1f}")
        for one in result.told
    ]
    brings = [
        (f"into the muscle now: {NAMES[name]}", f"{part(state, name, 'muscle', state.does, state.hour):.1f}")
        for name in state.on
    ]
    wide = len(MOMENTS) + 1
    filled = [(*row, *[""] * (wide - len(row))) for row in (*brings, *marks)]
    cards = [
        (*row, *[""] * (wide - len(row)))
        for name in MECHANISMS
        for row in [(NAMES[name], rows()[name].known_for, rows()[name].known_against, _cited(name))]
    ]
    return Table(
        "What follows from what is on, of 10 (invented); then what was told, and each source: for, against, sources",
        ("What", *MOMENTS.values()),
        (*lines, *filled, *cards),
    )


def label(readout, does):
    """Return the name of a row of the table."""
    return f"{VALUES[readout]}: she {deed(does)}"


def _numbers(state, readout, does):
    return tuple(f"{value(state, readout, does, hour):.1f}" for hour in MOMENTS)


def _cited(name):
    row = rows()[name]
    return f"{short_citations(row.source)}; read: {row.seen or UNCHECKED}"


def idle(result):
    """Return the controls that change nothing now, and why."""
    state, found = result.state, {}
    if not result.rivals and tuple(state.on) != ("chemical",):
        found["view"] = "Two bodies need exactly two sources that are on, the one day chemistry alone."
    if not result.apart:
        found["read"] = "One body shows all three curves."
    if not any(rows()[name].start == "reach" for name in state.on):
        found["reach"] = "No source that is on waits for the root to be reached."
    return found
