"""What can go wrong around a page: one sentence says so, nothing that is kept is lost, and then it goes on."""

import json
import shutil

import pytest

from tests.website.conftest import come_near
from tests.website.test_page import CYCLE, wait_for_words
from tools.lab import handed_out, new_page

LOST = "Python could not be loaded"
UNKEPT = "This browser keeps nothing just now"
FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
#: What may lie in a browser's store under our name: not ours, damaged, or of an older edition of the course.
STRANGE = {
    "nothing": "null",
    "a list": "[1]",
    "damaged": '{"cycle_loop": 5, "questions 05": {"title": "x"}}',
    "older": json.dumps(
        {
            "cycle_loop": {"title": "t", "act": {"act": "predict", "answer": "older"}, "words": ["w"], "when": "2026"},
            "questions 05": {
                "title": "Check yourself",
                "act": {"act": "answers", "answers": {"gone": "A"}},
                "words": ["w"],
                "when": "2026",
            },
        }
    ),
}


@pytest.fixture
def reader(running):
    """A new reader's browser, in which windows are opened."""
    context = new_page(running, reduced_motion=True).context
    yield context
    context.close()


def look(loop):
    loop.get_by_role("button", name="I’d rather look").click()


def kept(page):
    return page.evaluate("JSON.parse(localStorage.getItem('spine_edu') ?? '{}')")


def answer(page, number, option):
    """Answer a question of the notebook, and wait until something is said to it."""
    question = come_near(page, "questions-05").locator(".spine-edu-question").nth(number)
    question.locator(".spine-edu-answer").nth(option).click()
    question.locator(".spine-edu-feedback p").first.wait_for()


