"""Noor's forecast: what is kept of it, what it is laid over, and that nothing of the answer is told before."""

import pytest

import spine_edu
from spine_edu import data
from spine_edu.explorer import veil
from spine_edu.keeping.store import PREDICTIONS, kept
from spine_edu.start.forecast.figure import TOP, figure, grips, veiled
from spine_edu.start.forecast.model import (
    ARMS,
    DAYS,
    SCALE,
    WAITING,
    WEEKS,
    YEAR,
    ForecastState,
    calm,
    constant,
    height,
    marks,
    simulate,
)
from spine_edu.start.forecast.words import compare, sentence, table
from spine_edu.theme import LIGHT, PRESENTER
from spine_edu.treatment.curves.model import CurvesState
from spine_edu.treatment.curves.model import simulate as two_curves

#: A line as it is typed, and as it is kept.
TYPED = [0, 8, 4, 2, 1]
LINE = tuple(zip((0, 1, 3, 6, 12), map(float, TYPED), strict=True))
#: What the first notebook must not tell: the means that it is compared with.
ANSWER = ("1.8", "0.9", "1.1")


def over(**settings):
    return simulate(ForecastState(trial="peul", **settings))


def drawn(result, **more):
    """What is drawn, by name."""
    return {trace["name"]: trace for trace in figure(result, **more)["data"]}


@pytest.fixture
def forecast(monkeypatch):
    """A function that makes the explorer as a page without widgets does."""
    monkeypatch.setenv("SPINE_EDU_WIDGETS", "static")
    return lambda **settings: spine_edu.NoorForecast(ask_first=True, **settings)


# Model


@pytest.mark.parametrize("start", [6, 8, 12])
def test_the_trial_is_divided_by_ten_and_moved_and_nothing_else(start):
    """At each of its weeks it is where the two curves of notebook 07 have it."""
    moved, there = over(start=start), two_curves(CurvesState())
    for arm in ARMS:
        for week in (0, 1, 4, 8, 13, 26, 40, 52):
            month = moved.month(week)
            assert month == pytest.approx((start + week) * 12 / 52) and moved.week(month) == pytest.approx(week)
            assert SCALE * moved.height(arm, month) == pytest.approx(there.height(arm, week))


def test_before_the_trial_nothing_was_measured_and_beyond_the_year_nothing_is_drawn():
    result = over()
    assert result.height(WAITING, 0) == result.lines[WAITING][0][1] == pytest.approx(6.44)
    for arm in ARMS:
        line = result.within(arm)
        assert line[0][0] == pytest.approx(8 / WEEKS) and line[-1] == (YEAR, result.height(arm, YEAR))
        assert [month for month, _ in line] == sorted({month for month, _ in line})
    assert result.lines[WAITING][-1][0] > YEAR


@pytest.mark.parametrize(
    "points, month",
    [
        (((0, 6), (12, 0)), 6),
        (((0, 8), (2, 2), (4, 5), (8, 1)), 6),
        (((0, 2), (12, 3)), 0),
        (((0, 0), (12, 3.5)), None),
        (((0, 3), (6, 3), (12, 3)), 0),
    ],
)
def test_a_line_is_calm_once_it_is_down_for_good(points, month):
    """A lull before it rises again does not count."""
    assert calm(points) == month


def test_what_is_told_of_noor_stands_in_her_story():
    rows = {row.when: row for row in data.table("case")}
    assert f"{constant('known_pain'):.0f} out of 10" in rows[f"Week {constant('known_week'):.0f}"].text
    assert "leg" in rows[f"Day {constant('leg_day'):.0f}"].text
    told = [row.day for row in data.table("case") if "00" in row.notebooks.split()]
    assert max(told) == constant("today") and rows[f"Day {constant('today'):.0f}"].day == constant("today")
    assert rows["Week 8"].day / 7 == ForecastState().start


# What is asked, kept and told


def test_the_first_notebook_keeps_the_line_and_tells_no_answer(forecast):
    explorer = forecast()
    explorer.predict(TYPED)
    said = [veil.sentence(explorer), str(veil.table(explorer))]
    for act in (explorer.look, explorer.reset, lambda: explorer.scenario("As it starts")):
        act()
        said += [explorer.describe(), str(explorer.table()), veil.line(explorer), str(veil.strip(explorer))]
    assert not [number for number in ANSWER for one in said if number in one]
    assert "Your line waits" in veil.line(explorer)
    entry = kept().get(PREDICTIONS, "start_forecast")
    assert entry["said"] == LINE and "found" not in entry
    assert "You have not looked yet." in str(spine_edu.ThenAndNow())


