"""The loop and its tank: all that can be worked out on paper, where it is drawn, and what is said of it."""

import re
from math import exp, inf, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy import interp

from spine_edu.cycle.loop import tank, words
from spine_edu.cycle.loop.figure import METER, PER_GAIN, daily, figure, grips, veiled
from spine_edu.cycle.loop.model import BRIM, DAYS, LoopState, half_life, simulate
from spine_edu.drawing.outlines import EMPTY
from spine_edu.theme import LIGHT, PRESENTER, THEMES
from tests.drawn import inside, lines, said, shape

GAINS = st.floats(0, 1.5)


def run(**settings):
    return simulate(LoopState(**settings))


def drawn(result, **more):
    """What is drawn, by name: traces and shapes."""
    plain = figure(result, **more)
    return {item["name"]: item for item in (*plain["data"], *plain["layout"]["shapes"])}


# Model


@pytest.mark.parametrize("gain, total", [(0.0, 1), (0.5, 2), (0.75, 4), (0.8, 5)])
def test_one_push_brings_its_size_over_one_minus_gain(gain, total):
    """10 + 8 + 6.4 + ... = 50: what drains in all is the push times 1 / (1 - gain)."""
    result = simulate(LoopState(gain=gain, clearance=1.0, delay=0.5, start=1.0))
    assert result.total == pytest.approx(total)
    assert sum(result.drained[:-1]) / 8 == pytest.approx(total, rel=0.07)


@settings(max_examples=40)
@given(clearance=st.floats(0.05, 1), delay=st.floats(0, 7), start=st.floats(1, 10))
def test_the_border_is_a_gain_of_exactly_one_whatever_the_delay(clearance, delay, start):
    def late_change(gain):
        level = simulate(LoopState(gain=gain, clearance=clearance, delay=delay, start=start)).level
        return level[-1] - level[-240]

    assert abs(late_change(1.0)) < 1e-2 * start, "a long pipe rings a little"
    assert late_change(0.9) < 0
    assert (
        late_change(1.1) > 0
        or simulate(LoopState(gain=1.1, clearance=clearance, delay=delay, start=start)).level[-1] == BRIM
    )


@settings(max_examples=30)
@given(clearance=st.floats(0.05, 1), delay=st.floats(0, 7), start=st.floats(1, 10))
def test_at_the_border_the_push_is_shared_by_tank_and_pipe(clearance, delay, start):
    result = simulate(LoopState(gain=1.0, clearance=clearance, delay=delay, start=start))
    assert result.rest == pytest.approx(start / (1 + clearance * delay))
    assert result.level[-1] == pytest.approx(result.rest, rel=0.03)  # a long pipe keeps ringing a little


@settings(max_examples=30)
@given(gain=st.floats(0, 0.95), clearance=st.floats(0.1, 1))
def test_without_delay_it_is_an_exponential(gain, clearance):
    result = simulate(LoopState(gain=gain, clearance=clearance, delay=0, start=8))
    for day in (1, 5, 20):
        assert result.level[result.at(day)] == pytest.approx(8 * exp(-clearance * (1 - gain) * day), rel=0.02, abs=1e-6)
    assert result.half_life == pytest.approx(log(2) / (clearance * (1 - gain)))


@pytest.mark.parametrize("gain, delay", [(0.5, 1), (0.8, 3), (0.9, 2), (1.1, 2)])
def test_half_life_is_the_one_seen_late_in_the_run(gain, delay):
    result = simulate(LoopState(gain=gain, clearance=0.3, delay=delay, start=2))
    early, late = result.level[result.at(40)], result.level[result.at(45)]
    if late < BRIM:
        assert early * 0.5 ** (5 / result.half_life) == pytest.approx(late, rel=0.01)


@given(delay=st.floats(0, 7), gain=GAINS)
def test_what_the_loop_brings_back_is_what_left_the_tank_one_delay_ago(delay, gain):
    """Between two steps the level of then is read off the straight line."""
    result = run(delay=delay, gain=gain, clearance=0.3, start=5)
    after = [index for index, day in enumerate(result.days[:-1]) if day >= delay]
    then = interp([result.days[index] - delay for index in after], result.days, result.level)
    assert [result.returned[index] for index in after] == pytest.approx(list(gain * 0.3 * then), abs=1e-6)
    assert not any(result.returned[: after[0]])


