"""The causal-loop diagram: curved arrows with their signs, delays and steps, and the loops they close."""

from math import hypot

from spine_edu.cycle.arrows.model import NODES
from spine_edu.drawing.marks import curve, mark, words
from spine_edu.drawing.outlines import shape
from spine_edu.theme import LIGHT

#: Node -> (x, y, words in its box, role). The plane is 100 x 100.
BOXES = {
    "herniation": (12, 36, "Herniation", "herniation"),
    "inflammation": (12, 74, "Inflammation", "inflammation"),
    "pain": (50, 82, "Pain", "pain"),
    "guarding": (85, 52, "Guarding<br>muscles", "guarding"),
    "pressure": (48, 14, "Disc<br>pressure", "load"),
    "habituation": (87, 88, "Getting<br>used to it", "balancing"),
    "moving": (87, 12, "Moving<br>again", "balancing"),
}
#: The boxes of the article's round, between which the reader is asked to draw.
ASKED = ("herniation", "inflammation", "pain", "guarding", "pressure")
#: Arrow -> (side it leaves by, place on that side, side it enters by, place there, how far it swings out).
PATHS = {
    "herniation_inflammation": ("top", -0.5, "bottom", -0.5, 6),
    "inflammation_pain": ("right", 0.2, "left", 0.3, 8),
    "pain_guarding": ("right", -0.5, "top", 0.1, 17),
    "guarding_pain": ("left", 0.4, "bottom", 0.5, 16),
    "guarding_pressure": ("bottom", -0.8, "right", 0.2, 15),
    "pressure_herniation": ("left", 0.0, "bottom", 0.0, 16),
    "herniation_pain": ("right", 0.4, "bottom", -0.4, 22),
    "inflammation_inflammation": ("top", -0.45, "top", 0.45, 20),
    "inflammation_herniation": ("bottom", 0.5, "top", 0.5, 6),
    "pain_habituation": ("top", 0.5, "top", -0.3, 14),
    "habituation_pain": ("left", -0.2, "right", 0.2, 8),
    "guarding_moving": ("bottom", 0.75, "top", 0.6, 8),
    "moving_guarding": ("top", -0.55, "bottom", -0.4, 6),
}
#: Loop, by its nodes -> where its letter stands.
MARKS = {
    frozenset(("pain", "guarding")): (70, 66),
    frozenset(("herniation", "pain", "guarding", "pressure")): (57, 38),
    frozenset(("herniation", "inflammation", "pain", "guarding", "pressure")): (57, 38),
    frozenset(("inflammation",)): (12, 87),
    frozenset(("herniation", "inflammation")): (12, 55),
    frozenset(("pain", "habituation")): (66, 90),
    frozenset(("guarding", "moving")): (87, 32),
}
_NORMALS = {"top": (0, 1), "bottom": (0, -1), "left": (-1, 0), "right": (1, 0)}
_DASHES = {"contested": "dash", "assumed": "dot"}
#: One unit of x is this many times as long on the screen as one of y, at the narrowest width.
_ASPECT = 1.35
#: Where a curve is drawn; the last bit is short, because the line stops there and the head begins.
_TIMES = (*(i / 24 for i in range(24)), 0.985, 1.0)


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the diagram.

    Parameters
    ----------
    result, held : ArrowsResult
        A held diagram is compared in words only.
    theme : Theme
    prediction : tuple of (str, str, str), optional
        The arrows that the learner drew, as (start, end, sign): pale under those of the article, dashed where there is
        none.
    """
    wide, tall = _box(theme)
    paths = {row.arrow: _curve(row, wide, tall) for row in result.arrows}
    *own, own_signs = _own(prediction, result, theme)
    traces = [
        _halo(result, paths, theme),
        *own,
        *(_line(row, paths[row.arrow], result, theme) for row in result.arrows),
        _heads(result, paths, theme),
        _delays(result, paths, theme),
        own_signs,
        _grips(result, paths, theme),
        _signs(result, paths, theme),
        _steps(result, paths, theme),
        _words(result, theme),
    ]
    for trace in traces:
        # A trace that is skipped is dead to clicks as well.
        trace |= {"hoverinfo": "none" if "customdata" in trace else "skip", "cliponaxis": False}
    shapes = [_frame(node, result.node_shown(node), theme) for node in NODES]
    return {"data": traces, "layout": _layout(theme) | {"shapes": shapes}}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the boxes between which the reader is asked to draw, without any arrow."""
    rows = [(*BOXES[node][:3], "middle center", theme.text()) for node in ASKED]
    shapes = [_frame(node, True, theme) for node in ASKED]
    return {"data": [words("Names of boxes", rows)], "layout": _layout(theme) | {"shapes": shapes}}


