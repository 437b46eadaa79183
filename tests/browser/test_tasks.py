"""Questions that are put in order, matched or computed, as readers meet them: by mouse, by keys, and by ear."""

import pytest

from tools.lab import Notebook, new_page, rest, write_notebook

CELLS = (
    "import spine_edu\nway = spine_edu.CheckYourself('07')\nway",
    "roots = spine_edu.CheckYourself('01')\nroots",
    "lever = spine_edu.CheckYourself('02')\nlever",
)


@pytest.fixture(scope="module")
def opened(running, lab, folder):
    write_notebook(folder / "tasks.ipynb", *CELLS)
    book = Notebook(new_page(running), lab, "tasks.ipynb")
    book.run_all()
    book.page.locator(".spine-edu-question").nth(15).wait_for()
    yield book
    assert not book.errors
    book.close()


@pytest.fixture
def book(opened):
    """The three notebooks' questions, none of them answered."""
    opened.ask("[setattr(one, 'answers', {}) for one in (way, roots, lever)] and None")
    rest(opened.page, 400)
    return opened


def task(book, inside):
    return book.page.locator(f".spine-edu-question:has({inside})").first


def check(one):
    """Press the button and return what is said."""
    one.get_by_role("button", name="Check").click()
    said = one.locator(".spine-edu-feedback p")
    said.wait_for()
    rest(one.page, 400)
    return said.inner_text()


def test_things_are_put_in_order_by_their_buttons(book):
    one = task(book, ".spine-edu-order")
    question = "way.questions[-1]"
    items = one.locator("li > span")
    assert items.all_inner_texts() == book.ask(f"list({question}.options.values())")
    assert check(one).startswith("Not quite. First comes another: ")
    wanted = book.ask(f"[{question}.options[letter] for letter in {question}.right]")
    for place, words in enumerate(wanted):
        for _ in range(items.all_inner_texts().index(words) - place):
            one.get_by_role("button", name=f"Up: {words}").click()
    assert items.all_inner_texts() == wanted
    assert check(one) == book.ask(f"{question}.answer({question}.right)")
    assert book.ask("way.answers") == {"Q66": book.ask(f"{question}.right")}
    one.get_by_role("button", name=f"Down: {wanted[0]}").click()
    assert one.locator(".spine-edu-feedback p").count() == 0, "what was said of another order is gone"


def test_keys_move_a_thing_and_the_focus_goes_with_it(book):
    page, one = book.page, task(book, ".spine-edu-order")
    words = one.locator("li > span").last.inner_text()
    one.get_by_role("button", name=f"Up: {words}").focus()
    heard = one.locator(".spine-edu-task > [role=status]")
    for place in (3, 2, 1):
        page.keyboard.press("Space")
        assert heard.inner_text() == f"{words}: now {place} of 4"
        assert page.evaluate("document.activeElement.getAttribute('aria-label')").endswith(words)
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == f"Down: {words}"
    assert one.get_by_role("button", name=f"Up: {words}").is_disabled()


def test_labels_are_chosen_from_lists_and_all_are_asked_for(book):
    one = task(book, "select")
    right = book.ask("roots.questions[-1].right")
    lists = one.get_by_role("combobox")
    assert lists.count() == 4 and one.get_by_role("combobox", name="Disc L4-5").count() == 1
    assert check(one) == "Choose one for each line first."
    for place, number in enumerate(right[::-1]):
        lists.nth(place).select_option(number)
    assert "Look again at “Disc" in check(one)
    for place, number in enumerate(right):
        lists.nth(place).select_option(number)
    assert one.locator(".spine-edu-feedback p").count() == 0
    assert check(one).startswith("Yes. ")


@pytest.mark.parametrize(
    "typed, starts",
    [("900", "Yes. "), ("0,9e3", "Yes. "), ("12", "Not quite. "), ("many", "Write a number"), ("", "Write")],
)
def test_a_number_is_typed_and_enter_asks(book, typed, starts):
    one = task(book, "input[type=text]")
    box = one.get_by_role("textbox")
    box.fill(typed)
    box.press("Enter")
    one.locator(".spine-edu-feedback p").filter(has_text=starts).wait_for()
    assert book.ask("len(lever.answers)") == (starts in ("Yes. ", "Not quite. "))


def test_what_python_knows_is_shown_and_nothing_right_stands_on_the_page_before(book):
    page = book.page.evaluate(
        "[...document.querySelectorAll('.spine-edu-questions')].map((one) => one.outerHTML).join()"
    )
    for words in book.ask(
        "[words for each in (way, roots, lever) for one in each.questions for _, words, _ in one.told()]"
    ):
        assert words not in page
    book.ask("[way.answer('Q66', 'DCBA'), roots.answer('Q57', '4321'), lever.answer('Q59', '5')] and None")
    task(book, "input[type=text]").locator(".spine-edu-feedback p").wait_for()
    rest(book.page, 400)
    assert task(book, ".spine-edu-order").locator("li > span").all_inner_texts() == book.ask(
        "[way.questions[-1].options[letter] for letter in 'DCBA']"
    )
    lists = task(book, "select").get_by_role("combobox").all()
    assert [one.input_value() for one in lists] == list("4321")
    assert task(book, "input[type=text]").get_by_role("textbox").input_value() == "5"
