"""What is pressed and dragged around the boxes: the steps of the article, what it leaves out, the day of the run."""

from itertools import pairwise

from spine_edu.drawing.marks import mark
from spine_edu.drawing.outlines import line, shape

#: Edges of the row of chips, the left edge of the first step, and the width of a step.
_ROW, _FIRST, _STEP = (106.5, 113.0), 35, 6.6
#: The chip of what is left out; the height of the line of days.
_LEFT_OUT, _LANE, _STEPS = (71, 99), -5, range(1, 6)
#: Day -> where it lies, and its words under the line; between them it runs straight, the first weeks with most room.
DAYS = {0: (6, "day 0"), 7: (24, "1 week"), 30: (43, "1 month"), 90: (65, "3 months"), 364: (92, "1 year")}


def lane_place(day):
    """Return where a day lies on the line of days."""
    for (low, (left, _)), (high, (right, _)) in pairwise(DAYS.items()):
        if day <= high:
            return left + (right - left) * (day - low) / (high - low), _LANE
    raise ValueError(f"The line of days ends with day {max(DAYS)}; day {day} lies beyond it.")


def lane(theme):
    """Return the line of days with a tick at each day that is named."""
    ticks = [[(lane_place(day)[0], _LANE - 1.5), (lane_place(day)[0], _LANE + 1.5)] for day in DAYS]
    look = {"color": theme.muted, "width": theme.line * 0.6}
    return line("The days of the run", [[lane_place(day) for day in DAYS], *ticks], look)


def chips(state, theme):
    """Yield the chips: the steps that are shown in ink, and what the article leaves out."""
    for name, steps, fill in (
        ("Steps that are shown", [step for step in _STEPS if step <= state.steps], theme.ink),
        ("Steps to come", [step for step in _STEPS if step > state.steps], theme.panel),
    ):
        yield shape(name, [_chip(step) for step in steps], fill=fill, edge=theme.muted, width=1)
    on = state.balancing == "yes"
    look = {"fill": theme.fill("balancing") if on else theme.panel, "width": 1}
    yield shape(
        "What is left out", [_corners(*_LEFT_OUT)], edge=theme.color("balancing") if on else theme.muted, **look
    )


def _corners(left, right):
    low, high = _ROW
    return [(left, low), (right, low), (right, high), (left, high)]


def _chip(step):
    left = _FIRST + (step - 1) * _STEP
    return _corners(left, left + _STEP - 0.8)


def lane_words(state, day, theme):
    """Yield the words of the chips and of the line of days: place, text, position and font."""
    middle = sum(_ROW) / 2
    yield _FIRST - 1, middle, "Steps of the article", "middle left", theme.text()
    for step in _STEPS:
        (left, _), (right, _), *_ = _chip(step)
        color = theme.paper if step <= state.steps else theme.ink
        yield (left + right) / 2, middle, f"<b>{step}</b>", "middle center", {**theme.text(), "color": color}
    sign, role = ("✓", "balancing") if state.balancing == "yes" else ("+", None)
    yield sum(_LEFT_OUT) / 2, middle, f"{sign} what it leaves out", "middle center", theme.text(role, 0.86)
    faint = {**theme.text(size=0.86), "color": theme.muted}
    for one, (_, name) in DAYS.items():
        yield lane_place(one)[0], _LANE - 5, name, "middle center", faint
    yield lane_place(day)[0], _LANE + 6, f"<b>day {day:.0f}</b>", "middle center", theme.text(size=0.93)


def places(state, theme):
    """Return places to press: so many steps are shown, and what is left out is shown or hidden."""
    middle = sum(_ROW) / 2
    found = [(_FIRST + (step - 0.56) * _STEP, f"steps:{step}") for step in _STEPS]
    left, right = _LEFT_OUT
    other = "no" if state.balancing == "yes" else "yes"
    found += [(left + (right - left) * share, f"balancing:{other}") for share in (0.1, 0.3, 0.5, 0.7, 0.9)]
    return mark(
        "Steps and what is left out: press",
        [x for x, _ in found],
        [middle] * len(found),
        {"size": theme.size * 1.6, "opacity": 0},
        customdata=[choice for _, choice in found],
    )
