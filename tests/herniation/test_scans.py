"""The year of scans: published shares kept exactly, the assumed curve between them lawful."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.herniation.scans.model import PEOPLE, ScansState, constant, done, simulate

KINDS = ("bulge", "protrusion", "extrusion", "sequestration")
STATES = st.builds(ScansState, kind=st.sampled_from(KINDS), review=st.sampled_from(("chiu2015", "zou2023")),
                   month=st.floats(0, 12), half_time=st.floats(1, 6), seed=st.integers(1, 99))


@pytest.mark.parametrize(("review", "shares"), [
    ("chiu2015", (13, 41, 70, 96)), ("zou2023", (13.33, 37.53, 66.91, 87.77))])
def test_the_published_shares(review, shares):
    result = simulate(ScansState(review=review))
    assert tuple(result.shares[kind] for kind in KINDS) == shares
    for kind, share in zip(KINDS, shares, strict=True):
        assert simulate(ScansState(kind=kind, review=review)).smaller[-1] == round(share)


def test_the_published_shares_of_those_gone_and_of_all_types():
    gone = {kind: simulate(ScansState(kind=kind)).gone[-1] for kind in KINDS}
    assert gone == {"bulge": 0, "protrusion": 0, "extrusion": 15, "sequestration": 43}
    pooled = {row.source: (row.smaller, row.low, row.high) for row in simulate(ScansState()).pooled}
    assert pooled == {"zou2023": (70.39, None, None), "wang2020": (63, 49, 77)}


def test_the_times_and_the_follow_up_study():
    times = {name: constant(name) for name in ("symptoms_mean", "symptoms_spread", "picture_mean", "picture_spread")}
    assert times == {"symptoms_mean": 1.33, "symptoms_spread": 1.34, "picture_mean": 9.27, "picture_spread": 13.32}
    study = ("visible_good", "visible_poor", "good_outcome", "roc_area", "trial_people")
    assert [constant(name) for name in study] == [35, 33, 84, 0.48, 283]


def test_every_source_ranks_the_four_types_alike():
    for review in ("chiu2015", "zou2023"):
        shares = simulate(ScansState(review=review)).shares
        assert sorted(shares, key=shares.get) == list(KINDS)


@settings(max_examples=60)
@given(STATES)
def test_the_counts_add_up_and_nothing_grows_back(state):
    result = simulate(state)
    for frame in range(len(result.months)):
        assert sum(result.counts(frame)) == PEOPLE and min(result.counts(frame)) >= 0
    assert list(result.smaller) == sorted(result.smaller) and list(result.gone) == sorted(result.gone)
    assert result.smaller[0] == 0 and abs(result.months[result.now] - state.month) <= 0.125


@settings(max_examples=40)
@given(STATES, st.integers(0, 47))
def test_a_person_never_goes_back(state, frame):
    rank = {"same": 0, "smaller": 1, "gone": 2}
    result = simulate(state)
    before, after = result.looks(frame), result.looks(frame + 1)
    assert all(rank[one] <= rank[two] for one, two in zip(before, after, strict=True))
    assert tuple(before.count(look) for look in rank) == result.counts(frame)


@given(st.floats(0.1, 12), st.floats(1, 5.9))
def test_a_shorter_half_time_is_earlier_and_both_meet_at_the_end(month, half_time):
    assert done(month, half_time) >= done(month, half_time + 0.1) - 1e-12
    assert done(0, half_time) == 0 and done(12, half_time) == pytest.approx(1)


def test_the_seed_moves_people_and_no_counts():
    one, other = simulate(ScansState(seed=1)), simulate(ScansState(seed=2))
    assert one.counts() == other.counts() and one.looks() != other.looks()
    assert simulate(ScansState(seed=1)) == one


@pytest.mark.parametrize(("settings_", "words"), [
    ({"kind": "tear"}, "not an option"), ({"month": 13}, "Month.*outside the range"),
    ({"half_time": 0}, "outside the range"), ({"review": "macki2014"}, "not an option")])
def test_bad_input(settings_, words):
    with pytest.raises(ValueError, match=words):
        ScansState(**settings_)


def test_every_row_names_its_people():
    assert all(row.population and row.verified == "yes" for row in data.table("herniation_regression"))
