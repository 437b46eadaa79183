"""The two places where the hundred stand, and who stands, walks or wears a mark there: paths of shapes at any week.

Columns 0 to 9 are the place of those not operated on, 13 to 22 that of those operated on, with the aisle between. The
people of the key stand under them.
"""

from itertools import pairwise

from spine_edu.drawing import hundred, outlines
from spine_edu.treatment.hundred.model import BETTER, NOT_YET, PEOPLE, UNCOUNTED

#: First column of the operated side; the middle of the aisle; for how many weeks people walk, and what part of their
#: wait at most; how often they step, steps a week; and for how many weeks those keep their arms up who got better.
RIGHT, AISLE, CROSSING, STEPS, JOY = 13, 11.0, (4.0, 0.4), 2, 1.5
#: Rows of the key under the people, how far its second mark is from the first, and its words from their mark.
KEY, NEXT, BESIDE = (10.5, 11.7), 5.5, 0.8
#: What the axes show: columns, and rows from the top down.
COLUMNS, ROWS = (-0.9, 22.9), (-1.9, 12.4)
#: The people of A, twice as many in a row: first row, pitch across and down, half their height, and where they end.
_SMALL, _ACROSS, _DOWN, _LITTLE, LOWEST = 14.25, 0.5, 0.66, 0.27, 17.65
_HALF, _DOT, _RING, _ROUND, _HARM = 0.43, 0.08, 0.49, 0.6, 0.24
#: Name of each kind of person -> look, whether it is still counted, how they stand, the role of their colour, filled.
KINDS = {
    "better": (BETTER, True, "upright", "better", True),
    "not yet better": (NOT_YET, True, "bent", "pain", True),
    "better when last counted": (BETTER, False, "upright", "better", False),
    "not yet when last counted": (NOT_YET, False, "bent", "pain", False),
    "nobody counted who is better": (UNCOUNTED, None, "upright", "neutral", False),
}
#: Shapes that change from week to week beside these.
MARKS = ("just got better", "walking over", "walking over, other foot", "left empty", "unwanted effect", "not content")
#: The ring round the one who is followed.
FOLLOWED = "the one followed"


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
    return *_way((column, row), (RIGHT + new_column, new_row), part), True


def _way(start, end, part):
    """Return where a walker is: along the own row into the aisle, up or down it, and along the new row."""
    corners = [start, (AISLE, start[1]), (AISLE, end[1]), end]
    legs = [abs(x - a) + abs(y - b) for (a, b), (x, y) in pairwise(corners)]
    left = part * sum(legs)
    for length, (a, b), (x, y) in zip(legs, corners, corners[1:], strict=False):
        if left <= length and length:
            return a + (x - a) * left / length, b + (y - b) * left / length
        left -= length
    return end


def paths(result, week):
    """Return name -> path of everything that stands in the two places at a week, the key included."""
    where, looks = spots(result, week), [result.look(person, week) for person in result.people]
    fresh, counts = result.fresh(week), result.counts(week)
    glad = [fresh and person.better <= week < min(person.better + JOY, person.worse) for person in result.people]
    found = {}
    for name, (look, counted, mark, _, _) in KINDS.items():
        shown = counted is None or counted == fresh
        people = [
            spot[:2]
            for spot, one, up in zip(where, looks, glad, strict=True)
            if shown and one == look and not spot[2] and not up
        ]
        found[name] = hundred.path(people + (_keys(look, counts) if shown else []), mark, _HALF)
    standing = [spot[:2] for spot, up in zip(where, glad, strict=True) if up and not spot[2]]
    found["just got better"] = hundred.path(standing, "cheering", _HALF)
    found |= _walkers(where, week)
    left = [hundred.place(number) for number, spot in enumerate(where) if spot[2] or spot[0] >= RIGHT]
    found["left empty"] = hundred.path(left, "circle", _DOT)
    found["unwanted effect"] = hundred.path(_harmed(result, where, week, counts), "triangle", _HARM)
    unhappy = (
        [spot[:2] for spot, person in zip(where, result.people, strict=True) if person.not_content]
        if counts.not_content is not None
        else []
    )
    found["not content"] = hundred.path(unhappy + ([(0, KEY[1])] if unhappy else []), "circle", _RING)
    ring = [where[result.followed][:2]] if result.followed is not None else []
    found[FOLLOWED] = hundred.path(ring, "circle", _ROUND)
    return found


def _walkers(where, week):
    """Return the paths of those who walk, half of them with the one foot ahead and half with the other."""
    feet = [[], []]
    for number, (x, y, walks) in enumerate(where):
        if walks:
            feet[(number + int(STEPS * week)) % 2].append((x, y))
    key = [(0, KEY[1])] if any(feet) else []
    return {
        "walking over": hundred.path(feet[0] + key, "walking", _HALF),
        "walking over, other foot": hundred.path(feet[1], "striding", _HALF),
    }


