"""A lesson on the whole screen, turned by keys and clicker as in a hall."""

import pytest

from tests.browser.test_explorers import serious
from tools.lab import Notebook, new_page, rest, write_notebook

NAME = "deck.ipynb"
#: What lies over the window.
SCREEN = ".spine-edu-screen[open]"


@pytest.fixture(scope="module")
def book(running, lab, folder):
    """A lesson: two explorers that ask, and the questions of 05."""
    write_notebook(
        folder / NAME,
        "import spine_edu\nloop, bath = spine_edu.RunTheLoop(gain=1.2, ask_first=True), "
        "spine_edu.Practice(ask_first=True)\n[one.forget() for one in (loop, bath)]\n"
        'check = spine_edu.CheckYourself("05")\ncheck.answers = {}\nspine_edu.present(loop, bath, check)',
        "from spine_edu.classroom.deck import Deck\n"
        'Deck([spine_edu.CheckYourself("05")], "With notes", "## Likely answers\\n\\n**All** of them.")',
    )
    book = Notebook(new_page(running), lab, NAME)
    book.page.set_viewport_size({"width": 1920, "height": 1080})
    book.run_all()
    book.page.get_by_role("button", name="Present: Your lesson").click()
    rest(book.page, 1000)
    yield book
    assert book.errors == [] and book.kernel_errors() == []
    book.close()


def where(book):
    return book.page.locator(f"{SCREEN} .spine-edu-deck-bar [role=status]").text_content()


def seen(book):
    """The titles, or the first number of questions, of what is painted."""
    return book.page.evaluate(
        "() => [...document.querySelectorAll('.spine-edu-screen[open] :is(h3, .spine-edu-number)')]"
        ".filter((one) => one.checkVisibility()).map((one) => one.textContent)"
    )


def turn(book, key):
    book.page.keyboard.press(key)
    rest(book.page, 700)


def test_one_thing_at_a_time_fills_the_window(book):
    page = book.page
    assert where(book).startswith("1 of 3: Run the loop")
    assert [one[:12] for one in seen(book)] == ["Run the loop"]
    screen = page.locator(SCREEN).bounding_box()
    assert (screen["x"], screen["y"], screen["width"], screen["height"]) == (0, 0, 1920, 1080)
    picture = page.locator(".spine-edu-slide .spine-edu-picture").first.bounding_box()
    bar = page.locator(f"{SCREEN} .spine-edu-deck-bar").bounding_box()
    assert picture["y"] + picture["height"] <= bar["y"] + 1
    assert page.locator(f"{SCREEN} .spine-edu-slide").evaluate("one => one.scrollHeight - one.clientHeight") <= 1
    assert serious(book) == []


@pytest.mark.parametrize(("on", "back"), [("PageDown", "PageUp"), ("ArrowRight", "ArrowLeft")])
def test_arrows_and_a_clicker_turn_and_stop_at_the_ends(book, on, back):
    turn(book, back)
    assert where(book).startswith("1 of 3")
    for place, title in ((2, "The practice"), (3, "1.")):
        turn(book, on)
        assert where(book).startswith(f"{place} of 3") and seen(book)[0].startswith(title)
    turn(book, on)
    assert where(book).startswith("3 of 3")
    turn(book, back)
    turn(book, back)
    assert where(book).startswith("1 of 3")


def test_what_uses_arrows_keeps_them_and_a_clicker_turns_nonetheless(book):
    book.ask("bath.look()")
    turn(book, "PageDown")
    book.page.locator(".spine-edu-slide .spine-edu-slider:visible").first.focus()
    before = book.ask("bath.state.tap")
    turn(book, "ArrowLeft")
    assert where(book).startswith("2 of 3") and book.ask("bath.state.tap") < before
    turn(book, "PageUp")
    assert where(book).startswith("1 of 3")


def test_v_lifts_the_veil_and_a_new_class_is_asked_again(book):
    book.ask("loop.forget()")
    rest(book.page, 300)
    assert book.ask("loop.phase") == "asked"
    turn(book, "v")
    assert book.ask("loop.phase") == "open"
    book.ask("loop.set(gain=0.3)")
    book.page.get_by_role("button", name="New class").click()
    rest(book.page, 500)
    assert book.ask("[loop.phase, loop.state.gain, bath.phase, check.answers]") == ["asked", 1.2, "asked", {}]


def test_no_key_reaches_the_notebook_and_escape_leaves(book):
    cells = book.page.locator(".jp-Notebook .jp-Cell").count()
    book.page.locator(SCREEN).focus()
    for key in ("x", "a", "b", "d", "d", "m"):
        book.page.keyboard.press(key)
    rest(book.page, 300)
    assert book.page.locator(".jp-Notebook .jp-Cell").count() == cells
    book.page.keyboard.press("Escape")
    assert book.page.locator(SCREEN).count() == 0
    opener = book.page.get_by_role("button", name="Present: Your lesson")
    assert opener.evaluate("one => one === document.activeElement")
    opener.click()
    rest(book.page, 500)
    assert where(book).startswith("1 of 3")


def test_questions_are_large_and_whole_on_a_small_projector(book):
    page = book.page
    page.set_viewport_size({"width": 1024, "height": 768})
    turn(book, "PageDown")
    turn(book, "PageDown")
    small, clipped = page.evaluate(
        """() => {
        const all = [...document.querySelectorAll('.spine-edu-slide .spine-edu-questions *')]
            .filter((one) => one.checkVisibility() && one.textContent && !one.closest('.spine-edu-spoken'));
        return [Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize))),
            all.filter((one) => one.matches('button') && one.scrollHeight > one.clientHeight + 1)
                .map((one) => one.textContent)]; }"""
    )
    assert small >= 768 / 40 and clipped == []
    page.set_viewport_size({"width": 1920, "height": 1080})


def test_notes_open_in_a_second_window(book):
    page = book.page
    turn(book, "Escape")
    page.get_by_role("button", name="Present: With notes").click()
    rest(page, 500)
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Notes", exact=True).click()
    notes = opened.value.locator("body")
    assert notes.locator("h2").text_content() == "Likely answers"
    assert notes.locator("strong").text_content() == "All"
    opened.value.close()
    assert page.get_by_role("button", name="Notes", exact=True).count() == 1
