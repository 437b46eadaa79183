"""The lifter beside the staircase: somebody with the box at its start, and where it goes."""

from spine_edu.drawing.body import silhouettes
from spine_edu.drawing.grips import grip, plane
from spine_edu.drawing.marks import words as written
from spine_edu.drawing.outlines import line, shape
from spine_edu.loads.lifting import pose
from spine_edu.loads.lifting.words import measure

AXES = ("x2", "y2")
#: Ends of the axes in cm, and the share of the picture's width.
_ACROSS, _UP, _SHARE = (-42, 122), (-32, 224), 0.41
#: Where the reach is measured under the floor, and the post that carries the end of the lift.
_MEASURE, _POST = -9.0, 114.0
#: A way between two boxes that is too short for an arrow.
_SHORT = 14


def shapes(result, theme):
    """Yield floor, shelf, where the box goes, and the lifter with the box."""
    state, thin = result.state, theme.line / 2
    muted, load = {"color": theme.muted, "width": thin}, {"color": theme.color("load"), "width": theme.line}
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
    limbs, arms = pose.person(state.horizontal, state.vertical).outlines()
    look = {"edge": theme.muted, "width": thin, "axes": AXES}
    yield from list(silhouettes("Lifter", [(limbs, [])], theme, **look))[:2]
    box = pose.box(state.horizontal, state.vertical)
    yield shape("Box", [box], fill=theme.fill("load"), edge=theme.color("load"), width=theme.line, axes=AXES)
    yield from list(silhouettes("Lifter", [([], arms)], theme, **look))[2:]
    yield line("Way of the lift", _way(state), {"color": theme.color("load"), "width": theme.line}, axes=AXES)
    yield line("Reach", _reach(state), {"color": theme.ink, "width": thin}, axes=AXES)


def words(result, theme):
    """Return what is measured, in words: how far in front, how high, and how high it goes."""
    state, start = result.state, result.limits[0]
    length, digits = ("cm", 0) if result.lift.system == "metric" else ("in", 1)
    end = f"{result.lift.destination.vertical:.{digits}f} {length}"
    rows = [
        (state.horizontal / 2, _MEASURE - 4, f"reach {measure(result, start, 'HM')}", "bottom center", theme.text()),
        (_ACROSS[0], state.vertical + 1, measure(result, start, "VM"), "top right", theme.text()),
        (_POST - 4, state.lifted_to + 1, end, "top left", theme.text()),
    ]
    return written("Measures of the lift", rows, AXES)


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
