"""The one-muscle lesson: levers, the values it is held against, where they are drawn, and what is said."""

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.loads.muscle import words
from spine_edu.loads.muscle.figure import figure
from spine_edu.loads.muscle.model import MuscleState, simulate
from spine_edu.theme import LIGHT, PRESENTER

states = st.builds(
    MuscleState,
    body_weight=st.floats(40, 130),
    lean=st.floats(0, 90),
    hand_load=st.floats(0, 40),
    hand_arm=st.floats(10, 80),
    muscle_arm=st.floats(5, 6.8),
)


def hold(**settings):
    return simulate(MuscleState(**settings))


def drawn(result, **more):
    """What is drawn, by name: traces and shapes."""
    plain = figure(result, **more)
    return {item["name"]: item for item in (*plain["data"], *plain["layout"]["shapes"])}


def corners(shape):
    return [tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape["path"])]


# Model


@settings(max_examples=60, deadline=None)
@given(state=states)
def test_the_seesaw_balances_and_the_shares_add_up(state):
    result = simulate(state)
    front = result.trunk * result.trunk_arm + result.hands * result.hands_arm
    assert result.muscle * state.muscle_arm == pytest.approx(front)
    assert sum(result.shares.values()) == pytest.approx(result.compression)
    assert result.compression >= result.muscle


@settings(max_examples=60, deadline=None)
@given(state=states, more=st.floats(0.5, 5))
def test_more_load_or_a_shorter_lever_never_press_less(state, more):
    result = simulate(state)
    if state.hand_load + more <= 40:
        assert simulate(state.replace(hand_load=state.hand_load + more)).compression >= result.compression
    if state.muscle_arm > 5.2:
        assert simulate(state.replace(muscle_arm=5.2)).compression >= result.compression


def test_upright_the_disc_carries_trunk_load_and_muscle_in_full():
    """F = W_trunk + F_muscle + W_hands, with F_muscle = M / arm."""
    result = simulate(MuscleState(lean=0, hand_load=20, hand_arm=30))
    weight = 70 * 0.55 * 9.81
    assert result.compression == pytest.approx(weight + 20 * 9.81 + 20 * 9.81 * 30 / 6)


def test_leaning_moves_the_trunk_forward():
    assert simulate(MuscleState(lean=30)).trunk_arm == pytest.approx(30 * math.sin(math.radians(30)))


def test_yardsticks_are_the_published_ones():
    assert [data.value(f"loads_muscle.{name}") for name in ("screening", "threshold_men", "threshold_women")] == [
        3400,
        3000,
        2800,
    ]
    strength = data.parameter("loads_muscle.strength")
    assert (strength.low, strength.value, strength.high) == (600, 4840, 15600)


def test_the_body_of_the_lesson():
    """Weight by NIST; lever of the muscles as Jorgensen 2001 printed group values; the rest is assumed."""
    arm = data.parameter("loads_muscle.muscle_arm")
    assert (arm.low, arm.value, arm.high, data.value("loads_muscle.gravity")) == (5.0, 6.0, 6.8, 9.81)
    assert (data.value("loads_muscle.trunk_share"), data.value("loads_muscle.trunk_centre")) == (0.55, 30)
    result = hold()
    assert (result.trunk, result.hands) == (pytest.approx(377.7, abs=0.05), pytest.approx(117.7, abs=0.05))
    assert (result.muscle, result.compression) == (pytest.approx(1729, abs=0.5), pytest.approx(2158, abs=0.5))


def test_a_negative_load_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="Load in the hands: -3 is outside the range; allowed is 0.0 kg to 40.0 kg"):
        MuscleState(hand_load=-3)


# Figure

PARTS = {"muscle": "Force of the back muscles", "trunk": "Force of trunk, head and arms", "load": "Force of the load"}


@pytest.mark.parametrize(
    "settings", [{}, {"lean": 60, "hand_load": 25, "hand_arm": 55, "muscle_arm": 5}, {"body_weight": 130, "lean": 45}]
)
def test_each_force_pulls_at_its_lever_arm(settings):
    result = hold(**settings)
    shown = drawn(result)
    places = {"muscle": -result.state.muscle_arm, "trunk": result.trunk_arm, "load": result.state.hand_arm}
    forces = {"muscle": result.muscle, "trunk": result.trunk, "load": result.hands}
    dots = shown["Disc and forces"]
    for part, name in PARTS.items():
        (x, y), (top_x, top) = corners(shown[name])
        assert (x, top_x) == (pytest.approx(places[part], abs=6e-4),) * 2, part
        assert top - y == pytest.approx(min(forces[part] / 1100, 3.0), abs=6e-4), "as long as it is strong"
        at = next(at for at, text in enumerate(dots["text"]) if text.startswith(part))
        assert dots["text"][at] == f"{part}<br>{forces[part]:,.0f} N"
        assert dots["x"][at : at + 3] == [places[part]] * 3
        assert dots["marker"]["symbol"][at + 2] == "triangle-down" and dots["y"][at + 2] == pytest.approx(y)
        assert dots["marker"]["color"][at] == shown[name]["line"]["color"]
    assert places["muscle"] < 0 < places["load"], "weights in front, the muscle behind"


@pytest.mark.parametrize("load", [0, 0.5, 1, 5, 12, 13, 40])
@pytest.mark.parametrize("lean", [0, 5, 90])
def test_every_force_points_down_however_small_it_is(load, lean):
    """A tail below its head would be an arrow that points up; no force has no arrow."""
    result = hold(hand_load=load, lean=lean)
    shown = drawn(result)
    dots = shown["Disc and forces"]
    forces = {"muscle": result.muscle, "trunk": result.trunk, "load": result.hands}
    for part, name in PARTS.items():
        at = next(at for at, text in enumerate(dots["text"]) if text.startswith(part))
        assert (dots["marker"]["size"][at + 2] > 0) == (forces[part] > 0)
        if forces[part]:
            (_, head), (_, tail) = corners(shown[name])
            assert dots["y"][at] > tail - 1e-3 > head, "head, then tail, then its words above them"


