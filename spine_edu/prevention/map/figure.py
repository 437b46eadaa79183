"""Four pictures, each small in the next: the cycle, Noor with twenty things, one map, and the nets of all maps."""

from math import hypot

from spine_edu.drawing.grips import grip_of_choices
from spine_edu.drawing.marks import held_run, words
from spine_edu.drawing.outlines import EMPTY, circle, drawn, line, shape
from spine_edu.letters import capital
from spine_edu.prevention.map import asked, beside, counter, hands, oval, places, round_trip, wheel
from spine_edu.prevention.map.model import LEVELS, ring, things
from spine_edu.prevention.map.places import BOXES, HALF, MIDDLE, NEAR, STOPS, TABS, at, number
from spine_edu.prevention.map.weights import weight
from spine_edu.prevention.map.words import kept_of, looped, meaning, replied, title, unlike
from spine_edu.prevention.plane import WIDE, box, headed, layout
from spine_edu.theme import LIGHT

#: The plane's lower edge and height, and how long it takes to zoom and to put a card into a tray, in ms. What zooms
#: stands at the top: in a hall, or on a phone, the lower end is out of sight.
LOW, HIGH, _WALK, _CARD = 6.5, 31.7, 1400, 350
_TOP = LOW + HIGH + 1
#: Under and over a wheel with its rims and the reader's answer on them: there, nothing that moves is seen.
_UNDER_WHEEL, _OVER_WHEEL = 12.95, 32.7
#: Where the title and the legend stand, and the names under the stops.
_TITLE, _HINT, _LEGEND, _NAMED = 34.8, 9.2, (8.15, 7.1), 36.2
#: Names of the stops, in few letters.
_SHORT = ("five boxes", "Noor", "one map", "29 maps")
#: What a map is, for who never saw one; and what a press does, under the meaning of a thing.
_WHAT_A_MAP_IS = (
    "A map: what back pain depends on, written down as parts,",
    "with an arrow wherever one part leads to another.",
)
_TABBED = {"patient": "weight: people in pain", "expert": "weight: experts"}
#: The roles of the boxes' colours.
_ROLES = {
    "herniation": "herniation",
    "inflammation": "inflammation",
    "pain": "pain",
    "guarding": "guarding",
    "pressure": "load",
}
touches, pulled = hands.touches, hands.pulled
can_play, frames = round_trip.can_play, round_trip.frames


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
    return _picture(result, theme, held, prediction, told=True)


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the wheel of the question: where people with back pain put most weight, and nothing of the experts."""
    return _picture(result, theme, None, prediction, told=False)


def _picture(result, theme, held, prediction, *, told):
    shapes = [
        *wheel.wedges(result, theme, told),
        wheel.central(result, theme, told),
        wheel.hole(result, theme),
        *counter.every(result, theme),
        *_noor(result, theme),
        *_cycle(result, theme),
        *beside.shapes(result, theme, told),
        *oval.shapes(result, theme, told and beside.joining(result)),
        wheel.pin(prediction, result, theme),
        _clip(result, theme),
        *counter.shapes(result, theme, told),
        *round_trip.shapes(result, theme, told),
        *_controls(result, theme, told, told or prediction),
    ]
    rows = _words(result, theme, prediction) if told else _asked(result, theme, prediction)
    data = [
        words("Words", list(rows)),
        words("On the way", [_hinted(result, theme, told)]),
        held_run(
            "Kept in A", held, lambda run: _held(run, result), theme, mode="markers", marker=theme.marker("held", 1.4)
        ),
    ]
    # A press in a picture leaves its words where they are; from one picture to another they wait for the end.
    scene = f"{result.state.level} {beside.aside(result)}".strip()
    walk = _CARD if beside.aside(result) else _WALK
    return {"data": data, "layout": layout(shapes, theme, HIGH, walk, low=LOW, scene=scene)}


def _clip(result, theme):
    """Return what keeps the places of title, tabs and legend clear of what moves, and those under a wheel."""
    low, high = (_UNDER_WHEEL, _OVER_WHEEL) if wheel.on_map(result) else (NEAR[2] - 0.2, NEAR[3] + 0.2)
    path = box(-1, WIDE + 1, -1, low) + box(-1, WIDE + 1, high, _TOP)
    return drawn("Beside what moves", path, {"width": 0, "color": theme.paper}, fill=theme.paper)


# The layers ----------------------------------------------------------------------------------------------------------


def _cycle(result, theme):
    """Five boxes and their arrows, which stay as a small thing in Noor's back."""
    level, aside = number(result.state.level), beside.aside(result)
    scale = places.scale(level, 1) / places.IN_NOOR * (places.ASIDES[aside][0] if aside else 1) if level else 1
    half = [scale * part for part in HALF]
    thick = theme.line * (1.0 if level == 0 else 0.5)
    strokes = [[at(level, 0, place, aside) for place in _arrow(*pair)] for pair in ring()]
    yield line("Arrows of the cycle", strokes, {"color": theme.ink, "width": thick}, layer="between")
    for name, place in BOXES.items():
        x, y = at(level, 0, place_of(place), aside)
        # Without names all five are the ring's, and painted as it is further out: no colour tells them apart.
        role = "pain" if level else _ROLES[name]
        look = {"color": theme.color(role), "width": theme.line * (0.4 if level else 0.8)}
        fill = theme.color(role) if level else theme.fill(role)
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
    aside = 0.7 if (end, start) in ring() else 0.0
    shift = -aside * up, aside * across
    out, into = _to_edge(shift, (across, up)), _to_edge(shift, (-across, -up))
    x, y = x + shift[0] + out * across, y + shift[1] + out * up
    a, b = a + shift[0] - into * across, b + shift[1] - into * up
    return headed([(x, y), (a, b)], (across, up), 1.0)


