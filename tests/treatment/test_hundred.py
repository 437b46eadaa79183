"""A hundred people of a trial: the published counts, the course between them, who stands where, and the words."""

import itertools
import json
import re
from array import array
from math import inf, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.explorer.wire import pack
from spine_edu.theme import LIGHT, THEMES
from spine_edu.treatment.hundred import crowd, timeline
from spine_edu.treatment.hundred.figure import PLAYED, figure, frames, grips, veiled
from spine_edu.treatment.hundred.model import BETTER, PEOPLE, HundredState, simulate
from spine_edu.treatment.hundred.words import compare, followed, idle, sentence, table, verdict
from spine_edu.treatment.paths import WEEKS, path, week_of, weeks_of
from tests.drawn import hidden, said, shape, trace

ROWS = data.table("treatment_shares")
PATHS = [option.value for option in data.choice("treatment_hundred.path").options]
COUNTED = sorted({row.path for row in ROWS})
STATES = st.builds(
    HundredState,
    path=st.sampled_from(PATHS),
    week=st.integers(0, WEEKS).map(float),
    reading=st.sampled_from(["assigned", "treated"]),
    seed=st.integers(1, 99).map(float),
)


def walk(**settings_):
    return simulate(HundredState(**settings_))


def drawn(theme=LIGHT, held=None, prediction=None, **settings_):
    return figure(walk(**settings_), theme=theme, held=held, prediction=prediction)


# The published counts -------------------------------------------------------------------------------------------------


def test_what_the_trials_reported():
    """Peul 2007 and 2008, Vroomen 1999, Bailey 2020 and 2021, Carette 1997: abstracts."""
    counted = {(row.path, row.measure, row.week): (row.count, row.of) for row in ROWS if row.kind == "counted"}
    assert counted["wait", "operated", 52] == (55, 142) and counted["wait", "operated", 104] == (62, 142)
    assert counted["early", "operated", 52] == (125, 141)
    assert counted["bed", "better", 2] == (64, 92) and counted["up", "better", 2] == (59, 91)
    assert counted["late_operation", "operated", 52] == (56, 64)
    assert next(row for row in ROWS if row.path == "late_wait" and row.week == 104).count == 22
    assert [path(key).row("operated").share for key in ("injection", "dummy")] == [25.8, 24.8]


def test_a_share_is_that_of_its_count_and_its_interval_is_wilsons():
    for row in ROWS:
        if row.count is not None and row.of is not None:
            assert row.share == pytest.approx(100 * row.count / row.of, abs=0.051), row
        if row.interval == "Wilson":
            share = row.count / row.of if row.count is not None else row.share / 100
            middle = (share + 1.96**2 / (2 * row.of)) / (1 + 1.96**2 / row.of)
            half = 1.96 * sqrt(share * (1 - share) / row.of + 1.96**2 / (4 * row.of**2)) / (1 + 1.96**2 / row.of)
            assert (row.low, row.high) == pytest.approx((100 * (middle - half), 100 * (middle + half)), abs=0.06), row
        assert (row.low is None) == (row.interval == "none")


def test_every_number_says_where_it_was_read_or_that_it_is_placed_or_remembered():
    for row in ROWS:
        assert bool(row.seen) == (row.basis != "assumed" and row.kind != "memory"), row
        assert row.note and (row.source or row.kind == "placed")


def test_both_groups_of_a_trial_name_each_other():
    for trial in {row.trial for row in ROWS}:
        groups = {(row.arm, row.comparator, row.who) for row in ROWS if row.trial == trial}
        assert len(groups) == 2 and len({who for _, _, who in groups}) == 1, trial


# The course between them ----------------------------------------------------------------------------------------------

cohort = pytest.importorskip("spine_edu.treatment.cohort")


@pytest.mark.parametrize("key", COUNTED)
def test_a_large_group_lies_within_the_interval_of_every_count(key):
    rows = [row for row in path(key).rows if row.measure in ("operated", "better") and row.week <= WEEKS]
    weeks = sorted({row.week for row in rows})
    group = cohort.follow(key, weeks, people=200_000, seed=5)
    for row in rows:
        share = getattr(group, row.measure)[weeks.index(row.week)]
        assert row.low is None or row.low <= share <= row.high, row
        # The median of an abstract lies between two stretches of the records, a person of the 142 beside them.
        near = 0.7 if path(key).records and row.kind == "half" else 0.3
        assert share == pytest.approx(row.share, abs=near), row


