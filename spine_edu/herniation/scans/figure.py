"""A hundred scans, the year's curve, and what became of symptoms and picture."""

from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.explorer.frames import Frames
from spine_edu.herniation import charts
from spine_edu.herniation.scans.model import PEOPLE, constant
from spine_edu.herniation.scans.words import at_month
from spine_edu.theme import LIGHT

KINDS = ("sequestration", "extrusion", "protrusion", "bulge")
#: Looks that lie over everybody's small dot -> their name, and their line in the key.
_LOOKS = {"same": ("scan unchanged", 0), "gone": ("no longer on the scan", 2)}
#: Radius of everybody's small dot, in rows.
_SMALL = 0.15
_MONTHS, _OF_100 = (0, 3, 6, 9, 12), (0, 25, 50, 75, 100)
_LAST = 12.0
#: What went at the mean times of a free piece, with the role of its colour.
_WENT = {"symptoms": "pain", "picture": "herniation"}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of a `ScansResult`.

    Parameters
    ----------
    result : ScansResult
    theme : Theme
    held : ScansResult or None
        An earlier run, drawn as curve A.
    prediction : str or None
        The type the reader expected to shrink most often.
    """
    year = result.state.view == "shrink"
    held = held if held is not None and held.state.view == "shrink" else None
    high, inner = (340, 714) if theme.large else (285, 290 + theme.em(1.45 * 8.5))
    top, across = theme.em(1.9), 0.5 if theme.large else 0.52
    chart = charts.Chart("2", (0, 29 if theme.large else 25), (0, 110), (across, 1), 0, high, room=inner - high)
    right = (
        chart.layout(theme, inner, "Months (curve: assumed)", _MONTHS, _OF_100)
        if year
        else charts.square_axes("2", (0.55, 0.95), inner)
    )
    return {
        "data": [
            _words_below(result, theme, prediction),
            *_curves(result, theme, chart, held, year),
            *_times(result, theme, chart),
            words(
                "words at the right",
                _words_right(result, theme, chart, held) if year else [charts.heading("Poor outcome", theme)],
                chart.names,
            ),
        ],
        "layout": theme.layout(
            height=top + inner + 8,
            margin={"l": 6, "r": 6, "t": top, "b": 8},
            shapes=[*_square(result, theme, year), *_outcomes(theme, not year)],
            **charts.square_axes("", (0, 0.4), inner),
            **right,
        ),
    }


def _row(number, theme):
    """Return the row of a line of words under the left square."""
    return charts.row_below(26 + (number + 0.5) * 2 * theme.size)


def people(result, theme, frame=None):
    """Return name -> path of the marks over everybody's small dot, at a frame of the year (default: the month)."""
    looks = result.looks(frame)
    return {name: charts.path(charts.spots(looks, look, _row(line, theme))) for look, (name, line) in _LOOKS.items()}


def _square(result, theme, year):
    """Return the year's square: a small dot for everybody, hidden where the scan is unchanged or shows nothing."""
    color, none = theme.color("herniation"), {"width": 0}
    everybody = charts.path(charts.spots(["smaller"] * PEOPLE, "smaller", _row(1, theme)), radius=_SMALL)
    same, gone = people(result, theme).items()
    return [
        outlines.drawn(name, path, line, fill=fill, visible=year)
        for (name, path), line, fill in (
            (("scan shows it smaller", everybody), none, color),
            (same, none, color),
            (gone, _ring(theme), theme.paper),
        )
    ]


def _ring(theme):
    return {"width": 1.5, "color": theme.muted}


def _outcomes(theme, shown):
    """Return the squares of both outcomes: whose scan still shows it, and whose does not."""
    looks = {"still seen": ({"width": 0}, theme.color("herniation")), "not seen": (_ring(theme), None)}
    for outcome, number in (("good", ""), ("poor", "2")):
        seen = round(constant(f"visible_{outcome}"))
        scans = ["still seen"] * seen + ["not seen"] * (PEOPLE - seen)
        for row, (look, (line, fill)) in enumerate(looks.items()):
            key = _row(row, theme) if outcome == "good" else None
            yield outlines.drawn(
                f"{outcome} outcome, {look}",
                charts.path(charts.spots(scans, look, key)),
                line,
                fill=fill,
                axes=(f"x{number}", f"y{number}"),
                visible=shown,
            )


