"""The walk and the open card in words."""

from spine_edu.citations import UNCHECKED, short_citations
from spine_edu.letters import capital
from spine_edu.tables import Table
from spine_edu.treatment.pathway import evidence as trials
from spine_edu.treatment.pathway.evidence import PARTS, evidence, signs
from spine_edu.treatment.pathway.graph import boxes, edges, signs_here
from spine_edu.treatment.pathway.measured import (
    FROM_MEMORY,
    harm_source,
    harm_words,
    harms_elsewhere,
    how_read,
    later_words,
    reading,
    scale_words,
    size_words,
)
from spine_edu.treatment.pathway.model import (
    GUIDELINES,
    JUDGED,
    OPEN,
    SENT,
    PathwayState,
    from_memory,
    opened,
    said,
    time_at,
    to_come,
    verdicts,
    waits_for,
)
from spine_edu.treatment.pathway.moments import when_words
from spine_edu.treatment.pathway.presses import pressed, straight, stubs

_CONTROLS = PathwayState.declarations()
#: Verdict -> its sign on the map, and its words.
VERDICTS = {
    "for": ("✓", "in favour"),
    "limited": ("if", "on a condition"),
    "part": ("½", "of a part only"),
    "unclear": ("?", "too little known"),
    "less": ("↓", "used too much"),
    "against": ("✗", "against"),
    "silent": ("–", "says it does not speak of it"),
    "all yes": ("=✓", "agree on yes"),
    "all if": ("=if", "each on a condition"),
    "near": ("≈", "yes, some on a condition"),
    "all no": ("=✗", "agree on no"),
    "all unclear": ("=?", "agree on not known"),
    "differ": ("≠", "they differ"),
    "one": ("•", "one alone judges"),
}
COMPLAINTS = {"leg": "leg pain", "back": "back pain", "vertebra": "a broken vertebra"}
_TIMES = {"new": "before month 4", "lasting": "month 4 on"}
#: What is said of guidelines in which nothing was found.
NOTHING = "nothing found in what we read"
#: A guideline's own word for how strong its advice is -> how it is called here. NICE has verbs, ACP and NASS grades.
STRENGTHS = {
    **dict.fromkeys(("offer", "do not offer", "strong"), "strong"),
    **dict.fromkeys(("consider", "weak"), "weak"),
    **{grade: grade for grade in ("grade A", "grade B", "grade C")},
}
#: What has to be known where guidelines are compared for leg pain.
_BACK = "ACP and the Lancet’s series are almost only about back pain."


def sentence(result):
    """Return where the walk stands, what the last press met, and what is open."""
    return at_step(result, result.here, result.opened)


def at_step(result, here, box):
    """Return where a walk stands after `here` steps, what a press met there, and what is said of the open box."""
    state, steps = result.state, result.steps
    # Who it is stands in front already.
    named = f": {who(state).removesuffix('.')}:"
    lines = [f"{who(state)} {step_words(steps, here).replace(named, ':', 1)}"]
    lines += [f"A warning sign is here: {sign}." for sign in sign_briefly(steps, here)]
    lines += [
        f"You sent {_them(state)} to {title(stub.box)}. {stub.why}"
        for stub in stubs(state, steps, here)
        if stub.number == to_come(here) and stub.box == box
    ]
    if door := straight(state, steps, here):
        lines.append(
            f"You sent {_them(state)} straight to {title(door)}. That is right: its sign comes before the question."
        )
    lines.append(_card(result, here, box))
    if here == len(steps):
        lines += _ways(state, steps)
    return "\n".join(lines)


def sign_briefly(steps, here):
    """Return the sign that waits for its door and where it leads, in a list of one; an empty one without a sign."""
    door = waits_for(steps, here)
    return [f"{step.few} → {title(door)}" for step in steps if door and step.boxes == (door,)]


def _them(state):
    return "Noor" if state.presentation.startswith("noor") else "the person"


def who(state):
    """Return who walks, as a sentence."""
    return f"{_CONTROLS['presentation'].format(state.presentation)}."


