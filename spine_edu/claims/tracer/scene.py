"""The stream with its stones, what was found over them, and the flag at the end: shapes, and the plane they lie in."""

from spine_edu.claims.tracer import people, places
from spine_edu.claims.tracer.places import FOUND, ROW, STOPS, box, path
from spine_edu.claims.tracer.trail import FLAGS
from spine_edu.claims.tracer.words import apart as told
from spine_edu.drawing.outlines import EMPTY, drawn

#: How long one step of a walk takes, in ms.
_WALK = 900
#: The flag: half its height, its width, and the height of its middle; the pole on the other bank.
CLOTH, POLE = (14.0, 71.0, 231.0), (284.0, 141.0)
#: End of a walk -> role of the flag's colour.
_CLOTHS = {
    "supported": "treatment",
    "partly": "water",
    "contested": "herniation",
    "overstated": "load",
    "not supported": "pain",
    "not traced": "neutral",
}
#: How high the arc from the flag goes, and the words over it.
ARC, UNDER = 172.0, 184.0
#: How high the pole of the reader's flag is.
_POLE = 21.0
_LOOKS = {
    "unknown": (None, "muted", "dot"),
    "firm": ("stone", "ink", "solid"),
    "loose": ("stone", "ink", "solid"),
    "plank": ("wood", "ink", "solid"),
    "gap": (None, "pain", "solid"),
}


def layout(shapes, theme, edges=(0.0, places.HIGH), high=41.0):
    """Return the layout of the plane, or of what of it lies between two heights, so many letters high."""
    hidden = {"visible": False, "fixedrange": True}
    return theme.layout(
        meta={"cut": True, "walk": _WALK},
        height=theme.em(min(high, 32) if theme.large else high),
        margin=dict.fromkeys("lrtb", 4),
        shapes=list(shapes),
        xaxis={**hidden, "range": [0, places.WIDE], "constrain": "domain"},
        yaxis={
            **hidden,
            "range": list(edges),
            "scaleanchor": "x",
            "constrain": "domain",
            "constraintoward": "top",
        },
    )


def shapes(result, here, theme, there=True, bubble=True):
    """Yield the stream, the stones as they are seen after so many steps, the bubble, and both people."""
    yield drawn(
        "Banks", places.banks() if there else EMPTY, {"width": 0, "color": theme.ink}, fill=theme.fill("treatment")
    )
    yield drawn(
        "Water", places.stream() if there else EMPTY, {"width": 0, "color": theme.ink}, fill=theme.fill("water")
    )
    yield drawn(
        "Ripples", places.waves() if there else EMPTY, {"width": theme.line * 0.5, "color": theme.color("water")}
    )
    for look, found in places.stones(result.trail, here).items():
        yield _stones(look, found if there else EMPTY, theme)
    # Beside all ratings it hangs over the sentence that is chosen there, and nobody is there to say it.
    said = places.bubble(there) if bubble else EMPTY
    yield drawn("Bubble", said, {"width": theme.line * 0.6, "color": theme.ink}, fill=theme.paper)
    yield from people.shapes(result, theme, there)


def _stones(look, found, theme):
    if look in ("cracks", "nails"):
        fill = theme.ink if look == "nails" else None
        return drawn(f"Stones: {look}", found, {"width": theme.line * 0.7, "color": theme.ink}, fill=fill)
    fill, edge, dash = _LOOKS[look]
    color = {"muted": theme.muted, "ink": theme.ink}.get(edge) or theme.color(edge)
    fills = {"stone": theme.fill("neutral"), "wood": theme.solids["endplate"]}
    line = {"width": theme.line * (0.9 if look == "gap" else 0.6), "color": color, "dash": dash}
    return drawn(f"Stones: {look}", found, line, fill=fills.get(fill))


def signs(trail, here):
    """Return name -> path of what was found, over its stone: a journal, a paper, people, two groups, what it says."""
    found = {"there": "", "missing": "", "people": ""}
    for x, stone in zip(ROW, trail.stones[: int(here)], strict=False):
        if stone.state == "gap":
            continue
        known = stone.sign not in ("none", "–", "^", "?")
        if stone.step in ("people", "versus"):
            found["people"] += _people(stone, x, known)
        elif stone.step != "result":
            found["there" if known else "missing"] += _paper(stone, x)
    return {name: one or EMPTY for name, one in found.items()}


def _people(stone, x, known):
    at = (-8, 0, 8) if stone.step == "people" else (-9, 9) if known else (-9,)
    bar = box(x - 0.6, x + 0.6, FOUND - 11, FOUND + 11) if stone.step == "versus" else ""
    return _upright([x + one for one in at]) + bar


def _upright(places_):
    """Little people who stand upright: a head, and a body under it."""
    return "".join(
        path(places.oval(x, FOUND + 7, 3.2, 3.2, count=12)) + box(x - 3.4, x + 3.4, FOUND - 11, FOUND + 3)
        for x in places_
    )


