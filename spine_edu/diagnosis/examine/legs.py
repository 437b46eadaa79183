"""The legs from the front and from the back, where tests are pressed and where what was found is drawn.

The body is that of the root finder, from the waist down; lengths there are shares of a drawn body, here units of the
picture.
"""

from functools import cache

from spine_edu.anatomy.lines import closed, moved, oval, straight
from spine_edu.anatomy.roots import body
from spine_edu.drawing import outlines

#: Where the body is cut off, and how large it is drawn.
_WAIST, _SCALE = 50.0, 1.2
#: View -> where its middle stands on the picture; the height of the soles.
_MIDDLES, _SOLES = {"front": 24.0, "back": 70.0}, 105.0
_LOWEST = -56.0
#: Test -> view and place on the person's right leg; 0 across is the middle of the body.
SPOTS = {
    "hip_turn": ("front", 14.0, 40.0),
    "thigh_lift": ("front", 6.5, 31.0),
    "knee_push": ("front", 9.0, 16.0),
    "knee_jerk": ("front", 8.5, -4.5),
    "heel_walk": ("front", 8.6, -19.0),
    "skin": ("front", 8.4, -32.0),
    "pulse": ("front", 9.8, -42.5),
    "big_toe": ("front", 8.0, -52.5),
    "spine_tap": ("back", 0.0, 46.0),
    "saddle_skin": ("back", 0.0, 31.0),
    "leg_raise": ("back", 9.0, 20.0),
    "knee_bend": ("back", 8.6, 0.5),
    "tiptoe": ("back", 8.8, -14.0),
    "heel_jerk": ("back", 8.5, -35.0),
}
#: Root -> view and place on the person's right leg of the point at which its skin is touched.
POINTS = {
    "L2": ("front", 11.0, 22.0),
    "L3": ("front", 4.6, 3.0),
    "L4": ("front", 6.2, -38.0),
    "L5": ("front", 11.2, -47.5),
    "S1": ("back", 12.4, -44.0),
}
#: How large a spot is to a finger, and as it is drawn; how large the place round a point of the skin is drawn.
_TOUCHED, _DRAWN, _POINT = 6.4, 2.6, 5.2
#: Muscle of a strength test: the root that the table names it by.
_MUSCLES = {"thigh_lift": "L2", "knee_push": "L3", "heel_walk": "L4", "big_toe": "L5", "tiptoe": "S1"}


def at(view, x, y):
    """Return where a place of a view stands on the picture; x to the right from the middle of the body."""
    return _MIDDLES[view] + x * _SCALE, _SOLES + (y - _LOWEST) * _SCALE


def _placed(line, view):
    left, _ = body.VIEWS[view]
    return [at(view, x - left, y) for x, y in line]


def spot(key, side):
    """Return where a test is pressed on the person's ``right`` or ``left``."""
    return _placed_point(SPOTS[key], side)


def _placed_point(place, side):
    view, x, y = place
    turned = body.VIEWS[view][1] * (1 if side == "right" else -1)
    return at(view, turned * x, y)


def touched(key):
    """Return what a finger presses for a test, as a path: on both sides."""
    places = dict.fromkeys(spot(key, side) for side in ("right", "left"))
    return straight([oval(x, y, _TOUCHED, _TOUCHED, count=13) for x, y in places])


def _view(line):
    return "front" if sum(x for x, _ in line) / len(line) < body.VIEWS["back"][0] / 2 else "back"


def _arm(line):
    """Whether a piece of the body is a hand or an arm, which would hang into the picture."""
    middle = body.VIEWS[_view(line)][0]
    return min(abs(x - middle) for x, _ in line) > 11 and min(y for _, y in line) > 15


@cache
def _lower(line):
    """A closed line below the waist."""
    kept = []
    for (x, y), (u, v) in zip(line, closed(list(line))[1:], strict=True):
        if y <= _WAIST:
            kept.append((x, y))
        if (y - _WAIST) * (v - _WAIST) < 0:
            share = (_WAIST - y) / (v - y)
            kept.append((x + share * (u - x), _WAIST))
    return closed(kept) if kept else []


@cache
def _outline():
    pieces = [_lower(tuple(line)) for line in body.body() if not _arm(line)]
    return straight([_placed(piece, _view(piece)) for piece in pieces if piece])


@cache
def _inner():
    """The lines inside both views, below the waist and on the legs."""
    kept = [line for line in body.inner_lines() if max(y for _, y in line) < _WAIST and not _hand(line)]
    return [_placed(line, _view(line)) for line in kept]


def _hand(line):
    middle = body.VIEWS[_view(line)][0]
    return all(abs(x - middle) > 17 for x, _ in line)


@cache
def skin(root, side):
    """Return the skin area of a root on a side, as closed lines on the picture."""
    return tuple(tuple(_placed(line, _view(line))) for line in body.area(root, side))


def hatched(areas, gap=2.6):
    """Return strokes across areas: where the skin feels less."""
    strokes = []
    for area in areas:
        low, high = min(y for _, y in area), max(y for _, y in area)
        height = low + gap / 2
        while height < high:
            across = sorted(
                x + (height - y) / (v - y) * (u - x)
                for (x, y), (u, v) in zip(area, area[1:], strict=False)
                if (y - height) * (v - height) < 0
            )
            strokes += [[(start, height), (end, height)] for start, end in zip(across[::2], across[1::2], strict=False)]
            height += gap
    return strokes


