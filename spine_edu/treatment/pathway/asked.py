"""The question on the map itself: its left half is there, and at the right nine treatments stand in one column.

In the map's own columns their places would tell the answer; here they stand in its order from the top down.
"""

from types import MappingProxyType

from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import drawn
from spine_edu.theme import LIGHT
from spine_edu.treatment.pathway import ground, person, places
from spine_edu.treatment.pathway.graph import boxes
from spine_edu.treatment.pathway.model import ANSWERS, said, shut, time_at

#: Treatment -> what it is, from the top of the map down; its name is the one on the map.
_ASKED = {
    "nsaid": "ibuprofen and others",
    "exercise": "a programme in a group",
    "opioid": "codeine and others",
    "manual": "manual therapy",
    "gabapentinoid": "or pregabalin, for nerves",
    "steroid": "for some days",
    "epidural": "a steroid near the root",
    "traction": "pulling the spine apart",
    "discectomy": "the piece is taken out",
}
THINGS = MappingProxyType({box: boxes()[box].name for box in _ASKED})
SIGNS = MappingProxyType({"offer or consider": "✓", "too little known": "?", "do not offer": "✗"})
#: Answer of a guideline -> the answer that is asked for.
_SAID = {**dict.fromkeys(("yes", "if"), "offer or consider"), "unclear": "too little known", "no": "do not offer"}
#: Treatment -> a further answer that agrees: NICE finds little evidence of benefit, and says how one is used if it is.
ALSO = MappingProxyType({"nsaid": ("offer or consider",)})
#: Who is asked about: leg pain that is new.
_WHOM = ("leg", "new")
_LEFT, _RIGHT = places.COLUMNS["way"][0], places.COLUMNS["beside"][1]
_PITCH = (places.TOP - places.BOTTOM) / len(_ASKED)
_HIGH = _PITCH - 0.5
#: Where in its box a sign stands, and where its words begin.
_SIGN, _WORDS = 1.3, 2.6
#: Lower edge of the picture.
_LOW = places.BOTTOM - 0.3


def answers():
    """Return what NICE says of each of the nine, for leg pain that is new."""
    return {box: _SAID[ANSWERS[said("nice", box, *_WHOM).verdict]] for box in THINGS}


def holds(result, here):
    """Return whether the map shows what was asked about: what NICE says of leg pain that is new, on the way."""
    now = result.complaint, time_at(result.steps, here)
    return result.state.guideline == "nice" and now == _WHOM and not shut(result.steps, here)


def wrong(prediction):
    """Return the boxes of which something else was said, in the order of the map."""
    found = {box: (answer, *ALSO.get(box, ())) for box, answer in answers().items()}
    return [box for box, said_of_it in (prediction or {}).items() if said_of_it not in found[box]]


def _top(number):
    """Return the upper edge of a box of the question."""
    return places.TOP - _PITCH * number


def _rectangles():
    """Yield each treatment with the left, upper, right and lower edge of its box."""
    for number, box in enumerate(_ASKED):
        yield box, (_LEFT, _top(number), _RIGHT, _top(number) - _HIGH)


def spots():
    """Return where the treatments are marked by hand, as `spine_edu.explorer.marking.Each` takes it."""
    there = dict(_rectangles())
    return {
        "axes": ["xaxis", "yaxis"],
        "blank": "·",
        "places": {box: [left + _SIGN, (top + low) / 2] for box, (left, top, _, low) in there.items()},
        "boxes": {box: list(edges) for box, edges in there.items()},
    }


def veiled_touches():
    """Return what is pressed once an answer is kept: one of the nine, and the map opens with its card."""
    things = {
        f"box:{box}": f"M{left:.2f},{top:.2f}L{right:.2f},{top:.2f}L{right:.2f},{low:.2f}L{left:.2f},{low:.2f}Z"
        for box, (left, top, right, low) in _rectangles()
    }
    return {"axes": ["xaxis", "yaxis"], "things": things}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the left half of the map in grey, and the nine boxes, with the reader's signs once an answer is kept."""
    left_half = [box for box in ground.BOXES if boxes()[box].place in ("question", "door")]
    grey = theme.muted
    names = [ground.name_of(box, places.middle(box)[0], grey, theme) for box in left_half]
    rows, signs, paths = [], [], ""
    for box, (left, top, right, low) in _rectangles():
        name, what = THINGS[box], _ASKED[box]
        middle = (top + low) / 2 - (0 if theme.large else 0.12)
        text = f"<b>{name}</b>" if theme.large else f"<b>{name}</b><br>{what}"
        rows.append((left + _WORDS, middle, text, "middle right", theme.text()))
        sign = SIGNS.get((prediction or {}).get(box), "")
        signs.append(
            (left + _SIGN, middle, f"<b>{sign}</b>" if sign else "", "middle center", theme.text("prediction", 1.4))
        )
        paths += f"M{left:.2f},{low:.2f}H{right:.2f}V{top:.2f}H{left:.2f}Z"
    small = {**theme.text(size=0.9), "color": grey}
    heads = [
        (places.COLUMNS["door"][0], places.HEADS, "At any time", "middle right", small),
        (places.COLUMNS["question"][0], places.HEADS, "Asked", "middle right", small),
        (_LEFT, places.HEADS, "<b>What does NICE say?</b>", "middle right", theme.text(size=0.93)),
        (0.1, -0.1, "<b>Noor, week 8</b>", "bottom right", theme.text(size=1.05)),
    ]
    thin = {"width": theme.line / 2, "color": theme.muted}
    shapes = [
        *ground.arrows(theme, left_half),
        ground.road(theme),
        drawn("Boxes of the map", "".join(map(places.outline, left_half)), thin, fill=theme.paper),
        drawn("Treatments", paths, {"width": theme.line * 0.7, "color": theme.ink}, fill=theme.panel),
        *person.shapes(result.state.presentation, 0, places.stop(result.steps, 0), theme),
    ]
    told = [
        words("Names of boxes", names),
        words("Treatments that are asked about", rows),
        words("Your signs", signs),
        words("Heads", heads),
    ]
    return {"data": told, "layout": ground.layout(shapes, _LOW, theme)}
