"""Beside the course: how much the model's pain differs, and how much it did in trials, on one scale.

For one treatment the model's difference stands beside the trial's with its interval, at each time that the trial
measured; for two together beside each alone and their sum, on the day looked at.
"""

from typing import NamedTuple

from spine_edu.cycle.treatments import usual_length
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark, words
from spine_edu.drawing.outlines import line, shape
from spine_edu.treatment.cycle.model import fitting, other_length, trials
from spine_edu.treatment.cycle.model import places as _places_of
from spine_edu.treatment.cycle.words import sum_of

AXES = ("x3", "y3")
#: Ends of the scale, points of 10: more pain above zero, less below; and its lines.
LOWEST, HIGHEST, LINES = -5.7, 2.9, (1, 0, -1, -2, -3, -4)
#: Where heads hang: a frame's numbers are rounded, and what lies a hair over the edge is not painted.
_TOP = HIGHEST - 0.02
#: Where the scale's words end, across a picture from 0 to 1.
_LEFT = 0.3
#: At most so many columns have room for their numbers.
_NUMBERED = 1
#: Where the names of the values beside a single trial begin, across the panel.
_NAMES = (0.005, 0.375, 0.69)
#: The same in a hall, which has room for two of the three.
_NAMES_IN_A_HALL, _IN_A_HALL = (0.005, 0.52), ("person", "trials")
#: Less than this is not called lost, points of 10.
_LOST = 0.05
#: Letters of a line of a column's head.
_HEAD = 15
#: Role of a stem of the model -> what it is.
_STEMS = (("pain", "model"), ("treatment", "one alone"), ("neutral", "sum"), ("prediction", "reader"))
#: What trials of a treatment measured -> why they have no mark.
_WHY = {
    "nothing found": "No good trial: size is invented.",
    "another scale": "Trials: on another scale.",
    "another comparison": "Trials asked something else.",
    "no size": "Trials: no one size.",
    "no time": "Trials: time not told.",
}


class Stem(NamedTuple):
    """One value of the panel: the ``role`` of its colour, the ``value``, its ``trial`` or None, whose it is."""

    role: str
    value: float
    trial: object = None
    name: str = ""


def columns(result, day=None, prediction=None):
    """Return the columns, each a name and its stems.

    Beside a trial the model's value is always that of the trial's time, whatever day is looked at: the two are held
    against each other, under a head that says when, as in the sentence.
    """
    state, day = result.state, result.day if day is None else day
    if len(state.plan) == 2:
        one, other = result.alone if day == result.day else result.alone_on(day)
        roles = ("treatment", "treatment", "neutral", "pain")
        names = ("1", "2", "sum", "both")
        values = (one, other, sum_of((one, other)), result.difference(day))
        return [(name, [Stem(role, value)]) for name, role, value in zip(names, roles, values, strict=True)]
    if len(result.held) == 1:
        (one,) = result.held
        return [(one.trial.when, _alone(one, prediction if result.asked else None))]
    if result.held:
        return [
            (f"{one.trial.week:.0f}", [Stem("pain", one.model), Stem("treatment", one.trial.value, one.trial)])
            for one in result.held
        ]
    return [(f"day {day}", [Stem("pain", result.difference(day))])] if state.plan else []


def _alone(one, prediction):
    """Return the stems at a single time of a trial: the reader's, the model's, its thousand people, the trial's."""
    return [
        *([] if prediction is None else [Stem("prediction", -prediction, None, "you")]),
        Stem("pain", one.model, None, "person"),
        Stem("neutral", one.trial.group, None, "group"),
        Stem("treatment", one.trial.value, one.trial, "trials"),
    ]


def places(result, day=None, prediction=None):
    """Return each stem with where it stands across the panel: (x, stem)."""
    found = columns(result, day, prediction)
    if not found:
        return []
    wide = (1 - _LEFT) / len(found)
    if not result.held and len(result.state.plan) == 1:
        wide = 0.2  # what is said of the trials stands beside it
    placed = []
    for number, (_, stems) in enumerate(found):
        middle, apart = _LEFT + (number + 0.5) * wide, min(0.23, 0.88 * wide / len(stems))
        apart = apart if len(result.held) == 1 else min(0.4 * wide, 0.16)
        placed += [(middle + (at - (len(stems) - 1) / 2) * apart, stem) for at, stem in enumerate(stems)]
    return placed


def _stems(placed, role, stroke):
    """Return the stems of the model in one role as a shape."""
    strokes = [[(x, 0), (x, _kept(one.value))] for x, one in placed if one.role == role and one.trial is None]
    return line("Difference", strokes, stroke, axes=AXES)


