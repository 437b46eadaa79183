"""A hundred people, and the share without pain by age."""

import math

from spine_edu import data
from spine_edu.data import short_citation
from spine_edu.drawing import hundred, outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.herniation import charts, crowd
from spine_edu.herniation.findings.model import LOOKS
from spine_edu.letters import capital
from spine_edu.theme import LIGHT

#: The age of the question that is asked first.
ASKED_AGE = 40
_AGES, _OF_100 = (20, 40, 60, 80), (0, 50, 100)
#: How each look is drawn: the role of its colour, whether it is filled, and whether the person is bent.
_MARKS = {
    "pain, finding": ("pain", True, True),
    "pain, no finding": ("pain", False, True),
    "no pain, finding": ("herniation", True, False),
    "no pain, no finding": ("neutral", False, False),
}
#: How far apart people stand, where the first of them is, and how wide and high the square is with knob and key; units.
_APART, _FIRST, _WIDE, _HIGH = 82, (150, 41), 940, 1080
#: Where the knob of those in pain is, and where the first mark of the key and its second column are.
_BESIDE, _KEY, _COLUMN = 62, (150, 935), 400
#: How far over the cross of a counted share its name stands, in people of 100.
_FLAG = 26
#: How many letters of a line fit under the curve.
_LETTERS = 28
#: How far down the knob goes: to half of the rows.
_RAIL = 5 * _APART
#: Where across the figure the people end and the curve begins, on a page and in a hall, whose words need more room.
_SPLIT = ((0.54, 0.6), (0.49, 0.55))


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
            [
                *_people(result, theme),
                *_key_marks(result, theme),
                _guessed(guess, theme),
                *_rail(result, theme),
                _locked(result, theme),
            ],
            _scene(theme),
            **ages.layout(theme, inner, "Age (years)", _AGES, _OF_100),
        ),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the hundred people of the question, none of them marked, and those whom the reader has painted."""
    role = _MARKS["no pain, no finding"][0]
    everybody = hundred.path(map(charts.place, range(100)), "upright", 0.42)
    people = outlines.drawn("people without pain", everybody, {"width": 1.6, "color": theme.color(role)})
    rows = [charts.heading(f"100 people of {ASKED_AGE}<br>without back pain", theme)]
    outline = "" if prediction is None else hundred.first(round(prediction))
    axes = charts.square_axes("", charts.ALONE, charts.HIGH_ALONE)
    return {
        "data": [words("words over the people", rows)],
        "layout": _layout(theme, charts.HIGH_ALONE, [_fence(outline, theme), people], axes),
    }


def grips(result):
    """Return the handles: the age on its curve, and how many have pain beside the people, where that is known."""
    shares = {row.age: row.percent for row in result.fitted}
    on_the_curve = {"points": len(shares), "axes": ("xaxis2", "yaxis2"), "telling": True}
    handles = [grip(result.state, "age", lambda age: (age, shares[age]), **on_the_curve)]
    if result.with_pain is not None:
        # As many rows of people as hurt stand beside the way that it has gone from the upper edge; they are held, too.
        left, right = _FIRST[0] - _APART / 2, _FIRST[0] + (charts.SIDE - 0.5) * _APART
        low = _APART * max(1, math.ceil(result.state.pain_share / charts.SIDE))
        rows = [(left, 0), (right, 0), (right, low), (left, low)]
        way = _APART / charts.SIDE
        handles.append(grip(result.state, "pain_share", lambda share: (_BESIDE, share * way + 1), body=rows))
    return handles


def _layout(theme, inner, shapes, axes, **more):
    top = theme.em(3.1)
    return theme.layout(
        height=top + inner + 8,
        margin={"l": 6, "r": 10, "t": top, "b": 8},
        shapes=shapes,
        **axes,
        **more,
    )


def _scene(theme):
    """Return the two hidden axes on which people stand, y downwards, as large as the place lets them be."""
    across = (0, _SPLIT[theme.large][0])
    plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {
        "xaxis": {**plain, "range": [0, _WIDE], "domain": across, "anchor": "y", "constraintoward": "left"},
        "yaxis": {**plain, "range": [_HIGH, 0], "anchor": "x", "scaleanchor": "x", "constraintoward": "top"},
    }


def _chart(theme):
    """Return the chart of the ages, and the height of the figure without its margins, px."""
    inner, high = (620, 260) if theme.large else (510, 260)
    return charts.Chart("2", (17, 83), (0, 112), (_SPLIT[theme.large][1], 1), 0, high, inner - high), inner


def _asked(result):
    """Return whether the square shows the people of the question."""
    state = result.state
    return state.finding == "bulge" and state.age == ASKED_AGE and not result.mixed and not result.as_counted


def _fence(outline, theme):
    look = {"width": theme.line * 1.3, "color": theme.color("prediction"), "dash": "dot"}
    return outlines.drawn("as many as you said", outline, look, visible=bool(outline))


def _guessed(guess, theme):
    """Return the outline round as many people as the reader expected."""
    return _fence("" if guess is None else _first(round(guess)), theme)


def _first(count):
    """Return the outline round the first so many people."""
    if not count:
        return ""
    whole, rest = divmod(count, charts.SIDE)
    left, right = _FIRST[0] - _APART // 2, _FIRST[0] + _APART * charts.SIDE - _APART // 2
    end, low = left + _APART * rest, _APART * whole
    if not rest:
        return f"M{left},1H{right}V{low}H{left}Z"
    return f"M{left},1H{right if whole else end}V{low if whole else _APART}H{end}V{low + _APART}H{left}Z"


def _rail(result, theme):
    """Return the rail on which the handle of those who hurt goes down, with a notch at each end, and how far it has."""
    notches = [[(_BESIDE - 9, y), (_BESIDE + 9, y)] for y in (1, _RAIL)]
    low = round(result.state.pain_share * _APART / charts.SIDE) + 1
    gone = [[(_BESIDE, 1), (_BESIDE, low)]] if result.mixed else []
    plain, strong = {"width": 2, "color": theme.muted}, {"width": 5, "color": theme.color("pain")}
    return [
        outlines.line("rail", [[(_BESIDE, 0), (_BESIDE, _RAIL)], *notches], plain, digits=0),
        outlines.line("in pain, on the rail", gone, strong, digits=0),
    ]


def _locked(result, theme):
    """Return a grey ring in place of the handle of those who hurt, where nobody is known to."""
    stroke = {"width": 1.6, "color": theme.muted, "dash": "dot"}
    ring = outlines.circle(_BESIDE, 24, 24)
    return outlines.drawn("nobody in pain to show", ring, stroke, visible=result.with_pain is None)


def _keys(result):
    """Return the looks that are explained under the square, each with the place of its mark: without pain first."""
    for number, look in enumerate((*LOOKS[2:], *LOOKS[:2])):
        if result.mixed or not look.startswith("pain"):
            down, across = divmod(number, 2)
            yield look, (_KEY[0] + _COLUMN * across, _KEY[1] + _APART * down)


def _place(person):
    """Return where a person stands."""
    across, down = hundred.place(person)
    return _FIRST[0] + _APART * across, _FIRST[1] + _APART * down


def _people(result, theme):
    """Return everybody once, and over them those who have the finding; those in pain are bent, on a ground of paper."""
    hurting = sum(result.counts[:2])
    for look in ("no pain, no finding", "no pain, finding", "pain", "pain, finding", "pain, no finding"):
        if look == "pain":
            yield outlines.drawn("ground of those in pain", _first(hurting), {"width": 0}, fill=theme.paper)
            continue
        everybody = look == "no pain, no finding"
        found = [person for person, one in enumerate(result.looks) if everybody or one == look]
        yield _marked(look, look, map(_place, found), theme)


def _key_marks(result, theme):
    places = dict(_keys(result))
    for look in LOOKS:
        yield _marked(f"key: {look}", look, [places[look]] if look in places else [], theme)


def _marked(name, look, places, theme):
    role, filled, bent = _MARKS[look]
    color = theme.color(role)
    path = crowd.people(places, bent)
    return outlines.drawn(name, path, {"width": 1.6, "color": color}, fill=color if filled else None)


def _words_below(result, theme, guess):
    """Return what stands over the square, its key under it, and what the knob beside it does."""
    finding = result.state.declarations()["finding"].format(result.state.finding)
    counts = dict(zip(LOOKS, result.counts, strict=True))
    whom = "adults up to 50" if result.as_counted else f"people of {result.state.age:g}"
    font, grey = theme.text(size=0.93), {**theme.text(size=0.93), "color": theme.muted}
    left, known = _FIRST[0] - _APART / 2, result.with_pain is not None
    heading = f"<b>{capital(finding)}<br>100 {whom}</b>"
    # Clear of the word over the rail.
    rows = [(left + 26 * theme.large, 0, heading, "top right", theme.text(size=0.9))]
    hurt = theme.text("pain", 0.93) if known else grey
    # Over the knob, where the rail begins; at its other end half of all hurt.
    rows.append((_BESIDE - 8, 0, "pain<br>\u200b", "top center", hurt))
    rows.append((_BESIDE, _RAIL + 8, "50", "bottom center", grey))
    for number, head in enumerate(("finding", "no finding")):
        rows.append((left + _COLUMN * number, _KEY[1] - 72, head, "middle right", grey))
    for look, (x, y) in _keys(result):
        rows.append((x + 52, y, f"{counts[look]} {look.split(',')[0]}", "middle right", font))
    said = "" if guess is None else f"dotted: you said {guess:g}"
    rows.append((left, _KEY[1] + _APART, said, "middle right", theme.text("prediction", 0.93)))
    return words("words under the people", rows)


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
    # In a hall the sentence beside the picture says it.
    if odds and not theme.large:
        notes.append(
            f"With pain against without, up to {data.value('herniation_findings.oldest'):g}: odds ratio "
            f"{odds.ratio:.2f} ({odds.low:.2f} to {odds.high:.2f}, 95 %), {short_citation(odds.source)}."
        )
    font = theme.text(size=0.93)
    read, text = ("<br>".join(wrapped(line, _LETTERS) for line in lines) for lines in (_directions(result), notes))
    # What is read in the square stands first.
    first, high = theme.em(3.7), 1.25 * (read.count("<br>") + 1)
    return [
        (chart.x[0], chart.below(first), read, "bottom right", font),
        (chart.x[0], chart.below(first + theme.em(high)), text, "bottom right", {**font, "color": theme.muted}),
    ]


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
        _flagpole(result, theme, chart),
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
        (17, 112, "<b>Without pain, of 100</b>", "top right", theme.text(size=0.9)),
        (
            18 if low else 82,
            96 if low else 8,
            f"At {record.age:g}: <b>{record.percent:.0f} of 100</b>, n = {record.people}",
            "middle right" if low else "middle left",
            theme.text(size=0.93),
        ),
        *_notes(result, theme, chart),
        *_flag(result, theme),
        *(
            (age, share, f"\u2002you: {share:g}\u2002", beside, theme.text("prediction", 0.93))
            for age, share in expected
        ),
    ]


def _flagpole(result, theme, chart):
    """Return the line from the cross to its name, which stands clear of the knob on the curve."""
    poles = [(row.age, share) for row in result.counted[:1] for share in (row.percent, row.percent + _FLAG - 2)]
    return chart.points("line to the cross", poles, mode="lines", line={"color": theme.ink, "width": 1})


def _flag(result, theme):
    """Return the name of the cross, with what was counted there; before the line where the curve lies behind it."""
    for row in result.counted[:1]:
        high, later = row.percent + _FLAG, next(one.percent for one in result.fitted if one.age > row.age)
        side = "middle left" if abs(later - high) < 15 else "middle right"
        text = f"\u2009{short_citation(row.source).split()[0]} {row.percent:.0f}\u2009"
        yield row.age, high, text, side, theme.text(size=0.93)


def _at_asked(result):
    return next(row.percent for row in result.fitted if row.age == ASKED_AGE)


def _by_age(rows):
    return [(row.age, row.percent) for row in rows]
