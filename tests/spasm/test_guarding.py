"""Guarding: published numbers, laws of protection and cost, how a held muscle tires, and where things are drawn."""

from math import hypot, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.spasm import tiring
from spine_edu.spasm.guarding import figure, model, pose, words
from spine_edu.spasm.guarding.model import GuardingState, simulate
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import hidden, inside, lines, said, shape, trace

ALL_THEMES = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
STATES = st.builds(
    GuardingState,
    holding=st.integers(0, 40).map(float),
    push=st.integers(0, 36).map(lambda five: 5.0 * five),
    minutes=st.integers(0, 120).map(lambda half: half / 2),
)


def run(**settings):
    return simulate(GuardingState(**settings))


def drawn(result, theme=LIGHT, **more):
    return figure.figure(result, theme=theme, **more)


# The model --------------------------------------------------------------------------------------------------------


def test_stiffness_is_the_published_one_where_it_was_measured():
    """Gardner-Morse and Stokes 2001: 14.5 N/mm at 20 % of full effort, 19.8 at 40 %, 36.8 % more."""
    assert (model.stiffness(20), model.stiffness(40)) == pytest.approx((14.5, 19.8))
    assert model.stiffness(40) / model.stiffness(20) == pytest.approx(1.368, abs=0.005)


def test_twice_the_holding_is_twice_the_pull_but_not_half_the_movement():
    before, after = run(holding=20), run(holding=40)
    weight = model.weight_above()
    assert after.press - weight == pytest.approx(2 * (before.press - weight))
    assert (before.moved, after.moved) == (pytest.approx(10.0), pytest.approx(7.3, abs=0.05))


@given(STATES)
def test_the_belly_balances_the_back(state):
    result = simulate(state)
    back_arm, belly_arm = data.value("loads_muscle.muscle_arm"), data.value("spasm_guarding.belly_arm")
    assert result.back * back_arm == pytest.approx(result.belly * belly_arm)
    assert result.press == pytest.approx(model.weight_above() + result.back + result.belly)


@given(STATES)
def test_holding_never_moves_her_more_and_never_presses_less_than_letting_go(state):
    result = simulate(state)
    assert result.moved <= result.loose_moved and result.press >= result.loose_press
    assert 0 <= result.active <= state.holding and 0 <= result.tired <= 100
    assert result.active + result.tired <= 100 + 1e-9


@given(STATES, st.integers(1, 10))
def test_holding_harder_moves_her_less_and_presses_more(state, more):
    """At once; an hour later both who tried hard are tired alike."""
    soft = simulate(state.replace(minutes=0.0))
    hard = simulate(state.replace(minutes=0.0, holding=min(state.holding + more, 40)))
    assert hard.moved <= soft.moved and hard.press >= soft.press


def test_nothing_moves_without_a_push_and_the_cost_is_there_all_the_same():
    result = run(push=0)
    assert result.moved == result.loose_moved == 0 and result.press > result.loose_press


@pytest.mark.parametrize("effort", [5, 9, 12, 20, 33, 40])
def test_the_muscle_tires_as_its_equations_say(effort):
    """Against small steps of the three parts: what is asked for is taken from the rested part while there is any."""
    fatigue, recovery = tiring.rates()
    share, tired, step = effort / 100, 0.0, 0.1
    active = share
    for tick in range(int(3600 / step)):
        if tick % 6000 == 0:
            minutes = tick * step / 60
            assert 100 * active == pytest.approx(model.active_after(effort, minutes), abs=0.15)
            assert 100 * tired == pytest.approx(model.tired_after(effort, minutes), abs=0.3)
        tired += step * (fatigue * active - recovery * tired)
        active = min(share, 1 - tired)


def test_what_recovers_as_fast_as_it_tires_can_be_held_on_and_on():
    border = model.sustained()
    assert border == pytest.approx(9.04, abs=0.01)
    assert model.endurance(border) == model.endurance(3) == inf
    assert model.endurance(20) == pytest.approx(11.25, abs=0.01)
    ends = [model.endurance(effort) for effort in (10, 15, 20, 30, 40)]
    assert ends == sorted(ends, reverse=True)
    assert model.active_after(40, 60) == pytest.approx(border, abs=0.01)


