"""The stream with its stones, what was found over them, and the flag at the end: shapes, and the plane they lie in."""

from spine_edu.claims.tracer import people, places
from spine_edu.claims.tracer.places import FOUND, ROW, STOPS, box, path
from spine_edu.claims.tracer.trail import STONES
from spine_edu.drawing.outlines import EMPTY, drawn

#: How long one step of a walk takes, in ms.
_WALK = 900
#: The flag: half its height, its width, and the height of its middle; the pole on the other bank.
CLOTH, POLE = (14.0, 71.0, 214.0), (284.0, 124.0)
#: End of a walk -> role of the flag's colour.
_CLOTHS = {
    "supported": "treatment",
    "partly": "water",
    "contested": "herniation",
    "overstated": "load",
    "not supported": "pain",
    "not traced": "neutral",
}
_LOOKS = {
    "unknown": (None, "muted", "dot"),
    "firm": ("stone", "ink", "solid"),
    "loose": ("stone", "ink", "solid"),
    "plank": ("wood", "ink", "solid"),
    "gap": (None, "pain", "solid"),
}


def layout(shapes, theme, edges=(0.0, places.HIGH), high=37.0):
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


def shapes(result, here, theme, there=True):
    """Yield the stream, the stones as they are seen after so many steps, and both people."""
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
    pole, cloth = flag(result.trail, here) if there else (EMPTY, EMPTY)
    yield drawn("Pole of the flag", pole, {"width": theme.line * 1.2, "color": theme.ink})
    fill = theme.fill(_CLOTHS[result.trail.end])
    yield drawn("Flag: the verdict", cloth, {"width": theme.line * 0.7, "color": theme.ink}, fill=fill)


def flag(trail, here):
    """Return pole and cloth of the flag as paths: on the other bank, or where the stone is missing."""
    if here < trail.steps:
        return EMPTY, EMPTY
    (x, low), (half, wide, y) = mast(trail), CLOTH
    return path([(x, low), (x, y + half)], closed=False), box(x, x + wide, y - half, y + half)


def mast(trail):
    """Return where the pole of the flag stands."""
    return STOPS[trail.steps] if trail.gap else POLE


def guess(place, theme):
    """Return the flag of the reader where the trail was said to end; nothing without a place."""
    if place is None:
        return drawn("Your flag", EMPTY, {"width": 0, "color": theme.ink}, visible=False)
    x, y = place[0] + 12, place[1] + 18
    cloth = path([(x, y), (x, y + 26), (x + 15, y + 20), (x, y + 14)])
    color = theme.color("prediction")
    return drawn("Your flag", cloth, {"width": theme.line, "color": color}, fill=color)


def names():
    """Return the names of the stones with where they stand."""
    short = ("study", "paper", "people", "against", "result")
    return [(x, y - places.BELOW, name) for (x, y), name, _ in zip(STOPS[1:-1], short, STONES, strict=True)]
