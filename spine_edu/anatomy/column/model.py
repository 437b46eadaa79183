"""The column: 24 vertebrae, the sacrum and 23 discs, stacked from the bottom up.

Every element (body or disc) is a wedge of mid height h and angle w. The stack starts on the upper face of S1,
which is tilted by the sacral slope; each element turns the frame by w/2, carries it h along its own axis, and
turns it by w/2 again. Angles are positive where the front is higher (lordosis).
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, degrees, radians, sin, tan

from spine_edu import data
from spine_edu.anatomy.sizes import LEVELS, size
from spine_edu.state import State, choice, quantity

#: Vertebrae from the bottom up: the order of the stack and of `ColumnResult.frames`.
STACK = LEVELS[::-1]
#: Discs whose wedge makes the lumbar curve, from the lower face of T12 to S1, and so changes with the lordosis.
_LUMBAR_DISCS = ("T12-L1", "L1-2", "L2-3", "L3-4", "L4-5", "L5-S1")
#: Layers that take everything above the chosen disc off: then there is no whole column.
BARING = ("lifted", "cut")
#: C1 has no body and no disc below it: its ring lies this far above the upper face of C2 (mm; drawn).
_ATLAS_RISE = 9.0


@dataclass(frozen=True)
class ColumnState(State):
    """What the student sets: angles in degrees, stature in cm, disc height lost in %."""

    disc: str = choice("anatomy_column.disc")
    view: str = choice("anatomy_column.view")
    layer: str = choice("anatomy_column.layer")
    frame: str = choice("anatomy_column.frame")
    lordosis: float = quantity("anatomy_column.lordosis")
    loss: float = quantity("anatomy_column.loss")
    scope: str = choice("anatomy_column.scope")
    stature: float = quantity("anatomy_column.stature")


@dataclass(frozen=True)
class Frame:
    """Where a vertebra sits: centre (mm to the front, mm up) and forward tilt of its axis (radians)."""

    name: str
    y: float
    z: float
    tilt: float

    def place(self, y, z, scale=1.0):
        """Return where a point (`y` to the front, `z` up, in the vertebra's own axes, in mm) lies in the column."""
        y, z = y * scale, z * scale
        return self.y + y * cos(self.tilt) + z * sin(self.tilt), self.z - y * sin(self.tilt) + z * cos(self.tilt)


@dataclass(frozen=True)
class Disc:
    """One disc as it stands: heights and sizes in mm, wedge in degrees."""

    name: str
    upper: str
    lower: str
    height: float
    wedge: float
    width: float
    depth: float

    @property
    def front(self):
        """Height at the front edge, in mm."""
        return self.height + self.depth * tan(radians(self.wedge) / 2)

    @property
    def back(self):
        """Height at the back edge, in mm."""
        return self.height - self.depth * tan(radians(self.wedge) / 2)


@dataclass(frozen=True)
class ColumnResult:
    """The stacked column.

    Attributes
    ----------
    state : ColumnState
    frames : tuple of Frame
        S1 first, C1 last. S1's centre is the middle of its upper face and the origin.
    discs : tuple of Disc
        From C2-3 down to L5-S1.
    scale : float
        Size of this column against the reference stature.
    lordosis, kyphosis, neck : float
        Curves in degrees: lower face of T12 to upper face of S1, T1 to T12, C2 to C7.
    length : float
        Length along the middle of discs and bodies from C2-3 to S1, in mm.
    disc_share : float
        Part of `length` that is disc.
    shorter : float
        How much the chosen disc loss shortens the column, in mm.
    """

    state: ColumnState
    frames: tuple[Frame, ...]
    discs: tuple[Disc, ...]
    scale: float
    lordosis: float
    kyphosis: float
    neck: float
    length: float
    disc_share: float
    shorter: float

    @property
    def low_back(self):
        """Angle from the upper face of L1 to the upper face of S1, in degrees: `lordosis` without the disc T12-L1."""
        return self.lordosis - next(disc.wedge for disc in self.discs if disc.name == "T12-L1")

    @property
    def plumb(self):
        """How far a plumb line from the middle of C7 falls in front of the upper back corner of S1, in mm."""
        corner, _ = self.at("S1").place(-size("S1").upper_depth / 2, 0.0, self.scale)
        return self.at("C7").y - corner

    @property
    def chosen(self):
        """The chosen `Disc`."""
        return next(disc for disc in self.discs if disc.name == self.state.disc)

    def at(self, vertebra):
        """Return the `Frame` of a vertebra."""
        return next(frame for frame in self.frames if frame.name == vertebra)


def simulate(state):
    """Stack the column for a `ColumnState` and return the `ColumnResult`."""
    scale = state.stature / data.value("anatomy_column.stature")
    discs = tuple(_disc(row, state, scale) for row in _rows())
    discs_length = sum(disc.height for disc in discs)
    length = discs_length + scale * sum(size(level).height for level in LEVELS[2:24])
    lordosis = _bodies("L", 1, 5) + sum(disc.wedge for disc in discs if disc.name in _LUMBAR_DISCS)
    return ColumnResult(
        state=state,
        frames=_stack(discs, scale, lordosis),
        discs=discs,
        scale=scale,
        lordosis=lordosis,
        kyphosis=-_bodies("T", 1, 12) - _between(discs, "T", 1, 12),
        neck=_bodies("C", 2, 7) + _between(discs, "C", 2, 7),
        length=length,
        disc_share=discs_length / length,
        shorter=scale * sum(row.mid_height for row in _rows()) - discs_length,
    )


def _bodies(letter, first, last):
    """Sum of the wedges of vertebrae such as L1 to L5, in degrees."""
    return sum(degrees(size(f"{letter}{n}").wedge) for n in range(first, last + 1))


def _between(discs, letter, first, last):
    """Sum of the wedges of the discs between vertebrae such as T1 to T12, in degrees."""
    levels = {f"{letter}{n}" for n in range(first, last + 1)}
    return sum(disc.wedge for disc in discs if {disc.upper, disc.lower} <= levels)


@cache
def reference():
    """Return the column as it starts; the meshes are made in this position."""
    return simulate(ColumnState())


def _disc(row, state, scale):
    """One disc as it stands; the lumbar discs share a change of lordosis, each by its part of their wedge."""
    left = 1.0 - state.loss / 100 if state.scope == "all" or row.disc == state.disc else 1.0
    wedge = row.wedge
    if row.disc in _LUMBAR_DISCS:
        own = sum(r.wedge for r in _rows() if r.disc in _LUMBAR_DISCS)
        wedge *= 1.0 + (state.lordosis - data.value("anatomy_column.lordosis")) / own
    # A disc that loses height loses it at the front and at the back alike, so its wedge shrinks with it.
    return Disc(
        name=row.disc,
        upper=row.upper,
        lower=row.lower,
        height=row.mid_height * left * scale,
        wedge=wedge * left,
        width=row.width * scale,
        depth=row.depth * scale,
    )


def _stack(discs, scale, lordosis):
    """Return the frames from S1 to C1. The pelvis turns with the lumbar curve, so that the chest stays upright."""
    below = {disc.lower: disc for disc in discs}
    tilt = radians(data.value("anatomy_column.sacral_slope") + lordosis - data.value("anatomy_column.lordosis"))
    frames, y, z = [Frame("S1", 0.0, 0.0, tilt)], 0.0, 0.0
    for level, upper in pairwise(STACK):
        if level in below:
            y, z, tilt = _advance(y, z, tilt, below[level].height, radians(below[level].wedge))
        if upper == "C1":
            frames.append(Frame("C1", *_along(y, z, tilt, _ATLAS_RISE * scale), tilt))
            break
        bone = size(upper)
        middle = tilt - bone.wedge / 2
        frames.append(Frame(upper, *_along(y, z, middle, bone.height * scale / 2), middle))
        y, z, tilt = _advance(y, z, tilt, bone.height * scale, bone.wedge)
    return tuple(frames)


def _along(y, z, tilt, distance):
    return y + distance * sin(tilt), z + distance * cos(tilt)


def _advance(y, z, tilt, height, wedge):
    y, z = _along(y, z, tilt - wedge / 2, height)
    return y, z, tilt - wedge


def level_card(disc):
    """Return everything about one disc's level: neighbours, roots, content of the canal, and other series.

    Parameters
    ----------
    disc : str
        Name of a disc, for example ``"L4-5"``.

    Returns
    -------
    dict
        ``upper``, ``lower`` (vertebrae), ``leaves`` (root leaving beside the disc), ``passes`` (root crossing the
        back of the disc on its way down, or ``""``), ``content`` (of the canal) and ``series`` (rows of other
        published measurements).

    Raises
    ------
    ValueError
        If there is no such disc.
    """
    row = _rows()[_place(disc)]
    neck = row.lower[0] == "C" or disc == "C7-T1"
    leaves = ("C8" if disc == "C7-T1" else row.lower) if neck else row.upper
    passes = "" if neck else row.lower
    return {
        "upper": row.upper,
        "lower": row.lower,
        "leaves": leaves,
        "passes": passes,
        "content": content(disc),
        "series": tuple(r for r in data.table("anatomy_series") if _covers(r.level, row)),
    }


def _covers(level, disc):
    """Whether a series was measured at a disc: at itself, or at all discs of the neck together, with C7-T1 or not."""
    neck = disc.upper[0] == "C"
    return level == disc.disc or level == "C2-T1" and neck or level.startswith("C2-7") and neck and disc.lower != "T1"


def content(disc):
    """Return what fills the canal behind a disc in most adults: ``cord``, ``end of the cord`` or ``cauda equina``."""
    if _place(disc) < _place("T12-L1"):
        return "cord"
    return "end of the cord" if disc in ("T12-L1", "L1-2") else "cauda equina"


def cord_reached(disc):
    """Return whether the cord came down to a disc in any of 504 adults.

    It ended at the lower third of L1 on average, between the middle third of T12 and the upper third of L3 (Saifuddin
    1998, abstract): in some of them the disc L2-3 had cord behind it, a lower one in none.
    """
    return _place(disc) <= _place("L2-3")


def _rows():
    return data.table("anatomy_discs")


def _place(disc):
    """Number of a disc, counted from C2-3 down."""
    names = [row.disc for row in _rows()]
    if disc not in names:
        raise ValueError(
            f"There is no disc {disc!r}; the 23 discs run from {names[0]} to {names[-1]} ({', '.join(names)})."
        )
    return names.index(disc)
