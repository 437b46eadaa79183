"""A run once round the loop that the reader's arrows close: a dot, arrow by arrow, back to where it set out."""

from math import hypot

from spine_edu.drawing.outlines import EMPTY, circle, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.prevention.map import beside, places
from spine_edu.prevention.map.model import things
from spine_edu.prevention.map.words import fed, lower, whose_arrow
from spine_edu.theme import LIGHT

#: How large the dot is, how many frames an arrow has, and how long the dot is on it, in seconds.
_DOT, _STEPS, _SECONDS = 0.55, 8, 1.4


def can_play(result):
    """Return whether a loop is seen, round which a dot may run."""
    return bool(result.loop) and result.state.level in ("noor", "one") and not beside.sorting(result)


def dot(result, theme, told=True):
    """Return the dot where it sets out."""
    path = circle(*_stops(result)[0], _DOT) if told and can_play(result) else EMPTY
    return drawn("On your loop", path, {"color": theme.paper, "width": theme.line}, fill=theme.color("prediction"))


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the way once round, and at each arrow what the reader says with it."""
    names = [things()[thing].name for thing in result.loop]
    turn = _turn(result)
    said, at = [f"{names[0]} changes. What does it lead to, on your map?"], [names[0]]
    for pair in turn:
        start, end = (things()[thing].name for thing in pair)
        said += [f"{start} leads to {lower(end)}: so says {whose_arrow(result, pair)} arrow."] * _STEPS
        at += [f"{start} → {lower(end)}"] * _STEPS
    said[-1] = f"Back at {lower(names[0])}. {fed()}"
    played = Frames("step", at, said, seconds=_SECONDS * len(turn), stride=_STEPS)
    played.add("On your loop", path=[circle(*place, _DOT) for place in _stops(result)])
    return played


def _turn(result):
    """The arrows of the loop, as pairs of things."""
    return list(zip(result.loop, result.loop[1:] + result.loop[:1], strict=True))


def _stops(result):
    """Return where the dot is at each frame: evenly along each arrow of the loop."""
    ways = beside.ways(result, places.number(result.state.level))
    turn = _turn(result)
    found = [ways[turn[0]][0]]
    for pair in turn:
        found += [_along(ways[pair], (step + 1) / _STEPS) for step in range(_STEPS)]
    return found


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