def half(route):
    """Let only the first half of a file come."""
    found = route.fetch()
    body = found.body()
    route.fulfill(status=200, headers={"content-type": found.headers["content-type"]}, body=body[: len(body) // 2])


# Python that does not come -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "comes"),
    [
        ("**/worker-*.js", lambda route: route.abort()),
        ("**/pyodide.mjs", lambda route: route.abort()),
        ("**/pyodide.asm.wasm", lambda route: route.abort()),
        ("**/pyodide.asm.wasm", half),
        ("**/cycle-*.zip", half),
    ],
    ids=["no worker", "no beginning", "no machine code", "half of it", "half a topic"],
)
def test_a_python_that_came_in_part_is_said_and_comes_at_the_next_press(reader, site, what, comes):
    page = reader.new_page()
    reader.route(what, comes)
    page.goto(f"{site}/{CYCLE}")
    loop = come_near(page, "explorer-loop")
    look(loop)
    said = loop.locator(".spine-edu-error")
    said.get_by_text(LOST).wait_for(timeout=30_000)
    assert loop.locator(".spine-edu-picture .main-svg").count()
    reader.unroute(what)
    look(loop)
    wait_for_words(page, loop, "Gain 0.80 per turn.")
    said.wait_for(state="hidden")


# A store that is full, cleared, strange, or shared --------------------------------------------------------------------


def test_a_browser_that_keeps_nothing_says_so_where_something_was_to_be_kept(reader, site):
    page = reader.new_page()
    page.goto(f"{site}/{CYCLE}")
    mystery = come_near(page, "explorer-whole")
    page.evaluate(FULL)
    mystery.get_by_text("Type it instead").click()
    for field in mystery.locator("fieldset input").all():
        field.fill("3")
    mystery.get_by_role("button", name="Keep my prediction").click()
    mystery.locator(".spine-edu-error").get_by_text(UNKEPT).wait_for()
    assert "You said" in mystery.inner_text()
    answer(page, 0, 0)
    check = page.locator("#questions-05 .spine-edu-unheard")
    check.get_by_text(UNKEPT).wait_for()
    # Where a frame of the page's own lends its store, there is room again.
    page.evaluate("""() => { const frame = document.body.appendChild(document.createElement("iframe"));
        Storage.prototype.setItem = frame.contentWindow.Storage.prototype.setItem; }""")
    answer(page, 1, 0)
    check.wait_for(state="hidden")
    assert len(kept(page)["questions 05"]["act"]["answers"]) == 2


def test_what_is_cleared_under_an_open_page_is_kept_again_with_the_next_answer(reader, site):
    page = reader.new_page()
    page.goto(f"{site}/{CYCLE}")
    answer(page, 0, 0)
    page.wait_for_function("localStorage.length")
    page.evaluate("async () => { localStorage.clear(); for (const n of await caches.keys()) await caches.delete(n); }")
    answer(page, 1, 0)
    page.wait_for_function("localStorage.length")
    page.goto(f"{site}/your_answers.html")
    shown = page.locator("#answers").inner_text()
    assert "1. A positive feedback" in shown and "2. More pain" in shown


def test_two_windows_keep_what_each_was_told(reader, site):
    one, other = reader.new_page(), reader.new_page()
    for page in (one, other):
        page.goto(f"{site}/{CYCLE}")
        come_near(page, "questions-05")
    answer(one, 0, 0)
    answer(other, 1, 0)
    other.wait_for_function("localStorage.getItem('spine_edu')?.includes('2. More pain')")
    both = kept(one)["questions 05"]
    assert len(both["act"]["answers"]) == 2 and both["words"][0].startswith("1. A positive feedback")
    answer(one, 0, 1)
    one.wait_for_function("localStorage.getItem('spine_edu')?.includes('does the body good')")
    later = kept(one)["questions 05"]["act"]["answers"]
    assert sorted(later.values()) == ["A", "B"] and later.keys() == both["act"]["answers"].keys()


@pytest.mark.parametrize("what", STRANGE)
def test_what_lies_in_the_store_and_is_strange_or_older_stops_nothing(reader, site, what):
    page, wrong = reader.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(f"localStorage.spine_edu ??= {json.dumps(STRANGE[what])}")
    page.goto(f"{site}/your_answers.html")
    page.goto(f"{site}/{CYCLE}")
    loop = come_near(page, "explorer-loop")
    look(loop)
    wait_for_words(page, loop, "Gain 0.80 per turn.")
    answer(page, 0, 0)
    assert not loop.locator(".spine-edu-error").inner_text()
    assert not page.locator("#questions-05 .spine-edu-unheard").inner_text()
    page.wait_for_function("localStorage.spine_edu.includes('A positive feedback')")
    assert wrong == []


# A service worker of an older edition --------------------------------------------------------------------------------


@pytest.fixture
def editions(built, tmp_path):
    """A copy of the site, of which a new edition can be made; yields its folder and its address."""
    folder = tmp_path / built.name
    shutil.copytree(built, folder, ignore=shutil.ignore_patterns("classroom_kit.zip"))
    with handed_out(folder) as address:
        yield folder, address


def renew(folder):
    """Make a new edition: other words on the page, and all that has a mark in its name, under another mark."""
    assets = folder / "_static" / folder.name
    (script,), (worker,) = assets.glob("page-*.js"), assets.glob("worker-*.js")
    (python,) = assets.glob("pyodide-*")
    texts = [script, worker, *folder.rglob("*.html")]
    names = {one.name: f"{one.stem}0{one.suffix}" for one in (script, worker, python)}
    for path in texts:
        text = path.read_text(encoding="utf-8").replace("Explore: run the loop", "Explore: the new edition")
        for old, new in names.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    for one in (script, worker, python):
        one.rename(one.with_name(names[one.name]))
    service = folder / "sw.js"
    service.write_text(service.read_text(encoding="utf-8").replace("spine_edu ", "spine_edu 2"), encoding="utf-8")


def test_a_new_edition_is_shown_at_once_and_an_old_window_says_what_to_do(reader, editions):
    folder, address = editions
    page, old = reader.new_page(), reader.new_page()
    for one in (page, old):
        one.goto(f"{address}/{CYCLE}")
        one.evaluate("navigator.serviceWorker.ready")
        one.reload()
        come_near(one, "explorer-loop")
    answer(page, 0, 0)
    renew(folder)
    # The cache of the browser itself is that of another day.
    reader.new_cdp_session(page).send("Network.clearBrowserCache")
    page.reload()
    page.get_by_role("heading", name="Explore: the new edition").wait_for(timeout=5000)
    page.wait_for_selector("#questions-05 .spine-edu-feedback p")
    look(come_near(page, "explorer-loop"))
    wait_for_words(page, page.locator("#explorer-loop"), "Gain 0.80 per turn.")
    page.wait_for_function("caches.keys().then(names => names.length === 1 && names[0].startsWith('spine_edu 2'))")
    # What an old window has not fetched yet is nowhere any more, or comes from the store.
    loop = old.locator("#explorer-loop")
    look(loop)
    old.wait_for_function(
        "node => /could not be loaded|Gain 0.80/.test(node.textContent)", arg=loop.element_handle(), timeout=30_000
    )
    reader.set_offline(True)
    for one in (page, old):
        one.reload()
        one.get_by_role("heading", name="Explore: the new edition").wait_for()
        look(come_near(one, "explorer-loop"))
        wait_for_words(one, one.locator("#explorer-loop"), "Gain 0.80 per turn.")
