"""A slice along the middle of the low back, T12 to L2: its outlines, and the way of the food into its discs."""

from functools import cache

from spine_edu.anatomy.lines import closed, moved, smooth, superellipse

#: Size of the bodies and discs that are cut along, and how far the arch lies behind the middle of a body, in mm.
_DEEP, _TALL, _GAP, _ARCH = 35.0, 24.0, 9.0, -36.0
#: Tissues of a disc that is cut along -> size against the disc: its depth, its height.
_NESTED = {"outer_annulus": (1.0, 1.0), "inner_annulus": (0.82, 0.86), "nucleus": (0.60, 0.86)}


@cache
def outlines():
    """Outlines of a slice along the middle: T12, L1 and L2 with their discs; x to the front, y up, in mm."""
    found = {name: [] for name in ("vertebral_body", "bone", *_NESTED, "rings", "endplate", "yellow_ligament")}
    for body in range(3):
        middle = 26.5 - body * (_TALL + _GAP)
        found["vertebral_body"].append(_box(_DEEP, _TALL, middle, 0.08))
        found["bone"].append(_spinous_process(middle))
        if body < 2:
            _add_disc(found, middle - (_TALL + _GAP) / 2)
            found["yellow_ligament"].append(_yellow_ligament(middle))
    return {name: tuple(lines) for name, lines in (found | _canal()).items()}


def _add_disc(found, middle):
    """Add a disc that is cut along, with its endplates."""
    for name, (deep, tall) in _NESTED.items():
        found[name].append(_box(_DEEP * deep, _GAP * tall, middle, -0.10, -0.9 * (deep < 1)))
    found["rings"] += [_box(_DEEP * deep, _GAP * 0.92, middle, -0.10, -0.9) for deep in (0.94, 0.88, 0.74, 0.67)]
    found["endplate"] += [_box(_DEEP * 0.86, 1.7, middle + side * (_GAP / 2 + 0.1), 0.0) for side in (1, -1)]


def _spinous_process(middle):
    corners = ((0, 1), (-3, 5), (-24, 0), (-28, -4), (-27, -14), (-9, -13), (-1, -12))
    return smooth(moved(corners, _ARCH, middle))


def _yellow_ligament(middle):
    return closed(moved(((0.5, -11), (-1.6, -11), (-1.6, -31), (0.8, -31)), _ARCH, middle))


def _canal():
    """What runs through the whole slice: the canal and what it holds, and the ligaments before and behind it."""
    back = -_DEEP / 2
    roots = ((-20.8, -21.5), (-21.6, -23.4), (-22.6, -25.4), (-30.4, -27.6), (-31.4, -29.6), (-32.2, -31.6))
    return {
        "canal": [_rectangle(back - 18.5, -50, back - 0.5, 52)],
        "cord": [closed([(-31, 52), (-22, 52), (-22, 8), (-24.5, -9), (-26, -16), (-27.5, -9), (-31, 8)])],
        "cauda_equina": [closed([(x0, 2), (x1, -50), (x1 - 0.9, -50), (x0 - 0.9, 2)]) for x0, x1 in roots],
        "anterior_ligament": [_rectangle(_DEEP / 2 - 0.1, -50, _DEEP / 2 + 1.7, 50)],
        "posterior_ligament": [_rectangle(back - 1.7, -50, back + 0.1, 50)],
    }


def _box(deep, tall, middle, waist, shift=0.0):
    """A rounded box whose front and back bow inwards by `waist` (outwards if negative)."""
    corners = superellipse(deep, tall, 5.0, 57)
    return [(x * (1 - waist * (1 - min(abs(y) / (tall / 2), 1) ** 2)) + shift, y + middle) for x, y in corners]


def _rectangle(left, low, right, high):
    return closed([(left, low), (right, low), (right, high), (left, high)])


def ways():
    """Return vessels that end at the bone side of the endplates, and arrows from there into the disc, as open lines."""
    vessels, arrows = [], []
    for disc in range(2):
        middle = 26.5 - disc * (_TALL + _GAP) - (_TALL + _GAP) / 2
        for side in (1, -1):
            # An endplate is 1.7 mm thick: the vessels stop at its bone side, and the arrows begin there.
            bone, inside = middle + side * (_GAP / 2 + 1.1), middle + side * 1.0
            for x in (-11.0, -4.0, 3.0, 10.0):
                vessels += [[(x + 1.5, bone + side * 7), (x, bone + side * 3.5), (x - 1.5, bone)]]
                vessels += [[(x, bone + side * 3.5), (x + 1.6, bone)]]
                arrows += [[(x, bone - side * 0.7), (x, inside)]]
                arrows += [[(x - 1.3, inside + side * 1.5), (x, inside), (x + 1.3, inside + side * 1.5)]]
    return vessels, arrows
