"""Questions that are put in order, matched, or answered by a number: what is right, what is said, what is refused."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_edu import CheckYourself, data
from spine_edu.teaching.kinds import Match, Number, Order
from spine_edu.teaching.questions import questions
from tests.teaching.answering import ANSWERS_OF

TASKS = [one for row in data.table("notebooks") for one in questions(row.number) if one.kind != "choice"]
EACH = pytest.mark.parametrize("one", TASKS, ids=lambda one: one.key)


@EACH
def test_right_and_not_quite_are_said_and_each_has_its_reason(one):
    said = {answer: one.answer(answer) for answer in ANSWERS_OF[one.kind](one)}
    right = [answer for answer in said if one.is_right(answer)]
    assert len(right) == 1 and said[right[0]] == f"Yes. {one.why}"
    assert all(
        words.startswith("Not quite. ") and len(words) > 40 for answer, words in said.items() if answer not in right
    )
    reasons = [reason for _, reason, _ in one.told()]
    assert len(set(reasons)) == len(reasons)


def test_every_notebook_has_a_question_of_another_kind_and_all_kinds_are_there():
    assert {row.notebook for row in data.table("tasks")} == {row.number for row in data.table("notebooks")}
    assert {one.kind for one in TASKS} == {"order", "match", "number"}


def test_worked_examples_fade_from_half_to_alone():
    stems = {}
    for row in data.table("tasks"):
        if row.kind == "number":
            stems.setdefault(row.notebook, []).append(row.stem.partition(".")[0].partition(",")[0])
    assert stems and all(pair == ["Half worked", "Alone"] for pair in stems.values())


# The arithmetic of the worked examples, by another way than the words take.
@pytest.mark.parametrize(
    "key, value",
    [
        ("Q59", 150 * 0.36 / 0.06),
        ("Q60", 150 * 0.24 / 0.06),
        ("Q62", sum(10 * 0.75**turn for turn in range(200))),
        ("Q63", sum(4 * 0.9**turn for turn in range(400))),
        ("Q64", 100 * 0.9 * 0.01 / (0.9 * 0.01 + 0.2 * 0.99)),
        ("Q65", 100 * 0.9 * 0.5 / (0.9 * 0.5 + 0.2 * 0.5)),
        ("Q67", 1 / (0.90 - 0.85)),
        ("Q68", 1 / (0.16 - 0.12)),
    ],
)
def test_the_numbers_come_out(key, value):
    one = next(one for one in TASKS if one.key == key)
    assert one.is_right(one.check(f"{value:.2f}"))
    assert not any(one.is_right(one.check(f"{value * factor:.2f}")) for factor in (0.8, 1.2))


def test_the_roots_are_those_of_the_table():
    reached = {row.subarticular_disc: row.root for row in data.table("anatomy_roots")}
    parts = [part for part in data.table("task_parts") if part.question == "Q57"]
    assert {part.text: part.label for part in parts} == {
        f"Disc {disc}": reached[disc] for disc in ("C5-6", "L3-4", "L4-5", "L5-S1")
    }


@pytest.mark.parametrize("one", [one for one in TASKS if one.kind == "order"], ids=lambda one: one.key)
def test_an_order_has_one_right_way_and_tells_the_first_that_stands_wrong(one):
    ways = ["".join(way) for way in itertools.permutations(one.options)]
    assert [way for way in ways if one.is_right(way)] == [one.right]
    swapped = one.right[:-2] + one.right[:-3:-1]
    assert one.hints[one.right[-2]] in one.answer(swapped) and f"The first {len(one.right) - 2} stand" in one.answer(
        swapped
    )


@given(st.text(max_size=6) | st.integers() | st.none() | st.lists(st.text(max_size=2), max_size=4))
def test_anything_else_is_refused_in_words_or_is_an_answer(said):
    for one in TASKS:
        try:
            assert one.answer(said)[:4] in ("Yes.", "Not ")
        except ValueError as error:
            assert str(error).startswith(f"{one.key} has no answer ") and "give " in str(error)


def test_a_number_may_have_a_decimal_comma():
    one = Number("Q1", "stem", "why", "N", 0.5, 0.5, "too little", "too much")
    assert one.answer("0,5") == one.answer("0.5") == "Yes. why" and one.check("0,50") == "0.5"
    assert one.answer("−1") == "Not quite. too little" and one.answer("7") == "Not quite. too much"


def test_a_hint_speaks_to_the_first_that_is_apart():
    one = Match("Q1", "stem", "why", ("a", "b", "c"), ("x", "y", "z"), ("for a", "for b", "for c"), "123")
    assert one.answer("132") == "Not quite. 1 of 3 fits. Look again at “b”: for b"
    assert one.answer("231") == "Not quite. None of 3 fit. Look again at “a”: for a"
    order = Order("Q2", "stem", "why", {"A": "a", "B": "b", "C": "c"}, {"A": "ha", "B": "hb", "C": "hc"}, "ABC")
    assert order.answer("BAC") == "Not quite. First comes another: ha"
    assert order.answer("ACB") == "Not quite. The first one stands right. Then comes another: hb"


@EACH
def test_what_was_said_comes_back_and_an_older_wording_does_not(one):
    notebook = next(row.notebook for row in data.table("tasks") if row.question == one.key)
    said = ANSWERS_OF[one.kind](one)[0]
    CheckYourself(notebook).answer(one.key, said)
    assert CheckYourself(notebook).answers[one.key] == one.check(said)
    assert CheckYourself(notebook).feedback()[one.key]["said"] == one.words(one.check(said))
    entry = one.kept()
    assert entry["missed"] and entry["words"] == one.words(one.check(said))


@EACH
def test_a_page_folds_the_answers_under_the_question(one):
    before, _, after = one.page(3).partition("<summary>Answers to question 3</summary>")
    for said, reason, _ in one.told():
        assert reason not in before and reason.replace("&", "&amp;") in after and said
    assert one.text(3).startswith("3. ")
