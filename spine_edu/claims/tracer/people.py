"""Who walks, and who holds the page: bodies seen from the side. They are drawn, and stand for nobody."""

from functools import cache
from math import pi, sin

from spine_edu.claims.tracer import places
from spine_edu.drawing.body import Body, bowed, length, silhouettes, stand
from spine_edu.drawing.outlines import EMPTY, drawn

#: How high a body is, in units of the plane, and how far the feet of a stride are apart, in cm.
TALL, _STRIDE = 60.0, 30.0
#: Where the one with the page stands, the page in the hands (half its size), and the stall of a seller.
TELLER, _SHEET = (24.0, 115.0), (7.0, 9.5)
_STALL = (2.0, 52.0, 183.0, 203.0)


def walker(trail, here):
    """Return the outlines of the one who walks, after so many steps."""
    share = here - int(here)
    lost = trail.gap is not None and here >= trail.steps
    swing = sin(2 * pi * share)
    hip, ankle = (0.0, length("thigh") + length("shank") + length("ankle") - 1.5), length("ankle")
    legs = tuple(stand((side * _STRIDE * swing, ankle), hip) for side in (-1, 1))
    arms = ((128.0, 96.0), (186.0, 176.0)) if lost else ((180 - 22 * swing, 172 - 24 * swing), (180 + 22 * swing,) * 2)
    body = Body(hip, bowed(16 if lost else 3), legs, arms, 18.0 if lost else 0.0)
    return _placed(body, places.stop(trail, here))


@cache
def teller():
    """Return the outlines of the one who holds the page."""
    body = _holding()
    return _placed(body, TELLER)


def _holding():
    hip, ankle = (0.0, length("thigh") + length("shank") + length("ankle") - 1.5), length("ankle")
    legs = (stand((-6.0, ankle), hip), stand((6.0, ankle), hip))
    return Body(hip, bowed(0), legs, ((158.0, 74.0),))


def _placed(body, feet):
    scale = TALL / length("stature")
    return tuple(
        [[(feet[0] + x * scale, feet[1] + y * scale) for x, y in line] for line in lines] for lines in body.outlines()
    )


@cache
def sheet():
    """Return the page in the hands, and the lines on it, as two paths."""
    scale = TALL / length("stature")
    x, y = (start + part * scale for start, part in zip(TELLER, _holding().arm()[3], strict=True))
    x, (wide, high) = x + 4, _SHEET
    rows = [(y + high - 3.8 * number) for number in (1, 2, 3, 4)]
    written = "".join(places.path([(x - wide + 2, row), (x + wide - 2, row)], closed=False) for row in rows)
    return places.box(x - wide, x + wide, y - high, y + high), written


@cache
def stall():
    """Return the roof of a seller's stall, its stripes, and its poles, as three paths."""
    left, right, low, high = _STALL
    step = (right - left) / 5
    roof = places.path([(left, low), (right, low), (right - 4, high), (left + 4, high)])
    stripes = "".join(places.box(left + step * one, left + step * (one + 1), low, high) for one in (1, 3))
    poles = "".join(places.path([(x, TELLER[1] - 2), (x, low)], closed=False) for x in (left + 1.5, right - 1.5))
    return roof, stripes, poles


def shapes(result, theme, there):
    """Yield both people and the stall; nothing of them where the walk is not shown."""
    seller = there and result.shown and result.trail.seller
    nobody = result.shown and not result.trail.seller
    roof, stripes, poles = stall() if seller else (EMPTY,) * 3
    edge = {"width": theme.line * 0.5, "color": theme.ink}
    yield drawn("Poles of the stall", poles, {"width": theme.line, "color": theme.ink})
    yield drawn("Roof of the stall", roof, edge, fill=theme.fill("inflammation"))
    yield drawn("Stripes of the stall", stripes, {"width": 0, "color": theme.ink}, fill=theme.color("inflammation"))
    fill = theme.paper if nobody else theme.solids["skin"] if result.shown else theme.muted
    yield from silhouettes("Who says it", [teller()] if there else [], theme, width=1.2, fill=fill)
    page, written = sheet() if there else (EMPTY, EMPTY)
    yield drawn("The page", page, edge, fill=theme.paper)
    yield drawn("Lines of the page", written, {"width": theme.line * 0.4, "color": theme.muted})
    yield from walking(result, result.here, theme, there)


def walking(result, here, theme, there=True):
    """Yield the one who walks."""
    bodies = [walker(result.trail, here)] if there else []
    yield from silhouettes(
        "Who walks", bodies, theme, width=1.2, edge=theme.paper, fill=theme.color("better"), digits=2
    )
