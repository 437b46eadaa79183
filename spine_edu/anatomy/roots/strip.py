"""The part of the column beside the slice, from the side: a tap on a disc puts the herniation there.

The neck or the low back is shown, whichever holds the chosen disc; under it stands the way to the other one.
"""

from functools import cache

from spine_edu.anatomy.lines import moved, oval, straight, superellipse
from spine_edu.anatomy.roots import model
from spine_edu.drawing.outlines import circle

#: Where it stands on the paper: its midline, its upper end, and the way from disc to disc, in mm.
_MIDDLE, _TOP, _PITCH = -71.0, 43.0, 14.6
_WIDE, _BODY, _DISC = 16.0, 8.6, 6.4
#: The disc at which one begins in each part.
_BEGINS = {"neck": "C6-7", "back": "L4-5"}
#: What the other part is called.
OTHER = {"neck": "▼ <b>low<br>back</b>", "back": "▲ <b>neck</b>"}


def part(level):
    """Return which part of the column holds a disc: ``neck`` or ``back``."""
    return "neck" if model.in_neck(level) else "back"


@cache
def levels(name):
    """Return the discs of a part, from above."""
    return tuple(level for level in model.RootsState.declarations()["level"].values if part(level) == name)


def height(level):
    """Return how high the middle of a disc lies on the paper, in mm."""
    return _TOP - _PITCH * (levels(part(level)).index(level) + 0.5) - _BODY / 2


@cache
def bodies(name):
    """Return the vertebral bodies of a part, with their processes behind, as a path."""
    lines = []
    for number in range(len(levels(name)) + 1):
        middle = _TOP - _BODY / 2 - _PITCH * number
        lines.append(_box(_WIDE, _BODY, middle))
    return straight(lines)


def disc(level):
    """Return a disc as a path."""
    return straight([_box(_WIDE + 1.0, _DISC, height(level), -0.12)])


@cache
def discs(name):
    """Return all discs of a part as one path."""
    return "".join(disc(level) for level in levels(name))


def bulge(level):
    """Return what stands out of a disc, to the back at the right, as a path."""
    return straight([oval(_MIDDLE + _WIDE / 2 + 1.0, height(level), 2.8, 2.2)])


def same_root(result):
    """Return the discs, besides the chosen one, at which a herniation can reach the same root."""
    if not result.root:
        return ()
    found = dict.fromkeys(level for level, _ in model.places(result.root))
    return tuple(level for level in found if level != result.state.level)


def dots(result):
    """Return a mark at each disc of `same_root`, as a path."""
    return "".join(circle(_MIDDLE + _WIDE / 2 + 2.6, height(level), 1.5) for level in same_root(result))


def labels(level):
    """Return rows (x, y, text) of the names of the discs, which stand on them; the chosen one is bold."""
    return [(_MIDDLE, height(one), f"<b>{one}</b>" if one == level else one) for one in levels(part(level))]


def other(level):
    """Return the row (x, y, text) of the words that lead to the other part."""
    name = part(level)
    return _MIDDLE, _TOP - _BODY - _PITCH * len(levels(name)) - 3.0, OTHER[name]


def things(state):
    """Return what is tapped: each choice with its outline as a path."""
    name = part(state.level)
    elsewhere = _BEGINS["back" if name == "neck" else "neck"]
    (_, y, _), half = other(state.level), _PITCH / 2
    rows = {level: _row(height(level), half) for level in levels(name)} | {elsewhere: _row(y - 2, 6)}
    return {_choice(state, level): path for level, path in rows.items()}


def _choice(state, level):
    """What a tap chooses: the disc, in the same zone if the disc has it, else in the one beside it."""
    allowed = model.zones(level)
    zone = state.zone if state.zone in allowed else allowed[-1]
    return f"level:{level}" + (f";zone:{zone}" if zone != state.zone else "")


@cache
def _row(y, half):
    left, right = _MIDDLE - _WIDE / 2 - 3, _MIDDLE + _WIDE / 2 + 4
    return straight([[(left, y - half), (right, y - half), (right, y + half), (left, y + half), (left, y - half)]])


def _box(wide, tall, middle, waist=0.09):
    """A rounded box whose front and back bow inwards by `waist` (outwards if negative)."""
    corners = superellipse(wide, tall, 5.0, 33)
    bowed = [(x * (1 - waist * (1 - min(abs(y) / (tall / 2), 1) ** 2)), y) for x, y in corners]
    return moved(bowed, _MIDDLE, middle)
