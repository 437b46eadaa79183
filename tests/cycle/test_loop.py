"""The loop and its tank: everything that can be worked out on paper."""

from math import exp, inf, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu.cycle.loop.model import BRIM, DAYS, LoopState, half_life, simulate

GAINS = st.floats(0, 1.5)


@pytest.mark.parametrize("gain, total", [(0.0, 1), (0.5, 2), (0.75, 4), (0.8, 5)])
def test_one_push_brings_its_size_over_one_minus_gain(gain, total):
    """10 + 8 + 6.4 + ... = 50: what drains in all is the push times 1 / (1 - gain)."""
    result = simulate(LoopState(gain=gain, clearance=1.0, delay=0.5, start=1.0))
    assert result.total == pytest.approx(total)
    assert sum(result.drained[:-1]) / 8 == pytest.approx(total, rel=0.07)


@settings(max_examples=40, deadline=None)
@given(clearance=st.floats(0.05, 1), delay=st.floats(0, 7), start=st.floats(1, 10))
def test_the_border_is_a_gain_of_exactly_one_whatever_the_delay(clearance, delay, start):
    def late_change(gain):
        level = simulate(LoopState(gain=gain, clearance=clearance, delay=delay, start=start)).level
        return level[-1] - level[-240]

    assert abs(late_change(1.0)) < 1e-2 * start, "a long pipe rings a little"
    assert late_change(0.9) < 0
    assert late_change(1.1) > 0 or simulate(LoopState(gain=1.1, clearance=clearance, delay=delay,
                                                     start=start)).level[-1] == BRIM


@settings(max_examples=30, deadline=None)
@given(clearance=st.floats(0.05, 1), delay=st.floats(0, 7), start=st.floats(1, 10))
def test_at_the_border_the_push_is_shared_by_tank_and_pipe(clearance, delay, start):
    result = simulate(LoopState(gain=1.0, clearance=clearance, delay=delay, start=start))
    assert result.rest == pytest.approx(start / (1 + clearance * delay))
    assert result.level[-1] == pytest.approx(result.rest, rel=0.03)  # a long pipe keeps ringing a little


@settings(max_examples=30, deadline=None)
@given(gain=st.floats(0, 0.95), clearance=st.floats(0.1, 1))
def test_without_delay_it_is_an_exponential(gain, clearance):
    result = simulate(LoopState(gain=gain, clearance=clearance, delay=0, start=8))
    for day in (1, 5, 20):
        assert result.level[result.at(day)] == pytest.approx(8 * exp(-clearance * (1 - gain) * day), rel=0.02, abs=1e-6)
    assert result.half_life == pytest.approx(log(2) / (clearance * (1 - gain)))


@pytest.mark.parametrize("gain, delay", [(0.5, 1), (0.8, 3), (0.9, 2), (1.1, 2)])
def test_half_life_is_the_one_seen_late_in_the_run(gain, delay):
    result = simulate(LoopState(gain=gain, clearance=0.3, delay=delay, start=2))
    early, late = result.level[result.at(40)], result.level[result.at(45)]
    if late < BRIM:
        assert early * 0.5 ** (5 / result.half_life) == pytest.approx(late, rel=0.01)


def test_a_delay_slows_the_loop_and_the_border_stops_it():
    assert half_life(0.8, 0.3, 3) > half_life(0.8, 0.3, 0) > half_life(0.0, 0.3, 0) == pytest.approx(log(2) / 0.3)
    assert half_life(1.0, 0.3, 3) == inf and half_life(1.2, 0.3, 3) < 0


def test_a_steady_drive_rests_where_inflow_and_drain_are_equal():
    result = simulate(LoopState(gain=0.8, outside=0.3))
    assert result.rest == pytest.approx(5) and result.level[-1] == pytest.approx(5, abs=0.01)
    assert result.outcome == "holds"


def test_less_in_than_out_means_falling_while_something_still_pours_in():
    result = simulate(LoopState(gain=0.0, outside=0.5, clearance=0.3, start=8))
    n = result.at(1)
    assert result.outside[n] > 0 and result.outside[n] < result.drained[n] and result.level[n + 8] < result.level[n]


@pytest.mark.parametrize("gain, outcome", [(0.8, "settles"), (1.0, "holds"), (1.2, "runs away")])
def test_settles_holds_runs_away(gain, outcome):
    assert simulate(LoopState(gain=gain)).outcome == outcome


def test_cutting_any_arrow_of_the_loop_is_the_same():
    runs = [simulate(LoopState(gain=1.2, change=change, strength=0.6)).level
            for change in ("guarding", "pressure", "irritation")]
    assert runs[0] == runs[1] == runs[2]


def test_a_cut_loop_leaves_what_the_drive_alone_holds_up():
    result = simulate(LoopState(gain=0.8, outside=0.5, change="guarding", strength=1, change_day=30))
    assert result.level[-1] == pytest.approx(0.5 / 0.3, abs=0.01)


def test_a_wider_drain_lowers_the_effective_gain():
    result = simulate(LoopState(gain=1.2, change="drain", strength=1.0, change_day=0))
    assert result.outcome == "settles" and result.rest == 0


def test_a_change_that_ends_lets_a_gain_above_one_return():
    result = simulate(LoopState(gain=1.3, change="guarding", strength=0.9, change_days=15))
    assert min(result.level) < 1 and result.level[-1] > 3


def test_without_a_drain_every_loop_runs_away():
    assert simulate(LoopState(story="reinforcing", gain=0.1)).outcome == "runs away"
    assert simulate(LoopState(story="reinforcing", gain=0.0)).outcome == "holds"


def test_getting_used_to_it_can_settle_a_gain_above_one():
    assert simulate(LoopState(story="adaptation", gain=1.2)).outcome == "settles"
    assert simulate(LoopState(story="adaptation", gain=1.2)).level[-1] < 1


@settings(max_examples=40, deadline=None)
@given(gain=GAINS, start=st.floats(0, 10), outside=st.floats(0, 2), delay=st.floats(0, 7),
       change=st.sampled_from(["none", "guarding", "drive", "drain"]),
       story=st.sampled_from(["reinforcing", "recovery", "adaptation"]))
def test_the_level_stays_in_the_tank_and_the_same_settings_give_the_same_run(gain, start, outside, delay, change,
                                                                             story):
    state = LoopState(gain=gain, start=start, outside=outside, delay=delay, change=change, story=story)
    result = simulate(state)
    assert all(0 <= level <= BRIM for level in result.level) and result.days[-1] == DAYS
    assert result.level == simulate(state).level


@settings(max_examples=30, deadline=None)
@given(gain=st.floats(0, 1.4), more=st.floats(0.01, 0.1), start=st.floats(0, 10))
def test_more_gain_never_means_less(gain, more, start):
    one, two = (simulate(LoopState(gain=value, start=start)).level for value in (gain, gain + more))
    assert all(a <= b + 1e-12 for a, b in zip(one, two, strict=True))
