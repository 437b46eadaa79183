"""The loop gain: the slope of the return, by a second way, and split by the state through which pain comes back."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu.cycle import gain, open_loop, resting
from spine_edu.cycle.equations import STATES, slopes
from spine_edu.cycle.whole.model import CycleState

BISTABLE = CycleState(guarding_reactivity=3.0).terms


def test_gain_by_the_jacobian_is_the_slope_of_the_return():
    for pain in (0.1, 0.3, 0.38, 0.55, 0.687, 0.9):
        slope = (open_loop.pain_returned(BISTABLE, pain + 1e-5) - open_loop.pain_returned(BISTABLE, pain - 1e-5)) / 2e-5
        assert gain.loop_gain(BISTABLE, pain) == pytest.approx(slope, abs=1e-6)
    assert gain.loop_gain(BISTABLE, resting.equilibria(BISTABLE)[2].pain) == pytest.approx(0.28775, abs=2e-5)


@settings(max_examples=40)
@given(seed=st.integers(0, 10**6))
def test_jacobian_against_differences(seed, random_terms):
    chance = random.Random(seed)
    terms, y = random_terms(chance), [chance.uniform(0.05, 0.95) for _ in STATES]
    rates, exact, h = slopes(terms), gain.jacobian(terms, y), 1e-6
    for j in range(6):
        above = rates(*(value + h * (k == j) for k, value in enumerate(y)))
        below = rates(*(value - h * (k == j) for k, value in enumerate(y)))
        for i in range(6):
            assert exact[i][j] == pytest.approx((above[i] - below[i]) / (2 * h), abs=2e-7, rel=1e-5), (i, j)


def test_determinant_and_gain_tell_the_same():
    """det J = det(A) (-1 / tP) (1 - gain): a fold is a gain of exactly 1."""
    for point in resting.equilibria(BISTABLE):
        full = np.array(gain.jacobian(BISTABLE, point.states))
        others = [i for i in range(6) if STATES[i] != "pain"]
        inner = full[np.ix_(others, others)]
        assert np.linalg.det(full) == pytest.approx(
            np.linalg.det(inner) * -1 / BISTABLE["pain_time"] * (1 - point.gain), rel=1e-9
        )
        assert (np.linalg.eigvals(full).real.max() < 0) == point.stable


def test_shares_of_the_gain_at_the_tipping_point():
    shares = gain.gain_by_path(BISTABLE, resting.equilibria(BISTABLE)[1].pain)
    assert {name: round(share, 2) for name, share in shares.items()} == {
        "sensitisation": 1.11,
        "guarding": 0.71,
        "inflammation": 0.34,
        "annulus": 0.05,
        "herniation": 0.01,
    }


def test_the_peak_gain_is_the_gain_where_the_return_is_steepest():
    pains = [at / 400 for at in range(1, 400)]
    assert gain.peak_gain(BISTABLE, open_loop.return_curve(BISTABLE)) == pytest.approx(
        max(gain.loop_gain(BISTABLE, pain) for pain in pains), rel=1e-2
    )
