"""Swelling, creep and the test of the rehydration claim: the model, its two pictures, and what is said."""

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.loads.water import words
from spine_edu.loads.water.figure import figure, frames, grips, level, now_at, veiled
from spine_edu.loads.water.model import (
    WaterState,
    holding_charge,
    load_at,
    settled_water,
    simulate,
    swelling_pressure,
)
from spine_edu.loads.water.scene import LARGER, drops, lies, scene
from spine_edu.loads.water.scene import height as disc_height
from spine_edu.theme import LIGHT, PRESENTER

half_hours = st.integers(0, 48).map(lambda number: number / 2)
states = st.builds(
    WaterState,
    lying=half_hours,
    day_load=st.floats(0.1, 0.8),
    night_load=st.floats(0.05, 0.3),
    charge=st.floats(0.1, 0.4),
    traction=st.integers(0, 12).map(lambda number: number / 2),
    traction_start=st.integers(0, 24).map(lambda number: number / 2),
    pull=st.floats(0, 10),
    person=st.sampled_from(("men", "women")),
    hour=st.integers(0, 72).map(float),
)


def days(**settings):
    return simulate(WaterState(**settings))


def drawn(result, **more):
    """What is drawn, by name: traces, and the first shape of each name."""
    plain = figure(result, **more)
    return {item["name"]: item for item in (*reversed(plain["layout"]["shapes"]), *plain["data"])}


def corners(shape):
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape["path"])]


# Model


@pytest.mark.parametrize("charge, pressure", [(0.3, 0.320), (0.2, 0.156), (0.1, 0.042)])
def test_swelling_numbers(charge, pressure):
    assert swelling_pressure(charge) == pytest.approx(pressure, abs=5e-4)


def test_a_healthy_disc_out_swells_lying_but_not_standing():
    assert 0.1 < swelling_pressure(0.3) < 0.5
    assert settled_water(0.3, 0.1) == 1 and settled_water(0.3, 0.5) < 1
    assert settled_water(0.1, 0.8) == 0.6, "the solid part keeps the rest"


@settings(max_examples=60)
@given(load=st.floats(0.05, 0.8))
def test_holding_charge_turns_swelling_round(load):
    assert swelling_pressure(holding_charge(load)) == pytest.approx(load)


def test_the_creep_that_was_measured():
    """Tyrrell 1985: 54 % of the day's loss in the first hour, about 70 % regained in the first half of the night.

    Regained is counted as the paper does, against what the whole night gives back, not against full discs.
    """
    loss = simulate(WaterState()).ordinary
    morning, evening, next_morning = loss[0], loss[32], loss[48]
    assert (loss[2] - morning) / (evening - morning) == pytest.approx(0.54, abs=0.005)
    assert (evening - loss[40]) / (evening - next_morning) == pytest.approx(0.70, abs=0.005)
    assert next_morning == pytest.approx(morning)


def test_the_times_are_derived_as_their_help_says():
    assert data.value("loads_water.time_down") == pytest.approx(-1 / math.log(1 - 0.54), abs=0.01)
    assert data.value("loads_water.time_up") == pytest.approx(4 / math.log(0.7 / 0.3), abs=0.005)
    for way in ("down", "up"):
        assert data.parameter(f"loads_water.time_{way}").help.startswith("Derived, not measured: ")


@pytest.mark.parametrize("person, loss", [("men", 19.3), ("women", 15.4)])
def test_the_ordinary_day_loses_the_measured_stature(person, loss):
    assert simulate(WaterState(person=person)).lost_today == pytest.approx(loss, abs=0.01)


@settings(max_examples=40)
@given(state=states, charge=st.floats(0.1, 0.4))
def test_no_disc_loses_more_height_in_a_day_than_a_young_one(state, charge):
    """Boos 1993: changed discs vary less in a day. A disc with fewer charges must not shrink more than a young one."""
    young, other = (simulate(state.replace(traction=0, charge=some)) for some in (0.3, charge))
    swings = [max(one.ordinary) - min(one.ordinary) for one in (young, other)]
    assert swings[1] <= swings[0] + 1e-9


