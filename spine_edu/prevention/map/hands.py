"""What a press does in the picture of a level, and what a pull from one thing to another."""

from math import dist
from types import MappingProxyType

from spine_edu.drawing.grips import choice_of
from spine_edu.prevention.map import beside, counter, oval, places, wheel
from spine_edu.prevention.map.model import (
    LEVELS,
    MANY,
    TRAYS,
    groups,
    loops_of,
    signs_of,
    things,
    turn_of,
    written,
)
from spine_edu.prevention.plane import box

#: Half of the place of a sign that is pressed, where no other sign is near.
_SIGN = 1.3
#: Half of the place of a stop that is pressed, and its low and high edge.
_STOP, _STOP_EDGES = 3.6, (35.1, 38.0)
#: Where a press on a map within all maps leads.
_LEADS = MappingProxyType(
    {
        "expert": {"level": "one", "whose": "expert"},
        "patient": {"level": "one", "whose": "patient"},
        "yours": {"level": "noor"},
        "ring": {"level": "cycle"},
    }
)


def touches(result):
    """Return what is pressed; the names of things and trays are those that can be pulled to one another."""
    state = result.state
    found, names = _sorting(result) if beside.sorting(result) else ({}, {})

    def press(outline, name="", **changes):
        choice = choice_of(state, state.replace(**changes))
        if choice:
            found[choice] = found.get(choice, "") + outline
            if name:
                names[choice] = name

    if beside.listed(result):
        _listed(result, press)
    if beside.joining(result):
        _joining(result, press)
    if state.level == "noor":
        for task, edges in places.TASKS.items():
            press(box(*edges, *places.TAB_PRESSED), task=task, hand="none", read="none")
    if wheel.on_map(result):
        _on_map(result, press)
    if state.level == "all":
        for key, outline in counter.zones(result).items():
            press(outline, **_LEADS[key])
    if state.level == "cycle":
        press(box(*places.NEAR), level="noor")
    for level, (x, _) in zip(LEVELS, places.STOPS, strict=True):
        press(box(x - _STOP, x + _STOP, *_STOP_EDGES), level=level)
    return {"axes": ["xaxis", "yaxis"], "things": found, "names": names}


def _listed(result, press):
    for group in groups():
        press(beside.head_box(group), group="none" if group == result.state.group else group, read="none")
    for thing in things():
        # Without a name: no arrow is drawn in the lists, so nothing there is pulled.
        press(beside.card_box(result, thing), **_pressed(result, thing))


def _pressed(result, thing):
    """Return what changes when a thing in a list is pressed."""
    state, hand = result.state, result.state.hand
    if thing == hand:
        return {"hand": "none", "read": "none"}
    if beside.swapping(result) and thing in result.kept:
        # A kept thing goes, and what waits for its place takes it.
        return {thing: "no", hand: "yes", "hand": "none", "read": hand}
    if thing not in result.kept:
        return {"read": thing} | ({"hand": thing} if state.full else {thing: "yes", "hand": "none"})
    return {"read": thing, thing: "no", "hand": "none"}


def _joining(result, press):
    """Chips between which arrows are drawn, and the signs on the arrows, which lie over them."""
    hand = beside.in_hand(result)
    for thing in result.kept:
        changes = _joined(result, hand, thing) if hand and hand != thing else {"hand": "none" if hand else thing}
        press(beside.card_box(result, thing), thing, **changes)
    there = oval.signs(result)
    for pair, (x, y) in there.items():
        near = min((dist((x, y), other) / 2 for one, other in there.items() if one != pair), default=_SIGN)
        half = min(max(near, oval.SIGN), _SIGN)
        press(box(x - half, x + half, y - half, y + half), **_turned(result, pair))
    if len(result.loops) > 1:
        press(box(*oval.NEXT_PRESSED), loop=(result.place + 1) % min(len(result.loops), MANY) + 1)
    if oval.can_order(result):
        press(box(*oval.ORDER_PRESSED), order="table" if result.state.order == "few" else "few")


def _turned(result, pair):
    """Return what changes when the sign of an arrow is pressed: it is the newest then, and its loop stays lit.

    Of an arrow that is not on the loop that is lit, the first loop is lit that it is on, if there is one.
    """
    signs = dict(signs_of(result.state.lines))
    sign = "+" if signs.pop(pair) == "-" else "-"
    signs[pair] = sign
    loops = loops_of((*(one for one in result.arrows if one != pair), pair), result.given)
    here = next((loop for loop in (result.loop, *loops) if loop and pair in turn_of(loop)), result.loop)
    return {"lines": written(signs), "loop": loops.index(here) + 1 if here in loops[:MANY] else 1}


def _joined(result, start, end):
    """An arrow from one kept thing to another comes, with a plus, or goes if it is there."""
    signs = dict(signs_of(result.state.lines))
    if signs.pop((start, end), None) is None:
        signs[start, end] = "+"
    return {"lines": written(signs), "hand": "none", "loop": 1}


def _sorting(result):
    """Cards and trays, each with a choice of its own: by that, a pull knows where it begins and ends."""
    card, found, names = beside.in_hand(result), {}, {}
    for tray, outline in beside.tray_boxes().items():
        if card:
            # Written out also where it lies there already and nothing changes: other cards are still pulled there.
            found[f"{card}:{tray};hand:none"], names[f"{card}:{tray};hand:none"] = outline, tray
    for thing in result.kept:
        # The framed card, too: a press finds it in hand already, but it is the first that a hand pulls.
        found[f"hand:{thing}"], names[f"hand:{thing}"] = beside.card_box(result, thing), thing
    return found, names


def _on_map(result, press):
    state = result.state
    for group in groups():
        press(wheel.wedge_box(group), group="none" if group == state.group else group, read="none")
    press(wheel.hole_box(), level="noor")
    for thing, outline in counter.thing_boxes(result).items():
        if thing in result.kept:
            press(outline, **{thing: "no", "read": thing})
        elif state.full:
            press(outline, level="noor", task="keep", hand=thing, read=thing)
        else:
            press(outline, **{thing: "yes", "read": thing})
    for whose, (left, right, *_) in places.TABS.items():
        press(box(left, right, *places.TAB_PRESSED), whose=whose)


def pulled(result, start, end):
    """Return what a pull from a thing to another one chooses, or to a tray.

    Parameters
    ----------
    result : MapResult
    start, end : str
        Names, as `touches` gives them.
    """
    state = result.state
    if start == end or state.level != "noor" or start not in things():
        return ""
    if beside.sorting(result):
        tray = getattr(state, end) if end in things() else end
        changes = {start: tray, "hand": "none"} if start in result.kept and tray in ("yes", *TRAYS) else {}
    else:
        changes = _joined(result, start, end) if beside.joining(result) and {start, end} <= set(result.kept) else {}
    return choice_of(state, state.replace(**changes))
