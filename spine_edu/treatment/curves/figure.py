"""Two curves of leg pain with the area between them, and under it the same area in tiles, a stack every four weeks."""

from functools import cache

from spine_edu.data import short_citation
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import curve, held_run, mark, sketched
from spine_edu.drawing.marks import words as written
from spine_edu.explorer.frames import Frames, height_at
from spine_edu.theme import LIGHT
from spine_edu.treatment.curves.model import EARLY, STACK, WAITING, YEAR, marks, operations, rows, simulate
from spine_edu.treatment.curves.words import GROUPS, TRIALS, at_week, heading, like

#: The trial that the question is about.
ASKED = "peul"
#: Group -> the role of its colour.
ROLES = {EARLY: "treatment", WAITING: "pain"}
#: The axes of pain and of the tiles; the latter has room for weeks that cost, and under them the knob of the week.
PAIN, TILES, KNOB, TILE = (0, 113), (-78, 215), -62, 10
#: How high the line of the week reaches in the curves, and from how far over the lower one of them a hand may take it.
_STALK, _OVER = 82, 14
#: Over the curves: the feet of the people who were operated on after all, how many stand in a row, and their heading.
_FEET, _ROW, _PERSON, _HEADING = 86, 5, (0.8, 8), 107
#: Left of a tile and between two, in the units of both axes.
_BESIDE, _BETWEEN = 0.25, 2.4
_LOWER = ("x", "y2")
#: Name of an area -> whether those assigned to early operation have less pain there, and the role of its colour.
_AREAS = (("Pain-weeks gained", True, "treatment"), ("Pain-weeks lost", False, "pain"))
#: Trial -> name of a group -> where its name stands: week, points of 100, and how it is put there.
_NAMES = {
    "peul": {EARLY: (9.5, 3.9, "middle right"), WAITING: (8.4, 34, "middle right")},
    "bailey": {EARLY: (9, 22, "middle right"), WAITING: (8, 79, "middle right")},
}
#: Where else the name of those who wait may stand.
_ELSEWHERE = ((13.5, 28.5), (27, 20), (5.5, 16.5))
#: How wide and high the name of the reader's curve is, weeks and points of 100, and at which weeks it may stand.
_NAME, _WEEKS_NAMED = (14, 7), range(2, 40, 2)
#: How high curves, tiles and the room between them are, in sizes of the type; lines of notes, and those in a hall.
_HIGH, _FOOT = (24, 9.6, 1.4), (3, 1)
#: A gap that is none.
_NONE = 1e-9
#: How many letters a line has under the picture, and at the right of the tiles, where the picture is narrowest.
_LETTERS, _SHORT = 64, 46


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the curves and the tiles.

    Parameters
    ----------
    result, held : CurvesResult
    theme : Theme
    prediction : tuple of (float, float), optional
        The curve of those assigned to wait as the reader drew it: (week, points of 100).
    """
    state = result.state
    # The curve was drawn for the people of one trial.
    prediction = prediction if state.trial == ASKED else None
    traces = [
        held_run("A, held", held, _joined, theme),
        *(_line(result, arm, theme) for arm in (EARLY, WAITING)),
        # Its name stands among the words, where it is clear of the other curves.
        {**sketched(prediction, theme), "text": ""},
        *(_marks(state.trial, arm, seen, theme) for arm in (EARLY, WAITING) for seen in (True, False)),
        mark("Both groups in this week", *_now(result, state.week), theme.marker("now", 1.1)),
        written("Words over the curves", _words(result, prediction, theme)),
        written("Later operations", _later(result, state.week, theme)),
        written("Count", _count(result, state.week, theme), _LOWER),
    ]
    shapes = [
        *(
            # In a layer of their own: plotly paints what changes alone over the rest of its layer.
            outlines.drawn(name, fill(result, state.week, better), {"width": 0}, fill=theme.fill(role), layer="below")
            for name, better, role in _AREAS
        ),
        *_tiles(result, state.week, theme),
        *_week(state.week, theme),
        _intervals(state.trial, theme),
        _people(state.trial, state.week, theme),
    ]
    return {"data": traces, "layout": _layout(theme, shapes, _notes(result, theme))}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the operated group alone, over the axes on which the other one is to be drawn."""
    trial = result.state.trial
    week, pain, where = _NAMES[trial][EARLY]
    layout = _layout(theme, [])
    # Without tiles and people the curves alone fill the picture.
    del layout["yaxis2"]
    layout["yaxis"] |= {"domain": [0, 1], "range": [PAIN[0], 86]}
    layout["xaxis"] |= {"anchor": "y"}
    return {
        "data": [
            _line(result, EARLY, theme),
            *(_marks(trial, EARLY, seen, theme) for seen in (True, False)),
            written("Words over the curves", [(week, pain, GROUPS[EARLY], where, _font(EARLY, theme))]),
        ],
        "layout": layout | {"height": layout["height"] - theme.em(14)},
    }


