"""Where everything lies: four pictures, each the middle of the next. All lengths are sizes of the type.

A picture lies in the next one at a scale of 1 to `TIMES`; the cycle lies in Noor's back, smaller still. A map is a
wheel of eight wedges, one a group, in the order of the lists beside Noor. At the last stop the wheel has become a dot,
and Noor stands among the parts of the ring: the smallest of five nets that lie beside each other.
"""

from functools import cache
from math import atan2, cos, degrees, radians, sin
from types import MappingProxyType

from spine_edu.drawing import body
from spine_edu.prevention.map.model import LEVELS, groups, of_group, things

#: How many times as large the next picture is, and the same of Noor and her cycle.
TIMES, IN_NOOR = 5.0, 7.5
#: The middle of each picture, from the cycle to all maps; and of Noor's.
_ACROSS, _UP = (17.0, 17.0, 17.0, 2.7), (18.6, 18.6, 22.05, 26.4)
#: How large Noor and the wheel are in the net of the ring.
_IN_NET = (0.06, 0.02)
MIDDLE = (_ACROSS[1], _UP[1])
#: How far out of sight a larger picture lies, as a multiple of its size.
_OUT = 8.0
#: Height of Noor, and where the middle of the cycle lies in her, from the middle of the picture.
_TALL, BACK = 25.0, (-0.5, 1.2)
#: Noor where things are sorted: how small she is, and at which height.
ASIDE, _ASIDE_UP = 0.36, 26.6
#: The boxes of the cycle, from its middle, and half their size.
BOXES = MappingProxyType(
    {
        "herniation": (-10.2, -3.5),
        "inflammation": (-10.2, 8.0),
        "pain": (1.2, 10.4),
        "guarding": (11.2, 1.2),
        "pressure": (0.2, -10.2),
    }
)
HALF = (4.6, 1.7)
#: The frame of Noor's back seen from near by: left, right, low and high edge.
NEAR = (0.6, 33.4, 5.2, 33.3)
#: The stops of the zoom.
STOPS = tuple((x, 37.1) for x in (4.2, 12.7, 21.3, 29.8))
#: Low and high edge of all tabs; left and right edge of those of what a press does; all edges of those of whose map.
TAB = (32.0, 33.5)
TASKS = MappingProxyType({"keep": (0.4, 11.2), "arrows": (11.6, 22.4), "sort": (22.8, 33.6)})
TABS = MappingProxyType({"patient": (2.0, 16.7, *TAB), "expert": (17.3, 32.0, *TAB)})
#: The lists beside Noor: left and right edge of each; first height, from row to row, what a head and a gap take.
EDGES = MappingProxyType({"left": (0.2, 13.7), "right": (20.3, 33.8)})
_FIRST, ROW, _HEAD, _GAP = 31.0, 2.04, 1.7, -0.12
#: Half the height of a row.
TALL = 0.92
#: Half the width and height of a wheel and of its clear middle, and which share of the way from middle to rim that is.
_WHEEL, _CLEAR, HOLE = (15.5, 9.5), (3.95, 3.2), 0.37
#: Where a wedge on a side ends and that above or below it begins, in degrees; corners of one of its two edges.
_TURNS, _CORNERS = {"left": (90, 130, 180, 230, 270), "right": (90, 50, 0, -50, -90)}, 12
#: From the middle, how far across its name and its chips stand in a wedge, and how far up name, numbers and chips.
_INSIDE = MappingProxyType(
    {
        "above": (5.2, 3.1, 7.92, 6.95, 5.6),
        "upper side": (9.9, 9.9, 3.7, 2.6, 1.15),
        "lower side": (9.9, 9.9, -3.7, -2.6, -1.15),
        "below": (5.2, 3.1, -8.25, -7.15, -5.6),
    }
)
#: Half of a chip, and from chip to chip.
CHIP, _PITCH = 0.84, 1.85
#: The trays: left and right edge of each; their low and high edge, the first card, most from card to card, and all.
TRAY = MappingProxyType({"week": (0.4, 11.2), "season": (11.6, 22.4), "never": (22.8, 33.6)})
TRAY_LOW, TRAY_HIGH, _CARDS = 5.2, 20.4, (17.5, ROW, 12.2)
#: Points of an arrow of the reader.
_POINTS = 16
#: Round the middle of a wheel, arrows go in lanes: the clear share below them, that of all lanes, and most from one to
#: the next; and by how many degrees the first and the last arrow at one chip lie apart.
_LANES, _APART = (0.015, 0.075, 0.02), 9.0


def at(level, layer, place, aside=False):
    """Return where a place of a layer's own picture lies in the picture of a level; both are numbers of `LEVELS`.

    `aside`: Noor stands small at the top, where things are sorted.
    """
    x, y = place[0] - _ACROSS[layer], place[1] - _UP[layer]
    if layer == 0:
        x, y, layer = BACK[0] + x / IN_NOOR, BACK[1] + y / IN_NOOR, 1
    if level == 0 and layer == 1:
        # The first picture is Noor's back from near by.
        return _ACROSS[0] + IN_NOOR * (x - BACK[0]), _UP[0] + IN_NOOR * (y - BACK[1])
    if aside:
        return _ACROSS[1] + ASIDE * x, _ASIDE_UP + ASIDE * y
    by = scale(level, layer)
    return _ACROSS[level] + by * x, _UP[level] + by * y


