"""The face in Jupyter: it shows what the session says, and tells it what a hand did."""

import json

import ipywidgets as widgets
import pytest

import spine_edu
from spine_edu import data
from spine_edu.explorer.card import at_step, card, typed
from spine_edu.explorer.solids import SolidFace
from spine_edu.registry import REGISTRY
from tests.explorer.answers import WRITTEN

PARTS = pytest.mark.parametrize("part", REGISTRY)


def make(part, **settings):
    return getattr(spine_edu, REGISTRY[part])(backend_name="live", **settings)


def act(explorer, verb, **given):
    explorer.widget.act({"act": verb, "id": f"test {verb}", **given})
    assert explorer.widget.heard == f"test {verb}"


def assert_shown(explorer):
    """The face shows the session: every control, the words and the picture."""
    face = explorer.widget
    assert {name: getattr(face, name) for name in face.controls} == vars(explorer.state)
    assert (face.sentence, face.scenario, face.said) == (explorer.describe(), explorer.scenario_name, explorer.said)
    assert face.held == (explorer.held is not None)
    assert face.position == explorer.position


@PARTS
def test_everything_a_hand_can_do_does_what_the_session_does(part):
    explorer, twin = make(part), make(part)
    last = explorer.scenarios[-1].name
    for name, given, same in [
        ("scenario", {"name": last}, lambda: twin.scenario(last)),
        ("hold", {}, twin.hold),
        ("undo", {}, twin.undo),
        ("show_limit", {"key": explorer.limits[0].key}, lambda: twin.show_limit(twin.limits[0].key)),
        ("show_way", {"key": explorer.challenges[0].key}, lambda: twin.show_way(twin.challenges[0].key)),
        ("release", {}, twin.release),
        (
            "settings",
            {"text": f"{part} v1: {explorer.scenarios[1].settings}"},
            lambda: twin.from_text(f"{part} v1: {twin.scenarios[1].settings}"),
        ),
        ("look", {"name": "dark"}, lambda: twin.set_theme("dark")),
        ("reset", {}, twin.reset),
    ]:
        act(explorer, name, **given)
        same()
        assert explorer.widget.error == ""
        assert_shown(explorer)
        assert (explorer.to_text(), explorer.describe(), explorer.said) == (twin.to_text(), twin.describe(), twin.said)


@PARTS
def test_every_control_is_moved_by_whole_steps_and_by_name(part):
    explorer = make(part)
    for name, one in card(explorer)["controls"].items():
        explorer.reset()
        if "options" in one:
            act(explorer, "choose", name=name, value=one["options"][-1][0])
        elif "most" in one:
            act(explorer, "write", name=name, value=WRITTEN[-1])
        else:
            act(explorer, "move", name=name, step=one["steps"])
        if not explorer.widget.error:
            expected = one["options"][-1][0] if "options" in one else one.get("high", WRITTEN[-1])
            assert getattr(explorer.state, name) == expected
        assert_shown(explorer)


@PARTS
def test_the_card_is_plain_data(part):
    shown = card(make(part))
    assert json.loads(json.dumps(shown)) == {**shown, "first": list(shown["first"])}
    assert set(shown["first"]) <= set(shown["controls"])


@PARTS
def test_no_control_takes_a_name_of_the_widget(part):
    assert not set(getattr(spine_edu, REGISTRY[part]).State.declarations()) & set(dir(SolidFace))


@PARTS
def test_each_panel_shows_the_present_result(part):
    explorer = make(part)
    face = explorer.widget
    act(explorer, "panel", opened="table")
    explorer.scenario(explorer.scenarios[-1].name)
    assert face.panels["table"]["caption"] == explorer.table().caption
    assert len(face.panels["table"]["rows"]) == len(explorer.table().rows)
    act(explorer, "panel", opened="challenges")
    goal = explorer.challenges[0].key
    assert face.panels["challenges"][goal] == explorer.check(goal)
    explorer.show_way(goal)
    assert face.panels["challenges"][goal] is True
    act(explorer, "panel", opened="text")
    assert face.panels["text"]["line"] == explorer.to_text()
    act(explorer, "panel", opened="sources")
    assert len(face.panels["sources"]["rows"]) >= len([one for one in face.card["controls"].values() if "low" in one])
    for name in ("table", "challenges", "text", "sources"):
        act(explorer, "panel", closed=name)
    assert face.panels == {}


