"""The pressure board: a body in each posture, and two studies beside it, each on its own scale and in its own unit."""

from spine_edu.drawing.marks import mark, predicted, words
from spine_edu.drawing.outlines import line
from spine_edu.loads.pressure import asked, bodies
from spine_edu.loads.pressure.asked import ASKED
from spine_edu.loads.pressure.frame import FOOT, SLOTS, layout, slot
from spine_edu.loads.pressure.model import STUDIES, study
from spine_edu.loads.pressure.words import value
from spine_edu.theme import LIGHT

ROLES = {"wilke": "pressure", "nachemson": "load"}
#: The most slots of a row.
_ROOMIEST = 2.0
#: Widths are shares of the picture: it has one axis, with the scale of each study on its own stretch of it.
_PANELS = {"wilke": (0.175, 0.55), "nachemson": (0.63, 1.0)}
#: Width of a letter as a share of the picture where it is narrowest, whatever the size of the type.
_LETTER = 0.0183
#: How many times higher than the others the marked row is: a body stands on its bar.
_MARKED = 3.2
#: Over the lower end of a marked row: its words, the middle of its bar, and where the body stands.
_NAMED, _BARRED, _STANDS = 0.27, 0.74, 0.98
#: How much of the room over its bar somebody standing fills.
_STANDING = 0.96
#: Width of the narrowest picture between its margins, in sizes of the type.
_NARROWEST = 31.7
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
    prediction : float, optional
        Where on the scale of the first study the learner expected slouched sitting.
    """
    rows = _rows(result.rows, result.marked.posture)
    traces = [
        _bars(result, rows, theme),
        _words(result, rows, theme),
        _held(held, theme),
        _guess(prediction, rows, result.marked.posture, theme),
        _targets(rows, theme),
    ]
    return {"data": traces, "layout": layout(_shapes(result, rows, prediction, theme), theme, _ticks())}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the picture before the reader has predicted."""
    return asked.veiled(result, theme=theme, prediction=prediction)


def _rows(rows, marked):
    """Return (posture, middle, height) of each row from the top down; the marked one is higher than the others."""
    weights = [_MARKED if item.posture == marked else 1.0 for item in rows]
    step, top, found = min(SLOTS / sum(weights), _ROOMIEST), float(SLOTS), []
    for item, weight in zip(rows, weights, strict=True):
        found.append((item.posture, top - step * weight / 2, step * weight))
        top -= step * weight
    return found


def _across(name, value):
    """Place of a reading on the scale of its study, as a share of the width."""
    about, (left, right) = study(name), _PANELS[name]
    return left + (right - left) * (value - about.low) / (about.high - about.low)


def _places(rows, marked):
    """Return the middle of each posture's words and of its bar; of the marked one the words stand under the bar."""
    return [
        (middle - high / 2 + _NAMED, middle - high / 2 + _BARRED) if name == marked else (middle + 0.25, middle - 0.22)
        for name, middle, high in rows
    ]


def _readings(result, rows):
    """Return (study, row, reading or None, middle of the bar) of every place on the board, a study after the other."""
    places = _places(rows, result.marked.posture)
    return [
        (name, item, item.readings[name], barred)
        for name in STUDIES
        for item, (_, barred) in zip(result.rows, places, strict=True)
    ]


def _bars(result, rows, theme):
    board = _readings(result, rows)
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


def _words(result, board, theme):
    """Postures, numbers behind the bars, and what stands above and below the scales."""
    marked, number = result.state.posture, theme.text(size=0.93)
    rows = [
        (
            _PANELS["wilke"][0],
            named,
            f"<b>{item.label}</b>" if item.posture == marked else item.label,
            "middle right",
            theme.text(),
        )
        for item, (named, _) in zip(result.rows, _places(board, marked), strict=True)
    ]
    for name, _, reading, middle in _readings(result, board):
        text = f" {value(reading).replace(' to ', '–')}"
        font = number if reading else {**number, "color": theme.muted}
        rows.append((_beside(name, reading, result, len(text)), middle, text, "middle right", font))
    return words("Postures and numbers", rows + _titles(theme))


