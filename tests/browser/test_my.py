"""A course that remembers, in a real JupyterLab: what is kept outlives the kernel, and lies beside the notebook."""

import json

import pytest

from tools.lab import Notebook, lab_server, new_page, write_notebook


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The folder of a reader."""
    return tmp_path_factory.mktemp("reader")


@pytest.fixture(scope="module")
def reader(running, home):
    """Address of a JupyterLab in which a reader keeps a file."""
    with lab_server(home, SPINE_EDU_KEEP="", SPINE_EDU_ASK_FIRST="yes") as address:
        yield address


@pytest.fixture
def opened(running, reader, home):
    """Open a notebook with these cells, run, in a kernel of its own; closed at the end."""
    books = []

    def open_cells(*cells):
        name = f"my_{len(books)}.ipynb"
        write_notebook(home / name, *cells)
        book = Notebook(new_page(running), reader, name)
        book.run_all()
        books.append(book)
        return book

    yield open_cells
    for book in books:
        assert book.errors + book.kernel_errors() == []
        book.close()


def test_a_prediction_made_by_hand_outlives_the_kernel_and_the_notebook(opened, home):
    cell = "import spine_edu\nbath = spine_edu.Practice()\nbath"
    book = opened(cell)
    book.page.get_by_label("My prediction").fill("33")
    book.page.get_by_role("button", name="Keep my prediction").click()
    book.page.get_by_text("You said 33 litres").first.wait_for()
    kept = json.loads((home / "my_course.json").read_text(encoding="utf-8"))
    assert kept["predictions"]["start_practice"]["said"] == 33
    again = opened(cell)
    again.page.get_by_text("You said 33 litres").first.wait_for()
    assert again.ask("bath.phase") == "open"
    (home / "my_course.json").unlink()
