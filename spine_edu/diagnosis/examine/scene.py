"""The patient on the couch, seen from the side, in the test that is done: a drawing, not a measurement.

The right leg is the near one, and the left one of somebody who lies face down. Lengths are cm until they are placed on
the picture.
"""

from dataclasses import dataclass, replace
from math import hypot

from spine_edu.anatomy.roots.body import hammer
from spine_edu.drawing.body import Body, along, bowed, length
from spine_edu.drawing.outlines import EMPTY, circle, drawn, line, shape

#: Where the seat of the couch stands on the picture, lying and sitting; the height of its top; and the floor.
_LYING, _SITTING, _STANDING = (196.0, 160.0), (178.0, 174.0), (200.0, 149.0)
_LARGE, _MIDDLE, _SMALL = 0.88, 0.78, 0.68
#: How far the middle of a limb lies above what it lies on.
_THICK = 10.0
#: Angles of joints where nothing is wrong, and where the muscle or the reflex is weak: degrees, drawn by eye.
_USUAL = {
    "tiptoe": 34,
    "heel_walk": 26,
    "knee_push": 84,
    "thigh_lift": 30,
    "knee_jerk": 32,
    "heel_jerk": 30,
    "slump": 82,
    "knee_bend": 120,
}
_WEAK = {"tiptoe": 16, "heel_walk": 14, "knee_push": 46, "thigh_lift": 5, "knee_jerk": 7, "heel_jerk": 6, "slump": 48}
#: Where a forefoot hangs that cannot be lifted; a weak one comes half up.
_DROPPED = -8
#: Tests of a leg of somebody who lies face down.
_PRONE = ("knee_bend", "heel_jerk")
#: Tests in which an angle is read.
_ANGLES = ("leg_raise", "other_leg", "knee_bend")
#: Tests in which a hurt vertebra hurts, in the back.
_HURTS_THE_BACK = ("leg_raise", "slump", "knee_bend")
#: Tests in which both feet stand, or the leg that hurts is not the one that moves.
_NO_GHOST = ("tiptoe", "heel_walk", "other_leg")
#: How large the hammer is drawn.
_TOOL = 1.7
_WAY = {"right": 0, "left": 1}


@dataclass(frozen=True)
class Pose:
    """How the patient lies, sits or stands.

    Attributes
    ----------
    trunk : tuple of float
    legs : tuple
        Thigh, shank and foot of the right leg and of the left one.
    hip, place : tuple of float
        Where the hip is, in cm, from `place` on the picture.
    scale : float
    arms : tuple
    nod : float
    mirrored : bool
        Whether left and right of the picture are changed over, as for somebody who has rolled over onto the front.
    """

    trunk: tuple
    legs: tuple
    place: tuple = _LYING
    scale: float = _MIDDLE
    hip: tuple = (0.0, _THICK)
    arms: tuple = ((94.0, 88.0),)
    nod: float = 0.0
    mirrored: bool = False

    @property
    def near(self):
        """The side that is turned to the viewer."""
        return "left" if self.mirrored else "right"

    def body(self, side="right"):
        """Return the `Body` with one of its legs."""
        return Body(self.hip, self.trunk, (self.legs[_WAY[side]],), self.arms, self.nod)

    def at(self, point):
        """Return a place in cm on the picture."""
        across = -point[0] if self.mirrored else point[0]
        return self.place[0] + across * self.scale, self.place[1] + point[1] * self.scale


def _flat(raised=0.0):
    """A straight leg of somebody who lies on the back, raised so far."""
    return 90.0 - raised, 90.0 - raised, -raised


def _on_the_back(right=0.0, left=0.0):
    return Pose(bowed(-90.0), (_flat(right), _flat(left)))


def _face_down(legs):
    return Pose(bowed(90.0), tuple(legs), hip=(0.0, _THICK), arms=((-94.0, -88.0),), mirrored=True)


def _bent(knee=0.0, swing=0.0):
    """A leg of somebody who lies face down, its knee bent so far, the foot stretched by `swing`."""
    shank = -90.0 + knee
    return -90.0, shank, shank - (40.0 if knee < 20 else 90.0) + swing


def _hanging(stretched=0.0, lifted=0.0):
    """A leg of somebody who sits, the knee stretched and the thigh lifted so far."""
    shank = 180.0 - stretched - lifted * 0.4
    return 90.0 - lifted, shank, shank - 90.0


