"""What a reader has kept: seen, noted, taken along, forgotten, turned off; predictions outlive a kernel."""

import json
import os
import subprocess
import sys

import pytest

import spine_edu
from spine_edu.explorer.prediction import ASKED, KEPT, OPEN
from spine_edu.keeping.store import PREDICTIONS, Store, kept, use
from spine_edu.registry import REGISTRY
from tests.explorer.answers import some_answer

EACH_PART = pytest.mark.parametrize("part", REGISTRY)
#: What is answered in a later notebook than it is asked in, and is written as found only where that is shown.
LATER = {"start_forecast": {"trial": "peul"}}


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("SPINE_EDU_ASK_FIRST", "yes")
    path = tmp_path / "my_course.json"
    use(Store(path))
    return path


def restart(path):
    """Open the file anew, as another Python would."""
    use(Store(path))


# Predictions ---------------------------------------------------------------------------------------------------------


@EACH_PART
def test_a_prediction_outlives_the_kernel(path, part):
    explorer = getattr(spine_edu, REGISTRY[part])()
    if explorer.ask is None:
        return
    explorer.predict(some_answer(explorer.ask, explorer.asked_result))
    predicted, told = explorer.predicted, None
    explorer.look()
    told = explorer.told()
    restart(path)
    again = getattr(spine_edu, REGISTRY[part])()
    assert again.predicted == predicted and again.phase == OPEN
    again.look()
    assert again.told() == told
    with pytest.raises(ValueError, match="stays as it is"):
        again.predict(some_answer(again.ask, again.asked_result))
    if part in LATER:
        assert "found" not in kept().get(PREDICTIONS, part)
        again.set(**LATER[part])
    entry = kept().get(PREDICTIONS, part)
    whole = again.ask.tell(predicted, again.asked_result)
    assert (entry["asked"], entry["words"]) == (again.ask.question, again.ask.words(predicted))
    assert (entry["told"], entry["found"], entry["apart"]) == whole


def test_a_fresh_python_finds_it(path, root):
    spine_edu.Practice().predict(12)
    code = "import spine_edu; bath = spine_edu.Practice(); print(bath.predicted, bath.phase, bath.told().said)"
    environment = {**os.environ, "SPINE_EDU_KEEP": str(path), "SPINE_EDU_ASK_FIRST": "yes"}
    done = subprocess.run([sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True)
    assert done.stdout == "12.0 open 12 litres\n", done.stderr


def test_the_answer_is_not_in_the_file_while_the_veil_lies(path):
    bath = spine_edu.Practice()
    bath.predict(12)
    assert bath.phase == KEPT and "found" not in path.read_text()
    bath.run()
    assert "The model says 48 litres" in path.read_text()


def test_a_prediction_to_an_older_question_asks_again_and_stays_behind_the_new_one(path):
    spine_edu.Practice().predict(12)
    text = path.read_text().replace('"said": 12.0', '"said": "many"')
    path.write_text(text)
    restart(path)
    bath = spine_edu.Practice()
    assert bath.phase == ASKED and bath.predicted is None
    bath.predict(20)
    restart(path)
    assert spine_edu.Practice().predicted == 20
    assert kept().get(PREDICTIONS, "start_practice")["earlier"]["said"] == "many"


def test_what_another_notebook_has_forgotten_is_asked_again(path):
    bath = spine_edu.Practice()
    bath.predict(12)
    other = Store(path)
    other.drop()
    assert spine_edu.Practice().phase == ASKED


# To see, to take along -----------------------------------------------------------------------------------------------


def test_it_shows_itself(path):
    spine_edu.Practice().predict(12)
    spine_edu.my.note("As much <b>out</b> as in.", about=" 00 ")
    assert str(spine_edu.my) == (
        "What you do is kept in my_course.json, beside this notebook. Nothing of it is sent anywhere.\n\n"
        "What I predicted\n- The practice explorer: a bath with a tap and a drain: 12 litres\n\n"
        "What I believed\n- nothing yet\n\n"
        "What I answered\n- nothing yet\n\nIn my words\n- 00: As much <b>out</b> as in."
    )
    page = spine_edu.my._repr_html_()
    assert "&lt;b&gt;out" in page and "<li>The practice explorer: a bath with a tap and a drain: 12 litres</li>" in page


def test_it_goes_to_another_computer_and_back(path, tmp_path):
    spine_edu.Practice().predict(12)
    spine_edu.my.note("mine")
    text = spine_edu.my.export()
    use(Store(tmp_path / "elsewhere.json"))
    spine_edu.my.note("of this place")
    assert str(spine_edu.my.bring_back(text)) == (
        "Brought back. There are now 1 predictions, 0 beliefs, 0 answers, 2 notes."
    )
    assert spine_edu.my.notes == {"#1": "of this place", "#2": "mine"}


def test_a_text_that_is_none_is_refused_in_words(path):
    spine_edu.my.note("mine")
    before = path.read_bytes()
    for wrong, why in (("{}", "not a file of this course"), ("half {", "damaged"), (5, "5 is none"), (None, "None")):
        with pytest.raises(ValueError, match=why):
            spine_edu.my.bring_back(wrong)
    assert path.read_bytes() == before


def test_a_note_is_words(path):
    assert str(spine_edu.my.note(" two\x00\u202e\nlines ", about="05")) == "Kept, with your words about 05."
    assert str(spine_edu.my.note("others")) == "Kept as note #1."
    assert str(spine_edu.my.note("more")) == "Kept as note #2."
    restart(path)
    assert spine_edu.my.notes == {"05": "two\nlines", "#1": "others", "#2": "more"}
    for wrong, why in (("", "these are none"), (" \n", "these are none"), (7, "7 is none"), ("x" * 5001, "has 5,001")):
        with pytest.raises(ValueError, match=why):
            spine_edu.my.note(wrong)
    with pytest.raises(ValueError, match="said in words; 5 is none"):
        spine_edu.my.note("words", about=5)


# To forget, to turn off ----------------------------------------------------------------------------------------------


def test_it_forgets_what_it_is_told_to(path):
    bath = spine_edu.Practice()
    bath.predict(12)
    spine_edu.my.note("mine")
    with pytest.raises(
        ValueError, match="nothing called 'all' to forget; there are predictions, beliefs, answers, notes"
    ):
        spine_edu.my.forget("all")
    assert str(spine_edu.my.forget("notes")) == "Forgotten: 1 of your notes."
    assert bath.predicted == 12
    assert str(spine_edu.my.forget()) == "Forgotten: 1 of your predictions."
    assert str(spine_edu.my.forget()) == "There was nothing to forget."
    assert bath.phase == ASKED
    assert set(json.loads(path.read_text())) == {"about", "format", "version"}


def test_it_can_be_turned_off_and_on(path):
    assert "Until then nothing is written" in str(spine_edu.my.off())
    spine_edu.my.note("mine")
    assert "mine" not in path.read_text()
    assert str(spine_edu.my.on()).startswith("What you do is kept in my_course.json")
    assert "mine" in path.read_text()


def test_without_a_file_it_says_so():
    assert spine_edu.my.where == "Nothing is written to a file here: what you do is kept until this Python stops."
    assert str(spine_edu.my.off()) == str(spine_edu.my.on()) == spine_edu.my.where


def test_a_file_that_cannot_be_written_is_said_where_it_shows_itself(tmp_path):
    use(Store(tmp_path / "gone" / "my_course.json"))
    spine_edu.my.note("mine")
    assert (
        spine_edu.my.where.startswith("Some of this is not written yet.") and "cannot be written" in spine_edu.my.where
    )
