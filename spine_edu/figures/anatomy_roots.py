"""The disc and root finder: a slice with the herniation and the root it reaches, and the skin area on a body."""

import numpy as np

from spine_edu.figures import anatomy_body as body
from spine_edu.figures.anatomy_section import herniation, section, zone_place
from spine_edu.models import anatomy_roots as model
from spine_edu.theme import LIGHT

#: Tissue -> words, colour name in theme.solids, thickness of its edge; from the bottom of the drawing to its top.
_LAYERS = (
    ("vessel", "Large vessels", "canal", 0.3),
    ("muscle", "Muscles", "muscle", 0.3),
    ("canal", "Canal with fat", "fat", 0.3),
    ("bone", "Edge of lamina and spinous process", "bone", 1.0),
    ("bone", "Lamina and spinous process", "bone", 0.0),
    ("facet", "Facet joints", "bone", 0.6),
    ("yellow_ligament", "Yellow ligament", "ligament", 0.3),
    ("sac", "Sac", "canal", 0.5),
    ("cauda_equina", "Roots of the cauda equina", "nerve", 0.3),
    ("cord", "Spinal cord", "nerve", 0.6),
    ("grey", "Grey matter of the cord", "endplate", 0.0),
    ("outer_annulus", "Annulus", "annulus", 0.7),
    ("rings", "Rings of the annulus", None, 0.35),
    ("nucleus", "Nucleus", "nucleus", 0.5),
    ("posterior_ligament", "Posterior longitudinal ligament", "ligament", 0.3),
    ("root", "Nerve roots", "nerve", 0.5),
)
_HALF, _TOP, _LOW = 58.0, 52.0, -90.0


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return slice and body of a herniation, with run A's skin area dashed and the prediction in words.

    Parameters
    ----------
    result, held : RootsResult
    theme : Theme
    prediction : str, optional
        The predicted root.
    """
    state = result.state
    here = section(state.level)
    traces = [_tissue(here, theme, *layer) for layer in _LAYERS]
    x, y = (herniation(state.level, state.zone, state.side) * here.scale).T
    traces.append(
        {
            "type": "scatter",
            "x": x,
            "y": y,
            "name": "Herniation",
            "mode": "lines",
            "fill": "toself",
            "fillcolor": theme.fill("herniation"),
            "line": {"color": theme.color("herniation"), "width": 1.2 * theme.line},
            "hoverinfo": "skip",
        }
    )
    traces += [_reached(result, here, theme), _zone_marks(state, theme), *_body(result, held, theme)]
    traces += [_slice_words(result, theme), _body_words(result, theme)]
    tall = 520 if theme.size < 20 else 640
    return {
        "data": traces,
        "layout": theme.layout(
            height=tall,
            margin={"l": 4, "r": 4, "t": 8, "b": 8},
            annotations=[*_slice_labels(result, here, theme), *_said(prediction, theme)],
            xaxis={"visible": False, "range": [-_HALF, _HALF], "domain": [0, 0.58], "fixedrange": True},
            yaxis={"visible": False, "range": [_LOW - 4, _TOP + 4], "scaleanchor": "x", "fixedrange": True},
            xaxis2={"visible": False, "range": [-34, 110], "domain": [0.6, 1], "anchor": "y2", "fixedrange": True},
            yaxis2={"visible": False, "range": [-80, 124], "scaleanchor": "x2", "anchor": "x2", "fixedrange": True},
        ),
    }


def _tissue(here, theme, tissue, words, solid, edge):
    x, y = body.joined([line * here.scale for line in here.outlines.get(tissue, ())])
    line = {"color": theme.ink, "width": edge * theme.line / 2.2 * 1.6}
    return dict(
        type="scatter",
        x=x,
        y=y,
        name=words,
        mode="lines",
        line=line,
        hoverinfo="skip",
        **({"fill": "toself", "fillcolor": theme.solids[solid]} if solid else {}),
    )


def _reached(result, here, theme):
    """A ring around what is reached, and its fill: the root on its side, or the middle of the sac."""
    side = -1 if result.state.side == "right" else 1
    if result.root:
        (x, y), size = _root_place(result, here, side), 1.0
    else:
        x, y, size = 0.0, (here.back - 0.25 * here.depth) * here.scale, 1.5
    return {
        "type": "scatter",
        "x": [x],
        "y": [y],
        "name": "What it reaches",
        "mode": "markers",
        "hoverinfo": "skip",
        "marker": {
            "symbol": "circle-open",
            "size": (18 if theme.size < 20 else 24) * size,
            "color": theme.color("nerve"),
            "line": {"width": 1.8 * theme.line, "color": theme.color("nerve")},
        },
    }


def _zone_marks(state, theme):
    """Small rings on the edge of the disc where a click puts the herniation."""
    rows = [
        (zone, side, zone_place(state.level, zone, side)[0])
        for zone in model.zones(state.level)
        for side in (("right", "left") if zone != "central" else (state.side,))
    ]
    scale = section(state.level).scale
    return {
        "type": "scatter",
        "x": [p[0] * scale for _, _, p in rows],
        "y": [p[1] * scale for _, _, p in rows],
        "name": "Zones to click",
        "mode": "markers",
        "customdata": [f"zone:{zone};side:{side}" for zone, side, _ in rows],
        "text": [f"{side} {zone}" if zone != "central" else zone for zone, side, _ in rows],
        "hoverinfo": "text",
        "marker": {
            "symbol": "circle",
            "size": 11,
            "color": theme.paper,
            "opacity": 0.9,
            "line": {"width": theme.line, "color": theme.color("herniation")},
        },
    }


def _body(result, held, theme):
    x, y = body.joined(body.body())
    areas = body.joined(body.area(result.root, result.state.side))
    other = body.joined(body.area(held.root, held.state.side)) if held else ([], [])
    return [
        {
            "type": "scatter",
            "x": x,
            "y": y,
            "name": "Body, front and back",
            "mode": "lines",
            "fill": "toself",
            "fillcolor": theme.solids["skin"],
            "line": {"color": theme.ink, "width": 0.7 * theme.line},
            "xaxis": "x2",
            "yaxis": "y2",
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "x": areas[0],
            "y": areas[1],
            "name": "Skin area of the root",
            "mode": "lines",
            "fill": "toself",
            "xaxis": "x2",
            "yaxis": "y2",
            "fillcolor": theme.color("nerve"),
            "line": theme.stroke("nerve", 0.5),
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "x": other[0],
            "y": other[1],
            "name": "Skin area in run A",
            "mode": "lines",
            "xaxis": "x2",
            "yaxis": "y2",
            "line": theme.stroke("held"),
            "visible": held is not None,
            "hoverinfo": "skip",
        },
    ]


def _slice_labels(result, here, theme):
    state, k = result.state, here.scale
    side = -1 if state.side == "right" else 1
    (x, y), (nx, ny) = zone_place(state.level, state.zone, state.side)
    tip = (np.array([x, y]) + 0.1 * here.width * np.array([nx, ny])) * k
    edge = 42 if theme.size < 20 else 39
    middle = np.array([-side * 1.5, here.back - 0.27 * here.depth]) * k
    notes = [
        _leader(tip, (side * edge, -21 if result.traversing else 21), "<b>herniation</b>", theme, "herniation"),
    ]
    if result.root:
        verb = "passes" if result.role == "traversing" else "leaves"
        notes += [
            _leader(
                _root_place(result, here, side),
                (side * 31, _LOW + 8),
                f"<b>{result.root} root {verb}:<br>reached</b>",
                theme,
                "nerve",
            ),
            _leader(middle, (-side * 34, _LOW + 8), result.in_canal.replace("end of", "end<br>of"), theme, None),
        ]
    else:
        notes.append(
            _leader(middle, (side * 31, _LOW + 8), f"<b>{result.touched}:<br>within reach</b>", theme, "nerve")
        )
    spared = result.exiting if result.role == "traversing" else result.traversing
    if spared:
        place = here.exiting if result.role == "traversing" else here.traversing
        verb = "leaves" if result.role == "traversing" else "passes"
        notes.append(
            _leader(
                (-side * place[0] * k, place[1] * k), (-side * (edge + 1), -21), f"{spared} root<br>{verb}", theme, None
            )
        )
    return notes


def _root_place(result, here, side):
    x, y = here.traversing if result.role == "traversing" else here.exiting
    return side * x * here.scale, y * here.scale


def _slice_words(result, theme):
    """Words that stand on the slice by themselves: sides, disc, nucleus."""
    rows = [
        (-_HALF, _TOP, "<b>right</b>", "bottom right", theme.muted),
        (_HALF, _TOP, "<b>left</b>", "bottom left", theme.muted),
        (0, _TOP, f"<b>disc {result.state.level}</b>", "bottom center", theme.ink),
        (0, 0, "nucleus", "middle center", theme.ink),
    ]
    return _words("Words on the slice", rows, theme, {})


def _words(name, rows, theme, axes):
    x, y, text, position, color = zip(*rows, strict=True)
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "text": text,
        "name": name,
        "mode": "text",
        "textposition": position,
        "textfont": {"size": theme.size, "color": color},
        "hoverinfo": "skip",
        "cliponaxis": False,
        **axes,
    }


def _leader(tip, tail, text, theme, role):
    """A label around `tail` with a line to `tip`."""
    return {
        "x": float(tip[0]),
        "y": float(tip[1]),
        "ax": float(tail[0]),
        "ay": float(tail[1]),
        "axref": "x",
        "ayref": "y",
        "text": text,
        "showarrow": True,
        "arrowhead": 6,
        "arrowsize": 0.6,
        "arrowwidth": 1.6 if role else 1.0,
        "arrowcolor": theme.color(role) if role else theme.ink,
        "bgcolor": theme.paper,
        "borderpad": 1,
        "font": theme.text(role),
    }


def _body_words(result, theme):
    """Words on the body: front, back, and the skin area of the root."""
    row = result.row
    if not result.root:
        skin = ["no single skin area", "for a central herniation"]
    elif row is None:
        skin = [f"<b>{result.root}</b>: belt low on the belly"]
    else:
        skin = _wrapped(f"<b>{result.root}</b> skin: {row.skin}", theme)
    rows = [
        (0, 112, "front", "middle center", theme.muted),
        (76, 112, "back", "middle center", theme.muted),
        (38, -57, "<br>".join(skin), "bottom center", theme.color("nerve")),
    ]
    return _words("Words on the body", rows, theme, {"xaxis": "x2", "yaxis": "y2"})


def _said(prediction, theme):
    """The prediction as a note above the bodies, if there is one."""
    if prediction is None:
        return []
    place = {"xref": "paper", "yref": "paper", "x": 1, "y": 1, "xanchor": "right", "yanchor": "top", "showarrow": False}
    return [{**place, "text": f"You said: {prediction}", "font": theme.text("prediction")}]


def _wrapped(text, theme):
    most, lines = 30 if theme.size < 20 else 22, [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > most and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
