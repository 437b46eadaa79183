"""The loop, kept small over the views of the whole model that are no course: what is cut, what is set, what is treated.

It has no place to press and none to take hold of: those of the view below are enough.
"""

from spine_edu.cycle.curves import LINES
from spine_edu.cycle.diagram import BOXES, Board
from spine_edu.cycle.treatments import effects
from spine_edu.cycle.whole.ring import NODES, arrows, is_cut, level
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import drawn, line

#: The axes of its plane, and how far it reaches up and down.
AXES, _LOWEST, _HIGHEST = ("x5", "y5"), -8, 102
#: What a treatment turns in the equations -> the box or the arrow where it enters; the ring has no place for the rest.
_ENTERS = {
    "load": "pressure",
    "load_carried": "pressure",
    "guarding": "guarding",
    "guarding_release": "guarding",
    "guarding_reactivity": "pain_guarding",
    "inflammation_pain": "inflammation_pain",
    "herniation": "herniation",
    "nociception": "pain",
    "felt": "pain",
}


def height(theme):
    """Return how high it is, px, with the gap below it."""
    return theme.em(4.5 if theme.large else 5) + 50


def layout(low):
    """Return its axes; it begins at the height `low` of the plots, 0 to 1."""
    hidden = {"visible": False, "fixedrange": True}
    return {
        "xaxis5": {"domain": [0, 1], "range": [-1, 101], "anchor": "y5", **hidden},
        "yaxis5": {"domain": [low, 1], "range": [_LOWEST, _HIGHEST], "anchor": "x5", **hidden},
    }


def entered(plan):
    """Return the boxes and arrows of the ring where the treatments of a plan enter."""
    return {_ENTERS[row.acts_on] for treatment, _ in plan for row in effects(treatment) if row.acts_on in _ENTERS}


def shapes(result, theme):
    """Yield arrows and boxes: those where a treatment of the time line enters in its colour."""
    plane, state, view = _board(theme), result.state, result.state.view
    treated = entered(state.plan) if view == "timeline" else set()
    for row in arrows():
        look = {"color": theme.color(_role(row.arrow, treated, "reinforcing")), "width": theme.line * 0.8}
        look |= {"dash": "dot" if is_cut(row, state) else "solid"}
        look["width"] *= 1.8 if row.arrow in treated else 1
        yield line(f"Arrow from {row.start} to {row.end}", [plane.way(row)[:-1]], look, axes=AXES, digits=1)
    for node in NODES:
        role = _role(node, treated, "pressure" if node == "pressure" else BOXES[node][3])
        wide = theme.line * (1.2 if node in treated else 0.5)
        yield plane.frame(node, fill=theme.paper, edge=theme.color(role), width=wide) | {"name": f"Box of {node}"}
        (left, low), (right, _), (_, high), _ = plane.corners(node)
        filled = f"M{left:.1f},{low:.1f}H{right:.1f}V{low + (high - low) * _share(result, node):.2f}H{left:.1f}Z"
        yield drawn(f"Level of {node}", filled, {"width": 0}, fill=theme.color(role), axes=AXES, opacity=0.3)


def _role(part, treated, usual):
    return "treatment" if part in treated else usual


def _share(result, node):
    """Return how full a box is: on the last day of a time line, at rest where the load goes up and down."""
    if result.state.view == "timeline":
        return level(result, node, result.days[-1])
    return result.at_rest if (result.state.view, node) == ("hysteresis", "pain") else 0


def traces(result, theme):
    """Yield the heads of the arrows and the words."""
    rows, on_axes = arrows(), {"xaxis": AXES[0], "yaxis": AXES[1], "cliponaxis": False}
    yield _board(theme).heads(rows, [theme.line * 0.5] * len(rows)) | on_axes | {"name": "Heads of the small ring"}
    yield words("Words of the small ring", list(_words(result, theme)), AXES)


def _words(result, theme):
    state, small = result.state, theme.text(size=0.86)
    for node in NODES:
        x, y, *_ = BOXES[node]
        name = "Disc pressure" if node == "pressure" else LINES[node][1]
        yield x, y, name, "middle center", small
    quiet = {**small, "color": theme.muted}
    yield 99.5, 90, f"guarding reactivity {state.guarding_reactivity:.2f}", "middle left", quiet
    yield 33, 0, f"daily load {state.load:.2f}", "middle left", quiet
    said = f"day {result.days[-1]}" if state.view == "timeline" else " "
    yield 57, 36, said, "middle center", quiet


def _board(theme):
    return Board(theme, 12.4, 12.0, aspect=4.0, axes=AXES)
