"""The course of the whole model over time: pain, and beside it what the reader has switched on, line by line."""

from spine_edu.cycle.curves import LINES, axis, drawn_days, pain_in_run_a, without_words
from spine_edu.cycle.whole import ring
from spine_edu.drawing.labels import end_labels, label, room, spread
from spine_edu.drawing.marks import curve, mark, sketched
from spine_edu.drawing.outlines import line, shape
from spine_edu.theme import ROLES

#: Highest disc pressure on the axis (MPa) and highest gain on the meter; both fixed, so that runs can be compared.
MOST_PRESSURE, MOST_GAIN = 1.7, 4.0
#: Where the axis of pain ends, and the left and right end of the axis of time: what is right of it is for labels.
TOP, _LEFT, _RIGHT = 10.4, 0.1, 0.755
#: The right end where the name of pain alone stands behind it; how far above the end of its line a name stands, where
#: the knob of the last day does not cover it.
_FAR, _LIFT = 0.87, 0.6
_METER = ("x2", "y3")
#: Where a plot is that is not shown: it keeps its background, which must not lie over another one.
_NOWHERE = (0, 0.001)


def course(result, *, theme, held=None, prediction=None):
    """Return pain over time, the lines that are switched on, disc pressure and loop-gain meter if they are."""
    shown, state = drawn_days(result.days[-1]), result.state
    names = ["pain", *(name for name in LINES if name in state.shown)]
    traces = [
        pain_in_run_a(held, shown, theme),
        without_words(sketched(prediction, theme)),
        *(_line(result, name, shown, theme) for name in reversed(LINES)),
        _pressure(result, shown, theme),
        _today(result, names, theme),
        *_end_labels(result, names, theme, held, prediction),
        _meter(result, theme),
        *ring.traces(result, theme),
    ]
    for trace in traces:
        bare = trace["mode"] == "text" or trace.get("xaxis") == ring.AXES[0]
        trace.setdefault("hoverinfo", "none" if "customdata" in trace else "skip" if bare else "name+x+y")
    return {"data": traces, "layout": _layout(result, theme, [one for one in (held, prediction) if one])}


def bands(state, theme):
    """Return the bands of the picture and the gaps between them, from bottom to top: name -> height in px."""
    found = {}
    if "gain" in state.shown:
        found |= {"gain": theme.em(3.4), "under the pressure": theme.em(3.2)}
    if "pressure" in state.shown:
        found |= {"pressure": theme.em(5), "under the chart": theme.em(1.4)}
    return found | {
        "pain": theme.em(9) + (78 if theme.large else 100),
        "under the ring": theme.em(1),
        "ring": theme.em(10) + 80,
    }


def levels(state, theme):
    """Return name of a band -> where it lies in the height of the plots, each 0 to 1."""
    found, low, all_ = {}, 0, sum(bands(state, theme).values())
    for name, tall in bands(state, theme).items():
        found[name] = (low / all_, min((low + tall) / all_, 1.0))
        low += tall
    return found


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
        [result.look] * len(names),
        [result.levels(name)[result.look] for name in names],
        {
            **theme.marker("now", 0.8),
            "color": [theme.color(role) for role in roles],
            "symbol": [ROLES[role][2] for role in roles],
        },
        cliponaxis=False,
    )


