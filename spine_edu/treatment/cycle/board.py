"""The upper part of the picture: the cycle, how full its boxes are on the day looked at, and the links that are lit."""

from spine_edu import data
from spine_edu.cycle.arrows.model import NODES
from spine_edu.cycle.diagram import BOXES, TIMES, Board, across_and_up, beads, dash
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import mark, words
from spine_edu.drawing.outlines import EMPTY, drawn, line
from spine_edu.treatment.cycle.model import ADDED, SLOTS, level, offered, places
from spine_edu.treatment.cycle.words import less

AXES = ("x2", "y2")
#: Plane of the cycle: a box may reach over the hundred on both sides.
ACROSS, UP = (-3.0, 103.0), (3.0, 109.0)
#: Boxes that stand for a state of the whole model; the two others have no number there.
FILLED = ("herniation", "inflammation", "pain", "guarding", "pressure")
#: How wide the strip is at the right of a box that shows how full it is, in units of the plane.
GAUGE = 4.4
#: What part of a box is to be seen as a difference.
_SEEN = 0.002
#: Arrow -> where its ring and the numbers 1 and 2 stand: a point of its way, and letters to the right and up.
_ASIDE = {
    "inflammation_pain": ((4, 0, 0), (7, 0, 1.4), (7, 0, -1.4)),
    "pain_guarding": ((4, 0, 0), (8, 0, -1.1), (19, 1.1, 0)),
}
#: Treatment -> its name on a chip.
CHIPS = {
    "short_rest": "Rest 2 days",
    "bed_rest": "Rest 14 days",
    "activity": "Lighter",
    "traction": "Traction",
    "therapy": "Therapy",
    "nsaid": "NSAID",
    "cold": "Cold packs",
    "epidural": "Epidural",
    "relaxant": "Relaxant",
    "heat": "Heat",
    "manual": "Hands-on",
    "trigger_point": "Trigger jab",
    "opioid": "Opioid",
    "discectomy": "Discectomy",
    "closure": "Op + closure",
    "fusion": "Fusion",
}
#: Most beads on an arrow, and the days that a bead needs for its way.
_BEADS, _WAY = 4, 6
#: How many chips have room side by side, and how high they are, in sizes of the type.
_ROOM, _CHIP = 4, 1.6
#: How far the arrow from pain to guarding ducks under a box in a hall, in units of the plane.
_DUCKS = 4.0
#: A letter in units of the plane, across, in the narrowest picture, which is 34 letters wide.
_LETTER = 3.6


def height(theme):
    """Return the height of the cycle, px."""
    return theme.em(11) + 56 if theme.large else theme.em(12) + 100


def board(theme):
    """Return the plane: its boxes have room for their words in the narrowest picture, in two lines."""
    return _Plane(theme, 13.4, (1.3 if theme.large else 1.45) * theme.size / per_unit(theme), aspect=1.4, axes=AXES)


class _Plane(Board):
    """The plane as a hall sees it: its boxes are high, and between two of them an arrow has to duck."""

    def way(self, row):
        """Return the points of an arrow, as of `Board.way`."""
        points = super().way(row)
        if not (self.theme.large and row.arrow == "pain_guarding"):
            return points
        return tuple((x, y - 4 * _DUCKS * at * (1 - at)) for (x, y), at in zip(points, TIMES, strict=True))


def per_unit(theme):
    """Return how many px high a unit of the plane is."""
    return height(theme) / (UP[1] - UP[0])


def strip(theme):
    """Return how much room chips and day need under the cycle, px."""
    return theme.em(3.9 if theme.large else 4.3)


def in_hand(state):
    """Return the control that a press in the cycle sets, and the treatment that it holds now."""
    control = SLOTS[state.fills]
    return control, getattr(state, control)


def alike(result):
    """Return the treatments that act where the one in hand does, or else the other one; none without any."""
    _, now = in_hand(result.state)
    shown = next((name for name in (now, result.state.treatment, result.state.second_treatment) if name != "none"), "")
    here = next(iter(places(shown))) if shown else None
    return [name for name in offered() if next(iter(places(name))) == here]


