"""Which test: what lights up, where roads part, whose false alarms they are, and where things are drawn."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.diagnosis.tests import board, shapes
from spine_edu.diagnosis.tests.figure import (
    SIGNS,
    THINGS,
    answers,
    figure,
    frames,
    grips,
    spots,
    touches,
    veiled,
    week_place,
)
from spine_edu.diagnosis.tests.model import (
    LAYERS,
    PICTURES,
    TestsState,
    alarm,
    called,
    listed,
    seen,
    simulate,
    studies,
)
from spine_edu.diagnosis.tests.words import compare, idle, sentence, table, verdict
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import centres, inside, lines, said, shape

DECLARED = TestsState.declarations()
OPTIONS = {name: DECLARED[name].values for name in ("question", "test", "who", "below")}
STATES = st.builds(
    TestsState,
    week=st.integers(0, 12).map(float),
    **{name: st.sampled_from(values) for name, values in OPTIONS.items()},
)
ALARMS = data.table("diagnosis_alarms")
#: Layer -> the shape that shows whether it is seen.
SHOWN = {"bone": "Bones", "disc": "Discs", "root": "Sac", "nerve": "Muscle of the calf", "person": "Light of the body"}
LIT = {"bone": "bone", "disc": "disc", "root": "sac", "nerve": "muscle", "person": "skin"}


def run(**chosen):
    return simulate(TestsState(**chosen))


def pieces(path):
    return [line for line in lines(path) if len(line) > 2]


# The tables -----------------------------------------------------------------------------------------------------------


def test_every_question_has_a_row_for_every_test_and_every_test_its_false_alarms():
    cells = {(row.question, row.test) for row in data.table("diagnosis_tests")}
    assert cells == {(question, test) for question in OPTIONS["question"] for test in OPTIONS["test"]}
    assert {row.test for row in ALARMS} == set(OPTIONS["test"])
    known = {"any", *OPTIONS["question"]}, {"any", *OPTIONS["test"]}
    for row in data.table("diagnosis_plans"):
        assert row.question in known[0] and row.test in known[1]


def test_what_each_test_can_see():
    """X-rays show bones, MRI and CT bones, discs and roots; only the needle and the hand reach nerve and muscle."""
    late = {test: set(seen(test, 12)) for test, _ in listed()}
    assert late["xray"] == {"bone"} and late["mri"] == late["ct"] == {"bone", "disc", "root"}
    assert [test for test, lit in late.items() if "nerve" in lit] == ["exam", "emg"]
    assert [test for test, lit in late.items() if "person" in lit] == ["history", "exam"]
    assert late["none"] == set()


def test_the_needle_is_dark_for_three_weeks_and_nothing_else_waits():
    for test, _ in listed():
        changes = [week for week in range(1, 13) if seen(test, week) != seen(test, week - 1)]
        assert changes == ([3] if test == "emg" else [])


def test_false_alarms_are_the_numbers_of_their_sources():
    """Henschke 2009, Capra 2011, Brinjikji 2015, Wiesel 1984, Jung 2022 and Tong 2011: abstracts."""
    counts = {(row.test, row.questions): row.count for row in ALARMS}
    assert counts == {
        ("history", "urgent"): 80,
        ("exam", "root"): 26,
        ("exam", "bone"): 29,
        ("mri", "root"): 50,
        ("ct", "root"): 35,
        ("xray", "bone"): 28,
        ("emg", "root;muscle"): 4,
        ("none", "any"): 0,
    }
    bulge = next(
        row
        for row in data.table("herniation_findings")
        if (row.finding, row.age, row.method) == ("bulge", 40, "fitted")
    )
    assert (alarm("root", "mri").count, alarm("root", "mri").n) == (bulge.percent, bulge.people)
    raised = next(row for row in data.table("treatment_tests") if row.test == "slr_scan_specificity")
    assert alarm("root", "exam").count == pytest.approx(100 * (1 - raised.value))


def test_how_people_did_is_what_the_interval_says():
    """Alike only where the interval holds no difference, or the authors name none; watched ones are called so."""
    rows = {called(row): row for row in data.table("diagnosis_imaging")}
    assert {name for name, row in rows.items() if row.design == "watched"} == {
        "Jarvik 2015",
        "Webster 2013",
        "Shraim 2021",
    }
    for name, row in rows.items():
        if row.low is not None and name != "Kendrick 2001":
            assert (row.low <= 0 <= row.high) == (row.went == "alike"), name
    # More still hurt at three months, its interval ends at no difference, and nothing was better later.
    assert rows["Kendrick 2001"].low == 1.0 and rows["Kendrick 2001"].went == "mixed"
    assert [called(row) for row in studies("xray")] == ["Chou 2009", "Kendrick 2001", "Kerry 2002", "Jarvik 2015"]
    assert [row.design for row in studies("mri")] == ["lot"] * 3 + ["watched"] * 3
    assert all(len(studies(test)) <= 6 for test in PICTURES)


# What changes the plan ------------------------------------------------------------------------------------------------


@given(STATES)
def test_every_state_has_a_plan_and_a_sentence(state):
    result = simulate(state)
    assert result.plan.who == state.who and result.plan.from_week <= result.week
    assert result.changes == (result.plan.found_plan != result.plan.clear_plan)
    assert sentence(result).count("None") == (state.test == "none" and sentence(result).count("None"))


def test_in_noors_third_week_only_words_and_hands_decide_how_urgent_it_is():
    said_ = answers(run(question="urgent"))
    assert [test for test, answer in said_.items() if answer == "yes, it would"] == ["history", "exam"]
    for week in range(13):
        for test in ("mri", "ct", "xray", "emg"):
            assert not run(question="urgent", test=test, week=week).changes


@pytest.mark.parametrize("test", ["exam", "mri", "ct"])
def test_the_road_to_the_root_parts_in_week_six(test):
    parted = [week for week in range(13) if run(question="root", test=test, week=week).changes]
    assert parted == list(range(6, 13))


def test_a_numb_saddle_leaves_mri_alone_to_decide_and_nothing_clears_it():
    for question in OPTIONS["question"]:
        for test, _ in listed():
            result = run(who="saddle", question=question, test=test)
            assert result.changes == (test == "mri")
            assert "hospital today" in result.plan.clear_plan or test == "mri"


@given(STATES)
def test_who_cannot_wait_does_not_depend_on_the_week(state):
    if state.who != "leg":
        one, other = simulate(state), simulate(state.replace(week=0.0))
        assert (one.plan, one.sees, one.week) == (other.plan, other.sees, other.week)
        assert "week" in idle(one)


def test_a_quiet_xray_after_a_fall_leads_on():
    plan = run(who="fall", question="bone", test="xray").plan
    assert "CT or MRI" in plan.clear_plan and plan.source == "jung2022"


# The picture ----------------------------------------------------------------------------------------------------------


@given(STATES, st.sampled_from(list(THEMES)))
def test_a_layer_is_lit_where_the_test_sees_it_and_else_dark(state, name):
    result, theme = simulate(state), THEMES[name]
    drawn = figure(result, theme=theme)
    for layer in LAYERS:
        one = shape(drawn, SHOWN[layer])
        assert (one["fillcolor"] == theme.mri["line"]) == (layer not in result.sees)
        assert (one["opacity"] < 1) == (result.sees.get(layer) == "faint")
        if layer in result.sees:
            assert one["fillcolor"] == theme.mri[f"lit {LIT[layer]}"]


@given(STATES)
def test_roads_meet_where_the_answer_changes_nothing(state):
    result = simulate(state)
    posts = [shape(figure(result), name)["path"] for name in ("Left signpost", "Right signpost")]
    assert (posts[0] == posts[1]) == (not result.changes)
    words = said(figure(result))
    plans = {result.plan.found_plan, result.plan.clear_plan} if result.changes else {result.plan.found_plan}
    shown = {text.replace("<br>", " ") for text in words}
    assert plans <= shown and f"<b>{verdict(result)}</b>" in shown
    if state.test != "none":
        assert {result.plan.found, result.plan.clear} <= shown


def test_words_on_roads_and_signposts_have_their_room():
    for row in data.table("diagnosis_plans"):
        result = run(who=row.who, test="mri" if row.test == "any" else row.test, week=row.from_week)
        _, _, *rest = board.roads_in_words(_with(result, row), LIGHT)
        one, other, *_ = board.roads_in_words(_with(result, row), LIGHT)
        assert max(one[2].count("<br>"), other[2].count("<br>")) <= 1, row.found
        assert all(text.count("<br>") <= 2 for _, _, text, *_ in rest[:2]), row.found_plan


def _with(result, row):
    return type(result)(result.state, result.week, result.sees, result.cell, row, result.alarm)


def test_false_alarms_are_drawn_as_people():
    for row in ALARMS:
        drawn = figure(run(test=row.test, question=_counted_for(row)))
        marked, rest = (shape(drawn, name)["path"] for name in ("False alarms", "No alarm"))
        # Each person has a head, which is a circle, and a body.
        assert marked.count("S") == row.count and rest.count("S") == 100 - row.count
        assert any(f"<b>{row.count:.0f} of 100</b>" in text for text in said(drawn))


def _counted_for(row):
    return "urgent" if row.questions == "any" else data.split_keys(row.questions)[0]


@given(STATES)
def test_false_alarms_belong_to_the_question_or_everybody_is_hollow(state):
    """A bulge is no answer to how urgent something is: counts of another question are not drawn."""
    result, rows = simulate(state), [row for row in ALARMS if row.test == state.test]
    rows = [row for row in rows if row.questions == "any" or state.question in data.split_keys(row.questions)]
    assert [result.alarm] == (rows or [None])
    counted = bool(rows)
    drawn = figure(result)
    marked = shape(drawn, "False alarms")["path"].count("S")
    if not result.early:
        assert marked == (rows[0].count if counted else 0)
        assert ("nobody counted" in sentence(result)) == (not counted)
        assert any("not counted" in text.replace("<br>", " ") for text in said(drawn)) == (not counted)


def test_how_many_people_are_those_of_whom_the_sentence_speaks():
    for row in ALARMS:
        assert (row.n is None) == (row.counted is None or not row.counted), row.test
    assert "1,047 such people, of 2,352" in sentence(run(question="root", test="exam"))


def test_studies_stand_where_they_went_as_squares_and_circles():
    drawn = figure(run(below="early"))
    rows = studies("mri")
    squares = pieces(shape(drawn, "A lot was drawn")["path"])
    assert len(squares) == sum(row.design == "lot" for row in rows)
    across = [round(x, 1) for x, _ in centres(shape(drawn, "Only watched")["path"])]
    assert across == [88.4, 96.8, 96.8]
    assert {called(row) for row in rows} <= set(said(drawn))
    assert {"better", "alike", "worse"} <= set(said(drawn)) and "No alarm" not in sentence(run(below="early"))


def test_the_nerve_runs_down_the_right_leg_inside_the_body():
    outline = pieces(shapes.silhouette())
    (nerve,) = lines(shapes.nerve())
    for point in nerve:
        assert any(inside(point, piece) for piece in outline), point
    for line in pieces(shapes.layers()["muscle"]):
        assert all(any(inside(point, piece) for piece in outline) for point in line)
    # Seen from behind, the person's right is on the right of the paper.
    assert nerve[-1][0] > shapes.on_body(0, 0)[0] and nerve[-1][1] < nerve[0][1]


def test_the_cut_stays_in_its_window():
    left, low, right, high = shapes.WINDOW
    for name in ("disc", "out", "root"):
        for line in pieces(shapes.layers()[name]):
            assert all(left <= x <= right and low <= y <= high for x, y in line), name
    for line in lines(shapes.roots()):
        assert all(left <= x <= right + 0.1 and low <= y <= high + 0.3 for x, y in line)


def test_what_has_left_the_disc_lies_behind_it_and_at_the_pressed_root():
    (piece,) = pieces(shapes.layers()["out"])
    lowest = min(pieces(shapes.layers()["disc"]), key=lambda line: min(y for _, y in line))
    assert max(x for x, _ in piece) > max(x for x, _ in lowest)
    pressed = lines(shapes.roots())[-1]
    assert min(abs(x - u) + abs(y - v) for x, y in pressed for u, v in piece) < 1.5


def test_what_is_pressed_lies_over_what_it_chooses():
    things = touches(run())["things"]
    for choice in things:
        name, value = choice.split(":")
        assert value in DECLARED[name].values
    for test, _ in listed():
        (outline,) = lines(things[f"test:{test}"])
        assert all(inside(point, outline) for line in lines(shapes.place(test)) for point in line[1:-1])
    (bone,) = lines(things["question:bone"])
    assert inside(shapes.in_window(-12, 27), bone)
    root, name = lines(things["question:root"])
    assert inside((shapes.WINDOW[2] + 2, name[0][1] + 1), name), "the word is pressed, too"
    assert inside(shapes.in_window(13.5, 27), root)
    leg, name = lines(things["question:muscle"])
    assert inside((22.0, 32.6), name)
    assert inside(shapes.on_body(8.8, -12), leg)
    assert "below:early" not in touches(run(test="emg"))["things"]


def test_bones_and_canal_part_behind_the_vertebrae():
    """The outline of what is pressed shows under the mouse: it crosses no bone of the column."""
    things = touches(run())["things"]
    (bone,), (root, _) = (lines(things[f"question:{name}"]) for name in ("bone", "root"))
    bodies = pieces(shapes.layers()["bone"])[:3]
    assert all(inside(point, bone) for body in bodies for point in body if point[1] > shapes.WINDOW[1] + 0.1)
    assert all(inside(point, root) for point in lines(shapes.roots())[0][1:-1])


@pytest.mark.parametrize("who", OPTIONS["who"])
def test_those_who_ask_are_pressed_where_they_stand(who):
    result = run(who=who)
    drawn, things = figure(result), touches(result)["things"]
    places = {who: centres(shape(drawn, "Who stands at the fork")["path"])[0]}
    places |= dict(zip(board.others(result), centres(shape(drawn, "Others who ask")["path"])[::2], strict=True))
    for one in OPTIONS["who"]:
        (outline,) = lines(things[f"who:{one}"])
        assert inside(places[one], outline), one


@pytest.mark.parametrize("question", OPTIONS["question"])
def test_the_ring_is_round_what_is_asked_about(question):
    rings = pieces(shapes.asked(question))
    places = {
        "bone": shapes.in_window(-10, -9),
        "root": shapes.in_window(22.5, -20),
        "muscle": shapes.on_body(8.8, -12),
        "urgent": shapes.on_body(0, 32.5),
    }
    assert any(inside(places[question], ring) for ring in rings)


def test_the_person_above_is_led_along_the_weeks():
    (week,) = grips(run(week=3))
    assert week["control"] == "week" and [week["track"][0][1:], week["track"][-1][1:]] == [
        list(week_place(0)),
        list(week_place(12)),
    ]
    assert grips(run(who="saddle")) == [] == grips(run(who="fall"))


def test_the_veiled_picture_is_dark_and_asks_about_six_tests():
    drawn = veiled(run())
    assert all(shape(drawn, SHOWN[layer])["fillcolor"] == LIGHT.mri["line"] for layer in LAYERS)
    assert set(THINGS) == set(OPTIONS["test"]) - {"none"} == set(spots()["places"])
    kept = veiled(run(), prediction={"mri": "yes, it would"})
    x, y = said(kept)["<b>✓</b>"]
    left, top, right, low = spots()["boxes"]["mri"]
    assert left < x < right and low < y < top


def test_the_readers_signs_stand_at_the_tests_as_long_as_the_question_is_theirs():
    mine = {"mri": "yes, it would", "history": "no, it would not"}
    shown = said(figure(run(), prediction=mine))
    for sign, test in (("✓", "mri"), ("✗", "history")):
        x, y = shown[f"<b>{sign}</b>"]
        left, low, right, high = shapes.cell(test)
        assert left < x < right and low < y < high
    assert "<b>✓</b>" not in said(figure(run(question="bone"), prediction=mine))


def test_a_ring_is_round_each_sign_that_the_table_does_not_share():
    name = "Signs that the table does not share"
    right = answers(run())
    assert not pieces(shape(figure(run(), prediction=right), name)["path"])
    for test in THINGS:
        other = next(one for one in SIGNS if one != right[test])
        drawn = figure(run(), prediction={**right, test: other})
        ((x, y),) = centres(shape(drawn, name)["path"])
        left, low, edge, high = shapes.cell(test)
        assert left < x < edge and low < y < high
    wrong = {test: next(one for one in SIGNS if one != said_) for test, said_ in right.items()}
    assert not pieces(shape(figure(run(who="fall"), prediction=wrong), name)["path"])


# The run and the words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("chosen", [{"question": "root"}, {"question": "muscle", "test": "emg"}, {"below": "early"}])
def test_each_week_of_the_run_is_drawn_as_it_would_be_alone(chosen):
    result = run(**chosen)
    packed = frames(result).packed(figure(result))
    assert packed["count"] == 37 and packed["controls"]["week"][-1] == 12
    for number in range(0, 37, 3):
        alone = run(**chosen, week=float(number // 3))
        assert packed["sentences"][number] == sentence(alone)
        drawn = figure(alone)
        for column in packed["arrays"]:
            place, values = column["path"], column["values"]
            if place[-1] in ("path", "fillcolor", "text", "color") and column["size"] == 0:
                here = drawn
                for step in place:
                    here = here[step]
                assert values[number] == here if isinstance(here, str) else list(values[number]) == list(here)


def test_a_run_lights_the_needle_in_week_three_and_parts_the_roads_in_week_six():
    explorer = spine_edu.WhichTest(ask_first=False, question="muscle", test="emg", week=0.0)
    explorer.step(2)
    assert not explorer.result.sees
    explorer.step(1)
    assert explorer.result.sees["nerve"] == "clear" and explorer.result.changes


def test_sentence_and_table_say_what_is_read_and_what_is_ours():
    for question in OPTIONS["question"]:
        rows = table(run(question=question)).rows
        assert [row[0] for row in rows][2:5] == ["MRI", "CT", "X-ray"] and len(rows) == 7
        assert all("abstract" in row[-1] or "full text" in row[-1] or "our words" in row[-1] for row in rows)
    assert "invented for teaching" in sentence(run(question="muscle", test="emg", week=4.0))
    early = table(run(below="early")).rows
    assert len(early) == 6 and all(row[1] in ("a lot was drawn", "only watched") for row in early)
    assert not re.search(r"(?<!\w)-\d", str(table(run(below="early"))))


def test_what_a_test_cannot_show_follows_the_verb():
    """No cell is a sentence of its own, which "It cannot show ..." would turn into its opposite."""
    for row in data.table("diagnosis_tests"):
        first = row.cannot.split(":")[0].split(".")[0]
        assert not re.search(r"(?<!that )\b(strays|tells|clears)\b|; and|;", first), row.cannot


def test_no_scan_is_no_reason_for_what_is_no_scan():
    for question in OPTIONS["question"]:
        for test in set(OPTIONS["test"]) - set(PICTURES):
            for week in (0.0, 2.0, 8.0):
                assert "NICE" not in run(question=question, test=test, week=week).plan.why


def test_a_needle_that_is_dark_answers_later():
    assert "Later it answers it well" in sentence(run(question="muscle", test="emg", week=2.0))
    assert "Later" not in sentence(run(question="muscle", test="emg", week=3.0))
    assert "Later" not in sentence(run(test="none"))


@pytest.mark.parametrize("question", OPTIONS["question"])
@pytest.mark.parametrize("test", ["xray", "ct", "mri"])
def test_a_picture_of_the_bone_does_not_lead_to_a_picture_of_the_bone(question, test):
    result = run(who="fall", question=question, test=test)
    assert result.changes and "a picture of the bone" not in (result.plan.found_plan, result.plan.clear_plan)
    assert not result.offers_early and "below" in idle(result)


def test_early_pictures_are_told_by_side_and_their_measures_stand_in_the_table():
    told = sentence(run(below="early"))
    assert all(called(row) in told for row in studies("mri")) and "stands in the table" in told
    rows = {row[0]: " ".join(row) for row in table(run(below="early")).rows}
    assert any("points of the Aberdeen score" in row and "−5.92 to −1.32" in row for row in rows.values())
    assert any("dollars" in row for row in rows.values())
    xray = run(below="early", test="xray")
    assert "Kendrick 2001 did worse at first" in sentence(xray)
    assert "1.26 (1 to 1.6)" in {row[0]: " ".join(row) for row in table(xray).rows}["Kendrick 2001"]


def test_a_press_on_a_test_lifts_the_veil_once_the_answer_is_kept():
    explorer = spine_edu.WhichTest(ask_first=True)
    assert explorer.touches() == {}
    explorer.predict(dict.fromkeys(THINGS, "yes, it would"))
    assert set(explorer.touches()["things"]) == {f"test:{test}" for test in THINGS}
    explorer.clicked("test:ct")
    assert explorer.state.test == "ct" and not explorer.veiled
    explorer.forget()


def test_weeks_of_the_run_are_short_numbers():
    weeks = frames(run(question="root")).packed(figure(run(question="root")))["controls"]["week"]
    assert all(len(f"{week:g}") <= 4 for week in weeks)


def test_a_and_this_are_compared():
    held, now = run(test="xray", question="bone"), run(test="mri", question="root", week=8.0)
    assert "X-ray" in compare(held, now) and "changes nothing" in compare(held, now)


def test_the_table_agrees_with_a_prediction_test_by_test():
    explorer = spine_edu.WhichTest(ask_first=True)
    explorer.predict({"mri": "yes, it would", "history": "yes, it would"})
    explorer.look()
    assert explorer.told().model == "The table agrees with 1 of your 2" and "MRI" in explorer.told().apart
