"""The simulated examination: no sign that no body could show, and none that cannot be solved."""

import re
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.anatomy.roots.model import RootsState
from spine_edu.anatomy.roots.model import simulate as reached
from spine_edu.diagnosis.examine import asked, board, figure, hidden, legs, scene, words
from spine_edu.diagnosis.examine.model import ANSWERS, ExamineState, simulate
from spine_edu.drawing.outlines import EMPTY
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import said

ROOTS = {row.root: row for row in data.table("anatomy_roots")}
PATIENTS = [hidden.patient(name) for name in ("noor", "noor_b", "noor_r")]
MYSTERIES = [hidden.patient("mystery", seed) for seed in range(1, 1001)]
#: What each test of strength moves, in words of the table of roots.
ACTS = {
    "tiptoe": "rising on the toes",
    "big_toe": "lifting the big toe",
    "heel_walk": "lifting the foot at the ankle",
    "knee_push": "straightening the knee",
    "thigh_lift": "bending the hip",
}
REFLEXES = {"knee_jerk": "knee jerk", "heel_jerk": "ankle jerk"}


def somebody(level, zone, side, **more):
    cause = hidden.cause_of(level, zone, side)
    return hidden.Hidden("mystery", "Somebody", "", "her", cause, side, level, zone, **more)


def state_of(one, **more):
    seed = int(one.name.split()[-1]) if one.patient == "mystery" else 7
    return ExamineState(patient=one.patient, seed=seed, **more)


def truth(one):
    """What is to be named of a patient: cause, side, urgency."""
    key = hidden.urgency(found.sign for found in hidden.findings(one).values())
    return one.named, one.sides, key


# Signs and roots -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("zone", hidden.ZONES)
@pytest.mark.parametrize("level", hidden.LEVELS)
def test_signs_are_those_of_the_table_of_roots(level, zone, side):
    one = somebody(level, zone, side)
    found, other = hidden.findings(one), "left" if side == "right" else "right"
    touched = reached(RootsState(level=level, zone=zone, side=side))
    if touched.touched == "cauda equina":
        assert one.cause == "cauda" and found["saddle_skin"].off and found["bladder"].off
        assert found["heel_jerk"].sides == found["tiptoe"].sides == ("right", "left")
        return
    row = ROOTS[touched.root]
    # L5 shares in the muscles that lift the forefoot, which the sheet names L4 for.
    shared = {"heel_walk"} if touched.root == "L5" else set()
    assert {key for key in ACTS if found[key].off} == {key for key, act in ACTS.items() if act == row.action} | shared
    assert {key for key in REFLEXES if found[key].off} == {
        key for key, name in REFLEXES.items() if row.reflex.startswith(name)
    }
    assert row.sensory_point in found["skin"].words
    high = touched.root in ("L2", "L3", "L4")
    assert (found["knee_bend"].off, found["leg_raise"].off, found["slump"].off) == (high, not high, not high)
    assert all(sign.sides in ((), (side,)) for sign in found.values())
    for sign in found.values():
        assert other not in sign.words.lower() or side in sign.words.lower()
    never = {"saddle", "saddle_skin", "bladder", "pulse", "hip_turn", "spine_tap", "fever", "cancer", "fall"}
    assert not [key for key in never if found[key].off]


def test_the_table_of_tests_names_the_roots_of_the_table_of_roots():
    for key, act in ACTS.items():
        root, *shared = hidden.roots_of(key)
        assert ROOTS[root].action == act and shared == (["L5"] if key == "heel_walk" else [])
    for key, name in REFLEXES.items():
        assert set(hidden.roots_of(key)) == {root for root in hidden.ROOTS if ROOTS[root].reflex.startswith(name)}


@pytest.mark.parametrize("root", hidden.ROOTS)
def test_pain_that_keeps_to_the_map_is_drawn_on_the_skin_of_its_root(root):
    row = next(row for row in data.table("diagnosis_causes") if (row.cause, row.finding) == (root, "where"))
    assert root in row.pain.split()