def test_a_number_that_others_have_is_theirs():
    """Rates of tiring and strength are those of the EMG bench, weight and lever those of the one-muscle lesson."""
    rows = {row.key: row.value for row in data.table("spasm_emg")}
    assert tiring.rates() == (rows["fatigue_rate"], rows["recovery_rate"])
    assert model.pulls(100)[0] == pytest.approx(rows["strength_20"] * 100 / data.value("loads_muscle.muscle_arm"))


@pytest.mark.parametrize(("holding", "words_of_it"), [(41, "0 % of full effort to 40"), (-1, "outside the range")])
def test_more_than_is_allowed_is_refused_in_a_sentence(holding, words_of_it):
    with pytest.raises(ValueError, match=words_of_it):
        GuardingState(holding=holding)


# The picture ------------------------------------------------------------------------------------------------------


@given(STATES)
def test_a_chest_is_drawn_as_far_as_it_moves(state):
    result = simulate(state)
    for moved in (result.moved, result.loose_moved):
        assert pose.at(pose.CHEST, 0, moved)[0] == pytest.approx(pose.LARGER * moved / 10, abs=1e-6)


@pytest.mark.parametrize("settings", [{}, {"holding": 40, "push": 180}, {"holding": 0}, {"push": 5, "minutes": 40}])
def test_springs_are_squeezed_and_arrows_long_as_forces_are_large(settings):
    result = run(**settings)
    for who, moved in (("She who holds", result.moved), ("She who lets go", result.loose_moved)):
        coil, *plates = lines(shape(drawn(result), f"{who}: spring")["path"])
        squeezed = pose.SQUEEZED * result.state.push
        assert coil[-1][0] - coil[0][0] == pytest.approx(pose.SPRING - squeezed, abs=0.02)
        back = (figure.TIGHT if "holds" in who else figure.LOOSE) + pose.back(moved)[0]
        assert plates[-1][0][0] == coil[-1][0] == pytest.approx(back, abs=0.01)
    upright = run(**{**settings, "push": 0})
    heights = [y for _, y in lines(shape(drawn(upright), "She who holds: press on the disc")["path"])[0]]
    assert max(heights) - min(heights) == pytest.approx(pose.PRESS * upright.press / 1000, abs=0.02)


@pytest.mark.parametrize("holding", [0, 10, 25, 40])
def test_what_holds_fills_the_muscle_up_to_its_knob(holding):
    result = run(holding=holding)
    (grip,) = [one for one in figure.grips(result) if one["control"] == "holding"]
    low, high = grip["track"][0], grip["track"][-1]
    share = holding / 40
    knob = [a + share * (b - a) for a, b in zip(low[1:], high[1:], strict=True)]
    if not holding:
        assert hidden(drawn(result), "She who holds: what holds") or shape(drawn(result), "She who holds: what holds")
        return
    filled = lines(shape(drawn(result), "She who holds: what holds")["path"])[1]
    whole = lines(shape(drawn(result), "She who holds: muscles")["path"])[1]
    assert min(hypot(x - knob[0], y - knob[1]) for x, y in filled) < 3
    assert max(y for _, y in filled) <= max(y for _, y in whole)


def test_tired_muscle_fills_from_above_and_never_lies_on_what_holds():
    for minutes in (0, 3, 8, 20, 60):
        result = run(minutes=minutes)
        assert result.active + result.tired <= 100 + 1e-9
    assert hidden(drawn(run()), "She who holds: what is tired")
    assert not hidden(drawn(run(minutes=20)), "She who holds: what is tired")


def test_more_pressed_discs_are_flatter():
    def high(result):
        ((*corners,),) = [lines(shape(drawn(result), "She who holds: disc")["path"])[0]]
        heights = [y for _, y in corners]
        return max(heights) - min(heights)

    assert high(run(holding=40, push=0)) < high(run(holding=20, push=0)) < high(run(holding=0, push=0))


def test_muscles_lie_in_the_trunk():
    for moved in (0.0, 10.0, 19.6):
        trunk = pose.outlines(moved)[0]
        for front in pose.levers():
            middle = pose.muscle(front, 40, moved)
            assert all(inside(corner, trunk) for corner in middle[3:10]), (moved, front)