def test_the_later_notebook_lays_the_same_line_over_the_trial_and_says_what_differs(forecast):
    forecast().predict(TYPED)
    later = forecast(trial="peul")
    assert not later.veiled and later.predicted == LINE
    own = {trace["name"]: trace for trace in later.drawn["data"]}["Your prediction"]
    assert (own["x"], own["y"]) == ([0, 1, 3, 6, 12], TYPED)
    assert later.told_here() == (
        "2.0 of 10 at month 6 and 1.0 at month 12",
        "The trial’s means: 1.8 and 1.1 assigned to wait, 0.9 and 1.0 assigned to early operation",
        "at 3 of 10 or lower for good: your line from month 4.5 on, the first mean from month 3.4 on, "
        "the second from month 2.4 on",
    )
    assert kept().get(PREDICTIONS, "start_forecast")["found"] == later.told().model
    assert "The trial’s means: 1.8" in str(spine_edu.ThenAndNow())
    assert [row[3] for row in later.table().rows if row[2] == "your line"] == TYPED


def test_a_trial_chosen_by_hand_answers_too(forecast):
    explorer = forecast()
    explorer.predict(TYPED)
    explorer.look()
    explorer.set(trial="peul")
    assert kept().get(PREDICTIONS, "start_forecast")["found"] == explorer.told().model == explorer.told_here().model


def test_without_a_line_the_trial_stands_alone_and_the_page_says_so(forecast):
    """Its still does, and the explorer asks; whoever draws there stays with the trial."""
    explorer = forecast(trial="peul")
    assert explorer.veiled
    still = explorer.still()
    assert str(still).endswith("No line of yours is kept; the first notebook asks for it.")
    names = {trace["name"]: trace for trace in still.session.drawn["data"]}
    assert names["Your prediction"]["visible"] is False and names["Waiting: joined"]["x"]
    explorer.predict(TYPED)
    explorer.look()
    assert explorer.state.trial == "peul" and explorer.told_here() == explorer.told()
    assert "No line of yours" not in explorer.describe()


def test_a_line_that_never_calms_is_told_so(forecast):
    explorer = forecast(trial="peul")
    explorer.predict([6, 6, 6, 6, 6])
    explorer.look()
    assert "your line not within the year" in explorer.told().apart


def test_a_line_drawn_by_hand_is_told_where_it_was_drawn(forecast):
    explorer = forecast(trial="peul")
    explorer.predict([[month / 5, 6 - month / 12] for month in range(61)])
    explorer.look()
    assert explorer.told().said == "3.5 of 10 at month 6 and 1.0 at month 12"
    assert [row[3] for row in explorer.table().rows if row[2] == "your line"] == [6, 5.6, 4.8, 3.5, 1]
    assert height(explorer.predicted, 0.1) == pytest.approx(6 - 0.1 * 5 / 12)


# Figure


def test_nothing_of_the_trial_is_drawn_before_it_is_laid_there():
    traces = drawn(simulate(ForecastState()), prediction=LINE)
    assert traces["Your prediction"]["visible"] is True
    for arm in ("Waiting", "Early"):
        assert not traces[f"{arm}: joined"]["x"] and traces[f"{arm}: joined"]["visible"] is False
        assert not traces[f"{arm}: read"]["x"] and not traces[f"{arm}: from memory"]["x"]
    assert not traces["Noor, as told"]["x"], "the sixth week is told later"
    assert list(traces["Names of the lines"]["text"]) == ["your line"]
    assert grips(simulate(ForecastState())) == []


@pytest.mark.parametrize("start", [6, 8, 12])
def test_marks_lie_where_they_were_measured_and_hollow_where_from_memory(start):
    result = over(start=start)
    traces = drawn(result)
    for arm in ARMS:
        for seen, name in ((True, "read"), (False, "from memory")):
            trace = traces[f"{arm.capitalize()}: {name}"]
            rows = [row for row in marks(arm) if bool(row.seen) == seen and result.month(row.week) <= YEAR]
            assert trace["x"] == [result.month(row.week) for row in rows]
            assert trace["y"] == [row.mean / SCALE for row in rows]
            assert trace["marker"]["symbol"].endswith("-open") != seen
    assert (*traces["Noor, as told"]["x"], *traces["Noor, as told"]["y"]) == (6 / WEEKS, 6)


