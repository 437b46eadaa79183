"""Where beads, voices, rope, knots, answers and people stand. x runs to `WIDE`, y down to `HIGH`.

A unit is about the height of a line of type in a hall.
"""

from math import cos, pi, sin

from spine_edu.claims.ledger.model import PEOPLE
from spine_edu.claims.ledger.needs import PARTS
from spine_edu.drawing import outlines

WIDE, HIGH = 34.0, 31.8
#: Beads: how many in a row, middle of the first one, steps across and down, half their size.
_BEADS, _FIRST, _STEP, _HALF = 8, (2.3, 1.0), (4.2, 2.0), (1.95, 0.87)
#: How much of its corners a bead, and an answer, lacks.
_CUT, _CHIP_CUT = 0.55, 0.35
#: How far the half that is filled keeps from the edge.
_CLEAR = 0.12
#: Height of the question; left, top, right and bottom edge of both bubbles.
TITLE = 4.7
BUBBLES = ((0.3, 5.6, 16.7, 9.75), (17.3, 5.6, 33.7, 9.75))
#: Where the two stand: middle of the feet; how tall they are; where their hands hold the rope; their badges.
FEET, TALL, HANDS = ((2.7, 18.8), (31.3, 18.8)), 7.5, ((4.5, 14.1), (29.5, 14.1))
BADGES = ((0.1, 18.95, 5.25, 21.65), (28.75, 18.95, 33.9, 21.65))
#: The stall of a seller: half its width at the roof's edge and top, top and lower edge of the roof.
_STALL = (2.3, 1.9, 10.1, 11.05)
#: Middle of each knot, and half the width, top and bottom of the plate below.
KNOTS = dict(zip(PARTS, (8.1, 14.05, 19.95, 25.9), strict=True))
HALF, PLATE = 2.75, (15.8, 19.95)
#: Height of the words of a plate: three lines of a hall are as high as it, and stand a little above their middle.
ON_PLATE = sum(PLATE) / 2 + 0.12
#: How high it stands over the rope where it has gone, below that why, and over each of two strands; what the reader has
#: said, and why it is not so.
TOLD, WHY_THERE, STRANDS, YOURS, NOT_SO = 11.6, 12.9, (10.65, 13.9), 20.6, 21.75
#: The place under the rope: its edges, and the heights of its heading and of the line below that.
UNDER, HEAD, BELOW = (0.3, 22.4, 33.7, 31.6), 23.25, 24.5
#: Answers to be pressed: how many at most, the gap between, how wide at most, top and bottom; what stands below them.
CHIPS, _CHIP_GAP, _CHIP_WIDEST, CHIP = 5, 0.25, 7.4, (24.6, 28.1)
WHY = 29.8
#: What is offered besides: its height below a line of words, or in place of the heading over people; its edges.
WHY_OFFERED, _OFFER, _OFFER_ON_TOP, _OFFER_SIDES = 29.0, (29.75, 31.3), (22.5, 23.85), (5.5, 28.5)
#: Lines of people and of voices: where words begin, people, and how many they are; step across, and half their height.
LINE, _CROWD, COUNT, _ACROSS, _TALL = 0.9, 11.8, 28.6, 0.855, 0.6
#: Heights of the lines of the left voice, of the groups, and of the right voice: for one group, for two, or for two of
#: which the first has marked people.
LINES = {1: (25.3, (27.3,), 29.4), 2: (25.0, (26.8, 28.5), 30.3), "marked": (24.75, (26.1, 29.1), 30.7)}
#: The bracket below marked people: its height, how far its ends turn up and reach out; the height of its words.
_BRACKET, MARK = (27.0, 0.2, 0.3), 27.9
#: What was published where it is no count, by agreement.
MEAN = 27.3
#: A scale: heights of the words of both voices, of the top of their fields, the dot, the line, its marks and its ends;
#: left end, right end, and half the height of the dot.
VOICES, FIELD, DOT, AXIS, TICKS, ENDS = 26.3, 27.55, 28.2, 28.85, 29.65, 30.8
SPAN, RADIUS = (2.6, 31.4), 0.4
#: Weeks on a line: the height of each group's row, of the line and of its marks; its ends, right of the groups' names,
#: so that no group lies below a voice; how far right of a dot its words begin.
WEEKS, WEEK_AXIS, WEEK_TICKS = (28.05, 29.2), 29.9, 30.75
WEEK_SPAN, WEEK_WORDS = (11.0, 30.6), 0.8
#: All people in one row, with a wider step where it is empty: the left one, height, step across, half their height.
_ROW, _WIDER = (1.6, 27.5, 1.3, 0.72), 1.55
#: How far the rope hangs where its knots are open, and where it is loose; how wide and high a knot is, points of each.
_SAG, _SLACK, _WIDTH, _SIZE, _POINTS = 0.8, 1.35, 2.1, 0.38, 40
#: How the right end of the rope hangs that nobody holds; how far the end that is let go comes, and falls.
_LIMP, _LET_GO = ((28.8, 14.4), (29.2, 14.9), (29.4, 15.7), (29.45, 17.5)), (10.0, 0.75, 0.25)
#: Between where the strands of a rope run apart, how soon, and how far up and down.
_SPLIT, _SOON, _APART = (5.2, 28.8), 44, (-2.1, 0.72)
#: Where on a strand it is crossed that speaks against one voice only, and half the size of the cross.
_CROSSED, _CROSS = {"left": 0.16, "right": 0.84}, 0.45


