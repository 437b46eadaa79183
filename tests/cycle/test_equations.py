"""The six equations and their integrator: against a stiff solver, and the laws that hold whatever the parameters."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from spine_edu import data
from spine_edu.cycle.equations import SCALES, STATES, default_terms, run, slopes, steps_a_day
from spine_edu.cycle.treatments import push, terms_on
from spine_edu.cycle.whole.model import CycleState, simulate

UNIT = st.floats(0, 1)
SETTINGS = [
    {},
    {"guarding_reactivity": 6.0},
    {"guarding_reactivity": 6.0, "sensitisation_gain": 5.0, "load": 2.5},
    {"load": 2.5, "ageing": 1.0, "conditioning": 0.0},
    {"herniation_start": 1.0, "nerve_contact": 1.0},
    {"guarding_reactivity": 0.2, "load": 0.2},
    {"guarding_reactivity": 1.6, "load": 1.1},
    {
        "treatment": "discectomy",
        "second_treatment": "relaxant",
        "third_treatment": "epidural",
        "guarding_reactivity": 2.6,
        "treatment_day": 56,
        "second_day": 20,
    },
]


@st.composite
def any_terms(draw):
    """Terms anywhere in their ranges."""
    drawn = {row.name: draw(st.floats(row.low, row.high)) for row in data.parameters("cycle_model")}
    return drawn | {name: draw(st.floats(0, 2)) for name in SCALES}


def stiff(state):
    """The same run day by day with SciPy's Radau at tight tolerance."""
    y, path = np.array(state.start), []
    for day in range(round(state.days)):
        y = np.array(push(day, tuple(y), state.plan), dtype=float)
        path.append(y)
        rates = slopes(terms_on(day, state.terms, state.plan))
        y = solve_ivp(lambda t, y, rates=rates: rates(*y), (0, 1), y, method="Radau", rtol=1e-9, atol=1e-11).y[:, -1]
    return np.array([*path, y])


@pytest.mark.parametrize("changes", SETTINGS, ids=str)
def test_a_year_agrees_with_a_stiff_solver(changes):
    state = CycleState(**changes, days=182)
    result, theirs = simulate(state), stiff(state)
    for column, name in enumerate(STATES):
        assert np.abs(np.array(getattr(result, name)) - theirs[:, column]).max() < 1e-4, name


def test_a_muscle_that_lets_go_within_hours_is_followed_as_well():
    """Runge-Kutta can follow a decay of up to 2.78 a step; no control reaches this, but constants can."""
    terms = default_terms() | {"guarding_reactivity": 6.0, "guarding_time": 0.5}
    assert steps_a_day(default_terms()) == 4 and steps_a_day(terms) > 14
    ours = np.array(run(CycleState().start, 60, lambda day: terms, lambda day, y: y))
    rates = slopes(terms)
    theirs = solve_ivp(
        lambda t, y: rates(*y), (0, 60), CycleState().start, method="Radau", t_eval=range(61), rtol=1e-9, atol=1e-11
    )
    assert np.abs(ours - theirs.y.T).max() < 1e-4
    both = default_terms() | {"guarding_time": np.array([0.5, 2.0])}
    assert steps_a_day(both) == steps_a_day(default_terms() | {"guarding_time": 0.5}), "the fastest of a group decides"


@settings(max_examples=60)
@given(terms=any_terms(), y=st.tuples(*[UNIT] * 6), face=st.integers(0, 5), side=st.sampled_from([0.0, 1.0]))
def test_no_state_can_leave_its_range(terms, y, face, side):
    y = [*y[:face], side, *y[face + 1 :]]
    flow = slopes(terms)(*y)[face]
    assert flow >= 0 if side == 0 else flow <= 0


@settings(max_examples=20)
@given(terms=any_terms(), y=st.tuples(*[UNIT] * 6))
def test_a_run_stays_in_its_range_and_comes_to_rest(terms, y):
    """Near a tipping point it takes long: no number of years is promised, only that it does not go round for ever."""
    terms |= SCALES
    for _ in range(8):
        path = run(y, 3000, lambda day: terms, lambda day, y: y)
        assert all(-1e-6 <= value <= 1 + 1e-6 for point in path for value in point)
        y = path[-1]
        if max(map(abs, slopes(terms)(*y))) < 2e-4:
            return
    raise AssertionError("no oscillation: it comes to rest or all but")


def test_one_patient_and_a_cohort_use_the_same_equations():
    loads = (0.7, 1.0, 1.8)
    terms = {**default_terms(), "load": np.array(loads)}
    cohort = run(tuple(np.full(3, value) for value in CycleState().start), 100, lambda day: terms, lambda day, y: y)
    for k, load in enumerate(loads):
        alone = simulate(CycleState(load=load))
        assert [float(point[3][k]) for point in cohort] == pytest.approx(alone.pain[:101], abs=1e-12)


@settings(max_examples=30)
@given(y=st.tuples(*[st.floats(0.05, 0.95)] * 6))
def test_direction_of_single_arrows(y):
    """More of what an arrow begins with pushes what it ends at the way its sign says."""
    terms = dict(default_terms())
    base = dict(zip(STATES, slopes(terms)(*y), strict=True))

    def pushed(name):
        more = [value + 0.02 if state == name else value for state, value in zip(STATES, y, strict=True)]
        return dict(zip(STATES, slopes(terms)(*more), strict=True))

    assert pushed("herniation")["inflammation"] > base["inflammation"]
    assert pushed("pain")["guarding"] > base["guarding"]
    assert pushed("sensitisation")["pain"] > base["pain"]
    assert pushed("inflammation")["herniation"] < base["herniation"]
    assert pushed("guarding")["annulus"] > base["annulus"]
