"""A course that remembers, in a real JupyterLab: what is kept outlives the kernel, and lies beside the notebook."""

import json

import pytest

from tests.browser.conftest import kept_in, opening
from tools.lab import rest


@pytest.fixture
def opened(running, reader, home):
    """Open a notebook with these cells, run, in a kernel of its own; closed at the end."""
    with opening(running, reader, home, "my") as (open_cells, books):
        yield open_cells
        for book in books:
            assert book.errors + book.kernel_errors() == []


def test_a_prediction_made_by_hand_outlives_the_kernel_and_the_notebook(opened, home):
    cell = "import spine_edu\nbath = spine_edu.Practice()\nbath"
    book = opened(cell)
    book.page.get_by_label("My prediction").fill("33")
    book.page.get_by_role("button", name="Keep my prediction").click()
    book.page.get_by_text("You said 33 litres").first.wait_for()
    kept = kept_in(home)
    assert kept["predictions"]["start_practice"]["said"] == 33
    again = opened(cell)
    again.page.get_by_text("You said 33 litres").first.wait_for()
    assert again.ask("bath.phase") == "open"
    (home / "my_course.json").unlink()


# Beliefs and words ---------------------------------------------------------------------------------------------------

BELIEFS = "import spine_edu\nbeliefs = spine_edu.Beliefs()\nbeliefs"
WORDS = "import spine_edu\nwords = spine_edu.InYourWords('05', 'A loop runs away when …')\nwords"
STATEMENT = "A disc can slide out of its place."


def test_each_statement_is_a_named_group_whose_steps_are_chosen_by_mouse_and_keys(opened, home):
    book = opened(BELIEFS, "x = 1")
    page = book.page
    groups = page.evaluate("""() => [...document.querySelectorAll('.spine-edu-scale')].map((group) => ({
        legend: group.querySelector('legend').textContent,
        names: new Set([...group.querySelectorAll('input')].map((input) => input.name)).size,
        steps: [...group.querySelectorAll('input')].map((input) => input.labels[0].textContent) }))""")
    assert [group["legend"] for group in groups] == book.ask("[str(item) for item in beliefs.items]")
    steps = ["disagree", "rather disagree", "not sure", "rather agree", "agree"]
    assert all(group["names"] == 1 and group["steps"] == steps for group in groups)
    group = page.get_by_role("group", name=STATEMENT)
    group.get_by_text("rather agree").click()
    page.get_by_role("status").get_by_text("kept in my_course.json").wait_for()
    page.wait_for_function("document.querySelectorAll('.spine-edu-scale input:checked').length === 1")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for key in ("d", "d", "x"):
        page.keyboard.press(key)
    rest(page, 500)
    assert book.ask("beliefs.said()") == {"B3": 5, "B4": 1}
    assert page.evaluate("jupyterapp.shell.currentWidget.content.widgets.length") == 2
    again = opened(BELIEFS)
    group = again.page.get_by_role("group", name=STATEMENT)
    assert group.get_by_role("radio", name="agree", exact=True).is_checked()
    assert {key: one["words"] for key, one in kept_in(home)["beliefs then"].items()} == {
        "B3": "agree",
        "B4": "disagree",
    }


def test_what_was_said_yesterday_stands_and_cannot_be_changed(opened, home):
    kept = kept_in(home)
    kept["beliefs then"]["B3"]["when"] = "2026-01-01"
    (home / "my_course.json").write_text(json.dumps(kept), encoding="utf-8")
    book = opened(BELIEFS)
    group = book.page.get_by_role("group", name=STATEMENT)
    assert group.get_by_role("radio", name="agree", exact=True).is_disabled()
    assert "You said this on 2026-01-01" in group.inner_text()
    assert book.page.get_by_role("group", name="A large herniation").get_by_role("radio").first.is_enabled()


def test_what_is_written_is_kept_while_it_is_written_and_is_only_text(opened, home):
    book = opened(WORDS)
    hostile = "<img src=x onerror='window.hurt = 1'> dd"
    book.page.get_by_label("A loop runs away when …").click()
    book.page.keyboard.type(hostile)
    rest(book.page, 1500)
    assert kept_in(home)["in my words"]["05"]["words"] == hostile
    again = opened(WORDS, "spine_edu.my")
    assert again.page.get_by_label("A loop runs away when …").input_value() == hostile
    assert again.page.get_by_text(f"05: {hostile}").first.is_visible()
    assert again.page.evaluate("window.hurt") is None


def test_words_that_did_not_reach_python_stay_on_the_page(opened):
    book = opened(WORDS)
    page, box = book.page, book.page.get_by_label("A loop runs away when …")
    page.evaluate(
        "() => { jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute("
        "{ code: 'import time; time.sleep(6)' }); }"
    )
    page.wait_for_timeout(300)  # Python does not answer
    box.fill("not lost")
    page.keyboard.press("Tab")
    page.get_by_role("alert").filter(has_text="Python does not answer here").wait_for(timeout=6000)
    assert box.input_value() == "not lost"
    rest(page, 4000)
    assert box.input_value() == "not lost" and book.ask("words.said()") == {"05": "not lost"}


@pytest.mark.parametrize("cell", [BELIEFS, WORDS], ids=["beliefs", "words"])
def test_nothing_of_a_sheet_is_cut_in_a_narrow_place(opened, cell):
    page = opened(cell).page
    page.set_viewport_size({"width": 390, "height": 800})
    rest(page, 700)
    cut = page.evaluate("""() => [...document.querySelectorAll('.spine-edu-questions, .spine-edu-questions *')]
        .filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline')
        .map((node) => node.outerHTML.slice(0, 80))""")
    assert cut == []
