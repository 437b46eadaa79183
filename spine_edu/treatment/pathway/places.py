"""Where boxes, arrows and the road lie. Lengths are sizes of the type: up exactly, across at the narrowest.

x goes from 0 to `WIDE`, which a wider picture stretches; y goes down from 0. For a hall, where a box holds one line, it
goes down in shorter units.
"""

from functools import cache

from spine_edu.treatment.pathway.graph import boxes, edges

WIDE = 34.0
#: Column -> its left and right edge. Between questions and treatments runs the road.
COLUMNS = {"door": (0.1, 5.3), "question": (6.3, 13.6), "way": (16.9, 24.7), "beside": (25.6, 33.9)}
ROAD = (13.9, 16.6)
#: Height of a row, and of a box of one row; the rows with which bands of time begin, and the gap between bands.
PITCH, HIGH, BANDS, GAP = 2.28, 2.02, (0, 3, 6, 10), 0.4
#: Where the first row begins; where the heads of the columns stand; where the person comes from.
TOP, HEADS, COMES = -4.2, -3.45, (ROAD[0] + 0.05, -3.65)
ROWS = 12
#: Lower end of the map.
BOTTOM = TOP - PITCH * ROWS - GAP * (len(BANDS) - 1)
#: How far over the middle of a box its name stands, and under it the words on its second line.
LIFT, SECOND = 0.42, 0.54
#: Room for the sign of a box at its left, before its name.
SIGN = 1.2
#: Middles of the gaps between columns, along which arrows run.
_DOORS, _FORK = 5.8, 25.15
#: Where on the road an arrow runs up to the end of the pain: between the numbers of both its sides.
_UP = 14.75
#: How high a unit is for a hall, in sizes of its type.
_HALL = 0.715
#: How long the prongs of a fork are on the road.
_PRONG = 1.1
#: Where somebody stands who has come to a box: at its edge; a number there leaves room for the sign in the box.
_AT = {"question": ROAD[0] + 0.05, "way": ROAD[1] - 0.3, "door": COLUMNS["door"][1] + 0.3}


def unit(theme):
    """Return how high a unit is, in px."""
    return theme.size * (_HALL if theme.large else 1)


@cache
def upper(row):
    """Return the upper edge of a row."""
    return TOP - PITCH * row - GAP * (sum(row >= first for first in BANDS) - 1)


@cache
def rectangle(box):
    """Return left, right, lower and upper edge of a box."""
    row = boxes()[box]
    left, right = COLUMNS[row.place]
    return left, right, upper(row.row + row.rows - 1) - HIGH, upper(row.row)


def corners(box, out=0.0):
    """Return a box as a path of straight lines, as what is tapped is given."""
    left, right, low, high = rectangle(box)
    left, right, low, high = left - out, right + out, low - out, high + out
    return f"M{left:.2f},{low:.2f}L{right:.2f},{low:.2f}L{right:.2f},{high:.2f}L{left:.2f},{high:.2f}Z"


def middle(box):
    """Return the middle of a box; where the person comes from, for the first step."""
    if box == "start":
        return COMES
    left, right, low, high = rectangle(box)
    return (left + right) / 2, (low + high) / 2


def outline(box, out=0.0):
    """Return a box as a path, `out` larger on every side."""
    left, right, low, high = rectangle(box)
    left, right, low, high = left - out, right + out, low - out, high + out
    return f"M{left:.2f},{low:.2f}H{right:.2f}V{high:.2f}H{left:.2f}Z"


def route(start, end):
    """Return the points of an arrow, which runs level and upright only."""
    kind = edges()[start, end].kind
    if start == "start":
        _, right, _, high = rectangle(end)
        return [COMES, (COMES[0], high - 0.5), (right, high - 0.5)]
    (_, y), (x, to) = middle(start), middle(end)
    left, right, low, high = rectangle(start)
    goal = rectangle(end)
    if kind == "way" or (kind == "door" and boxes()[start].place == "door"):
        return [(x, low), (x, goal[3])]
    if kind == "hangs":
        # A box that spans two bands of time hangs where it lies beside its question.
        level = (max(low, goal[2]) + min(high, goal[3])) / 2
        return [(right, level), (goal[0], level)]
    if kind == "leaves":
        # All of them reach that box by one head. From a box of the way it starts over the number of a step there.
        start = (right, y) if right < _UP else (left, high - 0.25)
        return [start, (_UP, start[1]), (_UP, to), (goal[0], to)]
    if kind == "fork":
        return _bent((right, y), _FORK, (goal[1], to))
    if kind == "back":
        return [(right, low + 0.7), (goal[0], low + 0.7)]
    return _bent((left, y), _DOORS, (goal[1], to))


def apart(start, end):
    """Return the points of the arrow that a sign asks for: it leaves its question apart from the other door's arrow."""
    points = route(start, end)
    if len(points) == 2:
        return points
    _, _, low, high = rectangle(start)
    (left, _), (across, _), *_, (right, down) = points
    y = high - _PRONG if down > points[0][1] else low + _PRONG
    return [(left, y), (across, y), (across, down), (right, down)]


def _bent(start, across, end):
    if start[1] == end[1]:
        return [start, end]
    return [start, (across, start[1]), (across, end[1]), end]


def line(points):
    """Return an arrow's line as a path, without the last bit, which its head covers."""
    (x, y), (to, down) = points[-2:]
    long = abs(to - x) + abs(down - y)
    share = max(long - 0.3, 0) / long
    ends = [*points[:-1], (x + (to - x) * share, y + (down - y) * share)]
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in ends)


