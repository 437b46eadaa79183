"""Where rungs, cards and two rows of two hundreds of people lie. x runs from 0 to `WIDE`, y down from 0 to `HIGH`."""

from spine_edu.drawing import hundred
from spine_edu.prevention.advice.model import ASKED_FOR, LANES, RUNGS, STUDIES, cards

WIDE, HIGH = 100.0, 72.4
#: Left and right edge of what hangs on a rung; how deep a rung is with its cards, and the rung itself.
SPAN, DEEP, BAR = (2.2, 55.8), 15.3, 3.9
#: Rung -> left, upper, right and lower edge of the rung with its cards.
ROOMS = {rung: (SPAN[0], 5.9 + DEEP * number, SPAN[1], 5.9 + DEEP * (number + 1)) for number, rung in enumerate(RUNGS)}
#: The rails of the ladder: left and right edge of each, and where they begin and end.
RAILS, RAIL = ((0.3, 2.2), (55.8, 57.7)), (5.2, 67.2)
#: How far down the two lines of the key stand, under the ladder.
KEY = (68.4, 71.0)
#: Half of a card's width, and of its height where there is room; how many hang beside each other.
HALF, BESIDE = (6.3, 4.4), 4
#: Between which depths of a rung cards hang, how far each is below the other at most, and which part is half of one.
FIRST, PITCH, LAST, SHARE = 4.6, 10.0, 14.7, 0.44
#: Where cards come from in a run without the reader's own rungs, and where the top card lies before.
PILE, DECK = (49.0, 66.0, HALF[1]), (79.0, 30.0)
#: What may be asked -> left and right edge of its tab; upper and lower edge of all.
TABS = {asked: (2.2 + 27.1 * number, 28.7 + 27.1 * number) for number, asked in enumerate(ASKED_FOR)}
TAB = (0.5, 4.6)
#: The drawing on a card: how far over the middle it stands, and its size; how far under it the name stands.
ICON, NAMED = (-1.3, 0.42), 2.7
#: Half the height of the lowest card that has room for a drawing.
DRAWN = 4.0
#: Left and right edge of what is shown of the open card; upper and lower edge of its heading and tabs.
SIDE, HEAD = (59.6, 99.6), (0.5, 4.6)
#: Result -> left and right edge of its tab.
STUDY_TABS = {study: (84.4 + 5.2 * number, 89.2 + 5.2 * number) for number, study in enumerate(STUDIES)}
#: Of each lane: words over its people, the two numbers, the upper row of people, and the words under them.
LANE = {lane: tuple(at + 29.4 * number for at in (7.2, 10.4, 13.7, 33.0)) for number, lane in enumerate(LANES)}
#: Left column of the two hundreds, how far people are apart, across and down, and half their height.
LEFTS, APART, DOWN = (61.2, 81.4), 1.9, 1.82
RADIUS = 0.46 * APART
#: How far a plate reaches round its people.
_PLATE = 1.25
#: The way of those who are sorted anew, from the one hundred to the other: where it begins and ends, how far down, and
#: how far down its words stand; half the height of who walks there.
WAY, WAY_Y, WAY_WORDS, WALKER = (64.6, 96.6), 68.6, 65.4, 1.3


def places(rungs):
    """Return where each card hangs, as a dict of middle across, middle down, and half its height.

    Four hang beside each other, and they are the lower the more rows there are: none hides another.

    Parameters
    ----------
    rungs : dict
        Card -> its rung, for those that have one; the others lie on the pile.
    """
    found = {}
    for rung, (left, top, right, _) in ROOMS.items():
        hanging = [card for card in cards() if rungs.get(card) == rung]
        pitch = min(PITCH, (LAST - FIRST) / max(-(-len(hanging) // BESIDE), 1))
        tall, apart = min(HALF[1], SHARE * pitch), (right - left) / BESIDE
        for number, card in enumerate(hanging):
            row, column = divmod(number, BESIDE)
            found[card] = (left + apart * (column + 0.5), top + FIRST + pitch * (row + 0.5), tall)
    return {card: found.get(card, PILE) for card in cards()}


def outline(place, out=0.0):
    """Return a card as a path, `out` larger on every side; its corners are cut off."""
    x, y, tall = place
    half, tall, cut = HALF[0] + out, tall + out, 0.6
    corners = [(half, cut - tall), (half - cut, -tall), (cut - half, -tall), (-half, cut - tall)]
    corners += [(-a, -b) for a, b in corners]
    return path([[(x + a, y + b) for a, b in corners]], "Z")


def box(left, right, top, low):
    """Return a rectangle as a path."""
    return path([[(left, top), (right, top), (right, low), (left, low)]], "Z")


def path(lines, end=""):
    """Return lines as one path, each closed by `end`."""
    return "".join("M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in line) + end for line in lines)


def spot(lane, side, person):
    """Return where a person of a hundred stands; `side` is 0 without the advice and 1 with it."""
    across, down = hundred.place(person)
    return LEFTS[side] + APART * across, LANE[lane][2] + DOWN * down


def plate(lane, side):
    """Return left, right, upper and lower edge of the place of a hundred people."""
    (left, top), (right, low) = spot(lane, side, 0), spot(lane, side, 99)
    return left - _PLATE, right + _PLATE, top - _PLATE, low + _PLATE


def middle(side):
    """Return the middle across of a hundred people."""
    return LEFTS[side] + 4.5 * APART
