"""What travels to the browser: nothing is lost, and little is sent."""

import copy
import math
import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_edu.drawing import hundred
from spine_edu.explorer.wire import Wire, difference, pack
from spine_edu.theme import LIGHT


def apply(figure, changes):
    """What wire.js does with the differences."""
    for path, value in changes:
        inner = figure
        for key in path[:-1]:
            inner = inner[key]
        if value is None:
            inner.pop(path[-1], None)
        else:
            inner[path[-1]] = value
    return figure


def line(*y):
    return {"data": [{"type": "scatter", "name": "Line", "y": list(y)}], "layout": LIGHT.layout()}


plain = st.recursive(
    st.integers(0, 3) | st.text("ab", max_size=2),
    lambda inner: (
        st.lists(st.dictionaries(st.sampled_from("xyz"), inner, max_size=3), max_size=3)
        | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3)
    ),
    max_leaves=12,
)
figures = st.dictionaries(st.sampled_from(["data", "layout"]), plain, min_size=2)


@given(old=figures, new=figures)
def test_base_and_difference_give_the_new_figure(old, new):
    assert apply(copy.deepcopy(old), difference(old, new)) == new


def test_equal_figures_differ_in_nothing():
    figure = {"data": [{"x": [1, 2], "y": [3, 4]}], "layout": {"title": {"text": "t"}}}
    assert list(difference(figure, figure)) == []


def test_number_lists_travel_as_floats_and_gaps_as_nan():
    packed = pack({"y": [0.5, 1, None, 2, 3, 4, 5], "text": ["a"] * 9, "short": [1, 2]})
    values = array("d", packed["y"]["f8"])
    assert values[0] == 0.5
    assert math.isnan(values[2])
    assert packed["text"] == ["a"] * 9
    assert len(pack({"y": [0.1] * 64})["y"]["f4"]) == 4 * 64, "long ones with half the bytes"
    assert packed["short"] == [1, 2]


def test_numpy_arrays_travel_as_four_byte_floats_too():
    np = pytest.importorskip("numpy")
    packed = pack({"data": [{"y": np.linspace(0, 1, 50)}]})
    assert len(packed["data"][0]["y"]["f4"]) == 200
    few = pack({"x": [np.float64(0.1), np.float64(0.2)], "size": np.float32(3)})
    assert few == {"x": [0.1, 0.2], "size": 3.0} and type(few["x"][0]) is float, "but numbers stay numbers"


def test_a_picture_that_stays_is_sent_once():
    def pictured(source, *y):
        return {**line(*y), "layout": {"images": [{"source": source}]}}

    wire, other = Wire(), "y" * 5000
    wire.follow(pictured("x" * 5000, 1, 2))
    first = wire.base
    wire.follow(pictured(other, 1, 2))
    assert wire.base is first
    assert wire.live == [[["layout", "images", 0, "source"], other]]
    wire.follow(pictured(other, 1, 9))
    assert wire.base["layout"]["images"][0]["source"] == other
    assert wire.live == []
    wire.follow(pictured(other, 1, 3))
    assert [path for path, _ in wire.live] == [["data", 0, "y"]]


def test_a_mark_at_many_places_travels_as_the_mark_and_its_places():
    path = hundred.path([(0, 1), (2.5, 3)], "upright", 0.4)
    packed = pack({"path": path})["path"]
    places = array("f", packed["f4"])
    assert list(places) == [0, 1, 2.5, 3] and packed["stamp"] == hundred.MARKS["upright"](0.4)
    # What figure.js makes of it.
    put = [
        re.sub(
            r"(-?[\d.]+),(-?[\d.]+)",
            lambda pair, x=x, y=y: f"{x + float(pair[1])},{y + float(pair[2])}",
            packed["stamp"],
        )
        for x, y in zip(places[::2], places[1::2], strict=True)
    ]
    numbers = [list(map(float, re.findall(r"-?[\d.]+", one))) for one in ("".join(put), path)]
    assert numbers[0] == pytest.approx(numbers[1], abs=1e-3)
    assert copy.deepcopy(path) == path == str(path) and copy.deepcopy(path).places == path.places
    assert pack({"path": hundred.path([], "upright") or "M0,0Z"}) == {"path": "M0,0Z"}, "an empty one is no stamp"


@pytest.mark.parametrize("name", hundred.MARKS)
def test_marks_are_pairs_of_numbers_alone(name):
    assert not set(hundred.MARKS[name](0.43)) & set("HVhvAaeE")
