"""Findings with and without pain, in words."""

import pytest

from spine_edu.herniation.findings.model import FindingsState, simulate
from spine_edu.herniation.findings.words import compare, sentence, table


@pytest.mark.parametrize(("settings", "words"), [
    ({}, ["50 of 100 people without back pain", "fitted", "151 people of that age", "odds ratio 7.54"]),
    ({"people": "both"}, ["about 88 of 100 with pain, 56 to 98", "Of the 55 people here who have it, 11 have pain",
                          "of the 12 with pain, 11 have it", "not a cause"]),
    ({"finding": "facet", "age": 20, "people": "both"}, ["n = 0", "extrapolated", "No odds ratio"]),
    ({"age": 80, "people": "both"}, ["not known to us", "only up to the age of 50"]),
    ({"finding": "annular_fissure", "people": "both"}, ["may or may not be commoner"]),
])
def test_the_sentence_says_what_is_known_and_what_is_not(settings, words):
    text = sentence(simulate(FindingsState(**settings)))
    for part in words:
        assert part in text


def test_compare_and_table():
    bulge, protrusion = simulate(FindingsState()), simulate(FindingsState(finding="protrusion"))
    assert "this in 33, 17 fewer" in compare(bulge, protrusion) and "17 more" in compare(protrusion, bulge)
    assert "same share" in compare(bulge, bulge)
    rows = table(bulge).rows
    assert ("bulge as counted in that review, without pain", 5.9, "", "adults up to 50", "") in rows
    assert any(row[2] == 98 and row[3] == "counted" for row in rows)
