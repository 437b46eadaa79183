"""The tank with its tap, its drain, its water line and the pipe of the loop, and where each is taken hold of."""

from math import cos, pi, sin

from spine_edu.cycle.loop.model import BRIM
from spine_edu.cycle.loop.words import trend
from spine_edu.drawing import outlines
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import curve

#: The axes of the tank's own little plane, and how far it reaches up and down.
TANK, LOWEST, HIGHEST = ("x2", "y2"), -3.8, 17.0
#: The tank's corners, and the upright of the loop's pipe.
_LEFT, _RIGHT, _PIPE = 2.0, 8.0, 9.4
#: Where the push on day 0 is taken hold of: left of the tank, at the height of the water line on that
#: day; and how far above it its name stands.
_PUSH, _UP = 1.1, 1.3
#: The pivot of the tap's lever, its reach across and up, and how far from lying flat it stops (rad).
_PIVOT, _REACH, _FLAT = (1.5, 12.7), (1.6, 1.7), 0.25
#: The valve of the loop on the upright of its pipe: where it is at a gain of 0, and at the largest one.
_VALVE = (0.2, 11.6)
#: The drain's slide: its height, where it is when the drain is closed, and where the widest drain would bring it.
_SLIDE, _CLOSED, _OPEN = -2.7, 5.6, 8.9
#: Flow -> the way of its pipe, across and up.
_WAYS = {
    "From outside": ([0.2, 2.9, 2.9], [_PIVOT[1], _PIVOT[1], 10.9]),
    "Round the loop and back": ([5, _PIPE, _PIPE, 6.7, 6.7], [-1.3, -1.3, 13.1, 13.1, 10.9]),
    "Drained": ([5, 5], [-0.2, -3.4]),
}
#: A flow of this size (a day) is drawn at full width.
_WIDEST = 3.0
_TRENDS = {"rising": "▲ rising", "falling": "▼ falling", "level": "■ level"}


def lever(outside, most):
    """Return where the end of the tap's lever is: at the left closed, at the right fully open."""
    angle = pi - _FLAT - (pi - 2 * _FLAT) * outside / most
    return _PIVOT[0] + _REACH[0] * cos(angle), _PIVOT[1] + _REACH[1] * sin(angle)


def slide(clearance, most):
    """Return where the edge of the drain's slide is."""
    return _CLOSED + (_OPEN - _CLOSED) * clearance / most, _SLIDE


def valve(gain, most):
    """Return where the valve of the loop stands on its pipe: at the bottom closed."""
    return _PIPE, _VALVE[0] + (_VALVE[1] - _VALVE[0]) * gain / most


def push(start):
    """Return where the push on day 0 is marked beside the tank."""
    return _PUSH, start


def body(level):
    """Return the corners of what a hand takes as the water: a shallow one is taken by the bottom of the tank."""
    high = max(level, 1.0)
    return [(_LEFT, 0), (_RIGHT, 0), (_RIGHT, high), (_LEFT, high)]


def water(level):
    """Return the outline of what stands in the tank."""
    return f"M{_LEFT},0H{_RIGHT}V{level:.3f}H{_LEFT}Z"


def walls(result, theme):
    """Yield the tank and the irritation in it, with the line of the push, the tap's lever and the drain's slide."""
    state, controls = result.state, result.state.declarations()
    yield outlines.drawn(
        "Irritation in the tank",
        water(result.level[result.at(state.day)]),
        theme.stroke("inflammation", 0.6) | {"dash": "solid"},
        fill=theme.fill("inflammation"),
        axes=TANK,
    )
    yield from still(state, theme)
    most, open_ = controls["outside"].high, slide(state.clearance, controls["clearance"].high)
    handle = theme.stroke("now", 1.2)
    arc = [lever(controls["outside"].high * share / 12, controls["outside"].high) for share in range(13)]
    (x, y), faint = arc[-1], {"color": theme.muted, "width": 1, "dash": "dot"}
    yield outlines.line(
        "Way of the tap's lever", [arc, [(x - 0.45, y + 0.5), (x, y), (x - 0.1, y + 0.85)]], faint, axes=TANK
    )
    yield outlines.line("Lever of the tap", [[_PIVOT, lever(state.outside, most)]], handle, axes=TANK)
    plate = [open_, (_OPEN + 0.4, _SLIDE)]
    yield outlines.line("Slide of the drain", [plate], theme.stroke("water", 2.2) | {"dash": "solid"}, axes=TANK)


