"""A hundred people, the share without pain by age, and how much commoner each finding is with pain."""

import math

from spine_edu import data
from spine_edu.data import short_citation
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.herniation import charts
from spine_edu.herniation.findings.model import LOOKS
from spine_edu.theme import LIGHT

#: The age of the question that is asked first.
ASKED_AGE = 40
_AGES, _OF_100, _RATIOS = (20, 40, 60, 80), (0, 50, 100), (0.1, 1, 10, 100)
#: How each look is drawn: the role of its colour, whether it is filled, and how the person stands.
_MARKS = {
    "pain, finding": ("pain", True, "bent"),
    "pain, no finding": ("pain", False, "bent"),
    "no pain, finding": ("herniation", True, "upright"),
    "no pain, no finding": ("neutral", False, "upright"),
}
#: As many lines as both readings of the square take, in large type.
_DIRECTIONS = 4
#: Beyond so many letters the heading of the square is wide.
_WIDE = 20
#: Half the height of a person, in rows.
_HALF = 0.42
#: Where the square's axis begins, so that it has room for the knob beside it, and where that knob is.
_LEFT, _BESIDE = -1.5, -1.0


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of a `FindingsResult`.

    Parameters
    ----------
    result : FindingsResult
    theme : Theme
    held : FindingsResult or None
        An earlier finding, drawn as curve A.
    prediction : float or None
        How many of 100 the reader expected at `ASKED_AGE`.
    """
    ages, odds = _charts(theme)
    inner = _inner(odds, theme)
    guess = prediction if _asked(result) else None
    return {
        "data": [
            _words_below(result, theme, inner, guess),
            *_ages(result, theme, ages, held, prediction),
            *_odds(result, theme, odds),
        ],
        "layout": _layout(
            theme,
            inner,
            [*_people(result, theme), _guessed(guess, theme), *_intervals(theme, odds)],
            (0, 0.42),
            **ages.layout(theme, inner, "Age (years)", _AGES, _OF_100),
            **odds.layout(theme, inner, "Odds ratio (up to 50)", _RATIOS, type="log"),
        ),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the hundred people of the question, none of them marked, and those whom the reader has painted."""
    role, _, mark = _MARKS["no pain, no finding"]
    everybody = charts.path(map(charts.place, range(100)), mark, _HALF)
    people = outlines.drawn("people without pain", everybody, {"width": 1.6, "color": theme.color(role)})
    rows = [charts.heading(f"100 people of {ASKED_AGE}<br>without back pain", theme)]
    return {
        "data": [words("words over the people", rows)],
        "layout": _layout(theme, charts.HIGH, [_guessed(prediction, theme), people]),
    }


def grips(result):
    """Return the handles: the age on its curve, and how many have pain beside the people, where that is known."""
    shares = {row.age: row.percent for row in result.fitted}
    on_the_curve = {"points": len(shares), "axes": ("xaxis2", "yaxis2"), "telling": True}
    handles = [grip(result.state, "age", lambda age: (age, shares[age]), **on_the_curve)]
    if result.with_pain is not None:
        # As many rows of people as hurt stand beside the way that it has gone from the upper edge.
        handles.append(grip(result.state, "pain_share", lambda share: (_BESIDE, share / charts.SIDE - 0.5)))
    return handles


def _inner(odds, theme):
    """Return the height of the figure without its margins, px; in large type notes stand under everything."""
    return odds.top + odds.height + odds.room + (theme.em(2.7) if theme.large else 0)


def _layout(theme, inner, shapes, across=charts.ALONE, **axes):
    top, bottom = theme.em(3.1), theme.em(0.3 if theme.large else 1.4)
    return theme.layout(
        height=top + inner + bottom,
        margin={"l": 6, "r": 10, "t": top, "b": bottom},
        shapes=shapes,
        **charts.square_axes("", across, inner, _LEFT),
        **axes,
    )


def _charts(theme):
    """Return the charts of the ages and of the odds ratios; plotly wants the ends of the latter as logarithms."""
    room, rows = 5 + 2 * theme.size, len(data.table("herniation_odds"))
    left, names, high, gap, row = (0.55, 0.12, 180, 5.3, 1.18) if theme.large else (0.53, 0.07, 220, 6.4, 1.32)
    ages = charts.Chart("2", (17, 83), (0, 112), (left, 1), 0, high, room)
    odds = charts.Chart(
        "3",
        (math.log10(0.04), math.log10(1000)),
        (-0.6, rows - (0.2 if theme.large else 0.4)),
        (left + names, 1),
        high + theme.em(gap),
        theme.em(row * rows) + 12,
        room,
    )
    return ages, odds


