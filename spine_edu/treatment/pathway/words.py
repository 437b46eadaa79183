"""The walk and the open card in words."""

from spine_edu import data
from spine_edu.tables import Table
from spine_edu.treatment.pathway import evidence as trials
from spine_edu.treatment.pathway.evidence import PARTS, evidence, signs
from spine_edu.treatment.pathway.graph import boxes, edges
from spine_edu.treatment.pathway.model import (
    GUIDELINES,
    JUDGED,
    OPEN,
    SENT,
    PathwayState,
    opened,
    said,
    time_at,
    to_come,
    verdicts,
)
from spine_edu.treatment.pathway.presses import pressed, stubs

_CONTROLS = PathwayState.declarations()
#: Verdict -> its sign on the map, and its words.
VERDICTS = {
    "for": ("✓", "considered"),
    "limited": ("if", "on a condition"),
    "part": ("½", "of a part only"),
    "unclear": ("?", "not known"),
    "against": ("✗", "not offered"),
    "silent": ("–", "says it does not speak of it"),
    "all yes": ("=✓", "agree on yes"),
    "all if": ("=if", "each on a condition"),
    "near": ("≈", "yes, some on a condition"),
    "all no": ("=✗", "agree on no"),
    "all unclear": ("=?", "agree on not known"),
    "differ": ("≠", "they differ"),
    "one": ("•", "one speaks"),
}
COMPLAINTS = {"leg": "leg pain", "back": "back pain", "vertebra": "a broken vertebra"}
_TIMES = {"new": "before month 4", "lasting": "month 4 on"}
#: What is said of guidelines in which nothing was found.
NOTHING = "nothing found in what we read"
FROM_MEMORY = "from memory"


def sentence(result):
    """Return where the walk stands, what the last press met, and what is open."""
    return at_step(result, result.here, result.opened)


def at_step(result, here, box):
    """Return where a walk stands after `here` steps, what a press met there, and what is said of the open box."""
    state, steps = result.state, result.steps
    # Who it is stands in front already.
    named = f": {who(state).removesuffix('.')}:"
    lines = [f"{who(state)} {step_words(steps, here).replace(named, ':', 1)}"]
    lines += [
        f"You sent {_them(state)} to {title(stub.box)}. {stub.why}"
        for stub in stubs(state, steps, here)
        if stub.number == to_come(here) and stub.box == box
    ]
    lines.append(_card(result, here, box))
    if here == len(steps):
        lines += _ways(state, steps)
    return "\n".join(lines)


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
    """Return what happens at a step; before the first one, who comes."""
    return f"Step {here} of {len(steps)}: {steps[here - 1].text}" if here else f"Who comes: {steps[0].text}"


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
    return f"{whom + ': ' if whom else ''}{row.words}{'' if row.seen else f' ({FROM_MEMORY})'}."


def brief(result, box, time):
    """Return the two or three words that stand under the name of a box, by the guideline that colours."""
    name, complaint = result.state.guideline, result.complaint
    if name in GUIDELINES:
        row = said(name, box, complaint, time)
        return row.brief if row else ""
    found = {one: said(one, box, complaint, time) for one in GUIDELINES if name == "differ"}
    given = {one: row for one, row in found.items() if row and row.verdict != "silent"}
    if len(given) == 1:
        return f"only {GUIDELINES[next(iter(given))]}"
    signed = [VERDICTS[row.verdict][0] for row in given.values()]
    return " ".join(f"{signed.count(sign)} {sign}" for sign in dict.fromkeys(signed))


def asked_words(result, here, box):
    """Return what the guideline that colours says of the open box; where all are compared, what to do."""
    name = result.state.guideline
    if not judged(box):
        return ""
    if name in GUIDELINES:
        return f"{GUIDELINES[name]}: {opinion_words(name, box, result.complaint, time_at(result.steps, here))}"
    found = verdicts(name, result.complaint, time_at(result.steps, here)).get(box)
    start = f"{_capital(VERDICTS[found][1])}. " if found else ""
    return f"{start}Press a guideline to read its sentence."


def asked_briefly(result, here, box):
    """Return the same in few words, where the sentence is too long."""
    name = result.state.guideline
    row, whom = opinion(name, box, result.complaint, time_at(result.steps, here))
    return f"{GUIDELINES[name]}: {whom + ', ' if whom else ''}{VERDICTS[row.verdict][1]}."


def size_words(box, complaint, time):
    """Return how much less pain people had with a treatment, of 100 points."""
    row = trials.effect(box, complaint, time)
    size = trials.size(row)
    if size is None:
        return "not on this scale" if row else "no trial read here"
    ends = "" if size.low is None else f" ({_number(size.low)} to {_number(size.high)})"
    return f"{_number(size.value)}{ends}"


def harm_head(box, complaint, time, briefly=False):
    """Return which harm is told of, for what counts as one differs from trial to trial; briefly: its name alone."""
    row = trials.harm(box, complaint, time)
    if row is None:
        return "Harm"
    # A label is the treatment's name, and after it what was counted.
    name = row.label.rpartition(", ")[2]
    if trials.elsewhere(box, complaint, time) and not briefly:
        return f"Elsewhere: {name}"
    return f"Of 100: {name}" if row.measure == "of 100 people" and not briefly else _capital(name)


