"""Every notebook in a real JupyterLab: run it, move everything in it, and look for any error."""

from pathlib import Path

import pytest

from tools.lab import ROOT, Notebook, new_page

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))

#: Moves all that can be moved inside an explorer, panel after panel, and returns how much there was of each kind.
_MOVE_ALL = """async (explorer) => {
    const moved = { slider: 0, list: 0, box: 0, button: 0 }, seen = new Set(), { act, press } = spineProbe;
    const fresh = (selector) => [...explorer.querySelectorAll(selector)].filter(
        (node) => node.checkVisibility() && !seen.has(node) && !node.disabled && seen.add(node));
    const tell = (node, ...kinds) => kinds.forEach((kind) => node.dispatchEvent(new Event(kind, { bubbles: true })));
    async function everything() {
        for (const handle of fresh(".noUi-handle")) {
            for (const key of ["ArrowRight", "End", "Home", "ArrowRight"]) await press(handle, key);
            moved.slider += 1;
        }
        for (const list of fresh("select")) {
            for (const index of [...list.options, list.options[0]].map((option) => option.index))
                await act(() => { list.selectedIndex = index; tell(list, "change"); });
            moved.list += 1;
        }
        for (const box of fresh("input:not([type=checkbox], [type=radio])")) {
            const before = box.value, other = box.type === "text" ? "nonsense" : String(Number(before) + 1e6);
            for (const value of [other, before]) await act(() => { box.value = value; tell(box, "input", "change"); });
            moved.box += 1;
        }
        for (const button of fresh("button:not(.spine-edu-panel-button), input[type=checkbox], input[type=radio]")) {
            await act(() => { if (button.checkVisibility()) button.click(); });
            moved.button += 1;
        }
    }
    await everything();
    for (const opener of explorer.querySelectorAll(".spine-edu-panel-button")) {
        await act(() => opener.click());
        await everything();
        await act(() => opener.click());
    }
    return moved;
}"""


@pytest.fixture(scope="module", params=NOTEBOOKS)
def book(request, running, lab):
    """Each notebook, opened and run."""
    opened = Notebook(new_page(running), lab, request.param)
    opened.run_all(seconds=200)
    yield opened
    opened.close()


def test_runs_without_an_error(book):
    assert not book.errors + book.kernel_errors()


def test_every_control_moves_without_an_error(book):
    explorers = book.page.locator(".spine-edu").element_handles()
    for explorer in explorers:
        moved = explorer.evaluate(_MOVE_ALL)
        title = explorer.query_selector("h3").inner_text()
        assert moved["list"] and moved["button"] >= 4, f"{title}: {moved}"
        said = explorer.query_selector(".spine-edu-error")
        assert not said or "went wrong" not in said.inner_text(), f"{title}: {said.inner_text()}"
    assert not book.errors + book.kernel_errors()


def test_the_page_says_what_the_kernel_has(book):
    known = book.ask("[item.session.describe() for item in __import__('ipywidgets').widgets.widget._instances"
                     ".values() if hasattr(item, 'session')]")
    shown = book.page.evaluate("() => [...document.querySelectorAll('.spine-edu .spine-edu-sentence')]"
                               ".map(line => line.textContent)")
    assert len(shown) == book.page.locator(".spine-edu").count()
    assert not [line for line in shown if line not in known]


def test_one_plotly_for_the_page(book):
    assert book.page.evaluate("spineProbe.bundles.length") == bool(book.page.locator(".spine-edu").count())


def test_there_is_a_notebook():
    assert Path(NOTEBOOKS[0]).stem == "00_start"