def _titles(theme):
    """What stands above and below the scale of each study."""
    rows = []
    for name in STUDIES:
        about, panel = study(name), _PANELS[name]
        title = [f"<b>{about.title}</b>", f"{about.disc}, {about.people_words}", "dotted: standing"]
        foot = about.axis
        if theme.large:
            # Three lines would cost a row of the board; what is dotted is said under the first scale.
            *title, dotted = title
            foot = f"{foot}; {dotted}" if name == STUDIES[0] else foot
        rows += [
            (panel[0], SLOTS + 0.15, "<br>".join(title), "top right", theme.text()),
            (sum(panel) / 2, FOOT - 0.8, foot, "bottom center", theme.text()),
        ]
    return rows


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
        [FOOT / 2] * len(readings),
        theme.marker("held", 1.4),
        text=lines,
        textposition="middle right",
        textfont=theme.text("held"),
        visible=bool(readings),
        hoverinfo="skip",
        cliponaxis=False,
    )


def _guess(prediction, rows, marked, theme):
    """What the reader has said, over the outline that stands where it was put; see `_on_the_scale`."""
    middle, high = next((middle, high) for name, middle, high in rows if name == marked)
    place = _across("wilke", prediction or 0)
    beside = "middle right" if place < sum(_PANELS["wilke"]) / 2 else "middle left"
    look = {"text": [f"you said {prediction or 0:.2f}"], "textposition": beside}
    height = None if prediction is None or marked != ASKED else middle + high / 2 - _NAMED
    return {**predicted(place, height, theme, **look), "hoverinfo": "skip"}


def _on_the_scale(result, rows, prediction, theme):
    """Yield who stands on the first scale: the marked posture at its reading, and where the reader has put it."""
    name, middle, high = next(row for row in rows if row[0] == result.marked.posture)
    ground, room = middle - high / 2 + _STANDS, (high - _STANDS) * _STANDING
    reading, px = result.marked.readings["wilke"], slot(theme)
    at, said = _across("wilke", reading.value if reading else 0), prediction is not None and name == ASKED
    put = _across("wilke", prediction if said else 0)
    yield from bodies.standing(name, at, ground, room if reading else 0, px, theme)
    yield from bodies.ghost("Where the reader has put it", name, put, ground, room if said else 0, px, theme)


def _targets(rows, theme):
    """What a click on a body hits; there is nothing to be seen of it."""
    return mark(
        "Bodies to click",
        [bodies.ROOM / 2 / _NARROWEST] * len(rows),
        [middle for _, middle, _ in rows],
        {"size": [min(high * slot(theme), bodies.ROOM * theme.size) for *_, high in rows], "opacity": 0},
        customdata=[f"posture:{name}" for name, *_ in rows],
        hoverinfo="none",
    )


def _shapes(result, rows, prediction, theme):
    board = [(name, reading, middle) for name, _, reading, middle in _readings(result, rows) if reading]
    standing = {name: _across(name, result.standing.readings[name].value) for name in STUDIES}
    # Who stands on the scale does not stand beside it as well.
    beside = [row for row in rows if row[0] != result.marked.posture or not result.marked.readings["wilke"]]
    ground = [(name, middle - high / 2, high) for name, middle, high in beside]
    yield from bodies.shapes(ground, result.marked.posture, slot(theme), theme)
    yield from _scales(theme)
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
    yield from _on_the_scale(result, rows, prediction, theme)


def _scales(theme):
    """Yield the lines on which the numbers of the scales stand."""
    ticks = [(_across(name, tick), end) for name in STUDIES for tick in _TICKS[name] for end in (FOOT, SLOTS)]
    pairs = [list(pair) for pair in zip(ticks[::2], ticks[1::2], strict=True)]
    yield line("Grid", pairs, {"color": theme.grid, "width": 1})
    ends = [[(end, FOOT) for end in _PANELS[name]] for name in STUDIES]
    yield line("Scales", ends, {"color": theme.muted, "width": 1})


def _ticks():
    return [(_across(name, tick), tick) for name in STUDIES for tick in _TICKS[name]]
