"""The bath: the law it follows, where its level and its marks are drawn, and what it says."""

from itertools import pairwise
from math import exp, inf, log

import pytest

from spine_edu import data
from spine_edu.start.practice.bath import IN_X, LEFT, RIGHT, moving, slide
from spine_edu.start.practice.figure import MOST, figure, frames, grips, veiled
from spine_edu.start.practice.model import PracticeState, simulate
from spine_edu.start.practice.words import compare, sentence, table
from spine_edu.theme import LIGHT, PRESENTER
from tests.drawn import lines


def bath(**settings):
    return simulate(PracticeState(**settings))


def drawn(result, **more):
    """What is drawn, by name."""
    return {trace["name"]: trace for trace in figure(result, **more)["data"]}


def shapes(result, **more):
    """The shapes that are drawn, by name."""
    return {one["name"]: one for one in figure(result, **more)["layout"]["shapes"]}


def corners(shape):
    """All corners of a shape, piece after piece."""
    return [point for piece in lines(shape["path"]) for point in piece]


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
        ({"drain": 0.6}, "Drain: 0.6 is outside the range"),
        ({"tap": "full"}, "Tap: 'full' is not a number"),
    ],
)
def test_what_no_bath_has_is_refused_in_a_sentence(change, words):
    with pytest.raises(ValueError, match=words):
        PracticeState(**change)


# Figure


@pytest.mark.parametrize("settings", [{}, {"tap": 6, "drain": 0.05}, {"tap": 1, "drain": 0.5}])
def test_the_curve_and_its_end_are_the_models(settings):
    result = bath(**settings)
    traces = drawn(result)
    water, now = traces["Water in the bath"], traces["Now"]
    assert (water["x"], water["y"]) == (result.minutes, result.litres)
    assert (now["x"], now["y"], now["text"]) == ([30], [result.litres[-1]], [f"{result.litres[-1]:.0f} L"])


def test_the_level_it_settles_at_is_drawn_where_it_is_and_only_inside_the_plot():
    level = drawn(bath(tap=4, drain=0.2))["Level where it settles"]
    assert (level["x"], level["y"], level["visible"]) == ([0, 30], [20, 20], True)
    assert drawn(bath(tap=6, drain=0.05))["Level where it settles"]["visible"] is False
    for tap, side in ((5, -1), (2, 1)):
        traces, level = drawn(bath(tap=tap, drain=0.05)), tap / 0.05
        written = traces["Where it settles"]
        assert (*written["text"], *written["y"]) == (f"it settles at {level:.0f} L", level + 5 * side), "off the line"


def test_a_shut_drain_lets_nothing_out_and_the_water_only_rises():
    result = bath(drain=0)
    assert result.litres == tuple(5 * minute for minute in result.minutes) and result.settles_at == inf
    traces, shown = drawn(result), shapes(result)
    assert (traces["Now"]["y"], traces["Now"]["text"]) == ([MOST], ["150 ↑"])
    assert traces["Level where it settles"]["visible"] is False and traces["Where it settles"]["text"] == [""]
    assert shown["Water running out"]["path"] == shown["Drops running out"]["path"] == "M0,0Z"
    assert "counts 150 litres" in sentence(result) and "settles nowhere" in sentence(result)
    assert not any("half way" in row[0] for row in table(result).rows)
    assert bath(drain=0, tap=0).settles_at == 0 and "nothing comes in" in sentence(bath(drain=0, tap=0))


def test_the_predicted_level_strikes_through_no_words():
    for guess, right in ((88, IN_X), (60, RIGHT)):
        points = corners(shapes(bath(), prediction=float(guess))["Predicted level in the bath"])
        assert points[0] == (LEFT, guess) and points[-1][0] <= right


def test_drops_fall_in_a_stream_and_are_not_seen_to_jump():
    """From step to step each is lower, or at an end of its way, where it has no length."""
    steps = [{one["name"]: one for one in moving(bath().state, 20, LIGHT, step)} for step in range(9)]
    for name in ("Drops running in", "Drops running out"):
        for one, other in pairwise(lines(step[name]["path"]) for step in steps):
            assert len(one) == len(other) > 2
            for (high, low), (then_high, then_low) in zip(one, other, strict=True):
                assert then_high[1] + then_low[1] < high[1] + low[1] or high == low


