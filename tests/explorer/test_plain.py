"""The slower face and the still one: the same controls, without anywidget."""

import pytest

import spine_edu
from spine_edu.explorer.plain import Redraw
from spine_edu.theme import LIGHT


def line(*y):
    return {"data": [{"type": "scatter", "name": "Line", "y": list(y)}], "layout": LIGHT.layout()}


@pytest.fixture
def explorer():
    return spine_edu.RootFinder(backend_name="redraw")


def test_redraw_shows_a_picture_its_sentence_and_errors():
    view = Redraw()
    view.show(line(1, 2), "A line.")
    assert "application/vnd.plotly.v1+json" in view._area.outputs[0]["data"]
    assert "A line." in view._line.value
    view.error = "No."
    assert "No." in view.error
    assert 'role="alert"' in view.error


def test_words_are_shown_as_words():
    view = Redraw()
    view.show(line(1, 2), "<b>1 < 2</b>")
    view.error = "<img src=x>"
    assert "&lt;b&gt;1 &lt; 2" in view._line.value
    assert "<img" not in view.error


def test_a_hand_moves_the_session_and_the_session_moves_the_controls(explorer):
    explorer.controls["level"].list.value = "C5-6"
    assert explorer.state.level == "C5-6"
    explorer.set(level="L3-4")
    assert explorer.controls["level"].list.value == "L3-4"
    assert explorer.describe() in explorer.widget.view._line.value


def test_a_choice_that_is_no_option_is_refused_where_it_is_set(explorer):
    before = explorer.state
    with pytest.raises(ValueError, match="'L9-9' is not an option"):
        explorer.controls["level"].value = "L9-9"
    assert explorer.state == before
    assert explorer.controls["level"].list.value == explorer.controls["level"].value == before.level