def test_the_drier_the_disc_the_less_it_loses_in_an_ordinary_day():
    losses = [simulate(WaterState(charge=charge)).lost_today for charge in (0.1, 0.15, 0.2, 0.25, 0.3)]
    assert losses == sorted(losses) and losses[2] == pytest.approx(19.3 * 2 / 3, abs=0.05)


@settings(max_examples=60)
@given(state=states)
def test_heights_are_bounded_and_an_ordinary_day_does_not_drift(state):
    result = simulate(state)
    assert max(result.loss) < 42 and min(result.loss) >= -state.pull - 1e-9
    assert min(result.ordinary) >= 0
    assert all(0.5 < share <= 1 for share in result.water)
    assert result.ordinary[0] == pytest.approx(result.ordinary[48], abs=1e-6)
    assert result.ordinary[48] == pytest.approx(result.ordinary[144], abs=1e-6)


@settings(max_examples=60)
@given(state=states)
def test_traction_never_shrinks_and_what_it_gave_is_gone_after_48_hours(state):
    result = simulate(state)
    assert all(with_it <= without + 1e-9 for with_it, without in zip(result.loss, result.ordinary, strict=True))
    assert result.left >= -1e-9
    if 4 <= state.lying <= 20:
        assert result.left < 0.05, "the machine's gain does not last, however kind we are to it"


@settings(max_examples=60)
@given(state=states)
def test_water_flows_down_the_gradient(state):
    """Where load is clearly stronger than swelling nothing comes in, and the other way round."""
    result = simulate(state.replace(pull=0, traction=0))
    for at, (before, after) in enumerate(zip(result.loss, result.loss[1:], strict=False)):
        gradient = result.load[at] - result.swelling[at]
        if gradient > 1e-6:
            assert after >= before - 1e-9
        elif gradient < -1e-6:
            assert after <= before + 1e-9


def test_two_hours_of_traction():
    result = simulate(WaterState(traction=2))
    assert result.traction == (6, 8)
    assert result.gained > 5 and result.left < 0.01
    assert simulate(WaterState(traction=2, pull=10)).left < 0.01
    assert simulate(WaterState()).gained == simulate(WaterState()).left == 0


def test_traction_stays_within_the_waking_day():
    result = simulate(WaterState(traction=6, traction_start=12, lying=8))
    assert result.traction == (12, 16)
    assert load_at(result.state, 13, result.traction) == result.state.night_load


def test_bad_input_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="Lying down, each day: 30 is outside the range; allowed is 0.0 h to 24.0 h"):
        WaterState(lying=30)
    with pytest.raises(ValueError, match="Whose height: 'child' is not an option; allowed are men, women"):
        WaterState(person="child")
    with pytest.raises(ValueError, match="Fixed charge of the full disc: nan is outside"):
        WaterState(charge=math.nan)


def test_numbers_read_elsewhere():
    """Tyrrell 1985 and Wilby 1987 (stature), Wilke 1999 (one night, standing, lying), gas constant by CODATA."""
    printed = {
        "stature_men": 19.3,
        "stature_women": 15.4,
        "pressure_evening": 0.10,
        "pressure_morning": 0.24,
        "day_load": 0.5,
        "night_load": 0.1,
        "salt": 0.15,
        "temperature": 310,
        "gas_constant": 8.314462,
    }
    assert {name: data.value(f"loads_water.{name}") for name in printed} == printed


# Figure


