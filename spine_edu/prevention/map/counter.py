"""Under the wheel: how large the ring, the reader's own map and the published ones are; or the group that is read."""

from spine_edu.drawing.outlines import circle, drawn
from spine_edu.prevention.map import icons
from spine_edu.prevention.map.model import count, groups, of_group, ring, things
from spine_edu.prevention.map.wheel import on_map
from spine_edu.prevention.map.words import weight
from spine_edu.prevention.plane import box

#: Height of the heads, of the first row, from row to row; and of the last one, which has three rows of grains.
_HEAD, _FIRST, _PITCH, _LAST = 11.5, 10.4, 1.1, 5.8
#: Where names end, where grains begin, how far apart they are, how many stand in a row, and how large they are.
_NAMED, _GRAINS, _APART, _IN_ROW, _GRAIN, _ROWS_APART = 9.3, 10.0, 0.27, 48, 0.125, 0.42
#: Where lines begin, and how long the bar of the most is.
_LINES, _LONG, _THICK = 25.6, 4.6, 0.3
#: The rows of a group's things: where the first begins, how wide each is, and its low and high edge.
_THING, _WIDE, _ROW = 0.4, 10.9, (6.5, 8.7)
_COLOURS = {"ring": "pain", "yours": "treatment", "patient": "load", "expert": "pressure", "all": "pressure"}


def _rows(result):
    """Return what is counted: key, name, parts and lines."""
    cycle = sum(row.cycle == "yes" for row in things().values())
    found = [("ring", "the ring", cycle, len(ring())), ("yours", "your map", len(result.kept), len(result.arrows))]
    found.append(("patient", "with back pain", count("patient_parts"), count("patient_lines")))
    found.append(("expert", "an expert", count("expert_parts"), count("expert_lines")))
    if result.state.level == "all":
        found.append(("all", f"{count('experts')} experts", count("all_parts"), count("all_lines")))
    return found


def _known(result, told):
    """Return what is counted; of other people only, as long as a question is open."""
    return [row for row in _rows(result) if told or row[0] in ("patient", "expert")]


def counted(result):
    """Whether the sizes of the maps are shown, and not a group."""
    return on_map(result) and result.state.group == "none"


def _height(place):
    return _LAST if place == 4 else _FIRST - _PITCH * place


def shapes(result, theme, told=True):
    """Yield the grains, one a part, and the bars of the lines; or the things of a group."""
    there = {key: (parts, lines) for key, _, parts, lines in _known(result, told)}
    most = max(lines for _, lines in there.values())
    for place, (key, role) in enumerate(_COLOURS.items()):
        parts, lines = there.get(key, (0, 0))
        shown = counted(result)
        y = _height(place)
        grains = "".join(circle(*_grain(one, parts, y), _GRAIN) for one in range(parts)) if shown else ""
        color = theme.color(role)
        yield drawn(f"Parts: {key}", grains, {"color": color, "width": 0}, fill=color)
        end = _LINES + _LONG * lines / most
        path = box(_LINES, end, y - _THICK / 2, y + _THICK / 2) if shown and lines else ""
        yield drawn(f"Lines: {key}", path, {"color": color, "width": theme.line * 0.5}, fill=color)
    yield from _things(result, theme)


def _grain(one, parts, y):
    rows = (parts - 1) // _IN_ROW
    return _GRAINS + _APART * (one % _IN_ROW), y + _ROWS_APART * (rows / 2 - one // _IN_ROW)


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
    """Yield the words under the wheel: place, text, position and font."""
    muted = theme.text() | {"color": theme.muted}
    if counted(result):
        yield _GRAINS - 0.2, _HEAD, "parts", "middle right", muted
        yield _LINES - 0.2, _HEAD, "lines", "middle right", muted
        for key, name, parts, lines in _known(result, told):
            y, font = _height(list(_COLOURS).index(key)), theme.text(_COLOURS[key])
            now = key == ("all" if result.state.level == "all" else result.state.whose) or key == "yours"
            yield _NAMED, y, f"<b>{name}</b>" if now else name, "middle left", font
            end = _GRAINS + _APART * (min(parts, _IN_ROW) - 0.5)
            yield end, y, f"<b>{parts}</b>", "middle right", font
            most = max(lines for *_, lines in _rows(result))
            yield _LINES + _LONG * lines / most + 0.1, y, f"<b>{lines:,}</b>", "middle right", font
    elif on_map(result):
        yield from _read(result, theme)


def _read(result, theme):
    """The words about the group that is read: what the study calls it, its weight, and its things."""
    group, muted = result.state.group, theme.text() | {"color": theme.muted}
    theirs = f"<b>{groups()[group].name}</b>: “{groups()[group].theirs}” in the study"
    yield 0.4, 11.4, theirs, "middle right", theme.text()
    yield 0.4, 10.1, weight(group), "middle right", theme.text()
    for thing, (left, _) in _edges(result).items():
        kept, name = thing in result.kept, things()[thing].name
        font = theme.text("treatment" if kept else None)
        yield left + 2.4, sum(_ROW) / 2, f"<b>{name}</b>" if kept else name, "middle right", font
    says = f"You keep {result.by_group[group]} of {len(of_group(group))}. A press keeps one, or lays it back."
    yield 0.4, 5.6, says, "middle right", muted