def test_a_foot_drop_is_one_of_a_root_that_lifts_the_foot_and_cannot_wait():
    dropped = [one for one in MYSTERIES if one.growing]
    assert dropped
    for one in dropped:
        found = hidden.findings(one)
        assert one.cause == "L5" and found["heel_walk"].off and found["big_toe"].off and not found["tiptoe"].off
        assert truth(one)[2] == "today"


def test_the_other_leg_hurts_nobody_whose_own_leg_goes_up_freely():
    for one in [*PATIENTS, *MYSTERIES]:
        found = hidden.findings(one)
        assert found["leg_raise"].off or not found["other_leg"].off, one


def test_nobody_with_a_hurt_vertebra_or_a_fresh_spasm_bends_freely():
    hurt = [one for one in [*PATIENTS, *MYSTERIES] if one.named in ("vertebra", "nothing")]
    for one in hurt:
        found = hidden.findings(one)
        assert f"{one.free}°" in found["leg_raise"].words and one.free < 80
        for key in ("leg_raise", "slump", *(("knee_bend",) if one.named == "vertebra" else ())):
            assert "back" in found[key].words and not found[key].sides, (one, key)
            assert found[key].off == (one.named == "vertebra")


def test_both_legs_that_hurt_hurt_from_either():
    for one in [*PATIENTS, *MYSTERIES]:
        found = hidden.findings(one)
        if len(found["leg_raise"].sides) == 2:
            assert found["other_leg"].sides == ("right", "left")
            legs_up = scene.pose(simulate(state_of(one, now="other_leg"))).legs
            assert 90 - min(thigh for thigh, *_ in legs_up) == one.angle


def test_an_age_that_is_a_sign_by_itself_is_nobodys_routine():
    """The course's list names an age above 70."""
    for one in MYSTERIES:
        age = int(one.story.removeprefix("Aged ").split(".")[0])
        assert age <= 70 or truth(one)[2] != "routine", one


def test_a_root_with_less_room_upright_is_not_worst_on_a_chair():
    for one in MYSTERIES:
        if one.cause in hidden.ROOTS and not one.growing:
            words_ = hidden.findings(one)["walking"].words
            assert words_.startswith("Standing") == ("foraminal" in one.zone), (one, words_)


def test_cancer_is_one_that_the_person_can_have():
    for one in MYSTERIES:
        if one.cause == "growth":
            assert hidden.findings(one)["cancer"].words.startswith({"her": "Breast", "him": "Prostate"}[one.pronoun])


def test_only_what_somebody_lacks_is_missing():
    for one in MYSTERIES:
        if one.cause not in hidden.ROOTS:
            continue
        found = hidden.findings(one)
        for key, row in hidden.rows().items():
            if one.cause in hidden.roots_of(key):
                assert found[key].off == (row.kind != one.lacks)


def test_s1_pain_keeps_to_the_map_and_the_rest_mostly_does_not():
    roots = [one for one in MYSTERIES if one.cause in hidden.ROOTS]
    off = [one.off_map for one in roots if one.cause != "S1"]
    assert sum(off) / len(off) == pytest.approx(data.value("anatomy_roots.off_map_low_back") / 100, abs=0.06)
    assert not any(one.off_map for one in roots if one.cause == "S1")


def test_other_causes_spare_the_nerves():
    spared = {*ACTS, *REFLEXES, "skin", "leg_raise", "slump", "knee_bend", "cough", "saddle_skin", "bladder"}
    for one in MYSTERIES:
        if one.cause in ("hip", "vessels", "canal", "nothing") or one.named == "vertebra":
            found = hidden.findings(one)
            # A raised leg or a bowed back may hurt in the back, but in no leg.
            hurt = {"leg_raise", "slump", "knee_bend"} if one.named == "vertebra" else set()
            assert not [key for key in spared - hurt if found[key].off], one
            assert not [key for key in hurt if found[key].sides], one


def test_every_sentence_is_filled_and_fits_the_picture():
    for one in [*PATIENTS, *MYSTERIES]:
        assert one.story and "{" not in one.story
        for found in hidden.findings(one).values():
            assert found.words.endswith(".") and "{" not in found.words, found
            result = simulate(ExamineState(now=found.key))
            assert result.now is not None
            assert figure.wrapped(found.words, 32).count("<br>") <= 2, found.words


