"""Under the wheel: how large the ring, the reader's own map and the published ones are; or the group that is read."""

from types import MappingProxyType

from spine_edu.drawing.outlines import drawn
from spine_edu.prevention.map import icons, net
from spine_edu.prevention.map.model import count, groups, of_group, ring, things
from spine_edu.prevention.map.wheel import on_map
from spine_edu.prevention.map.words import weight
from spine_edu.prevention.plane import box

#: The middle of each net; the largest has as much room as there is, and the same place on each level.
_NETS = MappingProxyType(
    {"ring": (2.3, 9.7), "yours": (7.3, 9.7), "patient": (12.8, 9.7), "expert": (18.3, 9.7), "all": (23.9, 8.55)}
)
#: Height of name and numbers under a net; where those of the largest stand beside it; and where the mark stands.
_NAMED, _BESIDE, _MARK = (7.8, 6.75, 5.7), (30.5, 1.15), (0.4, 11.7)
#: How pale the hairlines are.
_PALE = 0.55
#: The rows of a group's things: where the first begins, how wide each is, and its low and high edge.
_THING, _WIDE, _ROW = 0.4, 10.9, (6.5, 8.7)
_COLOURS = {"ring": "pain", "yours": "treatment", "patient": "load", "expert": "pressure", "all": "pressure"}


def _rows(result):
    """Return what is counted: key, name, parts and lines."""
    cycle = sum(row.cycle == "yes" for row in things().values())
    found = [("ring", "the ring", cycle, len(ring())), ("yours", "yours", len(result.kept), len(result.arrows))]
    found.append(("patient", "back pain", count("patient_parts"), count("patient_lines")))
    found.append(("expert", "expert", count("expert_parts"), count("expert_lines")))
    if result.state.level == "all":
        found.append(("all", f"{count('experts')} experts", count("all_parts"), count("all_lines")))
    return found


def _known(result, told):
    """Return what is counted; of other people only, as long as a question is open."""
    return [row for row in _rows(result) if told or row[0] in ("patient", "expert")]


def counted(result):
    """Whether the sizes of the maps are shown, and not a group."""
    return on_map(result) and result.state.group == "none"


def shapes(result, theme, told=True):
    """Yield each map as a net without names, and the things of a group."""
    there = {key: (parts, lines) for key, _, parts, lines in _known(result, told)} if counted(result) else {}
    for key, role in _COLOURS.items():
        parts, lines = there.get(key, (0, 0))
        color = theme.color(role)
        # Pale, for where a hairline lies is invented; how many there are is not.
        look = {"color": color, "width": theme.line * 0.25}
        yield drawn(f"Lines: {key}", net.hairlines(_NETS[key], parts, lines), look, opacity=_PALE)
        yield drawn(f"Parts: {key}", net.dots(_NETS[key], parts), {"color": color, "width": 0}, fill=color)
    yield from _things(result, theme)


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
    if counted(result):
        muted = theme.text() | {"color": theme.muted}
        yield *_MARK, "counts real, places invented", "middle right", muted
        if told and result.state.level == "one":
            # Where the net of all maps is going to stand.
            x, y = _NETS["all"]
            yield x + 2.6, y + 0.6, "Press a wedge:", "middle center", muted
            yield x + 2.6, y - 0.6, "it opens here.", "middle center", muted
        for key, name, parts, lines in _known(result, told):
            now = key == ("all" if result.state.level == "all" else result.state.whose) or key == "yours"
            said = f"<b>{name}</b>" if now else name, f"<b>{parts}</b> parts", f"<b>{lines:,}</b> {_lines(lines)}"
            (x, y), heights = _NETS[key], _NAMED
            if key == "all":
                x, heights = _BESIDE[0], [y + step * _BESIDE[1] for step in (1, 0, -1)]
            for height, text in zip(heights, said, strict=True):
                yield x, height, text, "middle center", theme.text(_COLOURS[key])
    elif on_map(result):
        yield from _read(result, theme)


def _lines(number):
    return "line" if number == 1 else "lines"


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
