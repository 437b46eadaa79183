"""The words of the five load explorers: plain sentences that hold the numbers of the figures."""

import importlib
import math
import re

import pytest
from plotly.graph_objects import Figure

from spine_edu.loads.lifting import model as loads_lifting
from spine_edu.loads.lifting import words as lifting_words
from spine_edu.loads.muscle import model as loads_muscle
from spine_edu.loads.muscle import words as muscle_words
from spine_edu.loads.pressure import figure as pressure_figure
from spine_edu.loads.pressure import model as loads_pressure
from spine_edu.loads.pressure import words as pressure_words
from spine_edu.loads.wall import model as loads_wall
from spine_edu.loads.wall import words as wall_words
from spine_edu.loads.water import model as loads_water
from spine_edu.loads.water import words as water_words

STATES = {
    "loads_pressure": [loads_pressure.PressureState(group="straining", posture="cough"),
                       loads_pressure.PressureState(posture="walking")],
    "loads_lifting": [loads_lifting.LiftingState(), loads_lifting.LiftingState(horizontal=70),
                      loads_lifting.LiftingState(task="fast"), loads_lifting.LiftingState(control="yes", second="yes")],
    "loads_muscle": [loads_muscle.MuscleState(), loads_muscle.MuscleState(lean=0, hand_load=0)],
    "loads_wall": [loads_wall.WallState(), loads_wall.WallState(grade=5)],
    "loads_water": [loads_water.WaterState(), loads_water.WaterState(traction=2, pull=10, hour=8)],
}
EACH = pytest.mark.parametrize("part, state", [(part, state) for part, states in STATES.items() for state in states])


@EACH
def test_sentences_are_short_and_end(part, state):
    model, words = (importlib.import_module(f"spine_edu.{layer}.{part}") for layer in ("models", "words"))
    sentence = words.sentence(model.simulate(state))
    assert sentence.endswith(".") and len(sentence) < 420
    assert not re.search(r"\d\.\d{4}|inf\b|nan", sentence)


@EACH
def test_table_rows_are_as_long_as_the_head_and_units_stand_there(part, state):
    model, words = (importlib.import_module(f"spine_edu.{layer}.{part}") for layer in ("models", "words"))
    table = words.table(model.simulate(state))
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_the_board_reads_both_studies_and_says_when_they_clash():
    sentence = pressure_words.sentence(loads_pressure.simulate(loads_pressure.PressureState(posture="sitting")))
    for part in ("0.46 MPa", "140 % of standing", "1 person", "n unknown", "different sides of standing",
                 "Pressure is not pain"):
        assert part in sentence


def test_units_are_never_mixed_in_one_column():
    board = pressure_words.table(loads_pressure.simulate(loads_pressure.PressureState(group="main")))
    for row in board.rows:
        assert "%" not in row[1] and "MPa" not in row[2]
        assert row[1] == "not measured" or "." in row[1]
        assert row[2] == "not measured" or "." not in row[2]


def test_the_numbers_on_the_board_are_those_of_its_table():
    result = loads_pressure.simulate(loads_pressure.PressureState(group="moving"))
    figure = Figure(pressure_figure.figure(result))
    shown = next(trace for trace in figure.data if trace.name == "Postures and numbers").text
    labels, wilke, nachemson = zip(*pressure_words.table(result).rows, strict=True)
    assert [text.strip().replace("–", " to ") for text in shown[len(labels):3 * len(labels)]] == [*wilke, *nachemson]


def test_bars_and_numbers_of_a_study_stand_on_its_own_scale():
    result = loads_pressure.simulate(loads_pressure.PressureState(group="main"))
    figure = Figure(pressure_figure.figure(result))
    bars, axis = figure.data[0], figure.layout.xaxis
    for study, rows in (("wilke", slice(None, len(result.rows))), ("nachemson", slice(len(result.rows), None))):
        ticks = [place for place, text in zip(axis.tickvals, axis.ticktext, strict=True)
                 if (place < 0.5) == (study == "wilke")]
        numbers = [float(text) for place, text in zip(axis.tickvals, axis.ticktext, strict=True) if place in ticks]
        scale = (ticks[1] - ticks[0]) / (numbers[1] - numbers[0])
        for start, length, row in zip(bars.base[rows], bars.x[rows], result.rows, strict=True):
            reading = row.readings[study]
            assert start == ticks[0] and length == pytest.approx(reading.value * scale if reading else 0)


def test_lifting_says_limit_load_index_and_the_dearest_step():
    sentence = lifting_words.sentence(loads_lifting.simulate(loads_lifting.LiftingState()))
    assert all(words in sentence for words in ("10.5 kg", "12.0 kg", "1.15", "Reach costs most: 8.6 kg"))


def test_lifting_refuses_in_words_and_says_what_stands_beyond_the_limits():
    refused = loads_lifting.simulate(loads_lifting.LiftingState(task="one_hand"))
    assert lifting_words.sentence(refused).startswith("The equation gives no answer for this lift. The equation is for")
    beyond = loads_lifting.simulate(loads_lifting.LiftingState(horizontal=70, asymmetry=140))
    assert lifting_words.sentence(beyond).endswith("beyond its limits is reach and turn.")
    assert lifting_words.compare(refused, beyond) == "The equation answers only one of A and B."
    assert lifting_words.compare(refused, refused) == "The equation answers neither A nor B."


def test_lifting_rounds_halves_up_as_the_manual_does():
    assert [lifting_words.factor(value) for value in (0.625, 0.865, 0.94, 0.895)] == ["0.63", "0.87", "0.94", "0.90"]
    assert lifting_words.index(math.inf) == "beyond any number"


def test_lifting_compares_pounds_with_kilograms_in_kilograms():
    metric, customary = (loads_lifting.simulate(loads_lifting.LiftingState(units=unit))
                         for unit in ("metric", "customary"))
    assert "from 10.5 to 10." in lifting_words.compare(metric, customary)


def test_muscle_says_the_share_of_muscle():
    sentence = muscle_words.sentence(loads_muscle.simulate(loads_muscle.MuscleState()))
    assert "1,729 N" in sentence and "2.16 kN, below the screening value of 3.40 kN" in sentence


def test_the_wall_says_where_the_formula_misses():
    young, old = (wall_words.sentence(loads_wall.simulate(loads_wall.WallState(grade=grade))) for grade in (1, 5))
    assert "1.04 MPa inside and 0.54 MPa outside" in young and "misses" not in young
    assert "× 0.40" in old and "× 2.60" in old and "misses" in old


def test_water_says_which_way_it_flows():
    def said(**settings):
        return water_words.sentence(loads_water.simulate(loads_water.WaterState(**settings)))

    assert "water is leaving" in said(hour=1) and "water is coming in" in said(hour=18)
    assert "hardly any water moves" in said(hour=13)
    assert "48 h later 0.0 mm of it is left" in said(traction=2)
    assert "above its fullest" in said(traction=6, pull=10, hour=12)


@pytest.mark.parametrize("hour, words", [(0, "Day 1, 7:00"), (12, "Day 1, 19:00"), (17, "Day 2, 0:00"),
                                         (71.5, "Day 4, 6:30")])
def test_the_clock_starts_at_seven(hour, words):
    assert water_words.clock(hour) == words


def test_the_evidence_stands_beside_the_model():
    lines = water_words.evidence(loads_water.simulate(loads_water.WaterState(traction=2))).splitlines()
    assert len(lines) == 5 and all("Measured: " in line and "This model: " in line for line in lines)
    assert any("32 trials, 2,762 people" in line for line in lines)