def covers(result, here):
    """Return of whom the marks speak: the complaint, and how long it has hurt by then."""
    if result.complaint == "vertebra":
        return COMPLAINTS["vertebra"]
    return f"{COMPLAINTS[result.complaint]}, {_TIMES[time_at(result.steps, here)]}"


def step_words(steps, here):
    """Return when a step is and what happens there; before the first one, who comes."""
    told = f"Step {here} of {len(steps)}{when_words(steps, here)}: {steps[here - 1].text}"
    return told if here else f"Who comes: {steps[0].text}"


def about(box):
    """Return what a box is or asks; for a door, its signs."""
    if boxes()[box].kind != "door":
        return boxes()[box].about
    return f"{'; '.join(signs(box))}."


def title(box):
    """Return what a box is called, in few letters."""
    name = boxes()[box].name
    return name.replace("|", " ") if boxes()[box].kind in ("beside", "finding") else name.split("|")[0]


def opinion(name, box, complaint, time):
    """Return what a guideline says of a box: its row, and of whom it speaks if not of this complaint; or None.

    Returns
    -------
    (record, str) or None
    """
    if row := said(name, box, complaint, time):
        return row, ""
    other = "lasting" if time == "new" else "new"
    if row := said(name, box, complaint, other):
        return row, f"on {other} pain"
    for another in COMPLAINTS:
        for when in (time, other):
            if row := said(name, box, another, when):
                return row, f"on {COMPLAINTS[another]}"
    return None


def opinion_words(name, box, complaint, time):
    """Return what a guideline says of a box, in its words; of whom, if not of this complaint, stands before them."""
    found = opinion(name, box, complaint, time)
    if found is None:
        return f"{NOTHING}."
    row, whom = found
    return f"{whom + ': ' if whom else ''}{row.words}{how_read(row)}."


def brief(result, box, time):
    """Return the two or three words that stand under the name of a box, if one guideline colours."""
    name, complaint = result.state.guideline, result.complaint
    if name in GUIDELINES:
        row = said(name, box, complaint, time)
        return row.brief if row else ""
    return ""


def grade(row):
    """Return how strong a guideline calls what it says: *strong*, *weak*, or its letter; empty where it does not."""
    return STRENGTHS.get(row.strength, "")


def says(name, box, complaint, time):
    """Return a guideline, how strong its advice is, and its sentence about a box."""
    found = opinion(name, box, complaint, time)
    return f"{_graded(name, found and found[0])}: {opinion_words(name, box, complaint, time)}"


def _graded(name, row, short=False):
    """Return a guideline with how strong it calls what it says, where it does: that is weak or strong, and not it.

    NICE has no grades: its verb says how strong it is. Where lines are `short`, the adjective stands alone in brackets.
    """
    whose, strength = GUIDELINES[name], grade(row) if row else ""
    if strength not in ("strong", "weak"):
        return ", ".join(filter(None, (whose, strength)))
    if short:
        return f"{whose} ({strength})"
    return f"{whose} (a {strength} “{row.strength}”)" if name == "nice" else f"{whose} (graded {strength})"


def asked_words(result, here, box):
    """Return what the guideline that colours says of the open box; where all are compared, whether they differ."""
    name, time = result.state.guideline, time_at(result.steps, here)
    if not judged(box) or name not in (*GUIDELINES, "differ"):
        return ""
    if name in GUIDELINES:
        return says(name, box, result.complaint, time)
    found = verdicts(name, result.complaint, time).get(box)
    remembered = f" ({FROM_MEMORY})" * from_memory(result, here, box)
    told = [f"{capital(VERDICTS[found][1])}{remembered}."] if found else []
    return " ".join([*told, _BACK] if result.complaint == "leg" else told)


def compared(result, here, box):
    """Return the sentences of all guidelines about a box, each behind its sign; last those in which nothing was found.

    Empty where one alone is asked, and for a box of which guidelines say nothing.
    """
    if result.state.guideline != "differ" or not judged(box):
        return []
    about = box, result.complaint, time_at(result.steps, here)
    found = _spoken(*about)
    told = [f"{_in_brackets(*there)} {says(name, *about)}" for name, there in found.items()]
    silent = [short for name, short in GUIDELINES.items() if name not in found]
    return [*told, *([f"{', '.join(silent)}: {NOTHING}."] if silent else [])]


