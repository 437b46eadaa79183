"""The reader's line of Noor's leg pain, and over it, once asked for, the two groups of a trial."""

from spine_edu.data import short_citation
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import end_labels, room, spread, wrapped
from spine_edu.drawing.marks import curve, held_run, mark, sketched
from spine_edu.drawing.marks import words as written
from spine_edu.start.forecast.model import (
    ARMS,
    DAYS,
    EARLY,
    SCALE,
    WAITING,
    WEEKS,
    YEAR,
    constant,
    marks,
)
from spine_edu.start.forecast.words import PEOPLE, SOURCE
from spine_edu.theme import LIGHT

#: Group -> the role of its colour, and its name at the end of its line.
ROLES = {WAITING: "pain", EARLY: "treatment"}
_NAMES = {WAITING: "assigned<br>to wait", EARLY: "early<br>operation"}
#: Above the pain: how high the line of the day reaches, the two rows of words, and the end of the axis.
STALK, ROWS, TOP = 10.3, (12.9, 11.8), 13.6
#: How high the plot is, in sizes of the type; how far apart the names of two lines stand, in lines of type.
_HIGH, _LINES = 23, 3
#: How many letters a line has under the narrowest picture, and how many such lines there are, also in a hall.
_LETTERS, _FOOT = 46, (4, 2)


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the reader's line over the year, what is told of Noor, and the trial if one is chosen.

    Parameters
    ----------
    result, held : ForecastResult
    theme : Theme
    prediction : tuple of (float, float), optional
        The reader's line: (month, points of 10).
    """
    traces = [
        held_run("A, held", held, _both, theme),
        *(_line(result, arm, theme) for arm in ARMS),
        # Its name stands at its end, where no line crosses it.
        {**sketched(prediction, theme), "text": ""},
        *(_marks(result, arm, seen, theme) for arm in ARMS for seen in (True, False)),
        mark("Noor, as told", *_told(result), theme.marker("now", 1.2)),
        written("Words over the lines", _words(result, theme)),
        *_ends(result, prediction, theme),
    ]
    return {"data": traces, "layout": _layout(result, theme, _notes(result, theme))}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the axes on which the line is to be drawn, with what is told of Noor so far."""
    data = [written("Words over the lines", _words(result, theme))]
    return {"data": data, "layout": _layout(result, theme, "")}


def grips(result):
    """Return the handle that moves the trial along Noor's year; none while there is no trial."""
    if not result.shown:
        return []
    return [grip(result.state, "start", lambda week: (week / WEEKS, STALK), along="x")]


def _line(result, arm, theme):
    look = {"color": theme.color(ROLES[arm]), "width": 1.3, "dash": "dash"}
    x, y = zip(*result.within(arm), strict=True) if result.shown else ((), ())
    return curve(f"{arm.capitalize()}: joined", list(x), list(y), look, visible=result.shown)


def _both(result):
    """Return the lines of both groups as one: x and y, with a gap between."""
    if not result.shown:
        return [], []
    corners = [*result.within(EARLY), (None, None), *result.within(WAITING)]
    return tuple(list(column) for column in zip(*corners, strict=True))


def _marks(result, arm, seen, theme):
    """Return the marks of a group that were read somewhere, or, hollow, those from memory."""
    found = [row for row in marks(arm) if bool(row.seen) == seen and result.month(row.week) <= YEAR]
    look = theme.marker(ROLES[arm], 1.2)
    if not seen:
        look |= {"symbol": f"{look['symbol']}-open", "line": {"width": 2, "color": look["color"]}}
    return mark(
        f"{arm.capitalize()}: {'read' if seen else 'from memory'}",
        [result.month(row.week) for row in found] if result.shown else [],
        [row.mean / SCALE for row in found] if result.shown else [],
        look,
        cliponaxis=False,
    )


def _told(result):
    """Return where the pain that is told of Noor stands: only once the story has come so far."""
    return ([constant("known_week") / WEEKS], [constant("known_pain")]) if result.shown else ([], [])


def _day(result):
    """Return the month at which the line of the day stands: where the story is, or where the trial begins."""
    return result.state.start / WEEKS if result.shown else constant("today") / DAYS


def _words(result, theme):
    """Return the two rows over the lines: (x, y, text, position, font)."""
    if result.shown:
        day = f"her week {result.state.start:.0f} = the trial’s week 0"
        told = f"● Noor, week {constant('known_week'):.0f}: {constant('known_pain'):.0f} of 10, invented"
    else:
        day = f"day {constant('today'):.0f}: so far goes the story"
        told = f"Her leg began to hurt on day {constant('leg_day'):.0f}."
    rows = zip((day, told), ROWS, strict=True)
    return [(0, high, text, "middle right", theme.text(size=0.93)) for text, high in rows]


def _ends(result, prediction, theme):
    """Return the names at the ends of all lines that there are, as far apart as they need."""
    ends = [(_NAMES[arm], theme.color(ROLES[arm]), result.height(arm, YEAR)) for arm in ARMS if result.shown]
    if prediction:
        ends.append(("your line", theme.color("prediction"), prediction[-1][1]))
    heights = [pain for *_, pain in ends]
    gap = _LINES * theme.em(1) * TOP / theme.em(_HIGH)
    return end_labels([end[:2] for end in ends], heights, spread(heights, gap, 0.4, STALK - 1), YEAR, theme)


def _notes(result, theme):
    """Return who was in the trial and what the marks are, under the axis; in a hall the sentence says who."""
    if not result.shown:
        return ""
    who = [] if theme.large else [f"{short_citation(SOURCE)}: {PEOPLE}; 0–100 divided by {SCALE}."]
    parts = [*who, "Filled marks: read. Hollow: from memory. Dashed: joined by us."]
    return "<br>".join(wrapped(part, _LETTERS) for part in parts)


def _layout(result, theme, notes):
    # The foot has its own room: one that grew with its words would move the lines by a hair.
    foot = 1.3 * _FOOT[theme.large] if notes else 0
    top, high, bottom = theme.em(0.6), theme.em(_HIGH), theme.em(3.6 + foot)
    day = _day(result)
    stalk = outlines.line("The day", [[(day, 0), (day, STALK)]], theme.stroke("now", 0.5))
    months = theme.axis(
        f"Months after day 0<br>{notes}" if notes else "Months after day 0",
        range=[-0.15, room(YEAR)],
        tickvals=list(range(0, YEAR + 1, 2)),
        automargin=False,
    )
    months["title"]["font"] = {**theme.text(size=0.93), "color": theme.muted}
    return theme.layout(
        height=top + high + bottom,
        xaxis=months,
        yaxis=theme.axis("Leg pain (0–10)", range=[-0.25, TOP], tickvals=[0, 2, 4, 6, 8, 10]),
        margin={"l": theme.em(4.2), "r": theme.em(5.6), "t": top, "b": bottom},
        shapes=[stalk],
    )
