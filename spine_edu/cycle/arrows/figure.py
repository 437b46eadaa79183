"""The causal-loop diagram: curved arrows with their signs, delays and steps, and the loops they close."""

from math import hypot

from spine_edu.cycle.arrows.model import NODES
from spine_edu.cycle.diagram import BOXES, TIMES, Board, across_and_up, dash
from spine_edu.drawing.marks import curve, mark, words
from spine_edu.theme import LIGHT

#: The boxes of the article's round, between which the reader is asked to draw.
ASKED = ("herniation", "inflammation", "pain", "guarding", "pressure")
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
    plane, shown = board(theme), [row for row in result.arrows if row.arrow in result.shown]
    paths = {row.arrow: plane.way(row) for row in result.arrows}
    *own, own_signs = _own(prediction, result, theme)
    traces = [
        _halo(result, paths, theme),
        *own,
        *(_line(row, paths[row.arrow], result, theme) for row in result.arrows),
        plane.heads(shown, [_width(row, result, theme) for row in shown]),
        _delays(plane, shown, theme),
        own_signs,
        _grips(result, paths, theme),
        plane.signs(shown, customdata=[f"arrow:{row.arrow}" for row in shown]),
        _steps(result, paths, theme),
        _words(result, theme),
    ]
    for trace in traces:
        # A trace that is skipped is dead to clicks as well.
        trace |= {"hoverinfo": "none" if "customdata" in trace else "skip", "cliponaxis": False}
    shapes = [plane.frame(node, result.node_shown(node)) for node in NODES]
    return {"data": traces, "layout": _layout(theme) | {"shapes": shapes}}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the boxes between which the reader is asked to draw, without any arrow."""
    rows = [(*BOXES[node][:3], "middle center", theme.text()) for node in ASKED]
    shapes = [board(theme).frame(node) for node in ASKED]
    return {"data": [words("Names of boxes", rows)], "layout": _layout(theme) | {"shapes": shapes}}


def _layout(theme):
    hidden = {"visible": False, "fixedrange": True}
    return theme.layout(
        height=theme.em(13) + 370,
        xaxis={"range": [0, 100], **hidden},
        yaxis={"range": [-10, 104], **hidden},
        margin=dict.fromkeys("lrtb", theme.em(0.5)),
    )


def board(theme):
    """Return the plane, with boxes wide enough for the longest word at 700 px."""
    return Board(theme, theme.size * 0.2 + 7, theme.size * 0.17 + 3.2)


def _halo(result, paths, theme):
    chosen = result.selected
    return curve(
        "The arrow you read about",
        *across_and_up(paths[chosen.arrow] if chosen else []),
        {"color": theme.fill("sensitisation"), "width": theme.size * 1.5},
        visible=chosen is not None,
    )


def _own(prediction, result, theme):
    """The reader's arrows: wide and pale on the way of an arrow of the article, dashed and straight elsewhere."""
    plane = board(theme)
    ways = {(row.start, row.end): row for row in result.arrows}
    found = {
        (start, end): plane.way(ways[start, end]) if (start, end) in ways else _straight(start, end, plane)
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
    yield mark("Heads of your arrows", *across_and_up(heads), look, visible=shown)
    circle = {"symbol": "circle", "size": theme.size * 1.2, "color": theme.paper, "opacity": 1}
    circle["line"] = {"width": theme.line * 0.8, "color": color}
    # Where the article's arrow is drawn and has the same sign, one sign is enough.
    told = {(row.start, row.end): row.sign for row in result.arrows if row.arrow in result.shown}
    signs = {(start, end): sign for start, end, sign in prediction or () if told.get((start, end)) != sign}
    yield mark(
        "Signs of your arrows",
        *across_and_up([found[way][8] for way in signs]),
        circle,
        text=[f"<b>{'+' if sign == '+' else '−'}</b>" for sign in signs.values()],
        textfont=theme.text("prediction", 0.86),
        visible=shown,
    )


def _straight(start, end, plane):
    """Return the points of a straight arrow from box to box, a little to the right of the line between them."""
    (x0, y0, *_), (x1, y1, *_) = BOXES[start], BOXES[end]
    along_x, along_y = (x1 - x0) * plane.aspect, y1 - y0
    long = hypot(along_x, along_y)
    aside_x, aside_y = along_y / long * 3 / plane.aspect, -along_x / long * 3
    # It begins and ends where it crosses the edges of the boxes.
    inside = min(plane.wide / abs(x1 - x0) if x1 != x0 else 1, plane.tall / abs(y1 - y0) if y1 != y0 else 1)
    shares = [inside + (1 - 2 * inside) * time for time in TIMES]
    return [(x0 + aside_x + (x1 - x0) * share, y0 + aside_y + (y1 - y0) * share) for share in shares]


def _joined(paths):
    x, y = [], []
    for path in paths:
        x += [*(x for x, _ in path), None]
        y += [*(y for _, y in path), None]
    return x, y


def _width(row, result, theme):
    return theme.line * (0.6 + 2 * result.flow[row.arrow])


def _delays(plane, rows, theme):
    x, y = _joined(plane.delays(rows))
    return curve("Delay marks", x, y, {"color": theme.ink, "width": theme.line})


def _line(row, path, result, theme):
    """One arrow's line, without its last bit, which the head covers; thicker where more flows."""
    return curve(
        f"{row.start} to {row.end}",
        *across_and_up(path[:-1]),
        theme.stroke(row.kind) | {"width": _width(row, result, theme), "dash": dash(row)},
        visible=row.arrow in result.shown,
    )


def _grips(result, paths, theme):
    """Places along each arrow, not to be seen, where a click reads about it."""
    places = [
        (place, row.arrow) for row in result.arrows if row.arrow in result.shown for place in paths[row.arrow][2:-2:2]
    ]
    return mark(
        "Places to click",
        *across_and_up([place for place, _ in places]),
        {"size": theme.size * 1.2, "opacity": 0},
        customdata=[f"arrow:{arrow}" for _, arrow in places],
    )


def _steps(result, paths, theme):
    rows = [row for row in result.arrows if row.step and row.arrow in result.shown]
    square = {"symbol": "square", "size": theme.size * 1.2, "color": theme.ink, "opacity": 1, "line": {"width": 0}}
    return mark(
        "Steps of the article",
        *across_and_up([paths[row.arrow][4] for row in rows]),
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