def compared_briefly(result, here, box, hall=False):
    """Return the same in few words: sign, guideline, how strong; of another pain only of which.

    In a hall stand those alone that speak of this pain, as there is no room for more; the chips have the signs of all.
    """
    found = _spoken(box, result.complaint, time_at(result.steps, here))
    if hall:
        own = {name: row for name, (row, whom) in found.items() if not whom}
        return [f"{_in_brackets(row, '')} {GUIDELINES[name]}: {_few_words(row)}" for name, row in own.items()]
    told = []
    for name, (row, whom) in found.items():
        few = f", {whom}" if whom else f": {_few_words(row)}{how_read(row, brief=True)}"
        told.append(f"{_in_brackets(row, whom)} {_graded(name, row, short=True)}{few}")
    silent = [short for name, short in GUIDELINES.items() if name not in found]
    return [*told, *([f"{', '.join(silent)}: nothing found"] if silent else [])]


def _spoken(*about):
    """Return the opinions of the guidelines that have one; that one is silent on another pain is none."""
    found = {name: opinion(name, *about) for name in GUIDELINES}
    return {name: there for name, there in found.items() if there and (there[0].verdict != "silent" or not there[1])}


def _in_brackets(row, whom):
    """Return the sign of a row, in brackets if it is about another pain."""
    sign = VERDICTS[row.verdict][0]
    return f"({sign})" if whom else sign


def asked_briefly(result, here, box):
    """Return the same in few words, where the sentence is too long."""
    name = result.state.guideline
    row, whom = opinion(name, box, result.complaint, time_at(result.steps, here))
    return f"{_graded(name, row)}: {whom + ', ' if whom else ''}{_few_words(row)}{how_read(row, brief=not whom)}."


def _few_words(row):
    return row.brief or VERDICTS[row.verdict][1]


def onwards(box):
    """Return the answers to a question, each with where it leads on the map."""
    found = {}
    for start, end in edges():
        if start == box:
            found.setdefault(edges()[start, end].words, []).append(boxes()[end].name.split("|")[0])
    return [f"{answer} → {', '.join(ends)}" for answer, ends in found.items()]


def judged(box):
    """Return whether a box is a treatment or test of which guidelines may say something."""
    return boxes()[box].kind in JUDGED


def _card(result, here, box):
    """Return what is open, and of it what is not painted: the signs of a door, what a question is about, a scan."""
    row, steps = boxes()[box], result.steps
    if row.kind == "door":
        own = signs_here(steps, here, box)
        listed = "\n".join(f"{'✓' if sign in own else '•'} {sign}" for sign in signs(box))
        return f"Open: {row.title}; ✓ marks what is so here.\n{listed}."
    if row.kind == "question":
        return f"Open: {row.title} {capital(row.about)}"
    if not judged(box):
        return f"Open: {row.title}."
    time = time_at(steps, here)
    words = "".join(f" {text}" for text in (asked_words(result, here, box), *compared(result, here, box)) if text)
    # A test and a scan have no size on the scale of a treatment, and some harms no number.
    size = f" {row.size}" if reading(box) else ""
    harm = trials.harm(box, result.complaint, time)
    told = f" Harms: {harm.note if harm else row.harms}" if harm and harm.value is None or box == "scan" else ""
    if harm is None and not reading(box) and (harms := harms_elsewhere(box)):
        told = f" Harms, in another pain: {harms}"
    if source := harm_source(box, result.complaint, time):
        told += f" The harm beside it was counted elsewhere, by {source}."
    return f"Open: {row.title}.{words}{size}{_size(box, result.complaint, time)}{told}"


def _size(box, about, time):
    """Return the size on the card in a sentence; nothing where there is none, as a test has bars instead."""
    return f" {scale_words(box, about, time)}" if trials.size(trials.effect(box, about, time)) else ""


