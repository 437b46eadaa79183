"""Hands on the copied page: what lies on a sheet is pressed, and the sheet is slid by the same place."""

import pytest

from tests.browser.conftest import write_notebook
from tools.lab import Notebook, new_page, rest


@pytest.fixture
def book(running, lab, folder):
    write_notebook(folder / "copy.ipynb", "import spine_edu\ncopy = spine_edu.CopyLoss(ask_first=False)\ncopy")
    book = Notebook(new_page(running, height=1400), lab, "copy.ipynb")
    book.run_all()
    yield book
    book.close()


def middle(book, choice):
    """Return the middle of what is pressed for a choice, in the window."""
    box = book.box(book.page.locator(f".spine-edu-thing[data-choice='{choice}']"))
    return (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2), box


def state(book):
    rest(book.page, 900)
    return book.ask("[copy.state.slide, copy.state.noticed, copy.state.gap]")


def test_a_press_on_the_sheet_marks_a_place_and_a_drag_there_slides_it(book):
    mouse = book.page.mouse
    (x, y), _ = middle(book, "noticed:6")
    mouse.move(x, y)
    over = book.page.locator(".spine-edu-held").evaluate("node => getComputedStyle(node).cursor")
    assert over == "pointer", "the hand is told that this can be pressed"
    mouse.click(x, y)
    assert state(book) == [0, "6", "none"]
    mouse.move(x, y)
    mouse.down()
    mouse.move(x - 150, y, steps=8)
    mouse.up()
    slide, noticed, _ = state(book)
    assert slide > 30 and noticed == "6", "a drag marks nothing"
    assert not book.errors


def test_a_colon_is_large_enough_for_a_finger_and_unfolds_its_list(book):
    book.ask("copy.set(slide=100)")
    rest(book.page, 900)
    called = book.page.locator(".spine-edu-thing.calls")
    assert called.count() == 9
    assert called.first.evaluate("node => getComputedStyle(node).animationName") == "spine-edu-call"
    point, box = middle(book, "gap:mechanisms")
    assert box["width"] >= 24 and box["height"] >= 24
    book.page.mouse.click(*point)
    assert state(book) == [100, "", "mechanisms"]
    assert called.count() == 0, "once one is open, none beats any more"
    point, _ = middle(book, "gap:none")
    book.page.mouse.click(*point)
    assert state(book) == [100, "", "none"] and not book.errors
