"""The course of a recording under the screen: strength along the bend, frequency while held, findings by day."""

from functools import cache

from spine_edu import data
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import curve, held_run, mark
from spine_edu.drawing.marks import words as written
from spine_edu.spasm.emg import pool
from spine_edu.spasm.emg.model import OVER, PACE, along_bend, along_hold
from spine_edu.spasm.emg.words import gave_way
from spine_edu.spasm.emg.words import signal_share as share

__all__ = ["PACE", "SHAPES", "axes", "grips", "now", "shapes", "traces"]

#: The shapes that tell what the course is.
SHAPES = ("Silence as measured", "Published days", "Published days, all texts", "Spectrum", "Lower half of its power")
#: How far a spectrum is drawn across from its moment, in seconds, and the moment from which it is drawn before it.
_WIDE, _TURNS = 42, 190
#: Heights of the axis in each recording, and its title.
_HEIGHTS = {"bend": (0, 100), "hold": (0, 150), "needle": (0, 3)}
_TITLES = {
    "bend": ("Bend of the trunk (°)", "Signal (% of full)"),
    "hold": ("Held (s), 30 times as fast", "Frequency (Hz)"),
    "needle": ("Day after injury, 6 a second", ""),
}
_ENDS = {"bend": 110, "hold": 240, "needle": 48}
#: How far the axis goes on for words.
_MORE = {"bend": 19, "hold": 0, "needle": 0}
#: How much room there is over the axis for words, as a share of it; two rows over the bend, clear of what is drawn.
_OVER = {"bend": 0.52, "hold": 0.28, "needle": 0.28}
#: How far from the middle of words a line may run, in the units of the bend's axis.
_CLEAR = 16
#: Half the width of "you", and how far its middle stands over or under the line that was drawn.
_YOU, _FROM_LINE = 6, 17
#: The least height of the words at the knob of the muscle that is held tight.
_TIGHT = 14
#: The bars of the days: height of their middle, half of their thickness.
_BARS, _THICK = {"back": 1.95, "leg": 0.4}, 0.34


def _line(result):
    """Points of the course in the units of its axes."""
    state = result.state
    if state.test == "bend":
        points = [(bend, share(strength)) for bend, strength in along_bend(state.guarding, state.load)]
    elif state.test == "hold":
        points = along_hold(result.effort)
    else:
        points = ()
    return [x for x, _ in points], [y for _, y in points]


def traces(result, held, theme):
    """Return run A, the course, and its words, clear of them."""
    other = held if held and held.state.test == result.state.test and held.state.test != "needle" else None
    x, y = _line(result)
    stroke = {**theme.stroke("muscle"), "dash": "solid"}
    return [
        held_run("A, held", other, _line, theme),
        curve("Course", x, y, stroke, visible=bool(x)),
        written("Words of the course", _words(result, theme)),
    ]


def named(result, theme, drawn):
    """Return the word at the line that the reader has `drawn`: behind its end, or where no line crosses it.

    Without a result it knows nothing of the course, which a veiled picture must not tell.
    """
    place, text = (0, 0, 0), " "
    if drawn:
        lines, text = [list(zip(*_line(result), strict=True)) if result else [(0, 0)], drawn], "you"
        last, height = drawn[-1]
        tight = max(lines[0][-1][1], _TIGHT)
        # Behind the end there is the knob, too, with its words.
        behind = [(last + 2, last + 2 + 2 * _YOU, height)] if abs(height - tight) > 2 * _CLEAR else []
        beside = [
            (x - _YOU, x + _YOU, y + side)
            for x, y in drawn
            for side in (_FROM_LINE, -_FROM_LINE)
            if _YOU < x < last - _YOU and 10 < y + side < _HEIGHTS["bend"][1]
        ]
        place = _free(lines, [*behind, *beside] or [(_YOU, 3 * _YOU, 90)])
    left, right, height = place
    return written(
        "Your prediction, named", [((left + right) / 2, height, text, "middle center", theme.text("prediction"))]
    )


def now(result, theme):
    """Return the mark of the moment on the course."""
    state = result.state
    place = result.held if state.test == "hold" else getattr(state, OVER[state.test])
    if state.test == "bend":
        height = share(result.strength)
    elif state.test == "hold":
        height = result.median if result.median is not None else _HEIGHTS["hold"][0]
    else:
        height = _BARS[state.muscle]
    # A silent muscle that is held has no frequency.
    seen = state.test != "hold" or result.median is not None
    return mark("Now", [place], [height], theme.marker("now", 1.2), cliponaxis=False, visible=seen)


def _free(lines, places, clear=_CLEAR):
    """Return the first of some places (from, to, height) where no line crosses words, else the best one."""

    def room(place):
        left, right, height = place
        near = [abs(y - height) for x, y in _filled(lines) if left <= x <= right]
        return min(min(near, default=clear), clear)

    return max(places, key=room)


def _filled(lines):
    """Return points of lines, and some between their corners."""
    for line in lines:
        for (x, y), (after, then) in zip(line, line[1:], strict=False):
            yield from ((x + step / 4 * (after - x), y + step / 4 * (then - y)) for step in range(5))


