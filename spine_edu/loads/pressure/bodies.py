"""The bodies on the pressure board: one for each row, drawn in px, since the board's width may change."""

from functools import cache
from math import hypot

from spine_edu.drawing.body import silhouettes
from spine_edu.drawing.outlines import line, shape
from spine_edu.loads.pressure import postures

#: Height of somebody standing, in cm, with a little air.
TALL = 182.0
#: The most px of a sign's length, for type of one px; px between two corners of a body on a scale.
_LONGEST, _FINE = 8.0, 1.2
#: How thick the line of a sign is, in cm of a body.
_THICK = 10.0


def on_scale(name, high, slot):
    """Return a function from a part of a posture to its lines in px from its hip and from its ground.

    Parameters
    ----------
    name : str
    high : float
        How high somebody standing is, in slots; nothing is drawn at 0.
    slot : float
        Px of a slot.
    """
    body, *_ = postures.posture(name)
    px = high * slot / TALL

    def put(part):
        return [_thinned([(px * (x - body.hip[0]), px * y) for x, y in one], _FINE) for one in part] if high > 0 else []

    return put


def standing(posture, at, ground, high, slot, theme, *, name="Body on the scale"):
    """Yield the shapes of a body, with its chair and its load, whose hip is over a place; see `on_scale`."""
    body, lines, held = postures.posture(posture)
    put, where, thin = on_scale(posture, high, slot), _anchored(at, ground), theme.line / 2
    things = [one for one in lines if one is not postures.FLOOR]
    yield line(f"Chair of {name.lower()}", put(things), {"color": theme.muted, "width": thin}, **where)
    look = {"fill": theme.fill("load"), "edge": theme.color("load"), "width": thin}
    yield shape(f"Load of {name.lower()}", put(held), **look, **where)
    limbs, arms = body.outlines()
    look = {"edge": theme.ink, "width": 1.2 * thin}
    yield from silhouettes(name, [(put(limbs), put(arms))], theme, **look, **where)


def ghost(name, posture, at, ground, high, slot, theme):
    """Yield the shapes of a body where the reader has put it, its hip over a place."""
    put = on_scale(posture, high, slot)
    limbs, arms = postures.posture(posture)[0].outlines()
    look = {"edge": theme.color("prediction"), "fill": theme.fill("prediction"), "width": theme.line / 2}
    yield from silhouettes(name, [(put(limbs), put(arms))], theme, **look, **_anchored(at, ground))


def sign(name, posture, at, ground, high, slot, theme):
    """Return a body with all that belongs to it as one dark sign, whose hip is over a place.

    Parameters
    ----------
    name : str
        The words for the shape.
    posture : str or None
        Nothing is drawn without one.
    at, ground, high, slot, theme
        As for `on_scale` and `standing`.
    """
    px = round(_size(posture, high, slot, theme), 4) if posture else 0
    outlines = _sign(posture, px) if posture else ()
    look = {"fill": theme.muted, "edge": theme.muted, "width": round(px * _THICK, 1), "fillrule": "nonzero"}
    return shape(name, outlines, **look, **_anchored(at, ground))


def fitting(posture, high, slot, theme):
    """Return how high somebody standing is at most, in slots, so that a posture is no longer than a sign may be."""
    return _size(posture, high, slot, theme) * TALL / slot


def around(posture, high, slot, theme):
    """Return how many px a sign reaches to the left and to the right of its hip."""
    px, (left, right) = _size(posture, high, slot, theme), _ends(posture)
    return -px * left, px * right


@cache
def _ends(posture):
    """How far a sign reaches to the left, which is less than 0, and to the right of its hip, in cm."""
    across = [x for one in _sign(posture, 1.0) for x, _ in one]
    return min(across) - 0.7 * _THICK, max(across) + 0.7 * _THICK


def _size(posture, high, slot, theme):
    """The px of a centimetre of a sign."""
    left, _, right, _ = postures.box(posture)
    return min(high * slot / TALL, _LONGEST * theme.size / (right - left))


@cache
def _sign(posture, px):
    """The outlines of a sign in px from its hip and its ground."""
    body, lines, loads = postures.posture(posture)
    strokes = [[*one, *one[-2:0:-1]] for one in lines if one is not postures.FLOOR]
    return tuple([(px * (x - body.hip[0]), px * y) for x, y in one] for one in (*body.sign(_THICK), *loads, *strokes))


def _anchored(at, ground):
    """How px are counted from a place on a scale: so a body that only moves is not sent again."""
    return {"xsizemode": "pixel", "xanchor": at, "ysizemode": "pixel", "yanchor": ground, "digits": 1}


def _thinned(corners, far):
    """Leave out corners that lie less than so many px from the last one."""
    kept = []
    for x, y in corners:
        if not kept or hypot(x - kept[-1][0], y - kept[-1][1]) > far:
            kept.append((x, y))
    return kept
