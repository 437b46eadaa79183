"""The bath as it is drawn: left of the curve, its water on the same axis of litres, with the tap and the drain."""

from math import cos, pi, sin

from spine_edu import data
from spine_edu.drawing.outlines import drawn, line, shape

#: Inner walls of the bath, in the units of the axis of time, which begins right of them.
LEFT, RIGHT = -21.0, -4.0
#: Where the bath is taken hold of to say how full it will be: clear of the drain's handle.
GRASP = RIGHT - 3
#: The pivot of the tap's lever, the lever's reach across and up, and how far from lying flat it stops (rad).
_PIVOT, _REACH, _FLAT = (-15.0, 99.5), (5.0, 8.0), 0.25
#: Lower end of the spout, height of the drain's slide, and where the water that runs out is lost.
_SPOUT, _SLIDE, LOWEST = 96.0, -8.5, -24.0
#: Where it is written how much runs in: beside its stream, under the spout.
IN_X, IN_Y = _PIVOT[0] + 1.6, _SPOUT - 6
#: How many drops fall in a stream at one time, each one further with each step of a run; and half the length of one.
_DROPS, _DROP = 4, 2.6
#: Width of a stream, and of the open drain, a litre a minute and a share a minute.
_STREAM, _OPEN = 0.28, 26.0


def lever(tap, most):
    """Return where the end of the tap's lever is: at the left closed, at the right fully open."""
    angle = pi - _FLAT - (pi - 2 * _FLAT) * tap / most
    return _PIVOT[0] + _REACH[0] * cos(angle), _PIVOT[1] + _REACH[1] * sin(angle)


def slide(drain):
    """Return where the edge of the drain's slide is: the opening ends there."""
    return LEFT + 1 + _OPEN * drain, _SLIDE


def still(state, theme):
    """Yield what a run does not move: the tap, the walls with their lips, and the drain with its slide."""
    most, rim = state.declarations()["tap"].high, data.value("start_practice.rim")
    (edge, low), (x, y) = slide(state.drain), _PIVOT
    wall, handle = ({**theme.stroke(role, 1.6), "dash": "solid"} for role in ("bone", "now"))
    left = [(LEFT - 1.2, rim), (LEFT, rim), (LEFT, 0), (LEFT + 1, 0)]
    right = [(edge, 0), (RIGHT, 0), (RIGHT, rim), (RIGHT + 1.2, rim)]
    yield line("Walls of the bath", [left, right], wall)
    spout = [(x + 1, y), (x + 1, _SPOUT), (x - 1, _SPOUT), (x - 1, y - 2.2)]
    yield _metal("Tap", [(LEFT - 3, y), *spout, (LEFT - 3, y - 2.2)], theme)
    yield line("Lever of the tap", [[_PIVOT, lever(state.tap, most)]], handle)
    yield _metal("Slide of the drain", [(edge, -4), (RIGHT, -4), (RIGHT, -1.5), (edge, -1.5)], theme)
    yield line("Handle of the drain", [[(edge, -1.5), (edge, low)]], handle)


def moving(state, litres, theme, step=0):
    """Return what a run moves: the water in the bath, what runs in down to it, and what runs out of it.

    With each `step` the drops in the streams are one place further.

    The model knows no rim, so what it counts above that is water too, but paler: a real bath would have lost it.
    """
    inside, below = _STREAM * state.tap / 2, _STREAM * state.drain * litres / 2
    middle, rim = LEFT + 1 + _OPEN * state.drain / 2, data.value("start_practice.rim")
    return [
        _water("Water running in", _PIVOT[0] - inside, _PIVOT[0] + inside, litres, _SPOUT, theme),
        _water("Bath water", LEFT, RIGHT, 0, min(litres, rim), theme),
        _water("Counted beyond the rim", LEFT, RIGHT, rim, litres, theme, opacity=0.15),
        _water("Water running out", middle - below, middle + below, LOWEST, 0, theme),
        _drops("Drops running in", _PIVOT[0], inside, _SPOUT, litres, step, theme),
        _drops("Drops running out", middle, below, 0, LOWEST, step, theme),
    ]


def words(state, litres):
    """Return what is written at the tap and at the drain, with its place: (x, y, text)."""
    edge, _ = slide(state.drain)
    rim = data.value("start_practice.rim")
    return [
        (IN_X, IN_Y, f"in {state.tap:.1f}"),
        (edge + 0.6, LOWEST + 5, f"out {state.drain * litres:.1f}"),
        (LEFT + 0.6, rim - 4, "would run over" if litres > rim else ""),
    ]


def _water(name, left, right, low, high, theme, opacity=0.45):
    corners = [[(left, low), (right, low), (right, high), (left, high)]] if right > left and high > low else []
    return shape(
        name, corners, fill=theme.color("water"), edge=theme.color("water"), width=0, digits=2, opacity=opacity
    )


def _drops(name, middle, half, high, low, step, theme):
    """Drops on their way down a stream; one that begins or ends its way has no length, and so is not seen to jump."""
    path = ""
    if half and high - low > 4 * _DROP:
        for number in range(_DROPS):
            share = (step + number) % _DROPS / (_DROPS - 1)
            x, y, long = middle + half * (number % 2 - 0.5), high - share * (high - low), _DROP * sin(pi * share)
            path += f"M{x:.1f},{y + long:.1f}L{x:.1f},{y - long:.1f}"
    return drawn(name, path, {"color": theme.paper, "width": 1.4 * theme.line}, opacity=0.8)


def _metal(name, corners, theme):
    return shape(name, [corners], fill=theme.solids["bone"], edge=theme.color("bone"), width=theme.line / 2, digits=2)
