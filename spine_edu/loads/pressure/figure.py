"""The pressure board: on each scale stands who was measured there, two studies side by side, each in its own unit."""

from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark, predicted, words
from spine_edu.drawing.outlines import line
from spine_edu.loads.pressure import asked, bodies
from spine_edu.loads.pressure.asked import ASKED
from spine_edu.loads.pressure.frame import FOOT, SLOTS, layout, slot
from spine_edu.loads.pressure.model import STUDIES, study
from spine_edu.loads.pressure.words import value
from spine_edu.theme import LIGHT

ROLES = {"wilke": "pressure", "nachemson": "load"}
#: The most slots of a row, and the most rows of a list.
_ROOMIEST, _MOST = 3.0, 12
#: Widths are shares of the picture: it has one axis, with the scale of each study on its own stretch of it. In a hall
#: rows are lower, so names have one line there.
_PANELS = {
    False: {"wilke": (0.255, 0.6), "nachemson": (0.685, 1.0)},
    True: {"wilke": (0.39, 0.675), "nachemson": (0.73, 1.0)},
}
#: Letters in a line of a posture's name: the most, and beside who lies; width of a letter in sizes of the type.
_LETTERS, _LETTER = {False: (17, 12), True: (31, 14)}, 0.5
#: How high the marked row is in slots, on a page and in a hall, the same in every list: so its body is not sent again.
_MARKED = {False: 3.5, True: 2.9}
#: Over the lower end of a row: the middle of its bar, and the ground of its body; and the width of a bar.
_BARRED, _STANDS, _WIDE = 0.16, 0.27, 0.18
#: How high the mark of standing is, in slots.
_TICK = 0.62
#: Width of the narrowest picture between its margins, and of a space that does not break, in sizes of the type.
_NARROWEST, _SPACE = 31.7, 0.28
#: From which share of a scale on a number stands before its body, as there is no room behind it.
_FAR = 0.66
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
    rows = _rows(result.rows, result.marked.posture, theme)
    traces = [
        _bars(result, rows, theme),
        _words(result, rows, theme),
        _held(held, theme),
        _guess(prediction, rows, result.marked.posture, theme),
        _targets(result, rows, theme),
    ]
    return {"data": traces, "layout": layout(_shapes(result, rows, prediction, theme), theme, _ticks(theme))}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the picture before the reader has predicted."""
    return asked.veiled(result, theme=theme, prediction=prediction)


def _rows(rows, marked, theme):
    """Return (posture, lower end, height) of each row from the top down; the marked one is higher than the others."""
    step, top, found = min((SLOTS - _MARKED[theme.large]) / (len(rows) - 1), _ROOMIEST), float(SLOTS), []
    for item in rows:
        tall = _MARKED[theme.large] if item.posture == marked else step
        top -= tall
        found.append((item.posture, top, tall))
    return found


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
    marked, number, rows = result.state.posture, theme.text(size=0.93), _titles(theme)
    numbers = iter(_readings(result, board))
    for item, (_, low, high) in zip(result.rows, board, strict=True):
        text = wrapped(item.label, _letters(item, high, theme))
        text = f"<b>{text}</b>" if item.posture == marked else text
        rows.append((0, low + high / 2, text, "middle right", number))
        for name, _, reading, *_ in (next(numbers), next(numbers)):
            text = value(reading).replace(" to ", "–")
            font = number if reading else {**number, "color": theme.muted}
            stands = reading and (name == _home(item) or item.posture == marked)
            up = low + (_STANDS + _room(high) / 2 if stands else _BARRED)
            at, text, position = _beside(name, item, reading, text, stands and high, result.standing, theme)
            rows.append((at, up, text, position, font))
    nothing = [(0, 0, "", "middle right", number)] * 3 * (_MOST - len(board))
    return words("Postures and numbers", rows + nothing)


def _letters(item, high, theme):
    """Return how many letters a line of a posture's name has: fewer beside a body that lies in its way."""
    home = _home(item)
    before, _ = bodies.around(item.posture, _room(high), slot(theme), theme)
    free = _across(home, item.readings[home].value, theme) * _NARROWEST - before / theme.size
    most, fewer = _LETTERS[theme.large]
    return most if free >= min(len(item.label), most) * _LETTER else fewer


