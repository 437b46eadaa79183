"""Chances in whole people: everybody is counted once, Bayes within rounding, both ways to err, and what is drawn."""

import json
import math
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.diagnosis.chances import chips, rooms
from spine_edu.diagnosis.chances.figure import COLUMNS, CROWD, ROWS, figure, frames, grips, touches, veiled
from spine_edu.diagnosis.chances.model import (
    TARGETS,
    ChancesState,
    accuracies,
    chance,
    combined,
    count,
    priors,
    simulate,
    together,
    whole,
)
from spine_edu.diagnosis.chances.words import about, compare, idle, of_many, sentence, table
from spine_edu.theme import THEMES
from tests.drawn import on_track, said, shape, trace

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "06_diagnosis.ipynb"
ROWS_OF_TESTS = data.table("diagnosis_accuracy")
KEYS = list(accuracies())
SHARES = st.floats(0, 1)
CROWDS = st.sampled_from([100, 1000, 10_000])
STATES = st.builds(
    ChancesState,
    test=st.sampled_from(KEYS),
    have=st.integers(1, 99).map(float),
    crowd=CROWDS.map(str),
    second=st.sampled_from(["none", *KEYS]),
    rule=st.sampled_from(["both", "either"]),
    ends=st.sampled_from(["value", "low", "high"]),
)


def crowd(**chosen):
    return simulate(ChancesState(**chosen))


# Whole people ---------------------------------------------------------------------------------------------------------


@given(CROWDS, st.integers(1, 99), SHARES, SHARES)
def test_everybody_is_counted_once(people, have, sensitivity, specificity):
    counts = count(people, have, sensitivity, specificity)
    parts = (counts.found, counts.missed, counts.false, counts.clear)
    assert all(isinstance(part, int) and part >= 0 for part in parts) and sum(parts) == people
    assert counts.positive == counts.found + counts.false and counts.positive + counts.negative == people
    assert counts.found + counts.missed == have


@given(CROWDS, st.integers(1, 99), SHARES, SHARES)
def test_whole_people_say_what_bayes_says_within_their_rounding(people, have, sensitivity, specificity):
    counts = count(people, have, sensitivity, specificity)
    for number, exact in ((counts.found, have * sensitivity), (counts.false, (people - have) * (1 - specificity))):
        assert abs(number - exact) <= 0.5 + 1e-6
    after = chance(have / people, sensitivity, specificity)
    if counts.positive:
        # Each of the two numbers is at most half a person away.
        true, false = have * sensitivity, (people - have) * (1 - specificity)
        low = max(true - 0.5, 0) / (max(true - 0.5, 0) + false + 0.5)
        high = (true + 0.5) / (true + 0.5 + max(false - 0.5, 0)) if true + 0.5 else 1
        assert low - 1e-6 <= counts.found / counts.positive <= high + 1e-6
        assert after is None or low - 1e-6 <= after <= high + 1e-6


