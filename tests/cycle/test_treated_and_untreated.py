"""The model beside the trials: person by person no treatment makes a settling course last, and groups agree with arms.

A trial that finds two arms alike after a year has not seen its treatment tip people over. A loop with a tipping point
does that to somebody as soon as a treatment feeds it, however little; so the people at the very edge are tested too.
"""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.cycle.cohort import Cohort, draw, follow
from spine_edu.cycle.equations import STATES, default_terms, run
from spine_edu.cycle.whole.model import LASTING, SETTLED, CycleState, simulate

OFFERED = [name for name in data.choice("cycle_model.treatment").values if name not in ("none", "vertebroplasty")]
YEAR = 364
START_DAYS = (0, 14, 28, 56, 120)


def people(**columns):
    """Return a group with one person for each combination of the values of some terms and of some starts."""
    combined = dict(zip(columns, np.array(list(product(*columns.values()))).T, strict=True))
    count = len(next(iter(combined.values())))
    start = [combined.pop(f"{name}_start", np.full(count, data.value(f"cycle_model.{name}_start"))) for name in STATES]
    return Cohort(default_terms() | combined, tuple(start))


def at_the_edge(group):
    """Return the group with each reactivity moved to the last one with which this person still settles."""
    low, high = np.full(group.size, 0.2), np.full(group.size, 6.0)
    for _ in range(14):
        middle = (low + high) / 2
        settles = follow(Cohort(group.terms | {"guarding_reactivity": middle}, group.start)).rating[-1] <= SETTLED
        low, high = np.where(settles, middle, low), np.where(settles, high, middle)
    return Cohort(group.terms | {"guarding_reactivity": low}, group.start)


def together(*groups):
    """Return several groups as one."""
    sizes = [group.size for group in groups]
    terms = {
        name: np.concatenate([np.broadcast_to(g.terms[name], n) for g, n in zip(groups, sizes, strict=True)])
        if any(np.ndim(group.terms[name]) for group in groups)
        else groups[0].terms[name]
        for name in groups[0].terms
    }
    return Cohort(terms, tuple(map(np.concatenate, zip(*(group.start for group in groups), strict=True))))


def waiting_for(group):
    """Return each person of a group once for each start day, in the states in which the treatment finds him or her.

    Until a treatment begins everybody's course is the untreated one, so all start days can be run at once, from the
    states that the untreated course has reached by then. Also returns who settles if nothing is done.
    """
    path = run(group.start, YEAR, lambda day: group.terms, lambda day, y: y)
    terms = {name: np.tile(value, len(START_DAYS)) if np.ndim(value) else value for name, value in group.terms.items()}
    start = tuple(np.concatenate([path[day][state] for day in START_DAYS]) for state in range(len(STATES)))
    return Cohort(terms, start), 10 * path[-1][STATES.index("pain")] <= SETTLED


GRID = people(
    guarding_reactivity=np.linspace(0.8, 3.2, 21),
    sensitisation_gain=(2.0, 3.0, 4.0),
    herniation_start=(0.1, 0.5, 0.9),
    pain_start=(0.4, 0.8),
)
EDGE = at_the_edge(
    people(
        sensitisation_gain=(2.0, 3.0, 4.0),
        herniation_start=(0.1, 0.5, 0.9),
        pain_start=(0.4, 0.8),
        load=(0.8, 1.1),
        nerve_contact=(0.1, 0.8),
    )
)
WAITING, SETTLES = waiting_for(together(GRID, EDGE))


def test_the_edge_is_an_edge():
    """Those people settle, and nearly all would not with a hundredth more reactivity; the grid holds both kinds."""
    assert follow(EDGE).rating[-1].max() <= SETTLED
    more = Cohort(EDGE.terms | {"guarding_reactivity": EDGE.terms["guarding_reactivity"] + 0.01}, EDGE.start)
    assert (follow(more).rating[-1] > LASTING).mean() > 0.8
    grid = follow(GRID).rating[-1]
    assert min((grid <= SETTLED).sum(), (grid > LASTING).sum()) > 100


@pytest.mark.parametrize("treatment", OFFERED)
def test_no_treatment_turns_a_settling_course_into_a_lasting_one(treatment):
    """No source says of any of them that it does: person by person, over a grid of settings and at the very edge."""
    course = follow(WAITING, YEAR, ((treatment, 0),))
    for place, day in enumerate(START_DAYS):
        after_a_year = course.rating[YEAR - day].reshape(len(START_DAYS), -1)[place]
        made_to_last = SETTLES & (after_a_year > LASTING)
        assert not made_to_last.any(), f"{made_to_last.sum()} of {SETTLES.sum()} people, begun on day {day}"


@pytest.mark.parametrize("name", [row.name for row in data.table("scenarios") if row.explorer == "cycle_model"])
def test_no_treatment_turns_a_named_scenario_into_a_lasting_one(name):
    explorer = spine_edu.WholeCycle()
    explorer.scenario(name)
    state = explorer.state.replace(treatment="none", second_treatment="none", third_treatment="none")
    if simulate(state).outcome != "settles":
        return
    for treatment, day in product(OFFERED, (0, 28, 56)):
        treated = simulate(state.replace(treatment=treatment, treatment_day=day))
        assert treated.outcome != "persists", f"{treatment} on day {day}: {treated.rating[-1]:.1f} of 10"


@pytest.mark.slow
@pytest.mark.parametrize("treatment", OFFERED)
def test_no_treatment_turns_a_settling_course_of_a_large_group_into_a_lasting_one(treatment):
    group = draw(1500, seed=11)
    waiting, settles = waiting_for(group)
    course = follow(waiting, YEAR, ((treatment, 0),))
    for place, day in enumerate(START_DAYS):
        after_a_year = course.rating[YEAR - day].reshape(len(START_DAYS), -1)[place]
        assert not (settles & (after_a_year > LASTING)).any(), day


_CONTROLS = CycleState.declarations()
_NUMBERS = ("load", "guarding_reactivity", "herniation_start", "nerve_contact", "conditioning", "ageing")
_NUMBERS += ("pressure_feedback", "sensitisation_gain")


@settings(max_examples=60)
@given(
    numbers=st.fixed_dictionaries({name: st.floats(_CONTROLS[name].low, _CONTROLS[name].high) for name in _NUMBERS}),
    plan=st.tuples(*[st.tuples(st.sampled_from(("none", *OFFERED)), st.integers(0, 200))] * 3),
)
def test_no_plan_turns_any_course_that_can_be_set_into_a_lasting_one(numbers, plan):
    """Up to three treatments. What they add beside the loop is left out here: three half points are no tipping over."""
    untreated = CycleState(**numbers)
    if simulate(untreated).outcome != "settles":
        return
    slots = ("treatment", "treatment_day"), ("second_treatment", "second_day"), ("third_treatment", "third_day")
    treated = untreated.replace(
        **{
            name: value
            for slot, chosen in zip(slots, plan, strict=True)
            for name, value in zip(slot, chosen, strict=True)
        }
    )
    assert 10 * simulate(treated).pain[-1] <= LASTING