def _beside(name, item, reading, text, high, standing, theme):
    """Return where a number begins, the number with room for the body, and on which side it stands.

    A body stands there in a row of some height; behind it lies the dotted mark of standing, which a number passes.
    """
    if not reading and theme.large:
        # A name of one line may reach into the scale.
        return _PANELS[True][name][1], text, "middle left"
    if not reading:
        return _across(name, 0, theme), f"\u00a0{text}", "middle right"
    about, (left, right) = study(name), _PANELS[theme.large][name]
    px = (right - left) * _NARROWEST * theme.size / (about.high - about.low)
    before, behind = bodies.around(item.posture, _room(high), slot(theme), theme) if high else (0, 0)
    if reading.value > about.low + _FAR * (about.high - about.low):
        low = reading.low or reading.value
        return _across(name, low, theme), text + _spaces(before - px * (reading.value - low), theme), "middle left"
    end, level = reading.high or reading.value, standing.readings[name].value
    # A number that would lie on the mark of standing begins behind it, if it does not stand higher.
    free = px * (level - end) - 0.65 * theme.type_size(0.93) * (len(text) + 1) - behind
    over = high and _STANDS + _room(high) / 2 > 2 * _TICK
    passed = level if 0 < level - end and free < 0 and not over else end
    return _across(name, passed, theme), _spaces(behind - px * (passed - reading.value), theme) + text, "middle right"


def _spaces(away, theme):
    """Return as many spaces as are needed to begin so many px away, and one more."""
    return "\u00a0" * (1 + max(round(away / (_SPACE * theme.type_size(0.93))), 0))


def _room(high):
    """Return how high somebody standing is in a row, in slots."""
    return high - _STANDS - 0.06


def _titles(theme):
    """What stands above and below the scale of each study."""
    muted = {**theme.text(), "color": theme.muted}
    rows = [
        (0, SLOTS + 0.15, "tap a body<br>or a name", "top right", muted),
        (0, FOOT - 0.8, "dotted: standing" if theme.large else "", "bottom right", muted),
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
            (sum(panel) / 2, FOOT - 0.8, foot, "bottom center", theme.text()),
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


def _guess(prediction, rows, marked, theme):
    """What the reader has said, over the outline that stands where it was put; see `_on_the_scale`."""
    low, high = next((low, high) for name, low, high in rows if name == marked)
    place = _across("wilke", prediction or 0, theme)
    beside = "middle right" if place < sum(_PANELS[theme.large]["wilke"]) / 2 else "middle left"
    look = {"text": [f"you said {prediction or 0:.2f}"], "textposition": beside}
    height = None if prediction is None or marked != ASKED else low + high - 0.27
    return {**predicted(place, height, theme, **look), "hoverinfo": "skip"}


def _on_the_scale(result, rows, prediction, theme):
    """Yield who stands on each scale: the marked posture at its readings, and where the reader has put it."""
    name, low, high = next(row for row in rows if row[0] == result.marked.posture)
    ground, room, px = low + _STANDS, _room(high), slot(theme)
    said = prediction is not None and name == ASKED
    put = _across("wilke", prediction if said else 0, theme)
    yield from bodies.ghost("Where the reader has put it", name, put, ground, room if said else 0, px, theme)
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
    standing = {name: _across(name, result.standing.readings[name].value, theme) for name in STUDIES}
    yield from _scales(theme)
    yield line(
        "Standing",
        [[(standing[name], low), (standing[name], low + _TICK)] for name, _, low in board],
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