@given(st.floats(0.001, 0.999), st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_both_results_together_give_back_the_chance_before(before, sensitivity, specificity):
    share = before * sensitivity + (1 - before) * (1 - specificity)
    after, without = (chance(before, sensitivity, specificity, positive) for positive in (True, False))
    assert share * after + (1 - share) * without == pytest.approx(before)
    assert (after >= before - 1e-12) == (sensitivity >= 1 - specificity - 1e-12) or after == pytest.approx(before)


def test_halves_of_people_are_rounded_upwards():
    assert [whole(number) for number in (0.5, 1.5, 2.5, 0.49)] == [1, 2, 3, 0]


def test_nobody_with_a_result_has_no_chance():
    assert chance(0.2, 0, 1) is None and of_many(None).startswith("unknown")


# Two tests ------------------------------------------------------------------------------------------------------------


@given(SHARES, SHARES, SHARES, SHARES)
def test_how_two_tests_err_lies_within_what_is_possible(s1, p1, s2, p2):
    both, either = combined((s1, p1), (s2, p2)), combined((s1, p1), (s2, p2), "either")
    for number, (one, other) in enumerate(((s1, s2), (1 - p1, 1 - p2))):
        apart, alike = ((1 - pair[1] if number else pair[0]) for pair in (both["independent"], both["alike"]))
        assert max(0, one + other - 1) - 1e-9 <= apart <= alike + 1e-9
        assert alike == pytest.approx(min(one, other))
        wide, narrow = ((1 - pair[1] if number else pair[0]) for pair in (either["independent"], either["alike"]))
        assert max(one, other) - 1e-9 <= narrow <= wide + 1e-9
        # Whoever is positive in one of them or in the other is counted once.
        assert apart + wide == pytest.approx(one + other) and alike + narrow == pytest.approx(one + other)


def test_the_same_test_twice_tells_nothing_new_if_it_errs_alike():
    once, twice = crowd(), crowd(second="raise_scan")
    assert twice.worlds[1].counts == once.worlds[0].counts
    assert twice.worlds[0].counts.positive < once.worlds[0].counts.positive
    assert "the same test again" in sentence(twice)


def test_what_was_counted_together_lies_between_both_ways_to_err():
    """Raison 2014: 206 people, both signs positive in 27 of 100 with it, negative in 92 of 100 without."""
    result = crowd(test="bladder_emergency", second="saddle_emergency", have=16.0)
    assert together("saddle_emergency", "bladder_emergency") == (0.27, 0.92)
    apart, alike = (world.counts.positive for world in result.worlds)
    assert apart < result.counted.counts.positive < alike
    shares = [chance(result.before, world.sensitivity, world.specificity) for world in result.worlds]
    assert shares[1] < chance(result.before, 0.27, 0.92) < shares[0]
    assert crowd(test="bladder_emergency", second="saddle_emergency", rule="either").counted is None


def test_a_second_test_of_something_else_is_left_out():
    result = crowd(second="saddle_referred")
    assert result.second is None and len(result.worlds) == 1 and "rule" in idle(result)


# What was published ---------------------------------------------------------------------------------------------------


def test_what_the_papers_reported():
    """Capra 2011, van der Windt 2010, Al Nezari 2013, Wassenaar 2012, Kim 2018, Huang 2023, Raison 2014."""
    published = {
        "raise_scan": (0.36, 0.74),
        "raise_surgery": (0.92, 0.28),
        "crossed_surgery": (0.28, 0.9),
        "feeling_surgery": (0.4, 0.59),
        "feeling_scan": (0.32, 0.72),
        "strength_scan": (0.4, 0.62),
        "reflex_surgery": (0.29, 0.78),
        "mri_surgery": (0.75, 0.77),
        "mri_newer": (0.89, 0.83),
        "ct_surgery": (0.813, 0.771),
        "saddle_referred": (0.6, 0.67),
        "bladder_emergency": (0.65, 0.73),
        "past_cancer_doctor": (0.31, 0.98),
    }
    assert {key: accuracies()[key].shares() for key in published} == published


def test_the_studys_own_count_of_positives_is_that_of_its_shares():
    """Capra 2011: 741 of 2352 were positive; its printed predictive value of 0.69 does not follow."""
    sensitivity, specificity = accuracies()["raise_scan"].shares()
    assert 1305 * sensitivity + 1047 * (1 - specificity) == pytest.approx(741, abs=2)
    assert spine_edu.WholePeople.ask.answer(crowd()) == 63
    assert "if positive 63, if negative 51 of 100" in sentence(crowd())


def test_numbers_of_the_straight_leg_raise_stand_once():
    assert all((row.value is None) == bool(row.stands) for row in ROWS_OF_TESTS)
    stood = {row.test: row for row in data.table("treatment_tests")}
    for row in ROWS_OF_TESTS:
        if row.stands:
            assert stood[row.stands].measure == row.measure and stood[row.stands].source == row.source


@pytest.mark.parametrize("key", KEYS)
def test_each_test_has_both_numbers_whom_it_was_tried_in_and_a_word_for_where_they_were_read(key):
    test = accuracies()[key]
    assert len(test.rows) == 2 and test.target in TARGETS and priors(test.target)
    for row in test.rows:
        assert 0 < row.value < 1 and row.source and (row.low is None or row.low <= row.value <= row.high)
    told = sentence(crowd(test=key))
    assert test.who in told and ("not yet checked" in told) == test.remembered
    for row in test.rows:
        assert any(round(100 * row.value, 1) == cells[1] for cells in table(crowd(test=key)).rows)


def test_options_of_both_lists_are_the_tests_of_the_table():
    options = {
        name: [one.value for one in data.choice(f"diagnosis_chances.{name}").options] for name in ("test", "second")
    }
    assert options["test"] == KEYS and options["second"] == ["none", *KEYS]
    words = {one.value: one.text for one in data.choice("diagnosis_chances.test").options}
    assert all(words[key] == f"{test.sign}: {test.among}" for key, test in accuracies().items())


@pytest.mark.parametrize("row", data.table("diagnosis_priors"), ids=lambda row: row.prior)
def test_a_group_is_set_to_what_was_counted_in_it(row):
    exact = row.count / row.of * int(row.crowd) if row.of else None
    if exact is not None:
        assert abs(exact - row.have) <= 0.5 + 1e-9
    else:
        assert row.low - 0.5 <= row.have <= row.high + 0.5
    assert row.source and row.seen


def test_a_share_counted_in_a_hundred_is_known_again_in_a_thousand():
    told = sentence(crowd(have=70.0, crowd="1000"))
    assert "The 70 of 1,000 is the 7 of 100 from" in told and "your own number" not in told
    assert "your own number" in sentence(crowd(have=7.0, crowd="1000"))


def test_the_picture_of_the_exercise_shows_what_the_pencil_finds():
    cells = {cell["id"]: cell for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"]}
    pencil = "".join(cells["exercise-words"]["source"])
    shown = "".join(cells["exercise-solution"]["outputs"][0]["data"]["text/plain"])
    found = re.search(r"Of the ([\d,]+), (\d+) have a herniation.*?so in (\d+)\..*hurts in (\d+), and", pencil)
    of, have, true, positive = found.groups()
    assert f"of {of} people {have} have a herniation; {positive} are positive, and {true} of these have it" in shown


def test_ends_of_intervals_move_people_and_are_said():
    value, low = (crowd(test="raise_pilot", ends=ends).worlds[0].counts for ends in ("value", "low"))
    assert low.found < value.found and low.false > value.false
    assert "Lower ends" in sentence(crowd(test="raise_pilot", ends="low"))
    assert "ends" in idle(crowd(test="saddle_referred")) and "ends" not in idle(crowd(test="raise_pilot"))


def test_own_numbers_and_joined_papers_are_called_so():
    assert "your own number" in sentence(crowd(have=30.0)) and "Joined" in sentence(crowd(have=30.0))
    assert "same people" in sentence(crowd()) and "Joined" not in sentence(crowd())
    assert "Joined" in sentence(crowd(test="raise_surgery"))


def test_the_same_sign_in_other_people_is_another_test():
    assert "is another test" in compare(crowd(test="raise_surgery"), crowd())


# What is drawn --------------------------------------------------------------------------------------------------------


def bodies(path):
    return getattr(path, "places", ())


@settings(max_examples=60)
@given(STATES)
def test_as_many_people_are_drawn_as_there_are(state):
    result = simulate(state)
    paths = rooms.paths(result)
    everybody, others = bodies(paths["have it"]), bodies(paths["do not have it"])
    assert len(everybody) == result.have and len(set(everybody)) == result.have
    if result.crowd < rooms.GRAINS:
        assert len(others) == result.crowd - result.have and not set(others) & set(everybody)
    for world in result.worlds if len(result.worlds) == 2 else ():
        assert len(bodies(paths[f"have it, {world.name}"])) == world.counts.found
        if result.crowd < rooms.GRAINS:
            assert len(bodies(paths[f"do not have it, {world.name}"])) == world.counts.false
    if len(result.worlds) == 1:
        counts = result.worlds[0].counts
        assert sum(y > rooms.TOP for _, y in everybody) == counts.found
        if result.crowd < rooms.GRAINS:
            assert sum(y > rooms.TOP for _, y in others) == counts.false


@settings(max_examples=60)
@given(STATES)
def test_people_stay_in_the_picture_and_out_of_the_words(state):
    result = simulate(state)
    for name, path in rooms.paths(result).items():
        for x, y in bodies(path):
            assert 0 < x < rooms.WIDE and 0 < y < 16.4, name
            assert y < 5.6 or y > rooms.TOP


def area(path):
    """Return the area inside the outlines of a path of horizontal and vertical lines, in rooms."""
    total = 0
    for outline in re.findall(r"M([-\d.e]+),([-\d.e]+)H([-\d.e]+)V([-\d.e]+)H([-\d.e]+)V([-\d.e]+)H([-\d.e]+)Z", path):
        left, top, right, low, end, last, _ = map(float, outline)
        total += (right - left) * (low - top) + (end - left) * (last - low)
    return total


@settings(max_examples=60)
@given(st.integers(1, 99), st.sampled_from(KEYS))
def test_an_area_holds_a_grain_for_each_of_ten_thousand(have, key):
    result = crowd(test=key, have=float(have), crowd="10000")
    grain = 0.08 * 0.08
    assert area(rooms.paths(result)["do not have it"]) / grain == pytest.approx(10_000 - have, abs=12)


def letters(path):
    return re.sub(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", "", path)


@pytest.mark.parametrize("people", ["100", "1000", "10000"])
def test_people_walk_when_only_the_test_is_another_one(people):
    """The face moves outlines of the same letters; it cannot where their number changes."""
    one, other = (figure(crowd(test=key, crowd=people)) for key in ("raise_scan", "raise_surgery"))
    for name in ("have it", "do not have it"):
        first, second = shape(one, name)["path"], shape(other, name)["path"]
        assert first != second and letters(first) == letters(second)
    assert one["layout"]["meta"]["walk"] > 300


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("people", ["100", "10000"])
def test_the_numbers_in_the_picture_are_those_of_the_people(theme, people):
    result = crowd(crowd=people)
    counts, words = result.worlds[0].counts, said(figure(result, theme=theme), "words at the people")
    shown = {re.sub("<.*?>|,", "", text) for text in words}
    assert {f"Positive: {counts.positive}", f"Negative: {counts.negative}", f"{counts.missed} missed"} <= shown
    assert {f"{counts.found} have it", f"{counts.false} do not", f"{result.have} of {people} have it"} <= shown


@pytest.mark.parametrize("people", ["100", "1000", "10000"])
@pytest.mark.parametrize("have", [1, 7, 20, 21, 40, 55, 99])
def test_the_handle_lies_behind_the_last_of_those_who_have_it(people, have):
    result = crowd(crowd=people, have=float(have))
    ill, _ = rooms.home(result.crowd, have)
    x, y = ill.block.place(have - 1, 0, 0)
    assert on_track(grips(result)[0], have) == pytest.approx((x + ill.block.across / 2, y))
    assert grips(result)[0]["telling"]


def nearest(track, x, y):
    """Return the value at the place of a track that is nearest to a point, as the face finds it."""
    best = []
    for (low, left, top), (high, right, bottom) in zip(track, track[1:], strict=False):
        wide, tall = right - left, bottom - top
        share = min(1, max(0, ((x - left) * wide + (y - top) * tall) / (wide * wide + tall * tall or 1)))
        best.append((math.hypot(x - left - share * wide, y - top - share * tall), low + share * (high - low)))
    return min(best)[1]


@pytest.mark.parametrize("people", ["100", "1000", "10000"])
def test_a_hand_at_a_person_has_the_number_of_that_person(people):
    """Also between the rows, and left and right of them."""
    result = crowd(crowd=people)
    track, block = grips(result)[0]["track"], rooms.home(result.crowd, 99)[0].block
    for person in range(1, 99):
        x, y = block.place(person, 0, 0)
        for above in (-0.4, 0, 0.4):
            near = nearest(track, x + block.across / 2, y + above * block.down)
            assert near == pytest.approx(person + 1, abs=1e-6), person
        row = person // block.columns
        assert nearest(track, -2, y) == pytest.approx(max(1, row * block.columns), abs=0.01)
        assert nearest(track, 25, y) == pytest.approx(min(99, (row + 1) * block.columns), abs=0.01)


@settings(max_examples=60)
@given(STATES)
def test_every_name_can_be_pressed_and_leads_to_what_it_says(state):
    result, explorer = simulate(state), spine_edu.WholePeople(ask_first=False)
    explorer.set(**vars(state))
    things = touches(result)["things"]
    assert len(things) == len(list(chips.plates(result))) >= 2
    for chooses, chosen, _, (left, top, right, bottom) in chips.plates(result):
        assert 0 <= left < right <= rooms.WIDE + 1e-9 and ROWS[0] < top < bottom < ROWS[1] and right < COLUMNS[1]
        explorer.set(**vars(state))
        explorer.clicked(chooses)
        assert next(now for same, now, *_ in chips.plates(explorer.result) if same == chooses)
        assert chosen == (explorer.state == state) or chooses.startswith("test")


def test_frames_go_from_nobody_to_everybody():
    for chosen in ({}, {"second": "reflex_scan"}, {"crowd": "10000"}):
        result = crowd(**chosen)
        run, whole_picture = frames(result), figure(result)
        packed = run.packed(whole_picture)
        assert packed["count"] == 13 and packed["sentences"][-1] == sentence(result)
        first, last = rooms.paths(result, 0), rooms.paths(result, 1)
        assert last == rooms.paths(result)
        if not chosen:
            assert all(y < 6 for _, y in first["have it"].places + first["do not have it"].places)


def test_the_question_shows_a_hundred_and_none_of_the_answer():
    picture = veiled(crowd())
    assert len(shape(picture, "people with a positive test")["path"].places) == len(CROWD["places"]) == 100
    assert shape(veiled(crowd(), prediction=85), "as many as you said")
    assert not trace(figure(crowd()), "what is dotted")["text"][0]
    assert "85" in trace(figure(crowd(), prediction=85), "what is dotted")["text"][0]
    assert not trace(figure(crowd(have=30.0), prediction=85), "what is dotted")["text"][0]


def test_words_say_small_chances_in_whole_people():
    assert [of_many(share) for share in (0.633, 0.0149, 0.0051, 0.0008, 0)] == [
        "63 of 100",
        "1 of 100",
        "5 of 1,000",
        "8 of 10,000",
        "nobody",
    ]


# What may be said -----------------------------------------------------------------------------------------------------


def words_of(moment):
    return {re.sub("<.*?>|,", "", text) for text in moment}


def test_who_has_not_been_tested_is_not_negative():
    for chosen in ({}, {"crowd": "10000"}, {"test": "mri_surgery"}):
        run = frames(crowd(**chosen)).packed(figure(crowd(**chosen)))
        (texts,) = (array["values"] for array in run["arrays"] if array["path"][-1] == "text")
        moments = [words_of(moment) for moment in texts]
        for moment in moments[:-1]:
            assert not any("Negative" in text or "missed" in text for text in moment)
        assert any(text.startswith("Negative") for text in moments[-1])


@settings(max_examples=100)
@given(STATES)
def test_a_chance_has_people_and_is_about_where_these_are_another_share(state):
    result = simulate(state)
    for world in result.rooms:
        for positive in (True, False):
            counts = world.counts
            some, everybody = (counts.found, counts.positive) if positive else (counts.missed, counts.negative)
            after = result.after(world, positive)
            assert (after is None) == (everybody == 0)
            if after is not None:
                scale = int(of_many(after).split(" of ")[1].replace(",", "")) if after else 10_000
                assert bool(about(result, world, positive)) == (abs(some / everybody - after) * scale >= 1)


def test_nobody_positive_has_no_chance():
    told = sentence(crowd(test="steroids_doctor", have=3.0))
    assert "nobody is positive" in told and "if positive" not in told
    assert not spine_edu.WholePeople.checks["sure"](crowd(test="steroids_doctor", have=3.0))


@pytest.mark.parametrize("key", KEYS)
def test_a_test_that_tells_nothing_is_called_so(key):
    test = accuracies()[key]
    sensitivity, specificity = test.shares()
    assert ("no better than a coin" in sentence(crowd(test=key))) == (sensitivity + specificity <= 1 + 1e-9)
    drawn = " ".join(said(figure(crowd(test=key)), "words at the people"))
    assert ("no better than a coin" in drawn) == ("no better than a coin" in sentence(crowd(test=key)))


def test_the_second_sign_of_noor_tells_nothing_and_its_scenario_says_so():
    result = crowd(second="reflex_scan")
    first = crowd()
    independent, alike = (result.after(world) for world in result.worlds)
    assert independent == pytest.approx(first.after(first.worlds[0])) and alike == pytest.approx(
        result.before, abs=0.01
    )
    notice = next(row.notice for row in data.table("scenarios") if row.name == "Noor’s two signs")
    assert "63 of 100" in notice and "55" in notice and "few are left" not in notice


def test_what_was_counted_stands_between_both_ways():
    result = crowd(test="bladder_emergency", second="saddle_emergency", have=16.0)
    assert [world.name for world in result.rooms] == ["independent", "counted", "alike"]
    text = words_of(said(figure(result), "words at the people"))
    assert {"Independent: 6", "Counted: 11", "Alike: 15"} <= text
    assert {f"about {many} of 100" for many in (49, 39, 28)} <= text


def test_names_keep_their_capitals_in_the_title():
    assert table(crowd(test="mri_surgery")).caption.startswith("MRI:")
    assert table(crowd(test="emg_older")).caption.startswith("Needle EMG:")


def test_the_guess_stands_in_its_own_hundred():
    picture = figure(crowd(), prediction=76)
    have, others = (shape(picture, name)["path"].places for name in ("asked: have it", "asked: do not"))
    assert len(have) == 63 and len(others) == 37
    assert shape(picture, "as many as you said")["path"] == rooms.guessed(76)
    assert area(rooms.guessed(76)) / (0.4 * 0.66) == pytest.approx(76)
