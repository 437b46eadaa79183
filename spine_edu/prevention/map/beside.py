"""What stands beside Noor: twenty things in eight lists, and trays to sort those that are kept."""

from spine_edu.drawing.outlines import EMPTY, drawn, shape
from spine_edu.prevention.map import icons, oval, places
from spine_edu.prevention.map.model import LEVELS, TRAYS, groups, of_group, things
from spine_edu.prevention.map.places import CHIP, EDGES, ROW, TAB, TALL, TASKS, at, number
from spine_edu.prevention.plane import box

#: Words on the tabs and the trays.
_TASKED = {"keep": "1 keep ten", "arrows": "2 draw arrows", "sort": "3 sort them"}
_TRAYED = {"week": "This week", "season": "This season", "never": "Not in her hands"}
#: How far from the edge of its row a sign and a name stand, and half the size of a sign.
_SIGN_IN, _NAME_IN, _SIGN = 1.2, 2.4, 0.82
#: Half the height of a head.
_HEAD = 0.68


def sorting(result):
    """Whether the trays are shown."""
    return result.state.level == "noor" and result.state.task == "sort"


def joining(result):
    """Whether the arrows are shown."""
    return result.state.level == "noor" and result.state.task == "arrows"


def listed(result):
    """Whether the lists are shown."""
    return result.state.level == "noor" and result.state.task == "keep"


def _far(result):
    """Whether the lists are seen: beside Noor, or small in the middle of a map."""
    return listed(result) or result.state.level == "one"


def aside(result):
    """Return beside what Noor stands small, or nothing."""
    return result.state.task if sorting(result) or joining(result) else ""


def stars(group):
    """Return the signs of a group's weight: ★★ most for experts, ★ central for them, ● most for patients."""
    row = groups()[group]
    return "★" * ((row.central == "yes") + (row.most == "experts")) + "●" * (row.most == "patients")


def _places(result):
    """Return of each thing that is kept the edges of its chip, row or card."""
    level = number(result.state.level)
    if level == len(LEVELS) - 1:
        return {}
    if level > 1:
        chips = {thing: places.chip(thing) for thing in result.kept}
        return {thing: (x - CHIP, x + CHIP, y - CHIP, y + CHIP) for thing, (x, y) in chips.items()}
    if joining(result):
        edges = oval.edges(result.order)
        return {thing: edges[thing] for thing in result.kept}
    if sorting(result):
        cards = _cards(result)
        # Always in the same order: on its way, each card is drawn as itself.
        edges = {thing: cards[thing] for thing in result.kept}
        return {thing: (left, right, y - half, y + half) for thing, (left, right, y, half) in edges.items()}
    found = {}
    for thing in result.kept:
        left, right, y = places.rows()[thing]
        (left, low), (right, high) = (at(level, 1, corner) for corner in ((left, y - TALL), (right, y + TALL)))
        found[thing] = (left, right, low, high)
    return found


def _cards(result):
    return places.cards(result.trays)


def in_hand(result):
    """Return the thing that a press puts somewhere; where things are sorted, the first that is left, or none."""
    hand = result.state.hand
    if sorting(result):
        return hand if hand in result.kept else next(iter(result.trays["yes"]), "")
    if joining(result):
        return hand if hand in result.kept else ""
    return "" if hand == "none" else hand


def _sign(edges, alone):
    """Return the middle of a sign and half its size; `alone`: without a name beside it."""
    left, right, low, high = edges
    if alone:
        return (left + right) / 2, (low + high) / 2, 0.41 * (right - left)
    return left + _SIGN_IN, (low + high) / 2, _SIGN * (high - low) / (2 * TALL)


def shapes(result, theme, told=True):
    """Yield what is drawn of the things: grounds, signs, heads, and what is in hand."""
    level = number(result.state.level)
    there = _places(result) if told else {}
    yield from _heads(result, theme, told)
    every = [
        [at(level, 1, corner) for corner in _corners((left, right, y - TALL, y + TALL))]
        for left, right, y in places.rows().values()
        if _far(result)
    ]
    yield shape("Rows", every, fill=theme.paper, edge=theme.grid, width=theme.line * 0.5, digits=2)
    yield from _trays(result, theme)
    # On a map, the boxes with which the ring begins are the ring's, and painted as it is.
    role = "treatment" if level < 2 or result.chosen else "pain"
    look = theme.stroke(role, 0.6) | {"dash": "dash" if swapping(result) else "solid"}
    grounds = "".join(box(*edges) for edges in there.values()) if level else EMPTY
    yield drawn("Kept", grounds, look, fill=theme.fill(role))
    alone = level > 1 or joining(result)
    signs = "".join(icons.path(thing, *_sign(edges, alone)) for thing, edges in there.items()) if level else EMPTY
    yield drawn("Signs of what is kept", signs, {"color": theme.color(role), "width": theme.line * 0.8})
    plain = [thing for thing in things() if thing not in result.kept and listed(result)]
    others = "".join(
        icons.path(thing, left + _SIGN_IN, y, _SIGN) for thing, (left, _, y) in places.rows().items() if thing in plain
    )
    yield drawn("Signs of the others", others, {"color": theme.muted, "width": theme.line * 0.6})
    yield drawn("In hand", _framed(result), {"color": theme.ink, "width": theme.line, "dash": "dash"})


def swapping(result):
    """Whether a thing waits that has no room among the ten."""
    state = result.state
    return listed(result) and state.full and state.hand not in ("none", *state.kept)