@pytest.mark.parametrize("settings", [{}, {"hour": 18, "traction": 2}, {"lying": 12, "hour": 40, "pull": 5}])
def test_height_is_drawn_downwards_and_the_marks_sit_on_the_lines(settings):
    result = days(**settings)
    shown, at = drawn(result), result.at
    assert result.hours[at] == result.state.hour
    assert (shown["Height"]["x"], shown["Height"]["y"]) == (result.hours, [-loss for loss in result.loss])
    assert (shown["Swelling"]["x"], shown["Swelling"]["y"]) == (result.hours, result.swelling)
    height, pressures = shown["Height and flow now"], shown["Pressures now"]
    assert (height["x"][0], height["y"][0]) == (result.state.hour, -result.loss[at])
    assert (pressures["x"][:2], pressures["y"][:2]) == ([result.state.hour] * 2, [result.load[at], result.swelling[at]])
    assert pressures["marker"]["symbol"][:2] == ["triangle-down", "triangle-up"], "load presses, swelling pushes"
    assert height["marker"]["size"][0] > 0 == sum(height["marker"]["size"][1:])
    assert [size > 0 for size in pressures["marker"]["size"]] == [True, True, False, False, False]


@pytest.mark.parametrize(
    "settings, said", [({"hour": 1}, "↓ water out"), ({"hour": 18}, "↑ water in"), ({"hour": 13}, "↔ in balance")]
)
def test_the_flow_is_written_with_its_clock(settings, said):
    result = days(**settings)
    wet = f"water {100 * result.water[result.at]:.0f} %"
    assert drawn(result)["Height and flow now"]["text"][1] == f"<b>{said}</b>, {words.clock(settings['hour'])}, {wet}"


def test_lines_are_named_in_their_own_colour():
    shown = drawn(days())
    names = shown["Pressures now"]
    by_text = dict(zip(names["text"], names["textfont"]["color"], strict=True))
    assert by_text["– – load"] == shown["Load"]["line"]["color"]
    assert by_text["— swelling"] == shown["Swelling"]["line"]["color"]
    assert shown["Load"]["line"]["dash"] == "dash"


@pytest.mark.parametrize("lying", [4, 8, 20])
def test_nights_lie_where_the_load_is_that_of_lying(lying):
    result = days(lying=lying)
    shown = drawn(result)
    outlines = shown["Nights"]["path"].split("Z")[:-1]
    spans = [sorted({x for x, _ in corners({"path": outline})}) for outline in outlines]
    assert spans == [[24 * day - lying, 24 * day] for day in (1, 2, 3)]
    for begin, end in spans:
        hours = [hour for hour, load in zip(result.hours, result.load, strict=True) if begin <= hour < end]
        assert all(load_at(result.state, hour) == result.state.night_load for hour in hours)
    names = shown["Height and flow now"]
    assert names["text"][2:5] == ["lying"] * 3 and names["x"][2:5] == [sum(span) / 2 for span in spans]
    assert drawn(days(lying=2))["Height and flow now"]["text"][2] == ""


def test_traction_is_shaded_while_it_pulls_and_named_beside_it():
    shown = drawn(days(traction=2, traction_start=5))
    assert sorted({x for x, _ in corners(shown["Traction"])}) == [5, 7]
    names = shown["Height and flow now"]
    assert (names["text"][5].strip(), names["x"][5]) == ("traction: how long", 7)
    assert drawn(days())["Height and flow now"]["text"][5].strip() == "no traction"


def test_the_line_of_the_load_turns_where_the_load_changes():
    points = corners(drawn(days(traction=2))["Load"])
    assert points[0] == (0, 0.5) and points[1:5] == [(6, 0.5), (6, 0.1), (8, 0.1), (8, 0.5)]
    assert {y for _, y in points} == {0.1, 0.5} and points[-1][0] == 72


def test_the_days_without_traction_are_drawn_from_its_start_until_nothing_is_left():
    result = days(traction=2)
    points = corners(drawn(result)["The same days without traction"])
    assert points[0][0] == 6 and 8 < points[-1][0] < 48
    for hour, height in points:
        assert height == pytest.approx(-result.ordinary[round(2 * hour)], abs=6e-4)
    assert drawn(days())["The same days without traction"]["path"] == "M0,0Z"


