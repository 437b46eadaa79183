"""The loop over the course of the whole model: its boxes as full, its arrows as strong as they are on one day.

A box is pressed to draw its line below, the sign of an arrow to cut the arrow. Two things are taken hold of: how far
pain tightens the muscle, on the arrow between them, and the daily load, under the disc pressure.
"""

from spine_edu import data
from spine_edu.cycle.curves import LINES
from spine_edu.cycle.diagram import BOXES, Board, across_and_up, beads
from spine_edu.drawing.marks import mark
from spine_edu.drawing.marks import words as written
from spine_edu.drawing.outlines import drawn, line, shape

#: The axes of the ring's own plane, and how far it reaches up and down.
AXES, LOWEST, HIGHEST = ("x3", "y4"), -30, 100
#: The boxes of the ring: the article's round.
NODES = ("herniation", "inflammation", "pain", "guarding", "pressure")
#: Arrow -> the choice of "Cut a link" that takes it out, where there is one.
CUTS = {
    "herniation_inflammation": "chemistry",
    "pain_guarding": "guarding",
    "guarding_pain": "spasm_pain",
    "guarding_pressure": "pressure",
    "herniation_pain": "contact",
}
#: Switches that are no box of the ring -> words, and role.
CHIPS = {"annulus": ("Weak annulus", "damage"), "sensitisation": ("Sensitisation", "sensitisation")} | {
    "gain": ("Loop gain", "reinforcing")
}
#: A disc pressure that fills its box, MPa; and days that a bead needs for its arrow.
FULL, _WAY = 1.7, 28
#: Most beads on an arrow; the way of the load under the box of disc pressure, and where its words end.
_BEADS, _LANE, _LOW = 3, (35, 61), -6
#: Upper and lower edge of the chips, and how far from the left they begin: before them stands what they do.
_CHIP, _BEFORE = (-15.5, -29.5), 17
#: Between which points of its arrow the reactivity is dragged, and at which one the arrow has its sign.
_FIRST, _LAST, _SIGN = 3, 17, 21


def arrows():
    """Return the article's seven arrows: rows of cycle_links.csv."""
    return [row for row in data.table("cycle_links") if row.step]


def board(theme):
    """Return the plane of the ring, with boxes for the longest name and its number."""
    return Board(theme, 12.4, 12.0, aspect=2.6, axes=AXES)


def level(result, node, day):
    """Return how full a box is on a day, 0 to 1."""
    if node == "pressure":
        return min(result.pressure[day] / FULL, 1.0)
    return min(result.levels(node)[day] / 10, 1.0)


def reactivity(value, declared):
    """Return where on the arrow from pain to guarding a reactivity is taken hold of."""
    path = board(_Plain).way(next(row for row in arrows() if row.arrow == "pain_guarding"))
    place = _FIRST + (_LAST - _FIRST) * (value - declared.low) / (declared.high - declared.low)
    index = min(int(place), _LAST - 1)
    (x, y), (right, top) = path[index : index + 2]
    return x + (right - x) * (place - index), y + (top - y) * (place - index)


class _Plain:
    """A plane without a look: where things lie does not depend on it."""


def load(value, declared):
    """Return where a daily load is taken hold of under the box of disc pressure."""
    return _LANE[0] + (_LANE[1] - _LANE[0]) * (value - declared.low) / (declared.high - declared.low), _LOW


def shapes(result, theme):
    """Yield arrows, boxes with their levels, the lane of the load and the chips."""
    plane, day = board(theme), result.look
    for row in arrows():
        path, cut = plane.way(row), is_cut(row, result.state)
        # The arrow on which the reactivity is taken hold of is the wider, the larger it is.
        wide = 0.6 + 0.6 * result.state.guarding_reactivity if row.arrow == "pain_guarding" else 1.3
        look = {"color": theme.color("reinforcing"), "width": theme.line * (0.7 if cut else wide)}
        look["dash"] = "dot" if cut else "solid"
        name, dim = name_of(row), _dim(result, row, day)
        yield line(name, [path[:-1]], look, axes=AXES, digits=1, opacity=dim)
    for node in NODES:
        role = BOXES[node][3] if node != "pressure" else "pressure"
        on = node == "pain" or node in result.state.shown
        edge = theme.ink if on else theme.color(role)
        look = {"fill": theme.paper, "edge": edge, "width": theme.line * (1.1 if on else 0.5)}
        yield plane.frame(node, **look) | {"name": f"Box of {node}"}
        color, filled = theme.color(role), _filled(plane, node, level(result, node, day))
        look = {"color": color, "width": 0}
        yield drawn(f"Level of {node}", filled, look, fill=color, axes=AXES, opacity=0.3)
    yield from _lane(result.state, theme)
    off = {"fill": theme.panel, "digits": 2, "axes": AXES}
    on = result.state.shown
    yield shape("Switches", [chip(name) for name in CHIPS if name not in on], edge=theme.muted, width=1, **off)
    yield shape("Switches that are on", [chip(name) for name in CHIPS if name in on], edge=theme.ink, width=2, **off)


