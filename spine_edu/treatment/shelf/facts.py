"""The two halves of the card: how many people got better, and how many were harmed, each with it and without it.

Both are drawn in the same way, so that neither looks larger than it is. Only what was counted has bars of people; those
of another trial than that of the row in hand are paler. What was not read is a line of the card, and leaves no half
blank.
"""

import re
from typing import NamedTuple

from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.outlines import line, shape
from spine_edu.treatment.shelf import words as said
from spine_edu.treatment.shelf.boards import box
from spine_edu.treatment.shelf.frame import CARD_TYPE, LINE_OF_CARD, across, frame
from spine_edu.treatment.shelf.model import harm_state

#: Where across the halves stand, and the ends of a scale of 100 people and of times as often.
HALVES, _PEOPLE, _TIMES = ((0.0, 0.455), (0.53, 0.985)), (0.0, 100.0), (0.0, 4.0)
_TICKS = (0, 1, 2, 3, 4)
#: Where the words over each bar and the bars stand under the head of a half, and half a bar's height, in sizes of the
#: type; the scale of times as often, and the words at its ticks.
_OVER, _BARS, _HALF = (0.8, 2.75), (1.65, 3.6), 0.32
_SCALE, _UNDER_TICKS = 1.6, 2.85
#: From where on words stand under bars, a scale, or one line of words, and the room under it all.
_LOW, _SPACE = {"bars": 4.1, "scale": 3.5, "line": 1.4}, 0.5
#: Letters of a line of a half, and of one that stands alone; the words of its head that are bold.
LETTERS, _ALONE, _BOLD = 32, 60, "^(Got better|Fewer is better|Harmed):"


class Half(NamedTuple):
    """What a half says: its head, the words over each bar, at the ticks of a scale, and under it all, from where on."""

    head: str
    over: tuple = ("", "")
    ticks: tuple = ("",) * len(_TICKS)
    under: str = ""
    low: float = 0.0


class Fact(NamedTuple):
    """What was read of people: which bars it has, its row, its head, whether another trial found it, and its place."""

    bars: str
    row: object
    head: str
    borrowed: bool
    ends: tuple
    letters: int


def facts(result):
    """Return what was read of who got better and who was harmed; what is alone has the room of both."""
    both = (
        ("People", result.gain, said.better_head(result), result.gain_borrowed),
        ("Harmed people", result.harm, said.harmed_head(result), result.harm_borrowed),
    )
    read = [one for one in both if harm_state(one[1]) != "unread"]
    letters = LETTERS if len(read) > 1 else _ALONE
    return tuple(Fact(*one, ends, letters) for one, ends in zip(read, HALVES, strict=False))


def unread(result):
    """Return the lines of what was not read of people; none for what has no row here and no harm, as nothing was."""
    if result.chosen is None and result.harm is None:
        return []
    both = ((result.gain, said.better_head(result)), (result.harm, said.harmed_head(result)))
    return [head for row, head in both if row is None]


def halves(result):
    """Return what the halves say."""
    return tuple(_half(fact) for fact in facts(result))


def _half(fact):
    row, letters = fact.row, fact.letters
    state, head = harm_state(row), re.sub(_BOLD, r"<b>\1:</b>", wrapped(fact.head, letters))
    ends = "" if row.low is None else f" ({said.interval(row.low, row.high)})"
    doubt = said.doubt(row)
    if state == "counted":
        one, other = said.groups(row)
        over = (f"{one}: {_of_100(row.value)}{ends}", f"{other}: {_of_100(row.without)}")
        # What must be known of a trial, to see what its bars are worth, stands at them.
        known = f"{row.brief}. " if row.brief else ""
        known += f"{said.number(row.operated)} of those 100 operated on. " if row.operated else ""
        return Half(head, over, under=wrapped(f"{known}{doubt}", letters), low=_LOW["bars"])
    if state == "times":
        ticks = tuple("1: alike" if tick == 1 else f"{tick}" for tick in _TICKS) if ends else ("",) * len(_TICKS)
        under = wrapped(f"How many of 100 was not read. {doubt}", letters)
        low = _LOW["scale" if ends else "line"]
        return Half(head, (f"{said.number(row.value)} times as often{ends}", ""), ticks, under, low)
    alike = f"alike: {row.brief}" if row.brief else "alike with it and without"
    over = alike if state == "alike" else "told in words, not counted"
    return Half(head, (over, ""), under=wrapped(doubt, letters), low=_LOW["line"])


