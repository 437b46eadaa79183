"""A show of hands: what a class says, before and beside what is so."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

import spine_edu
from spine_edu.explorer import hands, veil
from spine_edu.explorer.asking import Number, Pick
from spine_edu.registry import REGISTRY

ASKING = {part: getattr(spine_edu, name) for part, name in REGISTRY.items()}
COUNTED = [part for part, one in ASKING.items() if hands.can_count(one.ask)]
OTHERS = [part for part in REGISTRY if part not in COUNTED]


def asked(part):
    return ASKING[part](ask_first=True)


def answers(ask):
    return list(ask.options) if isinstance(ask, Pick) else [ask.low, (ask.low + ask.high) / 2, ask.high]


@pytest.mark.parametrize("part", COUNTED)
def test_what_is_so_stands_among_the_hands_once_the_veil_is_lifted_and_not_before(part):
    explorer = asked(part)
    first, *_, last = answers(explorer.ask)
    explorer.count_hands({last: 2, first: 5})
    assert explorer.hands == {first: 5, last: 2}
    before = veil.strip(explorer)["hands"]
    assert not any(row["so"] for row in before["rows"])
    assert sum(row["hands"] for row in before["rows"]) == 7
    explorer.predict(first)
    kept = veil.strip(explorer)["hands"]
    assert explorer.phase == "kept" and kept == before
    explorer.look()
    told = veil.strip(explorer)["hands"]
    (so,) = [row for row in told["rows"] if row["so"]]
    assert explorer.ask.words(explorer.ask.answer(explorer.asked_result)) in so["said"]
    assert sum(row["hands"] for row in told["rows"]) == 7
    assert told["words"].startswith("Of 7 hands: ")
    assert explorer.told().model in told["words"] and told["words"] in veil.line(explorer)


@pytest.mark.parametrize("part", COUNTED)
def test_who_said_what_is_so_has_the_row_that_is_so(part):
    explorer = asked(part)
    found = explorer.ask.answer(explorer.asked_result)
    explorer.count_hands({found: 3})
    explorer.look()
    rows = [row for row in veil.strip(explorer)["hands"]["rows"] if row["so"] or row["hands"]]
    assert [(row["hands"], row["so"]) for row in rows] == [(3, True)]


@pytest.mark.parametrize("part", OTHERS)
def test_other_questions_have_no_hands_to_count(part):
    explorer = asked(part)
    with pytest.raises(ValueError, match="no hands to count"):
        explorer.count_hands({1: 2})
    assert veil.strip(explorer)["hands"] == {}


@pytest.mark.parametrize(
    "counts, said",
    [
        ({170: 2}, "outside the range"),
        ({"many": 2}, "not a number"),
        ({150: 2.5}, "whole numbers"),
        ({150: -1}, "whole numbers"),
        ({150: True}, "whole numbers"),
        ({150: 10_000}, "whole numbers"),
        ([150, 2], "is a dict"),
    ],
)
def test_bad_counts_are_refused_in_words_and_lose_nothing(counts, said):
    explorer = asked("start_practice")
    explorer.count_hands({100: 4})
    with pytest.raises(ValueError, match=said):
        explorer.count_hands(counts)
    assert explorer.hands == {100: 4}


def test_an_option_that_is_none_is_refused():
    with pytest.raises(ValueError, match="not an option"):
        asked("anatomy_roots").count_hands({"C9": 1})


def test_hands_are_typed_as_people_write():
    explorer = asked("start_practice")
    explorer.take_hands([["62,5", "3"], ["100", " 4 "], ["100", "2"]])
    assert explorer.hands == {62.5: 3, 100: 6}
    for rows, said in (([["many", "2"]], "'many' is not an answer"), ([["100", "few"]], "'few' is not a number of")):
        with pytest.raises(ValueError, match=said):
            explorer.take_hands(rows)
    assert explorer.hands == {62.5: 3, 100: 6}
    explorer.take_hands([])
    assert explorer.hands == {} and veil.strip(explorer)["hands"] == {}


def test_a_new_class_starts_without_hands():
    explorer = asked("anatomy_roots")
    explorer.count_hands({explorer.ask.options[0]: 3})
    explorer.look()
    explorer.forget()
    assert explorer.hands == {}


def test_a_prediction_is_no_hand_and_a_hand_no_prediction():
    explorer = asked("start_practice")
    explorer.count_hands({100: 4})
    assert explorer.predicted is None and explorer.phase == "asked"
    explorer.predict(60)
    assert explorer.hands == {100: 4}


@given(counts=st.dictionaries(st.integers(0, 160), st.integers(0, 300), max_size=8))
def test_every_hand_is_drawn_and_numbers_rise(counts):
    explorer = asked("start_practice")
    explorer.count_hands(counts)
    explorer.look()
    spread = veil.strip(explorer)["hands"]
    assert sum(row["hands"] for row in spread.get("rows", ())) == sum(counts.values())
    assert list(explorer.hands) == sorted(answer for answer, hands in counts.items() if hands)
    assert isinstance(explorer.ask, Number)
