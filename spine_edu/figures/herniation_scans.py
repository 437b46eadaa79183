"""A hundred scans, the year's curve, and what became of symptoms and picture."""

from spine_edu.figures import herniation_icons as icons
from spine_edu.figures.herniation_paint import small
from spine_edu.models.herniation_scans import PEOPLE, constant
from spine_edu.theme import LIGHT

KINDS = ("sequestration", "extrusion", "protrusion", "bulge")
LOOK_NAMES = {"same": "scan unchanged", "smaller": "scan shows it smaller", "gone": "no longer on the scan"}
columns = icons.columns
_LAST = 12.0
#: Height of the square of people, px.
_SQUARE = 290


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
    data = [*_squares(result, theme), *_legend(result, theme), *_curves(result, theme, held, prediction, year),
            *_times(result, theme, year)]
    return {"data": data, "layout": _layout(result, theme, year)}


def _layout(result, theme, year):
    big = theme.size > 18
    height = round(_SQUARE + (9.5 if big else 8.5) * theme.size * 1.45 + 40)
    inner = height - round(theme.size * 1.9) - 8
    top, strip = 1 - _SQUARE / inner, (6.5 * theme.size * 1.45) / inner
    words = {"visible": False, "fixedrange": True}
    if year:
        months = {"range": [0, 27 if big else 25], "domain": (0.54 if big else 0.52, 1)}
        right = {"xaxis2": _axis(theme, "Months (curve: assumed)", anchor="y2", tickvals=[0, 3, 6, 9, 12],
                                 showgrid=False, **months),
                 "yaxis2": _axis(theme, "Of 100 scans", range=[0, 103], anchor="x2", showgrid=False,
                                 domain=(strip + (0.17 if big else 0.13), 1), tickvals=[0, 25, 50, 75, 100])}
        right["xaxis2"]["title"]["standoff"] = 4
        lower = months
    else:
        right = icons.axes("2", (0.55, 0.95), (top, 1))
        lower = {"range": [0, 1], "domain": (0.9, 1)}
    return theme.layout(
        height=height, margin={"l": 6, "r": 6, "t": round(theme.size * 1.9), "b": 8},
        **icons.axes("", (0, 0.4), (top, 1)), **right,
        xaxis3={**words, **lower, "anchor": "y3"},
        yaxis3={**words, "range": [4.6, -0.5], "domain": (0, strip), "anchor": "x3"},
        xaxis4={**words, "range": [0, 1], "domain": (0, 0.45), "anchor": "y4"},
        yaxis4={**words, "range": [5.5, -0.5], "anchor": "x4", "domain": (0, top - 0.02)},
        annotations=[_heading(_left_heading(year), 0.2, theme),
                     _heading("Smaller or gone" if year else "Poor outcome", 0.7 if year else 0.75, theme)])


def _axis(theme, title, **more):
    axis = theme.axis(title, **more)
    axis["title"]["font"] = {"size": round(theme.size * small(theme))}
    return axis


def _heading(text, x, theme):
    return {"text": f"<b>{text}</b>", "x": x, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "center",
            "yanchor": "bottom", "showarrow": False, "font": {"size": round(theme.size * 0.9)}}


def _left_heading(year):
    return f"{PEOPLE} scans" if year else "Good outcome"


def _marker(look, theme):
    """Return the mark of a look: the picture on the scan, large, small, or an empty ring."""
    color, edge = theme.color("herniation"), theme.muted
    return {"same": {"symbol": "circle", "size": 17, "color": color},
            "smaller": {"symbol": "circle", "size": 8, "color": color},
            "gone": {"symbol": "circle-open", "size": 15, "color": edge, "line": {"width": 1.5}}}[look]


def _outcomes():
    """Return the looks of 100 people with a good and 100 with a poor outcome: visible or not."""
    return tuple(["same" if person < constant(name) else "gone" for person in range(PEOPLE)]
                 for name in ("visible_good", "visible_poor"))


