"""The people of the study, in lines, and what both voices let one expect of them.

People stand for a count: one that was published, or the number that a voice itself names. A voice that names none has
its words instead, and where nobody counted, the places stay empty.
"""

import random

from spine_edu.claims.ledger import places
from spine_edu.claims.ledger import words as said
from spine_edu.claims.ledger.model import PEOPLE, SIDES
from spine_edu.drawing import hundred
from spine_edu.drawing.outlines import EMPTY, drawn

#: Who is told of -> the role of its colour.
ROLES = {"left": "load", "found": "better", "right": "herniation"}
#: Dashes of the edge of people who are not counted, but named.
_DASH = "2.5px,1.5px"
#: Where those with it stand, the same for everybody: a sample does not come sorted, and nobody changes in a run.
_SPREAD = [random.Random(f"ledger {group}").sample(range(PEOPLE), PEOPLE) for group in (0, 1)]
#: People of the study: those with it, the others, and places of whom nobody has looked at.
KINDS = ("with it", "others", "not looked at")


def shapes(result, theme, kind):
    """Yield the place of the study and its people, if `kind` is what lies under the rope: see `panel.kind`."""
    edge = {"color": theme.color(ROLES["found"]), "width": theme.line * 0.9}
    path = places.box(*places.UNDER, 0.4) if kind == "people" else EMPTY
    yield drawn("Place of the study", path, edge, fill=theme.paper)
    for name, path in people(result, kind).items():
        yield drawn(name, path, **_look(name, theme))
    for side in SIDES:
        count = number(result, side) if kind == "people" and not result.scale else None
        where, half = places.crowd(places.voice(side, result.stands))
        given = ([], []) if count is None else (where[:count], where[count:])
        colours = (theme.color(ROLES[side]), theme.muted)
        for name, some, line, width in zip(("named", "others"), given, colours, (1.4, 0.7), strict=True):
            edge = {"color": line, "width": width, "dash": _DASH}
            yield drawn(f"{side}: {name}", hundred.path(some, "upright", half) or EMPTY, edge)
    count = marked(result, kind)
    yield drawn("found: marked", places.bracket(count) if count else EMPTY, {"color": theme.ink, "width": theme.line})


def marked(result, kind):
    """Return how many people of the first group are marked, once it is told; 0 where nobody is."""
    return (result.groups[0].marked or 0) if kind == "people" and result.told else 0


def _look(name, theme):
    """Return edge and fill of people of the study: only of whom it was counted are solid."""
    colour, kind = theme.color(ROLES["found"]), name.partition(": ")[2]
    if kind.startswith(KINDS[0]):
        return {"line": {"width": 1, "color": colour}, "fill": colour}
    if kind.startswith(KINDS[1]):
        return {"line": {"width": 1.1, "color": colour}}
    return {"line": {"width": 1, "color": theme.muted, "dash": "dot"}}


def people(result, kind):
    """Return name -> path of all people of the study; in one row where there is no study yet."""
    found = {}
    for group in (0, 1):
        sorted_ = standing(result, group) if kind == "people" else ([], [], [])
        half = places.standing(0, result.stands)[1]
        if kind in ("tied", "crowd") and not group:
            row, half = places.in_a_row(asked=kind == "crowd")
            sorted_ = [], [], row
        for name, some in zip(KINDS, sorted_, strict=True):
            found[f"found: {name} {group + 1}"] = hundred.path(some, "upright", half) or EMPTY
    return found


def standing(result, group):
    """Return where those with it, the others, and those not looked at stand.

    They stand as they came, and stay so. Nobody stands where something was published that is no count of people.
    """
    if not _there(result, group):
        return [], [], []
    everybody, _ = places.standing(group, result.stands)
    count, looked = result.groups[group].found, result.looked
    if count is None:
        return [], [], everybody
    with_it = set(_order(result.groups[group], group)[:count])
    seen = everybody[:looked]
    found = [spot for person, spot in enumerate(seen) if person in with_it]
    return found, [spot for spot in seen if spot not in found], everybody[looked:]


def _there(result, group):
    """Return whether a group has its line of people."""
    return group < len(result.groups) and not result.says


def _order(one, group):
    """Return the people of a group, first those who have it: who does not is among the marked ones, if there are any.

    Of those who were to wait, 12 of 20 recovered without an operation: all who are not marked.
    """
    return sorted(_SPREAD[group], key=lambda person: person >= PEOPLE - (one.marked or 0))


def number(result, side):
    """Return the number of 20 that a voice itself names; None if it names none."""
    named = getattr(result.groups[0].row, side) if result.ready else None
    return None if named is None else int(named)


def words(result, theme, kind):
    """Yield what stands over the people, and in each line: who, and how many."""
    there = kind == "people"
    heading, below = said.heading(result) if there else ("", "")
    blue = theme.text(ROLES["found"])
    yield places.WIDE / 2, places.HEAD, heading, "middle center", blue
    yield places.WIDE / 2, places.BELOW, below, "middle center", blue
    for group, height in enumerate(places.LINES[result.stands][1] + (0,) * (result.stands == 1)):
        one = result.groups[group] if there and _there(result, group) else None
        yield places.LINE, height, one.row.label if one else "", "middle right", blue
        count = one.found if one and result.told else None
        yield places.COUNT, height, "" if count is None else f"<b>{count}</b>", "middle right", blue
    agreed = f"<b>{result.says}</b>" if there and result.told and result.says and not result.scale else ""
    yield places.WIDE / 2, places.MEAN, agreed, "middle center", theme.text(ROLES["found"], size=1.2)
    count = marked(result, kind)
    marks = f"{count} {result.groups[0].row.marks.format(others=PEOPLE - count)}" if count else ""
    yield places.WIDE - places.LINE, places.MARK, marks, "middle left", theme.text()
    for side in SIDES:
        yield from _voice(result, side, theme, there)


def _voice(result, side, theme, there):
    """Yield what a voice lets one expect: beside its people, as a line, or over its end of a scale."""
    colour = theme.text(ROLES[side])
    text = said.expects(result, side) if there else ""
    count = number(result, side)
    upto = "up to " if there and result.ready and result.groups[0].row.bound == side else ""
    if result.scale:
        x, anchor = (places.LINE, "right") if side == "left" else (places.WIDE - places.LINE, "left")
        yield x, places.VOICES, text, f"middle {anchor}", colour
        yield places.COUNT, places.VOICES, "", "middle right", colour
        return
    height = places.voice(side, result.stands)
    yield places.LINE, height, text, "middle right", colour
    number_ = f"{upto}<b>{count}</b>" if there and count is not None else ""
    yield places.COUNT, height, number_, "middle right", colour
