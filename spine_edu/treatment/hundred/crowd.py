"""The two places where the hundred stand, and who stands, walks or wears a mark there: paths of shapes at any week.

Columns 0 to 9 are the place of those not operated on, 13 to 22 that of those operated on, with the aisle between. The
people of the key stand under them.
"""

from spine_edu.drawing import hundred, outlines
from spine_edu.treatment.hundred.model import BETTER, NOT_YET, PEOPLE, UNCOUNTED

#: First column of the operated side; the aisle that people cross; for how many weeks, and what part of their wait.
RIGHT, AISLE, CROSSING = 13, (10.2, 11.8), (2.0, 0.25)
#: Rows of the key under the people, and where its words begin, columns after its mark.
KEY, BESIDE = (10.45, 11.75, 13.05), 0.8
#: What the axes show: columns, and rows from the top down.
COLUMNS, ROWS = (-0.9, 22.9), (-2.3, 13.75)
_HALF, _DOT, _RING, _HARM = 0.43, 0.08, 0.49, 0.24
#: Name of each kind of person -> look, whether it is still counted, how they stand, the role of their colour, filled.
KINDS = {
    "better": (BETTER, True, "upright", "water", True),
    "not yet better": (NOT_YET, True, "bent", "pain", True),
    "better when last counted": (BETTER, False, "upright", "water", False),
    "not yet when last counted": (NOT_YET, False, "bent", "pain", False),
    "nobody counted who is better": (UNCOUNTED, None, "upright", "neutral", False),
}
#: Shapes that change from week to week beside these.
MARKS = ("walking over", "left empty", "unwanted effect", "not content")


def spots(result, week):
    """Return where each person is at a week: (column, row), and whether they are walking.

    Returns
    -------
    list of tuple
        One a person, in their order.
    """
    there = {person: place for place, person in enumerate(result.queue)}
    return [_spot(number, result.people[number], there.get(number), week) for number in range(PEOPLE)]


def _spot(number, person, there, week):
    column, row = hundred.place(number)
    start = person.operated - min(CROSSING[0], CROSSING[1] * person.operated)
    if week <= start or there is None:
        return column, row, False
    new_column, new_row = hundred.place(there)
    if week >= person.operated:
        return RIGHT + new_column, new_row, False
    part = (week - start) / (person.operated - start)
    return AISLE[0] + part * (AISLE[1] - AISLE[0]), row + part * (new_row - row), True


def paths(result, week):
    """Return name -> path of everything that stands in the two places at a week, the key included."""
    where, looks = spots(result, week), [result.look(person, week) for person in result.people]
    fresh, counts = result.fresh(week), result.counts(week)
    found = {}
    for name, (look, counted, mark, _, _) in KINDS.items():
        shown = counted is None or counted == fresh
        people = [spot[:2] for spot, one in zip(where, looks, strict=True) if shown and one == look and not spot[2]]
        found[name] = hundred.path(people + (_keys(look, counts) if shown else []), mark, _HALF)
    walking = [spot[:2] for spot in where if spot[2]]
    left = [hundred.place(number) for number, spot in enumerate(where) if spot[2] or spot[0] >= RIGHT]
    found["walking over"] = hundred.path(walking + ([(0, KEY[2])] if walking else []), "walking", _HALF)
    found["left empty"] = hundred.path(left, "circle", _DOT)
    found["unwanted effect"] = hundred.path(_harmed(result, where, week, counts), "triangle", _HARM)
    unhappy = (
        [spot[:2] for spot, person in zip(where, result.people, strict=True) if person.not_content]
        if counts.not_content is not None
        else []
    )
    found["not content"] = hundred.path(unhappy + ([(0, KEY[2])] if unhappy else []), "circle", _RING)
    return found


def on_the_way(result, week):
    """Return how many are crossing the aisle at a week."""
    return sum(walking for _, _, walking in spots(result, week))


def _keys(look, counts):
    """Return the places of a look's mark in the keys of both sides."""
    if look == UNCOUNTED:
        return [(0, KEY[0])] if counts.better is None else []
    if counts.better is None:
        return []
    row = KEY[0] if look == BETTER else KEY[1]
    return [(0, row), (RIGHT, row)] if counts.operated is not None else [(0, row)]


def _harmed(result, where, week, counts):
    """Return where the triangles are: at the shoulder of whom an operation has brought an unwanted effect."""
    if counts.unwanted is None:
        return []
    harmed = [
        (spot[0] + 0.32, spot[1] + 0.25)
        for spot, person in zip(where, result.people, strict=True)
        if person.unwanted and person.operated <= week
    ]
    return [*harmed, (RIGHT, KEY[2])]


def key_words(result, week):
    """Return the words of the key: (column, row, text), as many at every week."""
    counts = result.counts(week)
    texts = []
    for column, (better, people) in zip((0, RIGHT), counts.sides, strict=True):
        if column and counts.operated is None:
            texts += [(column, "no count of operations"), (column, "")]
        elif better is None:
            texts += [(column, "" if column else "better or not: no count"), (column, "")]
        else:
            texts += [(column, f"{better} better"), (column, f"{people - better} not yet")]
    way = on_the_way(result, week)
    last = f"{way} on the way" if way else ""
    if counts.not_content is not None:
        last = f"{counts.not_content} not content (another question)"
    harm = "" if counts.unwanted is None else f"{counts.unwanted} with an unwanted effect"
    texts += [(0, last), (RIGHT, harm)]
    rows = (KEY[0], KEY[1], KEY[0], KEY[1], KEY[2], KEY[2])
    return [(column + BESIDE, row, text) for (column, text), row in zip(texts, rows, strict=True)]


def frames_round(result):
    """Return name -> path of the frames round those who are counted together."""
    edge, top, low = 0.7, -0.65, 9.6
    boxes = {"counted by what they were told": [(-edge, 22 + edge)], "counted by what they had": [(-edge, 9 + edge)]}
    boxes["counted by what they had"].append((RIGHT - edge, 22 + edge))
    chosen = list(boxes)[result.state.reading == "treated"]
    return {
        name: "".join(f"M{left},{top}H{right}V{low}H{left}Z" for left, right in sides) if name == chosen else ""
        for name, sides in boxes.items()
    }


def first_operated(count):
    """Return the outline round the first `count` places of the operated side."""
    return hundred.first(count, RIGHT)


def arrow():
    """Return the way over as a path: an arrow above the aisle."""
    y, (left, right) = -1.25, (9.9, 12.1)
    return f"M{left},{y}H{right}M{right - 0.5},{y - 0.35}L{right},{y}L{right - 0.5},{y + 0.35}"


def shape(name, path, theme):
    """Return one of `paths` as a shape in its look."""
    if name in KINDS:
        _, _, _, role, filled = KINDS[name]
        color = theme.color(role)
        return outlines.drawn(name, path, {"width": 1.5, "color": color}, fill=color if filled else None)
    if name == "walking over":
        color = theme.color("treatment")
        return outlines.drawn(name, path, {"width": 1.5, "color": color}, fill=color)
    if name == "left empty":
        return outlines.drawn(name, path, {"width": 0, "color": theme.muted}, fill=theme.muted)
    if name == "unwanted effect":
        return outlines.drawn(name, path, {"width": 1.5, "color": theme.paper}, fill=theme.color("inflammation"))
    return outlines.drawn(name, path, {"width": 1.6, "color": theme.ink, "dash": "dot"})