def head(points):
    """Return an arrow's head as a path."""
    (x, y), (to, down) = points[-2:]
    along, up = (to > x) - (to < x), (down > y) - (down < y)
    back, aside = 0.42, 0.3
    corners = [
        (to, down),
        (to - along * back + up * aside, down - up * back + along * aside),
        (to - along * back - up * aside, down - up * back - along * aside),
    ]
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in corners) + "Z"


def stop(steps, here):
    """Return where the person stands after `here` steps, a whole number: at the edge of a box on the road, or at a
    door; where several boxes open at once, across the road from them: the map has chosen none, and all numbers show.
    """
    step = steps[max(min(here, len(steps)), 1) - 1]
    box = step.boxes[0] if here else "start"
    if box == "start":
        return COMES[0], COMES[1] + 0.35 * (not here)
    x, y = at(box, step.time)
    return (_AT["question"] if len(step.boxes) > 1 else x), y


def at(box, time="new"):
    """Return where somebody stands who has come to a box, with a pain that is new or lasts."""
    _, _, low, high = rectangle(box)
    place = boxes()[box].place
    if place == "door":
        return _AT[place], low + 0.3
    # A question is high: who stands at its first row has all that hangs on it below, and never walks back up. A
    # treatment that spans two bands of time is reached in the one that it is.
    first = place == "question" or time == "new"
    return _AT[place], high - HIGH / 2 if first else low + HIGH / 2


def marks(steps):
    """Return where each step is named: where the way begins, and at every box to which a step leads.

    Returns
    -------
    list of (int, str, (float, float))
        The step; its number, with a letter where several boxes open at once; and the place.
    """
    return [
        (number, f"{number}{letter}", COMES if box == "start" else at(box, step.time))
        for number, step in enumerate(steps, 1)
        for letter, box in zip("abc" if len(step.boxes) > 1 else [""], _downwards(step.boxes), strict=False)
    ]


def _downwards(there):
    return sorted(there, key=lambda box: boxes()[box].row)


def way(steps, here):
    """Return the points of the way from the stop after `here` steps to the next one: straight, but round a question.

    Between road and doors it leads through the gap under the first band, where no words are; where several boxes open
    at once, it leaves the last one by a fork, and goes across from them.
    """
    start, end = stop(steps, here), stop(steps, here + 1)
    if here < len(steps) and len(steps[here].boxes) > 1:
        return _forked(start, end)
    return _round(start, end)


def _round(start, end):
    off_the_road = [point[0] < ROAD[0] for point in (start, end)]
    gap = (upper(BANDS[1] - 1) - HIGH + upper(BANDS[1])) / 2
    bend = [(start[0], gap), (end[0], gap)] if off_the_road[0] != off_the_road[1] else []
    return [start, *bend, end]


def stub(steps, number, box):
    """Return the points of the way that breaks off: from where the person stands to the edge of a box.

    To the last column it leads between two boxes of the way, so that it crosses no word and seems to end at none.
    """
    start, place = stop(steps, number - 1), boxes()[box].place
    if place == "door":
        return _round(start, at(box))
    if place == "question" and start[0] > ROAD[0]:
        y = at(box)[1]
        return [start, (ROAD[0] + _PRONG, start[1]), (ROAD[0] + _PRONG, y), (ROAD[0], y)]
    if place == "beside":
        left, y = rectangle(box)[0], middle(box)[1]
        between = min(_gaps(), key=lambda gap: abs(gap - y))
        return [*_round(start, (ROAD[1], between)), (_FORK, between), (_FORK, y), (left, y)]
    return _round(start, at(box) if place == "question" else (ROAD[1], middle(box)[1]))


@cache
def _gaps():
    """Return the heights under each box of the way at which a line passes between two of them."""
    lows = [rectangle(box)[2] for box, row in boxes().items() if row.place == "way"]
    return tuple(low - (PITCH - HIGH) / 2 for low in lows)


def _forked(start, end):
    # Whoever stands at a treatment turns back into the road first.
    across = _AT["way"] - _PRONG
    return [start, (across, start[1]), (across, end[1]), end]


def _walked(steps, here):
    """Return the points of the way from the last stop to where the person is after so many steps."""
    points, share = way(steps, int(here)), here % 1
    longs = [abs(to - x) + abs(down - y) for (x, y), (to, down) in zip(points, points[1:], strict=False)]
    found, left = [points[0]], share * sum(longs)
    for long, (x, y), (to, down) in zip(longs, points, points[1:], strict=False):
        if not left:
            break
        part = min(1, left / long) if long else 1
        found.append((x + (to - x) * part, y + (down - y) * part))
        left = max(left - long, 0)
    return found


def between(steps, here):
    """Return where the person is after so many steps, on the way from stop to stop."""
    return _walked(steps, here)[-1]


def trail(steps, here):
    """Return the way that the person has come, as a path; where several boxes open at once, with a way to each."""
    points = [stop(steps, 0)]
    for number in range(int(here)):
        points += way(steps, number)[1:]
    points += _walked(steps, here)[1:]
    forks = [
        _forked(stop(steps, number - 1), at(box, step.time))
        for number, step in enumerate(steps[: int(here)], 1)
        for box in step.boxes * (len(step.boxes) > 1)
    ]
    lines = [points, *forks] if len(points) > 1 else []
    return "".join("M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in one) for one in lines) or "M0,0Z"
