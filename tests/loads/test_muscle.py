"""The one-muscle lesson: levers, the values it is held against, where they are drawn, and what is said."""

import itertools
import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.drawing.body import length
from spine_edu.loads.muscle import column, pose, words
from spine_edu.loads.muscle.explorer import OneMuscle
from spine_edu.loads.muscle.figure import ASKED, LONGEST, NEWTONS, figure, grips, level, veiled
from spine_edu.loads.muscle.model import MuscleState, simulate
from spine_edu.theme import LIGHT

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


@settings(max_examples=60)
@given(state=states)
def test_the_seesaw_balances_and_the_shares_add_up(state):
    result = simulate(state)
    front = result.trunk * result.trunk_arm + result.hands * result.hands_arm
    assert result.muscle * state.muscle_arm == pytest.approx(front)
    assert sum(result.shares.values()) == pytest.approx(result.compression)
    assert result.compression >= result.muscle


@settings(max_examples=60)
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


def forces_of(result):
    return {"muscle": result.muscle, "trunk": result.trunk, "load": result.hands}


def arrow_of(shape):
    """Return tail, end of the shaft and point of an arrow."""
    first, end, _, point, _, end_too, first_too = corners(shape)
    tail, tip = (
        tuple((a + b) / 2 for a, b in zip(*pair, strict=True)) for pair in ((first, first_too), (end, end_too))
    )
    return tail, tip, point


def names(result, **more):
    """Return part -> (x, y, words) of the names of the forces."""
    trace = drawn(result, **more)["Forces in numbers"]
    rows = zip(trace["x"], trace["y"], trace["text"], strict=True)
    return {text.split("<br>")[0]: (x, y, text) for x, y, text in rows if "<br>" in text}


@pytest.mark.parametrize(
    "settings", [{}, {"lean": 60, "hand_load": 25, "hand_arm": 55, "muscle_arm": 5}, {"body_weight": 130, "lean": 45}]
)
def test_each_force_pulls_at_its_lever_arm(settings):
    result = hold(**settings)
    shown, forces = drawn(result), forces_of(result)
    arms = {"trunk": result.trunk_arm, "load": result.state.hand_arm}
    for part, name in PARTS.items():
        tail, tip, point = arrow_of(shown[name])
        assert math.dist(tail, tip) == pytest.approx(min(forces[part] / NEWTONS, LONGEST), abs=2e-3)
        assert names(result)[part][2] == f"{part}<br>{forces[part]:,.0f} N"
        if part in arms:
            assert (tail[0], point[0]) == (pytest.approx(arms[part], abs=2e-3),) * 2 and point[1] < tip[1] < tail[1]
    (x0, y0), (x1, y1), _ = arrow_of(shown[PARTS["muscle"]])
    away = (x0 * (y1 - y0) - y0 * (x1 - x0)) / math.hypot(x1 - x0, y1 - y0)
    assert away == pytest.approx(result.state.muscle_arm, abs=5e-3), "so far behind the disc"


@pytest.mark.parametrize("load", [0, 0.5, 1, 5, 12, 13, 40])
@pytest.mark.parametrize("lean", [0, 5, 90])
def test_every_force_points_down_however_small_it_is(load, lean):
    """Weights fall, the muscle pulls towards the pelvis; no force has no arrow."""
    result = hold(hand_load=load, lean=lean)
    shown = drawn(result)
    along = (math.sin(math.radians(lean)), math.cos(math.radians(lean)))
    for part, name in PARTS.items():
        assert (shown[name]["path"] != "M0,0Z") == (forces_of(result)[part] > 0)
        if shown[name]["path"] != "M0,0Z":
            tail, _, point = arrow_of(shown[name])
            up = along if part == "muscle" else (0, 1)
            assert sum(one * (a - b) for one, a, b in zip(up, tail, point, strict=True)) > 4


def test_levers_lie_under_the_floor_and_begin_under_the_disc():
    result = hold(lean=45)
    shown = drawn(result)
    arms = {"the back muscles": -6, "trunk, head and arms": result.trunk_arm, "the load": 40}
    for part, arm in arms.items():
        (start, low), (end, _), (_, high), _ = corners(shown[f"Lever of {part}"])
        assert (start, end) == (0, pytest.approx(arm, abs=6e-3)) and low < high < pose.floor()
    said = set(shown["Forces in numbers"]["text"])
    assert {"6.0 cm", f"{result.trunk_arm:.0f} cm", "40 cm"} <= said, "each arm says how long it is"