def _seated(legs=None, lean=0.0, bend=4.0, nod=0.0):
    legs = legs or (_hanging(), _hanging())
    return Pose(bowed(lean, bend), tuple(legs), _SITTING, _SMALL, arms=((150.0, 96.0),), nod=nod)


def _upright(legs, lift=0.0):
    hip = (0.0, length("ankle") + length("shank") + length("thigh") + lift)
    return Pose(bowed(0.0), tuple(legs), _STANDING, _LARGE, hip=hip, arms=())


def _worse(found):
    """The side that is shown: where something stands out, else the one that is turned to the viewer."""
    if found and found.sides:
        return found.sides[0]
    return "left" if found and found.key in _PRONE else "right"


def _amount(key, found, side):
    return (_WEAK if found.off and side in found.sides else _USUAL)[key]


def _one_leg(key, found, make, rest):
    """Both legs, of which the worse one is tested."""
    side = _worse(found)
    tested = make(_amount(key, found, side))
    return (tested, rest) if side == "right" else (rest, tested)


def pose(result):
    """Return the `Pose` of what is asked or tested now."""
    found, key = result.now, result.state.now
    make = {
        "leg_raise": _leg_raise,
        "other_leg": _other_leg,
        "knee_bend": _knee_bend,
        "slump": _slump,
        "knee_push": lambda hidden, found: _seated(_one_leg("knee_push", found, _hanging, _hanging())),
        "thigh_lift": lambda hidden, found: _seated(
            _one_leg("thigh_lift", found, lambda by: _hanging(0, by), _hanging())
        ),
        "knee_jerk": lambda hidden, found: _seated(_one_leg("knee_jerk", found, _hanging, _hanging())),
        "heel_jerk": lambda hidden, found: _face_down(
            _one_leg("heel_jerk", found, lambda by: _bent(90.0, by), _bent())
        ),
        "tiptoe": _tiptoe,
        "heel_walk": _heel_walk,
        "saddle_skin": lambda hidden, found: _face_down((_bent(), _bent())),
        "spine_tap": lambda hidden, found: _seated(lean=24.0, bend=40.0, nod=16.0),
        "hip_turn": lambda hidden, found: _hip_turn(found),
    }
    if key in ("skin", "pulse", "big_toe"):
        return _on_the_back()
    return make[key](result.hidden, found) if key in make else _seated()


def _slump(hidden, found):
    legs = _one_leg("slump", found, _hanging, _hanging())
    if hidden.named == "vertebra":
        # A hurt vertebra lets nobody bow: the legs still hang when it stops.
        return _seated(lean=10.0, bend=18.0, nod=10.0)
    return _seated(legs, lean=34.0, bend=62.0, nod=38.0)


def _leg_raise(hidden, found):
    return _on_the_back(**{_worse(found): hidden.angle if found.sides else hidden.free})


def _other_leg(hidden, found):
    own = hidden.side or "right"
    other = "left" if own == "right" else "right"
    if len(found.sides) == 2:
        return _on_the_back(**{other: hidden.angle})
    return _on_the_back(**{other: hidden.angle + 15 if found.off else hidden.free})


def _knee_bend(hidden, found):
    side = _worse(found)
    bent = _bent(hidden.bend if found.off or hidden.named == "vertebra" else _USUAL["knee_bend"])
    return _face_down((bent, _bent()) if side == "right" else (_bent(), bent))


def _hip_turn(found):
    up = (0.0, 90.0, 0.0)
    return Pose(bowed(-90.0), (up, _flat()) if _worse(found) == "right" else (_flat(), up))


def _tiptoe(hidden, found):
    side = _worse(found)
    pitch = _amount("tiptoe", found, side)
    tested, lifted = (180.0, 180.0, 90.0 + pitch), (172.0, 236.0, 150.0)
    flat, risen = (_toe_below(90.0), _toe_below(90.0 + pitch))
    legs = (tested, lifted) if side == "right" else (lifted, tested)
    return _upright(legs, lift=risen - flat)


def _toe_below(foot):
    """How far the toes lie below the ankle when the foot points so."""
    heel = along(along((0, 0), foot + 90, length("ankle")), foot, -0.043 * length("stature"))
    return -min(along(heel, foot, length("foot"))[1], heel[1])


