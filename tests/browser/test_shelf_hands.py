"""The bottle of the shelf in a hand, before the answer."""

import pytest

from tools.lab import Notebook, new_page, write_notebook

NAME = "shelf.ipynb"
CELL = "import spine_edu\nshelf = spine_edu.EvidenceShelf(ask_first=True)\nshelf.forget()\nshelf"


@pytest.fixture
def book(running, lab, folder):
    write_notebook(folder / NAME, CELL)
    book = Notebook(new_page(running, width=833), lab, NAME)
    book.run_all(seconds=240)
    yield book
    assert not book.errors and not book.kernel_errors()
    book.close()


def test_the_bottle_is_taken_as_a_whole_and_its_number_stands_over_it(book):
    bottle, number = book.page.locator(".spine-edu-outline"), book.page.locator(".spine-edu-marked")
    before, mouse = book.box(bottle), book.page.mouse
    # High up on the bottle, far from its knob.
    x, y = before["x"] + before["width"] / 2, before["y"] + 0.2 * before["height"]
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 120, y, steps=4)
    mouse.up()
    after, words = book.box(bottle), book.box(number)
    assert after["x"] == pytest.approx(before["x"] + 120, abs=2)
    # Digits end at the line, about a quarter over the foot of their box.
    assert words["y"] + 0.75 * words["height"] <= after["y"] + 1
    assert words["x"] + words["width"] / 2 == pytest.approx(after["x"] + after["width"] / 2, abs=4)
    assert float(book.page.get_by_label("My prediction (points)").input_value()) > 10