def scale(level, layer):
    """Return how many times as large as in its own picture a layer lies in that of a level, from Noor on."""
    if level == len(LEVELS) - 1 and layer < level:
        return _IN_NET[layer - 1]
    return TIMES ** (layer - level) if layer <= level else _OUT * TIMES ** (layer - level - 1)


def number(level):
    """Return the number of a level."""
    return LEVELS.index(level)


# Beside Noor ---------------------------------------------------------------------------------------------------------


@cache
def heads():
    """Return the height of the head of each group's list."""
    found = {}
    for side in EDGES:
        y = _FIRST
        for group, row in groups().items():
            if row.side == side:
                found[group] = y
                y -= _HEAD + ROW * len(of_group(group)) + _GAP
    return found


@cache
def rows():
    """Return of each thing the left and right edge and the middle height of its row."""
    found = {}
    for group, y in heads().items():
        left, right = EDGES[groups()[group].side]
        for place, thing in enumerate(of_group(group)):
            found[thing] = (left, right, y - _HEAD - ROW * place)
    return {thing: found[thing] for thing in things()}


@cache
def noor():
    """Return the outlines of Noor, who stands in the middle of her picture: trunk, head and legs, and the arms."""
    tall = body.length("stature")
    scale = _TALL / tall
    stands = body.Body(
        hip=(0.0, 0.53 * tall),
        trunk=body.bowed(3.0, 10.0),
        legs=(body.stand((1.0, body.length("ankle")), (0.0, 0.53 * tall)),),
        arms=((172.0, 160.0),),
    )
    lines, arms = stands.outlines()
    put = [
        [[(MIDDLE[0] - 0.4 + scale * x, MIDDLE[1] - _TALL / 2 + scale * y) for x, y in line] for line in some]
        for some in (lines, arms)
    ]
    return tuple(map(tuple, put))