def _heel_walk(hidden, found):
    legs = []
    for side, (thigh, shank) in (("right", (166.0, 166.0)), ("left", (194.0, 194.0))):
        dropped = hidden.growing and side == hidden.side
        lifted = _DROPPED if dropped else _amount("heel_walk", found, side)
        legs.append((thigh, shank, 90.0 - lifted + (0 if side == "right" else 8)))
    return _upright(legs, lift=-2.0)


# Drawn -----------------------------------------------------------------------------------------------------------


def _waist(pose_):
    return pose_.hip[1] + 14.0


def _lines(pose_):
    """The far leg, the near leg with trunk and head, and the arms, as closed lines on the picture."""
    away = "right" if pose_.mirrored else "left"
    far = pose_.body(away).outlines()[0][:3]
    limbs, arms = pose_.body(pose_.near).outlines()
    if pose_.place is _STANDING:
        far, limbs = ([_cut(one, _waist(pose_)) for one in lines] for lines in (far, limbs))
        limbs = [one if one else [(0, pose_.hip[1])] * 3 for one in limbs]
    if pose_.mirrored:
        # A line more than other postures have: nobody is squeezed flat on the way to rolling over, but just lies so.
        far, limbs, arms = ([*lines, [pose_.hip] * 3] for lines in (far, limbs, arms))
    return [[[pose_.at(point) for point in one] for one in lines] for lines in (far, limbs, arms)]


def _cut(outline, top):
    return [(x, min(y, top)) for x, y in outline] if min(y for _, y in outline) < top else []


def _couch(pose_):
    """Top and legs of the couch, or the floor."""
    if pose_.place is _STANDING:
        return [[(116.0, 149.0), (296.0, 149.0), (296.0, 147.6), (116.0, 147.6)]]
    x, y = pose_.place
    left, right = (112.0, 298.0) if pose_.place is _LYING else (120.0, x + 22.0)
    low = 145.0
    top = [(left, y), (right, y), (right, y - 4), (left, y - 4)]
    legs = [[(at, y - 4), (at + 3, y - 4), (at + 3, low), (at, low)] for at in (left + 6, right - 9)]
    return [top, *legs]


def shapes(result, theme):
    """Return the patient on the couch, with what the test shows."""
    here = pose(result)
    far, near, arms = _lines(here)
    skin, ink = theme.solids["skin"], theme.ink
    edge, bare = {"edge": ink, "width": 2.4}, {"edge": ink, "width": 0}
    look = {"fillrule": "nonzero"}
    yield shape("Couch", _couch(here), fill=theme.fill("neutral"), edge=theme.muted, width=theme.line * 0.5)
    pieces = ("Far leg", far, _farther(skin)), ("Patient", near, skin), ("Patient's arm", arms, skin)
    for name, lines, fill in pieces:
        yield shape(f"{name}, edge", lines, fill=fill, **edge, **look)
        yield shape(name, lines, fill=fill, **bare, **look)
    yield from _shown(result, here, theme)


def _farther(colour):
    """A colour a tone darker, for the leg behind."""
    return "#" + "".join(f"{round(int(colour[at : at + 2], 16) * 0.88):02x}" for at in (1, 3, 5))


def _shown(result, here, theme):
    """What the test shows: where the pain runs, how far the leg comes, where it is touched, and the hammer."""
    hurts, raised = _hurts(result), result.state.now in _ANGLES
    # Where it hurts may be the leg that lies still.
    leg = _leg_of(here, _worse(result.now))[:3]
    pain = theme.color("pain")
    # What is not there lies where the leg is, without a width, so that it goes with the leg once it is.
    way, wide = _open([*leg[:2], leg[1] if hurts == "thigh" else leg[2]]), theme.line * 2.2 if hurts else 0
    yield drawn("Pain down the leg", way, {"color": pain, "width": wide})
    yield drawn("Angle", _open(_swept(result, here)), {"color": theme.ink, "width": theme.line * 0.8 if raised else 0})
    ghost = _ghost(result, here)
    dashed = {"color": theme.muted, "width": theme.line * 0.8, "dash": "dash"}
    yield line("A leg without pain", [ghost] if ghost else [], dashed, digits=1)
    ring = _touched(result, here)
    path = circle(*ring, 5.0) if ring else EMPTY
    off = result.now is not None and result.now.off
    yield drawn("Touched", path, {"color": pain if off else theme.ink, "width": theme.line})
    yield shape("Hammer", _hammer(result, here), fill=theme.ink, edge=theme.paper, width=1.0)