def test_a_large_group_is_operated_on_in_the_weeks_of_the_records():
    """Peul 2007, by four weeks: near each sum, and all 55 within the year as the abstract says."""
    records, done = path("wait").records, 0
    group = cohort.follow("wait", [row.end for row in records if row.end <= 48], people=200_000, seed=5)
    assert len(records) == 14 and not path("early").records
    for row, share in zip(records, group.operated, strict=False):
        done += row.operated
        assert share == pytest.approx(100 * done / row.n, abs=0.3), row
        assert abs(share / 100 - done / row.n) < 1.96 * sqrt(done / row.n * (1 - done / row.n) / row.n)
    assert done == 52 and sum(row.operated for row in records) == 55


@pytest.mark.parametrize(
    ("key", "until", "mean"),
    [("wait", 52, 18.7), ("early", 52, 2.2), ("late_wait", 104, 53), ("late_operation", 52, 3)],
)
def test_the_mean_week_of_the_operations_is_the_published_one(key, until, mean):
    """Peul 2007: 18.7 and 2.2 weeks; Bailey 2021: 53 and 3 weeks. The records of those who wait say it to a week."""
    near = 0.7 if path(key).records else 0.35
    assert cohort.follow(key, [until], people=100_000).mean_operation == pytest.approx(mean, abs=near)


def test_the_spread_of_late_operations_was_not_put_in():
    """Bailey 2021 reports a standard deviation of 24 weeks."""
    weeks = [week_of(path("late_wait").courses()["operated"], rank / 10_000) for rank in range(10_000)]
    weeks = [week for week in weeks if week < inf]
    mean = sum(weeks) / len(weeks)
    assert sqrt(sum((week - mean) ** 2 for week in weeks) / len(weeks)) == pytest.approx(24, abs=4)


def test_as_many_get_better_without_an_operation_as_were_counted():
    """60 of 100 who waited, within the year; 11 of 100 before their early operation."""
    for key, week, share in (("wait", 52, 60), ("early", 2, 11)):
        assert 100 * path(key).alone[week * 10] == pytest.approx(share, abs=0.1)
    group = cohort.follow("wait", [52], people=100_000)
    assert group.better[0] - group.better_operated[0] == pytest.approx(60, abs=0.5)


@pytest.mark.parametrize("key", COUNTED)
def test_nobody_is_operated_on_who_is_better_before_the_last_count_of_those(key):
    courses = path(key).courses()
    for rank in range(1000):
        operated, better, worse = weeks_of(courses, (rank + 0.5) / 1000)
        assert better > 0 and operated > 0 and worse > better if better < inf else worse == inf
        assert not better < operated <= path(key).better_until
    if path(key).operated and path(key).better:
        shares = zip(path(key).operated, path(key).better, path(key).alone, strict=True)
        assert all(better - alone <= operated + 1e-9 for operated, better, alone in shares)


@given(st.sampled_from(COUNTED), st.lists(st.floats(0.001, 0.999), min_size=1, max_size=30))
def test_many_at_once_are_the_same_people_one_by_one(key, ranks):
    import numpy as np

    courses = path(key).courses()
    together = zip(*cohort._times(np, courses, np.array(ranks)), strict=True)
    for rank, found in zip(ranks, together, strict=True):
        assert tuple(map(float, found)) == pytest.approx(weeks_of(courses, rank), abs=1e-3)


def test_the_same_seed_gives_the_same_people_however_they_are_worked_on(monkeypatch):
    one = cohort.follow("wait", range(1, 105), people=12_345, seed=7)
    assert one == cohort.follow("wait", range(1, 105), people=12_345, seed=7)
    assert one != cohort.follow("wait", range(1, 105), people=12_345, seed=8)
    monkeypatch.setattr(cohort, "CHUNK", 1000)
    again = cohort.follow("wait", range(1, 105), people=12_345, seed=7)
    assert (one.operated, one.better, one.better_operated) == (again.operated, again.better, again.better_operated)


