"""What is kept, in an oval, with arrows between: each has a sign, and the loop that they close is lit."""

from functools import lru_cache
from math import cos, dist, hypot, pi, sin
from types import MappingProxyType

from spine_edu.drawing.outlines import EMPTY, circle, drawn, line
from spine_edu.prevention.map.model import things
from spine_edu.prevention.plane import box, headed

#: The middle of the oval, half its width and height, and half of a chip.
MIDDLE, _HALF, CHIP = (17.0, 21.25), (8.7, 9.1), 1.2
#: How far over or under a chip its name stands, and how far beside it; from which share of the height on it is over it.
_OVER, _BESIDE, _HIGH = 1.85, 1.5, 0.85
#: How wide what is pressed of a chip and its name is.
_WIDE = 6.7
#: How far an arrow bends inward, as a share of its length, one that goes with the order of the table and one that goes
#: back; of how many points it is, before and after what lies in its chips is cut off; and how far from their middles.
_THERE, _BACK, _FINE, _POINTS, _CLEAR = 0.14, 0.5, 96, 24, 1.55
#: Half of a sign, how far signs stay from each other and from chips, and the shares of an arrow where one may stand.
SIGN, _APART, _SHARES = 0.62, 1.9, (0.5, 0.62, 0.38, 0.74, 0.26, 0.56, 0.44, 0.68, 0.32, 0.8, 0.2)
#: How far from other arrows a sign need not lie farther: there it is nobody else's.
_OWN = 1.1
#: How far the letter of a loop of two stands from its arrows.
_LETTER = 1.3
#: How far off all arrows it stands, and how far from the middle of its loop it may lie for that.
_OFF, _ASIDE = 0.9, (0.7, 1.4, 2.1)
#: The edges of the button that lights the next loop, and of what is pressed of it: where no chip and no name lies.
NEXT, NEXT_PRESSED = (27.9, 33.7, 9.9, 12.1), (27.7, 34.0, 9.7, 12.6)
#: The same of the button that puts the things into another order.
ORDER, ORDER_PRESSED = (0.3, 6.1, 9.9, 12.1), (0.0, 6.3, 9.7, 12.6)
#: The letters of a loop, as the cycle's own diagram has them.
LETTERS = MappingProxyType({"reinforcing": "R", "balancing": "B"})


def centres(kept):
    """Return where the chip of each kept thing lies: in their order, round the oval from the top."""
    count = max(len(kept), 1)
    turns = {thing: pi / 2 - 2 * pi * (place + 0.5) / count for place, thing in enumerate(kept)}
    return {
        thing: (MIDDLE[0] + _HALF[0] * cos(turn), MIDDLE[1] + _HALF[1] * sin(turn)) for thing, turn in turns.items()
    }


def edges(kept):
    """Return the edges of the chip of each kept thing."""
    return {thing: (x - CHIP, x + CHIP, y - CHIP, y + CHIP) for thing, (x, y) in centres(kept).items()}


def chip_box(kept, thing):
    """Return what is pressed of a kept thing: its chip and its name."""
    x, y = centres(kept)[thing]
    across, up, side = _named(x, y)
    far = across + (_WIDE if side == "middle right" else -_WIDE)
    return box(min(x - CHIP, far), max(x + CHIP, far), min(y - CHIP, up - 0.6), max(y + CHIP, up + 0.6))


def _named(x, y):
    """Return where the name of a chip begins or ends: outside the oval, so that no arrow crosses it."""
    right, up = x >= MIDDLE[0] - 0.1, y - MIDDLE[1]
    side = "middle right" if right else "middle left"
    if abs(up) > _HIGH * _HALF[1]:
        return x - (CHIP if right else -CHIP), y + (_OVER if up > 0 else -_OVER), side
    return x + (_BESIDE if right else -_BESIDE), y, side


def way(kept, pair):
    """Return the way of an arrow from chip to chip, bent inward: off the chips between, and there and back are two."""
    (x, y), (a, b) = (centres(kept)[thing] for thing in pair)
    across, up = _inward(kept, pair)
    bend = _THERE if kept.index(pair[0]) < kept.index(pair[1]) else _BACK
    over, above = (x + a) / 2 + bend * across, (y + b) / 2 + bend * up
    points = []
    for step in range(_FINE + 1):
        share = step / _FINE
        from_, by, to = (1 - share) ** 2, 2 * share * (1 - share), share**2
        points.append((from_ * x + by * over + to * a, from_ * y + by * above + to * b))
    free = [point for point in points if min(dist(point, (x, y)), dist(point, (a, b))) > _CLEAR] or points
    return [free[round(step * (len(free) - 1) / (_POINTS - 1))] for step in range(_POINTS)]


def middle(result):
    """Return where the letter of the loop stands: between its things or, of two, beside both of their arrows."""
    there = [centres(result.order)[thing] for thing in result.loop]
    x, y = (sum(axis) / len(there) for axis in zip(*there, strict=True))
    if len(there) == 2:
        across, up = _inward(result.order, result.loop)
        off = _BACK / 2 + _LETTER / hypot(across, up)
        x, y = x + off * across, y + off * up
    return _clear(result.order, (*result.arrows, *result.given), (x, y))


