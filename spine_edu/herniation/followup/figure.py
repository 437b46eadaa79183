"""The hundred of the trial, both ways of reading it, and the reader’s guess."""

from spine_edu.data import short_citation
from spine_edu.drawing import hundred, outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.herniation import charts
from spine_edu.herniation.followup.model import LOOKS, PEOPLE, constant
from spine_edu.theme import LIGHT

#: How each look is drawn: the role of its colour, whether it is filled, and how the person stands.
_MARKS = {
    "well, still seen": ("herniation", True, "upright"),
    "well, not seen": ("neutral", False, "upright"),
    "not well, still seen": ("pain", True, "bent"),
    "not well, not seen": ("pain", False, "bent"),
}
#: Bars of the trial's own shares: words, constant, role; the others follow below them.
_SHARES = (
    ("Did well: still seen in", "visible_good", "herniation"),
    ("Did not: still seen in", "visible_poor", "herniation"),
    ("Still seen: did well", "good_visible", "neutral"),
    ("Not seen: did well", "good_hidden", "neutral"),
)
#: The rules that a click chooses, each with its words.
_RULES = {
    "hidden": "whose scan no longer shows it",
    "visible": "whose scan still shows it",
    "everybody": "everybody",
}
#: Heights, from the first share down: the question and its rules, their pitch, and the bar of the chosen rule.
_ASKED, _FIRST, _PITCH, _GUESS = 4.0, 4.9, 0.9, 8.3
_LOWEST, _OF_100 = 8.8, (0, 50, 100)
#: Half the height of a person; where the cross at a wrong guess lies beside the middle, and half its size; in rows.
_HALF, _BESIDE, _CROSS = 0.42, 0.32, 0.13
#: How much of a person who is guessed right is covered.
_DIMMED = 0.7


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
    chart, inner = _chart(theme)
    guess = prediction if result.state.sort == "well" else None
    return {
        "data": [
            _words_below(result, theme, guess),
            chart.points(
                "A, held",
                [(held.right, -_GUESS)] if held and held.right is not None else [],
                mode="markers+text",
                marker=theme.marker("held", 1.3),
                text=["A"],
                textposition="bottom center",
                textfont=theme.text("held"),
            ),
            _choices(result, theme, chart),
            words("words at the right", _words_right(result, theme, chart, prediction), chart.names),
        ],
        "layout": _layout(
            theme,
            inner,
            [*_people(result, theme), _guessed(guess, theme), *_bars(result, theme, chart)],
            (0, 0.38 if theme.large else 0.42),
            **chart.layout(theme, inner, "of 100 people", _OF_100),
        ),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the hundred people of the question, none of them marked, and those whom the reader has painted."""
    role, _, mark = _MARKS["well, not seen"]
    everybody = hundred.path(map(hundred.place, range(PEOPLE)), mark, _HALF)
    return {
        "data": [words("words over the people", [charts.heading(_of("100 people who did well"), theme)])],
        "layout": _layout(
            theme,
            charts.HIGH,
            [
                _guessed(prediction, theme),
                outlines.drawn("people who did well", everybody, {"width": 1.6, "color": theme.color(role)}),
            ],
        ),
    }


def _chart(theme):
    """Return the chart of the bars, and the height of the figure without its margins, px."""
    across, pitch, room = (0.44, 1.98, 8.3) if theme.large else (0.5, 2.25, 7.2)
    chart = charts.Chart(
        "2",
        (0, 100),
        (-_LOWEST, 0.8),
        (across, 1),
        0,
        theme.em(pitch * (_LOWEST + 0.8)),
        room=theme.em(room),
    )
    return chart, max(chart.height + chart.room, 290 + theme.em(12))


def _layout(theme, inner, shapes, across=charts.ALONE, **axes):
    top = theme.em(3.1)
    return theme.layout(
        height=top + inner + 8,
        margin={"l": 6, "r": theme.em(1.3), "t": top, "b": 8},
        shapes=shapes,
        **charts.square_axes("", across, inner),
        **axes,
    )


def _of(people):
    return f"{people}<br>1 year after sciatica"


def _guessed(guess, theme):
    """Return the outline round as many people as the reader expected."""
    outline = "" if guess is None else hundred.first(round(guess))
    look = {"width": theme.line * 1.3, "color": theme.color("prediction"), "dash": "dot"}
    return outlines.drawn("as many as you said", outline, look, visible=bool(outline))


def _row(number, theme):
    """Return the row of a line of words under the square."""
    return charts.row_below(30 + 1.85 * theme.size * number)


def _people(result, theme):
    """Return the people with those of the key; who is guessed right is dimmed, and who is guessed wrong has a cross."""
    for row, (look, (role, filled, mark)) in enumerate(_MARKS.items()):
        color = theme.color(role)
        path = hundred.path(charts.spots(result.looks, look, _row(row, theme)), mark, _HALF)
        fill = color if filled else None
        there = result.counts[look] > 0
        yield outlines.drawn(look, path, {"width": 1.6, "color": color}, fill=fill, visible=there)
    guessed = result.right is not None
    right = "".join(_cell(*place) for place in charts.spots(result.wrong, False)) if guessed else ""
    yield outlines.drawn("guessed right", right, {"width": 0}, fill=theme.paper, opacity=_DIMMED, visible=bool(right))
    wrong = "".join(_cross(*place) for place in charts.spots(result.wrong, True, _row(len(LOOKS), theme)))
    yield outlines.drawn("guessed wrong", wrong, {"width": 2, "color": theme.ink}, visible=guessed)


def _cell(x, y):
    left, right, up, down = x - 0.5, x + 0.5, y - 0.5, y + 0.5
    return f"M{left:g},{up:g}L{right:g},{up:g}L{right:g},{down:g}L{left:g},{down:g}Z"


def _cross(x, y):
    """Return the cross at a wrong guess: at the foot of a person, beside it."""
    left, right, up, down = (
        f"{middle + _BESIDE + sign * _CROSS:.5g}" for middle, signs in ((x, (-1, 1)), (y, (-1, 1))) for sign in signs
    )
    return f"M{left},{up}L{right},{down}M{left},{down}L{right},{up}"


def _words_below(result, theme, guess):
    """Return what stands over the square, and its key with the counts under it."""
    whom = "100 people who did well" if result.state.sort == "well" else "100 people of one trial"
    rows = [charts.heading(_of(whom), theme)]
    rows += [
        (
            0.9,
            _row(row, theme),
            f"{result.counts[look]} {look}" if result.counts[look] else "",
            "middle right",
            theme.text(),
        )
        for row, look in enumerate(_MARKS)
    ]
    said = "" if guess is None else f"dotted: you said {guess:g}"
    rows.append((-0.5, _row(len(LOOKS) + 1, theme), said, "middle right", theme.text("prediction")))
    guessed = "" if result.right is None else f"{PEOPLE - result.right} guessed wrong"
    rows.append((0.9, _row(len(LOOKS), theme), guessed, "middle right", theme.text()))
    return words("words under the people", rows)


def _choices(result, theme, chart):
    """Return the rings before the rules, of which a click chooses one; that of the chosen rule is filled."""
    return chart.points(
        "rules to click",
        [(2, _height(number)) for number in range(len(_RULES))],
        marker={
            "symbol": ["circle" if rule == result.state.rule else "circle-open" for rule in _RULES],
            "size": theme.em(0.8),
            "color": theme.ink,
            "line": {"width": 2},
        },
        text=list(_RULES.values()),
        # Without a label of its own, since the words stand beside it; "skip" would take the click away.
        hoverinfo="none",
        customdata=[f"rule:{rule}" for rule in _RULES],
    )


def _height(number):
    """Return the height of a rule on the chart."""
    return -_FIRST - _PITCH * number


def _rows(result, theme):
    """Return every bar: words, share of 100 or None, height, and the role of its colour."""
    shares = [(text, constant(name), -number, role) for number, (text, name, role) in enumerate(_SHARES)]
    guess = "" if result.right is None else "Your rule is right for"
    return [*shares, (guess, result.right, -_GUESS, "now")]


def _bars(result, theme, chart):
    for number, (_, share, y, role) in enumerate(_rows(result, theme), 1):
        yield outlines.line(
            f"bar {number}",
            [[(0, y), (share, y)]] if share is not None else [],
            {"color": theme.color(role), "width": 9},
            axes=chart.names,
        )


def _words_right(result, theme, chart, prediction):
    """Return the words over each bar, its number behind it, the rules, and what the parts of the chart are."""
    font = theme.text(size=0.93)
    rows = [
        (0, -_ASKED, "<b>Your rule: who does well?</b>", "middle right", font),
        *((5, _height(number), text, "middle right", font) for number, text in enumerate(_RULES.values())),
    ]
    for text, share, y, _ in _rows(result, theme):
        number = "" if share is None else f" <b>{share:.0f}</b>"
        if y == 0 and prediction is not None:
            number += f" (you: {prediction:g})"
        rows.append((0, y + 0.42, f"{text}{number}", "middle right", font))
    notes = (
        f"Upper four bars: {short_citation('barzouhi2013')}. Operated on within the year: {result.operated} of "
        f"{result.people} ({short_citation('peul2007')}, same trial)."
    )
    scanned = f" {constant('scanned'):.0f} had the second scan."
    notes = wrapped(notes, 33) if theme.large else wrapped(notes + scanned, 44)
    rows.append((0, chart.below(theme.em(3.2)), notes, "bottom right", {**font, "color": theme.muted}))
    return rows
