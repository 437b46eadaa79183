"""What was published where it is no count of people: a dot with its interval between two ends, or weeks on a line.

Weeks have a row for each group, in the middle: there left and right are sooner and later, and no voice's end.
At its own end a voice has a field where it lets one expect the dot, if it says which way; who says “alike” has one
round the line of no difference. What was not read has no dot, and what is from memory a hollow one.
"""

from math import log

from spine_edu.claims.ledger import places
from spine_edu.claims.ledger.field import ROLES
from spine_edu.claims.ledger.model import SIDES
from spine_edu.drawing import outlines
from spine_edu.drawing.outlines import EMPTY, drawn

#: Unit -> what lies at both ends of the line, where its mark stands, and the words there, on the side of the smaller
#: and of the larger numbers.
_UNITS = {
    "spread": (0.8, 0.5, ("½ usual spread",) * 2),
    "points": (3.0, 2.0, ("2 of 10 points",) * 2),
    "times": (3.5, 2.0, ("half as often", "twice")),
}
#: Last week on the line, which begins with the first day; the weeks that are named.
_LAST, _NAMED = 16, (0, 8, 16)
#: How far the field of “alike” reaches to both sides; how far a mark reaches down.
_ALIKE, _MARK = 0.12, 0.25


def shapes(result, theme, kind):
    """Yield fields, line, interval and dots; all empty where there is nothing of this kind."""
    scale = shown(result, kind)
    for side in SIDES:
        edge = {"color": theme.color(ROLES[side]), "width": theme.line * 0.5}
        path = _field(result, side) if scale and not scale.weeks else EMPTY
        yield drawn(f"Field: {side}", path, edge, fill=theme.fill(ROLES[side]))
    yield drawn("Scale", _axis(scale) if scale else EMPTY, {"color": theme.ink, "width": theme.line * 0.7})
    told = scale if result.told else None
    blue = theme.color("better")
    yield drawn("Interval", _interval(told) if told else EMPTY, {"color": blue, "width": theme.line * 1.6})
    # Its colour is there before it is: in a run only paths are played.
    fill = blue if result.scale and result.scale.row.seen else theme.paper
    dots = "".join(outlines.circle(x, y, places.RADIUS) for x, y in (_dots(told) if told else ()))
    yield drawn("Dot", dots or EMPTY, {"color": blue, "width": theme.line}, fill=fill)


def shown(result, kind):
    """Return the scale that is painted now; None where there is none."""
    return result.scale if kind == "people" else None


def place(row, value):
    """Return where a number lies on a scale, from its left end (-1) to its right end (1)."""
    end = _UNITS[row.unit][0]
    share = log(value) / log(end) if row.unit == "times" else value / end
    return share if row.larger == "right" else -share


def week(number):
    """Return x of a week on its line."""
    return places.at_week(number / _LAST)


def _dots(scale):
    if scale.weeks:
        return [(week(one), height) for one, height in zip(scale.weeks, places.WEEKS, strict=True)]
    return [] if scale.value is None else [(places.at(place(scale.row, scale.value)), places.DOT)]


def _interval(scale):
    if scale.low is None:
        return EMPTY
    ends = [places.at(place(scale.row, one)) for one in (scale.low, scale.high)]
    caps = "".join(_upright(x, places.DOT - places.RADIUS, places.DOT + places.RADIUS) for x in ends)
    return f"M{ends[0]:.2f},{places.DOT}L{ends[1]:.2f},{places.DOT}{caps}"


def _field(result, side):
    """Return where a voice lets one expect the dot, as a path: at its end, or round no difference."""
    sign = getattr(result.groups[0].row, f"{side}_sign")
    ends = {"up": (0, 1), "down": (0, 1), "same": (-_ALIKE, _ALIKE)}.get(sign)
    if ends is None:
        return EMPTY
    turn = -1 if side == "left" else 1
    left, right = sorted(places.at(turn * end) for end in ends)
    return places.box(left, places.FIELD, right, places.AXIS)


def _axis(scale):
    (left, right), height = (places.WEEK_SPAN, places.WEEK_AXIS) if scale.weeks else (places.SPAN, places.AXIS)
    marks = "".join(_upright(x, height, height + _MARK) for x, _ in _named(scale))
    middle = "" if scale.weeks else _upright(places.at(0), places.FIELD, places.AXIS)
    return f"M{left},{height}L{right},{height}{middle}{marks}"


def _upright(x, top, low):
    return f"M{x:.2f},{top:.2f}L{x:.2f},{low:.2f}"


def _named(scale):
    """Return what is named below the line: where, and its words."""
    if scale.weeks:
        return [(week(one), f"week {one}" if one else "day 1") for one in _NAMED]
    end, mark, (fewer, more) = _UNITS[scale.row.unit]
    less = 1 / mark if scale.row.unit == "times" else -mark
    named = (place(scale.row, less), fewer), (0, "no difference"), (place(scale.row, mark), more)
    return [(places.at(x), text) for x, text in named]


def words(result, theme, kind):
    """Yield what stands below the line, at its ends or before its rows, and beside the dots of weeks.

    All of it has its place before there is a word: in a run only words are played.
    """
    scale, told = result.scale, shown(result, kind) is not None
    in_weeks = bool(scale and scale.weeks)
    ticks = places.WEEK_TICKS if in_weeks else places.TICKS
    for x, text in _named(scale) if scale else [(places.at(0), "")] * 3:
        yield x, ticks, text if told else "", "middle center", theme.text()
    for x, y, text, where in _rows(scale) if in_weeks else _ends(scale):
        yield x, y, text if told else "", where, theme.text("better")
    for one, height in zip(scale.weeks if in_weeks else (0, 0), places.WEEKS, strict=True):
        text = f"<b>week {one:g}</b>" if one and told and result.told else ""
        yield week(one) + places.WEEK_WORDS, height, text, "middle right", theme.text("better")


def _ends(scale):
    """Yield what both ends of a line mean; nothing where there is none."""
    ends = (f"◂ {scale.row.left_end}", f"{scale.row.right_end} ▸") if scale else ("", "")
    yield places.LINE, places.ENDS, ends[0], "middle right"
    yield places.WIDE - places.LINE, places.ENDS, ends[1], "middle left"


def _rows(scale):
    """Yield the name of each group before its row of weeks."""
    for text, height in zip((scale.row.left_end, scale.row.right_end), places.WEEKS, strict=True):
        yield places.LINE, height, text, "middle right"