def _layout(theme):
    hidden = {"visible": False, "fixedrange": True}
    return theme.layout(
        height=theme.em(13) + 370,
        xaxis={"range": [0, 100], **hidden},
        yaxis={"range": [-10, 104], **hidden},
        margin=dict.fromkeys("lrtb", theme.em(0.5)),
    )


def _box(theme):
    """Half width and half height of a box in plane units; wide enough for the longest word at 700 px."""
    return theme.size * 0.2 + 7, theme.size * 0.17 + 3.2


def _anchor(node, side, place, wide, tall):
    x, y, *_ = BOXES[node]
    nx, ny = _NORMALS[side]
    return (x + nx * wide + (place * wide if ny else 0), y + ny * tall + (place * tall if nx else 0)), (nx, ny)


def _curve(row, wide, tall):
    """Return the points of a cubic Bezier curve that leaves and enters its boxes at right angles."""
    leave, place, enter, at, swing = PATHS[row.arrow]
    (x0, y0), (ax, ay) = _anchor(row.start, leave, place, wide, tall)
    (x3, y3), (bx, by) = _anchor(row.end, enter, at, wide, tall)
    x1, y1, x2, y2 = x0 + ax * swing, y0 + ay * swing, x3 + bx * swing, y3 + by * swing
    points = []
    for t in _TIMES:
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        points.append(
            (
                sum(w * x for w, x in zip(weights, (x0, x1, x2, x3), strict=True)),
                sum(w * y for w, y in zip(weights, (y0, y1, y2, y3), strict=True)),
            )
        )
    return points


def _xy(points):
    return [x for x, _ in points], [y for _, y in points]


def _halo(result, paths, theme):
    chosen = result.selected
    return curve(
        "The arrow you read about",
        *_xy(paths[chosen.arrow] if chosen else []),
        {"color": theme.fill("sensitisation"), "width": theme.size * 1.5},
        visible=chosen is not None,
    )


def _own(prediction, result, theme):
    """The reader's arrows: wide and pale on the way of an arrow of the article, dashed and straight elsewhere."""
    wide, tall = _box(theme)
    ways = {(row.start, row.end): row for row in result.arrows}
    found = {
        (start, end): _curve(ways[start, end], wide, tall) if (start, end) in ways else _straight(start, end, theme)
        for start, end, _ in prediction or ()
    }
    broad, dashed = ([path for way, path in found.items() if (way in ways) == known] for known in (True, False))
    color, shown = theme.color("prediction"), bool(prediction)
    stroke = {"color": theme.fill("prediction"), "width": theme.size * 1.1}
    yield curve("Your arrows on the way of one of the article", *_joined(broad), stroke, visible=shown)
    yield curve("Your arrows elsewhere", *_joined(dashed), theme.stroke("prediction", 0.9), visible=shown)
    # A head needs a point before it to know its way; that one has no size.
    heads = [point for path in found.values() for point in path[-4::3]]
    size = [0, theme.size * 0.9] * len(found)
    look = {"symbol": "arrow", "angleref": "previous", "color": color, "opacity": 1, "line": {"width": 0}, "size": size}
    yield mark("Heads of your arrows", *_xy(heads), look, visible=shown)
    circle = {"symbol": "circle", "size": theme.size * 1.2, "color": theme.paper, "opacity": 1}
    circle["line"] = {"width": theme.line * 0.8, "color": color}
    # Where the article's arrow is drawn and has the same sign, one sign is enough.
    told = {(row.start, row.end): row.sign for row in result.arrows if row.arrow in result.shown}
    signs = {(start, end): sign for start, end, sign in prediction or () if told.get((start, end)) != sign}
    yield mark(
        "Signs of your arrows",
        *_xy([found[way][8] for way in signs]),
        circle,
        text=[f"<b>{'+' if sign == '+' else '−'}</b>" for sign in signs.values()],
        textfont=theme.text("prediction", 0.86),
        visible=shown,
    )


def _straight(start, end, theme):
    """Return the points of a straight arrow from box to box, a little to the right of the line between them."""
    (x0, y0, *_), (x1, y1, *_) = BOXES[start], BOXES[end]
    along_x, along_y = (x1 - x0) * _ASPECT, y1 - y0
    long, (wide, tall) = hypot(along_x, along_y), _box(theme)
    aside_x, aside_y = along_y / long * 3 / _ASPECT, -along_x / long * 3
    # It begins and ends where it crosses the edges of the boxes.
    inside = min(wide / abs(x1 - x0) if x1 != x0 else 1, tall / abs(y1 - y0) if y1 != y0 else 1)
    shares = [inside + (1 - 2 * inside) * time for time in _TIMES]
    return [(x0 + aside_x + (x1 - x0) * share, y0 + aside_y + (y1 - y0) * share) for share in shares]


def _joined(paths):
    x, y = [], []
    for path in paths:
        x += [*(x for x, _ in path), None]
        y += [*(y for _, y in path), None]
    return x, y


