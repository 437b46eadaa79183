"""The figures of the cycle: the same traces for every state, light updates, and nothing that overlaps."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plotly.graph_objects import Figure

from spine_edu import data
from spine_edu.cycle.arrows import figure as cycle_arrows
from spine_edu.cycle.arrows import model as arrows_model
from spine_edu.cycle.curves import drawn_days
from spine_edu.cycle.loop import figure as cycle_loop
from spine_edu.cycle.loop import model as loop_model
from spine_edu.cycle.whole import figure as cycle_model
from spine_edu.cycle.whole import model as whole_model
from spine_edu.drawing.labels import spread
from spine_edu.explorer.view import difference, pack
from spine_edu.theme import LIGHT, PRESENTER, THEMES

VIEWS = data.choice("cycle_model.view").values
SETTINGS = [{}, {"guarding_reactivity": 3.0}, {"load": 2.5, "ageing": 1.0}, {"load": 0.2, "guarding_reactivity": 0.2},
            {"guarding_reactivity": 6.0, "sensitisation_gain": 5.0}, {"cut_link": "sensitisation", "days": 84},
            {"treatment": "fusion", "second_treatment": "traction", "third_treatment": "manual", "days": 728}]


def whole(view, settings):
    return whole_model.simulate(whole_model.CycleState(view=view, **settings))


def sizes(value):
    """How many bytes an update takes, roughly as it travels."""
    if isinstance(value, dict):
        return sum(len(key) + sizes(inner) for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return sum(sizes(inner) + 1 for inner in value)
    return len(value) if isinstance(value, (bytes, str)) else len(str(value))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_state_of_a_view_has_the_same_traces(view, theme):
    held = whole(view, {})
    figures = [Figure(cycle_model.figure(whole(view, changes), theme=theme, held=held)) for changes in SETTINGS]
    assert len({tuple((trace.name, trace.type) for trace in figure.data) for figure in figures}) == 1


@pytest.mark.parametrize("view", VIEWS)
def test_a_slider_move_is_light(view):
    first = pack(cycle_model.figure(whole(view, {})))
    for changes in SETTINGS[1:5]:
        result = whole(view, changes)
        assert sizes(list(difference(first, pack(cycle_model.figure(result))))) < 8000


def test_labels_stand_apart_in_order_and_inside():
    placed = spread([0.1, 0.2, 0.15, 5.0, 5.1, 9.9], 0.6, 0.2, 9.8)
    assert [round(value, 2) for value in placed] == [0.2, 1.4, 0.8, 4.75, 5.35, 9.8]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 10), min_size=1, max_size=7))
def test_spread_never_overlaps(heights):
    placed = spread(heights, 1.2, 0.0, 10.0)
    for one, other in itertools.combinations(placed, 2):
        assert abs(one - other) >= 1.2 - 1e-9
    assert all(-1e-9 <= value <= 10 + 1e-9 for value in placed)
    by_height = [placed[i] for i in sorted(range(len(heights)), key=lambda i: heights[i])]
    assert by_height == sorted(by_height)


@pytest.mark.parametrize("end", [84, 85, 364, 728])
def test_the_last_day_is_always_drawn(end):
    days = drawn_days(end)
    assert days[0] == 0 and days[-1] == end and days == sorted(set(days))


@pytest.mark.parametrize("theme", [LIGHT, PRESENTER], ids=["light", "presenter"])
def test_boxes_of_the_diagram_do_not_overlap_and_stay_inside(theme):
    wide, tall = cycle_arrows._box(theme)
    for (x, y, *_), (u, v, *_) in itertools.combinations(cycle_arrows.BOXES.values(), 2):
        assert abs(x - u) >= 2 * wide or abs(y - v) >= 2 * tall
    assert all(0 <= x - wide and x + wide <= 100 for x, *_ in cycle_arrows.BOXES.values())


@pytest.mark.parametrize("theme", [LIGHT, PRESENTER], ids=["light", "presenter"])
def test_arrows_run_outside_the_boxes(theme):
    wide, tall = cycle_arrows._box(theme)
    for row in data.table("cycle_links"):
        for px, py in cycle_arrows._curve(row, wide, tall)[1:-1]:
            for node, (x, y, *_) in cycle_arrows.BOXES.items():
                assert abs(px - x) > wide - 0.5 or abs(py - y) > tall - 0.5, (row.arrow, node)


@pytest.mark.parametrize("theme", [LIGHT, PRESENTER], ids=["light", "presenter"])
def test_signs_of_the_diagram_do_not_cover_each_other(theme):
    result = arrows_model.simulate(arrows_model.ArrowsState(steps=5, balancing="yes"))
    figure = Figure(cycle_arrows.figure(result, theme=theme))
    signs = next(trace for trace in figure.data if trace.name == "Signs")
    per_x, per_y = 690 / 100, (figure.layout.height - theme.size) / 114
    for (a, b), (c, d) in itertools.combinations(zip(signs.x, signs.y, strict=True), 2):
        assert ((a - c) * per_x) ** 2 + ((b - d) * per_y) ** 2 > (theme.size * 1.45) ** 2


def test_arrows_that_are_not_revealed_are_invisible_and_every_loop_has_its_letter():
    few = Figure(cycle_arrows.figure(arrows_model.simulate(arrows_model.ArrowsState(steps=1))))
    hidden = [trace.name for trace in few.data if trace.visible is False]
    assert "pain to guarding" in hidden and "herniation to inflammation" not in hidden
    result = arrows_model.simulate(arrows_model.ArrowsState(steps=5, balancing="yes"))
    assert {frozenset(loop.nodes) for loop in result.loops} == set(cycle_arrows.MARKS)


def test_the_chosen_arrow_is_marked_and_signs_can_be_clicked():
    result = arrows_model.simulate(arrows_model.ArrowsState(steps=3, arrow="guarding_pain"))
    figure = {trace.name: trace for trace in Figure(cycle_arrows.figure(result)).data}
    assert figure["The arrow you read about"].visible is True
    assert "arrow:guarding_pain" in figure["Signs"].customdata


@pytest.mark.parametrize("changes", [{}, {"gain": 1.5, "outside": 2.0}, {"start": 0.0},
                                     {"change": "drain", "gain": 1.2}])
def test_the_tank_shows_the_chosen_day(changes):
    result = loop_model.simulate(loop_model.LoopState(day=20, **changes))
    drawn = Figure(cycle_loop.figure(result))
    figure = {item.name: item for item in (*drawn.data, *drawn.layout.shapes)}
    level = result.level[result.at(20)]
    assert f"V{level:.3f}H" in figure["Irritation in the tank"].path
    assert f"<b>{level:.1f}</b>" in figure["Words of the tank"].text[3]
    assert abs(figure["Words of the tank"].y[3] - level) >= 2.5, "the water line does not cross the reading"
    assert figure["The day of the tank"].y[0] == pytest.approx(level)


def test_a_flow_of_nothing_is_not_drawn():
    result = loop_model.simulate(loop_model.LoopState())
    figure = {trace.name: trace for trace in Figure(cycle_loop.figure(result)).data}
    assert figure["From outside"].visible is False and figure["Drained"].visible is True