def bead(number):
    """Return the middle of a bead; the place behind the last one is for what is counted."""
    row, column = divmod(round(number) - 1, _BEADS)
    return _FIRST[0] + column * _STEP[0], _FIRST[1] + row * _STEP[1]


def bead_box(number, more=0.0):
    """Return a bead as a path, larger by `more`."""
    (x, y), (wide, high) = bead(number), _HALF
    return box(x - wide - more, y - high - more, x + wide + more, y + high + more, _CUT)


def bead_half(number):
    """Return the left half of a bead as a path: half of it is settled."""
    (x, y), (wide, high) = bead(number), _HALF
    return _half(x - wide, y - high, x, y + high, _CUT)


def chip(number, count):
    """Return the middle of an answer that is pressed, of so many in a row."""
    return WIDE / 2 + (number - (count - 1) / 2) * (_chip_wide(count) + _CHIP_GAP), sum(CHIP) / 2


def _chip_wide(count):
    """Return how wide an answer is, of so many in a row: as wide as there is room."""
    return min(_CHIP_WIDEST, (UNDER[2] - UNDER[0] - _CHIP_GAP) / count - _CHIP_GAP)


def chip_box(number, count):
    """Return an answer that is pressed as a path."""
    (x, _), half = chip(number, count), _chip_wide(count) / 2
    return box(x - half, CHIP[0], x + half, CHIP[1], _CHIP_CUT)


def chip_half(number, count):
    """Return the left half of an answer as a path."""
    x, _ = chip(number, count)
    return _half(x - _chip_wide(count) / 2, CHIP[0], x, CHIP[1], _CHIP_CUT)


def offer(kind):
    """Return top and bottom of what is offered besides the answers: over people there is no room below."""
    return _OFFER_ON_TOP if kind == "people" else _OFFER


def offer_box(kind):
    """Return what is offered besides the answers as a path."""
    (left, right), (top, low) = _OFFER_SIDES, offer(kind)
    return box(left, top, right, low, _CHIP_CUT)


def standing(group, groups=1):
    """Return where the people of a group stand, one a person, and half their height."""
    return crowd(LINES[groups][1][group])


def crowd(height):
    """Return where the people of a line stand, one a person, and half their height."""
    return [(_CROWD + _ACROSS * person, height) for person in range(PEOPLE)], _TALL


def voice(side, groups):
    """Return the height of the line of a voice."""
    return LINES[groups][0 if side == "left" else 2]


def in_a_row(asked=True):
    """Return where all people stand in one row, and half their height; with room for how many, while it is `asked`."""
    left, top, across, half = _ROW
    if not asked:
        left, across = WIDE / 2 - _WIDER * (PEOPLE - 1) / 2, _WIDER
    return [(left + across * person, top) for person in range(PEOPLE)], half


def at(place):
    """Return x on a scale, from its left end (-1) over no difference (0) to its right end (1)."""
    left, right = SPAN
    return (left + right) / 2 + (right - left) / 2 * place


def at_week(share):
    """Return x on the line of weeks, from the first day (0) to the last week (1)."""
    left, right = WEEK_SPAN
    return left + (right - left) * share


def bracket(count):
    """Return what lies below the last people of the first of two groups, as a path."""
    spots, _ = standing(0, "marked")
    (low, turn, out), marked = _BRACKET, [x for x, _ in spots[PEOPLE - count :]]
    left, right = min(marked) - out, max(marked) + out
    return f"M{left:.2f},{low - turn}L{left:.2f},{low}L{right:.2f},{low}L{right:.2f},{low - turn}"


def box(left, top, right, low, cut=0.0):
    """Return a box as a path, its corners cut off by `cut`."""
    if not cut:
        return f"M{left:.2f},{top:.2f}L{right:.2f},{top:.2f}L{right:.2f},{low:.2f}L{left:.2f},{low:.2f}Z"
    corners = [(left + cut, top), (right - cut, top), (right, top + cut), (right, low - cut)]
    corners += [(right - cut, low), (left + cut, low), (left, low - cut), (left, top + cut)]
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in corners) + "Z"


def _half(left, top, right, low, cut):
    """Return the left half of a box with cut corners, clear of its edge."""
    left, top, low = left + _CLEAR, top + _CLEAR, low - _CLEAR
    corners = [(left + cut, top), (right, top), (right, low), (left + cut, low), (left, low - cut), (left, top + cut)]
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in corners) + "Z"


