"""Findings without and with pain: the published tables, and the square of a hundred people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.herniation.findings.model import FindingsState, curve, share_with_pain, simulate

FINDINGS = FindingsState.declarations()["finding"].values


@pytest.mark.parametrize(("finding", "shares"), [
    ("degeneration", (37, 52, 68, 80, 88, 93, 96)), ("signal_loss", (17, 33, 54, 73, 86, 94, 97)),
    ("height_loss", (24, 34, 45, 56, 67, 76, 84)), ("bulge", (30, 40, 50, 60, 69, 77, 84)),
    ("protrusion", (29, 31, 33, 36, 38, 40, 43)), ("annular_fissure", (19, 20, 22, 23, 25, 27, 29)),
    ("facet", (4, 9, 18, 32, 50, 69, 83)), ("spondylolisthesis", (3, 5, 8, 14, 23, 35, 50))])
def test_the_table_of_people_without_pain(finding, shares):
    """Brinjikji 2015a, from 20 to 80 years."""
    assert tuple(row.percent for row in curve(finding)) == shares
    assert [row.age for row in curve(finding)] == [20, 30, 40, 50, 60, 70, 80]


@pytest.mark.parametrize(("finding", "ratio"), [
    ("bulge", (7.54, 1.28, 44.56)), ("spondylolysis", (5.06, 1.65, 15.53)), ("extrusion", (4.38, 1.98, 9.68)),
    ("modic1", (4.01, 1.10, 14.55)), ("protrusion", (2.65, 1.52, 4.62)), ("degeneration", (2.24, 1.21, 4.15)),
    ("annular_fissure", (1.79, 0.97, 3.31)), ("spondylolisthesis", (1.59, 0.78, 3.24))])
def test_the_published_odds_ratios(finding, ratio):
    """Brinjikji 2015b, adults up to 50."""
    row = next(row for row in data.table("herniation_odds") if row.finding == finding)
    assert (row.ratio, row.low, row.high) == ratio


def test_people_measured_and_not_measured():
    people = {row.age: row.people for row in curve("spondylolisthesis")}
    assert people == {20: 0, 30: 0, 40: 31, 50: 53, 60: None, 70: None, 80: None}
    counted = {row.finding: (row.percent, row.people) for row in data.table("herniation_findings")
               if row.method == "counted"}
    assert counted == {"bulge": (52, 98), "protrusion": (27, 98), "extrusion": (1, 98)}


def test_a_worked_example_of_the_odds():
    """Half without pain and an odds ratio of 7.54: odds 1 become 7.54, which is 7.54 of 8.54."""
    assert share_with_pain(50, 7.54) == pytest.approx(100 * 7.54 / 8.54)
    result = simulate(FindingsState(people="both"))
    assert result.with_pain[0] == pytest.approx(88.29, abs=0.01) and result.counts == (11, 1, 44, 44)


@given(st.floats(1, 99), st.floats(0.1, 40))
def test_an_odds_ratio_above_one_is_more_and_below_is_less(without, ratio):
    share = share_with_pain(without, ratio)
    assert 0 < share < 100 and (share > without) == (ratio > 1) or share == pytest.approx(without)
    assert share_with_pain(share, 1 / ratio) == pytest.approx(without)


@settings(max_examples=60)
@given(st.sampled_from(FINDINGS), st.sampled_from(range(20, 81, 10)), st.sampled_from(("without", "both")),
       st.integers(5, 50))
def test_the_square_holds_a_hundred_people(finding, age, people, pain_share):
    result = simulate(FindingsState(finding=finding, age=age, people=people, pain_share=pain_share))
    assert sum(result.counts) == len(result.looks) == 100 and min(result.counts) >= 0
    assert result.joined == bool(result.with_pain) == (people == "both" and result.odds is not None and age <= 50)
    assert sum(result.counts[:2]) == (pain_share if result.joined else 0)
    if not result.joined:
        assert result.counts[2] == result.record.percent


@pytest.mark.parametrize(("settings_", "words"), [
    ({"age": 45}, "45 years is not in the table; allowed are 20, 30"), ({"age": 90}, "outside the range"),
    ({"finding": "hernia"}, "not an option"), ({"pain_share": 0}, "outside the range")])
def test_bad_input(settings_, words):
    with pytest.raises(ValueError, match=words):
        FindingsState(**settings_)