def _open(points):
    """An open line as a path with all its points, so that it can be on its way."""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _leg_of(here, side):
    return [here.at(point) for point in here.body(side).leg()]


def _hurts(result):
    """How far down the leg it hurts in the test: ``leg``, ``thigh``, or ``""``."""
    found, key = result.now, result.state.now
    if found is None or not found.off or not found.sides:
        return ""
    return "thigh" if key == "knee_bend" else "leg" if key in ("leg_raise", "slump", "other_leg", "cough") else ""


def _swept(result, here):
    """The arc of a raised leg or a bent knee; the beginning of one where there is none."""
    key = result.state.now
    side = _moved_side(result, here)
    hip, knee, *_ = here.body(side).leg()
    thigh, shank, _ = here.legs[_WAY[side]]
    middle, far, start, end = hip, 0.6 * (length("thigh") + length("shank")), 90.0, thigh
    if key == "knee_bend":
        middle, far, start, end = knee, 0.6 * length("shank"), -90.0, shank
    elif key not in _ANGLES:
        end = start
    return [here.at(along(middle, start + (end - start) * step / 12, far)) for step in range(13)]


def angle(result):
    """Return where the angle of a raised leg or a bent knee is written, and the words; empty words without one."""
    here = pose(result)
    side = _moved_side(result, here)
    thigh, shank, _ = here.legs[_WAY[side]]
    bent = result.state.now == "knee_bend"
    (x, y), (u, v) = _swept(result, here)[7], here.at(here.body(side).leg()[1] if bent else here.hip)
    way = hypot(x - u, y - v)
    text = f"<b>{shank + 90 if bent else 90 - thigh:.0f}°</b>" if result.state.now in _ANGLES else ""
    return (x + (x - u) * 9 / way, y + (y - v) * 9 / way), text


def _moved_side(result, here):
    """The leg that is raised where the other one is tested; else the worse one."""
    if result.state.now == "other_leg":
        return min(("right", "left"), key=lambda side: here.legs[_WAY[side]][0])
    return _worse(result.now)


def _ghost(result, here):
    """The same leg as it moves where nothing is wrong, as a line; None where nothing is."""
    found = result.now
    if found is None or not found.off or len(found.sides) == 0 or result.state.now in _NO_GHOST:
        return None
    well = replace(result, noted={**result.noted, found.key: replace(found, off=False)})
    there = pose(well)
    if there.legs == here.legs:
        return None
    leg = _leg_of(there, _worse(found))
    return leg if result.state.now in ("leg_raise", "thigh_lift") else leg[1:]


def _touched(result, here):
    """Where the examiner's hand is, or where a hurt vertebra hurts; None for a question."""
    key, side = result.state.now, _worse(result.now)
    hip, knee, ankle, toe = _leg_of(here, side)
    body = here.body(side)
    # The skin of the back, behind the hip and low behind the trunk.
    behind = [here.at(along(body.spine[number], body.trunk[number] - 90, 9.0)) for number in (0, 1)]
    if result.hidden.named == "vertebra" and result.now and result.now.off and key in _HURTS_THE_BACK:
        return behind[1]
    return {
        "skin": ankle,
        "pulse": ((ankle[0] + toe[0]) / 2, (ankle[1] + toe[1]) / 2),
        "big_toe": toe,
        "hip_turn": hip,
        "spine_tap": behind[1],
        "saddle_skin": behind[0],
    }.get(key)


def _hammer(result, here):
    """A reflex hammer at the tendon, as closed lines; empty lines without one."""
    key = result.state.now
    if key not in ("knee_jerk", "heel_jerk"):
        return []
    hip, knee, ankle, toe = _leg_of(here, _worse(result.now))
    if key == "knee_jerk":
        way = hypot(ankle[0] - knee[0], ankle[1] - knee[1])
        x, y = (knee[n] + (ankle[n] - knee[n]) * 7 / way for n in (0, 1))
        return _larger(x + 5, y + 1)
    # Away from the toes.
    heel = -1 if toe[0] > ankle[0] else 1
    return _larger(ankle[0] + heel * 4.5, ankle[1] - 6, heel)


def _larger(x, y, outwards=1):
    return [[(x + u * _TOOL, y + v * _TOOL) for u, v in one] for one in hammer(0.0, 0.0, outwards)]
