"""The body from behind and its low back cut open, layer by layer, and a sign for each test: outlines to be drawn.

A drawing: nothing in it was measured. x goes from 0 to `WIDE`, y up, in units of the picture.
"""

from functools import cache
from math import cos, radians, sin
from types import MappingProxyType

from spine_edu.anatomy.lines import band, closed, moved, oval, smooth, smooth_open, straight, superellipse
from spine_edu.anatomy.roots import body
from spine_edu.diagnosis.tests.model import NONE, listed
from spine_edu.drawing.outlines import circle

#: The paper, and the dark plate on it: left, low, right, high.
WIDE, LOW, HIGH = 100.0, -5.0, 85.0
PLATE = (0.0, 9.0, 61.5, 74.0)
#: The window in which the low back is cut open: left, low, right, high.
WINDOW = (27.0, 36.0, 53.6, 72.6)
#: Where the body stands on the paper, and how large; its own units are those of anatomy/roots.
_BODY, _SCALE = (13.0, 31.5), 0.37
#: How large a millimetre of the cut is.
_MM = 0.385
#: Vertebrae in the window: middle, and how far turned; discs between them; in mm about the middle of the window.
_BODIES = ((-12.0, 27.0, 3.0, 34.0, 25.0), (-10.0, -9.0, 10.0, 34.0, 25.0), (1.0, -43.5, 33.0, 31.0, 20.0))
_DISCS = ((-12.0, 43.8, 0.0, 34.0, 7.0), (-11.5, 8.8, 6.0, 34.5, 9.0), (-5.0, -27.2, 21.0, 34.0, 9.5))
_PROCESSES = ((28.5, 20.0), (29.0, -11.0))
#: The material outside the lowest disc, and the root that it presses: middles and lines, in mm.
_OUT = (13.5, -18.0, 5.2, 4.2, 30.0)
_CANAL = ((11.5, 47.5), (11.5, 27.0), (13.0, 2.0), (18.0, -15.0), (25.0, -30.0), (31.0, -42.0))
_ROOT = ((9.5, 47.5), (9.5, 25.0), (11.5, 0.0), (18.5, -13.5), (22.5, -20.0), (29.0, -27.0), (34.0, -31.0))
#: The nerve on its way down the right leg, and its calf, in the body's units.
_NERVE = (
    (0.8, 47),
    (3.0, 41),
    (7.0, 34),
    (9.2, 24),
    (8.8, 12),
    (8.4, 0),
    (8.8, -12),
    (9.0, -26),
    (9.6, -38),
    (10.4, -47),
)
#: Who asks -> where it hurts or is numb, as ovals in the body's units.
_HURTS = MappingProxyType(
    {
        "leg": ((9.2, 22, 3.6, 12), (9.2, -16, 3.0, 15), (11.5, -45, 3.0, 4.5)),
        "saddle": ((0.0, 32.5, 5.6, 4.6), (4.5, 27, 2.6, 3.4), (-4.5, 27, 2.6, 3.4)),
        "fall": ((0.0, 58, 5.5, 3.6),),
    }
)
#: Half the height of a small person.
_TALL = 0.86


def _placed(lines):
    middle, _ = body.VIEWS["back"]
    return [moved(moved(line, -middle), *_BODY, _SCALE) for line in lines]


def on_body(x, y):
    """Return a place of the body, in its own units from the middle, as it lies on the paper."""
    return _BODY[0] + _SCALE * x, _BODY[1] + _SCALE * y


def in_window(x, y):
    """Return a place of the cut, in mm from its middle, as it lies on the paper."""
    left, low, right, high = WINDOW
    return (left + right) / 2 + _MM * x, (low + high) / 2 + _MM * y


def rectangle(left, low, right, high):
    """Return a rectangle as a path."""
    return f"M{left:.2f},{low:.2f}L{right:.2f},{low:.2f}L{right:.2f},{high:.2f}L{left:.2f},{high:.2f}Z"


@cache
def silhouette():
    """Return the body from behind as a path: head, trunk and limbs overlap."""
    middle, other = body.VIEWS["back"][0], body.VIEWS["front"][0]
    back = [line for line in body.body() if abs(line[0][0] - middle) < abs(line[0][0] - other)]
    return straight(_placed(back), 0.06)


def _turned(x, y, turn, wide, tall, waist):
    """Return a rounded box about a place, turned; its front and back bow inwards by `waist`, outwards if negative."""
    c, s = cos(radians(turn)), sin(radians(turn))
    corners = [
        (a * (1 - waist * (1 - min(abs(b) / (tall / 2), 1) ** 2)), b) for a, b in superellipse(wide, tall, 5, 33)
    ]
    return [in_window(x + a * c - b * s, y + a * s + b * c) for a, b in corners]