def test_warning_signs_are_word_for_word_those_of_the_list():
    listed = {row.text for row in data.table("warning_signs")}
    signs = {row.sign for row in data.table("diagnosis_causes") if row.sign}
    assert signs and signs <= listed


def test_urgency_is_that_of_the_list():
    assert [truth(one) for one in PATIENTS] == [
        ("S1", "right", "routine"),
        ("nothing", "neither", "routine"),
        ("cauda", "both", "today"),
    ]
    soon = {one.cause: truth(one)[2] for one in MYSTERIES}
    assert {name: soon[name] for name in ("broken_fall", "infection", "cauda")} == {
        "broken_fall": "today",
        "infection": "today",
        "cauda": "today",
    }
    assert soon["broken_thin"] == soon["growth"] == "soon"
    assert soon["hip"] == soon["vessels"] == soon["canal"] == soon["nothing"] == "routine"


def test_noor_is_the_noor_of_the_story():
    told = next(row.text for row in data.table("case") if row.when == "Day 8")
    found = hidden.findings(PATIENTS[0])
    assert "rising on the right toes is weaker" in told and found["tiptoe"].sides == ("right",)
    assert "ankle reflex is smaller" in told and found["heel_jerk"].sides == ("right",)
    assert "40 degrees" in told and "Right 40°" in found["leg_raise"].words


# An ideal examiner ---------------------------------------------------------------------------------------------------


def examined(found):
    """Name what is behind the findings, by the rules that an examiner learns, from nothing but what is found."""
    off = {key for key, one in found.items() if one.off}
    sides = {side for key in off for side in found[key].sides}
    side = sides.pop() if len(sides) == 1 else "both" if sides else "neither"
    signs = {one.sign for one in found.values() if one.sign}
    parts = {row.part for row in data.table("warning_signs") if row.text in signs}
    soon = "today" if "today" in parts else "soon" if "soon" in parts else "routine"
    return cause_of(found, off), side, soon


def cause_of(found, off):
    if off & {"saddle", "saddle_skin", "bladder"}:
        return "cauda"
    for key, cause in (("spine_tap", "vertebra"), ("pulse", "vessels"), ("hip_turn", "hip")):
        if key in off:
            return cause
    if "skin" in off:
        return next(root for root in hidden.ROOTS if ROOTS[root].sensory_point in found["skin"].words)
    # A foot that drops takes the big toe with it where it is L5, and the knee jerk where it is L4.
    order = [("tiptoe", "S1"), ("big_toe", "L5"), ("heel_walk", "L4"), ("knee_push", "L3"), ("thigh_lift", "L2")]
    for key, root in order:
        if key in off:
            return root
    return "canal" if "walking" in off else "nothing"


def test_an_ideal_examiner_solves_a_thousand_mysteries_from_the_findings_alone():
    wrong = [one for one in MYSTERIES if examined(hidden.findings(one)) != truth(one)]
    assert not wrong, wrong[0]


def test_the_same_findings_never_have_two_answers():
    answers = {}
    for one in [*PATIENTS, *MYSTERIES]:
        notes = tuple(found.words for found in hidden.findings(one).values())
        assert answers.setdefault(notes, truth(one)) == truth(one)


def test_three_findings_are_enough_for_what_and_where():
    """Nobody of the thousand who shows the same three has something else, or has it elsewhere."""
    told = [(hidden.findings(one), truth(one)[:2]) for one in [*PATIENTS, *MYSTERIES]]
    for one in {(one.cause, one.side, one.lacks, one.growing, one.off_map): one for one in MYSTERIES}.values():
        three, own = hidden.enough(one), hidden.findings(one)
        assert len(set(three)) == 3
        same = {answer for found, answer in told if all(found[key].words == own[key].words for key in three)}
        assert same == {truth(one)[:2]}, (one, three)


def test_all_causes_come():
    assert {one.cause for one in MYSTERIES} == {*hidden.ROOTS, *hidden._OTHERS}
    assert {one.side for one in MYSTERIES} == {"right", "left", ""}


