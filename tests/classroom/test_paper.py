"""Hand-outs and keys: one page, all that is asked, no answer before the fold, every question in the key."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

import spine_edu
from spine_edu import data
from spine_edu.classroom import paper, printing
from spine_edu.classroom.library import book, lesson, numbers
from spine_edu.classroom.room import found, room
from spine_edu.registry import REGISTRY
from spine_edu.teaching.questions import questions

NUMBERS = numbers()
KEYED = [number for number in NUMBERS if any(row.notebook == number for row in data.table("questions"))]
SECTIONS = (
    "Routes",
    "Likely answers",
    "If the class splits",
    "What is contested",
    "Poll questions (show of hands)",
    "Hand-out",
)


def words(page):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)))


@pytest.mark.parametrize("number", NUMBERS)
def test_a_hand_out_asks_what_the_notebooks_explorers_ask(number):
    page = words(paper.handout(number))
    topic = lesson(number).file.partition("_")[2].removesuffix(".ipynb")
    asked = [getattr(spine_edu, name)().ask for part, name in REGISTRY.items() if part.partition("_")[0] == topic]
    assert any(asked)
    for ask in filter(None, asked):
        assert ask.question in page


@pytest.mark.parametrize("number", NUMBERS)
def test_what_comes_out_stands_below_the_fold(number):
    before, after = paper.handout(number).split('class="fold"')
    told = [line for line in words(paper._written(lesson(number).guide["Hand-out"])).split(". ") if len(line) > 20]
    assert told
    assert not any(line in words(before) for line in told)
    assert all(line in words(after) for line in told)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_page_is_whole_html_and_closes_what_it_opens(number):
    class Check(HTMLParser):
        open_ones = []

        def handle_startendtag(self, tag, attrs):
            """A tag that closes itself leaves nothing open."""

        def handle_starttag(self, tag, attrs):
            if tag not in ("meta", "br", "html", "body"):
                self.open_ones.append(tag)

        def handle_endtag(self, tag):
            if tag not in ("html", "body"):
                assert self.open_ones.pop() == tag

    check = Check()
    check.feed(paper.handout(number))
    assert check.open_ones == []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_hand_out_asks_in_the_order_of_its_notebook(number):
    page, code = words(paper.handout(number)), json.dumps(book(lesson(number).file))
    order = sorted(
        (code.index(f"spine_edu.{name}("), page.index(ask.question))
        for name in REGISTRY.values()
        if (ask := getattr(spine_edu, name)().ask) and ask.question in page
    )
    assert order and all(one[1] < other[1] for one, other in pairwise(order))


@pytest.mark.parametrize("number", NUMBERS)
def test_the_key_tells_what_is_so_wherever_the_hand_out_asks(number):
    told = words(paper.key(number)).partition("What the hand-out asks")[2]
    sessions = [getattr(spine_edu, name)() for name in REGISTRY.values()]
    asking = [one for one in sessions if one.ask and one.ask.question in words(paper.handout(number))]
    assert asking
    for session in asking:
        after = told.partition(session.ask.question)[2]
        assert after.strip().startswith(found(session.ask, session.asked_result))


def test_the_key_says_what_is_so_in_each_kind_of_answer():
    keys = {
        number: words(paper.key(number)).partition("What the hand-out asks")[2] for number in ("00", "05", "06", "07")
    }
    assert "No line is right" in keys["00"] and "The model says 48 litres." in keys["00"]
    assert "Herniation → Inflammation (+)" in keys["05"] and "at day 30" in keys["05"]
    assert "“stands out”: Leg raise, Tiptoe, Heel jerk. “as usual”: Knee jerk" in keys["06"]
    assert "both fit" in keys["07"]


@pytest.mark.parametrize("number", KEYED)
def test_the_key_holds_every_question_with_the_letters_of_the_screen(number):
    page = words(paper.key(number))
    for place, one in enumerate(questions(number), 1):
        assert f"{place}. {one.stem} ({one.key})" in page
        answers = [f"{' '.join(said.split())} {reason}" for said, reason, _ in one.told()]
        assert all(answer in page for answer in answers) and one.told()[0][2]
        assert page.index(answers[0]) == min(map(page.index, answers)), "the right one comes first"


def test_what_is_asked_twice_is_one_question_of_each_notebook_and_tells_nothing():
    page, key = words(paper.twice()), words(paper.twice_key())
    for place, number in enumerate(NUMBERS, 1):
        one = questions(number)[0]
        assert f"{place}. {one.stem}" in page and f"{place}. {one.stem} ({one.key})" in key
        assert all(" ".join(line.split()) in page for line in one.listed())
        assert all(reason in key and reason not in page for _, reason, _ in one.told())
    assert "class=right" not in paper.twice()


@pytest.mark.parametrize("number", NUMBERS)
def test_a_hand_out_gives_no_right_letter_away(number):
    assert "class=right" not in paper.handout(number)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_guide_holds_what_a_teacher_looks_for(number):
    guide = lesson(number).guide
    assert set(SECTIONS) <= guide.keys()
    assert guide[""].startswith(f"# {number} {lesson(number).title}"), "a guide has the name of its notebook"
    minutes = re.findall(r"^\| (\d+) \|", guide["Routes"], flags=re.MULTILINE)
    assert minutes[:2] == ["15", "30"] and minutes[2:] in (["50"], [str(lesson(number).minutes)])


def test_another_kind_of_question_is_refused_until_there_is_room_for_it():
    with pytest.raises(TypeError, match="no room on paper yet for str"):
        room("what?", None)


def test_a_number_that_is_no_notebook_is_refused_in_words():
    with pytest.raises(ValueError, match="no notebook '5'; there are 00, 01"):
        paper.handout("5")


@pytest.mark.slow
@pytest.mark.skipif(not printing.browser(), reason="No Chromium")
@pytest.mark.parametrize("number", NUMBERS)
def test_a_hand_out_is_one_page_of_paper(number, tmp_path):
    printing.pdf(paper.handout(number), tmp_path / "page.pdf")
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes())) == 1


def test_without_a_browser_the_pdf_is_refused_in_words(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OSError, match="open it in any browser and print"):
        printing.pdf("<p>page", tmp_path / "page.pdf")
    assert list(tmp_path.iterdir()) == []


def test_parts_of_a_hand_out_follow_each_other():
    page = paper.handout("05")
    places = [page.index(f"<h2>{head}") for head in ("Before", "Afterwards", "In your words")]
    assert all(first < second for first, second in pairwise(places))