def _lane(state, theme):
    """The way of the load under the disc pressure, and how far it is pushed."""
    (left, right), at = _LANE, load(state.load, state.declarations()["load"])
    yield line("Lane of the load", [[(left, _LOW), (right, _LOW)]], {"color": theme.grid, "width": 5}, axes=AXES)
    pushed = [[(left, _LOW), at], [(48, _LOW), (48, 1.5)], [(46.6, -1.6), (48, 1.8), (49.4, -1.6)]]
    yield line("Daily load", pushed, theme.stroke("load", 1.2), axes=AXES)


def _filled(plane, node, share):
    """Return what stands in a box that is so full."""
    (left, low), (right, _), (_, high), _ = plane.corners(node)
    return f"M{left:.1f},{low:.1f}H{right:.1f}V{low + (high - low) * share:.2f}H{left:.1f}Z"


def name_of(row):
    """Return what an arrow of the ring is called in the figure."""
    return f"Arrow from {row.start} to {row.end}"


def is_cut(row, state):
    """Return whether an arrow is taken out."""
    return CUTS.get(row.arrow) == state.cut_link


def _dim(result, row, day):
    """How strongly an arrow is drawn: by what its start holds on a day."""
    return 0.35 if is_cut(row, result.state) else round(0.3 + 0.7 * level(result, row.carried_by, day), 2)


def traces(result, theme):
    """Yield what the ring shows beside its shapes: heads, beads, signs to press, words, and places to press."""
    plane, rows = board(theme), arrows()
    on_axes = {"xaxis": AXES[0], "yaxis": AXES[1], "cliponaxis": False}
    yield plane.heads(rows, [theme.line] * len(rows)) | on_axes
    look = {"color": theme.color("reinforcing"), "opacity": 1}
    x, y, look["size"] = _beads(result, plane, result.look, theme)
    yield mark("What flows round", x, y, look | {"line": {"color": theme.paper, "width": 1}}, **on_axes)
    yield _signs(result, plane, theme) | on_axes
    rows = list(_words_of_boxes(result, result.look, theme.large))
    yield written("Words of the boxes", [(*row, "middle center", theme.text(size=0.93)) for row in rows], AXES)
    yield written("Words of the ring", list(_words(result, theme, result.look)), AXES)
    places = [*_places(plane)]
    look = {"size": theme.size * 2, "opacity": 0}
    choices = [f"show_{name}:{'no' if name in result.state.shown else 'yes'}" for *_, name in places]
    x, y = across_and_up([place[:2] for place in places])
    yield mark("Switches: press one", x, y, look, customdata=choices, **on_axes)


def _signs(result, plane, theme):
    """A plus on each arrow; where it can be cut, a press cuts it, or mends it again."""
    rows = arrows()
    signs = plane.signs(rows, 1.2)
    cut = [is_cut(row, result.state) for row in rows]
    text = ["✂" if gone else "<b>+</b>" for gone in cut]
    choices = [
        f"cut_link:{'none' if gone else CUTS[row.arrow]}" if row.arrow in CUTS else ""
        for row, gone in zip(rows, cut, strict=True)
    ]
    # The one on the arrow of the reactivity keeps clear of its knob.
    number = [row.arrow for row in rows].index("pain_guarding")
    signs["x"][number], signs["y"][number] = plane.way(rows[number])[_SIGN]
    return signs | {"name": "Signs of the ring", "text": text, "customdata": choices}


def _beads(result, plane, day, theme):
    """Beads on each arrow, across, up and in size: more of them where more flows, and farther along with each day."""
    found = []
    for row in arrows():
        strength = 0 if is_cut(row, result.state) else level(result, row.carried_by, day)
        found += beads(plane.way(row), strength, day / _WAY, _BEADS, 1 / _WAY)
    return [x for x, *_ in found], [y for _, y, _ in found], [theme.size * 0.62 * seen for *_, seen in found]


