"""People of a hundred in whole units, so that a picture of all of them is small enough to be sent at every move.

A person is a bell and a head, or is bent; each is drawn with the same letters of a path wherever it stands, so that a
browser can let it walk from one place to another.
"""

#: Half the height of a person, units: a row of people keeps a gap to the next one.
HALF = 34
#: The corners of a person and the middle of the head, and how large a head is, in halves of the height: the person of
#: a question is drawn by the same numbers (see `spine_edu.drawing.hundred`).
_UPRIGHT = ((-0.58, 1), (-0.58, -0.5), (0.58, -0.5), (0.58, 1))
_BENT = ((-0.62, 1), (-0.62, -0.75), (0.3, -0.75), (0.55, 0.2), (0.2, 0.2), (0.1, 1))
_HEAD, _BENT_HEAD, _ROUND = (0, -0.62), (0.6, -0.5), 0.34


def people(places, bent=False):
    """Return people at places as the path of one shape; where a place is None, nobody is to be seen.

    Parameters
    ----------
    places : iterable of tuple or None
        x and y of each, y downwards.
    bent : bool
        Whether they are bent with pain, or stand upright.
    """
    draw = _bent if bent else _upright
    return "".join(draw(*(place or GONE), 0 if place is None else 1) for place in places)


#: Where those are who are not to be seen: they come in and leave there.
GONE = (880, 790)


def cross(x, y):
    """Return the cross at a wrong guess: at the foot of a person, beside it."""
    left, right, up, down = round(x + 22), round(x + 40), round(y + 14), round(y + 34)
    return f"M{left},{up}L{right},{down}M{left},{down}L{right},{up}"


def _upright(x, y, size):
    foot, *bow = _placed(_UPRIGHT, x, y, size)
    return f"M{foot}C{' '.join(bow)}Z{_head(x, y, size, _HEAD)}"


def _bent(x, y, size):
    heel, *back, hand, toe = _placed(_BENT, x, y, size)
    return f"M{heel}C{' '.join(back)}L{hand}L{toe}Z{_head(x, y, size, _BENT_HEAD)}"


def _head(x, y, size, middle):
    """A circle of two bows."""
    (across, down), high = middle, 4 / 3 * _ROUND
    corners = ((-_ROUND, 0), (-_ROUND, -high), (_ROUND, -high), (_ROUND, 0), (-_ROUND, high), (-_ROUND, 0))
    start, *bows = _placed([(across + dx, down + dy) for dx, dy in corners], x, y, size)
    return f"M{start}C{' '.join(bows[:3])}S{' '.join(bows[3:])}"


def _placed(corners, x, y, size):
    """Return corners of a person as they are written in a path."""
    return [f"{round(x + across * HALF * size)},{round(y + down * HALF * size)}" for across, down in corners]
