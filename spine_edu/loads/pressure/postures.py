"""How a body looks in each posture of the board, drawn by eye: in cm, on a floor or a bed at height 0.

What is drawn says nothing of what was measured. Who lies on the side is seen from above, everybody else from the side.
"""

from functools import cache

from spine_edu.drawing.body import Body, along, bowed, hold, stand

#: How high the hip and the ankle of somebody standing are, and the seat of the chair under the hip.
_ANKLE = 6.8
_HIP, _SITTING, _SEAT = 92.4, 50.0, 39.0
_THIGHS = (30.0, 61.0)
#: The floor under who stands or sits.
FLOOR = [(-45.0, 0.0), (75.0, 0.0)]


#: Who lies on the side.
FROM_ABOVE = ("side", "laugh_side", "sneeze_side")


@cache
def posture(name):
    """Return the `Body` of a posture, what else is drawn as lines, and what the hands hold as closed lines."""
    return _POSTURES[name]()


@cache
def box(name):
    """Return the left, lower, right and upper end of all that is drawn of a posture."""
    body, lines, loads = posture(name)
    points = [point for part in (*body.outlines(), lines, loads) for line in part for point in line]
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _standing(lean=0.0, bend=0.0, hand=None, *, hip=(0.0, _HIP), arms=None, nod=0.0, load=(), lines=()):
    """Somebody on both feet; the hands are somewhere, or the arms hang."""
    body = Body(hip, bowed(lean, bend), (stand((0.0, _ANKLE), hip),), (), nod)
    arms = arms or (hold(body.shoulder, hand) if hand else (178, 172))
    return Body(hip, body.trunk, body.legs, (arms,), nod), [FLOOR, *lines], list(load)


def _crate(left, low, wide=34.0, high=24.0):
    return [(left, low), (left + wide, low), (left + wide, low + high), (left, low + high)]


def _chair(back=None):
    seat = [[(-16.0, _SEAT), (24.0, _SEAT)], [(-14.0, _SEAT), (-14.0, 0.0)], [(22.0, _SEAT), (22.0, 0.0)]]
    return [FLOOR, *seat, *([back] if back else [])]


def _sitting(trunk, bend=0.0, hand=_THIGHS, *, arms=None, nod=0.0, back=None, load=(), hip=(0.0, _SITTING)):
    body = Body(hip, bowed(trunk, bend), ((90.0, 180.0, 90.0),), (), nod)
    arms = arms or hold(body.shoulder, hand)
    return Body(hip, body.trunk, body.legs, (arms,), nod), _chair(back), list(load)


def _bed(lines=()):
    return [[(-95.0, 0.0), (102.0, 0.0)], *lines]


def _on_the_back():
    return Body((0, 12.0), bowed(-90), ((90, 90, 5),), ((88, 92),)), _bed(), []


def _face_down():
    return Body((0, 12.0), bowed(90), ((-90, -90, -110),), ((-88, -92),)), [[(-102.0, 0.0), (95.0, 0.0)]], []


def _on_the_elbows():
    body = Body((0, 12.0), bowed(60, -52), ((-90, -90, -110),), ((172, 90),), -10)
    return body, [[(-102.0, 0.0), (95.0, 0.0)]], []


def _turning():
    turn = [along((-20.0, 30.0), angle, 26.0) for angle in range(-60, 71, 13)]
    head = [along(turn[-1], 200, 10.0), turn[-1], along(turn[-1], 285, 10.0)]
    body = Body((0, 12.0), bowed(-90), ((90, 90, 5), (38, 150, 90)), ((62, 20),))
    return body, _bed([turn, head]), []


def _on_the_side(puff=False):
    body = Body((8, 20.0), bowed(-92, 24), ((26, 128, 40),), ((66, 22),), 6)
    mattress = [(-90.0, -2.0), (80.0, -2.0), (80.0, 74.0), (-90.0, 74.0), (-90.0, -2.0)]
    return body, [mattress, *(_puffs(body) if puff else ())], []


def _puffs(body, far=12.0):
    """Three short strokes in front of the mouth."""
    facing = body.trunk[-1] + body.nod + 90
    mouth = along(along(body.head, facing, far), facing + 90, 4)
    return [[along(mouth, facing + turn, 3), along(mouth, facing + turn, 14)] for turn in (-28, 0, 28)]


def _with_puffs(lean, bend, nod, arms):
    body, lines, _ = _standing(lean, bend, arms=arms, nod=nod)
    return body, [*lines, *_puffs(body)], []


