"""Where the structures of the column are seen from the named views, clear of what lies before them."""

from math import cos, radians, sin

import numpy as np

from spine_edu.anatomy import processes
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.disc import disc_of
from spine_edu.anatomy.lines import on_superellipse
from spine_edu.anatomy.sizes import size
from spine_edu.anatomy.solids.binding import PLACE, Spot, spot
from spine_edu.anatomy.solids.discs import disc_spot
from spine_edu.anatomy.solids.nerves import ROOT_SIDES
from spine_edu.anatomy.solids.parts import named

#: View -> where on the edge of a body or disc it is seen, in degrees from the person's right towards the front: beside
#: the ligament in front, and from the back beside the roots, with the arches off.
_FACING = {"side": 10.0, "front": 45.0, "oblique": 42.0, "back": -38.0}
#: The same for the disc on the sacrum, of which little is seen from the back.
_FACING_LOWEST = {**_FACING, "back": -62.0}
#: View -> places on the sacrum (x, y, z) that are seen from there: plate, front, wings.
_ON_SACRUM = {
    "side": (20.0, 2.0, -14.0),
    "front": (0.0, -8.5, -40.0),
    "oblique": (24.0, 4.0, -16.0),
    "back": (30.0, -26.0, -28.0),
}
#: The top of its wing, which is seen from above.
_WING = (36.0, -8.0, -13.0)
#: Region or vertebra -> how high its body is clear of roots from the back, as a share of its height.
_CLEAR = {"neck": 0.14, "T1": -0.2, "T2": -0.2, "T3": -0.2, "chest": 0.2, "low back": 0.2}
#: How much slimmer a body is at its waist.
_WAIST = 0.9


def bone(level, view, bare, from_above=False):
    """Return the `Spot` at which a vertebra or the sacrum is seen from a view.

    Parameters
    ----------
    level, view : str
    bare : bool
        Whether the arches are off.
    from_above : bool
        Whether one looks down on it.
    """
    if level == "S1":
        return spot("S1", *(_WING if from_above else _ON_SACRUM[view]))
    v = size(level)
    if view != "back":
        return spot(level, *_on_body(v, _FACING[view]), -0.1 * v.height)
    if bare:
        return spot(level, *_on_body(v, _FACING["back"]), _CLEAR.get(level, _CLEAR[v.region]) * v.height)
    if v.region == "neck":
        return spot(level, v.canal_width / 2 + 5.2, v.arch + 5.0, 0.0)
    # The transverse process, which is swept back in the chest.
    y = v.arch + 0.42 * v.canal_depth if v.region == "low back" else v.arch + 0.2 * v.canal_depth - 4.0
    return spot(level, 0.66 * processes.HALF_SPAN[level], y, 0.16 * v.height)


def _on_body(v, angle):
    """A point (x, y) on the waist of a body, at an angle in degrees from the person's right towards the front."""
    return on_superellipse(_WAIST * v.width, _WAIST * v.depth, 2.4, radians(angle))


def on_disc(name, view, share=0.5):
    """Return the `Spot` on the edge of a disc that faces a view, at a share of its height; from the back the left."""
    lowest = name == "L5-S1"
    angle = (_FACING_LOWEST if lowest else _FACING)[view]
    if view == "back":
        angle = 180.0 - angle  # on the left, where its name stands
    return in_disc(name, 1.0, angle, 0.75 if lowest and view == "back" else share)


def in_disc(name, scale, angle, share):
    """Return the `Spot` on a disc's outline shrunk to a scale, at an angle as in `_FACING` and a share of height."""
    (point,) = disc_of(name).outline(1, scale, radians(angle))
    return disc_spot(name, *point, share)


def behind(name):
    """Return the `Spot` at the back of a disc that the cord or a joint hides from the back."""
    disc = disc_of(name)
    return disc_spot(name, 0.0 if name[0] == "C" else -0.34 * disc.width, disc.back + 2.0, 0.5)


def between_first_two():
    """Return the `Spot` between C1 and C2, in front of the tooth of C2, where no disc lies."""
    low, high = (column.reference().at(level) for level in ("C2", "C1"))
    return Spot(0.0, (low.y + high.y) / 2 + 2.0, (low.z + high.z) / 2 + 4.0, PLACE["C2"], 0.5)


def cord_end():
    """Return the `Spot` at the end of the cord: a little above its tip, where it can still be seen."""
    return _middle_of(named("spinal cord"), -2)


def root(name, side, view, at=None):
    """Return the `Spot` in the middle of a root: where it leaves, or at a place of the stack on its way down."""
    part = named(f"{side} {name} root")
    rings = len(part.vertices) // ROOT_SIDES
    if at is not None:
        way = (part.frame + part.weight)[::ROOT_SIDES]
        return _middle_of(part, int(np.abs(way - at).argmin()))
    return _middle_of(part, int(_seen_along(name, view) * (rings - 1)))


def _seen_along(name, view):
    """At what share of its way a leaving root is seen: its end may lie behind a neighbour or a transverse process."""
    if view == "back" and name[0] == "C":
        return 0.74 if name in ("C5", "C6", "C7", "C8") else 1.0
    if view == "front" and name[0] == "L":
        return 0.96
    return 1.0 if view == "side" else 0.92


def _middle_of(tube, ring):
    """The `Spot` in the middle of a ring of a tube, counted from its upper end."""
    sides = 12 if tube.name == "spinal cord" else ROOT_SIDES
    some = slice(ring * sides, (ring + 1) * sides if ring != -1 else None)
    x, y, z = (float(value) for value in tube.vertices[some].mean(axis=0))
    return Spot(x, y, z, int(tube.frame[some][0]), float(tube.weight[some][0]))


def spine(level):
    """Return the `Spot` on the spinous process of a vertebra, a third of the way to its tip."""
    v, pitch = size(level), radians(processes.PITCH[level])
    reach, high = 0.35 * processes.LENGTH[level], -1.0 if v.region == "neck" else -0.17 * v.height
    return spot(level, 0.0, v.arch - 1.5 - reach * cos(pitch), high - reach * sin(pitch))


def joint(level, view):
    """Return the `Spot` on the joint between a vertebra and the next: the right one, from the back the left."""
    v, side = size(level), -1 if view == "back" else 1
    back = v.back - 0.5 * v.canal_depth if v.region == "neck" else v.arch + 2.0
    return spot(level, side * (v.canal_width / 2 + (1.5 if v.region == "chest" else 3.0)), back, -v.height / 2 - 3.0)
