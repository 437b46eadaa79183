"""All ratings at once: each sentence a sheet, as far to the right as it is trusted, as high as its walk ended."""

from itertools import pairwise

from spine_edu.claims.tracer.places import FAR, box, on_rope, path
from spine_edu.claims.tracer.words import SHORT, average, ends, row_of
from spine_edu.drawing.outlines import EMPTY, drawn

#: Height of the first row and from row to row; half a sheet's width and height; how far two that meet lie apart.
_TOP, _PITCH, _HALF, _LANE = 262.0, 26.0, (16.5, 5.3), 7.0


def row(one):
    """Return the height of the row in which a rating lies."""
    return _TOP - _PITCH * ends().index(row_of(one))


def sheets(result):
    """Return sentence -> the middle of its sheet; those that would lie on each other lie in lanes, or side by side."""
    rows = {}
    for one in result.ratings:
        rows.setdefault(row(one), []).append((on_rope(one.unseen if one.seen is None else one.seen)[0], one.claim))
    found = {}
    for y, there in rows.items():
        ends_at = {_LANE: 0.0, -_LANE: 0.0}
        there = sorted(there)
        apart = all(other - x > 2 * _HALF[0] for (x, _), (other, _) in pairwise(there))
        for x, claim in there:
            lane = min(ends_at, key=lambda one: (max(ends_at[one] - x, 0), -one))
            x = max(x, ends_at[lane])
            found[claim] = (x, y if apart else y + lane)
            ends_at[lane] = x + 2 * _HALF[0] + 1
    return found


def shapes(result, theme, there):
    """Yield the rows, how each trust went, and the sheets; nothing where the walk is shown."""
    thin = {"width": theme.line * 0.4, "color": theme.muted}
    rows = "".join(
        path([(on_rope(0)[0], _TOP - _PITCH * one), (on_rope(10)[0], _TOP - _PITCH * one)], closed=False)
        for one in range(len(ends()))
    )
    yield drawn("Rows", rows if there else EMPTY, thin)
    marks = "".join(
        path([(on_rope(one)[0], _TOP - 6 * _PITCH - 8), (on_rope(one)[0], _TOP + 8)], closed=False)
        for one in (0, 5, 10)
    )
    yield drawn("From the rope up", marks if there else EMPTY, {**thin, "dash": "dot"})
    at = sheets(result) if there else {}
    ways = "".join(_way(one, *at[one.claim]) for one in result.ratings if at and None not in (one.unseen, one.seen))
    yield drawn("How trust went", ways or EMPTY, {"width": theme.line * 0.9, "color": theme.color("prediction")})
    for name, seller, role in (("Sheets of sellers", True, "inflammation"), ("Sheets of the others", False, "neutral")):
        ours = [at[one.claim] for one in result.ratings if at and one.trail.seller == seller]
        around = "".join(_sheet(x, y, seller) for x, y in ours)
        look = {"width": theme.line * 0.8, "color": theme.color(role)}
        yield drawn(name, around or EMPTY, look, fill=theme.fill(role) if seller else theme.paper)


def _sheet(x, y, seller):
    """A sheet; that of a seller has the roof of a stall."""
    wide, high = _HALF
    corners = [(x - wide, y - high), (x + wide, y - high), (x + wide, y + high), (x - wide, y + high)]
    roof = [(x - wide, y + high), (x - wide + 3, y + high + 3), (x + wide - 3, y + high + 3), (x + wide, y + high)]
    return path(corners) + (path(roof) if seller else "")


def _way(one, x, y):
    """From where the trust was to the edge of the sheet, with a ring at its start."""
    start = on_rope(one.unseen)[0]
    if start == x:
        return ""
    side = 1 if start > x else -1
    edge = x + side * min(_HALF[0], abs(start - x))
    return path([(start, y - 3), (start, y + 3)], closed=False) + path([(start, y), (edge, y)], closed=False)


def touches(result):
    """Return what is pressed: each sheet opens its walk."""
    wide, high = _HALF
    return {
        f"claim:{claim};view:walk": box(x - wide, x + wide, y - high, y + high)
        for claim, (x, y) in sheets(result).items()
    }


def words(result, theme, there):
    """Return the words: names of rows, of sheets, and how trust went on average."""
    rows = [
        (2, _TOP - _PITCH * number, name, "middle right", theme.text(size=1.1)) for number, name in enumerate(ends())
    ]
    at = sheets(result)
    names = [(*at[one.claim], SHORT[one.claim], "middle center", theme.text(size=1.1)) for one in result.ratings]
    roles = ((True, 83.0, "inflammation"), (False, 65.0, "neutral"))
    told = [(4, y, average(result, seller), "middle right", theme.text(role, 1.3)) for seller, y, role in roles]
    found = [*rows, *names, *told]
    return found if there else [(178, FAR, "", "middle center", theme.text())]
