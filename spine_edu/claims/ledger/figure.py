"""Two voices hold a rope with four knots; below lie the answers that untie it, and then the people of the study."""

from dataclasses import replace

from spine_edu.claims.ledger import field, panel, places, scale, scene
from spine_edu.claims.ledger import words as said
from spine_edu.claims.ledger.model import PEOPLE, contradictions, simulate
from spine_edu.claims.ledger.needs import PARTS
from spine_edu.drawing import outlines, plane
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: How high the picture is, in sizes of the type, in a hall and elsewhere; how long things travel on it, in ms.
_HIGH, _WALK = (29.8, 34.3), 700
#: Frames in which the rope goes where it ends, and a strand after it; in which one waits where nobody is counted.
_GOING, _WAITING = 8, 3


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the two voices, the rope with its knots, and what lies under it.

    Parameters
    ----------
    result : LedgerResult
    theme : Theme
    held : LedgerResult, optional
        Run A: its ribbon has a dashed edge.
    prediction : float, optional
        How many of the 20 the reader painted, who are ringed.
    """
    return _drawn(result, theme, held, prediction, panel.kind(result))


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the two voices, a rope with all its knots, and the people of a study who have not been looked at."""
    return _drawn(result, theme, None, prediction, "crowd")


def veiled_touches():
    """Return what is pressed on the veiled picture, once an answer is kept: the knots."""
    return {"axes": ["xaxis", "yaxis"], "things": {f"under:{part}": places.reach(part) for part in PARTS}}


def _drawn(result, theme, held, prediction, kind):
    shapes = [
        *scene.shapes(result, held, theme),
        *panel.shapes(result, theme, kind),
        *field.shapes(result, theme, kind),
        *scale.shapes(result, theme, kind),
        panel.offered(result, theme, kind),
        _painted(result, prediction, theme, kind),
    ]
    rows = [
        *scene.words(result, prediction, theme, hidden=kind == "crowd"),
        *panel.words(result, theme, kind),
        *field.words(result, theme, kind),
        *scale.words(result, theme, kind),
    ]
    if kind == "crowd":
        # What is told later has no place on the picture of a question.
        rows = [row for row in rows if row[2]]
    height = theme.em(_HIGH[0] if theme.large else _HIGH[1])
    return plane.figure([words("Words", rows)], shapes, theme, places, height=height, walk=_WALK)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return how people are looked at one after the other, and how the rope goes where it ends."""
    before = [*range(PEOPLE)] if result.counted else [0, *[1] * _WAITING]
    going = _GOING * (2 if result.strands else 1)
    looks = [*before, *[PEOPLE] * (going + 1)]
    steps = [*[1.0] * len(before), *(step / going for step in range(going + 1))]
    moments = [
        replace(simulate(result.state.replace(looked=float(looked))), come=come)
        for looked, come in zip(looks, steps, strict=True)
    ]
    drawn_ = [figure(one, theme=theme, prediction=prediction) for one in moments]
    played = Frames(
        "people",
        [said.progress(one) for one in moments],
        [said.at_step(one) for one in moments],
        seconds=0.2 * len(looks),
        controls={"looked": [float(looked) for looked in looks]},
        settled=True,
    )
    for number, one in enumerate(drawn_[0]["layout"]["shapes"]):
        paths = [each["layout"]["shapes"][number]["path"] for each in drawn_]
        if len(set(paths)) > 1:
            played.add(one["name"], path=paths)
    played.add("Words", text=[each["data"][0]["text"] for each in drawn_])
    return played


def can_play(result):
    """Return whether there is a study to be run."""
    return result.ready


def touches(result):
    """Return what is pressed: beads, voices, knots, and the answers that lie under the rope."""
    state, kind = result.state, panel.kind(result)
    things = {}

    def add(choice, path):
        things[choice] = things.get(choice, "") + path

    for key, row in contradictions().items():
        if key != state.contradiction:
            add(f"contradiction:{key}", places.bead_box(row.number))
    if kind == "voice":
        add("under:people", places.box(*places.UNDER))
    for number, side in enumerate(("left", "right")):
        if getattr(result.row, side):
            choice = "under:people" if state.under == side else f"under:{side}"
            left, _, right, low = places.BADGES[number]
            add(choice, places.box(*places.BUBBLES[number]) + places.box(left, places.BUBBLES[0][3], right, low))
    for part in PARTS:
        choice = "under:people" if state.under == part else f"under:{part}"
        add(choice, places.plate(part) if result.fits[part] else places.reach(part))
    given = panel.chips(result, kind)
    for number, (choice, *_) in enumerate(given):
        add(choice, places.chip_box(number, len(given)))
    choice, _ = panel.offer(result, kind)
    if choice:
        add(choice, places.offer_box(kind))
    return {"axes": ["xaxis", "yaxis"], "things": things, "calls": _next(result, kind, things)}


def _next(result, kind, things):
    """Return what is to be pressed next, which calls: the next tied knot, unless its answers lie open or are asked."""
    tied = panel.tied(result)
    here = kind == "tied" or (kind == "answers" and result.fits[result.state.under])
    return [f"under:{tied[0]}"] if here and tied and f"under:{tied[0]}" in things else []


def _painted(result, prediction, theme, kind):
    """Return rings round the people whom the reader painted, where the question is looked at."""
    empty = kind in ("crowd", "tied")
    where, half = places.in_a_row(asked=kind == "crowd") if empty else places.standing(0)
    here = empty or (kind == "people" and len(result.groups) == 1)
    there = prediction is not None and here and result.state.contradiction == "often"
    ring = {"color": theme.color("prediction"), "width": theme.line * 0.8}
    some = where[: round(prediction)] if there else []
    # Rings of neighbours stay apart.
    radius = min(half, 0.46 * (where[1][0] - where[0][0]))
    return drawn("Your prediction, ringed", "".join(outlines.circle(x, y, radius) for x, y in some), ring)
