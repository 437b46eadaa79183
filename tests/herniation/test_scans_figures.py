"""The square of scans, the year's curve and the two bars."""

import json
import re

import pytest
from plotly.graph_objects import Figure

from spine_edu.herniation.scans.figure import figure
from spine_edu.herniation.scans.model import ScansState, simulate

STATES = [ScansState(), ScansState(kind="sequestration", month=6), ScansState(kind="bulge", review="zou2023"),
          ScansState(view="outcome")]


def trace(fig, name):
    return next(item for item in fig.data if item.name == name)


def places(fig, name):
    """Where a shape has its marks: column and row of the left end of each."""
    drawn = next(item for item in fig.layout.shapes if item.name == name)
    return set(re.findall(r"M([^,]+),([^C]+)C", drawn.path)) if drawn.visible else set()


def text(fig, under=True):
    return trace(fig, "words under the scans" if under else "words at the right").text


def test_the_same_traces_in_the_same_order_for_every_state():
    names = [[item.name for item in Figure(figure(simulate(state))).data] for state in STATES]
    assert all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])


@pytest.mark.parametrize("state", STATES[:3], ids=range(3))
def test_the_square_shows_the_counts(state):
    result = simulate(state)
    fig = Figure(figure(result))
    same, smaller, gone = result.counts()
    covers = [places(fig, name) for name in ("scan unchanged", "no longer on the scan")]
    assert [len(cover) for cover in covers] == [same + 1, gone + 1], "with their keys"
    assert len(places(fig, "scan shows it smaller")) == 101, "everybody's dot, and the key"
    assert 102 - len(set.union(*covers)) == smaller
    assert f"{result.counts()[0]} unchanged" in text(fig)
    assert ("gone: not reported" in text(fig)) == (result.record.gone is None)


def test_the_curve_ends_at_the_published_share_with_the_pooled_interval_beside_it():
    result = simulate(ScansState(kind="sequestration"))
    fig = Figure(figure(result))
    assert trace(fig, "smaller or gone").y[-1] == 96 and trace(fig, "published share of the chosen type").y[0] == 96
    assert trace(fig, "all types").y[0] == 63 and list(trace(fig, "all types, interval").y) == [49, 77]
    assert "all 63 (49–77)" in text(fig, under=False)


def test_symptoms_and_picture_are_shown_for_the_free_piece_only():
    for kind, visible in (("sequestration", True), ("extrusion", False)):
        fig = Figure(figure(simulate(ScansState(kind=kind))))
        bars = [trace(fig, f"{what} gone, mean and spread") for what in ("symptoms", "picture")]
        assert [bar.visible for bar in bars] == [visible, visible]
        assert any("symptoms gone: mean 1.3 months" in line for line in text(fig, under=False)) == visible
    bars = [trace(Figure(figure(simulate(ScansState(kind="sequestration")))), f"{what} gone, mean and spread")
            for what in ("symptoms", "picture")]
    assert [bar.x[1] for bar in bars] == [1.33, 9.27] and bars[0].x[2] == pytest.approx(1.33 + 1.34)


def test_the_follow_up_study_fills_two_squares():
    fig = Figure(figure(simulate(ScansState(view="outcome"))))
    counts = {name: [len(places(fig, f"{name} outcome, {look}")) for look in ("still seen", "not seen")]
              for name in ("good", "poor")}
    assert counts == {"good": [35 + 1, 65 + 1], "poor": [33, 67]}, "the good ones with their keys"
    assert not places(fig, "scan shows it smaller") and not places(fig, "scan unchanged")


def test_a_held_run_and_a_prediction_are_drawn():
    fig = Figure(figure(simulate(ScansState()), held=simulate(ScansState(kind="bulge")), prediction="bulge"))
    assert trace(fig, "A, held").y[-1] == 13 and "You said: bulge" in text(fig)
    assert "A" in text(fig, under=False)


def test_the_month_stands_clear_of_the_curve_and_of_the_axis():
    sides = {(kind, month): trace(Figure(figure(simulate(ScansState(kind=kind, month=month)))), "now").textposition
             for kind in ("sequestration", "bulge") for month in (3, 12)}
    assert sides == {("sequestration", 3): "middle right", ("sequestration", 12): "top left",
                     ("bulge", 3): "top right", ("bulge", 12): "top left"}


def test_what_is_sent_to_the_browser_is_strict_json():
    for state in STATES:
        json.dumps(Figure(figure(simulate(state))).to_dict(), allow_nan=False)
