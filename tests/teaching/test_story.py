"""The running case and the glossary."""

import numpy
import pytest

from spine_edu import CheckYourself, case, data, glossary
from spine_edu.teaching.questions import questions


def test_the_case_runs_forward_in_every_notebook():
    for number in ("00", "01", "02", "03", "05"):
        days = [row.day for row in data.table("case") if number in row.notebooks.split()]
        assert days == sorted(days)
        assert "Noor" in str(case(number))
        assert case(number)._repr_markdown_().startswith("- **")


def test_the_glossary_explains_and_refuses():
    terms = [row.term for row in data.table("glossary")]
    assert all(term in str(glossary()) for term in terms)
    assert str(glossary(terms[0])).startswith(f"{terms[0]}: ")
    with pytest.raises(ValueError, match="does not hold 'gristle'; it holds"):
        glossary("gristle")
    with pytest.raises(ValueError, match="nothing for notebook '42'"):
        case("42")


@pytest.mark.parametrize(
    "odd", [None, 3, ["05"], b"05", {}, numpy.array(["05", "06"]), 10**5000, "x" * 10_000], ids=data.shown
)
def test_odd_questions_to_the_story_are_refused_in_one_sentence(odd):
    for ask, complaint in (
        (glossary, "The glossary does not hold"),
        (case, "The case has nothing for notebook"),
        (questions, "There are no questions for"),
        (CheckYourself, "There are no questions for"),
    ):
        with pytest.raises(ValueError) as caught:
            ask(odd)
        assert str(caught.value).startswith(complaint) and str(caught.value).endswith(".")
