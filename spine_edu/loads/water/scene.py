"""What is drawn over the curves: a person who is up or lies down, and one disc that gives up water and drinks it.

All of it is a drawing, in pixels for type of 14 px and in proportion to it, so that no page stretches a body. Heights
are enlarged: the millimetres belong to a whole spine, and are put on one disc here.
"""

from math import pi, sin, sqrt

from spine_edu.drawing.outlines import circle, drawn

#: Height of the ground on the axis of the curves, and hours at which person and disc stand.
GROUND, _PERSON, _DISC = 19.5, 15.5, 48.5
_TYPE = 14
#: How much larger than in these pixels all is drawn, on a page and in a hall.
LARGER = {False: 1.5, True: 1.2}
#: Half widths of vertebra and of nucleus, height of a vertebra, of the full disc, and of the disc a millimetre.
_VERTEBRA, _NUCLEUS, _BONE, _FULL, _MILLIMETRE = 46, 30, 22, 40, 0.5
#: How many drops the nucleus of a full disc holds in the drawing.
DROPS = 40
#: Length of an arrow a millimetre of height an hour, the longest one, and the length of one a MPa.
_FLOW, _LONGEST, _LOAD = 4, 22, 46
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
    skin, bone, nucleus = theme.muted, theme.solids["bone"], theme.color("nucleus")
    top = _BONE + tall
    return [
        _shape("Bed", _bed() if lying else "", _PERSON, bone, theme.color("bone"), 1, theme),
        _shape("Person", _lying() if lying else _standing(), _PERSON, skin, skin, 0, theme),
        _shape("Pull of the machine", _pull() if pulled else "", _PERSON, None, theme.color("treatment"), 3, theme),
        _shape("This disc in the person", circle(*_low_back(lying), 4), _PERSON, nucleus, theme.paper, 1, theme),
        _shape("Vertebrae", _bone(0) + _bone(top), _DISC, bone, theme.color("bone"), 1.2, theme),
        _shape("Disc", _bulging(top), _DISC, theme.solids["annulus"], theme.color("annulus"), 1.2, theme),
        _shape("Nucleus", _oval(tall), _DISC, theme.solids["nucleus"], nucleus, 1, theme),
        _shape("Water in the nucleus", _dots(drops(result), tall), _DISC, None, theme.color("water"), 3.4, theme),
        _shape("Water flowing", _flowing(result.flow, tall), _DISC, None, theme.color("water"), 2.6, theme),
        _shape("Load", _pressing(result.load[result.at], top), _DISC, None, theme.color("load"), 2.6, theme),
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


def _standing():
    """From the front: head, trunk, arms, legs."""
    limbs = [((-16, 90), (-19, 54), 4), ((16, 90), (19, 54), 4), ((-6, 58), (-7, 5), 5.5), ((6, 58), (7, 5), 5.5)]
    trunk = "M-20,90C-20,97,-14,98,0,98C14,98,20,97,20,90C16,84,13,76,13,56C5,53,-5,53,-13,56C-13,76,-16,84,-20,90Z"
    return circle(0, 112, 10.5) + trunk + "".join(_limb(*limb) for limb in limbs)


def _lying():
    """From the side, face up, the head at the left."""
    limbs = [((-24, 33), (6, 31), 9), ((6, 31), (52, 29), 6), ((-20, 39), (6, 36), 4), ((52, 29), (54, 36), 4)]
    return circle(-43, 35, 10) + "".join(_limb(*limb) for limb in limbs)


def _bed():
    corners = "M-60,14L60,14L60,22L-36,22L-38,26L-58,26L-60,22Z"
    return f"{corners}M-56,0L-51,0L-51,14L-56,14ZM51,0L56,0L56,14L51,14Z"


def _pull():
    """An arrow from the pelvis towards the feet."""
    return "M12,50L50,50M42,56L50,50L42,44"


def _low_back(lying):
    return (2, 30) if lying else (0, 64)


def _limb(start, end, radius):
    """A straight limb with round ends."""
    (x, y), (to, high) = start, end
    length = sqrt((to - x) ** 2 + (high - y) ** 2)
    along, up = (to - x) / length * radius, (high - y) / length * radius
    # The handles of a half circle are 4/3 of its radius.
    far = [(x - up, y + along), (to - up, high + along), (to - up + 4 / 3 * along, high + along + 4 / 3 * up)]
    near = [(to + up + 4 / 3 * along, high - along + 4 / 3 * up), (to + up, high - along), (x + up, y - along)]
    back = [(x + up - 4 / 3 * along, y - along - 4 / 3 * up), (x - up - 4 / 3 * along, y + along - 4 / 3 * up), far[0]]
    points = [f"{a:.1f},{b:.1f}" for a, b in (*far, *near, *back)]
    return f"M{points[0]}L{points[1]}C{','.join(points[2:5])}L{points[5]}C{','.join(points[6:])}Z"


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
        found.append(f"M{x - 1.7:.1f},{y:.1f}L{x + 1.7:.1f},{y:.1f}")
    return "".join(found)


def _flowing(flow, tall):
    """Arrows beside the disc, outwards while water leaves and inwards while it comes in, as long as it is fast."""
    long = min(_FLOW * abs(flow), _LONGEST)
    if abs(flow) <= 0.1:
        return ""
    near, far = _VERTEBRA + 10, _VERTEBRA + 16 + long
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
