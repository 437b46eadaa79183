"""Lines of the anatomy drawings, as lists of points: made, rounded, thinned out, and written as paths of plotly shapes.

A point is a tuple (x, y) in mm. A closed line ends with its first point. Plain Python, because a drawing has a few
hundred points: numpy would take longer to load than to draw with.
"""

from bisect import bisect_right
from math import copysign, cos, hypot, pi, radians, sin


def even(start, end, count):
    """Return `count` numbers in even steps from `start` to `end`, both of them among the numbers."""
    return [start + (end - start) * number / (count - 1) for number in range(count)]


def interpolated(value, places, numbers):
    """Return what `numbers`, given at rising `places`, are at a `value` between them; beyond an end, as at the end."""
    after = min(max(bisect_right(places, value), 1), len(places) - 1)
    before, step = places[after - 1], places[after] - places[after - 1]
    share = min(max((value - before) / step, 0.0), 1.0) if step else 0.0
    return numbers[after - 1] + share * (numbers[after] - numbers[after - 1])


def moved(line, across=0.0, up=0.0, scale=1.0):
    """Return a line made larger by `scale` about the origin, then moved."""
    return [(x * scale + across, y * scale + up) for x, y in line]


def mirrored(line):
    """Return a line with left and right changed over, and its points in the opposite order."""
    return [(-x, y) for x, y in reversed(line)]


def closed(line):
    """Return a line with its first point again at its end."""
    return [*line, line[0]]


def oval(x, y, half_width, half_height, turn=0.0, count=29):
    """Return a closed ellipse of `count` points about (x, y), turned by `turn` degrees against the clock."""
    turn = radians(turn)
    spots = [(half_width * cos(angle), half_height * sin(angle)) for angle in even(0, 2 * pi, count)]
    return [(x + a * cos(turn) - b * sin(turn), y + a * sin(turn) + b * cos(turn)) for a, b in spots]


def on_superellipse(width, depth, power, angle):
    """Return the point (x, y) of ``|2x/width|^power + |2y/depth|^power = 1`` at `angle`, in radians."""
    across, forward = cos(angle), sin(angle)
    return (
        width / 2 * copysign(abs(across) ** (2 / power), across),
        depth / 2 * copysign(abs(forward) ** (2 / power), forward),
    )


def superellipse(width, depth, power, count):
    """Return a closed superellipse of `count` points; see `on_superellipse`."""
    return [on_superellipse(width, depth, power, angle) for angle in even(0, 2 * pi, count)]


def bow(start, middle, end, count=11):
    """Return a curve from `start` to `end` that bends towards `middle` (a quadratic Bézier curve)."""
    return [
        tuple((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c for a, b, c in zip(start, middle, end, strict=True))
        for t in even(0, 1, count)
    ]


def band(line, thick):
    """Return the closed outline of a band of constant thickness along an open line."""
    sides = [
        (x, y, along[1] * thick / 2, -along[0] * thick / 2)
        for (x, y), along in zip(line, directions(line), strict=True)
    ]
    return closed([(x + a, y + b) for x, y, a, b in sides] + [(x - a, y - b) for x, y, a, b in reversed(sides)])


def directions(line):
    """Return the direction of an open line at each of its points, as pairs of length 1."""
    ahead = zip([line[0], *line[:-1]], [*line[1:], line[-1]], strict=True)
    return [unit(u - x, v - y) for (x, y), (u, v) in ahead]


def unit(x, y):
    """Return the pair (x, y) made 1 long."""
    length = hypot(x, y)
    return x / length, y / length


def smooth(corners, times=2):
    """Return a closed line from rough corners, each of them cut `times` times (Chaikin)."""
    for _ in range(times):
        corners = _cut(corners, closed(corners)[1:])
    return closed(corners)


def smooth_open(line, times=2):
    """Return an open line with its corners cut `times` times, its two ends where they were."""
    for _ in range(times):
        line = [line[0], *_cut(line[:-1], line[1:]), line[-1]]
    return line


def _cut(line, ahead):
    """Return the two points at a quarter and three quarters of the way from each point to the one ahead of it."""
    return [
        (far * x + near * u, far * y + near * v)
        for (x, y), (u, v) in zip(line, ahead, strict=True)
        for far, near in ((0.75, 0.25), (0.25, 0.75))
    ]


def anticlockwise(line):
    """Return a closed line turned anticlockwise: lines that overlap in one drawing then fill one silhouette."""
    turn = sum(x * v - u * y for (x, y), (u, v) in zip(line, closed(line)[1:], strict=True))
    return line if turn > 0 else line[::-1]


def needed(line, tolerance):
    """Return which points of a line, of two or three numbers each, keep it within `tolerance` (Douglas and Peucker).

    Returns
    -------
    list of bool
    """
    points = [(*point, 0.0)[:3] for point in line]
    far, _ = _farthest(points, 0, len(points), (0.0, 0.0, 0.0))
    keep, last = [False] * len(points), len(points) - 1
    keep[0] = keep[far] = keep[last] = True
    parts = [(0, far), (far, last)]
    while parts:
        start, end = parts.pop()
        if end - start < 2:
            continue
        chord = tuple(b - a for a, b in zip(points[start], points[end], strict=True))
        length = max(hypot(*chord), 1e-9)
        middle, away = _farthest(points, start, end, tuple(part / length for part in chord))
        if away > tolerance**2:
            keep[middle] = True
            parts += [(start, middle), (middle, end)]
    return keep


def _farthest(points, start, end, along):
    """Return which point after `start` and before `end` lies farthest from the line `along` through the start.

    The square of its distance is returned too. Without a direction the distance is that from the start itself.
    """
    (x0, y0, z0), (a, b, c) = points[start], along
    best, most = start, -1.0
    for number in range(start + 1, end):
        x, y, z = points[number]
        x, y, z = x - x0, y - y0, z - z0
        away = x * x + y * y + z * z - (x * a + y * b + z * c) ** 2
        if away > most:
            best, most = number, away
    return best, most


def simplified(line, tolerance=0.12):
    """Return a closed line without the points that the eye does not miss."""
    return [point for point, keep in zip(line, needed(line, tolerance), strict=True) if keep]


def joined(lines):
    """Return lines as two columns x, y with a gap after each, for one filled trace."""
    points = [point for line in lines for point in (*((round(x, 2), round(y, 2)) for x, y in line), (None, None))]
    return [x for x, _ in points], [y for _, y in points]


def straight(lines, tolerance=0.16):
    """Return closed lines as one path of straight edges, with as few corners as the eye allows."""
    corners = (simplified(line, tolerance)[:-1] for line in lines)
    return "".join(f"M{'L'.join(f'{x:.1f},{y:.1f}' for x, y in line)}Z" for line in corners)
