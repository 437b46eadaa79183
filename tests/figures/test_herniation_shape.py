"""The drawing of the shape builder: one geometry, two skins, nothing unreadable."""

import itertools

import numpy as np
import pytest
from plotly.graph_objects import Figure

from spine_edu.figures.herniation_shape import figure
from spine_edu.models.herniation_shape import ShapeState, simulate
from spine_edu.theme import THEMES, contrast

STATES = [ShapeState(), ShapeState(reach=0), ShapeState(extent=60), ShapeState(continuity="free", migration=-15),
          ShapeState(zone="foraminal", dome=20), ShapeState(level="C5-6", zone="central", skin="mri", water="dry"),
          ShapeState(zone="extraforaminal", side="left", cover="nothing", height=20)]


def trace(fig, name):
    return next(item for item in fig.data if item.name == name)


def test_the_same_traces_in_the_same_order_for_every_state():
    names = [[item.name for item in Figure(figure(simulate(state))).data] for state in STATES]
    assert all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])


@pytest.mark.parametrize("state", STATES, ids=range(len(STATES)))
def test_the_drawing_shows_the_geometry_of_the_result(state):
    result = simulate(state)
    drawn = trace(Figure(figure(result)), "displaced material")
    if result.material is None:
        assert np.isnan(drawn.x).all()
    else:
        assert np.allclose(np.column_stack([drawn.x, drawn.y]), result.material.outline)


def test_right_is_on_the_left_of_the_screen_from_the_feet():
    result = simulate(ShapeState(side="right"))
    assert np.nanmean(trace(Figure(figure(result)), "displaced material").x) < 0


def test_read_outs_say_what_the_result_says():
    result = simulate(ShapeState(dome=20))
    text = " ".join(trace(Figure(figure(result)), "read-outs").text)
    assert f"{100 * result.share:.0f} %" in text and result.root in text and result.msu in text
    fired = [line for line in trace(Figure(figure(result)), "rules of the name").text if "►" in line]
    assert len(fired) == 1 and result.rule.question in fired[0] and "20.0 > 16.2 mm" in fired[0]


def test_the_look_changes_colours_and_no_shape():
    one, other = (Figure(figure(simulate(ShapeState(skin=skin)))) for skin in ("drawing", "mri"))
    for drawn, scanned in zip(one.data, other.data, strict=True):
        assert np.array_equal(np.asarray(drawn.x), np.asarray(scanned.x), equal_nan=drawn.mode != "text")
    assert one.data[0].fillcolor != other.data[0].fillcolor


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_on_the_scan_can_be_read(theme):
    grey = theme.mri
    assert contrast(grey["label"], grey["surroundings"]) >= 7
    assert contrast(grey["ink"], grey["bone"]) >= 4.5
    for one, other in itertools.pairwise(("annulus", "nucleus dry", "nerve", "fat", "water")):
        assert contrast(grey[one], grey[other]) > 1.3, (one, other)


def test_zones_are_clickable_and_the_clicks_are_controls():
    clicks = trace(Figure(figure(simulate(ShapeState()))), "zones to click").customdata
    assert list(clicks) == [f"zone:{zone}" for zone in ShapeState.declarations()["zone"].values]


def test_a_held_shape_and_a_prediction_are_drawn():
    held = simulate(ShapeState())
    fig = Figure(figure(simulate(ShapeState(reach=9)), held=held, prediction="bulge"))
    assert trace(fig, "A, held").visible and "bulge" in trace(fig, "your prediction").text[0]
