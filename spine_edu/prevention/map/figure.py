"""Four pictures, each in the middle of the next: the cycle, Noor with twenty things, one map, and 29 maps together."""

from math import hypot

from spine_edu.drawing.grips import grip_of_choices
from spine_edu.drawing.marks import held_run, words
from spine_edu.drawing.outlines import EMPTY, circle, drawn, line, shape
from spine_edu.prevention.map import asked, icons, places
from spine_edu.prevention.map.model import LEVELS, MOST, arrows, count, groups, things
from spine_edu.prevention.map.places import BOXES, EDGES, HALF, MIDDLE, ROW, at, number
from spine_edu.prevention.map.words import heaviest, lower, title
from spine_edu.prevention.plane import WIDE, box, layout
from spine_edu.theme import LIGHT

veiled = asked.veiled
#: The plane's height, and how long it takes to zoom, in ms.
HIGH, _WALK = 35.2, 1400
#: The frame of Noor's back seen from near by: left, right, low and high edge.
_NEAR = (0.6, 33.4, 4.1, 33.4)
#: How far the parts of all maps lie out of sight, as a multiple of their places, where one map is seen.
_OUT = 7.2
#: Where the title and the legend stand, the stops of the zoom, and the names under them.
_TITLE, _LEGEND, _STOPS, _NAMED = 34.4, (4.35, 3.15), ((4.2, 1.95), (12.7, 1.95), (21.3, 1.95), (29.8, 1.95)), 0.6
#: Names of the stops, in few letters.
_SHORT = ("five boxes", "Noor", "one map", "29 maps")
#: The tabs of whose map it is: left, right, low and high edge.
TABS = {"patient": (2.0, 16.7, 31.9, 33.5), "expert": (17.3, 32.0, 31.9, 33.5)}
_TABBED = {"patient": "with back pain", "expert": "an expert"}
_MAPS = {"patient": "patients", "expert": "experts"}
_COLOURS = {"patient": "load", "expert": "pressure"}
#: Radii of a part of one map and of all maps, and of what is cleared in the middle of them.
_PART, _DOT, _LIT, _CLEAR = 0.42, 0.25, 0.42, {"one": 5.0, "all": 3.6}
#: Half the size of a sign, and how far from the edge of its row it and its name stand.
_SIGN, _SIGN_IN, _NAME_IN = 0.82, 1.2, 2.4
#: The roles of the boxes' colours.
_ROLES = {
    "herniation": "herniation",
    "inflammation": "inflammation",
    "pain": "pain",
    "guarding": "guarding",
    "pressure": "load",
}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the picture of a level, in the middle of which lie those before it.

    Parameters
    ----------
    result, held : MapResult
        What is kept in run A has a mark in Noor's picture.
    theme : Theme
    prediction : str, optional
        The name of the group on which, says the reader, the experts put most weight.
    """
    shapes = [
        *_all_maps(result, theme),
        *_one_map(result, theme),
        *_noor(result, theme),
        *_things(result, theme),
        *_frame(result, theme),
        *_cycle(result, theme),
        _guess(prediction, result, theme),
        *_controls(result, theme),
    ]
    data = [
        words("Words", list(_words(result, theme))),
        held_run(
            "Kept in A", held, lambda run: _held(run, result), theme, mode="markers", marker=theme.marker("held", 1.4)
        ),
    ]
    return {"data": data, "layout": layout(shapes, theme, HIGH, _WALK)}


# The layers ----------------------------------------------------------------------------------------------------------


def _cycle(result, theme):
    """Five boxes and their arrows, which stay as a small thing in Noor's back."""
    level = number(result.state.level)
    scale = 1 if level == 0 else places.TIMES ** (1 - level) / places.IN_NOOR
    half = [scale * part for part in HALF]
    ways = [_arrow(*pair) for pair in arrows()]
    thick = theme.line * (1.0 if level == 0 else 0.5)
    strokes = [[at(level, 0, place) for place in way] for way in ways]
    yield line("Arrows of the cycle", strokes, {"color": theme.ink, "width": thick}, layer="between")
    for name, place in BOXES.items():
        x, y = at(level, 0, place_of(place))
        look = {"color": theme.color(_ROLES[name]), "width": theme.line * (0.8 if level == 0 else 0.4)}
        fill = theme.fill(_ROLES[name]) if level == 0 else theme.color(_ROLES[name])
        yield drawn(f"Box: {name}", box(x - half[0], x + half[0], y - half[1], y + half[1]), look, fill=fill)