@given(st.integers(1, 1000))
def test_a_number_is_the_same_patient_for_everybody(seed):
    hidden._mystery.cache_clear()
    assert hidden.patient("mystery", seed) == MYSTERIES[seed - 1]


# The examination -----------------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from(list(hidden.rows())), unique=True))
def test_minutes_add_up_and_notes_are_of_what_was_done(done):
    result = simulate(ExamineState(**dict.fromkeys(done, "yes")))
    assert set(result.noted) == set(done)
    assert result.minutes == sum(hidden.rows()[key].minutes for key in done)
    assert result.key is None


def test_what_is_looked_at_is_noted_and_stays():
    explorer = spine_edu.ExamineTheCase(ask_first=False)
    explorer.clicked("now:tiptoe")
    explorer.clicked("now:skin")
    assert explorer.state.done == ("skin", "tiptoe") and explorer.result.minutes == 3
    explorer.undo()
    assert explorer.state.done == ("tiptoe",)
    assert explorer.State.from_text(explorer.to_text(), explorer.part) == explorer.state


def test_the_next_patient_comes_in_unexamined():
    explorer = spine_edu.ExamineTheCase(ask_first=False)
    explorer.set(now="tiptoe", cause="S1", side="right", urgency="routine", reveal="yes")
    choice = next(choice for choice in explorer.touches()["things"] if choice.startswith("patient"))
    explorer.clicked(choice)
    assert explorer.state == ExamineState(patient="mystery")
    explorer.set(reveal="yes", skin="yes")
    choice = next(choice for choice in explorer.touches()["things"] if "seed" in choice)
    explorer.clicked(choice)
    assert explorer.state == ExamineState(patient="mystery", seed=8)
    explorer.set(seed=1000, reveal="yes")
    explorer.clicked(next(choice for choice in explorer.touches()["things"] if "seed" in choice))
    assert explorer.state.seed == 1


def test_somebody_else_by_hand_comes_in_unexamined_too():
    explorer = spine_edu.ExamineTheCase(ask_first=False)
    explorer.set(now="tiptoe", cause="S1")
    explorer.move("patient", "noor_b")
    assert explorer.state == ExamineState(patient="noor_b")


def test_the_key_says_what_differs_and_gives_no_mark():
    explorer = spine_edu.ExamineTheCase(ask_first=False, cause="L5", side="right", urgency="routine", reveal="yes")
    assert explorer.result.key.right == ("side", "urgency")
    assert "differs from yours in what it is." in explorer.describe()
    explorer.set(cause="S1")
    assert explorer.result.key.right == ANSWERS and "Just as you name it" not in explorer.describe()
    explorer.set(**dict.fromkeys(hidden.could_not_wait(), "yes"))
    assert "Just as you name it" in explorer.describe()


def test_routine_without_its_questions_is_called_luck():
    explorer = spine_edu.ExamineTheCase(ask_first=False, cause="S1", side="right", urgency="routine", reveal="yes")
    assert "“routine” was luck: you had not asked about where, how long, fall" in explorer.describe()
    explorer.set(**dict.fromkeys(set(hidden.could_not_wait()) - {"saddle"}, "yes"))
    assert "“routine” was luck: you had not asked about saddle." in explorer.describe()
    # Whoever is seen today needs no further question.
    noor_r = spine_edu.ExamineTheCase(ask_first=False, patient="noor_r", urgency="today", reveal="yes")
    assert "luck" not in noor_r.describe()


def test_every_sign_that_cannot_wait_hangs_on_a_question_or_a_test_of_the_lowest_roots():
    asked_for = {"fall", "cancer", "fever", "bladder", "saddle"}
    assert asked_for <= set(hidden.could_not_wait())
    for one in MYSTERIES:
        signs = {key for key, found in hidden.findings(one).items() if found.sign}
        assert not signs or signs & set(hidden.could_not_wait())


def test_the_key_marks_each_part_of_what_is_named():
    result = simulate(ExamineState(cause="L5", side="right", urgency="routine", reveal="yes"))
    assert words.compared(result) == "You: root L5 ✗, right ✓, routine ✓"
    for seed in range(1, 200):
        lines = figure._said(simulate(ExamineState(patient="mystery", seed=seed, reveal="yes")), LIGHT)[2]
        assert lines.count("<br>") < 3 and all(len(re.sub("<.*?>", "", one)) <= 34 for one in lines.split("<br>"))


