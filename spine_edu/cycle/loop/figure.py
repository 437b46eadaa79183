"""The tank with its tap, its drain and the loop, beside the level over time."""

from spine_edu.cycle.loop.model import BRIM, DAYS
from spine_edu.cycle.loop.words import on_day, trend, verdict
from spine_edu.drawing import outlines
from spine_edu.drawing.labels import end_labels, label, room, spread
from spine_edu.drawing.marks import area, curve, held_run, mark, sketched
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: The tank's corners in its own little plane.
_LEFT, _RIGHT, _PIPE = 2.0, 8.0, 9.4
_DAYS = tuple(range(DAYS + 1))
#: The strip above the brim that shows when the change is at work.
_BAND = (10.4, 11.2)
#: A flow of this size (a day) is drawn at full width.
_WIDEST = 3.0


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the tank on the chosen day and the level over 120 days.

    Parameters
    ----------
    result, held : LoopResult
    theme : Theme
    prediction : tuple of (float, float), optional
        Predicted level as (day, level) points.
    """
    traces = [*_flows(result, theme), *_course(result, theme, held, prediction)]
    for trace in traces:
        trace["hoverinfo"] = "name+x+y" if trace.get("xaxis", "x") == "x" else "skip"
    level = theme.axis(
        "Irritation in the tank (0–10)", domain=[0, 1], range=[0, _BAND[1] + 0.1], tickvals=[0, 2, 4, 6, 8, 10]
    )
    hidden = {"visible": False, "fixedrange": True}
    tank, chart = (0.34, 0.52) if theme.large else (0.29, 0.4)
    # In large type the longest verdict needs two lines.
    words = verdict(result).replace("; ", ";<br>") if theme.large else verdict(result)
    return {
        "data": traces,
        "layout": theme.layout(
            height=theme.em(17) + 200,
            shapes=list(_walls(result, theme)),
            xaxis=theme.axis("Time (days)", domain=[chart, 1], range=[0, room(DAYS)], dtick=30),
            yaxis=level,
            xaxis2={"domain": [0, tank], "range": [0, 10], "anchor": "y2", **hidden},
            yaxis2={"domain": [0, 1], "range": [-3.8, 15.2], "anchor": "x2", **hidden},
            title={
                "text": f"<b>{words}</b>",
                "x": 0.5,
                "xanchor": "center",
                "yanchor": "top",
                "y": 0.935 if "<br>" in words else 0.985,
                "font": theme.text(),
            },
            margin={
                "l": theme.em(0.8),
                "r": theme.em(6.2),
                "t": theme.em(3.9 if theme.large else 2.8),
                "b": theme.em(3.6),
            },
        ),
    }


_TANK = ("x2", "y2")


def _walls(result, theme):
    """The tank and the irritation in it."""
    yield outlines.drawn(
        "Irritation in the tank",
        _water(result.level[result.at(result.state.day)]),
        theme.stroke("inflammation", 0.6) | {"dash": "solid"},
        fill=theme.fill("inflammation"),
        axes=_TANK,
    )
    yield outlines.line(
        "The tank", [[(_LEFT, BRIM), (_LEFT, 0), (_RIGHT, 0), (_RIGHT, BRIM)]], theme.stroke("now", 1.2), axes=_TANK
    )


def _water(level):
    return f"M{_LEFT},0H{_RIGHT}V{level:.3f}H{_LEFT}Z"


def _flows(result, theme):
    """What flows, and the words of the tank."""
    n = result.at(result.state.day)
    outside, returned, drained = (values[n] for values in (result.outside, result.returned, result.drained))
    axes = {"xaxis": _TANK[0], "yaxis": _TANK[1], "cliponaxis": False}
    yield _flow("From outside", [2.9, 2.9], [13.1, 10.9], outside, "load", theme, axes)
    yield _flow(
        "Round the loop and back",
        [5, _PIPE, _PIPE, 6.7, 6.7],
        [-1.3, -1.3, 13.1, 13.1, 10.9],
        returned,
        "reinforcing",
        theme,
        axes,
    )
    yield _flow("Drained", [5, 5], [-0.2, -3.4], drained, "water", theme, axes)
    colors = [*(theme.color(role) for role in ("load", "reinforcing", "water")), theme.ink]
    sizes = [theme.type_size(size) for size in (0.86, 0.86, 0.86, 0.93)]
    yield label(
        "Words of the tank",
        [2.5, 7.5, 3.7, 5],
        font={"color": colors, "size": sizes},
        position=["middle center", "middle center", "middle left", "middle center"],
        **_words(result, result.state.day),
        **axes,
    )


_TRENDS = {"rising": "▲ rising", "falling": "▼ falling", "level": "■ level"}


def _words(result, day):
    """The flows by name, and the reading in the larger part of the tank, where no water line crosses it."""
    n = result.at(day)
    level, outside, returned, drained = (
        values[n] for values in (result.level, result.outside, result.returned, result.drained)
    )
    way = _TRENDS[trend(outside + returned, drained)]
    return {
        "y": [14.4, 14.4, -2.2, level / 2 if level > BRIM / 2 else (level + BRIM) / 2],
        "text": [
            f"outside<br>{outside:.2f} / d",
            f"loop<br>{returned:.2f} / d",
            f"drain<br>{drained:.2f} / d",
            f"day {day:.0f}<br><b>{level:.1f}</b> of 10<br>{way}",
        ],
    }


def daily(result):
    """Return what changes from day to day while the run plays, by name: columns with one entry a day."""
    levels = _daily(result)
    words = [_words(result, day) for day in _DAYS]
    return {
        "Irritation in the tank": {"path": [_water(level) for level in levels]},
        "Words of the tank": {column: [now[column] for now in words] for column in ("y", "text")},
        "The day of the tank": {"x": [[day] for day in _DAYS], "y": [[level] for level in levels]},
    }


def _flow(name, x, y, size, role, theme, axes):
    """A pipe as wide as its flow, with an arrow head at its end; a flow of nothing is not drawn."""
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
        **axes,
    )


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
    yield sketched(prediction, theme)
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
    gap = 10.4 * theme.size * 2.1 / (theme.size * 11 + 200)
    # The lowest label has two lines and must stay above the numbers of the axis.
    placed = spread(heights, gap, 0.45 * gap, 10.2)
    yield from end_labels([(words, theme.color(role)) for words, _, role in ends], heights, placed, DAYS, theme)


def _daily(result):
    return [result.level[result.at(day)] for day in _DAYS]


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the run as `Frames`, a day each: the tank moves while the level's curve grows."""
    days = range(DAYS + 1)
    run = Frames(
        "day", (f"day {day} of {DAYS}" for day in days), (on_day(result, day) for day in days), seconds=3.6, stride=5
    )
    for name, columns in daily(result).items():
        run.add(name, **columns)
    run.reveal("Level", [day + 1 for day in days])
    return run