def test_small_groups_differ_by_chance_about_as_much_as_the_interval_says():
    """Of 300 groups of 142 people about 19 in 20 lie within Wilson's interval of the trial's own share."""
    row = path("wait").row("operated")
    inside = sum(
        row.low <= cohort.follow("wait", [104], people=142, seed=seed).operated[0] <= row.high for seed in range(300)
    )
    assert 0.9 <= inside / 300 <= 0.99


def test_memory_does_not_grow_with_the_group():
    import tracemalloc

    def peak(people):
        tracemalloc.start()
        cohort.follow("wait", range(1, 105), people=people)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    cohort.follow("wait", [1], people=10)
    assert peak(400_000) < 1.2 * peak(100_000)


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"key": "luck"}, "no path 'luck'"),
        ({"key": "tablets"}, "Nobody counted"),
        ({"people": 0}, "whole number of at least 1"),
        ({"people": 2.0}, "whole number"),
        ({"seed": True}, "whole number of at least 0"),
        ({"weeks": []}, "one at least"),
        ({"weeks": [3, 3]}, "must rise"),
        ({"weeks": [-1, 3]}, "from 0 on"),
    ],
)
def test_a_group_that_cannot_be_followed(given_, words):
    with pytest.raises(ValueError, match=words):
        cohort.follow(**{"key": "wait", "weeks": [52], **given_})


# The hundred ----------------------------------------------------------------------------------------------------------


def test_the_question():
    result = walk(week=104.0)
    assert result.counts().operated == 44 and path("wait").row("operated").count == 62
    explorer = spine_edu.HundredPeople(ask_first=True)
    assert explorer.ask.answer(explorer.asked_result) == 44


@pytest.mark.parametrize("row", [row for row in ROWS if row.week <= WEEKS], ids=lambda row: f"{row.path} {row.week:g}")
def test_the_hundred_stand_at_the_published_counts(row):
    if row.measure in ("operated", "better"):
        found = getattr(walk(path=row.path, week=float(row.week)).counts(), row.measure)
        assert found == pytest.approx(row.share, abs=0.71), "rounded to whole people"


@settings(max_examples=60)
@given(STATES)
def test_one_denominator(state):
    result = simulate(state)
    counts = result.counts()
    (stayed, all_stayed), (walked, all_walked) = counts.sides
    assert all_stayed + all_walked == PEOPLE
    if counts.better is not None:
        assert stayed + walked == counts.better and 0 <= stayed <= all_stayed and 0 <= walked <= all_walked
    assert counts.unwanted is None or counts.unwanted <= counts.operated
    assert counts.not_content in (None, 20)


@settings(max_examples=30)
@given(STATES, st.integers(1, 99))
def test_another_seed_moves_people_and_changes_no_count_of_operations_or_of_those_better(state, seed):
    one, other = (simulate(each).counts() for each in (state, state.replace(seed=float(seed))))
    assert (one.operated, one.better, one.better_operated) == (other.operated, other.better, other.better_operated)
    assert simulate(state).people == simulate(state).people


def test_nobody_walks_back():
    for key in PATHS:
        counts = [walk(path=key, week=float(week)).counts().operated or 0 for week in range(0, WEEKS + 1, 4)]
        assert counts == sorted(counts)


def test_those_better_can_become_fewer():
    """Luijsterburg 2008: with the doctor alone 62 of 100 after 3 months, 56 after a year."""
    assert [walk(path="doctor", week=float(week)).counts().better for week in (12, 52)] == [62, 56]


def test_unwanted_effects_and_those_not_content():
    assert [walk(path=key, week=104.0).counts().unwanted for key in ("wait", "early")] == [1, 1]
    assert walk(path="late_operation", week=104.0).counts().unwanted == 10, "9 of 78, of the 87 operated on"
    result = walk(week=104.0)
    assert all(person.not_content for person in result.people if person.better == inf)
    assert walk(week=103.0).counts().not_content is None


