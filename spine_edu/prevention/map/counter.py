"""How large the ring, the reader's own map and the published ones are: under the wheel, or beside all maps together.

Under the wheel there is also the group that is read.
"""

from types import MappingProxyType

from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.prevention.map import icons, net, places
from spine_edu.prevention.map.model import count, groups, of_group, ring, things
from spine_edu.prevention.map.wheel import on_map
from spine_edu.prevention.map.words import kept_of, meaning, weight
from spine_edu.prevention.plane import box

#: The middle of each net under the wheel.
_NETS = MappingProxyType({"ring": (3.0, 9.7), "yours": (10.0, 9.7), "patient": (17.5, 9.7), "expert": (25.5, 9.7)})
#: Height of name and numbers under a net; where the mark stands, and what a press on a wedge does.
_NAMED, _MARK, _HINT = (7.8, 6.75, 5.7), (0.4, 11.7), (33.6, 11.7)
#: Beside all maps together, no map within another: the room of a part, which is the same in every net, how large its
#: dot is, and how many times as far away all of them lie before one zooms out to them.
LARGE, _LARGE_DOT, _AWAY = 0.82, 0.24, 8.0
#: The middle of each net there, and where its name and numbers begin: that of the ring is the middle of the picture.
BESIDE = MappingProxyType(
    {
        "ring": (places.at(3, 3, (2.7, 26.4)), (5.3, 27.55)),
        "yours": ((3.3, 18.9), (6.6, 20.05)),
        "patient": ((20.6, 8.9), (24.9, 10.05)),
        "expert": ((4.9, 9.5), (9.7, 10.65)),
        "all": ((23.4, 23.1), (0.4, 32.6)),
    }
)
ALL = BESIDE["all"][0]
_STEP, _ROW_WIDE, _ROW_HALF = 1.15, 7.6, 0.6
#: How pale the hairlines are, those of all maps and those of one.
_PALE, _HALF = 0.5, 0.7
#: The rows of a group's things: where the first begins, how wide each is, and its low and high edge.
_THING, _WIDE, _ROW = 0.4, 10.9, (6.5, 8.7)
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


def _known(result, told):
    """Return what is counted; of other people only, as long as a question is open."""
    return [row for row in _rows(result) if told or row[0] in ("patient", "expert")]


def counted(result):
    """Whether the sizes of the maps are shown, and not a group."""
    return whole(result) or (on_map(result) and result.state.group == "none")


def whole(result):
    """Whether all maps together are looked at."""
    return result.state.level == "all"


def shapes(result, theme, told=True):
    """Yield each map as a net without names, and the things of a group."""
    there = {key: (parts, lines) for key, _, parts, lines in _known(result, told)} if counted(result) else {}
    large = whole(result)
    for key, role in _COLORS.items():
        parts, lines = there.get(key, (0, 0))
        color, scale = theme.color(role), (LARGE,) if large else ()
        middle, dot = (BESIDE[key][0], (LARGE, _LARGE_DOT)) if large else (_NETS[key], ())
        known = key in ("ring", "yours")
        look = {"color": color, "width": theme.line * (0.4 if large or known else 0.25)}
        if known:
            ways = net.arrows(middle, parts, _pairs(result, key), *scale) if parts else EMPTY
        else:
            ways = net.hairlines(middle, parts, lines, *scale)
        # Pale where it is invented what a line joins; how many there are is not.
        yield drawn(f"Lines: {key}", ways, look, opacity=1 if known else _HALF)
        path = net.dots(middle, parts, *dot, known=known)
        yield drawn(f"Parts: {key}", path, {"color": color, "width": 0}, fill=color)
    yield from _things(result, theme)


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
    return x, x + _ROW_WIDE, high - 2 * _STEP - _ROW_HALF, high + _ROW_HALF


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


def names(result, theme, told=True, predicted=False):
    """Yield the words under the wheel or beside all maps: place, text, position and font."""
    if whole(result):
        every = ("all", f"{count('experts')} experts together", count("all_parts"), count("all_lines"))
        for key, name, parts, lines in (*_rows(result), every):
            x, high = BESIDE[key][1]
            for step, text in enumerate(_said(name, parts, lines)):
                font = theme.text(_COLORS.get(key, "pressure"), 1.25 if key == "all" else 1.0)
                yield x, high - step * _STEP * (1.25 if key == "all" else 1), text, "middle right", font
    elif counted(result):
        muted = theme.text() | {"color": theme.muted}
        mark = "theirs: only the counts are real" if told else "counts real; places and joins invented"
        yield *_MARK, mark, "middle right", muted
        if told:
            yield (
                *_HINT,
                "Dotted: you. Press a wedge." if predicted else "Press a wedge: it opens.",
                "middle left",
                muted,
            )
        for key, *row in _known(result, told):
            for height, text in zip(_NAMED, _said(*row), strict=True):
                yield _NETS[key][0], height, text, "middle center", theme.text(_COLORS[key])
    elif on_map(result):
        yield from _read(result, theme)


def _said(name, parts, lines):
    return f"<b>{name}</b>", f"<b>{parts}</b> parts", f"<b>{lines:,}</b> {_lines(lines)}"


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
    here = kept_of(result, group)
    says = f"{here[0].upper()}{here[1:]}. A press keeps one, or lays it back."
    read = things()[result.state.read].group == group if result.state.read != "none" else False
    yield 0.4, 5.6, meaning(result.state.read) if read else says, "middle right", muted
