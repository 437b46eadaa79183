"""Every notebook in a real JupyterLab: run it, move everything in it, and look for any error."""

import os
import shutil
from pathlib import Path
from unittest.mock import patch

import nbformat
import pytest

from spine_edu.explorer import stored
from tools.doors import JupyterDoor, listen
from tools.lab import LATE, ROOT, Notebook, lab_server, new_page, rest
from tools.walk import Walk

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
#: How far a walk goes in each notebook.
MOVES = 15

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
        // What changes nothing any more is off by now, and says why.
        if (control.disabled) return;
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
    explorers = book.page.locator(".spine-edu:not([data-still])").element_handles()
    for explorer in explorers:
        moved = explorer.evaluate(_MOVE_ALL)
        title = explorer.query_selector("h3").inner_text()
        assert not moved["wrong"], f"{title}: {moved['wrong']}"
        # The list of presets and the one of looks; Start again, Undo, Hold and Use this line; More and its panels.
        assert moved["list"] >= 2 and moved["button"] >= 4 and moved["opener"] >= 5, f"{title}: {moved}"
    assert not book.errors + book.kernel_errors()


def test_the_page_says_what_the_kernel_has(book):
    known = book.ask(
        "[item.sentence for item in __import__('ipywidgets').widgets.widget._instances"
        ".values() if hasattr(item, 'session')]"
    )
    shown = book.page.evaluate(
        "() => [...document.querySelectorAll('.spine-edu .spine-edu-sentence')].map(line => line.textContent)"
    )
    assert len(shown) == book.page.locator(".spine-edu").count()
    assert not [line for line in shown if line not in known]


def test_nothing_moves_in_a_still(book):
    moving = book.page.evaluate("""() => [...document.querySelectorAll(".spine-edu[data-still]")].flatMap((still) =>
        [...still.querySelectorAll("input, select, button, .spine-edu-grip")].filter((one) => one.checkVisibility())
        .map((one) => `${still.innerText.slice(0, 40)}: ${one.outerHTML.slice(0, 80)}`))""")
    assert moving == []


def test_a_folded_solution_opens_to_a_picture_as_wide_as_its_place(book):
    folded = book.page.locator(".spine-edu[data-still] > details")
    for one in folded.all():
        assert not one.get_attribute("open")
        one.locator("summary").click()
        picture = one.locator(".spine-edu-picture .main-svg").first
        picture.wait_for()
        rest(book.page, 400)
        assert picture.bounding_box()["width"] > 0.9 * one.bounding_box()["width"]
    assert folded.count() >= 1
    assert not book.errors + book.kernel_errors()


def test_one_plotly_for_the_page(book):
    assert book.page.evaluate("spineProbe.bundles.length") == bool(book.page.locator(".spine-edu").count())


def test_a_short_walk_finds_nothing_wrong(book, request):
    """Page, sentence and Python agree after each of some moves at random; ``python -m tools.walk`` goes on for long."""
    name = request.node.callspec.params["book"]
    Walk(JupyterDoor(book, listen(book.page)), seed=1, name=name).go(MOVES)


def test_there_is_a_notebook():
    assert Path(NOTEBOOKS[0]).stem == "00_start"


def test_a_page_that_anywidget_gave_up_is_opened_anew(running, lab):
    late = Notebook(new_page(running), lab, NOTEBOOKS[0])
    late.page.evaluate("window.first = true")
    late.errors.append(f"page: {LATE}")
    late.run_all()
    assert late.page.evaluate("window.first") is None
    late.page.locator(".spine-edu-sentence").first.wait_for(state="attached")
    assert late.errors == []
    late.close()


# As a reader opens it ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def own_folder(tmp_path_factory):
    """A folder with a copy of the notebooks, to be saved there."""
    folder = tmp_path_factory.mktemp("saved")
    for name in NOTEBOOKS:
        shutil.copy(ROOT / "notebooks" / name, folder)
    return folder


@pytest.fixture(scope="module")
def lab_that_asks(running, own_folder):
    """Address of a JupyterLab on `own_folder` in which explorers ask first."""
    with patch.dict(os.environ):
        os.environ.pop("SPINE_EDU_ASK_FIRST", None)
        with lab_server(own_folder) as address:
            yield address


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_run_all_and_save_leaves_questions_open_and_pictures_in_place(running, lab_that_asks, own_folder, name):
    path = own_folder / name
    before = nbformat.read(path, 4)
    book = Notebook(new_page(running), lab_that_asks, name)
    book.run_all(seconds=200)
    session = "__import__('spine_edu.explorer.session', fromlist=['LIVING'])"
    states = book.ask(
        "[[item.phase == ('asked' if item.ask else 'open'), item.state == item._start, item.held is None]"
        f" for item in {session}.LIVING if not item.still_of]"
    )
    assert states and all(all(state) for state in states)
    explorers = book.page.locator(".spine-edu:not([data-still])").count()
    asked = book.page.locator(".spine-edu[data-phase=asked]").count()
    assert explorers - asked == (name == "05_cycle.ipynb"), "only the mystery patient asks nothing"
    saved = path.stat().st_mtime_ns
    book.page.evaluate("() => { jupyterapp.commands.execute('docmanager:save'); }")
    for _ in range(100):
        if path.stat().st_mtime_ns != saved:
            break
        rest(book.page, 200)
    assert path.stat().st_mtime_ns != saved, "JupyterLab has not saved it"
    rest(book.page, 500)
    assert pictures(nbformat.read(path, 4)) == pictures(before)
    assert not book.errors + book.kernel_errors()
    book.close()


def pictures(book):
    """Return the pictures of a stored notebook, by the cell they stand in."""
    pages = [
        (cell.id, output.data.get("text/html", ""))
        for cell in book.cells
        for output in cell.get("outputs", [])
        if "data" in output
    ]
    return [(cell, found["png"]) for cell, page in pages if (found := stored.PICTURE.search(page))]