def test_run_a_is_the_held_height_and_the_prediction_is_written():
    held = days(traction=4)
    line = drawn(days(), held=held)["A, held: height"]
    assert (line["x"], line["y"], line["visible"]) == (held.hours, [-loss for loss in held.loss], True)
    assert drawn(days())["A, held: height"]["visible"] is False
    note, title = figure(days(), prediction=7.5)["layout"]["annotations"]
    assert title["text"] == "Height, 0 is fullest (mm)" and title["y"] < 0, "beside the heights, not beside the scene"
    assert (note["text"], note["visible"]) == ("You said: 7.5 mm left after 48 h", True)


def test_what_is_said_to_be_left_and_what_is_left_are_marked_on_the_height_two_days_later():
    asked = level(days(traction=2))
    assert [hour for _, hour, _ in asked["track"]] == [6 + 2 + 48] * 2 and asked["line"][0] < 56 < asked["line"][1]
    (_, _, none), (most, _, high) = asked["track"]
    assert none == -days().loss[2 * 56] and high == none + most == none + 20, "as high as the curve beside it"
    pulled = days(traction=2, hour=60)
    shown = drawn(pulled, prediction=5)
    guess, model = shown["Your prediction"], shown["Left by the model"]
    assert guess["visible"] and guess["text"] == ["you said 5 mm"]
    assert guess["x"] == model["x"] == [56] and guess["y"] == [none + 5]
    assert model["y"] == [pytest.approx(-pulled.loss[2 * 56])] and f"{pulled.left:.1f} mm" in model["text"][0]
    assert figure(pulled, prediction=5)["layout"]["annotations"][0]["visible"] is False, "said once"
    for other in (drawn(days(), prediction=5), drawn(pulled)):
        assert not other["Your prediction"]["visible"] and not other["Left by the model"]["visible"]


def test_what_is_left_is_not_marked_before_its_hour_has_come():
    """It was painted from the first moment of a run: the answer came before the story."""
    asked = days(traction=2, hour=0)
    assert drawn(asked, prediction=5)["Left by the model"]["y"] == [None]
    shown = figure(asked, prediction=5)
    at = [one["name"] for one in shown["data"]].index("Left by the model")
    run = frames(asked, prediction=5).packed(shown)
    texts = next(one["values"] for one in run["arrays"] if one["path"][1:] == [at, "text"] and one["path"][0] == "data")
    assert [text != [""] for text in texts] == [hour >= 56 for hour in range(73)]


def test_what_moves_with_the_hour_is_all_that_differs():
    one, other = (figure(days(traction=2, hour=hour)) for hour in (4, 60))
    differ = {trace["name"] for trace, moved in zip(one["data"], other["data"], strict=True) if trace != moved}
    assert differ == set(now_at(days()))
    scenery = {shape["name"] for shape in scene(days(), LIGHT)}
    for shape, moved in zip(one["layout"]["shapes"], other["layout"]["shapes"], strict=True):
        assert shape == moved or shape["name"] in scenery


# What is drawn over the curves


def shape(result, name):
    """The shape of this name over the curves."""
    return next(one for one in scene(result, LIGHT) if one["name"] == name)


def ends(path):
    """Lowest and highest x and y of a path without curves, or of the ends of its curves."""
    points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path)]
    xs, ys = zip(*points, strict=True)
    return (min(xs), max(xs)), (min(ys), max(ys))


EMPTY = "M0,0Z"


@pytest.mark.parametrize(
    "settings, lying",
    [
        ({"hour": 1}, False),
        ({"hour": 15}, False),
        ({"hour": 16}, True),
        ({"hour": 23}, True),
        ({"hour": 24}, False),
        ({"hour": 12, "lying": 24}, True),
        ({"hour": 7, "traction": 2}, True),
        ({"hour": 8, "traction": 2}, False),
    ],
)
def test_who_is_drawn_lies_where_the_load_is_that_of_lying(settings, lying):
    result = days(**settings)
    assert lies(result) is lying
    assert lying == (result.load[result.at] == result.state.night_load)
    (left, right), (low, high) = ends(shape(result, "Person")["path"])
    assert (right - left > high - low) is lying
    assert shape(result, "Bed")["path"] != EMPTY
    assert (shape(result, "Moon")["path"] == EMPTY) is (settings["hour"] % 24 < 24 - result.state.lying), "by the clock"
    assert (shape(result, "Moon")["path"] == EMPTY) is not (shape(result, "Sun")["path"] == EMPTY)
    assert (shape(result, "Pull of the machine")["path"] == EMPTY) is (settings.get("traction", 0) == 0 or not lying)