def places(result):
    """Return whom a press on each place follows: column, row, and the person, 1 to 100.

    A place on the left is that of one person all the time, also when they have gone; one on the right is that of the
    person who will stand there.
    """
    found = [(*hundred.place(number), number + 1) for number in range(PEOPLE)]
    for spot, number in enumerate(result.queue):
        column, row = hundred.place(spot)
        found.append((RIGHT + column, row, number + 1))
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
    at = 0 if look == BETTER else NEXT
    return [(at, KEY[0]), (RIGHT + at, KEY[0])] if counts.operated is not None else [(at, KEY[0])]


def _harmed(result, where, week, counts):
    """Return where the triangles are: at the shoulder of whom an operation has brought an unwanted effect."""
    if counts.unwanted is None:
        return []
    harmed = [
        (spot[0] + 0.32, spot[1] + 0.25)
        for spot, person in zip(where, result.people, strict=True)
        if person.unwanted and person.operated <= week
    ]
    return [*harmed, (RIGHT, KEY[1])]


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
        last = f"{counts.not_content} of all not content"
    harm = "" if counts.unwanted is None else f"{counts.unwanted} unwanted effect{'' if counts.unwanted == 1 else 's'}"
    texts += [(0, last), (RIGHT, harm)]
    places = [(0, KEY[0]), (NEXT, KEY[0])] * 2 + [(0, KEY[1])] * 2
    return [(column + more + BESIDE, row, text) for (column, text), (more, row) in zip(texts, places, strict=True)]


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


def beside(held, week):
    """Return name -> path of the people of A at a week, small: those better first on each side."""
    found = {f"A: {name}": [] for name in KINDS}
    if held is None:
        return dict.fromkeys(found, "")
    for left, side in ((0, False), (RIGHT, True)):
        there = [person for person in held.people if (person.operated <= week) == side]
        looks = sorted((held.look(person, week) for person in there), key=(BETTER, NOT_YET, UNCOUNTED).index)
        for number, look in enumerate(looks):
            down, across = divmod(number, 2 * hundred.SIDE)
            found[f"A: {_kind(look, held.fresh(week))}"].append((left - 0.25 + across * _ACROSS, _SMALL + down * _DOWN))
    return {name: hundred.path(people, KINDS[name[3:]][2], _LITTLE) for name, people in found.items()}


def _kind(look, fresh):
    return next(name for name, (one, counted, *_) in KINDS.items() if one == look and counted in (None, fresh))


def words_beside(held, week, *, brief=False):
    """Return the words over the people of A at a week: (column, row, text); `brief` without who is better."""
    if held is None:
        return [(0, _SMALL, ""), (RIGHT, _SMALL, "")]
    counts = held.counts(week)
    texts = []
    for (better, people), side in zip(counts.sides, ("not operated on", "operated on"), strict=True):
        known = "" if better is None or brief else f", {better} better"
        texts.append(f"{people} {side}{known}")
    if counts.operated is None:
        texts[1] = "no count of operations"
    return [
        (-0.5, _SMALL - 0.95, f"A{'' if brief else f', week {week:g}'}: {texts[0]}"),
        (RIGHT - 0.5, _SMALL - 0.95, f"A: {texts[1]}"),
    ]


def first_operated(count):
    """Return the outline round the first `count` places of the operated side."""
    return hundred.first(count, RIGHT)


def arrow():
    """Return the way over as a path: an arrow above the aisle."""
    y, (left, right) = -1.25, (9.9, 12.1)
    return f"M{left},{y}H{right}M{right - 0.5},{y - 0.35}L{right},{y}L{right - 0.5},{y + 0.35}"


def shape(name, path, theme):
    """Return one of `paths` as a shape in its look."""
    if name.removeprefix("A: ") in KINDS:
        *_, role, filled = KINDS[name.removeprefix("A: ")]
        color = theme.color(role)
        pale = None if role == "neutral" else theme.fill(role)
        return outlines.drawn(name, path, {"width": 1.5, "color": color}, fill=color if filled else pale)
    if name.startswith("walking over"):
        # An edge as the paper is, so that a walker stands out from those who are passed.
        return outlines.drawn(name, path, {"width": 1, "color": theme.paper}, fill=theme.color("treatment"))
    if name == "just got better":
        color = theme.color("better")
        return outlines.drawn(name, path, {"width": 1, "color": color}, fill=color)
    if name == FOLLOWED:
        return outlines.drawn(name, path, {"width": 2.6, "color": theme.ink}, visible=bool(path))
    if name == "left empty":
        return outlines.drawn(name, path, {"width": 0, "color": theme.muted}, fill=theme.muted)
    if name == "unwanted effect":
        return outlines.drawn(name, path, {"width": 1.5, "color": theme.paper}, fill=theme.color("inflammation"))
    return outlines.drawn(name, path, {"width": 1.3, "color": theme.ink})
