"""The slower face and the still one: the same controls, without anywidget."""

import os
import subprocess
import sys

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


@pytest.mark.parametrize(
    ("name", "start", "control", "option"),
    [
        ("RootFinder", {"zone": "extraforaminal"}, "level", "C4-5"),
        ("ShapeBuilder", {}, "level", "C6-7"),
        ("WholeCycle", {}, "treatment", "vertebroplasty"),
        ("ShapeBuilder", {"cover": "nothing", "continuity": "free"}, "cover", "annulus"),
    ],
)
def test_after_a_refusal_the_list_shows_what_the_state_says(name, start, control, option):
    """Case 01: list and picture disagreed for good."""
    explorer = getattr(spine_edu, name)(backend_name="redraw", **start)
    before, shown = explorer.state, explorer.controls[control].list
    shown.value = option
    assert explorer.widget.view.error
    assert explorer.state == before
    assert shown.value == explorer.controls[control].value == getattr(before, control)
    explorer.reset()
    assert shown.value == getattr(explorer.state, control)


@pytest.mark.parametrize(
    ("text", "value", "box"),
    [
        ("0,5", 0.5, "0.5"),
        ("3.33", 3.33, "3.33"),
        (" 3 ", 3.0, "3"),
        ("11", 5.0, "5"),
        ("much", 5.0, "5"),
        ("", 5.0, "5"),
        ("1,000.5", 5.0, "5"),
        ("nan", 5.0, "5"),
    ],
)
def test_what_is_typed_is_what_is_set_or_the_box_goes_back(text, value, box):
    """Case 02: in a number box of the browser 0,5 became 5."""
    bath = spine_edu.Practice(backend_name="redraw")
    tap = bath.controls["tap"]
    tap.box.value = text
    assert bath.state.tap == value
    assert tap.slider.value == round(2 * value) / 2, "the nearest step"
    assert tap.box.value == box
    assert ("allowed is" in tap._help.value) == (value == 5.0)
    assert ('role="alert"' in tap._help.value) == (value == 5.0)
    bath.set(tap=6)
    assert (tap.box.value, tap.slider.value) == ("6", 6)
    assert "alert" not in tap._help.value


def test_a_prediction_takes_a_decimal_comma_too():
    bath = spine_edu.Practice(backend_name="redraw", ask_first=True)
    ((_, box, keep, _),) = [question.children for question in bath.widget.asking.children]
    box.value = "much"
    keep.click()
    assert "is not a number" in bath.widget.view.error
    assert bath.predicted is None and bath.veiled
    box.value = "12,5"
    keep.click()
    assert bath.predicted == 12.5 and not bath.widget.asking.children


def test_the_slower_face_is_veiled_too():
    bath = spine_edu.Practice(backend_name="redraw", ask_first=True)
    face = bath.widget
    assert (face.main.layout.display, face.panels.layout.display) == ("none", "none")
    assert "48" not in face.view._line.value and "Before you look" in face.view._line.value
    bath.predict(50)
    assert face.main.layout.display == "" and face.uncover.layout.display == ""
    face.uncover.click()
    assert "The model says 48 litres" in face.strip.value and face.uncover.layout.display == "none"
    assert face.buttons["Predict"].layout.display == "none"


def test_whoever_would_rather_look_may_still_be_asked():
    bath = spine_edu.Practice(backend_name="redraw", ask_first=True)
    face = bath.widget
    face.asking.children[0].children[-1].click()
    assert not bath.veiled and face.buttons["Predict"].layout.display == ""
    face.buttons["Predict"].click()
    assert bath.veiled and face.asking.children


def test_a_slider_that_sends_its_rounding_back_moves_nothing():
    """Case 25: 0.9 came back as 0.8999999999999999, and 1.33 as 1.35."""
    whole = spine_edu.WholeCycle(backend_name="redraw")
    load = whole.controls["load"]
    whole.set(load=1.33)
    load.slider.value = 1.3500000000000003
    assert whole.state.load == 1.33
    load.slider.value = 1.4000000000000001
    assert whole.state.load == 1.4
    assert load.box.value == "1.4"


def test_the_slower_face_needs_no_anywidget():
    code = (
        "import sys; sys.modules['anywidget'] = None\nimport spine_edu\n"
        "loop = spine_edu.RunTheLoop(backend_name='redraw')\n"
        "loop.widget, spine_edu.CheckYourself('05')._repr_mimebundle_()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "SPINE_EDU_WIDGETS": "redraw"},
    )
    assert done.returncode == 0, done.stderr[-500:]
