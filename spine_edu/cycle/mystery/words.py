"""The mystery patient in words: what was bought, who is accused, and, when it is asked for, the answer."""

from spine_edu.cycle.mystery.model import LOOKS, REPORT_DAYS, SLOTS, MysteryState
from spine_edu.cycle.mystery.names import MEASURE_NAMES, PROBE_NAMES
from spine_edu.tables import Table

_CONTROLS = MysteryState.declarations()
_LAST = REPORT_DAYS[-1]


def sentence(result):
    """Return what the looks bought show, who is accused, and the answer if it was asked for."""
    state = result.state
    bought = f"{len(result.exhibits)} of {len(SLOTS)} looks are bought"
    seen = f"{bought}." if result.exhibits else f"{bought}, so nothing is known yet."
    if result.exhibits and not result.answer:
        # The frames and the table hold all of them.
        one = result.exhibits[-1]
        first, last = (_read(one, value) for value in _ends(one))
        seen += f" In frame {one.number + 1} {look_name(one.probe, one.measure)} goes from {first} to {last}"
        seen += f" between day 0 and day {_LAST}."
    return f"Patient {state.patient:.0f}. {seen} You accuse “{suspect(state.suspect)}”, by {state.amount:.0f} %. " + (
        answer(result) if result.answer else "The answer stays hidden until you ask for it."
    )


def answer(result):
    """Return control and amount that were hidden beside the guess, and which look would have told it from its twin."""
    found, spent = result.answer, len(result.exhibits)
    twin, amount = found.twin
    best = f"what tells the two apart best is {look_name(*found.best)}"
    bought = found.best in {(one.probe, one.measure) for one in result.exhibits}
    return (
        f"The answer: hidden was “{suspect(found.hidden)}”, by {found.amount:.0f} %. {verdict(result)}, with {spent} "
        f"of {len(SLOTS)} looks. “{suspect(twin)}”, by {amount:.0f} %, leaves the most similar marks while you wait; "
        f"{best}, " + ("which you had." if bought else "which you did not buy.")
    )


def verdict(result):
    """Return how good the guess was, in a few words."""
    found = result.answer
    if found.off is None:
        return "You accused another one"
    if found.off == 0:
        return "You named it, exactly"
    if found.named:
        return f"You named it, {found.off:.0f} % off"
    return f"You accused the right one, but {found.off:.0f} % off"


def compare(held, result):
    """Return how two guesses differ; which is nearer is told only with the answer."""
    one, other = held.state, result.state
    if one.patient != other.patient:
        return f"Guess A was made about patient {one.patient:.0f}."
    if (one.suspect, one.amount) == (other.suspect, other.amount):
        return "Guess A is the same guess."
    said = f"Guess A accused “{suspect(one.suspect)}”, by {one.amount:.0f} %"
    if result.answer is None:
        return f"{said}; compare both lines with the marks."
    hidden, amount = result.answer.hidden, result.answer.amount
    first, second = ((state.suspect != hidden, abs(state.amount - amount)) for state in (one, other))
    nearer = "is just as near" if first == second else "was nearer" if first < second else "was farther off"
    return f"{said}, and {nearer}."


def table(result):
    """Return the looks day by day, beside the guess; with the answer, how far each look tells the twins apart."""
    if result.answer:
        return _answer_table(result)
    rows = [
        (look_name(one.probe, one.measure), day, round(report, 2), round(guess, 2))
        for one in result.exhibits
        for day, report, guess in zip(REPORT_DAYS, one.reported, one.guessed, strict=True)
    ]
    return Table(
        "The looks bought: the patient, and your guess (pain and tightness 0 to 10, disc pressure in MPa)",
        ("Look", "Day", "Measured", "Your guess"),
        tuple(rows) or (("nothing bought yet", "", "", ""),),
    )


def _answer_table(result):
    bought = {(one.probe, one.measure): one for one in result.exhibits}
    rows = [
        (
            look_name(*look),
            round(result.answer.apart[look], 1),
            *(
                (f"{_read(bought[look], value)}" for value in _ends(bought[look]))
                if look in bought
                else ("not bought", "")
            ),
        )
        for look in sorted(LOOKS, key=result.answer.apart.get, reverse=True)
    ]
    return Table(
        f"How far each look tells “{suspect(result.answer.hidden)}” from “{suspect(result.answer.twin[0])}”",
        ("Look", "Apart on average (steps that can be read off)", "Measured on day 0", f"Measured on day {_LAST}"),
        tuple(rows),
    )


def _ends(exhibit):
    return exhibit.reported[0], exhibit.reported[-1]


def gap(exhibit):
    """Return the mean distance between patient and guess in one look, in the unit of the measure."""
    pairs = zip(exhibit.reported, exhibit.guessed, strict=True)
    return sum(abs(report - guess) for report, guess in pairs) / len(REPORT_DAYS)


def suspect(name):
    """Return a suspect as its control calls it."""
    return _CONTROLS["suspect"].format(name)


def look_name(probe, measure):
    """Return a look as a sentence calls it."""
    return f"{MEASURE_NAMES[measure].lower()} ({PROBE_NAMES[probe].lower()})"


def _read(exhibit, value):
    return f"{value:.2f} MPa" if exhibit.measure == "pressure" else f"{value:.1f} of 10"
