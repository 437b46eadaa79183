"""House rules of the notebooks, read from their files; nbval runs them, tests/browser opens them."""

import ast
import base64
import csv
import re
import shutil
import subprocess
import sys

import nbformat
import pytest

import spine_edu
from spine_edu import data

HEADINGS = [
    "The case so far",
    "Predict first",
    "Explore:",
    "Explain the gap",
    "A worked read-out",
    "Exercise",
    "Check yourself",
    "What the articles say",
    "What this model cannot do",
    "In your words",
    "Carry on",
]
#: The first page looks at no article yet.
NOT_IN_START = {"What the articles say"}
VERBS = {
    "count",
    "compare",
    "compute",
    "describe",
    "determine",
    "distinguish",
    "draw",
    "evaluate",
    "explain",
    "find",
    "interpret",
    "label",
    "name",
    "operate",
    "order",
    "predict",
    "read",
    "record",
    "report",
    "separate",
    "state",
    "build",
    "classify",
    "rank",
    "show",
    "judge",
    "say",
    "tell",
    "reproduce",
}

BOOKS = [row.file for row in data.table("notebooks") if row.ready == "yes"]
EACH = pytest.mark.parametrize("name", BOOKS)


@pytest.fixture
def book(root, name):
    return nbformat.read(root / "notebooks" / name, 4)


def text(book):
    return "\n".join(cell.source for cell in book.cells if cell.cell_type == "markdown")


@EACH
def test_the_page_has_the_common_shape(book, name):
    found = re.findall(r"^## (.+)$", text(book), re.MULTILINE)
    wanted = [head for head in HEADINGS if not (name.startswith("00") and head in NOT_IN_START)]
    places = [next((i for i, head in enumerate(found) if head.startswith(start)), None) for start in wanted]
    assert None not in places, [head for head, place in zip(wanted, places, strict=True) if place is None]
    assert places == sorted(places), found
    assert re.match(rf"# {name[:2]} · \S", book.cells[0].source)
    for words in ("**Driving question.**", "**After this you can**", "**Time.**", "**You need**"):
        assert words in book.cells[0].source, words
    assert "<details>" in text(book), "the exercise has a folded solution"


@EACH
def test_the_metadata_say_what_is_learnt_and_for_how_long(book, name):
    about = book.metadata["spine_edu"]
    assert 2 <= len(about["objectives"]) <= 6
    for objective in about["objectives"]:
        assert objective.split()[0].lower() in VERBS, objective
    row = next(row for row in data.table("notebooks") if row.file == name)
    assert about["minutes"] == row.minutes
    assert f"{row.minutes} minutes" in book.cells[0].source
    assert {"prerequisites", "level", "keywords"} <= set(about)


@EACH
def test_cells_are_thin_and_import_from_spine_edu_alone(book):
    for cell in book.cells:
        if cell.cell_type != "code":
            continue
        assert len(cell.source.splitlines()) <= 6, cell.id
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.While), cell.id
            if isinstance(node, ast.Import):
                assert [alias.name for alias in node.names] == ["spine_edu"], cell.id
            if isinstance(node, ast.ImportFrom):
                assert node.module == "spine_edu", cell.id
                assert {alias.name for alias in node.names} <= set(spine_edu.__all__), cell.id


@EACH
def test_a_reader_who_runs_nothing_sees_sentences_and_pictures(book, root, name):
    explorers = 0
    for cell in book.cells:
        if cell.cell_type == "code":
            assert cell.execution_count, f"{cell.id} was not run"
        for output in cell.get("outputs", []):
            assert output.output_type != "error", cell.id
            shown = output.get("data", {})
            if "image/png" in shown:
                explorers += 1
                assert len(shown["text/plain"]) > 40
                assert output.metadata["image/png"]["alt"] == shown["text/plain"]
                assert 5_000 < len(base64.b64decode(shown["image/png"])) < 250_000, cell.id
    assert explorers >= 1
    assert (root / "notebooks" / name).stat().st_size < 1_200_000


@EACH
def test_it_carries_no_widget_state_and_opens_anywhere(book):
    assert "widgets" not in book.metadata
    assert book.metadata["language_info"]["name"] == "python"
    assert book.metadata["kernelspec"]["name"] == "python3"
    assert len({cell.id for cell in book.cells}) == len(book.cells)
    assert "image/" not in text(book) or "alt" in text(book)


@EACH
def test_links_lead_somewhere(book, root):
    ready = {row.file: row.ready for row in data.table("notebooks")}
    for target in re.findall(r"\]\(([^)#]+)\)", text(book)):
        if not target.startswith("http"):
            assert (root / "notebooks" / target).exists(), target
            assert ready.get(target, "yes") == "yes", target


@pytest.fixture
def copy_of_the_course(root, tmp_path):
    """The package, its data and one notebook, to be broken on purpose."""
    for folder in ("spine_edu", "data"):
        shutil.copytree(root / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "notebooks").mkdir()
    shutil.copy(root / "notebooks" / "05_cycle.ipynb", tmp_path / "notebooks")
    shutil.copy(root / "tests" / "nbval_sanitize.cfg", tmp_path)
    return tmp_path


def nbval(folder, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "--nbval",
            "--nbval-current-env",
            "-q",
            "-x",
            "-p",
            "no:cacheprovider",
            "--nbval-sanitize-with=nbval_sanitize.cfg",
            "-c",
            "/dev/null",
            f"--rootdir={folder}",
            "notebooks",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def in_file(path, old, new):
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1, f"{old!r} stands {words.count(old)} times in {path.name}"
    path.write_text(words.replace(old, new), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["spasm_pain", "guarding_threshold", "sensitisation_gain"])
def test_nbval_sees_a_model_constant_that_is_off_by_a_thousandth(copy_of_the_course, monkeypatch, name):
    path = copy_of_the_course / "data" / "parameters.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    row = next(row for row in rows if row["key"] == f"cycle_model.{name}")
    row["value"] = repr(float(row["value"]) * 1.001)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    ran = nbval(copy_of_the_course, monkeypatch)
    assert ran.returncode == 1, ran.stdout[-2000:]
    assert "mismatch" in ran.stdout


@pytest.mark.slow
def test_nbval_sees_a_control_that_is_not_wired(copy_of_the_course, monkeypatch):
    in_file(
        copy_of_the_course / "spine_edu" / "explorer" / "notebook.py",
        "self._face.session.move(self._name, value)",
        "pass",
    )
    ran = nbval(copy_of_the_course, monkeypatch)
    assert ran.returncode == 1, ran.stdout[-2000:]


@pytest.mark.slow
def test_nbval_passes_an_untouched_copy(copy_of_the_course, monkeypatch):
    ran = nbval(copy_of_the_course, monkeypatch)
    assert ran.returncode == 0, ran.stdout[-3000:]
