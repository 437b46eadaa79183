"""The shelf: each treatment on its board, its effect against a border, its harms beside, and one card."""

from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import mark, predicted, words
from spine_edu.theme import LIGHT
from spine_edu.treatment.shelf import asked, boards, cards, facts, frame, harms, heads
from spine_edu.treatment.shelf.boards import LINE, TEXT
from spine_edu.treatment.shelf.frame import EFFECT, HARM, NAME, SURE, across, of_people, places
from spine_edu.treatment.shelf.model import rows_of
from spine_edu.treatment.shelf.words import (
    NOT_SEEN,
    briefly,
    complaint,
    finding,
    interval,
    span,
    unit,
    with_whom,
    writer,
)

_TICKS = (-10, 0, 10, 20, 30, 40)
#: Certainty -> how many of the four balls are filled.
BALLS = {"high": 4, "moderate": 3, "low": 2, "very low": 1}
#: How many points wide the word at the reader's mark is, also with an arrow, and how far it keeps from the mark.
_YOU, _YOU_OFF, _CLEAR = 7.5, 15.5, 2.2
#: How much smaller a mark on a short interval is; from how many points on the words of run A stand left of its mark.
_ON_SHORT, _FAR = 0.6, 20.0
#: Where the reader's mark stands at most, in points: clear of the next column.
_LAST = frame.POINTS[1] - 2.5


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the shelf as a plotly figure.

    Parameters
    ----------
    result : ShelfResult
    theme : Theme
    held : ShelfResult, optional
        Run A: its row in hand is marked in a strip over the knob.
    prediction : float, optional
        How many points the reader expected of a muscle relaxant in new back pain.
    """
    heights, step, parts = places(result.groups)
    you = _you(prediction, result, heights, theme)
    traces = [
        _marks(result, heights, theme),
        words("Names", _names(result, heights, theme)),
        words("Numbers", _numbers(result, heights, theme)),
        words("Over and under the shelf", _around(result, parts, theme)),
        # What a border moves is a trace of its own, so that the others need not be drawn anew.
        words("At the border", [*heads.knob_words(result, theme), you[1]]),
        _held(held, result, theme),
        you[0],
        _floor(result, theme),
    ]
    shapes = [
        *boards.shapes(result, heights, step, theme),
        *_balls(result, heights, theme),
        *harms.column(result, heights, theme),
        *heads.shapes(result, parts, theme),
        *cards.thing(result, theme),
        *facts.shapes(result, cards.halved(result, theme), theme),
    ]
    return {"data": traces, "layout": frame.layout(shapes, theme, _ticks(theme))}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the picture before the reader has predicted."""
    return asked.veiled(theme, prediction)


def grips(result):
    """Return the handle: the border over the band. Things are pressed, each on its row or on the floor."""
    if result.state.reading == "as_printed":
        return []
    # On the scale of the question its place would be another.
    return [grip(result.state, "border", lambda border: (across(border), frame.KNOB), telling=True)]


def touches(result):
    """Return what is pressed: a row takes its treatment in hand, a tab is a complaint, a head sorts."""
    heights, step, _ = places(result.groups)
    return heads.touches(result, heights, step, [choice(result, row.effect) for row in result.rows])


def choice(result, effect):
    """Return what a press on a row chooses: its treatment, and which of its rows."""
    only = len(rows_of(result, effect.treatment)) == 1
    return f"treatment:{effect.treatment};row:{'first' if only else effect.effect}"


def _ticks(theme):
    effects = [(across(tick), f"{tick}".replace("-", "−")) for tick in _TICKS]
    return effects + [(of_people(tick), f"{tick}") for tick in (0, 50, 100)]