def cards(trays):
    """Return where the card of each kept thing lies: left and right edge, middle height, and half its own height.

    Parameters
    ----------
    trays : dict
        As of a `spine_edu.prevention.map.model.MapResult`.
    """
    found = {}
    for place, thing in enumerate(trays["yes"]):
        left, right = EDGES["left" if place % 2 == 0 else "right"]
        found[thing] = (left, right, _FIRST - 0.4 - ROW * (place // 2), TALL)
    first, most, room = _CARDS
    for tray, (left, right) in TRAY.items():
        pitch = min(most, room / max(len(trays[tray]), 1))
        for place, thing in enumerate(trays[tray]):
            found[thing] = (left + 0.3, right - 0.3, first - pitch * place, TALL * pitch / most)
    return found


# The wheel -----------------------------------------------------------------------------------------------------------


def on_wheel(turn, share):
    """Return the place at an angle (degrees from the right, upwards) and a share of the way from middle to rim."""
    across, up = cos(radians(turn)), sin(radians(turn))
    # Between an oval and its frame, so that wedges above and below are wide enough for their names.
    far = (across**4 + up**4) ** -0.25
    wide, high = _half(share)
    return _ACROSS[2] + wide * far * across, _UP[2] + high * far * up


def _half(share):
    """Half the width and height of what lies within a share of the way to the rim."""
    return [low + (high - low) * (share - HOLE) / (1 - HOLE) for low, high in zip(_CLEAR, _WHEEL, strict=True)]


@cache
def turns(group):
    """Return the two angles between which the wedge of a group lies."""
    side = groups()[group].side
    place = [key for key, row in groups().items() if row.side == side].index(group)
    return _TURNS[side][place], _TURNS[side][place + 1]


def band(group, inner, outer):
    """Return the outline of a wedge between two shares of the way from middle to rim."""
    first, last = turns(group)
    steps = [first + (last - first) * step / (_CORNERS - 1) for step in range(_CORNERS)]
    return [*(on_wheel(turn, outer) for turn in steps), *(on_wheel(turn, inner) for turn in reversed(steps))]


@cache
def inside(group):
    """Return where name, numbers and the middle of the chips of a wedge stand."""
    side = groups()[group].side
    place = [key for key, row in groups().items() if row.side == side].index(group)
    name, chips, *heights = list(_INSIDE.values())[place]
    towards = 1 if side == "right" else -1
    return tuple(
        (_ACROSS[2] + towards * across, _UP[2] + height)
        for across, height in zip((name, name, chips), heights, strict=True)
    )


@cache
def chip(thing):
    """Return where the chip of a thing lies in the wedge of its group."""
    all_of = of_group(things()[thing].group)
    x, y = inside(things()[thing].group)[2]
    towards = 1 if x > _ACROSS[2] else -1
    return x + towards * _PITCH * (all_of.index(thing) - (len(all_of) - 1) / 2), y


# Arrows of the reader ------------------------------------------------------------------------------------------------


def way_beside(start, end, spread):
    """Return the way of an arrow from row to row beside Noor, on the side of the rows that she is on.

    Parameters
    ----------
    start, end : str
        Things.
    spread : tuple of float
        How far from the middle of its row it begins and ends.
    """
    x, a = _inner(rows()[start]), _inner(rows()[end])
    y, b = (rows()[thing][2] + off for thing, off in zip((start, end), spread, strict=True))
    sides = [1 if place == EDGES["left"][1] else -1 for place in (x, a)]
    far = 1.0 + 0.14 * abs(b - y) if sides[0] == sides[1] else 3.5
    return _bezier((x, y), (x + sides[0] * far, y), (a + sides[1] * (far + 0.4), b), (a + sides[1] * 0.15, b))


def _inner(row):
    left, right, _ = row
    return right if left == EDGES["left"][0] else left


def ways_round(pairs):
    """Return the way of each arrow from chip to chip of a wheel: round its middle, each in a lane of its own.

    Parameters
    ----------
    pairs : iterable of (str, str)
        Things.

    Returns
    -------
    dict
        Pair -> points.
    """
    ends = _ends(tuple(pairs))
    lanes = _lanes(ends)
    clear, room, most = _LANES
    count = 1 + max(lanes.values(), default=0)
    # Short ways go outside, long ones near the middle: so the fewest cross.
    low = {pair: HOLE + clear + min(most, room / count) * (count - 1 - lane) for pair, lane in lanes.items()}
    return {pair: _round(*ends[pair], low[pair]) for pair in ends}


def _turn(one, other):
    """The angle from one place on the wheel to another, the shorter way."""
    return (other[0] - one[0] + 180) % 360 - 180


def _ends(pairs):
    """Return of each arrow where it begins and ends, as angle and share; at one chip, none where another does."""
    at_chip = {}
    for pair in pairs:
        for end in (0, 1):
            turn = _turn(*(_where(*chip(pair[one])) for one in (end, 1 - end)))
            at_chip.setdefault(pair[end], []).append((turn, pair, end))
    found = {pair: [None, None] for pair in pairs}
    for thing, all_of in at_chip.items():
        angle, share = _where(*chip(thing))
        for place, (_, pair, end) in enumerate(sorted(all_of)):
            found[pair][end] = (angle + _APART * ((place + 0.5) / len(all_of) - 0.5), share)
    return found


def _lanes(ends):
    """Return the lane of each arrow: the shorter first, each in the first lane in which it meets no other."""
    taken, found = [], {}
    for pair, (one, other) in sorted(ends.items(), key=lambda row: abs(_turn(*row[1]))):
        turn = _turn(one, other)
        span = (one[0] + turn / 2, abs(turn) / 2)
        free = (lane for lane, spans in enumerate(taken) if not any(_meet(span, there) for there in spans))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(span)
        found[pair] = lane
    return found


def _meet(one, other):
    """Whether two spans of the circle, each a middle and a half, have an angle in common."""
    return abs(_turn(one, other)) <= one[1] + other[1]


def _round(one, other, low):
    """The way from a place on the wheel to another round its middle, nowhere nearer to it than a share."""
    turn = _turn(one, other)
    dip = min(0.3, 0.05 + abs(turn) / 500)
    points = []
    for step in range(_POINTS):
        share = step / (_POINTS - 1)
        far = one[1] + (other[1] - one[1]) * share - dip * (1 - (2 * share - 1) ** 4)
        points.append(on_wheel(one[0] + turn * share, max(far, low)))
    return _cut(points, CHIP)


def _where(x, y):
    """Return angle and share of the way to the rim of a place on the wheel."""
    low, high = HOLE, 1.0
    for _ in range(20):
        share = (low + high) / 2
        wide, tall = _half(share)
        across, up = (x - _ACROSS[2]) / wide, (y - _UP[2]) / tall
        low, high = (share, high) if across**4 + up**4 > 1 else (low, share)
    return degrees(atan2(up, across)), share


def _cut(points, room):
    """Return a way without what lies in the boxes at its ends."""

    def outside(place, box):
        return max(abs(place[0] - box[0]), abs(place[1] - box[1])) > room

    fine = _fine(points)
    kept = [place for place in fine if outside(place, points[0]) and outside(place, points[-1])] or fine
    return [kept[round(step * (len(kept) - 1) / (_POINTS - 1))] for step in range(_POINTS)]


def _fine(points, times=8):
    return [
        (x + (a - x) * step / times, y + (b - y) * step / times)
        for (x, y), (a, b) in zip(points, points[1:], strict=False)
        for step in range(times)
    ] + [points[-1]]


def _bezier(*four):
    points = []
    for step in range(_POINTS):
        share = step / (_POINTS - 1)
        weights = [(1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share**2 * (1 - share), share**3]
        points.append(tuple(sum(w * place[axis] for w, place in zip(weights, four, strict=True)) for axis in (0, 1)))
    return points
