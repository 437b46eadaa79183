"""The study is run: its people come in, are looked at one after the other, and the flag goes where they put it."""

from spine_edu.claims.ledger import field, places
from spine_edu.claims.ledger.model import PEOPLE
from spine_edu.drawing import hundred
from spine_edu.drawing.outlines import EMPTY

#: Frames in which people come in, in which they are counted, and in which the flag goes.
COMING, COUNTING, FLYING = 8, 10, 5
#: How far below their places they come from, and how far the one is behind the other.
_BELOW, _BEHIND = 8.5, 0.06
_MARKS = ("walking", "striding")


def steps(result):
    """Return the frames as pairs: how far people have come, and how many of each group have been counted."""
    coming = [(frame / COMING, 0) for frame in range(COMING + 1)]
    if not result.counted:
        return [*coming, (1.0, PEOPLE)] if result.published else coming
    return coming + [(1.0, round(PEOPLE * (frame + 1) / COUNTING)) for frame in range(COUNTING)]


def flights(result):
    """Return where the flag is in the frames after the people: it goes up in the middle."""
    if result.place is None:
        return []
    return [0.5 + (result.place - 0.5) * frame / FLYING for frame in range(FLYING + 1)]


def paths(result, come, looked):
    """Return name -> path of the people in the middle, when they have come so far and so many were looked at."""
    found = {}
    for group in (0, 1):
        ended = field.people(result, "found", group)
        everybody, count = [spot for one in ended for spot in one], len(ended[0])
        if result.says and not looked and group < field.groups(result):
            everybody = places.standing("found", group, field.groups(result))
        for kind, where in zip(field.KINDS, _kinds(everybody, count, looked, ended), strict=True):
            mark = "upright" if come >= 1 else _MARKS[round(come * 8) % 2]
            found[f"found: {kind} {group + 1}"] = (
                hundred.path([_coming(spot, come) for spot in where], mark, field.HALF) or EMPTY
            )
    return found


def _kinds(everybody, count, looked, ended):
    """Return those found to have it, those found not to, and those not yet looked at."""
    if not ended[0] and not ended[1]:
        return [], [], everybody
    return (
        everybody[: min(count, looked)],
        everybody[count : max(looked, count)],
        everybody[min(looked, count) : count] + (everybody[max(looked, count) :]),
    )


def _coming(spot, come):
    x, y = spot
    row = x - places.CELLS["found"][0]
    share = min(max(come * (1 + _BEHIND * places.ROW) - _BEHIND * row, 0.0), 1.0)
    return x, y + _BELOW * (1 - share)