def names(state, theme):
    """Yield the heads of the arrows and the names in the boxes: what is known before any run."""
    on_axes = {"xaxis": AXES[0], "yaxis": AXES[1], "cliponaxis": False}
    yield board(theme).heads(arrows(), [theme.line] * 7) | on_axes
    rows = [(*BOXES[node][:2], BOXES[node][2], "middle center", theme.text(size=0.93)) for node in NODES]
    yield written("Names of the boxes", [*rows, *_words_of_hands(state, theme)], AXES)


def empty(state, theme):
    """Yield arrows and boxes in which nothing stands, and the lane of the load."""
    yield from _lane(state, theme)
    plane, look = board(theme), {"color": theme.color("reinforcing"), "width": theme.line * 0.8}
    yield line("The arrows", [plane.way(row)[:-1] for row in arrows()], look, axes=AXES, digits=1, opacity=0.5)
    yield from (plane.frame(node, fill=theme.paper) for node in NODES)


def _words_of_boxes(result, day, large=False):
    """Yield place and words of each box: its name, and how much of it there is on a day."""
    shown, off = result.state.shown, "" if large else "+ "
    for node in NODES:
        x, y, *_ = BOXES[node]
        name = "Disc pressure" if node == "pressure" else LINES[node][1]
        sign = "" if node == "pain" else "✓ " if node in shown else off
        value = f"{result.pressure[day]:.2f} MPa" if node == "pressure" else f"{result.levels(node)[day]:.1f}"
        yield x, y, f"{sign}{name}<br><b>{value}</b>"


def _words(result, theme, day):
    state = result.state
    yield 57, 38, f"<b>day {day}</b>", "middle center", theme.text(size=1.1)
    yield from _words_of_hands(state, theme)
    # Like each + in a box.
    yield 1, sum(_CHIP) / 2, "also draw:", "middle right", {**theme.text(size=0.93), "color": theme.muted}
    for name, (words, role) in CHIPS.items():
        (left, *_), (right, *_), *_ = chip(name)
        on = name in state.shown
        font = theme.text(role if on else None, 0.93)
        yield (left + right) / 2, sum(_CHIP) / 2, f"{'✓' if on else '+'} {words}", "middle center", font


def _words_of_hands(state, theme):
    """What is taken hold of, and how far it is."""
    small = theme.text(size=0.93)
    yield 99.5, 92, f"guarding reactivity {state.guarding_reactivity:.2f}", "middle left", small
    yield _LANE[0] - 2, _LOW, f"daily load {state.load:.2f}", "middle left", small


def chip(name):
    """Return the corners of a switch under the ring, from the lower left one."""
    wide = (100 - _BEFORE) / len(CHIPS)
    left = _BEFORE + list(CHIPS).index(name) * wide
    high, low = _CHIP
    return [(left + 1, low), (left + wide - 1, low), (left + wide - 1, high), (left + 1, high)]


def _places(plane):
    """Yield places to press in each box that is a switch, and in each chip."""
    for node in NODES:
        if node != "pain":
            x, y, *_ = BOXES[node]
            yield from ((x + plane.wide * side, y, node) for side in _SIDES)
    for name in CHIPS:
        (left, low), (right, _), (_, high), _ = chip(name)
        yield from (((left + right) / 2 + (right - left) / 2 * side, (low + high) / 2, name) for side in _SIDES)


_SIDES = (-0.72, -0.24, 0.24, 0.72)


def daily(result, theme):
    """Return what changes in the ring from day to day, as columns by name with one entry a day."""
    plane = board(theme)
    x, y, size = zip(*(_beads(result, plane, day, theme) for day in result.days), strict=True)
    found = {"What flows round": {"x": list(x), "y": list(y), "marker.size": list(size)}}
    for node in NODES:
        found[f"Level of {node}"] = {"path": [_filled(plane, node, level(result, node, day)) for day in result.days]}
    for row in arrows():
        found[name_of(row)] = {"opacity": [_dim(result, row, day) for day in result.days]}
    said = [[text for *_, text in _words_of_boxes(result, day, theme.large)] for day in result.days]
    found["Words of the boxes"] = {"text": said}
    found["Words of the ring"] = {"text": [_texts(result, theme, day) for day in result.days]}
    return found


def _texts(result, theme, day):
    return [text for _, _, text, *_ in _words(result, theme, day)]
