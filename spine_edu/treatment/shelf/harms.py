"""The column of harms: counted, so many times as often, alike, said in words, or not read."""

from functools import cache

from spine_edu.drawing.outlines import line, shape
from spine_edu.treatment.shelf import words as said
from spine_edu.treatment.shelf.boards import LINE, box, in_table_order
from spine_edu.treatment.shelf.frame import SHELF, frame, of_people
from spine_edu.treatment.shelf.model import chance, harm_state

#: Where across the two bars of the key under the column stand, also in a hall, and how far under the shelf, in sizes of
#: the type.
_KEYED, _KEYED_HALL, KEY_LOW = ((0.734, 0.757), (0.838, 0.861)), ((0.655, 0.685), (0.79, 0.82)), 2.75


def column(result, heights, theme):
    """Yield the bars of people in the column of harms; what was not counted has its words there, and no sign."""
    with_it, without, ranges = [], [], []
    em = frame(theme).em
    for row, height in in_table_order(result, heights):
        harm, y = row.harm, height + LINE * em
        if row.harm_state != "counted":
            continue
        with_it.append(box(of_people(0), y + 0.02, of_people(harm.value), y + 0.3))
        if harm.without is not None:
            without.append(box(of_people(0), y - 0.3, of_people(harm.without), y - 0.02))
        if harm.low is not None:
            ranges += _range(of_people(harm.low), of_people(harm.high), y + 0.16)
    thin = {"width": theme.line * 0.5, "digits": 4}
    pain = theme.color("pain")
    yield shape("Harm with it", with_it, fill=pain, edge=pain, **thin)
    yield shape("Harm without it", without, fill=theme.paper, edge=theme.ink, **thin)
    yield line("Range of harm", ranges, {"color": theme.ink, "width": theme.line * 0.5}, digits=4)
    low, half = KEY_LOW * em, 0.3 * em
    full, hollow = (box(left, SHELF - low - half, right, SHELF - low + half) for left, right in keyed(theme))
    yield shape("Key: with it", [full], fill=pain, edge=pain, **thin)
    yield shape("Key: without it", [hollow], fill=theme.paper, edge=theme.ink, **thin)


def keyed(theme):
    """Return left and right end of the two bars of the key; in a hall words beside them are larger."""
    return _KEYED_HALL if theme.large else _KEYED


def _range(low, high, y):
    """Return the line of an interval with an upright at each end."""
    return [[(low, y), (high, y)], *([(x, y - 0.11), (x, y + 0.11)] for x in (low, high))]


def short(row, theme):
    """Return the two lines of words in the column of harms of a row; the second is empty where bars stand.

    In a hall there is no room for a name or an interval.
    """
    harm, state = row.harm, row.harm_state
    if not row.compared and state == "unread":
        return "", ""
    if row.elsewhere:
        # In the place of bars, that it is another's: nobody takes it for the row's own. The card has its name.
        return _in_letters(row.elsewhere, theme)[0], "elsewhere" if theme.large else f"other {said.kind(row.elsewhere)}"
    if state == "unread":
        return "not read", ""
    first, second = _in_letters(harm, theme)
    return first, "" if theme.large and state == "times" else second


def _in_letters(harm, theme):
    """Return a harm in the few letters of the column."""
    state = harm_state(harm)
    ring = "" if harm.seen else " ○"
    if state == "times":
        times = "×" if theme.large else " times"
        return f"{said.number(harm.value)}{times}{ring}", f"({said.interval(harm.low, harm.high)})"
    if state == "counted":
        doubt = f" {said.MAY_BE}" if chance(harm) == "may be" else ""
        without = "–" if harm.without is None else said.number(harm.without)
        return f"{said.number(harm.value)} | {without}{doubt}{ring}", ""
    first, _, second = ("alike" if state == "alike" else harm.brief).partition("|")
    return first + ring, second


@cache
def ball(wide, high):
    """Return a round mark at (0, 0) as a path, so wide and so high from its middle."""
    up = 4 / 3 * high
    return (
        f"M-{wide:.1f},0.00C-{wide:.1f},{up:.2f},{wide:.1f},{up:.2f},{wide:.1f},0.00"
        f"S-{wide:.1f},-{up:.2f},-{wide:.1f},0.00"
    )
