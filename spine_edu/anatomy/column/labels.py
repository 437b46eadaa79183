"""What is named on the drawing of the column, and the places that the names point to.

A name points to a place where its structure is seen from the named view: `tests/anatomy/test_column_labels.py` asks an
id picture. What is not seen from there is not named, or said to lie behind.
"""

from typing import NamedTuple

from spine_edu.anatomy.column import model
from spine_edu.anatomy.column.anchors import behind, bone, cord_end, in_disc, joint, on_disc, root, spine
from spine_edu.anatomy.disc import disc_of, nucleus_scale
from spine_edu.anatomy.sizes import size
from spine_edu.anatomy.solids.binding import PLACE, Spot, spot
from spine_edu.anatomy.solids.discs import disc_spot

#: Discs from here down have a root that passes beside the others; higher up the roots hide each other.
_PASSING_SEEN = PLACE["L1"]


class Label(NamedTuple):
    """Words, the place they point to, the side of the sheet they stand on if it must be one, and whether they belong
    to the chosen disc.
    """

    text: str
    spot: Spot
    side: str | None = None
    marked: bool = False


def labels(result, flat=False):
    """Return what is named on the drawing of a column, as a list of `Label`.

    The flat drawing is not seen from above: an opened disc shows it a section, and no face.
    """
    state = result.state
    if state.layer == "cut":
        return [_bone_below(result, not flat), *(_in_section(result) if flat else _inside_disc(result))]
    if state.layer == "lifted":
        return [_bone_below(result, not flat), *_on_disc(result, not flat)]
    return _near_disc(result) if state.frame == "near" else _on_column(result)


def _bare(result):
    """Whether the arches are off."""
    return result.state.layer == "arches"


def _on_column(result):
    view, bare = result.state.view, _bare(result)
    regions = (("neck: C1 to C7", "C4"), ("chest: T1 to T12", "T6"), ("low back: L1 to L5", "L2"))
    found = [Label(words, bone(level, view, bare)) for words, level in regions]
    found.append(Label("sacrum", bone("S1", view, bare), "right"))
    if bare and view == "back":
        found.append(Label("cord ends here", cord_end(), "left"))
    if not bare and view in ("side", "back"):
        found.append(Label("spinous processes", spine("T9"), "left"))
    return [*found, _disc(result)]


def _bone_below(result, from_above=False):
    lower, state = result.chosen.lower, result.state
    name = "sacrum" if lower == "S1" else f"vertebra {lower}"
    return Label(name, bone(lower, state.view, _bare(result), from_above))


def _inside_disc(result):
    """What is named on a disc that is cut open; everything lies on its upper rim, which faces the reader."""
    name, disc = result.chosen.name, disc_of(result.chosen.name)
    ring = 0.5 * (1 + nucleus_scale()) / 2
    found = [
        Label("annulus rings", disc_spot(name, -ring * disc.width, 0, 1.0), marked=True),
        Label("nucleus", disc_spot(name, 1.0, disc.centre + 1.0, 1.0), marked=True),
    ]
    # From the back the nucleus hides the endplate, which the cut lays open in front.
    if result.state.view != "back":
        found.append(Label("endplate", in_disc(name, 0.74, 35.0, 0.05), marked=True))
    return found


def _in_section(result):
    """What is named on the section of a cut disc, from its middle outwards."""
    name, disc = result.chosen.name, disc_of(result.chosen.name)
    ring = 0.5 * (1 + nucleus_scale()) / 2
    places = {"side": (0.0, ring * disc.depth), "back": (ring * disc.width, 0.0)}
    rings = places.get(result.state.view, (-ring * disc.width, 0.0))
    return (
        Label("annulus rings", disc_spot(name, *rings), marked=True),
        Label("nucleus", disc_spot(name, 0.0, disc.centre), marked=True),
    )


def _on_disc(result, from_above):
    """What is named when everything above the disc is taken off."""
    state, name, lower = result.state, result.chosen.name, size(result.chosen.lower)
    if not from_above:
        return [_disc(result)]
    found = [
        Label("outer annulus", on_disc(name, state.view, 0.6), marked=True),
        Label("endplate", disc_spot(name, 0, 0.1 * disc_of(name).depth, 1.0), marked=True),
    ]
    # From the front the disc hides the canal behind it.
    if state.view in ("side", "back"):
        canal = spot(
            lower.level, 0, lower.back - lower.canal_depth / 2, 0.0 if lower.level == "S1" else lower.height / 2
        )
        found.append(Label("canal", canal))
    return found


def _near_disc(result):
    """What is named near the disc while the bones above it stand."""
    view, disc, bare = result.state.view, result.chosen, _bare(result)
    leaves = model.level_card(disc.name)["leaves"]
    found = [
        _bone_below(result),
        Label(f"vertebra {disc.upper}", bone(disc.upper, view, bare)),
        _disc(result),
        Label(f"{leaves} root leaves", root(leaves, "right", view), marked=True),
    ]
    if bare and view == "back":
        found += _passing_root(disc)
    if not bare and view in ("side", "back"):
        found += _behind(result)
    return found


def _disc(result):
    """The name of the disc, at the part of its edge that faces the reader, or that it lies behind the arches."""
    view, name = result.state.view, result.chosen.name
    side = "left" if view in ("front", "back") else "right"
    if view == "back" and not _bare(result):
        return Label(f"disc {name}, behind", behind(name), side, marked=True)
    return Label(f"disc {name}", on_disc(name, view), side, marked=True)


def _passing_root(disc):
    """The root that crosses the back of the disc on its way down, named beside the disc; no neck disc has one."""
    passes, place = model.level_card(disc.name)["passes"], PLACE[disc.lower]
    if not passes or place > _PASSING_SEEN:
        return []
    return [Label(f"{passes} root passes", root(passes, "left", "back", at=place + 0.5), "left", marked=True)]


def _behind(result):
    """The processes behind the disc that are seen from the side and the back."""
    upper, view = result.chosen.upper, result.state.view
    return [Label("spinous process", spine(upper), "left"), Label("facet joint", joint(upper, view), "left")]