@lru_cache(maxsize=100)
def _clear(order, arrows, place):
    """Return the nearest place where a letter is as far off all arrows as it need be, or as it can be near by."""
    points = [point for pair in arrows for point in way(order, pair)]
    chips, turns = centres(order).values(), [2 * pi * turn / 16 for turn in range(16)]
    near = [(place[0] + far * cos(turn), place[1] + far * sin(turn)) for far in (0, *_ASIDE) for turn in turns]
    free = [one for one in near if _room(one, chips) > _APART]
    return max(free, key=lambda one: min(_room(one, points), _OFF), default=place)


def _inward(kept, pair):
    """Return the way across the straight line between two chips, as long as it is, towards the oval's middle."""
    # From the first in their order to the other: both arrows between two chips bend to the same side.
    (x, y), (a, b) = (centres(kept)[thing] for thing in sorted(pair, key=kept.index))
    across, up = y - b, a - x
    towards = across * (MIDDLE[0] - (x + a) / 2) + up * (MIDDLE[1] - (y + b) / 2)
    return (across, up) if towards >= -0.01 else (-across, -up)


def signs(result):
    """Return where the sign of each arrow of the reader's stands: on it, off all other signs, chips and the letter."""
    return {pair: place for pair, place in _signs(result).items() if pair in result.arrows}


def _signs(result):
    """Return where signs stand: those of the reader's arrows, and those of the ring's on the loop that is lit."""
    letter = middle(result) if result.loop else None
    signed = (*result.arrows, *(pair for pair in result.turn if pair in result.given))
    return _signed(result.order, signed, (*result.arrows, *result.given), letter)


@lru_cache(maxsize=100)
def _signed(order, signed, arrows, letter):
    """Return the place of each sign: apart from what is there already, and as far off other arrows as it can be."""
    taken = [*centres(order).values(), *([letter] if letter else [])]
    ways = {pair: way(order, pair) for pair in arrows}
    found = {}
    for pair in signed:
        others = [point for other, points in ways.items() if other != pair for point in points]
        every = [ways[pair][round(share * (_POINTS - 1))] for share in _SHARES]
        free = [one for one in every if _room(one, taken) >= _APART]
        found[pair] = (
            max(free, key=lambda one: min(_room(one, others), _OWN))
            if free
            else max(every, key=lambda one: _room(one, taken))
        )
        taken.append(found[pair])
    return found


def _room(place, taken):
    return min((dist(place, other) for other in taken), default=_APART)


def shapes(result, theme, told):
    """Yield the loop, the arrows and the grounds of their signs; all of them empty where no arrows are looked at."""
    # What is not looked at says nothing of its loop, not in its colour either.
    order, kind = result.order, result.kind if told else "reinforcing"
    band = {"color": theme.fill(kind), "width": 6 * theme.line}
    yield line("Your loop", [way(order, pair) for pair in result.turn] if told else [], band)
    given = [_with_head(way(order, pair)) for pair in result.given] if told else []
    yield line("Arrows of the ring", given, {"color": theme.muted, "width": 0.7 * theme.line})
    chips = "".join(box(*edges(order)[thing]) for thing in result.loop) if told and result.loop else EMPTY
    yield drawn("Things on your loop", chips, {"color": theme.color(kind), "width": 1.6 * theme.line})
    look = theme.stroke("prediction") | {"dash": "solid"}
    yield line("Your arrows", [_with_head(way(order, pair)) for pair in result.arrows] if told else [], look)
    there = _signs(result) if told else {}
    ours = "".join(circle(*place, SIGN) for pair, place in there.items() if pair in result.arrows)
    rings = "".join(circle(*place, SIGN) for pair, place in there.items() if pair in result.given)
    yield drawn("Grounds of the ring's signs", rings or EMPTY, {"width": 0, "color": theme.paper}, fill=theme.paper)
    yield drawn("Signs of your arrows", ours or EMPTY, look | {"width": 0.6 * theme.line}, fill=theme.paper)
    look = {"color": theme.ink, "width": 0.5 * theme.line}
    for name, edges_, there in (
        ("Next loop", NEXT, len(result.loops) > 1),
        ("Other order", ORDER, can_order(result)),
    ):
        yield drawn(name, box(*edges_) if told and there else EMPTY, look, fill=theme.panel)


def can_order(result):
    """Whether another order round the oval makes less of a tangle."""
    return result.untangled != result.kept


def _with_head(points):
    (x, y), (a, b) = points[-3], points[-1]
    long = max(hypot(a - x, b - y), 0.01)
    return headed(points, ((a - x) / long, (b - y) / long), 0.9)


def names(result, theme):
    """Yield the names at the chips, the signs on the arrows, and the letter of the loop."""
    for thing, (x, y) in centres(result.order).items():
        *place, side = _named(x, y)
        # Beside a chip there is room for one word; over and under it a second line would be in the way.
        name = things()[thing].name.replace(" ", "<br>") if place[1] == y else things()[thing].name
        yield *place, name, side, theme.text("treatment")
    muted = theme.text() | {"color": theme.muted}
    for pair, place in _signs(result).items():
        font = muted if pair in result.given else theme.text("prediction")
        yield *place, "<b>−</b>" if result.signs[pair] == "-" else "<b>+</b>", "middle center", font
    if result.loop:
        yield *middle(result), f"<b>{LETTERS[result.kind]}</b>", "middle center", theme.text(result.kind, 1.4)
    other = "as listed" if result.state.order == "few" else "untangle"
    buttons = ((NEXT, "next loop", len(result.loops) > 1), (ORDER, other, can_order(result)))
    for (left, right, low, high), text, there in buttons:
        if there:
            yield (left + right) / 2, (low + high) / 2, text, "middle center", theme.text()