def _words_below(result, theme, prediction):
    """Return what stands over the left square and under it."""
    title, *lines = texts_below(result, prediction=prediction)
    counted = len(lines) - 3
    fonts = [
        *[theme.text()] * counted,
        *[{**theme.text(), "color": theme.muted}] * 2,
        theme.text("prediction"),
    ]
    return words(
        "words under the scans",
        [
            charts.heading(title, theme),
            *(
                (0.9 if number < counted else -0.5, _row(number, theme), text, "middle right", font)
                for number, (text, font) in enumerate(zip(lines, fonts, strict=True))
            ),
        ],
    )


def texts_below(result, frame=None, prediction=None):
    """Return the heading of the left square and the lines under it, at a frame of the year: counts, notes, guess."""
    if result.state.view == "shrink":
        return [
            f"{PEOPLE} scans",
            *counts_in_words(result, frame),
            "Counted: millimetres.",
            "Not counted: pain.",
            f"You said: {prediction}" if prediction else "",
        ]
    good, poor = constant("visible_good"), constant("visible_poor")
    return [
        "Good outcome",
        f"still seen: {good:.0f} | {poor:.0f}",
        f"not seen: {PEOPLE - good:.0f} | {PEOPLE - poor:.0f}",
        f"ROC area {constant('roc_area'):g}: no better than a coin.",
        f"{constant('good_outcome'):.0f} of 100 felt well after a year.",
        "",
    ]


def counts_in_words(result, frame=None):
    """Return the three counts as printed beside their marks, at a frame of the year."""
    same, smaller, gone = result.counts(frame)
    known = result.record.gone is not None
    return [
        f"{same} unchanged",
        f"{smaller} smaller{'' if known else ' or gone'}",
        f"{gone} no longer seen" if known else "gone: not reported",
    ]


def now_at(result, frame):
    """Return the heights of the two marks at a frame: smaller or gone, and of these gone."""
    return [result.smaller[frame], None if result.record.gone is None else result.gone[frame]]


def now_in_words(result, frame):
    """Return the words at the two marks: the month stands at the upper one."""
    return [f"month {result.months[frame]:g}", ""]


def now_side(result, frame):
    """Return on which side of their mark these words stand: clear of the curve, and of the axis in early months."""
    if result.months[frame] >= 6:
        return "top left"
    return "middle right" if result.smaller[frame] > 15 else "top right"


def _curves(result, theme, chart, held, year):
    """Return the year's curves, the chosen month and the published shares at its end."""
    chosen, now = result.state.kind, result.months[result.now]
    rest = [share for kind, share in result.shares.items() if kind != chosen]
    gone = list(zip(result.months, result.gone, strict=True)) if result.record.gone is not None else []
    curves = {
        "A, held": (list(zip(held.months, held.smaller, strict=True)) if held else [], theme.stroke("held")),
        "smaller or gone": (list(zip(result.months, result.smaller, strict=True)), theme.stroke("herniation", 1.2)),
        "gone from the scan": (gone, {"color": theme.muted, "dash": "dash", "width": theme.line}),
    }
    pool, all_at = _pooled(result), chart.x[1] - 0.6
    interval = [(all_at, pool.low), (all_at, pool.high)] if year else []
    points = {
        "published shares": ([(_LAST, share) for share in rest], theme.marker("neutral")),
        "published share of the chosen type": ([(_LAST, result.shares[chosen])], theme.marker("herniation", 1.2)),
        "all types": ([(all_at, pool.smaller)], {"color": theme.muted, "symbol": "square", "size": 8}),
    }
    return [
        *(chart.points(name, curve if year else [], mode="lines", line=line) for name, (curve, line) in curves.items()),
        chart.points(
            "all types, interval",
            interval,
            mode="lines+markers",
            line={"color": theme.muted, "width": 2},
            marker={"symbol": "line-ew", "size": 8, "line": {"width": 2, "color": theme.muted}},
        ),
        *(chart.points(name, spots if year else [], marker=marker) for name, (spots, marker) in points.items()),
        chart.points(
            "now",
            [(now, share) for share in now_at(result, result.now)] if year else [],
            marker=theme.marker("now"),
            mode="markers+text",
            text=now_in_words(result, result.now),
            textposition=now_side(result, result.now),
            textfont=theme.text(),
        ),
    ]


def _pooled(result):
    """Return the row for all types together that has an interval."""
    return next(row for row in result.pooled if row.low is not None)


