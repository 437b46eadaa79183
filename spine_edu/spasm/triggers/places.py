"""Where doors, cards, the body with the way of a trigger, and two hundreds of people lie.

x runs from 0 to `WIDE`, y down from 0 to `HIGH`.
"""

from functools import cache

from spine_edu.anatomy.roots import body
from spine_edu.drawing.outlines import circle
from spine_edu.spasm.triggers.model import ASKED_FOR, DOORS, cards

WIDE, HIGH = 100.0, 67.0
#: Door -> left and right edge of what lies behind it; upper and lower edge of the lintel, and where the floor is.
COLUMNS = {door: (0.4 + 18.4 * number, 18.1 + 18.4 * number) for number, door in enumerate(DOORS)}
LINTEL, FLOOR = (10.0, 18.4), 66.6
#: What may follow -> left and right edge of its tab over the doors; upper and lower edge of all.
TABS = {asked: (0.4 + 13.8 * number, 13.5 + 13.8 * number) for number, asked in enumerate(ASKED_FOR)}
TAB = (0.5, 9.0)
#: What stands beside the cards -> left and right edge of its tab: the way of a trigger, or two examiners.
SIDE_TABS = {"way": (57.4, 78.1), "pair": (78.7, 99.5)}
#: Half of a card's width, and of its height where there is room; between which heights the cards of a door lie, how far
#: each is below the other at most, and which part of that is half a card.
HALF = (8.3, 4.1)
TOP, PITCH, LOW = 19.0, 9.3, 66.1
SHARE = 0.44
#: From the middle of a card down to its name, to how many people were studied, and to the foot of what they fill.
NAME, PEOPLE, FOOT = -2.25, 0.45, 3.4
#: A sign that people are meant, from the middle of a card: head and shoulders; and where the number begins.
SIGN, _HEAD, _SHOULDERS = (
    (-6.0, -0.05),
    0.62,
    ((-1.1, 1.3), (-1.1, 0.5), (-0.7, 0.0), (0.7, 0.0), (1.1, 0.5), (1.1, 1.3)),
)
ASIDE = -4.3
#: How wide and how high the place for the people is, and how many would fill it.
ROOM, FULL = (15.0, 1.5), 3200
#: Where a card lies that is on no door, which is not seen; where the top card lies before, and the body beside it then.
PILE = (83.0, 61.6, HALF[1])
DECK, ASKED = (89.0, 45.0), (69.4, 58.0, 5.0)
#: The body with the way: its middle, its height, and where its head begins.
BODY = (65.2, 46.6, 10.4)
#: The line of the steps: where it stands, where its words begin, the first one, and how far the last is below it.
STEP_X, STEP_WORDS, STEP_TOP, STEP_DEEP = 76.8, 79.0, 13.2, 40.6
#: The radius of the number of a step.
DOT = 1.55
#: Where two hundreds of people stand: the left one, the upper one of each, and how far they are apart.
LEFT, TOPS, APART = 58.4, (12.8, 37.2), 2.2
#: Where the words beside the people stand, and those under all.
AGREE_X, SIDE_X, SIDE_FOOT = 89.2, 77.6, 63.2
#: The key: its two rows, and link -> left end of its line, or of its sign, and the row.
KEY_ROWS, KEY_LONG = (60.9, 64.8), 5.0
KEY = {"yes": (58.0, 0), "mixed": (80.0, 0), "no": (58.0, 1), "nobody": (80.0, 1)}
#: The top and the foot of the body in its own units.
_TOP, _FOOT = 109.2, -55.0
#: The back muscle of one side, in the units of the body: a spindle beside the spine.
_MUSCLE = ((2.2, 40), (6.6, 46), (7.2, 56), (6.0, 68), (3.6, 80), (2.0, 84), (1.6, 70), (1.6, 52))
#: Trigger -> where each of its steps happens on the body, seen from behind; the last is in the back muscle.
_STATIONS = {
    "strain": ((-4.6, 46), (-4.8, 76), (5.6, 60)),
    "water": ((0, 104), (-13, 80), (-4.6, 45), (5.6, 70)),
    "salts": ((0, 104), (-12, 80), (-8.6, -14), (5.6, 58)),
    "posture": ((0, 92), (-4.8, 70), (5.6, 48)),
    "exertion": ((-27, 25), (-3, 45), (5.6, 66)),
    "stress": ((0, 102), (-4.8, 74), (5.6, 48)),
    "structure": ((0, 86), (-6, 60), (5.8, 42)),
    "bone": ((0, 72), (-13, 48), (5.8, 56)),
    "disc": ((0, 42), (-13, 27), (5.8, 62)),
}


