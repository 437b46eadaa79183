"""The map in words: what is kept, joined and sorted, and what is known of the maps that other people draw."""

from spine_edu import data
from spine_edu.citations import short_citations
from spine_edu.letters import lower
from spine_edu.prevention.map.loops import looped, round_trip, rows_of, short
from spine_edu.prevention.map.model import (
    MOST,
    TRAYS,
    count,
    groups,
    of_group,
    published,
    ring,
    things,
)
from spine_edu.prevention.map.weights import weight
from spine_edu.tables import Passage, Table

#: The names of the trays, as a line begins with them.
TRAYED = {"week": "This week", "season": "This season", "never": "Not in her hands", "yes": "Still to sort"}


def title(result):
    """Return what the level shows, in few words."""
    state = result.state
    if state.level == "cycle":
        return f"The cycle: {result.parts} boxes, {result.lines} arrows"
    if state.level == "noor":
        return _TASKS[state.task](result)
    if state.level == "one":
        return f"{_own(result)}, and where {'people in pain' if state.whose == 'patient' else 'experts'} put weight"
    drawn = _counted(len(ring()) if result.owner == "ring" else result.drawn, "arrow")
    if result.owner == "yours" and result.given and not result.arrows:
        return f"{_own(result)} and the ring’s {drawn}, beside {count('experts')} maps"
    return f"{_own(result)}: {drawn}; {count('experts')} experts together: {result.lines:,}"


def _own(result):
    """Whose the boxes are that lie on the map, in few letters."""
    return {"ring": "The ring", "example": "Example", "yours": f"Your {len(result.kept)}"}[result.owner]


def _held(result):
    return None if result.state.hand == "none" else things()[result.state.hand].name


def _keeping(result):
    if result.state.full and result.state.hand not in ("none", *result.kept):
        return f"{MOST} of {MOST}: which goes for {lower(_held(result))}?"
    if result.state.full:
        return f"{MOST} of {MOST} kept: now draw, then sort"
    return f"Keep ten for Noor: {len(result.kept)} of {MOST}"


def _joining(result):
    if result.state.hand in result.kept:
        return f"{_held(result)} leads to …?"
    mine, things_ = len(result.arrows) - len(result.borrowed), _counted(result.parts, "thing")
    if mine and result.borrowed:
        # In a title, three numbers of arrows have no room.
        return f"{things_}; arrows: {mine} yours, {result.drawn - mine} not"
    return f"{things_}; {split(result)}"


def _sorting(result):
    left = result.trays["yes"]
    held = result.state.hand if result.state.hand in result.kept else left[0] if left else None
    return f"{things()[held].name}: can Noor change it?" if held else "What Noor could change"


_TASKS = {"keep": _keeping, "arrows": _joining, "sort": _sorting}


def split(result):
    """Return how many arrows are the reader's, how many an example's, and how many the ring's."""
    given = len(result.given)
    if not result.arrows:
        return f"{_counted(given, 'arrow')}, all the ring’s" if given else "no arrow yet"
    theirs, mine = len(result.borrowed), len(result.arrows) - len(result.borrowed)
    each = ((mine, "yours"), (theirs, "of an example"), (given, "the ring’s"))
    return "arrows: " + ", ".join(f"{number} {whose}" for number, whose in each if number)


def whose_arrow(result, pair):
    """Return whose an arrow is."""
    return "the ring’s" if pair in result.given else "an example’s" if pair in result.borrowed else "your"


def meaning(thing):
    """Return what is meant by a thing; nothing if none is read about."""
    return f"{things()[thing].name}: {things()[thing].says}" if thing != "none" else ""


def _counted(number, name):
    return f"{number} {name}{'' if number == 1 else 's'}"


def kept_of(result, group):
    """Return how many of a group's things are kept, and by whom: as long as nothing is chosen, they are the ring's."""
    who = {"ring": "the ring has", "example": "the example has", "yours": "you keep"}[result.owner]
    return f"{who} {result.by_group[group]} of {len(of_group(group))}"


def _named(names):
    return ", ".join(names) if names else "nothing"


def _cite(key):
    return short_citations(published(key).source)


def sentence(result):
    """Return what the level shows, and what is not painted there."""
    return " ".join(filter(None, _LEVELS[result.state.level](result)))


