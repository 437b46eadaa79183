"""Pressure and thick-wall stress: published numbers and the laws of the tube."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu.loads.wall.model import WallState, changed, hoop, radial, simulate

states = st.builds(WallState, force=st.floats(100, 1200), area=st.floats(14, 24), grade=st.floats(1, 5),
                   factor=st.floats(1, 1.6), inner=st.floats(10, 14), outer=st.floats(20, 25))


def test_standing_gives_half_a_megapascal_and_the_published_tensions():
    result = simulate(WallState())
    assert result.pressure == pytest.approx(0.50)
    assert (result.hoop[0], result.hoop[-1]) == (pytest.approx(1.037, abs=5e-4), pytest.approx(0.537, abs=5e-4))
    assert result.thin == pytest.approx(0.722, abs=5e-4)


@settings(max_examples=60, deadline=None)
@given(state=states)
def test_laws_of_the_thick_wall(state):
    result = simulate(state)
    assert result.hoop[0] - result.hoop[-1] == pytest.approx(result.pressure)
    assert result.radial[0] == pytest.approx(-result.pressure)
    assert result.radial[-1] == pytest.approx(0, abs=1e-12)
    assert all(one >= other for one, other in zip(result.hoop, result.hoop[1:], strict=False))
    middle = [(h + r) for h, r in zip(result.hoop, result.radial, strict=True)]
    assert max(middle) == pytest.approx(min(middle)), "their sum is the same everywhere"
    # the pull of one half of the wall holds the pressure on the nucleus
    step = (result.outer - result.inner) / (len(result.radii) - 1)
    force = step * (sum(result.hoop) - (result.hoop[0] + result.hoop[-1]) / 2)
    assert force == pytest.approx(result.pressure * result.inner, rel=2e-3)


@pytest.mark.parametrize("name, factor", [("pressure_change", 0.7), ("diameter_change", 0.5), ("wall_change", 1.8),
                                          ("peak_change", 2.6)])
def test_measured_changes_reach_their_whole_at_grade_five(name, factor):
    assert (changed(name, 1), changed(name, 5)) == (1, pytest.approx(factor))
    assert changed(name, 3) == pytest.approx((1 + factor) / 2), "a line between is assumed"


def test_what_the_formula_cannot_reproduce():
    young, old = simulate(WallState()), simulate(WallState(grade=5))
    assert old.hoop[0] < young.hoop[0] and old.peak > young.peak
    assert young.hoop[0] < young.back_wall[0]
    assert young.back_wall == (pytest.approx(4 * 600 / 1800), pytest.approx(5 * 600 / 1800))
    assert old.wall != pytest.approx(old.wall_measured, abs=0.5)


def test_a_thinner_wall_comes_nearer_to_the_thin_wall_formula():
    def miss(inner, outer):
        return hoop(1, inner, outer, inner) / (inner / (outer - inner)) - 1

    assert miss(19.9, 20) < miss(14, 20) < miss(10, 20)
    assert radial(1, 10, 20, 20) == 0


def test_bad_input_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="Force on the disc: -600 is outside the range; allowed is 100 N to 1200 N"):
        WallState(force=-600)
    with pytest.raises(ValueError, match="Disc change: 6 is outside the range"):
        WallState(grade=6)