def place_of(offset):
    """Return the place of a box in its own picture."""
    return MIDDLE[0] + offset[0], MIDDLE[1] + offset[1]


def _arrow(start, end):
    """The way of an arrow from the edge of one box to that of another, with its head, in the cycle's own picture."""
    (x, y), (a, b) = (place_of(BOXES[name]) for name in (start, end))
    long = hypot(a - x, b - y)
    across, up = (a - x) / long, (b - y) / long
    # Two arrows between the same boxes lie beside each other.
    aside = 0.7 if (end, start) in arrows() else 0.0
    shift = -aside * up, aside * across
    out, into = _to_edge(shift, (across, up)), _to_edge(shift, (-across, -up))
    x, y = x + shift[0] + out * across, y + shift[1] + out * up
    a, b = a + shift[0] - into * across, b + shift[1] - into * up
    wings = [(a - 1.0 * across + side * 0.5 * up, b - 1.0 * up - side * 0.5 * across) for side in (1, -1)]
    return [(x, y), (a, b), wings[0], (a, b), wings[1]]


def _to_edge(start, way):
    """How far it is from a place in a box, seen from its middle, to a little outside its edge."""
    walls = (
        (half * (1 if part > 0 else -1) - at) / part for half, at, part in zip(HALF, start, way, strict=True) if part
    )
    return min(walls) + 0.4


def _frame(result, theme):
    """What cuts Noor's back off where it is seen from near by, so that words stand beside it."""
    near = result.state.level == "cycle"
    left, right, low, high = _NEAR
    ends = box(0, WIDE, high, HIGH) + box(0, WIDE, 0, low) + box(0, left, low, high) + box(right, WIDE, low, high)
    yield drawn("Beside Noor's back", ends if near else EMPTY, {"width": 0, "color": theme.paper}, fill=theme.paper)
    look = {"color": theme.muted, "width": theme.line * 0.6}
    yield drawn("Noor's back, seen from near by", box(*_NEAR) if near else EMPTY, look)


def _noor(result, theme):
    level = number(result.state.level)
    thick = theme.line * (1.2 if level < 2 else 0.5)
    for name, lines in zip(("Noor", "Noor, arm"), places.noor(), strict=True):
        put = [[at(level, 1, place) for place in some] for some in lines]
        look = {"fillrule": "nonzero", "digits": 2}
        yield shape(f"{name}, edge", put, fill=None, edge=theme.ink, width=2 * thick, **look)
        yield shape(name, put, fill=theme.solids["skin"], edge=theme.ink, width=0, **look)


def _things(result, theme):
    """The twenty things beside Noor; what is kept has a ground, a coloured sign and a line to her."""
    level = number(result.state.level)
    kept, grounds, others, signs, plain = [], [], [], [], []
    for thing, (left, right, y) in places.rows().items():
        inner = right if left == EDGES["left"][0] else left
        there = thing in result.kept
        if level:
            corners = [(left, y - 0.96), (right, y - 0.96), (right, y + 0.96), (left, y + 0.96)]
            (grounds if there else others).append([at(level, 1, corner) for corner in corners])
            start = at(level, 1, (inner, y))
            end = at(level, 1, (MIDDLE[0] + places.BACK[0], MIDDLE[1] + places.BACK[1])) if there else start
            kept.append([start, end])
        if level == 1:
            (signs if there else plain).append(icons.path(thing, left + _SIGN_IN, y, _SIGN))
    fill = theme.fill("treatment")
    yield line(
        "Lines to Noor", kept, {"color": theme.color("treatment"), "width": theme.line * (0.7 if level == 1 else 0.3)}
    )
    yield shape("Kept", grounds, fill=fill, edge=theme.color("treatment"), width=theme.line * 0.6, digits=2)
    yield shape("Not kept", others, fill=theme.paper, edge=theme.grid, width=theme.line * 0.5, digits=2)
    yield drawn("Signs of what is kept", "".join(signs), {"color": theme.color("treatment"), "width": theme.line * 0.8})
    yield drawn("Signs of the others", "".join(plain), {"color": theme.muted, "width": theme.line * 0.6})