def _to_edge(start, way):
    """How far it is from a place in a box, seen from its middle, to a little outside its edge."""
    walls = (
        (half * (1 if part > 0 else -1) - at) / part for half, at, part in zip(HALF, start, way, strict=True) if part
    )
    return min(walls) + 0.4


def _frame(result, theme):
    """What cuts Noor's back off where it is seen from near by, so that words stand beside it."""
    near = result.state.level == "cycle"
    left, right, low, high = NEAR
    # A little over the edge of the plane: at the edge itself a hair of her would be seen.
    over = WIDE + 1
    ends = box(-1, over, high, _TOP) + box(-1, over, -1, low) + box(-1, left, low, high) + box(right, over, low, high)
    yield drawn("Beside Noor's back", ends if near else EMPTY, {"width": 0, "color": theme.paper}, fill=theme.paper)
    look = {"color": theme.muted, "width": theme.line * 0.6}
    yield drawn("Noor's back, seen from near by", box(*NEAR) if near else EMPTY, look)


def _noor(result, theme):
    level, aside = number(result.state.level), beside.aside(result)
    thick = theme.line * (1.2 if level < 2 and not aside else 0.5)
    for name, lines in zip(("Noor", "Noor, arm"), places.noor(), strict=True):
        put = [[at(level, 1, place, aside) for place in some] for some in lines]
        look = {"fillrule": "nonzero", "digits": 2}
        yield shape(f"{name}, edge", put, fill=None, edge=theme.ink, width=2 * thick, **look)
        yield shape(name, put, fill=theme.solids["skin"], edge=theme.ink, width=0, **look)
    yield from _frame(result, theme)


# Words ---------------------------------------------------------------------------------------------------------------


def _words(result, theme, prediction):
    level = result.state.level
    role = "reinforcing" if beside.swapping(result) else None
    yield MIDDLE[0], _TITLE, f"<b>{title(result)}</b>", "middle center", theme.text(role, 1.2)
    yield from _named_stops(level, theme)
    if level == "cycle":
        for name, place in BOXES.items():
            x, y = at(0, 0, place_of(place))
            yield x, y, f"<b>{things()[name].name}</b>", "middle center", theme.text(size=1.1)
    yield from beside.names(result, theme)
    yield from wheel.names(result, theme)
    yield from counter.names(result, theme)
    yield from _tabbed(result, theme, told=True)
    yield from _said_below(_legend(result, prediction), theme)


def _named_stops(level, theme):
    for name, (x, _), key in zip(_SHORT, STOPS, LEVELS, strict=True):
        yield x, _NAMED, f"<b>{name}</b>" if key == level else name, "middle center", theme.text(size=1.05)


def _tabbed(result, theme, told):
    if result.state.level == "one":
        for whose, (left, right, low, high) in TABS.items():
            text = f"<b>{_TABBED[whose]}</b>" if whose == wheel.painted(result, told) else _TABBED[whose]
            yield (left + right) / 2, (low + high) / 2, text, "middle center", theme.text()


def _said_below(lines, theme):
    muted = theme.text() | {"color": theme.muted}
    for y, text in zip(_LEGEND, lines, strict=True):
        yield MIDDLE[0], y, text or " ", "middle center", muted


def _asked(result, theme, prediction):
    """The words of the question's picture; until it is answered, the names of the groups lie there to be touched."""
    yield MIDDLE[0], _TITLE, "<b>Experts’ maps: where is most weight?</b>", "middle center", theme.text(size=1.2)
    yield from wheel.names(result, theme, told=False, tagged=asked.options() if prediction is None else ())
    yield from counter.names(result, theme, told=False)
    muted = theme.text() | {"color": theme.muted}
    if prediction is None:
        # Where the zoom comes to stand.
        for y, text in zip((_NAMED + 1.2, _NAMED), _WHAT_A_MAP_IS, strict=True):
            yield MIDDLE[0], y, text, "middle center", muted
    if prediction is not None:
        yield from _named_stops(result.state.level, theme)
        yield from _tabbed(result, theme, told=False)


