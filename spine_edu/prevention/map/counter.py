"""How large the ring, the reader's own map and the published ones are, beside all maps together; and on the wheel.

In the middle of the wheel the map lies as a net. Under the wheel there stands what its looks mean
or, once a wedge is pressed, the group that is read.
"""

from types import MappingProxyType

from spine_edu.drawing.outlines import EMPTY, drawn, line
from spine_edu.prevention.map import icons, net, places
from spine_edu.prevention.map.model import count, groups, of_group, ring, things
from spine_edu.prevention.map.weights import weight
from spine_edu.prevention.map.wheel import dashes, of_experts, on_map, painted
from spine_edu.prevention.plane import box

#: Under the wheel: height of the key's lines, left and right edge of what each shows, and where its words begin.
_KEY, _SHOWN, _MEANS = (12.2, 10.9, 9.6), (0.9, 2.7), 3.3
#: Half the height of what a line of the key shows.
_THICK = 0.42
#: Beside all maps together, no map within another: the room of a part, which is the same in every net, how large its
#: dot is, and how many times as far away all of them lie before one zooms out to them.
LARGE, _LARGE_DOT, _AWAY = 0.78, 0.24, 8.0
#: The middle of each net there, and where its name and numbers begin: that of the ring is the middle of the picture.
BESIDE = MappingProxyType(
    {
        "ring": (places.at(3, 3, (2.7, 26.9)), (5.3, 28.05)),
        "yours": ((3.3, 20.9), (6.6, 22.05)),
        "patient": (places.NETS["patient"], (22.2, 13.9)),
        "expert": (places.NETS["expert"], (8.9, 14.4)),
        "all": ((24.3, 24.37), (0.4, 33.2)),
    }
)
ALL = BESIDE["all"][0]
_STEP, _ROW_WIDE, _ROW_HALF = 1.15, 7.6, 0.6
#: How pale the hairlines are, those of all maps and those of one.
_PALE, _HALF = 0.5, 0.7
#: The rows of a group's things: where the first begins, how wide each is, and its low and high edge.
_THING, _WIDE, _ROW = 0.4, 10.9, (8.9, 10.7)
#: Map beside all maps -> its colour.
_COLORS = MappingProxyType({"expert": "pressure", "patient": "load", "yours": "treatment", "ring": "pain"})


def _rows(result):
    """Return what is counted: key, name, parts and lines; the reader's own map only when it is more than the ring."""
    cycle = sum(row.cycle == "yes" for row in things().values())
    yield "ring", "the ring", cycle, len(ring())
    if result.chosen:
        yield "yours", "example" if result.owner == "example" else "yours", len(result.kept), result.drawn
    yield "patient", "with back pain", count("patient_parts"), count("patient_lines")
    yield "expert", "an expert", count("expert_parts"), count("expert_lines")


def _pairs(result, key):
    """Return what is joined in the ring, or in the reader's map: pairs of numbers of its dots."""
    boxes = tuple(thing for thing, row in things().items() if row.cycle == "yes")
    parts, pairs = (boxes, ring()) if key == "ring" else (result.kept, (*result.arrows, *result.given))
    return tuple((parts.index(start), parts.index(end)) for start, end in pairs)


def keyed(result):
    """Whether the wheel's key is shown, and not a group."""
    return on_map(result) and result.state.group == "none"


def whole(result):
    """Whether all maps together are looked at."""
    return result.state.level == "all"


def _seen(result, key, told):
    """Whether a map is seen as a net: beside all maps each, on a wheel the one that is looked at."""
    return whole(result) or (on_map(result) and key == painted(result, told))


def shapes(result, theme, told=True):
    """Yield each map as a net without names, the wheel's key, and the things of a group."""
    there = {key: (parts, lines) for key, _, parts, lines in _rows(result) if _seen(result, key, told)}
    for key, role in _COLORS.items():
        parts, lines = there.get(key, (0, 0))
        middle, room = (places.WHEEL, places.IN_WHEEL) if on_map(result) else (BESIDE[key][0], LARGE)
        color, known = theme.color(role), key in ("ring", "yours")
        if known:
            ways = net.arrows(middle, parts, _pairs(result, key), room) if parts else EMPTY
        else:
            ways = net.hairlines(middle, parts, lines, room)
        # Pale where it is invented what a line joins; how many there are is not.
        look = {"color": color, "width": theme.line * 0.4}
        yield drawn(f"Lines: {key}", ways, look, opacity=1 if known else _HALF)
        path = net.dots(middle, parts, room, _LARGE_DOT, known=known)
        yield drawn(f"Parts: {key}", path, {"color": color, "width": 0}, fill=color)
    yield from _key(result, theme, told)
    yield from _things(result, theme)


def _key(result, theme, told):
    """What the wheel's three looks mean: painted, dashed, and boxes of the reader's or the ring's."""
    painted, dashed, boxed = (box(*_SHOWN, y - _THICK, y + _THICK) if keyed(result) else EMPTY for y in _KEY)
    role = "pressure" if told and of_experts(result) else "load"
    look = {"color": theme.color(role), "width": theme.line}
    yield drawn("Key: most weight", painted, look, fill=theme.fill(role))
    across = [[(x, _KEY[1]) for x in _SHOWN]] if told and keyed(result) and of_experts(result) else []
    yield line("Key: central", across, dashes(theme))
    role = "treatment" if keyed(result) and result.chosen else "pain"
    look = {"color": theme.color(role), "width": theme.line * 0.6}
    yield drawn("Key: kept", boxed if told else EMPTY, look, fill=theme.fill(role))