@pytest.mark.parametrize(
    ("settings_", "words"), [({"path": "luck"}, "not an option"), ({"week": 105}, "outside"), ({"seed": 0}, "outside")]
)
def test_bad_input(settings_, words):
    with pytest.raises(ValueError, match=words):
        HundredState(**settings_)


# The drawing ----------------------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(STATES)
def test_everybody_stands_on_one_side_or_walks_between(state):
    result = simulate(state)
    fig, counts = figure(result), result.counts()
    where = [crowd.spots(result, state.week)[place] for place in range(PEOPLE)]
    way, still = [spot for spot in where if spot[2]], [spot for spot in where if not spot[2]]
    left, right = [s for s in still if s[0] <= 9.5], [s for s in still if s[0] >= crowd.RIGHT]
    assert len(left) + len(way) + len(right) == PEOPLE and len(right) == (counts.operated or 0)
    assert all(0 <= x <= 22 and 0 <= y <= 9 for x, y, _ in way)
    assert all(x == crowd.AISLE or y == pytest.approx(round(y), abs=1e-6) for x, y, _ in way), (
        "along rows and the aisle"
    )
    assert crowd.on_the_way(result, state.week) == len(way)
    words = said(fig, "words at the people")
    assert (
        f"Not operated on: <b>{len(left) + len(way)}</b>" if counts.operated is not None else "Told so: <b>100</b>"
    ) in words


def test_people_walk_from_their_own_place_to_their_new_one_without_a_leap():
    result = walk()
    weeks = [step / 20 for step in range(20 * 53)]
    places = [[spot[:2] for spot in crowd.spots(result, week)] for week in weeks]
    for before, after in itertools.pairwise(places):
        assert all(abs(a - x) + abs(b - y) < 4 for (a, b), (x, y) in zip(before, after, strict=True))
    gone = sum(one != other for one, other in zip(places[0], places[-1], strict=True))
    assert gone >= result.counts(52).operated


@pytest.mark.parametrize("key", COUNTED)
def test_a_press_on_a_person_rings_them_and_leaves_the_week(key):
    result = walk(path=key)
    found = crowd.places(result)
    assert len(found) == PEOPLE + len(result.queue) == len({spot[:2] for spot in found})
    for column, row, person in found:
        week = 0.0 if column < crowd.RIGHT else float(WEEKS)
        assert (column, row) == crowd.spots(result, week)[person - 1][:2]
    explorer = spine_edu.HundredPeople(ask_first=False, path=key, week=30)
    targets = trace(explorer.drawn, "people to press")
    explorer.clicked(targets["customdata"][3])
    assert explorer.state.person == 4 and explorer.state.week == 30
    assert trace(explorer.drawn, "people to press") == targets, "nothing of it is sent again"


@settings(max_examples=40)
@given(STATES, st.integers(1, PEOPLE))
def test_the_ring_goes_with_the_one_who_is_followed_and_words_say_when_they_turn(state, person):
    result = simulate(state.replace(person=float(person)))
    fig, words = figure(result), followed(result)
    if not result.path.rows:
        assert hidden(fig, crowd.FOLLOWED) and not words and "person" in idle(result)
        return
    place = crowd.spots(result, state.week)[person - 1][:2]
    assert shape(fig, crowd.FOLLOWED)["path"].places == (place,)
    assert words in said(fig, "words at the time line") and words in sentence(result) and not idle(result)
    one = result.people[person - 1]
    if result.path.operated and one.operated < inf:
        week = int(re.search(r"operated on in week (\d+)", words)[1])
        assert week - 1 < one.operated <= week
    if result.path.better:
        assert ("not better by" in words) == (one.better == inf)


def test_a_person_who_is_followed_is_told_about():
    assert followed(walk(person=37.0)) == "Ringed: operated on in week 11, better in week 17"
    assert followed(walk(path="bed", person=37.0)) == "Ringed: operated on in week 9, not better by week 12"
    assert followed(walk()) == "" and walk().followed is None
    late = said(drawn(week=60.0), "words at the time line")
    assert "Pale people: last counted in week 52" in late
    assert not any("Press" in text for text in said(drawn())), "a still has nothing to press"


