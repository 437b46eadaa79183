"""A lesson on the screen of a hall: what it shows in turn, and a new class."""

import json
import re

import pytest

import spine_edu
from spine_edu.classroom import deck, library
from spine_edu.explorer.session import Session
from spine_edu.keeping.store import Store, kept, use
from spine_edu.registry import REGISTRY


@pytest.mark.parametrize("number", library.numbers())
def test_a_lesson_has_each_explorer_of_its_notebook_once_and_each_question(number):
    lesson = spine_edu.present(number)
    explorers = [one for one in lesson.slides if isinstance(one, Session)]
    source = json.dumps(library.book(library.lesson(number).file)["cells"])
    made = [name for name in REGISTRY.values() if f"spine_edu.{name}(" in source]
    assert sorted(type(one).__name__ for one in explorers) == sorted(made)
    assert {one.theme.name for one in explorers} == {"presenter"}
    asked = [question for one in lesson.slides[len(explorers) :] for question in one.questions]
    assert [one.key for one in asked] == [one.key for one in spine_edu.CheckYourself(number).questions]
    numbers = [one.card()["questions"][0]["number"] for one in lesson.slides[len(explorers) :]]
    assert numbers == list(range(1, len(asked) + 1))
    assert len(lesson.names) == len(lesson.slides) and all(name in str(lesson) for name in lesson.names)


@pytest.mark.parametrize("number", library.numbers())
def test_notes_are_the_guide_as_a_page(number):
    notes = spine_edu.present(number).notes
    guide = library.lesson(number).guide
    assert re.findall("<h2>(.*?)</h2>", notes) == [heading for heading in guide if heading]
    assert "**" not in notes and "](" not in notes


def test_a_new_class_finds_everything_as_it_was_made():
    loop, check = spine_edu.RunTheLoop(gain=1.2, ask_first=True), spine_edu.CheckYourself("05")
    lesson = spine_edu.present(loop, check)
    assert lesson.names == [loop.title, f"Questions 1 to {len(check.questions)}"]
    loop.predict([6, 5, 4, 3, 2][: len(loop.ask.places)])
    loop.set(gain=0.4)
    check.answer(check.questions[0].key, "A")
    assert loop.phase == "open" and check.answers
    lesson.new_class()
    assert loop.state.gain == 1.2 and loop.phase == "asked" and check.answers == {}


def test_of_a_class_nothing_goes_into_the_readers_own_file_and_nothing_of_it_is_shown(monkeypatch):
    monkeypatch.delenv("SPINE_EDU_ASK_FIRST", raising=False)
    own, questions = spine_edu.RunTheLoop(ask_first=True), spine_edu.CheckYourself("05")
    own.predict([5] * len(own.ask.places))
    own.look()
    questions.answer(questions.questions[0].key, "A")
    before = kept().text()
    lesson = spine_edu.present("05")
    loop = next(one for one in lesson.slides if one.title == own.title)
    asked = next(one for one in lesson.slides if not isinstance(one, Session))
    assert loop.phase == "asked" and loop.predicted is None and asked.answers == {}
    loop.predict([6, 5, 4, 3, 2][: len(loop.ask.places)])
    loop.look()
    asked.answer(asked.questions[0].key, "B")
    assert loop.told() and asked.answers
    lesson.new_class()
    assert kept().text() == before and own.predicted is not None


def test_a_new_class_is_not_asked_what_the_teacher_has_switched_off_and_cannot_take_back_the_old_one():
    loop, bath = spine_edu.RunTheLoop(ask_first=False), spine_edu.Practice(ask_first=True)
    lesson = spine_edu.present(loop, bath)
    bath.count_hands({150: 12})
    bath.look()
    bath.set(tap=1)
    loop.set(gain=1.3)
    lesson.new_class()
    loop.undo()
    assert loop.phase == "open" and loop.said == "There is nothing to take back."
    assert bath.phase == "asked" and bath.hands == {}


def test_an_explorer_that_asks_nothing_is_only_put_back():
    mystery = spine_edu.MysteryPatient()
    lesson = spine_edu.present(mystery)
    before = mystery.state
    mystery.scenario(mystery.scenarios[0].name)
    lesson.new_class()
    assert mystery.state == before


def test_true_and_false_make_all_large_and_take_it_back():
    bath = spine_edu.Practice()
    assert spine_edu.present() is None and bath.theme.name == "presenter"
    assert spine_edu.present(False) is None and bath.theme.name == "light"


@pytest.mark.parametrize(
    ("what", "said"),
    [("5", "There is no notebook '5'"), (None, "cannot be presented"), (spine_edu.RunTheLoop, "cannot be presented")],
)
def test_what_cannot_be_presented_is_refused_in_words(what, said):
    with pytest.raises(ValueError, match=said):
        spine_edu.present(what)


def test_a_still_page_says_what_is_missing(monkeypatch):
    monkeypatch.setenv("SPINE_EDU_WIDGETS", "static")
    shown = deck.lesson("05")._repr_mimebundle_()
    assert shown.keys() == {"text/plain"} and "SPINE_EDU_WIDGETS=live" in shown["text/plain"]


def test_the_lesson_that_a_page_gets_names_its_slides():
    lesson = spine_edu.present(spine_edu.Practice(), spine_edu.CheckYourself("00"))
    face = lesson.widget
    assert face is lesson.widget
    assert [one.card["title"] for one in face.slides[:1]] == [face.card["names"][0]]
    bundle, _ = face.bundle_of()
    assert bundle["text/plain"] == str(lesson)
    face.close()


def test_a_class_is_not_told_that_the_reader_s_file_cannot_be_written():
    store = Store()
    store.trouble = "The disk is full."
    use(store)
    bath, check = spine_edu.Practice(), spine_edu.CheckYourself("05")
    said = {"act": "answer", "name": check.questions[0].key, "letter": "A"}
    for_reader = []
    for begin in (lambda one: None, lambda one: one.for_class()):
        begin(bath), begin(check)
        bath.widget.act({"act": "move", "name": "tap", "step": 3})
        check.widget.act(said)
        for_reader.append((bath.widget.error, check.widget.wrong))
        bath.widget.error = ""
    assert for_reader == [("The disk is full.",) * 2, ("", "")]
