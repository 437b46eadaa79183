"""How large the ring, the reader's own map and the published ones are: under the wheel, or within all maps together.

Under the wheel there is also the group that is read.
"""

from math import hypot
from types import MappingProxyType

from spine_edu.drawing.outlines import EMPTY, circle, drawn
from spine_edu.prevention.map import icons, net, places
from spine_edu.prevention.map.model import count, groups, of_group, ring, things
from spine_edu.prevention.map.wheel import on_map
from spine_edu.prevention.map.words import kept_of, weight
from spine_edu.prevention.plane import box

#: The middle of each net under the wheel.
_NETS = MappingProxyType({"ring": (3.0, 9.7), "yours": (10.0, 9.7), "patient": (17.5, 9.7), "expert": (25.5, 9.7)})
#: Height of name and numbers under a net; where the mark stands, and what a press on a wedge does.
_NAMED, _MARK, _HINT = (7.8, 6.75, 5.7), (0.4, 11.7), (33.6, 11.7)
#: All maps together fill their picture, and each other one lies within at the same scale: the room of a part, how large
#: its dot is, and how many times as far away it lies before one zooms out to it.
ALL, LARGE, _LARGE_DOT, _AWAY = (17.0, places.at(3, 3, places.MIDDLE)[1]), 1.15, 0.3, 8.0
#: In which corner name and numbers of a map stand there: their edge, the height of the first row, and on which side of
#: the edge; from row to row; how wide and half how high a row is.
_CORNERS = MappingProxyType(
    {
        "ring": (0.4, 32.3, "middle right"),
        "yours": (33.6, 32.3, "middle left"),
        "patient": (0.4, 8.4, "middle right"),
        "expert": (33.6, 8.4, "middle left"),
    }
)
_STEP, _ROW_WIDE, _ROW_HALF = 1.15, 5.6, 0.6
#: How pale the hairlines are, those of all maps and those of one.
_PALE, _HALF = 0.5, 0.7
#: The rows of a group's things: where the first begins, how wide each is, and its low and high edge.
_THING, _WIDE, _ROW = 0.4, 10.9, (6.5, 8.7)
#: Map within all maps -> its colour, from the largest to the smallest: what is smaller lies on what is larger.
_WITHIN = MappingProxyType({"expert": "pressure", "patient": "load", "yours": "treatment", "ring": "pain"})


def _rows(result):
    """Return what is counted: key, name, parts and lines; the reader's own map only when it is more than the ring."""
    cycle = sum(row.cycle == "yes" for row in things().values())
    yield "ring", "the ring", cycle, len(ring())
    if result.chosen:
        yield "yours", "yours", len(result.kept), result.drawn
    yield "patient", "with back pain", count("patient_parts"), count("patient_lines")
    yield "expert", "an expert", count("expert_parts"), count("expert_lines")


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
    yield from _edges_within(theme, there if large else {})
    for key, role in _WITHIN.items():
        parts, lines = there.get(key, (0, 0))
        color, scale = theme.color(role), (LARGE,) if large else ()
        middle, dot = (ALL, (LARGE, _LARGE_DOT)) if large else (_NETS[key], ())
        # Pale, for where a hairline lies is invented; how many there are is not.
        look = {"color": color, "width": theme.line * (0.4 if large else 0.25)}
        yield drawn(f"Lines: {key}", net.hairlines(middle, parts, lines, *scale), look, opacity=_HALF)
        yield drawn(f"Parts: {key}", net.dots(middle, parts, *dot), {"color": color, "width": 0}, fill=color)
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


def _edges_within(theme, there):
    """Round as many parts as a map has, an edge, and a line from its name in a corner to there."""
    for key, role in _WITHIN.items():
        leader = _leader(key, net.radius(there[key][0], LARGE)) if key in there else EMPTY
        yield drawn(f"Under the line to: {key}", leader, {"color": theme.paper, "width": theme.line * 3})
        yield drawn(f"Line to: {key}", leader, {"color": theme.color(role), "width": theme.line * 0.9})
    for key, role in _WITHIN.items():
        edge = circle(*ALL, net.radius(there[key][0], LARGE)) if key in there else EMPTY
        yield drawn(f"Edge: {key}", edge, {"color": theme.color(role), "width": theme.line * 0.9})


def _leader(key, radius):
    """From the inner corner of what is written about a map to its edge, towards its middle."""
    left, right, low, high = _written(key)
    x, y = right if left < ALL[0] else left, low if low > ALL[1] else high
    long = hypot(ALL[0] - x, ALL[1] - y)
    share = (long - radius) / long
    return f"M{x:.2f},{y:.2f}L{x + share * (ALL[0] - x):.2f},{y + share * (ALL[1] - y):.2f}"


def _written(key):
    """Return the edges of what is written about a map in its corner."""
    x, high, _ = _CORNERS[key]
    left = x if x < ALL[0] else x - _ROW_WIDE
    return left, left + _ROW_WIDE, high - 2 * _STEP - _ROW_HALF, high + _ROW_HALF


def zones(result):
    """Return what is pressed of each map within all maps: as much as lies in its edge, and what is written about it."""
    found, there = {}, {key: parts for key, _, parts, _ in _rows(result)}
    for key in _WITHIN:
        if key in there:
            found[key] = circle(*ALL, net.radius(there[key], LARGE)) + box(*_written(key))
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
    """Yield the words under the wheel: place, text, position and font."""
    if counted(result):
        muted = theme.text() | {"color": theme.muted}
        if not whole(result):
            yield *_MARK, "counts real, places invented", "middle right", muted
            if told:
                yield *_HINT, "Press a wedge: it opens here.", "middle left", muted
        for key, name, parts, lines in _known(result, told):
            said = f"<b>{name}</b>", f"<b>{parts}</b> parts", f"<b>{lines:,}</b> {_lines(lines)}"
            x, heights, anchor = _NETS[key][0], _NAMED, "middle center"
            if whole(result):
                x, high, anchor = _CORNERS[key]
                heights = [high - step * _STEP for step in range(3)]
            for height, text in zip(heights, said, strict=True):
                yield x, height, text, anchor, theme.text(_WITHIN[key])
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
    here = kept_of(result, group)
    says = f"{here[0].upper()}{here[1:]}. A press keeps one, or lays it back."
    yield 0.4, 5.6, says, "middle right", muted
