"""Where everything stands: two banks, the stream between them, the way over it, and the rope under it.

The plane keeps its proportions. Where the picture is narrowest, ten of its units are a letter of the type.
"""

from functools import cache
from math import cos, pi, radians, sin

from spine_edu.claims.tracer.trail import STONES
from spine_edu.drawing.outlines import EMPTY, circle

#: The plane.
WIDE, HIGH = 356.0, 332.0
#: The stream: its lower and upper edge; the shores, from below upwards.
LOW, FAR = 74.0, 193.0
_LEFT = [(72, LOW), (80, 99), (73, 129), (79, 163), (75, FAR)]
_RIGHT = [(276, LOW), (268, 101), (274, 131), (267, 165), (272, FAR)]
#: Where one stands: at the page, on each stone, and on the other bank.
STOPS = ((62.0, 115.0), (98.0, 101.0), (136.0, 147.0), (174.0, 101.0), (212.0, 147.0), (250.0, 101.0), (302.0, 115.0))
#: How far under a stone its name stands, and the height of what was found over each of them.
BELOW, FOUND, SIGNED = 17.0, 236.0, 215.0
#: Where across what was found at each stone is shown.
ROW = (88.0, 123.0, 161.0, 197.0, 248.0)
#: How far one goes towards a stone that is not there, as a share of the way, and how high a stride is.
_DARES, _HOP = 0.25, 5.0
#: The rope: its left and right end, its height, and where the knob hangs before it is pulled; the one over it, on
#: which the trust is moved after the walk.
ROPE, ROPE_Y, PEG, AFTER_Y = (100.0, 330.0), 24.0, 76.0, 46.0
#: The bubble of the one who holds the page: its edges, and how high its tail begins over the page.
BUBBLE, _TAIL = (3.0, 280.0, 292.0, 330.0), (44.0, 158.0)
_STONE, _BOARD = (18.0, 8.0), (19.0, 5.0)


def stop(trail, here):
    """Return where one's feet are after so many steps: x and y."""
    at = min(int(here), trail.steps)
    share = here - at
    missing = trail.steps if trail.gap else None
    if missing is not None and at == missing:
        return _between(STOPS[at - 1], STOPS[at], _DARES)
    if not share:
        return STOPS[at]
    if missing is not None and at + 1 == missing:
        return _between(STOPS[at], STOPS[at + 1], _DARES * share)
    x, y = _between(STOPS[at], STOPS[at + 1], share)
    return x, y + _HOP * abs(sin(pi * share))


def _between(start, end, share):
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def on_rope(trust, y=ROPE_Y):
    """Return where a trust of so many lies on the rope, or on one of another height: x and y; at the peg without."""
    if trust is None:
        return PEG, y
    return ROPE[0] + (ROPE[1] - ROPE[0]) * trust / 10, y


def path(points, closed=True):
    """Return points as a path."""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points) + ("Z" if closed else "")


@cache
def box(left, right, low, high):
    """Return a box as a path."""
    return path([(left, low), (right, low), (right, high), (left, high)])


@cache
def oval(x, y, wide, high, turn=0.0, count=20):
    """Return the corners of an oval, turned to the left by so many degrees."""
    tilt = radians(turn)
    corners = [(wide * cos(2 * pi * step / count), high * sin(2 * pi * step / count)) for step in range(count)]
    return [(x + a * cos(tilt) - b * sin(tilt), y + a * sin(tilt) + b * cos(tilt)) for a, b in corners]


@cache
def banks():
    """Return both banks as a path."""
    return path([(0, LOW), *_LEFT, (0, FAR)]) + path([(WIDE, LOW), *_RIGHT, (WIDE, FAR)])


@cache
def bubble(tail=True):
    """Return the bubble in which the sentence stands, with its tail to the page, as a path."""
    left, right, low, high = BUBBLE
    x, y = _TAIL
    end = [(x + 12, low), (x, y), (x - 6, low)] if tail else []
    return path(
        [
            (left, low + 4),
            (left, high - 4),
            (left + 4, high),
            (right - 4, high),
            (right, high - 4),
            (right, low + 4),
            (right - 4, low),
            *end,
            (left + 4, low),
        ]
    )


@cache
def stream():
    """Return the water as a path."""
    return path([*_LEFT, *reversed(_RIGHT)])


@cache
def waves():
    """Return the ripples of the stream, which tell nothing, as a path."""
    # None where the words over an arc stand, under the upper edge.
    places = [(98, 139), (175, 135), (248, 141), (134, 101), (212, 99), (136, 83), (214, 81)]
    return "".join(f"M{x - 9},{y}Q{x - 4.5},{y + 4},{x},{y}Q{x + 4.5},{y - 4},{x + 9},{y}" for x, y in places)


def stones(trail, here):
    """Return look -> path of the stones as they are seen after so many steps: what is not walked to is not known."""
    looks = {"unknown": "", "firm": "", "loose": "", "plank": "", "gap": "", "cracks": "", "nails": ""}
    for number in range(1, len(STONES) + 1):
        x, y = STOPS[number]
        if number > int(here) or number > len(trail.stones):
            # Behind a gap nothing is ever known.
            looks["unknown"] += path(oval(x, y, *_STONE))
            continue
        state = trail.stones[number - 1].state
        looks[state] += _LOOKS[state](x, y)
        if state == "loose":
            looks["cracks"] += path([(x - 6, y + 4), (x - 2, y + 1), (x + 1, y - 1), (x + 3, y - 7)], closed=False)
        if state == "plank":
            looks["nails"] += "".join(circle(x + side * 15, y, 1.1) for side in (-1, 1))
    return {name: found or EMPTY for name, found in looks.items()}


def _board(x, y):
    wide, high = _BOARD
    return path(
        [(x - wide - 2, y - high), (x + wide - 2, y - high), (x + wide + 2, y + high), (x - wide + 2, y + high)]
    )


_LOOKS = {
    "firm": lambda x, y: path(oval(x, y, *_STONE)),
    "loose": lambda x, y: path(oval(x, y - 1, 15.0, 6.5, 13)),
    "plank": _board,
    "gap": lambda x, y: "".join(path(oval(x, y, wide, wide * 0.38)) for wide in (5, 10, 15)),
}


def touched(number):
    """Return what a press on a stone hits: the stone, what stands on it, and its name."""
    x, y = STOPS[number]
    return path([(x - 19, y - 24), (x + 19, y - 24), (x + 19, y + 22), (x - 19, y + 22)])
