"""Questions: every option answers, the answer comes at once, and wrong options lead back to the right idea."""

import pytest

from spine_edu import CheckYourself, data
from spine_edu.teaching.questions import questions

BOOKS = sorted({row.notebook for row in data.table("questions")})


@pytest.mark.parametrize("notebook", BOOKS)
def test_every_question_has_its_options_feedback_and_one_answer(notebook):
    for question in questions(notebook):
        assert 3 <= len(question.options) <= 4
        assert question.right in question.options
        assert len(set(question.feedback.values())) == len(question.options), "each option has its own feedback"
        for letter in question.options:
            starts = "Yes." if letter == question.right else "Not quite."
            assert question.answer(letter).startswith(starts)
            assert len(question.feedback[letter]) > 30
            said_already = ("yes", "right", "no.", "not quite")
            assert not question.feedback[letter].lower().startswith(said_already)


@pytest.mark.parametrize("notebook", BOOKS)
def test_choosing_an_option_says_its_feedback(notebook):
    check = CheckYourself(notebook)
    for box, question in zip(check.children[1:], check.questions, strict=True):
        for index, letter in enumerate(question.options):
            check.choices[question.key].index = index
            assert 'role="status"' in box.children[2].value
            assert question.answer(letter)[:20] in box.children[2].value
    assert check.questions[0].stem in check._repr_mimebundle_()[0]["text/plain"]


def test_answers_and_questions_belong_together():
    assert {row.question for row in data.table("questions")} == {row.question for row in data.table("answers")}


def test_the_right_option_does_not_always_stand_in_one_place():
    right = [question.right for book in BOOKS for question in questions(book)]
    assert len(right) < 6 or len(set(right)) > 1


def test_unknown_notebook_and_option_are_refused_in_words():
    with pytest.raises(ValueError, match="no questions for notebook '99'; there are for"):
        CheckYourself("99")
    if BOOKS:
        with pytest.raises(ValueError, match="has no option 'Z'"):
            questions(BOOKS[0])[0].answer("Z")
        for odd in (None, 3, ["A"], "AB"):
            with pytest.raises(ValueError, match="has no option .*; it has A, B, C"):
                questions(BOOKS[0])[0].answer(odd)


def test_a_question_without_an_answer_is_refused_in_words(monkeypatch):
    table = data.table
    monkeypatch.setattr(data, "table", lambda name: table(name)[1:] if name == "answers" else table(name))
    with pytest.raises(data.DataError, match="^questions.csv, question Q4: answers.csv does not say which"):
        questions("02")