def plate(part):
    """Return the plate below a knot as a path."""
    return box(KNOTS[part] - HALF, PLATE[0], KNOTS[part] + HALF, PLATE[1], 0.35)


def reach(part):
    """Return all that is pressed of a part: its knot and its plate."""
    return box(KNOTS[part] - HALF, HANDS[0][1] - 2.1, KNOTS[part] + HALF, PLATE[1])


def tip(x):
    """Return the tip of the place under the rope that points to a plate, as a path."""
    return f"M{x - 0.9:.2f},{UNDER[1]:.2f}L{x:.2f},{UNDER[1] - 0.9:.2f}L{x + 0.9:.2f},{UNDER[1]:.2f}Z"


def stall(number):
    """Return the roof of a seller's stall, its stripes and its poles, as three paths."""
    (x, floor), (wide, narrow, high, low) = FEET[number], _STALL
    roof = f"M{x - wide},{low}L{x - narrow},{high}L{x + narrow},{high}L{x + wide},{low}Z"
    step = 2 * wide / 5
    stripes = "".join(box(x - wide + step * one, high, x - wide + step * (one + 1), low) for one in (1, 3))
    poles = "".join(f"M{x + side * (wide - 0.2)},{floor}L{x + side * (wide - 0.2)},{low}" for side in (-1, 1))
    return roof, stripes, poles


def hang(x, loose):
    """Return the height of the rope at a place: straight if nothing of it is loose, of 0 to 1, and more if slack."""
    (left, high), (right, _) = HANDS
    return high + _SAG * loose * (1 - ((2 * x - left - right) / (right - left)) ** 2)


def rope(fits, ends="", come=0.0, limp=()):
    """Return the rope as points, hand to hand, with a knot at each part that does not fit: two lists, one a strand.

    Parameters
    ----------
    fits : dict
        Part -> whether its knot is open.
    ends : str
        Where it ends: see `spine_edu.claims.ledger.model.LedgerResult.ends`.
    come : float
        How far it has come there, 0 to 1.
    limp : sequence of str
        Sides on which nobody holds it: there it hangs down.
    """
    loose = sum(fits.values()) / len(fits)
    if loose == 1:
        # A rope that has gone to somebody is tight; nobody pulls at one of which nothing is known.
        loose += come * (_SLACK / _SAG - 1 if ends == "loose" else -0.8)
    points = [(WIDE - x, y) for x, y in reversed(_LIMP)] if "left" in limp else [HANDS[0]]
    for part, middle in KNOTS.items():
        points += [_knot(middle, step / (_POINTS - 1), fits[part], loose) for step in range(_POINTS)]
    points += list(_LIMP if "right" in limp else HANDS[1:])
    if ends == "all right":
        points = [_dropped(*point, come) for point in points]
    return [_strand(points, side if ends == "split" else 0, phases(come)[1]) for side in _APART]


def phases(come):
    """Return how far a rope has gone where its study pulls it, and then how far a strand of another study has."""
    return min(1.0, 2 * come), max(0.0, 2 * come - 1)


def _dropped(x, y, come):
    """Return a point of a rope that the left voice lets go: its end comes along, and hangs."""
    end, along, down = _LET_GO
    away = max(end - x, 0) * come
    return x + along * away, y + down * away


def _strand(points, side, come):
    return [(x, y + side * come * apart(x)) for x, y in points]


def apart(x):
    """Return how far the strands of a rope have run apart at a place, 0 to 1."""
    share = min(1.0, max((x - _SPLIT[0]) * (_SPLIT[1] - x), 0) / _SOON)
    return share * share * (3 - 2 * share)


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
    """Return where a ribbon is tied to the rope: x from the voice on the left (0) to that on the right (1)."""
    (left, _), (right, _) = HANDS
    return left + 1.4 + (right - left - 2.8) * place


def height(strand, x):
    """Return how high a strand, a list of points, is at a place."""
    return min(strand, key=lambda point: abs(point[0] - x))[1]


def ribbon(x, y):
    """Return a ribbon round the rope as a path, its two tails below."""
    corners = [(-0.3, -0.42), (0.3, -0.42), (0.3, 0.4), (0.55, 0.7), (0.0, 0.46), (-0.55, 0.7), (-0.3, 0.4)]
    return "M" + "L".join(f"{x + across:.2f},{y + down:.2f}" for across, down in corners) + "Z"


def crossed(strand, side):
    """Return the disc and the cross on a strand that speaks against the voice of a side, as two paths."""
    x = between(_CROSSED[side])
    y, size = height(strand, x), 0.6 * _CROSS
    lines = [f"M{x - size:.2f},{y - turn * size:.2f}L{x + size:.2f},{y + turn * size:.2f}" for turn in (1, -1)]
    return outlines.circle(x, y, _CROSS), "".join(lines)
