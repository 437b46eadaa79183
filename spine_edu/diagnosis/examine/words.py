"""The examination in words: what was asked and found, what is named, and the key."""

from spine_edu.anatomy.roots.model import RootsState
from spine_edu.diagnosis.examine.hidden import remark, rows
from spine_edu.diagnosis.examine.model import ANSWERS, ExamineState
from spine_edu.letters import lower
from spine_edu.tables import Table

_CONTROLS = ExamineState.declarations()
#: Answer -> its name in few letters, where the control says more.
_SHORT = {
    "cauda": "lowest roots",
    "vertebra": "a hurt vertebra",
    "nothing": "no root found",
    "neither": "no side",
    "both": "both sides",
    "today": "today",
    "soon": "within days",
}
#: What each answer is about.
_ASPECTS = {"cause": "what it is", "side": "which side", "urgency": "how soon"}


def short(name, value):
    """Return an answer in few letters, as the picture has room for."""
    words = _CONTROLS[name].format(value)
    return _SHORT.get(value) or lower(words)


def naming(result):
    """Return what the reader names, in one line."""
    given = [short(name, getattr(result.state, name)) for name in _given(result)]
    return "You name: " + (", ".join(given) if given else "nothing yet")


def compared(result):
    """Return what the reader names, in one line; with the key, whether each part of it agrees."""
    if not result.key or not _given(result):
        return naming(result)
    signs = {name: "✓" if name in result.key.right else "✗" for name in ANSWERS}
    return "You: " + ", ".join(f"{short(name, getattr(result.state, name))} {signs[name]}" for name in _given(result))


def _given(result):
    return [name for name in ANSWERS if getattr(result.state, name) != "open"]


def _truth(key):
    return ", ".join(short(name, getattr(key, name)) for name in ANSWERS)


def key_lines(result):
    """Return the key in two sentences: what was there, and what the rings are; the picture has room for three lines."""
    return f"It was: {_truth(result.key)}.", "Ringed: enough for what and where."


def sentence(result):
    """Return who is there, what was found last, what stands out so far, and what is named; with the key, that too."""
    hidden, found = result.hidden, result.now
    said = [f"{hidden.name}."]
    if found is None:
        said.append(hidden.story)
    else:
        said.append(f"{_named(found.key)}: {found.words}")
    others = [
        rows()[key].label.rstrip("?").lower() for key, one in result.noted.items() if one.off and one is not found
    ]
    if others:
        said.append(f"{'Also stands' if found else 'Stands'} out: {', '.join(others)}.")
    if _fell(result):
        said.append(remark(hidden))
    if result.noted:
        said.append(f"So far {_minutes(result)}.")
    said.append(f"{naming(result)}.")
    if result.key:
        said += [_key(result)]
    return " ".join(said)


def _fell(result):
    """Whether somebody has told of a fall, so that nobody goes on without a word; beside the key it stands there."""
    found = result.noted.get("fall")
    return found is not None and found.off and remark(result.hidden) and not result.key


def _minutes(result):
    return f"{result.minutes} minute{'' if result.minutes == 1 else 's'}"


def _named(key):
    row = rows()[key]
    return ("Asked about " if row.kind == "question" else "Tested, ") + row.name


def _key(result):
    """The key: what was there and why so soon, which of the answers differ, and three findings that would do."""
    key, hidden = result.key, result.hidden
    said = [f"The key: {_truth(key)}."]
    if hidden.level:
        zone = RootsState.declarations()["zone"].format(hidden.zone).rpartition(": ")[2]
        said.append(f"The disc was {hidden.level}, {zone}; no examination can tell that.")
    if key.sign:
        said.append(f"Sooner than routine because of a warning sign: {key.sign}.")
    if key.remark:
        said.append(key.remark)
    given = _given(result)
    other = [_ASPECTS[name] for name in given if name not in key.right]
    guessed = result.state.urgency == "routine" and key.unasked
    if other:
        said.append(f"It differs from yours in {', '.join(other)}.")
    elif given and not guessed:
        said.append("Just as you name it." if len(given) == len(ANSWERS) else "So it is, as far as you name it.")
    if guessed:
        luck = "“Routine” was a guess" if "urgency" not in key.right else "It agrees with yours, but “routine” was luck"
        luck = "“Routine” was luck" if other and "urgency" in key.right else luck
        said.append(f"{luck}: you had not asked about {_listed(key.unasked)}.")
    had = sum(one in result.noted for one in key.enough)
    said.append(f"Three findings would do for what and where: {_three(key)}; you had {had} of them.")
    return " ".join(said)


def _three(key):
    return _listed(key.enough)


def _listed(keys):
    return ", ".join(rows()[one].label.rstrip("?").lower() for one in keys)


def compare(held, result):
    """Return how two examinations differ."""
    if (held.state.patient, held.state.seed) != (result.state.patient, result.state.seed):
        return f"A was another patient: {held.hidden.name}."
    if held.state == result.state:
        return "A is the same examination."
    return f"A took {_minutes(held)}. {naming(held).replace('You name', 'There you named')}."


def table(result):
    """Return what was asked and tested, what was found, and what it can tell."""
    noted = [
        (
            rows()[key].label.rstrip("?"),
            one.words,
            "stands out" if one.off else "as usual",
            one.sign,
            rows()[key].tells,
        )
        for key, one in result.noted.items()
    ]
    return Table(
        "Notes of the examination",
        ("Asked or tested", "Found", "", "Warning sign", "What it can tell"),
        tuple(noted) or (("nothing yet", "", "", "", ""),),
    )


def idle(result):
    """Return the controls that change nothing now, each with its reason."""
    state, why = result.state, {}
    if state.patient != "mystery":
        why["seed"] = "Only a mystery patient has a number."
    if state.now != "none":
        why[state.now] = "It is what you look at now."
    return why
