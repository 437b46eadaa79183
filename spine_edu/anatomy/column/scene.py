"""The column as a scene of solids: what there is to draw, and for a result how it stands, what is shown, marked and
named, and from where one looks. The flat drawing takes its labels, moves and camera from here too.
"""

from functools import cache

import numpy as np

from spine_edu import data
from spine_edu.anatomy.column import model
from spine_edu.anatomy.column.labels import labels
from spine_edu.anatomy.sizes import size
from spine_edu.anatomy.solids.binding import PLACE, moves
from spine_edu.anatomy.solids.parts import all_parts

#: What the view of solids is told of a part.
HIDDEN, SHOWN, MARKED = 0, 1, 2

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
    """Return what the view of solids shows of a column: moves, shown, camera, labels and note.

    Parameters
    ----------
    result, held : ColumnResult
    prediction : float, optional
        Predicted number of discs: it stands over the picture, and changes nothing in it.
    """
    rows = [
        {
            "text": label.text,
            "at": [label.spot.x, label.spot.y, label.spot.z],
            "frame": label.spot.frame,
            "share": label.spot.share,
            "mark": label.marked,
            **({"side": label.side} if label.side else {}),
        }
        for label in labels(result)
    ]
    return moves(result), shown(result), camera(result), rows, note(held)


def note(held):
    """Return what is said beside the drawing of run A; empty without it."""
    return f"A: {held.length:.0f} mm long, low back {held.lordosis:.1f}°." if held is not None else ""


@cache
def parts():
    """Return all there is to draw, as the view of solids takes it: pairs of a mesh and what is said of it.

    A mesh is a `solids.binding.Part`. Of it is said, in a dict: ``name``; ``words``, what a finger on it is told;
    ``material`` and ``marked``, its colours (as in `colors`) as it is and when it is marked; ``choice``, what a click
    on it chooses; ``quick``, the number of the part that stands in for it while the picture moves, or -1; ``slant``,
    which way its fibres run (1, -1, or 0 without any); ``tall``, the height of the fibred wall in mm.
    """
    solids = all_parts()
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
            },
        )
        for part in solids
    )


def called(part):
    """Return what a part is called, for whoever points at it."""
    if part.level == "S1" and part.kind in ("bone", "body", "coarse bone"):
        return "sacrum"
    if part.kind in ("bone", "body", "coarse bone"):
        return f"vertebra {part.level}"
    if part.kind == "ring":
        return f"annulus of disc {part.level}: {part.name.partition(' of')[0]}"
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
        "marked disc": theme.color("annulus"),
        "marked nerve": theme.color("nerve"),
    }


def shown(result):
    """Return one code a part: hidden, shown, or shown and marked (the chosen disc and its roots)."""
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
    """Return the named view: its name, azimuth and elevation in degrees, target and half extents in mm."""
    state, disc = result.state, result.chosen
    azimuth, elevation = _LOOKS[state.view]
    bared = state.layer in BARED
    target, reach, wide = _near(result) if state.frame == "near" or bared else _far(result)
    return {
        "name": f"{state.view} {state.layer} {state.frame} {disc.name if state.frame == 'near' else ''}",
        "azimuth": azimuth,
        "elevation": _FROM_ABOVE if bared else elevation,
        "target": target,
        "reach": reach,
        "wide": wide,
    }


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