def _head(told):
    """Return how high the heads are: bars of both halves stand beside each other."""
    return LINE_OF_CARD * max((1 + half.head.count("<br>") for half in told), default=0)


def used(result):
    """Return how high the halves are, in sizes of the type."""
    told = halves(result)
    under = [half.low + LINE_OF_CARD * (1 + half.under.count("<br>") if half.under else 0) for half in told]
    return _head(told) + max(under) + _SPACE if told else 0.0


def _of_100(share):
    return "not counted" if share is None else f"{said.number(share)} of 100"


def words(result, top, theme):
    """Return the words of both halves, which begin at `top`; empty ones in a hall, where a line says them."""
    about, font = frame(theme), theme.text(size=CARD_TYPE)
    told = () if theme.large else halves(result)
    rows, head = [], _head(told)
    padded = [*told, Half(""), Half("")][: len(HALVES)]
    for half, (left, right) in zip(padded, HALVES, strict=True):
        places = [(left, 0.0, half.head, "bottom right"), (left, head + half.low, half.under, "bottom right")]
        places += [(left, head + at, text, "middle right") for at, text in zip(_OVER, half.over, strict=True)]
        places += [
            (across(tick, (left, right), _TIMES), head + _UNDER_TICKS, text, "middle center")
            for tick, text in zip(_TICKS, half.ticks, strict=True)
        ]
        rows += [(x, top - down * about.em, text, where, font) for x, down, text, where in places]
    return rows


def shapes(result, top, theme):
    """Yield the bars of both halves, each on the outline of all hundred people, and the scales of times as often."""
    about, told = frame(theme), () if theme.large else facts(result)
    tracks, bars, ranges, scales, alike, times = [], {}, [], [], [], []
    top -= _head(halves(result)) * about.em
    for fact in told:
        row, ends = fact.row, fact.ends
        if harm_state(row) == "counted":
            places = [top - at * about.em for at in _BARS]
            for name, share, y in zip(("with it", "without it"), (row.value, row.without), places, strict=True):
                tracks += [] if share is None else [_bar(100, y, ends, about)]
                bars[fact.bars, name] = [] if share is None else [_bar(share, y, ends, about)]
            ranges += _range(row, _PEOPLE, places[0], ends, about)
        elif harm_state(row) == "times" and row.low is not None:
            y = top - _SCALE * about.em
            scales += _scale(y, ends, about)
            alike.append([(across(1, ends, _TIMES), y + up * about.em) for up in (-0.6, 0.5)])
            times += _range(row, _TIMES, y, ends, about)
            times.append([(across(row.value, ends, _TIMES), y + up * about.em) for up in (-0.4, 0.4)])
    yield from _people(tracks, bars, ranges, {fact.bars for fact in told if fact.borrowed}, theme)
    thin = {"color": theme.muted, "width": theme.line * 0.5}
    yield line("Scale of times", scales, thin)
    yield line("As often", alike, thin)
    yield line("Times as often", times, {"color": theme.ink, "width": theme.line})


def _people(tracks, bars, ranges, borrowed, theme):
    thin = {"width": theme.line * 0.5, "digits": 4}
    yield shape("All hundred", tracks, fill=theme.paper, edge=theme.grid, **thin)
    for name, role in (("People", "treatment"), ("Harmed people", "pain")):
        edge, with_it, without = theme.color(role), bars.get((name, "with it"), []), bars.get((name, "without it"), [])
        full = theme.fill(role) if name in borrowed else edge
        yield shape(f"{name} with it", with_it, fill=full, edge=edge, **thin)
        yield shape(f"{name} without it", without, fill=theme.paper, edge=theme.ink, **thin)
    yield line("Range of people with it", ranges, {"color": theme.ink, "width": theme.line}, digits=4)


def _bar(share, y, ends, about):
    half = _HALF * about.em
    return box(across(0, ends, _PEOPLE), y - half, across(share, ends, _PEOPLE), y + half)


def _range(row, scale, y, ends, about):
    """Return the line of an interval with an upright at each end; nothing where it was not seen."""
    if row.low is None:
        return []
    low, high = (across(end, ends, scale) for end in (row.low, row.high))
    half = _HALF * about.em
    return [[(low, y), (high, y)], *([(x, y - half), (x, y + half)] for x in (low, high))]


def _scale(y, ends, about):
    low = y - 0.6 * about.em
    found = [[(ends[0], low), (ends[1], low)]]
    for tick in _TICKS:
        x = across(tick, ends, _TIMES)
        found.append([(x, low), (x, low - 0.25 * about.em)])
    return found
