"""One patient of the whole model: start, cut links and stories, what each view draws where, and what is said of it."""

import math
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.cycle.curves import LINES, drawn_days
from spine_edu.cycle.diagram import beads
from spine_edu.cycle.equations import STATES, default_terms
from spine_edu.cycle.whole import ring, words
from spine_edu.cycle.whole.course import MOST_GAIN, levels
from spine_edu.cycle.whole.daily import daily, grown
from spine_edu.cycle.whole.figure import figure
from spine_edu.cycle.whole.model import LINKS, CycleState, simulate
from spine_edu.cycle.whole.timeline import across
from spine_edu.explorer.wire import difference, pack
from spine_edu.theme import LIGHT, THEMES

#: Switch -> the words on it: four boxes of the ring, and three chips below it.
SWITCHES = {
    "guarding": "Guarding",
    "inflammation": "Inflammation",
    "herniation": "Herniation",
    "pressure": "Disc pressure",
    **{name: label for name, (label, _) in ring.CHIPS.items()},
}
#: Every line and meter of the course switched on.
ALL = {f"show_{name}": "yes" for name in SWITCHES}
VIEWS = data.choice("cycle_model.view").values
SETTINGS = [
    {},
    {"guarding_reactivity": 3.0},
    {"load": 2.5, "ageing": 1.0},
    {"load": 0.2, "guarding_reactivity": 0.2},
    {"guarding_reactivity": 6.0, "sensitisation_gain": 5.0},
    {"cut_link": "sensitisation", "days": 84},
    {"treatment": "fusion", "second_treatment": "traction", "third_treatment": "manual", "days": 728},
    {**ALL, "guarding_reactivity": 2.0},
]


def run(view="course", **settings):
    return simulate(CycleState(view=view, **settings))


def drawn(result, **more):
    """What is drawn, by name: traces and shapes."""
    plain = figure(result, **more)
    return {item["name"]: item for item in (*plain["data"], *plain["layout"].get("shapes", ()))}


# Model


def test_the_start_is_what_the_table_says():
    result = simulate(CycleState(herniation_start=0.7))
    assert [getattr(result, name)[0] for name in STATES] == [0.7, 0.45, 0.5, 0.6, 0.5, 0.0]
    assert result.rating[0] == 6.0 and result.days[-1] == 364


def test_same_state_same_run():
    assert simulate(CycleState(load=1.3)) == simulate(CycleState(load=1.3))


def test_a_small_herniation_settles_and_a_large_one_lasts_in_the_same_patient():
    small, large = (simulate(CycleState(guarding_reactivity=2.6, herniation_start=start)) for start in (0.1, 0.8))
    assert small.outcome == "settles" and small.rating[-1] == pytest.approx(0.1, abs=0.05)
    assert large.outcome == "persists" and large.rating[-1] > 6.5
    assert len(large.equilibria) == 3


def test_what_lasting_pain_looks_like_at_a_reactivity_of_three():
    result = simulate(CycleState(guarding_reactivity=3.0, days=728))
    assert result.rating[-1] == pytest.approx(6.9, abs=0.06)
    assert result.guarding[-1] == pytest.approx(0.70, abs=0.005)
    assert result.pressure[-1] == pytest.approx(0.66, abs=0.005)


def test_the_effective_burden_halves_in_about_a_week_and_the_picture_lags():
    result = simulate(CycleState())
    halved = next(day for day in result.days if result.herniation[day] < result.herniation[0] / 2)
    assert 4 <= halved <= 10
    assert result.image[0] == result.herniation[0]
    assert result.image[84] > 10 * result.herniation[84]
    assert all(after <= before for before, after in zip(result.image, result.image[1:], strict=False))


@pytest.mark.parametrize("link", LINKS)
def test_a_cut_link_takes_one_term_and_leaves_the_others(link):
    terms = CycleState(cut_link=link).terms
    changed = {name for name, value in CycleState().terms.items() if terms[name] != value}
    assert changed == {LINKS[link]} and terms[LINKS[link]] == 0