def _cut(lines):
    """Return closed lines held inside the window, as a path."""
    left, low, right, high = WINDOW
    held = [[(min(max(x, left), right), min(max(y, low), high)) for x, y in line] for line in lines]
    return straight(held, 0.06)


@cache
def layers():
    """Return what is drawn of each layer: name -> path. The disc has two: itself, and what has left it."""
    processes = [
        [in_window(x + a, y + b) for a, b in smooth([(-7, 5), (4.5, 2), (5.2, -7), (-2, -7), (-8, -4)])]
        for x, y in _PROCESSES
    ]
    little = [_box_of_spine(number) for number in range(14)]
    calf = _placed(body.muscle("S1", "right"))
    return MappingProxyType(
        {
            "bone": _cut([*(_turned(*one, 0.08) for one in _BODIES), *processes]) + straight(little, 0.02),
            "disc": _cut([_turned(*one, -0.06) for one in _DISCS]),
            "out": _cut([[in_window(x, y) for x, y in oval(*_OUT)]]),
            "root": _cut([[in_window(x, y) for x, y in band(smooth_open(list(_CANAL)), 8.4)]]),
            "muscle": straight(calf, 0.05),
        }
    )


def _box_of_spine(number):
    """Return a little vertebra of the body's own column."""
    x, y = on_body(0, 43 + 3.3 * number)
    return closed([(x - 0.62, y), (x + 0.62, y), (x + 0.62, y + 0.85), (x - 0.62, y + 0.85)])


@cache
def roots():
    """Return the bundle of roots in the sac, and the one that is pressed, as open lines in one path."""
    shifts = (2.6, 0.2, -1.6)
    bundle = [[in_window(x + shift, y) for x, y in smooth_open(list(_CANAL))] for shift in shifts]
    pressed = [in_window(x, y) for x, y in smooth_open(list(_ROOT))]
    return "".join(_open(line) for line in (*bundle, pressed))


@cache
def nerve():
    """Return the way of the nerve down the leg as an open line."""
    return _open([on_body(x, y) for x, y in smooth_open(list(_NERVE))])


def _open(points):
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points)


@cache
def hurts(who):
    """Return where it hurts or is numb, as a path of three ovals, however many there are."""
    spots = [*_HURTS[who], *[_HURTS[who][0]] * 2][:3]
    lines = [[on_body(x, y) for x, y in oval(*spot, count=13)] for spot in spots]
    return "".join(f"{_open(line[:-1])}Z" for line in lines)


@cache
def asked(question):
    """Return the rings round what a question is about, as a path of two ovals."""
    rings = {
        "root": [in_window(19.5, -17.0) + (5.6, 6.6)],
        "bone": [(*in_window(-10.0, -10.5), 7.4, 5.7)],
        "muscle": [on_body(8.7, -11.0) + (2.9, 6.6)],
        "urgent": [in_window(14.0, 18.0) + (3.6, 9.5), on_body(0.0, 32.5) + (3.4, 3.0)],
    }[question]
    rings = [*rings, rings[0]][:2]
    return "".join(f"{_open(oval(*ring, count=25)[:-1])}Z" for ring in rings)


# Tests ----------------------------------------------------------------------------------------------------------------

#: Test -> its open lines, in a box from 0 to 1, y up; three numbers are a circle.
_SIGNS = MappingProxyType(
    {
        "history": (
            [(0.3, 0.3), (0.1, 0.3), (0.1, 0.95), (0.9, 0.95), (0.9, 0.3), (0.5, 0.3), (0.28, 0.05), (0.3, 0.3)],
            [(0.25, 0.74), (0.75, 0.74)],
            [(0.25, 0.52), (0.6, 0.52)],
        ),
        "exam": (
            [(0.05, 0.95), (0.55, 0.6), (0.4, 0.38), (0.02, 0.62), (0.05, 0.95)],
            [(0.46, 0.5), (0.98, 0.05)],
        ),
        "mri": (
            [(0.42, 0.08), (0.42, 0.94), (0.86, 0.94), (0.86, 0.08), (0.42, 0.08)],
            (0.12, 0.56, 0.1),
            [(0.22, 0.5), (0.42, 0.5), (0.42, 0.64), (0.22, 0.62), (0.22, 0.5)],
            [(0.0, 0.4), (1.0, 0.4)],
            [(0.14, 0.4), (0.14, 0.08)],
        ),
        "ct": ((0.5, 0.55, 0.44), (0.5, 0.55, 0.36), [(0.05, 0.4), (0.95, 0.4)], [(0.5, 0.99), (0.5, 0.11)]),
        "xray": (
            [(0.14, 0.02), (0.86, 0.02), (0.86, 0.98), (0.14, 0.98), (0.14, 0.02)],
            [(0.38, 0.14), (0.62, 0.14), (0.62, 0.34), (0.38, 0.34), (0.38, 0.14)],
            [(0.38, 0.42), (0.62, 0.42), (0.62, 0.6), (0.38, 0.6), (0.38, 0.42)],
            [(0.38, 0.68), (0.62, 0.68), (0.62, 0.86), (0.38, 0.86), (0.38, 0.68)],
        ),
        "emg": (
            [(0.02, 0.98), (0.3, 0.7), (0.38, 0.78), (0.22, 0.62), (0.3, 0.7), (0.52, 0.46)],
            [(0.1, 0.2), (0.4, 0.2), (0.47, 0.4), (0.56, 0.02), (0.64, 0.28), (0.7, 0.2), (0.98, 0.2)],
        ),
        NONE: (
            [(0.2, 0.97), (0.8, 0.97), (0.54, 0.5), (0.8, 0.03), (0.2, 0.03), (0.46, 0.5), (0.2, 0.97)],
            [(0.33, 0.12), (0.67, 0.12)],
        ),
    }
)
#: Where the tests stand: the ends of their row.
ROW = (LOW + 0.3, 8.2)


