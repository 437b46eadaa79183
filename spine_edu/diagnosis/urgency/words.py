"""The doors in words: what the open card says, where it stands, and how weak it is alone."""

from spine_edu import data
from spine_edu.citations import UNCHECKED, origin
from spine_edu.diagnosis.urgency.model import DOORS, NO_SIGN, PEOPLE, base_of, cards, counts, told
from spine_edu.letters import capital, listed
from spine_edu.tables import Table

_MEASURES = {
    "with": "of 100 who have it, have the sign",
    "without": "of 100 who do not have it, have the sign",
    "after": "of 100 with the sign, have it",
    "all": "of 100 who came, have the sign",
    "refers": "of 100 without pain, have it on a scan",
}


def sentence(result):
    """Return the open card, its door with what is usually done, how it was counted, and what the list leaves out."""
    return " ".join(filter(None, (_where(result), _counted(result), _list(result))))


def compare(held, result):
    """Return how two cards or two lists differ."""
    moved = [cards()[card].name for card in cards() if held.doors[card] != result.doors[card]]
    lists = (
        f"Between the two lists {listed(moved)} changed the door. "
        if moved
        else "Every card stands where it stood in A. "
    )
    if held.state.sign == result.state.sign:
        return f"{lists}The same card is open."
    return f"{lists}A opened “{name(held.state.sign)}”: {held.groups[0].said}, {held.groups[0].whom}."


def table(result):
    """Return every card with its doors, and every count, as a `Table`."""
    rows = []
    for card in (*cards(), NO_SIGN):
        row = cards().get(card)
        if row:
            rows.append((told(card), _doors(row), "", row.action, origin(row)))
        rows += _base_row(card)
        rows += [(told(card), _MEASURES[one.measure], _number(one), _whom(one), origin(one)) for one in counts(card)]
    heads = ("Sign", "Door, or what was counted", "Of 100", "Who, or what is done", "Where it comes from")
    return Table("Signs, doors and counts", heads, tuple(rows))


def _base_row(card):
    base = base_of(card)
    if base is None:
        return []
    row = counts(card)[0]
    whom = f"{base.everybody:,} {row.people}; {base.had} of them had it, {base.of_all} of 100"
    origin = f"our sum, from the rounded shares of {data.short_citation(row.source)}"
    return [(told(card), _MEASURES["after"], f"about {base.with_sign}", whom, origin)]


def name(card):
    """Return the words of a card on the picture."""
    return "No sign" if card == NO_SIGN else cards()[card].name


def at_step(card, before, after):
    """Return what is said while a card goes from the door of the reader to that of the course."""
    if before is None:
        return f"“{told(card)}” goes to “{DOORS[after]}”."
    return f"You put “{told(card)}” to “{DOORS[before]}”; the list puts it to “{DOORS[after]}”."


def _where(result):
    card, words = result.state.sign, told(result.state.sign)
    if card == NO_SIGN:
        return f"No card: {words}. That stands at no door, for it clears nobody."
    row = result.card
    if not row.sign:
        return f"“{capital(words)}” is no sign of the lists: {row.action}."
    action = capital(row.action)
    said = f"“{capital(words)}” stands at “{DOORS[result.door]}”. It can point to {row.points_to}. {action}."
    return said


def _counted(result):
    first, second = result.groups
    if not first.counted:
        return "We found no count of how often it is there, with or without such a cause: no number is no all-clear."
    row = first.row
    told_ = {
        "with": _with_and_without,
        "after": lambda one, other: _after(one, other),
        "all": _all,
        "refers": _findings,
    }[row.measure](first, second)
    if row.measure == "all" and row.seen:
        return f"{told_}."
    return f"{told_} ({_source(row)}).{_base(result)}"


def _base(result):
    """Return how many had it at all, and of those with the sign; both sums are of one study."""
    if result.base is None:
        return ""
    base, what = result.base, _those(result.groups[0]).removeprefix("with ")
    return (
        f" In all, {base.had} of {base.everybody:,} had {what}; so of {PEOPLE} with the sign about {base.with_sign}: "
        "our sum, from the same study’s rounded shares."
    )


def _with_and_without(first, second):
    missing = first.row.card == NO_SIGN
    verb = "lacked a given sign" if missing else "had it"
    said = f"Of {PEOPLE} people: {_range(first)} {verb} among those {_those(first)}"
    if second.counted:
        return f"{said}, and {_range(second)} among those {_those(second)}"
    return f"{said}; among people without, nobody counted it"


