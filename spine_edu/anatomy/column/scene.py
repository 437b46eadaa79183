"""The column as a scene of solids: what there is to draw, and for a result how it stands, what is shown, marked and
named, and from where one looks. The flat drawing takes its labels, moves and camera from here too.
"""

from dataclasses import replace
from functools import cache

import numpy as np

from spine_edu import data
from spine_edu.anatomy.column import model
from spine_edu.anatomy.column.anchors import between_first_two, bone
from spine_edu.anatomy.column.labels import Label, labels
from spine_edu.anatomy.sizes import size
from spine_edu.anatomy.solids.binding import PLACE, moves
from spine_edu.anatomy.solids.discs import disc_spot
from spine_edu.anatomy.solids.parts import all_parts

#: What the view of solids is told of a part.
HIDDEN, SHOWN, MARKED, GUESSED = 0, 1, 2, 3
#: The place between the first two vertebrae, where no disc lies but a reader may expect one.
NO_DISC = "C1-2"

#: Kinds of parts that each layer leaves standing, as long as nothing is taken off above the disc.
_KINDS = {
    "whole": ("bone", "disc", "nerve", "ligament"),
    "ligaments": ("bone", "disc", "nerve"),
    "arches": ("body", "disc", "nerve"),
}
#: Layers that take everything above the chosen disc off -> kinds of parts that are left of the disc itself.
BARED = {"lifted": ("disc", "upper endplate"), "cut": ("ring", "nucleus", "lower endplate")}
#: Vertebrae left standing below a disc when everything above it is taken off.
_KEPT_BELOW = 3
#: Vertebrae above and below a disc that are drawn near it, more than the picture shows until one goes farther.
_IN_SIGHT = 6

#: View -> azimuth and elevation in degrees.
_LOOKS = {"side": (90.0, 0.0), "front": (0.0, 0.0), "back": (180.0, 0.0), "oblique": (42.0, 14.0)}
#: Elevation from which one looks into a disc.
_FROM_ABOVE = 38.0
#: How far the picture of one disc reaches, in depths of this disc.
_REACH = {"neck": 0.95 * 2.3, "chest": 0.85 * 2.0, "low back": 0.95 * 2.0}


def scene(result, *, held=None, prediction=None):
    """Return what the view of solids shows of a column, by the names of its traits.

    Parameters
    ----------
    result, held : ColumnResult
    prediction : float, optional
        Predicted number of discs: one too many is seen where it would have to be.
    """
    too_many = []
    if is_far(result) and prediction is not None and prediction > len(result.discs):
        too_many = [{**_row(Label("yours: no disc here", between_first_two(), "left", True)), "gap": True}]
    former = before(result, held)
    return {
        "moves": moves(result),
        "shown": [*shown(result), GUESSED if too_many else HIDDEN],
        "camera": camera(result),
        "labels": [*map(_row, labels(result)), *too_many],
        "places": _places(result),
        "shade": moves(former) if former else (),
        "note": note(result, held),
    }


def veiled(result, *, prediction=None):
    """Return the column without its discs, as it is shown while one is asked how many there are; as `scene`.

    A number that has been said fills the gaps from the sacrum up.
    """
    gaps = _places(result)
    full = {row["part"] for row in sorted(gaps, key=lambda row: row["number"] or 0)[::-1][: round(prediction or 0)]}
    bones = [SHOWN if part.kind == "bone" else HIDDEN for part in all_parts()]
    regions = (("neck", "C4"), ("chest", "T6"), ("low back", "L3"), ("sacrum", "S1"))
    return {
        "moves": moves(result),
        "shown": [GUESSED if at in full else code for at, code in enumerate([*bones, HIDDEN])],
        # The picture beside it would tell.
        "camera": {**camera(result), "over": {}},
        "labels": [_row(Label(words, bone(level, result.state.view, False))) for words, level in regions],
        "places": [{**row, "number": 0} for row in gaps],
        "shade": (),
        "note": "",
    }


def _row(label):
    """A label as the view of solids takes it."""
    return {"text": label.text, "mark": label.marked, **_at(label.spot), **({"side": label.side} if label.side else {})}


def _at(spot):
    return {"at": [spot.x, spot.y, spot.z], "frame": spot.frame, "share": spot.share}