def _marks(result, heights, theme):
    """What was measured: filled where the number was read, a ring where it is from memory, a square if stretched.

    Each place of a thing has its mark, so that it goes with the thing; there is none of what has no other group.
    """
    about, by = frame.frame(theme), {row.effect.effect: row for row in result.rows if row.compared}
    look = {"color": [], "symbol": [], "size": [], "opacity": []}
    x, y = [], []
    for treatment, there in boards.spots(result, heights, theme).items():
        for spot in _padded(there, boards.slots()[treatment], about):
            row = by.get(spot.effect.effect) if spot.effect and spot.shelved else None
            square = row is not None and row.stretched and result.state.reading == "one_scale"
            hand = treatment == result.state.treatment
            x.append(across(row.value if row else 0))
            y.append(spot.y + (LINE * about.em if row else 0))
            faded = row is not None and row.remembered
            look["color"].append(theme.muted if faded else theme.color("treatment") if hand else theme.ink)
            shape = "square" if square else "circle"
            look["symbol"].append(f"{shape}-open" if row and row.remembered else shape)
            look["size"].append(theme.size * _size(row, result))
            look["opacity"].append(1 if row else 0)
    look["line"] = {"color": look["color"], "width": theme.line * 0.8}
    return mark("Effects", x, y, look, hoverinfo="skip", cliponaxis=False)


def _size(row, result):
    """Return how large a mark is, in sizes of the type; on a short interval it leaves the ends to be seen."""
    usual = 0.86 if row is not None and row is result.standing else 0.68
    return usual * (_ON_SHORT if row is not None and boards.short(row) else 1)


def _padded(there, count, about):
    """Return the spots of a treatment, and as many places under the floor as it has at most."""
    gone = boards.Spot(None, "", frame.THING, about.floor, False)
    return [*there, *[gone] * (count - len(there))]


def _names(result, heights, theme):
    """Return the names of all things, on the shelf, on its floor, or nowhere."""
    about, font, small, rows = frame.frame(theme), theme.text(), theme.text(size=0.93), []
    for treatment, there in boards.spots(result, heights, theme).items():
        for spot in _padded(there, boards.slots()[treatment], about):
            held = spot.effect is result.chosen if result.chosen else treatment == result.state.treatment
            text = f"<b>{spot.label}</b>" if held and spot.label else spot.label
            if spot.shelved:
                rows.append((NAME, spot.y + TEXT * about.em, text, "middle right", font))
            else:
                rows.append((spot.x + 0.055, spot.y + 0.55 * about.em, text, "middle right", small))
    return rows


def _numbers(result, heights, theme):
    """Return what stands on each row beside its name, in the order of the table."""
    reading = result.state.reading
    return [
        words for row, height in boards.in_table_order(result, heights) for words in _row(row, height, theme, reading)
    ]


def _row(row, height, theme, reading):
    """Return with whom and until when a row was compared, its number, how sure that is, and its harms."""
    font, grey = theme.text(), {**theme.text(size=0.86), "color": theme.muted}
    em, effect = frame.frame(theme).em, row.effect
    over, under = height + TEXT * em, height + LINE * em
    # In a hall there is no room for a later time; the sentence has it.
    later = row.later and not theme.large
    value = _value(row, reading, f"at {span(row.later)}: {finding(row.later)}" if later else "")
    harm, more = harms.short(row, theme)
    quiet = row.harm_state == "unread" or row.harm_part == "apart"
    return [
        (NAME, under, f"{with_whom(effect)} · {span(effect)}", "middle right", grey),
        (EFFECT[1], over, value, "middle left", _tone(row, theme, theme.text(size=0.93) if later else font)),
        (EFFECT[1], under, "" if row.compared else "no other group", "middle left", grey),
        (*_certainty(row, under, theme), grey),
        (HARM[0], over, harm, "middle right", grey if quiet else theme.text(size=0.93)),
        (HARM[0], under, more, "middle right", grey),
    ]


def _certainty(row, y, theme):
    """Return where the certainty of a row is written, and the word; in a hall its balls say it, if it was graded."""
    graded = row.effect.certainty != "not graded"
    word = briefly(row.effect.certainty) if row.compared and not (graded and theme.large) else ""
    return (HARM[0] - 0.012, y, word, "middle left") if theme.large else (SURE, y, word, "middle right")


def _value(row, reading, later):
    """Return the number of a row with its interval and what was found later; as it was printed, with its unit."""
    ends = interval(row.low, row.high, writer(reading)) or (NOT_SEEN if row.compared else "")
    beside = "; ".join(part for part in (ends, later) if part)
    scale = unit(row.effect) if reading == "as_printed" else ""
    return f"{writer(reading)(row.value)}{scale}{f' ({beside})' if beside else ''}{'' if row.compared else ' lower'}"


def _tone(row, theme, font):
    """Return the type of a number, grey where it is from memory."""
    return {**font, "color": theme.muted} if row.remembered else font


