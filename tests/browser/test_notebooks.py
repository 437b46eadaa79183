"""Every notebook in a real JupyterLab: run it, move everything in it, and look for any error."""

from pathlib import Path

import pytest

from tools.lab import ROOT, Notebook, new_page

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))

#: Opens all that can be opened inside an explorer and moves all that can be moved; returns how much there was of each
#: kind, and what went wrong.
_MOVE_ALL = """async (explorer) => {
    const moved = { slider: 0, list: 0, box: 0, button: 0, opener: 0 }, wrong = [], seen = new Set();
    const { act, press, put } = spineProbe;
    const name = (node) => node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent ?? node.textContent;
    const alarms = () => [...explorer.querySelectorAll('[role=alert]')].map((one) => one.textContent).join(' ').trim();
    const setting = (node) => node.isConnected && node.closest('.spine-edu-main');
    function fresh(kind, selector) {
        const found = [...explorer.querySelectorAll(selector)].filter((node) =>
            node.checkVisibility() && !seen.has(node) && !node.disabled);
        for (const node of found) seen.add(node);
        if (kind) moved[kind] += found.length;
        return found;
    }
    async function did(node, value, deed) {
        await act(deed);
        if (/went wrong|does not answer/.test(alarms())) wrong.push(`${name(node)}, ${value}: ${alarms()}`);
    }
    // What is set stays, or it is refused in words and what was there before comes back.
    async function set(control, value, event) {
        const before = control.value;
        await did(control, value, () => put(control, value, event));
        if (setting(control) && control.value !== value && (control.value !== before || !alarms()))
            wrong.push(`${name(control)}: ${before} set to ${value} has become ${control.value}`);
    }
    async function refused(box, text) {
        const before = box.value;
        await did(box, text, () => put(box, text, 'change'));
        if (setting(box) && (box.value !== before || !alarms()))
            wrong.push(`${name(box)}: ${before} with ${text} typed has become ${box.value}`);
    }
    async function everything() {
        for (const summary of fresh('', 'summary')) summary.click();
        for (const slider of fresh('slider', 'input[type=range]'))
            for (const value of [slider.max, slider.min, slider.value]) await set(slider, value, 'input');
        for (const list of fresh('list', 'select'))
            for (const { value } of [...list.options, list.options[0]]) await set(list, value, 'change');
        for (const box of fresh('box', 'input[type=text]'))
            for (const text of ['nonsense', '1e6']) await refused(box, text);
        for (const canvas of fresh('', 'canvas[tabindex]'))
            for (const key of ['ArrowLeft', 'ArrowUp', '+', '-', 'Home']) await press(canvas, key);
        for (const button of fresh('button', 'button:not([aria-expanded]), input[type=radio]'))
            await did(button, 'press', () => { if (button.checkVisibility()) button.click(); });
        for (const opener of fresh('opener', 'button[aria-expanded]')) {
            await did(opener, 'open', () => opener.click());
            await everything();
            await did(opener, 'close', () => opener.click());
        }
    }
    await everything();
    return { ...moved, wrong };
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
        assert not moved["wrong"], f"{title}: {moved['wrong']}"
        # The list of presets and the one of looks; Start again, Undo, Hold and Use this line; More and its panels.
        assert moved["list"] >= 2 and moved["button"] >= 4 and moved["opener"] >= 5, f"{title}: {moved}"
    assert not book.errors + book.kernel_errors()


def test_the_page_says_what_the_kernel_has(book):
    known = book.ask(
        "[item.session.describe() for item in __import__('ipywidgets').widgets.widget._instances"
        ".values() if hasattr(item, 'session')]"
    )
    shown = book.page.evaluate(
        "() => [...document.querySelectorAll('.spine-edu .spine-edu-sentence')].map(line => line.textContent)"
    )
    assert len(shown) == book.page.locator(".spine-edu").count()
    assert not [line for line in shown if line not in known]


def test_one_plotly_for_the_page(book):
    assert book.page.evaluate("spineProbe.bundles.length") == bool(book.page.locator(".spine-edu").count())


def test_there_is_a_notebook():
    assert Path(NOTEBOOKS[0]).stem == "00_start"
