"""Keys pressed inside an explorer or a question stay there, in JupyterLab and in Notebook 7.

Both front ends take single letters for commands of their own: x cuts a cell, a and b add one, m makes it text.
"""

import pytest

from tools.lab import Notebook, new_page, rest, write_notebook

CELLS = [
    "import spine_edu\nspine_edu.Practice()",
    "spine_edu.RootFinder()",
    "spine_edu.Column()",
    "spine_edu.CheckYourself('05')",
    "left = 'alone'",
]
KINDS = {
    "list": ".spine-edu select",
    "slider": ".spine-edu-slider",
    "box": ".spine-edu input[type=text]",
    "button": ".spine-edu-menu button",
    "folded": ".spine-edu summary",
    "run": ".spine-edu-player button",
    "moment": ".spine-edu-player input",
    "speed": ".spine-edu-player select",
    "option": ".spine-edu-ask input[type=radio]",
    "panel": ".spine-edu-panel[tabindex]",
    "solids": "canvas.spine-edu-solid",
    "answer": ".spine-edu-questions input",
}
#: Enter twice: what it opens it closes again.
KEYS = ("ArrowDown", "ArrowUp", *"xabmjkddzcv", "ArrowRight", "Enter", "Enter")
_CELLS = """jupyterapp.shell.currentWidget.content.widgets.map(({ model }) => [model.type, model.sharedModel.source])"""
_ACTIVE = "jupyterapp.shell.currentWidget.content.activeCellIndex"
_INSIDE = "Boolean(document.activeElement.closest('.spine-edu, .spine-edu-questions'))"


@pytest.fixture(scope="module", params=["lab/tree", "notebooks"], ids=["JupyterLab", "Notebook 7"])
def book(running, lab, folder, request):
    """A notebook with every kind of control, with all of them in view, in one of the two front ends."""
    name = f"keys_{request.param.replace('/', '_')}.ipynb"
    write_notebook(folder / name, *CELLS)
    book = Notebook(new_page(running, reduced_motion=True), lab, name, host=request.param)
    book.run_all()
    page = book.page
    page.wait_for_selector(KINDS["answer"])
    bath, roots = page.locator(".spine-edu").all()[:2]
    bath.get_by_role("button", name="Step").click()
    page.locator(KINDS["moment"]).first.wait_for()
    bath.get_by_role("button", name="More").click()
    bath.get_by_role("button", name="Table").click()
    roots.get_by_role("button", name="Predict").click()
    yield book
    book.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_key_in_an_explorer_reaches_the_notebook(book, kind):
    page = book.page
    page.locator(f"{KINDS[kind]}:visible").first.focus()
    rest(page, 100)
    before = page.evaluate(f"[{_CELLS}, {_ACTIVE}]")
    for key in KEYS:
        page.keyboard.press(key)
    rest(page, 200)
    assert page.evaluate(f"[{_CELLS}, {_ACTIVE}]") == before
    assert page.evaluate(_INSIDE)


def test_escape_and_shift_enter_do_reach_the_notebook(book):
    page = book.page
    page.locator(KINDS["list"]).first.focus()
    page.keyboard.press("Escape")
    assert not page.evaluate(_INSIDE)
    page.locator(KINDS["list"]).first.focus()
    ran = "jupyterapp.shell.currentWidget.content.widgets[0].model.executionCount"
    before = page.evaluate(ran)
    page.keyboard.press("Shift+Enter")
    page.wait_for_function(f"{ran} > {before}")


def test_no_key_in_the_slower_face_reaches_the_notebook(running, lab, folder):
    name = "keys_slower.ipynb"
    write_notebook(folder / name, "import spine_edu\nspine_edu.RootFinder(backend_name='redraw')", "left = 'alone'")
    book = Notebook(new_page(running), lab, name)
    book.run_all()
    page = book.page
    before = page.evaluate(_CELLS)
    for kind in ("select", "button", "[role=slider]", "input"):
        for one in page.locator(f".spine-edu {kind}:visible").all()[:1]:
            one.focus()
            for key in KEYS[:-2]:
                page.keyboard.press(key)
            rest(page, 200)
            assert page.evaluate(_CELLS) == before, kind
            assert page.evaluate("Boolean(document.activeElement.closest('.spine-edu'))"), kind
    book.close()
