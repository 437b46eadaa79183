"""One patient of the whole model: start, cut links, views, and the stories it can tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu.cycle.equations import STATES, default_terms
from spine_edu.cycle.whole.model import LINKS, CycleState, simulate


def test_the_start_is_what_the_table_says():
    result = simulate(CycleState(herniation_start=0.7))
    assert [getattr(result, name)[0] for name in STATES] == [0.7, 0.45, 0.5, 0.6, 0.5, 0.0]
    assert result.rating[0] == 6.0 and result.days[-1] == 364


def test_same_state_same_run():
    assert simulate(CycleState(load=1.3)) == simulate(CycleState(load=1.3))


def test_a_small_herniation_settles_and_a_large_one_lasts_in_the_same_patient():
    small, large = (simulate(CycleState(guarding_reactivity=2.6, herniation_start=start)) for start in (0.1, 0.8))
    assert small.outcome == "settles" and small.rating[-1] == pytest.approx(0.1, abs=0.05)
    assert large.outcome == "persists" and large.rating[-1] > 6.5
    assert len(large.equilibria) == 3


def test_what_lasting_pain_looks_like_at_a_reactivity_of_three():
    result = simulate(CycleState(guarding_reactivity=3.0, days=728))
    assert result.rating[-1] == pytest.approx(6.9, abs=0.06)
    assert result.guarding[-1] == pytest.approx(0.70, abs=0.005)
    assert result.pressure[-1] == pytest.approx(0.66, abs=0.005)


def test_the_effective_burden_halves_in_about_a_week_and_the_picture_lags():
    result = simulate(CycleState())
    halved = next(day for day in result.days if result.herniation[day] < result.herniation[0] / 2)
    assert 4 <= halved <= 10
    assert result.image[0] == result.herniation[0]
    assert result.image[84] > 10 * result.herniation[84]
    assert all(after <= before for before, after in zip(result.image, result.image[1:], strict=False))


@pytest.mark.parametrize("link", LINKS)
def test_a_cut_link_takes_one_term_and_leaves_the_others(link):
    terms = CycleState(cut_link=link).terms
    changed = {name for name, value in CycleState().terms.items() if terms[name] != value}
    assert changed == {LINKS[link]} and terms[LINKS[link]] == 0


@pytest.mark.parametrize("link", ["spasm_pain", "guarding", "sensitisation"])
def test_without_this_link_the_loop_cannot_hold_itself_up(link):
    state = CycleState(guarding_reactivity=3.0, cut_link=link)
    assert len(simulate(state).equilibria) == 1 and simulate(state).outcome == "settles"


def test_cutting_the_loop_does_not_remove_the_drive():
    """What starts the pain goes on: with the muscle's arrow cut, pain is lower but not gone in the first week."""
    whole, cut = simulate(CycleState()), simulate(CycleState(cut_link="spasm_pain"))
    assert 1 < cut.rating[7] < whole.rating[7]


def test_defaults_reach_the_equations():
    assert CycleState().terms == default_terms()


@pytest.mark.parametrize("load", [0.2, 1.0, 2.5])
def test_pressure_is_load_plus_guarding(load):
    result = simulate(CycleState(load=load, pressure_feedback=0.4))
    assert result.pressure[30] == pytest.approx(0.5 * (load + 0.4 * result.guarding[30]))


def test_settled_day():
    result = simulate(CycleState())
    day = result.settled_day
    assert result.rating[day - 1] > 2 >= max(result.rating[day:])
    assert simulate(CycleState(guarding_reactivity=3.0)).settled_day is None


@settings(max_examples=25, deadline=None)
@given(load=st.floats(0.3, 1.6), more=st.floats(0.05, 0.8))
def test_more_load_never_means_less_pain_a_year_on(load, more):
    one, two = (simulate(CycleState(load=value)) for value in (load, load + more))
    assert two.rating[-1] >= one.rating[-1] - 1e-6


@settings(max_examples=25, deadline=None)
@given(reactivity=st.floats(0.2, 5), more=st.floats(0.1, 1))
def test_more_reactivity_never_means_less_pain_a_year_on(reactivity, more):
    one, two = (simulate(CycleState(guarding_reactivity=value)) for value in (reactivity, reactivity + more))
    assert two.rating[-1] >= one.rating[-1] - 1e-6


@settings(max_examples=20, deadline=None)
@given(days=st.integers(84, 700), reactivity=st.floats(0.2, 6))
def test_a_longer_run_begins_like_a_shorter_one(days, reactivity):
    short, long = (simulate(CycleState(days=n, guarding_reactivity=reactivity)) for n in (days, days + 28))
    assert long.pain[:days + 1] == short.pain
