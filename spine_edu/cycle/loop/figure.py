"""The tank with its tap, its drain and the loop, beside the level over time and under the meter of the gain."""

from spine_edu.cycle.curves import axis, without_words
from spine_edu.cycle.loop import tank
from spine_edu.cycle.loop.model import DAYS
from spine_edu.cycle.loop.words import on_day, verdict
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import end_labels, label, room, spread
from spine_edu.drawing.marks import area, curve, held_run, mark, sketched
from spine_edu.drawing.marks import words as written
from spine_edu.drawing.outlines import drawn, line, shape
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

_DAYS = tuple(range(DAYS + 1))
#: Above the brim: the strip that shows when the change is at work, the meter of the gain, and the end of the axis.
_BAND, METER, _TOP = (10.4, 11.2), (12.1, 12.9), 14.3
#: How many days of the axis of time lie under one unit of gain on the meter: it is as long as the axis.
PER_GAIN = 80
#: Steps of the gain in which its meter is pressed.
_PRESSED = 0.05
#: How many letters of a verdict fit into a line over the narrowest picture.
_LETTERS = 52
#: The day is dragged along the level in steps of so many days.
_PLACES = 61


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the tank on the chosen day and the level over 120 days.

    Parameters
    ----------
    result, held : LoopResult
    theme : Theme
    prediction : tuple of (float, float), optional
        Predicted level as (day, level) points.
    """
    traces = [
        *tank.flows(result, theme),
        *_course(result, theme, held, prediction),
        written("Words of the meter", _words_of_meter(result.state, theme)),
        *_places_of_meter(result.state, theme),
    ]
    for trace in traces:
        usual = "name+x+y" if trace.get("xaxis", "x") == "x" else "skip"
        trace["hoverinfo"] = "none" if "customdata" in trace else usual
    # In large type, and where a page is narrow, the longest verdict needs two lines.
    words = verdict(result)
    if theme.large or len(words) > _LETTERS:
        words = words.replace("; ", ";<br>")
    title = {
        "text": f"<b>{words}</b>",
        "x": 0.5,
        "xanchor": "center",
        "yanchor": "top",
        "y": 0.985 if "<br>" not in words else 0.935 if theme.large else 0.965,
        "font": theme.text(),
    }
    shapes = [*tank.walls(result, theme), *_meter(result.state, theme)]
    return {"data": traces, "layout": _layout(theme) | {"shapes": shapes, "title": title}}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return what the question is about: the tank on day 0 with what is poured in, and the gain on its meter."""
    state = result.state
    shapes = [
        drawn(
            "Irritation in the tank",
            tank.water(state.start),
            theme.stroke("inflammation", 0.6) | {"dash": "solid"},
            fill=theme.fill("inflammation"),
            axes=tank.TANK,
        ),
        *tank.still(state, theme),
        *_meter(state, theme),
    ]
    rows = [*_words_of_meter(state, theme)]
    return {
        "data": [written("Words of the meter", rows), tank.poured(state, theme)],
        "layout": _layout(theme) | {"shapes": shapes},
    }


def grips(result):
    """Return the handles: the gain on its meter, the push at the water line and by the water, lever, slide, day."""
    state = result.state
    most = {name: one.high for name, one in state.declarations().items() if hasattr(one, "high")}
    return [
        grip(state, "gain", on_the_meter),
        grip(state, "start", tank.push, axes=_axes_of_tank(), body=tank.body(result.level[result.at(state.day)])),
        grip(state, "outside", lambda drive: tank.lever(drive, most["outside"]), points=21, axes=_axes_of_tank()),
        grip(state, "clearance", lambda share: tank.slide(share, most["clearance"]), axes=_axes_of_tank()),
        grip(state, "day", lambda day: (day, result.level[result.at(day)]), points=_PLACES, telling=True),
    ]


def on_the_meter(gain):
    """Return where a gain lies on its meter."""
    return PER_GAIN * gain, sum(METER) / 2


def _axes_of_tank():
    return tuple(f"{name[0]}axis{name[1:]}" for name in tank.TANK)


def _layout(theme):
    level = axis(theme, "Irritation (0–10)", domain=[0, 1], range=[0, _TOP], tickvals=[0, 2, 4, 6, 8, 10])
    hidden = {"visible": False, "fixedrange": True}
    wide, chart = (0.34, 0.52) if theme.large else (0.29, 0.435)
    return theme.layout(
        height=theme.em(19) + 220,
        xaxis=axis(theme, "Time (days)", domain=[chart, 1], range=[0, room(DAYS)], dtick=30),
        yaxis=level,
        xaxis2={"domain": [0, wide], "range": [0, 10], "anchor": "y2", **hidden},
        yaxis2={"domain": [0, 1], "range": [tank.LOWEST, tank.HIGHEST], "anchor": "x2", **hidden},
        margin={"l": theme.em(1.1), "r": theme.em(6.2), "t": theme.em(3.9 if theme.large else 2.8), "b": theme.em(3.6)},
    )


def _border(state):
    """The gain from which on a push grows: without a drain nothing is ever lost."""
    return 0.0 if state.story == "reinforcing" else 1.0


