"""The people of the study: what both voices would expect of them, and what was counted."""

from spine_edu.claims.ledger import places
from spine_edu.claims.ledger.model import PEOPLE
from spine_edu.drawing import hundred
from spine_edu.drawing.outlines import drawn

#: Cell -> the role of its colour.
ROLES = {"left": "load", "found": "better", "right": "herniation"}
HALF = 0.46
#: Dashes of the edge of people who are guessed.
_DASH = "2.5px,1.5px"
#: A cell's two kinds of people: those of whom it is told, and the others.
KINDS = ("with it", "others", "unknown")


def shapes(result, theme, looked=PEOPLE):
    """Yield the cells, and the people in them; those in the middle as far as so many were `looked` at."""
    for cell, (left, right) in places.CELLS.items():
        edge = {"color": theme.color(ROLES[cell]), "width": theme.line * (0.9 if cell == "found" else 0.5)}
        yield drawn(
            f"Cell: {cell}", places.box(left, places.FIELD[0], right, places.FIELD[1], 0.4), edge, fill=theme.paper
        )
    for name, path in (paths(result) if looked else _waiting(result)).items():
        yield drawn(name, path, **look(name, theme, result.published))


def look(name, theme, published):
    """Return edge and fill of people by their name.

    Only counted people are solid: those guessed for a voice are hollow and dashed; of whom nothing was published,
    dotted.
    """
    cell, kind = name.partition(": ")[0], name.partition(": ")[2]
    colour = theme.color(ROLES[cell])
    if cell != "found" and not kind.startswith(KINDS[2]):
        guessed = kind.startswith(KINDS[0])
        return {"line": {"width": 1.5 if guessed else 0.7, "color": colour if guessed else theme.muted, "dash": _DASH}}
    if kind.startswith(KINDS[0]):
        return {"line": {"width": 1, "color": colour}, "fill": colour}
    if kind.startswith(KINDS[1]):
        return {"line": {"width": 1.1, "color": colour}}
    return {"line": {"width": 1, "color": theme.muted, "dash": "solid" if published else "dot"}}


def paths(result):
    """Return name -> path of all people: of each cell and group those with it, the others, and those not known."""
    return {
        f"{cell}: {kind} {group + 1}": hundred.path(where, "upright", HALF)
        for cell in places.CELLS
        for group in (0, 1)
        for kind, where in zip(KINDS, people(result, cell, group), strict=True)
    }


def _waiting(result):
    """Return nobody but those in the middle, who have not been looked at."""
    found = dict.fromkeys(paths(result), "")
    for group in range(groups(result)):
        found[f"found: {KINDS[2]} {group + 1}"] = hundred.path(
            places.standing("found", group, groups(result)), "upright", HALF
        )
    return found


def people(result, cell, group):
    """Return where those with it, the others and the unknown ones of a cell's group stand.

    Nobody stands in the middle where something was published that is no count of people, nor on the side of a voice
    that is silent.
    """
    everybody = places.standing(cell, group, groups(result))
    uncounted = cell == "found" and result.published and not result.counted
    if group >= groups(result) or uncounted or (cell == "right" and result.silent):
        return [], [], []
    count = number(result, cell, group)
    if count is None:
        return [], [], everybody
    return everybody[:count], everybody[count:], []


def number(result, cell, group):
    """Return how many of 20 have it in a cell's group; None where nobody says, or any number would do."""
    if not result.ready:
        return None
    one = result.groups[group]
    told = one.found if cell == "found" else getattr(one.row, cell)
    return None if told is None else int(told)


def groups(result):
    """Return how many groups the study has: one where nobody is compared."""
    return len(result.groups) if result.ready else 1 + (result.state.against != "nobody")


def labels(result, cell, hidden=False):
    """Return what stands over each group of a cell, in few words; without a number if that is `hidden`."""
    found = []
    for group in range(2):
        if group >= groups(result) or (cell == "right" and result.silent):
            found.append("")
        elif not result.ready:
            found.append("" if cell == "found" else "any number")
        elif cell == "found":
            found.append(_counted(result, group, hidden))
        else:
            found.append("" if hidden else _guessed(result, cell, group))
    return found


def _counted(result, group, hidden):
    """Return what stands over a group in the middle."""
    if not hidden and result.published and not result.counted:
        return ""
    count, label = number(result, "found", group), result.groups[group].row.label
    return label if hidden or count is None else f"{label}: {count}"


def _guessed(result, cell, group):
    """Return what stands over a group that is guessed for a voice."""
    count, row = number(result, cell, group), result.groups[group].row
    if count is None:
        return "gives no number"
    return f"{row.label}: {'up to ' if row.bound == cell else ''}{count}"
