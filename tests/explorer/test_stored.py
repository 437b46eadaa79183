"""What a stored notebook keeps of an explorer, and that running it on another machine does not strip the pictures."""

import base64
import io
import json

import pytest
from PIL import Image, ImageColor

import spine_edu
from spine_edu.explorer import printed, shown, stored
from spine_edu.registry import REGISTRY
from tools.notebooks import publish_output, with_few_colours

PNG = "iVBORw0KGgo="


class Shell:
    """An IPython with a kernel, as far as a look-up needs it."""

    kernel = object()
    user_ns = {}


@pytest.fixture
def running(tmp_path, monkeypatch):
    """A function that stores outputs in a notebook that then runs."""

    def store(*outputs):
        path = tmp_path / "stored.ipynb"
        path.write_text(json.dumps({"cells": [{"outputs": list(outputs)}]}))
        monkeypatch.setattr(shown, "shell", Shell)
        monkeypatch.setenv("JPY_SESSION_NAME", str(path))
        stored._in.cache_clear()

    yield store
    stored._in.cache_clear()


@pytest.mark.parametrize("part", REGISTRY)
def test_the_mark_of_a_picture_is_that_of_its_figure(part):
    explorer = getattr(spine_edu, REGISTRY[part])(ask_first=True)
    asked = printed.kept(explorer, {})[0][stored.MARK]
    assert asked == printed.kept(getattr(spine_edu, REGISTRY[part])(ask_first=True, theme="light"), {})[0][stored.MARK]
    explorer.look()
    opened = printed.kept(explorer, {})[0][stored.MARK]
    assert (opened != asked) == (explorer.ask is not None)
    explorer.set_theme("dark")
    assert printed.kept(explorer, {})[0][stored.MARK] == opened


def test_a_picture_survives_a_run_that_cannot_make_one(running):
    still = spine_edu.RunTheLoop().still(gain=1)
    bare, _ = still._repr_mimebundle_()
    assert "<img" not in bare["text/html"]
    running({"data": {stored.MARK: bare[stored.MARK], **stored.in_words(still.session, PNG)}})
    once, _ = still._repr_mimebundle_()
    assert f"base64,{PNG}" in once["text/html"] and f'alt="{bare["text/plain"][:9]}' in once["text/html"]
    running({"data": {**once, "text/html": once["text/html"].splitlines(keepends=True)}})
    assert still._repr_mimebundle_()[0] == once, "and a second run"
    other = spine_edu.RunTheLoop().still(gain=1.1)
    assert "<img" not in other._repr_mimebundle_()[0]["text/html"], "the picture of another state"


def test_the_tool_makes_all_pictures_or_those_that_are_missing(running, monkeypatch):
    monkeypatch.setattr(stored, "drawn_by_a_browser", lambda drawn: "new")
    still, other = (spine_edu.RunTheLoop().still(gain=gain) for gain in (1, 1.1))
    bare, _ = still._repr_mimebundle_()
    running({"data": {stored.MARK: bare[stored.MARK], **stored.in_words(still.session, PNG)}})
    for wanted, pictures in (("yes", ["new", "new"]), ("missing", [PNG, "new"])):
        monkeypatch.setenv("SPINE_EDU_PICTURES", wanted)
        assert [
            stored.PICTURE.search(one._repr_mimebundle_()[0]["text/html"])["png"] for one in (still, other)
        ] == pictures


def test_a_picture_that_has_been_made_small_stays_as_it_is():
    image = Image.linear_gradient("L").quantize(64)
    before, after, _ = published(image, spine_edu.RunTheLoop().still(gain=1))
    assert after == before


@pytest.mark.parametrize("content", ["", "no notebook", "{}", '{"cells": [{}]}'])
def test_a_notebook_that_holds_no_pictures_is_no_trouble(running, tmp_path, content):
    running()
    (tmp_path / "stored.ipynb").write_text(content)
    assert "<img" not in spine_edu.Practice()._repr_mimebundle_()[0]["text/html"]


def published(image, still):
    """Return the HTML of a still with a picture before and after the tool has had it, and the picture in base64."""
    written = io.BytesIO()
    image.save(written, "PNG", compress_level=0)
    png = base64.b64encode(written.getvalue()).decode()
    data = {"application/vnd.jupyter.widget-view+json": {}, stored.MARK: {"figure": "1"}}
    output = {"data": {**data, **stored.in_words(still.session, png)}}
    before = output["data"]["text/html"]
    publish_output(output)
    assert set(output["data"]) == {"text/html", "text/plain", stored.MARK}
    return before, output["data"]["text/html"], png


def test_the_tool_makes_pictures_small_and_leaves_no_widget_behind():
    image = Image.linear_gradient("L").convert("RGB")
    still = spine_edu.RunTheLoop().still(gain=1, folded="The solution")
    before, after, png = published(image, still)
    kept = stored.PICTURE.search(after)["png"]
    assert len(kept) < len(png) / 10 and after.replace(kept, png) == before
    assert after.startswith("<details><summary>The solution</summary><figure><img")


def test_a_stored_picture_keeps_its_grounds_apart_and_its_thin_lines_coloured():
    image = Image.linear_gradient("L").convert("RGB")
    places = {
        (0, 0, 90, 90): "#dcf0e0",
        (20, 20, 60, 60): "#e4e8ee",
        (100, 5, 140, 7): "#b3261e",
        (100, 40, 200, 80): "#fff",
    }
    for place, colour in places.items():
        image.paste(colour, place)
    found = with_few_colours(image)
    assert found.mode == "P" and len(found.getcolors()) <= 64
    for (left, top, _, _), colour in places.items():
        assert found.convert("RGB").getpixel((left + 1, top + 1)) == ImageColor.getrgb(colour)


def test_an_empty_picture_is_not_kept():
    _, after, _ = published(Image.new("RGB", (60, 40), "white"), spine_edu.RunTheLoop().still(gain=1))
    assert after.startswith("<figure><figcaption>Gain per turn")