def grips(result):
    """Return the handles: the week under the axis, and the corner to which the operated group's pain has fallen."""
    state, low = result.state, marks(result.state.trial, EARLY)[1].mean
    week = min(state.week, result.last)
    # The line itself is taken where no other knob lies under it.
    top, foot = (_raised(pain) for pain in (_STALK, result.height(EARLY, week) + _OVER))
    strip = [(state.week - 1, foot), (state.week + 1, foot), (state.week + 1, top), (state.week - 1, top)]
    return [
        grip(state, "week", lambda week: (week, KNOB), axes=("xaxis", "yaxis2"), along="x", body=strip),
        grip(state, "fall", lambda week: (week, low), along="x"),
    ]


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the year as `Frames`, a week each: the area is filled and the stacks grow."""
    weeks = range(YEAR + 1)
    run = Frames(
        "week",
        (f"week {week} of {YEAR}" for week in weeks),
        (at_week(result, week) for week in weeks),
        seconds=8,
        stride=4,
        controls={"week": [float(week) for week in weeks]},
    )
    for name, better, _ in _AREAS:
        run.add(name, path=[fill(result, week, better) for week in weeks])
    for name, better in (("Tiles gained", True), ("Tiles lost", False)):
        run.add(name, path=[stacked(result, week, better) for week in weeks])
    run.add("Operated on after all", path=[crowd(result.state.trial, week) for week in weeks])
    for stalk in range(2):
        lines = [[*_week(week, theme)][stalk] for week in weeks]
        run.add(lines[0]["name"], path=[line["path"] for line in lines])
    run.add("95 % intervals", path=[_intervals(result.state.trial, theme, week)["path"] for week in weeks])
    # The curve that was asked for draws itself beside the reader's own.
    run.reveal("Waiting: joined", [sum(one <= week for one in result.weeks) for week in weeks])
    for seen in (True, False):
        days = [row.week for row in rows(result.state.trial) if row.arm == WAITING and bool(row.seen) == seen]
        run.reveal(_marks_name(WAITING, seen), [sum(day <= week for day in days) for week in weeks])
    now = [_now(result, week) for week in weeks]
    run.add("Both groups in this week", x=[x for x, _ in now], y=[y for _, y in now])
    for name, words in (("Count", _count), ("Later operations", _later)):
        run.add(name, text=[[row[2] for row in words(result, week, theme)] for week in weeks])
    return run


def fill(result, week, better):
    """Return the area between the two lines up to a week, where those operated early have less pain, or more."""
    end, sign = min(week, result.last), 1 if better else -1
    bends = {one for line in result.lines.values() for one, _ in line}
    # The lines are straight between their bends and crossings.
    weeks = [one for one in result.weeks if one < end and (one in bends or abs(result.gap(one)) < _NONE)]
    runs = [[]]
    for one in [*weeks, end]:
        if sign * result.gap(one) > -_NONE:
            runs[-1].append((one, result.height(WAITING, one), result.height(EARLY, one)))
        elif runs[-1]:
            runs.append([])
    return "".join(_between(run) for run in runs if any(abs(one - other) > _NONE for _, one, other in run))


def _between(run):
    """Return the area between two lines, (week, one, other), as a path."""
    there, back = [(week, one) for week, one, _ in run], [(week, other) for week, _, other in reversed(run)]
    return "M" + "L".join(f"{x:.4g},{y:.2f}" for x, y in there + back) + "Z"


def stacked(result, week, better):
    """Return the tiles of every four weeks up to a week as a path: those gained, or those lost, below the line."""
    return "".join(
        _stack(start, abs(found), 1 if better else -1)
        for start, found in result.stacks(min(week, result.last))
        if (found > 0) == better
    )


def _stack(start, count, sign):
    """Return a stack of tiles as a path, from the line up or down; the last tile is as wide as what is left."""
    path, level = "", 0
    while count > 1e-9:
        left, wide = start + _BESIDE, (STACK - 2 * _BESIDE) * min(count, TILE) / TILE
        path += f"M{left:g},{sign * level}H{left + wide:.2f}V{sign * (level + TILE - _BETWEEN):g}H{left:g}Z"
        count, level = count - TILE, level + TILE
    return path


def _tiles(result, week, theme):
    for name, better, role in (("Tiles gained", True, "treatment"), ("Tiles lost", False, "pain")):
        path = stacked(result, week, better)
        yield outlines.drawn(name, path, {"width": 0}, fill=theme.color(role), axes=_LOWER)


def _week(week, theme):
    """Yield the line of the week: through the tiles up to the words over them, and on through the curves."""
    thin = theme.stroke("now", 0.5)
    yield outlines.line("The week", [[(week, TILES[0]), (week, _STALK)]], thin, axes=_LOWER)
    yield outlines.line("The week in the curves", [[(week, PAIN[0]), (week, _STALK)]], thin)


def _raised(pain):
    """Return the height of a pain in the units of the tiles, whose axis lies under that of the pain."""
    between, upper = (part * (TILES[1] - TILES[0]) / _HIGH[1] for part in (_HIGH[2], _HIGH[0]))
    return TILES[1] + between + upper * (pain - PAIN[0]) / (PAIN[1] - PAIN[0])


def _intervals(trial, theme, week=YEAR):
    """Return the intervals of those who wait up to a week: at a stand all of them, in a run those that have come."""
    there = [row for row in marks(trial, WAITING) if row.low is not None and row.week <= week]
    strokes = [[(row.week, row.low), (row.week, row.high)] for row in there]
    return outlines.line("95 % intervals", strokes, {"color": theme.color(ROLES[WAITING]), "width": 1.4})


def _marks(trial, arm, seen, theme):
    """Return the marks of a group that were read somewhere, or, hollow, those from memory."""
    found = [row for row in rows(trial) if row.arm == arm and bool(row.seen) == seen]
    look = theme.marker(ROLES[arm], 1.25)
    if not seen:
        look |= {"symbol": f"{look['symbol']}-open", "line": {"width": 2, "color": look["color"]}}
    return mark(
        _marks_name(arm, seen), [row.week for row in found], [row.mean for row in found], look, cliponaxis=False
    )


def _marks_name(arm, seen):
    return f"{arm.capitalize()}: {'read' if seen else 'from memory'}"


def crowd(trial, week):
    """Return those of the group assigned to wait who had been operated on by a week, as the path of one shape."""
    wide, high = _PERSON
    there = [(start, number) for when, start, number in operations(trial) if when <= week]
    places = [(start + wide * (number % _ROW + 0.5), _FEET + high * (number // _ROW)) for start, number in there]
    return outlines.Stamped(_person(0.72 * wide, 0.86 * high), tuple(places))


@cache
def _person(wide, high):
    """Return a person of a width and a height over the feet at (0, 0): a head on a body, as a path."""
    head, low, top, neck = 0.8 * high, 0.54 * high, 1.06 * high, 0.75 * high
    right = 0.3 * wide
    round_ = f"M-{right:.3g},{head:.3g}C-{right:.3g},{top:.3g},{right:.3g},{top:.3g},{right:.3g},{head:.3g}"
    round_ += f"C{right:.3g},{low:.3g},-{right:.3g},{low:.3g},-{right:.3g},{head:.3g}Z"
    right = wide / 2
    return f"{round_}M-{right:.3g},0C-{right:.3g},{neck:.3g},{right:.3g},{neck:.3g},{right:.3g},0Z"


def _people(trial, week, theme):
    return outlines.drawn("Operated on after all", crowd(trial, week), {"width": 0}, fill=theme.color(ROLES[WAITING]))


def _line(result, arm, theme):
    look = {"color": theme.color(ROLES[arm]), "width": 1.3, "dash": "dash"}
    line = result.lines[arm]
    if arm == WAITING:
        # A point a week, so that a run can let the line grow.
        line = [(week, result.height(arm, week)) for week in result.weeks]
    return curve(f"{arm.capitalize()}: joined", *(list(one) for one in zip(*line, strict=True)), look)


def _joined(result):
    """Return the lines of both groups as one: x and y, with a gap between."""
    corners = [*result.lines[EARLY], (None, None), *result.lines[WAITING]]
    return tuple(list(column) for column in zip(*corners, strict=True))


def _now(result, week):
    end = min(week, result.last)
    return [end, end], [result.height(EARLY, end), result.height(WAITING, end)]


def _font(arm, theme):
    return theme.text(ROLES[arm])


def _count(result, week, theme):
    """Return the pain-weeks up to a week, and what they are as much as."""
    now = _at(result, week)
    head = f"<b>{now.so_far:.0f} pain-weeks up to week {now.counted:g}</b>"
    tiles = "" if theme.large else f"Tiles: {TILE} pain-weeks, a stack every {STACK} weeks"
    rows = [head, like(now.so_far), tiles]
    text = "<br>".join(line for row in rows if row for line in [wrapped(row, _SHORT)])
    return [(YEAR, TILES[1] - 4, text, "bottom left", theme.text(size=0.93))]


def _later(result, week, theme):
    """Return how many of those who wait were operated on after all, over the people."""
    return [(0, _HEADING, heading(_at(result, week)), "middle right", _font(WAITING, theme))]


def _at(result, week):
    return result if week == result.state.week else simulate(result.state.replace(week=week))


def _words(result, prediction, theme):
    """Yield the names of the curves; that of those who wait goes out of the way of the reader's curve."""
    names = dict(_NAMES[result.state.trial])
    if prediction:
        spots = [names[WAITING], *((*spot, "middle right") for spot in _ELSEWHERE)]
        names[WAITING] = next((spot for spot in spots if _apart(prediction, *spot[:2]) > _NAME[1] * 0.7), spots[-1])
    for arm, (week, pain, where) in names.items():
        yield week, pain, GROUPS[arm], where, _font(arm, theme)
    yield _yours(result, prediction, names, theme)


