"""Where voices, rope, knots and people stand. One unit is a person's room; x runs to `WIDE`, y down to `HIGH`."""

from math import cos, pi, sin

from spine_edu.claims.ledger.model import PARTS, PEOPLE

WIDE, HIGH = 34.0, 31.7
#: Beads of the ledger: the first one, how far they are apart, their height and radius.
BEADS, APART, LINE, BEAD = 1.25, 2.25, 1.2, 0.86
#: Height of the question; left, top, right and bottom edge of both bubbles.
TITLE = 3.35
BUBBLES = ((0.3, 4.45, 16.7, 9.65), (17.3, 4.45, 33.7, 9.65))
#: Where the two stand: middle of the feet; how tall they are; where their hands hold the rope.
FEET, TALL, HANDS = ((2.6, 19.3), (31.4, 19.3)), 8.9, ((4.7, 13.7), (29.3, 13.7))
#: Middle of each knot, and half the width, top and bottom of the plate below.
KNOTS = dict(zip(PARTS, (8.0, 14.0, 20.0, 26.0), strict=True))
HALF, PLATE, TIP = 2.6, (15.2, 19.5), 0.55
#: Cells of people: left and right edge of each, top and bottom; the heads over them; rows of labels and of people.
CELLS = {"left": (0.3, 11.0), "found": (11.6, 22.4), "right": (23.0, 33.7)}
FIELD, HEAD = (20.2, 30.2), 21.1
LABELS, ROWS = (22.6, 26.5), (23.85, 27.75)
#: The same where there is one group alone.
ALONE = (24.2, 25.5)
#: The key of the beads: height, left edge of each of its three, radius.
KEY, KEYS, KEY_BEAD = 31.05, (6.6, 12.8, 23.6), 0.5
#: Why the flag stays in the middle: how high it is told, and how far behind the pole.
REASON, BESIDE = 11.8, 0.9
#: How many people stand in a row.
ROW = 10
#: How far the rope hangs down where its knots are open, how wide and high a knot is, and points of each.
_SAG, _WIDTH, _SIZE, _POINTS = 0.9, 2.1, 0.42, 40
#: How the end of the rope hangs that nobody holds.
_LIMP = ((28.6, 14.0), (29.0, 14.5), (29.2, 15.3), (29.25, 17.6))


def bead(number):
    """Return the middle of a bead, 1 to 15."""
    return BEADS + APART * (number - 1), LINE


def standing(cell, group, groups=1):
    """Return where the people of a group stand in a cell, one a person, if there are so many groups."""
    left, right = CELLS[cell]
    first, top = (left + right - ROW + 1) / 2, ROWS[group] if groups > 1 else ALONE[1]
    return [(first + person % ROW, top + person // ROW) for person in range(PEOPLE)]


def label(group, groups):
    """Return how high the words over a group stand."""
    return LABELS[group] if groups > 1 else ALONE[0]


def box(left, top, right, low, cut=0.0):
    """Return a box as a path, its corners cut off by `cut`."""
    if not cut:
        return f"M{left:.2f},{top:.2f}L{right:.2f},{top:.2f}L{right:.2f},{low:.2f}L{left:.2f},{low:.2f}Z"
    corners = [(left + cut, top), (right - cut, top), (right, top + cut), (right, low - cut)]
    corners += [(right - cut, low), (left + cut, low), (left, low - cut), (left, top + cut)]
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in corners) + "Z"


def plate(part):
    """Return the plate below a knot as a path."""
    return box(KNOTS[part] - HALF, PLATE[0], KNOTS[part] + HALF, PLATE[1], 0.35)


def arrow(part):
    """Return the sign at a plate that it goes on to its next option, as a path."""
    x, y = KNOTS[part] + HALF - 0.1, sum(PLATE) / 2
    return f"M{x:.2f},{y - 0.75:.2f}L{x + TIP:.2f},{y:.2f}L{x:.2f},{y + 0.75:.2f}Z"


def reach(part):
    """Return all that is pressed of a part: its knot and its plate."""
    return box(KNOTS[part] - HALF, HANDS[0][1] - 2.4, KNOTS[part] + HALF, PLATE[1])


def hang(x, loose):
    """Return the height of the rope at a place: straight if nothing of it is loose, of 0 to 1."""
    (left, high), (right, _) = HANDS
    return high + _SAG * loose * (1 - ((2 * x - left - right) / (right - left)) ** 2)


def rope(fits, silent=False):
    """Return the rope as points, hand to hand, with a knot at each part that does not fit.

    Where one voice is `silent`, nobody holds the other end: it hangs down.
    """
    loose = sum(fits.values()) / len(fits)
    points = [HANDS[0]]
    for part, middle in KNOTS.items():
        points += [_knot(middle, step / (_POINTS - 1), fits[part], loose) for step in range(_POINTS)]
    return [*points, *(_LIMP if silent else HANDS[1:])]


def _knot(middle, share, fits, loose):
    """Return a point of a piece of rope: straight, or an overhand knot, which is an open trefoil above it."""
    if fits:
        x = middle + _WIDTH * (2 * share - 1)
        return x, hang(x, loose)
    foot, ends = hang(middle, loose), 0.12
    if not ends < share < 1 - ends:
        # Both ends cross below the knot.
        side, out = (-1, share) if share < 0.5 else (1, 1 - share)
        return middle + side * (_WIDTH - (_WIDTH + 0.35) * out / ends), foot - 0.1 * (1 - out / ends)
    turn = pi * (1.08 + 1.84 * (share - ends) / (1 - 2 * ends))
    across, up = sin(turn) + 2 * sin(2 * turn), 3 + cos(turn) - 2 * cos(2 * turn)
    return middle + _SIZE * across, foot - _SIZE * up


def between(place):
    """Return where the flag stands on the rope: x from the voice on the left (0) to that on the right (1)."""
    (left, _), (right, _) = HANDS
    return left + 1.4 + (right - left - 2.8) * place
