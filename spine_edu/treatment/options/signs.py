"""A small drawing for each way: somebody who walks, somebody who trains, a tablet, a syringe, a bed."""

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
