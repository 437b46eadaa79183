"""People of a hundred in whole units, so that a picture of all of them is small enough to be sent at every move.

A person is a bell and a head, or is bent; each is drawn with the same letters of a path wherever it stands, so that a
browser can let it walk from one place to another.
"""

#: Half the height of a person, units.
HALF = 37
#: Where head and body of a person are, beside and below the middle, units: upright, and bent.
_NECK, _CROWN, _EAR = -3, -49, 42
_UPRIGHT = ((-21, 37), (0, -48), (21, 37))
_BENT = ((-23, 37), (-23, -28), (11, -28), (20, 7), (7, 7), (4, 37))
_BENT_HEAD = (22, 4)


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
    left, right, up, down = round(x + 14), round(x + 32), round(y + 16), round(y + 34)
    return f"M{left},{up}L{right},{down}M{left},{down}L{right},{up}"


def _upright(x, y, size):
    (left, foot), (_, bow), (right, _) = _UPRIGHT
    body = f"M{_at(x, left, size)},{_at(y, foot, size)}Q{_at(x, 0, size)},{_at(y, bow, size)} "
    return f"{body}{_at(x, right, size)},{_at(y, foot, size)}Z{_head(x, y, size)}"


def _bent(x, y, size):
    (hx, hy), *rest = [(_at(x, across, size), _at(y, down, size)) for across, down in _BENT]
    written = " ".join(f"{a},{b}" for a, b in rest[:3])
    (hand_x, hand_y), (toe_x, toe_y) = rest[3:]
    right, down = _BENT_HEAD
    return f"M{hx},{hy}C{written}L{hand_x},{hand_y}L{toe_x},{toe_y}Z{_head(x + right * size, y + down * size, size)}"


def _head(x, y, size):
    """A drop that hangs upside down from the neck."""
    neck, crown, across = _at(y, _NECK, size), _at(y, _CROWN, size), _at(x, 0, size)
    return f"M{across},{neck}C{_at(x, -_EAR, size)},{crown} {_at(x, _EAR, size)},{crown} {across},{neck}"


def _at(middle, off, size):
    return round(middle + off * size)