def test_trunk_and_bag_are_taken_hold_of_themselves():
    lean, arm, load = grips(hold())
    assert [grip["control"] for grip in (lean, arm, load)] == ["lean", "hand_arm", "hand_load"]
    assert lean["body"] and arm["body"] and not load.get("body")
    assert hold().state.declarations()["lean"].step == 1, "a body bends, and does not tick"


def test_the_disc_is_drawn_where_the_levers_turn():
    shown = drawn(hold(lean=45))
    middle = [sum(way) / 4 for way in zip(*corners(shown["Disc"]), strict=True)]
    assert middle == pytest.approx([0, 0], abs=0.1)


def test_an_arrow_too_long_for_the_back_is_torn():
    torn = "The arrow is longer than this"
    assert drawn(hold(hand_load=40, hand_arm=80))[torn]["path"] != "M0,0Z" and drawn(hold())[torn]["path"] == "M0,0Z"


@settings(max_examples=60)
@given(state=states)
def test_the_person_stands_holds_the_load_and_keeps_its_limbs(state):
    body, (x, y) = pose.person(state), pose.hands(state)
    _, _, ankle, _ = body.leg()
    assert ankle[1] == pytest.approx(pose.floor() + length("ankle"), abs=0.05), "on the floor"
    assert x == state.hand_arm
    shoulder, _, _, hand = body.arm()
    arm = length("upper_arm") + length("forearm") + length("hand") / 2
    far = math.dist(shoulder, (x, y))
    assert math.dist(hand, (x, y)) == pytest.approx(max(far - arm, 0), abs=0.05), "at the load, or stretched towards it"
    assert pose.bag_bottom(state) > pose.floor() - 2
    assert body.spine[1] == pytest.approx((0, 0), abs=1e-9), "the disc is at 0"


@settings(max_examples=30)
@given(state=states)
def test_knobs_lie_on_head_hands_and_bag(state):
    # A hand leaves the bag at a whole centimetre; between two, where the arms reach no farther, the way has its kink.
    state = state.replace(hand_arm=float(round(state.hand_arm)))
    result = simulate(state)
    knobs = {one["control"]: one["track"] for one in grips(result)}
    body, (corner_row, handle) = pose.person(state), pose.bag(state)
    on = {"lean": body.head, "hand_arm": handle[1], "hand_load": corner_row[2]}
    for control, track in knobs.items():
        assert [value for value, *_ in track] == sorted(value for value, *_ in track)
        # A track is straight between its points, so a knob may be off by as much as the way bends there.
        assert math.dist(placed(track, getattr(state, control)), on[control]) < 1.5, control
    spots = [placed(track, getattr(state, control)) for control, track in knobs.items()]
    narrowest = 28 / (0.61 * 444 / 139)
    for index, spot in enumerate(spots):
        assert all(math.dist(spot, other) > narrowest - 1 for other in spots[index + 1 :])


def placed(track, value):
    """Where the face puts a knob: straight between the points of its track."""
    after = next(at for at, (there, *_) in enumerate(track) if there >= value - 1e-9)
    (low, *start), (high, *end) = track[max(after - 1, 0)], track[after]
    share = (value - low) / (high - low) if high > low else 0
    return tuple(a + share * (b - a) for a, b in zip(start, end, strict=True))


def test_what_is_asked_is_drawn_without_an_answer():
    plain = veiled(hold())
    assert not {shape["name"] for shape in plain["layout"]["shapes"]} & set(PARTS.values())
    texts = [text for trace in plain["data"] for text in trace["text"] if "(kN)" not in text]
    assert [text for text in texts if "N" in text] == ["2,000 N", "4,000 N", "6,000 N"], (
        "no force but those of the scale"
    )
    for axis in ("xaxis", "yaxis", "yaxis2"):
        shown = figure(hold())["layout"][axis]
        assert all(plain["layout"][axis].get(what) == shown.get(what) for what in ("range", "domain"))
    assert plain["layout"]["yaxis2"]["visible"] is False, "asked in newtons: no axis of kilonewtons"