def _press(result, treatment):
    """Return what a press on a treatment's chip or dot chooses; a second one that is pressed again is taken away.

    A second one is looked at on the day on which the first does most: on another day there may be nothing to compare.
    """
    state = result.state
    control, now = in_hand(state)
    if state.fills == "first":
        return f"{control}:{treatment}"
    if treatment == now:
        return f"{control}:none"
    return f"{control}:{treatment}" + ("" if now != "none" else f";day:{result.most}")


def chip(number, theme):
    """Return left, right, lower and upper edge of a chip under the cycle."""
    wide, one = (ACROSS[1] - ACROSS[0]) / _ROOM, theme.size / per_unit(theme)
    left, high = ACROSS[0] + wide * number, UP[0] - 0.45 * one
    return left, left + wide - 1.6, high - _CHIP * one, high


def _outline(left, right, low, high):
    return f"M{left:.1f},{low:.2f}H{right:.1f}V{high:.2f}H{left:.1f}Z"


def choices(result):
    """Return box or arrow -> the treatment that a press there chooses: the next one of those that act there."""
    found = {}
    for treatment in offered():
        found.setdefault(next(iter(places(treatment))), []).append(treatment)
    _, now = in_hand(result.state)
    return {
        where: names[(names.index(now) + 1) % len(names)] if now in names else names[0]
        for where, names in found.items()
    }


def spot(where, theme, number=0):
    """Return where the ring (0) or the number of a treatment (1, 2) stands: at a box's corners, or beside an arrow."""
    plane = board(theme)
    if where == ADDED:
        # Where the box is left free by its strip, and no arrow arrives.
        _, (right, low), *_ = plane.corners("pain")
        return right - 2.2 * GAUGE, low
    if where in BOXES:
        _, _, (right, high), (left, _) = plane.corners(where)
        # Left of the last box an arrow passes.
        first, second = (right, left) if where == "moving" else (left, right)
        return (second if number == 2 else first), high
    point, right, up = _ASIDE[where][number]
    x, y = plane.way(_row(where))[point]
    return x + right * _LETTER, y + up * theme.size / per_unit(theme)


def _row(arrow):
    return next(row for row in data.table("cycle_links") if row.arrow == arrow)


def gauge(node, theme):
    """Return left, right, lower and upper edge of the strip that shows how full a box is: beside its words."""
    _, (right, low), (_, high), _ = board(theme).corners(node)
    return right - GAUGE, right, low, high


def filled(run, node, day, theme):
    """Return the filled part of a box's strip as a path."""
    left, right, low, high = gauge(node, theme)
    top = low + (high - low) * level(run, node, day)
    return f"M{left:.1f},{low:.1f}H{right:.1f}V{top:.2f}H{left:.1f}Z"


def spared(result, day, theme):
    """Return what boxes hold less than untreated on a day, from level to level, as a path."""
    path = ""
    for node in FILLED:
        left, right, low, high = gauge(node, theme)
        less, more = (level(run, node, day) for run in (result.treated, result.untreated))
        if more - less > _SEEN:
            path += (
                f"M{left:.1f},{low + (high - low) * less:.2f}H{right:.1f}V{low + (high - low) * more:.2f}H{left:.1f}Z"
            )
    return path or EMPTY


def flowing(result, day, theme):
    """Return beads on the arrows that carry pain on, across, up and in size; more where more flows."""
    plane, found = board(theme), []
    for row in data.table("cycle_links"):
        if row.kind == "reinforcing":
            found += beads(plane.way(row), level(result.treated, row.carried_by, day), day / _WAY, _BEADS, 1 / _WAY)
    return [x for x, *_ in found], [y for _, y, _ in found], [theme.size * 0.38 * seen for *_, seen in found]


def untreated_levels(run, day, theme):
    """Return where each box would be filled to without treatment: a stroke across its strip, as a path."""
    path = ""
    for node in FILLED:
        left, right, low, high = gauge(node, theme)
        y = low + (high - low) * level(run, node, day)
        path += f"M{left - 0.9:.1f},{y:.2f}H{right + 1.2:.1f}"
    return path


def lit(result, number, day, theme):
    """Return what one treatment lights on a day as a path: along arrows, and round boxes."""
    path, plane = "", board(theme)
    for one, where in sorted(result.at_work(day)):
        if one != number or where == ADDED:
            continue
        closed = where in BOXES
        points = plane.corners(where) if closed else plane.way(_row(where))[::2]
        path += "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points) + ("Z" if closed else "")
    return path or EMPTY