def test_what_was_expected_of_noor_is_told_test_by_test_and_over_nobody_else():
    explorer = spine_edu.ExamineTheCase(ask_first=True)
    try:
        explorer.predict(dict.fromkeys(asked.THINGS, "stands out"))
        explorer.clicked("now:knee_jerk")
        told = explorer.told_here()
        assert told.model == "So far 0 of 1 tests found what you said" and told.apart == "not with Knee jerk"
        explorer.move("patient", "mystery")
        assert explorer.told_here() is None
        explorer.scenario("Six tests of Noor")
        assert explorer.told_here() == explorer.told()
    finally:
        explorer.forget()


@pytest.mark.parametrize("change", [{"now": "hammer"}, {"patient": "somebody"}, {"cause": "L1"}, {"tiptoe": "maybe"}])
def test_bad_settings_are_refused(change):
    with pytest.raises(ValueError, match="not an option"):
        ExamineState(**change)


def test_a_number_beyond_the_last_patient_is_refused():
    with pytest.raises(ValueError, match="outside the range; allowed is 1 to 1000"):
        ExamineState(seed=1001)


# The picture ---------------------------------------------------------------------------------------------------------


def test_spots_are_those_of_the_table_and_lie_on_the_legs():
    assert set(legs.SPOTS) == {key for key, row in hidden.rows().items() if row.place}
    for key, (view, *_) in legs.SPOTS.items():
        right, left = legs.spot(key, "right"), legs.spot(key, "left")
        middle = legs.at(view, 0, 0)[0]
        assert right[0] - middle == pytest.approx(middle - left[0])
        assert (right[0] < middle) == (view == "front") or right == left
    places = [legs.spot(key, side) for key in legs.SPOTS for side in ("right", "left")]
    unlike = set(places)
    assert all(dist(one, other) > 10 for one in unlike for other in unlike if one != other)


def apart(boxes):
    assert all(left < right <= figure.WIDE + 0.1 and 0 <= low < high for left, right, low, high in boxes)
    for number, (left, right, low, high) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert right < other[0] or other[1] < left or high < other[2] or other[3] < low


def test_each_question_and_test_has_its_button_and_they_do_not_touch():
    apart([*(board.button(key) for key in hidden.rows()), board.named()])
    result = simulate(ExamineState())
    pressed = {f"now:{key}" for key in hidden.rows()} | {"reveal:yes", "board:names"}
    assert pressed == set(figure.touches(result)["things"])


def test_everything_is_named_on_the_board_and_a_spot_leads_back_to_the_tests():
    apart([*board.names().values(), board.named()])
    explorer = spine_edu.ExamineTheCase(ask_first=False)
    explorer.clicked("board:names")
    things = set(explorer.touches()["things"])
    options = {f"{name}:{value}" for name in ANSWERS for value in ExamineState.declarations()[name].values}
    assert options - things == {f"{name}:open" for name in ANSWERS}
    for choice in ("cause:S1", "side:right", "urgency:routine"):
        explorer.clicked(choice)
    assert "You name: root S1, right, routine" in said(explorer.drawn)
    explorer.clicked("now:tiptoe;board:tests")
    assert explorer.state.board == "tests" and "tiptoe" in explorer.result.noted
    explorer.move("patient", "noor_b")
    assert explorer.state == ExamineState(patient="noor_b")


def test_a_dropped_foot_does_not_walk_as_usual_and_its_toe_does_not_lift():
    for one in MYSTERIES:
        found = hidden.findings(one)
        if one.growing:
            assert found["walking"].sides == (one.side,) and "does not lift" in found["big_toe"].words
        if len(found["tiptoe"].sides) == 2:
            assert found["walking"].off


