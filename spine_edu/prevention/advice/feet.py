"""What each card carries of its studies: a bar at its foot, how many people, and a ring for each that sorted by lot."""

from functools import cache
from math import log10

from spine_edu import data
from spine_edu.drawing.outlines import circle, drawn
from spine_edu.prevention.advice import places
from spine_edu.prevention.advice.model import LANES, cards, results

#: Which power of ten fills the foot of a card; upper and lower edge of the bar, around the lower edge of the card.
_MOST, _BAR = 6, (-0.45, 0.3)
#: Rings at the right edge of a card: how far in, how far apart, their radius, and how far down the first rows go.
_IN, _APART, _RADIUS, _LOW = 1.2, 1.6, 0.55, 0.2
_NAMES = ("How many were studied", "By lot: it helps", "By lot: no clear difference")


@cache
def studied(asked):
    """Return advice -> how many people the largest of its studies had, for those with a number."""
    most = {
        advice: max((row.n or 0 for lane in LANES for row in results(advice, asked, lane)), default=0)
        for advice in cards()
    }
    return {advice: count for advice, count in most.items() if count}


@cache
def trials(asked):
    """Return advice -> for each source that sorted people by lot, whether it found that the advice helps."""
    found = {}
    for advice in cards():
        by_source = {}
        for row in results(advice, asked, "lots"):
            by_source[row.source] = by_source.get(row.source, False) or helps(row)
        found[advice] = tuple(sorted(by_source.values(), reverse=True))
    return found


def helps(row):
    """Return whether a row found less trouble with the advice, more than chance makes, and enough to be noticed."""
    if row.measure == "none" or row.chance:
        return False
    if row.measure == "points":
        # Less than a review calls worth having is no help that anybody would notice.
        return row.value >= data.value("treatment_shelf.border_small")
    if row.low is None or row.measure == "days":
        return True
    same = 1 if row.measure.endswith("ratio") else row.share_plain
    return row.high < same


def paths(at, asked):
    """Return the three paths by name, for the cards that hang at places; `at` holds no card on the pile."""
    bar = "".join(_bar(at[card], count) for card, count in studied(asked).items() if card in at)
    rings = {True: "", False: ""}
    for card, place in at.items():
        found = trials(asked)[card]
        for number, good in enumerate(found):
            x, y, tall = place
            down = (number - (len(found) - 1) / 2) * _APART + (_LOW if tall >= places.DRAWN else 0)
            rings[good] += circle(x + places.HALF[0] - _IN, y + down, _RADIUS)
    return dict(zip(_NAMES, (bar, rings[True], rings[False]), strict=True))


def _bar(place, count):
    x, y, tall = place
    left = x - places.HALF[0] + 0.6
    wide = 2 * (places.HALF[0] - 0.6) * log10(count) / _MOST
    return places.box(left, left + wide, y + tall + _BAR[0], y + tall + _BAR[1])


def shapes(at, asked, theme):
    """Yield the bars and the rings of the cards."""
    looks = (theme.ink, theme.color("treatment"), theme.paper)
    edges = (theme.ink, theme.color("treatment"), theme.ink)
    for (name, path), fill, edge in zip(paths(at, asked).items(), looks, edges, strict=True):
        yield drawn(name, path, {"width": theme.line * 0.5, "color": edge}, fill=fill)


def key(*, rungs, rows, brief):
    """Return in two lines what the marks mean: of cards, the reader's rungs, and two rows; `brief` in few letters."""
    more = (["▲▼ from your rung, ✓ on it"] if rungs else []) + (["◆ you believe this row"] if rows else [])
    first = "▬ studied ● helps ○ not clear" if brief else "▬ people studied · by lot: ● helps ○ not clear"
    return first, " · ".join(more)
