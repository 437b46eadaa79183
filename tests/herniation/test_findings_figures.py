"""The square of people, the fitted curve and the odds ratios."""

import json

import pytest
from plotly.graph_objects import Figure

from spine_edu import data
from spine_edu.herniation.findings.figure import figure
from spine_edu.herniation.findings.model import LOOKS, FindingsState, simulate

STATES = [FindingsState(), FindingsState(people="both"), FindingsState(finding="facet", age=20, people="both"),
          FindingsState(finding="protrusion", age=80, people="both")]


def trace(fig, name):
    return next(item for item in fig.data if item.name == name)


def marked(fig, look):
    """How many people a shape marks; its last mark is the key."""
    people = next(item for item in fig.layout.shapes if item.name == look)
    return people.path.count("M") - 1 if people.visible else 0


def test_the_same_traces_in_the_same_order_for_every_state():
    figures = [Figure(figure(simulate(state))) for state in STATES]
    names = [[item.name for item in fig.data] for fig in figures]
    assert all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])


@pytest.mark.parametrize("state", STATES, ids=range(len(STATES)))
def test_the_square_shows_the_counts_and_the_curve_the_table(state):
    result = simulate(state)
    fig = Figure(figure(result))
    assert tuple(marked(fig, look) for look in LOOKS) == result.counts
    assert list(trace(fig, "fitted curve").y) == [row.percent for row in result.fitted]
    assert trace(fig, "chosen age").y[0] == result.record.percent
    words = next(line for line in trace(fig, "words at the curve").text if line.startswith("At "))
    assert f"{result.record.percent:.0f} of 100" in words and "n" in words


def test_ages_with_nobody_scanned_look_different():
    fig = Figure(figure(simulate(FindingsState(finding="facet", age=20))))
    curve = trace(fig, "fitted curve")
    symbols = dict(zip(curve.x, curve.marker.symbol, strict=True))
    assert [age for age, symbol in symbols.items() if symbol == "circle"] == [40, 50]
    assert set(symbols.values()) == {"circle", "circle-open"}
    assert any("n = 0" in line for line in trace(fig, "words at the curve").text)


def test_the_reason_is_given_where_people_with_pain_are_missing():
    for settings, words in (({"finding": "facet"}, "No odds ratio"), ({"age": 80}, "up to 50"),
                            ({"people": "without"}, "Nobody here has back pain")):
        fig = Figure(figure(simulate(FindingsState(**{"people": "both", **settings}))))
        assert words in " ".join(trace(fig, "words under the people").text)


def test_intervals_of_the_odds_ratios():
    fig = Figure(figure(simulate(FindingsState())))
    bulge = len(data.table("herniation_odds")) - 1
    bars = next(item for item in fig.layout.shapes if item.name == "95 % intervals").path
    assert f"M1.280,{bulge:.3f}L44.560,{bulge:.3f}" in bars
    assert trace(fig, "odds ratios").x[0] == trace(fig, "odds ratio of this finding").x[0] == 7.54


def test_what_is_sent_to_the_browser_is_strict_json():
    for state in STATES:
        json.dumps(Figure(figure(simulate(state))).to_dict(), allow_nan=False)
