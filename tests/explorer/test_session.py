"""The session: what it tells its listeners, and what it refuses without losing anything."""

import math

import pytest

import spine_edu
from spine_edu import data
from spine_edu.explorer.changes import DRAWING, MOMENT, POSITION, SETTINGS, WORDS
from spine_edu.registry import REGISTRY


@pytest.fixture
def session():
    return spine_edu.RunTheLoop()


@pytest.fixture
def told(session):
    heard = []
    session.listen(heard.append)
    return heard


def test_listeners_are_told_what_has_changed(session, told):
    session.set(gain=1.2)
    session.hold()
    session.step()
    assert told == [{SETTINGS, DRAWING, POSITION, WORDS}, {DRAWING, WORDS}, {POSITION, SETTINGS, MOMENT}]


def test_one_drag_is_one_step_back(session, told):
    for gain in (0.9, 1.0, 1.1):
        session.move("gain", gain)
    assert [SETTINGS in what for what in told] == [True, False, False], "a control that is held is not written"
    session.move("start", 5)
    session.undo()
    assert session.state.gain == 1.1
    session.undo()
    assert session.state == session.State()


@pytest.mark.parametrize("part", REGISTRY)
def test_what_a_list_is_set_to_stays_in_it_or_is_refused_in_words(part):
    """On the pathway the list of boxes, set to First visit, read "where the walk stands" afterwards."""
    session = getattr(spine_edu, REGISTRY[part])(ask_first=False)
    rules = session.State.declarations().items()
    for name, value in [(name, one) for name, rule in rules if isinstance(rule, data.Choice) for one in rule.values]:
        before = session.state
        # What says that it changes nothing now has said why.
        if name in session.idle():
            continue
        try:
            session.move(name, value)
        except ValueError:
            assert session.state == before
        else:
            assert getattr(session.state, name) == value


def test_what_a_run_goes_over_is_set_to_where_it_is_looked_at(session, told):
    session.move("gain", 1.1)
    session.frames()
    told.clear()
    session.go_to(30)
    assert session.state.day == 30 and session.result.level == session.model.simulate(session.state).level
    assert told == [{POSITION, SETTINGS, MOMENT}], "where the run rests, its picture is the state's"
    assert f"day {session.state.day:g}" in session.describe().lower()
    session.move("start", 5)
    assert session.state.day == 30 and session.position == 0


def test_every_change_starts_the_run_anew(session):
    session.run()
    assert session.position > 0
    session.move("gain", 1.1)
    assert session.position == 0


def test_frames_follow_the_theme_and_the_prediction():
    session = spine_edu.TwelveMonthsOfScans()
    first = session.frames()
    assert session.frames() is first, "made once"
    session.predict("bulge")
    beside = session.frames()
    assert beside is not first
    session.set_theme("dark")
    assert session.frames() is not beside


def test_a_scenario_is_named_until_something_moves(session):
    name = session.scenarios[1].name
    session.scenario(name)
    assert session.scenario_name == name
    assert session.said == session.scenarios[1].notice
    session.move("gain", 0.5)
    assert session.scenario_name == session.said == ""


def test_both_apostrophes_are_accepted():
    session = spine_edu.ArrowByArrow()
    assert session.scenario("The article's whole round") == session.scenario("The article’s whole round")


@pytest.mark.parametrize("count", [math.nan, -(10**6), 0.5, 0, True, "2", None])
def test_a_step_that_is_no_whole_number_is_refused(session, count):
    session.step()
    with pytest.raises(ValueError, match="whole steps, 1 or more"):
        session.step(count)
    assert session.position == session.frames().stride


def test_a_prediction_needs_an_answer(session):
    with pytest.raises(ValueError, match="needs an answer to: The gain is 0.8"):
        session.predict()
    assert session.predicted is None


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ("level", "chooses nothing"),
        ("nowhere:L4-5", "cannot be set to 'L4-5'"),
        ("nowhere:3", "no control named nowhere"),
        ("level:L9-9", "not an option"),
        ("level:L4-5;zone", "chooses nothing"),
        ({"level": 1}, "chooses nothing"),
        (["level:L4-5", "x"], "chooses nothing"),
        (7, "chooses nothing"),
    ],
)
def test_a_click_with_odd_content_is_refused_in_words(choice, words):
    session = spine_edu.RootFinder()
    before = session.state
    with pytest.raises(ValueError, match=words):
        session.clicked(choice)
    assert session.state == before


def test_a_click_on_nothing_changes_nothing(session, told):
    session.clicked(None)
    session.clicked("")
    assert told == []


def test_a_click_may_choose_several_things():
    session = spine_edu.RootFinder()
    session.clicked("level:C5-6;side:left")
    assert (session.state.level, session.state.side) == ("C5-6", "left")


@pytest.mark.parametrize("name", ["pink", ["dark"], {"dark"}])
def test_a_look_that_does_not_exist_is_refused(session, name):
    with pytest.raises(ValueError, match="There is no theme"):
        session.set_theme(name)
    assert session.theme.name == "light"


def test_after_a_hall_the_page_is_followed_again_and_what_to_notice_stays(session):
    session.follow_page(True)
    session.scenario(session.scenarios[1].name)
    noticed = session.said
    assert noticed
    try:
        spine_edu.present()
        assert (session.theme.name, session.said) == ("presenter", noticed)
    finally:
        spine_edu.present(False)
    assert (session.theme.name, session.said) == ("dark", noticed)
    session.follow_page(False)
    assert session.theme.name == "light"
    session.set_theme("dark")
    session.follow_page(False)
    assert (session.theme.name, session.said) == ("dark", noticed)
