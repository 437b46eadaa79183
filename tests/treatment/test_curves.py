"""Two curves: the marks as they were read, the area as arithmetic, what is drawn where, and what is said of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.explorer.wire import pack
from spine_edu.theme import LIGHT, THEMES
from spine_edu.treatment.curves.figure import TILE, figure, frames, grips, veiled
from spine_edu.treatment.curves.model import (
    EARLY,
    STACK,
    WAITING,
    YEAR,
    CurvesState,
    marks,
    operations,
    rows,
    simulate,
)
from spine_edu.treatment.curves.words import compare, constant, like, sentence, table
from tests.drawn import hidden, lines, on_track, said, shape, trace

STATES = st.builds(
    CurvesState,
    trial=st.sampled_from(["peul", "bailey"]),
    week=st.integers(0, YEAR),
    fall=st.integers(4, 16).map(lambda half: half / 2),
)


def run(**settings_):
    return simulate(CurvesState(**settings_))


# The marks ------------------------------------------------------------------------------------------------------------


def test_the_second_trial_as_its_abstract_prints_it():
    """Bailey 2020: 7.7 and 8.0 of 10 at the start, 2.8 and 5.2 at 6 months, difference 2.4 (1.4 to 3.4)."""
    found = {(row.arm, row.week): (row.mean, row.low, row.high) for row in rows("bailey")}
    assert found == {
        ("early", 0): (77, None, None),
        ("early", 26): (28, None, None),
        ("waiting", 0): (80, None, None),
        ("waiting", 26): (52, None, None),
        ("difference", 26): (24, 14, 34),
    }
    assert all(row.seen == "abstract" for row in rows("bailey"))


def test_every_mark_says_whether_it_was_read_or_is_from_memory():
    for row in data.table("treatment_leg_pain"):
        assert row.seen or "from memory" in row.note, row
        assert row.low is None or row.low < row.mean < row.high


def test_the_copied_records_and_the_remembered_means_lie_within_each_others_interval():
    """The note of three rows holds the paper's own mean as it is remembered: two ways to the same number."""
    told = [row for row in marks("peul", WAITING) if "the paper's own mean" in row.note]
    assert [row.week for row in told] == [8, 26, 52]
    for row in told:
        remembered = float(row.note.split("table 3: ")[1].split(";")[0])
        assert row.low < remembered < row.high


def test_differences_as_printed_are_those_of_the_curves_to_a_point():
    for row in rows("peul"):
        if row.arm == "difference":
            assert row.low <= run().gap(row.week) <= row.high and abs(run().gap(row.week) - row.mean) < 1.1


def test_the_later_operations_are_those_of_the_abstract():
    """55 of 142 after 18.7 weeks on average; by stretches of weeks the records hold as many."""
    stretches = data.table("treatment_operations")
    assert sum(row.operated for row in stretches) == constant("later_operated") == 55
    assert {row.n for row in stretches} == {constant("waiting")} == {142}
    middle = sum(row.operated * (row.start + row.end) / 2 for row in stretches) / 55
    assert middle == pytest.approx(constant("later_week"), abs=STACK / 2)
    assert run(week=YEAR).operated == 52 and run(week=0).operated == 0 and len(operations("peul")) == 52


# The area -------------------------------------------------------------------------------------------------------------


@given(STATES)
def test_the_area_is_additive_and_the_stacks_are_all_of_it(state):
    result = simulate(state)
    assert sum(found for _, found in result.stacks(result.last)) == pytest.approx(result.in_all)
    assert result.area(result.counted) + result.area(result.last, result.counted) == pytest.approx(result.in_all)


@given(STATES)
def test_the_area_is_that_of_a_fine_sum(state):
    result = simulate(state)
    steps = 4000
    wide = result.last / steps
    found = sum(result.gap((step + 0.5) * wide) for step in range(steps)) * wide
    assert found == pytest.approx(result.in_all, abs=0.1)


@given(STATES)
def test_the_lines_run_through_the_marks_and_between_them_nothing_is_higher_or_lower(state):
    result = simulate(state)
    for arm in (EARLY, WAITING):
        points = [(row.week, row.mean) for row in marks(state.trial, arm)]
        assert all(result.height(arm, week) == pain for week, pain in points)
        for (left, one), (right, other) in zip(points, points[1:], strict=False):
            there = result.height(arm, (left + right) / 2)
            assert min(one, other) - 1e-9 <= there <= max(one, other) + 1e-9


@given(STATES, STATES)
def test_a_later_fall_never_gains_a_pain_week(one, other):
    early, late = sorted([one.fall, other.fall])
    before, after = simulate(one.replace(fall=early)), simulate(one.replace(fall=late))
    assert after.in_all <= before.in_all + 1e-9


@pytest.mark.parametrize(("fall", "area"), [(2, 410.5), (4, 353.5), (8, 239.5)])
def test_the_area_of_a_year_as_docs_model_md_prints_it(fall, area):
    assert run(fall=fall).in_all == pytest.approx(area)


