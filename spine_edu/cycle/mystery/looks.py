"""The five frames of the detective's board: where each lies, and what a look that was bought shows in it."""

from math import sqrt

from spine_edu.cycle.mystery.model import MEASURES, REPORT_DAYS, SLOTS
from spine_edu.cycle.mystery.names import MEASURE_NAMES, SHORT_NAMES

#: The five frames: the ends of their row, the gap between two, the room left and right of a curve, and their lower and
#: upper edge. What is bought shares the room, but for tabs of the others; at least so many are wide.
_ROW, _GAP, _LEFT, _RIGHT, FLOOR, CEILING = (0.3, 33.9), 0.4, 0.5, 0.4, 4.2, 14.0
_TAB, _LEAST = 2.4, 2
#: A frame of this width has room for more words.
_ROOMY = 9.5
#: What is at the top of a frame, by measure; its scale is the model's, a little room above it.
TOPS = {measure: 1.02 * scale for measure, (_, _, scale) in MEASURES.items()}
_DAYS = (*range(15), *range(16, REPORT_DAYS[-1] + 1, 2))
#: Days that are named under a frame.
_NAMED = (0, 7, 28, REPORT_DAYS[-1])


def rooms(bought):
    """Return number of a frame -> its left and right edge: what is bought shares the room, other frames are tabs."""
    wide = [*bought, *(number for number in range(len(SLOTS)) if number not in bought)]
    wide = set(wide[: max(_LEAST, len(bought))])
    left, right = _ROW
    each = (right - left - _TAB * (len(SLOTS) - len(wide))) / len(wide)
    found = {}
    for number in range(len(SLOTS)):
        here = each if number in wide else _TAB
        found[number] = (left, left + here - _GAP)
        left += here
    return found


def place(room, measure, day, value):
    """Return where a value of a day lies in a frame with these edges: the first weeks have the most room."""
    left, wide = room[0] + _LEFT, room[1] - room[0] - _LEFT - _RIGHT
    return left + wide * sqrt(day / REPORT_DAYS[-1]), FLOOR + (CEILING - FLOOR) * value / TOPS[measure]


def frame(room):
    """Return the corners of a frame with these edges."""
    left, right = room
    return [(left, FLOOR - 0.4), (right, FLOOR - 0.4), (right, CEILING + 3.0), (left, CEILING + 3.0)]


def floors(result):
    """Yield the lines at nothing, at the middle and at the upper end of the scale."""
    edges = rooms(result.state.bought)
    for one in result.exhibits:
        for value in (0, MEASURES[one.measure][2] / 2, MEASURES[one.measure][2]):
            yield [place(edges[one.number], one.measure, day, value) for day in (0, REPORT_DAYS[-1])]


def measured(result):
    """Return where the measurements lie, across and up."""
    edges = rooms(result.state.bought)
    return both(
        place(edges[one.number], one.measure, day, report)
        for one in result.exhibits
        for day, report in zip(REPORT_DAYS, one.reported, strict=True)
    )


def curves(result, exhibits=None, which="curve"):
    """Return curves of the looks bought, or of some exhibits, across and up; with a gap behind each."""
    x, y, edges = [], [], rooms(result.state.bought)
    for one in result.exhibits if exhibits is None else exhibits:
        across, up = both(place(edges[one.number], one.measure, day, getattr(one, which)[day]) for day in _DAYS)
        x += [*across, None]
        y += [*up, None]
    return x, y


def guess_a(result, held):
    """Guess A in the frames that hold the same look now."""
    shown = {(one.number, one.probe, one.measure) for one in result.exhibits}
    return curves(result, [one for one in held.exhibits if (one.number, one.probe, one.measure) in shown])


def both(points):
    """Return the x and the y of some points, as two lists."""
    points = list(points)
    return [x for x, _ in points], [y for _, y in points]


def words_of_frames(result, theme):
    """What each frame shows, with the ends of its scale; an empty one says what belongs there."""
    edges = rooms(result.state.bought)
    for one in result.exhibits:
        yield from _words_of_frame(one, edges[one.number], theme)
    muted = {**theme.text(size=0.86), "color": theme.muted}
    for number in range(len(SLOTS)):
        if number in result.state.bought:
            continue
        left, right = edges[number]
        middle, wide = (left + right) / 2, right - left > _TAB
        next_one = result.state.free == SLOTS[number] and not result.answer
        said = ("press a + above" if next_one else "the next look") if wide else " "
        yield (
            middle,
            (FLOOR + CEILING) / 2 + 0.8,
            f"<b>{number + 1}</b>",
            "middle center",
            muted | {"size": theme.type_size(1.4)},
        )
        yield middle, (FLOOR + CEILING) / 2 - 1, said, "middle center", muted


def _words_of_frame(one, room, theme):
    """What a look was, the upper end of its scale, and its days."""
    small, muted = theme.text(size=0.86), {**theme.text(size=0.86), "color": theme.muted}
    (left, _), top = place(room, one.measure, 0, 0), MEASURES[one.measure][2]
    right, high = place(room, one.measure, REPORT_DAYS[-1], top)
    title = f"<b>{one.number + 1}</b> {MEASURE_NAMES[one.measure]}"
    yield left - 0.4, CEILING + 2.4, title, "middle right", small
    yield left - 0.4, CEILING + 1.4, SHORT_NAMES[one.probe], "middle right", muted
    ends = f"{top:g} MPa" if one.measure == "pressure" else f"{top:g}"
    yield right, high - 0.6, ends, "middle left", muted
    for day in _NAMED:
        last = day == REPORT_DAYS[-1]
        x, _ = place(room, one.measure, day, 0)
        yield x + 0.3 * last, FLOOR - 1.1, f"{day}", "middle left" if last else "middle center", muted
    days = "days (first weeks wide)" if right - left > _ROOMY and not theme.large else "days"
    yield (left + right) / 2, FLOOR - 2.1, days, "middle center", muted