def test_a_body_keeps_its_size():
    """The same person at every hour: as long lying as standing, within what a pillow takes."""
    up, down = (ends(shape(days(hour=hour), "Person")["path"]) for hour in (1, 18))
    assert down[0][1] - down[0][0] == pytest.approx(up[1][1] - up[1][0], rel=0.15)
    for hour in (1, 18):
        (left, right), (low, high) = ends(shape(days(hour=hour), "Person")["path"])
        (x, across), (y, top) = ends(shape(days(hour=hour), "This disc in the person")["path"])
        assert left < x < across < right and low < y < top < high, "the disc is inside the body"


@settings(max_examples=30)
@given(state=states)
def test_the_disc_is_as_high_and_as_full_as_the_model_says(state):
    result = simulate(state)
    tall = disc_height(result)
    assert tall == pytest.approx(46 - 0.8 * result.loss[result.at])
    _, (low, high) = ends(shape(result, "Vertebrae")["path"])
    assert high - low == pytest.approx(LARGER[False] * (2 * 22 + tall), abs=0.3), (
        "the bones keep their height, the disc gives"
    )
    assert (
        shape(result, "Water in the nucleus")["path"].count("M") == drops(result) == round(40 * result.water[result.at])
    )
    (left, right), (bottom, top) = ends(shape(result, "Water in the nucleus")["path"])
    left, right, bottom, top = (end / LARGER[False] for end in (left, right, bottom, top))
    assert -30 < left < right < 30 and 22 < bottom <= top < 22 + tall, "the drops stay in the nucleus"


@pytest.mark.parametrize("hour, way", [(1, 1), (18, -1), (13, 0)])
def test_arrows_show_which_way_the_water_flows(hour, way):
    result = days(hour=hour)
    path = shape(result, "Water flowing")["path"]
    if not way:
        assert path == EMPTY and abs(result.flow) < 0.1
        return
    begin, tip = (float(re.findall(r"[ML](-?[\d.]+),", path)[index]) for index in (0, 1))
    assert (abs(tip) > abs(begin)) is (way > 0), "away from the disc while water leaves it"
    faster = shape(days(hour=0), "Water flowing")["path"]
    assert ends(faster)[0][1] >= ends(shape(days(hour=3), "Water flowing")["path"])[0][1]


def test_the_arrows_of_the_load_are_as_long_as_it_is_great():
    def long(hour):
        _, (low, high) = ends(shape(days(hour=hour), "Load")["path"])
        return (high - low) / LARGER[False] - 4

    assert long(1) == pytest.approx(34 * 0.5, abs=0.2) and long(18) == pytest.approx(34 * 0.1, abs=0.2)


def test_a_larger_type_draws_everything_larger():
    small, large = (
        ends(next(one for one in scene(days(), theme) if one["name"] == "Person")["path"])
        for theme in (LIGHT, PRESENTER)
    )
    for (low, high), (other, top) in zip(small, large, strict=True):
        # In a hall, where words need more room, the scene grows less than they do.
        by = 22 / 14 * LARGER[True] / LARGER[False]
        assert (other, top) == pytest.approx((low * by, high * by), abs=0.6)


