"""Where the reader's own file lies, and that no run of a program writes one."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest

from spine_edu.keeping import place
from spine_edu.keeping.store import PREDICTIONS, Store

#: What tells that a notebook is open before a person.
FRONT_ENDS = {"Jupyter": ("JPY_SESSION_NAME", "/x/05_cycle.ipynb"), "Colab": ("COLAB_RELEASE_TAG", "1")}


@pytest.fixture
def at_home(monkeypatch, tmp_path):
    """An environment that says nothing, in an empty folder."""
    for name in ("SPINE_EDU_KEEP", *(name for name, _ in FRONT_ENDS.values())):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("front_end", FRONT_ENDS)
def test_before_a_reader_it_lies_beside_the_notebook(at_home, monkeypatch, front_end):
    assert place.place() is None
    monkeypatch.setenv(*FRONT_ENDS[front_end])
    assert place.place() == at_home / "my_course.json"
    for word in ("no", "No", " off "):
        monkeypatch.setenv("SPINE_EDU_KEEP", word)
        assert place.place() is None


def test_vs_code_and_a_browser_have_readers_too(at_home, monkeypatch):
    shell = SimpleNamespace(user_ns={"__vsc_ipynb_file__": "/x/05_cycle.ipynb"})
    with monkeypatch.context() as during:
        during.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
        assert place.place() == at_home / "my_course.json"
        shell.user_ns.clear()
        assert place.place() is None
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert place.place() == at_home / "my_course.json"


def test_a_path_may_be_named_and_another_word_is_refused(at_home, monkeypatch):
    monkeypatch.setenv("SPINE_EDU_KEEP", "mine.json")
    assert place.place() == at_home / "mine.json"
    monkeypatch.setenv("SPINE_EDU_KEEP", "~/mine.json")
    assert place.place() == Path.home() / "mine.json"
    for wrong in ("yes", "notebooks/05_cycle.ipynb", "."):
        monkeypatch.setenv("SPINE_EDU_KEEP", wrong)
        with pytest.raises(ValueError, match="SPINE_EDU_KEEP is .*may be no, or the path of a file"):
            place.place()


def test_these_tests_keep_nothing():
    assert os.environ["SPINE_EDU_KEEP"] == "no"


# Programs ------------------------------------------------------------------------------------------------------------

CELLS = [
    "import spine_edu",
    "# NBVAL_CHECK_OUTPUT\nbath = spine_edu.Practice(ask_first=True)\nbath.predicted is None",
    "bath.predict(12)",
    "spine_edu.my.note('mine')",
]


@pytest.fixture
def reader_folder(tmp_path):
    """A folder with a notebook and what its reader has kept."""
    Store(tmp_path / "my_course.json").put_first(PREDICTIONS, "start_practice", said=99.0, words="99 litres")
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    book.cells[1].execution_count = 2
    book.cells[1].outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "True"}, execution_count=2)]
    nbformat.write(book, tmp_path / "book.ipynb")
    return tmp_path


def look(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in ("book.ipynb", "__pycache__")}


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ["-m", "pytest", "-p", "no:cacheprovider", "--nbval-lax", "--nbval-current-env", "book.ipynb"],
        ["-m", "jupyter", "nbconvert", "--execute", "--to", "notebook", "--stdout", "book.ipynb"],
    ],
    ids=["nbval", "nbconvert"],
)
def test_a_program_that_runs_a_notebook_reads_and_writes_nothing_of_the_readers(reader_folder, command):
    before = look(reader_folder)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SPINE_EDU_")}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=reader_folder,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "99 litres" not in done.stdout and look(reader_folder) == before


@pytest.mark.slow
def test_the_tests_of_the_course_leave_a_reader_alone_even_when_started_from_a_notebook(root, tmp_path):
    """The file at the root of the checkout turns keeping off for all that pytest runs below it."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "notebooks/00_start.ipynb", "-q", "-p", "no:cacheprovider"],
        cwd=root,
        env={
            **os.environ,
            "SPINE_EDU_ASK_FIRST": "",
            "JPY_SESSION_NAME": "x.ipynb",
            "SPINE_EDU_KEEP": str(tmp_path / "mine.json"),
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert list(tmp_path.iterdir()) == []
