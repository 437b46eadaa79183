"""Every page says version, date, and who pays, in one sentence that stands in one place."""

import re
import subprocess
from datetime import date
from pathlib import Path

import nbformat
import pytest

import spine_edu
from spine_edu.classroom import paper
from spine_edu.classroom.library import numbers
from spine_edu.imprint import WHO_PAYS, imprint
from spine_edu.teaching.then_and_now import ThenAndNow
from tools import cite

ROOT = Path(__file__).resolve().parents[1]
BOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def test_it_says_version_date_and_who_pays():
    said = imprint(date(2026, 3, 7), "hand-out")
    assert said == f"spine_edu {spine_edu.__version__}, hand-out of 7 March 2026. {WHO_PAYS}"


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_a_notebook_ends_with_it(path):
    book = nbformat.read(path, 4)
    made = date.fromisoformat(book.metadata["spine_edu"]["date"])
    assert date(2026, 11, 1) < made
    assert book.cells[-1].source.endswith(f"\n\n*{imprint(made, 'notebook')}*"), "run: python tools/cite.py"


SHEETS = {
    **{f"hand-out {number}": (paper.handout, number, "hand-out") for number in numbers()},
    **{f"key {number}": (paper.key, number, "answer key") for number in numbers()},
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_of_a_notebook_carries_it(name):
    make, number, what = SHEETS[name]
    assert imprint(date.today(), what) in make(number)


@pytest.mark.parametrize(
    "make",
    [paper.twice, paper.twice_key, lambda: ThenAndNow().page(), lambda: spine_edu.Practice().static()],
    ids=["twice", "its key", "then and now", "an explorer on paper"],
)
def test_every_other_sheet_carries_it(make):
    assert f"of {date.today().day} {date.today():%B %Y}. {WHO_PAYS}" in make()


def test_its_sentence_stands_in_one_place():
    """What is said of money is written once, so that it cannot be changed on one page and not on another."""
    piece = "no firm, no grant, no sponsor"
    assert piece in WHO_PAYS
    folders = [ROOT / name for name in ("spine_edu", "website", "tools", "data", "docs")]
    files = [path for one in folders for path in one.rglob("*.*") if path.suffix in (".py", ".md", ".csv")]
    assert [path.name for path in files if piece in path.read_text(encoding="utf-8")] == ["imprint.py"]


def test_a_notebook_that_was_changed_gets_the_day_of_its_change(tmp_path, monkeypatch):
    def git(*words):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *words], cwd=tmp_path, check=True)

    path = tmp_path / BOOKS[0].name
    text = BOOKS[0].read_text(encoding="utf-8")
    day = re.search(r'"date": "([\d-]+)"', text)[1]
    path.write_text(text, encoding="utf-8")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    assert not cite.renew(path) and day in path.read_text(encoding="utf-8")

    class Later(date):
        @classmethod
        def today(cls):
            return date(2031, 5, 6)

    monkeypatch.setattr(cite, "date", Later)
    assert not cite.renew(path), "what nobody has changed keeps its day"
    path.write_text(text.replace("Start here", "Begin here"), encoding="utf-8")
    assert cite.renew(path)
    written = path.read_text(encoding="utf-8")
    assert '"date": "2031-05-06"' in written and "notebook of 6 May 2031." in written
    assert not cite.renew(path)
