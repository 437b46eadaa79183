"""The people of the study, and what both voices let one expect of them.

People stand for a count: one that was published, or the number that a voice itself names. A voice that names none has
a sign of its direction instead, and where nobody counted, the places stay empty.
"""

import random

from spine_edu.claims.ledger import places
from spine_edu.claims.ledger.model import PEOPLE
from spine_edu.drawing import hundred
from spine_edu.drawing.outlines import EMPTY, drawn

#: Cell -> the role of its colour.
ROLES = {"left": "load", "found": "better", "right": "herniation"}
#: Dashes of the edge of people who are not counted, but named.
_DASH = "2.5px,1.5px"
#: Where those with it stand, the same for everybody: a sample does not come sorted, and nobody changes in a run.
_SPREAD = [random.Random(f"ledger {group}").sample(range(PEOPLE), PEOPLE) for group in (0, 1)]
#: People in the middle: those with it, the others, and places of whom nobody has looked at.
KINDS = ("with it", "others", "not looked at")


def shapes(result, theme, kind):
    """Yield the cells, the people in them and the signs, if `kind` is what lies under the rope: see `panel.kind`."""
    there = kind == "people"
    for cell, (left, right) in places.CELLS.items():
        edge = {"color": theme.color(ROLES[cell]), "width": theme.line * (0.9 if cell == "found" else 0.5)}
        path = places.box(left, places.UNDER[1], right, places.UNDER[3], 0.4) if there else EMPTY
        yield drawn(f"Cell: {cell}", path, edge, fill=theme.paper)
    for name, path in people(result, kind).items():
        yield drawn(name, path, **_look(name, theme))
    for side in ("left", "right"):
        colour, named = theme.color(ROLES[side]), number(result, side) if there else None
        where, half = places.named(side)
        given = where[:named] if named is not None else [], where[named:] if named is not None else []
        for name, some, line in (("named", given[0], colour), ("others", given[1], theme.muted)):
            edge = {"color": line, "width": 1.4 if name == "named" else 0.7, "dash": _DASH}
            yield drawn(f"{side}: {name}", hundred.path(some, "upright", half) or EMPTY, edge)
        sign = getattr(result.groups[0].row, f"{side}_sign") if there and result.ready else ""
        path = places.sign(sign, sum(places.CELLS[side]) / 2, places.SIGN)
        yield drawn(f"Sign: {side}", path, {"color": colour, "width": theme.line * 0.7}, fill=theme.fill(ROLES[side]))
    count = marked(result, kind)
    yield drawn("found: marked", places.bracket(count) if count else EMPTY, {"color": theme.ink, "width": theme.line})
    key = "".join(
        places.sign(sign, x, places.KEY, places.KEY_SCALE)
        for sign, x in zip(signs(result, kind), places.KEY_SIGNS, strict=False)
    )
    yield drawn("Key of the signs", key or EMPTY, {"color": theme.ink, "width": theme.line * 0.5}, fill=theme.panel)


def signs(result, kind):
    """Return the signs that are painted now, each once: the key says what each means."""
    if kind != "people" or not result.ready:
        return []
    row = result.groups[0].row
    return list(dict.fromkeys(filter(None, (row.left_sign, row.right_sign))))


def marked(result, kind):
    """Return how many people of the first group are marked, once it is told; 0 where nobody is."""
    return (result.groups[0].marked or 0) if kind == "people" and result.told else 0


def _look(name, theme):
    """Return edge and fill of people in the middle: only of whom it was counted are solid."""
    colour, kind = theme.color(ROLES["found"]), name.partition(": ")[2]
    if kind.startswith(KINDS[0]):
        return {"line": {"width": 1, "color": colour}, "fill": colour}
    if kind.startswith(KINDS[1]):
        return {"line": {"width": 1.1, "color": colour}}
    return {"line": {"width": 1, "color": theme.muted, "dash": "dot"}}


def people(result, kind):
    """Return name -> path of all people in the middle; in one row where there is no study yet."""
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
    """Return where those with it, the others, and those not looked at stand in the middle.

    They stand as they came, and stay so.
    Nobody stands there any more where it is told that something was published that is no count of people.
    """
    if group >= len(result.groups) or (result.told and result.published and not result.counted):
        return [], [], []
    everybody, _ = places.standing(group, result.stands)
    count, looked = result.groups[group].found, result.looked
    if count is None:
        return [], [], everybody
    with_it = set(_order(result.groups[group], group)[:count])
    seen = everybody[:looked]
    found = [spot for person, spot in enumerate(seen) if person in with_it]
    return found, [spot for spot in seen if spot not in found], everybody[looked:]


def _order(one, group):
    """Return the people of a group, first those who have it: who does not is among the marked ones, if there are any.

    Of those who were to wait, 12 of 20 recovered without an operation: all who are not marked.
    """
    return sorted(_SPREAD[group], key=lambda person: person >= PEOPLE - (one.marked or 0))


def number(result, side):
    """Return the number of 20 that a voice itself names; None if it names none."""
    named = getattr(result.groups[0].row, side) if result.ready else None
    return None if named is None else int(named)


def labels(result):
    """Return what stands over each group in the middle: who they are, and how many when all have been looked at."""
    found = []
    for group in range(2):
        if group >= len(result.groups) or (result.told and result.published and not result.counted):
            found.append("")
            continue
        one = result.groups[group]
        found.append(f"{one.row.label}: {one.found}" if result.told and one.found is not None else one.row.label)
    return found


def named(result, side):
    """Return what stands over the people of a voice's own number."""
    count = number(result, side)
    if count is None:
        return ""
    return f"{'up to ' if result.groups[0].row.bound == side else ''}{count}"
