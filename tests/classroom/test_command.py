"""The command ``spine-edu``: writes what it says, overwrites nothing of a reader's, refuses in words."""

import json

import nbformat
import pytest

from spine_edu.classroom.command import main
from spine_edu.classroom.copies import copy_course
from spine_edu.classroom.library import NOTEBOOKS


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_a_hand_out_and_a_key_are_written_where_one_stands(tmp_path, capsys):
    assert main(["handout", "05"]) == 0
    assert main(["key", "05", "--to", "mine.html"]) == 0
    assert capsys.readouterr().out.splitlines() == ["Written: 05_handout.html", "Written: mine.html"]
    assert "The cycle" in (tmp_path / "05_handout.html").read_text(encoding="utf-8")
    assert "Q15" in (tmp_path / "mine.html").read_text(encoding="utf-8")


def test_what_is_asked_twice_and_its_key_are_written(tmp_path, capsys):
    assert main(["twice"]) == main(["twice", "--key"]) == 0
    assert capsys.readouterr().out.splitlines() == ["Written: twice.html", "Written: twice_key.html"]
    assert "class=right" in (tmp_path / "twice_key.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["handout", "5"], "There is no notebook '5'; there are 00, 01"),
        (["key", "05", "--to", "key.docx"], "key.docx is neither .html nor .pdf"),
        (["twice", "--to", "twice.docx"], "twice.docx is neither .html nor .pdf"),
        (["handout", "05", "--to", "no/such/place.html"], "No such file or directory"),
        (["present", "5"], "There is no notebook '5'; there are 00, 01"),
        (["present", "05", "--to", "lesson.html"], "lesson.html is no .ipynb"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(words, said, capsys, tmp_path):
    assert main(words) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_lesson_is_a_notebook_that_runs_and_is_not_overwritten(tmp_path, capsys):
    assert main(["present", "05"]) == 0
    assert "jupyter lab 05_present.ipynb" in capsys.readouterr().out
    written = tmp_path / "05_present.ipynb"
    found = nbformat.read(written, as_version=4)
    nbformat.validate(found)
    scope = {}
    *before, last = found.cells[0].source.splitlines()
    exec("\n".join(before), scope)
    assert str(eval(last, scope)).startswith("05 The cycle:")
    written.write_text("my own", encoding="utf-8")
    assert main(["present", "05"]) == 1
    assert "exists" in capsys.readouterr().err and written.read_text(encoding="utf-8") == "my own"


def test_the_course_is_copied_whole(tmp_path, capsys):
    assert main(["course", "mine"]) == 0
    assert "jupyter lab mine/00_start.ipynb" in capsys.readouterr().out.replace("\\", "/")
    for source in NOTEBOOKS.glob("*.ipynb"):
        assert (tmp_path / "mine" / source.name).read_text(encoding="utf-8") == source.read_text(encoding="utf-8")


def test_a_notebook_that_a_reader_has_changed_is_left(tmp_path, capsys):
    copy_course("mine")
    changed = tmp_path / "mine" / "05_cycle.ipynb"
    changed.write_text("my own", encoding="utf-8")
    (tmp_path / "mine" / "04_spasm.ipynb").unlink()
    assert main(["course", "mine"]) == 0
    assert "Left as they are, since they differ: 05_cycle.ipynb" in capsys.readouterr().out
    assert changed.read_text(encoding="utf-8") == "my own"
    assert (tmp_path / "mine" / "04_spasm.ipynb").exists()


def test_a_students_copy_tells_no_answers_and_keeps_the_rest(tmp_path):
    copy_course("with")
    copy_course("without", answers=False)
    for name in (path.name for path in NOTEBOOKS.glob("*.ipynb")):
        whole, bare = (json.loads((tmp_path / way / name).read_text(encoding="utf-8")) for way in ("with", "without"))
        assert "Answers to question" not in json.dumps(bare)
        assert [cell["source"] for cell in bare["cells"]] == [cell["source"] for cell in whole["cells"]]
        pictures = [json.dumps(book).count("data:image/png") for book in (whole, bare)]
        assert pictures[0] == pictures[1]
    assert "Answers to question" in (tmp_path / "with" / "05_cycle.ipynb").read_text(encoding="utf-8")
