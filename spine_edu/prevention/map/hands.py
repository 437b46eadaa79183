"""What a press does in the picture of a level, and what a pull from one thing to another."""

from types import MappingProxyType

from spine_edu.drawing.grips import choice_of
from spine_edu.prevention.map import beside, counter, places, wheel
from spine_edu.prevention.map.model import LEVELS, MOST, TRAYS, groups, read_arrows, things, written
from spine_edu.prevention.plane import box

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
    if state.level == "noor":
        for task, edges in places.TASKS.items():
            press(box(*edges, *places.TAB), task=task, hand="none", read="none")
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
        press(beside.card_box(result, thing), thing, **_pressed(result, thing))


def _pressed(result, thing):
    """Return what changes when a thing in a list is pressed."""
    state, hand = result.state, result.state.hand
    if thing == hand:
        return {"hand": "none", "read": "none"}
    if beside.swapping(result) and thing in result.kept:
        # A kept thing goes, and what waits for its place takes it; an arrow that waits with it is drawn then.
        begins = state.task == "arrows" and not any(hand in pair for pair in read_arrows(state.lines)[0])
        return {thing: "no", hand: "yes", "hand": hand if begins else "none", "read": hand}
    if state.task == "arrows":
        return _joined(result, hand, thing) if hand != "none" else _begun(result, thing)
    if thing not in result.kept:
        return {"read": thing} | ({"hand": thing} if state.full else {thing: "yes", "hand": "none"})
    return {"read": thing, thing: "no", "hand": "none"}


def _begun(result, thing):
    """An arrow begins at a thing, which is kept for it; if there is no room, another one has to go first."""
    new = {} if thing in result.kept or result.state.full else {thing: "yes"}
    return new | {"hand": thing, "read": thing}


def _joined(result, start, end):
    """An arrow from thing to thing comes, or goes if it is there; both are kept for it, as far as there is room."""
    new = [thing for thing in (start, end) if thing not in result.kept]
    pair, there, room = (start, end), result.arrows, MOST - len(result.kept)
    if len(new) > room + 1:
        return {"hand": new[0], "read": new[0]}
    if len(new) > room:
        # The arrow is written already, and counts as soon as another thing has made room.
        return {**dict.fromkeys(new[:-1], "yes"), "lines": written([*there, pair]), "hand": new[-1], "read": new[-1]}
    arrows = [one for one in there if one != pair] if pair in there else [*there, pair]
    return {**dict.fromkeys(new, "yes"), "lines": written(arrows), "hand": "none", "read": "none"}


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
    for whose, edges in places.TABS.items():
        press(box(*edges), whose=whose)


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
        changes = _joined(result, start, end) if end in things() else {}
    return choice_of(state, state.replace(**changes))
