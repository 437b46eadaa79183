"""The SBML export: valid, and another simulator gets the same year out of it."""

import libsbml
import pytest
import roadrunner

from spine_edu.cycle.equations import STATES
from spine_edu.cycle.loop.model import LoopState
from spine_edu.cycle.sbml import sbml
from spine_edu.cycle.whole.model import CycleState, simulate

SETTINGS = [
    {},
    {"guarding_reactivity": 3.0},
    {"load": 1.7, "ageing": 0.8, "conditioning": 0.1},
    {"cut_link": "resorption", "herniation_start": 0.9},
]


def test_libsbml_finds_no_error():
    document = libsbml.readSBMLFromString(sbml(CycleState()))
    document.checkConsistency()
    errors = [
        document.getError(i).getMessage()
        for i in range(document.getNumErrors())
        if document.getError(i).getSeverity() >= libsbml.LIBSBML_SEV_ERROR
    ]
    assert errors == []
    assert document.getModel().getNumRules() == len(STATES)


@pytest.mark.parametrize("settings", SETTINGS)
def test_roadrunner_agrees_over_a_year(settings):
    state = CycleState(**settings)
    ours = simulate(state)
    runner = roadrunner.RoadRunner(sbml(state))
    runner.integrator.relative_tolerance = 1e-10
    runner.integrator.absolute_tolerance = 1e-12
    runner.timeCourseSelections = ["time", *STATES]
    theirs = runner.simulate(0, ours.days[-1], len(ours.days))
    for column, name in enumerate(STATES, start=1):
        worst = max(abs(a - b) for a, b in zip(getattr(ours, name), theirs[:, column], strict=True))
        assert worst < 1e-4, (name, worst)


def test_treatments_are_left_out_and_a_cut_link_is_in():
    assert sbml(CycleState(treatment="heat")) == sbml(CycleState())
    assert 'id="k_resorption_rate" name="Resorption rate" value="0.0"' in sbml(CycleState(cut_link="resorption"))
    assert "k_days" not in sbml(CycleState())


@pytest.mark.parametrize("wrong", ["x", None, 3, CycleState, LoopState()], ids=repr)
def test_what_is_no_setting_of_the_whole_model_is_refused_in_a_sentence(wrong):
    with pytest.raises(ValueError, match=r"sbml\(\) writes down settings of the whole model, such as WholeCycle"):
        sbml(wrong)
