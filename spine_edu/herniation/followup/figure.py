"""The hundred of the trial, both ways of reading it, the reader's guess, and who was operated on."""

from spine_edu.data import short_citation
from spine_edu.drawing import outlines
from spine_edu.drawing.marks import words
from spine_edu.herniation import charts
from spine_edu.herniation.followup.model import LOOKS, PEOPLE, constant
from spine_edu.herniation.paint import small
from spine_edu.theme import LIGHT

#: How each look is marked: the role of its colour, whether it is filled, and the mark.
_MARKS = {
    "well, still seen": ("herniation", True, "square"),
    "well, not seen": ("neutral", False, "square"),
    "not well, still seen": ("pain", True, "diamond"),
    "not well, not seen": ("pain", False, "diamond"),
}
#: Bars of the trial's own shares: words, constant, role; the others follow below them.
_SHARES = (
    ("Did well: still seen in", "visible_good", "herniation"),
    ("Did not: still seen in", "visible_poor", "herniation"),
    ("Still seen: did well", "good_visible", "neutral"),
    ("Not seen: did well", "good_hidden", "neutral"),
)
#: Heights of the bars, from the first share down: those of the trial, the guess, and two groups of people.
_GUESS, _GROUPS = 4.3, (6.6, 7.6)
_LOWEST, _OF_100 = 8.1, (0, 50, 100)
_RING = 0.46


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of a `FollowupResult`.

    Parameters
    ----------
    result : FollowupResult
    theme : Theme
    held : FollowupResult or None
        An earlier guess, marked as A.
    prediction : float or None
        In how many of 100 who did well the reader expected the herniation to be seen.
    """
    high = theme.em(2.25 * (_LOWEST + 0.8))
    chart = charts.Chart("2", (0, 100), (-_LOWEST, 0.8), (0.5, 1), 0, high, room=theme.em(7.2))
    inner = max(high + chart.room, 290 + theme.em(9.5))
    top = theme.em(3.1)
    return {
        "data": [
            _words_below(result, theme),
            chart.points(
                "A, held",
                [(held.right, -_GUESS)] if held and held.right is not None else [],
                mode="markers+text",
                marker=theme.marker("held", 1.3),
                text=["A"],
                textposition="bottom center",
                textfont=theme.text("held"),
            ),
            chart.points(
                "your prediction",
                [] if prediction is None else [(prediction, 0)],
                marker=theme.marker("prediction", 1.3),
            ),
            words("words at the right", _words_right(result, theme, prediction), chart.names),
        ],
        "layout": theme.layout(
            height=top + inner + 8,
            margin={"l": 6, "r": 18, "t": top, "b": 8},
            shapes=[*_people(result, theme), *_bars(result, theme, chart)],
            **charts.square_axes("", (0, 0.42), inner),
            **chart.layout(theme, inner, "of 100 people", _OF_100),
        ),
    }


def _row(number, theme):
    """Return the row of a line of words under the square."""
    return charts.row_below(30 + 1.8 * theme.size * number)


def _people(result, theme):
    """Return the marks of the hundred with those of the key, and rings round those who are guessed wrong."""
    for row, (look, (role, filled, mark)) in enumerate(_MARKS.items()):
        color = theme.color(role)
        path = charts.path(charts.spots(result.looks, look, _row(row, theme)), mark)
        yield outlines.drawn(look, path, {"width": 1.6, "color": color}, fill=color if filled else None)
    wrong = charts.spots(result.wrong, True, _row(len(LOOKS), theme))
    yield outlines.drawn(
        "guessed wrong",
        charts.path(wrong, "circle", _RING),
        {"width": 1.6, "color": theme.ink},
        visible=result.right is not None,
    )


def _words_below(result, theme):
    """Return what stands over the square, and its key with the counts under it."""
    font = theme.text(size=0.8 if theme.large else 1)
    rows = [charts.heading("100 people of one trial<br>1 year after sciatica", theme)]
    rows += [
        (0.9, _row(row, theme), f"{result.counts[look]} {look}", "middle right", font)
        for row, look in enumerate(_MARKS)
    ]
    guessed = "" if result.right is None else f"{PEOPLE - result.right} guessed wrong"
    rows.append((0.9, _row(len(LOOKS), theme), guessed, "middle right", font))
    return words("words under the people", rows)


def _groups():
    """Return words and share of both groups of the trial that were operated on within the year."""
    for words_, group in (("Assigned to early surgery", "early"), ("Assigned to wait", "waiting")):
        operated, people = constant(f"{group}_operated"), constant(group)
        yield f"{words_}: {operated:.0f} of {people:.0f}", 100 * operated / people


def _rows(result):
    """Return every bar: words, share of 100 or None, height, and the role of its colour."""
    shares = [(text, constant(name), -number, role) for number, (text, name, role) in enumerate(_SHARES)]
    guess = "Your rule is right for" if result.right is not None else "Your rule: say “does well” of somebody"
    groups = [(text, share, -height, "treatment") for (text, share), height in zip(_groups(), _GROUPS, strict=True)]
    return [*shares, (guess, result.right, -_GUESS, "now"), *groups]


def _bars(result, theme, chart):
    for text, share, y, role in _rows(result):
        yield outlines.line(
            f"bar: {text}",
            [[(0, y), (share, y)]] if share is not None else [],
            {"color": theme.color(role), "width": 9},
            axes=chart.names,
        )


def _words_right(result, theme, prediction):
    """Return the words over each bar, its number behind it, and what the parts of the chart are."""
    font = theme.text(size=small(theme))
    grey = {**font, "color": theme.muted}
    rows = [
        (
            0,
            -(_GROUPS[0] - 0.95),
            f"<b>Operated on in the year: {result.operated} of {result.people}</b>",
            "middle right",
            font,
        )
    ]
    for text, share, y, _ in _rows(result):
        number = "" if share is None else f" <b>{share:.0f}</b>"
        rows.append((0, y + 0.42, f"{text}{number}", "middle right", font))
    rows += [
        (0, -_LOWEST - 1.55 - 0.6 * number, text, "middle right", grey)
        for number, text in enumerate(
            (
                f"Upper four bars: {short_citation('barzouhi2013')}.",
                f"Lower two: {short_citation('peul2007')},",
                f"same trial. {constant('scanned'):.0f} had the second scan.",
            )
        )
    ]
    if prediction is not None:
        rows.append((prediction, 0, f"you: {prediction:g}", "middle right", theme.text("prediction", 0.93)))
    return rows
