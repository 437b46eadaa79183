"""The things on the shelf: a small drawing for each treatment, so that one can take it in hand."""

from math import cos, pi, sin

#: How many sides a round thing has.
_ROUND = 14


def _circle(x, y, radius, start=0.0, end=2 * pi):
    steps = [start + (end - start) * step / _ROUND for step in range(_ROUND + 1)]
    return [(x + radius * cos(angle), y + radius * sin(angle)) for angle in steps]


def _box(left, bottom, right, top):
    return [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]


def _bottle(*label):
    """A bottle of pills, with what stands on its label."""
    return [_box(0.25, 0, 0.75, 0.68), _box(0.2, 0.74, 0.8, 0.98), *label]


def _syringe(*more):
    barrel, needle = _box(0.36, 0.32, 0.64, 0.8), [(0.5, 0.32), (0.5, 0)]
    return [
        barrel,
        needle,
        [(0.5, 0.8), (0.5, 0.98)],
        [(0.34, 0.98), (0.66, 0.98)],
        [(0.36, 0.55), (0.64, 0.55)],
        *more,
    ]


def _knife(scale):
    blade = [(0.05, 0.1), (0.3, 0.12), (0.45, 0.42), (0.36, 0.5), (0.05, 0.1)]
    handle = [(0.45, 0.42), (0.95, 0.9), (0.87, 0.98), (0.36, 0.5)]
    return [[(x * scale, y * scale) for x, y in line] for line in (blade, handle)]


def _vertebra(*more):
    body = [(0.1, 0.15), (0.9, 0.15), (0.82, 0.5), (0.9, 0.85), (0.1, 0.85), (0.18, 0.5), (0.1, 0.15)]
    return [body, *more]


_CROSS = [(0.4, 0.34), (0.6, 0.34)]
_BED = [
    [(0, 0), (0, 0.75)],
    [(0, 0.22), (1, 0.22), (1, 0)],
    [(1, 0.22), (1, 0.5)],
    [(0.3, 0.38), (0.96, 0.38), (0.96, 0.24), (0.3, 0.24), (0.3, 0.38)],
    _circle(0.15, 0.4, 0.11),
]
#: Treatment -> its lines in a square from 0 to 1; they are drawings and measure nothing.
THINGS = {
    "short_rest": _BED,
    "bed_rest": _BED,
    "activity": [
        _circle(0.52, 0.87, 0.11),
        [(0.5, 0.74), (0.45, 0.4), (0.7, 0)],
        [(0.45, 0.4), (0.25, 0)],
        [(0.2, 0.5), (0.49, 0.66), (0.78, 0.52)],
    ],
    "therapy": [
        _box(0.0, 0.3, 0.13, 0.7),
        _box(0.13, 0.2, 0.27, 0.8),
        _box(0.27, 0.44, 0.73, 0.56),
        _box(0.73, 0.2, 0.87, 0.8),
        _box(0.87, 0.3, 1.0, 0.7),
    ],
    "nsaid": _bottle(_circle(0.5, 0.34, 0.13)),
    "paracetamol": _bottle(_box(0.38, 0.2, 0.62, 0.46)),
    "relaxant": _bottle([(0.34, 0.3), (0.42, 0.42), (0.5, 0.3), (0.58, 0.42), (0.66, 0.3)]),
    "opioid": _bottle([(0.36, 0.18), (0.64, 0.5)], [(0.36, 0.5), (0.64, 0.18)]),
    "gabapentinoid": _bottle([(0.36, 0.42), (0.64, 0.42)], [(0.36, 0.26), (0.64, 0.26)]),
    "steroid_pills": _bottle(_CROSS, [(0.5, 0.24), (0.5, 0.44)]),
    "cold": [
        [(0.5 - 0.48 * cos(turn), 0.5 - 0.48 * sin(turn)), (0.5 + 0.48 * cos(turn), 0.5 + 0.48 * sin(turn))]
        for turn in (pi / 2, pi / 6, -pi / 6)
    ],
    "heat": [
        [(0.2, 0.05), (0.8, 0.05), (0.86, 0.6), (0.62, 0.76), (0.38, 0.76), (0.14, 0.6), (0.2, 0.05)],
        _box(0.4, 0.76, 0.6, 0.98),
        [(0.36, 0.2), (0.42, 0.36), (0.36, 0.52)],
        [(0.6, 0.2), (0.66, 0.36), (0.6, 0.52)],
    ],
    "manual": [
        [(0.25, 0), (0.25, 0.28), (0.05, 0.55), (0.14, 0.62), (0.3, 0.45), (0.3, 0.9), (0.4, 0.9), (0.42, 0.55)],
        [(0.42, 0.55), (0.45, 0.98), (0.55, 0.98), (0.56, 0.55), (0.6, 0.92), (0.7, 0.9), (0.68, 0.52)],
        [(0.68, 0.52), (0.78, 0.78), (0.87, 0.74), (0.8, 0.3), (0.72, 0)],
    ],
    "epidural": _syringe(),
    "trigger_point": _syringe(_circle(0.5, 0.0, 0.16, 0, pi)),
    "discectomy": _knife(1.0),
    "minimally_invasive": _knife(0.7),
    "closure": [
        [(0.1, 0.7), (0.9, 0.7)],
        _box(0.3, 0.15, 0.7, 0.7),
        [(0.5, 0.7), (0.5, 0.98)],
        [(0.3, 0.42), (0.7, 0.42)],
    ],
    "fusion": [_box(0.3, 0, 0.7, 1), _circle(0.5, 0.2, 0.09), _circle(0.5, 0.8, 0.09)],
    "traction": [
        [(0, 0.85), (0.7, 0.85)],
        _circle(0.76, 0.78, 0.1),
        [(0.86, 0.78), (0.86, 0.42)],
        [(0.72, 0.42), (1, 0.42), (1, 0.05), (0.72, 0.05), (0.72, 0.42)],
    ],
    "rehydration": [
        [(0.5, 0.98), (0.22, 0.4)],
        [(0.5, 0.98), (0.78, 0.4)],
        _circle(0.5, 0.32, 0.29, pi * 0.92, pi * 2.08),
    ],
    "vertebroplasty": _vertebra(_circle(0.5, 0.5, 0.16)),
    "kyphoplasty": _vertebra(_circle(0.5, 0.5, 0.24)),
}


def placed(treatment, size, high):
    """Return the lines of a thing that stands on 0: px across, from 0 on, and units of the y axis up.

    Parameters
    ----------
    treatment : str
    size : float
        Its width in px.
    high : float
        Its height in units of the y axis.
    """
    return [[(size * x, high * y) for x, y in line] for line in THINGS[treatment]]
