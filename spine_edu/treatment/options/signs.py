"""A small drawing for each way: who walks, who trains, a tablet, a syringe, a bed; and who is asked, standing."""

from spine_edu.drawing.outlines import circle

#: Way -> its open lines, in a box from 0 to 1, downwards; a single number is a circle round the place before it.
_LINES = {
    "wait": (
        [(0.52, 0.3), (0.48, 0.6), (0.3, 0.98)],
        [(0.48, 0.6), (0.66, 0.78), (0.7, 0.98)],
        [(0.3, 0.55), (0.5, 0.36), (0.7, 0.52)],
    ),
    "exercise": (
        [(0.5, 0.3), (0.5, 0.64), (0.3, 0.98)],
        [(0.5, 0.64), (0.7, 0.98)],
        [(0.22, 0.08), (0.3, 0.34), (0.7, 0.34), (0.78, 0.08)],
    ),
    "nsaid": (
        [(0.3, 0.35), (0.7, 0.35), (0.82, 0.42), (0.86, 0.55), (0.82, 0.68), (0.7, 0.75), (0.3, 0.75), (0.18, 0.68)]
        + [(0.14, 0.55), (0.18, 0.42), (0.3, 0.35)],
        [(0.5, 0.35), (0.5, 0.75)],
    ),
    "injection": (
        [(0.3, 0.4), (0.7, 0.4), (0.7, 0.7), (0.3, 0.7), (0.3, 0.4)],
        [(0.7, 0.55), (0.98, 0.55)],
        [(0.3, 0.55), (0.08, 0.55)],
        [(0.08, 0.4), (0.08, 0.7)],
    ),
    "operation": (
        [(0.04, 0.35), (0.04, 0.95)],
        [(0.04, 0.75), (0.96, 0.75), (0.96, 0.95)],
        [(0.3, 0.75), (0.34, 0.56), (0.9, 0.58), (0.94, 0.75)],
    ),
}
#: Way -> the middle of a head and its radius.
_HEADS = {"wait": (0.53, 0.17, 0.11), "exercise": (0.5, 0.17, 0.11), "operation": (0.19, 0.6, 0.1)}
#: The right half of somebody standing, upwards and in shares of the height: from the neck down to between the legs.
_YOU = [(0.05, 0.82), (0.15, 0.8), (0.19, 0.73), (0.19, 0.46), (0.14, 0.46), (0.13, 0.0), (0.03, 0.0), (0.0, 0.38)]
_MARA = [(0.04, 0.82), (0.13, 0.8), (0.16, 0.74), (0.17, 0.5), (0.11, 0.56), (0.19, 0.26), (0.1, 0.26), (0.1, 0.0)]
_MARA += [(0.02, 0.0), (0.02, 0.26), (0.0, 0.26)]
_TOM = [(0.06, 0.83), (0.2, 0.81), (0.24, 0.73), (0.23, 0.46), (0.17, 0.46), (0.15, 0.0), (0.03, 0.0), (0.0, 0.4)]
_BODIES = {"mine": _YOU, "mara": _MARA, "tom": _TOM}
#: Mara's hair, round her head, the same way; and the way of the pain, down the right leg as it is seen.
_HAIR = [(0.07, 0.82), (0.13, 0.84), (0.12, 0.95), (0.06, 1.01)]
_PAIN = [(0.05, 0.47), (0.075, 0.3), (0.07, 0.05)]
_HEAD = 0.09
#: How broad the broadest is, in shares of the height.
BROAD = 0.52


def body(name, high):
    """Return somebody who stands on the origin and is so high, upwards, as a path."""
    whole = _outline(_BODIES[name], high) + circle(0, (0.995 - _HEAD) * high, _HEAD * high)
    return whole + (_outline(_HAIR, high) if name == "mara" else "")


def sciatica(high):
    """Return the pain down the leg of somebody who is so high, as a path."""
    return "M" + "L".join(f"{x * high:.4g},{y * high:.4g}" for x, y in _PAIN)


def _outline(half, high):
    corners = [*half, *[(-x, y) for x, y in reversed(half)]]
    return "M" + "L".join(f"{x * high:.4g},{y * high:.4g}" for x, y in corners) + "Z"


def path(option, left, top, wide, high):
    """Return the drawing of a way in a box, as a path: left and top, and how wide and high it is."""

    def written(points):
        return "L".join(f"{left + wide * x:.2f},{top + high * y:.2f}" for x, y in points)

    drawn = "".join(f"M{written(line)}" for line in _LINES[option])
    if option in _HEADS:
        x, y, radius = _HEADS[option]
        corners = [(x - radius, y), (x - radius, y - 1.33 * radius), (x + radius, y - 1.33 * radius), (x + radius, y)]
        below = [(x + radius, y + 1.33 * radius), (x - radius, y + 1.33 * radius), (x - radius, y)]
        upper = [written([one]) for one in corners + below]
        drawn += f"M{upper[0]}C{','.join(upper[1:4])}C{','.join(upper[4:7])}"
    return drawn
