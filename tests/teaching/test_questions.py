"""Questions: every option answers, the answer comes at once, and wrong options lead back to the right idea."""

import html
import json

import pytest

from spine_edu import Again, CheckYourself, data
from spine_edu.keeping.store import ANSWERS, Store, kept, use
from spine_edu.teaching.questions import asked_again, questions
from tests.teaching.answering import ANSWERS_OF

BOOKS = sorted({row.notebook for row in data.table("questions")})


def choices(notebook):
    return [one for one in questions(notebook) if one.kind == "choice"]


@pytest.mark.parametrize("notebook", BOOKS)
def test_every_choice_has_its_options_feedback_and_one_answer(notebook):
    for question in choices(notebook):
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
def test_no_question_shows_the_stars_of_italics(notebook):
    """Questions are plain words: a star would be seen, and heard by whoever has the page read aloud."""
    for question in questions(notebook):
        said = [question.stem, *(words for line in question.told() for words in line if isinstance(words, str))]
        assert not [words for words in said if "*" in words]


@pytest.fixture(params=["live", "redraw"])
def check(request):
    return CheckYourself("02", backend_name=request.param)


def shown_by(check):
    """Return what the widget shows: question key -> letter, and key -> words."""
    face = check.widget
    if check.backend == "live":
        return dict(face.answers), {key: said["words"] for key, said in face.feedback.items()}
    lines = {key: html.unescape(line.value) for key, line in face.lines.items()}
    assert all(words.startswith('<div role="status">') for words in lines.values())
    words = {key: line.removeprefix('<div role="status">').removesuffix("</div>") for key, line in lines.items()}
    return (
        {key: choice.value for key, choice in face.choices.items() if choice.value},
        {key: said for key, said in words.items() if said},
    )


def choose(check, key, letter):
    """Choose an option as a hand does."""
    if check.backend == "live":
        check.widget.act({"act": "answer", "name": key, "letter": letter, "id": f"hand {letter}"})
        assert check.widget.heard == f"hand {letter}"
    else:
        check.widget.choices[key].value = letter


@pytest.mark.parametrize("notebook", BOOKS)
@pytest.mark.parametrize("way", ["live", "redraw"])
def test_choosing_an_option_says_its_feedback(notebook, way):
    check = CheckYourself(notebook, backend_name=way)
    for question in check.questions:
        for said in ANSWERS_OF[question.kind](question):
            choose(check, question.key, said)
            answers, words = shown_by(check)
            assert check.answers[question.key] == answers[question.key] == said
            assert words[question.key] == question.answer(said)
    assert list(check.answers) == [question.key for question in check.questions]


def test_python_chooses_too_and_the_page_shows_it(check):
    assert shown_by(check) == ({}, {})
    assert check.answer("Q4", "A") == check.questions[0].answer("A")
    assert shown_by(check) == ({"Q4": "A"}, {"Q4": check.questions[0].answer("A")})
    check.answers = {"Q5": "B"}
    assert shown_by(check)[0] == check.answers == {"Q5": "B"}
    check.answers["Q6"] = "A"
    assert check.answers == {"Q5": "B"}, "what was handed out is a copy"


def test_what_was_chosen_before_the_questions_are_shown_is_shown(check):
    check.answer("Q4", "B")
    assert shown_by(check)[0] == {"Q4": "B"}


def test_the_trait_chooses_and_goes_back_if_there_is_no_such_option():
    check = CheckYourself("02", backend_name="live")
    check.widget.answers = {"Q4": "C"}
    assert check.answers == {"Q4": "C"}
    assert check.widget.feedback["Q4"]["words"] == check.questions[0].answer("C")
    for wrong in ({"Q4": "Z"}, {"Q99": "A"}):
        with pytest.raises(ValueError, match="Q4 has no option 'Z'|no question 'Q99' here; there are Q4, Q5, Q6"):
            check.widget.answers = wrong
        with pytest.raises(ValueError):
            check.answers = wrong
        assert check.answers == check.widget.answers == {"Q4": "C"}


def test_the_page_knows_no_answer_before_it_was_chosen():
    check = CheckYourself("02", backend_name="live")
    state = json.dumps({name: value for name, value in check.widget.get_state().items() if not name.startswith("_")})
    for question in check.questions:
        assert json.dumps(question.stem) in state
        for _, words, _ in question.told():
            assert json.dumps(words)[1:-1] not in state
    assert "right" not in state
    check.answer("Q4", "A")
    first = check.questions[0]
    assert check.widget.feedback == {
        "Q4": {"said": first.options["A"], "words": first.answer("A"), "right": first.right == "A"}
    }