def heads(fig, name, half=0.43, below=False):
    """How many people a shape holds, those of the key left out: each has one head, a circle of its own size."""
    if hidden(fig, name):
        return []
    radius = (0.32 if name in crowd.MARKS else 0.34) * half
    rows = [part.split("C")[0] for part in shape(fig, name)["path"].split("M") if "S" in part]
    spots = [tuple(map(float, row.split(","))) for row in rows]
    return [(x + radius, y) for x, y in spots if (y > 14 if below else y < 9.9)]


@pytest.mark.parametrize(
    ("key", "week"), list(itertools.product(["wait", "early", "bed", "doctor", "tablets"], [0, 9, 52, 104]))
)
def test_each_look_is_drawn_as_often_as_it_is_counted(key, week):
    result = walk(path=key, week=float(week))
    fig, counts = figure(result), result.counts()
    walking = heads(fig, "walking over") + heads(fig, "walking over, other foot")
    by_look = {name: heads(fig, name) for name in crowd.KINDS}
    by_look["better"] += heads(fig, "just got better")
    assert sum(map(len, by_look.values())) + len(walking) == PEOPLE
    if counts.better is None:
        assert len(by_look["nobody counted who is better"]) == PEOPLE - len(walking)
        return
    last = "better" if week <= path(key).better_until else "better when last counted"
    assert len(by_look[last]) == counts.better - sum(
        result.look(person, week) == BETTER
        for person, spot in zip(result.people, crowd.spots(result, week), strict=True)
        if spot[2]
    )
    on_the_right = [x for spots in by_look.values() for x, _ in spots if x > 12.4]
    assert len(on_the_right) == (counts.operated or 0)


def test_those_who_just_got_better_have_their_arms_up():
    result = walk(week=12.0)
    fresh = [person for person in result.people if person.better <= 12 < person.better + crowd.JOY]
    up = heads(figure(result), "just got better")
    assert 2 <= len(up) <= len(fresh) and not heads(drawn(week=104.0), "just got better")


def test_the_key_says_the_counts_of_its_side():
    fig = drawn(week=52.0)
    words = said(fig, "words at the people")
    assert words["60 better"][0] < 9 < crowd.RIGHT < words["35 better"][0]
    assert words["1 not yet"][0] < 9 and "4 not yet" in words and "1 unwanted effect" in words
    assert "Operated on: <b>39</b>" in words
    assert "20 of all not content" in said(drawn(week=104.0), "words at the people")
    assert "better or not: no count" in said(drawn(path="injection", week=52.0), "words at the people")


def test_who_is_counted_together_stands_in_one_frame():
    told, had = drawn(week=52.0), drawn(week=52.0, reading="treated")
    one, two = (shape(told, "counted by what they were told"), shape(had, "counted by what they had"))
    assert one["path"].count("M") == 1 and two["path"].count("M") == 2
    assert hidden(told, two["name"]) and hidden(had, one["name"])
    rings = trace(had, "ways to count")
    assert rings["marker"]["symbol"][:2] == ["circle-open", "circle"]
    explorer = spine_edu.HundredPeople(ask_first=False)
    explorer.clicked(rings["customdata"][1])
    assert explorer.state.reading == "treated"
    # A press on the words does the same: they begin right of their ring, and end before the next one.
    for x, act in zip(rings["x"], rings["customdata"], strict=True):
        assert act == ("reading:assigned" if x < 0.5 else "reading:treated")


def test_pale_people_are_those_nobody_counts_any_more():
    fresh, stale = drawn(path="bed", week=12.0), drawn(path="bed", week=13.0)
    assert shape(fresh, "better")["fillcolor"] and hidden(fresh, "better when last counted")
    pale, full = shape(stale, "better when last counted")["fillcolor"], shape(fresh, "better")["fillcolor"]
    assert pale and pale != full and hidden(stale, "better")