def _one_map(result, theme):
    """The average map of somebody: so many parts, so many lines; those that it lacks lie in the middle."""
    level = number(result.state.level)
    whose = "patient" if result.state.whose == "patient" else "expert"
    parts, most = count(f"{whose}_parts"), count("expert_lines")
    where = [place if index < parts else MIDDLE for index, place in enumerate(places.map_parts())]
    pairs = places.pairs(parts, count(f"{whose}_lines"))
    strokes = [[where[one], where[other]] for one, other in pairs] + [[MIDDLE, MIDDLE]] * (most - len(pairs))
    there = level >= 2
    role = _COLOURS[whose] if there else "neutral"
    put = [[at(level, 2, place) for place in stroke] for stroke in strokes] if there else []
    clear = _CLEAR["one"] * places.TIMES ** (2 - level)
    thin = {"color": theme.color(role), "width": theme.line * (0.35 if level == 2 else 0.15)}
    yield line("Lines of one map", put, thin, digits=2)
    yield drawn(
        "Room for Noor",
        circle(*MIDDLE, clear) if there else EMPTY,
        {"width": 0, "color": theme.paper},
        fill=theme.paper,
    )
    radius = _PART * (1 if level == 2 else 0.3)
    dots = "".join(circle(*at(level, 2, place), radius) for place in where) if there else EMPTY
    yield drawn("Parts of one map", dots, {"color": theme.paper, "width": 0.5}, fill=theme.color(role))


def _all_maps(result, theme):
    """All maps together: each part a dot, each connection a line; as many dots are lit as the reader keeps things."""
    level, there = number(result.state.level), number(result.state.level) >= 2
    where = [_far(level, place) for place in places.all_parts()] if there else []
    pairs = places.pairs(count("all_parts"), count("all_lines")) if level == 3 else ()
    strokes = [[where[one], where[other]] for one, other in pairs]
    yield line("Lines of all maps", strokes, {"color": theme.muted, "width": theme.line * 0.1}, digits=1)
    clear = circle(*MIDDLE, _CLEAR["all"]) if level == 3 else EMPTY
    yield drawn("Room for one map", clear, {"width": 0, "color": theme.paper}, fill=theme.paper)
    lit = _lit(len(result.kept))
    dots = "".join(circle(*place, _DOT) for index, place in enumerate(where) if index not in lit)
    yield drawn("Parts of all maps", dots or EMPTY, {"width": 0, "color": theme.muted}, fill=theme.muted)
    dots = "".join(circle(*where[index], _LIT) for index in lit if there)
    yield drawn("As many as you keep", dots or EMPTY, {"width": 1, "color": theme.paper}, fill=theme.color("treatment"))


def _far(level, place):
    """Where a part of all maps lies: out of sight as long as one map is seen."""
    (x, y), far = MIDDLE, 1 if level == 3 else _OUT
    return x + far * (place[0] - x), y + far * (place[1] - y)


def _lit(kept):
    """Which dots are lit: spread over all of them."""
    step = count("all_parts") // MOST
    return {place * step + 5 for place in range(kept)}


# Words and hands -----------------------------------------------------------------------------------------------------


def _words(result, theme):
    level, muted = result.state.level, {**theme.text(), "color": theme.muted}
    yield MIDDLE[0], _TITLE, f"<b>{title(result)}</b>", "middle center", theme.text(size=1.2)
    for name, (x, _), key in zip(_SHORT, _STOPS, LEVELS, strict=True):
        yield x, _NAMED, f"<b>{name}</b>" if key == level else name, "middle center", theme.text(size=1.05)
    if level == "cycle":
        for name, place in BOXES.items():
            x, y = at(0, 0, place_of(place))
            yield x, y, f"<b>{things()[name].name}</b>", "middle center", theme.text(size=1.1)
    if level == "noor":
        yield from _names(result, theme)
    if level == "one":
        for whose, (left, right, low, high) in TABS.items():
            text = f"<b>{_TABBED[whose]}</b>" if whose == result.state.whose else _TABBED[whose]
            yield (left + right) / 2, (low + high) / 2, text, "middle center", theme.text()
    for y, text in zip(_LEGEND, _legend(result), strict=True):
        yield MIDDLE[0], y, text, "middle center", muted


