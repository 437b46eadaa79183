"""Then and now: beliefs and predictions beside what was found, kind where nothing was kept, printable; and the map."""

import re

import pytest

import spine_edu
from spine_edu import Beliefs, CheckYourself, CourseMap, InYourWords, ThenAndNow, data
from spine_edu.keeping.store import BELIEFS, NOTES, PREDICTIONS, Store, kept, use


@pytest.fixture
def a_reader(tmp_path, monkeypatch):
    """Somebody who has done a little of everything; returns the folder."""
    monkeypatch.setenv("SPINE_EDU_ASK_FIRST", "yes")
    use(Store(tmp_path / "my_course.json"))
    for key, step in {"B1": 5, "B2": 4, "B3": 3}.items():
        Beliefs().say(key, step)
    for key, step in {"B1": 1, "B2": 4, "B4": 2}.items():
        Beliefs(again=True).say(key, step)
    bath, loop = spine_edu.Practice(), spine_edu.RunTheLoop()
    bath.predict(12)
    bath.run()
    loop.predict([6, 5, 4, 3, 2])
    InYourWords("00", "A level settles when …").say("00", "as much comes in\nas goes out <b>!")
    use(Store(tmp_path / "my_course.json"))
    return tmp_path


def test_where_nothing_was_kept_it_says_so_kindly():
    said = str(ThenAndNow())
    assert said.startswith("Nothing is kept of you yet") and "no loss" in said and "run this cell again" in said
    assert spine_edu.my.where in said and said in ThenAndNow()._repr_html_() and said in ThenAndNow().page()


def test_beliefs_stand_then_and_now_and_what_was_found_once_they_are_asked_again(a_reader):
    rows = {row.belief: row for row in data.table("beliefs")}
    said = str(ThenAndNow())
    assert f"- {rows['B1'].statement}\n  Then: agree. Now: disagree. You moved all the way.\n" in said
    assert f"- {rows['B2'].statement}\n  Then: rather agree. Now: rather agree. You stayed.\n" in said
    assert f"- {rows['B3'].statement}\n  Then: not sure. Now: not asked again.\n" in said
    assert f"- {rows['B4'].statement}\n  Then: not asked. Now: rather disagree.\n" in said
    assert {key for key, row in rows.items() if row.found in said} == {"B1", "B2", "B4"}
    assert f"{rows['B1'].found} (01 The stack)" in said
    assert rows["B5"].statement not in said


def test_predictions_stand_beside_what_was_found_if_the_reader_has_looked(a_reader):
    bath, loop = spine_edu.Practice(), spine_edu.RunTheLoop
    told = bath.told()
    said = str(ThenAndNow())
    assert f"- {bath.title}\n  {bath.ask.question}\n  You said: 12 litres.\n  {told.model}. " in said
    assert told.apart.capitalize() in said
    assert f"- {loop.title}\n  {loop.ask.question}\n  You said: a curve from" in said
    assert said.count("You have not looked yet.") == 1
    curve = loop()
    curve.look()
    assert f"You said: {curve.told().said}.\n  {curve.told().model}. " in str(ThenAndNow())


def test_the_readers_own_words_stand_there_as_text(a_reader):
    assert "- A level settles when …\n  as much comes in\n  as goes out <b>!" in str(ThenAndNow())
    page = ThenAndNow().page()
    assert "as much comes in<br>as goes out &lt;b&gt;!" in page and "<b>!" not in page


def test_it_is_written_as_a_page_that_prints_and_overwrites_only_itself(a_reader):
    (a_reader / "then_and_now.html").write_text("<!doctype html> a page of somebody else", encoding="utf-8")
    for _ in range(2):
        assert "then_and_now_2.html" in str(ThenAndNow().save())
    assert (a_reader / "then_and_now.html").read_text() == "<!doctype html> a page of somebody else"
    page = (a_reader / "then_and_now_2.html").read_text(encoding="utf-8")
    assert page == ThenAndNow().page()
    assert "@media print" in page and '<html lang="en">' in page and "<title>Then and now</title>" in page
    assert not re.search(r"https?:|<script|<link|src=", page), "it needs nothing from elsewhere"
    assert sorted(path.name for path in a_reader.glob("*.html")) == ["then_and_now.html", "then_and_now_2.html"]


def test_entries_that_make_no_sense_do_no_harm(a_reader):
    kept().put(BELIEFS, "B5", said=7, words=["agree"])
    kept().put(PREDICTIONS, "gone_part", said=3)
    kept().put(NOTES, "05", words=5)
    said = str(ThenAndNow())
    assert "Then: not asked. Now: not asked again." in said and ThenAndNow().page()


# The map -------------------------------------------------------------------------------------------------------------


def test_the_map_tells_what_was_done_and_nothing_before(a_reader):
    asked = len(CheckYourself("05").questions)
    CheckYourself("05").answer("Q15", "A")
    CheckYourself("05").answer("Q16", "A")
    assert CourseMap().done() == {
        "00": "3 of 12 beliefs, 1 prediction, your words",
        "05": f"1 prediction, 2 of {asked} questions",
    }
    lines = CourseMap()._repr_markdown_().splitlines()
    assert lines[0].endswith("| minutes | what you have done |")
    assert lines[2].endswith("| 25 | 3 of 12 beliefs, 1 prediction, your words |")
    assert lines[3].endswith("| 40 |  |")
    assert {line.count("|") for line in lines} == {6}
    assert f"You have: 1 prediction, 2 of {asked} questions." in str(CourseMap())
    use(Store())
    assert "you have done" not in CourseMap()._repr_markdown_() and "You have" not in str(CourseMap())