def test_marks_of_counts_are_full_and_those_of_assumed_weeks_hollow():
    assert trace(drawn(week=20.0), "operated, published")["y"] == [19.4, None, None]
    marks = trace(drawn(week=104.0), "operated, published")
    kinds = {
        (week, share): symbol
        for week, share, symbol in zip(marks["x"], marks["y"], marks["marker"]["symbol"], strict=True)
    }
    assert kinds == {
        (14.6, 19.4): "square",
        (52, 38.7): "square",
        (104, 43.7): "square",
    }
    assumed = trace(drawn(path="early"), "operated, published")
    assert dict(zip(assumed["x"], assumed["marker"]["symbol"], strict=True))[5] == "square-open"
    remembered = trace(drawn(path="us_wait"), "operated, published")
    assert remembered["marker"]["symbol"] == ["square", "square-open"], "two years: from memory"


def test_the_knob_lies_on_the_curve_of_those_operated_on():
    for key in PATHS:
        (handle,) = grips(walk(path=key))
        assert handle["control"] == "week" and handle["along"] == "x"
        for week, x, y in handle["track"]:
            assert x == week and y == pytest.approx(timeline.height(walk(path=key), "operated", week) or 0, abs=0.01)


def test_a_held_path_and_a_prediction_are_drawn():
    early = walk(path="early", week=3.0)
    fig = drawn(held=early, prediction=20, week=12.0)
    assert shape(fig, "as many as you said")["path"] == "M12.5,-0.5H22.5V1.5H12.5Z"
    words = said(fig, "what is drawn")
    assert any("you said 20" in text and "A, told to be operated on soon" in text for text in words)
    assert {"A: operated 89", "A: better 66", "operated 16", "better 50"} <= set(said(fig, "words at the time line"))
    plain = drawn()
    assert all(hidden(plain, name) for name in ("as many as you said", "operated, A", "A: better when last counted"))
    a, small = said(fig, "words at A"), [heads(fig, f"A: {name}", 0.27, below=True) for name in crowd.KINDS]
    assert {"A, week 12: 11 not operated on, 11 better", "A: 89 operated on, 55 better"} == set(a)
    assert sum(map(len, small)) == PEOPLE and sum(x > 12 for spots in small for x, _ in spots) == 89
    assert hidden(drawn(path="early", prediction=20), "as many as you said"), "the question is about waiting"


def test_before_the_question_is_answered_nobody_is_on_the_other_side():
    fig = veiled(walk(week=104.0), prediction=20)
    assert len(heads(fig, "people who wait")) == PEOPLE
    assert "44" not in json.dumps(said(fig)) and shape(fig, "as many as you said")["path"]


@pytest.mark.parametrize("key", PATHS)
def test_a_played_week_is_drawn_as_the_same_week_set_by_hand(key):
    run = frames(walk(path=key)).packed(drawn(path=key))
    assert run["count"] == len(PLAYED) and run["controls"] == {"week": list(PLAYED)}
    for column in run["arrays"]:
        place, index, *what = column["path"][-3:] if column["path"][0] == "layout" else column["path"]
        for number, week in list(enumerate(PLAYED))[::9]:
            fig = drawn(path=key, week=float(week))
            there = fig["layout"]["shapes"][index] if place == "shapes" else fig["data"][index]
            size, values = column["size"], column["values"]
            if size:
                values = array("f", values["f4"])[number * size : (number + 1) * size]
                shown = [float("nan") if value is None else value for value in there[what[-1]]]
                assert shown == pytest.approx(list(values), nan_ok=True, rel=1e-6), (there["name"], week)
            else:
                shown = there[what[-1]]
                shown = pack(shown) if hasattr(shown, "places") else shown
                assert shown == values[number], (there["name"], week)
    assert run["sentences"][PLAYED.index(10)] == sentence(walk(path=key, week=10.0))


def test_the_same_traces_and_shapes_for_every_state():
    figures = [drawn(path=key, week=float(week)) for key in PATHS for week in (0, 40, 104)]
    figures += [drawn(held=walk(path="early"), prediction=3)]
    for fig in figures:
        assert [one["name"] for one in fig["data"]] == [one["name"] for one in figures[0]["data"]]
        assert [one["name"] for one in fig["layout"]["shapes"]] == [
            one["name"] for one in figures[0]["layout"]["shapes"]
        ]
        held = any(not hidden(fig, f"A: {name}") for name in crowd.KINDS)
        assert (fig["layout"]["height"] > figures[0]["layout"]["height"]) == held, "A needs a place of its own"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_sent_to_the_browser_is_strict_json(theme):
    for key in PATHS:
        json.dumps(drawn(path=key, week=30.0, theme=theme), allow_nan=False)