def _key_said(result, told):
    """The words of the key's lines."""
    experts = told and of_experts(result)
    yield f"painted: most weight in the maps of {'experts ★★' if experts else 'people in pain ●'}"
    if told:
        own = {"ring": "the ring’s boxes", "example": "an example’s things", "yours": "what you keep"}[result.owner]
        central = "dashed: central for experts ★, in another study, of 2025"
        yield central if experts else "What else was central for people in pain: not found."
        # How many things a group has is not from a study.
        yield f"{own}; 2/3 is two of our own list of three"


def every(result, theme):
    """Yield the net of all maps; where it is not looked at, its dots wait far outside, from where they come."""
    parts, color, large = count("all_parts"), theme.color("pressure"), whole(result)
    look = {"color": color, "width": theme.line * 0.3}
    ways = net.hairlines(ALL, parts, count("all_lines"), LARGE) if large else EMPTY
    yield drawn("Lines: all", ways, look, opacity=_PALE)
    far = LARGE if large else _AWAY * LARGE
    dots = net.dots(ALL, parts, far, _LARGE_DOT)
    yield drawn("Parts: all", dots, {"color": color, "width": 0}, fill=color, opacity=0.5 if large else 0)


def _written(key):
    """Return the edges of what is written about a map beside all maps."""
    x, high = BESIDE[key][1]
    return x, x + _ROW_WIDE, high - 3 * _STEP - _ROW_HALF, high + _ROW_HALF


def zones(result):
    """Return what is pressed of each map beside all maps: its net, and what is written about it."""
    found = {}
    for key, _, parts, _ in _rows(result):
        (x, y), half = BESIDE[key][0], net.radius(parts, LARGE) + _LARGE_DOT
        found[key] = box(x - half, x + half, y - half, y + half) + box(*_written(key))
    return found


def _things(result, theme):
    """The things of the group that is read, each on its row; those that are kept are painted."""
    kept, others, signs, plain = "", "", "", ""
    for thing, (left, right) in _edges(result).items():
        ours = thing in result.kept
        kept, others = (kept + box(left, right, *_ROW), others) if ours else (kept, others + box(left, right, *_ROW))
        sign = icons.path(thing, left + 1.2, sum(_ROW) / 2, 0.82)
        signs, plain = (signs + sign, plain) if ours else (signs, plain + sign)
    color = theme.color("treatment")
    yield drawn("Kept of the group", kept, {"color": color, "width": theme.line * 0.6}, fill=theme.fill("treatment"))
    yield drawn("Not kept of the group", others, {"color": theme.muted, "width": theme.line * 0.4}, fill=theme.paper)
    yield drawn("Signs of the group’s kept things", signs, {"color": color, "width": theme.line * 0.8})
    yield drawn("Signs of its other things", plain, {"color": theme.muted, "width": theme.line * 0.6})


def _edges(result):
    """Return left and right edge of each thing of the group that is read."""
    if not on_map(result) or result.state.group == "none":
        return {}
    lefts = {thing: _THING + (_WIDE + 0.25) * place for place, thing in enumerate(of_group(result.state.group))}
    return {thing: (left, left + _WIDE) for thing, left in lefts.items()}


def thing_boxes(result):
    """Return what is pressed to keep or lay back a thing of the group that is read."""
    return {thing: box(*edges, *_ROW) for thing, edges in _edges(result).items()}


def names(result, theme, told=True):
    """Yield the words under the wheel or beside all maps: place, text, position and font."""
    if whole(result):
        every = ("all", f"{count('experts')} experts together", count("all_parts"), count("all_lines"))
        for key, name, parts, lines in (*_rows(result), every):
            x, high = BESIDE[key][1]
            mean = ("average",) if key in places.NETS else ()
            for step, text in enumerate((*_said(name, parts, lines), *mean)):
                font = theme.text(_COLORS.get(key, "pressure"), 1.25 if key == "all" else 1.0)
                yield x, high - step * _STEP * (1.25 if key == "all" else 1), text, "middle right", font
    elif keyed(result):
        for y, text in zip(_KEY, _key_said(result, told), strict=False):
            yield _MEANS, y, text, "middle right", theme.text()
    elif on_map(result):
        yield from _read(result, theme)


def _said(name, parts, lines):
    return f"<b>{name}</b>", f"<b>{parts}</b> parts", f"<b>{lines:,}</b> {_lines(lines)}"


def _lines(number):
    return "arrow" if number == 1 else "arrows"


def _read(result, theme):
    """The words about the group that is read: what the study calls it, its weight, and its things."""
    group = result.state.group
    theirs = f"<b>{groups()[group].name}</b>: “{groups()[group].theirs}” in the study"
    yield 0.4, 12.6, theirs, "middle right", theme.text()
    yield 0.4, 11.5, weight(group), "middle right", theme.text()
    for thing, (left, _) in _edges(result).items():
        kept, name = thing in result.kept, things()[thing].name
        font = theme.text("treatment" if kept else None)
        yield left + 2.4, sum(_ROW) / 2, f"<b>{name}</b>" if kept else name, "middle right", font