def _line(row, path, result, theme):
    """One arrow's line, without its last bit, which the head covers; thicker where more flows."""
    stroke = theme.stroke(row.kind, 0.6 + 2 * result.flow[row.arrow])
    return curve(
        f"{row.start} to {row.end}",
        *_xy(path[:-1]),
        stroke | {"dash": _DASHES.get(row.evidence, "solid")},
        visible=row.arrow in result.shown,
    )


def _heads(result, paths, theme):
    points, sizes, colors = [], [], []
    for row in result.arrows:
        if row.arrow in result.shown:
            points += paths[row.arrow][-4::3]
            sizes += [0, theme.size * 0.75 + theme.line * (1 + 2 * result.flow[row.arrow])]
            colors += [theme.color(row.kind)] * 2
    return mark(
        "Arrow heads",
        *_xy(points),
        {"symbol": "arrow", "angleref": "previous", "size": sizes, "color": colors, "opacity": 1, "line": {"width": 0}},
    )


def _delays(result, paths, theme):
    """Two short strokes across each arrow that takes long."""
    x, y = [], []
    for row in result.arrows:
        if row.delayed == "yes" and row.arrow in result.shown:
            path = paths[row.arrow]
            for k in (17, 18):
                (px, py), (qx, qy) = path[k - 1], path[k + 1]
                along_x, along_y = (qx - px) * _ASPECT, qy - py
                length = hypot(along_x, along_y)
                cross_x, cross_y = -along_y / length * 2.4 / _ASPECT, along_x / length * 2.4
                mx, my = path[k]
                x += [mx - cross_x, mx + cross_x, None]
                y += [my - cross_y, my + cross_y, None]
    return curve("Delay marks", x, y, {"color": theme.ink, "width": theme.line})


def _frame(node, shown, theme):
    x, y, name, role = BOXES[node]
    wide, tall = _box(theme)
    corners = [(x - wide, y - tall), (x + wide, y - tall), (x + wide, y + tall), (x - wide, y + tall)]
    return shape(
        name.replace("<br>", " "),
        [corners],
        fill=theme.fill(role),
        edge=theme.color(role),
        width=0.7 * theme.line,
        visible=shown,
    )


def _grips(result, paths, theme):
    """Places along each arrow, not to be seen, where a click reads about it."""
    places = [
        (place, row.arrow) for row in result.arrows if row.arrow in result.shown for place in paths[row.arrow][2:-2:2]
    ]
    return mark(
        "Places to click",
        *_xy([place for place, _ in places]),
        {"size": theme.size * 1.2, "opacity": 0},
        customdata=[f"arrow:{arrow}" for _, arrow in places],
    )


def _signs(result, paths, theme):
    """Plus or minus in a circle at the middle of each arrow; a click reads about the arrow, as one on its line does."""
    rows = [row for row in result.arrows if row.arrow in result.shown]
    colors = [theme.color(row.kind) for row in rows]
    circle = {
        "symbol": "circle",
        "size": theme.size * 1.45,
        "color": theme.paper,
        "opacity": 1,
        "line": {"width": theme.line * 0.8, "color": colors},
    }
    return mark(
        "Signs",
        *_xy([paths[row.arrow][13] for row in rows]),
        circle,
        text=[f"<b>{'+' if row.sign == '+' else '−'}</b>" for row in rows],
        textfont=theme.text() | {"color": colors},
        customdata=[f"arrow:{row.arrow}" for row in rows],
    )


def _steps(result, paths, theme):
    rows = [row for row in result.arrows if row.step and row.arrow in result.shown]
    square = {"symbol": "square", "size": theme.size * 1.2, "color": theme.ink, "opacity": 1, "line": {"width": 0}}
    return mark(
        "Steps of the article",
        *_xy([paths[row.arrow][4] for row in rows]),
        square,
        text=[f"<b>{row.step:.0f}</b>" for row in rows],
        textfont=theme.text(size=0.8) | {"color": theme.paper},
    )


def _words(result, theme):
    """The names in the boxes, a letter in each loop, and the key below them."""
    rows = [(*BOXES[node][:3], theme.text()) for node in NODES if result.node_shown(node)]
    kinds = {MARKS[frozenset(loop.nodes)]: loop.kind for loop in result.loops if frozenset(loop.nodes) in MARKS}
    turn = "" if theme.large else "↻ "  # in large type there is room for the letter only
    rows += [(*place, f"<b>{turn}{kind[0].upper()}</b>", theme.text(kind, 1.25)) for place, kind in kinds.items()]
    key = "R reinforcing, B balancing, ‖ takes long<br>dashed: contested, dotted: assumed"
    rows.append((50, -5, key, {**theme.text(size=0.86), "color": theme.muted}))
    return words(
        "Names of boxes and loops, and the key", [(x, y, text, "middle center", font) for x, y, text, font in rows]
    )