def _asked(result):
    """Return whether the square shows the people of the question."""
    state = result.state
    return state.finding == "bulge" and state.age == ASKED_AGE and not result.mixed and not result.as_counted


def _guessed(guess, theme):
    """Return the outline round as many people as the reader expected."""
    outline = "" if guess is None else charts.first(round(guess))
    look = {"width": theme.line * 1.3, "color": theme.color("prediction"), "dash": "dot"}
    return outlines.drawn("as many as you said", outline, look, visible=bool(outline))


def _keys(result, theme):
    """Return the looks that are explained under the square, each with its row."""
    shown = [look for look in LOOKS if result.mixed or not look.startswith("pain")]
    return {look: _row(number, theme) for number, look in enumerate(shown)}


def _row(number, theme):
    """Return the row of a line of words under the square."""
    return charts.row_below(34 + (1.6 if theme.large else 1.9) * theme.size * number)


def _people(result, theme):
    keys = _keys(result, theme)
    for look, (role, filled, mark) in _MARKS.items():
        color = theme.color(role)
        people = charts.path(charts.spots(result.looks, look, keys.get(look)), mark, _HALF)
        yield outlines.drawn(
            look, people, {"width": 1.6, "color": color}, fill=color if filled else None, visible=look in keys
        )


def _words_below(result, theme, inner, guess):
    """Return what stands over the square, and under it: its key, what it says, and how to read the curve.

    In large type there is no room under the square for the last of these, which then run along the lower edge of the
    picture, `inner` px below its upper one.
    """
    finding = result.state.declarations()["finding"].format(result.state.finding)
    counts = dict(zip(LOOKS, result.counts, strict=True))
    grey = {**theme.text(size=0.85), "color": theme.muted}
    whom = "adults up to 50" if result.as_counted else f"people of {result.state.age:g}"
    rows = [charts.heading(f"{finding[0].upper()}{finding[1:]}<br>100 {whom}", theme)]
    # Lifted by an empty line, clear of the knob; a wide heading needs the place.
    wide = theme.large or len(finding) > _WIDE
    handle = "" if result.with_pain is None or wide else "pain<br>\u00a0"
    rows.append((_LEFT, -0.59, handle, "top right", theme.text("pain", 0.93)))
    for look, row in _keys(result, theme).items():
        text = look if result.mixed else look.removeprefix("no pain, ")
        rows.append((0.9, row, f"{counts[look]} {text}", "middle right", theme.text()))
    said = "" if guess is None else f"dotted: you said {guess:g}"
    rows.append((_LEFT, _row(2, theme), said, "middle right", theme.text("prediction")))
    notes = [
        (4.1 + number, line, theme.text(size=0.93))
        for number, line in enumerate(_lines(_directions(result), 24 if theme.large else 31))
    ]
    if theme.large:
        lower_edge = wrapped(" ".join(_how_to_read(result)), 42)
        rows.append((_LEFT, charts.row_below(inner - 282), lower_edge, "top right", grey))
    else:
        notes += [(7.1 + number, text, grey) for number, text in enumerate(_how_to_read(result))]
    rows += [(_LEFT, _row(row, theme), text, "middle right", font) for row, text, font in notes]
    return words("words under the people", rows)


def _lines(sentences, letters):
    """Return sentences in lines of at most so many letters, each of them in its own; as many lines whatever is said."""
    lines = [line for sentence in sentences for line in wrapped(sentence, letters).split("<br>")]
    return [*lines, *[""] * (_DIRECTIONS - len(lines))]


def _directions(result):
    """Return both readings of the square, or why there is only one."""
    hurting, rest, well, _ = result.counts
    if result.mixed:
        return [
            f"Of {hurting + well} with it, {hurting} hurt.",
            f"Of {hurting + rest} who hurt, {hurting} have it.",
            "Two reviews joined: computed." if result.joined else "Counted by the review up to 50.",
        ]
    if result.as_counted:
        return ["Nobody here has back pain.", "Counted by the review up to 50."]
    if result.state.numbers == "counted":
        return ["No counted shares known to us: people of the fitted curve, without pain, are shown."]
    if result.state.pain_share == 0:
        return ["Nobody here has back pain.", "Fitted, from the curve."]
    if result.odds is None:
        return ["No odds ratio was published for this finding: only people without pain are shown."]
    return [f"Compared up to {data.value('herniation_findings.oldest'):g} only: people without pain are shown."]


