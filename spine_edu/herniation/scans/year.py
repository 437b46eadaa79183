"""The types at the end of the year, and what stands at the curve and under it: whose the numbers are, and when."""

import itertools
import re

from spine_edu.data import short_citation
from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.herniation.scans import slices
from spine_edu.herniation.scans.model import KINDS, constant

#: The last month of the year.
LAST = 12.0
#: A row of the square in px where a type is drawn small, and how far beyond the year its name stands, in months.
_SMALL, _NAMES = 22, 4
#: What went at the mean times of a free piece, with the role of its colour.
_WENT = {"symptoms": "pain", "picture": "herniation"}
#: How many letters of a line fit under the chart.
_LETTERS = 31
#: What the picture cannot tell.
_DRAWN = "The slices are drawings."


def texts_at_the_curve(result, theme, chart, held, prediction):
    """Return what stands at the curve and under it."""
    shares, chosen, pool = result.shares, result.state.kind, result.pooled
    grey, beside = {**theme.text(size=0.93), "color": theme.muted}, LAST + _NAMES
    named = {kind: f"{kind} {share:.0f}{'<br>(you)' if kind == prediction else ''}" for kind, share in shares.items()}
    mine = theme.text("prediction", 0.93)
    rows = [
        (0, chart.y[1], "<b>Smaller or gone, of 100</b><br>press a type", "top right", theme.text(size=0.9)),
        *(
            (beside, shares[kind], named[kind], "middle right", mine if kind == prediction else grey)
            for kind in KINDS
            if kind != chosen
        ),
        (beside, shares[chosen], f"<b>{named[chosen]}</b>", "middle right", theme.text("herniation", 0.93)),
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


def types(result, theme, chart):
    """Return the types that may be chosen, drawn small at their shares; the chosen one is drawn a hundred times."""
    for kind, share in result.shares.items():
        there = kind != result.state.kind
        at = {"xanchor": LAST, "yanchor": share, "xsizemode": "pixel", "ysizemode": "pixel", "axes": chart.names}
        # Pixels go upwards, rows of the square downwards.
        path = _upwards(slices.material(kind, [(0.5, -0.1)], scale=1.0)) if there else ""
        yield outlines.drawn(f"{kind}, small", path, {"width": 0}, fill=theme.color("herniation"), **at)
        disc = _upwards(slices.discs([(0.5, -0.1)])) if there else ""
        look = {"width": 1, "color": theme.color("annulus")}
        yield outlines.drawn(f"disc of {kind}", disc, look, fill=theme.solids["annulus"], **at)


def _upwards(path):
    """Return a path in rows of the square as one in pixels: right and up."""
    signs = itertools.cycle((_SMALL, -_SMALL))
    return re.sub(r"-?[\d.]+", lambda number: f"{float(number[0]) * next(signs):.1f}", path)


def _notes(result, theme, chart):
    """Return what stands under the chart: the times of a free piece, and whose the numbers are."""
    grey = {**theme.text(size=0.93), "color": theme.muted}
    notes = [*_sources(result, theme), *([] if _timed(result) and theme.large else [_DRAWN])]
    rows, row = [], 0
    if _timed(result):
        rows = [
            (
                _pitch(theme) * row,
                f"{what} gone: {'' if theme.large else 'mean '}{constant(f'{what}_mean'):.1f} months",
                theme.text(role, 0.93 if theme.large else 0.85),
            )
            for row, (what, role) in enumerate(_WENT.items())
        ]
        row = 2 * _pitch(theme)
    rows.append((row, "<br>".join(wrapped(note, _LETTERS) for note in notes), grey))
    return [(0, _below(row - 0.35, theme, chart), text, "bottom right", font) for row, text, font in rows]


def _sources(result, theme):
    """Return whose the times and the pooled share are, a sentence each."""
    pooled = f"* {short_citation(result.pooled.source)}, other studies (95 %)."
    if not _timed(result):
        return [pooled]
    bars = "Means, and bars: spread (SD)" if theme.large else "Bars: spread (SD)"
    return [f"{bars}; {short_citation('macki2014')}: 53 cases in which the piece shrank.", pooled]


def _below(number, theme, chart):
    """Return y of a line of words under the chart."""
    return chart.below((4.4 + (number + 0.5) * 1.85) * theme.size)


def _pitch(theme):
    """Return how far apart the two times stand, in lines."""
    return 1.55 if theme.large else 1.7


def times(result, theme, chart):
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