def _paper(stone, x):
    """A journal has a spine, and a paper lines."""
    outline = box(x - 8, x + 8, FOUND - 11, FOUND + 11)
    if stone.step == "named":
        return outline + box(x - 8, x - 4, FOUND - 11, FOUND + 11)
    rows = (FOUND + 6, FOUND + 1, FOUND - 4)
    return outline + "".join(box(x - 5, x + 5, row - 0.5, row + 0.5) for row in rows)


def found(result, here, theme, there=True):
    """Yield what was found over the stones, and the flag where the walk ends."""
    looks = signs(result.trail, here) if there else dict.fromkeys(("there", "missing", "people"), EMPTY)
    edge = {"width": theme.line * 0.6, "color": theme.ink}
    yield drawn("Found on the way", looks["there"], edge, fill=theme.panel, fillrule="evenodd")
    yield drawn("Not named", looks["missing"], {**edge, "dash": "dot", "color": theme.muted})
    yield drawn("People of the study", looks["people"], {"width": 0, "color": theme.ink}, fill=theme.color("better"))
    pole, made = flag(result.trail, here) if there else (EMPTY, EMPTY)
    yield drawn("Pole of the flag", pole, {"width": theme.line * 1.2, "color": theme.ink})
    fill = cloth(result.trail.end, theme)
    yield drawn("Flag: the verdict", made, {"width": theme.line * 0.7, "color": theme.ink}, fill=fill)


def cloth(end, theme):
    """Return the colour of the flag that stands at an end."""
    return theme.fill(_CLOTHS[end])


def flag(trail, here):
    """Return pole and cloth of the flag as paths: on the other bank, or where the stone is missing."""
    if here < trail.steps:
        return EMPTY, EMPTY
    (x, low), (half, wide, y) = mast(trail), CLOTH
    return path([(x, low), (x, y + half)], closed=False), box(x, x + wide, y - half, y + half)


def mast(trail):
    """Return where the pole of the flag stands."""
    return STOPS[trail.steps] if trail.gap else POLE


def guess(flag, theme):
    """Return the flag of the reader where the walk was said to end; nothing without one."""
    if flag is None:
        return drawn("Your flag", EMPTY, {"width": 0, "color": theme.ink}, visible=False)
    x, y = _foot(flag)
    cloth = path([(x, y), (x, y + _POLE), (x - 15, y + _POLE - 6), (x, y + _POLE - 12)])
    color = theme.color("prediction")
    return drawn("Your flag", cloth, {"width": theme.line, "color": color}, fill=color)


def _foot(flag):
    x, y = STOPS[flag]
    return x - 12, y + 1


def far_off(result, flag, theme, there):
    """Return a ring round the last stone that holds, and the arc to it from the reader's flag, as two shapes."""
    told = there and result.done
    # No stone holds, or all: then there is none to be ringed.
    last = told and bool(result.trail.gap) and result.trail.reached
    ring = path(places.oval(*STOPS[last], 21.5, 10.5, count=28)) if last else EMPTY
    away = told and flag not in (None, result.trail.reached)
    color = {"color": theme.color("prediction")}
    return [
        drawn("The last that holds", ring, {"width": theme.line * 1.4, "color": theme.ink}),
        drawn(
            "From your flag to it", _arc(flag, result.trail.reached) if away else EMPTY, {**color, "width": theme.line}
        ),
    ]


def _arc(flag, reached):
    (start, low), (end, high) = _foot(flag), STOPS[reached]
    low, high, side = low + _POLE, high + 12, 1 if reached > flag else -1
    bow = f"M{start:g},{low:g}Q{(start + end) / 2:g},{2 * ARC - (low + high) / 2:g},{end:g},{high:g}"
    return bow + path([(end - side * 7, high + 3), (end, high), (end - side * 1, high + 8)], closed=False)


def apart(result, flag, theme, there):
    """Return the words over that arc: how many stones too far or too short the flag stands."""
    if not there or not result.done or flag is None:
        return places.WIDE / 2, UNDER, "", "middle center", theme.text()
    x = (STOPS[flag][0] + STOPS[result.trail.reached][0]) / 2
    # Beside the pole of the flag, and of the pebble on the other bank.
    x = min(max(x, mast(result.trail)[0] + 50 if result.trail.gap else 0), 214.0)
    text = told(flag - result.trail.reached)
    return x, UNDER, f"<b>{text}</b>", "middle center", theme.text("prediction", 1.05)


def names(hidden=None):
    """Return the names of the stones with where they stand; that of the stone `hidden` makes room for a pebble."""
    stones = zip(STOPS[1:-1], FLAGS[1:-1], strict=True)
    return [(x, y - places.BELOW, "" if at == hidden else name) for at, ((x, y), name) in enumerate(stones, 1)]
