"""What was read of harms, as it is painted: counted, so many times as often, alike, said in words, or not read."""

from functools import cache

from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.outlines import line, shape
from spine_edu.treatment.shelf import words as said
from spine_edu.treatment.shelf.boards import LINE, box, in_table_order
from spine_edu.treatment.shelf.frame import frame, of_people
from spine_edu.treatment.shelf.model import chance, harm_state

#: How wide the signs for alike and for words are on the card, as a share of the width.
_SIGNED = 0.072
#: Where across the people of the card begin; px from one to the next; how many stand in a row.
PEOPLE, _PITCH, _SIDE = 0.56, 7.5, 25
#: Height of a row of people, and of a person, in sizes of the type.
_ROW, _TALL = 0.92, 0.81
#: Where the two squares begin, under the beginning of the card, and where they end; where a sign for harms stands, and
#: its half height.
_SQUARES, _SQUARED, _SIGN, _HALF = (3.75, 8.85), 12.75, 5.1, 0.55
#: Ends and ticks of the scale of times as often, and how long it is as a share of the width.
_TIMES, _TICKS, _LONG = (0.0, 4.0), (0, 1, 2, 3, 4), 0.36
#: Letters of a line of words beside the sign.
_LETTERS = 30


# The column ----------------------------------------------------------------------------------------------------------


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


def _range(low, high, y):
    """Return the line of an interval with an upright at each end."""
    return [[(low, y), (high, y)], *([(x, y - 0.11), (x, y + 0.11)] for x in (low, high))]


def _written(name, boxes, theme):
    """Return the sign for words in boxes (left, right, low, high): three written lines, the last one shorter."""
    strokes = []
    for left, right, low, high in boxes:
        ends = (right, right, left + 0.6 * (right - left))
        strokes += [[(left, y), (end, y)] for y, end in zip((high, (low + high) / 2, low), ends, strict=True)]
    return line(name, strokes, {"color": theme.color("pain"), "width": theme.line * 0.5}, digits=4)


def short(row, theme):
    """Return the two lines of words in the column of harms of a row; the second is empty where bars stand.

    In a hall there is no room for a name or an interval.
    """
    harm, state = row.harm, row.harm_state
    if not row.compared and state == "unread":
        return "", ""
    if row.elsewhere:
        # Its source in the place of bars: nobody takes it for the row's own.
        return _in_letters(row.elsewhere, theme)[0], "elsewhere" if theme.large else said.named(row.elsewhere)
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


# The card ------------------------------------------------------------------------------------------------------------


def card_words(result, theme):
    """Return the words beside what the card paints of harms; empty ones in a hall, which has no card."""
    about, font = frame(theme), theme.text(size=0.86)
    texts = [""] * (len(_SQUARES) + len(_TICKS) + 4) if theme.large else _texts(result)
    spots = [(PEOPLE, about.card - (at - 0.75) * about.em, "middle right") for at in _SQUARES]
    low = about.card - (_SIGN + 1.65) * about.em
    spots += [(_time(tick), low, "middle center") for tick in _TICKS]
    spots.append((PEOPLE, about.card - (_SIGN - 2.2) * about.em, "bottom right"))
    spots.append((PEOPLE, about.card - (_SIGN + 2.4) * about.em, "bottom right"))
    spots.append((PEOPLE, about.card - _SQUARED * about.em, "bottom right"))
    spots.append((PEOPLE, about.card - 0.3 * about.em, "bottom right"))
    return [(x, y, text, where, font) for (x, y, where), text in zip(spots, texts, strict=True)]


def _texts(result):
    """Return the words at what the card paints of harms.

    Over the squares of people, at the ticks of times, over the sign and under it, under the squares, and on top.
    """
    harm, state = result.harm, harm_state(result.harm)
    squares, ticks, over, under, doubt = ["", ""], [""] * len(_TICKS), "", "", ""
    if state == "counted":
        ends = "" if harm.low is None else f" ({said.interval(harm.low, harm.high)})"
        squares = [f"with it: {_of_100(harm.value)}{ends}", f"without it: {_of_100(harm.without)}"]
        # What was counted beside nobody has its note in the sentence.
        doubt = _under(f"{said.doubt(harm)} {harm.note if harm.without is not None else ''}".strip())
    elif state == "times":
        ends = f" ({said.interval(harm.low, harm.high)})"
        ticks = ["1: alike" if tick == 1 else f"{tick}" for tick in _TICKS]
        over = f"{said.number(harm.value)} times{ends}"
        under = _under("How many of 100 people was not read.", said.doubt(harm))
    elif state in ("alike", "words"):
        over = "alike with it and without" if state == "alike" else "in words, not counted"
        under = _under(harm.note, said.doubt(harm))
    else:
        over = "harms: not read"
    return [*squares, *ticks, over, under, doubt, wrapped(said.harm_head(result), _LETTERS)]


def _under(*texts):
    return "<br>".join(wrapped(text, _LETTERS) for text in texts)


def _of_100(share):
    return "not counted" if share is None else f"{said.number(share)} of 100"


