"""The course of the whole model over time: pain, and beside it what the reader has switched on, line by line."""

from spine_edu.cycle.curves import LINES, drawn_days, height, label_gap, margin, pain_in_run_a
from spine_edu.drawing.labels import end_labels, label, room, spread
from spine_edu.drawing.marks import curve, mark, sketched
from spine_edu.drawing.marks import words as written
from spine_edu.drawing.outlines import line, shape
from spine_edu.theme import ROLES

#: Highest disc pressure on the axis (MPa) and highest gain on the meter; both fixed, so that runs can be compared.
MOST_PRESSURE, MOST_GAIN = 1.7, 4.0
#: Switch -> words on it, and its role.
SWITCHES = {name: (words, role) for name, (role, words) in LINES.items() if name != "pain"} | {
    "pressure": ("Disc pressure", "pressure"),
    "gain": ("Loop gain", "reinforcing"),
}
#: Height of a row of switches, in letters, and the room over the highest pain.
_ROW, _OVER = 1.75, 0.4
_METER = ("x2", "y3")


def course(result, *, theme, held=None, prediction=None):
    """Return pain over time, the lines that are switched on, disc pressure and loop-gain meter if they are."""
    shown, state = drawn_days(result.days[-1]), result.state
    names = ["pain", *(name for name in LINES if name in state.shown)]
    traces = [
        pain_in_run_a(held, shown, theme),
        sketched(prediction, theme),
        *(_line(result, name, shown, theme) for name in reversed(LINES)),
        _pressure(result, shown, theme),
        _today(result, names, theme),
        *_end_labels(result, names, theme, held),
        _meter(result, theme),
        _switches(result, theme),
        written("Words of the switches", list(_words_of_switches(result, theme))),
    ]
    for trace in traces:
        trace.setdefault("hoverinfo", "skip" if trace["mode"] == "text" else "name+x+y")
    return {"data": traces, "layout": _layout(result, theme)}


def levels(state):
    """Return how the height is shared: the bands of pain, pressure and gain, from bottom to top, each 0 to 1."""
    pressure, gain = ("pressure" in state.shown), ("gain" in state.shown)
    below = 0.24 * gain
    above = below + 0.24 * pressure
    return (above, 1.0), (below, above - 0.06 if pressure else below), (0.0, 0.12)


def _line(result, name, shown, theme):
    """One of the six states; a line that is not shown travels without its points."""
    role, words = LINES[name]
    stroke = theme.stroke(role, 1.7 if name == "pain" else 1.0)
    if name != "pain" and name not in result.state.shown:
        return curve(words, [], [], stroke, visible=False)
    values = result.levels(name)
    return curve(words, shown, [values[day] for day in shown], stroke, visible=True)


def _pressure(result, shown, theme):
    stroke, on = theme.stroke("pressure"), "pressure" in result.state.shown
    days = shown if on else []
    return curve("Disc pressure", days, [result.pressure[day] for day in days], stroke, yaxis="y2", visible=on)


def _today(result, names, theme):
    roles = [LINES[name][0] for name in names]
    return mark(
        "Today",
        [result.days[-1]] * len(names),
        [result.levels(name)[-1] for name in names],
        {
            **theme.marker("now", 0.8),
            "color": [theme.color(role) for role in roles],
            "symbol": [ROLES[role][2] for role in roles],
        },
        cliponaxis=False,
    )


def _end_labels(result, names, theme, held):
    """Names and last values beside the line ends, moved apart where lines end close together."""
    heights = [result.levels(name)[-1] for name in names]
    ends = [
        (f"{LINES[name][1]} {value:.1f}", theme.color(LINES[name][0]))
        for name, value in zip(names, heights, strict=True)
    ]
    if held:
        heights.append(held.rating[-1])
        ends.append((f"Pain, run A {held.rating[-1]:.1f}", theme.color("held")))
    end = result.days[-1]
    return [
        *end_labels(ends, heights, spread(heights, gap_of_labels(result.state, theme), 0.1, 10.1), end, theme),
        label(
            "Last disc pressure",
            [room(end)],
            [result.pressure[-1]],
            [f"{result.pressure[-1]:.2f} MPa"],
            theme.text("pressure"),
            yaxis="y2",
            cliponaxis=False,
            visible="pressure" in result.state.shown,
        ),
    ]


def gap_of_labels(state, theme):
    """Return the least distance between two line labels on the axis of pain."""
    return label_gap(theme, _share(state)) * top(state, theme) / 10.4


def _share(state):
    low, high = levels(state)[0]
    return high - low


def top(state, theme):
    """Return where the axis of pain ends: over the highest pain there is room for the rows of switches."""
    pixels = _share(state) * (height(theme) - theme.size * 4.5)
    rows = len(_grid(theme)[0]) * _ROW * theme.size
    return (10 + _OVER) * pixels / (pixels - rows)


