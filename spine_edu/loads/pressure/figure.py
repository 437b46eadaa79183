"""The pressure board: on each scale stands who was measured there, two studies side by side, each in its own unit."""

from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark, predicted, words
from spine_edu.drawing.outlines import line, shape
from spine_edu.loads.pressure import asked, bodies, postures
from spine_edu.loads.pressure.asked import ASKED
from spine_edu.loads.pressure.frame import FOOT, SLOTS, layout, slot
from spine_edu.loads.pressure.model import STUDIES, row, study
from spine_edu.loads.pressure.words import value
from spine_edu.theme import LIGHT

ROLES = {"wilke": "pressure", "nachemson": "load"}
#: The most slots of a row, and the most rows of a list.
_ROOMIEST, _MOST = 4.4, 12
#: Widths are shares of the picture: it has one axis, with the scale of each study on its own stretch of it. In a hall
#: rows are lower, so names have one line there.
_PANELS = {
    False: {"wilke": (0.255, 0.6), "nachemson": (0.685, 1.0)},
    True: {"wilke": (0.34, 0.65), "nachemson": (0.715, 1.0)},
}
#: Letters in a line of a posture's name: the most, and beside who lies; width of a letter in sizes of the type.
_LETTERS, _LETTER = {False: (17, 12), True: (20, 18)}, 0.5
#: Letters of a name where a row has room for one line only, in slots: it may reach into the scale.
_ONE_LINE, _LOW = 31, 1.3
#: In a hall a name stands higher than the middle of its row, clear of the number that it may reach over.
_NAMED = 0.58
#: Over the lower end of a row: the middle of its bar, and the ground of its body; and the width of a bar.
_BARRED, _STANDS, _WIDE = 0.15, 0.31, 0.18
#: How far the dotted line of standing ends below the upper end of a row, in slots.
_GAP = 0.06
#: Width of the narrowest picture between its margins, in sizes of the type.
_NARROWEST = 31.7
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
    rows = _rows(result.rows)
    traces = [
        _bars(result, rows, theme),
        _words(result, rows, theme),
        _held(held, theme),
        _guess(prediction, rows, theme),
        _targets(result, rows, theme),
    ]
    return {"data": traces, "layout": layout(_shapes(result, rows, prediction, theme), theme, _ticks(theme))}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the picture before the reader has predicted."""
    return asked.veiled(result, theme=theme, prediction=prediction)


def _rows(rows):
    """Return (posture, lower end, height) of each row from the top down, alike: so none moves when one is marked."""
    step = min(SLOTS / len(rows), _ROOMIEST)
    return [(item.posture, SLOTS - step * number, step) for number, item in enumerate(rows, 1)]


def _across(name, value, theme):
    """Place of a reading on the scale of its study, as a share of the width."""
    about, (left, right) = study(name), _PANELS[theme.large][name]
    return left + (right - left) * (value - about.low) / (about.high - about.low)


def _home(item):
    """Return the study on whose scale a posture's body stands: the first one that has measured it."""
    return next(name for name in STUDIES if item.readings[name])


def _readings(result, rows):
    """Return (study, row, reading or None, lower end, height) of every place on the board, row after row."""
    return [
        (name, item, item.readings[name], low, high)
        for item, (_, low, high) in zip(result.rows, rows, strict=True)
        for name in STUDIES
    ]


def _bars(result, rows, theme):
    """Return a bar a study and row, and empty ones up to the longest list: what is alike in all is not sent again."""
    board, free = _readings(result, rows), _MOST - len(rows)
    panels = _PANELS[theme.large]
    starts = [panels[name][0] for name in STUDIES] * _MOST
    lengths = [
        _across(name, reading.value, theme) - panels[name][0] if reading else 0 for name, _, reading, *_ in board
    ]
    dark = [item.posture == result.state.posture for _, item, *_ in board] + [False] * 2 * free
    looks = [(theme.color(ROLES[name]), theme.fill(ROLES[name])) for name in STUDIES] * _MOST
    edges = [theme.line / 2 if reading else 0 for _, _, reading, *_ in board]
    return {
        "type": "bar",
        "name": "Readings",
        "orientation": "h",
        "width": _WIDE,
        "hoverinfo": "none",
        "x": lengths + [0] * 2 * free,
        "base": starts,
        "y": [low + _BARRED for *_, low, _ in board] + [0] * 2 * free,
        "customdata": [f"posture:{item.posture}" for _, item, *_ in board] + [""] * 2 * free,
        "marker": {
            "color": [look[not one] for look, one in zip(looks, dark, strict=True)],
            "line": {"color": [edge for edge, _ in looks], "width": edges + [0] * 2 * free},
        },
    }


