"""The square of people, the fitted curve and the odds ratios."""

import json

import pytest
from plotly.graph_objects import Figure

from spine_edu.figures.herniation_findings import figure
from spine_edu.models.herniation_findings import LOOKS, FindingsState, simulate

STATES = [FindingsState(), FindingsState(people="both"), FindingsState(finding="facet", age=20, people="both"),
          FindingsState(finding="protrusion", age=80, people="both")]


def trace(fig, name):
    return next(item for item in fig.data if item.name == name)


def test_the_same_traces_in_the_same_order_for_every_state():
    names = [[item.name for item in Figure(figure(simulate(state))).data] for state in STATES]
    assert all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])


@pytest.mark.parametrize("state", STATES, ids=range(len(STATES)))
def test_the_square_shows_the_counts_and_the_curve_the_table(state):
    result = simulate(state)
    fig = Figure(figure(result))
    assert tuple(sum(x is not None and x == x for x in trace(fig, look).x) for look in LOOKS) == result.counts
    assert list(trace(fig, "fitted curve").y) == [row.percent for row in result.fitted]
    assert trace(fig, "chosen age").y[0] == result.record.percent
    words = trace(fig, "chosen age in words").text[0]
    assert f"{result.record.percent:.0f} of 100" in words and "n" in words


def test_ages_with_nobody_scanned_look_different():
    fig = Figure(figure(simulate(FindingsState(finding="facet", age=20))))
    assert list(trace(fig, "ages with people scanned").x) == [40, 50]
    assert trace(fig, "ages with nobody scanned, or not known").marker.symbol == "circle-open"
    assert "n = 0" in trace(fig, "chosen age in words").text[0]


def test_the_reason_is_given_where_people_with_pain_are_missing():
    for settings, words in (({"finding": "facet"}, "No odds ratio"), ({"age": 80}, "up to 50"),
                            ({"people": "without"}, "Nobody here has back pain")):
        fig = Figure(figure(simulate(FindingsState(**{"people": "both", **settings}))))
        assert words in " ".join(trace(fig, "both directions").text)


def test_intervals_of_the_odds_ratios():
    ratios = trace(Figure(figure(simulate(FindingsState()))), "odds ratios")
    assert ratios.x[0] - ratios.error_x.arrayminus[0] == pytest.approx(1.28)
    assert ratios.x[0] + ratios.error_x.array[0] == pytest.approx(44.56)


def test_what_is_sent_to_the_browser_is_strict_json():
    for state in STATES:
        json.dumps(Figure(figure(simulate(state))).to_dict(), allow_nan=False)
