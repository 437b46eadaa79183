"""The drawing of the shape builder: one geometry, two skins, nothing unreadable."""

import itertools
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from plotly.graph_objects import Figure

from spine_edu.herniation.shape.figure import figure
from spine_edu.herniation.shape.model import ShapeState, simulate
from spine_edu.theme import THEMES, contrast

STATES = [ShapeState(), ShapeState(reach=0), ShapeState(extent=60), ShapeState(continuity="free", migration=-15),
          ShapeState(zone="foraminal", dome=20), ShapeState(level="C5-6", zone="central", skin="mri", water="dry"),
          ShapeState(zone="extraforaminal", side="left", cover="nothing", height=20)]


def named(items, name):
    return next(item for item in items if item.name == name)


def shape(fig, name):
    return named(fig.layout.shapes, name)


def corners(drawn):
    """Return the outlines of a shape as arrays of points."""
    return [np.array([point.split(",") for point in outline.strip("Z").split("L")], dtype=float)
            for outline in drawn.path.split("M")[1:]]


def text(fig):
    return named(fig.data, "words").text


def test_the_same_traces_in_the_same_order_for_every_state():
    figures = [Figure(figure(simulate(state))) for state in STATES]
    for kind in (lambda fig: fig.data, lambda fig: fig.layout.shapes, lambda fig: fig.layout.images):
        names = [[item.name for item in kind(fig)] for fig in figures]
        assert all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])


@pytest.mark.parametrize("state", STATES, ids=range(len(STATES)))
def test_the_drawing_shows_the_geometry_of_the_result(state):
    result = simulate(state)
    drawn = shape(Figure(figure(result)), "displaced material")
    assert drawn.visible == (result.material is not None)
    if result.material is not None:
        from_above, _ = corners(drawn)
        outline = result.material.outline
        assert np.allclose(from_above[:-1], outline[:-1:2], atol=0.051), "every other point"
        assert np.allclose(from_above[-1], outline[-1], atol=0.051), "and the end"


def test_right_is_on_the_left_of_the_screen_from_the_feet():
    result = simulate(ShapeState(side="right"))
    assert corners(shape(Figure(figure(result)), "displaced material"))[0][:, 0].mean() < 0


def test_read_outs_say_what_the_result_says():
    result = simulate(ShapeState(dome=20))
    lines = text(Figure(figure(result)))
    assert f"{100 * result.share:.0f} %" in " ".join(lines) and result.msu in " ".join(lines)
    assert any(line.startswith(f"{result.root} root") for line in lines)
    fired = [line for line in lines if "►" in line]
    assert len(fired) == 1 and result.rule.question in fired[0] and "20.0 > 16.2 mm" in fired[0]


def test_the_look_changes_colours_and_no_shape():
    one, other = (Figure(figure(simulate(ShapeState(skin=skin)))) for skin in ("drawing", "mri"))
    for drawn, scanned in zip(one.data, other.data, strict=True):
        assert np.array_equal(drawn.x, scanned.x) and np.array_equal(drawn.y, scanned.y)
    assert [drawn.path for drawn in one.layout.shapes] == [scanned.path for scanned in other.layout.shapes]
    for drawn, scanned in zip(one.layout.images, other.layout.images, strict=True):
        assert drawn.source != scanned.source
        assert re.findall(r" d='[^']+'", drawn.source) == re.findall(r" d='[^']+'", scanned.source)


def test_the_pictures_of_what_does_not_move_are_sound_and_lie_on_each_other():
    below, above = Figure(figure(simulate(ShapeState()))).layout.images
    for image, least in ((below, 20), (above, 3)):
        kind, svg = image.source.split(",", 1)
        assert kind == "data:image/svg+xml" and "#" not in svg
        assert len(ElementTree.fromstring(svg.replace("%23", "#"))[0]) >= least
        assert (image.x, image.y) == (below.x, below.y)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_on_the_scan_can_be_read(theme):
    grey = theme.mri
    assert contrast(grey["label"], grey["surroundings"]) >= 7
    assert contrast(grey["ink"], grey["bone"]) >= 4.5
    for one, other in itertools.pairwise(("annulus", "nucleus dry", "nerve", "fat", "water")):
        assert contrast(grey[one], grey[other]) > 1.3, (one, other)


def test_zones_are_clickable_and_the_clicks_are_controls():
    clicks = named(Figure(figure(simulate(ShapeState()))).data, "zones to click").customdata
    assert list(clicks) == [f"zone:{zone}" for zone in ShapeState.declarations()["zone"].values]


def test_a_held_shape_and_a_prediction_are_drawn():
    held = simulate(ShapeState())
    fig = Figure(figure(simulate(ShapeState(reach=9)), held=held, prediction="bulge"))
    drawn = shape(fig, "A, held")
    assert drawn.visible and np.allclose(corners(drawn)[0][:-1], held.material.outline[:-1:2], atol=0.051)
    assert "You said: bulge" in text(fig)
    assert not shape(Figure(figure(simulate(ShapeState()))), "A, held").visible