def base(theme):
    """Return the bare body as shapes."""
    edge = {"color": theme.ink, "width": 2.4}
    return [
        outlines.drawn("Legs, edge", _outline(), edge, fill=theme.solids["skin"], fillrule="nonzero"),
        outlines.drawn(
            "Legs", _outline(), {"color": theme.ink, "width": 0}, fill=theme.solids["skin"], fillrule="nonzero"
        ),
        outlines.line("Lines inside the legs", _inner(), {"color": theme.muted, "width": 0.9}, digits=1),
    ]


def _pain_areas(found):
    """Where pain is drawn: skin areas of the sides, a spot on the spine, or a band across the low back."""
    middle, areas = {"spot": (0.0, 46.0, 3.4, 3.4), "band": (0.0, 43.0, 11.0, 3.6)}, []
    for name in found.pain:
        if name in middle:
            x, y, wide, high = middle[name]
            areas.append(oval(*at("back", x, y), wide * _SCALE, high * _SCALE))
        elif name != "calf":
            areas += [line for side in found.sides for line in skin(name, side)]
    return _calf_alone(areas) if "calf" in found.pain else areas


def _calf_alone(areas):
    """The largest piece: the calf without the foot."""
    high = max(max(y for _, y in area) for area in areas)
    return [area for area in areas if max(y for _, y in area) == high]


def numb(result):
    """Return the skin that was found to feel less, as closed lines."""
    areas = []
    if "skin" in result.noted:
        # Five points are touched; how far round them it is dull, nobody has looked.
        points = [_placed_point(POINTS[_dull(result)], side) for side in result.noted["skin"].sides]
        areas += [oval(x, y, _POINT, _POINT) for x, y in points]
    for key in ("saddle_skin", "saddle"):
        if key in result.noted and result.noted[key].off:
            areas.append(oval(*at("back", 0.0, 31.0), 6.5 * _SCALE, 4.5 * _SCALE))
            break
    return areas


def _dull(result):
    """The root whose skin feels less; of the lowest roots the first."""
    return "S1" if result.hidden.cause == "cauda" else result.hidden.cause


def _weak(result):
    """Muscles that were found weak, as closed lines."""
    found = [(key, side) for key in _MUSCLES if key in result.noted for side in result.noted[key].sides]
    return [_placed(line, _view(line)) for key, side in found for line in body.muscle(_MUSCLES[key], side)]


def marks(result):
    """Return what stands at the spots: pairs of places, of what stands out and of what is as usual."""
    off, usual = [], []
    for key, found in result.noted.items():
        if key not in SPOTS:
            continue
        places = {side: spot(key, side) for side in ("right", "left")}
        if key == "skin":
            places |= {side: _placed_point(POINTS[_dull(result)], side) for side in found.sides}
        if found.off and not found.sides:
            off += places.values()
            continue
        for side in dict.fromkeys(places):
            (off if side in found.sides else usual).append(places[side])
    return list(dict.fromkeys(off)), list(dict.fromkeys(usual))


def shapes(result, theme):
    """Return the body with what was found on it."""
    pain, nerve = theme.color("pain"), theme.color("nerve")
    sore = _pain_areas(result.noted["where"]) if "where" in result.noted else []
    named = result.state.cause
    guess = [line for side in _named_sides(result.state) for line in skin(named, side)] if _is_root(named) else []
    true = result.key.cause if result.key and _is_root(result.key.cause) else ""
    held = [line for side in ("right", "left") if result.key and result.key.side == side for line in skin(true, side)]
    waiting = [spot(key, side) for key in SPOTS if key not in result.noted for side in ("right", "left")]
    rings = "".join(outlines.circle(x, y, _DRAWN) for x, y in dict.fromkeys(waiting))
    return [
        *base(theme),
        outlines.drawn("Where it hurts", straight(sore), {"color": pain, "width": 0}, fill=pain, opacity=0.45),
        outlines.drawn(
            "Skin of the root that was there", straight(held) if true else "", {"color": nerve, "width": 0}, fill=nerve
        ),
        outlines.drawn(
            "Weak muscles",
            straight(_weak(result)),
            {"color": pain, "width": theme.line * 0.7},
            fill=theme.solids["muscle"],
        ),
        outlines.line(
            "Skin that feels less", hatched(numb(result)), {"color": theme.ink, "width": theme.line * 0.6}, digits=1
        ),
        outlines.drawn("Skin of the root that is named", straight(guess), theme.stroke("prediction", 1.0)),
        outlines.drawn("Where to press", rings, {"color": theme.muted, "width": theme.line * 0.6}, fill=theme.paper),
    ]


def _is_root(name):
    return name in _MUSCLES.values()


def _named_sides(state):
    return {"right": ("right",), "left": ("left",)}.get(state.side, ("right", "left"))


def veiled(moved_by=(0.0, 0.0), scale=1.0):
    """Return the outline of the body moved and made larger, as a path."""
    pieces = [_lower(tuple(line)) for line in body.body() if not _arm(line)]
    return straight([moved(_placed(piece, _view(piece)), *moved_by, scale) for piece in pieces if piece])
