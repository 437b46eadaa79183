"""The rope under the stream: one's own trust from 0 to 10; and over it, after the walk, another one to move it."""

from spine_edu.claims.tracer import places
from spine_edu.claims.tracer.model import OPEN
from spine_edu.claims.tracer.places import AFTER_Y, ROPE_Y, box, on_rope, path
from spine_edu.claims.tracer.words import cue
from spine_edu.drawing.grips import grip_of_choices
from spine_edu.drawing.outlines import EMPTY, drawn

#: Half the width of what is pressed at a knot; and how far it reaches down, so that a knob does not cover all of it.
_KNOT, _DOWN = 11.0, 22.0
#: The button that leaves the trust where it was: its edges across, half its height; the words beside it.
_STAY, _HALF, _CUE = (284.0, 354.0), 8.5, 4.0


def knobs(result):
    """Return the ratings that can be given now, each with the height of its rope."""
    return {result.knob: ROPE_Y, **({"after": AFTER_Y} if result.moved else {})}


def _before(result, name):
    """Return the trust from which a rating starts: the last one given before it; None without one."""
    earlier = {"trust": (), "again": ("trust",), "after": ("again", "trust")}[name]
    given = [getattr(result.state, one) for one in (name, *earlier)]
    return next((int(one) for one in given if one != OPEN), None)


def grips(result):
    """Return the knobs: the trust now, and after the walk; each lies where the trust was before."""
    if result.state.view != "walk":
        return []
    found = []
    for name, y in knobs(result).items():
        start = _before(result, name)
        choices = [f"{name}:{value}" for value in (OPEN, *range(11))]
        spots = [on_rope(None, y), *(on_rope(trust, y) for trust in range(11))]
        found.append(grip_of_choices(name, choices, spots, 0 if start is None else start + 1, rests=True))
    return found


def stay(result):
    """Return what leaves the trust where it was, as a choice; ``""`` where nothing is to be left."""
    open_ = (name for name in knobs(result) if getattr(result.state, name) == OPEN)
    return next((f"{name}:{_before(result, name)}" for name in open_ if _before(result, name) is not None), "")


def _height(result):
    """The height of what is said over the ropes."""
    return AFTER_Y + 20 if result.moved else ROPE_Y + 22


def stay_at(result):
    """Return the edges of the button that does it."""
    return *_STAY, _height(result) - _HALF, _height(result) + _HALF


def touches(result):
    """Return what is pressed: the knots, and the button."""
    things = {}
    for name, y in knobs(result).items():
        for trust in range(11):
            if getattr(result.state, name) != str(trust):
                x, _ = on_rope(trust)
                down = _DOWN if y == ROPE_Y else 10
                things[f"{name}:{trust}"] = box(x - _KNOT, x + _KNOT, y - down, y + 11)
    chosen = stay(result)
    # It is the same choice as that of a knot, and lies over it.
    things.pop(chosen, None)
    return things | ({chosen: _with_knot(result, chosen)} if chosen else {})


def _with_knot(result, chosen):
    name, trust = chosen.split(":")
    x, y = on_rope(int(trust), knobs(result)[name])
    return box(*stay_at(result)) + box(x - _KNOT, x + _KNOT, y - 10, y + 11)


def words(result, theme, there):
    """Return what is said over the rope, its names and numbers, and the trust of an invented reader."""
    muted = {**theme.text(size=1.15), "color": theme.muted}
    one = result.beside.get(result.state.claim)
    rows = [(_CUE, _height(result), cue(result), "middle right", theme.text("prediction", 1.15))]
    rows.append((4, ROPE_Y, "Trust", "middle right", theme.text(size=1.15)))
    rows.append((4, AFTER_Y, "After" if result.moved else "", "middle right", theme.text(size=1.15)))
    rows += [(on_rope(trust)[0], 7, str(trust), "middle center", muted) for trust in (0, 5, 10)]
    told = f"invented: {one.unseen} → {one.seen}" if one else ""
    rows.append((on_rope(7.5)[0], 7, told, "middle center", theme.text("neutral", 1.05)))
    return [(x, y, text if there else "", place, font) for x, y, text, place, font in rows]


def shapes(result, held, theme, there):
    """Yield the ropes with their knots, how the trust went, that of an invented reader, and where A lies."""
    heights = list(knobs(result).values()) if there else []
    grey = theme.color("neutral")
    right, none = places.ROPE[1], {"width": 0, "color": theme.ink}
    whole = "".join(path([(places.PEG - 8, y), (right + 8, y)], closed=False) for y in heights)
    yield drawn("Rope", whole or EMPTY, {"width": theme.line * 1.8, "color": grey})
    ends = (places.PEG - 8, right + 8)
    posts = "".join(box(x - 2, x + 2, min(heights) - 10, max(heights) + 10) for x in ends) if heights else EMPTY
    yield drawn("Posts of the rope", posts, none, fill=grey)
    knots = "".join(path(places.oval(on_rope(one)[0], y, 2.2, 4.0, count=10)) for one in range(11) for y in heights)
    yield drawn("Knots of the rope", knots or EMPTY, none, fill=grey)
    one = result.beside.get(result.state.claim) if there else None
    rings = _rings((one.unseen, one.seen)) if one else EMPTY
    yield drawn("Trust of an invented reader", rings, {"width": theme.line * 0.8, "color": grey, "dash": "dot"})
    yield from _went(result, theme, there)
    yield drawn("A", _held(held) or EMPTY, theme.stroke("held"), visible=held is not None)


def _went(result, theme, there):
    """Yield a ring where the trust was, unseen, and how it went from there."""
    mine, look = result.mine, {"width": theme.line, "color": theme.color("prediction")}
    first = there and result.shown and mine.unseen is not None
    ring = _rings((mine.unseen,)) if first else EMPTY
    yield drawn("Trust, unseen", ring, {**look, "dash": "dot"}, fill=theme.paper if first else None)
    ways = _bow(mine.unseen, mine.seen) if first and mine.seen is not None else ""
    if there and result.moved and mine.after is not None:
        ways += path([on_rope(mine.before[-1]), on_rope(mine.after, AFTER_Y)], closed=False)
    yield drawn("How your trust went", ways or EMPTY, look)


def _rings(given):
    return "".join(path(places.oval(*on_rope(one), 7, 7)) for one in given)


def _bow(start, end):
    """A bow over the rope from one rating to another."""
    (start, y), (end, _) = on_rope(start), on_rope(end)
    if start == end:
        return ""
    side, high = 1 if end > start else -1, y + 8
    bow = f"M{start:g},{high:g}Q{(start + end) / 2:g},{y + 14:g},{end:g},{high:g}"
    return bow + path([(end - side * 5, high + 5), (end, high), (end - side * 6, high - 1)], closed=False)


def _held(held):
    """A tick under the rope at the trust of A, and a ring where it stands."""
    if held is None:
        return ""
    trust = held.mine.before
    tick = path([(on_rope(trust[-1])[0], ROPE_Y - s) for s in (5, 12)], closed=False) if trust else ""
    return tick + path(places.oval(*places.stop(held.trail, held.here), 20, 8))