def sign(test, left, low, wide, high):
    """Return the sign of a test in a box, as a path."""
    found = ""
    for line in _SIGNS[test]:
        if isinstance(line, tuple):
            x, y, radius = line
            found += circle(left + wide * x, low + high * y, min(wide, high) * radius)
        else:
            found += _open([(left + wide * x, low + high * y) for x, y in line])
    return found


def cell(test):
    """Return left, low, right and high edge of the place of a test under the plate."""
    number = [name for name, _ in listed()].index(test)
    wide = WIDE / len(listed())
    return wide * number + 0.3, ROW[0], wide * (number + 1) - 0.3, ROW[1]


def place(test):
    """Return the sign of a test in its place under the plate, as a path."""
    left, _, right, high = cell(test)
    return sign(test, (left + right) / 2 - 3, high - 6.3, 6, 5.6)


#: Test -> where its instrument stands on the plate, drawn large: left, low, width, height. The needle has a curve.
_LARGE = MappingProxyType(
    {
        "mri": (34.3, 13.5, 12, 14),
        "ct": (34.3, 13.5, 12, 14),
        "xray": (34.3, 13.5, 12, 14),
        "history": (17.6, 59, 8.6, 8),
    }
)


def instrument(test, speaks):
    """Return the instrument of a test where it is used, as a path; the needle is quiet until it `speaks`."""
    if test in _LARGE:
        return sign(test, *_LARGE[test])
    if test == "exam":
        return straight([_hammer(line) for line in body.hammer(0, 0, 1)], 0.02)
    if test == "emg":
        x, y = on_body(8.9, -13)
        return f"M{x:.2f},{y:.2f}L{x + 6:.2f},{y - 2:.2f}L{x + 9.5:.2f},{y - 3.2:.2f}" + _curve(speaks)
    return ""


def _hammer(line):
    x, y = on_body(*body.reflex("S1", "right"))
    x -= _SCALE * body.VIEWS["back"][0]
    return [(x + _SCALE * a * 1.9, y + _SCALE * b * 1.9) for a, b in line]


def _curve(speaks):
    """Return the curve of the needle, a line with spikes if nerve fibres were lost long enough ago."""
    points = [
        (29.0 + step, 15.5 + (3.4 * (-1) ** step if speaks and step % 7 in (2, 3, 4) else 0)) for step in range(30)
    ]
    return _open(points)


def beam(test):
    """Return the light from an instrument that takes pictures to the window, as a path; none for other tests."""
    if test not in ("mri", "ct", "xray"):
        return ""
    left, low, right, high = WINDOW
    return f"M40.3,27L{left},{low}L{left},{high}L{right},{high}L{right},{low}Z"


# Small people ---------------------------------------------------------------------------------------------------------


@cache
def upright(tall=_TALL):
    """Return somebody who stands, half so tall, round (0, 0), as the path of a mark."""
    side, foot, bow = 0.58 * tall, -tall, 0.5 * tall
    head = circle(0, 0.62 * tall, 0.34 * tall)
    left = f"M{-side:.3g},{foot:.3g}C{-side:.3g},{bow:.3g},{side:.3g},{bow:.3g},{side:.3g},{foot:.3g}Z"
    return head + left


def walker(x, y, tall=2.5):
    """Return somebody who walks to the right, feet at a place, as an outline and a path."""
    corners = [(-0.3, 0.2), (0.42, 0.2), (0.72, -1), (0.02, -0.5), (-0.7, -1)]
    line = [(x + tall * a, y + tall * (1 + b)) for a, b in corners]
    return line, f"{circle(x + 0.14 * tall, y + 1.66 * tall, 0.32 * tall)}{_open(line)}Z"


def crowd(n):
    """Return half the size of the mark of a study: its area goes with how many took part; unknown is small."""
    return max(0.6, 1.3 * ((n or 0) / 5239) ** 0.5)