def still(state, theme):
    """Yield what no run moves: the tank's walls, its pipes, empty, and the water line of day 0."""
    pipe = {"color": theme.grid, "width": theme.line * 3.5}
    yield outlines.line("Pipes", [list(zip(*way, strict=True)) for way in _WAYS.values()], pipe, axes=TANK)
    yield outlines.line("Slot of the drain's slide", [[(5, _SLIDE), (_OPEN + 0.4, _SLIDE)]], pipe, axes=TANK)
    walls_ = [(_LEFT, BRIM), (_LEFT, 0), (_RIGHT, 0), (_RIGHT, BRIM)]
    yield outlines.line("The tank", [walls_], theme.stroke("now", 1.2), axes=TANK)
    border = valve(1.0, state.declarations()["gain"].high)
    ticks = [[(border[0] - 0.5, border[1]), (border[0] + 0.5, border[1])]]
    yield outlines.line("Gain of 1 on the pipe", ticks, theme.stroke("now", 0.8), axes=TANK)
    line = [push(state.start), (_LEFT + 0.7, state.start)]
    yield outlines.line("Water line on day 0", [line], theme.stroke("inflammation") | {"dash": "solid"}, axes=TANK)


def flows(result, theme):
    """Yield what flows, and the words of the tank."""
    n = result.at(result.state.day)
    outside, returned, drained = (values[n] for values in (result.outside, result.returned, result.drained))
    yield _flow("From outside", outside, "load", theme)
    yield _flow("Round the loop and back", returned, "reinforcing", theme)
    yield _flow("Drained", drained, "water", theme)
    colors = [*(theme.color(role) for role in ("load", "reinforcing", "water")), theme.ink, theme.color("inflammation")]
    colors.append(theme.ink)
    sizes = [theme.type_size(size) for size in (0.86, 0.86, 0.86, 0.93, 0.86, 0.86)]
    yield label(
        "Words of the tank",
        [2.5, 7.5, 3.7, 5, _PUSH - 0.15, _PIPE - 0.7],
        font={"color": colors, "size": sizes},
        position=["middle center", "middle center", "middle left", "middle center", "middle center", "middle left"],
        **words(result, result.state.day),
        **_axes(),
    )


def poured(state, theme):
    """Return the words for what is poured in on day 0: before a run, nothing more is known."""
    text = [f"day 0<br><b>{state.start:g}</b> poured in"]
    y = [state.start / 2 if state.start > BRIM / 2 else (state.start + BRIM) / 2]
    return label("Words of the tank", [(_LEFT + _RIGHT) / 2], y, text, theme.text(), "middle center", **_axes())


def _axes():
    return {"xaxis": TANK[0], "yaxis": TANK[1], "cliponaxis": False}


def words(result, day):
    """Return the flows by name, and the reading in the larger part of the tank, where no water line crosses it."""
    n, start = result.at(day), result.state.start
    level, outside, returned, drained = (
        values[n] for values in (result.level, result.outside, result.returned, result.drained)
    )
    way, border = _TRENDS[trend(outside + returned, drained)], valve(1.0, result.state.declarations()["gain"].high)[1]
    return {
        "y": [15.9, 15.9, -2.2, level / 2 if level > BRIM / 2 else (level + BRIM) / 2, start + _UP, border],
        "text": [
            f"outside<br>{outside:.2f} / d",
            f"loop<br>{returned:.2f} / d",
            f"drain<br>{drained:.2f} / d",
            f"day {day:.0f}<br><b>{level:.1f}</b> / 10<br>{way}",
            "push",
            "1",
        ],
    }


def _flow(name, size, role, theme):
    """A flow as wide as it is strong in its pipe, with an arrow head at its end; a flow of nothing is not drawn."""
    x, y = _WAYS[name]
    width = theme.line * (0.5 + 3 * min(size / _WIDEST, 1))
    head = {
        "color": theme.color(role),
        "symbol": "arrow-wide",
        "angleref": "previous",
        "opacity": 1,
        "line": {"width": 0},
        "size": [0] * (len(x) - 1) + [1.6 * width + theme.size * 0.7],
    }
    return curve(
        name,
        x,
        y,
        theme.stroke(role) | {"dash": "solid", "width": width},
        mode="lines+markers",
        marker=head,
        visible=size > 0.004,
        **_axes(),
    )
