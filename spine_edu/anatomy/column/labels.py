"""What is named on the drawing of the column, and the places that the names point to."""

from typing import NamedTuple

import numpy as np

from spine_edu.anatomy.column import model
from spine_edu.anatomy.disc import disc_of, nucleus_scale
from spine_edu.anatomy.sizes import size
from spine_edu.anatomy.solids.binding import PLACE, Spot, spot, vertex_spot
from spine_edu.anatomy.solids.discs import disc_spot
from spine_edu.anatomy.solids.parts import named


class Label(NamedTuple):
    """Words, the place they point to, the side of the sheet they stand on if it must be one, and whether they belong
    to the chosen disc.
    """

    text: str
    spot: Spot
    side: str | None = None
    marked: bool = False


def labels(result):
    """Return what is named on the drawing of a column, as a list of `Label`."""
    state = result.state
    if state.layer == "cut":
        return [_bone_below(result), *_inside_disc(result)]
    if state.layer == "lifted":
        return [_bone_below(result), *_on_disc(result)]
    return _near_disc(result) if state.frame == "near" else _on_column(result)


def _on_column(result):
    disc, state = result.chosen, result.state
    regions = (("neck: C1 to C7", "C4"), ("chest: T1 to T12", "T6"), ("low back: L1 to L5", "L2"))
    found = [Label(words, spot(level, 0, size(level).depth / 2, 0)) for words, level in regions]
    found.append(Label("sacrum", spot("S1", 0, -20.0, -60.0), "right"))
    behind = state.view != "front"
    if behind:
        found.append(Label("cord ends here", spot("L1", 0, size("L1").back - 9.0, -6.0), "left"))
    if behind and state.layer != "arches":
        found.append(Label("spinous processes", spot("T9", 0, size("T9").arch - 26.0, -20.0), "left"))
    front = disc_spot(disc.name, 0, 0.55 * disc.depth / result.scale)
    return [*found, Label(f"disc {disc.name}", front, marked=True)]


def _bone_below(result):
    disc = result.chosen
    lower, depth = size(disc.lower), disc.depth / result.scale
    sacrum = disc.lower == "S1"
    down = -0.4 * lower.height - (10 if sacrum else 0)
    at = spot(disc.lower, 0.45 * lower.upper_width, 0.1 * depth, down)
    return Label("sacrum" if sacrum else f"vertebra {disc.lower}", at)


def _inside_disc(result):
    """What is named on a disc that is cut open; everything lies on its upper rim, which faces the reader."""
    name, width, depth = _disc_size(result)
    ring = 0.5 * (1 + nucleus_scale()) / 2
    return (
        Label("annulus rings", disc_spot(name, -ring * width, 0, 1.0), marked=True),
        Label("nucleus", disc_spot(name, 0.0, disc_of(name).centre, 1.0), marked=True),
        Label("endplate", disc_spot(name, 0.36 * width, 0.22 * depth, 0.05), marked=True),
    )


def _on_disc(result):
    """What is named when everything above the disc is taken off."""
    name, width, depth = _disc_size(result)
    lower = size(result.chosen.lower)
    canal = spot(lower.level, 0, lower.back - lower.canal_depth / 2, lower.height / 2)
    return (
        Label("endplate", disc_spot(name, 0, 0.1 * depth, 1.0), marked=True),
        Label("outer annulus", disc_spot(name, 0.5 * width, 0, 0.6), marked=True),
        Label("canal", canal),
    )


def _disc_size(result):
    """Name, width and depth of the chosen disc in the starting position, in mm."""
    disc = result.chosen
    return disc.name, disc.width / result.scale, disc.depth / result.scale


def _near_disc(result):
    """What is named near the disc while the bones above it stand."""
    state, disc = result.state, result.chosen
    upper, depth = size(disc.upper), disc.depth / result.scale
    found = [
        _bone_below(result),
        Label(f"vertebra {disc.upper}", spot(disc.upper, 0.45 * upper.width, 0.1 * depth, 0)),
        _disc(result),
        _leaving_root(result),
    ]
    if state.layer == "arches" and state.view == "back":
        found += _passing_root(result)
    if state.layer != "arches" and state.view in ("side", "back"):
        found += _behind(result)
    return found


def _disc(result):
    """The name of the disc, at the part of its edge that faces the reader."""
    view, (name, width, depth) = result.state.view, _disc_size(result)
    right, ahead = {"side": (0.45, 0.3), "front": (0.0, 0.5), "back": (0.0, -0.5), "oblique": (0.35, 0.5)}[view]
    side = "left" if view in ("front", "back") else "right"
    return Label(f"disc {name}", disc_spot(name, right * width, ahead * depth), side, marked=True)


def _leaving_root(result):
    leaves = model.level_card(result.chosen.name)["leaves"]
    root = named(f"right {leaves} root")
    along = 0.97 if result.state.view == "back" else 0.88
    return Label(f"{leaves} root leaves", vertex_spot(root, int(len(root.vertices) * along)), marked=True)


def _passing_root(result):
    """The root that crosses the back of the disc on its way down, named beside the disc; no neck disc has one."""
    disc = result.chosen
    passes = model.level_card(disc.name)["passes"]
    if not passes:
        return []
    root = named(f"left {passes} root")
    from_disc = np.abs(root.frame + root.weight - PLACE[disc.lower] - 0.5)
    return [Label(f"{passes} root passes", vertex_spot(root, int(from_disc.argmin())), "left", marked=True)]


def _behind(result):
    """The processes behind the disc that are seen from the side and the back."""
    disc = result.chosen
    upper, left = size(disc.upper), -1 if result.state.view == "back" else 1
    joint = upper.back - 0.5 * upper.canal_depth if upper.region == "neck" else upper.arch + 2.0
    out = left * (upper.canal_width / 2 + 3)
    return [
        Label("spinous process", spot(disc.upper, 0, upper.arch - 10.0, -0.25 * upper.height), "left"),
        Label("facet joint", spot(disc.upper, out, joint, -upper.height / 2 - 3.0), "left"),
    ]