def _legend(result, prediction):
    """Return two lines on the picture of a level."""
    state = result.state
    if state.level == "cycle":
        return "Drawn on Noor’s back, seen from near by.", "Where a box lies says nothing of a place in her body."
    if state.level == "one":
        return _on_map(result, prediction)
    if state.level == "all":
        return "One dot, one part. Theirs: counts real; places, joins invented.", unlike()
    if state.task == "sort":
        card = meaning(beside.in_hand(result) or "none")
        framed = "Press a tray for the framed card" if card else "Press a card to move it"
        return replied(result) or (card, f"{framed}. Mostly your own opinion.")
    return _joined(result) if state.task == "arrows" else _listed(result)


def _on_map(result, prediction):
    """Return two lines under the wheel: how many of an open group are kept, or what a press does."""
    group, read = result.state.group, result.state.read
    if group == "none":
        pressed = "Press one. Dotted: your answer." if prediction else "Press one: it opens."
        size = f"Middle: {result.parts} parts, {result.lines} arrows (average); places, joins invented."
        return size, f"A wedge’s size says nothing. {pressed}"
    here = kept_of(result, group)
    says = meaning(read) if read != "none" and things()[read].group == group else ""
    return says or f"{capital(here)}.", "A press on a thing keeps it, or lays it back."


def _listed(result):
    """Return two lines under the lists: what was pressed means, or what a press does."""
    state = result.state
    if beside.swapping(result):
        return meaning(state.read) or "All ten places are taken.", "Ten are kept: press one, and it makes room."
    if state.read != "none":
        return meaning(state.read), "Press it again: away, or back."
    if state.group != "none":
        return weight(state.group), "How much was not published. Press the name again to close."
    return (
        "★★ most for experts · ★ central, too · ● most for people in pain",
        "Work, surroundings: one ★ for both. Press one: kept, or laid back.",
    )


def _joined(result):
    """Return two lines under the arrows: the thing in hand, or the loop that is lit; and whose the arrows are."""
    held = beside.in_hand(result)
    grey = "Grey: the ring’s, all +. " * bool(result.given)
    # All three have no room in one line.
    whose = f"Not read as arrows: {len(result.unread)}. " if result.unread else grey
    if result.arrows:
        signs = "+ more makes more, − more makes less. No loop of yours yet."
        return meaning(held or "none") or looped(result) or signs, whose + _whose(result)
    return meaning(held or "none") or "An arrow says: more of one thing makes more of the other.", whose


def _hinted(result, theme, told):
    """Return what a press does among the arrows, as a row of words; a run says here what it carries."""
    hint = "Pull from one thing to another; or press both."
    if result.arrows:
        hint = "Press + or −: the sign changes. The same pull again: it goes."
    hint = meaning(result.state.read) or hint
    if beside.in_hand(result):
        hint = "Now press where it leads; the same again: it goes."
    return MIDDLE[0], _HINT, hint if told and beside.joining(result) else " ", "middle center", theme.text()


def _whose(result):
    if not result.borrowed:
        return "Yours: not measured."
    return "An example’s: invented." if result.borrowed == result.arrows else "Others: yours or invented."


def _held(run, result):
    there = run.kept if beside.listed(result) else ()
    rows = [places.rows()[thing] for thing in there]
    return [right - 0.7 for _, right, _ in rows], [y for *_, y in rows]


# What is moved -------------------------------------------------------------------------------------------------------


def _controls(result, theme, told, there):
    """The way of the zoom with its stops, and the tabs; none of them while a question is open."""
    stroke = {"color": theme.muted, "width": theme.line * 0.8}
    yield line("Way of the zoom", [STOPS] if there else [], stroke)
    stops = "".join(circle(*stop, 0.3) for stop in STOPS) if there else EMPTY
    yield drawn("Stops", stops, {"width": 0, "color": theme.muted}, fill=theme.muted)
    for whose, edges in TABS.items():
        chosen = whose == wheel.painted(result, told) and result.state.level == "one"
        look = {"color": theme.ink, "width": theme.line * (0.9 if chosen else 0.4)}
        path = box(*edges) if result.state.level == "one" and there else EMPTY
        yield drawn(f"Tab: {whose}", path, look, fill=theme.panel if chosen else theme.paper)
    yield from beside.tabs(result, theme)


def grips(result):
    """Return the handle of the zoom."""
    return [grip_of_choices("level", [f"level:{level}" for level in LEVELS], STOPS, number(result.state.level))]