def shapes(result, theme, prediction=None):
    """Yield the lines of the scale, the stems, and the intervals of the trials."""
    grid = [[(_LEFT - 0.03, y), (1, y)] for y in LINES]
    yield line("Scale of the difference", grid, {"color": theme.grid, "width": 1}, axes=AXES)
    zero = [[(_LEFT - 0.03, 0), (1, 0)]]
    yield line("No difference", zero, {"color": theme.ink, "width": theme.line * 0.5}, axes=AXES)
    stems = places(result, None, prediction)
    measured = [(x, stem.trial) for x, stem in stems if stem.trial is not None]
    half = 0.5 * (1 - _LEFT) / max(len(measured), 1)
    centres = [_LEFT + half * (2 * number + 1) for number in range(len(measured))]
    bands = [
        [
            (x - 0.9 * half, trial.low),
            (x + 0.9 * half, trial.low),
            (x + 0.9 * half, trial.high),
            (x - 0.9 * half, trial.high),
        ]
        for x, (_, trial) in zip(centres, measured, strict=True)
    ]
    pale = {"fill": theme.fill("treatment"), "edge": theme.fill("treatment"), "width": 0}
    yield shape("Inside the interval of the trials", bands, axes=AXES, digits=3, **pale)
    for role, name in _STEMS:
        stroke = theme.stroke(role, 3.4 if role == "pain" else 2.2) | {"dash": "solid"}
        yield _stems(stems, role, stroke) | {"name": f"Difference: {name}"}
    yield line("Lost of the sum", lost(result), theme.stroke("neutral", 1.0) | {"dash": "dot"}, axes=AXES)
    ends = [
        stroke
        for x, trial in measured
        for stroke in (
            [(x, trial.low), (x, trial.high)],
            *([(x - 0.03, y), (x + 0.03, y)] for y in (trial.low, trial.high)),
        )
    ]
    yield line("Intervals beside the model", ends, theme.stroke("treatment") | {"dash": "solid"}, axes=AXES)


def lost(result, day=None):
    """Return the stroke from what two treatments do together to the sum of both, none if they do as much."""
    if len(result.state.plan) != 2:
        return []
    *_, (_, total), (x, both) = places(result, day)
    gap = _lost_of(result, result.day if day is None else day)
    ends = _kept(both.value), _kept(total.value)
    return [[(x, end) for end in ends]] if gap else []


def _lost_of(result, day):
    """Return how much of the sum of printed numbers is lost; 0 where only the rounding of a number loses it."""
    alone = result.alone if day == result.day else result.alone_on(day)
    gap = round(result.difference(day), 1) - sum_of(alone)
    return gap if min(abs(gap), abs(result.difference(day) - sum(alone))) >= _LOST else 0


def _lost_words(result, day):
    """Return how much of the sum is lost when two are given together, and why, where the picture shows it."""
    day = result.day if day is None else day
    waiting = [number for number, (_, start, _) in enumerate(result.state.plan, 1) if day < start]
    if waiting:
        return f"{waiting[0]} has not begun"
    gap = _lost_of(result, day)
    if not gap:
        return "as much as the sum"
    first, second = (set(_places_of(name)) for name, *_ in result.state.plan)
    shared = ": same place" if first & second else ""
    return f"<b>{abs(gap):.1f}</b> {'lost' if gap * result.difference(day) < 0 else 'on top'}{shared}"


def traces(result, theme, prediction=None, day=None):
    """Yield the marks of model and trials, and the words, while a day is looked at."""
    placed = places(result, day, prediction)
    hollow = [stem.trial is not None and stem.trial.memory == "all" for _, stem in placed]
    colors = [theme.color(stem.role) for _, stem in placed]
    look = {
        "symbol": ["circle-open" if one else "circle" for one in hollow],
        "size": theme.marker("pain")["size"],
        "color": colors,
        "opacity": 1,
        "line": {"width": theme.line * 0.8, "color": colors},
    }
    spots = [x for x, _ in placed], [_kept(stem.value) for _, stem in placed]
    yield mark("Difference of model and trials", *spots, look, xaxis=AXES[0], yaxis=AXES[1])
    yield words("Words of the difference", list(_words(result, theme, placed, day)), AXES)


def play(run, result, theme, prediction=None):
    """Let stems, marks and words of a run follow its days."""
    drawn = [list(traces(result, theme, prediction, day)) for day in result.days]
    marks, told = zip(*drawn, strict=True)
    for role, name in _STEMS:
        stems = [_stems(places(result, day, prediction), role, {})["path"] for day in result.days]
        run.add(f"Difference: {name}", path=stems)
    strokes = [line("Lost of the sum", lost(result, day), {}, axes=AXES)["path"] for day in result.days]
    run.add("Lost of the sum", path=strokes)
    run.add(marks[0]["name"], y=[one["y"] for one in marks])
    run.add(told[0]["name"], text=[one["text"] for one in told], y=[one["y"] for one in told])


