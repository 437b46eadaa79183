"""The shelf: each treatment on its board, its effect against what people notice, its harms beside, and one card."""

from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import mark, predicted, words
from spine_edu.theme import LIGHT
from spine_edu.treatment.shelf import asked, boards, cards, frame
from spine_edu.treatment.shelf.frame import EFFECT, HARM, across, middles, of_people
from spine_edu.treatment.shelf.words import harm_words, interval, number, writer

_TICKS = (-10, 0, 10, 20, 30, 40, 50)
#: Beyond so many points the word for the certainty stands to the left of what is drawn.
_FAR = 42
#: Where in its row its words stand, over the middle, in sizes of the type.
_TEXT = 0.42
#: From so many points on, what the reader said stands at the left of its mark; how many points it is wide.
_LEFT_FROM, _SAID = 35.5, 12


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the shelf as a plotly figure.

    Parameters
    ----------
    result : ShelfResult
    theme : Theme
    held : ShelfResult, optional
        Run A: its treatment in hand is drawn at the foot of the scale.
    prediction : float, optional
        How many points the reader expected of a muscle relaxant in new back pain.
    """
    heights, step = middles(len(result.rows))
    traces = [
        _marks(result, heights, theme),
        _words(result, heights, theme),
        _held(held, theme),
        _guess(prediction, result, heights, theme),
        _targets(result, heights, step, theme),
    ]
    shapes = [
        *boards.shapes(result, heights, step, theme),
        *cards.thing(result, theme),
        *cards.people(result, theme),
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
    return [grip(result.state, "border", lambda border: (across(border), boards.KNOB), telling=True)]


def _ticks(theme):
    effects = [(across(tick), f"{tick}".replace("-", "−")) for tick in _TICKS]
    return effects + [(of_people(tick), f"{tick}") for tick in (0, 50, 100)]


def _marks(result, heights, theme):
    """What was measured: filled where the number was read, a ring where it is from memory, a diamond if stretched."""
    rows, hand = result.rows, result.state.treatment
    stretched = result.state.reading == "one_scale"
    symbols = []
    for row in rows:
        shape = "diamond" if row.stretched and stretched else "circle"
        shape = shape if row.compared else "triangle-right"
        symbols.append(shape + ("-open" if row.remembered or not row.compared else ""))
    colors = [theme.color("treatment") if row.effect.treatment == hand else theme.ink for row in rows]
    return mark(
        "Effects",
        [across(row.value) for row in rows],
        [height + boards.LINE * frame.frame(theme).em for height in heights],
        {
            "color": colors,
            "symbol": symbols,
            "size": [theme.size * (0.86 if row.effect.treatment == hand else 0.68) for row in rows],
            "line": {"color": colors, "width": theme.line * 0.8},
        },
        hoverinfo="skip",
        cliponaxis=False,
    )


def _words(result, heights, theme):
    """Names, numbers and certainties on the rows, headings, notes, the floor of the shelf, and the card."""
    rows, hand = [], result.state.treatment
    for row, height in zip(result.rows, heights, strict=True):
        rows += _row(row, height, theme, row.effect.treatment == hand, writer(result.state.reading))
    rows += boards.headings(result, theme)
    rows += boards.floor_words(result, theme)
    rows += cards.words(result, theme)
    return words("Names and numbers", rows)


def _row(row, height, theme, held, write):
    """Return the words of one row of the shelf."""
    font, grey = theme.text(), {**theme.text(size=0.93 if theme.large else 0.86), "color": theme.muted}
    em = frame.frame(theme).em
    over, under = height + _TEXT * em, height + boards.LINE * em
    name = f"<b>{row.effect.label}</b>" if held else row.effect.label
    ends = interval(row.low, row.high, write)
    value = write(row.value) + (f" ({ends})" if ends else "")
    far = (row.high or row.value) > _FAR
    place = across(row.low if far and row.low is not None else row.value) - 0.012 if far else EFFECT[1]
    sure = row.effect.certainty.replace("not graded", "ungraded") if row.compared else "no comparison"
    return [
        (EFFECT[0], over, name, "middle right", font),
        (EFFECT[1], over, value, "middle left", {**font, "color": theme.ink}),
        (place, under, sure, "middle left", grey),
        (HARM[0], over, harm_words(row.harm, short=True), "middle right", theme.text(size=0.93)),
    ]


def _held(held, theme):
    row = held.standing if held else None
    text = f" A: {row.effect.label}, {writer(held.state.reading)(row.value)}" if row else ""
    return mark(
        "A, held",
        [across(row.value)] if row else [None],
        [boards.STRIP],
        theme.marker("held", 1.2),
        text=[text],
        textposition="middle right",
        textfont=theme.text("held"),
        visible=row is not None,
        hoverinfo="skip",
        cliponaxis=False,
    )


def _guess(prediction, result, heights, theme):
    """What the reader has said of the muscle relaxant: on its own row, where that stands."""
    here = [
        height
        for row, height in zip(result.rows, heights, strict=True)
        if row.effect.effect == asked.EFFECT_ROW and result.state.reading == "one_scale"
    ]
    value, standing = prediction or 0, asked.effect()
    # Over the interval, where it would lie on it, and the name of the row leaves room.
    over = 10 <= value <= standing.high
    beside = "top right" if over else "middle right" if value < _LEFT_FROM else "middle left"
    if value <= result.state.border <= value + _SAID:
        # The line of the border keeps to the lower half of the row.
        beside = "top right" if value < _LEFT_FROM - _SAID else "top left"
    height = here[0] + boards.LINE * frame.frame(theme).em if here and prediction is not None else None
    return {
        **predicted(across(value), height, theme, text=[f"you: {number(value)}"], textposition=beside),
        "hoverinfo": "skip",
    }


def _targets(result, heights, step, theme):
    """What a click on a row hits, or on a thing without a number; there is nothing to be seen of it."""
    spots = [
        (x, height, row.effect.treatment)
        for row, height in zip(result.rows, heights, strict=True)
        for x in (0.055, 0.18, 0.36, 0.54, 0.86)
    ]
    spots += [(x + 0.07, y, name) for x, y, name, _ in boards.floor(result, theme)]
    about = frame.frame(theme)
    size = min(step * 0.9, 3) * about.unit
    return mark(
        "Things to click",
        [x for x, *_ in spots],
        [y for _, y, _ in spots],
        {"size": [size if y > frame.SHELF else theme.size * 1.6 for _, y, _ in spots], "opacity": 0},
        customdata=[f"treatment:{name}" for *_, name in spots],
        hoverinfo="none",
        cliponaxis=False,
    )
