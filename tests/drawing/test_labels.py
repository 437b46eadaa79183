"""Labels at the ends of lines: apart, in order, inside, each on the height of its line where there is room."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu.drawing.labels import end_labels, label, room, spread
from spine_edu.theme import LIGHT


def test_labels_stand_apart_in_order_and_inside():
    placed = spread([0.1, 0.2, 0.15, 5.0, 5.1, 9.9], 0.6, 0.2, 9.8)
    assert [round(value, 2) for value in placed] == [0.2, 1.4, 0.8, 4.75, 5.35, 9.8]


@settings(max_examples=60)
@given(st.lists(st.floats(0, 10), min_size=1, max_size=7))
def test_spread_never_overlaps(heights):
    placed = spread(heights, 1.2, 0.0, 10.0)
    for one, other in itertools.combinations(placed, 2):
        assert abs(one - other) >= 1.2 - 1e-9
    assert all(-1e-9 <= value <= 10 + 1e-9 for value in placed)
    by_height = [placed[i] for i in sorted(range(len(heights)), key=lambda i: heights[i])]
    assert by_height == sorted(by_height)


def test_a_label_with_room_stands_at_its_line():
    assert spread([9.0, 1.0, 5.0], 1.2, 0, 10) == pytest.approx([9.0, 1.0, 5.0])


def test_a_short_line_leads_from_each_end_to_its_name():
    lines, names = end_labels([("pain", "red"), ("load", "blue")], [2.0, 2.5], [1.9, 3.1], 100, LIGHT)
    assert (lines["x"], lines["y"]) == ([100, room(100), None] * 2, [2.0, 1.9, None, 2.5, 3.1, None])
    assert list(zip(names["text"], names["y"], names["textfont"]["color"], strict=True)) == [
        ("pain", 1.9, "red"),
        ("load", 3.1, "blue"),
    ]
    assert names["x"] == [room(100)] * 2 and room(100) > 100 and names["textposition"] == "middle right"


def test_words_keep_the_place_they_are_given():
    words = label("Names", [1], [2], ["here"], LIGHT.text(), "top left", visible=False)
    assert (words["mode"], words["x"], words["y"], words["textposition"], words["visible"]) == (
        "text",
        [1],
        [2],
        "top left",
        False,
    )
