"""A hundred people, and the share without pain by age."""

from spine_edu import data
from spine_edu.data import short_citation
from spine_edu.drawing import hundred, outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.herniation import charts
from spine_edu.herniation.findings.model import LOOKS
from spine_edu.theme import LIGHT

#: The age of the question that is asked first.
ASKED_AGE = 40
_AGES, _OF_100 = (20, 40, 60, 80), (0, 50, 100)
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
    ages, inner = _chart(theme)
    guess = prediction if _asked(result) else None
    return {
        "data": [
            _words_below(result, theme, guess),
            *_ages(result, theme, ages, held, prediction),
        ],
        "layout": _layout(
            theme,
            inner,
            [*_people(result, theme), _guessed(guess, theme), _locked(result, theme)],
            (0, 0.42),
            **ages.layout(theme, inner, "Age (years)", _AGES, _OF_100),
        ),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the hundred people of the question, none of them marked, and those whom the reader has painted."""
    role, _, mark = _MARKS["no pain, no finding"]
    everybody = hundred.path(map(charts.place, range(100)), mark, _HALF)
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


def _layout(theme, inner, shapes, across=charts.ALONE, **axes):
    top, bottom = theme.em(3.1), theme.em(0.3 if theme.large else 1.4)
    return theme.layout(
        height=top + inner + bottom,
        margin={"l": 6, "r": 10, "t": top, "b": bottom},
        shapes=shapes,
        **charts.square_axes("", across, inner, _LEFT),
        **axes,
    )


def _chart(theme):
    """Return the chart of the ages, and the height of the figure without its margins, px."""
    inner, left, high = (600, 0.55, 290) if theme.large else (555, 0.53, 330)
    return charts.Chart("2", (17, 83), (0, 112), (left, 1), 0, high, inner - high), inner


def _asked(result):
    """Return whether the square shows the people of the question."""
    state = result.state
    return state.finding == "bulge" and state.age == ASKED_AGE and not result.mixed and not result.as_counted


def _guessed(guess, theme):
    """Return the outline round as many people as the reader expected."""
    outline = "" if guess is None else hundred.first(round(guess))
    look = {"width": theme.line * 1.3, "color": theme.color("prediction"), "dash": "dot"}
    return outlines.drawn("as many as you said", outline, look, visible=bool(outline))


def _locked(result, theme):
    """Return a grey ring in place of the handle of those who hurt, where nobody is known to."""
    ring = outlines.circle(_BESIDE, -0.27, 0.28)
    stroke = {"width": 1.6, "color": theme.muted, "dash": "dot"}
    return outlines.drawn("nobody in pain to show", ring, stroke, visible=result.with_pain is None)


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
        people = hundred.path(charts.spots(result.looks, look, keys.get(look)), mark, _HALF)
        yield outlines.drawn(
            look, people, {"width": 1.6, "color": color}, fill=color if filled else None, visible=look in keys
        )


def _words_below(result, theme, guess):
    """Return what stands over the square, and under it: its key, and what it says or does not."""
    finding = result.state.declarations()["finding"].format(result.state.finding)
    counts = dict(zip(LOOKS, result.counts, strict=True))
    whom = "adults up to 50" if result.as_counted else f"people of {result.state.age:g}"
    rows = [charts.heading(f"{finding[0].upper()}{finding[1:]}<br>100 {whom}", theme)]
    # Lifted by an empty line, clear of the knob; a wide heading needs the place.
    wide = theme.large or len(finding) > _WIDE
    handle, known = "" if wide else "pain<br>\u00a0", result.with_pain is not None
    font = theme.text("pain", 0.93) if known else {**theme.text(size=0.93), "color": theme.muted}
    rows.append((_LEFT, -0.59, handle, "top right", font))
    for look, row in _keys(result, theme).items():
        text = look if result.mixed else look.removeprefix("no pain, ")
        rows.append((0.9, row, f"{counts[look]} {text}", "middle right", theme.text()))
    said = "" if guess is None else f"dotted: you said {guess:g}"
    rows.append((_LEFT, _row(2, theme), said, "middle right", theme.text("prediction")))
    notes = [
        (4.1 + number, line, theme.text(size=0.93))
        for number, line in enumerate(_lines(_directions(result), 24 if theme.large else 31))
    ]
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
    if result.with_pain is not None:
        return ["Nobody here has back pain."]
    return [f"“In pain now” does nothing here: {_unknown(result)}"]


def _unknown(result):
    if result.state.numbers == "counted":
        return "we know no counted shares. The people of the curve, without pain, are shown."
    if result.odds is None:
        return "no odds ratio was published for this finding."
    return f"compared up to {data.value('herniation_findings.oldest'):g} only."


def _notes(result, theme, chart):
    """Return what stands under the curve: how to read what is drawn there, and the finding's odds ratio."""
    cross = result.counted[0] if result.counted else None
    odds, notes = result.odds, ["Line: fitted, not counted."]
    if not all(row.people for row in result.fitted):
        notes.append("Rings: n = 0, nobody scanned.")
    if cross:
        notes.append(f"Cross: {short_citation(cross.source)}, {cross.people} people.")
    if odds:
        notes.append(
            f"With pain against without, up to {data.value('herniation_findings.oldest'):g}: odds ratio "
            f"{odds.ratio:.2f} ({odds.low:.2f} to {odds.high:.2f}, 95 %), {short_citation(odds.source)}."
        )
    text = "<br>".join(wrapped(note, 30 if theme.large else 46) for note in notes)
    grey = {**theme.text(size=0.93), "color": theme.muted}
    return chart.x[0], chart.below(theme.em(4.2)), text, "bottom right", grey


def _ages(result, theme, chart, held, prediction):
    """Return the fitted curve with what is known of each age, and the chosen age."""
    record, color = result.record, theme.color("herniation")
    expected = [] if prediction is None or result.state.finding != "bulge" else [(ASKED_AGE, prediction)]
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
        words("words at the curve", _words_at_the_curve(result, theme, chart, expected), chart.names),
    ]


def _words_at_the_curve(result, theme, chart, expected):
    """Return what stands over the curve, at it and under it; `expected` is what the reader said, as a point."""
    record = result.record
    low = record.percent < 55
    # Away from the curve, which rises.
    beside = "top left" if any(share >= _at_asked(result) for _, share in expected) else "bottom right"
    return [
        charts.heading("Without pain, by age", theme, 50, 112),
        (17, 112, "of 100", "top left", theme.text(size=0.93)),
        (
            18 if low else 82,
            96 if low else 8,
            f"At {record.age:g}: <b>{record.percent:.0f} of 100</b>, n = {record.people}",
            "middle right" if low else "middle left",
            theme.text(size=0.93),
        ),
        _notes(result, theme, chart),
        *((age, share, f"you: {share:g}", beside, theme.text("prediction", 0.93)) for age, share in expected),
    ]


def _at_asked(result):
    return next(row.percent for row in result.fitted if row.age == ASKED_AGE)


def _by_age(rows):
    return [(row.age, row.percent) for row in rows]
