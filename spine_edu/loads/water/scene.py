"""What is drawn over the curves: a person who is up or lies down, and one disc that gives up water and drinks it.

All of it is a drawing, in pixels for type of 14 px and in proportion to it, so that no page stretches a body. Heights
are enlarged: the millimetres belong to a whole spine, and are put on one disc here. The sun stands for being up, the
moon for lying down.
"""

from functools import cache
from math import cos, hypot, pi, sin, sqrt

from spine_edu.drawing.body import Body, bowed, stand
from spine_edu.drawing.outlines import circle, drawn

#: Height of the ground on the axis of the curves, and hours at which person and disc stand.
GROUND, _PERSON, _DISC = 18.5, 17.0, 48.3
_TYPE = 14
#: How much larger than in these pixels all is drawn, on a page and in a hall.
LARGER = {False: 1.65, True: 1.3}
#: Pixels of a centimetre of the person, how high the mattress is, and the way of sun and moon: half wide, and high.
_CENTIMETRE, _MATTRESS, _SKY = 0.42, 17, (46, 24, 92)
#: Half widths of vertebra and of nucleus, height of a vertebra, of the full disc, and of the disc a millimetre.
_VERTEBRA, _NUCLEUS, _BONE, _FULL, _MILLIMETRE = 46, 30, 22, 46, 0.8
#: How many drops the nucleus of a full disc holds in the drawing.
DROPS = 40
#: Length of an arrow a millimetre of height an hour, the longest one, and the length of one a MPa.
_FLOW, _LONGEST, _LOAD = 4, 16, 34
_GOLDEN = pi * (3 - sqrt(5))


def lies(result):
    """Return whether the person lies at the hour that is looked at: at night, or under traction."""
    state, (begin, end) = result.state, result.traction
    return state.hour % 24 >= 24 - state.lying or begin <= state.hour < end


def height(result):
    """Return the height of the drawn disc, in its pixels."""
    return _FULL - _MILLIMETRE * result.loss[result.at]


def drops(result):
    """Return how many drops are drawn in the nucleus: its share of the water of a full disc."""
    return round(DROPS * result.water[result.at])


def scene(result, theme):
    """Return the person and the disc at the hour looked at, as shapes: the same ones at every hour."""
    lying, tall = lies(result), height(result)
    pulled = result.traction[0] <= result.state.hour < result.traction[1]
    bone, nucleus, skin = theme.solids["bone"], theme.color("nucleus"), theme.solids["skin"]
    body, arm = _body(lying)
    day, over = result.state.hour % 24 < 24 - result.state.lying, _over(result)
    top, high = _BONE + tall, theme.color("load")
    return [
        _shape("Sun", circle(*over, 7) if day else "", _PERSON, high, high, 0, theme),
        _shape("Moon", "" if day else _crescent(*over), _PERSON, theme.muted, theme.muted, 0, theme),
        _shape("Bed", _BED, _PERSON, bone, theme.color("bone"), 1, theme),
        _shape("Person, edge", body, _PERSON, None, theme.muted, 2.4, theme),
        _shape("Person", body, _PERSON, skin, skin, 0, theme),
        _shape("Arm of the person", arm, _PERSON, skin, theme.muted, 1, theme),
        _shape("Pull of the machine", _pull() if pulled else "", _PERSON, None, theme.color("treatment"), 2.4, theme),
        _shape("This disc in the person", circle(*_low_back(lying), 3.4), _PERSON, nucleus, theme.paper, 1, theme),
        _shape("Vertebrae", _bone(0) + _bone(top), _DISC, bone, theme.color("bone"), 1.2, theme),
        _shape("Disc", _bulging(top), _DISC, theme.solids["annulus"], theme.color("annulus"), 1.2, theme),
        _shape("Nucleus", _oval(tall), _DISC, theme.solids["nucleus"], nucleus, 1, theme),
        _shape("Water in the nucleus", _dots(drops(result), tall), _DISC, theme.color("water"), nucleus, 0, theme),
        _shape("Water flowing", _flowing(result.flow, tall), _DISC, None, theme.color("water"), 3, theme),
        _shape("Load", _pressing(result.load[result.at], top), _DISC, None, theme.color("load"), 3, theme),
    ]


def _shape(name, path, hour, fill, edge, width, theme):
    """A path in pixels, its origin on the ground at an hour."""
    place = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": hour, "yanchor": GROUND}
    scaled = _scaled(path, LARGER[theme.large] * theme.size / _TYPE)
    # What overlaps in a body is one body, and no hole.
    look = {"fill": fill, "layer": "above", "fillrule": "nonzero"}
    return drawn(name, scaled, {"color": edge, "width": width}, **look, **place)


def _scaled(path, by):
    """The same path larger; its numbers stand between letters and commas."""
    if by == 1:
        return path
    pieces, number = [], ""
    for letter in path + "Z":
        if letter in "0123456789.-e":
            number += letter
            continue
        pieces += [f"{by * float(number):.4g}" if number else "", letter]
        number = ""
    return "".join(pieces)[:-1]


# The person ----------------------------------------------------------------------------------------------------------


#: Frame, mattress and pillow of the bed.
_BED = (
    f"M-42,5L45,5L45,{_MATTRESS}L-42,{_MATTRESS}ZM-46,0L-42,0L-42,27L-46,27ZM45,0L49,0L49,22L45,22Z"
    f"M-40,{_MATTRESS}L-26,{_MATTRESS}L-28,{_MATTRESS + 4}L-39,{_MATTRESS + 4}Z"
)


