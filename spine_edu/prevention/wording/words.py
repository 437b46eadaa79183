"""An explanation in words: what alarms in it, what was changed, and what the trial says of its name."""

from spine_edu import data
from spine_edu.prevention.wording.model import MOST, WordingState, pages, trial
from spine_edu.tables import Table

_CONTROLS = WordingState.declarations()
#: The trial's name with which another one is compared.
CALMEST = "episode"


def name(result):
    """Return what the explanation is called."""
    return _CONTROLS["page"].format(result.state.page)


def counted(result):
    """Return how many alarming words are left, in few words."""
    if not result.text:
        return "nothing written yet"
    changed = len(result.marks) - result.left
    left = f"{result.left or 'no'} alarming word{'' if result.left < 2 else 's'}"
    return f"{left}, {changed} changed" if changed else left


def why(result):
    """Return why the word that is looked at alarms; or what to do."""
    row = result.looked_at
    if row:
        mark = result.marks[int(result.state.now) - 1]
        return f"“{_source(result)[mark.start : mark.end]}”: {row.why}"
    if not result.text:
        return "Write an explanation in the box, or paste one."
    if result.left:
        return "Press an alarming word: a calmer one takes its place."
    if result.state.page != "own" and result.marks:
        return "None is left. Now try it on words of your own: choose them as the explanation."
    return "The list finds no alarming word. It does not know what is true."


def _source(result):
    state = result.state
    return pages()[state.page].text if state.page in pages() else state.written


def sentence(result):
    """Return the explanation as it stands, what alarms in it, and what the trial found of its name."""
    if not result.text:
        return "Nothing is written yet. Write an explanation in the box, or paste one; it stays on this machine."
    said = [f"{name(result)}, {counted(result)}. It reads: “{result.text}”"]
    alarms = [piece.text for piece in result.pieces if piece.kind == "alarm"]
    if alarms:
        said.append(f"Still there: {_listed(alarms)}.")
    if result.looked_at:
        said.append(f"Looked at: {why(result)}")
    return " ".join([*said, *_trial(result)])


def _listed(words):
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))


def _trial(result):
    """What people felt who were told the names that stand in the explanation."""
    rows = [trial()[label] for label in result.names]
    if not rows:
        yield "It has none of the six names of the trial, which measured no other words."
        return
    named = "; ".join(f"told “{row.name}”, people put their need of a scan at {row.mean:g} of 10" for row in rows)
    yield f"In the trial ({data.short_citation(rows[0].source)}), {named}, on average."
    low = trial()[CALMEST]
    if rows[0].mean > low.mean:
        yield f"Told “{low.name}”: {low.mean:g}. People under one name differ far more than the names do."


def compare(held, result):
    """Return how two explanations differ in alarming words."""
    if held.text == result.text:
        return "A is the same text."
    return f"A: {name(held)}, {counted(held)}; here: {counted(result)}."


def table(result):
    """Return the marked words, and the six names of the trial."""
    rows = [
        (f"Word {number}", f"“{piece.text}”", mark.row.calm, mark.row.other, mark.row.why)
        for (number, mark), piece in zip(
            enumerate(result.marks, 1), (one for one in result.pieces if one.kind != "plain"), strict=True
        )
    ]
    rows += [
        (
            "Name in the trial",
            f"“{row.name}”",
            "in the text" if row.label in result.names else "",
            "",
            f"need of a scan {row.mean:g} of 10 on average, standard deviation {row.spread:g}; {row.population}",
        )
        for row in trial().values()
    ]
    return Table("Marked words, and the trial of six names", ("", "Now", "Calmer", "Or", "Why"), tuple(rows))


def idle(result):
    """Return the controls that change nothing now, each with its reason."""
    count = min(len(result.marks), MOST)
    found = f"The list finds {count or 'no'} word{'' if count == 1 else 's'} here."
    idle = {f"word_{number}": found for number in range(count + 1, MOST + 1)}
    if not count:
        idle["now"] = found
    if result.state.page != "own":
        idle["written"] = "Choose “Your own words” as the explanation first."
    return idle