def _apart(points, week, pain):
    """Return how far a curve keeps away from the name that begins at a week."""
    return min(abs(height_at(points, week + step) - pain) for step in range(_NAME[0] + 1))


def _yours(result, prediction, names, theme):
    """Return the name of the reader's curve: over it or under it, where it is clear of the other lines."""
    font, (wide, high) = theme.text("prediction"), _NAME
    if prediction is None:
        return 0, 0, "", "top right", font
    spots = []
    for week in _WEEKS_NAMED:
        weeks = range(week, week + wide + 1)
        under = [height_at(prediction, one) for one in weeks]
        there = [result.height(arm, min(one, result.last)) for arm in (EARLY, WAITING) for one in weeks]
        for start, pain, _ in names.values():
            there += [pain - high / 2, pain + high / 2] if week < start + wide and start < week + wide else []
        for low, where in ((max(under) + 1, "top right"), (min(under) - 1 - high, "bottom right")):
            clear = min(max(low - one, one - low - high) for one in there)
            fits = 0 <= low and low + high <= _STALK and week + wide <= YEAR
            spots.append((min(clear, high) if fits else -high, -week, low if "top" in where else low + high, where))
    _, week, pain, where = max(spots)
    return -week, pain, "your prediction", where, font


def _notes(result, theme):
    """Return who was in the trial and what the marks are, under the axis; in a hall the sentence says who."""
    source, people = TRIALS[result.state.trial]
    hollow = any(not row.seen for row in rows(result.state.trial))
    who = "" if theme.large else f"{short_citation(source)}: {people}. "
    filled = "" if theme.large and hollow else "Filled marks: read. " if hollow else "Marks: read. "
    unread = f"Hollow: {'' if theme.large else 'from memory, '}not yet checked. " if hollow else ""
    text = f"{who}{filled}{unread}Dashed: joined by us."
    return wrapped(text, _LETTERS)