def test_the_area_stops_growing_in_the_first_trial_and_not_in_the_second_as_far_as_it_was_measured():
    first, second = run(), run(trial="bailey")
    assert first.area(26) > 0.8 * first.in_all and abs(first.gap(YEAR)) < 1
    assert second.last == 26 and second.gap(26) > 4 * first.gap(26)
    assert run(trial="bailey", week=40).so_far == second.in_all and run(trial="bailey", week=40).beyond


@pytest.mark.parametrize(
    ("settings_", "words"), [({"week": 53}, "allowed is 0 weeks to 52 weeks"), ({"trial": ""}, "not an option")]
)
def test_bad_input(settings_, words):
    with pytest.raises(ValueError, match=words):
        CurvesState(**settings_)


# The drawing ----------------------------------------------------------------------------------------------------------


def surface(path):
    """The area of closed outlines, whichever way round they run."""
    found = 0
    for points in lines(path.replace("Z", "")):
        ahead = [*points[1:], points[0]]
        found += abs(sum(a * d - c * b for (a, b), (c, d) in zip(points, ahead, strict=True))) / 2
    return found


@given(STATES)
def test_what_is_filled_is_what_is_counted(state):
    result = simulate(state)
    fig = figure(result)
    names = ("Pain-weeks gained", "Pain-weeks lost")
    gained, lost = (0 if hidden(fig, name) else surface(shape(fig, name)["path"]) for name in names)
    assert gained - lost == pytest.approx(result.so_far, abs=0.6)


@given(STATES)
def test_tiles_are_counted_like_the_area(state):
    result = simulate(state)
    fig = figure(result)
    whole = STACK - 0.5
    tiles = {}
    for name in ("Tiles gained", "Tiles lost"):
        path = "" if hidden(fig, name) else shape(fig, name)["path"]
        widths = [float(one.split("H")[1].split("V")[0]) - float(one.split(",")[0]) for one in path.split("M")[1:]]
        tiles[name] = sum(widths) / whole * TILE
    assert tiles["Tiles gained"] - tiles["Tiles lost"] == pytest.approx(result.so_far, abs=0.5)


def test_marks_from_memory_are_hollow_and_said_to_be():
    fig = figure(run())
    for arm in ("Early", "Waiting"):
        filled, hollow = trace(fig, f"{arm}: read"), trace(fig, f"{arm}: from memory")
        assert hollow["marker"]["symbol"].endswith("-open") and not filled["marker"]["symbol"].endswith("-open")
        given_ = [(row.week, row.mean) for row in rows("peul") if row.arm == arm.lower() and not row.seen]
        assert list(zip(hollow["x"], hollow["y"], strict=True)) == given_
    words = fig["layout"]["xaxis"]["title"]["text"].replace("<br>", " ")
    assert "Hollow: from memory, not yet checked." in words and "Dashed: joined by us." in words
    assert "Hollow" not in figure(run(trial="bailey"))["layout"]["xaxis"]["title"]["text"]
    assert trace(fig, "Early: joined")["line"]["dash"] == "dash"


@given(STATES)
def test_as_many_people_stand_over_the_curves_as_were_operated_on(state):
    result = simulate(state)
    fig = figure(result)
    name = "Operated on after all"
    assert (0 if hidden(fig, name) else shape(fig, name)["path"].count("M") / 2) == result.operated
    if state.trial == "peul":
        assert f"Of 142 assigned to wait, operated on by now: {result.operated}" in said(fig, "Later operations")


@given(STATES)
def test_the_knobs_lie_on_what_they_move(state):
    result = simulate(state)
    week, fall = grips(result)
    assert on_track(week, state.week)[0] == pytest.approx(state.week)
    x, y = on_track(fall, state.fall)
    assert result.height(EARLY, x) == pytest.approx(y, abs=1e-3), "at the corner of the line"
    stalk = lines(shape(figure(result), "The week")["path"])[0]
    assert {x for x, _ in stalk} == {state.week}


@given(st.lists(st.floats(10, 80), min_size=5, max_size=5), st.sampled_from(["peul", "bailey"]))
def test_the_name_of_the_readers_curve_lies_on_no_other_name_and_not_on_its_own_line(heights, trial):
    points = tuple(zip((0, 4, 8, 26, 52), heights, strict=True))
    fig = figure(run(trial=trial), prediction=points)
    names = said(fig, "Words over the curves")
    if trial != "peul":
        assert "your prediction" not in names, "it was drawn for the people of another trial"
        return
    week, low = names["your prediction"]
    trace_ = trace(fig, "Words over the curves")
    upward = trace_["textposition"][trace_["text"].index("your prediction")] == "top right"
    middle = low + (3.5 if upward else -3.5)
    others = [place for name, place in names.items() if name != "your prediction"]
    assert all(abs(middle - pain) > 5 or week > start + 8 or week + 8 < start for start, pain in others)
    assert all(week >= there or week + 8 <= there or (pain <= low if upward else pain >= low) for there, pain in points)