def _words(result, board, theme):
    """What stands above and below the scales, and row by row a posture and its numbers beside their bodies or bars."""
    marked, number, rows = result.state.posture, theme.text(size=0.93), _titles(result, theme)
    numbers = iter(_readings(result, board))
    for item, (_, low, high) in zip(result.rows, board, strict=True):
        # Bold letters are wider.
        text = wrapped(item.label, _letters(item, high, theme) - 2 * (item.posture == marked))
        text = f"<b>{text}</b>" if item.posture == marked else text
        rows.append((0, low + high * (_NAMED if theme.large else 0.5), text, "middle right", number))
        for name, _, reading, *_ in (next(numbers), next(numbers)):
            font = number if reading else {**number, "color": theme.muted}
            end, side = _across(name, reading.high or reading.value if reading else 0, theme), "middle right"
            if not reading and theme.large:
                # A name of one line may reach into the scale.
                end, side = _PANELS[True][name][1], "middle left"
            rows.append((end, low + _BARRED, f"\u00a0{value(reading).replace(' to ', '–')}", side, font))
    nothing = [(0, 0, "", "middle right", number)] * 3 * (_MOST - len(board))
    return words("Postures and numbers", rows + nothing)


def _letters(item, high, theme):
    """Return how many letters a line of a posture's name has: fewer beside a body that lies in its way."""
    home = _home(item)
    before, _ = bodies.around(item.posture, _room(high), slot(theme), theme)
    free = _across(home, item.readings[home].value, theme) * _NARROWEST - before / theme.size
    most, fewer = (_ONE_LINE, _ONE_LINE) if theme.large and high < _LOW else _LETTERS[theme.large]
    return most if free >= min(len(item.label), most) * _LETTER else fewer


def _room(high):
    """Return how high somebody standing is in a row, in slots."""
    return high - _STANDS - _GAP


def _titles(result, theme):
    """What stands above and below the scale of each study."""
    sideways = any(item.posture in postures.FROM_ABOVE for item in result.rows)
    note = "dotted: standing" if theme.large else "side: seen<br>from above" if sideways else ""
    muted = {**theme.text(), "color": theme.muted}
    rows = [
        (0, SLOTS + 0.15, "tap a body<br>or a name", "top right", muted),
        (0, FOOT - (0.92 if theme.large else 0), note, "bottom right", muted),
    ]
    for name in STUDIES:
        about, panel = study(name), _PANELS[theme.large][name]
        title = [f"<b>{about.title}</b>", f"{about.disc}, {about.people_words}", "dotted: standing"]
        foot = about.axis
        if theme.large:
            # Three lines would cost a row of the board; what is dotted is said under the names.
            title = title[:-1]
        rows += [
            (panel[0], SLOTS + 0.15, "<br>".join(title), "top right", theme.text()),
            (sum(panel) / 2, FOOT - (0.92 if theme.large else 0.8), foot, "bottom center", theme.text()),
        ]
    return rows


def _held(held, theme):
    readings = [(name, held.marked.readings[name]) for name in STUDIES if held and held.marked.readings[name]]
    lines = [
        f" A: {value(reading)}" + (f" {held.marked.label}" if name == STUDIES[0] else "") for name, reading in readings
    ]
    return mark(
        "A, held",
        [_across(name, reading.value, theme) for name, reading in readings],
        [FOOT / 2] * len(readings),
        theme.marker("held", 1.4),
        text=lines,
        textposition="middle right",
        textfont=theme.text("held"),
        visible=bool(readings),
        hoverinfo="skip",
        cliponaxis=False,
    )


def _guess(prediction, rows, theme):
    """What the reader has said, under the outline that stands where it was put, or over it; see `_on_the_scale`."""
    low, high = next(((low, high) for name, low, high in rows if name == ASKED), (0, None))
    place = _across("wilke", prediction or 0, theme)
    look = {"text": [f"you said {prediction or 0:.2f}"], "textposition": "middle right"}
    # Behind the number of its bar there is room; else it stands over the heads.
    free = (prediction or 0) > row(ASKED).readings["wilke"].value + 0.45
    up = None if prediction is None or high is None else low + (_BARRED if free else high - _GAP - 0.2)
    return {**predicted(place, up, theme, **look), "hoverinfo": "skip"}