def test_the_panel_of_sources_lists_in_full_what_the_words_name():
    explorer = make("cycle_arrows")
    explorer.set(steps=5, arrow="guarding_pain")
    named = data.keys_named(explorer.describe())
    assert named
    act(explorer, "panel", opened="sources")
    assert set(map(data.full_citation, named)) <= set(explorer.widget.panels["sources"]["sources"])


@pytest.fixture
def explorer():
    return make("cycle_loop")


def test_the_face_is_made_once_and_when_it_is_asked_for(explorer):
    assert explorer._face is None
    assert explorer.widget is explorer.widget


def test_a_face_that_is_made_late_shows_the_present_state(explorer):
    explorer.scenario(explorer.scenarios[1].name)
    explorer.hold()
    assert_shown(explorer)


def test_what_python_sets_reaches_the_face_also_in_bursts(explorer):
    face = explorer.widget
    for gain in (0.2, 1.4, 0.9, 1.1):
        explorer.set(gain=gain)
    explorer.scenario(explorer.scenarios[2].name)
    explorer.reset()
    explorer.set(gain=1.35)
    assert face.gain == 1.35
    assert_shown(explorer)


def test_a_value_off_the_grid_is_kept(explorer):
    explorer.set(gain=1.33)
    assert explorer.state.gain == explorer.widget.gain == 1.33
    act(explorer, "type", name="gain", text="0,77")
    assert explorer.state.gain == explorer.widget.gain == 0.77


@pytest.mark.parametrize(("text", "value"), [("0.5", 0.5), ("0,5", 0.5), (" 1 ", 1.0), ("1e-1", 0.1), (",5", 0.5)])
def test_a_decimal_comma_is_a_decimal_point(explorer, text, value):
    assert typed(explorer.controls["gain"].declaration, text) == value


@pytest.mark.parametrize("text", ["", "much", "1.000,5", "1,000.5", "1,2,3", "1_0", "0x1", None])
def test_what_is_no_number_is_refused_in_words(explorer, text):
    before = explorer.state
    act(explorer, "type", name="gain", text=text)
    assert "is not a number; allowed is 0.00 to 1.50" in explorer.widget.error
    assert explorer.state == before


