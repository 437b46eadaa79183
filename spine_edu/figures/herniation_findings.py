"""A hundred people, the share without pain by age, and how much commoner each finding is with pain."""

import math

from spine_edu import data
from spine_edu.figures import herniation_icons as icons
from spine_edu.figures.herniation_paint import small
from spine_edu.models.herniation_findings import LOOKS
from spine_edu.theme import LIGHT

_SQUARE = 290
#: The age of the question that is asked first.
ASKED_AGE = 40
_MARKS = {"pain, finding": ("diamond", "pain"), "pain, no finding": ("diamond-open", "pain"),
          "no pain, finding": ("circle", "herniation"), "no pain, no finding": ("circle-open", "neutral")}


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
    traces = [*_people(result, theme), *_ages(result, theme, held, prediction), *_odds(result, theme)]
    return {"data": traces, "layout": _layout(result, theme)}


def _layout(result, theme):
    big = theme.size > 18
    top, bottom = round(theme.size * 3.1), round(theme.size * 3.4)
    lower = round(len(data.table("herniation_odds")) * theme.size * 1.32) + 12
    gap = round(theme.size * 6.4)
    height = top + 220 + gap + lower + bottom
    inner = height - top - bottom
    words = {"visible": False, "fixedrange": True}
    left = 0.565 if big else 0.53
    middle = (1 + left) / 2
    ages = {"range": [17, 83], "tickvals": [20, 40, 60, 80], "domain": (left, 1)}
    rows = len(data.table("herniation_odds"))
    return theme.layout(
        height=height, margin={"l": 6, "r": 10, "t": top, "b": bottom},
        **icons.axes("", (0, 0.42), (1 - _SQUARE / inner, 1)),
        xaxis2=_axis(theme, "Age (years)", anchor="y2", **ages),
        yaxis2=_axis(theme, "Of 100", range=[0, 104], domain=(1 - 220 / inner, 1), anchor="x2",
                     tickvals=[0, 50, 100]),
        xaxis3=_axis(theme, "Odds ratio", type="log", range=[math.log10(0.4), math.log10(60)], domain=(left + 0.07, 1),
                     tickvals=[0.5, 1, 2, 5, 10, 50], anchor="y3"),
        yaxis3={**words, "range": [rows - 0.4, -0.6], "domain": (0, lower / inner), "anchor": "x3"},
        xaxis4={**words, "range": [0, 1], "domain": (0, 0.46), "anchor": "y4"},
        yaxis4={**words, "range": [9.6, -0.5], "domain": (0, 1 - _SQUARE / inner - 0.02), "anchor": "x4"},
        annotations=[_heading(_title(result), 0.21, 1, theme),
                     _heading("Without pain, by age", middle, 1, theme),
                     _heading("With pain against without", 0.745, (lower + 2) / inner, theme)])


def _axis(theme, title, **more):
    axis = theme.axis(title, **more)
    axis["title"].update(font={"size": round(theme.size * small(theme))}, standoff=4)
    return axis


def _heading(text, x, y, theme):
    return {"text": f"<b>{text}</b>", "x": x, "y": y, "xref": "paper", "yref": "paper", "xanchor": "center",
            "yanchor": "bottom", "showarrow": False, "font": {"size": round(theme.size * 0.9)}}


def _title(result):
    finding = result.state.declarations()["finding"].format(result.state.finding)
    return f"{finding[0].upper()}{finding[1:]}<br>100 people of {result.state.age:g}"


def _marker(look, theme):
    symbol, role = _MARKS[look]
    color = theme.color(role)
    return {"symbol": symbol, "size": 16 if "diamond" in symbol else 15, "color": color,
            "line": {"width": 1.6, "color": color}}


def _people(result, theme):
    looks, joined = result.looks, result.joined
    shown = [look for look in LOOKS if joined or not look.startswith("pain")]
    counts = dict(zip(LOOKS, result.counts, strict=True))
    squares = [icons.square(look, looks, look, _marker(look, theme), ("x", "y")) for look in LOOKS]
    rows = {look: row for row, look in enumerate(shown)}
    marks = [{"type": "scatter", "x": [0.04], "y": [rows.get(look)], "name": f"mark {look}", "mode": "markers",
              "marker": _marker(look, theme), "hoverinfo": "skip", "xaxis": "x4", "yaxis": "y4"} for look in LOOKS]
    words = [f"{counts[look]} {look if joined else look.removeprefix('no pain, ')}" for look in shown]
    size = 0.8 if theme.size > 18 else 1
    return [*squares, *marks, _text("counts in words", 0.11, range(len(words)), words, theme.text(size=size), "4"),
            _text("both directions", 0, [4.4, 5.4, 6.4], _directions(result), theme.text(size=small(theme)), "4"),
            _text("how to read the curve", 0, [7.3, 8.2, 9.1],
                  ["Line: fitted, not counted.", "Rings: n = 0 or not known.", _cross(result)],
                  {"color": theme.muted, "size": round(theme.size * (0.66 if theme.size > 18 else 0.85))}, "4")]


