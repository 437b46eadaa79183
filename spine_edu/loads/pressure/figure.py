"""The pressure board: two studies side by side, each on its own scale and in its own unit."""

from spine_edu.drawing.marks import mark, said, words
from spine_edu.drawing.outlines import line
from spine_edu.loads.pressure.model import STUDIES, study
from spine_edu.loads.pressure.words import value
from spine_edu.theme import LIGHT

ROLES = {"wilke": "pressure", "nachemson": "load"}
#: Heights are counted in slots; a short list spreads over them, so that the figure never changes its frame.
SLOTS = 12
_ROOMIEST = 2.0
#: The strip under the board where a held posture is drawn, and the room for words below the board.
_FOOT, _BELOW = -0.9, 1.35
#: Widths are shares of the picture: it has one axis, with the scale of each study on its own stretch of it.
_PANELS = {"wilke": (0.0, 0.46), "nachemson": (0.54, 1.0)}
#: Width of a letter, in sizes of the type, as a share of the picture where it is narrowest.
_LETTER = 0.58 / 640
#: Paper left between a number and the standing mark.
_GAP = 0.005
_TICKS = {"wilke": (0, 1, 2), "nachemson": (0, 100, 200, 300)}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the board as a plotly figure.

    Parameters
    ----------
    result : PressureResult
    theme : Theme
    held : PressureResult, optional
        Run A: its marked posture is drawn under the board.
    prediction : str, optional
        Where the learner expected slouched sitting, in words.
    """
    heights = _heights(len(result.rows))
    traces = [_bars(result, heights, theme), _words(result, heights, theme), _held(held, theme)]
    return {"data": traces, "layout": _layout(result, heights, theme, prediction)}


def _above(theme):
    """Room for words above the board: three lines, or two in a hall, where the slots are lower."""
    return 1.35 if theme.large else 1.7


def _heights(count):
    step = min(SLOTS / count, _ROOMIEST)
    return [SLOTS - step * (number + 0.5) for number in range(count)]


def _across(name, value):
    """Place of a reading on the scale of its study, as a share of the width."""
    about, (left, right) = study(name), _PANELS[name]
    return left + (right - left) * (value - about.low) / (about.high - about.low)


def _readings(result, heights):
    """Return (study, row, reading or None, middle of the bar) of every place on the board, a study after the other."""
    return [
        (name, item, item.readings[name], height - 0.22)
        for name in STUDIES
        for item, height in zip(result.rows, heights, strict=True)
    ]


def _bars(result, heights, theme):
    board = _readings(result, heights)
    starts = [_PANELS[name][0] for name, *_ in board]
    ends = [_across(name, reading.value if reading else 0) for name, _, reading, _ in board]
    return {
        "type": "bar",
        "name": "Readings",
        "orientation": "h",
        "width": 0.42,
        "hoverinfo": "none",
        "x": [end - start for start, end in zip(starts, ends, strict=True)],
        "base": starts,
        "y": [middle for *_, middle in board],
        "customdata": [f"posture:{item.posture}" for _, item, *_ in board],
        "marker": {
            "color": [
                (theme.color if item.posture == result.state.posture else theme.fill)(ROLES[name])
                for name, item, *_ in board
            ],
            "line": {
                "color": [theme.color(ROLES[name]) for name, *_ in board],
                "width": [theme.line / 2 if reading else 0 for _, _, reading, _ in board],
            },
        },
    }


def _words(result, heights, theme):
    """Postures, numbers behind the bars, and what stands above and below the scales."""
    marked, number = result.state.posture, theme.text(size=0.93)
    rows = [
        (
            0,
            height + 0.25,
            f"<b>{item.label}</b>" if item.posture == marked else item.label,
            "middle right",
            theme.text(),
        )
        for item, height in zip(result.rows, heights, strict=True)
    ]
    for name, _, reading, middle in _readings(result, heights):
        text = f" {value(reading).replace(' to ', '–')}"
        font = number if reading else {**number, "color": theme.muted}
        rows.append((_beside(name, reading, result, len(text) * theme.size), middle, text, "middle right", font))
    for name in STUDIES:
        about, panel = study(name), _PANELS[name]
        title = [f"<b>{about.title}</b>", f"{about.disc}, {about.people_words}", "dotted: standing"]
        if theme.large:
            title = [f"{title[0]}, {title[2]}" if name == STUDIES[0] else title[0], title[1]]
        rows += [
            (panel[0], SLOTS + 0.15, "<br>".join(title), "top right", theme.text()),
            (sum(panel) / 2, _FOOT - 0.8, about.axis, "bottom center", theme.text()),
        ]
    return words("Postures and numbers", rows)


def _beside(name, reading, result, length):
    """Where a number stands: behind its bar, and behind the standing mark if it would run into that one."""
    end, level = ((reading.high or reading.value) if reading else 0), result.standing.readings[name].value
    short = 0 < end < level and _across(name, level) - _across(name, end) < length * _LETTER + _GAP
    return _across(name, level if short else end)


def _held(held, theme):
    readings = [(name, held.marked.readings[name]) for name in STUDIES if held and held.marked.readings[name]]
    lines = [
        f" A: {value(reading)}" + (f" {held.marked.label}" if name == STUDIES[0] else "") for name, reading in readings
    ]
    return mark(
        "A, held",
        [_across(name, reading.value) for name, reading in readings],
        [_FOOT / 2] * len(readings),
        theme.marker("held", 1.4),
        text=lines,
        textposition="middle right",
        textfont=theme.text("held"),
        visible=bool(readings),
        hoverinfo="skip",
        cliponaxis=False,
    )


def _shapes(result, heights, theme):
    board = [(name, reading, middle) for name, _, reading, middle in _readings(result, heights) if reading]
    standing = {name: _across(name, result.standing.readings[name].value) for name in STUDIES}
    yield line(
        "Grid",
        [[(_across(name, tick), _FOOT), (_across(name, tick), SLOTS)] for name in STUDIES for tick in _TICKS[name]],
        {"color": theme.grid, "width": 1},
    )
    yield line(
        "Scales", [[(end, _FOOT) for end in _PANELS[name]] for name in STUDIES], {"color": theme.muted, "width": 1}
    )
    yield line(
        "Ranges that were read",
        [
            [(_across(name, end), y) for end in (reading.low, reading.high)]
            for name, reading, y in board
            if reading.low is not None
        ],
        theme.stroke("now"),
        layer="above",
    )
    yield line(
        "Standing",
        [[(standing[name], y - 0.34), (standing[name], y + 0.3)] for name, _, y in board],
        {**theme.stroke("threshold", 0.7), "dash": "2px,2px"},
        layer="above",
    )


def _layout(result, heights, theme, prediction):
    ticks = [(_across(name, tick), tick) for name in STUDIES for tick in _TICKS[name]]
    guess = "" if prediction is None else f"slouched sitting is {prediction.lower()}"
    slots = SLOTS - _FOOT + _BELOW + _above(theme)
    axis = theme.axis(
        "",
        range=[0, 1],
        tickvals=[place for place, _ in ticks],
        ticktext=[f"{tick}" for _, tick in ticks],
        showgrid=False,
        showline=False,
        anchor="free",
        position=_BELOW / slots,
    )
    return theme.layout(
        height=theme.em(slots * 2.1 + 1.9 if theme.large else slots * 2.9 + 3.5),
        barmode="overlay",
        xaxis=axis,
        yaxis={"range": [_FOOT - _BELOW, SLOTS + _above(theme)], "visible": False, "fixedrange": True},
        shapes=[*_shapes(result, heights, theme)],
        annotations=[said(guess, theme)],
        margin={"l": 12, "r": 20, "t": theme.em(1.5 if theme.large else 2), "b": theme.em(0.4 if theme.large else 0.5)},
    )