def _pushing():
    """Breath held: strokes press on the belly from both sides."""
    body, lines, _ = _standing(2, 4, arms=(196, 78))
    belly = along(body.hip, 10, 18)
    strokes = [[along(belly, side, 36), along(belly, side, 20)] for side in (62, 90, 118, -75, -105)]
    return body, [*lines, *strokes], []


def _walking():
    hip = (0, _HIP - 4)
    legs = stand((24, _ANKLE + 1), hip, foot=84), stand((-26, 13.0), hip, foot=116)
    return Body(hip, bowed(3), legs, ((152, 136), (206, 192))), [FLOOR], []


def _jogging():
    hip = (0, _HIP - 3)
    legs = stand((-22, 15.0), hip, foot=126), (112.0, 196.0, 100.0)
    return Body(hip, bowed(9), legs, ((222, 128), (140, 56))), [FLOOR], []


def _stairs(up, steps):
    """One foot a step, or two steps, above or below the other."""
    rise, first, second = 18.0, (-45.0, 4.0), (32.0, 75.0)
    heights = (0.0, rise, 2 * rise)
    ends = [first, (first[1], second[0]), second]
    treads = [[(x0, high), (x1, high)] for (x0, x1), high in zip(ends, heights if up else heights[::-1], strict=True)]
    flight = [point for tread in treads for point in tread]
    there = (18.0, 54.0)[steps - 1] if up else (20.0, 46.0)[steps - 1]
    from_, to = (0.0, steps * rise) if up else (2 * rise, (2 - steps) * rise)
    hip = (4.0 + 6 * steps, max(from_, to) + _HIP - (26 if up and steps == 2 else 14 if up else 8 + 14 * steps))
    ankles = (-14.0, from_ + _ANKLE + (9 if up else 0)), (there - 4 * steps, to + _ANKLE + (0 if up else 4))
    legs = stand(ankles[1], hip, foot=90 if up else 100), stand(ankles[0], hip, foot=118 if up else 92)
    return Body(hip, bowed(6 if up else 1), legs, ((150, 130), (205, 190))), [flight], []


def _rising():
    hip, ankle = (0.0, 60.0), (36.0, _ANKLE)
    body = Body(hip, bowed(40, 8), (stand(ankle, hip),), (), -10)
    return Body(hip, body.trunk, body.legs, (hold(body.shoulder, (40, 62)),), -10), _chair(), []


_POSTURES = {
    "supine": _on_the_back,
    "side": _on_the_side,
    "prone": _face_down,
    "elbows": _on_the_elbows,
    "turning": _turning,
    "standing": _standing,
    "bent20": lambda: _standing(20, 4, hip=(-4, _HIP - 0.4), arms=(180, 176)),
    "bent": lambda: _standing(78, 40, hip=(-14, _HIP - 2), arms=(182, 180)),
    "sitting": lambda: _sitting(3, 12),
    "straight": lambda: _sitting(-3, -10),
    "slouched": lambda: _sitting(-34, 46, (20.0, 62.0), nod=6, back=[(-20.0, 46.0), (-50.0, 112.0)]),
    "thighs": lambda: _sitting(40, 22, arms=(158, 60), nod=-14),
    "leaning": lambda: _sitting(20, 6, (36.0, 61.0)),
    "folded": lambda: _sitting(78, 50, (62.0, 8.0)),
    "rising": _rising,
    "walking": _walking,
    "jog_street": _jogging,
    "jog_tennis": _jogging,
    "up_one": lambda: _stairs(True, 1),
    "up_two": lambda: _stairs(True, 2),
    "down_one": lambda: _stairs(False, 1),
    "down_two": lambda: _stairs(False, 2),
    "lift_round": lambda: _standing(82, 56, (40.0, 22.0), hip=(-15, _HIP - 2), load=[_crate(23, 2)]),
    "lift_knees": lambda: _standing(34, 10, (38.0, 24.0), hip=(-22, 48.0), nod=-12, load=[_crate(21, 3)]),
    "hold_close": lambda: _standing(-2, 0, (26.0, 104.0), load=[_crate(13, 96)]),
    "hold_far": lambda: _standing(0, 2, (57.0, 122.0), load=[_crate(43, 112)]),
    "bent_load": lambda: _standing(44, 12, (44.0, 70.0), hip=(-10, _HIP - 1), load=[_crate(27, 48)]),
    "sit_load": lambda: _sitting(20, 6, (58.0, 82.0), load=[_crate(42, 66)]),
    "cough": lambda: _with_puffs(8, 16, 8, (138, 10)),
    "laugh": lambda: _with_puffs(-4, 2, -16, (196, 84)),
    "laugh_side": lambda: _on_the_side(True),
    "sneeze_side": lambda: _on_the_side(True),
    "valsalva": _pushing,
}
