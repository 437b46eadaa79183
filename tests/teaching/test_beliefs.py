"""The belief profile and the reader's own words: kept, shown again, changed by hand and by Python, never judged."""

import json

import pytest

import spine_edu
from spine_edu import Beliefs, InYourWords, data
from spine_edu.keeping import store
from spine_edu.keeping.store import BELIEFS, BELIEFS_NOW, NOTES, Store, kept, use
from spine_edu.teaching.sheet import STEPS

WAYS = pytest.mark.parametrize("way", ["live", "redraw"])


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "my_course.json"
    use(Store(path))
    return path


def say(sheet, key, value):
    """Say something as a hand does."""
    if sheet.backend == "live":
        sheet.widget.act({"act": "say", "name": key, "value": value, "id": f"hand {value}"})
        assert sheet.widget.heard == f"hand {value}"
    else:
        sheet.widget.inputs[key].value = value


def shown_by(sheet):
    """Return key -> what the widget shows as said, and the line under it."""
    face = sheet.widget
    if sheet.backend == "live":
        return dict(face.now["said"]), " ".join(
            filter(None, [face.wrong, *face.now["fixed"].values(), face.now["where"]])
        )
    said = {key: control.value for key, control in face.inputs.items() if control.value}
    return said, face.line.value.removeprefix('<div role="status">').removesuffix("</div>")


def on_day(monkeypatch, day):
    monkeypatch.setattr(store, "today", lambda: day)
    monkeypatch.setattr("spine_edu.teaching.beliefs.today", lambda: day)


# The statements ------------------------------------------------------------------------------------------------------


def test_twelve_statements_each_tied_to_a_notebook_and_a_misconception_of_its_own():
    rows = data.table("beliefs")
    assert len(rows) == 12
    assert len({row.misconception for row in rows}) == len({row.statement for row in rows}) == 12
    assert [row.notebook for row in rows] == sorted(row.notebook for row in rows)
    assert {row.notebook for row in rows} == {row.number for row in data.table("notebooks")} - {"00"}
    assert all(row.statement.endswith(".") and len(row.statement) <= 80 for row in rows)


# A hand --------------------------------------------------------------------------------------------------------------


@WAYS
def test_what_a_hand_says_is_kept_and_shown_by_the_next_sheet(path, way):
    sheet = Beliefs(backend_name=way)
    assert shown_by(sheet)[0] == {}
    for step, row in zip([*STEPS, *STEPS], data.table("beliefs"), strict=False):
        say(sheet, row.belief, step)
    assert shown_by(sheet)[0] == sheet.said() == {f"B{n}": 1 + (n - 1) % 5 for n in range(1, 11)}
    use(Store(path))
    again = Beliefs(backend_name=way)
    assert shown_by(again) == (sheet.said(), spine_edu.my.where)
    entry = json.loads(path.read_text())[BELIEFS]["B5"]
    assert (entry["said"], entry["words"], entry["asked"]) == (5, "agree", data.table("beliefs")[4].statement)


@WAYS
def test_then_and_now_are_kept_apart(path, way):
    say(Beliefs(backend_name=way), "B1", 5)
    now = Beliefs(again=True, backend_name=way)
    assert shown_by(now)[0] == {}
    say(now, "B1", 2)
    assert kept().get(BELIEFS, "B1")["said"] == 5 and kept().get(BELIEFS_NOW, "B1")["said"] == 2


@WAYS
def test_what_was_said_first_can_be_changed_that_day_and_stays_from_the_next(path, way, monkeypatch):
    on_day(monkeypatch, "2026-11-26")
    sheet = Beliefs(backend_name=way)
    say(sheet, "B1", 5)
    say(sheet, "B1", 4)
    assert shown_by(sheet)[0] == {"B1": 4}
    on_day(monkeypatch, "2026-11-27")
    say(sheet, "B1", 2)
    why = "You said this on 2026-11-26. It stays, so that you can look back: notebook 09 asks again."
    assert shown_by(sheet)[0] == sheet.said() == {"B1": 4} and why in shown_by(sheet)[1]
    with pytest.raises(ValueError, match="It stays, so that you can look back"):
        sheet.say("B1", 1)
    say(sheet, "B2", 1)
    assert sheet.said() == {"B1": 4, "B2": 1}
    again = Beliefs(again=True, backend_name=way)
    say(again, "B1", 1)
    on_day(monkeypatch, "2026-11-28")
    say(again, "B1", 2)
    assert again.said() == {"B1": 2}