def _after(first, second):
    said = f"Of {PEOPLE} people {_those(first)}, {_range(first)} had {_target(first)}"
    return f"{said}; {_those(second)}, {_range(second)}"


def _all(first, second):
    said = f"{_range(first)} of {PEOPLE} {first.row.people} had it ({first.row.note})"
    return f"{said}; {_range(second)} of those turned out to be seriously ill" if second.counted else said


def _findings(first, second):
    said = f"{_range(first)} of {PEOPLE} people without back pain, {first.whom}, have one"
    return f"{said}, and {_range(second)} of {PEOPLE}, {second.whom}"


def _range(group):
    interval = ""
    row = group.row
    if row.value is not None and row.low is not None:
        interval = f" ({row.low:g} to {row.high:g})"
    number = f"{group.low:.0f}" if group.low == group.high else f"{group.low:.0f} to {group.high:.0f}"
    return f"{number}{interval}"


def _those(group):
    return {
        "if pressed": "with pressed nerves on the scan",
        "if not": "without",
        "if infected": "with an infection of the spine",
        "if cancer": "with cancer",
        "if none": "without",
        "after a fall": "with a serious fall or blow",
        "more signs": "with several signs of a fracture together",
        "on steroids": "on steroid tablets for long",
        "older": "of higher age alone",
    }[group.whom]


def _target(group):
    return cards()[group.row.card].points_to


def _source(row):
    """Return who was counted; by whom, and where we read it, stands in the table."""
    said = "fitted to 33 studies" if row.measure == "refers" else _people(row)
    return said if row.seen else f"{said}; {UNCHECKED}"


def _people(row):
    """Return who was counted and how many; both groups of a study together where it gives both."""
    pair = [
        one.n for one in counts(row.card) if one.source == row.source and one.measure in ("with", "without") and one.n
    ]
    if row.measure in ("with", "without") and len(set(pair)) > 1:
        return f"{sum(pair):,} {row.people}, {pair[0]:,} of them with it"
    return f"{row.n:,} {row.people}" if row.n else row.people


def named(result):
    """Return how many of the signs the list names, in few words; empty for the course, which names all."""
    if result.state.whose == "course":
        return ""
    signs = sum(bool(row.sign) for row in cards().values())
    return f"names {signs - len(result.left_out)} of {signs} signs"


def _list(result):
    if result.state.whose == "course":
        return ""
    whose = {
        "nhs": "The page of the British health service (read in copies)",
        "article": "The one web article with a list",
    }[result.state.whose]
    said = ", not this one" if result.state.sign in result.left_out else ""
    return f"{whose} {named(result)}{said}."


def _doors(row):
    others = [f"the NHS page: {DOORS[row.nhs] if row.nhs else 'not named'}"] if row.sign else []
    others += [f"one web article: {'named' if row.article else 'not named'}"] if row.sign else []
    return "; ".join([DOORS[row.door], *others])


def _number(row):
    if row.measure == "refers":
        return ""
    interval = "" if row.low is None else f"{row.low:g}–{row.high:g}"
    if row.value is None:
        return interval
    return f"{row.value:g}{f' ({interval})' if interval else ''}"


def _whom(row):
    said = [f"{row.n:,} {row.people}" if row.n else row.people, row.against and f"against {row.against}", row.note]
    if row.measure == "refers":
        said = [f"people without back pain, {row.whom}: see herniation_findings"]
    return "; ".join(filter(None, said))


def how_many(result):
    """Return of how many people the groups tell, in few words."""
    row = result.groups[0].row
    if row is None:
        return "no number<br>found"
    if row.measure == "refers":
        return "fitted to<br>33 studies"
    same = [
        one.n for one in counts(row.card) if one.source == row.source and one.measure in ("with", "without") and one.n
    ]
    total = sum(same) if len(set(same)) > 1 and row.measure in ("with", "without") else row.n
    return f"{total:,}<br>people" if total else "14<br>studies"


def bars(result):
    """Return what the two bars are, in few words: how many had it of all people, and of those with the sign."""
    base = result.base
    if base is None:
        return "", ""
    return f"of all: {base.had}<br>of {base.everybody:,}", f"of {PEOPLE} with<br>the sign: {base.with_sign}"


def filled(result):
    """Return what it means that somebody is filled, in few words."""
    row = result.groups[0].row
    if row is None:
        return ""
    if row.card == NO_SIGN:
        return "filled: sign missing"
    return {"after": "filled: yes", "refers": "filled: a bulge"}.get(row.measure, "filled: sign")
