"""The card of the open box, painted under the map and always as high: who says what, three cells, size and money.

Size: points of 100 on the scale of the shelf, and under it how much, which way, when, against what, and who paid. Harm:
a hundred people with the treatment and a hundred without it. How sure: four dots, or a dash. Where guidelines are
compared, their sentences stand in place of the cells. A test has its bars there, a question its ways on, and a door the
signs that lead through it.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.treatment.pathway import evidence
from spine_edu.treatment.pathway.evidence import DOTS, signs
from spine_edu.treatment.pathway.graph import boxes, signs_here
from spine_edu.treatment.pathway.measured import (
    harm_head,
    harm_source,
    harm_words,
    paid_words,
    reading,
    scale_words,
    sure,
)
from spine_edu.treatment.pathway.model import time_at
from spine_edu.treatment.pathway.places import BOTTOM, WIDE, unit
from spine_edu.treatment.pathway.words import (
    asked_briefly,
    asked_words,
    compared,
    compared_briefly,
    judged,
    onwards,
    title,
)

#: Upper edge of the card, under the chips; left and right edge of its three cells.
_TOP, _CELLS = BOTTOM - 2.25, ((0.6, 10.4), (11.4, 24.2), (25.2, 33.6))
#: Height of a line of words of size 1, in sizes of the type; sizes of sentences and of the words of cells.
_LINE, _SENTENCE, _SMALL = 1.3, 0.93, 0.86
#: How high the scale and the people are.
_GLYPH = 1.15
#: Lines of what is asked and of what was measured, on a page and for a hall.
_ASKED, _TOLD = (3, 2), (3, 1)
#: Letters of a line of a sentence and of small words, on a page and for a hall.
_LETTERS, _SMALL_LETTERS = (62, 57), (70, 57)
#: Letters of the name of a source.
_SOURCE = 22
#: Words of the two ways from 0 on the scale and of 0; the same where no scale is drawn, as there is no number on it.
_WAYS, _ZERO = ("◂ more", "▸ less pain"), "0: the same"
_NO_WAYS, _NO_NUMBER = ("", "Less pain"), "no number"
#: Ends of the scale, in points of 100; on it half the height of the mark, and half its width in points.
_POINTS, _TALL, _THIN = (-24.0, 51.0), 0.42, 0.55
#: A hundred people: how many stand in a row and in a column, and the left edges and width of the two squares.
_ROW, _COLUMN, _SQUARES, _SQUARE = 20, 5, (11.4, 18.0), 6.2
#: Where the bars of a test begin in each half, where the names before them end, and how long a hundred people are.
_HALVES, _NAMES, _HUNDRED, _BAR = (0.4, 17.4), 7.2, 5.3, 0.66
#: What a test finds in somebody.
_FOUND = {"raise": "hurt", "scan": "seen"}
#: Everything that is drawn of cells and tests, from the ground up.
SHAPES = (
    "Scale: too small to notice",
    "Scale: none, and what people notice",
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

    sentence: float
    instead: float
    second: float
    label: float
    glyph: float
    number: float
    told: float
    low: float
    key: float
    end: float


def frame(theme):
    """Return the `Frame` of the card in a theme: for a hall, words are larger and some are left out."""
    line = _LINE * theme.size / unit(theme)
    sentence, small = (line * (1 if theme.large else size) for size in (_SENTENCE, _SMALL))
    top = _TOP - 0.3
    label = top - sentence * _ASKED[theme.large] - 0.2
    glyph = label - small
    number = glyph - _GLYPH - 0.05
    told = number - small - 0.1
    low = told - sentence * _TOLD[theme.large] - 0.1
    key = low - 0.1
    second = top - sentence * (_ASKED[theme.large] - 1)
    return Frame(
        top, top - sentence - 0.2, second, label, glyph, number, told, low, key, key - small * (1 if theme.large else 4)
    )


def _wrapped(text, theme):
    return wrapped(text, _LETTERS[theme.large])


def sentence(result, here, box, theme):
    """Return the open box in bold, and what is said of it by who is asked; briefly where there is no room for that."""
    if not judged(box):
        return f"<b>{boxes()[box].title}</b>"
    name, lines = title(box), _ASKED[theme.large]
    told = _wrapped(f"{name}. {asked_words(result, here, box)}", theme)
    if compared(result, here, box) and theme.large:
        # The line is needed for what they say.
        told = told.split("<br>")[0].rpartition(". ")[0] + "."
    elif told.count("<br>") >= lines:
        told = _wrapped(f"{name}. {asked_briefly(result, here, box)}", theme)
    return told.replace(f"{name}.", f"<b>{name}.</b>", 1)


def texts(result, here, box, theme):
    """Return all words of the card, in the order of `_rows`; empty where there is nothing to be said."""
    about, time = result.complaint, time_at(result.steps, here)
    found = [sentence(result, here, box, theme), _instead(result, here, box, theme), _told(result, here, box, theme)]
    found.append(_compared(result, here, box, theme))
    if not measured(box) or compared(result, here, box):
        bars = [""] * 10 if compared(result, here, box) else _test_words(box)
        return [*found, *[""] * 9, *bars]
    dots = DOTS[sure(box, about, time)]
    heads, zero = (_WAYS, _ZERO) if evidence.size(evidence.effect(box, about, time)) else (_NO_WAYS, _NO_NUMBER)
    # Four empty dots would look like the lowest grade.
    graded = "●" * dots + "○" * (4 - dots) if dots else "–"
    found += [*heads, harm_head(box, about, time, theme.large), "How sure", graded]
    found += [zero, harm_words(box, about, time, theme.large), sure(box, about, time)]
    source = "" if theme.large else harm_source(box, about, time)
    found.append(source if len(source) <= _SOURCE else "another paper")
    return [*found, *_test_words(box)]


def _told(result, here, box, theme):
    """Return what stands under the cells: the size in words, and on a page who paid."""
    if not judged(box) or compared(result, here, box):
        return ""
    about = box, result.complaint, time_at(result.steps, here)
    if theme.large:
        return "" if reading(box) else scale_words(*about, briefly=True)
    told = [text for text in (scale_words(*about), paid_words(*about)) if text]
    lines = "<br>".join(_wrapped(text, theme) for text in told)
    if lines.count("<br>") >= _TOLD[theme.large]:
        lines = _wrapped(" ".join(told), theme)
    if lines.count("<br>") >= _TOLD[theme.large]:
        # Who it was stands before the first comma; the whole is in the table.
        lines = _wrapped(f"{told[0]} {told[1].split(',')[0]}.", theme)
    return lines


def measured(box):
    """Return whether a box is a treatment, with a size and harms."""
    return judged(box) and not reading(box)


def _instead(result, here, box, theme):
    """Return what stands in place of the cells: a question's ways on, a door's signs, or what a box is."""
    row = boxes()[box]
    if row.kind == "door":
        own = signs_here(result.steps, here, box)
        told = f"{len(own) or 'None'} of its {len(signs(box))} signs is here" if len(own) < 2 else ""
        told = told or f"{len(own)} of its {len(signs(box))} signs are here"
        past = ": past every box on the right." if own else "."
        return "<br>".join(_wrapped(text, theme) for text in (told + past, *(f"✓ {sign}" for sign in own)))
    if row.kind in ("end", "finding"):
        return _wrapped(row.about, theme)
    if row.kind == "question":
        return _wrapped(onwards(box), theme)
    return ""


def _compared(result, here, box, theme):
    """Return what all guidelines say, a line or two each, where they are compared."""
    said = (compared_briefly if theme.large else compared)(result, here, box)
    return "<br>".join(wrapped(text, _SMALL_LETTERS[theme.large]) for text in said)


def _test_words(box):
    """Return the words of an open test: a head for each group, and name and number of each bar."""
    groups = reading(box)
    empty = len(_HALVES) - len(groups)
    bars = [
        text
        for counts in groups.values()
        for name, count in zip(("100 herniated", "100 not"), counts, strict=True)
        for text in (name, f"{count:.0f} {_FOUND[box]}")
    ]
    return [*(f"<b>{group}</b>" for group in groups), *[""] * empty, *bars, *[""] * 4 * empty]


def _test_lines(at, theme):
    """Yield half and upper edge of each bar of a test, with a herniation and without."""
    high = (at.glyph - at.told) / 2
    for half in _HALVES:
        for number in range(2):
            yield half, at.glyph - high * number, high


def traces(result, theme):
    """Yield the words of the card."""
    at, found = frame(theme), texts(result, result.here, result.opened, theme)
    small = {**theme.text(size=_SMALL), "color": theme.muted}
    left = [cell[0] for cell in _CELLS]
    right = "bottom right"
    zero, middle = across(0), at.glyph - _GLYPH / 2
    full, little = theme.text(size=_SENTENCE), theme.text(size=_SMALL)
    rows = [(0.4, y, right, full) for y in (at.sentence, at.instead, at.told)]
    rows.append((0.4, at.second, right, little))
    rows += [(zero - 0.05, at.label, "bottom left", small), (zero + 0.15, at.label, right, small)]
    rows += [(x, at.label, right, small) for x in left[1:]]
    rows.append((left[2], middle, "middle right", theme.text(size=1.15)))
    rows.append((zero - 0.25, at.number, right, little))
    rows += [(x, at.number, right, little) for x in left[1:]]
    rows.append((left[1], middle, "middle right", small))
    rows += [(half, at.label, right, theme.text(size=_SMALL)) for half in _HALVES]
    for half, y, high in _test_lines(at, theme):
        rows += [
            (half + _NAMES - 0.25, y - high / 2, "middle left", theme.text(size=_SMALL)),
            (half + _NAMES + _HUNDRED + 0.1, y - high / 2, "middle right", theme.text(size=_SMALL)),
        ]
    yield words(
        "Words of the card", [(x, y, text, side, font) for (x, y, side, font), text in zip(rows, found, strict=True)]
    )


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
    none = [EMPTY] * 8
    if compared(result, here, box):
        return [EMPTY] * len(SHAPES)
    if not measured(box):
        return [*none, *_bars(box, at, theme)]
    size = evidence.size(evidence.effect(box, about, time))
    # A harm of another trial is told and not painted: beside this size it would look like a price of it.
    harm = None if evidence.elsewhere(box, about, time) else evidence.harm(box, about, time)
    return [*_scale(size, at.glyph), *_people(harm, at.glyph), EMPTY, EMPTY]


def across(points):
    """Return where a number of points lies on the scale."""
    (left, right), (low, high) = _CELLS[0], _POINTS
    return left + (right - left) * (points - low) / (high - low)


def _scale(size, top):
    """Return the band that people do not notice, its lines, and on it what was measured; nothing without a number."""
    if size is None:
        return [EMPTY] * 5
    border = data.parameter("treatment_shelf.border").value
    low, middle = top - _GLYPH, top - _GLYPH / 2
    band = _box(across(-border), across(border), low, top)
    rails = "".join(f"M{across(at):.2f},{low:.2f}V{top:.2f}" for at in (0, border))
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


def _bars(box, at, theme):
    """Return the paths of hundreds of people, and of those of them whom a test hurts."""
    groups = reading(box)
    if not groups:
        return [EMPTY, EMPTY]
    counts = [count for group in groups.values() for count in group]
    hundred = hurt = ""
    for (half, y, high), count in zip(_test_lines(at, theme), counts, strict=False):
        left, low = half + _NAMES, y - (high + _BAR) / 2
        hundred += _box(left, left + _HUNDRED, low, low + _BAR)
        hurt += _box(left, left + _HUNDRED * count / 100, low, low + _BAR)
    return [hundred, hurt]


def _box(left, right, low, high):
    return f"M{left:.2f},{low:.2f}H{right:.2f}V{high:.2f}H{left:.2f}Z"
