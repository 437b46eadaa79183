"""What the course promises is checked somewhere: each objective, and each misconception that it plans for."""

import re

import nbformat
import pytest

import spine_edu
from spine_edu import data
from spine_edu.teaching.questions import questions

BOOKS = [row for row in data.table("notebooks") if row.ready == "yes"]
EACH = pytest.mark.parametrize("row", BOOKS, ids=[row.number for row in BOOKS])
MISCONCEPTIONS = [row.misconception for row in data.table("misconceptions")]


@pytest.fixture
def book(root, row):
    return nbformat.read(root / "notebooks" / row.file, 4)


@EACH
def test_the_objectives_are_those_of_the_notebook(book, row):
    listed = [one.objective for one in data.table("objectives") if one.notebook == row.number]
    assert listed == book.metadata["spine_edu"]["objectives"]


@EACH
def test_each_objective_is_checked_by_something_that_the_notebook_shows(book, row):
    code = "\n".join(cell.source for cell in book.cells if cell.cell_type == "code")
    shown = set(re.findall(r"spine_edu\.(\w+)\(", code)) & set(spine_edu.__all__)
    asked = {one.key for one in questions(row.number)}
    exercise = {"exercise"} if any(cell.source.startswith("## Exercise") for cell in book.cells) else set()
    for one in data.table("objectives"):
        if one.notebook == row.number:
            checked_by = set(one.checked_by.split())
            assert checked_by and checked_by <= shown | asked | exercise, one.objective


def test_an_exercise_alone_checks_no_more_than_two_objectives():
    """Nothing replies to what is written in an exercise."""
    alone = [one.objective.split()[0] for one in data.table("objectives") if one.checked_by == "exercise"]
    assert alone == ["Classify", "Rewrite"]


def test_sixteen_misconceptions_each_lead_to_an_option_of_a_question():
    assert MISCONCEPTIONS == [f"MC{number}" for number in range(1, 17)]
    assert {row.misconception for row in data.table("misconception_options")} == set(MISCONCEPTIONS)


def test_a_misconception_never_leads_to_the_right_option():
    right = {(row.question, row.option) for row in data.table("answers")}
    assert not right & {(row.question, row.option) for row in data.table("misconception_options")}


def test_each_belief_asks_about_another_misconception():
    asked = [row.misconception for row in data.table("beliefs")]
    assert len(set(asked)) == len(asked) == 12 and set(asked) <= set(MISCONCEPTIONS)


@EACH
def test_each_notebook_has_five_questions_or_more(row):
    assert len(questions(row.number)) >= 5


# Words ---------------------------------------------------------------------------------------------------------------

_TERMS = data.table("glossary")


def _uses(term, text):
    """Whether a text uses a term, or the short form that stands in brackets behind it."""
    word, _, short = term.removesuffix(")").partition(" (")
    words = "|".join(map(re.escape, filter(None, (word, short))))
    return re.search(rf"(?<![\w-])(?:{words})s?(?![\w-])", text, re.IGNORECASE)


@EACH
def test_a_notebook_explains_the_terms_that_it_is_the_first_to_use(book, row):
    code = "\n".join(cell.source for cell in book.cells if cell.cell_type == "code")
    assert f'notebook="{row.number}")' in code and "spine_edu.glossary(" in code
    text = "\n".join(cell.source for cell in book.cells if cell.cell_type == "markdown" and cell.id != "sources")
    late = [one.term for one in _TERMS if _uses(one.term, text) and one.notebook > row.number]
    assert late == [], "explained only in a later notebook"


@pytest.mark.parametrize(
    "term", ["sacrum", "nerve root", "pedicle", "micromotion", "MPa", "placebo", "sham", "sciatica"]
)
def test_a_word_of_the_field_stands_in_the_glossary(term):
    assert any(_uses(term, one.term) for one in _TERMS)