def _on_the_scale(result, rows, prediction, theme):
    """Yield who stands on each scale: the marked posture at its readings, the asked one where the reader has put it."""
    places, px = {name: (low + _STANDS, _room(high)) for name, low, high in rows}, slot(theme)
    ground, room = places.get(ASKED, (0, 0))
    room = bodies.fitting(ASKED, room, px, theme) if prediction is not None else 0
    put = _across("wilke", prediction or 0, theme)
    yield from bodies.ghost("Where the reader has put it", ASKED, put, ground, room, px, theme)
    name = result.marked.posture
    ground, room = places[name]
    room = bodies.fitting(name, room, px, theme)
    for about, called in zip(STUDIES, ("Body on the scale", "Body on the second scale"), strict=True):
        reading = result.marked.readings[about]
        at = _across(about, reading.value if reading else 0, theme)
        yield from bodies.standing(name, at, ground, room if reading else 0, px, theme, name=called)


def _signs(result, rows, theme):
    """Yield the other postures as signs on the first scale on which they were measured; as many shapes in each list."""
    for number in range(_MOST):
        item, (name, low, high) = (
            (result.rows[number], rows[number]) if number < len(rows) else (result.standing, (None, 0, 0))
        )
        about = _home(item)
        at = _across(about, item.readings[about].value, theme)
        shown = None if name == result.marked.posture else name
        words = f"Body {number + 1}"
        yield bodies.sign(words, shown, at, low + _STANDS, _room(high), slot(theme), theme)


def _targets(result, rows, theme):
    """What a click on a body or a name hits; there is nothing to be seen of it."""
    homes = [_home(item) for item in result.rows]
    at = [_across(home, item.readings[home].value, theme) for home, item in zip(homes, result.rows, strict=True)]
    return mark(
        "Bodies and names to click",
        [*at, *[2.4 / _NARROWEST] * len(rows)],
        [low + high / 2 for _, low, high in rows] * 2,
        {"size": 2.4 * theme.size, "opacity": 0},
        customdata=[f"posture:{name}" for name, *_ in rows] * 2,
        hoverinfo="none",
    )


def _shapes(result, rows, prediction, theme):
    board = [(name, reading, low) for name, _, reading, low, _ in _readings(result, rows) if reading]
    tall = rows[0][2]
    here = next(low for name, low, _ in rows if name == result.marked.posture)
    band = [(0, here), (1, here), (1, here + tall), (0, here + tall)]
    yield shape("The marked row", [band], fill=theme.panel, edge=theme.panel, width=0, digits=3, layer="below")
    standing = {name: _across(name, result.standing.readings[name].value, theme) for name in STUDIES}
    yield from _scales(theme)
    yield line(
        "Standing",
        [[(standing[name], low + _STANDS), (standing[name], low + tall - _GAP)] for name, _, low in board],
        {**theme.stroke("threshold", 0.7), "dash": "2px,2px"},
    )
    yield line(
        "Ranges that were read",
        [
            [(_across(name, end, theme), low + _BARRED) for end in (reading.low, reading.high)]
            for name, reading, low in board
            if reading.low is not None
        ],
        theme.stroke("now"),
        layer="above",
    )
    yield from _signs(result, rows, theme)
    yield from _on_the_scale(result, rows, prediction, theme)


def _scales(theme):
    """Yield the lines on which the numbers of the scales stand."""
    ticks = [(_across(name, tick, theme), end) for name in STUDIES for tick in _TICKS[name] for end in (FOOT, SLOTS)]
    pairs = [list(pair) for pair in zip(ticks[::2], ticks[1::2], strict=True)]
    yield line("Grid", pairs, {"color": theme.grid, "width": 1})
    ends = [[(end, FOOT) for end in _PANELS[theme.large][name]] for name in STUDIES]
    yield line("Scales", ends, {"color": theme.muted, "width": 1})


def _ticks(theme):
    return [(_across(name, tick, theme), tick) for name in STUDIES for tick in _TICKS[name]]
