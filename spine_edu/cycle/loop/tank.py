"""The tank with its tap, its drain, its water line and the pipe of the loop, and where each is taken hold of."""

from itertools import pairwise
from math import cos, pi, sin

from spine_edu.cycle.diagram import beads
from spine_edu.cycle.loop.model import BRIM
from spine_edu.cycle.loop.words import motion
from spine_edu.drawing import outlines
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import curve, mark

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
#: A flow of this size (a day) is drawn at full width; one of this size is not drawn.
_WIDEST, _NOTHING = 3.0, 0.004
_ROLES = {"From outside": "load", "Round the loop and back": "reinforcing", "Drained": "water"}
_TRENDS = {"rising": "▲ rising", "falling": "▼ falling", "level": "■ level", "running over": "▲ runs over"}
#: Flow -> how many drops there are in its pipe, and days that one needs for its way: a drawing, not the loop's delay.
_DROPS = {"From outside": (4, 14), "Round the loop and back": (9, 44), "Drained": (2, 6)}
#: How far below the brim drops are followed, and into how many pieces their way is cut.
_INSIDE, _PIECES = 0.6, 30


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
    yield outlines.drawn(
        "What runs over the rim",
        over(result, state.day),
        theme.stroke("inflammation", 1.6) | {"dash": "solid"},
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
    for (name, role), size in zip(_ROLES.items(), (outside, returned, drained), strict=True):
        yield _flow(name, size, role, theme)
    x, y, size = drops(result, result.state.day, theme)
    colors = [theme.color(role) for name, role in _ROLES.items() for _ in range(_DROPS[name][0])]
    look = {"color": theme.paper, "size": size, "opacity": 1, "line": {"color": colors, "width": theme.line * 0.7}}
    yield mark("Drops in the pipes", x, y, look, **_axes())
    yield _wheel(result.state, theme)
    colors = [*(theme.color(role) for role in ("load", "reinforcing", "water")), theme.ink, theme.color("inflammation")]
    colors.append(theme.ink)
    sizes = [theme.type_size(size) for size in (0.86, 0.86, 0.86, 0.93, 0.86, 0.86)]
    yield label(
        "Words of the tank",
        [2.5, 7.5, 3.7, 5, _PUSH + 0.6, _PIPE - 0.7],
        font={"color": colors, "size": sizes},
        position=["middle center", "middle center", "middle left", "middle center", "middle left", "middle left"],
        **words(result, result.state.day),
        **_axes(),
    )


def _wheel(state, theme):
    """The valve on the loop's pipe: it is turned on the meter of the gain, or pressed along the pipe."""
    x, y = valve(state.gain, state.declarations()["gain"].high)
    look = {"symbol": "hourglass", "size": theme.size * 1.1, "color": theme.paper, "opacity": 1}
    return mark("Valve of the loop", [x], [y], look | {"line": {"color": theme.ink, "width": theme.line}}, **_axes())


def over(result, day):
    """Return what runs down on both sides of a tank that is full and fills on; nothing otherwise."""
    if motion(result, result.at(day)) != "running over":
        return ""
    return "".join(
        f"M{x},{BRIM}C{x + side * 0.5},{BRIM + 0.2},{x + side * 0.6},{BRIM - 0.4},{x + side * 0.6},{BRIM - 1.6}"
        for x, side in ((_LEFT, -1), (_RIGHT, 1))
    )


def drops(result, day, theme):
    """Return the drops in the pipes on a day, across, up and in size: the more flows, the more of them."""
    n, found = result.at(day), []
    for name, flows_ in (
        ("From outside", result.outside),
        ("Round the loop and back", result.returned),
        ("Drained", result.drained),
    ):
        most, way = _DROPS[name]
        strength = min(flows_[n] / _WIDEST, 1) ** 0.5 if flows_[n] > _NOTHING else 0
        found += beads(_FALLS[name], strength, day / way, most, 1 / way)
    return [x for x, *_ in found], [y for _, y, _ in found], [theme.size * 0.5 * seen for *_, seen in found]


def _even(name):
    """Return points that lie evenly on the way of a flow, which a tap follows into the tank."""
    corners = list(zip(*_WAYS[name], strict=True))
    if name != "Drained":
        corners.append((corners[-1][0], BRIM - _INSIDE))
    parts = [abs(right - left) + abs(up - down) for (left, down), (right, up) in pairwise(corners)]
    points = []
    for piece in range(_PIECES + 1):
        far, index = sum(parts) * piece / _PIECES, 0
        while index < len(parts) - 1 and far > parts[index]:
            far, index = far - parts[index], index + 1
        (x, y), (right, up) = corners[index : index + 2]
        points.append((x + (right - x) * far / parts[index], y + (up - y) * far / parts[index]))
    # The way of a bead ends two points before the last one of an arrow, where its head is.
    return [*points, points[-1], points[-1]]


_FALLS = {name: _even(name) for name in _WAYS}


def poured(state, theme):
    """Return the words for what is poured in on day 0: before a run, nothing more is known."""
    text = [f"day 0<br><b>{state.start:g}</b><br>poured in"]
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
    way, border = _TRENDS[motion(result, n)], valve(1.0, result.state.declarations()["gain"].high)[1]
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
        visible=size > _NOTHING,
        **_axes(),
    )
