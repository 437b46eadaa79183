"""The whole model of the cycle in five views; the state's ``view`` picks one."""

from spine_edu.cycle.curves import LINES, drawn_days, height, label_gap, margin, pain_in_run_a
from spine_edu.cycle.whole import maps
from spine_edu.cycle.whole.daily import daily, grown
from spine_edu.cycle.whole.timeline import timeline
from spine_edu.cycle.whole.words import on_day
from spine_edu.drawing.labels import end_labels, label, room, spread
from spine_edu.drawing.marks import curve, mark, sketched
from spine_edu.drawing.outlines import shape
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT, ROLES

#: Highest disc pressure on the axis (MPa) and highest gain on the meter; both fixed, so that runs can be compared.
MOST_PRESSURE, MOST_GAIN = 1.7, 4.0


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the view of a run that its state asks for.

    Parameters
    ----------
    result, held : CycleResult
    theme : Theme
    prediction : tuple of (float, float), optional
        Predicted pain as (day, rating) points; drawn on the course and the time line.
    """
    views = {
        "course": course,
        "return": maps.return_map,
        "map": maps.regime_map,
        "hysteresis": maps.hysteresis,
        "timeline": timeline,
    }
    return views[result.state.view](result, theme=theme, held=held, prediction=prediction)


def course(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the six states over time, the disc pressure, and the loop-gain meter."""
    shown = drawn_days(result.days[-1])
    traces = [
        pain_in_run_a(held, shown, theme),
        sketched(prediction, theme),
        *(_line(result, name, shown, theme) for name in reversed(LINES)),
        curve("Disc pressure", shown, [result.pressure[day] for day in shown], theme.stroke("pressure"), yaxis="y2"),
        mark(
            "Today",
            [result.days[-1]] * len(LINES),
            [result.levels(name)[-1] for name in LINES],
            {
                **theme.marker("now", 0.8),
                "color": [theme.color(role) for role, _ in LINES.values()],
                "symbol": [ROLES[role][2] for role, _ in LINES.values()],
            },
            cliponaxis=False,
        ),
        *_end_labels(result, theme, held),
        _meter(result, theme),
    ]
    for trace in traces:
        trace["hoverinfo"] = "name+x+y" if trace["mode"] != "text" else "skip"
    return {"data": traces, "layout": _layout(result, theme)}


def _line(result, name, shown, theme):
    role, words = LINES[name]
    levels = result.levels(name)
    return curve(words, shown, [levels[day] for day in shown], theme.stroke(role, 1.7 if name == "pain" else 1.0))


def _end_labels(result, theme, held):
    """Names and last values beside the line ends, moved apart where lines end close together."""
    heights = [result.levels(name)[-1] for name in LINES]
    ends = [
        (f"{words} {value:.1f}", theme.color(role))
        for (role, words), value in zip(LINES.values(), heights, strict=True)
    ]
    if held:
        heights.append(held.rating[-1])
        ends.append((f"Pain, run A {held.rating[-1]:.1f}", theme.color("held")))
    end = result.days[-1]
    return [
        *end_labels(ends, heights, spread(heights, label_gap(theme), 0.1, 10.1), end, theme),
        label(
            "Last disc pressure",
            [room(end)],
            [result.pressure[-1]],
            [f"{result.pressure[-1]:.2f} MPa"],
            theme.text("pressure"),
            yaxis="y2",
            cliponaxis=False,
        ),
    ]


_METER = ("x2", "y3")


def _meter(result, theme):
    """The loop gain now and at its steepest, as marks with their numbers over the meter, and what its parts mean."""
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
        xaxis=_METER[0],
        yaxis=_METER[1],
        cliponaxis=False,
    )


def _meter_parts(theme):
    """Below 1 a push dies out, above 1 it grows."""
    for name, low, high, role in (
        ("Gain below 1: a push dies out", 0, 1, "balancing"),
        ("Gain above 1: a push grows", 1, MOST_GAIN, "reinforcing"),
    ):
        yield shape(
            name,
            [[(low, 0), (high, 0), (high, 1), (low, 1)]],
            fill=theme.fill(role),
            edge=theme.fill(role),
            width=0,
            axes=_METER,
        )


def _layout(result, theme):
    states = theme.axis("0 none – 10 full<br>(pain: 0–10 rating)", domain=[0.48, 1], range=[0, 10.4], dtick=2)
    pressure = theme.axis("Disc pressure<br>(MPa)", domain=[0.24, 0.42], range=[0, MOST_PRESSURE], dtick=0.5)
    return theme.layout(
        height=height(theme),
        yaxis=states,
        yaxis2=pressure,
        shapes=list(_meter_parts(theme)),
        xaxis=theme.axis("Time (days)", range=[0, room(result.days[-1])], anchor="y2", nticks=8),
        xaxis2=theme.axis(
            "Loop gain (pure number)", domain=[0, 0.97], anchor="y3", range=[0, MOST_GAIN], dtick=1, showgrid=False
        ),
        yaxis3={"domain": [0.0, 0.12], "range": [0, 2.7], "visible": False, "fixedrange": True, "anchor": "x2"},
        margin=margin(theme, left=4.6),
    )


def can_play(result):
    """Return whether the chosen view runs through days; only the course over time does."""
    return result.state.view == "course"


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the course as `Frames`, a day each: curves grow, and the numbers beside them follow."""
    end = result.days[-1]
    run = Frames(
        "day",
        (f"day {day} of {end}" for day in result.days),
        (on_day(result, day) for day in result.days),
        seconds=8,
        stride=7,
    )
    for name, columns in daily(result, theme).items():
        run.add(name, **columns)
    for name, counts in grown(result).items():
        run.reveal(name, counts)
    return run
