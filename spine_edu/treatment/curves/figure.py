"""Two curves of leg pain with the area between them, and under it the same area in tiles, a stack every four weeks."""

from spine_edu.data import short_citation
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import curve, held_run, mark, sketched
from spine_edu.drawing.marks import words as written
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT
from spine_edu.treatment.curves.model import EARLY, STACK, WAITING, YEAR, marks, operations, rows, simulate
from spine_edu.treatment.curves.words import GROUPS, TRIALS, at_week, heading, like

#: Group -> the role of its colour.
ROLES = {EARLY: "treatment", WAITING: "pain"}
#: The axes of pain and of the tiles; the latter has room for weeks that cost, and under them the knob of the week.
PAIN, TILES, KNOB, TILE = (0, 113), (-78, 215), -62, 10
#: How high the line of the week reaches: under the words.
_STALK = 95
#: Over the curves: the feet of the people who were operated on after all, how many stand in a row, and their heading.
_FEET, _ROW, _PERSON, _HEADING = 86, 5, (0.8, 8), 107
#: Left of a tile and between two, in the units of both axes.
_BESIDE, _BETWEEN = 0.25, 2.4
_LOWER = ("x", "y2")
#: Name of an area -> whether those assigned to early operation have less pain there, and the role of its colour.
_AREAS = (("Pain-weeks gained", True, "treatment"), ("Pain-weeks lost", False, "pain"))
#: Trial -> name of a group -> where its name stands: week, points of 100, and how it is put there.
_NAMES = {
    "peul": {EARLY: (9.5, 3.9, "middle right"), WAITING: (7.5, 34, "middle right")},
    "bailey": {EARLY: (9, 22, "middle right"), WAITING: (8, 79, "middle right")},
}
#: From which week on the upper right of the picture is empty in both trials.
_FREE = 27
#: How many letters a line of words has there, where the picture is narrowest.
_LETTERS = 26


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
    traces = [
        held_run("A, held", held, _joined, theme),
        *(_line(result, arm, theme) for arm in (EARLY, WAITING)),
        sketched(prediction, theme),
        *(_marks(state.trial, arm, seen, theme) for arm in (EARLY, WAITING) for seen in (True, False)),
        mark("Both groups in this week", *_now(result, state.week), theme.marker("now", 1.1)),
        written("Words over the curves", _words(result, theme)),
        written("Count", _count(result, state.week, theme)),
        written("Words over the tiles", _words_of_tiles(theme), _LOWER),
    ]
    shapes = [
        *(
            # In a layer of their own: plotly paints what changes alone over the rest of its layer.
            outlines.drawn(name, fill(result, state.week, better), {"width": 0}, fill=theme.fill(role), layer="below")
            for name, better, role in _AREAS
        ),
        *_tiles(result, state.week, theme),
        _week(state.week, theme),
        _intervals(state.trial, theme),
        _people(state.trial, state.week, theme),
    ]
    return {"data": traces, "layout": _layout(theme, shapes)}


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
    return [
        grip(state, "week", lambda week: (week, KNOB), axes=("xaxis", "yaxis2"), along="x"),
        grip(state, "fall", lambda week: (week, low), along="x"),
    ]


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the year as `Frames`, a week each: the area is filled and the stacks grow."""
    weeks = range(YEAR + 1)
    run = Frames(
        "week",
        (f"week {week} of {YEAR}" for week in weeks),
        (at_week(result, week) for week in weeks),
        seconds=5.2,
        stride=4,
        controls={"week": [float(week) for week in weeks]},
    )
    for name, better, _ in _AREAS:
        run.add(name, path=[fill(result, week, better) for week in weeks])
    for name, better in (("Tiles gained", True), ("Tiles lost", False)):
        run.add(name, path=[stacked(result, week, better) for week in weeks])
    run.add("Operated on after all", path=[crowd(result.state.trial, week) for week in weeks])
    run.add("The week", path=[_week(week, theme)["path"] for week in weeks])
    now = [_now(result, week) for week in weeks]
    run.add("Both groups in this week", x=[x for x, _ in now], y=[y for _, y in now])
    run.add("Count", text=[[row[2] for row in _count(result, week, theme)] for week in weeks])
    return run


def fill(result, week, better):
    """Return the area between the two lines up to a week, where those operated early have less pain, or more."""
    end, sign = min(week, result.last), 1 if better else -1
    weeks = [*(one for one in result.weeks if one < end), end]
    early = [result.height(EARLY, one) for one in weeks]
    other = [low + sign * max(sign * result.gap(one), 0) for one, low in zip(weeks, early, strict=True)]
    if all(abs(one - low) < 1e-9 for one, low in zip(other, early, strict=True)):
        return ""
    there, back = list(zip(weeks, other, strict=True)), list(zip(weeks, early, strict=True))[::-1]
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
    """Return the line of the week through the tiles; in the curves two marks show it."""
    return outlines.line("The week", [[(week, TILES[0]), (week, _STALK)]], theme.stroke("now", 0.5), axes=_LOWER)


def _intervals(trial, theme):
    strokes = [[(row.week, row.low), (row.week, row.high)] for row in marks(trial, WAITING) if row.low is not None]
    return outlines.line("95 % intervals", strokes, {"color": theme.color(ROLES[WAITING]), "width": 1.4})


def _marks(trial, arm, seen, theme):
    """Return the marks of a group that were read somewhere, or, hollow, those from memory."""
    found = [row for row in rows(trial) if row.arm == arm and bool(row.seen) == seen]
    look = theme.marker(ROLES[arm], 1.25)
    if not seen:
        look |= {"symbol": f"{look['symbol']}-open", "line": {"width": 2, "color": look["color"]}}
    name = f"{arm.capitalize()}: {'read' if seen else 'from memory'}"
    return mark(name, [row.week for row in found], [row.mean for row in found], look, cliponaxis=False)


def crowd(trial, week):
    """Return those of the group assigned to wait who had been operated on by a week, as the path of one shape."""
    wide, high = _PERSON
    there = [(start, number) for when, start, number in operations(trial) if when <= week]
    return "".join(
        _person(start + wide * (number % _ROW + 0.5), _FEET + high * (number // _ROW), 0.72 * wide, 0.86 * high)
        for start, number in there
    )


def _person(x, y, wide, high):
    """Return a person of a width and a height over the place of the feet: a head on a body, as a path."""
    head, low, top = y + 0.8 * high, y + 0.54 * high, y + 1.06 * high
    left, right, neck = x - 0.3 * wide, x + 0.3 * wide, y + 0.75 * high
    round_ = f"M{left:.2f},{head:.2f}C{left:.2f},{top:.2f},{right:.2f},{top:.2f},{right:.2f},{head:.2f}"
    round_ += f"C{right:.2f},{low:.2f},{left:.2f},{low:.2f},{left:.2f},{head:.2f}Z"
    left, right = x - wide / 2, x + wide / 2
    return f"{round_}M{left:.2f},{y:g}C{left:.2f},{neck:.2f},{right:.2f},{neck:.2f},{right:.2f},{y:g}Z"


def _people(trial, week, theme):
    return outlines.drawn("Operated on after all", crowd(trial, week), {"width": 0}, fill=theme.color(ROLES[WAITING]))


def _line(result, arm, theme):
    look = {"color": theme.color(ROLES[arm]), "width": 1.3, "dash": "dash"}
    return curve(f"{arm.capitalize()}: joined", *(list(one) for one in zip(*result.lines[arm], strict=True)), look)


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
    """Return the words that change with the week: the pain-weeks, and how many were operated on after all."""
    now = result if week == result.state.week else simulate(result.state.replace(week=week))
    number, much = f"<b>{now.so_far:.0f} pain-weeks up to week {now.counted:g}</b>", like(now.so_far)
    text = "<br>".join(wrapped(part, _LETTERS) for part in (number, much) if part)
    return [
        (_FREE, 81, text, "bottom right", theme.text()),
        (0, _HEADING, heading(now), "middle right", _font(WAITING, theme)),
    ]


def _words(result, theme):
    trial = result.state.trial
    for arm, (week, pain, where) in _NAMES[trial].items():
        yield week, pain, GROUPS[arm], where, _font(arm, theme)
    source, people = TRIALS[trial]
    hollow = any(not row.seen for row in rows(trial))
    # In a hall there is no room to say what the ordinary marks are.
    filled = "" if theme.large else "Filled marks: read. " if hollow else "Marks: read. "
    marks_ = f"{filled}{'Hollow: from memory, not yet checked. ' if hollow else ''}"
    notes = (f"{short_citation(source)}: {people}.", f"{marks_}Dashed: joined by us.")
    text = "<br>".join(wrapped(note, _LETTERS) for note in notes)
    yield _FREE, 55, text, "bottom right", {**theme.text(size=0.93), "color": theme.muted}


def _words_of_tiles(theme):
    text = f"The area in tiles of {TILE} pain-weeks, a stack every {STACK} weeks"
    return [(_FREE, TILES[1] - 4, wrapped(text, _LETTERS), "bottom right", theme.text(size=0.93))]


def _layout(theme, shapes):
    upper, lower, between = theme.em(25), theme.em(10), theme.em(1.4)
    inner = upper + lower + between
    top, bottom = theme.em(1), theme.em(3.6)
    pain = theme.axis("Leg pain (0–100)", domain=[1 - upper / inner, 1], range=list(PAIN), tickvals=[0, 20, 40, 60, 80])
    tiles = theme.axis(
        "Pain-weeks", domain=[0, lower / inner], range=list(TILES), tickvals=[0, 50, 100, 150, 200], anchor="x"
    )
    return theme.layout(
        height=top + inner + bottom,
        xaxis=theme.axis("Weeks after the start", range=[-0.8, YEAR + 0.8], dtick=4, anchor="y2"),
        yaxis=pain,
        yaxis2=tiles,
        margin={"l": theme.em(4.4), "r": theme.em(1), "t": top, "b": bottom},
        shapes=shapes,
    )