@pytest.mark.parametrize("settings", [{}, {"hour": 18}, {"traction": 2, "hour": 40}, {"lying": 20, "traction": 4}])
def test_the_handles_sit_on_the_curve_and_at_the_ends_of_the_traction(settings):
    result = days(**settings)
    held = {one["control"]: one for one in grips(result)}
    pulled = result.traction[1] > result.traction[0]
    assert ("traction_start" in held) is pulled
    assert "hour" in held and ("traction" in held) is (result.traction[0] < 24 - result.state.lying)
    assert held["hour"]["along"] == "x"
    for value, x, y in held["hour"]["track"]:
        assert (x, y) == (value, pytest.approx(-result.loss[round(2 * value)], rel=1e-5))
    at = {name: {value: (x, y) for value, x, y in one["track"]} for name, one in held.items()}
    if "traction" in held:
        assert at["traction"][result.state.traction][0] == result.traction[1]
    if pulled:
        assert at["traction_start"][result.state.traction_start][0] == result.traction[0]
        assert held["traction_start"]["axes"] == ["xaxis", "yaxis2"]


def test_before_looking_there_is_the_disc_on_getting_up_and_no_curve():
    hidden = veiled(days(traction=2, hour=30), theme=LIGHT)
    (names,) = hidden["data"]
    assert names["text"][:-2] == ["not to scale,<br>changes enlarged", *["lying"] * 3]
    assert [text.strip() for text in names["text"][-2:]] == ["48 h later", "gained 8.2 mm"]
    kept, begin = veiled(days(traction=2), theme=LIGHT, prediction=5)["data"]
    assert [one["text"][-1].strip() for one in (kept, begin)] == ["traction: how long", "when"], "the handles are named"
    shown = {one["name"]: one for one in hidden["layout"]["shapes"]}
    assert shown["Disc"] == shape(days(hour=0), "Disc") and not {"Load", "Water flowing"} & set(shown)
    assert max(x for x, _ in corners(shown["Height until the pull has ended"])) == 8
    without = corners(shown["The same days without traction"])
    assert [y for _, y in without] == pytest.approx([-loss for loss in days().loss], abs=6e-4)
    assert hidden["layout"]["yaxis"] == figure(days())["layout"]["yaxis"], "nothing jumps when the veil is lifted"


def test_a_run_moves_the_disc_the_person_and_the_handle():
    result = days()
    packed = frames(result).packed(figure(result))
    assert packed["controls"] == {"hour": list(range(73))}
    drawn_shapes = figure(result)["layout"]["shapes"]
    paths = {
        drawn_shapes[one["path"][2]]["name"]: one["values"] for one in packed["arrays"] if one["path"][-1] == "path"
    }
    assert {"Person", "Sun", "Disc", "Water in the nucleus", "Water flowing", "Load"} <= set(paths)
    for name, values in paths.items():
        assert [values[hour] for hour in (1, 20)] == [shape(days(hour=hour), name)["path"] for hour in (1, 20)]


# Words


@pytest.mark.parametrize("settings", [{"hour": 1}, {"hour": 18}, {"hour": 30}])
def test_the_sentence_says_clock_pressures_flow_and_height(settings):
    result = days(**settings)
    at, text = result.at, words.sentence(result)
    assert text.startswith(
        f"{words.clock(settings['hour'])}: the disc is pressed with {result.load[at]:.2f} MPa and "
        f"swells with {result.swelling[at]:.2f} MPa; {words.flow(result)}. "
    )
    assert text.endswith(
        f". {result.loss[at]:.1f} mm of height are missing. "
        "Computed from the pressures of one man and the heights of eight others."
    )


@pytest.mark.parametrize("person, whose", [("men", "eight others"), ("women", "ten women")])
def test_whose_numbers_are_joined_is_said_in_sentence_table_and_figure(person, whose):
    result = days(person=person)
    said = f"Computed from the pressures of one man and the heights of {whose}"
    assert words.sentence(result).endswith(f" {said}.") and words.table(result).caption.endswith(f". {said}")
    shown = [text.replace("<br>", " ") for text in drawn(result)["Height and flow now"]["text"]]
    assert f"computed: one man’s pressures, heights of {whose}" in shown


def test_water_says_which_way_it_flows():
    assert words.flow(days(hour=1)) == "water is leaving, 6.9 mm of height an hour"
    assert words.flow(days(hour=18)) == "water is coming in, 3.3 mm of height an hour"
    assert words.flow(days(hour=13)) == "the two balance and hardly any water moves"