@pytest.mark.parametrize("link", ["spasm_pain", "guarding", "sensitisation"])
def test_without_this_link_the_loop_cannot_hold_itself_up(link):
    state = CycleState(guarding_reactivity=3.0, cut_link=link)
    assert len(simulate(state).equilibria) == 1 and simulate(state).outcome == "settles"


def test_cutting_the_loop_does_not_remove_the_drive():
    """What starts the pain goes on: with the muscle's arrow cut, pain is lower but not gone in the first week."""
    whole, cut = simulate(CycleState()), simulate(CycleState(cut_link="spasm_pain"))
    assert 1 < cut.rating[7] < whole.rating[7]


def test_defaults_reach_the_equations():
    assert CycleState().terms == default_terms()


@pytest.mark.parametrize("load", [0.2, 1.0, 2.5])
def test_pressure_is_load_plus_guarding(load):
    result = simulate(CycleState(load=load, pressure_feedback=0.4))
    assert result.pressure[30] == pytest.approx(0.5 * (load + 0.4 * result.guarding[30]))


def test_settled_day():
    result = simulate(CycleState())
    day = result.settled_day
    assert result.rating[day - 1] > 2 >= max(result.rating[day:])
    assert simulate(CycleState(guarding_reactivity=3.0)).settled_day is None


@settings(max_examples=25)
@given(load=st.floats(0.3, 1.6), more=st.floats(0.05, 0.8))
def test_more_load_never_means_less_pain_a_year_on(load, more):
    one, two = (simulate(CycleState(load=value)) for value in (load, load + more))
    assert two.rating[-1] >= one.rating[-1] - 1e-6


@settings(max_examples=25)
@given(reactivity=st.floats(0.2, 5), more=st.floats(0.1, 1))
def test_more_reactivity_never_means_less_pain_a_year_on(reactivity, more):
    one, two = (simulate(CycleState(guarding_reactivity=value)) for value in (reactivity, reactivity + more))
    assert two.rating[-1] >= one.rating[-1] - 1e-6


@settings(max_examples=20)
@given(days=st.integers(84, 700), reactivity=st.floats(0.2, 6))
def test_a_longer_run_begins_like_a_shorter_one(days, reactivity):
    short, long = (simulate(CycleState(days=n, guarding_reactivity=reactivity)) for n in (days, days + 28))
    assert long.pain[: days + 1] == short.pain


BAD = {
    "load too high": (
        lambda: CycleState(load=9),
        r"Daily load: 9 is outside the range; allowed is 0\.20 × standing to 2\.50",
    ),
    "negative": (lambda: CycleState(guarding_reactivity=-1), r"Guarding reactivity: -1 is outside the range"),
    "not a number": (lambda: CycleState(load=math.nan), r"Daily load: nan is outside"),
    "infinite": (lambda: CycleState(days=math.inf), r"Days shown: inf is outside"),
    "text": (lambda: CycleState(load="heavy"), r"Daily load: 'heavy' is not a number; allowed"),
    "none": (lambda: CycleState(ageing=None), r"Disc ageing: None is not a number"),
    "true": (lambda: CycleState(conditioning=True), r"Trunk conditioning: True is not a number"),
    "list": (lambda: CycleState(herniation_start=[0.5]), r"Herniation at the start: \[0\.5\] is not a number"),
    "unknown view": (lambda: CycleState(view="pie"), r"Show: 'pie' is not an option; allowed are course"),
    "unknown link": (lambda: CycleState(cut_link="hope"), r"Cut a link: 'hope' is not an option"),
    "unknown treatment": (lambda: CycleState(treatment="magnets"), r"Treatment: 'magnets' is not an option"),
    "refused treatment": (lambda: CycleState(third_treatment="vertebroplasty"), r"fills a broken vertebra"),
    "treatment before the start": (lambda: CycleState(treatment_day=-3), r"Treatment starts on day: -3 is outside"),
    "unknown control": (lambda: CycleState().replace(posture=1), r"no control named posture; there are load"),
    "another explorer's line": (
        lambda: CycleState.from_text("cycle_loop v1: gain 1", "cycle_model"),
        r"not a line of this explorer",
    ),
    "a line with a wrong word": (
        lambda: CycleState.from_text("cycle_model v1: luck 3", "cycle_model"),
        r"names no control",
    ),
    "a line with a wrong value": (
        lambda: CycleState.from_text("cycle_model v1: load much", "cycle_model"),
        r"'much' is not a number",
    ),
}