# Words ----------------------------------------------------------------------------------------------------------------


def test_the_whole_sentence():
    assert sentence(walk(week=52.0, reading="treated")) == (
        "Week 52: 39 operated on, 1 with an unwanted effect of it. Of 61 not operated on 60 better, of 39 operated on "
        "35. Misleads: those who did badly walked over, those who did well stayed. The sides were not alike. A hundred "
        "people like the 142 of one group of a trial (Peul et al. 2007; Peul et al. 2008: 283 people with severe "
        "sciatica for 6 to 12 weeks and a herniation on the scan, nine Dutch hospitals), told to wait, and be operated "
        "on if need be. Of 100 who were operated on, fewer than 4 were operated on again. What lies between two "
        "counts, and who of the hundred is first, is assumed."
    )


@settings(max_examples=40)
@given(STATES)
def test_words_picture_and_table_say_the_same(state):
    result = simulate(state)
    fig, counts = figure(result), result.counts()
    text = " ".join(said(fig, "how they are counted")).replace("<br>", " ")
    assert verdict(result, state.week) in text and verdict(result, state.week) in sentence(result)
    rows = {row[0]: row[1] for row in table(result).rows}
    assert rows["Operated on (this walk)"] == ("not counted" if counts.operated is None else counts.operated)
    assert rows["Better (this walk)"] == ("not counted" if counts.better is None else counts.better)


def test_a_path_without_counts_says_so():
    result = walk(path="tablets", week=50.0)
    assert "no trial that we read counted them" in sentence(result) and "no count" in verdict(result, 50.0)
    assert "no count of people that we read" in table(result).caption and len(table(result).rows) == 2
    assert "no count of operations" in said(figure(result), "words at the people")
    assert "no count of those operated on" in sentence(walk(path="physio"))


def test_why_each_way_to_count_misleads():
    words = {
        (key, reading): sentence(walk(path=key, week=52.0, reading=reading))
        for key in ("wait", "early")
        for reading in ("assigned", "treated")
    }
    assert "39 of them were operated on after all" in words["wait", "assigned"]
    assert "11 of them were not operated on by then" in words["early", "assigned"]
    assert "those who did badly walked over" in words["wait", "treated"]
    assert "who stayed had mostly got better first" in words["early", "treated"]
    assert "both ways count the same" in sentence(walk())


def test_compare():
    wait, early = walk(week=52.0, reading="treated"), walk(path="early")
    assert compare(early, wait) == (
        "A, told to be operated on soon, at week 52: 89 operated on, 95 better; here 39 and 95. By what they had, both "
        "together: of 72 not operated on 71 are better, of 128 operated on 119."
    )
    assert "different trials" in compare(walk(path="bed"), wait) and "the same path" in compare(wait, wait)
    assert "By what they had" not in compare(early, walk(week=52.0))


def test_the_table_says_of_each_count_whose_it_is_and_what_is_assumed():
    rows = {(row[0], row[2]): row for row in table(walk(week=52.0)).rows}
    counted = rows["Operated on", "week 104"]
    assert counted[1] == 43.7 and counted[4] == "35.8 to 51.9 (Wilson)" and counted[5] == "62 of 142"
    assert "Peul et al. 2008; abstract" in counted[6] and "seven" in counted[6]
    stretch = rows["Operated on in these weeks", "weeks 8 to 12"]
    assert stretch[1] == 4.9 and stretch[5] == "7 of 142" and "zEpid" in stretch[6]
    early = {(row[0], row[2]): row for row in table(walk(path="early")).rows}
    assert "invented for teaching" in early["Operated on, the week is assumed", "week 5"][6]
    assert rows["Not content", "week 104"][3] == "both groups together"
    assert "assumed" in rows["Better (this walk)", "week 52"][6]
