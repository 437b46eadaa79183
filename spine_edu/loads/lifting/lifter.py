"""The lifter beside the staircase: somebody with the box at its start, where it goes, and the lift itself.

Behind them lies where hands may be: the greener, the less reach and height take off; and where the equation ends.
"""

from spine_edu.drawing.body import silhouettes
from spine_edu.drawing.grips import grip, plane
from spine_edu.drawing.marks import words as written
from spine_edu.drawing.outlines import line, shape
from spine_edu.loads.lifting import pose
from spine_edu.loads.lifting.model import constants, vertical_multiplier
from spine_edu.loads.lifting.words import factor, measure, weight

AXES = ("x2", "y2")
#: Ends of the axes in cm, and the share of the picture's width.
_ACROSS, _UP, _SHARE = (-42, 110), (-32, 224), 0.41
#: Where the reach is measured under the floor, and the post that carries the end of the lift.
_MEASURE, _POST = -9.0, 104.0
#: A way between two boxes that is too short for an arrow.
_SHORT = 14
#: From which height on two lines of words fit between the box's line and the floor.
_LOW = 19
#: How far over its line the height at the end is written, past the knob on that line.
_OVER = 10
#: From which height of a box on there is room under it for its weight in words.
_UNDER = 9
#: Shares of the best case that reach and height leave together, from where on the paper is a little greener.
_LEFT = (0.4, 0.5, 0.6, 0.7, 0.8)
#: Frames of the way up, and how long the box is then held; how near to the body the box is carried, in cm.
_FRAMES, _HELD, _NEAR = 22, 5, 12


def shapes(result, theme, *, told=True):
    """Yield floor, shelf, where the box goes, and the lifter with the box; `told` with what the equation says of it."""
    state, thin = result.state, theme.line / 2
    muted, load = {"color": theme.muted, "width": thin}, {"color": theme.color("load"), "width": theme.line}
    if told:
        yield from _domain(theme)
    yield line("Floor", [[(-400, 0), (400, 0)]], muted, axes=AXES)
    levels = [
        [(_ACROSS[0], state.vertical), (state.horizontal, state.vertical)],
        [(state.horizontal_end, state.lifted_to), (_POST, state.lifted_to)],
    ]
    yield line("Heights of the hands", levels, {"color": theme.ink, "width": 1, "dash": "dot"}, axes=AXES)
    ghost = [pose.person(state.horizontal_end, state.lifted_to).outlines()]
    faint = {"edge": theme.muted, "fill": theme.panel, "width": thin, "axes": AXES}
    yield from silhouettes("Lifter at the end", ghost, theme, **faint)
    end = pose.box(state.horizontal_end, state.lifted_to)
    yield line("Box at the end", [[*end, end[0]]], {**load, "dash": "dash"}, axes=AXES)
    low = end[0][1]
    shelf = [[(_POST, 0), (_POST, _UP[1] - 4)], *([[(end[0][0], low), (_POST, low)]] if low else [])]
    yield line("Shelf", shelf, {"color": theme.muted, "width": theme.line}, axes=AXES)
    second = [pose.box(state.second_horizontal, state.second_vertical)] if state.second == "yes" else []
    faint = {"color": theme.color("load"), "width": thin, "dash": "dot"}
    yield line("Box of the second lift", [[*corners, corners[0]] for corners in second], faint, axes=AXES)
    yield from _carried(state.horizontal, state.vertical, theme)
    yield line("Way of the lift", _way(state), {"color": theme.color("load"), "width": theme.line}, axes=AXES)
    yield line("Reach", _reach(state), {"color": theme.ink, "width": thin}, axes=AXES)


def _carried(reach, height, theme):
    """Yield the lifter with the box in hands at a place."""
    limbs, arms = pose.person(reach, height).outlines()
    look = {"edge": theme.muted, "width": theme.line / 2, "axes": AXES}
    yield from list(silhouettes("Lifter", [(limbs, [])], theme, **look))[:2]
    box = pose.box(reach, height)
    yield shape("Box", [box], fill=theme.fill("load"), edge=theme.color("load"), width=theme.line, axes=AXES)
    yield from list(silhouettes("Lifter", [([], arms)], theme, **look))[2:]


def _domain(theme):
    """Yield where hands may be: the fields in which reach and height leave so much, and the ends of the equation."""
    far, high = (constants("metric")[f"{name}_limit"] for name in ("horizontal", "vertical"))
    heights = [high * step / 28 for step in range(29)]
    for left in _LEFT:
        edge = [(_widest(left, height, far), height) for height in heights if vertical_multiplier(height) >= left]
        field = [(0, edge[0][1]), *edge, (0, edge[-1][1])]
        more = {"edge": theme.paper, "width": 0, "axes": AXES, "opacity": 0.1, "layer": "below"}
        yield shape(f"Reach and height leave × {left:g}", [field], fill=theme.color("treatment"), **more)
    ends = [[(far, 0), (far, high), (0, high)]]
    yield line("Ends of the equation", ends, {**theme.stroke("threshold", 0.5)}, axes=AXES)


def _widest(left, height, far):
    """Return the farthest reach at which reach and height leave such a share."""
    best = constants("metric")["horizontal_best"]
    return min(best * vertical_multiplier(height) / left, far)


def moments(state):
    """Return where the hands are in a lift, frame by frame: up, held for a moment, and back again."""
    start, end = (state.horizontal, state.vertical), (state.horizontal_end, state.lifted_to)
    near = max(min(start[0], end[0]) - _NEAR, 15.0)
    way = []
    for step in range(_FRAMES + 1):
        gone = step / _FRAMES
        gone = gone * gone * (3 - 2 * gone)
        bend = 2 * gone * (1 - gone)
        across = start[0] * (1 - gone) + end[0] * gone + bend * (near - (start[0] + end[0]) / 2)
        way.append((round(across, 1), round(start[1] + (end[1] - start[1]) * gone, 1)))
    return [*way, *[way[-1]] * _HELD, *way[-2::-1]]