def _places(result):
    """Where discs lie, counted from the top, and last the place where one may look for one in vain."""
    numbers = {part.level: at for at, part in enumerate(all_parts()) if part.kind == "disc"}
    rows = [
        {
            "part": numbers[disc.name],
            "half": [disc.width / 2, disc.depth / 2],
            "number": at,
            "choice": disc.name,
            **_at(disc_spot(disc.name, 0.0, 0.0)),
        }
        for at, disc in enumerate(result.discs, 1)
    ]
    return [*rows, {**rows[0], **_at(between_first_two()), "part": len(all_parts()), "number": 0, "choice": ""}]


def before(result, held):
    """Return what stands in grey behind the column: run A, or, where it has another shape, the start; else None."""
    if held is not None:
        return held
    start = model.reference()
    same = all(getattr(result.state, name) == getattr(start.state, name) for name in ("lordosis", "loss", "stature"))
    return None if same else start


def note(result, held):
    """Return whose shadow is seen behind the drawing; empty without one."""
    former = before(result, held)
    if former is None:
        return ""
    return f"Grey, {'A' if held else 'the start'}: {former.length:.0f} mm long, low back {former.lordosis:.1f}°."


@cache
def parts():
    """Return all there is to draw, as the view of solids takes it: pairs of a mesh and what is said of it.

    A mesh is a `solids.binding.Part`. Of it is said, in a dict: ``name``; ``words``, what a finger on it is told;
    ``material`` and ``marked``, its colours (as in `colors`) as it is and when it is marked; ``choice``, what a click
    on it chooses; ``quick``, the number of the part that stands in for it while the picture moves, or -1; ``slant``,
    which way its fibres run (1, -1, or 0 without any); ``tall``, the height of the fibred wall in mm.
    """
    solids = (*all_parts(), _no_disc())
    coarse = {part.level: number for number, part in enumerate(solids) if part.kind == "coarse bone"}
    return tuple(
        (
            part,
            {
                "name": part.name,
                "words": called(part),
                "material": part.material,
                "marked": {"disc": "marked disc", "nerve": "marked nerve"}.get(part.kind, part.material),
                "choice": choice(part),
                "quick": coarse[part.level] if part.kind == "bone" else -1,
                "slant": {"ring a": 1, "ring b": -1}.get(part.material, 0),
                "tall": float(np.ptp(part.vertices[:, 2])) if part.kind in ("disc", "ring") else 1.0,
                "small": part.kind in ("bone", "disc"),
                "away": _way_off(part),
            },
        )
        for part in solids
    )


def _no_disc():
    """The highest disc once more, where a reader may expect another one."""
    first = next(part for part in all_parts() if part.kind == "disc" and part.level == "C2-3")
    spot = between_first_two()
    moved = first.vertices - first.vertices.mean(axis=0) + (spot.x, spot.y, spot.z)
    frame, weight = np.full(len(moved), spot.frame), np.full(len(moved), spot.share)
    return replace(first, name="no disc", kind="no disc", level=NO_DISC, vertices=moved, frame=frame, weight=weight)


def _way_off(part):
    """On which way a part goes when it is taken off: towards where it lies nearest to the outside."""
    if part.kind == "bone":
        return [0.0, -1.0, 0.1]
    if part.kind == "nerve" and part.level != "cord":
        return [1.0 if part.name.startswith("right") else -1.0, 0.0, 0.0]
    if part.kind in ("nerve", "ligament"):
        return [0.0, 1.0 if "anterior" in part.name else -1.0, 0.0]
    return [0.0, 1.0, 0.0] if part.kind == "body" else [1.0, 0.0, 0.0]


def called(part):
    """Return what a part is called, for whoever points at it."""
    if part.level == "S1" and part.kind in ("bone", "body", "coarse bone"):
        return "sacrum"
    if part.kind in ("bone", "body", "coarse bone"):
        return f"vertebra {part.level}"
    if part.kind == "ring":
        return f"annulus of disc {part.level}: {part.name.partition(' of')[0]}"
    if part.kind == "no disc":
        return "no disc lies between C1 and C2"
    return f"disc {part.level}" if part.kind == "disc" else part.name


def choice(part):
    """Return what a click on a part chooses: a disc itself, for a bone the disc below it; empty for the others."""
    if part.kind in ("disc", "ring", "nucleus", "lower endplate", "upper endplate"):
        return f"disc:{part.level}"
    if part.kind in ("bone", "body") and part.level != "S1":
        return f"disc:{_disc_below(part.level)}"
    return ""