def _legend(result):
    """Return two lines on the picture of a level."""
    ours = "Counts are published; places and lines are ours."
    return {
        "cycle": ("", "Drawn on Noor's back, seen from near by"),
        "noor": ("★★ most weight for experts · ★ central, too", "● most weight for people with back pain"),
        "one": (f"<b>Most weight: {lower(heaviest(_MAPS[result.state.whose]))}</b>", ours),
        "all": (f"<b>{len(result.kept)} lit: as many as you keep</b>", ours),
    }[result.state.level]


def _names(result, theme):
    for group, y in places.heads().items():
        row = groups()[group]
        stars = "★" * ((row.central == "yes") + (row.most == "experts")) + "●" * (row.most == "patients")
        yield EDGES[row.side][0], y, f"<b>{row.name} {stars}</b>", "middle right", theme.text()
    for thing, (left, _, y) in places.rows().items():
        there = thing in result.kept
        text = f"<b>{things()[thing].name}</b>" if there else things()[thing].name
        yield left + _NAME_IN, y, text, "middle right", theme.text("treatment" if there else None, 1.1)


def _held(run, result):
    there = run.kept if result.state.level == "noor" else ()
    rows = [places.rows()[thing] for thing in there]
    return [right - 0.7 for _, right, _ in rows], [y for *_, y in rows]


def _guess(prediction, result, theme):
    """A frame round the head of the group that the reader named."""
    group = next((key for key, row in groups().items() if row.name == prediction), None)
    there = group if result.state.level == "noor" else None
    path = EMPTY
    if there:
        left, right = EDGES[groups()[there].side]
        y = places.heads()[there]
        path = box(left - 0.2, right, y - 0.62, y + 0.66)
    return drawn("Your prediction", path, theme.stroke("prediction", 1.1))


def _controls(result, theme):
    """The way of the zoom with its stops, and the tabs of whose map it is."""
    stroke = {"color": theme.muted, "width": theme.line * 0.8}
    yield line("Way of the zoom", [_STOPS], stroke)
    yield drawn(
        "Stops", "".join(circle(*stop, 0.3) for stop in _STOPS), {"width": 0, "color": theme.muted}, fill=theme.muted
    )
    for whose, edges in TABS.items():
        chosen = whose == result.state.whose and result.state.level == "one"
        look = {"color": theme.ink, "width": theme.line * (0.9 if chosen else 0.4)}
        path = box(*edges) if result.state.level == "one" else EMPTY
        yield drawn(f"Tab: {whose}", path, look, fill=theme.panel if chosen else theme.paper)


def grips(result):
    """Return the handle of the zoom."""
    return [grip_of_choices("level", [f"level:{level}" for level in LEVELS], _STOPS, number(result.state.level))]


def touches(result):
    """Return what is pressed: the things beside Noor, the tabs, the names of the stops, and Noor's back."""
    level, found = result.state.level, {}
    if level == "noor":
        for thing, (left, right, y) in places.rows().items():
            other = "no" if thing in result.kept else "yes"
            found[f"{thing}:{other}"] = box(left, right, y - ROW / 2, y + ROW / 2)
    if level == "one":
        found |= {f"whose:{whose}": box(*edges) for whose, edges in TABS.items()}
    for key, (x, y) in zip(LEVELS, _STOPS, strict=True):
        if key != level:
            found[f"level:{key}"] = box(x - 3.6, x + 3.6, 0.0, y - 0.5)
    if level == "cycle":
        found["level:noor"] += box(*_NEAR)
    return {"axes": ["xaxis", "yaxis"], "things": found}
