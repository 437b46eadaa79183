"""Where boxes and arrows of the map lie. Lengths are sizes of the type: up exactly, across at the narrowest.

x goes from 0 to `WIDE`, which a wider picture stretches; y goes down from 0.
"""

from spine_edu.treatment.pathway.graph import boxes, edges

WIDE = 34.0
#: Column -> its left and right edge.
COLUMNS = {"door": (0.1, 5.9), "question": (7.0, 14.3), "way": (15.2, 24.1), "beside": (25.0, 33.9)}
#: Height of a row, and of a box of one row; rows of a band of time, and the gap between bands.
PITCH, HIGH, BAND, GAP = 1.85, 1.5, 3, 0.9
#: Where the first row begins; where the heads of the columns stand; where the person comes from.
TOP, HEADS, COMES = -6.2, -5.6, (1.0, -4.5)
ROWS = 12
#: Lower end of the map.
BOTTOM = TOP - PITCH * ROWS - GAP * (ROWS // BAND - 1)
#: Middles of the gaps between columns, along which arrows run.
_DOORS, _TREATMENTS, _FORK = 6.45, 14.75, 24.55


def upper(row):
    """Return the upper edge of a row."""
    return TOP - PITCH * row - GAP * (int(row) // BAND)


def rectangle(box):
    """Return left, right, lower and upper edge of a box."""
    row = boxes()[box]
    left, right = COLUMNS[row.place]
    top = upper(row.row)
    return left, right, top - PITCH * row.rows + PITCH - HIGH, top


def middle(box):
    """Return the middle of a box; where the person comes from, for the first step."""
    if box == "start":
        return COMES
    left, right, low, high = rectangle(box)
    return (left + right) / 2, (low + high) / 2


def outline(box, out=0.0):
    """Return a box as a path, `out` larger on every side."""
    left, right, low, high = rectangle(box)
    left, right, low, high = left - out, right + out, low - out, high + out
    return f"M{left:.2f},{low:.2f}H{right:.2f}V{high:.2f}H{left:.2f}Z"


def route(start, end):
    """Return the points of an arrow, which runs level and upright only."""
    kind = edges()[start, end].kind
    if start == "start":
        across = middle(end)[0] + 1
        return [COMES, (across, COMES[1]), (across, rectangle(end)[3])]
    (_, y), (x, to) = middle(start), middle(end)
    left, right, low, high = rectangle(start)
    goal = rectangle(end)
    if kind == "way" or (kind == "door" and boxes()[start].place == "door"):
        return [(x, low), (x, goal[3])]
    if kind == "hangs":
        return _bent((right, y), _TREATMENTS, (goal[0], to))
    if kind == "fork":
        return _bent((right, y), _FORK, (goal[1], to))
    if kind == "back":
        return [(right, low + 0.7), (goal[0], low + 0.7)]
    return _bent((left, y), _DOORS, (goal[1], to))


def _bent(start, across, end):
    if start[1] == end[1]:
        return [start, end]
    return [start, (across, start[1]), (across, end[1]), end]


def line(points):
    """Return an arrow's line as a path, without the last bit, which its head covers."""
    (x, y), (to, down) = points[-2:]
    long = abs(to - x) + abs(down - y)
    share = max(long - 0.3, 0) / long
    ends = [*points[:-1], (x + (to - x) * share, y + (down - y) * share)]
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in ends)


def head(points):
    """Return an arrow's head as a path."""
    (x, y), (to, down) = points[-2:]
    along, up = (to > x) - (to < x), (down > y) - (down < y)
    back, aside = 0.42, 0.3
    corners = [
        (to, down),
        (to - along * back + up * aside, down - up * back + along * aside),
        (to - along * back - up * aside, down - up * back - along * aside),
    ]
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in corners) + "Z"


def token(steps, here):
    """Return where the knob that walks lies after `here` steps: at a lower corner of its box."""
    box = steps[min(here, len(steps)) - 1].boxes[0] if here else "start"
    if box == "start":
        # The first step is taken under the person's own eyes.
        return COMES[0] + 1.5 * bool(here), COMES[1]
    left, right, low, _ = rectangle(box)
    # At the left edge of the picture half of it would be cut off.
    return (right - 0.8 if boxes()[box].place == "door" else left), low
