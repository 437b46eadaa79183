"""What a hand takes hold of: a track from the lowest to the highest value of a control."""

import pytest

import spine_edu
from spine_edu.drawing.grips import choice_of, grip, plane
from spine_edu.start.practice.model import PracticeState


def test_a_track_goes_from_the_lowest_to_the_highest_value():
    held = grip(PracticeState(), "tap", lambda tap: (2 * tap, 7), axes=("xaxis", "yaxis2"))
    assert held == {
        "control": "tap",
        "axes": ["xaxis", "yaxis2"],
        "along": "",
        "track": [[0, 0, 7], [6, 12, 7]],
    }


def test_a_bent_track_has_as_many_points_as_are_asked_for():
    track = grip(PracticeState(), "tap", lambda tap: (tap, tap * tap), points=4, along="x")["track"]
    assert [value for value, _, _ in track] == pytest.approx([0, 2, 4, 6])
    assert all((x, y) == (value, value * value) for value, x, y in track)


def test_a_body_is_taken_hold_of_like_its_knob():
    held = grip(PracticeState(), "tap", lambda tap: (tap, 0), body=[(0, 0), (2, 0), (1, 1 / 3)])
    assert held["body"] == [[0, 0], [2, 0], [1, 0.333333]]
    assert "body" not in grip(PracticeState(), "tap", lambda tap: (tap, 0))


def test_a_plane_moves_one_control_across_and_one_up():
    state = PracticeState(tap=2, drain=0.1)
    held = plane(state, "tap", "drain", lambda tap, drain: (10 * tap, 5 - drain), axes=("xaxis2", "yaxis2"))
    assert held == {
        "control": "tap",
        "axes": ["xaxis2", "yaxis2"],
        "along": "x",
        "track": [[0, 0, 4.9], [6, 60, 4.9]],
        "up": {"control": "drain", "track": [[low, 20, 5 - low] for low in _ends("drain")]},
    }


def _ends(name):
    declared = PracticeState.declarations()[name]
    return declared.low, declared.high


def test_what_would_tell_says_so():
    assert grip(PracticeState(), "tap", lambda tap: (tap, 0), telling=True)["telling"]
    assert "telling" not in grip(PracticeState(), "tap", lambda tap: (tap, 0))


def test_a_choice_makes_another_state_as_a_click_does():
    explorer = spine_edu.ExamineTheCase()
    other = explorer.state.replace(patient="mystery", seed=12)
    assert choice_of(explorer.state, other) == "patient:mystery;seed:12"
    explorer.clicked(choice_of(explorer.state, other))
    assert explorer.state == other
    assert choice_of(other, other) == ""