def _framed(result):
    """The frame of what is in hand or, in the lists, of what is read about."""
    thing = in_hand(result) or (result.state.read if listed(result) else "none").removeprefix("none")
    if not thing or result.state.level != "noor":
        return EMPTY
    if not listed(result):
        return box(*_places(result)[thing])
    left, right, y = places.rows()[thing]
    return box(left, right, y - TALL, y + TALL)


def _corners(edges):
    left, right, low, high = edges
    return [(left, low), (right, low), (right, high), (left, high)]


def _heads(result, theme, told):
    """The heads of the lists; those of groups with weight are painted, and those of empty ones broken."""
    level = number(result.state.level)
    found = {"most": [], "patients": [], "central": [], "other": []}
    for group, y in places.heads().items():
        row, (left, right) = groups()[group], EDGES[groups()[group].side]
        kind = {"experts": "most", "patients": "patients"}.get(row.most, "central" if row.central == "yes" else "other")
        kind = kind if told else "other"
        corners = _corners((left, right, y - _HEAD, y + _HEAD))
        if _far(result):
            found[kind].append([at(level, 1, corner) for corner in corners])
    thick = theme.line * (1 if level == 1 else 0.4)
    looks = {
        "most": (theme.fill("pressure"), theme.color("pressure"), 1.3),
        "patients": (theme.fill("load"), theme.color("load"), 1.3),
        "central": (theme.panel, theme.color("pressure"), 0.8),
        "other": (theme.panel, theme.grid, 0.5),
    }
    for kind, (fill, edge, width) in looks.items():
        path = shape(f"Heads: {kind}", found[kind], fill=fill, edge=edge, width=thick * width, digits=2)
        # As on the wheel: what was central has a dashed edge.
        path["line"]["dash"] = "dash" if kind == "central" else "solid"
        yield path
    there = result.state.group if listed(result) else "none"
    path = EMPTY
    if there != "none":
        left, right = EDGES[groups()[there].side]
        low = places.heads()[there] - _HEAD - ROW * len(of_group(there)) - 0.25
        path = box(left - 0.2, right + 0.2, low, places.heads()[there] + _HEAD + 0.1)
    yield drawn("The group that is read about", path, {"color": theme.ink, "width": theme.line})


def _trays(result, theme):
    edges = [(left, right, places.TRAY_LOW, places.TRAY_HIGH) for left, right in places.TRAY.values()]
    path = "".join(box(*one) for one in edges) if sorting(result) else EMPTY
    yield drawn("Trays", path, {"color": theme.muted, "width": theme.line * 0.7}, fill=theme.panel)


def names(result, theme):
    """Yield the words beside Noor: place, text, position and font."""
    state = result.state
    if state.level != "noor":
        return
    for task, (left, right) in TASKS.items():
        text = f"<b>{_TASKED[task]}</b>" if task == state.task else _TASKED[task]
        yield (left + right) / 2, sum(TAB) / 2, text, "middle center", theme.text()
    if not listed(result):
        yield from (_sorted_names if sorting(result) else oval.names)(result, theme)
        return
    for group, y in places.heads().items():
        left, right = EDGES[groups()[group].side]
        size = len(of_group(group))
        yield left + 0.2, y, f"{groups()[group].name}\u2009{stars(group)}", "middle right", theme.text(size=1.05)
        yield right - 0.2, y, f"{result.by_group[group]}/{size}", "middle left", theme.text(size=1.05)
    for thing, (left, _, y) in places.rows().items():
        there = thing in result.kept
        text = f"<b>{things()[thing].name}</b>" if there else things()[thing].name
        yield left + _NAME_IN, y, text, "middle right", theme.text("treatment" if there else None, 1.25)


def _sorted_names(result, theme):
    for thing, (left, _, y, _) in _cards(result).items():
        yield left + _NAME_IN, y, things()[thing].name, "middle right", theme.text("treatment")
    for tray, (left, right) in places.TRAY.items():
        yield (left + right) / 2, places.TRAY_HIGH - 1.1, f"<b>{_TRAYED[tray]}</b>", "middle center", theme.text()
    if result.trays["yes"]:
        text = f"{len(result.trays['yes'])} to sort"
        yield places.MIDDLE[0], places.TRAY_HIGH + 0.75, text, "middle center", theme.text() | {"color": theme.muted}


def tabs(result, theme):
    """Yield the tabs of what a press does."""
    for task, edges in TASKS.items():
        chosen = task == result.state.task and result.state.level == "noor"
        look = {"color": theme.ink, "width": theme.line * (0.9 if chosen else 0.4)}
        path = box(*edges, *TAB) if result.state.level == "noor" else EMPTY
        yield drawn(f"Tab: {task}", path, look, fill=theme.panel if chosen else theme.paper)


def card_box(result, thing):
    """Return the outline of what is pressed for a thing: its row, its chip with its name, or its card."""
    if joining(result):
        return oval.chip_box(result.order, thing)
    if not listed(result):
        return box(*_places(result)[thing])
    left, right, y = places.rows()[thing]
    return box(left, right, y - ROW / 2, y + ROW / 2)


def tray_boxes():
    """Return the outlines of the trays, and of what is still to sort."""
    found = {tray: box(left, right, places.TRAY_LOW, places.TRAY_HIGH) for tray, (left, right) in places.TRAY.items()}
    return {"yes": box(0.4, 33.6, places.TRAY_HIGH + 0.3, TAB[0] - 0.3), **{tray: found[tray] for tray in TRAYS}}


def head_box(group):
    """Return the outline of the head of a list."""
    left, right = EDGES[groups()[group].side]
    return box(left, right, places.heads()[group] - _HEAD, places.heads()[group] + _HEAD)
