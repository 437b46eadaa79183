"""The revised NIOSH lifting equation against its manual, and the laws it must keep.

Printed numbers come from the Applications manual (NIOSH 94-110, revised 2021, public domain). The manual multiplies
multipliers already rounded to two decimals and takes some from its tables, so a worksheet may differ from the exact
equation: by at most 0.4 lb in a limit, and by the 0.1 that follows from it in an index.
"""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.loads.lifting import model as lifting
from spine_edu.loads.lifting.model import Lift, LiftingState, Place, composite_index, index, limits_of, simulate

WORKSHEET = 0.4


def values(lift):
    return [limit.value for limit in limits_of(lift)]


# Worked examples -----------------------------------------------------------------------------------

def test_example_4_package_inspection():
    """Figure 14, p. 46: 51 × 1.0 × .94 × .87 × 1.0 × .88 × .95 = 34.9 lb at the origin, 15.2 lb at the destination."""
    lift = Lift("customary", 26, Place(10, 22, 0), Place(20, 59, 0), 3, "short", "fair", control=True)
    start, end = limits_of(lift)
    assert (start.value, end.value) == (pytest.approx(34.9, abs=WORKSHEET), pytest.approx(15.2, abs=WORKSHEET))
    printed = {"HM": 1.0, "VM": 0.94, "DM": 0.87, "AM": 1.0, "FM": 0.88, "CM": 0.95}
    assert {symbol: round(value, 2) for symbol, value in start.multipliers.items()} == printed
    assert end.multipliers["CM"] == 1.0, "grip is judged by the height at the end that is worked out"
    assert (index(26, start.value), index(26, end.value)) == (pytest.approx(0.7, abs=0.1), pytest.approx(1.7, abs=0.1))


@pytest.mark.parametrize("lift, limits, indices", [
    # Example 1, loading punch press stock; the manual's table has HM .44 at 23 in, the formula .43.
    (Lift("customary", 44, Place(23, 15, 0), Place(23, 63, 0), 0.2, "short", "fair", True), (16.3, 14.5), (2.7, 3.0)),
    # Example 3, loading bags into a hopper.
    (Lift("customary", 40, Place(18, 15, 45), Place(10, 36, 0), 0.2, "short", "fair"), (18.9,), (2.1,)),
    # Example 5, dish-washing machine unloading.
    (Lift("customary", 20, Place(20, 44, 30), Place(20, 7, 30), 5, "short", "good", True), (14.4, 13.3), (1.4, 1.5)),
])
def test_further_examples_recalled_from_the_manual(lift, limits, indices):
    """These three were written down from memory of the manual and checked only against the equation itself."""
    assert values(lift) == [pytest.approx(limit, abs=WORKSHEET) for limit in limits]
    assert [index(lift.weight, value) for value in values(lift)] == [pytest.approx(i, abs=0.1) for i in indices]


def test_composite_example_of_the_manual():
    """Section 2.4.5, p. 28, recalled: three tasks with FILI 1.5, 1.0, .67 at 1, 2 and 4 lifts a minute make CLI 1.9."""
    def task(weight, reach, frequency):
        return Lift("customary", weight, Place(reach, 30, 0), Place(10, 40, 0), frequency, "short", "good")

    tasks = [task(30, 25.5, 1), task(20, 25.5, 2), task(10, 25.5 / 0.75, 4)]
    # the example gives FIRWLs of 20, 20 and 15 lb, not the reaches behind them
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lifting, "horizontal_multiplier", lambda reach, system: 10 / reach)
        assert [limits_of(t)[0].without_frequency for t in tasks] == [pytest.approx(w) for w in (20, 20, 15)]
        assert composite_index(tasks) == pytest.approx(1.9, abs=0.05)
        assert composite_index(tasks) == pytest.approx(1.5957 + 0.0725 + 0.6667 * (1 / 0.70 - 1 / 0.88), abs=1e-3)


def test_frequency_is_linear_between_rows():
    """Example 7, pp. 56-57, takes FM for 2.4 lifts a minute between the rows for 2 and 3."""
    assert lifting.frequency_multiplier(2.4, "short", 80) == pytest.approx(0.91 + 0.4 * (0.88 - 0.91))


@pytest.mark.parametrize("reach, printed", [(25, 1), (28, .89), (30, .83), (40, .63), (50, .5), (60, .42), (63, .4)])
def test_table_1_reach(reach, printed):
    assert lifting.horizontal_multiplier(reach) == pytest.approx(printed, abs=0.0051)


@pytest.mark.parametrize("height, printed", [(0, .78), (30, .87), (70, .99), (100, .93), (150, .78), (175, .7)])
def test_table_2_height(height, printed):
    assert lifting.vertical_multiplier(height) == pytest.approx(printed, abs=0.0051)


@pytest.mark.parametrize("travel, printed", [(25, 1), (40, .93), (55, .9), (70, .88), (100, .87), (175, .85)])
def test_table_3_travel(travel, printed):
    assert lifting.distance_multiplier(travel) == pytest.approx(printed, abs=0.0051)


def test_the_manuals_table_3_differs_from_its_own_formula_at_130_cm():
    assert round(lifting.distance_multiplier(130), 2) == 0.85  # the table prints .86; the formula governs


def test_the_whole_frequency_table_is_there():
    rows = data.table("loads_frequency")
    assert len(rows) == 17 * 3
    for row in rows:
        assert row.below <= row.above
        for height, printed in ((74, row.below), (75, row.above)):
            assert lifting.frequency_multiplier(row.frequency, row.duration, height) == printed


# Zero beyond the limits ----------------------------------------------------------------------------

