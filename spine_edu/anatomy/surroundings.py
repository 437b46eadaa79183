"""What lies before and beside a disc in a slice: large vessels and muscles, level by level, drawn to fit.

Axes as in `section`: x to the right of the paper (the person's left), y to the front, in mm, origin in the middle of
the disc. People differ in where the aorta divides; of 210 patients 93 of 100 had two iliac arteries at the disc L4-5,
as drawn here (`anatomy_roots.two_arteries`).
"""

from typing import NamedTuple

from spine_edu.anatomy.disc import disc_of
from spine_edu.anatomy.lines import mirrored, oval, smooth
from spine_edu.anatomy.sizes import size


class Vessel(NamedTuple):
    """A vessel cut across: its name, its place (`ahead` of the front edge of the disc) and its half sizes, in mm."""

    name: str
    across: float
    ahead: float
    half_width: float
    half_height: float


_HIGH = (Vessel("aorta", 9.0, 10.5, 8.0, 7.4), Vessel("vena cava", -11.0, 9.6, 9.4, 6.0))
#: Disc -> the vessels before it. Before the uppermost discs of the chest lie gullet and windpipe, which are not drawn.
_VESSELS = {
    "T12-L1": (Vessel("aorta", 4.0, 10.8, 9.0, 8.4), Vessel("vena cava", -21.0, 15.0, 9.4, 7.0)),
    "L1-2": _HIGH,
    "L2-3": _HIGH,
    "L3-4": _HIGH,
    "L4-5": (
        Vessel("iliac artery", 13.0, 8.4, 5.6, 5.2),
        Vessel("iliac artery", 1.2, 13.4, 5.2, 5.0),
        Vessel("vena cava", -14.6, 7.0, 9.8, 5.0),
    ),
    "L5-S1": (
        Vessel("iliac artery", 24.0, 11.4, 4.6, 4.6),
        Vessel("iliac artery", -21.5, 13.0, 4.8, 4.6),
        Vessel("iliac vein", 14.0, 5.2, 6.4, 4.0),
        Vessel("iliac vein", -20.0, 3.6, 5.4, 3.8),
    ),
}
#: Corners of the right muscles behind the arch, the one beside the spinous process and the one beside that, at a disc
#: that is 48 mm wide: across, and from the back of the canal.
_BEHIND = (
    ((4.4, -6), (8, -3), (20, -3), (25, -9), (24.5, -20), (19, -28), (9, -30), (5, -24)),
    ((27, -9), (31, 1), (43, 4), (54, -4), (56, -16), (49, -27), (35, -29), (26.5, -24)),
)
#: Disc -> size of the psoas muscle beside it, as a share of its largest, which grows on its way down.
_PSOAS = {"T12-L1": 0.35, "L1-2": 0.55, "L2-3": 0.75, "L3-4": 0.9, "L4-5": 1.0, "L5-S1": 1.0}
#: A psoas larger than that has room for its name.
_NAMED = 0.7


def vessels(level):
    """Return the `Vessel` cuts of a slice: those of the low back, in the neck the artery of each side, else none."""
    disc = disc_of(level)
    if size(disc.upper).region == "neck":
        place = disc.width / 2 + 7.0
        return tuple(Vessel("vertebral artery", side * place, 0.5 - disc.depth / 2, 2.4, 2.4) for side in (1, -1))
    return _VESSELS.get(level, ())


def outlines(level):
    """Return the outlines of vessels and muscles of a slice, as closed lines: a dict of two lists."""
    disc = disc_of(level)
    cut = [oval(v.across, disc.depth / 2 + v.ahead, v.half_width, v.half_height) for v in vessels(level)]
    return {"vessel": cut, "muscle": [line for half in _muscles(disc) for line in (half, mirrored(half))]}


def names(level):
    """Return what vessels are called on the drawing and where the words stand: rows (words, x, y, position)."""
    disc = disc_of(level)
    front, found = disc.depth / 2, {v.name: v for v in reversed(vessels(level))}
    if size(disc.upper).region == "neck":
        return (("vertebral<br>artery", disc.width / 2 + 10.5, 0.5, "middle right"),)
    if level == "L5-S1":
        return (("iliac arteries and veins", 0.0, front + 23.0, "middle center"),)
    rows = []
    for name, vessel in found.items():
        side = 1 if "arter" in name or name == "aorta" else -1
        edge = vessel.across + side * (vessel.half_width + 1.5)
        words = "iliac arteries" if name == "iliac artery" else name
        rows.append((words, edge, front + vessel.ahead, "middle right" if side > 0 else "middle left"))
    return tuple(rows)


def muscle_names(level):
    """Return what muscles of a slice of the low back are called and where, as `names`; those too small have none."""
    disc = disc_of(level)
    share = _PSOAS.get(level, 0.0)
    if not share:
        return ()
    _, _, beside = _muscles(disc)
    x, y = (sum(values) / len(beside) for values in zip(*beside, strict=True))
    psoas = (("psoas", -0.5 * disc.width - 2.0 - 12.0 * share, 1.0, "middle center"),) if share > _NAMED else ()
    return (*psoas, ("back<br>muscle", x, y, "middle center"))


def _muscles(disc):
    """Muscles of the right half of the paper: in front of neck and upper chest, psoas beside, and those behind."""
    w, arch = disc.width, disc.back - (size(disc.upper).canal_depth + size(disc.lower).canal_depth) / 2
    if size(disc.upper).region == "neck":
        return (
            oval(0.40 * w, disc.depth / 2 + 4.6, 5.2, 2.8, -14),
            oval(12.5, arch - 8.5, 9.5, 7.5, -20),
            oval(27, arch + 0.5, 7.0, 10.0, -30),
        )
    behind = tuple(smooth([(x * w / 48, arch + y) for x, y in corners]) for corners in _BEHIND)
    if disc.name not in _PSOAS:
        return (oval(0.30 * w, disc.depth / 2 + 2.8, 4.6, 2.0, -10), *behind)
    share = _PSOAS[disc.name]
    ahead = 7.0 if disc.name == "L5-S1" else 1.0
    return (oval(0.5 * w + 2.0 + 12.0 * share, ahead, 12.0 * share, 15.0 * share, 8), *behind)