def test_run_a_and_the_prediction_stand_where_they_belong():
    held = bath(tap=6)
    traces = drawn(bath(), held=held, prediction=35.0)
    assert (traces["Run A"]["y"], traces["Run A"]["visible"]) == (held.litres, True)
    guess = traces["Your prediction"]
    assert (guess["x"], guess["y"], guess["visible"]) == ([30], [35.0], True)
    alone = drawn(bath())
    assert alone["Run A"]["visible"] is alone["Your prediction"]["visible"] is False
    assert corners(shapes(bath(), prediction=35.0)["Predicted level in the bath"]) == [(LEFT, 35), (RIGHT, 35)]
    assert shapes(bath())["Predicted level in the bath"]["path"] == "M0,0Z"


def test_a_prediction_beyond_the_axis_stands_at_its_end_with_an_arrow():
    guess = drawn(bath(), prediction=150.0)["Your prediction"]
    assert (guess["y"], guess["text"]) == ([MOST], ["your prediction ↑"])


@pytest.mark.parametrize("guess", [10.0, 40.0, 47.0, 49.0, 60.0, 90.0])
def test_the_prediction_and_the_water_are_not_written_on_each_other(guess):
    traces = drawn(bath(), prediction=guess)
    below = guess < bath().litres[-1]
    assert traces["Now"]["textposition"] == "middle right"
    assert traces["Your prediction"]["textposition"] == ("bottom left" if below else "top left")


# The bath that is drawn


def test_the_start_fills_half_of_the_axis_and_the_most_water_still_fits():
    declared = PracticeState.declarations()
    fullest = max(bath(tap=declared["tap"].high, drain=declared["drain"].step).litres)
    assert bath().litres[-1] >= MOST / 2 and fullest <= MOST


@pytest.mark.parametrize("settings", [{}, {"tap": 0}, {"tap": 6, "drain": 0.05}, {"drain": 0.5}])
def test_the_water_in_the_bath_stands_as_high_as_the_curve(settings):
    result = bath(**settings)
    shown = shapes(result)
    water = corners(shown["Bath water"])
    if result.litres[-1]:
        rim = data.value("start_practice.rim")
        beyond = corners(shown["Counted beyond the rim"]) if result.litres[-1] > rim else []
        assert sorted({y for _, y in water}) == pytest.approx([0, min(result.litres[-1], rim)], abs=0.006)
        assert sorted({y for _, y in [*water, *beyond]})[-1] == pytest.approx(result.litres[-1], abs=0.006)
        assert {x for x, _ in water} == {LEFT, RIGHT}
        assert min(y for _, y in corners(shown["Water running in"])) == pytest.approx(result.litres[-1], abs=0.006)
    else:
        assert shown["Bath water"]["path"] == shown["Water running in"]["path"] == "M0,0Z"


def wide(shape):
    xs = [x for x, _ in corners(shape)]
    return max(xs) - min(xs)


def test_streams_are_as_wide_as_what_runs_and_alike_where_it_settles():
    shown = shapes(bath(tap=4, drain=0.5))
    assert wide(shown["Water running in"]) == pytest.approx(wide(shown["Water running out"]), abs=0.02)
    early = {one["name"]: one for one in moving(bath().state, 10, LIGHT)}
    assert wide(early["Water running out"]) < wide(early["Water running in"])
    assert wide(shapes(bath(tap=6))["Water running in"]) == pytest.approx(
        6 / 5 * wide(shapes(bath())["Water running in"]), abs=0.02
    )


@pytest.mark.parametrize("drain", [0.05, 0.1, 0.5])
def test_what_runs_out_fits_through_the_opening_of_the_drain(drain):
    result = bath(tap=6, drain=drain)
    edge, _ = slide(drain)
    out = [x for x, _ in corners(shapes(result)["Water running out"])]
    assert LEFT + 1 <= min(out) < max(out) <= edge < RIGHT


