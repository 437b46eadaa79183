"""A run twice round the loop that is lit: a mark for more or less, arrow by arrow, back to where it set out.

What is carried is more (▲) or less (▼) of a thing: each minus turns it over. At each thing a mark stays, one for each
time round: two alike are what a reinforcing loop leaves behind, and two unlike a balancing one.
"""

from itertools import accumulate
from math import hypot

from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.letters import capital
from spine_edu.prevention.map import beside, oval
from spine_edu.prevention.map.loops import fed, much, short
from spine_edu.prevention.map.words import whose_arrow
from spine_edu.theme import LIGHT

#: How large the mark is that runs, and those that stay; how many frames an arrow has, and how long it takes, in s.
_RUNS, _STAYS, _STEPS, _SECONDS = 0.95, 0.5, 8, 1.2
#: How often the loop is gone round.
_ROUNDS = 2
#: What the marks tell that have been left.
_BACK = {
    "reinforcing": "Alike both times round: it feeds itself.",
    "balancing": "First this, then that: it calms itself.",
}


def can_play(result):
    """Return whether a loop is seen, round which something may run."""
    return bool(result.loop) and beside.joining(result)


def shapes(result, theme, told=True):
    """Yield what runs, where it sets out, and the marks that it leaves at the things."""
    seen = told and can_play(result)
    look = {"color": theme.paper, "width": 0.8 * theme.line}
    path = _mark(*_stops(result)[0], True, _RUNS) if seen else EMPTY
    color = theme.color(result.kind if seen else "reinforcing")
    yield drawn("On your loop", path, look, fill=color)
    yield drawn("More or less, each time round", EMPTY, look, fill=theme.ink)


def _mark(x, y, more, size):
    """The outline of a mark: it points up for more, and down for less."""
    up, wide = size if more else -size, 0.9 * size
    return f"M{x:.2f},{y + up:.2f}L{x - wide:.2f},{y - 0.7 * up:.2f}L{x + wide:.2f},{y - 0.7 * up:.2f}Z"


def _carried(result):
    """Return whether there is more of each thing that is reached, from the first, before the first arrow, on."""
    minus = [result.signs[pair] == "-" for pair in result.turn] * _ROUNDS
    return list(accumulate(minus, lambda more, turns: more != turns, initial=True))


def _left(result):
    """Return the marks that have been left so far, at the start and after each arrow."""
    edges, path, found = oval.edges(result.order), "", []
    for step, more in enumerate(_carried(result)):
        time, place = divmod(step, len(result.loop))
        if time < _ROUNDS:
            left, right, low, high = edges[result.loop[place]]
            # On the side towards the middle, where no name stands: the first time above, the second below.
            x = left if left + right > 2 * oval.MIDDLE[0] else right
            path += _mark(x, (low + high) / 2 + (0.75 if time == 0 else -0.75), more, _STAYS)
        found.append(path)
    return found


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the way twice round, and at each arrow what the reader says with it."""
    carried, turn = _carried(result), result.turn * _ROUNDS
    first = result.loop[0]
    said, at = [f"{capital(much(first, True))}: what follows, on your map?"], [much(first, True)]
    way = [said[0]]
    for step, (start, end) in enumerate(turn):
        then = much(end, carried[step + 1])
        leads = f"{much(start, carried[step])}, so {then}"
        again = step >= len(result.turn)
        whose = f"{whose_arrow(result, (start, end))} arrow says so."
        said += [f"{'Second time round: ' + leads if again else capital(leads)}: {whose}"] * _STEPS
        way += [f"{'Again: ' + leads if again else capital(leads)}."] * _STEPS
        at += [then] * _STEPS
    more, less = much(first, True), much(first, False)
    back = f"{less}, then {more}" if result.kind == "balancing" else f"{more}, both times"
    said[-1] = f"Back at {short(first)}: {back}. {fed(result)}"
    way[-1] = f"▲ more, ▼ less. {_BACK[result.kind]}"
    played = Frames("step", at, said, seconds=_SECONDS * len(turn), stride=_STEPS)
    up = [True, *(more for more in carried[:-1] for _ in range(_STEPS))]
    up[-1] = carried[-1]
    marks = [_mark(*place, more, _RUNS) for place, more in zip(_stops(result), up, strict=True)]
    left = _left(result)
    stays = [EMPTY, *(left[step + (number == _STEPS - 1)] for step in range(len(turn)) for number in range(_STEPS))]
    played.add("On your loop", path=marks)
    played.add("More or less, each time round", path=stays)
    played.add("On the way", text=[[one] for one in way])
    return played


def _stops(result):
    """Return where the dot is at each frame: evenly along each arrow of the loop."""
    ways = [oval.way(result.order, pair) for pair in result.turn]
    once = [_along(way, (step + 1) / _STEPS) for way in ways for step in range(_STEPS)]
    return [ways[0][0], *once * _ROUNDS]


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
