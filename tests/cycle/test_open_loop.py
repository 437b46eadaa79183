"""The loop opened at pain: the other five at rest, the pain that comes back, and the staircase of turns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu.cycle import open_loop, resting
from spine_edu.cycle.equations import STATES, default_terms, slopes
from spine_edu.cycle.whole.model import CycleState

BISTABLE = CycleState(guarding_reactivity=3.0).terms


@settings(max_examples=40)
@given(pain=st.floats(0.001, 0.999), reactivity=st.floats(0.2, 6))
def test_the_settled_five_are_at_rest(pain, reactivity):
    terms = {**default_terms(), "guarding_reactivity": reactivity}
    rates = slopes(terms)(*open_loop.settle(terms, pain))
    assert max(abs(rate) for name, rate in zip(STATES, rates, strict=True) if name != "pain") < 1e-9


def test_cobweb_climbs_to_a_resting_point():
    points = open_loop.cobweb(BISTABLE, 0.6, turns=40)
    assert points[-1][1] == pytest.approx(resting.equilibria(BISTABLE)[2].pain, abs=1e-4)


def test_the_cobweb_goes_to_what_returns_and_round_again():
    points = open_loop.cobweb(BISTABLE, 0.6, turns=3)
    once = open_loop.pain_returned(BISTABLE, 0.6)
    twice = open_loop.pain_returned(BISTABLE, once)
    assert points[:5] == ((0.6, 0.6), (0.6, once), (once, once), (once, twice), (twice, twice)) and len(points) == 7


def test_the_return_curve_holds_what_comes_back_over_the_whole_scale():
    pains, returned = open_loop.return_curve(BISTABLE)
    assert (pains[0], pains[-1]) == (0, 1) and list(pains) == sorted(pains)
    assert returned[80] == open_loop.pain_returned(BISTABLE, pains[80])