@pytest.mark.parametrize("settings", [{}, {"tap": 0, "drain": 0.5}, {"tap": 6, "drain": 0.05}])
def test_the_handles_sit_on_the_lever_and_on_the_slide(settings):
    result = bath(**settings)
    shown, held = shapes(result), {one["control"]: one["track"] for one in grips(result)}
    for name, control in (("Lever of the tap", "tap"), ("Handle of the drain", "drain")):
        value = getattr(result.state, control)
        place = next(place for at, *place in held[control] if at == value) if control == "tap" else slide(value)
        assert corners(shown[name])[-1] == pytest.approx(tuple(place), abs=1e-3)
    (first, *_), (last, *_) = held["drain"]
    assert (first, last) == (0, 0.5) and LEFT < slide(0)[0] < slide(0.5)[0]


def test_the_words_beside_the_streams_are_the_models():
    result = bath()
    flows = drawn(result)["Running in and out, litres a minute"]
    assert flows["text"] == ["in 5.0", f"out {0.1 * result.litres[-1]:.1f}", ""]
    assert drawn(bath(tap=6, drain=0.05))["Running in and out, litres a minute"]["text"][-1] == "would run over"


def test_before_looking_the_bath_is_empty_and_the_axes_too():
    hidden = veiled(bath(), theme=LIGHT)
    names = {one["name"]: one for one in hidden["layout"]["shapes"]}
    assert names["Bath water"]["path"] == names["Water running out"]["path"] == "M0,0Z"
    assert names["Lever of the tap"] == shapes(bath())["Lever of the tap"]
    assert [trace["name"] for trace in hidden["data"]] == ["Running in and out, litres a minute"]
    assert hidden["data"][0]["text"] == ["in 5.0", "out 0.0", ""]
    for axis in ("xaxis", "yaxis"):
        assert hidden["layout"][axis] == figure(bath())["layout"][axis], "nothing jumps when the veil is lifted"


def test_a_run_fills_the_bath_with_the_curve():
    result = bath()
    shown, run = figure(result), frames(result)
    packed = run.packed(shown)
    columns = {(tuple(one["path"])): one["values"] for one in packed["arrays"]}
    paths = {
        shown["layout"]["shapes"][path[2]]["name"]: values for path, values in columns.items() if path[-1] == "path"
    }
    streams = {f"{what} running {way}" for what in ("Water", "Drops") for way in ("in", "out")}
    assert set(paths) == {"Bath water", "Counted beyond the rim"} | streams
    assert paths["Bath water"][0] == "M0,0Z"
    assert paths["Bath water"][-1] == shapes(result)["Bath water"]["path"]
    level = [max(y for _, y in corners({"path": path})) for path in paths["Bath water"][1:]]
    assert level == pytest.approx(result.litres[1:], abs=0.006)


def test_the_title_says_the_settings_and_the_axes_never_move():
    layouts = [figure(bath(tap=tap))["layout"] for tap in (0, 4, 6)]
    assert [layout["title"]["text"].split(" in,")[0] for layout in layouts] == [
        f"{tap} litres a minute" for tap in ("0.0", "4.0", "6.0")
    ]
    assert {tuple(layout["yaxis"]["range"]) for layout in layouts} == {(-24, 109)}
    assert figure(bath(), theme=PRESENTER)["layout"]["height"] > figure(bath(), theme=LIGHT)["layout"]["height"]


# Words


def test_the_sentence_says_the_figures_numbers():
    assert sentence(bath()) == (
        "With 5.0 litres a minute in, the bath holds 48 litres after 30 minutes; it settles at "
        "50 litres, and is half way there after 6.9 minutes."
    )
    assert sentence(bath(tap=6, drain=0.05)).split(", ")[1].startswith("the bath holds 93 litres")


def test_compare_says_which_way():
    assert compare(bath(), bath(tap=6)) == "That is 10 litres more than run A."
    assert compare(bath(tap=6), bath()) == "That is 10 litres less than run A."
    assert compare(bath(tap=2.5), bath(drain=0.2)) == "That is 1 litre more than run A."
    assert compare(bath(), bath()) == "That is the same as run A."


def test_the_table_holds_every_fifth_minute():
    result = bath()
    rows = table(result).rows
    assert rows[-1] == ("the rim of the drawn bath", "80")
    rows = rows[:-1]
    fifth = [row for row in rows if "half way" not in row[0]]
    assert [row[0] for row in fifth] == ["0", "5", "10", "15", "20", "25", "30"]
    assert len(rows) == len(fifth) + 1, "the sentence says when the bath is half way"
    assert [float(row[1]) for row in fifth] == [round(litres, 1) for litres in result.litres[::10]]
