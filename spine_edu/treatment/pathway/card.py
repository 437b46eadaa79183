"""The card of the open box, painted under the map and always as high: words at the left, facts at the right.

Words: what is open, and who says what of it; where guidelines are compared, each of them in a few words. Facts: how
much less pain and against what, on the scale of the shelf; the harm, as a hundred people with the treatment and a
hundred without it; and how sure. A test has its bars there, a question its ways on, and a door the signs that lead
through it, in few words. The rest is in the table.
"""

import re
from dataclasses import dataclass

from spine_edu import data
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.treatment.pathway import evidence
from spine_edu.treatment.pathway.evidence import in_few_words, signs
from spine_edu.treatment.pathway.facts import ENDS, LETTERS, facts, foot, found_in_hall, in_lines
from spine_edu.treatment.pathway.graph import boxes, signs_here
from spine_edu.treatment.pathway.measured import reading, size_briefly
from spine_edu.treatment.pathway.model import time_at
from spine_edu.treatment.pathway.places import BOTTOM, WIDE, unit
from spine_edu.treatment.pathway.words import (
    asked_briefly,
    asked_words,
    compared,
    compared_briefly,
    judged,
    onwards,
    sign_briefly,
    title,
)

#: Upper edge of the card, under the chips; left and right edge of its two columns.
_TOP, LEFT, RIGHT = BOTTOM - 2.25, (0.5, 16.6), (17.5, 33.6)
#: Height of a line of words of size 1, in sizes of the type; size of the words.
_LINE, _SMALL = 1.3, 0.86
#: How high the scale and the people are.
_GLYPH = 1.15
#: Lines of the left column, on a page and for a hall.
LINES = (11, 5)
#: Letters of a line of a name, which is bold; and of a line over both columns in a hall.
_BOLD, _ACROSS = (28, 24), 57
#: Ends of the scale, in points of 100; on it half the height of the mark, and half its width in points.
_POINTS, _TALL, _THIN = (-24.0, 51.0), 0.42, 0.55
#: Points of 100 between two of its ticks, how high a tick is, and how far the number of an end reaches over its tick.
_TEN, _TICK, _END = 10, 0.3, 0.45
#: Room between the squares of people and the words under them.
_CLEAR = 0.25
#: A hundred people: how many stand in a row and in a column, and the left edges and width of the two squares.
_ROW, _COLUMN, _SQUARES, _SQUARE = 20, 5, (17.5, 25.8), 7.8
#: Where the names before the bars of a test end, and how long a hundred people are.
_NAMES, _HUNDRED, _BAR = 7.2, 5.2, 0.66
#: What stands at a door without a sign that is here, and with one.
_AT_DOOR = (
    ("That proves nothing: signs are asked for again at every visit.",),
    ("One is enough: this door comes first.", "A sign is a reason to look, and not a finding."),
)
#: What a test finds in somebody.
_FOUND = {"raise": "hurt", "scan": "seen"}
#: Everything that is drawn of facts and tests, from the ground up.
SHAPES = (
    "Scale: less than is called worth having",
    "Scale: none, and what is called worth having",
    "Size: interval",
    "Size",
    "Size from memory",
    "A hundred with it, a hundred without",
    "People with harm",
    "Rows of people",
    "A hundred people",
    "Those in whom a test finds it",
)


@dataclass(frozen=True)
class Frame:
    """Where the lines of the card begin, from the top down; `low` is its lower edge, `end` that of the picture."""

    top: float
    glyph: float
    told: float
    harm: float
    people: float
    number: float
    further: float
    sure: float
    foot: float
    low: float
    key: float
    end: float


def frame(theme):
    """Return the `Frame` of the card in a theme: for a hall, words are larger, and heads and people are left out."""
    line = _LINE * theme.size / unit(theme) * (1 if theme.large else _SMALL)
    top = _TOP - 0.3
    glyph = top - (0.1 if theme.large else line)
    told = glyph - _GLYPH - 0.1
    harm = told - (2 if theme.large else 3) * line - 0.15
    people = harm - line
    number = harm if theme.large else people - _GLYPH - _CLEAR
    # In a hall a number has two lines and no other harm under it; and how sure stands in one line.
    further = number - line
    sure_at = further - line - 0.1
    foot = sure_at - line * (1 if theme.large else 2) - 0.1
    low = foot - 0.1 if theme.large else foot - line - 0.1
    key = low - 0.1
    end = key - line * (1 if theme.large else 4)
    return Frame(top, glyph, told, harm, people, number, further, sure_at, foot, low, key, end)