def test_the_pull_is_put_along_the_muscle():
    (low, *start), (high, *end) = level()["track"]
    state = MuscleState(**ASKED)
    assert (low, high) == (OneMuscle.ask.low, OneMuscle.ask.high) and tuple(start) == pose.behind(state, 0)
    mark = drawn(hold(), prediction=3000)["Your prediction"]
    assert (mark["x"][0], mark["y"][0]) == pytest.approx([(a + b) / 2 for a, b in zip(start, end, strict=True)])


def test_a_prediction_says_what_it_was_for_when_another_load_is_shown():
    assert drawn(hold(), prediction=500)["Your prediction"]["text"][1] == "you said<br>500 N"
    assert (
        drawn(hold(lean=0), prediction=500)["Your prediction"]["text"][1]
        == "you said<br>500 N<br>for 12 kg,<br>40 cm, 30°"
    )


def test_empty_hands_hold_no_bag():
    assert drawn(hold(hand_load=0))["Load"]["path"] == "M0,0Z"


def test_parts_of_the_column_add_up_to_the_compression_in_the_order_of_their_words():
    result = hold()
    shown = drawn(result)
    bars, words_ = shown["Compression, part by part"], shown["Compression in numbers, and its yardsticks"]
    assert bars["y"] == [result.shares[part] / 1000 for part in ("trunk", "hands", "muscle")]
    assert bars["base"] == [0, bars["y"][0], pytest.approx(bars["y"][0] + bars["y"][1])]
    assert bars["base"][-1] + bars["y"][-1] == pytest.approx(result.compression / 1000)
    assert bars["marker"]["line"]["color"] == [LIGHT.color(role) for role in ("bone", "load", "muscle")]
    assert words_["text"][:4] == ["Compression (kN)", "trunk 15 %", "load 5 %", "muscle 80 %"]
    assert "<b>2.16 kN</b>" in words_["text"]


def test_yardsticks_stand_at_their_kilonewtons():
    shown = drawn(hold())
    marks, words_ = shown["Yardsticks"], shown["Compression in numbers, and its yardsticks"]["text"]
    assert list(zip(marks["marker"]["symbol"], marks["y"], strict=True)) == [
        ("line-ew-open", 2.8),
        ("line-ew-open", 3.0),
        ("diamond", 4.84),
    ]
    assert {height for _, height in corners(shown["Screening value"])} == {3.4}
    heights = {height for _, height in corners(shown["Strength of specimens"])}
    assert min(heights) == 0.6 and max(heights) == column.MOST, "beyond the axis, as its words say"
    assert {"screening 3.4", "protrusion", "2.8 and 3.0", "specimens", "failed at", "0.6–15.6,", "mean 4.8"} <= {
        *words_
    }


@settings(max_examples=60)
@given(state=states, other=states)
def test_words_beside_the_column_are_a_line_apart_and_in_order(state, other):
    rows = column.labels(simulate(state), simulate(other))
    placed_ = sorted((at, height) for _, height, at, _ in rows)
    assert all(after[0] - before[0] > 0.6 for before, after in itertools.pairwise(placed_))
    assert [height for _, height in placed_] == sorted(height for _, height in placed_)
    assert placed_[0][0] > 0 and placed_[-1][0] < column.MOST


def test_run_a_and_the_prediction_stand_where_they_are():
    held = hold(hand_load=30)
    mark = drawn(hold(), held=held)["A, held: compression"]
    assert (mark["y"][0], mark["text"][1], mark["visible"]) == (
        held.compression / 1000,
        f"A: {held.compression / 1000:.2f} kN",
        True,
    )
    assert drawn(hold())["A, held: compression"]["visible"] is False
    guess = drawn(hold(), prediction=1500.0)["Your prediction"]
    tail, tip, _ = arrow_of(drawn(hold())[PARTS["muscle"]])
    assert math.dist((guess["x"][0], guess["y"][0]), tip) == pytest.approx(1500 / NEWTONS, abs=2e-3)
    assert (guess["text"][1], guess["visible"]) == ("you said<br>1,500 N", True)
    assert drawn(hold())["Your prediction"]["visible"] is False


@settings(max_examples=60)
@given(state=states)
def test_no_names_of_forces_stand_in_each_other(state):
    """Two lines of words are some 17 cm high where the picture is narrowest, and 30 cm wide."""
    spots = [(x, y) for x, y, _ in names(simulate(state)).values()]
    for index, (x, y) in enumerate(spots):
        for other_x, other_y in spots[index + 1 :]:
            assert abs(x - other_x) > 26 or abs(y - other_y) > 16, (state, spots)


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