@pytest.mark.parametrize("one", [one for one in MYSTERIES[:60] if one.cause in ("S1", "L5")], ids=lambda one: one.name)
def test_the_hammer_is_on_the_side_of_the_heel(one):
    result = simulate(state_of(one, now="heel_jerk"))
    *_, ankle, toe = scene._leg_of(scene.pose(result), scene._worse(result.now))
    middle = [sum(x for x, _ in line) / len(line) for line in scene._hammer(result, scene.pose(result))]
    assert all((x - ankle[0]) * (toe[0] - ankle[0]) < 0 for x in middle)


@pytest.mark.parametrize("key", list(hidden.rows()))
@pytest.mark.parametrize("one", [*PATIENTS, *MYSTERIES[:14]], ids=lambda one: one.name)
def test_the_patient_stays_in_the_room_and_keeps_every_limb(key, one):
    result = simulate(state_of(one, now=key))
    here = scene.pose(result)
    for side in ("right", "left"):
        hip, knee, ankle, _ = here.body(side).leg()
        assert dist(hip, knee) == pytest.approx(scene.length("thigh"))
        assert dist(knee, ankle) == pytest.approx(scene.length("shank"))
    x, y = zip(*(point for lines in scene._lines(here) for line in lines for point in line), strict=True)
    assert min(x) > 104 and max(x) < figure.WIDE and min(y) > figure._SAID[1] and max(y) < figure.HIGH


@pytest.mark.parametrize("key", ["leg_raise", "knee_bend"])
def test_the_angle_drawn_is_the_angle_said(key):
    for seed in range(1, 60):
        result = simulate(ExamineState(patient="mystery", seed=seed, now=key))
        _, text = scene.angle(result)
        assert text.strip("<b>/") in result.now.words, (seed, text)


def test_a_leg_that_hurts_is_the_leg_that_is_raised():
    for seed in range(1, 200):
        result = simulate(ExamineState(patient="mystery", seed=seed, now="leg_raise"))
        if len(result.now.sides) == 1:
            here = scene.pose(result)
            right, left = (90 - here.legs[number][0] for number in (0, 1))
            assert (right if result.now.sides == ("right",) else left) == result.hidden.angle
            assert min(right, left) == 0


@pytest.mark.parametrize("raised", range(30, 81, 5))
def test_no_raised_foot_reaches_the_button_of_the_key(raised):
    left, _, low, _ = figure._KEY
    here = scene._on_the_back(right=raised)
    places = [here.at(point) for line in here.body("right").outlines()[0] for point in line]
    assert not [(x, y) for x, y in places if x > left - 1 and y > low - 0.5]


def test_pain_lies_along_the_leg_that_hurts():
    for one in [*PATIENTS, *MYSTERIES[:300]]:
        result = simulate(state_of(one, now="other_leg"))
        if not result.now.off:
            continue
        pain = next(s for s in scene.shapes(result, LIGHT) if s["name"] == "Pain down the leg")
        assert scene._leg_of(scene.pose(result), result.now.sides[0])[1] in scene_points(pain)
        assert scene._ghost(result, scene.pose(result)) is None


def scene_points(shape):
    pairs = shape["path"].removeprefix("M").split("L")
    found = [tuple(map(float, pair.split(","))) for pair in pairs]
    return [pytest.approx(place, abs=0.06) for place in found]


def test_a_weak_forefoot_is_not_drawn_as_one_that_cannot_be_lifted():
    drawn = {}
    for one in MYSTERIES:
        result = simulate(state_of(one, now="heel_walk"))
        if result.now.off:
            number = 0 if one.side == "right" else 1
            drawn.setdefault((one.side, one.growing), set()).add(scene.pose(result).legs[number][2])
    for side in ("right", "left"):
        (weak,), (dropped,) = drawn[side, False], drawn[side, True]
        assert dropped > weak + 10


def test_the_mark_of_dull_skin_lies_on_its_root():
    for root in hidden.ROOTS:
        view, x, y = legs.POINTS[root]
        areas = [[(u, v) for u, v in line] for line in legs.skin(root, "right")]
        place = legs._placed_point(legs.POINTS[root], "right")
        assert any(
            min(u for u, _ in line) - 3 <= place[0] <= max(u for u, _ in line) + 3
            and min(v for _, v in line) - 3 <= place[1] <= max(v for _, v in line) + 3
            for line in areas
        ), root