def texts(result, here, box, theme):
    """Return all words of the card, in the order of `_rows`; empty where there is nothing to be said."""
    found = [_left(result, here, box, theme), _right(result, here, box, theme)]
    told = facts(result, here, box, theme) if measured(box) else [""] * 10
    return [*found, *told, *_test_words(box)]


def measured(box):
    """Return whether a box is a treatment, with a size and harms."""
    return judged(box) and not reading(box)


def _left(result, here, box, theme):
    """Return the open box in bold, and under it what is said of it; as many lines as there is room for."""
    kind, about = boxes()[box].kind, [] if judged(box) else _about(result, here, box, theme)
    sign = _sign(result, here, box)
    if kind in ("question", "door") and theme.large:
        # Its ways on, or its signs, take both columns.
        parts = [*sign, *onwards(box)] if kind == "question" else [*about, *_own(result, here, box)]
        ways = (" · " if kind == "question" else " ").join(parts)
        return _bold(boxes()[box].title, [wrapped(ways.replace("<br>", " "), _ACROSS).replace("<br>· ", "<br>")])
    if not judged(box):
        return _bold(_name(box, theme), [*sign, *about])
    head = title(box)
    if compared(result, here, box):
        first = sign or [asked_words(result, here, box).split(". ")[0]]
        few = [*first, *compared_briefly(result, here, box, theme.large)]
        if theme.large:
            # A line each: without its words where they do not fit.
            few = [text if len(text) <= LETTERS[1] else text.split(":")[0] for text in few]
        return _bold(head, [in_lines(text, theme) for text in few if text])
    lines = in_lines(asked_words(result, here, box), theme)
    if lines.count("<br>") + 2 + len(sign) > LINES[theme.large]:
        lines = in_lines(asked_briefly(result, here, box), theme)
    found = [*sign, *([lines] if lines else [])]
    told = in_lines(evidence.headline(box, time_at(result.steps, here)), theme)
    if reading(box) and (lines + told).count("<br>") + 4 + len(sign) <= LINES[theme.large]:
        found += ["", told]
    return _bold(head, found)


def _bold(head, parts):
    """Return a head in bold over lines."""
    lines = "<br>".join(parts).split("<br>") if parts else []
    there = head.split("<br>")
    bold = "<br>".join(f"<b>{line}</b>" for line in there)
    return "<br>".join([bold, *lines])


def _name(box, theme):
    """Return the name of a question, a door or an end in lines."""
    return wrapped(boxes()[box].title, _BOLD[theme.large])


def _about(result, here, box, theme):
    """Return what stands under the name of a question, a door or an end: its first sentences, or how many signs."""
    if boxes()[box].kind == "door":
        own, all_ = signs_here(result.steps, here, box), len(signs(box))
        count = f"{len(own) or 'None'} of its {all_} signs {'are' if len(own) > 1 else 'is'} here."
        if theme.large:
            return [in_lines(count, theme)]
        return [in_lines(count, theme), "", *(in_lines(text, theme) for text in _AT_DOOR[bool(own)])]
    # A line more than elsewhere: who paid is no matter of a question.
    room = LINES[theme.large] - theme.large - _name(box, theme).count("<br>") - len(_sign(result, here, box))
    # Sources stand in the sentence under the picture.
    text, found = re.sub(r" \(\[@.*?\]\)", "", boxes()[box].about), ""
    for one in re.split(r"(?<=\.) ", text):
        longer = f"{found} {one}".strip()
        if in_lines(longer, theme).count("<br>") >= room:
            break
        found = longer
    return [in_lines(found, theme)] if found else []


