"""Who can feel? A slice across and a slice along the low back; a click on a dot asks that tissue."""

from functools import cache

import numpy as np

from spine_edu.figures.anatomy_body import joined
from spine_edu.figures.anatomy_section import section, smooth
from spine_edu.models import anatomy_shapes as shapes
from spine_edu.models.anatomy_tissues import rows
from spine_edu.theme import LIGHT

#: Tissue -> colour name in theme.solids.
_SOLID = {
    "outer_annulus": "annulus",
    "inner_annulus": "annulus",
    "nucleus": "nucleus",
    "endplate": "endplate",
    "vertebral_body": "bone",
    "facet": "bone",
    "posterior_ligament": "ligament",
    "anterior_ligament": "ligament",
    "yellow_ligament": "ligament",
    "root": "nerve",
    "cord": "nerve",
    "cauda_equina": "nerve",
    "muscle": "muscle",
}
#: What lies around and is not asked: words, outline, colour name.
_AROUND = (("Canal with fat", "canal", "fat"), ("Lamina and spinous process", "bone", "bone"), ("Sac", "sac", "canal"))
#: Order of drawing, from below.
_ORDER = (
    "muscle",
    "vertebral_body",
    "facet",
    "yellow_ligament",
    "cauda_equina",
    "cord",
    "outer_annulus",
    "inner_annulus",
    "nucleus",
    "endplate",
    "anterior_ligament",
    "posterior_ligament",
    "root",
)
#: Whether it can feel -> role, pattern of the fill (colour is never alone).
_FEELING = {"yes": ("pain", ""), "partly": ("pain", "/"), "no": ("neutral", ".")}
_LEVEL = "L4-5"
#: Where the dot of each tissue lies: panel 1 (across) or 2 (along), and place in mm.
_DOTS = {
    "muscle": (1, 40, -49),
    "facet": (1, 20.5, -25.6),
    "root": (1, -20.3, -15.5),
    "inner_annulus": (1, 0, 12.6),
    "outer_annulus": (1, -22.2, 2),
    "nucleus": (1, 6, 0),
    "yellow_ligament": (1, -9.8, -28.6),
    "cauda_equina": (1, 0, -28.5),
    "endplate": (2, 6, -18.4),
    "vertebral_body": (2, 4, -6.5),
    "anterior_ligament": (2, 18.3, -12),
    "posterior_ligament": (2, -18.3, -12),
    "cord": (2, -26.5, 26),
}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return both slices with the chosen tissue outlined, run A's tissue dashed and the prediction in words.

    Parameters
    ----------
    result, held : TissuesResult
    theme : Theme
    prediction : str, optional
        The predicted option.
    """
    across, along = dict(section(_LEVEL).outlines), _along()
    traces = []
    for words, name, solid in _AROUND:
        for panel, source in ((1, across), (2, along)):
            traces.append(
                _filled(
                    source.get(name, ()),
                    f"{words}, {_PANEL[panel]}",
                    panel,
                    theme,
                    {"fillcolor": theme.solids[solid]},
                    0.4,
                )
            )
    by_name = {row.tissue: row for row in rows()}
    for name in _ORDER:
        look = _look(by_name[name], result.state.colour, theme)
        for panel, source in ((1, across), (2, along)):
            if name in source:
                traces.append(_filled(source[name], f"{by_name[name].label}, {_PANEL[panel]}", panel, theme, look, 0.5))
    for panel, source in ((1, across), (2, along)):
        traces.append(
            _edge(source.get("rings", ()), f"Rings, {_PANEL[panel]}", panel, {"color": theme.ink, "width": 0.5})
        )
        traces.append(
            _edge(
                source.get(result.state.tissue, ()), f"Chosen tissue, {_PANEL[panel]}", panel, theme.stroke("now", 1.8)
            )
        )
        traces.append(
            _edge(
                source.get(held.state.tissue, ()) if held else (),
                f"Run A, {_PANEL[panel]}",
                panel,
                theme.stroke("held", 1.4),
            )
        )
    traces += [_dots(panel, result, by_name, theme) for panel in (1, 2)]
    return {
        "data": traces,
        "layout": theme.layout(
            height=510 if theme.size < 20 else 700,
            margin={"l": 4, "r": 4, "t": 48 if theme.size < 20 else 96, "b": 8},
            annotations=_labels(result, by_name, prediction, theme),
            xaxis={"visible": False, "range": [-56, 56], "domain": [0, 0.6], "fixedrange": True},
            yaxis={"visible": False, "range": [-78, 62], "scaleanchor": "x", "fixedrange": True},
            xaxis2={"visible": False, "range": [-66, 30], "domain": [0.62, 1], "fixedrange": True, "anchor": "y2"},
            yaxis2={"visible": False, "range": [-70, 66], "scaleanchor": "x2", "fixedrange": True, "anchor": "x2"},
        ),
    }


_PANEL = {1: "cut across", 2: "cut along"}


def _axes(panel):
    return {"xaxis": "x" if panel == 1 else "x2", "yaxis": "y" if panel == 1 else "y2"}


def _look(row, colour, theme):
    if colour == "tissue":
        return {"fillcolor": theme.solids[_SOLID[row.tissue]]}
    role, pattern = _FEELING[row.feels]
    look = {"fillcolor": theme.fill(role)}
    if pattern:
        look["fillpattern"] = {
            "shape": pattern,
            "fgcolor": theme.color(role),
            "bgcolor": theme.fill(role),
            "size": 7,
            "solidity": 0.25,
        }
    else:
        look["fillcolor"] = theme.solids["muscle"]
    return look


def _filled(lines, name, panel, theme, look, edge):
    x, y = joined(list(lines))
    return dict(
        type="scatter",
        x=x,
        y=y,
        name=name,
        mode="lines",
        fill="toself",
        hoverinfo="skip",
        **_axes(panel),
        **look,
        line={"color": theme.ink, "width": edge * theme.line / 1.4},
    )


def _edge(lines, name, panel, line):
    x, y = joined(list(lines))
    return dict(type="scatter", x=x, y=y, name=name, mode="lines", hoverinfo="skip", line=line, **_axes(panel))


def _dots(panel, result, by_name, theme):
    rows_here = [(name, x, y) for name, (where, x, y) in _DOTS.items() if where == panel]
    chosen = [name == result.state.tissue for name, _, _ in rows_here]
    return dict(
        type="scatter",
        x=[x for _, x, _ in rows_here],
        y=[y for _, _, y in rows_here],
        name=f"Dots to click, {_PANEL[panel]}",
        mode="markers",
        customdata=[f"tissue:{name}" for name, _, _ in rows_here],
        text=[by_name[name].label for name, _, _ in rows_here],
        hoverinfo="text",
        **_axes(panel),
        marker={
            "size": [14 if here else 9 for here in chosen],
            "color": [theme.ink if here else theme.paper for here in chosen],
            "line": {"color": theme.ink, "width": 0.7 * theme.line},
        },
    )


def _labels(result, by_name, prediction, theme):
    row = result.row
    panel, x, y = _DOTS[row.tissue]
    top = {"xref": "paper", "yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False}
    words = f"<b>{row.label}</b>:{' ' if theme.size < 20 else '<br>'}can it feel? <b>{row.feels}</b>"
    if result.state.colour == "feels":
        words += "<br>full colour: yes · stripes: in part · dots: no"
    if prediction is not None:
        words += f"<br>You said: {prediction}"
    notes = [
        {**top, "x": 0.5, "text": words, "font": theme.text(size=1.1)},
        {
            "x": 0,
            "y": -66,
            "text": "cut across, at disc L4-5",
            "showarrow": False,
            "yanchor": "top",
            "font": _muted(theme),
        },
        {
            "x": -17,
            "y": -59,
            "xref": "x2",
            "yref": "y2",
            "text": "cut along, T12 to L2",
            "showarrow": False,
            "yanchor": "top",
            "font": _muted(theme),
        },
        {
            "x": -44,
            "y": 60,
            "xref": "x2",
            "yref": "y2",
            "text": "back",
            "showarrow": False,
            "yanchor": "bottom",
            "font": _muted(theme),
        },
        {
            "x": 10,
            "y": 60,
            "xref": "x2",
            "yref": "y2",
            "text": "front",
            "showarrow": False,
            "yanchor": "bottom",
            "font": _muted(theme),
        },
    ]
    lift = 34 if y < 10 or panel == 2 else -30
    ref = "x" if panel == 1 else "x2"
    notes.append(
        {
            "x": x,
            "y": y,
            "xref": ref,
            "yref": ref.replace("x", "y"),
            "text": "<b>here</b>",
            "ax": 0,
            "ay": -lift * theme.size / 14,
            "arrowhead": 0,
            "arrowwidth": 1.4,
            "arrowcolor": theme.ink,
            "bgcolor": theme.paper,
            "borderpad": 2,
            "font": theme.text(),
        }
    )
    return notes


def _muted(theme):
    return {"size": theme.size, "color": theme.muted}


@cache
def _along():
    """Outlines of a slice along the middle: T12, L1 and L2 with their discs; x to the front, y up, in mm."""
    depth, tall, gap = 35.0, 24.0, 9.0
    found = {
        name: []
        for name in (
            "vertebral_body",
            "outer_annulus",
            "inner_annulus",
            "nucleus",
            "endplate",
            "rings",
            "bone",
            "yellow_ligament",
            "canal",
            "cord",
            "cauda_equina",
            "anterior_ligament",
            "posterior_ligament",
        )
    }
    for k in range(3):
        middle = 26.5 - k * (tall + gap)
        found["vertebral_body"].append(_box(depth, tall, middle, 0.08))
        arch = -depth / 2 - 18.5
        found["bone"].append(
            smooth(
                [
                    (arch, middle + 1),
                    (arch - 3, middle + 5),
                    (arch - 24, middle),
                    (arch - 28, middle - 4),
                    (arch - 27, middle - 14),
                    (arch - 9, middle - 13),
                    (arch - 1, middle - 12),
                ]
            )
        )
        if k < 2:
            low = middle - tall / 2 - gap / 2
            for name, share in (("outer_annulus", 1.0), ("inner_annulus", 0.82), ("nucleus", 0.60)):
                found[name].append(
                    _box(depth * share, gap * (1.0 if share == 1 else 0.86), low, -0.10, -0.9 * (share < 1))
                )
            found["rings"] += [_box(depth * share, gap * 0.92, low, -0.10, -0.9) for share in (0.94, 0.88, 0.74, 0.67)]
            for side in (1, -1):
                found["endplate"].append(_box(depth * 0.86, 1.7, low + side * (gap / 2 + 0.1), 0.0))
            found["yellow_ligament"].append(
                np.array(
                    [
                        (arch + 0.5, middle - 11),
                        (arch - 1.6, middle - 11),
                        (arch - 1.6, middle - 31),
                        (arch + 0.8, middle - 31),
                        (arch + 0.5, middle - 11),
                    ]
                )
            )
    back = -depth / 2
    found["canal"] = [_rectangle(back - 18.5, -50, back - 0.5, 52)]
    found["anterior_ligament"] = [_rectangle(depth / 2 - 0.1, -50, depth / 2 + 1.7, 50)]
    found["posterior_ligament"] = [_rectangle(back - 1.7, -50, back + 0.1, 50)]
    found["cord"] = [
        np.array([(-31, 52), (-22, 52), (-22, 8), (-24.5, -9), (-26, -16), (-27.5, -9), (-31, 8), (-31, 52)])
    ]
    found["cauda_equina"] = [
        np.array([(x0, 2), (x1, -50), (x1 - 0.9, -50), (x0 - 0.9, 2), (x0, 2)])
        for x0, x1 in ((-20.8, -21.5), (-21.6, -23.4), (-22.6, -25.4), (-30.4, -27.6), (-31.4, -29.6), (-32.2, -31.6))
    ]
    return {name: tuple(lines) for name, lines in found.items()}


def _box(wide, tall, middle, waist, shift=0.0):
    """A rounded box whose front and back bow inwards by `waist` (outwards if negative)."""
    line = shapes.outline(wide, tall, 5.0, 0.0, 56)
    bow = 1.0 - waist * (1.0 - np.clip(np.abs(line[:, 1]) / (tall / 2), 0, 1) ** 2)
    line = np.stack([line[:, 0] * bow + shift, line[:, 1] + middle], axis=1)
    return np.vstack([line, line[:1]])


def _rectangle(left, low, right, high):
    return np.array([(left, low), (right, low), (right, high), (left, high), (left, low)], float)