def test_a_delay_slows_the_loop_and_the_border_stops_it():
    assert half_life(0.8, 0.3, 3) > half_life(0.8, 0.3, 0) > half_life(0.0, 0.3, 0) == pytest.approx(log(2) / 0.3)
    assert half_life(1.0, 0.3, 3) == inf and half_life(1.2, 0.3, 3) < 0


def test_a_steady_drive_rests_where_inflow_and_drain_are_equal():
    result = simulate(LoopState(gain=0.8, outside=0.3))
    assert result.rest == pytest.approx(5) and result.level[-1] == pytest.approx(5, abs=0.01)
    assert result.outcome == "holds"


def test_less_in_than_out_means_falling_while_something_still_pours_in():
    result = simulate(LoopState(gain=0.0, outside=0.5, clearance=0.3, start=8))
    n = result.at(1)
    assert result.outside[n] > 0 and result.outside[n] < result.drained[n] and result.level[n + 8] < result.level[n]


@pytest.mark.parametrize("gain, outcome", [(0.8, "settles"), (1.0, "holds"), (1.2, "runs away")])
def test_settles_holds_runs_away(gain, outcome):
    assert simulate(LoopState(gain=gain)).outcome == outcome


def test_cutting_any_arrow_of_the_loop_is_the_same():
    runs = [
        simulate(LoopState(gain=1.2, change=change, strength=0.6)).level
        for change in ("guarding", "pressure", "irritation")
    ]
    assert runs[0] == runs[1] == runs[2]


def test_a_cut_loop_leaves_what_the_drive_alone_holds_up():
    result = simulate(LoopState(gain=0.8, outside=0.5, change="guarding", strength=1, change_day=30))
    assert result.level[-1] == pytest.approx(0.5 / 0.3, abs=0.01)


def test_a_wider_drain_lowers_the_effective_gain():
    result = simulate(LoopState(gain=1.2, change="drain", strength=1.0, change_day=0))
    assert result.outcome == "settles" and result.rest == 0


def test_a_change_that_ends_lets_a_gain_above_one_return():
    result = simulate(LoopState(gain=1.3, change="guarding", strength=0.9, change_days=15))
    assert min(result.level) < 1 and result.level[-1] > 3


def test_without_a_drain_every_loop_runs_away():
    assert simulate(LoopState(story="reinforcing", gain=0.1)).outcome == "runs away"
    assert simulate(LoopState(story="reinforcing", gain=0.0)).outcome == "holds"


def test_getting_used_to_it_follows_its_two_times():
    """habit' = rate x fullness x (1 - habit) - habit / time, with 0.05 a day and 60 days: a few steps by hand."""
    result = run(story="adaptation", gain=1.0, delay=0.0, start=8)
    habit, level = 0.0, 8.0
    for n in range(5 * 8):
        habit += (0.05 * level / 10 * (1 - habit) - habit / 60) / 8
        level *= exp(-0.3 * habit / 8)
        assert result.level[n + 1] == pytest.approx(level, rel=1e-3)


def test_getting_used_to_it_can_settle_a_gain_above_one():
    assert simulate(LoopState(story="adaptation", gain=1.2)).outcome == "settles"
    assert simulate(LoopState(story="adaptation", gain=1.2)).level[-1] < 1


@settings(max_examples=40)
@given(
    gain=GAINS,
    start=st.floats(0, 10),
    outside=st.floats(0, 2),
    delay=st.floats(0, 7),
    change=st.sampled_from(["none", "guarding", "drive", "drain"]),
    story=st.sampled_from(["reinforcing", "recovery", "adaptation"]),
)
def test_the_level_stays_in_the_tank_and_the_same_settings_give_the_same_run(
    gain, start, outside, delay, change, story
):
    state = LoopState(gain=gain, start=start, outside=outside, delay=delay, change=change, story=story)
    result = simulate(state)
    assert all(0 <= level <= BRIM for level in result.level) and result.days[-1] == DAYS
    assert result.level == simulate(state).level


@settings(max_examples=30)
@given(gain=st.floats(0, 1.4), more=st.floats(0.01, 0.1), start=st.floats(0, 10))
def test_more_gain_never_means_less(gain, more, start):
    one, two = (simulate(LoopState(gain=value, start=start)).level for value in (gain, gain + more))
    assert all(a <= b + 1e-12 for a, b in zip(one, two, strict=True))