def _time(times):
    """Return where so many times as often stand, as a share of the width."""
    low, high = _TIMES
    return PEOPLE + 0.01 + _LONG * (times - low) / (high - low)


def card(result, theme):
    """Yield what the card paints of harms: people, the range of times as often, or the sign for alike or words."""
    yield from _people(result, theme)
    yield from _times(result, theme)
    about, state = frame(theme), "" if theme.large else harm_state(result.harm)
    y, wide = about.card - (_SIGN - 0.1) * about.em, _SIGNED
    bars = [box(PEOPLE, y + up * about.em, PEOPLE + wide, y + (up + 0.2) * about.em) for up in (0.25, -0.35)]
    thin = {"width": theme.line * 0.5, "digits": 4}
    yield shape("Alike", bars if state == "alike" else [], fill=theme.ink, edge=theme.ink, **thin)
    boxes = [(PEOPLE, PEOPLE + wide, y - _HALF * about.em, y + _HALF * about.em)] if state == "words" else []
    yield _written("Said in words", boxes, theme)


def _times(result, theme):
    """The scale of times as often, a line where both are alike, and the range of what was found."""
    about, harm = frame(theme), result.harm
    there = not theme.large and harm_state(harm) == "times"
    y = about.card - (_SIGN + 0.1) * about.em

    def upright(times, half):
        return [(_time(times), y - half * about.em), (_time(times), y + half * about.em)]

    scale = [[(_time(_TIMES[0]), y - 0.7 * about.em), (_time(_TIMES[1]), y - 0.7 * about.em)]]
    scale += [[(_time(tick), y - 0.7 * about.em), (_time(tick), y - 0.95 * about.em)] for tick in _TICKS]
    yield line("Scale of times", scale if there else [], {"color": theme.muted, "width": theme.line * 0.5})
    alike = [upright(1, 0.7)] if there else []
    yield line("As often", alike, {"color": theme.muted, "width": theme.line * 0.5})
    found = [[(_time(harm.low), y), (_time(harm.high), y)], upright(harm.value, 0.35)] if there else []
    yield line("Times as often", found, {"color": theme.color("pain"), "width": theme.line * 1.3})


def _people(result, theme):
    """The hundred people with the treatment and the hundred without it: harmed, well, or counted by nobody.

    Of a person who is not whole in an average only a part is filled, from the feet up.
    """
    about, harm = frame(theme), result.harm
    counted = not theme.large and harm_state(harm) == "counted"
    shares = (harm.value, harm.without) if counted else ()
    harmed, parts, well, unknown = [], [], [], []
    for top, share in zip(_SQUARES, shares, strict=False):
        for person in range(100):
            spot = _PITCH * (person % _SIDE + 0.5), about.card - top - _ROW * (person // _SIDE + 0.5)
            part = 0 if share is None else round(min(max(share - person, 0), 1), 1)
            (unknown if share is None else harmed if part == 1 else well).append(spot)
            if 0 < part < 1:
                parts.append((spot, part))
    where, pain = {"xsizemode": "pixel", "xanchor": PEOPLE}, theme.color("pain")
    for name, group, color, fill in (
        ("People nobody counted", unknown, theme.grid, None),
        ("People without harm", well, theme.muted, None),
        ("People with harm", harmed, pain, pain),
    ):
        path = outlines.Stamped(_person(), tuple(group))
        yield outlines.drawn(name, path, {"width": 1, "color": color}, fill=fill, **where)
    pieces = [[(x + px, y + up) for px, up in _part(part)] for (x, y), part in parts]
    yield shape("Parts of a person", pieces, fill=pain, edge=pain, width=0, digits=2, **where)


@cache
def _person():
    """Return a person who stands at (0, 0) as a path: x in px, y in sizes of the type."""
    half = _TALL / 2
    head = _oval(0, 0.62 * half, 1.9, 0.17)
    return f"{head}M-3,-{half:.2f}C-3,{0.42 * half:.2f},3,{0.42 * half:.2f},3,-{half:.2f}Z"


def _part(share):
    """Return the outline of a person's body up to a share of the whole person, from the feet: what is filled of it."""
    half, steps = _TALL / 2, 12
    bow = [_bow(step / steps) for step in range(steps + 1)]
    body = [(-3 + 6 * (3 * t * t - 2 * t**3), -half + up * 1.42 * half) for t, up in bow]
    level = -half + share * 2 * half
    return [(px, min(up, level)) for px, up in body]


def _bow(t):
    """Return how far along a body's bow is, and how high it stands there: 0 at the feet, 0.75 at the neck."""
    return t, 3 * t * (1 - t)


def _oval(x, y, wide, high):
    up, down = y + 4 / 3 * high, y - 4 / 3 * high
    left, right = x - wide, x + wide
    return (
        f"M{left:.1f},{y:.2f}C{left:.1f},{up:.2f},{right:.1f},{up:.2f},{right:.1f},{y:.2f}"
        f"S{left:.1f},{down:.2f},{left:.1f},{y:.2f}"
    )


@cache
def ball(wide, high):
    """Return a round mark at (0, 0) as a path, so wide and so high from its middle."""
    return _oval(0, 0, wide, high)
