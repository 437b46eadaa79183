"""A show of hands, as it is counted in a hall."""

import pytest

from spine_edu.registry import REGISTRY
from tests.browser.test_explorers import serious
from tools.lab import Notebook, new_page, rest, write_notebook

NAME = "hands.ipynb"


@pytest.fixture(scope="module")
def book(running, lab, folder):
    """A bath and a root finder that ask, in the look for a hall."""
    write_notebook(
        folder / NAME,
        "import spine_edu\nspine_edu.my.forget()\nspine_edu.present()\nbath = spine_edu.Practice(ask_first=True)\nbath",
        f"roots = spine_edu.{REGISTRY['anatomy_roots']}(ask_first=True)\nroots",
    )
    book = Notebook(new_page(running), lab, NAME)
    book.page.set_viewport_size({"width": 1920, "height": 1080})
    book.run_all()
    yield book
    assert book.errors == [] and book.kernel_errors() == []
    book.close()


def bars(explorer):
    """Said, hands, and how long the bar is beside the longest, of each line that is painted."""
    return explorer.evaluate(
        """(one) => {
        const lines = [...one.querySelectorAll('.spine-edu-spread li')].filter((line) => line.checkVisibility());
        const long = lines.map((line) => line.querySelector('i').getBoundingClientRect().width);
        return lines.map((line, at) => [line.firstChild.textContent, Number(line.lastChild.textContent),
            Math.round(100 * long[at] / Math.max(...long))]); }"""
    )


def test_a_class_is_counted_by_keyboard_and_stands_around_what_is_so(book):
    page, explorer = book.page, book.page.locator(".spine-edu").first
    book.ask("bath.forget()")
    explorer.scroll_into_view_if_needed()
    explorer.get_by_text("Show of hands", exact=True).click()
    page.keyboard.press("Tab")
    for words in ("60", "5", "100", "20", "150", "10", "47,5", "1"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
        rest(page, 200)
    assert book.ask("bath.hands") == {"47.5": 1, "60.0": 5, "100.0": 20, "150.0": 10}
    assert bars(explorer) == [
        ["48 litres", 1, 5],
        ["60 litres", 5, 25],
        ["100 litres", 20, 100],
        ["150 litres", 10, 50],
    ]
    explorer.get_by_role("button", name="Keep my prediction").click()
    rest(page, 500)
    assert book.ask("bath.predicted") == 100
    explorer.get_by_role("button", name="Show me").click()
    rest(page, 500)
    assert bars(explorer)[0] == ["▸ The model says 48 litres", 1, 5]
    picture, spread = (explorer.locator(which).bounding_box() for which in (".spine-edu-picture", ".spine-edu-spread"))
    assert spread["x"] + spread["width"] <= picture["x"] and spread["y"] < picture["y"] + picture["height"]
    assert serious(book) == []
    explorer.get_by_role("button", name="Put the hands down").click()
    rest(page, 300)
    assert bars(explorer) == [] and book.ask("bath.hands") == {}


def test_options_are_counted_and_bad_counts_are_said(book):
    page, explorer = book.page, book.page.locator(".spine-edu").nth(1)
    book.ask("roots.forget()")
    explorer.scroll_into_view_if_needed()
    explorer.get_by_text("Show of hands", exact=True).click()
    options = book.ask("list(roots.ask.options)")
    boxes = [explorer.get_by_label(f"Hands for: {option}", exact=True) for option in options]
    boxes[1].fill("7")
    boxes[2].fill("many")
    boxes[2].press("Tab")
    rest(page, 300)
    assert "'many' is not a number of hands" in explorer.locator(".spine-edu-error").text_content()
    boxes[2].fill("14")
    boxes[2].press("Tab")
    rest(page, 300)
    assert book.ask("roots.hands") == {options[1]: 7, options[2]: 14}
    assert [hands for _, hands, _ in bars(explorer)] == [0, 7, 14, 0]
    assert explorer.locator(".spine-edu-error").text_content() == ""


def test_who_learns_alone_counts_no_hands(book):
    book.ask("(spine_edu.present(False), bath.forget())[0]")
    rest(book.page, 500)
    folded = book.page.locator(".spine-edu").first.locator(".spine-edu-count")
    assert folded.count() == 1 and not folded.is_visible()
    book.ask("spine_edu.present()")
    rest(book.page, 500)
    assert folded.is_visible()
