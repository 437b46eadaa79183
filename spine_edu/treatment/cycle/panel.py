"""Beside the course: how much the model's pain differs, and how much it did in trials, on one scale.

For one treatment the model's difference stands beside the trial's with its interval, at each time that the trial
measured; for two together beside each alone and their sum, on the day looked at.
"""

from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark, words
from spine_edu.drawing.outlines import line, shape
from spine_edu.treatment.cycle.model import trials

AXES = ("x3", "y3")
#: Ends of the scale, points of 10: more pain above zero, less below; and its lines.
LOWEST, HIGHEST, LINES = -4.9, 2.4, (1, 0, -1, -2, -3, -4)
#: Where the scale's words end, across a picture from 0 to 1.
_LEFT = 0.3
#: At most so many columns have room for their numbers.
_NUMBERED = 2


def columns(result):
    """Return the columns, each a name and its stems: (role, value, trial or None)."""
    state, day = result.state, result.day
    if len(state.plan) == 2:
        one, other = result.alone
        roles = ("treatment", "treatment", "neutral", "pain")
        names = ("1", "2", "sum", "both")
        values = (one, other, one + other, result.difference(day))
        return [(name, [(role, value, None)]) for name, role, value in zip(names, roles, values, strict=True)]
    if result.held:
        return [
            (f"{one.trial.week:.0f}", [("pain", one.model, None), ("treatment", one.trial.value, one.trial)])
            for one in result.held
        ]
    return [(f"day {day}", [("pain", result.difference(day), None)])] if state.plan else []


def places(result):
    """Return each stem with where it stands across the panel: (x, role, value, trial or None)."""
    found = columns(result)
    if not found:
        return []
    wide = (1 - _LEFT) / max(len(found), 1)
    if not result.held and len(result.state.plan) == 1:
        wide = 0.2  # what is said of the trials stands beside it
    placed = []
    for number, (_, stems) in enumerate(found):
        middle = _LEFT + (number + 0.5) * wide
        for at, (role, value, trial) in enumerate(stems):
            aside = (at - (len(stems) - 1) / 2) * min(0.4 * wide, 0.16)
            placed.append((middle + aside, role, value, trial))
    return placed


def shapes(result, theme):
    """Yield the lines of the scale, the stems, and the intervals of the trials."""
    grid = [[(_LEFT - 0.03, y), (1, y)] for y in LINES]
    yield line("Scale of the difference", grid, {"color": theme.grid, "width": 1}, axes=AXES)
    zero = [[(_LEFT - 0.03, 0), (1, 0)]]
    yield line("No difference", zero, {"color": theme.ink, "width": theme.line * 0.5}, axes=AXES)
    stems = places(result)
    measured = [(x, trial) for x, _, _, trial in stems if trial is not None]
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
    for role, name in (("pain", "model"), ("treatment", "one alone"), ("neutral", "sum")):
        strokes = [[(x, 0), (x, _kept(value))] for x, one, value, trial in stems if one == role and trial is None]
        stroke = theme.stroke(role, 3.4 if role == "pain" else 2.2) | {"dash": "solid"}
        yield line(f"Difference: {name}", strokes, stroke, axes=AXES)
    ends = [
        stroke
        for x, trial in measured
        for stroke in (
            [(x, trial.low), (x, trial.high)],
            *([(x - 0.03, y), (x + 0.03, y)] for y in (trial.low, trial.high)),
        )
    ]
    yield line("Intervals beside the model", ends, theme.stroke("treatment") | {"dash": "solid"}, axes=AXES)


def traces(result, theme):
    """Yield the marks of model and trials, and the words."""
    stems = places(result)
    memory = [trial is not None and trial.memory == "all" for *_, trial in stems]
    look = {
        "symbol": ["circle-open" if hollow else "circle" for hollow in memory],
        "size": theme.marker("pain")["size"],
        "color": [theme.color(role) for _, role, _, _ in stems],
        "opacity": 1,
        "line": {"width": theme.line * 0.8, "color": [theme.color(role) for _, role, _, _ in stems]},
    }
    spots = [x for x, *_ in stems], [_kept(value) for _, _, value, _ in stems]
    yield mark("Difference of model and trials", *spots, look, xaxis=AXES[0], yaxis=AXES[1])
    yield words("Words of the difference", list(_words(result, theme, stems)), AXES)


def _kept(value):
    return min(max(value, LOWEST + 0.9), HIGHEST - 1.2)


def _words(result, theme, stems):
    small = theme.text(size=0.86)
    muted = {**small, "color": theme.muted}
    for y in LINES:
        plain = y == 0 or (theme.large and y < -1)
        text = f"{abs(y)}" if plain else f"{abs(y)} {'more' if y > 0 else 'less'}"
        yield _LEFT - 0.05, y, text, "middle left", muted
    found = columns(result)
    wide = (1 - _LEFT) / max(len(found), 1)
    alone = not result.held and len(result.state.plan) == 1
    for number, (name, _) in enumerate(found):
        x = _LEFT + (0.1 if alone else (number + 0.5) * wide)
        lower = 0.6 if name == "sum" else 0  # beside the next name there is no room in large type
        yield x, HIGHEST - 0.25 - lower, name, "middle center", small
    if len(found) <= _NUMBERED or len(result.state.plan) == 2:
        for x, role, value, trial in stems:
            # Above the line there is no room under the names of the columns.
            edge = min(0, value if trial is None else trial.low)
            yield x, _kept(edge) - 0.4, f"<b>{abs(value):.1f}</b>", "middle center", theme.text(role, 0.93)
    yield from _beside(result, theme, alone)


def _beside(result, theme, alone):
    """Whose stems these are and whether the model lies inside; or, where no trial can be held against it, why."""
    small, green = theme.text(size=0.86), theme.text("treatment", 0.86)
    if result.held:
        memory = any(one.trial.memory == "all" for one in result.held)
        yield _LEFT - 0.05, HIGHEST - 0.85, "model", "middle left", theme.text("pain", 0.86)
        yield 1, LOWEST + 0.2, f"trials{', from memory' if memory else ''}", "middle left", green
        yield _LEFT - 0.05, HIGHEST - 0.25, "week", "middle left", small
        wide = (1 - _LEFT) / len(result.held)
        for number, one in enumerate(result.held):
            inside = one.verdict == "inside"
            text = ("inside" if inside else "outside") if len(result.held) == 1 else ("in" if inside else "out")
            yield _LEFT + (number + 0.5) * wide, HIGHEST - 0.85, f"<b>{text}</b>", "middle center", small
    elif not result.state.plan:
        yield (
            _LEFT,
            -2.5,
            wrapped("With a treatment, the difference.", 9 if theme.large else 12),
            "middle right",
            green,
        )
    elif alone:
        yield _LEFT + 0.22, -2.6, wrapped(_why_none(result, theme), 8 if theme.large else 10), "middle right", green


def _why_none(result, theme):
    treatment = result.state.plan[0][0]
    measure = trials(treatment)[0].measure
    if measure == "nothing found":
        return "No good trial: size is invented." if theme.large else "No good trial found: the size is invented."
    return "Trials: on another scale." if measure == "another scale" and not theme.large else "Trials: see above."
