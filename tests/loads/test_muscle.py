"""The one-muscle lesson: levers, and the values it is held against."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.loads.muscle.model import MuscleState, simulate

states = st.builds(MuscleState, body_weight=st.floats(40, 130), lean=st.floats(0, 90), hand_load=st.floats(0, 40),
                   hand_arm=st.floats(10, 80), muscle_arm=st.floats(5, 6.8))


@settings(max_examples=60, deadline=None)
@given(state=states)
def test_the_seesaw_balances_and_the_shares_add_up(state):
    result = simulate(state)
    front = result.trunk * result.trunk_arm + result.hands * result.hands_arm
    assert result.muscle * state.muscle_arm == pytest.approx(front)
    assert sum(result.shares.values()) == pytest.approx(result.compression)
    assert result.compression >= result.muscle


@settings(max_examples=60, deadline=None)
@given(state=states, more=st.floats(0.5, 5))
def test_more_load_or_a_shorter_lever_never_press_less(state, more):
    result = simulate(state)
    if state.hand_load + more <= 40:
        assert simulate(state.replace(hand_load=state.hand_load + more)).compression >= result.compression
    if state.muscle_arm > 5.2:
        assert simulate(state.replace(muscle_arm=5.2)).compression >= result.compression


def test_upright_the_disc_carries_trunk_load_and_muscle_in_full():
    """F = W_trunk + F_muscle + W_hands, with F_muscle = M / arm."""
    result = simulate(MuscleState(lean=0, hand_load=20, hand_arm=30))
    weight = 70 * 0.55 * 9.81
    assert result.compression == pytest.approx(weight + 20 * 9.81 + 20 * 9.81 * 30 / 6)


def test_leaning_moves_the_trunk_forward():
    assert simulate(MuscleState(lean=30)).trunk_arm == pytest.approx(30 * math.sin(math.radians(30)))


def test_yardsticks_are_the_published_ones():
    assert [data.value(f"loads_muscle.{name}") for name in ("screening", "threshold_men", "threshold_women")] == [
        3400, 3000, 2800]
    strength = data.parameter("loads_muscle.strength")
    assert (strength.low, strength.value, strength.high) == (600, 4840, 15600)


def test_a_negative_load_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="Load in the hands: -3 is outside the range; allowed is 0.0 kg to 40.0 kg"):
        MuscleState(hand_load=-3)
