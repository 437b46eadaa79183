"""Where things lie on the board. Lengths are sizes of the type: up exactly, across at the narrowest.

x goes from 0 to `WIDE`, which a wider picture stretches; y goes up from 0. Bodies keep their shape: they are drawn in
px from an anchor.
"""

from types import MappingProxyType

from spine_edu.spasm.mechanisms.model import DOES, FULL

WIDE, HIGH = 34.0, 36.0
#: The height of the title, of the three values, of what is said at the foot (two lines), and where it begins.
TITLE, VALUES, FOOT = 35.2, 21.35, 1.35
#: The button of the experiment, at the foot: its edges.
BUTTON = (3.0, 31.0, 0.05, 2.75)
#: Where the four things stand that a story tells, instead of that: the edges of each, from left to right, then below.
TOLD = tuple((left, left + 16.6, low, low + 1.2) for low in (1.45, 0.2) for left in (0.3, 17.1))
#: Source -> the middle of its lamp; its name stands under it.
LAMPS = MappingProxyType(
    {
        "pressure": (3.4, 33.3),
        "ligament": (3.4, 29.2),
        "strain": (3.4, 25.1),
        "chemical": (30.6, 33.3),
        "guarding": (30.6, 29.2),
        "stress": (30.6, 25.1),
    }
)
#: Half the room of a lamp with its name, across; how far it goes up, down to its name, and down under that.
LAMP_ROOM = (3.3, 1.4, 1.15, 2.65)
#: The close-up of the low back: its middle with one body and with two, and its radius (up).
LENS, LENS_OF_TWO, LENS_RADIUS = (8.5, 33.1), (8.2, 32.4), 2.2
#: The floor of the bodies, where one stands or two stand, and how high somebody standing is.
FLOOR = 23.3
ONE, TWO = (17.0,), (12.2, 22.0)
TALL, TALL_OF_TWO = 11.0, 8.6
#: Where the names of two bodies stand, under their feet.
HEADS = 22.45
#: What one can do: the floor of its small bodies, their height, and the upper and lower edge of its card.
DEEDS_FLOOR, DEEDS_TALL, CARD = 17.2, 2.7, (20.4, 15.2)
#: Read-out -> where its value stands.
VALUE_AT = MappingProxyType({"muscle": 6.2, "back": 17.6, "leg": 28.6})
#: The panel of the curves: its edges, where 10 lies, and the heights of the two knobs.
LEFT, RIGHT, LOW, TOP, TEN = 2.4, 33.5, 4.3, 13.3, 11.9
HOUR_KNOB, REACH_KNOB = 14.2, 12.7
#: Hours at which the axis of time has a joint, and where each joint lies: between them it runs evenly.
JOINTS = ((-6.0, LEFT), (0.0, 4.4), (1.0, 9.4), (48.0, 24.2), (1008.0, RIGHT))
#: What stands under the axis of time.
TICKS = (
    *((0.0, "lift"), (1.0, "1 h"), (12.0, "12 h"), (24.0, "a day"), (48.0, "2 days")),
    (1008.0, "6 weeks"),
)
#: Those of them for which a hall's type leaves no room.
NOT_IN_A_HALL = ("12 h",)


def across(hour):
    """Return where an hour lies on the axis of time, which has three scales: the first hour, two days, the weeks."""
    after = next((k for k, (end, _) in enumerate(JOINTS) if k and hour <= end), len(JOINTS) - 1)
    (start, left), (end, right) = JOINTS[after - 1], JOINTS[after]
    return left + (right - left) * (hour - start) / (end - start)


def up(value):
    """Return how high a value of 10 lies in the panel of the curves."""
    return LOW + (TEN - LOW) * value / FULL


def card(does):
    """Return left, right, lower and upper edge of the card of something one can do."""
    wide = (WIDE - 0.6) / len(DOES)
    left = 0.3 + wide * DOES.index(does)
    return left + 0.1, left + wide - 0.1, CARD[1], CARD[0]


def box(left, right, low, high):
    """Return a rectangle as a path of straight lines."""
    return f"M{left:.2f},{low:.2f}L{right:.2f},{low:.2f}L{right:.2f},{high:.2f}L{left:.2f},{high:.2f}Z"