def _cycle(result):
    yield f"{title(result)}. So the articles draw it, and so far this course. Where a box lies says"
    yield "nothing of a place in Noor’s body. Zoom out: how much of her is in it?"


def _noor(result):
    state = result.state
    if state.task == "sort":
        for tray in TRAYS:
            if result.trays[tray]:
                yield f"{TRAYED[tray]}: {_named([lower(things()[thing].name) for thing in result.trays[tray]])}."
        yield from replies(result)
        yield "The trays are a start for the flare plan below: “One page to print”, under “More”, takes them along."
        return
    yield f"{title(result).removesuffix('?').removesuffix(' …')}{'?' if title(result).endswith('?') else '.'}"
    if state.task == "keep":
        yield meaning(state.read)
        yield f"Which group weighed most was published ({_cite('expert_parts')}); how much was not."
        yield "The twenty things are our choice."
        return
    yield meaning(state.hand if state.hand in result.kept else state.read)
    yield from _joined(result)
    yield from _whose(result)
    yield from _unread(result)


def _whose(result):
    """Whose the arrows are that are not the ring's; what a reader has not drawn is not called the reader's."""
    theirs = len(result.borrowed)
    if theirs < len(result.arrows) or not theirs:
        yield "The arrows that you draw, and their signs, are yours: nobody measured them."
    if theirs:
        all_ = theirs == len(result.arrows)
        yield f"{'All but the ring’s' if all_ else theirs} are an example’s, invented for teaching."


def _joined(result):
    """The loop that the reader's arrows make; how many there are, and what stands at no arrow, is in the table."""
    if result.loop:
        yield f"{looped(result)} {round_trip(result.loop)}. Minus signs on its way: {result.turning or 'none'},"
        yield f"so it is {result.kind}."


def unchanged(result):
    """Return, in two parts, that nobody changes what lies in a tray of time all the same; nothing if all can be."""
    if not result.fixed:
        return ()
    *first, last = [short(thing) for thing in result.fixed]
    names = f"{', '.join(first)} or {last}" if first else last
    return f"Nobody changes {names};", f"perhaps what {'they mean' if first else 'it means'} to her."


def unmoved(result):
    """Return, in two parts, that nobody moves directly what lies in a tray of time all the same; nothing if all can."""
    if not result.indirect:
        return ()
    them = "them" if len(result.indirect) > 1 else "it"
    return f"Nobody moves the {_few(result.indirect, 'or')} directly;", f"what could she do about {them}?"


def _few(names, word):
    """Return the first two names, and that there are others."""
    more = [short(thing) for thing in names]
    return f" {word} ".join(more) if len(more) < 3 else f"{more[0]}, {more[1]} {word} others"


def replies(result):
    """Return what is replied to what lies in a tray of time, each a sentence."""
    return tuple(" ".join(parts) for parts in (unchanged(result), unmoved(result)) if parts)


def replied(result):
    """Return the same as two lines on the picture; nothing if there is nothing to reply."""
    fixed, indirect = unchanged(result), unmoved(result)
    if fixed and indirect:
        return f"{fixed[0].removesuffix(';')}.", f"{indirect[0].removesuffix(';')}."
    return fixed or indirect


def unlike():
    """Return in a few words why the sizes of the maps are not of the same kind."""
    return f"Theirs hold treatments and outcomes, too; a map here stops at {MOST}."


def _unread(result):
    if result.unread:
        yield f"Not read as an arrow: “{'”, “'.join(result.unread)}”. Write it as: Broken sleep > Fear."


def _one(result):
    who = result.state.whose
    spread, lines = published(f"{who}_parts").spread, published(f"{who}_lines").spread
    people = count("patients" if who == "patient" else "experts")
    source = _cite("patient_parts" if who == "patient" else "expert_parts")
    more = "" if who == "patient" else f"; that there were {people}, {_cite('experts')}"
    whose = "Somebody’s map of their own back" if who == "patient" else "An expert’s map"
    size = f"{result.parts} parts, {result.lines} arrows on average of {people}, give or take {spread:g} and {lines:g}"
    yield f"{whose}: {size} ({source}{more})."
    one = "" if who == "patient" else "; work and people, and surroundings, were one central group"
    yield f"Which group weighed most was published; how much was not{one}. {_boxed(result)}"