@pytest.mark.parametrize(
    "change, sentence",
    [
        ({"gain": 3}, r"Gain per turn: 3\.?0* is outside the range; allowed is 0\.00 to 1\.50"),
        ({"clearance": 0}, "Clearance: 0 is outside"),
        ({"story": "fate"}, "Story told: 'fate' is not an option"),
    ],
)
def test_a_setting_outside_its_range_is_refused_in_a_sentence(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        LoopState(**change)


@pytest.mark.parametrize(
    "numbers, sentence",
    [
        ((0.5, 0, 1), "drains nothing; it must be above 0"),
        ((-0.5, 0.3, 1), "must not be negative"),
        ((0.5, 0.3, -1), "must not be negative"),
    ],
)
def test_no_half_life_of_what_is_no_loop(numbers, sentence):
    with pytest.raises(ValueError, match=sentence):
        half_life(*numbers)


# Figure


@pytest.mark.parametrize(
    "changes", [{}, {"gain": 1.5, "outside": 2.0}, {"start": 0.0}, {"change": "drain", "gain": 1.2}]
)
def test_the_tank_shows_the_chosen_day(changes):
    result = run(day=20, **changes)
    shown = drawn(result)
    level = result.level[result.at(20)]
    assert f"V{level:.3f}H" in shown["Irritation in the tank"]["path"]
    reading = shown["Words of the tank"]
    assert reading["text"][3].startswith(f"day 20<br><b>{level:.1f}</b> / 10")
    assert abs(reading["y"][3] - level) >= 2.5, "the water line does not cross the reading"
    mark = shown["The day of the tank"]
    assert (mark["x"], mark["y"]) == ([20], [level])


def test_the_tank_is_as_high_as_its_brim_and_the_water_stands_inside_it():
    shown = drawn(run())
    left, right = (float(x) for x in re.findall(r"M(\S+),0H(\S+)V", shown["Irritation in the tank"]["path"])[0])
    corners = [tuple(map(float, corner.split(","))) for corner in shown["The tank"]["path"][1:].split("L")]
    assert corners == [(left, BRIM), (left, 0), (right, 0), (right, BRIM)]


def test_taps_end_over_the_tank_and_the_drain_leaves_it_downwards():
    shown = drawn(run(outside=1))
    for tap in ("From outside", "Round the loop and back"):
        ends = shown[tap]["y"][-2:]
        assert ends[0] > ends[1] >= BRIM, tap
        assert shown[tap]["marker"]["size"][-1] > 0 == sum(shown[tap]["marker"]["size"][:-1]), "the head is at the end"
    drain, loop = shown["Drained"]["y"], shown["Round the loop and back"]
    assert 0 > drain[0] > drain[1]
    assert drain[1] < loop["y"][0] < drain[0] and loop["x"][0] == shown["Drained"]["x"][0], (
        "the loop begins at the drain"
    )


def test_a_flow_is_as_wide_as_it_is_strong():
    result = run(outside=2, gain=0.8)
    n, shown = result.at(result.state.day), drawn(result)
    flows = {
        "From outside": result.outside[n],
        "Round the loop and back": result.returned[n],
        "Drained": result.drained[n],
    }
    assert len(set(flows.values())) == 3
    for name, flow in flows.items():
        assert shown[name]["line"]["width"] == pytest.approx(LIGHT.line * (0.5 + 3 * min(flow / 3, 1))), name


def test_a_flow_of_nothing_is_not_drawn():
    shown = drawn(run())
    assert shown["From outside"]["visible"] is False and shown["Drained"]["visible"] is True
    assert drawn(run(story="reinforcing"))["Drained"]["visible"] is False


@pytest.mark.parametrize(
    "settings, trend",
    [
        ({"day": 20}, "▼ falling"),
        ({"gain": 1.3, "day": 4}, "▲ rising"),
        ({"gain": 1.3, "day": 20}, "▲ runs over"),
        ({"gain": 1.0, "day": 60}, "■ level"),
    ],
)
def test_words_of_the_tank_are_its_flows(settings, trend):
    result = run(outside=0.0, **settings)
    n = result.at(result.state.day)
    outside, loop, drain, level, push, border = drawn(result)["Words of the tank"]["text"]
    assert push == "push"
    assert outside == f"outside<br>{result.outside[n]:.2f} / d"
    assert (loop, drain) == (f"loop<br>{result.returned[n]:.2f} / d", f"drain<br>{result.drained[n]:.2f} / d")
    assert level.endswith(f"<br>{trend}")


@pytest.mark.parametrize("day", [0, 10, 90])
def test_the_water_itself_is_taken_hold_of(day):
    result = run(day=day)
    [body] = [one["body"] for one in grips(result) if one["control"] == "start"]
    wide, high = {x for x, _ in body}, max(y for _, y in body)
    assert wide == {2.0, 8.0} and high == pytest.approx(max(result.level[result.at(day)], 1.0), abs=1e-3)


def test_the_curves_are_this_run_its_border_run_a_and_what_was_predicted():
    result, held = run(gain=1.1), run(gain=0.5)
    shown = drawn(result, held=held, prediction=((0, 6), (30, 4), (120, 1)))
    for name, one in (("Level", result), ("Border: the same with a gain of 1", run(gain=1.0)), ("Run A", held)):
        assert list(shown[name]["y"]) == [one.level[one.at(day)] for day in range(DAYS + 1)], name
        assert list(shown[name]["x"]) == list(range(DAYS + 1))
    guess = shown["Your prediction"]
    assert (guess["x"], guess["y"], guess["mode"]) == ([0, 30, 120], [6, 4, 1], "lines+markers")
    ends = dict(zip(shown["Names of the lines"]["text"], shown["Lines to the labels"]["y"][::3], strict=True))
    assert ends["you said"] == 1, "its name stands at its end, where no curve runs through it"
    alone = drawn(result)
    assert alone["Run A"]["visible"] is alone["Your prediction"]["visible"] is False


def test_each_label_names_the_line_that_ends_there():
    result, held = run(gain=0.9, outside=0.1), run(gain=0.5)
    shown = drawn(result, held=held)
    names, lines = shown["Names of the lines"], shown["Lines to the labels"]
    ends = dict(zip(names["text"], lines["y"][::3], strict=True))
    assert ends == {
        "gain 0.90": result.level[-1],
        "border:<br>gain 1": run(gain=1.0, outside=0.1).level[-1],
        "run A": held.level[-1],
    }
    assert lines["y"][1::3] == names["y"]
    colors = dict(zip(names["text"], names["textfont"]["color"], strict=True))
    assert colors == {
        "gain 0.90": shown["Level"]["line"]["color"],
        "run A": shown["Run A"]["line"]["color"],
        "border:<br>gain 1": shown["Border: the same with a gain of 1"]["line"]["color"],
    }


def test_the_change_is_shown_from_its_first_to_its_last_day_above_the_brim():
    shown = drawn(run(change="drain", change_day=10, change_days=30))
    band = shown["While the change lasts"]
    assert (min(band["x"]), max(band["x"])) == (10, 40) and min(band["y"]) > BRIM and band["visible"]
    assert max(drawn(run(change="drain", change_day=100))["While the change lasts"]["x"]) == DAYS
    assert drawn(run())["While the change lasts"]["visible"] is drawn(run())["The change"]["visible"] is False


@pytest.mark.parametrize("settings", [{}, {"gain": 1.0}, {"gain": 1.2}, {"change": "drive", "outside": 1}])
def test_the_title_is_the_verdict(settings):
    result = run(**settings)
    for theme in (LIGHT, PRESENTER):
        title = figure(result, theme=theme)["layout"]["title"]["text"]
        assert title.replace("<br>", " ") == f"<b>{words.verdict(result)}</b>"


def test_played_day_by_day_it_shows_what_a_still_picture_of_that_day_shows():
    result = run(gain=1.1, outside=0.2)
    played = daily(result)
    for day in (0, 7, 60, 120):
        still = drawn(simulate(result.state.replace(day=day)), theme=LIGHT)
        for name, columns in played.items():
            assert {column: days[day] for column, days in columns.items()} == {
                column: inner(still[name], column) for column in columns
            }, (name, day)


def inner(part, column):
    """What a column such as marker.size holds in a trace or shape."""
    for name in column.split("."):
        part = part[name]
    return part


def test_drops_run_only_where_something_flows_and_more_where_more_does():
    def seen(result):
        most = {"From outside": 4, "Round the loop and back": 9, "Drained": 2}
        sizes = daily(result)["Drops in the pipes"]["marker.size"]
        found, first = {}, 0
        for name, count in most.items():
            found[name] = sum(size > 0 for day in sizes for size in day[first : first + count])
            first += count
        return found

    little, much = seen(run(outside=0.2)), seen(run(outside=1.5))
    assert 0 < little["From outside"] < much["From outside"]
    assert seen(run(outside=0))["From outside"] == 0 == seen(run(gain=0))["Round the loop and back"]
    assert seen(run(story="reinforcing"))["Drained"] == 0


def test_a_full_tank_that_fills_on_runs_over():
    full, rising = run(gain=1.4, day=100), run(gain=1.4, day=5)
    assert shape(figure(full), "What runs over the rim")["path"].count("M") == 2
    assert shape(figure(rising), "What runs over the rim")["path"] == EMPTY
    assert "is running over: " in words.sentence(full) and "is rising: " in words.sentence(rising)
    assert "▲ runs over" in drawn(full)["Words of the tank"]["text"][3]


def test_the_meter_is_pressed_where_its_gains_lie():
    places = drawn(run())["Gains to press on the meter"]
    for x, choice in zip(places["x"], places["customdata"], strict=True):
        assert x == pytest.approx(PER_GAIN * float(choice.removeprefix("gain:")))
    assert places["customdata"][0] == "gain:0" and places["customdata"][-1] == "gain:1.5"
    pipe = drawn(run())["Gains to press on the loop’s pipe"]
    assert pipe["customdata"] == places["customdata"] and pipe["y"] == sorted(pipe["y"])
    [valve] = drawn(run(gain=1.2))["Valve of the loop"]["y"]
    assert pipe["y"][pipe["customdata"].index("gain:1.2")] == pytest.approx(valve), "it goes where it is pressed"


# Hands on the picture


def held(result):
    """Where each handle lies now: control -> (x, y) on its axes."""
    return {grip["control"]: placed(grip["track"], getattr(result.state, grip["control"])) for grip in grips(result)}


def placed(track, value):
    """Where a value lies on a track, straight between its points."""
    for (low, *one), (high, *other) in zip(track, track[1:], strict=False):
        if low <= value <= high:
            share = (value - low) / (high - low)
            return tuple(a + (b - a) * share for a, b in zip(one, other, strict=True))
    raise AssertionError(value)


@pytest.mark.parametrize(
    "settings",
    [{}, {"gain": 1.2, "outside": 1.3, "day": 60}, {"start": 10, "clearance": 1}, {"start": 0, "day": 0, "gain": 0}],
)
def test_each_handle_sits_on_what_it_moves(settings):
    result = run(**settings)
    shown, at = figure(result), held(result)
    state = result.state
    lever, slide, push = (
        lines(shape(shown, name)["path"])[0]
        for name in ("Lever of the tap", "Slide of the drain", "Water line on day 0")
    )
    assert at["outside"] == pytest.approx(lever[1], abs=0.05) and at["clearance"] == pytest.approx(slide[0], abs=1e-3)
    assert at["start"] == pytest.approx(push[0]) and push[0][1] == push[1][1] == state.start
    mark = next(trace for trace in shown["data"] if trace["name"] == "The day of the tank")
    assert at["day"][0] == mark["x"][0] == state.day and at["day"][1] == pytest.approx(mark["y"][0], abs=0.15)
    name = "Gain at which a push grows" if state.gain > 1 else "Gain at which a push dies out"
    left, right = (corner[0] for corner in lines(shape(shown, name)["path"])[0][:2])
    [(needle, _)] = lines(shape(shown, "Gain on the meter")["path"])
    assert left <= needle[0] <= right and needle[0] == pytest.approx(80 * state.gain)
    assert at["gain"] == pytest.approx((needle[0], sum(METER) / 2)), "the slide of the meter is what is dragged"
    pipe, valve = (
        next(trace for trace in shown["data"] if trace["name"] == name)
        for name in ("Round the loop and back", "Valve of the loop")
    )
    [x], [y] = valve["x"], valve["y"]
    assert x == pipe["x"][1] and pipe["y"][1] < y < pipe["y"][2], "a valve on its pipe"
    [(tick, _)] = lines(shape(shown, "Gain of 1 on the pipe")["path"])
    assert (y > tick[1]) == (state.gain > 1)


def test_the_meter_changes_colour_at_the_border():
    for story, border in (("recovery", 1), ("adaptation", 1), ("reinforcing", 0)):
        shown = figure(run(story=story))
        dies, grows = (
            lines(shape(shown, name)["path"])[0]
            for name in ("Gain at which a push dies out", "Gain at which a push grows")
        )
        assert dies[-1][0] == 0 and dies[1][0] == grows[0][0] == PER_GAIN * border if border else True
        assert grows[1][0] == PER_GAIN * 1.5 == DAYS
        assert simulate(LoopState(story=story, gain=border + 0.05)).half_life < 0 or story == "adaptation"


def test_the_taps_lever_turns_and_keeps_its_reach():
    ends = [tank.lever(drive / 10, 2) for drive in range(21)]
    assert all(left[0] < right[0] for left, right in zip(ends, ends[1:], strict=False)), "to the right, further open"
    across, up = tank._REACH
    middle = tank._PIVOT
    for x, y in ends:
        assert ((x - middle[0]) / across) ** 2 + ((y - middle[1]) / up) ** 2 == pytest.approx(1)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(
    "settings", [{}, {"start": 10, "day": 0, "gain": 1.5}, {"start": 0, "outside": 2.0}, {"gain": 1.3, "day": 120}]
)
def test_handles_are_a_finger_apart_where_the_picture_is_narrowest(theme, settings):
    result = run(**settings)
    layout, at = figure(result, theme=theme)["layout"], []
    margin, wide = layout["margin"], 34 * theme.size
    for grip in grips(result):
        place = placed(grip["track"], getattr(result.state, grip["control"]))
        pixels = []
        for axis, value, room in zip(
            grip["axes"],
            place,
            (wide - margin["l"] - margin["r"], layout["height"] - margin["t"] - margin["b"]),
            strict=True,
        ):
            (low, high), (first, last) = layout[axis]["range"], layout[axis]["domain"]
            pixels.append(room * (first + (last - first) * (value - low) / (high - low)))
        assert all(((pixels[0] - x) ** 2 + (pixels[1] - y) ** 2) ** 0.5 >= 28 for x, y in at), grip["control"]
        at.append(pixels)


def test_the_question_shows_the_push_and_the_gain_and_no_run():
    result = run()
    shown = veiled(result)
    assert {trace["name"] for trace in shown["data"]} == {"Words of the meter", "Words of the tank"}
    assert "gain 0.80" in said(shown) and "day 0<br><b>6</b><br>poured in" in said(shown)
    water = shape(shown, "Irritation in the tank")["path"]
    assert "V6.000H" in water and shown["layout"]["xaxis"] == figure(result)["layout"]["xaxis"]
    assert inside(said(shown)["day 0<br><b>6</b><br>poured in"], [(2, 0), (8, 0), (8, 6), (2, 6)])


# Words


@pytest.mark.parametrize(
    "settings, verdict",
    [
        ({}, "Settles: its distance from rest halves in 14.4 d"),
        ({"gain": 1.0}, "Holds: each turn gives back just what was lost"),
        ({"gain": 1.2}, "Runs away: it doubles in 15.6 d"),
        ({"outside": 1.2}, "Fills to the rim: it would come to rest at 20.0, above the rim"),
        ({"gain": 1.2, "change": "drain"}, "Settles with the change; left alone, it doubles in 15.6 d"),
        ({"story": "reinforcing"}, "Runs away: nothing drains and it doubles in 3.5 d"),
        ({"story": "reinforcing", "gain": 0}, "Holds: nothing drains"),
        ({"story": "adaptation"}, "Settles: its gain falls while the tank is full"),
    ],
)
def test_the_verdict_is_the_outcome_and_the_pace(settings, verdict):
    result = run(**settings)
    assert words.verdict(result) == verdict
    assert verdict.lower().startswith(result.outcome if "rim" not in verdict else "fills")


@given(gain=st.floats(0, 1.5), outside=st.floats(0, 2), clearance=st.floats(0.05, 1))
def test_no_verdict_says_that_what_runs_away_comes_to_rest(gain, outside, clearance):
    said = words.verdict(run(gain=gain, outside=outside, clearance=clearance))
    assert not ("Runs away" in said and "halves" in said)
    assert ("Fills to the rim" in said) == ("above the rim" in said)


@pytest.mark.parametrize(
    "settings", [{}, {"gain": 1.3, "day": 40}, {"outside": 0.4, "day": 15}, {"change": "drain", "gain": 1.2, "day": 3}]
)
def test_the_sentence_says_the_gain_the_tank_and_its_flows(settings):
    result = run(**settings)
    n, day = result.at(result.state.day), result.state.day
    text = words.sentence(result)
    assert text.startswith(f"Gain {result.state.gain:.2f} per turn. {words.verdict(result)}. ")
    said = re.search(
        r"On day (\d+) the tank stands at (\S+) of 10 and is ([a-z ]+): (\S+) a day flows in, (\S+) drains", text
    )
    into = result.returned[n] + result.outside[n]
    assert said.groups() == (
        f"{day:.0f}",
        f"{result.level[n]:.1f}",
        words.motion(result, n),
        f"{into:.2f}",
        f"{result.drained[n]:.2f}",
    )


@pytest.mark.parametrize("story", ["reinforcing", "recovery", "adaptation"])
@pytest.mark.parametrize("change", ["none", "drain"])
@pytest.mark.parametrize("gain", [0.5, 1.0, 1.3])
def test_no_story_is_told_in_words_that_frighten(gain, change, story, fit_to_say):
    result = run(gain=gain, story=story, change=change)
    fit_to_say(words.sentence(result))
    fit_to_say(words.compare(run(), result))


def test_more_in_than_out_is_rising():
    assert [words.trend(1.0, out) for out in (0.5, 1.0, 1.5)] == ["rising", "level", "falling"]


def test_the_sentence_ends_with_the_last_day_or_with_what_the_change_did():
    assert words.sentence(run(gain=1.2)).endswith(" On day 120 it stands at 10.0.")
    settled = run(gain=1.2, change="drain")
    assert words.sentence(settled).endswith(
        "With the change (wider drain by 50 % from day 7 for 120 days) it is settled (1 or less) from day 35 on."
    )
    assert settled.level[settled.at(35)] <= 1 < settled.level[settled.at(34)], "on that whole day it is"
    kept = run(gain=1.5, change="guarding", strength=0.1)
    assert words.sentence(kept).endswith(f"it stands at {kept.level[-1]:.1f} on day 120.")


def test_the_loop_counts_its_total():
    assert "one push brings 5.0 times its own size" in words.sentence(run(gain=0.8))
    assert "one push brings irritation without end" in words.sentence(run(gain=1.0))


def test_a_played_day_is_said_like_the_chosen_one():
    result = run(outside=0.4)
    n = result.at(20)
    assert words.on_day(result, 20) == (
        "Day 20: the tank stands at 6.0 of 10; 1.82 a day flows in, 1.79 drains; it is rising."
    )
    flows = result.level[n], result.returned[n] + result.outside[n], result.drained[n]
    assert flows == pytest.approx((6.0, 1.82, 1.79), abs=0.05)


def test_compare_names_what_changed_and_both_outcomes():
    text = words.compare(run(), run(gain=1.2))
    assert text == (
        "Against A (changed: gain per turn 1.20): it runs away, and A settles; on day 120 the tank stands "
        "at 10.0 instead of 0.0 of 10."
    )
    assert "it still settles" in words.compare(run(), run(gain=0.5))
    assert words.compare(run(), run(day=30)) == "Against A: nothing but the day you look at has changed."


def test_the_table_holds_the_tank_and_its_flows():
    result = run(gain=1.1, outside=0.3)
    table = words.table(result)
    assert [row[0] for row in table.rows] == [0, 1, 3, 7, 10, 14, 21, 30, 45, 60, 90, 120]
    for day, level, outside, returned, drained in table.rows:
        n = result.at(day)
        assert (level, outside, returned, drained) == tuple(
            round(flow[n], 2) for flow in (result.level, result.outside, result.returned, result.drained)
        )
    assert [column.split(" (")[0] for column in table.columns] == [
        "Day",
        "Level",
        "From outside",
        "From the loop",
        "Drained",
    ]