def test_a_usual_guess_has_its_name_clear_of_the_name_of_those_who_wait():
    """As a reader drew it: 66, 35 at week 12, 10 at the end; the names once stood on each other."""
    names = said(figure(run(), prediction=((0, 66), (12, 35), (52, 10))), "Words over the curves")
    assert names["your prediction"][1] - names["assigned to wait"][1] > 15


def test_before_the_question_is_answered_only_the_operated_group_is_there():
    fig = veiled(run())
    drawn = json.dumps(fig)
    assert "yaxis2" not in fig["layout"] and not fig["layout"]["shapes"]
    assert not any(f"{row.mean:g}" in drawn.replace("520", "") for row in marks("peul", WAITING))


def test_the_run_ends_as_the_figure_of_week_52_stands():
    played, last = frames(run()).packed(figure(run())), figure(run(week=YEAR))
    assert played["count"] == YEAR + 1 and played["controls"]["week"][-1] == YEAR
    ends = {item["name"]: item["path"] for item in last["layout"]["shapes"]}
    found = {tuple(array["path"]): array["values"][-1] for array in played["arrays"] if array["path"][0] == "layout"}
    for (_, _, index, _), path in found.items():
        name = figure(run())["layout"]["shapes"][index]["name"]
        end = pack(ends[name]) if hasattr(ends[name], "places") else ends[name]
        assert (path or "M0,0Z") == end, name


def test_in_a_run_the_curve_that_was_asked_for_draws_itself():
    played, fig = frames(run()).packed(figure(run())), figure(run())
    shown = {fig["data"][one["path"][1]]["name"]: one["counts"] for one in played["reveals"]}
    assert set(shown) == {"Waiting: joined", "Waiting: read", "Waiting: from memory"}
    for name, counts in shown.items():
        weeks = trace(fig, name)["x"]
        assert counts == [sum(one <= week for one in weeks) for week in range(YEAR + 1)] and counts[-1] == len(weeks)
    assert shown["Waiting: joined"][0] == 1


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("trial", ["peul", "bailey"])
def test_what_is_sent_to_the_browser_is_strict_json_of_the_same_traces(theme, trial):
    fig = figure(run(trial=trial), theme=theme, held=run(week=26), prediction=((0, 60), (52, 20)))
    json.dumps(fig, allow_nan=False)
    assert [one["name"] for one in fig["data"]] == [one["name"] for one in figure(run(), theme=LIGHT)["data"]]


# Words ----------------------------------------------------------------------------------------------------------------


def test_the_whole_sentence():
    assert sentence(run()) == (
        "Peul et al. 2007, 283 people with sciatica for 6 to 12 weeks. At week 8 mean leg pain was 10.2 of 100 in "
        "those assigned to early operation and 27.5 in those assigned to wait. The upper curve is not “no operation”: "
        "of those assigned to wait 39 of 100 were operated on within the year, at week 18.7 on average, and 44 within "
        "two years. Half had recovered by week 4 against week 12; within a year 95 of 100 had in both groups. Up to "
        "here the area between the curves is 120 pain-weeks, as much as 10 points less pain for 12 weeks; by week 52 "
        "it is 353."
    )
    assert "Nothing was measured at week 40, so this is week 26." in sentence(run(trial="bailey", week=40))
    assert "read off the joined lines" in sentence(run(week=9))


@given(STATES)
def test_the_count_over_the_picture_is_that_of_the_sentence(state):
    result = simulate(state)
    words = " ".join(said(figure(result), "Count")).replace("<br>", " ")
    assert f"{result.so_far:.0f} pain-weeks" in words and f"is {result.so_far:.0f} pain-weeks" in sentence(result)
    if like(result.so_far):
        assert like(result.so_far) in words and like(result.so_far) in sentence(result)


def test_what_pain_weeks_are_like():
    assert like(353) == "as much as 10 points less pain for 35 weeks"
    assert like(-24) == "as much as 10 points more pain for 2 weeks"
    assert like(11) == "as much as 10 points less pain for a week" and like(0.2) == ""


def test_compare():
    assert compare(run(), run(week=26)) == ("A counts 120 pain-weeks up to week 8, this 297 up to week 26: 177 more.")
    assert compare(run(), run()) == "A and this are the same."


def test_the_table_holds_every_row_and_what_is_ours():
    found = table(run())
    facts = [row for row in found.rows if row[0] == ""]
    assert len(found.rows) == len(rows("peul")) + 13 + 2 + len(facts) and len(facts) == 7
    assert all("assumed" in row[-1] for row in found.rows if row[1].startswith("pain-weeks"))
    unchecked = [row for row in found.rows if "not yet checked against the paper" in row[-1]]
    assert len(unchecked) == sum(not row.seen for row in rows("peul"))


def test_goals_are_found_by_their_weeks_alone():
    explorer = spine_edu.TwoCurves(ask_first=False)
    for key, weeks in (("half", {12}), ("stops", {27})):
        found = {week for week in range(YEAR + 1) if explorer.checks[key](run(week=week))}
        assert found == weeks
