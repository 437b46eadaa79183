"""What a test shows and what it changes, in words."""

import re

from spine_edu.citations import UNCHECKED, short_citations
from spine_edu.diagnosis.tests.model import NONE, WAITS, TestsState, called, listed, simulate
from spine_edu.letters import capital
from spine_edu.letters import listed as _listed
from spine_edu.tables import Table

_CONTROLS = TestsState.declarations()
#: Layer -> how a sentence names it.
LAYERS = {
    "bone": "bone",
    "disc": "disc",
    "root": "root",
    "nerve": "nerve and muscle",
    "person": "what the person tells",
}
WENT = {"better": "did better", "alike": "did alike", "mixed": "did worse at first", "worse": "did worse"}
DESIGN = {"lot": "a lot was drawn", "watched": "only watched"}
_MINUS = re.compile(r"(?<!\w)-(?=\d)")
_TELLS = {"well": "answers it well", "partly": "answers it in part", "no": "does not answer it"}
#: Where the false alarms of a test were counted for another question only.
UNCOUNTED = "in what we read, nobody counted them for this question"
#: Where the two numbers of a study are from memory or elsewhere, the screen says so.


def sentence(result):
    """Return what the test lights up, shows and cannot show, what it changes, and what stands under the signpost."""
    told = f"{who(result)} {question(result)} {_lights(result)}"
    if result.early:
        return f"{told} {verdict(result)}\n{_early(result)}"
    return f"{told} {_shows(result)}\n{_changes(result)}\n{alarm(result)}"


def compare(held, result):
    """Return how the test held as A and this one differ in what they see and change."""
    seen_now, seen_then = (_listed([LAYERS[one] for one in run.sees]) or "nothing" for run in (result, held))
    verb = "decides something" if held.changes else "changes nothing"
    return f"A, {name(held.state.test)}, lights up {seen_then} and {verb}; this, {seen_now}."


def table(result):
    """Return all seven tests for this person, question and week, as a `Table`; then the early pictures."""
    rows = [_row(simulate(result.state.replace(test=test))) for test, _ in listed()]
    if result.early:
        rows = [_study(row) for row in result.studies]
        columns = ("Study", "Design", "Who", "Compared", "What was found", "Number", "Where it was read")
        return Table("Early pictures, and how people did.", columns, tuple(rows))
    columns = ("Test", "Sees", "Shows", "Cannot show", "After each answer", "False alarms", "Where it comes from")
    return Table(f"{who(result)} {question(result)}", columns, tuple(rows))


def idle(result):
    """Return the controls that change nothing now, and why."""
    found = {}
    if result.state.who != WAITS:
        found["week"] = "This person comes now, and what is asked does not wait for weeks."
    if not result.offers_early:
        found["below"] = "Early pictures were studied for MRI, CT and X-ray, in people who can wait."
    return found


def who(result):
    """Return who asks, and in which week."""
    words = _CONTROLS["who"].format(result.state.who)
    return f"{words}, week {result.week:g}." if result.state.who == WAITS else f"{words}."


def question(result):
    """Return the question."""
    return _CONTROLS["question"].format(result.state.question)


def name(test):
    """Return the name of a test as the middle of a sentence has it."""
    words = _CONTROLS["test"].format(test)
    return words if test in ("mri", "ct", "xray", "emg") else words.lower()


def verdict(result):
    """Return in a few words whether the test changes what is done."""
    if result.state.test == NONE:
        return "Nothing is asked yet."
    return "The answer decides." if result.changes else "It changes nothing."


def alarm(result):
    """Return the false alarms of the test, in whom, and where they were read."""
    row = result.alarm
    if row is None:
        return f"False alarms: {UNCOUNTED}."
    if not row.source:
        return "No test, no false alarm."
    return f"False alarms: {row.count:.0f} of 100 {row.who}{_people(row)}{_read(row)}."


def _people(row):
    return f"; {row.n:,} {row.counted}" if row.n else ""


def _lights(result):
    if result.state.test == NONE:
        return "No test is made, and nothing lights up."
    clear, faint = ([LAYERS[one] for one, how in result.sees.items() if how == kind] for kind in ("clear", "faint"))
    parts = [_listed(clear), f"{_listed(faint)} faintly" if faint else ""]
    lit = ", and ".join(filter(None, parts)) or "nothing yet"
    return f"{capital(name(result.state.test))} lights up {lit}."


def _shows(result):
    cell = result.cell
    # The needle is dark at first, and tells later what it can.
    later = "Later it" if not result.sees and cell.tells != "no" and result.state.test != NONE else "It"
    return f"{later} {_TELLS[cell.tells]}: it can show {cell.shows}. It cannot show {cell.cannot}{_read(cell)}."


def _changes(result):
    plan = result.plan
    why = plan.why.removesuffix(".") + (_read(plan) or " (our words, invented for teaching)") + "."
    if result.state.test == NONE:
        return f"{verdict(result)} What is done: {plan.found_plan}. {why}"
    if result.changes:
        roads = f"“{plan.found}” leads to “{plan.found_plan}”, “{plan.clear}” to “{plan.clear_plan}”."
    else:
        roads = f"Either way: “{plan.found_plan}”."
    return f"{verdict(result)} {roads} {why}"


def _early(result):
    rows = result.studies
    groups = {went: [called(row) for row in rows if row.went == went] for went in WENT}
    parts = [f"{_listed(found)} {WENT[went]}" for went, found in groups.items() if found]
    watched = [called(row) for row in rows if row.design == "watched"]
    more = f" Only watched, so the groups may have differed before: {_listed(watched)}." if watched else ""
    return f"Early pictures, those who had one: {'; '.join(parts)}.{more} How much stands in the table."


def _row(result):
    test, plan, row = result.state.test, result.plan, result.alarm
    sees = ", ".join(f"{LAYERS[one]}{' (faint)' if how == 'faint' else ''}" for one, how in result.sees.items())
    if test == NONE:
        after = plan.found_plan
    elif result.changes:
        after = f"{plan.found}: {plan.found_plan}; {plan.clear}: {plan.clear_plan}"
    else:
        after = f"either way: {plan.found_plan}"
    alarms = f"{row.count:.0f} of 100 {row.who}{_people(row)}. {row.note}".strip() if row else f"{capital(UNCOUNTED)}."
    sources = "; ".join(
        f"{what}: {f'{short_citations(one.source)}, {one.seen or UNCHECKED}' if one.source else 'our words'}"
        for what, one in (("shows", result.cell), ("done", plan), ("false alarms", row))
        if one is not None
    )
    return name(test), sees or "nothing", result.cell.shows, result.cell.cannot, after, alarms, sources


def _study(row):
    low = "" if row.low is None else f" ({row.low:,g} to {row.high:,g})"
    number = "" if row.value is None else f"{row.measure}, {row.unit}: {row.value:,g}{low}. "
    many = f", {row.n:,}" if row.n else ""
    people = f"{row.who}{many}{f', followed {row.weeks:.0f} weeks' if row.weeks else ''}"
    read = f"{short_citations(row.source)}; {row.seen or UNCHECKED}"
    return called(row), DESIGN[row.design], people, row.compared, row.says, _MINUS.sub("−", f"{number}{row.note}"), read


def _read(row):
    """Return the sources of a row in brackets, and that nobody here has read them where it is so."""
    return f" ({short_citations(row.source)}{'' if row.seen else f'; {UNCHECKED}'})" if row.source else ""