@ALL_THEMES
def test_numbers_in_the_picture_are_those_of_the_model(theme):
    result = run(holding=30, minutes=5, push=120)
    texts = said(drawn(result, theme), "What each feels", "Names")
    for expected in (
        f"moves <b>{result.moved:.1f} mm</b>",
        f"moves <b>{result.loose_moved:.1f} mm</b>",
        f"disc <b>{words.kilonewtons(result.press)}</b>",
        f"disc <b>{words.kilonewtons(result.loose_press)}</b>",
        "120 N",
        "<b>holds 30 %</b>",
    ):
        assert expected in texts


def test_the_hour_is_what_the_model_holds():
    result = run(holding=30, minutes=12)
    course = trace(drawn(result), "What she holds")
    minutes = [x if x <= 20 else 20 + 4 * (x - 20) for x in course["x"]]
    assert (minutes[0], minutes[-1]) == (0, model.LAST)
    assert list(course["y"]) == [pytest.approx(model.active_after(30, minute)) for minute in minutes]
    for minute, across in ((12, 12), (60, 30)):
        now = trace(drawn(run(holding=30, minutes=minute)), "Now")
        assert (now["x"], now["y"]) == ([across], [pytest.approx(model.active_after(30, minute))])


@given(STATES)
def test_a_hand_that_goes_towards_her_pushes_harder(state):
    """The ring lies on the drawn hand, goes to the right with the push, and far enough for a finger."""
    (grip,) = [one for one in figure.grips(simulate(state)) if one["control"] == "push"]
    (soft, start, _), (hard, end, _) = grip["track"]
    assert hard > soft and end - start > 14
    share = state.push / hard
    xs, ys = zip(*grip["body"], strict=True)
    assert min(xs) < start + share * (end - start) < max(xs) and min(ys) < grip["track"][0][2] < max(ys)


@pytest.mark.parametrize("prediction", [0.0, 5.0, 10.0])
def test_what_was_expected_is_named_at_its_mark_and_beside_nothing_else(prediction):
    shown = drawn(run(**figure.ASKED), prediction=prediction)
    ((x, low), (_, high)) = lines(shape(shown, "Where you expected her chest")["path"])[0]
    words_ = trace(shown, "Your prediction in words")
    assert abs(words_["x"][0] - x) < 2 and high < words_["y"][0] < high + 5 and low < high
    for name, value in {"holding": 20, "push": 180, "minutes": 5}.items():
        other = drawn(run(**{**figure.ASKED, name: value}), prediction=prediction)
        assert hidden(other, "Where you expected her chest"), name
        assert trace(other, "Your prediction in words")["text"] == [" "]


def test_nobody_who_pushes_moves_nobody():
    told = words.sentence(run(push=0))
    assert "Nobody pushes." in told and "0.0 mm" not in told
    assert "if she lets go" not in words.sentence(run(holding=0))


def test_run_a_is_drawn_and_told():
    held = run(holding=0)
    assert "A: 15.8 mm, 0.38 kN" in said(drawn(run(), held=held), "What each feels")
    assert not hidden(drawn(run(), held=held), "A, held") and hidden(drawn(run()), "A, held")


# The words --------------------------------------------------------------------------------------------------------


def test_each_study_is_told_with_its_own_numbers():
    rows = {row.key: row for row in data.table("spasm_guarding")}
    for study in {row.study for row in rows.values()}:
        text = words.found(study)
        for row in rows.values():
            if row.study == study:
                expected = f"{row.low:g} to {row.high:g}" if row.low is not None else f"{row.value:g}"
                assert expected in text, (study, row.key)
    assert words.found("none") == ""


def test_it_is_said_when_she_can_no_longer_hold():
    assert "She can hold it for 11 minutes" in words.sentence(run())
    late = words.sentence(run(minutes=30))
    assert "After 30 minutes of trying, she holds 9 % of full effort and not 20 %" in late
    assert "Her strength for it lasted 11 minutes" in late
    assert "hold on and on" in words.sentence(run(holding=8))
    assert words.sentence(run(holding=0)).startswith("She lets go.")


def test_the_question_has_the_answer_of_the_measurement():
    """From 20 to 40 % of full effort the published stiffness lets the movement fall from 10.0 to 7.3 mm."""
    explorer = spine_edu.GuardingCost(ask_first=False)
    asked = explorer.State(**explorer.ask.at)
    assert explorer.ask.answer(simulate(asked)) == pytest.approx(10 * 14.5 / 19.8, abs=0.01)
    assert f"{simulate(asked.replace(holding=figure.BEFORE)).moved:.1f} mm" in explorer.ask.question