def _how_to_read(result):
    cross = result.counted[0] if result.counted else None
    return [
        "Line: fitted, not counted.",
        "Rings: n = 0, nobody scanned.",
        f"Cross: {short_citation(cross.source)}, {cross.people} people." if cross else "",
    ]


def _ages(result, theme, chart, held, prediction):
    """Return the fitted curve with what is known of each age, and the chosen age."""
    record, color = result.record, theme.color("herniation")
    expected = [] if prediction is None or result.state.finding != "bulge" else [(ASKED_AGE, prediction)]
    low = record.percent < 55
    rows = [
        charts.heading("Without pain, by age", theme, 50, 112),
        (17, 112, "of 100", "top left", theme.text(size=0.93)),
        (
            18 if low else 82,
            96 if low else 8,
            f"At {record.age:g}: <b>{record.percent:.0f} of 100</b>, n = {record.people}",
            "middle right" if low else "middle left",
            theme.text(size=0.93),
        ),
        *((age, share, f"you: {share:g}", "bottom right", theme.text("prediction", 0.93)) for age, share in expected),
    ]
    earlier = _by_age(held.fitted) if held else []
    return [
        chart.points(
            "A, held",
            earlier,
            mode="lines+text",
            line=theme.stroke("held"),
            textposition="top center",
            text=[""] * (len(earlier) - 2) + ["A", ""],
            textfont=theme.text("held"),
        ),
        chart.points(
            "fitted curve",
            _by_age(result.fitted),
            mode="lines+markers",
            line={"color": color, "dash": "dot", "width": theme.line},
            marker={
                "color": color,
                "size": 9,
                "symbol": ["circle" if row.people else "circle-open" for row in result.fitted],
            },
        ),
        chart.points(
            "counted in one study",
            _by_age(result.counted[:1]),
            marker={"color": theme.ink, "size": 10, "symbol": "x-thin", "line": {"width": 2.5, "color": theme.ink}},
        ),
        chart.points("chosen age", _by_age([record]), marker=theme.marker("now", 1.2)),
        chart.points("your prediction", expected, marker=theme.marker("prediction", 1.2)),
        words("words at the curve", rows, chart.names),
    ]


def _by_age(rows):
    return [(row.age, row.percent) for row in rows]


def _places():
    """Return the odds ratios, each with its place on the chart, the highest at the top."""
    rows = data.table("herniation_odds")
    return [(len(rows) - 1 - number, row) for number, row in enumerate(rows)]


def _intervals(theme, chart):
    """Return what no choice moves: the intervals of the odds ratios with their ends, and the line at 1."""
    bars = []
    for place, row in _places():
        bars.append([(row.low, place), (row.high, place)])
        bars += [[(end, place - 0.2), (end, place + 0.2)] for end in (row.low, row.high)]
    yield outlines.line("95 % intervals", bars, {"color": theme.muted, "width": 2}, axes=chart.names)
    yield outlines.line(
        "as common with pain as without",
        [[(1, end) for end in chart.y]],
        theme.stroke("threshold", 0.6),
        axes=chart.names,
    )


def _odds(result, theme, chart):
    """Return the odds ratios with their names; the chosen finding's stands out."""
    chosen = result.odds.finding if result.odds else ""
    font = theme.text(size=0.93)
    spots = {row.finding: (row.ratio, place) for place, row in _places()}
    names = [
        (10 ** chart.x[0], place, f"<b>{row.label}</b>" if row.finding == chosen else row.label, "middle left", font)
        for place, row in _places()
    ]
    # The names stand at the left, so the heading does too.
    texts = [charts.heading("With pain against without", theme, 1.6 if theme.large else 2.2, chart.y[1]), *names]
    return [
        chart.points("odds ratios", list(spots.values()), marker={"color": theme.muted, "size": 8}),
        chart.points("odds ratio of this finding", [spots[chosen]] if chosen else [], marker=theme.marker("pain", 1.2)),
        words("findings with an odds ratio", texts, chart.names),
    ]