@pytest.mark.parametrize(
    "settings, holder", [({"charge": 0.2, "hour": 14}, "the solid part"), ({"lying": 24, "hour": 36}, "the tight wall")]
)
def test_who_holds_the_rest_is_said_where_load_and_swelling_do_not_balance(settings, holder):
    result = days(**settings)
    assert abs(result.load[result.at] - result.swelling[result.at]) > 0.2
    assert words.flow(result) == f"hardly any water moves, because {holder} holds the rest"


def test_what_traction_gave_and_left_is_said():
    said = "2 h of traction gave back 8.2 mm; 48 h later 0.0 mm of it is left."
    assert f" {said}" in words.sentence(days(traction=2, hour=8))
    assert words.sentence(days(traction=2, hour=60)).startswith(said), "first, when its hour has come"
    result = days(traction=2)
    assert result.gained == pytest.approx(8.2, abs=0.05)
    assert "above its fullest" in words.sentence(days(traction=6, pull=10, hour=12))


@pytest.mark.parametrize(
    "hour, said", [(0, "Day 1, 7:00"), (12, "Day 1, 19:00"), (17, "Day 2, 0:00"), (71.5, "Day 4, 6:30")]
)
def test_the_clock_starts_at_seven(hour, said):
    assert words.clock(hour) == said


def test_compare_says_who_is_taller_now_and_at_the_end():
    plain, pulled = days(hour=8), days(hour=8, traction=2)
    assert words.compare(plain, pulled) == (
        "At Day 1, 15:00 B is 8.2 mm taller than A; at the end of the 3 days it is as tall as A."
    )
    assert "B is 8.2 mm shorter than A" in words.compare(pulled, plain)


def test_the_table_holds_every_sixth_hour():
    result = days(traction=2)
    rows = words.table(result).rows
    assert [row[0] for row in rows] == [f"{hour}" for hour in range(0, 73, 6)]
    for row in rows:
        at = 2 * int(row[0])
        assert row[1:] == (
            f"{result.loss[at]:.1f}",
            f"{result.ordinary[at]:.1f}",
            f"{result.load[at]:.2f}",
            f"{result.swelling[at]:.2f}",
            f"{100 * result.water[at]:.0f}",
        )


def test_the_evidence_stands_beside_the_model():
    lines = str(words.evidence(days(traction=2))).splitlines()
    assert len(lines) == len(data.table("loads_findings")) + 1
    assert all("Measured: " in line and "This model: " in line for line in lines)
    about = dict(zip([row.key for row in data.table("loads_findings")], lines, strict=False))
    assert "32 trials, 2,762 people" in about["traction"]
    assert "This model: 0.0 mm are left after 48 hours" in about["traction"]
    assert "Measured: from 0.10 to 0.24 MPa" in lines[-1] and "it stays at 0.10 MPa" in lines[-1]
    ordinary = days()
    lost = 100 * (ordinary.water[0] - ordinary.water[32])
    assert f"its nucleus loses {lost:.0f} % of its full water" in str(words.evidence(ordinary)).splitlines()[0]


def test_a_nucleus_is_not_compared_with_a_whole_disc():
    """Botsford 1994 and Martin 2022 measured whole discs; the model has a nucleus only, and says so beside each."""
    for line in str(words.evidence(days())).splitlines()[:2]:
        assert "not a whole disc" in line


def test_bed_rest_has_all_its_times_and_both_readings():
    """Kordi 2015 and Belavý 2012: what rose, what fell, and when."""
    found = {row.key: row.finding for row in data.table("loads_findings")}
    assert "height and area were still larger" in found["bed_rest"] and "3, 6 and 24 months" in found["bed_rest"]
    assert "weaker at 3 and 6 months and no longer at 24" in found["bed_rest"]
    assert "stronger after half a year and weaker after two years" in found["bed_rest_again"]