@WAYS
def test_words_are_kept_changed_and_taken_away(path, way):
    sheet = InYourWords("05", "A loop runs away when …", backend_name=way)
    say(sheet, "05", "each turn returns more")
    assert spine_edu.my.notes == {"05": "each turn returns more"} and shown_by(sheet)[0] == spine_edu.my.notes
    say(sheet, "05", "each turn\nreturns <b>more</b>")
    use(Store(path))
    again = InYourWords("05", "A loop runs away when …", backend_name=way)
    assert shown_by(again)[0] == {"05": "each turn\nreturns <b>more</b>"}
    say(again, "05", " ")
    assert spine_edu.my.notes == {} and kept().get(NOTES, "05") is None


@WAYS
def test_words_that_are_too_many_are_refused_and_what_stood_there_stays(path, way):
    sheet = InYourWords("05", backend_name=way)
    say(sheet, "05", "mine")
    say(sheet, "05", "x" * 5001)
    assert "at most 5,000 letters" in shown_by(sheet)[1]
    assert spine_edu.my.notes == {"05": "mine"}


def test_an_act_that_is_none_is_said_in_words(path):
    sheet = Beliefs(backend_name="live")
    for name, value, why in (("B99", 1, "nothing called 'B99'"), ("B1", 9, "9 is no answer"), (None, None, "None")):
        say(sheet, name, value)
        assert why in sheet.widget.wrong and sheet.said() == {}
    say(sheet, "B1", 3)
    assert sheet.widget.wrong == ""


# Python --------------------------------------------------------------------------------------------------------------


@WAYS
def test_what_python_says_is_shown(path, way):
    sheet = Beliefs(backend_name=way)
    assert shown_by(sheet)[0] == {}
    assert sheet.say("B2", "not sure") == spine_edu.my.where
    sheet.say("B3", 1)
    assert shown_by(sheet)[0] == {"B2": 3, "B3": 1}
    for wrong in ("maybe", 0, 6, True, None, 2.5, ["agree"]):
        with pytest.raises(ValueError, match="allowed are disagree, rather disagree, not sure, rather agree, agree"):
            sheet.say("B2", wrong)
    with pytest.raises(ValueError, match="nothing called 'B13' here; there are B1, B2"):
        sheet.say("B13", 1)


def test_an_entry_that_makes_no_sense_is_as_if_nothing_was_said(path):
    kept().put(BELIEFS, "B1", said="very much")
    kept().put(BELIEFS, "B2", words="agree")
    kept().put(NOTES, "05", words=5)
    assert Beliefs().said() == {} == Beliefs().fixed()
    assert InYourWords("05").said() == {} == spine_edu.my.notes


# Looks ---------------------------------------------------------------------------------------------------------------


def test_every_way_leaves_the_sheet_as_text_and_nothing_of_the_reader(path):
    Beliefs().say("B1", 5)
    InYourWords("05").say("05", "private words")
    for make in (Beliefs, lambda **way: InYourWords("05", "A loop runs away when …", **way)):
        pages = set()
        for way in ("live", "redraw", "static"):
            shown = make(backend_name=way)._repr_mimebundle_()
            bundle = shown if way == "static" else shown[0]
            pages.add((bundle["text/plain"], bundle["text/html"]))
            assert ("application/vnd.jupyter.widget-view+json" in bundle) == (way != "static")
        ((text, page),) = pages
        assert "private" not in text + page and text
    assert [str(item) for item in Beliefs().items][0].startswith("1. A herniated disc low in the back")
    assert Beliefs()._repr_mimebundle_()[0]["text/html"].count("○&nbsp;rather agree") == 12