@cache
def _body(lying):
    """Return the outline of the person and of the arm, from the side: on both feet, or face up on the bed."""
    if lying:
        body, up = Body((6, 10.0), bowed(-90), ((90, 90, 5),), ((88, 92),)), _MATTRESS
    else:
        body, up = Body((0, 92.4), bowed(0), (stand((0, 6.8), (0, 92.4)),), ((178, 172),)), 0
    whole, arm = body.outlines()
    return "".join(_closed(one, up) for one in whole), "".join(_closed(one, up) for one in arm[:1] + arm[2:])


def _closed(corners, up):
    """A closed line of the person in pixels, some of them above the ground; corners nearer than a pixel are one."""
    kept = []
    for x, y in corners:
        if not kept or hypot(x - kept[-1][0], y - kept[-1][1]) * _CENTIMETRE > 1.3:
            kept.append((x, y))
    points = (f"{_CENTIMETRE * x:.1f},{up + _CENTIMETRE * y:.1f}" for x, y in kept)
    return f"M{'L'.join(points)}Z"


def _over(result):
    """Where sun or moon stands over the person: from left to right in the time of being up, or of lying."""
    wide, high, low = _SKY
    up, now = 24 - result.state.lying, result.state.hour % 24
    gone = now / up if now < up else (now - up) / result.state.lying
    return -wide * cos(pi * gone), low + high * sin(pi * gone) - high / 2


def _crescent(x, y):
    """A moon that wanes."""
    return (
        f"M{x:.1f},{y + 8:.1f}C{x - 10.6:.1f},{y + 8:.1f},{x - 10.6:.1f},{y - 8:.1f},{x:.1f},{y - 8:.1f}"
        f"C{x - 5:.1f},{y - 5:.1f},{x - 5:.1f},{y + 5:.1f},{x:.1f},{y + 8:.1f}Z"
    )


def _pull():
    """A belt round the pelvis, a cord from it over the foot of the bed, and the weight that hangs there."""
    high = _MATTRESS + 10
    belt = f"M7,{high + 2}L7,{high - 9}M11,{high + 2}L11,{high - 9}"
    return f"{belt}M11,{high - 2}L54,{high - 2}L54,13M49,13L59,13L59,2L49,2Z"


def _low_back(lying):
    return (1, _MATTRESS + 4) if lying else (-1, 43)


# The disc ------------------------------------------------------------------------------------------------------------


def _bone(low):
    """A vertebra from the side: waisted, with rounded corners."""
    wide, high = _VERTEBRA, low + _BONE
    right = f"C{wide - 7},{low + 6:.1f},{wide - 7},{high - 6:.1f},{wide},{high:.1f}"
    left = f"C{7 - wide},{high - 6:.1f},{7 - wide},{low + 6:.1f},{-wide},{low:.1f}"
    return f"M{-wide},{low:.1f}L{wide},{low:.1f}{right}L{-wide},{high:.1f}{left}Z"


def _bulging(top):
    """The disc between the vertebrae: its wall bulges a little."""
    wide, low, out = _VERTEBRA, _BONE, _VERTEBRA + 7
    right = f"C{out},{low + 6},{out},{top - 6:.1f},{wide},{top:.1f}"
    left = f"C{-out},{top - 6:.1f},{-out},{low + 6},{-wide},{low}"
    return f"M{-wide},{low}L{wide},{low}{right}L{-wide},{top:.1f}{left}Z"


def _oval(tall):
    """The nucleus in the middle of the disc."""
    wide, middle, half = _NUCLEUS, _BONE + tall / 2, 4 / 3 * (tall / 2 - 3)
    ends = f"{wide},{middle + half:.1f},{wide},{middle:.1f}S{-wide},{middle - half:.1f},{-wide},{middle:.1f}"
    return f"M{-wide},{middle:.1f}C{-wide},{middle + half:.1f},{ends}Z"


def _dots(count, tall):
    """Drops in the nucleus, from its middle outwards."""
    middle, half = _BONE + tall / 2, tall / 2 - 6
    found = []
    for index in range(count):
        away, turn = sqrt((index + 0.5) / DROPS), index * _GOLDEN
        x, y = (_NUCLEUS - 5) * away * sin(turn + pi / 2), middle + half * away * sin(turn)
        found.append(f"M{x:.1f},{y + 2.2:.1f}L{x + 1.6:.1f},{y - 1:.1f}L{x - 1.6:.1f},{y - 1:.1f}Z")
    return "".join(found)


def _flowing(flow, tall):
    """Arrows beside the disc, outwards while water leaves and inwards while it comes in, as long as it is fast."""
    long = min(_FLOW * abs(flow), _LONGEST)
    if abs(flow) <= 0.1:
        return ""
    near, far = _VERTEBRA + 9, _VERTEBRA + 13 + long
    tip, end = (far, near) if flow > 0 else (near, far)
    back, arrows = (tip - 6 if flow > 0 else tip + 6), ""
    for side in (-1, 1):
        for high in (_BONE + tall * share for share in (0.3, 0.7)):
            shaft = f"M{side * end:.1f},{high:.1f}L{side * tip:.1f},{high:.1f}"
            head = f"M{side * back:.1f},{high + 4:.1f}L{side * tip:.1f},{high:.1f}L{side * back:.1f},{high - 4:.1f}"
            arrows += shaft + head
    return arrows


def _pressing(load, top):
    """Arrows down onto the upper vertebra, as long as the load is great."""
    low = top + _BONE + 3
    high, arrows = low + 4 + _LOAD * load, ""
    for x in (-24, 0, 24):
        arrows += f"M{x},{high:.1f}L{x},{low:.1f}M{x - 4},{low + 5:.1f}L{x},{low:.1f}L{x + 4},{low + 5:.1f}"
    return arrows