@pytest.mark.parametrize("theme", [LIGHT, PRESENTER])
@pytest.mark.parametrize("end", [0.0, 1.0, 5.0, 10.0])
def test_names_at_the_ends_keep_apart_and_the_words_above_have_no_line_under_them(theme, end):
    """Two lines of type lie between two names; no line reaches the rows of words."""
    shown = figure(over(), theme=theme, prediction=((0.0, 10.0), (12.0, end)))
    traces = {trace["name"]: trace for trace in shown["data"]}
    places = sorted(traces["Names of the lines"]["y"])
    inner = shown["layout"]["height"] - shown["layout"]["margin"]["t"] - shown["layout"]["margin"]["b"]
    per_unit = inner / (shown["layout"]["yaxis"]["range"][1] - shown["layout"]["yaxis"]["range"][0])
    assert all(other - one > 2.5 * theme.size / per_unit for one, other in zip(places, places[1:], strict=False))
    assert max(places) < 10 and min(traces["Words over the lines"]["y"]) > 10.3
    assert shown["layout"]["yaxis"]["range"][1] == TOP


def test_the_line_of_the_day_moves_with_the_trial_and_is_taken_there():
    assert "M0.329,0.000L0.329," in figure(simulate(ForecastState()))["layout"]["shapes"][0]["path"]
    assert constant("today") / DAYS == pytest.approx(0.329, abs=1e-3)
    assert "M2.769,0.000L2.769," in figure(over(start=12))["layout"]["shapes"][0]["path"]
    (held,) = grips(over())
    assert held["track"] == [
        [6, pytest.approx(6 / WEEKS, abs=1e-5), 10.3],
        [12, pytest.approx(12 / WEEKS, abs=1e-5), 10.3],
    ]


def test_before_it_is_drawn_one_sees_what_is_told_and_the_same_axes():
    hidden, shown = veiled(simulate(ForecastState())), figure(simulate(ForecastState()))
    assert [trace["name"] for trace in hidden["data"]] == ["Words over the lines"]
    assert hidden["layout"] == shown["layout"], "nothing jumps"
    over_it = figure(over())["layout"]
    assert [over_it[axis]["range"] for axis in ("xaxis", "yaxis")] == [
        shown["layout"][axis]["range"] for axis in ("xaxis", "yaxis")
    ]
    inner = [one["height"] - one["margin"]["t"] - one["margin"]["b"] for one in (over_it, shown["layout"])]
    assert inner[0] == inner[1], "the line is as steep as it was drawn"


# Words


def test_the_sentence_says_who_was_measured_and_that_the_lines_are_joined():
    said = sentence(over())
    assert said.startswith("Peul et al. 2007, 283 people with sciatica for 6 to 12 weeks: their week 0 is laid at")
    assert "read off the joined lines" in said and said.endswith("Noor is none of them.")
    assert all(number in said for number in ANSWER)
    assert "week 12" in sentence(over(start=12))


def test_compare_says_what_was_moved():
    none = simulate(ForecastState())
    assert compare(none, none) == compare(none, simulate(ForecastState(start=9))) == "A and this are the same."
    assert compare(none, over()) == "This shows the trial, A does not."
    assert compare(over(), none) == "A shows the trial, this does not."
    assert compare(over(), over(start=12)).endswith(
        "at month 6 those assigned to wait are at 1.8 in A and at 2.1 here."
    )


def test_the_table_holds_every_mark_and_what_is_ours_is_called_so():
    rows = table(over()).rows
    assert len(rows) == 3 + sum(len(marks(arm)) + 2 for arm in ARMS)
    assert all(row[-1].endswith(": assumed") for row in rows if row[2].endswith("joined"))
    assert [row[-1] for row in rows if "fallen by week 4" in row[-1]] == [
        "straight between two marks, fallen by week 4: assumed"
    ] * 2
    assert len(table(simulate(ForecastState())).rows) == 2