@pytest.mark.parametrize("step", [-1, 31, 0.5, True, None, "3"])
def test_a_step_that_does_not_exist_is_refused(explorer, step):
    with pytest.raises(ValueError, match="has the steps 0 to 30"):
        at_step(explorer.controls["gain"].declaration, step)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({}, "There is no act None"),
        ({"act": "no such"}, "There is no act 'no such'"),
        ({"act": "choose", "name": "no such", "value": 1}, "no control named no such"),
        ({"act": "move", "name": "change", "step": 1}, "There is no number 'change'"),
        ({"act": "choose", "name": "change", "value": "magic"}, "'magic' is not an option"),
        ({"act": "choose", "name": "gain", "value": 99}, "outside the range"),
        ({"act": "scenario", "name": "no such"}, "there are"),
        ({"act": "settings", "text": "<img src=x onerror=alert(1)>"}, "must start with"),
        ({"act": "predict", "answer": ["nothing", 1, 2, 3, 4]}, "Say a number first"),
        ({"act": "predict", "answer": ["a lot", 1, 2, 3, 4]}, "is not a number"),
        ({"act": "click", "choice": {"a": 1}}, "chooses nothing"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words_and_loses_nothing(explorer, message, words):
    before = explorer.state
    explorer.widget.act({"id": "x 1", **message})
    assert words in explorer.widget.error
    assert explorer.widget.heard == "x 1", "the page may send the next act"
    assert explorer.state == before
    assert_shown(explorer)
    act(explorer, "reset")
    assert explorer.widget.error == ""


def test_a_refused_choice_leaves_list_and_state_alike():
    """Case 01: an extraforaminal place at L4-5, then a disc of the neck, where there is none."""
    explorer = make("anatomy_roots")
    act(explorer, "choose", name="zone", value="extraforaminal")
    act(explorer, "choose", name="level", value="C4-5")
    assert explorer.widget.error
    assert_shown(explorer)
    act(explorer, "choose", name="zone", value="central")
    assert explorer.state.level == explorer.widget.level == "L4-5"


def test_a_trait_that_is_set_moves_the_session(explorer):
    explorer.widget.gain = 1.25
    assert explorer.state.gain == 1.25
    with pytest.raises(ValueError, match="outside the range"):
        explorer.widget.gain = 99
    assert explorer.widget.gain == explorer.state.gain == 1.25


def test_it_links_with_other_widgets(explorer):
    slider, heard = widgets.FloatSlider(0.8, min=0, max=1.5), []
    widgets.link((slider, "value"), (explorer.widget, "gain"))
    explorer.widget.observe(lambda change: heard.append(change.new), "gain")
    slider.value = 1.2
    assert explorer.state.gain == 1.2
    explorer.reset()
    assert slider.value == 0.8
    assert heard == [1.2, 0.8]
    assert widgets.HBox([explorer.widget]).children == (explorer.widget,)


def test_an_observer_that_raises_leaves_controls_and_picture_together(explorer):
    explorer.widget.observe(lambda change: 1 / 0, "gain")
    with pytest.raises(ZeroDivisionError):
        explorer.set(gain=1.2, start=9)
    assert_shown(explorer)


def test_an_observer_that_sets_something_else_has_the_last_word(explorer):
    explorer.widget.observe(lambda change: explorer.set(start=3), "gain")
    explorer.set(gain=1.2, start=9)
    assert (explorer.state.gain, explorer.state.start) == (1.2, 3)
    assert_shown(explorer)


@pytest.mark.callback_error
def test_an_error_in_an_act_is_said_in_words(explorer, monkeypatch, caplog):
    face = explorer.widget
    monkeypatch.setattr(type(explorer), "describe", lambda self: 1 / 0)
    act(explorer, "hold")
    assert "ZeroDivisionError" in face.error
    assert "Start again" in face.error
    assert any(record.exc_info for record in caplog.records)


def test_frames_are_handed_over_when_they_are_asked_for():
    explorer = make("start_practice")
    face = explorer.widget
    act(explorer, "frames")
    assert face.frames["count"] == len(explorer.frames())
    act(explorer, "position", position=7)
    assert explorer.position == 7, "where the browser pauses"
    explorer.step()
    assert face.position == explorer.position > 7
    act(explorer, "move", name="tap", step=9)
    assert explorer.position == face.position == 0
    assert face.frames == {}


def test_the_page_sets_light_and_dark_until_a_look_is_chosen(explorer):
    act(explorer, "page", dark=True)
    assert explorer.widget.look["name"] == "dark"
    act(explorer, "look", name="presenter")
    act(explorer, "page", dark=False)
    assert explorer.widget.look["name"] == "presenter"
    chosen = make("cycle_loop", theme="light")
    act(chosen, "page", dark=True)
    assert chosen.theme.name == "light"


def test_an_update_sends_only_what_changed(explorer):
    face = explorer.widget
    base = face.base
    explorer.set(gain=1.0)
    assert face.base is base
    assert face.live
    explorer.set_theme("dark")
    assert face.live == []
    assert face.look["name"] == "dark"


def test_closing_all_widgets_breaks_no_later_explorer(explorer):
    """Case 10: what all explorers share is made anew."""
    assert explorer.widget.comm is not None
    widgets.Widget.close_all()
    later = make("cycle_loop")
    assert later.widget.comm is not None
    assert later.widget.bundle.comm is not None


def test_what_a_stored_page_keeps(explorer, monkeypatch):
    monkeypatch.delenv("SPINE_EDU_PICTURES", raising=False)
    kept, _ = explorer._repr_mimebundle_()
    assert kept["text/plain"] == explorer.describe()
    assert "application/vnd.jupyter.widget-view+json" in kept


@PARTS
def test_where_a_run_is_looked_at_the_knobs_lie_where_things_are_then(part):
    """A load hangs in the hands of who bends: what a run goes over moves what other knobs sit on."""
    explorer = make(part, ask_first=False)
    if not explorer.can_play():
        return
    act(explorer, "frames")
    for position in (len(explorer.frames()) // 2, len(explorer.frames()) - 1):
        act(explorer, "position", position=position)
        assert explorer.widget.grips == explorer.grips()
