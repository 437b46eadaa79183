"""The upper part of the picture: the cycle, how full its boxes are on the day looked at, and the links that are lit."""

from spine_edu import data
from spine_edu.cycle.arrows.model import NODES
from spine_edu.cycle.diagram import BOXES, Board, across_and_up, dash
from spine_edu.drawing.marks import mark, words
from spine_edu.drawing.outlines import drawn, line, shape
from spine_edu.treatment.cycle.model import offered, places

AXES = ("x2", "y2")
#: Plane of the cycle: a box may reach over the hundred on both sides.
ACROSS, UP = (-3.0, 103.0), (2.0, 102.0)
#: Disc pressure that fills its box, MPa, as on the axis of the whole model.
_MOST_PRESSURE = 1.7
#: Boxes that stand for a state of the whole model; the two others have no number there.
FILLED = ("herniation", "inflammation", "pain", "guarding", "pressure")
_EMPTY = "M0,0Z"


def height(theme):
    """Return the height of the cycle, px."""
    return theme.em(13) + 120


def board(theme):
    """Return the plane, with boxes wide enough for their words at 700 px, and room for two lines in each."""
    per_unit = height(theme) / (UP[1] - UP[0])
    return Board(theme, theme.size * 0.42 + 4, 1.45 * theme.size / per_unit, aspect=1.9, axes=AXES)


def choices(result):
    """Return box or arrow -> the treatment that a click there chooses: the next one of those that act there."""
    found = {}
    for treatment in offered():
        found.setdefault(next(iter(places(treatment))), []).append(treatment)
    now = result.state.treatment
    return {
        where: names[(names.index(now) + 1) % len(names)] if now in names else names[0]
        for where, names in found.items()
    }


def spot(where, theme, second=False):
    """Return where the number of a treatment stands: the corner of a box, or a place early on an arrow."""
    plane = board(theme)
    if where in BOXES:
        (left, _), (right, high), *_ = plane.corners(where)[0], plane.corners(where)[2]
        return (right if second else left), high
    return plane.way(_row(where))[9 if second else 5]


def _row(arrow):
    return next(row for row in data.table("cycle_links") if row.arrow == arrow)


def level(run, node, day):
    """Return how full a box is on a day, 0 to 1."""
    if node == "pressure":
        return min(1.0, run.pressure[day] / _MOST_PRESSURE)
    return run.rating[day] / 10 if node == "pain" else getattr(run, node)[day]


def filled(run, node, day, theme):
    """Return the filled part of a box as a path."""
    (left, low), (right, _), (_, high), _ = board(theme).corners(node)
    top = low + (high - low) * level(run, node, day)
    return f"M{left:.1f},{low:.1f}H{right:.1f}V{top:.2f}H{left:.1f}Z"


def untreated_levels(run, day, theme):
    """Return a line across each box where its level would be without treatment, as a path."""
    path = ""
    for node in FILLED:
        (left, low), (right, _), (_, high), _ = board(theme).corners(node)
        path += f"M{left:.1f},{low + (high - low) * level(run, node, day):.2f}H{right:.1f}"
    return path


def lit(result, number, day, theme):
    """Return what one treatment lights on a day as a path: along arrows, and round boxes."""
    path, plane = "", board(theme)
    for one, where in sorted(result.at_work(day)):
        if one != number:
            continue
        closed = where in BOXES
        points = plane.corners(where) if closed else plane.way(_row(where))[::2]
        path += "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points) + ("Z" if closed else "")
    return path or _EMPTY


def shapes(result, theme):
    """Yield boxes, levels, arrows and what is lit as shapes."""
    plane, rows, day = board(theme), data.table("cycle_links"), result.day
    for number, share in ((1, 1.1), (2, 0.75)):
        glow = {"color": theme.color("treatment"), "width": theme.size * share}
        yield drawn(f"Lit by treatment {number}", lit(result, number, day, theme), glow, axes=AXES, opacity=0.45)
    for kind, broken in dict.fromkeys((row.kind, dash(row)) for row in rows):
        ways = [plane.way(row)[:-1] for row in rows if (row.kind, dash(row)) == (kind, broken)]
        stroke = theme.stroke(kind, 0.7) | {"dash": broken}
        yield line(f"Arrows, {kind}, {broken}", ways, stroke, axes=AXES, digits=1)
    strokes = {"color": theme.ink, "width": theme.line * 0.7}
    yield line("Delay marks", plane.delays(rows), strokes, axes=AXES, digits=1)
    for node in NODES:
        yield plane.frame(node, fill=theme.paper, digits=2)
        if node in FILLED:
            role, name = BOXES[node][3], BOXES[node][2].replace("<br>", " ").lower()
            look = {"color": theme.fill(role), "width": 0}
            yield drawn(
                f"How much: {name}", filled(result.treated, node, day, theme), look, fill=theme.fill(role), axes=AXES
            )
    stroke = {"color": theme.color("neutral"), "width": theme.line * 0.8, "dash": "dot"}
    yield drawn("How much untreated", untreated_levels(result.untreated, day, theme), stroke, axes=AXES)
    edges = [plane.corners(node) for node in NODES if node not in FILLED]
    pale = {"edge": theme.muted, "width": theme.line * 0.5, "fill": theme.paper}
    yield shape("Boxes without a number", edges, axes=AXES, **pale)


def traces(result, theme):
    """Yield heads and signs of the arrows, names of the boxes, and the places to touch."""
    plane, rows = board(theme), data.table("cycle_links")
    small = theme.size * 0.6
    on = {"xaxis": AXES[0], "yaxis": AXES[1]}
    heads = plane.heads(rows, [0] * len(rows))
    heads["marker"]["size"] = [0, small] * len(rows)
    yield heads | on
    yield plane.signs(rows, 1.05, **on)
    yield words("Names of boxes", [(*BOXES[node][:3], "middle center", _name(node, theme)) for node in NODES], AXES)
    yield _free(result, theme) | on
    yield _numbers(result, theme) | on


def _name(node, theme):
    return theme.text(size=0.93) if node in FILLED else {**theme.text(size=0.93), "color": theme.muted}


def _free(result, theme):
    """Dots where a treatment can act: a click takes the next one that does."""
    taken = {where for treatment, *_ in result.state.plan for where in places(treatment)}
    free = {where: name for where, name in choices(result).items() if where not in taken}
    look = {
        "symbol": "circle",
        "size": theme.size * 0.8,
        "color": theme.paper,
        "opacity": 1,
        "line": {"width": theme.line, "color": theme.color("treatment")},
    }
    spots = [spot(where, theme) for where in free]
    chosen = [f"treatment:{name}" for name in free.values()]
    return mark("Treatments act here: click", *across_and_up(spots), look, customdata=chosen)


def _numbers(result, theme):
    """The number of each treatment at what it acts on; a click takes the next one that acts there."""
    after, spots, texts, chosen = choices(result), [], [], []
    for number, (treatment, *_) in enumerate(result.state.plan, 1):
        for where in places(treatment):
            spots.append(spot(where, theme, number == 2))
            texts.append(f"<b>{number}</b>")
            chosen.append(f"treatment:{after[where]}" if where in after else "")
    look = {
        "symbol": "circle",
        "size": theme.size * 1.35,
        "color": theme.color("treatment"),
        "opacity": 1,
        "line": {"width": theme.line * 0.5, "color": theme.paper},
    }
    font = theme.text(size=0.86) | {"color": theme.paper}
    return mark("Number of the treatment", *across_and_up(spots), look, text=texts, textfont=font, customdata=chosen)