def lifted(state, theme):
    """Return name -> path at each of the `moments`, of what moves in a lift."""
    shown = {place: [*_carried(*place, theme)] for place in set(moments(state))}
    frames = [shown[place] for place in moments(state)]
    return {one["name"]: [frame[at]["path"] for frame in frames] for at, one in enumerate(frames[0])}


def written_on_the_way(measures, state):
    """Return x and y of the words of `measures`, frame by frame, when the weight goes along with the box."""
    at, (beyond, up, _) = list(measures["text"]).index(_on_box(measures)), _kilograms(state.vertical)
    lists = {"x": [], "y": []}
    for across, high in moments(state):
        for axis, place in (("x", across + beyond), ("y", high + up - state.vertical)):
            lists[axis].append([*measures[axis][:at], place, *measures[axis][at + 1 :]])
    return lists


def _on_box(measures):
    return next(text for text in measures["text"] if text.startswith("<b>"))


def words(result, theme, *, told=True):
    """Return what is measured: how far in front, how high, how far the way is, and the load.

    `told` also what the equation leaves for each of them, and where it ends.
    """
    state, start = result.state, result.limits[0]
    length, digits = ("cm", 0) if result.lift.system == "metric" else ("in", 1)
    end = f"{result.lift.destination.vertical:.{digits}f} {length}"
    left = dict.fromkeys(("HM", "VM", "DM"), "")
    if told and not result.refusal:
        left = {symbol: f"<br>× {factor(start.multipliers[symbol])}" for symbol in left}
    far, high = (constants(result.lift.system)[f"{name}_limit"] for name in ("horizontal", "vertical"))
    muted, small = {**theme.text(), "color": theme.muted}, _way(state)
    beyond, kilograms, where = _kilograms(state.vertical)
    # Under its line no body is in the way, if there is room over the floor.
    beside = (-1, "bottom right") if state.vertical >= _LOW else (1, "top right")
    rows = [
        (
            state.horizontal / 2,
            _MEASURE - 4,
            f"reach {measure(result, start, 'HM')}{left['HM']}",
            "bottom center",
            None,
        ),
        (_ACROSS[0], state.vertical + beside[0], f"{measure(result, start, 'VM')}{left['VM']}", beside[1], None),
        (_POST - 2, state.lifted_to + _OVER, end, "top left", None),
        (state.horizontal + beyond, kilograms, f"<b>{weight(result, result.lift.weight)}</b>", where, None),
    ]
    if small:
        (x, begin), (_, tip) = small[0]
        right = max(x + 5, constants("metric")["horizontal_limit"] + 2)
        rows.append((right, (begin + tip) / 2, f"{measure(result, start, 'DM')}{left['DM']}", "middle right", None))
    else:
        rows.append((0, 0, "", "middle right", None))
    if told:
        field = f"greener: reach and<br>height take less off<br>beyond {far:g} or {high:g} {length}:<br>no load"
        rows.append((_ACROSS[0], constants("metric")["vertical_limit"] + 6, field, "top right", muted))
    return written("Measures of the lift", [(*row, font or theme.text()) for *row, font in rows], AXES)


def _kilograms(height):
    """Return where the weight of a box is written: how far from the hands across, how high, and on which side of that.

    It stands under the box, and close to the floor beside it: in the box lies the knob.
    """
    (_, low), *_ = pose.box(0, height)
    return (0, low - 0.5, "bottom center") if low >= _UNDER else (pose.WIDE / 2 + 2, low + 5, "middle right")


def grips(state):
    """Return what a hand may take hold of: the box, which is carried, and the dashed box where it goes."""
    axes, end = ("xaxis2", "yaxis2"), state.horizontal_end + pose.WIDE / 2
    goes = pose.box(state.horizontal_end, state.lifted_to)
    box = pose.box(state.horizontal, state.vertical)
    return [
        grip(state, "lifted_to", lambda height: (end, height), axes=axes, body=goes),
        plane(state, "horizontal", "vertical", lambda reach, height: (reach, height), axes=axes, body=box),
    ]


def axes():
    """Return the two axes of the lifter, for a layout."""
    plain = {"visible": False, "fixedrange": True}
    square = {"scaleanchor": "x2", "constraintoward": "bottom"}
    return {
        "xaxis2": {**plain, "range": list(_ACROSS), "domain": [0, _SHARE], "anchor": "y2"},
        "yaxis2": {**plain, "range": list(_UP), "domain": [0, 1], "anchor": "x2", **square},
    }


def _reach(state):
    """The reach along the floor, from the ankles to the hands."""
    ends = [[(x, _MEASURE - 3), (x, _MEASURE + 3)] for x in (0, state.horizontal)]
    return [[(0, _MEASURE), (state.horizontal, _MEASURE)], *ends]


def _way(state):
    """An arrow from the box to where it goes, with nothing to show for a short way."""
    turned = 1 if state.lifted_to > state.vertical else -1
    (low, _, high, _), (below, _, above, _) = (
        pose.box(state.horizontal, state.vertical),
        pose.box(state.horizontal_end, state.lifted_to),
    )
    begin, tip = (high[1], below[1]) if turned > 0 else (low[1], above[1])
    if turned * (tip - begin) < _SHORT:
        return []
    x, begin, tip = state.horizontal_end + pose.WIDE / 4, begin + 2 * turned, tip - 2 * turned
    return [[(x, begin), (x, tip)], [(x - 4, tip - 6 * turned), (x, tip), (x + 4, tip - 6 * turned)]]