def _all(result):
    yield f"{count('experts')} experts’ maps together ({_cite('all_parts')}){_times(result)}."
    own = {"ring": "", "example": ", the example’s are invented", "yours": ", yours are as drawn"}[result.owner]
    yield f"The ring’s arrows are this course’s{own}; in the other nets, places and joins are invented."
    yield f"{result.parts} is no sum: the maps share many parts, and more people can only add to it."


def _times(result):
    """How many times as many parts and lines all maps have as the reader's, or as the ring."""
    times = _many_times(result)
    if not times:
        return f": {result.parts} parts and {result.lines:,} arrows"
    whose, parts, lines = times
    return f": about {parts:.0f} times as many parts and {lines:.0f} times as many arrows as {whose}"


def _one_times(result):
    """Return whose map it is, and how many times its parts and lines all maps have."""
    who = "patient" if result.state.whose == "patient" else "expert"
    name = {"patient": "a map of somebody with back pain", "expert": "a map of an expert"}[who]
    return name, *(count(f"all_{kind}") / count(f"{who}_{kind}") for kind in ("parts", "lines"))


def _many_times(result):
    """Return whose map all maps together stand beside, and how many times its parts and lines they have; or nothing."""
    whose = {"ring": "the ring", "example": "the example’s", "yours": "yours"}[result.owner]
    parts, lines = (len(result.kept), result.drawn) if result.chosen else (_boxes(), len(ring()))
    return (whose, count("all_parts") / parts, count("all_lines") / lines) if parts and lines else ()


def _boxed(result):
    if not result.chosen:
        return "In the wedges lie the ring’s five boxes."
    return f"In the wedges lie {'an example’s things' if result.owner == 'example' else 'the things that you keep'}."


_LEVELS = {"cycle": _cycle, "noor": _noor, "one": _one, "all": _all}


def compare(held, result):
    """Return which things are kept here and not in A."""
    more = [lower(things()[thing].name) for thing in result.kept if thing not in held.kept]
    less = [lower(things()[thing].name) for thing in held.kept if thing not in result.kept]
    lines = f" Arrows in A: {held.drawn}; here: {result.drawn}."
    if not more and not less:
        return f"A keeps the same things.{lines}"
    return f"Kept here and not in A: {_named(more)}; in A and not here: {_named(less)}.{lines}"


def table(result):
    """Return the twenty things with their groups, the reader's arrows, and the published numbers."""
    where = {thing: lower(TRAYED[tray]) for tray in TRAYS for thing in result.trays[tray]}
    rows = [
        (row.name, groups()[row.group].name, where.get(thing, "kept") if thing in result.kept else "", row.says)
        for thing, row in things().items()
    ]
    for group, row in groups().items():
        here = kept_of(result, group)
        rows.append((row.name, "a group", here, f"the study calls it {row.theirs}; {lower(weight(group))}"))
    rows += [
        (_ways([pair]), f"{whose_arrow(result, pair)} arrow", result.signs[pair].replace("-", "−"), "")
        for pair in (*result.arrows, *result.given)
    ]
    rows += rows_of(result)
    if result.chosen:
        whose = "An example’s map" if result.owner == "example" else "Your map"
        rows.append((whose, "parts", f"{len(result.kept)}", ""))
        rows.append((whose, "arrows", f"{result.drawn}", split(result)))
    rows += [("The ring", "parts", f"{_boxes()}", ""), ("The ring", "arrows", f"{len(ring())}", "")]
    for whose, parts, lines in filter(None, (_many_times(result), _one_times(result))):
        rows.append(("29 maps together", f"parts for each of {whose}", f"{parts:.0f}", "counted out"))
        rows.append(("29 maps together", f"arrows for each of {whose}", f"{lines:.0f}", "counted out"))
    rows += _told_besides(result)
    rows += [
        (row.about, _cite(row.key), f"{row.value:g}", f"± {row.spread:g}" if row.spread is not None else "")
        for row in data.table("prevention_map")
    ]
    return Table("Twenty things, eight groups, and the maps' sizes", ("What", "Group", "", "More"), tuple(rows))


