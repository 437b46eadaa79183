"""The person beside the slice, from the front and the back: skin, muscle and reflex of the root that is reached.

The skin areas of all roots are outlined faintly; a tap on one asks which herniation reaches its root.
"""

from functools import cache

from spine_edu import data
from spine_edu.anatomy.lines import joined, moved, straight
from spine_edu.anatomy.roots import body, model
from spine_edu.drawing import outlines
from spine_edu.drawing.marks import held_run
from spine_edu.theme import THEMES

#: How large the bodies stand on the paper of the slice, and where their origin lies, in mm of the slice.
_SCALE, _AT = 0.68, (83.0, -31.0)
#: The right end of the paper, in mm.
RIGHT = 154.0


def placed(lines):
    """Return lines of the bodies as they stand on the paper of the slice."""
    return [moved(line, *_AT, _SCALE) for line in lines]


@cache
def picture(theme, low, high):
    """Return both bodies with the skin areas of all roots as a picture, which nothing moves."""
    theme, path = THEMES[theme], straight(placed(body.body()))
    faint = {"color": theme.color("nerve"), "width": 0.5}
    skin = [line for root in roots() for side in ("right", "left") for line in body.area(root, side)]
    # Head, trunk and limbs overlap: their edges lie under the fill of all of them, so that one outline is left.
    return outlines.picture(
        "Body, front and back",
        [
            outlines.drawn("Body, edge", path, {"color": theme.ink, "width": 2.4}, fill=theme.solids["skin"]),
            outlines.drawn("Body", path, {"color": theme.ink, "width": 0}, fill=theme.solids["skin"]),
            outlines.line("Lines inside", placed(body.inner_lines()), {"color": theme.muted, "width": 0.9}, digits=1),
            outlines.drawn("Skin areas", straight(placed(skin)), faint, fill=theme.fill("nerve")),
            outlines.drawn("Hair", straight(placed(body.hair())), {"color": theme.muted, "width": 1}, fill=theme.muted),
        ],
        low=low,
        high=high,
    )


@cache
def roots():
    """Return the roots that a herniation on the list reaches and that have a skin area."""
    return tuple(row.root for row in data.table("anatomy_roots") if row.subarticular_disc)


@cache
def skin(root, side):
    """Return the skin area of a root on a side as a path."""
    return straight(placed(body.area(root, side)))


@cache
def _muscle(root, side):
    return straight(placed(body.muscle(root, side)))


@cache
def _reflex(root, side):
    """The hammer where the reflex of a root is tapped, as a path; empty without one."""
    place = body.reflex(root, side)
    if place is None:
        return ""
    middle = min((middle for middle, _ in body.VIEWS.values()), key=lambda one: abs(one - place[0]))
    return straight(placed(body.hammer(*place, 1 if place[0] > middle else -1)))


def shapes(result, theme, guess=""):
    """Return skin, muscle and reflex of the root that is reached; empty for a central herniation.

    The skin of a root that a reader has guessed instead, `guess`, is dotted.
    """
    root, side, nerve = result.root, result.state.side, theme.color("nerve")
    edge = {"color": theme.ink, "width": 0.5 * theme.line}
    other = skin(guess, side) if guess in roots() and guess != root else ""
    return [
        outlines.drawn("Skin area of your guess", other, theme.stroke("prediction", 1.2)),
        outlines.drawn("Skin area of the root", skin(root, side), {"color": nerve, "width": 0.5}, fill=nerve),
        outlines.drawn("Key muscle", _muscle(root, side), edge, fill=theme.solids["muscle"]),
        outlines.drawn("Reflex hammer", _reflex(root, side), {"color": theme.paper, "width": 1}, fill=theme.ink),
    ]


def run_a(held, theme):
    """Return the skin area of run A."""
    return held_run(
        "Skin area in run A",
        held,
        lambda run: joined(placed(body.area(run.root, run.state.side))),
        theme,
        hoverinfo="skip",
    )


def heads():
    """Return pairs (x, text) of what stands over the bodies."""
    middles = placed([[(middle, 0) for middle, _ in body.VIEWS.values()]])[0]
    return [(x, view) for view, (x, _) in zip(body.VIEWS, middles, strict=True)]


def things(state):
    """Return the skin areas that are tapped: each choice with its outline as a path."""
    found = {}
    for root in roots():
        level, zone = model.way_to(root, state)
        for side in ("right", "left"):
            found[f"level:{level};zone:{zone};side:{side}"] = skin(root, side)
    return found


def words(result, theme):
    """Return what skin, muscle and reflex are called, as lines of words."""
    if not result.root:
        return ["no single root: no single skin area, muscle or reflex"]
    row = result.row
    if row is None:
        return [f"<b>{result.root} skin</b>: belt low on the belly"]
    skin, muscle = (f"<span style='color:{one}'>■</span>" for one in (theme.color("nerve"), theme.solids["muscle"]))
    return [
        f"{skin} <b>{result.root} skin</b>: {row.skin}",
        f"{muscle} <b>muscle</b>: {row.key_muscle}, {row.action}",
        f"<b>reflex</b>: {row.reflex}",
    ]