def _cross(result):
    return f"Cross: counted, {result.counted[0].people} people." if result.counted else ""


def _directions(result):
    """Return both readings of the square, or why there is only one."""
    hurting, rest, well, _ = result.counts
    if result.joined:
        return [f"Of {hurting + well} with it, {hurting} hurt.",
                f"Of {hurting + rest} who hurt, {hurting} have it.", ""]
    if result.state.people == "without":
        return ["Nobody here has back pain.", "", ""]
    if result.odds is None:
        return ["No odds ratio was published", "for this finding: only people", "without pain are shown."]
    return [f"Compared up to {data.value('herniation_findings.oldest'):g} only:", "people without pain", "are shown."]


def _text(name, x, y, texts, font, axes, *, position="middle right", visible=True):
    return {"type": "scatter", "x": [x] * len(texts), "y": list(y), "text": list(texts), "name": name, "mode": "text",
            "textposition": position, "textfont": font, "hoverinfo": "skip", "cliponaxis": False, "visible": visible,
            "xaxis": f"x{axes}", "yaxis": f"y{axes}"}


def _marks(name, x, y, marker, axes="2", *, visible=True, mode="markers", **more):
    return {"type": "scatter", "x": list(x), "y": list(y), "name": name, "mode": mode, "marker": marker,
            "hoverinfo": "skip", "cliponaxis": False, "visible": visible, "xaxis": f"x{axes}", "yaxis": f"y{axes}",
            **more}


def _ages(result, theme, held, prediction):
    fitted, record = result.fitted, result.record
    scanned = [row for row in fitted if row.people]
    unseen = [row for row in fitted if not row.people]
    color = theme.color("herniation")
    held_rows = held.fitted if held else ()
    low = record.percent < 55
    counted = result.counted[0] if result.counted else None
    return [
        _marks("A, held", [row.age for row in held_rows] or [None], [row.percent for row in held_rows] or [None],
               theme.marker("held"), mode="lines+text", line=theme.stroke("held"), visible=held is not None,
               text=["A"] + [""] * (len(held_rows) - 1), textposition="top center", textfont=theme.text("held")),
        _marks("fitted curve", [row.age for row in fitted], [row.percent for row in fitted], {"color": color},
               mode="lines", line={"color": color, "dash": "dot", "width": theme.line}),
        _marks("ages with people scanned", [row.age for row in scanned], [row.percent for row in scanned],
               {"color": color, "size": 9}),
        _marks("ages with nobody scanned, or not known", [row.age for row in unseen], [row.percent for row in unseen],
               {"color": color, "size": 9, "symbol": "circle-open"}),
        _marks("counted in one study", [counted.age if counted else None], [counted.percent if counted else None],
               {"color": theme.ink, "size": 10, "symbol": "x-thin", "line": {"width": 2.5, "color": theme.ink}}),
        _marks("chosen age", [record.age], [record.percent], theme.marker("now", 1.2)),
        _text("chosen age in words", 18 if low else 82, [96 if low else 8],
              [f"At {record.age:g}: <b>{record.percent:.0f} of 100</b>, {_people_scanned(record)}"],
              theme.text(size=small(theme)), "2", position="middle right" if low else "middle left"),
        _marks("your prediction", [ASKED_AGE],
               [prediction], theme.marker("prediction", 1.2), mode="markers+text",
               text=[f"you: {prediction:g}" if prediction is not None else ""], textposition="middle right",
               textfont=theme.text("prediction", 0.93),
               visible=prediction is not None and result.state.finding == "bulge"),
    ]


def _people_scanned(record):
    return "n unknown" if record.people is None else f"n = {record.people}"


def _odds(result, theme):
    rows = data.table("herniation_odds")
    chosen = result.odds.finding if result.odds else ""
    names = [f"<b>{row.label}</b>" if row.finding == chosen else row.label for row in rows]
    bars = {"type": "data", "symmetric": False, "array": [row.high - row.ratio for row in rows],
            "arrayminus": [row.ratio - row.low for row in rows], "color": theme.muted, "thickness": 2, "width": 4}
    at = next((place for place, row in enumerate(rows) if row.finding == chosen), None)
    return [
        {"type": "scatter", "x": [1, 1], "y": [-0.6, len(rows) - 0.4], "name": "as common with pain as without",
         "mode": "lines", "line": theme.stroke("threshold", 0.6), "hoverinfo": "skip", "xaxis": "x3", "yaxis": "y3"},
        {**_marks("odds ratios", [row.ratio for row in rows], range(len(rows)), {"color": theme.muted, "size": 8}, "3"),
         "error_x": bars},
        _marks("odds ratio of this finding", [result.odds.ratio if result.odds else None], [at],
               theme.marker("pain", 1.2), "3"),
        _text("findings with an odds ratio", 0.405, range(len(rows)), names,
              theme.text(size=0.68 if theme.size > 18 else 0.93), "3",
              position="middle left"),
    ]