@pytest.mark.parametrize("key", ["tiptoe", "heel_jerk", "knee_jerk", "knee_push", "thigh_lift", "slump"])
def test_what_is_weak_moves_less(key):
    assert scene._WEAK[key] < scene._USUAL[key] / 1.6


def test_marks_stand_on_the_side_where_something_was_found():
    result = simulate(ExamineState(tiptoe="yes", knee_jerk="yes"))
    off, usual = legs.marks(result)
    assert off == [legs.spot("tiptoe", "right")]
    assert set(usual) == {legs.spot("tiptoe", "left"), *(legs.spot("knee_jerk", side) for side in ("right", "left"))}


def test_skin_is_hatched_round_the_point_that_was_touched():
    (area,) = legs.numb(simulate(ExamineState(skin="yes")))
    x, y = legs._placed_point(legs.POINTS["S1"], "right")
    assert all(dist((x, y), point) == pytest.approx(legs._POINT, rel=0.1) for point in area)
    for (left, high), (right, low) in legs.hatched([area]):
        assert high == low and min(p for p, _ in area) <= left <= right <= max(p for p, _ in area)
    assert legs.numb(simulate(ExamineState())) == []


def test_the_key_rings_its_three_findings_whatever_board_was_open():
    result = simulate(ExamineState(board="names", cause="S1", reveal="yes"))
    rings = next(one for one in figure.figure(result)["layout"]["shapes"] if one["name"] == "Three that would do")
    assert rings["path"].count("M") == 3
    assert {f"now:{key}" for key in hidden.rows()} < set(figure.touches(result)["things"])


def test_after_a_fall_somebody_says_at_once_what_waits():
    one = next(one for one in MYSTERIES if one.cause == "broken_fall")
    told = words.sentence(simulate(state_of(one, fall="yes")))
    assert "nobody bends or turns the back" in told and "broken" not in told
    assert "nobody bends" not in words.sentence(simulate(state_of(one)))


def test_nothing_of_what_is_hidden_is_drawn_or_said_before_it_is_found():
    """Before anything is asked two people with the same story look the same."""
    for theme in THEMES.values():
        one, other = (simulate(ExamineState(patient="mystery", seed=seed)) for seed in (6, 10))
        shown = [figure.figure(result, theme=theme)["layout"]["shapes"] for result in (one, other)]
        assert shown[0] == shown[1]
    assert "S1" not in words.sentence(simulate(ExamineState()))


def test_the_question_is_about_six_tests_of_noor_and_the_answer_is_what_they_find():
    assert {key for key, word in asked.answers().items() if word == "stands out"} == {
        "leg_raise",
        "tiptoe",
        "heel_jerk",
    }
    drawn = asked.veiled(simulate(ExamineState()), theme=LIGHT)
    assert {hidden.rows()[key].label for key in asked.THINGS} <= set(said(drawn))
    places = asked.spots()["places"]
    assert all(dist(one, other) > 15 for one in places.values() for other in places.values() if one != other)


def test_expectations_stand_beside_the_spots_and_a_miss_is_ringed():
    given = {"tiptoe": "stands out", "big_toe": "as usual", "heel_jerk": "as usual"}

    def shown(result):
        fig = figure.figure(result, prediction=given)
        trace = next(trace for trace in fig["data"] if trace["name"] == "Your expectations")
        rings = next(one["path"] for one in fig["layout"]["shapes"] if one["name"] == "Found otherwise")
        return [text for text in trace["text"] if text.strip()], rings.replace(EMPTY, "")

    assert sorted(shown(simulate(ExamineState()))[0]) == ["<b>!</b>", "<b>✓</b>", "<b>✓</b>"]
    assert shown(simulate(ExamineState()))[1] == ""
    rings = shown(simulate(ExamineState(heel_jerk="yes", tiptoe="yes")))[1]
    x, y = legs.spot("heel_jerk", "right")
    assert rings == figure.circle(x + figure._ASIDE, y, figure._RING)
    assert shown(simulate(ExamineState(patient="noor_b"))) == ([], "")