def test_every_way_leaves_the_questions_as_text():
    texts = set()
    for way in ("live", "redraw", "static"):
        shown = CheckYourself("05", backend_name=way)._repr_mimebundle_()
        bundle = shown if way == "static" else shown[0]
        texts.add(bundle["text/plain"])
        assert ("application/vnd.jupyter.widget-view+json" in bundle) == (way != "static")
    asked = enumerate(questions("05"), 1)
    assert texts == {"\n\n".join(one.text(number) for number, one in asked)} == {repr(CheckYourself("05"))}
    assert "Q15" not in texts.pop(), "what a reader sees is numbered from 1 on"


def test_answers_and_questions_belong_together():
    assert {row.question for row in data.table("questions")} == {row.question for row in data.table("answers")}


def test_the_right_option_does_not_always_stand_in_one_place():
    right = [question.right for book in BOOKS for question in choices(book)]
    assert len(right) < 6 or len(set(right)) > 1


def test_unknown_notebook_and_option_are_refused_in_words():
    with pytest.raises(ValueError, match="no questions for notebook '99'; there are for"):
        CheckYourself("99")
    with pytest.raises(ValueError, match="backend_name.*allowed are live, redraw, static"):
        CheckYourself("02", backend_name="sometimes")
    with pytest.raises(ValueError, match="There is no question 3 here; there are Q4, Q5, Q6"):
        CheckYourself("02").answer(3, "A")
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


# What is kept --------------------------------------------------------------------------------------------------------


def test_what_was_chosen_is_shown_by_the_next_sheet_and_by_the_next_python(tmp_path, check):
    use(Store(tmp_path / "my_course.json"))
    choose(check, "Q4", "A")
    choose(check, "Q6", "B")
    use(Store(tmp_path / "my_course.json"))
    again = CheckYourself("02", backend_name=check.backend)
    assert shown_by(again)[0] == again.answers == {"Q4": "A", "Q6": "B"}
    assert shown_by(again)[1] == {"Q4": check.questions[0].answer("A"), "Q6": check.questions[2].answer("B")}
    entry = kept().get(ANSWERS, "Q4")
    assert (entry["asked"], entry["words"]) == (check.questions[0].stem, check.questions[0].options["A"])


def test_an_answer_to_another_wording_is_not_shown():
    kept().put(ANSWERS, "Q4", said="A", words="what stood there once", missed=True)
    kept().put(ANSWERS, "Q5", said=["A"], words="odd")
    assert CheckYourself("02").answers == {}
    assert [one.key for one in asked_again("03")] == ["Q4", "Q3"]


def test_the_first_choice_tells_what_was_missed():
    check = CheckYourself("02")
    asked = choices("02")
    wrong = {one.key: next(letter for letter in one.options if letter != one.right) for one in asked}
    right = {one.key: one.right for one in asked}
    for letters in (wrong, right):
        check.answer("Q5", letters["Q5"])
    for letters in (right, wrong):
        check.answer("Q6", letters["Q6"])
    missed = {key: entry["missed"] for key, entry in kept().all(ANSWERS).items()}
    assert missed == {"Q5": True, "Q6": False}
    CheckYourself("02").answer("Q6", wrong["Q6"])
    assert not kept().get(ANSWERS, "Q6")["missed"], "a later run of the same page changes nothing in that"


# Asked again ---------------------------------------------------------------------------------------------------------

LATER = sorted(row.number for row in data.table("notebooks") if row.number != "00")


@pytest.mark.parametrize("notebook", LATER)
def test_each_notebook_opens_with_two_questions_from_one_or_two_before(notebook):
    of = {row.question: row.notebook for row in data.table("questions")}
    pair = [one.key for one in Again(notebook).questions]
    assert len(set(pair)) == 2
    assert all(1 <= int(notebook) - int(of[key]) <= 2 for key in pair)
    assert of[pair[0]] >= of[pair[1]], "the nearer one first"


@pytest.mark.parametrize("notebook", LATER)
def test_what_was_missed_comes_first_until_it_is_answered_at_once(notebook):
    fixed = [one.key for one in asked_again(notebook)]
    before = f"{int(notebook) - 1:02d}"
    other = next(one for one in reversed(choices(before)) if one.key != fixed[0])
    other.keep(next(letter for letter in other.options if letter != other.right), first=True)
    assert [one.key for one in asked_again(notebook)] == [other.key, fixed[0]]
    again = Again(notebook)
    assert again.answers == {}
    again.answer(other.key, other.right)
    assert not other.kept()["missed"]
    assert [one.key for one in asked_again(notebook)] == fixed


def test_what_was_missed_longer_ago_is_not_asked_here():
    old = questions("01")[0]
    old.keep(next(letter for letter in old.options if letter != old.right), first=True)
    assert old.key in [one.key for one in asked_again("03")]
    assert old.key not in [one.key for one in asked_again("04")]


def test_where_nothing_is_asked_again_it_says_so():
    for odd in ("00", "10", 5, None):
        with pytest.raises(ValueError, match="Nothing is asked again in .*; there is in 01, 02"):
            Again(odd)