def _squares(result, theme):
    good, poor = _outcomes()
    year = result.state.view == "shrink"
    left = result.looks() if year else good
    return ([icons.square(name, left, look, _marker(look, theme), ("x", "y")) for look, name in LOOK_NAMES.items()]
            + [icons.square(f"poor outcome, {LOOK_NAMES[look]}", poor, look, _marker(look, theme), ("x2", "y2"),
                            visible=not year) for look in ("same", "gone")])


def _legend(result, theme):
    """Return the marks with their counts in words, under the left square."""
    year = result.state.view == "shrink"
    if year:
        lines = list(zip(LOOK_NAMES, counts_in_words(result), strict=True))
        note = ["Counted: millimetres.", "Not counted: pain."]
    else:
        good, poor = constant("visible_good"), constant("visible_poor")
        lines = [("same", f"still seen: {good:.0f} | {poor:.0f}"),
                 ("gone", f"not seen: {PEOPLE - good:.0f} | {PEOPLE - poor:.0f}")]
        note = [f"ROC area {constant('roc_area'):g}: no better than a coin.",
                f"{constant('good_outcome'):.0f} of 100 felt well after a year."]
    marks = [{"type": "scatter", "x": [0.03], "y": [number], "name": f"mark {look}", "mode": "markers",
              "marker": _marker(look, theme), "hoverinfo": "skip", "xaxis": "x4", "yaxis": "y4",
              "visible": look in dict(lines)}
             for number, look in zip(([0, 1, 2] if year else [0, 3, 1]), LOOK_NAMES, strict=True)]
    return [*marks, _text("counts in words", 0.1, range(len(lines)), [text for _, text in lines], theme.text(), "4"),
            _text("what was measured", 0, [3, 4] if year else [2, 3], note,
                  {"color": theme.muted, "size": theme.size}, "4")]


def counts_in_words(result, frame=None):
    """Return the three counts as printed beside their marks, at a frame of the year."""
    same, smaller, gone = result.counts(frame)
    known = result.record.gone is not None
    return [f"{same} unchanged", f"{smaller} smaller{'' if known else ' or gone'}",
            f"{gone} no longer seen" if known else "gone: not reported"]


def now_at(result, frame):
    """Return the heights of the two marks at a frame: smaller or gone, and of these gone."""
    return [result.smaller[frame], None if result.record.gone is None else result.gone[frame]]


def now_in_words(result, frame):
    """Return the words at the two marks: the month stands at the upper one."""
    return [f"month {result.months[frame]:g}", ""]


def _text(name, x, y, texts, font, axes, *, position="middle right", visible=True):
    return {"type": "scatter", "x": [x] * len(texts), "y": list(y), "text": list(texts), "name": name, "mode": "text",
            "textposition": position, "textfont": font, "hoverinfo": "skip", "cliponaxis": False, "visible": visible,
            "xaxis": f"x{axes}", "yaxis": f"y{axes}"}


def _line(name, x, y, line, *, axes="2", visible=True):
    return {"type": "scatter", "x": list(x), "y": list(y), "name": name, "mode": "lines", "line": line,
            "hoverinfo": "skip", "visible": visible, "xaxis": f"x{axes}", "yaxis": f"y{axes}"}


