"""What a hand takes hold of: a track from the lowest to the highest value of a control."""

import pytest

from spine_edu.drawing.grips import grip
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
