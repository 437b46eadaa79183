"""A hundred people, the share without pain by age, and how much commoner each finding is with pain."""

import math

from spine_edu import data
from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.herniation import charts
from spine_edu.herniation.findings.model import LOOKS
from spine_edu.theme import LIGHT

#: The age of the question that is asked first.
ASKED_AGE = 40
_AGES, _OF_100, _RATIOS = (20, 40, 60, 80), (0, 50, 100), (0.5, 1, 2, 5, 10, 50)
#: How each look is marked: the role of its colour, whether it is filled, and the mark.
_MARKS = {
    "pain, finding": ("pain", True, "diamond"),
    "pain, no finding": ("pain", False, "diamond"),
    "no pain, finding": ("herniation", True, "square"),
    "no pain, no finding": ("neutral", False, "square"),
}


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
    inner = odds.top + odds.height + odds.room + (theme.em(2.7) if theme.large else 0)
    top, bottom = theme.em(3.1), theme.em(0.3 if theme.large else 1.4)
    return {
        "data": [
            _words_below(result, theme, inner),
            *_ages(result, theme, ages, held, prediction),
            *_odds(result, theme, odds),
        ],
        "layout": theme.layout(
            height=top + inner + bottom,
            margin={"l": 6, "r": 10, "t": top, "b": bottom},
            shapes=[*_people(result, theme), *_intervals(theme, odds)],
            **charts.square_axes("", (0, 0.42), inner),
            **ages.layout(theme, inner, "Age (years)", _AGES, _OF_100),
            **odds.layout(theme, inner, "Odds ratio", _RATIOS, type="log"),
        ),
    }


def _charts(theme):
    """Return the charts of the ages and of the odds ratios; plotly wants the ends of the latter as logarithms."""
    room, rows = 5 + 2 * theme.size, len(data.table("herniation_odds"))
    left, names, high, gap, row = (0.55, 0.12, 187, 5.6, 1.2) if theme.large else (0.53, 0.07, 220, 6.4, 1.32)
    ages = charts.Chart("2", (17, 83), (0, 112), (left, 1), 0, high, room)
    odds = charts.Chart(
        "3",
        (math.log10(0.4), math.log10(60)),
        (-0.6, rows - (0.2 if theme.large else 0.4)),
        (left + names, 1),
        high + theme.em(gap),
        theme.em(row * rows) + 12,
        room,
    )
    return ages, odds


def _keys(result, theme):
    """Return the looks that are explained under the square, each with its row."""
    shown = [look for look in LOOKS if result.joined or not look.startswith("pain")]
    return {look: _row(number, theme) for number, look in enumerate(shown)}


def _row(number, theme):
    """Return the row of a line of words under the square."""
    return charts.row_below(34 + (1.6 if theme.large else 1.75) * theme.size * number)


def _people(result, theme):
    keys = _keys(result, theme)
    for look, (role, filled, mark) in _MARKS.items():
        color = theme.color(role)
        people = charts.path(charts.spots(result.looks, look, keys.get(look)), mark)
        yield outlines.drawn(
            look, people, {"width": 1.6, "color": color}, fill=color if filled else None, visible=look in keys
        )


def _words_below(result, theme, inner):
    """Return what stands over the square, and under it: its key, what it says, and how to read the curve.

    In large type there is no room under the square for the last of these, which then run along the lower edge of the
    picture, `inner` px below its upper one.
    """
    finding = result.state.declarations()["finding"].format(result.state.finding)
    counts = dict(zip(LOOKS, result.counts, strict=True))
    grey = {**theme.text(size=0.85), "color": theme.muted}
    rows = [charts.heading(f"{finding[0].upper()}{finding[1:]}<br>100 people of {result.state.age:g}", theme)]
    for look, row in _keys(result, theme).items():
        text = look if result.joined else look.removeprefix("no pain, ")
        rows.append((0.9, row, f"{counts[look]} {text}", "middle right", theme.text()))
    notes = [(text, theme.text(size=0.93)) for text in _directions(result)]
    if theme.large:
        rows.append(
            (-0.5, charts.row_below(inner - 282), wrapped(" ".join(_how_to_read(result)), 44), "top right", grey)
        )
    else:
        notes += [(text, grey) for text in _how_to_read(result)]
    for number, (text, font) in enumerate(notes):
        rows.append((-0.5, _row(4.1 + number, theme), text, "middle right", font))
    return words("words under the people", rows)


def _directions(result):
    """Return both readings of the square, or why there is only one."""
    hurting, rest, well, _ = result.counts
    if result.joined:
        return [
            f"Of {hurting + well} with it, {hurting} hurt.",
            f"Of {hurting + rest} who hurt, {hurting} have it.",
            "",
        ]
    if result.state.people == "without":
        return ["Nobody here has back pain.", "", ""]
    if result.odds is None:
        return ["No odds ratio was published", "for this finding: only people", "without pain are shown."]
    return [f"Compared up to {data.value('herniation_findings.oldest'):g} only:", "people without pain", "are shown."]


def _how_to_read(result):
    return [
        "Line: fitted, not counted.",
        "Rings: n = 0 or not known.",
        f"Cross: counted, {result.counted[0].people} people." if result.counted else "",
    ]


def _ages(result, theme, chart, held, prediction):
    """Return the fitted curve with what is known of each age, and the chosen age."""
    record, color = result.record, theme.color("herniation")
    expected = [] if prediction is None or result.state.finding != "bulge" else [(ASKED_AGE, prediction)]
    low = record.percent < 55
    seen = "n unknown" if record.people is None else f"n = {record.people}"
    rows = [
        charts.heading("Without pain, by age", theme, 50, 112),
        (17, 112, "of 100", "top left", theme.text(size=0.93)),
        (
            18 if low else 82,
            96 if low else 8,
            f"At {record.age:g}: <b>{record.percent:.0f} of 100</b>, {seen}",
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
