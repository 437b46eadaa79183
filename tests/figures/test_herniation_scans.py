"""The square of scans, the year's curve and the two bars."""

import json

import pytest
from plotly.graph_objects import Figure

from spine_edu.figures.herniation_scans import LOOK_NAMES, figure
from spine_edu.models.herniation_scans import ScansState, simulate

STATES = [ScansState(), ScansState(kind="sequestration", month=6), ScansState(kind="bulge", review="zou2023"),
          ScansState(view="outcome")]


def trace(fig, name):
    return next(item for item in fig.data if item.name == name)


def shown(item):
    return sum(value is not None and value == value for value in item.x)


def test_the_same_traces_in_the_same_order_for_every_state():
    names = [[item.name for item in Figure(figure(simulate(state))).data] for state in STATES]
    assert all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])


@pytest.mark.parametrize("state", STATES[:3], ids=range(3))
def test_the_square_shows_the_counts(state):
    result = simulate(state)
    fig = Figure(figure(result))
    assert tuple(shown(trace(fig, name)) for name in LOOK_NAMES.values()) == result.counts()
    text = " ".join(trace(fig, "counts in words").text)
    assert f"{result.counts()[0]} unchanged" in text
    assert ("not reported" in text) == (result.record.gone is None)


def test_the_curve_ends_at_the_published_share_with_the_pooled_interval_beside_it():
    result = simulate(ScansState(kind="sequestration"))
    fig = Figure(figure(result))
    assert trace(fig, "smaller or gone").y[-1] == 96 and trace(fig, "published share of the chosen type").y[0] == 96
    pooled = trace(fig, "all types, with interval")
    assert (pooled.y[0], pooled.y[0] - pooled.error_y.arrayminus[0], pooled.y[0] + pooled.error_y.array[0]) == (
        63, 49, 77)


def test_symptoms_and_picture_are_shown_for_the_free_piece_only():
    for kind, visible in (("sequestration", True), ("extrusion", False)):
        fig = Figure(figure(simulate(ScansState(kind=kind))))
        assert trace(fig, "symptoms gone, mean").visible == trace(fig, "picture gone, mean").visible == visible
    assert trace(fig, "symptoms gone, mean").x[0] == 1.33 and trace(fig, "picture gone, mean").x[0] == 9.27


def test_the_follow_up_study_fills_two_squares():
    fig = Figure(figure(simulate(ScansState(view="outcome"))))
    assert shown(trace(fig, "scan unchanged")) == 35 and shown(trace(fig, "poor outcome, scan unchanged")) == 33


def test_a_held_run_and_a_prediction_are_drawn():
    fig = Figure(figure(simulate(ScansState()), held=simulate(ScansState(kind="bulge")), prediction="bulge"))
    assert trace(fig, "A, held").y[-1] == 13 and "bulge" in trace(fig, "your prediction").text[0]


def test_what_is_sent_to_the_browser_is_strict_json():
    for state in STATES:
        json.dumps(Figure(figure(simulate(state))).to_dict(), allow_nan=False)
