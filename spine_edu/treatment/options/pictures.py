"""The little picture in each cell: a difference with its interval, a share of a hundred, squares of certainty."""

from spine_edu.drawing import outlines

#: The scale of differences in a cell, points of 100.
POINTS = (-4, 26)
#: How high a picture is, and how far its middle stands over the bottom of the cell, in sizes of the type.
HIGH, OVER = 0.62, 0.6
#: What part of a cell's width the scale takes.
_PART = 0.9
_SQUARES = 4


def shapes(placed, theme):
    """Yield the pictures of cells, all of one kind as one shape.

    Parameters
    ----------
    placed : list of (Cell, tuple of float)
        The cells that are shown, with left, top, right and bottom of each.
    theme : Theme
    """
    drawn = {
        "Hundred people": (_path(placed, "of_100", _hundred), theme.fill("neutral"), None),
        "So many of them": (_path(placed, "of_100", _share), theme.color("water"), None),
        "The other group": (_path(placed, "of_100", _other), None, theme.ink),
        "As well": (_path(placed, "of_100", _as_well), theme.color("pain"), None),
        "No difference": (_path(placed, "points", _zero), None, theme.muted),
        "Interval": (_path(placed, "points", _interval), None, theme.color("treatment")),
        "Difference": (_path(placed, "points", _dot), theme.color("treatment"), None),
        "Squares of certainty": (_path(placed, "grade", _empty), None, theme.muted),
        "Filled squares": (_path(placed, "grade", _filled), theme.ink, None),
        # So many times as many, and of how many nobody says: no bar can be drawn of that.
        "Nothing found": (
            "".join(_path(placed, kind, picture) for kind, picture in _UNKNOWN.items()),
            None,
            theme.muted,
        ),
    }
    for name, (path, fill, edge) in drawn.items():
        line = {"color": edge or theme.ink, "width": 1.6 if edge else 0}
        if name == "The other group":
            line["width"] = theme.line
        if name == "Interval":
            line["width"] = 2 * theme.line
        if name == "Nothing found":
            line["dash"] = "dot"
        yield outlines.drawn(name, path, line, fill=fill)


def along(place, low, high, value):
    """Return where a value of a scale stands in a cell."""
    left, right = place[0], place[2]
    room = (right - left) * _PART
    return left + (right - left - room) / 2 + room * (min(max(value, low), high) - low) / (high - low)


def _path(placed, kind, picture):
    return "".join(picture(cell, place) for cell, place in placed if cell.kind == kind)


def _middle(place):
    return place[3] - OVER


def _box(left, right, place, high=HIGH):
    y, half = _middle(place), high / 2
    return f"M{left:.2f},{y - half:.2f}H{right:.2f}V{y + half:.2f}H{left:.2f}Z"


def _hundred(cell, place):
    return _box(along(place, 0, 100, 0), along(place, 0, 100, 100), place)


def _share(cell, place):
    return _box(along(place, 0, 100, 0), along(place, 0, 100, cell.value), place)


def _other(cell, place):
    """The other group of the same trial, as a stroke across the bar."""
    if cell.record.beside_is != "other group":
        return ""
    x, y, half = along(place, 0, 100, cell.beside), _middle(place), 0.6
    return f"M{x:.2f},{y - half:.2f}V{y + half:.2f}"


def _as_well(cell, place):
    """What comes on top, in a bar of its own behind the first."""
    if cell.record.beside_is != "as well":
        return ""
    start = along(place, 0, 100, cell.value)
    return _box(start, along(place, 0, 100, cell.value + cell.beside), place, 0.3)


def _zero(cell, place):
    x, y, half = along(place, *POINTS, 0), _middle(place), 0.55
    return f"M{x:.2f},{y - half:.2f}V{y + half:.2f}"


def _interval(cell, place):
    return f"M{along(place, *POINTS, cell.low):.2f},{_middle(place):.2f}H{along(place, *POINTS, cell.high):.2f}"


def _dot(cell, place):
    x = along(place, *POINTS, cell.value)
    return _box(x - 0.35, x + 0.35, place, 0.8)


def _squares(place, first, last):
    wide = min(0.125 * (place[2] - place[0]), 2)
    starts = [along(place, 0, 1, 0) + 1.3 * wide * number for number in range(first, last)]
    return "".join(_box(start, start + wide, place) for start in starts)


def _empty(cell, place):
    return _squares(place, 0, _SQUARES) if cell.value else ""


def _ungraded(cell, place):
    """No square at all would be a grade too: the lowest."""
    return "" if cell.value else _nothing(cell, place)


def _filled(cell, place):
    return _squares(place, 0, int(cell.value))


def _nothing(cell, place):
    left, right = along(place, 0, 1, 0), along(place, 0, 1, 1)
    return f"M{left:.2f},{_middle(place):.2f}H{right:.2f}"


#: Kind of a cell in which no number can be drawn -> how that is said.
_UNKNOWN = {"none": _nothing, "times": _nothing, "grade": _ungraded}