def adding(result, day, theme):
    """Return the frame round the box of pain on a day on which a treatment adds to it, as a path."""
    if not any(where == ADDED for _, where in result.at_work(day)):
        return EMPTY
    (left, low), _, (right, high), _ = board(theme).corners("pain")
    out = 0.5 * theme.size / per_unit(theme)
    return _outline(left - 0.9, right + 0.9, low - out, high + out)


def shapes(result, theme):
    """Yield boxes, levels, arrows and what is lit as shapes."""
    plane, rows, day = board(theme), data.table("cycle_links"), result.day
    for number, share in ((1, 1.1), (2, 0.75)):
        glow = {"color": theme.color("treatment"), "width": theme.size * share}
        yield drawn(f"Lit by treatment {number}", lit(result, number, day, theme), glow, axes=AXES, opacity=0.45)
    red = theme.stroke("pain", 1.6) | {"dash": "dot"}
    yield drawn("What adds pain", adding(result, day, theme), red, axes=AXES)
    for kind, broken in dict.fromkeys((row.kind, dash(row)) for row in rows):
        ways = [plane.way(row)[:-1] for row in rows if (row.kind, dash(row)) == (kind, broken)]
        stroke = theme.stroke(kind, 0.7) | {"dash": broken}
        yield line(f"Arrows, {kind}, {broken}", ways, stroke, axes=AXES, digits=1)
    strokes = {"color": theme.ink, "width": theme.line * 0.7}
    yield line("Delay marks", plane.delays(rows), strokes, axes=AXES, digits=1)
    for node in NODES:
        number = node in FILLED
        yield plane.frame(node, fill=theme.paper, digits=2, **({} if number else {"edge": theme.muted}))
        if number:
            role, name = BOXES[node][3], BOXES[node][2].replace("<br>", " ").lower()
            look = {"color": theme.color(role), "width": 0}
            path = filled(result.treated, node, day, theme)
            yield drawn(f"How much: {name}", path, look, fill=theme.color(role), axes=AXES, opacity=0.6)
    (left, low), _, (right, high), _ = plane.corners(result.state.curve)
    thick = {"color": theme.ink, "width": theme.line * 1.5}
    yield drawn("The box looked at", _outline(left, right, low, high), thick, axes=AXES)
    edges = [_outline(*gauge(node, theme)) for node in FILLED]
    yield drawn("Strips", "".join(edges), {"color": theme.muted, "width": theme.line * 0.4}, axes=AXES)
    green = theme.color("treatment")
    look = {"color": green, "width": 0}
    yield drawn("Spared", spared(result, day, theme), look, fill=green, axes=AXES, opacity=0.75)
    chips = [_outline(*chip(number, theme)) for number, _ in enumerate(alike(result))]
    edge = {"color": green, "width": theme.line * 0.6}
    yield drawn("Chips", "".join(chips), edge, fill=theme.fill("treatment"), axes=AXES)
    _, now = in_hand(result.state)
    chosen = [path for path, name in zip(chips, alike(result), strict=True) if name == now]
    yield drawn("The chosen chip", "".join(chosen), edge, fill=green, axes=AXES)
    stroke = {"color": theme.ink, "width": theme.line * 0.7}
    yield drawn("How much untreated", untreated_levels(result.untreated, day, theme), stroke, axes=AXES)


def traces(result, theme):
    """Yield heads and signs of the arrows, names of the boxes, and the places to touch."""
    plane, rows = board(theme), data.table("cycle_links")
    small = theme.size * 0.6
    on = {"xaxis": AXES[0], "yaxis": AXES[1], "cliponaxis": False}
    heads = plane.heads(rows, [0] * len(rows))
    heads["marker"]["size"] = [0, small] * len(rows)
    yield heads | on
    yield plane.signs(rows, 1.05) | on
    yield words("Names of boxes", [_name(node, theme) for node in NODES], AXES)
    x, y, size = flowing(result, result.day, theme)
    look = {"symbol": "circle", "size": size, "color": theme.color("reinforcing"), "opacity": 1}
    yield mark("What flows", x, y, look) | on
    yield _free(result, theme) | on
    yield _numbers(result, theme) | on
    yield _boxes(theme) | on
    yield from _strip(result, theme)


