"""Where everything lies: four pictures, each the middle of the next. All lengths are sizes of the type.

A picture lies in the next one at a scale of 1 to `TIMES`; the cycle lies in Noor's back, smaller still. A map is a
wheel of eight wedges, one a group, in the order of the lists beside Noor, round the net of its parts and lines; there
Noor has become a dot. At the last stop the wheel has become a dot
of one map's net, and Noor stands among the parts of the ring: the smallest of five nets beside each other.
"""

from functools import cache
from math import cos, radians, sin, sqrt
from types import MappingProxyType

from spine_edu.drawing import body
from spine_edu.prevention.map.model import LEVELS, groups, of_group, things

#: How many times as large the next picture is, and the same of Noor and her cycle.
TIMES, IN_NOOR = 5.0, 8.3
#: The middle of each picture, from the cycle to all maps; and of Noor's.
_ACROSS, _UP = (17.0, 17.0, 17.0, 2.7), (21.4, 21.4, 22.8, 26.9)
#: How large Noor is in the net of the ring, and a wheel in that of those whose map it is: no larger than a dot.
_IN_NET = (0.06, 0.012)
#: The room of a part in the net in the middle of a wheel, and how large Noor is behind its first dot.
IN_WHEEL, _IN_DOT = 0.6, 0.012
MIDDLE, WHEEL = (_ACROSS[1], _UP[1]), (_ACROSS[2], _UP[2])
#: Where the nets of one map lie beside all maps, and how far from the middle of a net its first dot is: there a wheel
#: comes to lie.
NETS = MappingProxyType({"patient": (18.0, 12.7), "expert": (4.4, 13.2)})
_FIRST_DOT = 0.55
#: How far out of sight a larger picture lies, as a multiple of its size.
_OUT = 8.0
#: Height of Noor, and where the middle of the cycle lies in her, from the middle of the picture.
_TALL, BACK = 22.5, (-0.45, 1.08)
#: Noor where things are joined or sorted: how small she is, and where she stands.
ASIDES = MappingProxyType({"arrows": (0.13, (1.6, 30.7)), "sort": (0.36, (17.0, 27.8))})
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
NEAR = (0.6, 33.4, 8.9, 33.95)
#: The stops of the zoom.
STOPS = tuple((x, 37.4) for x in (4.2, 12.7, 21.3, 29.8))
#: Low and high edge of all tabs; left and right edge of those of what a press does; all edges of those of whose map.
TAB = (32.75, 34.05)
#: Low and high edge of what is pressed of a tab: up to where the stops are pressed, for a finger.
TAB_PRESSED = (32.7, 35.05)
TASKS = MappingProxyType({"keep": (0.4, 11.2), "arrows": (11.6, 22.4), "sort": (22.8, 33.6)})
TABS = MappingProxyType({"patient": (2.0, 16.7, *TAB), "expert": (17.3, 32.0, *TAB)})
#: The lists beside Noor: left and right edge of each; first height, from row to row, what a head and a gap take.
EDGES = MappingProxyType({"left": (0.2, 13.7), "right": (20.3, 33.8)})
_FIRST, ROW, _HEAD, _GAP = 31.75, 1.8, 1.52, -0.12
#: Half the height of a row.
TALL = 0.8
#: Half the width and height of a wheel and of its clear middle, and which share of the way from middle to rim that is.
_WHEEL, _CLEAR, HOLE = (15.5, 9.5), (3.95, 3.2), 0.37
#: Where a wedge on a side ends and that above or below it begins, in degrees; corners of one of its two edges.
_TURNS, _CORNERS = {"left": (90, 130, 180, 230, 270), "right": (90, 50, 0, -50, -90)}, 12
#: From the middle, how far across its name, its numbers and its chips stand in a wedge, and how far up the same.
_INSIDE = MappingProxyType(
    {
        "above": (5.2, 4.5, 3.1, 8.1, 7.15, 5.65),
        "upper side": (9.9, 9.9, 9.9, 3.7, 2.6, 1.15),
        "lower side": (9.9, 9.9, 9.9, -3.7, -2.6, -1.15),
        "below": (5.2, 4.5, 3.1, -8.25, -7.15, -5.6),
    }
)
#: Half of a chip, and from chip to chip.
CHIP, _PITCH = 0.84, 1.85
#: The trays: left and right edge of each; their low and high edge, the first card, most from card to card, and all.
TRAY = MappingProxyType({"week": (0.4, 11.2), "season": (11.6, 22.4), "never": (22.8, 33.6)})
TRAY_LOW, TRAY_HIGH, _CARDS = 9.2, 22.2, (19.6, ROW, 10.8)


def at(level, layer, place, aside=""):
    """Return where a place of a layer's own picture lies in the picture of a level; both are numbers of `LEVELS`.

    `aside`: beside what Noor stands small, a key of `ASIDES`.
    """
    x, y = place[0] - _ACROSS[layer], place[1] - _UP[layer]
    if layer == 0:
        x, y, layer = BACK[0] + x / IN_NOOR, BACK[1] + y / IN_NOOR, 1
    if level == 0 and layer == 1:
        # The first picture is Noor's back from near by.
        return _ACROSS[0] + IN_NOOR * (x - BACK[0]), _UP[0] + IN_NOOR * (y - BACK[1])
    if aside:
        small, (across, up) = ASIDES[aside]
        return across + small * x, up + small * y
    by = scale(level, layer)
    if level == 2 and layer == 1:
        # The first dot of a net lies beside its middle.
        x += IN_WHEEL * sqrt(0.5) / by
    return _ACROSS[level] + by * x, _UP[level] + by * y


def of_wheel(level, whose, place):
    """Return where a place of a wheel lies in the picture of a level: in all maps, in the net of those whose it is."""
    x, y = at(level, 2, place)
    if level < len(LEVELS) - 1:
        return x, y
    across, up = NETS[whose]
    return x - _ACROSS[3] + across + _FIRST_DOT, y - _UP[3] + up


def scale(level, layer):
    """Return how many times as large as in its own picture a layer lies in that of a level, from Noor on."""
    if level == len(LEVELS) - 1 and layer < level:
        return _IN_NET[layer - 1]
    if level == 2 and layer == 1:
        return _IN_DOT
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
    numbers = list(_INSIDE.values())[place]
    towards = 1 if side == "right" else -1
    return tuple(
        (_ACROSS[2] + towards * across, _UP[2] + height)
        for across, height in zip(numbers[:3], numbers[3:], strict=True)
    )


@cache
def chip(thing):
    """Return where the chip of a thing lies in the wedge of its group."""
    all_of = of_group(things()[thing].group)
    x, y = inside(things()[thing].group)[2]
    towards = 1 if x > _ACROSS[2] else -1
    return x + towards * _PITCH * (all_of.index(thing) - (len(all_of) - 1) / 2), y