def _right(result, here, box, theme):
    """Return what stands at the top of the facts where no scale does.

    That is what trials found of a treatment without a number, a question's ways on, or the signs of a door that are
    here.
    """
    about = box, result.complaint, time_at(result.steps, here)
    if measured(box) and evidence.size(evidence.effect(*about)) is None:
        return found_in_hall(about) if theme.large else in_lines(size_briefly(*about), theme)
    if theme.large:
        return ""
    kind = boxes()[box].kind
    found = _list(result, here, box) if kind == "door" else onwards(box) if kind == "question" else []
    return "<br>".join(in_lines(text, theme) for text in found)


def _sign(result, here, box):
    """Return the sign that waits for its door, ticked, in a list; an empty one without it, and at a door."""
    return [f"✓ {sign}" for sign in sign_briefly(result.steps, here) if boxes()[box].kind != "door"]


def _own(result, here, box):
    """Return the signs of a door that are here, ticked."""
    return [f"✓ {sign}" for sign in signs_here(result.steps, here, box)]


def _list(result, here, box):
    """Return all signs of a door in few words, those that are here ticked."""
    own = signs_here(result.steps, here, box)
    return [f"{'✓' if sign in own else '•'} {in_few_words(sign)}" for sign in signs(box)]


def _test_words(box):
    """Return the words of an open test: a head for each group, and name and number of each bar."""
    groups = reading(box)
    empty = 2 - len(groups)
    bars = [
        text
        for counts in groups.values()
        for name, count in zip(("100 herniated", "100 not"), counts, strict=True)
        for text in (name, f"{count:.0f} {_FOUND[box]}")
    ]
    return [*(f"<b>{group}</b>" for group in groups), *[""] * empty, *bars, *[""] * 4 * empty]


def _test_lines(at):
    """Yield the upper edges of the head and of the two bars of each group of a test, and how high a line is."""
    high = (at.top - at.foot) / 6
    for group in range(2):
        upper = at.top - 3 * high * group
        yield upper, (upper - high, upper - 2 * high), high


def _rows(at, theme):
    """Yield place, side and font of all words, in the order of `texts`."""
    font = theme.text(size=_SMALL)
    grey, right = {**font, "color": theme.muted}, "bottom right"
    yield LEFT[0], at.top, right, font
    yield RIGHT[0], at.top, right, font
    low, high = map(across, ENDS)
    yield low - _END, at.top, right, grey
    yield across(0), at.top, "bottom center", grey
    yield across(data.parameter("treatment_shelf.border").value), at.top, "bottom center", grey
    yield high + _END, at.top, "bottom left", grey
    yield RIGHT[0], at.told, right, font
    yield RIGHT[0], at.harm, right, grey
    yield RIGHT[0], at.people - _GLYPH / 2, "middle right", grey
    yield RIGHT[0], at.number, right, font
    yield RIGHT[0], at.further, right, grey
    yield RIGHT[0], at.sure, right, font
    lines = list(_test_lines(at))
    for upper, _, _ in lines:
        yield RIGHT[0], upper, right, font
    for _, bars, high in lines:
        for y in bars:
            yield RIGHT[0] + _NAMES - 0.25, y - high / 2, "middle left", font
            yield RIGHT[0] + _NAMES + _HUNDRED + 0.1, y - high / 2, "middle right", font


def traces(result, theme):
    """Yield the words of the card."""
    at, here, box = frame(theme), result.here, result.opened
    rows = zip(_rows(at, theme), texts(result, here, box, theme), strict=True)
    yield words("Words of the card", [(x, y, text, side, font) for (x, y, side, font), text in rows])
    grey = {**theme.text(size=_SMALL), "color": theme.muted}
    yield words("Who paid", [(LEFT[0], at.foot, foot(result, here, box, theme), "bottom right", grey)])


def shapes(result, theme):
    """Yield the card, its scale and people, and the bars of a test."""
    low = frame(theme).low
    ground = f"M0.05,{low:.2f}H{WIDE - 0.05}V{_TOP:.2f}H0.05Z"
    yield drawn("The card", ground, {"width": 0, "color": theme.muted}, fill=theme.panel)
    bare, thin = {"width": 0, "color": theme.muted}, {"width": theme.line / 2, "color": theme.muted}
    pain, grey, ink = theme.color("pain"), theme.fill("neutral"), theme.ink
    looks = [(bare, grey), (thin, None), (bare, ink), (bare, ink), (bare, theme.panel), (thin, grey), (bare, pain)]
    looks += [({"width": theme.line / 3, "color": theme.panel}, None), (bare, grey), (bare, pain)]
    for name, path, (edge, fill) in zip(SHAPES, paths(result, result.here, result.opened, theme), looks, strict=True):
        yield drawn(name, path, edge, fill=fill)