def _boxes(theme):
    """What a touch anywhere in a box hits: its course is drawn below."""
    plane, spots, chosen = board(theme), [], []
    for node in FILLED:
        (left, low), (right, high) = plane.corners(node)[0], plane.corners(node)[2]
        spots += [(left + (right - left) * share, (low + high) / 2) for share in (0.15, 0.38, 0.62, 0.85)]
        chosen += [f"curve:{node}"] * 4
    look = {"size": theme.size * 1.6, "color": theme.paper, "opacity": 0}
    return mark("Boxes: touch one", *across_and_up(spots), look, customdata=chosen)


def _strip(result, theme):
    """The lines at the cycle: what a hand can do, the treatments that act where this one does, and the day."""
    on = {"xaxis": AXES[0], "yaxis": AXES[1], "cliponaxis": False}
    grey = {**theme.text(size=0.86), "color": theme.muted}
    # In a hall the arrow round inflammation comes up beside it.
    key = "Press a box or ○. Green: spared"
    left, told = (22, "Green: spared") if theme.large else (ACROSS[0], key)
    yield label("Key of the cycle", [left], [UP[1]], [told], grey, "bottom right", **on)
    names, middles = alike(result), [chip(number, theme) for number in range(_ROOM)]
    spots = [((left + right) / 2, (low + high) / 2) for left, right, low, high in middles]
    texts = [CHIPS[name] for name in names] + [""] * (_ROOM - len(names))
    _, now = in_hand(result.state)
    bright = [theme.paper if name == now else theme.ink for name in names]
    fonts = [{**theme.text(size=0.93), "color": one} for one in bright + [theme.ink] * (_ROOM - len(names))]
    rows = [(x, y, text, "middle center", font) for (x, y), text, font in zip(spots, texts, fonts, strict=True)]
    yield words("Names of the chips", rows, AXES)
    caught = [_press(result, name) for name in names] + [""] * (_ROOM - len(names))
    look = {"size": theme.size * 2, "color": theme.paper, "opacity": 0}
    yield mark("Chips: touch one", *across_and_up(spots), look, customdata=caught, hoverinfo="none") | on
    low = middles[0][2] - 0.3 * theme.size / per_unit(theme)
    day = [said_on(result, result.day)]
    yield label("What the day shows", [ACROSS[0]], [low], day, theme.text(size=0.93), "bottom right", **on)


def said_on(result, day):
    """Return pain on a day with and without the treatments, as a line under the cycle has it."""
    pain = f"<b>Day {day}:</b> pain {result.treated.rating[day]:.1f} of 10"
    if not result.state.plan:
        return pain
    return f"{pain}, untreated {result.untreated.rating[day]:.1f}: <b>{less(result.difference(day))}</b>"


def _name(node, theme):
    """The name of a box, in the middle of the room beside its strip."""
    x, y, text, _ = BOXES[node]
    if node in FILLED:
        return x - GAUGE / 2, y, text, "middle center", theme.text(size=0.93)
    return x, y, text, "middle center", {**theme.text(size=0.93), "color": theme.muted}


def _free(result, theme):
    """Dots where a treatment can act: a press takes the next one that does."""
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
    chosen = [_press(result, name) for name in free.values()]
    return mark("Treatments act here: press", *across_and_up(spots), look, customdata=chosen)


def _numbers(result, theme):
    """The number of each treatment at what it acts on; a press takes the next one that acts there."""
    after, spots, texts, chosen, colors = choices(result), [], [], [], []
    for number, (treatment, *_) in enumerate(result.state.plan, 1):
        for where in places(treatment):
            adds = where == ADDED
            spots.append(spot(where, theme, number))
            texts.append(f"<b>{number}{'+' if adds else ''}</b>")
            colors.append(theme.color("pain" if adds else "treatment"))
            chosen.append(_press(result, after[where]) if where in after else "")
    look = {
        "symbol": "circle",
        "size": theme.size * 1.35,
        "color": colors,
        "opacity": 1,
        "line": {"width": theme.line * 0.5, "color": theme.paper},
    }
    font = theme.text(size=0.86) | {"color": theme.paper}
    return mark("Number of the treatment", *across_and_up(spots), look, text=texts, textfont=font, customdata=chosen)
