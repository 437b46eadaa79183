"""The walk and the open card in words."""

from spine_edu import data
from spine_edu.tables import Table
from spine_edu.treatment.pathway.evidence import PARTS, evidence, signs
from spine_edu.treatment.pathway.graph import boxes
from spine_edu.treatment.pathway.model import GUIDELINES, JUDGED, PathwayState, opened, said

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
#: Parts of a card that stand in the sentence, where they are short enough; the table has all.
_MORE, _SHORT = ("size", "harms", "certainty"), range(1, 241)
#: What is said of guidelines in which nothing was found.
NOTHING = "nothing found in what we read"
FROM_MEMORY = "from memory"


def sentence(result):
    """Return where the walk stands, and what the open card says."""
    return at_step(result, result.here, result.opened)


def at_step(result, here, box):
    """Return where a walk stands after `here` steps, and what the card of a box says."""
    # Who it is stands in front already.
    named = f": {who(result.state).removesuffix('.')}:"
    return f"{who(result.state)} {step_words(result.steps, here).replace(named, ':', 1)}\n{_card(box, result)}"


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


def reading(box):
    """Return group -> of how many of 100 people a test hurts: of those with a herniation, and of those without one.

    Empty for a box that is no test. The second number is what a specificity leaves of 100.
    """
    found = {}
    for row in data.table("treatment_tests"):
        if row.box == box and row.measure in ("sensitivity", "specificity"):
            share = 100 * row.value
            found.setdefault(row.group, []).append(share if row.measure == "sensitivity" else 100 - share)
    return found


def judged(box):
    """Return whether a box is a treatment or test of which guidelines may say something."""
    return boxes()[box].kind in JUDGED


def _card(box, result):
    """Return the card of a box, a line for each part; of the guidelines the one that is asked, or all to compare."""
    known, title = evidence(box), boxes()[box].title
    if boxes()[box].kind == "door":
        return f"Open: {title}.\n• " + ";\n• ".join(signs(box)) + "."
    if not judged(box):
        return f"Open: {title}{'' if title.endswith('?') else '.'} {_capital(about(box))}"
    told = [f"Open: {title}. {known.short if known else about(box)}"]
    more = {name: known.parts.get(name, "") for name in _MORE} if known else {}
    told += [f"{PARTS[name]}: {text}" for name, text in more.items() if len(text) in _SHORT and text != "None."]
    asked = [result.state.guideline] if result.state.guideline in GUIDELINES else list(GUIDELINES)
    signed = [one for one in opinions(box, result.complaint) if one[0] in asked]
    told += [f"{VERDICTS[verdict][0]} {GUIDELINES[name]}: {_capital(words)}." for name, verdict, words in signed]
    quiet = [name for name in silent(box, result.complaint) if name in {GUIDELINES[one] for one in asked}]
    if quiet:
        told.append(f"{' and '.join(', '.join(quiet).rsplit(', ', 1))}: {NOTHING}.")
    return "\n".join(told)


def _capital(words):
    return f"{words[0].upper()}{words[1:]}"


def reach(result):
    """Return how far the slider goes: no walk goes on behind its end."""
    return {"step": len(result.steps)}


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
