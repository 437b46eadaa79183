"""The people: of both columns, of the three wordings, round the panel's tables, and those whom it takes.

Those of the columns are a hundred of each kind all the time: who is not in the picture waits beyond its edge, so that
people walk in and out when something else is laid over. A run brings the other column in row by row, the sentences one
by one, and lets one table vote after the other.
"""

from functools import lru_cache

from spine_edu.claims.other_column import places
from spine_edu.claims.other_column.model import ESTIMATES, PEOPLE, votes
from spine_edu.drawing import hundred

#: Half the height of a person: in a column, in a strip, at a table, and of those whom it takes.
COLUMN, _STRIP, _TABLE, _ROW = 0.43, 0.33, 1.0, 0.4
_DOT = 0.07
#: Half the size of the mark of a finding, and how far under the middle of a person it lies.
_SEEN, _CHEST = 0.15, 0.16
#: Rows of an empty plate in which words lie.
_WORDS = range(2, 8)
#: Half the size of a paddle, how far above its member it is held, and how far below it lies behind the table.
_PADDLE, _RAISED, _LOWERED = 0.48, 1.55, 1.05
#: How many steps a run has in each view, the start left out.
STEPS = {"columns": hundred.SIDE, "wordings": len(ESTIMATES), "votes": 3}


def columns(result, step=None):
    """Return name -> path of the people of both columns, of the empty seats, and of those whom the reader paints."""
    shown = result.shown if result.state.view == "columns" else (None, None)
    good = result.columns is not None and result.columns.good
    come = PEOPLE if step is None else step * hundred.SIDE
    finding = result.state.view == "columns" and result.columns is not None and result.columns.finding
    found = _column("first", shown[0], good, PEOPLE, finding) | _column("other", shown[1], good, come, finding)
    empty = [left for left, count in zip((places.FIRST, places.OTHER), shown, strict=True) if count is None]
    if result.state.view != "columns":
        empty = []
    painted = round(result.state.mine) if places.OTHER in empty and result.state.other == "mine" else 0
    seats = [
        places.seat(person, left)
        for left in empty
        for person in range(painted if left == places.OTHER else 0, PEOPLE)
        if (painted and left == places.OTHER) or person // hundred.SIDE not in _WORDS
    ]
    mine = [places.seat(person, places.OTHER) for person in range(painted)]
    return found | {
        "empty seats": hundred.path(seats, "circle", _DOT),
        "painted": hundred.path(mine, "upright", COLUMN),
    }


@lru_cache(maxsize=256)
def _column(side, count, good, come, finding):
    """Return the people of one column, of whom so many have come: those to whom it happened, the others after them.

    Of a finding all stand alike, and those who have it carry a mark.
    """
    left, away = (places.FIRST, -places.OUTSIDE) if side == "first" else (places.OTHER, places.OUTSIDE)
    well = range(count or 0) if good else range(count or 0, PEOPLE)
    there = range(0 if count is None else come)
    found = {}
    for name, mark, inside in (("well", "upright", True), ("not well", "upright" if finding else "bent", False)):
        where = []
        for person in range(PEOPLE):
            x, y = places.seat(person, left)
            here = person in there and (person in well) == inside
            where.append((x if here else x + away, y))
        found[f"{side}: {name}"] = hundred.path(where, mark, COLUMN)
    marked = [(x if finding else x + away * (abs(x - left) < hundred.SIDE), y + _CHEST) for x, y in where]
    return found | {f"{side}: seen": hundred.path(marked, "circle", _SEEN)}


def pages(result):
    """Return the two halves of the torn page; the other one waits outside until it is laid over."""
    names = ("the page", "its other half")
    if result.state.view != "columns":
        return dict.fromkeys(names, "")
    away = 0.0 if result.shown[1] is not None else places.OUTSIDE
    return dict(zip(names, (places.half_page(True), places.half_page(False, away)), strict=True))


def differ(result):
    """Return the outlines round those who differ, in both columns; nothing before both are full."""
    first, other = result.shown
    if result.state.view != "columns" or first is None or other is None:
        return ""
    return places.band(first, other, places.FIRST) + places.band(first, other, places.OTHER)


def takes(result):
    """Return name -> path of those whom it takes for one: they, the one, and as many as it may be."""
    names = ("it takes", "for one", "or as many")
    counted = result.columns
    if result.state.view != "columns" or not (result.laid_over and result.worded and counted.needed):
        return dict.fromkeys(names, "")
    number, _, high = counted.needed
    number, last = min(number, places.ROOM), min(high or places.ROOM, places.ROOM)
    where = [((at + 0.5) * places.PITCH, places.ROW) for at in range(places.ROOM)]
    kinds = where[: number - 1], where[number - 1 : number], where[number:last] if counted.interval else ()
    return {name: hundred.path(some, "upright", _ROW) for name, some in zip(names, kinds, strict=True)}


def strips(result, step=None):
    """Return name -> path of the people of the three wordings, of whom so many are said, and of whom so many differ."""
    found = {"people of the sentences": "", "said of the sentences": "", "differ by the sentences": ""}
    if result.state.view != "wordings" or not result.worded:
        return found
    done = (len(ESTIMATES) if step is None else step) if result.laid_over else 0
    numbers = [abs(result.columns.differ) if at < done else 0 for at in range(len(ESTIMATES))]
    said = (places.strip_band(round(getattr(result.state, name)), at) for at, name in enumerate(ESTIMATES))
    return {
        "people of the sentences": _in_strips([range(number, PEOPLE) for number in numbers]),
        "said of the sentences": "".join(said),
        "differ by the sentences": _in_strips([range(number) for number in numbers]),
    }


def _in_strips(people):
    where = [places.strip_seat(person, strip) for strip, some in enumerate(people) for person in some]
    return hundred.path(where, "upright", _STRIP)


def panel(result, step=None):
    """Return name -> path of the panel: its members at three tables, and the paddles that they hold up, or not yet."""
    found = {name: [] for name in ("members of the panel", "say yes", "say no")}
    done = (len(votes()) if step is None else step) if result.laid_over else 0
    for at, row in enumerate(votes() if result.state.view == "votes" else ()):
        kinds = ["say yes"] * row.yes + ["say no"] * row.no + [""] * row.abstained
        for member, kind in enumerate(kinds):
            x, y = (member + 0.5) * places.SEAT, places.SEATS[at]
            found["members of the panel"].append((x, y))
            if kind:
                found[kind].append((x, y - _RAISED if at < done else y + _LOWERED))
    marks = {
        "members of the panel": ("upright", _TABLE),
        "say yes": ("circle", _PADDLE),
        "say no": ("triangle", _PADDLE),
    }
    return {name: hundred.path(where, *marks[name]) for name, where in found.items()}


def tables(result):
    """Return the tables of the panel as a path."""
    if result.state.view != "votes":
        return ""
    return "".join(places.outline(*_table(at)) for at in range(len(votes())))


def _table(at):
    top = places.SEATS[at] + places.TABLE
    return 0.0, top, places.WIDE, top + places.THICK


def whole_table(at):
    """Return the edges of a table with its people and its question."""
    return 0.0, places.QUESTIONS[at] - 0.7, places.WIDE, _table(at)[3]
