"""A hundred scans, the year's curve, and what became of symptoms and picture."""

from spine_edu.data import short_citation
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.explorer.frames import Frames
from spine_edu.herniation import charts
from spine_edu.herniation.scans import slices
from spine_edu.herniation.scans.model import KINDS, PEOPLE, constant
from spine_edu.herniation.scans.words import at_month
from spine_edu.theme import LIGHT

#: Looks that lie over everybody's smaller herniation -> their name, and their line in the key.
_LOOKS = {"same": ("scan unchanged", 0), "gone": ("no longer on the scan", 2)}
_MONTHS, _OF_100 = (0, 3, 6, 9, 12), (0, 25, 50, 75, 100)
_LAST = 12.0
#: How far over its mark the name of the chosen type stands, clear of the knob of the month.
_OVER = 1.5
#: What went at the mean times of a free piece, with the role of its colour.
_WENT = {"symptoms": "pain", "picture": "herniation"}
#: Before the question is answered: where each type is shown, and how much larger than in the hundred.
_SHOWN, _LARGE = {"bulge": (2, 1.4), "protrusion": (7, 1.4), "extrusion": (2, 6), "sequestration": (7, 6)}, 4


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
    inner, chart = _chart(theme)
    return {
        "data": [
            _words_below(result, theme, prediction, inner),
            *_curves(result, theme, chart, held),
            *_times(result, theme, chart),
            words("words at the right", _words_right(result, theme, chart, held), chart.names),
        ],
        "layout": _layout(
            theme,
            inner,
            _square(result, theme),
            (0, 0.4),
            **chart.layout(theme, inner, "Months (curve: assumed)", _MONTHS, _OF_100),
        ),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the four types of the question as a first scan shows them, drawn."""
    rows = [charts.heading("The four types, drawn", theme)]
    rows += [(x, y + 2.3, kind, "middle center", theme.text()) for kind, (x, y) in _SHOWN.items()]
    places = list(_SHOWN.values())
    shapes = [
        outlines.drawn(kind, slices.material(kind, [at], scale=_LARGE), {"width": 0}, fill=theme.color("herniation"))
        for kind, at in _SHOWN.items()
    ]
    shapes.append(_discs(slices.large(places, _LARGE), theme))
    return {"data": [words("names of the types", rows)], "layout": _layout(theme, charts.HIGH, shapes)}


def grips(result):
    """Return the handle: the month, on the curve."""
    step = len(result.months) - 1
    return [
        grip(
            result.state,
            "month",
            lambda month: (month, result.smaller[round(month / result.months[-1] * step)]),
            points=25,
            axes=("xaxis2", "yaxis2"),
            telling=True,
        )
    ]


def _chart(theme):
    """Return the height of the figure without its margins, px, and the chart of the year."""
    inner = 715 if theme.large else 290 + theme.em(18.6)
    end, across, high = (29, 0.5, 350) if theme.large else (25, 0.52, 285)
    return inner, charts.Chart("2", (0, end), (0, 110), (across, 1), 0, high, room=inner - high)


def _layout(theme, inner, shapes, across=charts.ALONE, **axes):
    top = theme.em(1.9)
    return theme.layout(
        height=top + inner + 8,
        margin={"l": 6, "r": 6, "t": top, "b": 8},
        shapes=shapes,
        **charts.square_axes("", across, inner),
        **axes,
    )


def _row(number, theme):
    """Return the row of a line of words under the left square."""
    return charts.row_below(26 + (number + 0.5) * 2 * theme.size)


def herniations(result, theme, frame=None):
    """Return name -> path of what lies over everybody's smaller herniation, at a frame of the year (default: month)."""
    looks, kind = result.looks(frame), result.state.kind
    same, gone = (charts.spots(looks, look, _row(line, theme)) for look, (_, line) in _LOOKS.items())
    return {_LOOKS["same"][0]: slices.material(kind, same), _LOOKS["gone"][0]: slices.traces(gone)}


def _square(result, theme):
    """Return the year's square: everybody's smaller herniation, hidden where the scan is unchanged or shows nothing."""
    color, none = theme.color("herniation"), {"width": 0}
    everybody = charts.spots(["smaller"] * PEOPLE, "smaller", _row(1, theme))
    smaller = slices.material(result.state.kind, everybody, slices.SMALLER)
    same, gone = herniations(result, theme).items()
    return [
        *(
            outlines.drawn(name, path, line, fill=fill)
            for (name, path), line, fill in (
                (("scan shows it smaller", smaller), none, color),
                (same, none, color),
                (gone, {"width": 1.5, "color": theme.muted, "dash": "dot"}, theme.paper),
            )
        ),
        _discs(slices.everybody(tuple(_row(line, theme) for line in range(3))), theme),
    ]


def _discs(path, theme):
    return outlines.drawn("discs", path, {"width": 1, "color": theme.color("annulus")}, fill=theme.solids["annulus"])


def _words_below(result, theme, prediction, inner):
    """Return what stands over the left square and under it; in large type also what stands along the lower edge."""
    title, *lines, lower_edge = texts_below(result, theme, prediction=prediction)
    counted, grey = len(lines) - 4, {**theme.text(), "color": theme.muted}
    fonts = [*[theme.text()] * counted, grey, grey, grey, theme.text("prediction")]
    return words(
        "words under the scans",
        [
            ((charts.SIDE - 1) / 2, -0.59, title, "top center", theme.text(size=0.9)),
            *(
                (0.9 if number < counted else -0.5, _row(number, theme), text, "middle right", font)
                for number, (text, font) in enumerate(zip(lines, fonts, strict=True))
            ),
            (-0.5, charts.row_below(inner - 355), lower_edge, "bottom right", grey),
        ],
    )


def texts_below(result, theme, frame=None, prediction=None):
    """Return the heading of the left square and what stands under it: counts at a frame, notes, guess, lower edge."""
    return [
        f"<b>{PEOPLE} scans, no surgery</b>",
        *counts_in_words(result, frame),
        "Counted: millimetres.",
        "Not counted: pain.",
        "The slices are drawings.",
        f"You said: {prediction}" if prediction else "",
        wrapped("; ".join(_sources(result)), 58) if theme.large else "",
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
    """Return the words at the two marks: the month stands at the upper one, clear of the knob there."""
    room = "\u2003" if now_side(result, frame) == "middle right" else ""
    return [f"{room}month {result.months[frame]:g}", ""]


def now_side(result, frame):
    """Return on which side of their mark these words stand: clear of the curve, and of the axis in early months."""
    if result.months[frame] >= 6:
        return "top left"
    return "middle right" if result.smaller[frame] > 15 else "top right"


def _curves(result, theme, chart, held):
    """Return the year's curves, the chosen month and the published shares at its end."""
    chosen, now = result.state.kind, result.months[result.now]
    rest = [share for kind, share in result.shares.items() if kind != chosen]
    gone = list(zip(result.months, result.gone, strict=True)) if result.record.gone is not None else []
    curves = {
        "A, held": (list(zip(held.months, held.smaller, strict=True)) if held else [], theme.stroke("held")),
        "smaller or gone": (list(zip(result.months, result.smaller, strict=True)), theme.stroke("herniation", 1.2)),
        "gone from the scan": (gone, {"color": theme.muted, "dash": "dash", "width": theme.line}),
    }
    pool, all_at = result.pooled, chart.x[1] - 0.6
    points = {
        "published shares": ([(_LAST, share) for share in rest], theme.marker("neutral")),
        "published share of the chosen type": ([(_LAST, result.shares[chosen])], theme.marker("herniation", 1.2)),
        "all types": ([(all_at, pool.smaller)], {"color": theme.muted, "symbol": "square", "size": 8}),
    }
    return [
        *(chart.points(name, curve, mode="lines", line=line) for name, (curve, line) in curves.items()),
        chart.points(
            "all types, interval",
            [(all_at, pool.low), (all_at, pool.high)],
            mode="lines+markers",
            line={"color": theme.muted, "width": 2},
            marker={"symbol": "line-ew", "size": 8, "line": {"width": 2, "color": theme.muted}},
        ),
        *(chart.points(name, spots, marker=marker) for name, (spots, marker) in points.items()),
        chart.points(
            "now",
            [(now, share) for share in now_at(result, result.now)],
            marker=theme.marker("now"),
            mode="markers+text",
            text=now_in_words(result, result.now),
            textposition=now_side(result, result.now),
            textfont=theme.text(),
        ),
    ]


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
    return result.state.kind == "sequestration"


def _words_right(result, theme, chart, held):
    """Return what stands at the curve and under it."""
    shares, chosen, pool = result.shares, result.state.kind, result.pooled
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
            shares[chosen] + _OVER,
            f"<b>{chosen} {shares[chosen]:.0f}</b>",
            "top right",
            theme.text("herniation"),
        ),
        (
            beside,
            (shares["extrusion"] + shares["protrusion"]) / 2,
            f"all* {pool.smaller:.0f} ({pool.low:.0f}–{pool.high:.0f})",
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
    """Return what stands under the chart: the times of a free piece and, unless in large type, whose they are."""
    letters = 22 if theme.large else 34
    grey = {**theme.text(size=0.93), "color": theme.muted}
    rows = [(0, "Symptoms against picture: times found for free pieces only.", grey)]
    if _timed(result):
        rows = [
            (_pitch(theme) * row, f"{what} gone: mean {constant(f'{what}_mean'):.1f} months", theme.text(role, 0.93))
            for row, (what, role) in enumerate(_WENT.items())
        ]
    if not theme.large:
        whose = _sources(result)
        rows += [(row, text, grey) for row, text in zip((3.7, 5.9) if _timed(result) else (2.2,), whose, strict=True)]
    return [
        (0, _below(row - 0.35, theme, chart), wrapped(text, letters), "bottom right", font) for row, text, font in rows
    ]


def _sources(result):
    """Return whose the times and the pooled share are, a sentence each."""
    pooled = f"* {short_citation(result.pooled.source)}, other studies (95 %)"
    if not _timed(result):
        return [pooled]
    return [f"bars: spread (SD); {short_citation('macki2014')}: 53 cases in which the piece shrank", pooled]


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the year as `Frames`, a week each."""
    weeks = range(len(result.months))
    run = Frames(
        "month",
        (f"month {month:g} of {result.months[-1]:g}" for month in result.months),
        (at_month(result, week) for week in weeks),
        seconds=8,
        stride=4,
        controls={"month": result.months},
    )
    drawn = [herniations(result, theme, week) for week in weeks]
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
    run.add("words under the scans", text=[texts_below(result, theme, week, prediction) for week in weeks])
    return run
