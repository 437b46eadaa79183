"""The map in words: what is kept, and what is known of the maps that people with back pain and experts draw."""

from spine_edu import data
from spine_edu.prevention.map.model import MOST, count, groups, of_group, published, things
from spine_edu.tables import Table


def title(result):
    """Return what the level shows, in few words."""
    size = f"{result.parts:,} parts, {result.lines:,} lines"
    if result.state.level == "cycle":
        return f"The cycle: {result.parts} boxes, {result.lines} arrows"
    if result.state.level == "noor":
        return f"Keep ten for Noor: {len(result.kept)} of {MOST}"
    if result.state.level == "one":
        whose = "Somebody with back pain" if result.state.whose == "patient" else "An expert"
        return f"{whose}: {size}"
    return f"{count('experts')} experts together: {size}"


def heaviest(who):
    """Return the name of the group that had most weight in the maps of experts or patients."""
    return next(row.name for row in groups().values() if row.most == who)


def _named(names):
    return ", ".join(names) if names else "nothing"


def lower(words):
    """Return words with a small first letter, to stand in a sentence."""
    return words[0].lower() + words[1:]


def _cite(key):
    return ", ".join(data.short_citation(one) for one in data.split_keys(published(key).source))


def sentence(result):
    """Return what the level shows, and what is kept."""
    return " ".join(_LEVELS[result.state.level](result))


def _cycle(result):
    yield f"{title(result)}. So the articles draw it, and so far this course. Zoom out: where does it lie in Noor?"


def _noor(result):
    names = [lower(things()[thing].name) for thing in result.kept]
    yield f"{title(result)}: {_named(names)}."
    for who, whose in (("experts", "Researchers and clinicians"), ("patients", "People with back pain")):
        group = next(key for key, row in groups().items() if row.most == who)
        here = f"you keep {result.by_group[group]} of {len(of_group(group))}"
        yield f"{whose} put most weight on {lower(groups()[group].name)}: {here}."
    yield f"That of the weights stands in {_cite('expert_parts')}."
    empty = [lower(groups()[group].name) for group, number in result.by_group.items() if not number]
    yield f"Without anything: {_named(empty)}." if empty else "Each of the eight groups has something."


def _one(result):
    who = result.state.whose
    spread, lines = published(f"{who}_parts").spread, published(f"{who}_lines").spread
    people = count("patients" if who == "patient" else "experts")
    source = _cite("patient_parts" if who == "patient" else "expert_parts")
    more = "" if who == "patient" else f"; that there were {people}, {_cite('experts')}"
    yield f"{title(result)}, on average of {people} maps, give or take {spread:g} and {lines:g} ({source}{more})."
    yield f"Most weight lay on {lower(heaviest('patients' if who == 'patient' else 'experts'))}."
    yield "Which part is which was not in what we read: places and lines are drawn by us."


def _all(result):
    yield f"{title(result)} ({_cite('all_parts')}). {len(result.kept)} dots are lit: as many as you keep."
    central = [lower(row.name) for row in groups().values() if row.central == "yes"]
    yield f"In the middle of the experts' maps lay {_named(central)}."
    yield "Which dot is which, and the weights, were not in what we read."


_LEVELS = {"cycle": _cycle, "noor": _noor, "one": _one, "all": _all}


def compare(held, result):
    """Return which things are kept here and not in A."""
    more = [lower(things()[thing].name) for thing in result.kept if thing not in held.kept]
    less = [lower(things()[thing].name) for thing in held.kept if thing not in result.kept]
    if not more and not less:
        return f"A keeps the same things; its picture was: {title(held)}."
    return f"Kept here and not in A: {_named(more)}; in A and not here: {_named(less)}."


def table(result):
    """Return the twenty things with their groups, and the published numbers."""
    rows = [
        (row.name, groups()[row.group].name, "kept" if thing in result.kept else "", row.says)
        for thing, row in things().items()
    ]
    for group, row in groups().items():
        central = "; central for the experts" if row.central == "yes" else ""
        here = f"you keep {result.by_group[group]} of {len(of_group(group))}"
        rows.append((row.name, "a group", f"{here}{central}", f"the study calls it {row.theirs}"))
    rows += [
        (row.about, _cite(row.key), f"{row.value:g}", f"± {row.spread:g}" if row.spread is not None else "")
        for row in data.table("prevention_map")
    ]
    return Table("Twenty things, eight groups, and the maps' sizes", ("What", "Group", "", "More"), tuple(rows))


def idle(result):
    """Return the controls that change nothing now, each with its reason."""
    level = result.state.level
    idle = {"whose": "Zoom out to one map first."} if level in ("cycle", "noor") else {}
    return idle | dict.fromkeys(things(), "Zoom out to Noor first.") if level == "cycle" else idle