def places(doors):
    """Return where each card lies, as a dict of middle across, middle down, and half its height.

    Those of a door lie one below the other, and are the lower the more of them there are: none hides another.

    Parameters
    ----------
    doors : dict
        Trigger -> its door, for those that have one; the others lie on the pile.
    """
    found = dict.fromkeys(cards(), PILE)
    for door, (left, right) in COLUMNS.items():
        lying = [trigger for trigger in cards() if doors.get(trigger) == door]
        pitch = min(PITCH, (LOW - TOP) / max(len(lying), 1))
        tall = min(HALF[1], SHARE * pitch)
        found |= {trigger: ((left + right) / 2, TOP + pitch * (row + 0.5), tall) for row, trigger in enumerate(lying)}
    return found


def outline(place, out=0.0):
    """Return a card as a path, `out` larger on every side; its corners are cut off."""
    x, y, tall = place
    half, tall, cut = HALF[0] + out, tall + out, 0.7
    corners = [(half, cut - tall), (half - cut, -tall), (cut - half, -tall), (-half, cut - tall)]
    corners += [(-a, -b) for a, b in corners]
    return path([[(x + a, y + b) for a, b in corners]], "Z")


def has_room(place):
    """Return whether a card at a place is high enough for the people who were studied."""
    return place[2] > FOOT


def people(place, count):
    """Return so many people as an area on the card at a place: one is as large on every card."""
    area = count * ROOM[0] * ROOM[1] / FULL
    high = min(ROOM[1], area**0.5)
    left, foot = place[0] - ROOM[0] / 2, place[1] + FOOT
    return box(left, left + area / high, foot - high, foot)


def sign(place):
    """Return the sign of a person on the card at a place."""
    x, y = place[0] + SIGN[0], place[1] + SIGN[1]
    return circle(x, y - 0.75, _HEAD) + path([[(x + a, y + b) for a, b in _SHOULDERS]], "Z")


def box(left, right, top, low):
    """Return a rectangle as a path."""
    return path([[(left, top), (right, top), (right, low), (left, low)]], "Z")


def path(lines, end=""):
    """Return lines as one path, each closed by `end`."""
    return "".join("M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in line) + end for line in lines)


def put(points, frame):
    """Return points of the body, which go up, on the picture, where y goes down; `frame` as `BODY`."""
    middle, high, top = frame
    scale = high / (_TOP - _FOOT)
    return [(middle + scale * x, top + scale * (_TOP - y)) for x, y in points]


@cache
def person(frame):
    """Return the body from behind as a path."""
    return path([put(line, frame) for line in body.body() if abs(line[0][0]) < 35], "Z")


@cache
def muscles(frame, sides=(-1, 1), out=1.0):
    """Return the back muscles of the given sides as a path, `out` times as far from the spine."""
    return path([put([(side * out * x, y) for x, y in _MUSCLE], frame) for side in sides], "Z")


def stations(trigger, frame=BODY):
    """Return where the steps of a trigger happen on the picture."""
    return put(_STATIONS[trigger], frame)


def step_places(count):
    """Return where the numbers of so many steps stand on their line."""
    return [(STEP_X, STEP_TOP + STEP_DEEP * number / (count - 1)) for number in range(count)]