def _high(theme):
    """Return how high curves, tiles and the room between them are, in sizes of the type: the same parts in any look."""
    return [part * (0.65 if theme.large else 1) for part in _HIGH]


def _layout(theme, shapes, notes=""):
    upper, lower, between = (theme.em(part) for part in _high(theme))
    inner = upper + lower + between
    top, bottom = theme.em(1), theme.em(3.7 + 1.3 * _FOOT[theme.large])
    pain = theme.axis("Leg pain (0–100)", domain=[1 - upper / inner, 1], range=list(PAIN), tickvals=[0, 20, 40, 60, 80])
    tiles = theme.axis(
        "Pain-weeks", domain=[0, lower / inner], range=list(TILES), tickvals=[0, 50, 100, 150, 200], anchor="x"
    )
    words = f"Weeks after the start<br>{notes}" if notes else "Weeks after the start"
    # The foot has its own room: one that grew with its words would move the curves by a hair.
    weeks = theme.axis(words, range=[-0.8, YEAR + 0.8], dtick=4, anchor="y2", automargin=False)
    weeks["title"]["font"] = {**theme.text(size=0.93), "color": theme.muted}
    return theme.layout(
        height=top + inner + bottom,
        xaxis=weeks,
        yaxis=pain,
        yaxis2=tiles,
        margin={"l": theme.em(4.4), "r": theme.em(1), "t": top, "b": bottom},
        shapes=shapes,
    )