def _balls(result, heights, theme):
    """Yield the certainty of each row as four balls, so many of them filled."""
    em = frame.frame(theme).em
    full, empty = [], []
    for row, height in boards.in_table_order(result, heights):
        count = BALLS.get(row.effect.certainty)
        for place in range(4) if count and row.compared else ():
            spot = (0.62 + 0.86 * place) * theme.size, height + TEXT * em
            (full if place < count else empty).append(spot)
    ball = harms.ball(0.32 * theme.size, 0.32 * em)
    where = {"xsizemode": "pixel", "xanchor": SURE}
    edge = {"color": theme.ink, "width": theme.line * 0.5}
    yield outlines.drawn("Sure", outlines.Stamped(ball, tuple(full)), edge, fill=theme.ink, **where)
    yield outlines.drawn("Not sure", outlines.Stamped(ball, tuple(empty)), edge, **where)


def _around(result, parts, theme):
    """Return tabs, heads, notes, the floor of the shelf and the card."""
    return [*heads.words(result, parts, theme), *cards.floor_words(result, theme), *cards.words(result, theme)]


def _held(held, result, theme):
    row = held.standing if held else None
    text = f"{_of_a(held, result)}, {writer(held.state.reading)(row.value)}" if row else ""
    # Far to the right its words have no room but on the left.
    left = row is not None and row.value > _FAR
    return mark(
        "A, held",
        [across(row.value)] if row else [None],
        [frame.STRIP],
        theme.marker("held", 1.2),
        text=[f"{text} " if left else f" {text}"],
        textposition="middle left" if left else "middle right",
        textfont=theme.text("held"),
        visible=row is not None,
        hoverinfo="skip",
        cliponaxis=False,
    )


def _of_a(held, result):
    """Return what A is; over another complaint its own, as there is no room for both: under the picture are both."""
    if held.state.complaint == result.state.complaint:
        return f"A: {held.standing.effect.label}"
    return f"A ({complaint(held).lower()})"


def _you(prediction, result, heights, theme):
    """Return what the reader has said of the muscle relaxant, as a mark on its own row, and the word beside it."""
    em, font = frame.frame(theme).em, theme.text("prediction", 0.93)
    here = [
        height + LINE * em
        for row, height in zip(result.rows, heights, strict=True)
        if row.effect.effect == asked.EFFECT_ROW and result.state.reading == "one_scale"
    ]
    shown = bool(here) and prediction is not None
    value, y = prediction or 0.0, here[0] if shown else None
    trace = {**predicted(across(min(value, _LAST)), y, theme, text=[""]), "hoverinfo": "skip"}
    # How far off the scale it lies is told beside the picture; here the number would lie on the interval.
    off = value > frame.POINTS[1]
    place, text = beside(min(value, _LAST), result.state.border, _YOU_OFF if off else _YOU), "you →" if off else "you"
    return trace, (across(place), y, text, "middle right", font) if shown else (0, 0, "", "middle right", font)


def beside(value, border, wide=_YOU):
    """Return from where, in points, the word at the reader's mark runs to the right: clear of interval and border."""
    effect = asked.effect()
    low, high = effect.low - 1, effect.high + 1
    tries = [value + _CLEAR, max(value + _CLEAR, high), value - _CLEAR - wide, min(value - _CLEAR, low) - wide]
    tries += [border + 1, border - wide - 1]

    def clear(start):
        end = start + wide
        inside = frame.POINTS[0] - 1 <= start and end <= frame.POINTS[1]
        return inside and not start < border < end and not (start < high and end > low) and not start < value < end

    return next((start for start in tries if clear(start)), tries[0])


def _floor(result, theme):
    """What a click on a thing without a number hits; there is nothing to be seen of it."""
    found = boards.floor(result, theme)
    chosen = [choice(result, spot.effect) if spot.effect else f"treatment:{name}" for spot, name in found]
    return mark(
        "Things to click",
        [spot.x + share for spot, _ in found for share in (0.02, 0.09, 0.16)],
        [spot.y + 0.5 for spot, _ in found for _ in range(3)],
        {"size": theme.size * 1.6, "opacity": 0},
        customdata=[one for one in chosen for _ in range(3)],
        hoverinfo="none",
        cliponaxis=False,
    )