def test_the_seesaw_rests_on_the_disc():
    shown = drawn(hold())
    dots = shown["Disc and forces"]
    assert (dots["x"][0], dots["text"][0], dots["marker"]["symbol"][0]) == (0, "disc", "triangle-up")
    (left, _), (right, _) = corners(shown["Lever"])
    assert left < -6.8 and right > 80, "the lever reaches past every control"


def test_an_arrow_too_long_for_the_picture_is_broken_off():
    shown, fits = drawn(hold(hand_load=40, hand_arm=80)), drawn(hold())
    assert corners(shown[PARTS["muscle"]])[1][1] == 3.12 and shown["Disc and forces"]["marker"]["size"][2] > 0
    assert fits["Disc and forces"]["marker"]["size"][2] == 0


def test_bars_add_up_to_the_compression_in_the_order_of_their_words():
    result = hold()
    shown = drawn(result)
    bars, words_ = shown["Compression, part by part"], shown["Compression and yardsticks"]
    assert bars["x"] == [result.shares[part] / 1000 for part in ("trunk", "hands", "muscle")]
    assert bars["base"] == [0, bars["x"][0], pytest.approx(bars["x"][0] + bars["x"][1])]
    assert bars["base"][-1] + bars["x"][-1] == pytest.approx(result.compression / 1000)
    assert bars["marker"]["line"]["color"] == [LIGHT.color(role) for role in ("bone", "load", "muscle")]
    assert words_["text"][0] == "trunk 15 %, load 5 %, muscle 80 %"
    assert (words_["x"][1], words_["y"][1], words_["text"][1]) == (result.compression / 1000, 3.2, " <b>2.16 kN</b>")


def test_yardsticks_stand_at_their_kilonewtons():
    shown = drawn(hold())
    marks = shown["Compression and yardsticks"]
    places = list(zip(marks["marker"]["symbol"], marks["x"], marks["y"], strict=True))
    assert places[3:6] == [("line-ns", 3.4, 1.7), ("circle-open", 3.0, 1.7), ("circle-open", 2.8, 1.7)]
    assert places[7:] == [("line-ns", 0.6, 0.45), ("line-ns", 15.6, 0.45), ("diamond", 4.84, 0.45)]
    assert (marks["text"][2], marks["text"][6]) == (
        "| screening 3.4, ○ protrusion 2.8 and 3.0",
        "specimens failed at 0.6–15.6, mean 4.8",
    )
    assert corners(shown["Strength of specimens"]) == [(0.6, 0.45), (15.6, 0.45)]


def test_run_a_stands_at_its_compression_and_the_prediction_is_written():
    held = hold(hand_load=30)
    mark = drawn(hold(), held=held)["A, held: compression"]
    assert (mark["x"], mark["text"], mark["visible"]) == (
        [held.compression / 1000],
        [f" A: {held.compression / 1000:.2f} kN"],
        True,
    )
    assert drawn(hold())["A, held: compression"]["visible"] is False
    (note,) = figure(hold(), prediction=1500.0)["layout"]["annotations"]
    assert (note["text"], note["visible"]) == ("You said: the muscles pull with 1,500 N", True)
    assert figure(hold())["layout"]["annotations"][0]["visible"] is False


@pytest.mark.parametrize("theme", [LIGHT, PRESENTER], ids=["light", "presenter"])
def test_no_words_on_the_seesaw_stand_in_each_other(theme):
    """Where a load is held close, the words of one force move above those of the other."""
    words_ = drawn(hold(lean=15, hand_load=18, hand_arm=20), theme=theme)["Disc and forces"]
    trunk, load = (
        next(y for y, text in zip(words_["y"], words_["text"], strict=True) if text.startswith(part))
        for part in ("trunk", "load")
    )
    assert abs(trunk - load) > 0.9


# Words


def test_the_sentence_says_pull_compression_and_share():
    assert words.sentence(hold()) == (
        "To hold still, the back muscles pull with 1,729 N. Together with the weights the lowest disc carries 2.16 kN, "
        "below the screening value of 3.40 kN. 80 % of it is muscle."
    )
    assert "carries 6.84 kN, above the screening value" in words.sentence(hold(hand_load=40, hand_arm=80))


def test_compare_says_which_way():
    assert words.compare(hold(), hold(hand_load=0)) == (
        "From A to B the compression goes from 2.16 to 1.27 kN, 0.89 kN less."
    )
    assert words.compare(hold(hand_load=0), hold()).endswith("from 1.27 to 2.16 kN, 0.89 kN more.")
    assert words.compare(hold(), hold()) == "A and B press the disc alike, with 2.16 kN."


def test_the_table_holds_forces_arms_and_yardsticks():
    result = hold(lean=45)
    rows = {row[0]: row[1:] for row in words.table(result).rows}
    assert rows["Weight of trunk, head and arms"] == (f"{result.trunk:.0f}", f"{result.trunk_arm:.1f}")
    assert rows["Weight of the load"] == (f"{result.hands:.0f}", "40")
    assert rows["Pull of the back muscles"] == (f"{result.muscle:.0f}", "6.0")
    assert rows["Compression of the lowest disc"] == (f"{result.compression:.0f}", "")
    assert [row[1] for row in words.table(result).rows[4:]] == ["3400", "3000", "2800", "4840"]