def harm_words(box, complaint, time, briefly=False):
    """Return how many people had a harm with a treatment, and without it; briefly: without a source beside it."""
    row = trials.harm(box, complaint, time)
    if row is None:
        return "not counted"
    if row.value is None:
        return "as many without it" if row.measure == "alike" else "no number given"
    apart = trials.elsewhere(box, complaint, time)
    if row.measure == "times as often":
        return f"{_number(row.value)} times{', elsewhere' if apart and briefly else ' as often'}"
    if apart and briefly:
        return f"{_number(row.value)} of 100, elsewhere"
    beside = "not compared" if row.without is None else f"{_number(row.without)} without"
    counted = "of 100" if apart else "with"
    return f"{_number(row.value)} {counted}, {beside}"


def harm_source(box, complaint, time):
    """Return who counted a harm, if that is not who measured the size beside it; else nothing."""
    found = trials.elsewhere(box, complaint, time)
    return data.short_citation(trials.harm(box, complaint, time).source) if found else ""


def sure(box, complaint, time):
    """Return how sure the source of the size calls itself."""
    row = trials.effect(box, complaint, time)
    return row.certainty if row else "not graded"


def _number(value):
    return f"{value:.1f}".removesuffix(".0").replace("-", "−")


def onwards(box):
    """Return the answers to a question, and where each leads on the map."""
    found = {}
    for start, end in edges():
        if start == box:
            found.setdefault(edges()[start, end].words, []).append(boxes()[end].name.split("|")[0])
    return " · ".join(f"{answer} → {', '.join(ends)}" for answer, ends in found.items())


def reading(box):
    """Return group -> in how many of 100 people a test finds it: of those with a herniation, and of those without one.

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


def _card(result, here, box):
    """Return what is open, and of it what is not painted: the signs of a door, what a question is about, a scan."""
    row, steps = boxes()[box], result.steps
    if row.kind == "door":
        own = {sign for step in steps for sign in step.signs if step.boxes == (box,)}
        listed = "\n".join(f"{'✓' if sign in own else '•'} {sign}" for sign in signs(box))
        return f"Open: {row.title}; ✓ marks what is so here.\n{listed}."
    if row.kind == "question":
        return f"Open: {row.title} {_capital(row.about)}"
    if not judged(box):
        return f"Open: {row.title}."
    name, time = result.state.guideline, time_at(steps, here)
    mark = verdicts(name, result.complaint, time).get(box)
    words = f" {GUIDELINES.get(name, 'Compared')}: {VERDICTS[mark][1]}." if mark else ""
    # A test and a scan have no size on the scale of a treatment, and some harms no number.
    size = f" {row.size}" if reading(box) else ""
    harm = trials.harm(box, result.complaint, time)
    told = f" Harms: {harm.note if harm else row.harms}" if harm and harm.value is None or box == "scan" else ""
    if source := harm_source(box, result.complaint, time):
        told += f" The harm beside it was counted elsewhere, by {source}."
    return f"Open: {row.title}.{words}{size}{_measured(trials.effect(box, result.complaint, time))}{told}"


def _measured(row):
    """Return when the size on the card was measured, and against what."""
    if trials.size(row) is None:
        return ""
    when = "" if row.weeks is None else f" after {row.weeks:g} weeks,"
    return f" Its size was measured{when} against {row.comparator}."


def _ways(state, steps):
    """Return at the end how many first choices were those of the walk, and where others that count went."""
    agree, given = pressed(state, steps)
    if not given:
        return []
    counted = [one for one in stubs(state, steps, len(steps)) if one.counted]
    apart = [f"step {one.number}: {title(one.box)} / {_led(steps, one.number)}" for one in counted]
    told = f"Your way / this walk, which is ours after NICE: {agree} of your {given} first choices were on it"
    return [f"{told}{'; ' if apart else ''}{'; '.join(apart)}."]


def _led(steps, number):
    return " or ".join(title(box) for box in steps[number - 1].boxes)


def _capital(words):
    return f"{words[0].upper()}{words[1:]}"


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
    return f"Walk A is {whose}, step {held.here} of {len(held.steps)}: {place.rstrip('?')}."


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
            yield name, f"{row.label}: {words}; {row.certainty}", f"{_short(row.source)}; {read}"


def _step_row(result, number):
    box = getattr(result.state, SENT[number]) if number in SENT else OPEN
    sent = "" if box == OPEN or number > to_come(result.here) else f" You sent: {title(box)}."
    return f"Step {number} of {len(result.steps)}", f"{result.steps[number - 1].text}{sent}", ""


def _opinion_row(box, name, complaint, time):
    words = _capital(opinion_words(name, box, complaint, time))
    found = opinion(name, box, complaint, time)
    if found is None:
        return GUIDELINES[name], words, ""
    row, _ = found
    read = f"read: {row.seen}" if row.seen else "not yet checked against the paper"
    return GUIDELINES[name], words, f"{_short(row.source)}; {read}"


def _short(source):
    return ", ".join(data.short_citation(key) for key in data.split_keys(source)) if source else ""