def _meter(state, theme):
    """The meter of the gain: where a push dies out, and where it grows."""
    most, border, (low, high) = PER_GAIN * state.declarations()["gain"].high, PER_GAIN * _border(state), METER
    for name, left, right, role in (
        ("Gain at which a push dies out", 0, border, "balancing"),
        ("Gain at which a push grows", border, most, "reinforcing"),
    ):
        corners = [(left, low), (right, low), (right, high), (left, high)]
        yield shape(name, [corners], fill=theme.fill(role), edge=theme.color(role), width=0.5 * theme.line)
    needle = [(PER_GAIN * state.gain, low - 0.15), (PER_GAIN * state.gain, high + 0.15)]
    yield line("Gain on the meter", [needle], theme.stroke("now", 1.6))


def _words_of_meter(state, theme):
    """The gain over its meter, and under it what its parts do to a push."""
    border, small, y = _border(state), theme.text(size=0.86), METER[0] - 0.45
    yield (
        min(max(PER_GAIN * state.gain, 14), 106),
        METER[1] + 0.65,
        f"gain {state.gain:.2f}",
        "middle center",
        theme.text(),
    )
    if border:
        yield PER_GAIN * border / 2, y, "dies out" if theme.large else "a push dies out", "middle center", small
        # Over its own end of the meter, unless the knob's words stand there.
        above = "1" if abs(state.gain - border) > 0.3 else " "
        yield PER_GAIN * border, METER[1] + 0.5, above, "middle center", small
    yield PER_GAIN * (border + 1.5) / 2, y, "grows" if theme.large else "a push grows", "middle center", small


def _places_of_meter(state, theme):
    """Places on the meter, one a step of the gain, and on the loop's pipe: a press there turns the valve so far."""
    gain = state.declarations()["gain"]
    gains = [round(gain.low + number * _PRESSED, 2) for number in range(round((gain.high - gain.low) / _PRESSED) + 1)]
    look, choices = {"size": theme.size * 1.2, "opacity": 0}, [f"gain:{value:g}" for value in gains]
    across, up = map(list, zip(*map(on_the_meter, gains), strict=True))
    yield mark("Gains to press on the meter", across, up, look, customdata=choices)
    across, up = map(list, zip(*(tank.valve(value, gain.high) for value in gains), strict=True))
    on_axes = {"xaxis": tank.TANK[0], "yaxis": tank.TANK[1]}
    yield mark("Gains to press on the loop’s pipe", across, up, look, customdata=choices, **on_axes)


def daily(result, theme=LIGHT):
    """Return what changes from day to day while the run plays, by name: columns with one entry a day."""
    levels = _daily(result)
    x, y, size = map(list, zip(*(tank.drops(result, day, theme) for day in _DAYS), strict=True))
    words = [tank.words(result, day) for day in _DAYS]
    return {
        "Irritation in the tank": {"path": [tank.water(level) for level in levels]},
        "What runs over the rim": {"path": [tank.over(result, day) or outlines.EMPTY for day in _DAYS]},
        "Drops in the pipes": {"x": x, "y": y, "marker.size": size},
        "Words of the tank": {column: [now[column] for now in words] for column in ("y", "text")},
        "The day of the tank": {"x": [[day] for day in _DAYS], "y": [[level] for level in levels]},
    }


def _course(result, theme, held, prediction):
    state = result.state
    start, stop = state.change_day, min(state.change_day + state.change_days, DAYS)
    drawn = state.change != "none"
    yield area(
        "While the change lasts",
        [start, stop, stop, start],
        [_BAND[0]] * 2 + [_BAND[1]] * 2,
        theme.fill("treatment"),
        visible=drawn,
    )
    yield label("The change", [min(start, 80)], [sum(_BAND) / 2], [" one change"], theme.text(size=0.86), visible=drawn)
    yield curve("Border: the same with a gain of 1", _DAYS, _daily(result.border), theme.stroke("threshold", 0.8))
    yield held_run("Run A", held, lambda run: (_DAYS, _daily(run)), theme) | {"line": theme.stroke("held", 1.2)}
    yield without_words(sketched(prediction, theme))
    yield curve("Level", _DAYS, _daily(result), theme.stroke("inflammation", 1.6) | {"dash": "solid"})
    yield mark(
        "The day of the tank",
        [state.day],
        [result.level[result.at(state.day)]],
        theme.marker("now", 1.5),
        cliponaxis=False,
    )
    ends = [(f"gain {state.gain:.2f}", result, "inflammation"), ("border:<br>gain 1", result.border, "threshold")]
    ends += [("run A", held, "held")] if held else []
    heights = [run.level[-1] for _, run, _ in ends]
    names = [(words, theme.color(role)) for words, _, role in ends]
    if prediction:
        heights.append(prediction[-1][1])
        names.append(("you said", theme.color("prediction")))
    gap = _TOP * theme.size * 2.1 / (theme.size * 12.6 + 220)
    # The lowest label has two lines and must stay above the numbers of the axis.
    placed = spread(heights, gap, 0.45 * gap, 10.2)
    yield from end_labels(names, heights, placed, DAYS, theme)


def _daily(result):
    return [result.level[result.at(day)] for day in _DAYS]


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the run as `Frames`, a day each: the tank moves while the level's curve grows."""
    days = range(DAYS + 1)
    run = Frames(
        "day",
        (f"day {day} of {DAYS}" for day in days),
        (on_day(result, day) for day in days),
        seconds=6,
        stride=5,
        controls={"day": days},
        settled=True,
    )
    for name, columns in daily(result, theme).items():
        run.add(name, **columns)
    run.reveal("Level", [day + 1 for day in days])
    return run
