"""The small figure: limbs that keep their lengths, hands and feet that get where they should, outlines of one turn."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu.drawing import body
from spine_edu.drawing.body import Body, along, bowed, hold, length, reach, silhouettes, stand
from spine_edu.theme import LIGHT

directions = st.floats(-180, 180)
bodies = st.builds(
    Body,
    st.tuples(st.floats(-50, 50), st.floats(0, 120)),
    st.builds(bowed, directions, st.floats(-60, 60)),
    st.lists(st.tuples(directions, directions, directions), min_size=1, max_size=2).map(tuple),
    st.lists(st.tuples(directions, directions), min_size=1, max_size=2).map(tuple),
    st.floats(-40, 40),
)


def area(corners):
    """Return the area inside a closed line, positive if it turns anticlockwise."""
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) / 2


@settings(max_examples=80)
@given(one=bodies)
def test_limbs_keep_their_lengths_however_they_bend(one):
    spine = one.spine
    assert sum(math.dist(*pair) for pair in zip(spine, spine[1:], strict=False)) == pytest.approx(length("trunk"))
    assert math.dist(one.shoulder, one.head) == pytest.approx(length("neck_and_head") - length("head") / 2)
    for number in range(len(one.legs)):
        hip, knee, ankle, toe = one.leg(number)
        assert (math.dist(hip, knee), math.dist(knee, ankle)) == pytest.approx((length("thigh"), length("shank")))
        assert math.dist(ankle, toe) == pytest.approx(
            math.hypot(length("ankle"), length("foot") - body.HEEL * length("stature"))
        )
    for number in range(len(one.arms)):
        shoulder, elbow, wrist, hand = one.arm(number)
        assert math.dist(shoulder, elbow) == pytest.approx(length("upper_arm"))
        assert (math.dist(elbow, wrist), math.dist(wrist, hand)) == pytest.approx(
            (length("forearm"), length("hand") / 2)
        )


@settings(max_examples=80)
@given(one=bodies)
def test_all_outlines_turn_alike_so_that_what_overlaps_stays_filled(one):
    for lines in one.outlines():
        assert all(area(corners) > 0 for corners in lines)


@settings(max_examples=80)
@given(way=directions, apart=st.floats(0, 100), side=st.sampled_from([1, -1]))
def test_two_pieces_reach_a_place_or_stretch_towards_it(way, apart, side):
    first, second = 40.0, 30.0
    end = along((0, 0), way, apart)
    one, other = reach((0, 0), end, first, second, side)
    joint = along((0, 0), one, first)
    there = along(joint, other, second)
    off = max(apart - first - second, first - second - apart, 0)
    assert math.dist(there, end) == pytest.approx(off, abs=1e-3)
    if 11 < apart < 69:
        left = end[0] * joint[1] - end[1] * joint[0]
        assert left * side > 0, "the joint points to its side"


def test_somebody_standing_is_as_tall_as_the_figure():
    """The lengths of Winter's figure add up to the whole height, from the sole to the crown."""
    hip = (0.0, length("ankle") + length("shank") + length("thigh"))
    one = Body(hip, bowed(0), (stand((0.0, length("ankle")), hip),), (hold((0, 0), (0, -50)),))
    limbs, _ = one.outlines()
    heights = [y for corners in limbs for _, y in corners]
    assert (min(heights), max(heights)) == pytest.approx((0, length("stature")), abs=0.6)
    assert one.head[1] > one.shoulder[1] > one.hip[1]
    assert one.leg()[3][0] > one.leg()[2][0], "it faces to the right"


def test_arms_lie_over_the_trunk_and_edges_under_the_fill():
    one = Body((0, 93), bowed(0), ((180, 180, 90),), ((180, 175),))
    names = [shape["name"] for shape in silhouettes("Somebody", [one.outlines()], LIGHT)]
    assert names == ["Somebody, edge", "Somebody", "Somebody, arms, edge", "Somebody, arms"]
    edge, fill, *_ = silhouettes("Somebody", [one.outlines()], LIGHT)
    assert edge["path"] == fill["path"] and edge["fillcolor"] is None and fill["line"]["width"] == 0
    assert {shape["fillrule"] for shape in silhouettes("Somebody", [one.outlines()], LIGHT)} == {"nonzero"}
