"""The view's plain parts: what is sent, and how little of it."""

import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_edu.explorer.view import BACKENDS, Frames, Redraw, View, backend, difference, pack
from spine_edu.theme import DARK, LIGHT


def apply(figure, changes):
    """What view.js does with the differences."""
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


plain = st.recursive(st.integers(0, 3) | st.text("ab", max_size=2),
                     lambda inner: st.lists(st.dictionaries(st.sampled_from("xyz"), inner, max_size=3), max_size=3)
                     | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3), max_leaves=12)
figures = st.dictionaries(st.sampled_from(["data", "layout"]), plain, min_size=2)


@given(old=figures, new=figures)
def test_base_and_difference_give_the_new_figure(old, new):
    import copy

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


def test_an_update_sends_only_what_changed():
    view = View()
    first = line(1, 2, 3)
    view.show(first, "one", LIGHT)
    base = view.base
    view.show(line(1, 2, 9), "two", LIGHT)
    assert view.base is base
    assert [path for path, _ in view.live] == [["data", 0, "y"]]
    assert view.sentence == "two"
    view.show(first, "three", DARK)
    assert view.live == []
    assert view.look["paper"] == DARK.paper


def test_a_picture_that_stays_is_sent_once():
    def pictured(source, *y):
        return {**line(*y), "layout": {"images": [{"source": source}]}}

    view, other = View(), "y" * 5000
    view.show(pictured("x" * 5000, 1, 2), "one", LIGHT)
    first = view.base
    view.show(pictured(other, 1, 2), "two", LIGHT)
    assert view.base is first
    assert view.live == [[["layout", "images", 0, "source"], other]]
    view.show(pictured(other, 1, 9), "three", LIGHT)
    assert view.base["layout"]["images"][0]["source"] == other
    assert view.live == []
    view.show(pictured(other, 1, 3), "four", LIGHT)
    assert [path for path, _ in view.live] == [["data", 0, "y"]]


def test_frames_must_be_as_many_as_their_names():
    frames = Frames("day", ["day 0", "day 1"], ["a", "b"])
    figure = line(1, 2)
    with pytest.raises(ValueError, match="3 values for 2 frames"):
        frames.add(figure, "Line", x=[[1], [2], [3]])
    with pytest.raises(ValueError, match="no trace or shape 'Curve'; it has Line"):
        frames.reveal(figure, "Curve", [1, 2])


def test_frames_play_shapes_as_well_as_traces():
    frames = Frames("day", ["day 0", "day 1"], ["a", "b"])
    figure = {**line(1, 2), "layout": {"shapes": [{"name": "Area", "type": "path", "path": "M0,0Z"}]}}
    frames.add(figure, "Area", path=["M0,0Z", "M1,1Z"])
    frames.add(figure, "Line", y=[[1, 2], [3, 4]])
    assert [played["path"] for played in frames.packed()["arrays"]] == [["layout", "shapes", 0, "path"],
                                                                        ["data", 0, "y"]]


def test_the_backend_can_be_chosen_and_a_wrong_word_is_refused(monkeypatch):
    for name in BACKENDS:
        monkeypatch.setenv("SPINE_EDU_WIDGETS", name.upper())
        assert backend() == name
    monkeypatch.setenv("SPINE_EDU_WIDGETS", "sometimes")
    with pytest.raises(ValueError, match="allowed are live, redraw, static"):
        backend()
    monkeypatch.delenv("SPINE_EDU_WIDGETS")
    monkeypatch.setenv("COLAB_RELEASE_TAG", "x")
    assert backend() == "redraw"


def test_redraw_shows_a_picture_its_sentence_and_errors():
    view = Redraw()
    view.show(line(1, 2), "A line.", LIGHT)
    assert "application/vnd.plotly.v1+json" in view._area.outputs[0]["data"]
    assert "A line." in view._line.value
    view.error = "No."
    assert "No." in view.error
    assert 'role="alert"' in view.error


def test_the_first_figure_travels_with_the_opening_of_the_view():
    view = View()
    announced = view.bundle.announced
    assert view.comm is None
    view.show(line(1, 2), "A line.", LIGHT)
    assert view.comm is not None
    assert view.base["data"]
    assert view.bundle.announced == announced + 1, "the page waits for its code before it starts plotly.js"