def _ways(state, steps):
    """Return at the end how many first choices were those of the walk, and where the others went."""
    agree, given = pressed(state, steps)
    if not given:
        return []
    told, there = [f"{agree} of your {given} first choices were on it"], stubs(state, steps, len(steps))
    for counted, how in ((True, "against the map"), (False, "elsewhere, not refused")):
        apart = [one for one in there if one.counted == counted]
        led = [f"step {one.number}: {title(one.box)} / {_led(steps, one.number)}" for one in apart]
        told += [f"{len(apart)} {how} ({'; '.join(led)})"] if apart else []
    return [f"Your way / this walk, which is ours after NICE: {'; '.join(told)}."]


def _led(steps, number):
    return " or ".join(title(box) for box in steps[number - 1].boxes)


def reach(result):
    """Return how far the slider goes: no walk goes on behind its end."""
    return {"step": len(result.steps)}


def idle(result):
    """Return the controls that change nothing now, each with the reason."""
    last, number = len(result.steps), to_come(result.here)
    found = {SENT[one]: "The walk has not come so far yet." for one in SENT if number < one <= last}
    found |= {SENT[one]: "This walk has no such step." for one in SENT if one > last}
    return found | ({"ring": "The walk is at its end."} if result.ended else {})


def compare(held, result):
    """Return where the held walk stands, beside this one."""
    place = boxes()[opened(held.state.replace(box="here"), held.steps, held.here)].title
    same = held.state.presentation == result.state.presentation
    whose = "the same walk" if same else _CONTROLS["presentation"].format(held.state.presentation)
    return f"Walk A is {whose}, step {held.here} of {len(held.steps)}, “{place}”."


def table(result):
    """Return the whole card of the open box, and the steps of the walk beside what was pressed."""
    box, time = result.opened, result.time
    rows = [("The box", boxes()[box].title, ""), ("What it is", about(box), _short(boxes()[box].source))]
    known = evidence(box)
    if known:
        where = "; ".join(part for part in (_short(known.source), f"read: {known.seen}" if known.seen else "") if part)
        rows += [(PARTS[name], text, where) for name, text in known.parts.items()]
        rows.append(("On this map", trials.headline(box, time), ""))
    elif judged(box):
        rows.append((PARTS["short"], "No evidence was looked up for this box.", ""))
    rows += _shelf_rows(box, result.complaint, time)
    if judged(box):
        rows += [_opinion_row(box, name, result.complaint, time) for name in GUIDELINES]
    rows += [_step_row(result, number) for number in range(1, len(result.steps) + 1)]
    return Table(
        f"The open card, and the walk of {len(result.steps)} steps (everybody here is invented)",
        ("What", "Says", "Source"),
        tuple(row for row in rows if row[1]),
    )


def _shelf_rows(box, complaint, time):
    """Yield the numbers of the painted card: how much less pain, of 100, and harms."""
    for name, row, words in (
        ("Less pain, of 100", trials.effect(box, complaint, time), size_words(box, complaint, time)),
        ("Harm", trials.harm(box, complaint, time), harm_words(box, complaint, time)),
    ):
        if row:
            read = f"read: {row.seen}" if row.seen else FROM_MEMORY
            more = later_words(row) if name != "Harm" else row.further
            told = "; ".join(filter(None, (f"{row.label}: {words}", more, row.certainty)))
            yield name, told, f"{_short(row.source)}; {read}"


def _step_row(result, number):
    box = getattr(result.state, SENT[number]) if number in SENT else OPEN
    sent = "" if box == OPEN or number > to_come(result.here) else f" You sent: {title(box)}."
    step = f"Step {number} of {len(result.steps)}{when_words(result.steps, number)}"
    return step, f"{result.steps[number - 1].text}{sent}", ""


def _opinion_row(box, name, complaint, time):
    words = capital(opinion_words(name, box, complaint, time))
    found = opinion(name, box, complaint, time)
    if found is None:
        return GUIDELINES[name], words, ""
    row, _ = found
    read = f"read: {row.seen}" if row.seen else UNCHECKED
    return _graded(name, row), words, f"{_short(row.source)}; {read}"


def _short(source):
    return short_citations(source) if source else ""
