"""The bath: the law it follows, where its level and its marks are drawn, and what it says."""

from math import exp, log

import pytest

from spine_edu.start.practice.figure import figure
from spine_edu.start.practice.model import PracticeState, simulate
from spine_edu.start.practice.words import compare, sentence, table
from spine_edu.theme import LIGHT, PRESENTER


def bath(**settings):
    return simulate(PracticeState(**settings))


def drawn(result, **more):
    """What is drawn, by name."""
    return {trace["name"]: trace for trace in figure(result, **more)["data"]}


# Model


def test_an_empty_bath_fills_towards_tap_over_drain():
    result = bath(tap=4, drain=0.2)
    assert result.litres[0] == 0 and result.settles_at == 20
    assert [result.litres[2 * minute] for minute in (5, 10, 30)] == pytest.approx(
        [20 * (1 - exp(-1)), 20 * (1 - exp(-2)), 20 * (1 - exp(-6))]
    )


def test_half_way_is_half_way():
    result = bath(tap=6, drain=0.05)
    assert result.half_way == pytest.approx(log(2) / 0.05)
    assert result.litres[round(2 * result.half_way)] == pytest.approx(result.settles_at / 2, rel=0.02)


def test_every_half_minute_as_much_comes_in_as_stays():
    """What the tap gives less what the drain takes is what the level gains."""
    result = bath(tap=5, drain=0.1)
    for before, after in zip(result.litres, result.litres[1:], strict=False):
        assert after - before == pytest.approx(0.5 * (5 - 0.1 * (before + after) / 2), abs=2e-3)


def test_a_closed_tap_leaves_it_empty():
    assert set(bath(tap=0).litres) == {0.0}


@pytest.mark.parametrize(
    "change, words",
    [
        ({"tap": 11}, "Tap: 11 is outside the range"),
        ({"drain": 0}, "Drain: 0 is outside the range"),
        ({"tap": "full"}, "Tap: 'full' is not a number"),
    ],
)
def test_what_no_bath_has_is_refused_in_a_sentence(change, words):
    with pytest.raises(ValueError, match=words):
        PracticeState(**change)


# Figure


@pytest.mark.parametrize("settings", [{}, {"tap": 10, "drain": 0.05}, {"tap": 1, "drain": 0.5}])
def test_the_curve_and_its_end_are_the_models(settings):
    result = bath(**settings)
    traces = drawn(result)
    water, now = traces["Water in the bath"], traces["Now"]
    assert (water["x"], water["y"]) == (result.minutes, result.litres)
    assert (now["x"], now["y"], now["text"]) == ([30], [result.litres[-1]], [f"{result.litres[-1]:.0f} L"])


def test_the_level_it_settles_at_is_drawn_where_it_is_and_only_inside_the_plot():
    level = drawn(bath(tap=4, drain=0.2))["Level where it settles"]
    assert (level["x"], level["y"], level["visible"]) == ([0, 30], [20, 20], True)
    assert drawn(bath(tap=10, drain=0.05))["Level where it settles"]["visible"] is False
    assert drawn(bath(tap=8, drain=0.05))["Level where it settles"]["textposition"].startswith("bottom")


def test_run_a_and_the_prediction_stand_where_they_belong():
    held = bath(tap=8)
    traces = drawn(bath(), held=held, prediction=35.0)
    assert (traces["Run A"]["y"], traces["Run A"]["visible"]) == (held.litres, True)
    guess = traces["Your prediction"]
    assert (guess["x"], guess["y"], guess["visible"]) == ([30], [35.0], True)
    alone = drawn(bath())
    assert alone["Run A"]["visible"] is alone["Your prediction"]["visible"] is False


def test_the_title_says_the_settings_and_the_axes_never_move():
    layouts = [figure(bath(tap=tap))["layout"] for tap in (0, 4, 10)]
    assert [layout["title"]["text"].split(" in,")[0] for layout in layouts] == [
        f"{tap} litres a minute" for tap in ("0.0", "4.0", "10.0")
    ]
    assert {tuple(layout["yaxis"]["range"]) for layout in layouts} == {(0, 160)}
    assert figure(bath(), theme=PRESENTER)["layout"]["height"] > figure(bath(), theme=LIGHT)["layout"]["height"]


# Words


def test_the_sentence_says_the_figures_numbers():
    assert sentence(bath()) == (
        "With 4.0 litres a minute in, the bath holds 20 litres after 30 minutes; it settles at "
        "20 litres, and is half way there after 3.5 minutes."
    )
    assert sentence(bath(tap=8, drain=0.05)).split(", ")[1].startswith("the bath holds 124 litres")


def test_compare_says_which_way():
    assert compare(bath(), bath(tap=6)) == "That is 10 litres more than run A."
    assert compare(bath(tap=6), bath()) == "That is 10 litres less than run A."
    assert compare(bath(), bath()) == "That is the same as run A."


def test_the_table_holds_every_fifth_minute():
    result = bath()
    rows = table(result).rows
    fifth = [row for row in rows if "half way" not in row[0]]
    assert [row[0] for row in fifth] == ["0", "5", "10", "15", "20", "25", "30"]
    assert len(rows) == len(fifth) + 1, "the sentence says when the bath is half way"
    assert [float(row[1]) for row in fifth] == [round(litres, 1) for litres in result.litres[::10]]