def _told_besides(result):
    """Yield what one must know of the published maps and has no room in a sentence."""
    maps = ("one", "all")
    if result.state.level not in maps:
        return
    yield "A part of a map", "", "", "what somebody put on it: in the ring a box, in our lists a thing"
    yield "A part’s weight", _cite("patient_parts"), "", "how strong the arrows at it were drawn, added up"
    central = "which groups were central for experts is from another study"
    yield "Central", _cite("all_parts"), "", f"{central}; for people in pain it was not published where we read"
    whose = {"ring": "the ring’s", "example": "the example’s", "yours": "yours"}[result.owner]
    open_ = f"how many of the {count('all_parts')} parts lie in which group, and which of them are also {whose}"
    yield "Not in what we read", _cite("all_parts"), "", open_
    yield "Maps of two kinds", "", "", unlike()
    sum_ = f"{count('experts')} maps of about {count('expert_parts')} parts each share many, or there would be"
    yield f"Why {count('all_parts')} is no sum", "", "", f"{sum_} {count('experts') * count('expert_parts')}"


def _boxes():
    return sum(row.cycle == "yes" for row in things().values())


def one_page(result, own_words=""):
    """Return one page to print or to take along: Noor's flare plan, as far as the three trays make it.

    Parameters
    ----------
    result : MapResult
    own_words : str
        What the reader adds; it stands on the page and is kept nowhere.
    """
    lines = [("For", "Noor, month 14, in a flare. A start: each line is to become a sentence that she can use.")]
    for tray in (*TRAYS, "yes"):
        if result.trays[tray]:
            lines.append((TRAYED[tray], f"{_named([things()[thing].name for thing in result.trays[tray]])}."))
    lines += [("To think about", " ".join(replies(result)))] if replies(result) else []
    lines += [("In my own words", own_words)] if own_words else []
    mine = [pair for pair in result.arrows if pair not in result.borrowed]
    signed = "; ".join(f"{_ways([pair])} ({result.signs[pair].replace('-', '−')})" for pair in mine)
    lines += [("What I think leads to what", f"{signed}. Nobody measured these arrows.")] if mine else []
    theirs = f"{_ways(result.borrowed)}. Invented for teaching: which of them would you draw?"
    lines += [("Arrows of an example, not mine", theirs)] if result.borrowed else []
    lines.append(("Still to write", "What happened; what is likely; when somebody should look; what is uncertain."))
    lines.append(
        ("What this is", "A page of a course. It teaches and gives no advice; nothing on it was sent or kept.")
    )
    return Passage(lines)


def _ways(arrows):
    return "; ".join(f"{things()[start].name} → {things()[end].name}" for start, end in arrows)


def idle(result):
    """Return the controls that change nothing now, each with its reason."""
    state = result.state
    if state.level == "cycle":
        why = "Zoom out to Noor first."
        return {
            "whose": "Zoom out to one map first.",
            **dict.fromkeys(("task", "group", "hand", "read", "lines", "loop", "order", *things()), why),
        }
    if state.level == "noor":
        shut = {} if len(result.loops) > 1 else {"loop": "No second loop is closed."}
        shut |= {"read": _FRAMED} if state.task == "arrows" and state.hand in result.kept else {}
        shut |= {} if result.untangled != result.kept else {"order": "No other order makes less of a tangle."}
        return {"whose": "Zoom out to one map first.", **shut, **_IDLE[state.task]}
    idle = dict.fromkeys(("task", "hand", "loop", "order"), "Zoom in to Noor first.")
    if state.level == "one":
        return idle | ({"read": "Open a group first."} if state.group == "none" else {})
    net = {
        "group": "No part of these nets is in a group.",
        "read": "No part of these nets has a name.",
    }
    return idle | net


_FRAMED = "The arrows say what the framed thing means."
#: What changes nothing in each picture of Noor's.
_IDLE = {
    "keep": dict.fromkeys(("lines", "loop", "order"), "Press “2 draw arrows” first."),
    "arrows": {"group": "The arrows show no groups."},
    "sort": {
        "group": "The trays show no groups.",
        "read": "The trays say what the framed card means.",
        **dict.fromkeys(("lines", "loop", "order"), "The trays show no arrows."),
    },
}
