"""Read a figure back: where its outlines, marks and words are, from the plain dict that plotly.js would get."""

import re
from urllib.parse import unquote


def shape(figure, name):
    """Return the shape of this name that is shown; there must be one."""
    found = [one for one in figure["layout"]["shapes"] if one["name"] == name and one.get("visible", True)]
    assert len(found) == 1, f"{len(found)} shapes are called {name!r}"
    return found[0]


def hidden(figure, name):
    """Whether every shape of this name is hidden or empty."""
    return all(
        not one.get("visible", True) or one["path"] == "M0,0Z"
        for one in figure["layout"]["shapes"]
        if one["name"] == name
    )


def trace(figure, name):
    """Return the trace of this name; there must be one."""
    found = [one for one in figure["data"] if one["name"] == name]
    assert len(found) == 1, f"{len(found)} traces are called {name!r}"
    return found[0]


def lines(path):
    """Return the straight lines of a path as lists of points; circles are left out."""
    pieces = re.findall(r"M([^MC]+?)Z?(?=M|$)", path)
    return [[tuple(float(number) for number in point.split(",")) for point in piece.split("L")] for piece in pieces]


def centres(path):
    """Return the centres of the circles of a path, in their order."""
    rows = re.findall(r"M([-\d.e]+),([-\d.e]+)C[-\d.e]+,[-\d.e]+,([-\d.e]+),", path)
    return [((float(left) + float(right)) / 2, float(y)) for left, y, right in rows]


def said(figure, *traces):
    """Return the words of text traces (default: of all) with their places: text -> (x, y)."""
    found = [one for one in figure["data"] if "text" in one.get("mode", "") and (not traces or one["name"] in traces)]
    return {text: (x, y) for one in found for text, x, y in zip(one["text"], one["x"], one["y"], strict=True)}


def paths(picture):
    """Return what a picture is drawn of, from bottom to top: (path, fill)."""
    return re.findall(r"<path d='([^']*)' fill='([^']*)'", unquote(picture["source"]))


def inside(point, outline):
    """Whether a point lies in an outline, closed or not: counts crossings to the right of it."""
    x, y = point
    ahead = [*outline[1:], outline[0]]
    return (
        sum(
            (b > y) != (d > y) and a + (y - b) / (d - b) * (c - a) > x
            for (a, b), (c, d) in zip(outline, ahead, strict=True)
        )
        % 2
        == 1
    )


def middle(outline):
    """Return the mean of the corners of an outline."""
    return tuple(sum(numbers) / len(outline) for numbers in zip(*outline, strict=True))


def apart(point, outline):
    """Return the distance from a point to the nearest edge of an outline; the last corner is joined to the first."""
    return min(_to_edge(point, one, other) for one, other in zip(outline, [*outline[1:], outline[0]], strict=True))


def _to_edge(point, start, end):
    across, up = end[0] - start[0], end[1] - start[1]
    length = across * across + up * up
    share = ((point[0] - start[0]) * across + (point[1] - start[1]) * up) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return ((start[0] + share * across - point[0]) ** 2 + (start[1] + share * up - point[1]) ** 2) ** 0.5


def on_track(grip, value):
    """Return where the handle of a control lies at a value, as the face places it."""
    for (low, x, y), (high, right, up) in zip(grip["track"], grip["track"][1:], strict=False):
        if low <= value <= high:
            share = (value - low) / (high - low)
            return x + share * (right - x), y + share * (up - y)
    raise AssertionError(f"{value} lies beyond the track of {grip['control']}")