@pytest.mark.parametrize("call, sentence", BAD.values(), ids=BAD)
def test_refused_with_one_clear_sentence(call, sentence):
    with pytest.raises(ValueError, match=sentence) as refusal:
        call()
    text = str(refusal.value)
    assert "\n" not in text and len(text) < 600 and text.rstrip().endswith(".")


# Figure: every view


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_state_of_a_view_has_the_same_traces(view, theme):
    held = run(view)
    figures = [figure(run(view, **changes), theme=theme, held=held) for changes in SETTINGS]
    assert len({tuple((trace["name"], trace["type"]) for trace in one["data"]) for one in figures}) == 1


def sizes(value):
    """How many bytes an update takes, roughly as it travels."""
    if isinstance(value, dict):
        return sum(len(key) + sizes(inner) for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return sum(sizes(inner) + 1 for inner in value)
    return len(value) if isinstance(value, (bytes, str)) else len(str(value))


@pytest.mark.parametrize("view", VIEWS)
def test_a_slider_move_is_light(view):
    first = pack(figure(run(view)))
    for changes in SETTINGS[1:5]:
        assert sizes(list(difference(first, pack(figure(run(view, **changes)))))) < 8000


@pytest.mark.parametrize("end", [84, 85, 364, 728])
def test_the_last_day_is_always_drawn(end):
    days = drawn_days(end)
    assert days[0] == 0 and days[-1] == end and days == sorted(set(days))


# Figure: the course


@pytest.mark.parametrize("changes", SETTINGS, ids=str)
def test_lines_and_end_marks_of_the_course_are_the_six_states(changes):
    result = run(**{**ALL, **changes})
    shown, end = drawn(result), result.days[-1]
    for at, (name, (role, line_name)) in enumerate(LINES.items()):
        line, values = shown[line_name], result.levels(name)
        assert list(line["x"]) == drawn_days(end)
        assert line["y"] == [values[day] for day in drawn_days(end)], name
        assert line["line"]["color"] == LIGHT.color(role) == shown["Today"]["marker"]["color"][at]
        assert (shown["Today"]["x"][at], shown["Today"]["y"][at]) == (result.look, values[result.look]), name
    assert shown["Disc pressure"]["y"] == [result.pressure[day] for day in drawn_days(end)]
    assert (shown["Last disc pressure"]["y"], shown["Last disc pressure"]["text"]) == (
        [result.pressure[-1]],
        [f"{result.pressure[-1]:.2f} MPa"],
    )


def test_each_label_names_the_line_that_ends_there():
    result, held = run(guarding_reactivity=3.0, **ALL), run(load=1.7)
    shown = drawn(result, held=held)
    lines, (names, of_a) = (
        shown["Lines to the labels"],
        (shown[name] for name in ("Names of the lines", "Name of run A")),
    )
    for column in ("x", "y", "text"):
        names[column] = [*names[column], *of_a[column]]
    names["textfont"]["color"] = [*names["textfont"]["color"], *of_a["textfont"]["color"]]
    ends = {
        text.rpartition(" ")[0]: (float(text.rpartition(" ")[2]), end, color)
        for text, end, color in zip(names["text"], lines["y"][::3], names["textfont"]["color"], strict=True)
    }
    expected = {line_name: (10 * getattr(result, name)[-1], role) for name, (role, line_name) in LINES.items()}
    expected["Pain, run A"] = held.rating[-1], "held"
    assert set(ends) == set(expected)
    for line_name, (value, role) in expected.items():
        assert ends[line_name] == (round(value, 1), value, LIGHT.color(role)), line_name
    assert lines["y"][1::3] == names["y"]


@pytest.mark.parametrize("changes", SETTINGS[:5], ids=str)
def test_the_gain_is_marked_where_it_is_on_the_meter(changes):
    result = run(**changes, show_gain="yes")
    shown = drawn(result)
    meter = shown["Loop gain on the last day and at its steepest"]
    assert meter["x"][2:4] == [min(result.gain, MOST_GAIN), min(result.peak_gain, MOST_GAIN)]
    assert meter["text"][:2] == [f"now {result.gain:.2f}", f"steepest {result.peak_gain:.2f}"]
    assert [size > 0 for size in meter["marker"]["size"]] == [False, False, True, True, False, False]
    assert meter["x"][1] - meter["x"][0] >= 0.69, "the two numbers do not stand in each other"
    assert dict(zip(meter["text"][4:], meter["x"][4:], strict=True)) == {"dies out": 0.5, "a push grows": 3.3}


def test_the_meter_turns_from_dying_out_to_growing_at_a_gain_of_one():
    shown = drawn(run(show_gain="yes"))
    ends = {
        name: {float(x) for x in re.findall(r"[ML](-?[\d.]+),", shown[name]["path"])}
        for name in ("Gain below 1: a push dies out", "Gain above 1: a push grows")
    }
    assert list(ends.values()) == [{0, 1}, {1, MOST_GAIN}]
    assert [shown[name]["fillcolor"] for name in ends] == [LIGHT.fill("balancing"), LIGHT.fill("reinforcing")]


@pytest.mark.parametrize("view", ["course", "timeline"])
def test_run_a_and_the_drawn_prediction_stand_where_they_belong(view):
    held, guess = run(view, load=1.7, days=84), ((0, 6), (14, 4), (364, 1))
    shown = drawn(run(view), held=held, prediction=guess)
    line = shown["Pain in run A"]
    assert line["y"] == [held.rating[min(day, 84)] for day in line["x"]] and line["visible"] is True
    there = [(across(day, 364) if view == "timeline" else day, height) for day, height in guess]
    assert list(zip(shown["Your prediction"]["x"], shown["Your prediction"]["y"], strict=True)) == there
    alone = drawn(run(view))
    assert alone["Pain in run A"]["visible"] is alone["Your prediction"]["visible"] is False


def test_played_day_by_day_the_readers_line_keeps_its_name():
    result, guess = run(days=84, look_day=84, **ALL), ((0, 8), (84, 3.2))
    still = figure(result, prediction=guess)
    names = next(trace for trace in still["data"] if trace["name"] == "Names of the lines")
    played = daily(result, LIGHT, guess)["Names of the lines"]
    assert played["text"][-1] == names["text"] and played["y"][-1] == names["y"]
    assert all(words[-1] == "You said" for words in played["text"]) and names["text"][-1] == "You said"


def test_played_day_by_day_the_course_shows_where_each_day_stands():
    result = run(guarding_reactivity=2.0, days=84, look_day=84, **ALL)
    played, counts = daily(result, LIGHT) | ring.daily(result, LIGHT), grown(result)
    still = drawn(result)
    for name, columns in played.items():
        for column, days in columns.items():
            if column != "visible":
                shown = still[name]["marker"]["size"] if column == "marker.size" else still[name][column]
                assert days[-1] == shown, "the last frame is the still picture of that day"
    for day in (0, 20, 60):
        assert played["Names of the lines"]["text"][day] == [
            f"{line_name} {10 * getattr(result, name)[day]:.1f}" for name, (_, line_name) in LINES.items()
        ]
        assert played["Today"]["y"][day] == [10 * getattr(result, name)[day] for name in LINES]
        assert played["Last disc pressure"]["y"][day] == [result.pressure[day]]
        for name in (*(line_name for _, line_name in LINES.values()), "Disc pressure"):
            seen = still[name]["x"][: counts[name][day]]
            assert seen == [one for one in drawn_days(84) if one <= day], (name, day)


# Words


@pytest.mark.parametrize("view", VIEWS)
def test_no_forbidden_word_no_forecast_and_always_that_it_is_a_model(view, fit_to_say):
    for changes in ({}, {"guarding_reactivity": 3.0, "treatment": "nsaid"}, {"load": 2.5}, {"load": 0.2}):
        result = run(view, **changes)
        for text in (words.sentence(result), words.compare(run(), result)):
            fit_to_say(text)
        assert "this model" in words.sentence(result)


@pytest.mark.parametrize("reactivity", [0.9, 1.6, 3.0])
def test_the_sentence_of_the_course_says_the_figures_numbers(reactivity):
    result = run(guarding_reactivity=reactivity, load=1.1, **ALL)
    text, shown = words.sentence(result), drawn(result)
    assert re.search(rf"{shown['Pain']['y'][-1]:.1f} (of 10 )?on day 364", text)
    for name, line_name in (("Guarding", "Guarding"), ("Inflammation", "Inflammation"), ("The weak", "Weak annulus")):
        assert re.search(rf"{name}[^.]* is {shown[line_name]['y'][-1]:.1f} of 10 on day 364", text), name
    assert f"The disc carries {shown['Last disc pressure']['text'][0]} then" in text
    now, steepest = (said.split()[-1] for said in shown["Loop gain on the last day and at its steepest"]["text"][:2])
    assert f"is {now} now and {steepest} at its steepest; untreated, {words.rests(result)}." in text


def test_it_opens_with_pain_alone():
    result = run()
    text, shown = words.sentence(result), drawn(result)
    assert text == f"In this model pain is 2 of 10 or less from day {result.settled_day} on and 0.1 on day 364."
    seen = {trace["name"] for trace in figure(result)["data"] if trace.get("visible", True) and trace["mode"] != "text"}
    ring_ = {"Arrow heads", "What flows round", "Signs of the ring", "Switches: press one"}
    assert seen == {"Pain", "Today", "Lines to the labels"} | ring_
    assert shown["Names of the lines"]["text"] == ["Pain 0.1"]
    layout = figure(result)["layout"]
    assert [name for name in layout if "axis" in name and layout[name].get("visible", True)] == ["yaxis", "xaxis"]
    assert not {"peak_gain", "equilibria", "return_curve"} & set(vars(result)), "what nobody sees is not worked out"


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_adds_its_line_and_says_what_it_is(name):
    before, after = run(), run(**{f"show_{name}": "yes"})
    added = words.sentence(after).removeprefix(words.sentence(before))
    assert added and not words.sentence(before).endswith(added)
    what = {"pressure": "The disc carries", "gain": "The loop gain", "annulus": "The weak annulus"}
    assert what.get(name, name.capitalize() if name != "herniation" else "The herniation") in added
    line_name = SWITCHES[name] if name != "gain" else "Loop gain on the last day and at its steepest"
    assert drawn(before)[line_name]["visible"] is False and drawn(after)[line_name]["visible"] is True
    assert [len(trace["x"]) for trace in figure(before)["data"] if trace["name"] == line_name] == [0]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("changes", [{}, {"show_pressure": "yes"}, {"show_gain": "yes"}, ALL, {"days": 84}], ids=str)
def test_each_switch_is_pressed_on_its_box_or_chip(theme, changes):
    result = run(**changes)
    shown, plane = drawn(result, theme=theme), ring.board(theme)
    corners = {name: ring.chip(name) if name in ring.CHIPS else plane.corners(name) for name in SWITCHES}
    pressed = shown["Switches: press one"]
    for x, y, choice in zip(pressed["x"], pressed["y"], pressed["customdata"], strict=True):
        name, _, value = choice.removeprefix("show_").partition(":")
        (left, low), (right, _), (_, high), _ = corners[name]
        assert left < x < right and low < y < high
        assert value == ("no" if name in result.state.shown else "yes")
    assert {choice.split(":")[0] for choice in pressed["customdata"]} == {f"show_{name}" for name in SWITCHES}
    said = " ".join([*shown["Words of the boxes"]["text"], *shown["Words of the ring"]["text"]])
    for name, label in SWITCHES.items():
        assert (f"✓ {label}" in said) == (name in result.state.shown)


@pytest.mark.parametrize("changes", [{}, {"show_pressure": "yes"}, {"show_gain": "yes"}, ALL], ids=str)
def test_each_band_of_the_picture_has_a_height_of_its_own(changes):
    state = CycleState(**changes)
    found = levels(state, LIGHT)
    ends = [end for band in found.values() for end in band]
    assert ends == sorted(ends) and ends[0] == 0 and ends[-1] == 1
    assert ("pressure" in found, "gain" in found) == ("show_pressure" in changes, "show_gain" in changes)
    tall = figure(run(**changes))["layout"]["height"] * (found["pain"][1] - found["pain"][0])
    assert 220 < tall < 300, "pain stays as high whatever stands below it"


# Figure: the ring


@pytest.mark.parametrize("day", [0, 14, 300])
def test_each_box_is_as_full_as_its_state_on_the_day(day):
    result = run(guarding_reactivity=3.0, look_day=day)
    shown, plane = drawn(result), ring.board(LIGHT)
    for node in ring.NODES:
        low, high = (plane.corners(node)[corner][1] for corner in (0, 2))
        left, bottom, right, top = (float(x) for x in re.findall(r"-?[\d.]+", shown[f"Level of {node}"]["path"])[:4])
        full = result.pressure[day] / ring.FULL if node == "pressure" else result.levels(node)[day] / 10
        assert (top - bottom) / (high - low) == pytest.approx(full, abs=0.01), node
    texts = dict(zip(ring.NODES, shown["Words of the boxes"]["text"], strict=True))
    assert texts["pain"] == f"Pain<br><b>{result.rating[day]:.1f}</b>"
    assert texts["pressure"] == f"+ Disc pressure<br><b>{result.pressure[day]:.2f} MPa</b>"
    assert f"<b>day {day}</b>" in shown["Words of the ring"]["text"]


def test_more_beads_run_where_more_flows_and_none_where_an_arrow_is_cut():
    def seen(result, days):
        """Beads that are seen on each arrow at least once on some days."""
        sizes = ring.daily(result, LIGHT)["What flows round"]["marker.size"]
        most = [max(one) for one in zip(*(sizes[day] for day in days), strict=True)]
        count = len(most) // len(ring.arrows())
        return {
            row.arrow: sum(size > 0 for size in most[at * count : at * count + count])
            for at, row in enumerate(ring.arrows())
        }

    early, late = seen(run(), range(1, 5)), seen(run(), range(300, 329))
    assert all(late[name] <= early[name] for name in early) and late["pain_guarding"] < early["pain_guarding"]
    for arrow, link in ring.CUTS.items():
        result = run(cut_link=link, look_day=3)
        assert seen(result, range(60))[arrow] == 0
        assert drawn(result)[f"Arrow from {arrow.replace('_', ' to ')}"]["line"]["dash"] == "dot"


def test_a_press_on_a_sign_cuts_the_arrow_and_another_mends_it():
    for link in ("none", *ring.CUTS.values()):
        signs = drawn(run(cut_link=link))["Signs of the ring"]
        for row, choice, text in zip(ring.arrows(), signs["customdata"], signs["text"], strict=True):
            gone = ring.CUTS.get(row.arrow) == link
            assert choice == (f"cut_link:{'none' if gone else ring.CUTS[row.arrow]}" if row.arrow in ring.CUTS else "")
            assert (text == "✂") == gone
            assert (row.arrow in ring.CUTS) == (row.arrow not in ("inflammation_pain", "pressure_herniation"))
    assert set(ring.CUTS.values()) <= set(LINKS)


def test_the_bead_of_an_arrow_goes_from_box_to_box():
    row = next(row for row in ring.arrows() if row.arrow == "pain_guarding")
    path = ring.board(LIGHT).way(row)
    moments = [beads(path, 1, moment / 20, 4, 1 / 20) for moment in range(41)]
    for number in range(4):
        places = [moment[number] for moment in moments]
        for (x, _, size), (right, _, next_size) in pairwise(places):
            assert right > x or size == next_size == 0, "a bead goes back where it is not seen, and only there"
        assert {size for *_, size in places} == {0, 1}
    assert moments[0][0][:2] == path[0]
    assert all(size == 0 for moment in range(20) for *_, size in beads(path, 0, moment / 20, 4, 1 / 20))


def test_a_course_settles_persists_or_lies_between():
    settles = run()
    assert words.sentence(settles).startswith(
        f"In this model pain is 2 of 10 or less from day {settles.settled_day} on and 0.1 on day 364."
    )
    assert words.sentence(run(guarding_reactivity=3.0)).startswith(
        "In this model pain is still 7.1 of 10 on day 364, which this page calls lasting."
    )


def test_rests_are_the_resting_points():
    assert words.rests(run()) == "it has one resting point, pain 0.0 of 10"
    assert words.rests(run(guarding_reactivity=3.0)) == (
        "it has two resting points, pain 0.0 and 6.9 of 10, with a tipping point at 3.8 between them"
    )


def test_the_return_is_said_with_every_meeting_point_and_the_paths_of_its_gain():
    text = words.sentence(run("return", guarding_reactivity=3.0))
    assert (
        "“as much as was put in” at 0.0 of 10 (gain 0.00, holds), 3.8 of 10 (gain 2.22, tips), "
        "6.9 of 10 (gain 0.29, holds). Its steepest gain is 2.44."
    ) in text
    assert text.endswith(
        "by way of sensitisation 1.11, guarding 0.71, inflammation 0.34, the weak annulus 0.05, the herniation 0.01."
    )
    assert "tipping" not in words.sentence(run("return"))


@pytest.mark.parametrize(
    "reactivity, place",
    [
        (0.9, "one resting point; pain can rest at 0.0 of 10"),
        (3.0, "two resting points and a tipping point; pain can rest at 0.0, 6.9 of 10"),
    ],
)
def test_the_map_is_said_with_its_place(reactivity, place):
    assert (
        f"At a load of 1.00 × standing and a guarding reactivity of {reactivity:.2f} this model has {place}"
    ) in words.sentence(run("map", guarding_reactivity=reactivity))


def test_the_hysteresis_words_name_the_jumps_in_the_figure():
    result = run("hysteresis", guarding_reactivity=1.2)
    shown, text = drawn(result), words.sentence(result)
    up, down = (shown[f"Way {way}, in words"]["text"][0].split()[-1] for way in ("up", "down"))
    assert f"pain jumps up at {up} × standing" in text and f"comes down only at {down}." in text
    assert "down nowhere on this axis" in words.sentence(run("hysteresis", guarding_reactivity=3.0))
    assert "goes up and down the same way" in words.sentence(run("hysteresis", cut_link="sensitisation"))


def test_the_time_line_says_both_courses_and_that_sizes_were_put_in():
    result = run("timeline", treatment="heat", guarding_reactivity=2.1, second_treatment="therapy", second_day=0)
    text = words.sentence(result)
    assert "On the time line: Heat, 7 days from day 14 (in two trials some relief after five days); Physical" in text
    table = words.table(result)
    asked = ["Pain and other results", "In whom", "Harms", "How sure", "Who paid", "Source", "Read in"]
    assert [row[1] for row in table.rows] == 2 * asked
    assert {row[0] for row in table.rows} == {"Heat, 7 days", "Physical therapy, 84 days"}
    assert ("Heat, 7 days", "Source", "French et al. 2006; Nadler et al. 2003") in table.rows
    assert words.table(run("timeline")).columns[0] == "Day", "without a treatment it is the run"
    assert "(no good trial was found)" in words.sentence(run(treatment="cold"))
    assert "not a prediction" in text and result.rating[-1] < result.untreated.rating[-1] - 1
    assert (
        f"on day 364 is {result.rating[-1]:.1f} of 10 with them and {result.untreated.rating[-1]:.1f} without"
    ) in text
    assert words.sentence(run("timeline")).startswith("No treatment is on the time line. In this model pain is 0.1 of")


def test_a_played_day_is_said():
    result = run(show_guarding="yes", show_pressure="yes")
    assert words.on_day(result, 14) == (
        f"Day 14: in this model pain is {result.rating[14]:.1f} of 10, guarding {10 * result.guarding[14]:.1f}, "
        f"the disc carries {result.pressure[14]:.2f} MPa."
    )
    assert words.on_day(run(), 14) == f"Day 14: in this model pain is {result.rating[14]:.1f} of 10."


def test_compare_names_what_changed_and_by_how_much():
    calm, tense = run(), run(guarding_reactivity=3.0)
    said = "Against A (changed: Guarding reactivity 3.00): on the last day 7.0 more pain (7.1 instead of 0.1 of 10)"
    assert words.compare(calm, tense) == f"{said}."
    assert words.compare(calm, run(guarding_reactivity=3.0, show_pressure="yes", show_gain="yes")) == (
        f"{said}, disc pressure 0.66 instead of 0.51 MPa, steepest gain 2.44 instead of 1.45."
    )
    assert "7.0 less pain (0.1 instead of 7.1 of 10)" in words.compare(tense, calm)
    assert words.compare(run(), run("map")) == "Against A: nothing but the view has changed."


def test_the_table_of_the_course_holds_every_state():
    result = run(guarding_reactivity=1.6)
    table = words.table(result)
    names = dict(
        zip(
            table.columns[1:7],
            ("pain", "guarding", "inflammation", "herniation", "annulus", "sensitisation"),
            strict=True,
        )
    )
    assert [column.lower() for column in names] == [name.replace("annulus", "weak annulus") for name in names.values()]
    for row in table.rows:
        day = row[0]
        assert row[1:7] == tuple(round(10 * getattr(result, name)[day], 1) for name in names.values())
        assert row[7:] == (round(10 * result.image[day], 1), round(result.pressure[day], 2))
    usual = {0, 7, 14, 28, 42, 84, 126, 182, 273, 364}
    assert [row[0] for row in table.rows] == sorted(usual | {result.settled_day}), "the sentence names that day"


def test_the_other_tables_hold_their_maps():
    result = run("return", guarding_reactivity=3.0)
    pains, returned = result.return_curve
    assert words.table(result).rows[5] == (round(10 * pains[40], 1), round(10 * returned[40], 2))
    result = run("map")
    load, lower, upper = result.regime_map[27]
    assert words.table(result).rows[9] == (round(load, 2), round(lower, 2), round(upper, 2))
    assert words.table(result).rows[0][2] == "none" and result.regime_map[0][2] is None


def test_a_border_outside_the_map_is_said_to_lie_outside():
    """Not "from 16990" where the axis ends at 6, and not "none" where there is no room below it."""
    cells = [
        cell
        for settings in ({}, {"sensitisation_gain": 5.0}, {"nerve_contact": 0.0})
        for row in words.table(run("map", **settings)).rows
        for cell in row[1:]
    ]
    assert {cell for cell in cells if isinstance(cell, str)} == {"none", "below 0.2", "beyond 6"}
    assert all(0.2 <= cell <= 6 for cell in cells if not isinstance(cell, str))


def test_the_other_views_have_their_tables():
    result = run("hysteresis", guarding_reactivity=1.2)
    kinds = {kind for _, _, kind in words.table(result).rows}
    assert kinds == {"rests", "tips"}
    here = [(result.state.load, point.pain, point.stable) for point in result.equilibria]
    for (load, pain, holds), row in zip([*here, *result.load_curve[0][::3]], words.table(result).rows, strict=False):
        assert row == (round(load, 2), round(10 * pain, 1), "rests" if holds else "tips")