def _end_labels(result, names, theme, held, prediction):
    """Names and last values beside the line ends, moved apart where lines end close together."""
    heights = [result.levels(name)[-1] for name in names]
    ends = [
        (f"{LINES[name][1]} {value:.1f}", theme.color(LINES[name][0]))
        for name, value in zip(names, heights, strict=True)
    ]
    end = result.days[-1]
    if prediction:
        heights.append(prediction[-1][1])
        ends.append(("You said", theme.color("prediction")))
    count = len(ends)
    if held:
        heights.append(held.rating[-1])
        ends.append((f"Pain, run A {held.rating[-1]:.1f}", theme.color("held")))
    lines, names = end_labels(ends, heights, beside(heights, result.state, theme), end, theme)
    return [
        lines,
        # Run A has its name for itself: a run that is played moves all others.
        _part_of(names, slice(count), "Names of the lines"),
        _part_of(names, slice(count, None), "Name of run A"),
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


def _part_of(names, part, name):
    """Return some of the names of lines as a trace."""
    kept = {column: names[column][part] for column in ("x", "y", "text")}
    color = names["textfont"]["color"][part]
    return names | kept | {"name": name, "textfont": names["textfont"] | {"color": color}}


def beside(heights, state, theme):
    """Return where the names of lines stand that end at these heights, on the axis of pain."""
    return spread([height + _LIFT for height in heights], gap_of_labels(state, theme), 0.1, 10.1)


def gap_of_labels(state, theme):
    """Return the least distance between two line labels on the axis of pain."""
    return TOP * theme.size * 1.35 / bands(state, theme)["pain"]


def _shapes(result, theme):
    """The ring, the start of each treatment, and the meter's parts."""
    on = result.state.shown
    yield from ring.shapes(result, theme)
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


def _layout(result, theme, more=()):
    """Return the layout; `more` is what has a name behind its line, besides what is switched on."""
    state, where = result.state, levels(result.state, theme)
    hidden = {"visible": False, "fixedrange": True}
    with_pressure, with_gain = "pressure" in state.shown, "gain" in state.shown
    others = any(name in state.shown for name in LINES if name != "pain")
    right = _RIGHT if more or others or with_pressure or with_gain else _FAR
    second = hidden | {"domain": list(_NOWHERE)}
    if with_pressure:
        second = axis(theme, "MPa", domain=list(where["pressure"]), range=[0, MOST_PRESSURE], dtick=0.5)
    gain = hidden | {"domain": [_LEFT, _RIGHT], "range": [0, MOST_GAIN], "anchor": "y3"}
    if with_gain:
        more = {"anchor": "y3", "range": [0, MOST_GAIN], "dtick": 1, "showgrid": False}
        gain = axis(theme, "Loop gain (pure number)", domain=[_LEFT, _RIGHT], **more)
    around = {"t": theme.em(0.4), "b": theme.em(3.6), "l": theme.em(0.4), "r": theme.em(0.4)}
    return theme.layout(
        height=sum(bands(state, theme).values()) + around["t"] + around["b"],
        yaxis=axis(
            theme,
            "0 none – 10 full" if others else "Pain (0–10)",
            domain=list(where["pain"]),
            range=[0, TOP],
            tickvals=[0, 2, 4, 6, 8, 10],
        ),
        yaxis2=second,
        shapes=list(_shapes(result, theme)),
        xaxis=axis(
            theme,
            "Time (days)",
            domain=[_LEFT, right],
            range=[0, room(result.days[-1])],
            anchor="y2" if with_pressure else "y",
            nticks=8,
        ),
        xaxis2=gain,
        yaxis3={"domain": list(where.get("gain", _NOWHERE)), "range": [0, 2.7], "anchor": "x2", **hidden},
        xaxis3={"domain": [0, 1], "range": [-1, 101], "anchor": "y4", **hidden},
        yaxis4={"domain": list(where["ring"]), "range": [ring.LOWEST, ring.HIGHEST], "anchor": "x3", **hidden},
        margin=around,
    )


def veiled(result, *, theme, prediction=None):
    """Return the ring with its boxes empty and the axes on which the year is drawn."""
    shapes, end = list(ring.empty(result.state, theme)), result.days[-1]
    # Without a trace of theirs the axes would not be drawn.
    here = " " if prediction else "◀ draw the<br>year’s pain<br>here"
    faint = {**theme.text(), "color": theme.muted}
    asked = label("Where it is drawn", [room(end)], [TOP / 2], [here], faint, hoverinfo="skip", cliponaxis=False)
    data = [*ring.names(result.state, theme), asked]
    return {"data": data, "layout": _layout(result, theme, ["what is drawn"]) | {"shapes": shapes}}
