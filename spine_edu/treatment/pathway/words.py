"""The walk and the open card in words."""

from spine_edu import data
from spine_edu.tables import Table
from spine_edu.treatment.pathway.evidence import PARTS, evidence, signs
from spine_edu.treatment.pathway.graph import boxes
from spine_edu.treatment.pathway.model import GUIDELINES, PathwayState, opened, said

_CONTROLS = PathwayState.declarations()
#: Verdict -> its sign on the map, and its words.
VERDICTS = {
    "for": ("✓", "considered"),
    "limited": ("if", "on a condition"),
    "unclear": ("?", "not known"),
    "against": ("✗", "not offered"),
    "silent": ("–", "says it does not speak of it"),
    "all yes": ("=✓", "agree on yes"),
    "all no": ("=✗", "agree on no"),
    "all unclear": ("=?", "agree on not known"),
    "differ": ("≠", "they differ"),
    "one": ("1", "one speaks"),
}
COMPLAINTS = {"leg": "leg pain", "back": "back pain", "vertebra": "a broken vertebra"}
#: What is said of guidelines in which nothing was found.
NOTHING = "nothing found in what we read"
FROM_MEMORY = "from memory"


def sentence(result):
    """Return where the walk stands, and what the open card says."""
    return f"{who(result.state)} {step_words(result.steps, result.here)} {_card(result)}"


def who(state):
    """Return who walks, as a sentence."""
    return f"{_CONTROLS['presentation'].format(state.presentation)}."


def step_words(steps, here):
    """Return what happens at a step."""
    return f"Step {here} of {len(steps)}: {told(steps, here)}" if here else told(steps, here)


def told(steps, here):
    """Return what happens at a step, without its number."""
    return steps[here - 1].text if here else f"The walk has {len(steps)} steps, and has not begun."


def about(box):
    """Return what a box is or asks; for a door, its signs."""
    if boxes()[box].kind != "door":
        return boxes()[box].about
    return f"{'; '.join(signs(box))}."


def opinions(box, complaint):
    """Return what each guideline says of a box, in their order.

    Returns
    -------
    list of (str, str, str)
        Guideline, verdict and words; where it speaks of another complaint only, the words say so. Guidelines in which
        nothing was found are left out.
    """
    found = []
    for name in GUIDELINES:
        rows = {other: said(name, box, other) for other in COMPLAINTS}
        spoken = complaint if rows[complaint] else next((other for other, row in rows.items() if row), None)
        if spoken is None:
            continue
        text = rows[spoken].words if spoken == complaint else f"on {COMPLAINTS[spoken]}: {rows[spoken].words}"
        found.append((name, rows[spoken].verdict, text if rows[spoken].seen else f"{text} ({FROM_MEMORY})"))
    return found


def silent(box, complaint):
    """Return the names of the guidelines in which nothing was found about a treatment."""
    spoken = {name for name, _, _ in opinions(box, complaint)}
    return [] if not judged(box) else [words for name, words in GUIDELINES.items() if name not in spoken]


def judged(box):
    """Return whether a box is a treatment or test of which guidelines may say something."""
    return boxes()[box].kind in ("way", "beside")


def _card(result):
    """Return the open card in a few sentences."""
    box = result.opened
    known, title = evidence(box), boxes()[box].title
    if not judged(box):
        return f"Open: {title}{'' if title.endswith('?') else '.'} {about(box)}"
    told = [known.short if known else about(box)]
    told += [f"{GUIDELINES[name]}: {_capital(words)}." for name, _, words in opinions(box, result.complaint)]
    quiet = silent(box, result.complaint)
    if quiet:
        told.append(f"{' and '.join(', '.join(quiet).rsplit(', ', 1))}: {NOTHING}.")
    return " ".join([f"Open: {title}.", *told])


def _capital(words):
    return f"{words[0].upper()}{words[1:]}"


def compare(held, result):
    """Return where the held walk stands, beside this one."""
    place = boxes()[opened(held.state.replace(box="here"), held.steps, held.here)].title
    same = held.state.presentation == result.state.presentation
    whose = "the same walk" if same else _CONTROLS["presentation"].format(held.state.presentation)
    return f"Walk A is {whose}, step {held.here} of {len(held.steps)}: {place.rstrip('?')}."


def table(result):
    """Return the whole card of the open box, and the steps of the walk."""
    box = result.opened
    rows = [("The box", boxes()[box].title, ""), ("What it is", about(box), _short(boxes()[box].source))]
    known = evidence(box)
    if known:
        where = "; ".join(part for part in (_short(known.source), f"read: {known.seen}" if known.seen else "") if part)
        rows += [(PARTS[name], text, where) for name, text in known.parts.items()]
    elif judged(box):
        rows.append((PARTS["short"], "No evidence was looked up for this box.", ""))
    rows += [_opinion_row(box, name, words, result.complaint) for name, _, words in opinions(box, result.complaint)]
    rows += [(name, f"{NOTHING.capitalize()}.", "") for name in silent(box, result.complaint)]
    rows += [(f"Step {number} of {len(result.steps)}", step.text, "") for number, step in enumerate(result.steps, 1)]
    return Table(
        f"The open card, and the walk of {len(result.steps)} steps (everybody here is invented)",
        ("What", "Says", "Source"),
        tuple(row for row in rows if row[1]),
    )


def _opinion_row(box, name, words, complaint):
    rows = [said(name, box, other) for other in (complaint, *COMPLAINTS)]
    row = next(row for row in rows if row)
    read = f"read: {row.seen}" if row.seen else "not yet checked against the paper"
    return GUIDELINES[name], f"{_capital(words)}.", f"{_short(row.source)}; {read}"


def _short(source):
    return ", ".join(data.short_citation(key) for key in data.split_keys(source)) if source else ""