@pytest.mark.parametrize("change", [{"horizontal": 64}, {"vertical": 176}, {"asymmetry": 140}, {"frequency": 16},
                                    {"frequency": 12.5}, {"frequency": 9, "duration": "long"},
                                    {"vertical": 0, "lifted_to": 176}])
def test_no_load_beyond_the_limits(change):
    result = simulate(LiftingState().replace(**change))
    assert result.governing.value == 0 and math.isinf(result.index)


@pytest.mark.parametrize("change", [{"horizontal": 63}, {"vertical": 175}, {"asymmetry": 135}, {"frequency": 12},
                                    {"vertical": 0, "lifted_to": 175}])
def test_some_load_at_the_limits(change):
    assert simulate(LiftingState().replace(**change)).governing.value > 0


def test_short_reach_and_travel_and_rare_lifts_count_as_the_least():
    assert lifting.horizontal_multiplier(15) == lifting.distance_multiplier(5) == 1
    assert lifting.frequency_multiplier(0, "short", 80) == lifting.frequency_multiplier(0.2, "short", 80)


def test_no_load_has_index_zero():
    assert simulate(LiftingState(weight=0, horizontal=64)).index == 0


# Laws ----------------------------------------------------------------------------------------------

places = st.builds(Place, st.floats(15, 80), st.floats(0, 200), st.floats(0, 180))
lifts = st.builds(Lift, st.just("metric"), st.floats(0.5, 60), places, places, st.floats(0, 18),
                  st.sampled_from(("short", "moderate", "long")), st.sampled_from(("good", "fair", "poor")),
                  st.booleans())


@settings(max_examples=60, deadline=None)
@given(lift=lifts)
def test_a_limit_is_the_best_case_less_its_costs(lift):
    for limit in limits_of(lift):
        assert all(0 <= multiplier <= 1 for multiplier in limit.multipliers.values())
        assert 0 <= limit.value <= 23 and all(cost >= -1e-12 for cost in limit.costs.values())
        assert limit.value == pytest.approx(23 - sum(limit.costs.values()))
        assert limit.value <= limit.without_frequency + 1e-12


@settings(max_examples=60, deadline=None)
@given(lift=lifts, farther=st.floats(0, 40), oftener=st.floats(0, 10), turn=st.floats(0, 90))
def test_nothing_that_is_harder_raises_a_limit(lift, farther, oftener, turn):
    origin = lift.origin
    harder = [Lift(lift.system, lift.weight, Place(origin.horizontal + farther, origin.vertical, origin.asymmetry),
                   lift.destination, lift.frequency, lift.duration, lift.coupling),
              Lift(lift.system, lift.weight, Place(origin.horizontal, origin.vertical, origin.asymmetry + turn),
                   lift.destination, lift.frequency, lift.duration, lift.coupling),
              Lift(lift.system, lift.weight, origin, lift.destination, lift.frequency + oftener, lift.duration,
                   lift.coupling),
              Lift(lift.system, lift.weight, origin, lift.destination, lift.frequency, "long", "poor")]
    for other in harder:
        assert values(other)[0] <= values(lift)[0] + 1e-12


@settings(max_examples=40, deadline=None)
@given(lift=lifts, other=lifts)
def test_a_job_is_at_least_as_hard_as_its_hardest_lift(lift, other):
    single = [index(each.weight, min(values(each))) for each in (lift, other)]
    assert composite_index((lift, other)) >= max(single) - 1e-9
    assert composite_index((lift,)) == single[0]


def test_the_lower_limit_counts_when_the_load_is_placed_with_care():
    state = LiftingState(control="yes", horizontal_end=55)
    result = simulate(state)
    assert result.governing.where == "end"
    assert result.governing.value == min(limit.value for limit in result.limits)
    assert simulate(state.replace(control="no")).governing.where == "start"


def test_grip_and_frequency_look_at_different_heights():
    """FM takes the height at the origin at both ends; CM the height at the end that is worked out."""
    result = simulate(LiftingState(vertical=40, lifted_to=100, coupling="fair", frequency=12.4, control="yes"))
    start, end = result.limits
    assert start.multipliers["FM"] == end.multipliers["FM"] == 0
    assert (start.multipliers["CM"], end.multipliers["CM"]) == (0.95, 1.0)


def test_pounds_and_kilograms_agree_but_not_exactly():
    metric, customary = simulate(LiftingState()), simulate(LiftingState(units="customary"))
    converted = customary.governing.value / customary.per_kg
    assert converted == pytest.approx(metric.governing.value, rel=0.03) and converted != metric.governing.value
    assert customary.best == 51 and customary.unit == "lb"


def test_the_second_lift_adds_to_the_job():
    alone, job = simulate(LiftingState()), simulate(LiftingState(second="yes"))
    assert alone.composite is None and job.composite > alone.index


# Refused -------------------------------------------------------------------------------------------

def test_ten_kinds_of_lift_are_refused_with_a_sentence_each():
    kinds = LiftingState.declarations()["task"].values
    reasons = [simulate(LiftingState(task=kind)).refusal for kind in kinds]
    assert len(kinds) == 11 and reasons[0] == ""
    assert len(set(reasons)) == 11 and all(reason.endswith(".") and len(reason) > 30 for reason in reasons[1:])


@pytest.mark.parametrize("change, sentence", [
    ({"weight": -1}, r"Weight of the load: -1 is outside the range; allowed is 0\.0 kg to 60\.0 kg"),
    ({"horizontal": 500}, "Reach at the start: 500 is outside the range"),
    ({"frequency": "often"}, "Lifts a minute: 'often' is not a number"),
    ({"coupling": "firm"}, "Grip: 'firm' is not an option; allowed are good, fair, poor"),
    ({"task": "two"}, "Kind of lift: 'two' is not an option"),
])
def test_a_lift_outside_the_domain_is_refused_in_a_sentence(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        LiftingState(**change)
