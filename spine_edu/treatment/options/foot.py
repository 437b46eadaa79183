"""What the reader says herself: a pin on an answer that she could accept, and under the table where she leans."""

from spine_edu.drawing.marks import mark
from spine_edu.drawing.outlines import drawn
from spine_edu.treatment.options.frame import FOOT
from spine_edu.treatment.options.model import UNSAID, UNSURE, VALUES, options

#: How far a pin stands from the corner of its cell, across and down, and half its height.
_CORNER, _PIN = (1.5, 0.75), 0.55
#: Half the width of a pin against half its height, in units of the two axes: it looks square in the usual width.
_BROAD = 2.1


def press(result, cell):
    """Return what a press on a cell chooses: to read it out, or, read out already, to accept it or not any more."""
    state = result.state
    if cell != result.cell or cell.row not in VALUES:
        return f"row:{cell.row};option:{cell.option}"
    taken = state.accepted.get(cell.row) == cell.option
    return f"accept_{cell.row}:{UNSAID if taken else cell.option}"


def spots(result, at):
    """Return where the line of leaning is pressed, with what that chooses."""
    if not at.grid:
        return []
    return [(x, at.end + FOOT / 2, f"lean:{way}") for way, x in _middles(result, at).items()]


def shapes(result, placed, at, theme):
    """Yield the pins on accepted answers."""
    mine = theme.color("prediction")
    pins = "".join(
        _pin(place[2] - _CORNER[0], place[1] + _CORNER[1])
        for cell, place in placed
        if result.state.accepted.get(cell.row) == cell.option
    )
    yield drawn("Could accept", pins, {"width": 0, "color": mine}, fill=mine)


def rings(result, at, theme):
    """Return a ring under each way and beside the question mark, the one that is leaned to filled."""
    middles = _middles(result, at) if at.grid else {}
    fills = [theme.color("prediction") if way == result.state.lean else theme.paper for way in middles]
    look = {"symbol": "circle", "size": theme.size, "color": fills, "opacity": 1}
    look["line"] = {"width": theme.line * 0.7, "color": theme.ink}
    y = [at.end + FOOT / 2] * len(middles)
    return mark("Where one may lean", list(middles.values()), y, look, hoverinfo="skip")


def words(result, at, theme):
    """Yield the words of the line, and beside each ring a pin for every accepted answer of its way: never their sum."""
    if not at.grid:
        return
    small, mine = theme.text(size=0.86), theme.text("prediction", 0.86)
    y = at.end + FOOT / 2
    middles = _middles(result, at)
    yield 0.8, y, "<b>I lean to</b>", "middle right", small
    yield middles[UNSURE] + 1.2, y, "?", "middle right", small
    for option, _ in options():
        pins = sum(way == option for way in result.state.accepted.values())
        yield middles[option] + 1.6, y, "◆" * pins, "middle right", mine


def _middles(result, at):
    """Return where the ring of each way stands across, and that of who does not know."""
    found = {UNSURE: at.names - 3.2}
    for option, _ in options():
        left, _, right, _ = at.cell(result.order, result.order[0], option)
        found[option] = (left + right) / 2
    return found


def _pin(x, y):
    half = _PIN * _BROAD
    corners = ((x - half, y), (x, y - _PIN), (x + half, y), (x, y + _PIN))
    return "M" + "L".join(f"{a:.2f},{b:.2f}" for a, b in corners) + "Z"