def _kept(value):
    return min(max(value, LOWEST + 1.7), HIGHEST - 1.7)


def _words(result, theme, placed, day):
    small = theme.text(size=0.86)
    muted = {**small, "color": theme.muted}
    for y in LINES:
        plain = y == 0 or (theme.large and y < -1)
        text = f"{abs(y)}" if plain else f"{abs(y)} {'more' if y > 0 else 'less'}"
        yield _LEFT - 0.05, y, text, "middle left", muted
    found = columns(result, day)
    wide = (1 - _LEFT) / max(len(found), 1)
    alone = not result.held and len(result.state.plan) == 1
    for number, (name, _) in enumerate(found):
        x = _LEFT + (0.1 if alone else (number + 0.5) * wide)
        lower = 0.9 if name == "sum" and theme.large else 0  # beside the next name there is no room in large type
        head = wrapped(name, _HEAD) + (f"<br><b>{_verdict(result, number)}</b>" if result.held else "")
        yield x, _TOP - lower, head, "bottom center", small
    if len(found) <= _NUMBERED or len(result.state.plan) == 2:
        for x, stem in placed:
            # Above the line there is no room under the names of the columns.
            edge = min(0, stem.value if stem.trial is None else stem.trial.low)
            text = f"<b>{abs(stem.value):.1f}</b>" + (f"<br>{stem.name}" if stem.role == "prediction" else "")
            yield x, _kept(edge) - 0.3, text, "bottom center", theme.text(stem.role, 0.93)
    if len(result.held) == 1:
        yield from _names(placed, theme)
    if len(result.state.plan) == 2:
        yield 0.5, LOWEST + 0.4, _lost_words(result, day), "middle center", theme.text("neutral", 0.86)
    yield from _beside(result, theme, alone)


def _names(placed, theme):
    """Yield whose the values beside a single trial are, in a line under them: at the stems they have no room."""
    named = [stem for _, stem in placed if stem.role != "prediction"]
    if theme.large:
        named = [stem for stem in named if stem.name in _IN_A_HALL]
    for x, stem in zip(_NAMES_IN_A_HALL if theme.large else _NAMES, named, strict=True):
        hollow = stem.trial is not None and stem.trial.memory == "all"
        yield x, LOWEST + 0.4, f"{'○' if hollow else '●'} {stem.name}", "middle right", theme.text(stem.role, 0.86)


def _verdict(result, number):
    """Return whether the model lies inside, as it stands under a column's head: below, a long stem comes down to it."""
    inside = result.held[number].verdict == "inside"
    if len(result.held) == 1:
        return "inside" if inside else "outside"
    return "in" if inside else "out"


def _beside(result, theme, alone):
    """In several columns, whose stems these are; or, without a trial, why there is none."""
    green = theme.text("treatment", 0.86)
    if result.held:
        yield from _whose(result, theme) if len(result.held) > 1 else ()
    elif not result.state.plan:
        text = wrapped("With a treatment, the difference.", 9 if theme.large else 12)
        yield _LEFT, -2.5, text, "middle right", green
    elif alone:
        yield _LEFT + 0.22, -2.6, wrapped(_why_none(result, theme), 8 if theme.large else 10), "middle right", green


def _whose(result, theme):
    """Whose stems several columns hold: under them there is no room for it."""
    memory = ", from memory" if any(one.trial.memory == "all" for one in result.held) else ""
    yield _LEFT - 0.05, _TOP, "week", "bottom left", theme.text(size=0.86)
    yield _LEFT - 0.02, LOWEST + 0.3, "● model", "middle left", theme.text("pain", 0.86)
    yield _LEFT + 0.04, LOWEST + 0.3, f"● trials{memory}", "middle right", theme.text("treatment", 0.86)


def _why_none(result, theme):
    """Return why no trial stands beside the model, in few words."""
    slot, *_ = result.state.plan
    treatment, *_ = slot
    marked = fitting(treatment, result.state.person)
    if marked and other_length(slot):
        return f"Trials gave it {usual_length(treatment):.3g} days."
    if marked:
        return "Trials: beyond the days shown."
    measure = trials(treatment)[0].measure
    if measure == "nothing found" and not theme.large:
        return "No good trial found: the size is invented."
    return _WHY[measure]
