"""The words of the cycle: the figure's numbers, never a forecast for a person, never a forbidden word."""

import re

import pytest
from plotly.graph_objects import Figure

from spine_edu import data
from spine_edu.cycle.arrows import model as arrows_model
from spine_edu.cycle.arrows import words as cycle_arrows
from spine_edu.cycle.loop import figure as loop_figure
from spine_edu.cycle.loop import model as loop_model
from spine_edu.cycle.loop import words as cycle_loop
from spine_edu.cycle.whole import figure as whole_figure
from spine_edu.cycle.whole import model as whole_model
from spine_edu.cycle.whole import words as cycle_model

VIEWS = data.choice("cycle_model.view").values
FORBIDDEN = re.compile(r"slipped|rupture|wear and tear|crumbl|unstable|instability|vicious|prognos|\byou will\b|damage",
                       re.IGNORECASE)


def whole(**settings):
    return whole_model.simulate(whole_model.CycleState(**settings))


def every_sentence():
    for view in VIEWS:
        for settings in ({}, {"guarding_reactivity": 3.0, "treatment": "nsaid"}, {"load": 2.5}, {"load": 0.2}):
            result = whole(view=view, **settings)
            yield cycle_model.sentence(result)
            yield cycle_model.compare(whole(), result)
    for gain in (0.5, 1.0, 1.3):
        for story in ("reinforcing", "recovery", "adaptation"):
            for change in ("none", "drain"):
                state = loop_model.LoopState(gain=gain, story=story, change=change)
                yield cycle_loop.sentence(loop_model.simulate(state))
    for row in data.table("cycle_links"):
        yield cycle_arrows.sentence(arrows_model.simulate(
            arrows_model.ArrowsState(steps=5, balancing="yes", arrow=row.arrow)))


def test_no_forbidden_word_and_no_personal_forecast():
    for text in every_sentence():
        assert not FORBIDDEN.search(text), text
        assert not re.search(r"\bnan\b|\binf\b|None", text), text


@pytest.mark.parametrize("view", VIEWS)
def test_the_whole_model_always_says_that_it_is_a_model(view):
    assert "this model" in cycle_model.sentence(whole(view=view))


@pytest.mark.parametrize("reactivity", [0.9, 1.6, 3.0])
def test_the_sentence_of_the_course_says_the_figures_numbers(reactivity):
    result = whole(guarding_reactivity=reactivity, load=1.1)
    text = cycle_model.sentence(result)
    figure = {trace.name: trace for trace in Figure(whole_figure.figure(result)).data}
    assert re.search(rf"{figure['Pain'].y[-1]:.1f} (of 10 )?on day 364", text)
    assert f"{figure['Guarding'].y[-1]:.1f} of 10" in text
    assert figure["Last disc pressure"].text[0] in text
    assert figure["Loop gain on the last day and at its steepest"].text[1].split()[-1] in text


def test_the_hysteresis_words_name_the_jumps_in_the_figure():
    result = whole(view="hysteresis", guarding_reactivity=1.2)
    figure = {trace.name: trace for trace in Figure(whole_figure.figure(result)).data}
    for name in ("Way up, in words", "Way down, in words"):
        assert figure[name].text[0].split()[-1] in cycle_model.sentence(result)


def test_the_time_line_says_that_sizes_were_put_in():
    text = cycle_model.sentence(whole(view="timeline", treatment="heat"))
    assert "Heat, 7 days from day 14" in text and "not a prediction" in text


def test_compare_names_what_changed_and_by_how_much():
    text = cycle_model.compare(whole(), whole(guarding_reactivity=3.0))
    assert "Guarding reactivity 3.00" in text and "7.1 instead of 0.1" in text
    assert "nothing but the view" in cycle_model.compare(whole(), whole(view="map"))


@pytest.mark.parametrize("view", VIEWS)
def test_tables_hold_the_plotted_numbers(view):
    table = cycle_model.table(whole(view=view, guarding_reactivity=1.2))
    assert table.rows and all(len(row) == len(table.columns) for row in table.rows)
    assert any("(" in column for column in table.columns) or view in ("return",)


def test_the_loop_says_what_the_tank_shows():
    result = loop_model.simulate(loop_model.LoopState(outside=0.4, day=15))
    text, flows = cycle_loop.sentence(result), {trace.name: trace for trace in Figure(loop_figure.figure(result)).data}
    drained = flows["Words of the tank"].text[2].split("<br>")[1].split()[0]
    assert f"{drained} drains" in text and "day 15" in text
    assert cycle_loop.verdict(result) in text


def test_the_loop_counts_its_total():
    assert "5.0 times its own size" in cycle_loop.sentence(loop_model.simulate(loop_model.LoopState(gain=0.8)))
    assert "without end" in cycle_loop.sentence(loop_model.simulate(loop_model.LoopState(gain=1.0)))


def test_an_arrow_is_read_with_both_sides_and_its_sources():
    text = cycle_arrows.sentence(arrows_model.simulate(arrows_model.ArrowsState(steps=3, arrow="guarding_pain")))
    assert "contested" in text and "For it:" in text and "Against it:" in text and "Birznieks" in text
    assert "hypothesis" in text


def test_arrows_compared_with_a():
    few, all_ = (arrows_model.simulate(arrows_model.ArrowsState(steps=steps)) for steps in (2, 5))
    assert "new: herniation → pain" not in cycle_arrows.compare(few, few)
    assert "guarding → pain" in cycle_arrows.compare(few, all_) and "A closed 0 loops, this one 3." in \
        cycle_arrows.compare(few, all_)