def _curves(result, theme, held, prediction, year):
    state, pool = result.state, next(row for row in result.pooled if row.low is not None)
    shares = result.shares
    rest = [kind for kind in KINDS if kind != state.kind]
    chosen = f"<b>{state.kind} {shares[state.kind]:.0f}</b>"
    now = result.months[result.now]
    shown = held is not None and held.state.view == "shrink"
    size = 0.68 if theme.size > 18 else 1
    grey = {"color": theme.muted, "size": round(theme.size * size)}
    interval = {"type": "data", "symmetric": False, "array": [pool.high - pool.smaller],
                "arrayminus": [pool.smaller - pool.low], "color": theme.muted, "thickness": 2, "width": 5}
    return [
        _line("A, held", held.months if shown else [None], held.smaller if shown else [None], theme.stroke("held"),
              visible=year and shown),
        _line("smaller or gone", result.months, result.smaller, theme.stroke("herniation", 1.2), visible=year),
        _line("gone from the scan", result.months, result.gone, {"color": theme.muted, "dash": "dash",
                                                                 "width": theme.line},
              visible=year and result.record.gone is not None),
        {**_dots("now", [now, now], now_at(result, result.now), theme.marker("now"), visible=year),
         "mode": "markers+text", "text": now_in_words(result, result.now), "textposition": "top left",
         "textfont": {"color": theme.ink, "size": round(theme.size * size)}},
        _dots("published shares", [_LAST] * 3, [shares[kind] for kind in rest], theme.marker("neutral"), visible=year),
        _dots("published share of the chosen type", [_LAST], [shares[state.kind]], theme.marker("herniation", 1.2),
              visible=year),
        {**_dots("all types, with interval", [26.4 if theme.size > 18 else 24.4], [pool.smaller],
                 {"color": theme.muted, "symbol": "square", "size": 8}, visible=year), "error_y": interval},
        _text("other types", _LAST + 0.5, [shares[kind] for kind in rest],
              [f"{kind} {shares[kind]:.0f}" for kind in rest],
              grey, "2", visible=year),
        _text("chosen type", _LAST + 0.5, [shares[state.kind]], [chosen], theme.text("herniation", size), "2",
              visible=year),
        _text("all types in words", _LAST + 0.5, [(shares["extrusion"] + shares["protrusion"]) / 2],
              [f"all {pool.smaller:.0f} ({pool.low:.0f}–{pool.high:.0f})"], grey, "2", visible=year),
        _text("gone in words", 7.5, [result.gone[30]], ["gone"], grey, "2", position="bottom right",
              visible=year and result.record.gone is not None),
        _text("A, held, in words", 7.5, [held.smaller[30] if shown else None], ["A"], theme.text("held"), "2",
              position="top left", visible=year and shown),
        _text("your prediction", 0, [5], [f"You said: {prediction}" if prediction else ""],
              theme.text("prediction", size), "4", visible=year),
    ]


def _dots(name, x, y, marker, *, axes="2", visible=True):
    return {"type": "scatter", "x": list(x), "y": list(y), "name": name, "mode": "markers", "marker": marker,
            "hoverinfo": "skip", "visible": visible, "cliponaxis": False, "xaxis": f"x{axes}", "yaxis": f"y{axes}"}


def _times(result, theme, year):
    """Return when symptoms and picture of a free piece went: two means with their spread."""
    shown = year and result.state.kind == "sequestration"
    size = 0.62 if theme.size > 18 else 0.93
    traces = []
    for row, (what, role) in enumerate((("symptoms", "pain"), ("picture", "herniation"))):
        mean, spread = constant(f"{what}_mean"), constant(f"{what}_spread")
        bar = [max(0, mean - spread), mean + spread]
        traces += [
            _line(f"{what} gone, spread", bar, [1.7 * row + 0.8] * 2, theme.stroke(role, 1.2), axes="3",
                  visible=shown),
            _dots(f"{what} gone, mean", [mean], [1.7 * row + 0.8], theme.marker(role, 1.2), axes="3", visible=shown),
            _text(f"{what} gone, in words", 0, [1.7 * row], [f"{what} gone: mean {mean:.1f} months"],
                  theme.text(role, size), "3", visible=shown)]
    note = (["bars: spread (SD), 53 cases"] if shown else
            ["Symptoms against picture:", "times found for free pieces only."])
    traces.append(_text("what the bars are", 0, [3.6] if shown else [0, 0.9], note,
                        {"color": theme.muted, "size": round(theme.size * size)}, "3", visible=year))
    return traces