def _words(result, theme):
    state = result.state
    low, high = _HEIGHTS[state.test]
    top = high + (_OVER[state.test] - 0.12) * (high - low)
    text, muted = theme.text(size=1.1), {**theme.text(size=0.86), "color": theme.muted}
    if state.test == "bend":
        people = "40" if theme.large else "Grey: 40 people"
        bent = "bent (noise)" if result.silent else "bent"
        end = share(along_bend(state.guarding, state.load)[-1][1])
        return [
            (0, top, f"Strongest: <b>{result.ratio:.1f} ×</b> {bent}", "middle right", text),
            (0, high + 14, f"{people} silent from 80° ± 13° (SD)", "middle right", muted),
            (_ENDS["bend"] + 4, max(end, _TIGHT), "held<br>tight", "middle right", theme.text()),
        ]
    if state.test == "hold":
        said = "Half the power lies below the line" if result.median is not None else "Silent: there is no frequency"
        return [(0, top, f"It {gave_way(result)}" if result.exhausted else said, "middle right", theme.text())]
    rows = [(0, top, "Findings begin (white: texts differ)", "middle right", theme.text())]
    for name, words in (("back", "beside the spine"), ("leg", "in the calf")):
        rows.append((0, _BARS[name] + 0.75, words, "middle right", theme.text()))
    return rows


def shapes(result, theme):
    """Return what lies behind the course: the bend of silence in people, or the days of the texts."""
    state = result.state
    rows = _rows()
    silence = rows["silence"]
    band = (
        [[(silence.low, 0), (silence.high, 0), (silence.high, 100), (silence.low, 100)]] if state.test == "bend" else []
    )
    yield outlines.shape(
        "Silence as measured", band, fill=theme.fill("neutral"), edge=theme.grid, width=0, layer="below"
    )
    early, sure = [], []
    if state.test == "needle":
        for name, middle in _BARS.items():
            row = rows[f"fibrillation_{name}"]
            low, high = middle - _THICK, middle + _THICK
            early.append([(row.low, low), (row.high, low), (row.high, high), (row.low, high)])
            end = _ENDS["needle"]
            sure.append([(row.high, low), (end, low), (end, high), (row.high, high)])
    yield from spectrum(result, theme)
    pale, full = theme.fill("inflammation"), theme.color("inflammation")
    yield outlines.shape("Published days", early, fill=theme.paper, edge=full, width=theme.line / 2)
    yield outlines.shape("Published days, all texts", sure, fill=pale, edge=full, width=theme.line / 2)


def spectrum(result, theme):
    """The spectrum at the moment, on its side at the line: how much power there is at each frequency, half of it below.

    Yields two shapes, empty where nothing is held or the muscle is silent.
    """
    state, middle = result.state, result.median
    whole, lower = [], []
    if state.test == "hold" and middle is not None:
        powers = pool.spectrum(result.drive, result.slowed)
        moment = result.held
        side = -1 if moment > _TURNS else 1
        scale = side * _WIDE / max(powers)
        top = _HEIGHTS["hold"][1]
        points = [(moment, 0.0)]
        points += [
            (moment + scale * power, float(frequency))
            for frequency, power in zip(pool.FREQUENCIES, powers, strict=True)
            if frequency <= top
        ]
        whole = [[*points, (moment, points[-1][1])]]
        under = [point for point in points if point[1] < middle]
        # The frequency just below the middle has nearly the power of the middle itself.
        lower = [[*under, (under[-1][0], middle), (moment, middle)]]
    look = {"edge": theme.color("muscle"), "width": theme.line / 2}
    yield outlines.shape("Spectrum", whole, fill=theme.fill("muscle"), **look)
    yield outlines.shape("Lower half of its power", lower, fill=theme.solids["muscle"], **look)


@cache
def _rows():
    return {row.key: row for row in data.table("spasm_emg")}


def grips(result):
    """Return the handles on the course: its moment, and for the bend its end, which rises with what is held tight."""
    state = result.state
    if state.test == "bend":
        end = _ENDS["bend"]

        def level(guarding):
            return end, share(along_bend(guarding, state.load)[-1][1])

        return [grip(state, "guarding", level, points=31, telling=True)]
    if state.test == "hold":
        points = along_hold(result.effort)
        if not points:
            return []

        def place(held):
            # Beyond the end of the course there is nothing to hold.
            return min(points, key=lambda point: abs(point[0] - held))

        return [grip(state, "seconds", place, points=25, along="x", telling=True)]
    if not state.lost:
        return []
    return [grip(state, "days", lambda days: (days, _BARS[state.muscle]), along="x", telling=True)]


def axes(result, theme, across, up):
    """Return the axes of the course."""
    test = result.state.test
    low, high = _HEIGHTS[test]
    bottom, left = _TITLES[test]
    ticks = {"bend": [0, 20, 40, 60, 80, 100], "hold": [0, 60, 120, 180], "needle": [0, 7, 14, 21, 28, 35, 42]}
    first = theme.axis(
        bottom, range=[0, _ENDS[test] + _MORE[test]], domain=across, anchor="y", tickvals=ticks[test], showgrid=False
    )
    second = theme.axis(
        left, range=[low, high + _OVER[test] * (high - low)], domain=list(up), anchor="x", automargin=False
    )
    second |= {"tickvals": {"bend": [0, 50, 100], "hold": [0, 50, 100, 150], "needle": []}[test]}
    second |= {"visible": test != "needle", "fixedrange": True}
    return {"xaxis": {**first, "automargin": False}, "yaxis": second}
