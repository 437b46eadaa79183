"""The arrows: what the article names, what it leaves out, and the kinds of the loops they close."""

from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.cycle.arrows.model import NODES, ArrowsState, loops, polarity, simulate

ROWS = data.table("cycle_links")


def closed(**settings):
    return {frozenset(loop.nodes): loop.kind for loop in simulate(ArrowsState(**settings)).loops}


@given(st.lists(st.sampled_from("+-"), min_size=1, max_size=12))
def test_polarity_is_the_product_of_the_signs(signs):
    product = prod(1 if sign == "+" else -1 for sign in signs)
    assert polarity(signs) == ("reinforcing" if product > 0 else "balancing")


def test_two_minus_arrows_reinforce():
    """Pain, guarding, stiffness, movement: + + - - comes back as more pain."""
    assert polarity(["+", "+", "-", "-"]) == "reinforcing"


def test_the_round_closes_step_by_step():
    assert [len(closed(steps=step)) for step in range(1, 6)] == [0, 0, 1, 2, 3]
    assert set(closed(steps=5).values()) == {"reinforcing"}


def test_what_the_article_leaves_out_are_four_balancing_loops():
    added = {nodes: kind for nodes, kind in closed(steps=5, balancing="yes").items() if nodes not in closed(steps=5)}
    assert len(added) == 4 and set(added.values()) == {"balancing"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.arrow)
def test_every_arrow_is_complete(row):
    assert row.arrow == f"{row.start}_{row.end}"
    assert row.start in NODES and row.end in NODES and row.carried_by in NODES
    assert (row.kind == "balancing") == (row.step == 0)
    assert row.known_for.endswith(".") and row.known_against.endswith(".") and row.source
    assert row.arrow in data.choice("cycle_arrows.arrow").values


def test_the_pain_spasm_pain_arrows_are_called_contested():
    evidence = {row.arrow: row.evidence for row in ROWS}
    assert evidence["pain_guarding"] == evidence["guarding_pain"] == "contested"


def test_an_arrow_that_is_not_drawn_is_not_read_about():
    assert simulate(ArrowsState(steps=1, arrow="guarding_pain")).selected is None
    assert simulate(ArrowsState(steps=3, arrow="guarding_pain")).selected.sign == "+"


def test_thickness_follows_the_whole_model():
    early, late = (simulate(ArrowsState(steps=5, balancing="yes", day=day)).flow for day in (3, 200))
    assert late["pain_guarding"] < early["pain_guarding"] and late["moving_guarding"] > early["moving_guarding"]
    assert all(0 <= share <= 1 for share in (*early.values(), *late.values()))


def test_loops_are_found_once_each():
    found = loops(ROWS)
    assert len({loop.nodes for loop in found}) == len(found) == 7
