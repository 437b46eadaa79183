"""A run once round the loop that the reader's arrows close: a dot, arrow by arrow, back to where it set out.

What the dot carries is more or less of a thing: each minus turns it round. Whether it comes back as it set out is what
tells a reinforcing loop from a balancing one.
"""

from itertools import accumulate
from math import hypot

from spine_edu.drawing.outlines import EMPTY, circle, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.prevention.map import beside, oval
from spine_edu.prevention.map.model import things
from spine_edu.prevention.map.words import fed, lower, whose_arrow
from spine_edu.theme import LIGHT

#: How large the dot is, how many frames an arrow has, and how long the dot is on it, in seconds.
_DOT, _STEPS, _SECONDS = 0.5, 8, 1.4


def can_play(result):
    """Return whether a loop is seen, round which a dot may run."""
    return bool(result.loop) and beside.joining(result)


def dot(result, theme, told=True):
    """Return the dot where it sets out."""
    seen = told and can_play(result)
    path = circle(*_stops(result)[0], _DOT) if seen else EMPTY
    color = theme.color(result.kind if seen else "reinforcing")
    return drawn("On your loop", path, {"color": theme.paper, "width": theme.line}, fill=color)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the way once round, and at each arrow what the reader says with it."""
    turned = accumulate((result.signs[pair] == "-" for pair in result.turn), lambda less, minus: less != minus)
    carried = ["More", *("Less" if less else "More" for less in turned)]
    first = _short(result.loop[0])
    said, at = [f"More {first}: what does it lead to, on your map?"], [f"more {first}"]
    for (start, end), one, then in zip(result.turn, carried, carried[1:], strict=False):
        leads = f"{one} {_short(start)} leads to {then.lower()} {_short(end)}"
        said += [f"{leads}: so says {whose_arrow(result, (start, end))} arrow."] * _STEPS
        at += [f"{then.lower()} {_short(end)}"] * _STEPS
    said[-1] = f"Back at {first}: {carried[-1].lower()} of it. {fed(result)}"
    played = Frames("step", at, said, seconds=_SECONDS * len(result.turn), stride=_STEPS)
    played.add("On your loop", path=[circle(*place, _DOT) for place in _stops(result)])
    return played


def _short(thing):
    return lower(things()[thing].name)


def _stops(result):
    """Return where the dot is at each frame: evenly along each arrow of the loop."""
    ways = [oval.way(result.kept, pair) for pair in result.turn]
    return [ways[0][0], *(_along(way, (step + 1) / _STEPS) for way in ways for step in range(_STEPS))]


def _along(way, share):
    """Return the place at a share of the length of a way."""
    steps = list(zip(way, way[1:], strict=False))
    left = share * sum(hypot(a - x, b - y) for (x, y), (a, b) in steps)
    for (x, y), (a, b) in steps:
        long = hypot(a - x, b - y)
        if left <= long:
            part = left / long if long else 0.0
            return x + part * (a - x), y + part * (b - y)
        left -= long
    return way[-1]