def _grid(theme):
    """Rows and columns of the switches: in large type only two fit beside each other."""
    columns = 2 if theme.large else 3
    rows = -(-len(SWITCHES) // columns)
    return range(rows), range(columns)


def places(result, theme):
    """Return switch -> its rectangle on the axes of the course: left, right, low and high."""
    rows, columns = _grid(theme)
    end, high, low = room(result.days[-1]), top(result.state, theme), 10 + _OVER
    wide, tall = end / len(columns), (high - low) / len(rows)
    found = {}
    for index, name in enumerate(SWITCHES):
        row, column = divmod(index, len(columns))
        left, above = column * wide, high - row * tall
        found[name] = (left + 0.006 * end, left + wide - 0.006 * end, above - 0.9 * tall, above - 0.06 * tall)
    return found


_ACROSS = (0.08, 0.29, 0.5, 0.71, 0.92)


def _switches(result, theme):
    """Places that switch a line on or off when they are clicked, five across each switch."""
    x, y, choices = [], [], []
    for name, (left, right, low, high) in places(result, theme).items():
        other = "no" if name in result.state.shown else "yes"
        x += [left + (right - left) * share for share in _ACROSS]
        y += [(low + high) / 2] * len(_ACROSS)
        choices += [f"show_{name}:{other}"] * len(_ACROSS)
    look = {"size": theme.size * 1.2, "opacity": 0}
    return mark("Switches: click one", x, y, look, customdata=choices, hoverinfo="none")


def _words_of_switches(result, theme):
    for name, (left, right, low, high) in places(result, theme).items():
        words, role = SWITCHES[name]
        on = name in result.state.shown
        text = f"✓ {words}" if on else f"+ {words}"
        font = theme.text(role if on else None, 0.79)
        yield (left + right) / 2, (low + high) / 2, text, "middle center", font


def _shapes(result, theme):
    """The switches, those that are on in ink, the start of each treatment, and the meter's parts."""
    on = result.state.shown
    outlines = {
        name: [(left, low), (right, low), (right, high), (left, high)]
        for name, (left, right, low, high) in places(result, theme).items()
    }
    off, pale = [outlines[name] for name in outlines if name not in on], {"fill": theme.panel, "digits": 2}
    yield shape("Switches", off, edge=theme.grid, width=theme.line * 0.5, **pale)
    yield shape("Switches that are on", [outlines[name] for name in on], edge=theme.ink, width=theme.line * 0.6, **pale)
    starts = [[(day, 0), (day, 10)] for _, day in result.state.plan if day <= result.days[-1]]
    yield line("A treatment begins", starts, theme.stroke("treatment", 0.8) | {"dash": "dash"})
    for name, low, high, role in (
        ("Gain below 1: a push dies out", 0, 1, "balancing"),
        ("Gain above 1: a push grows", 1, MOST_GAIN, "reinforcing"),
    ):
        corners, fill = [(low, 0), (high, 0), (high, 1), (low, 1)], theme.fill(role)
        yield shape(name, [corners], fill=fill, edge=fill, width=0, axes=_METER, visible="gain" in on)


def _meter(result, theme):
    """The loop gain now and at its steepest, as marks with their numbers over the meter, and what its parts mean."""
    if "gain" not in result.state.shown:
        # To find the steepest gain is half of the work of a move: it waits until somebody looks.
        return mark(
            "Loop gain on the last day and at its steepest",
            [],
            [],
            {"opacity": 1},
            text=[],
            **_on_meter(),
            visible=False,
        )
    now, peak = min(result.gain, MOST_GAIN), min(result.peak_gain, MOST_GAIN)
    apart, room_right = theme.size * 0.05, theme.size * 0.078  # on the scale of the meter, at the narrowest width
    numbers = spread([now, peak + 1e-6], apart, 0, MOST_GAIN - room_right)
    colors = [*[theme.color("now"), theme.color("reinforcing")] * 2, theme.ink, theme.ink]
    size = theme.marker("now", 1.2)["size"]
    return mark(
        "Loop gain on the last day and at its steepest",
        [*numbers, now, peak, 0.5, 3.3],
        [2.25, 2.25, 1.4, 1.4, 0.5, 0.5],
        {
            "symbol": "triangle-down",
            "color": colors,
            "opacity": 1,
            "size": [0, 0, size, size, 0, 0],
            "line": {"width": 0},
        },
        text=[f"now {result.gain:.2f}", f"steepest {result.peak_gain:.2f}", "", "", "dies out", "a push grows"],
        textposition=["middle right"] * 2 + ["middle center"] * 4,
        textfont={"color": colors, "size": [theme.type_size(0.93)] * 4 + [theme.type_size(0.86)] * 2},
        **_on_meter(),
        visible=True,
    )


def _on_meter():
    return {"xaxis": _METER[0], "yaxis": _METER[1], "cliponaxis": False}


def _layout(result, theme):
    state = result.state
    pain, pressure, meter = levels(state)
    hidden = {"visible": False, "fixedrange": True}
    others = any(name in state.shown for name in LINES)
    title = "0 none – 10 full<br>(pain: 0–10 rating)" if others else "Pain (0–10 rating)"
    ticks = [0, 2, 4, 6, 8, 10]
    with_pressure, with_gain = "pressure" in state.shown, "gain" in state.shown
    second = theme.axis("Disc pressure<br>(MPa)", domain=list(pressure), range=[0, MOST_PRESSURE], dtick=0.5)
    gain = theme.axis(
        "Loop gain (pure number)", domain=[0, 0.97], anchor="y3", range=[0, MOST_GAIN], dtick=1, showgrid=False
    )
    anchor = "y2" if with_pressure else "y"
    return theme.layout(
        height=height(theme),
        yaxis=theme.axis(title, domain=list(pain), range=[0, top(state, theme)], tickvals=ticks),
        yaxis2=second if with_pressure else hidden,
        shapes=list(_shapes(result, theme)),
        xaxis=theme.axis("Time (days)", range=[0, room(result.days[-1])], anchor=anchor, nticks=8),
        xaxis2=gain if with_gain else hidden,
        yaxis3={"domain": list(meter), "range": [0, 2.7], "anchor": "x2", **hidden},
        margin=margin(theme, left=4.6),
    )
