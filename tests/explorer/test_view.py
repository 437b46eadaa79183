"""The views: what each hands to the browser."""

from spine_edu.explorer.frontend import WAYS
from spine_edu.explorer.view import VIEWS, Redraw, View
from spine_edu.theme import DARK, LIGHT


def line(*y):
    return {"data": [{"type": "scatter", "name": "Line", "y": list(y)}], "layout": LIGHT.layout()}


def test_there_is_a_view_for_each_way_to_show():
    assert list(VIEWS) == list(WAYS)


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



def test_redraw_shows_words_as_words():
    view = Redraw()
    view.show(line(1, 2), "<b>1 < 2</b>", LIGHT)
    view.error = "<img src=x>"
    assert "&lt;b&gt;1 &lt; 2" in view._line.value
    assert "<img" not in view.error
