"""The hundred of the trial, both ways of reading it, the reader's guess, and who was operated on."""

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
#: Heights, from the first share down: the question and its rules, their pitch, the bar of the chosen rule, who was
#: operated on, and the bars of both groups.
_ASKED, _FIRST, _PITCH, _GUESS, _OPERATED, _GROUPS = 4.0, 4.8, 0.72, 7.35, 8.45, (9.4, 10.4)
_LOWEST, _OF_100 = 10.9, (0, 50, 100)
#: Half the height of a person, and the radius of a ring round one, in rows.
_HALF, _RING = 0.42, 0.47
#: Beyond this guess there is no room for words right of it.
_FAR = 80


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
            _choices(result, theme, chart),
            words("words at the right", _words_right(result, theme, chart, prediction), chart.names),
        ],
        "layout": _layout(
            theme,
            inner,
            [*_people(result, theme), *_bars(result, theme, chart), _guessed(prediction, theme, chart)],
            (0, 0.38 if theme.large else 0.42),
            **chart.layout(theme, inner, "of 100 people", _OF_100),
        ),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the hundred people of the question, none of them marked, and those whom the reader has painted."""
    role, _, mark = _MARKS["well, not seen"]
    everybody = hundred.path(map(charts.place, range(PEOPLE)), mark, _HALF)
    outline = "" if prediction is None else hundred.first(round(prediction))
    return {
        "data": [words("words over the people", [charts.heading(_of("100 people who did well"), theme)])],
        "layout": _layout(
            theme,
            charts.HIGH,
            [
                outlines.drawn("as many as you said", outline, _dotted(theme), visible=bool(outline)),
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
    return chart, max(chart.height + chart.room, 290 + theme.em(9.5))


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


def _dotted(theme):
    return {"width": theme.line * 1.3, "color": theme.color("prediction"), "dash": "dot"}


def _row(number, theme):
    """Return the row of a line of words under the square."""
    return charts.row_below(30 + 1.85 * theme.size * number)


def _people(result, theme):
    """Return the people of the hundred with those of the key, and rings round those who are guessed wrong."""
    for row, (look, (role, filled, mark)) in enumerate(_MARKS.items()):
        color = theme.color(role)
        path = hundred.path(charts.spots(result.looks, look, _row(row, theme)), mark, _HALF)
        yield outlines.drawn(look, path, {"width": 1.6, "color": color}, fill=color if filled else None)
    wrong = charts.spots(result.wrong, True, _row(len(LOOKS), theme))
    yield outlines.drawn(
        "guessed wrong",
        hundred.path(wrong, "circle", _RING),
        {"width": 1.6, "color": theme.ink},
        visible=result.right is not None,
    )


def _words_below(result, theme):
    """Return what stands over the square, and its key with the counts under it."""
    rows = [charts.heading(_of("100 people of one trial"), theme)]
    rows += [
        (0.9, _row(row, theme), f"{result.counts[look]} {look}", "middle right", theme.text())
        for row, look in enumerate(_MARKS)
    ]
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


def _groups(theme):
    """Return words and share of both groups of the trial that were operated on within the year."""
    for assigned, group in (("to early surgery", "early"), ("to wait", "waiting")):
        operated, people = constant(f"{group}_operated"), constant(group)
        who = "" if theme.large else "Assigned "
        text = f"{who}{assigned}: {operated:.0f} of {people:.0f}"
        yield text[0].upper() + text[1:], 100 * operated / people


def _rows(result, theme):
    """Return every bar: words, share of 100 or None, height, and the role of its colour."""
    shares = [(text, constant(name), -number, role) for number, (text, name, role) in enumerate(_SHARES)]
    guess = "" if result.right is None else "Your rule is right for"
    groups = [
        (text, share, -height, "treatment") for (text, share), height in zip(_groups(theme), _GROUPS, strict=True)
    ]
    return [*shares, (guess, result.right, -_GUESS, "now"), *groups]


def _bars(result, theme, chart):
    for number, (_, share, y, role) in enumerate(_rows(result, theme), 1):
        yield outlines.line(
            f"bar {number}",
            [[(0, y), (share, y)]] if share is not None else [],
            {"color": theme.color(role), "width": 9},
            axes=chart.names,
        )


def _guessed(guess, theme, chart):
    """Return the outline of the first bar as the reader expected it."""
    outline = "" if guess is None else f"M0,-0.22H{guess:g}V0.22H0Z"
    return outlines.drawn("as many as you said", outline, _dotted(theme), axes=chart.names, visible=bool(outline))


def _words_right(result, theme, chart, prediction):
    """Return the words over each bar, its number behind it, the rules, and what the parts of the chart are."""
    font = theme.text(size=0.93)
    within = "" if theme.large else " in the year"
    rows = [
        (0, -_ASKED, "<b>Your rule: who does well?</b>", "middle right", font),
        *((5, _height(number), text, "middle right", font) for number, text in enumerate(_RULES.values())),
        (0, -_OPERATED, f"<b>Operated on{within}: {result.operated} of {result.people}</b>", "middle right", font),
    ]
    for text, share, y, _ in _rows(result, theme):
        number = "" if share is None else f" <b>{share:.0f}</b>"
        rows.append((0, y + 0.42, f"{text}{number}", "middle right", font))
    notes = (
        f"Upper four bars: {short_citation('barzouhi2013')}. Lower two: {short_citation('peul2007')}, same trial. "
        f"{constant('scanned'):.0f} had the second scan."
    )
    notes = wrapped(notes, 33 if theme.large else 44)
    rows.append((0, chart.below(theme.em(3.2)), notes, "bottom right", {**font, "color": theme.muted}))
    if prediction is not None:
        seen = constant("visible_good")
        behind = seen if prediction > _FAR else max(seen, prediction)
        rows.append((behind + 1, 0, f"you: {prediction:g}", "middle right", theme.text("prediction", 0.93)))
    return rows