def _below(number, theme, chart):
    """Return y of a line of words under the chart."""
    return chart.below((4.4 + (number + 0.5) * 1.85) * theme.size)


def _pitch(theme):
    """Return how far apart the two times stand, in lines: in large type each has its words in two."""
    return 2.3 if theme.large else 1.7


def _times(result, theme, chart):
    """Return when symptoms and picture of a free piece went: two means with their spread."""
    traces = []
    for row, (what, role) in enumerate(_WENT.items()):
        mean, spread = constant(f"{what}_mean"), constant(f"{what}_spread")
        y = _below(_pitch(theme) * (row + 1) - 0.9, theme, chart)
        spots = [(max(0, mean - spread), y), (mean, y), (mean + spread, y)] if _timed(result) else []
        marker = theme.marker(role, 1.2)
        traces.append(
            chart.points(
                f"{what} gone, mean and spread",
                spots,
                mode="lines+markers",
                marker={**marker, "size": [0, marker["size"], 0]},
                line=theme.stroke(role, 1.2),
            )
        )
    return traces


def _timed(result):
    """Return whether the times of symptoms and picture are known: for free pieces only."""
    return result.state.view == "shrink" and result.state.kind == "sequestration"


def _words_right(result, theme, chart, held):
    """Return what stands at the curve and under it."""
    shares, chosen, pool = result.shares, result.state.kind, _pooled(result)
    grey, beside = {**theme.text(), "color": theme.muted}, _LAST + 0.5
    rows = [
        charts.heading("Smaller or gone", theme, chart.x[1] / 2, chart.y[1]),
        (0, chart.y[1], "of 100", "top left", theme.text(size=0.93)),
        *(
            (beside, shares[kind], f"{kind} {shares[kind]:.0f}", "middle right", grey)
            for kind in KINDS
            if kind != chosen
        ),
        (
            beside,
            shares[chosen],
            f"<b>{chosen} {shares[chosen]:.0f}</b>",
            "middle right",
            theme.text("herniation"),
        ),
        (
            beside,
            (shares["extrusion"] + shares["protrusion"]) / 2,
            f"all {pool.smaller:.0f} ({pool.low:.0f}–{pool.high:.0f})",
            "middle right",
            grey,
        ),
    ]
    if result.record.gone is not None:
        rows.append((7.5, result.gone[30], "gone", "bottom right", grey))
    if held:
        rows.append((7.5, held.smaller[30], "A", "top left", theme.text("held")))
    return rows + _notes(result, theme, chart)


def _notes(result, theme, chart):
    """Return the words under the curve, in large type in more lines: when symptoms and picture went, or why not."""
    letters = 22 if theme.large else 34
    notes = [(0, "Symptoms against picture: times found for free pieces only.", None)]
    if _timed(result):
        notes = [
            (_pitch(theme) * row, f"{what} gone: mean {constant(f'{what}_mean'):.1f} months", role)
            for row, (what, role) in enumerate(_WENT.items())
        ]
        notes.append((2 * _pitch(theme) + 0.2, "bars: spread (SD), 53 cases", None))
    grey = {**theme.text(size=0.93), "color": theme.muted}
    return [
        (
            0,
            _below(row - 0.35, theme, chart),
            wrapped(text, letters),
            "bottom right",
            theme.text(role, 0.93) if role else grey,
        )
        for row, text, role in notes
    ]


def can_play(result):
    """Return whether the chosen view runs through months; only the shrinking does."""
    return result.state.view == "shrink"


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the year as `Frames`, a week each."""
    weeks = range(len(result.months))
    run = Frames(
        "month",
        (f"month {month:g} of {result.months[-1]:g}" for month in result.months),
        (at_month(result, week) for week in weeks),
        seconds=8,
        stride=4,
    )
    drawn = [people(result, theme, week) for week in weeks]
    for name in drawn[0]:
        run.add(name, path=[paths[name] for paths in drawn])
    for name, values in (("smaller or gone", result.smaller), ("gone from the scan", result.gone)):
        run.reveal(name, range(1, len(values) + 1))
    run.add(
        "now",
        x=[[month, month] for month in result.months],
        y=[now_at(result, week) for week in weeks],
        text=[now_in_words(result, week) for week in weeks],
        textposition=[now_side(result, week) for week in weeks],
    )
    run.add("words under the scans", text=[texts_below(result, week, prediction) for week in weeks])
    return run
