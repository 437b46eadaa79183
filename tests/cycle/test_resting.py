"""Where the loop can rest, and its folds: what the prototype printed, checked by a second way where there is one."""

import random

import numpy as np
import pytest
from scipy.optimize import fsolve

from spine_edu.cycle import gain, resting
from spine_edu.cycle.equations import STATES, run, slopes
from spine_edu.cycle.whole.model import CycleState

BASE = CycleState().terms
BISTABLE = {**BASE, "guarding_reactivity": 3.0}


def test_one_resting_point_below_the_fold_and_three_points_above():
    assert len(resting.equilibria({**BASE, "guarding_reactivity": 1.5})) == 1
    low, middle, high = resting.equilibria(BISTABLE)
    assert [round(10 * point.pain, 2) for point in (low, middle, high)] == [0.01, 3.80, 6.87]
    assert [round(point.gain, 2) for point in (low, middle, high)] == [0.00, 2.22, 0.29]
    assert [point.stable for point in (low, middle, high)] == [True, False, True]
    assert high.guarding == pytest.approx(0.70, abs=0.005)


def test_every_resting_point_is_a_zero_of_the_equations():
    for point in resting.equilibria(BISTABLE):
        assert max(map(abs, slopes(BISTABLE)(*point.states))) < 1e-8


# The base value differs from the prototype's 1.977 in the third decimal: see docs/model.md and the next test.
@pytest.mark.parametrize(
    "changes, fold",
    [
        ({}, 1.9747852),
        ({"conditioning": 0.2}, 1.874),
        ({"conditioning": 0.85}, 2.106),
        ({"load": 0.7}, 2.405),
        ({"load": 1.5}, 0.973),
        ({"ageing": 0.1}, 2.129),
        ({"ageing": 0.8}, 1.733),
        ({"pressure_feedback": 0.0}, 2.359),
        ({"sensitisation_gain": 2.0}, 3.262),
        ({"sensitisation_gain": 4.0}, 1.407),
    ],
    ids=str,
)
def test_fold_in_guarding_reactivity(changes, fold):
    found = resting.folds({**BASE, **changes}, "guarding_reactivity", 0.2, 6.0)
    assert found == (pytest.approx(fold, abs=2.1e-3),)


def test_the_base_fold_by_a_second_way():
    """Solve "at rest, and det J = 0" for the six states and the reactivity with SciPy."""

    def conditions(unknown):
        terms = {**BASE, "guarding_reactivity": unknown[6]}
        return [*slopes(terms)(*unknown[:6]), 10 * np.linalg.det(np.array(gain.jacobian(terms, unknown[:6])) * 5)]

    ours = resting.folds(BASE, "guarding_reactivity", 1.5, 2.5)[0]
    near = resting.equilibria({**BASE, "guarding_reactivity": ours + 0.01})[2]
    solved, _, flag, _ = fsolve(conditions, [*near.states, 2.0], full_output=True, xtol=1e-12)
    assert flag == 1 and ours == pytest.approx(solved[6], abs=5e-5)
    assert solved[6] == pytest.approx(1.9747852, abs=1e-6) and solved[3] == pytest.approx(0.5348, abs=2e-4)


@pytest.mark.parametrize(
    "reactivity, lower, upper", [(0.9, 1.538, 1.916), (1.2, 1.385, 1.886), (2.0, 0.986, 1.824), (2.5, 0.582, 1.794)]
)
def test_two_folds_in_load(reactivity, lower, upper):
    terms = {**BASE, "guarding_reactivity": reactivity}
    assert resting.folds(terms, "load", 0.2, 2.5) == (pytest.approx(lower, abs=2e-3), pytest.approx(upper, abs=2e-3))


def test_the_folds_close_towards_a_cusp():
    lower, upper = resting.folds({**BASE, "guarding_reactivity": 0.3}, "load", 1.5, 2.5)
    assert upper - lower == pytest.approx(0.13, abs=0.005)


def test_many_random_sets_have_two_resting_points_and_none_has_none(random_terms):
    chance, bistable = random.Random(5), 0
    for _ in range(150):
        terms = random_terms(chance)
        points = resting.equilibria(terms)
        assert len(points) % 2 == 1 and any(point.stable for point in points)
        bistable += len(points) >= 3
        full = np.array(gain.jacobian(terms, points[0].states))
        others = [i for i in range(6) if STATES[i] != "pain"]
        assert np.linalg.eigvals(full[np.ix_(others, others)]).real.max() < 0, "the open loop always settles"
    assert 30 <= bistable <= 75, "the prototype found 93 of 300"


def test_load_curve_sweeps_and_map_agree():
    terms = {**BASE, "guarding_reactivity": 1.2}
    up, down = resting.curve_folds(resting.load_curve(terms, 0.2, 2.5))
    assert (down, up) == (pytest.approx(1.385, abs=0.01), pytest.approx(1.886, abs=0.01))
    loads = [1.0 + 0.05 * i for i in range(21)]
    there, back = resting.sweep(terms, loads), resting.sweep(terms, loads[::-1])[::-1]
    apart = [load for load, a, b in zip(loads, there, back, strict=True) if b - a > 0.1]
    assert 1.38 < min(apart) < 1.46 and 1.80 < max(apart) < 1.90
    for load, lower, upper in resting.regime_map(BASE):
        if 1.0 < load < 1.05:
            exact = resting.folds({**BASE, "load": load}, "guarding_reactivity", 0.2, 6.0)
            assert lower == pytest.approx(exact[0], abs=0.01)
        if 1.8 < load < 1.85:
            assert upper == pytest.approx(
                resting.folds({**BASE, "load": load}, "guarding_reactivity", 0.5, 6.0)[0], rel=0.02
            )


def test_a_slow_ramp_of_load_follows_the_sweep():
    terms, y = {**BASE, "guarding_reactivity": 1.2}, CycleState(herniation_start=0.0).start
    y = run(y, 1500, lambda day: {**terms, "load": 1.6}, lambda day, y: y)[-1]
    assert y[3] == pytest.approx(resting.sweep(terms, [1.0, 1.6])[1], abs=1e-3)
    y = run(y, 800, lambda day: {**terms, "load": 2.2}, lambda day, y: y)[-1]
    y = run(y, 1500, lambda day: {**terms, "load": 1.6}, lambda day, y: y)[-1]
    assert y[3] == pytest.approx(resting.sweep(terms, [1.0, 2.2, 1.6])[2], abs=1e-3)


@pytest.mark.parametrize(
    "name, ends, sentence",
    [("mood", (0, 1), "no term named 'mood'"), ("load", (2, 1), "lower end 2 must be below the upper end 1")],
)
def test_folds_of_nothing_are_refused_in_a_sentence(name, ends, sentence):
    with pytest.raises(ValueError, match=sentence):
        resting.folds(BASE, name, *ends)
