"""Every notebook as a slide show: what is shown in turn, what is told, and what is left to be read."""

import json
import re
from pathlib import Path

import nbformat
import pytest
from nbconvert import SlidesExporter

from tools import slides

ROOT = Path(__file__).resolve().parents[1]
BOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
EACH_BOOK = pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)


def cells_of(path):
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def stored_type(cell):
    """Return what a cell says; one that goes on says nothing."""
    return cell["metadata"].get("slideshow", {"slide_type": "-"})["slide_type"]


def on_screens(cells):
    """Return what stands on each screen, as lists of cells; notes and what is skipped stand on none."""
    screens = []
    for cell in cells:
        kind = stored_type(cell)
        if kind in ("slide", "subslide"):
            screens.append([cell])
        elif kind not in ("notes", "skip"):
            screens[-1].append(cell)
    return screens


@EACH_BOOK
def test_each_cell_says_where_it_stands(path):
    cells = cells_of(path)
    stored = [stored_type(cell) for cell in cells]
    assert stored == slides.slide_types(cells), "Run python tools/slides.py"


@EACH_BOOK
def test_each_explorer_and_question_has_a_screen_of_its_own_behind_its_words(path):
    screens = on_screens(cells_of(path))
    shown = 0
    for before, screen in zip([[]] + screens, screens, strict=False):
        alone = [cell for cell in screen if slides.is_shown_alone(cell)]
        if not alone:
            continue
        shown += 1
        texts = [cell for cell in screen if cell["cell_type"] == "markdown"]
        assert len(alone) == 1 and len(screen) == 1 + len(texts), alone[0]["id"]
        assert all(slides.letters(cell) <= slides.OVER for cell in texts), alone[0]["id"]
        assert texts or before[-1]["cell_type"] == "markdown", f"Nothing introduces {alone[0]['id']}"
    made = [cell["id"] for cell in cells_of(path) if slides.is_shown_alone(cell)]
    assert shown == len(made) >= 3


@EACH_BOOK
def test_long_reading_and_what_is_set_up_is_on_no_screen_and_the_signs_are(path):
    seen = [cell for screen in on_screens(cells_of(path)) for cell in screen]
    titles = [slides.heading(cell) for cell in seen]
    assert slides.SIGNS in titles
    assert not [title for title in titles if title.startswith(slides.READ)]
    for cell in seen:
        assert cell["cell_type"] == "markdown" or cell["outputs"], cell["id"]
        assert "check_setup" not in slides.source(cell)
    for at, cell in enumerate(seen[1:], 1):
        if cell["cell_type"] == "markdown" and slides.heading(cell) != slides.SIGNS:
            follows = at + 1 < len(seen) and slides.is_shown_alone(seen[at + 1])
            assert follows or slides.letters(cell) <= slides.WHOLE, cell["id"]


@EACH_BOOK
def test_nbconvert_makes_the_same_slides(path):
    page, _ = SlidesExporter(exclude_input=True).from_notebook_node(nbformat.read(path, 4))
    screens = on_screens(cells_of(path))
    # Each stack of slides is a section around those of its screens.
    stacks = [one for one in screens if stored_type(one[0]) == "slide"]
    assert len(re.findall(r"<section[ >]", page)) == len(screens) + len(stacks)


def cell(source, kind="code", outputs=({},)):
    return {"cell_type": kind, "source": [source], "outputs": list(outputs), "metadata": {}, "id": source[:9]}


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ([cell("# T", "markdown"), cell("loop = spine_edu.RunTheLoop()\nloop")], ["slide", "-"]),
        ([cell("# T" + "x" * 201, "markdown"), cell('spine_edu.Again("05")')], ["slide", "subslide"]),
        ([cell("# T", "markdown"), cell("words " * 200, "markdown")], ["slide", "notes"]),
        ([cell("# T", "markdown"), cell("## U" + " word" * 210, "markdown")], ["slide", "notes"]),
        ([cell("# T", "markdown"), cell("import spine_edu", outputs=())], ["slide", "skip"]),
        (
            [cell("# T", "markdown"), cell("Two:", "markdown"), cell("show()", outputs=({}, {}))],
            ["slide", "notes", "skip"],
        ),
        (
            [cell("# T", "markdown"), cell("## Sources", "markdown"), cell("- one", "markdown")],
            ["slide", "skip", "skip"],
        ),
    ],
)
def test_where_a_cell_stands(cells, wanted):
    assert slides.slide_types(cells) == wanted
