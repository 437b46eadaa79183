"""The causal-loop diagram: curved arrows with their signs, delays and steps, the loops they close, and what flows."""

from math import hypot

from spine_edu.cycle.arrows import model
from spine_edu.cycle.arrows.controls import DAYS, chips, lane, lane_place, lane_words, places
from spine_edu.cycle.arrows.model import NODES
from spine_edu.cycle.arrows.words import agreed, on_day
from spine_edu.cycle.diagram import BOXES, TIMES, Board, across_and_up, beads, dash
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import curve, mark, words
from spine_edu.drawing.outlines import drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: The boxes of the article's round, between which the reader is asked to draw.
ASKED = ("herniation", "inflammation", "pain", "guarding", "pressure")
#: A run is played from day 0 to this day; most beads on an arrow, and days that a bead needs for its way.
_PLAYED, _BEADS, _WAY = 84, 5, 10
#: Loop, by its nodes -> where its letter stands.
MARKS = {
    frozenset(("pain", "guarding")): (70, 66),
    frozenset(("herniation", "pain", "guarding", "pressure")): (57, 38),
    frozenset(("herniation", "inflammation", "pain", "guarding", "pressure")): (33, 60),
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
    *own, own_signs = _own(prediction, shown, theme)
    traces = [
        _halo(result, paths, theme),
        *own,
        *(_line(row, paths[row.arrow], result, theme) for row in result.arrows),
        plane.heads(shown, [_width(row, result, theme) for row in shown]),
        _delays(plane, shown, theme),
        _flowing(result, plane, theme),
        own_signs,
        _grips(result, paths, theme),
        plane.signs(shown, customdata=[f"arrow:{row.arrow}" for row in shown]),
        _steps(result, paths, theme),
        _words(result, theme),
        words("The day, and steps to press", list(lane_words(result.state, result.state.day, theme))),
        places(result.state, theme),
        words("How many are alike", [(42, 101, agreed(prediction, result), "middle center", theme.text("prediction"))]),
    ]
    for trace in traces:
        # A trace that is skipped is dead to clicks as well.
        trace |= {"hoverinfo": "none" if "customdata" in trace else "skip", "cliponaxis": False}
    shapes = [*_frames_of_boxes(result, plane, theme), lane(theme), *chips(result.state, theme)]
    return {"data": traces, "layout": _layout(theme) | {"shapes": shapes}}


def _frames_of_boxes(result, plane, theme):
    """The boxes: those between which the reader was to draw are there from the start, pale before an arrow comes."""
    pale = {"fill": theme.paper, "edge": theme.muted, "width": 0.5 * theme.line}
    for node in NODES:
        there = result.node_shown(node)
        look = {"fill": theme.paper} if there else pale
        yield plane.frame(node, there or node in ASKED, **look)
        color = theme.color(BOXES[node][3])
        filled = _filled(result, plane, node, result.held)
        yield drawn(_level(node), filled, {"width": 0}, fill=color, opacity=0.3, visible=there)


def _level(node):
    return f"What {node} holds"


def _filled(result, plane, node, held):
    """Return what stands in a box on a day; nothing in one that no arrow has reached."""
    (left, low), (right, _), (_, high), _ = plane.corners(node)
    share = held[node] if result.node_shown(node) else 0
    return f"M{left:.1f},{low:.1f}H{right:.1f}V{low + (high - low) * share:.2f}H{left:.1f}Z"


def grips(result):
    """Return the handle of the day, on the line of days under the boxes."""
    return [grip(result.state, "day", lane_place) | {"track": [[day, *lane_place(day)] for day in DAYS]}]


def frames(result, *, theme=LIGHT, prediction=None):
    """Return a run of the whole model as `Frames`, a day each: beads run along the arrows, more where more flows."""
    days, plane = range(_PLAYED + 1), board(theme)
    runs = [model.flows(day) for day in days]
    run = Frames(
        "day",
        (f"day {day} of {_PLAYED}" for day in days),
        (on_day(day) for day in days),
        seconds=12,
        stride=3,
        controls={"day": days},
        settled=True,
    )
    flowing = [_beads(result, flow, plane, day, theme) for day, flow in zip(days, runs, strict=True)]
    x, y, size = map(list, zip(*flowing, strict=True))
    run.add("What flows along the arrows", **{"x": x, "y": y, "marker.size": size})
    for node in NODES:
        run.add(_level(node), path=[_filled(result, plane, node, model.held(day)) for day in days])
    for row in (row for row in result.arrows if row.arrow in result.shown):
        strokes = [
            theme.stroke(row.kind) | {"width": _wide(flow[row.arrow], theme), "dash": dash(row)} for flow in runs
        ]
        run.add(f"{row.start} to {row.end}", line=strokes)
    said = [list(lane_words(result.state, day, theme)) for day in days]
    run.add(
        "The day, and steps to press",
        x=[[x for x, *_ in one] for one in said],
        text=[[text for _, _, text, *_ in one] for one in said],
    )
    return run


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the boxes and what the reader has drawn between them, all of it straight, to give no way away."""
    plane, rows = board(theme), [(*BOXES[node][:3], "middle center", theme.text()) for node in ASKED]
    data, shapes = [words("Names of boxes", rows)], [plane.frame(node) for node in ASKED]
    layout = _layout(theme)
    if prediction is None:
        # As long as it is drawn, the boxes have the whole picture.
        return {"data": data, "layout": layout | {"shapes": shapes, "yaxis": layout["yaxis"] | {"range": [-2, 98]}}}
    around = [
        words("The day, and steps to press", list(lane_words(result.state, result.state.day, theme))),
        places(result.state, theme),
    ]
    data = [trace | {"hoverinfo": "skip", "cliponaxis": False} for trace in (*_own(prediction, (), theme), *data)]
    return {
        "data": [*data, *(trace | {"cliponaxis": False} for trace in around)],
        "layout": layout | {"shapes": [*shapes, lane(theme), *chips(result.state, theme)]},
    }


def _layout(theme):
    hidden = {"visible": False, "fixedrange": True}
    return theme.layout(
        height=theme.em(13) + 390,
        xaxis={"range": [0, 100], **hidden},
        yaxis={"range": [-24, 114], **hidden},
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


def _own(prediction, shown, theme):
    """The reader's arrows: wide and pale on the way of an arrow that is `shown`, dashed and straight elsewhere."""
    plane = board(theme)
    ways = {(row.start, row.end): row for row in shown}
    found = {
        (start, end): plane.way(ways[start, end]) if (start, end) in ways else _straight(start, end, plane)
        for start, end, _ in prediction or ()
    }
    broad, dashed = ([path for way, path in found.items() if (way in ways) == known] for known in (True, False))
    color, there = theme.color("prediction"), bool(prediction)
    stroke = {"color": theme.fill("prediction"), "width": theme.size * 1.1}
    yield curve("Your arrows on the way of one of the article", *_joined(broad), stroke, visible=there)
    yield curve("Your arrows elsewhere", *_joined(dashed), theme.stroke("prediction", 0.9), visible=there)
    # A head needs a point before it to know its way; that one has no size.
    heads = [point for path in found.values() for point in path[-4::3]]
    size = [0, theme.size * 0.9] * len(found)
    look = {"symbol": "arrow", "angleref": "previous", "color": color, "opacity": 1, "line": {"width": 0}, "size": size}
    yield mark("Heads of your arrows", *across_and_up(heads), look, visible=there)
    circle = {"symbol": "circle", "size": theme.size * 1.2, "color": theme.paper, "opacity": 1}
    circle["line"] = {"width": theme.line * 0.8, "color": color}
    # Where the article's arrow is drawn and has the same sign, one sign is enough.
    told = {way: row.sign for way, row in ways.items()}
    signs = {(start, end): sign for start, end, sign in prediction or () if told.get((start, end)) != sign}
    yield mark(
        "Signs of your arrows",
        *across_and_up([found[way][8] for way in signs]),
        circle,
        text=[f"<b>{'+' if sign == '+' else '−'}</b>" for sign in signs.values()],
        textfont=theme.text("prediction", 0.86),
        visible=there,
    )


def _straight(start, end, plane):
    """Return the points of a straight arrow from box to box, a little to the right of the line between them."""
    (x0, y0, *_), (x1, y1, *_) = BOXES[start], BOXES[end]
    along_x, along_y = (x1 - x0) * plane.aspect, y1 - y0
    long = hypot(along_x, along_y)
    aside_x, aside_y = along_y / long * 3 / plane.aspect, -along_x / long * 3
    # It begins and ends where it crosses the edges of the boxes.
    ways = [
        (half - aside * (1 if along > 0 else -1)) / abs(along)
        for half, aside, along in ((plane.wide, aside_x, x1 - x0), (plane.tall, aside_y, y1 - y0))
        if along
    ]
    back = [
        (half + aside * (1 if along > 0 else -1)) / abs(along)
        for half, aside, along in ((plane.wide, aside_x, x1 - x0), (plane.tall, aside_y, y1 - y0))
        if along
    ]
    first, last = min(ways), 1 - min(back)
    shares = [first + (last - first) * time for time in TIMES]
    return [(x0 + aside_x + (x1 - x0) * share, y0 + aside_y + (y1 - y0) * share) for share in shares]


def _joined(paths):
    x, y = [], []
    for path in paths:
        x += [*(x for x, _ in path), None]
        y += [*(y for _, y in path), None]
    return x, y


def _width(row, result, theme):
    return _wide(result.flow[row.arrow], theme)


def _wide(flow, theme):
    return theme.line * (0.6 + 2 * flow)


def _flowing(result, plane, theme):
    """Beads on the arrows that are drawn, the more the more flows."""
    x, y, size = _beads(result, result.flow, plane, result.state.day, theme)
    look = {"size": size, "opacity": 1, "line": {"color": theme.paper, "width": 1}}
    colors = [theme.color(row.kind) for row in result.arrows for _ in range(_BEADS)]
    return mark("What flows along the arrows", x, y, look | {"color": colors})


def _beads(result, flow, plane, day, theme):
    """Beads on a day: across, up, and in size."""
    found = []
    for row in result.arrows:
        strength = flow[row.arrow] if row.arrow in result.shown else 0
        found += beads(plane.way(row), strength, day / _WAY, _BEADS, 1 / _WAY)
    return [x for x, *_ in found], [y for _, y, _ in found], [theme.size * 0.62 * seen for *_, seen in found]


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
    faint = {**theme.text(), "color": theme.muted}
    rows = [
        (*BOXES[node][:3], theme.text() if result.node_shown(node) else faint)
        for node in NODES
        if result.node_shown(node) or node in ASKED
    ]
    kinds = {MARKS[frozenset(loop.nodes)]: loop.kind for loop in result.loops if frozenset(loop.nodes) in MARKS}
    turn = "" if theme.large else "↻ "  # in large type there is room for the letter only
    rows += [(*place, f"<b>{turn}{kind[0].upper()}</b>", theme.text(kind, 1.25)) for place, kind in kinds.items()]
    rows.append((50, -19, _key(result, kinds.values()), {**theme.text(size=0.86), "color": theme.muted}))
    return words(
        "Names of boxes and loops, and the key", [(x, y, text, "middle center", font) for x, y, text, font in rows]
    )


def _key(result, kinds):
    """What the signs mean that are to be seen."""
    shown = [row for row in result.arrows if row.arrow in result.shown]
    signs = {"R reinforcing": "reinforcing" in kinds, "B balancing": "balancing" in kinds}
    signs["‖ takes long"] = any(row.delayed == "yes" for row in shown)
    lines = {f"{look}: {name}": any(row.evidence == name for row in shown) for name, look in _LOOKS.items()}
    rows = [", ".join(text for text, there in one.items() if there) for one in (signs, lines)]
    return "<br>".join(filter(None, rows)) or " "


_LOOKS = {"contested": "dashed", "assumed": "dotted"}
