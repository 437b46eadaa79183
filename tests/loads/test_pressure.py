"""The pressure board: what the two studies printed, kept apart."""

import pytest

from spine_edu import data
from spine_edu.loads.pressure.model import STUDIES, PressureState, row, simulate, study

#: Wilke 1999, values of the abstract (MPa).
WILKE = {"prone": 0.10, "side": 0.12, "standing": 0.50, "bent": 1.10, "sitting": 0.46, "folded": 0.83, "slouched": 0.30,
         "lift_round": 2.30, "lift_knees": 1.70, "hold_close": 1.10}
#: Nachemson 1976, percent of standing.
NACHEMSON = {"supine": 25, "side": 75, "standing": 100, "bent20": 150, "bent_load": 220, "sitting": 140, "leaning": 185,
             "sit_load": 275}


@pytest.mark.parametrize("name, printed", [("wilke", WILKE), ("nachemson", NACHEMSON)])
def test_the_posture_table(name, printed):
    assert {posture: row(posture).readings[name].value for posture in printed} == printed


def test_one_person_in_wilke_and_no_invented_number_for_nachemson():
    assert study("wilke").people == 1
    assert study("nachemson").people is None and "unknown" in study("nachemson").people_words


def test_each_study_keeps_its_own_unit_and_axis():
    assert (study("wilke").unit, study("nachemson").unit) == ("MPa", "% of standing")
    for name in STUDIES:
        values = [item.high or item.value for item in data.table("loads_pressures") if item.study == name]
        assert study(name).low <= min(values) and max(values) < study(name).high


def test_a_range_holds_its_middle():
    for item in data.table("loads_pressures"):
        assert (item.low is None) == (item.high is None)
        assert item.low is None or item.low < item.value < item.high


def test_the_studies_disagree_on_sitting_and_on_nothing_else():
    every = PressureState.declarations()["posture"].values
    assert [name for name in every if simulate(PressureState(posture=name)).disagree] == ["sitting"]
    assert row("sitting").share("wilke") == pytest.approx(0.92)
    assert row("sitting").share("nachemson") == pytest.approx(1.4)


def test_every_posture_was_measured_by_somebody_and_stands_in_a_group():
    groups = {item.posture: item.group for item in data.table("loads_pressures")}
    assert set(groups) == set(PressureState.declarations()["posture"].values)
    assert set(groups.values()) | {"main"} == set(PressureState.declarations()["group"].values)


def test_coughing_sneezing_and_valsalva_are_there():
    shown = {item.posture for item in simulate(PressureState(group="straining")).rows}
    assert {"cough", "laugh", "sneeze_side", "valsalva", "standing"} <= shown


def test_the_marked_posture_is_always_on_the_board():
    result = simulate(PressureState(group="lying", posture="lift_round"))
    assert result.rows[-1] == result.marked == row("lift_round")


def test_an_unknown_posture_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="Mark a posture: 'kneeling' is not an option; allowed are supine"):
        PressureState(posture="kneeling")
    with pytest.raises(ValueError, match="'kneeling' is not an option"):
        row("kneeling")