def paths(result, here, box, theme):
    """Return the paths of `SHAPES` for an open box."""
    at, about, time = frame(theme), result.complaint, time_at(result.steps, here)
    if not measured(box):
        return [*[EMPTY] * 8, *_bars(box, at)]
    size = evidence.size(evidence.effect(box, about, time))
    # A harm of another trial is told and not painted: beside this size it would look like a price of it.
    apart = theme.large or evidence.elsewhere(box, about, time)
    harm = None if apart else evidence.harm(box, about, time)
    return [*_scale(size, at.glyph), *_people(harm, at.people), EMPTY, EMPTY]


def across(points):
    """Return where a number of points lies on the scale."""
    (left, right), (low, high) = RIGHT, _POINTS
    return left + (right - left) * (points - low) / (high - low)


def _scale(size, top):
    """Return the band of less than is called worth having, its lines, and on it what was measured; or nothing."""
    if size is None:
        return [EMPTY] * 5
    border = data.parameter("treatment_shelf.border").value
    low, middle = top - _GLYPH, top - _GLYPH / 2
    band = _box(across(-border), across(border), low, top)
    rails = "".join(f"M{across(at):.2f},{low:.2f}V{top:.2f}" for at in (0, border))
    under, over = middle - _TICK / 2, middle + _TICK / 2
    rails += "".join(f"M{across(at):.2f},{under:.2f}V{over:.2f}" for at in range(ENDS[0], ENDS[1] + 1, _TEN))
    rails += f"M{across(_POINTS[0]):.2f},{middle:.2f}H{across(_POINTS[1]):.2f}"
    ends = "" if size.low is None else _box(across(size.low), across(size.high), middle - 0.07, middle + 0.07)
    mark = _mark(size.value, middle, 1)
    return [band, rails, ends or EMPTY, mark, _mark(size.value, middle, 0.55) if size.remembered else EMPTY]


def _mark(points, middle, share):
    half = _TALL * share
    return _box(across(points - _THIN * 2 * share), across(points + _THIN * 2 * share), middle - half, middle + half)


def _people(row, top):
    """Return the squares of a hundred people with a treatment and without it, those harmed, and the lines between."""
    counted = row is not None and row.measure == "of 100 people" and row.value is not None
    shares = [share for share in (row.value, row.without) if share is not None] if counted else []
    if not shares:
        return [EMPTY] * 3
    low, wide, high = top - _GLYPH, _SQUARE / _ROW, _GLYPH / _COLUMN
    squares = harmed = lines = ""
    for left, share in zip(_SQUARES, shares, strict=False):
        squares += _box(left, left + _SQUARE, low, top)
        whole, rest = divmod(round(share), _COLUMN)
        harmed += _box(left, left + wide * whole, low, top) if whole else ""
        harmed += _box(left + wide * whole, left + wide * (whole + 1), top - high * rest, top) if rest else ""
        lines += "".join(f"M{left + wide * at:.2f},{low:.2f}V{top:.2f}" for at in range(1, _ROW))
        lines += "".join(f"M{left:.2f},{top - high * at:.2f}H{left + _SQUARE:.2f}" for at in range(1, _COLUMN))
    return [squares, harmed or EMPTY, lines]


def _bars(box, at):
    """Return the paths of hundreds of people, and of those of them whom a test hurts."""
    hundred, hurt = "", ""
    for counts, (_, bars, high) in zip(reading(box).values(), _test_lines(at), strict=False):
        for count, y in zip(counts, bars, strict=True):
            left, low = RIGHT[0] + _NAMES, y - (high + _BAR) / 2
            hundred += _box(left, left + _HUNDRED, low, low + _BAR)
            hurt += _box(left, left + _HUNDRED * count / 100, low, low + _BAR)
    return [hundred or EMPTY, hurt or EMPTY]


def _box(left, right, low, high):
    return f"M{left:.2f},{low:.2f}H{right:.2f}V{high:.2f}H{left:.2f}Z"