def _disc_below(level):
    """The disc under a vertebra; C1 has none and gets the one under C2."""
    below = {row.upper: row.disc for row in data.table("anatomy_discs")}
    return below[{"C1": "C2"}.get(level, level)]


def colors(theme):
    """Return the colours of materials and marked parts: one each, or two to be mixed and the share of the second."""
    annulus = theme.solids["annulus"]
    return {
        **{name: theme.solids[name] for name in ("bone", "nucleus", "endplate", "nerve", "ligament")},
        "ring a": annulus,
        "ring b": (annulus, theme.ink, 0.22),
        # Brighter where it is dark, darker where it is bright: one disc among many others.
        "marked disc": (theme.color("annulus"), theme.ink, 0.25),
        "guess": theme.color("prediction"),
        "shade": (theme.paper, theme.ink, 0.2),
        "marked nerve": theme.color("nerve"),
    }


def shown(result):
    """Return one code for each of `all_parts`: hidden, shown, or shown and marked (the chosen disc and its roots)."""
    code = _code_below if result.state.layer in BARED else _code
    return [code(part, result) for part in all_parts()]


def _code(part, result):
    """The code of a part while the whole column stands."""
    disc, state = result.chosen, result.state
    if part.kind not in _KINDS[state.layer] or (state.frame == "near" and not _in_sight(part, disc)):
        return HIDDEN
    card = model.level_card(disc.name)
    is_root = part.kind == "nerve" and part.level in (card["leaves"], card["passes"])
    return MARKED if is_root or part.level == disc.name else SHOWN


def _in_sight(part, disc):
    """Whether a part may be in sight near a disc; long parts always may."""
    return part.kind in ("nerve", "ligament") or abs(part.frame[0] - PLACE[disc.lower]) <= _IN_SIGHT


def _code_below(part, result):
    """The code of a part when everything above the disc is taken off: bones and discs below it stay, and it itself."""
    disc, place = result.chosen, part.frame[0]
    below = PLACE[disc.lower]
    if part.level == disc.name:
        stays = part.kind in BARED[result.state.layer]
    elif part.kind == "bone":
        stays = below - _KEPT_BELOW < place <= below
    else:
        stays = part.kind == "disc" and below - _KEPT_BELOW < place < below
    return SHOWN if stays else HIDDEN


def camera(result):
    """Return the named view: its name, azimuth and elevation in degrees, target and half extents in mm.

    Beside a picture of one disc there is a small one of the whole column (``over``), and beside one of the whole column
    the same from another side; in a picture of the whole column a tap on a disc goes near it, too (``also``). The more
    is taken off, the larger is its ``depth``; what is off since then has gone ``up`` or to its own side.
    """
    state, bared, far = result.state, result.state.layer in BARED, _far(result)
    azimuth, elevation = _LOOKS[state.view]
    target, reach, wide = far if is_far(result) else _near(result)
    whole = dict(zip(("target", "reach", "wide"), far, strict=True))
    beside = 0.0 if is_far(result) and state.view == "side" else 90.0
    return {
        "name": f"{state.view} {state.layer} {'column' if is_far(result) else 'near'}",
        "azimuth": azimuth,
        "elevation": _FROM_ABOVE if bared else elevation,
        "target": target,
        "reach": reach,
        "wide": wide,
        "over": {"azimuth": beside, "elevation": 0.0, **whole, "wide": 0.72 * whole["wide"]},
        "also": "frame:near" if is_far(result) else "",
        "depth": state.declarations()["layer"].values.index(state.layer),
        "up": bared,
    }


def is_far(result):
    """Whether the picture shows the whole column."""
    return result.state.frame == "column" and result.state.layer not in BARED


def _near(result):
    """Target and half extents of a picture of the chosen disc and its neighbours."""
    disc = result.chosen
    lower, upper = result.at(disc.lower), result.at(disc.upper)
    reach = _REACH[size(disc.upper).region] * disc.depth
    return [0.0, (lower.y + upper.y) / 2 - 0.25 * disc.depth, (lower.z + upper.z) / 2], reach, 0.9 * reach


def _far(result):
    """Target and half extents of a picture of the whole column."""
    ys, highest = [frame.y for frame in result.frames], result.frames[-1].z
    bottom, top = -105.0 * result.scale, highest + 22 * result.scale
    return [0.0, (min(ys) + max(ys)) / 2 - 20, (bottom + top) / 2], (top - bottom) / 2, 95.0 * result.scale
