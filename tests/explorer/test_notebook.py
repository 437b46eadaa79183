"""The face in Jupyter: it shows what the session says, and tells it what a hand did."""

import pytest

import spine_edu


@pytest.fixture
def session():
    return spine_edu.RootFinder(backend_name="live")


def test_the_face_is_made_once_and_when_it_is_asked_for(session):
    assert session._face is None
    assert session.widget is session.widget


def test_a_face_that_is_made_late_shows_the_present_state(session):
    session.scenario(session.scenarios[1].name)
    session.hold()
    face = session.widget
    assert {name: item.value for name, item in face.controls.items()} == vars(session.state)
    assert face.scenarios.value == session.scenarios[1].name
    assert face.view.sentence == session.describe()
    assert face.buttons["Release A"].layout.display == ""


def test_a_choice_that_is_no_option_is_refused_where_it_is_set(session):
    before = session.state
    with pytest.raises(ValueError, match="'L9-9' is not an option"):
        session.controls["level"].value = "L9-9"
    assert session.state == before
    assert session.controls["level"].list.value == session.controls["level"].value == before.level


def test_a_hand_moves_the_session_and_the_session_moves_the_controls(session):
    session.controls["level"].list.value = "C5-6"
    assert session.state.level == "C5-6"
    session.set(level="L3-4")
    assert session.controls["level"].list.value == "L3-4"
    assert session.widget.view.sentence == session.describe()


@pytest.mark.parametrize("message", [
    {}, {"kind": "no such"}, {"kind": "click"}, {"kind": "click", "choice": None},
    {"kind": "click", "choice": {"a": 1}},
])
def test_an_odd_message_of_the_browser_harms_nothing(session, message):
    face, before = session.widget, session.state
    face.guarded(face.heard)(message)
    assert session.state == before
    assert "went wrong" not in face.view.error


def test_frames_are_handed_over_when_they_are_asked_for():
    session = spine_edu.Practice(backend_name="live")
    face = session.widget
    face.heard({"kind": "frames"})
    assert face.view.frames["count"] == len(session.frames())
    face.view.position = 7
    assert session.position == 7, "where the browser pauses"
    session.step()
    assert face.view.position == session.position > 7
    session.controls["tap"].slider.value = 9
    assert session.position == face.view.position == 0
    assert face.view.frames == {}


def test_what_a_stored_page_keeps(session, monkeypatch):
    monkeypatch.delenv("SPINE_EDU_PICTURES", raising=False)
    bundle, _ = session._repr_mimebundle_()
    assert bundle["text/plain"] == session.describe()
    assert "application/vnd.jupyter.widget-view+json" in bundle
