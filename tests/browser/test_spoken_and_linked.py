"""What an explorer promises beyond itself: to other widgets, to a screen reader, and to texts of any kind."""

import pytest

from spine_edu.registry import REGISTRY
from tools.lab import rest

BAD = "<img src=x onerror='window.hurt = 1'>"

#: Every text that the card of an explorer carries for a reader, made hostile; names by which things are found stay.
HOSTILE = f"""import spine_edu
from spine_edu.explorer import card
READ = ("title", "folded", "label", "unit", "help", "range", "basis", "goal", "hints", "text", "question", "fields",
        "options", "scenarios", "challenges")

def worse(value, read=False):
    if isinstance(value, str):
        return value + "{BAD}" if read and value else value
    if isinstance(value, dict):
        return {{name: worse(one, name in READ) for name, one in value.items()}}
    if isinstance(value, (list, tuple)):
        # The option of a list is its name and its words.
        pair = read and len(value) == 2 and all(isinstance(one, str) for one in value)
        return [value[0], worse(value[1], True)] if pair else [worse(one, read) for one in value]
    return value

told, card.card = card.card, lambda session: worse(told(session))
explorer = spine_edu.EXPLORER()
explorer"""


@pytest.mark.parametrize("name", ["MysteryPatient", "TwelveMonthsOfScans"])
def test_every_text_of_a_card_is_text(scratch, name):
    book = scratch(HOSTILE.replace("EXPLORER", name))
    explorer, page = book.page.locator(".spine-edu"), book.page
    explorer.get_by_role("button", name="More").click()
    for button in explorer.locator(".spine-edu-more button[aria-expanded]").all():
        if button.is_visible():
            button.click()
            rest(page, 200)
    assert "<img src=x" in explorer.locator("h3").first.inner_text()
    assert explorer.evaluate("node => node.textContent.split('<img src=x').length") > 10
    assert explorer.locator("img[src='x']").count() == 0
    assert page.evaluate("window.hurt") is None


def test_a_link_in_the_browser_moves_the_other_explorer_too(scratch):
    book = scratch(
        "import spine_edu, ipywidgets\none, two = spine_edu.RunTheLoop(), spine_edu.RunTheLoop()\none",
        "two",
        "ipywidgets.jslink((one.widget, 'gain'), (two.widget, 'gain'))",
    )
    first, second = book.page.locator(".spine-edu").all()
    before = second.locator(".spine-edu-sentence").inner_text()
    first.locator("input[type=range]").first.press("ArrowRight")
    rest(book.page, 1200)
    gains = book.ask("[one.state.gain, two.state.gain]")
    assert gains[0] == gains[1] != book.ask("spine_edu.RunTheLoop().state.gain")
    assert second.locator(".spine-edu-sentence").inner_text() == book.ask("two.describe()") != before


def test_the_same_refusal_is_spoken_each_time(scratch):
    book = scratch("import spine_edu\nspine_edu.Practice()")
    explorer = book.page.locator(".spine-edu")
    explorer.evaluate("""node => {
        window.spoken = [];
        for (const alarm of node.querySelectorAll('[role=alert]'))
            new MutationObserver((changes) => { if (changes.some((one) => one.addedNodes.length))
                window.spoken.push(alarm.textContent); }).observe(alarm, { childList: true, subtree: true }); }""")
    box = explorer.locator("input[type=text]").first
    for _ in range(2):
        box.fill("much")
        box.press("Enter")
        rest(book.page, 500)
    spoken = [words for words in book.page.evaluate("spoken") if "Tap" in words]
    assert len(spoken) == 2
    assert spoken[0] == spoken[1]


def test_the_name_of_each_picture_follows_it(shown):
    words = (
        "[...document.querySelectorAll('.spine-edu')].map(e => ["
        "e.querySelector('[role=img]').getAttribute('aria-label'), e.querySelector('.spine-edu-sentence').textContent])"
    )
    before = shown.page.evaluate(words)
    shown.ask(f"[one.scenario(one.scenarios[-1].name) for one in ({', '.join(REGISTRY)},)]")
    rest(shown.page, 2500)
    after = shown.page.evaluate(words)
    assert all(label == sentence for label, sentence in before + after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) >= len(REGISTRY) - 3


def test_a_restarted_kernel_with_solids_says_what_to_do(scratch):
    book = scratch("import spine_edu\nspine_edu.Column()")
    page = book.page
    page.wait_for_selector("canvas.spine-edu-solid")
    before = page.locator(".spine-edu-sentence").inner_text()
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    page.locator(".spine-edu-error").filter(has_text="Python does not answer").wait_for(timeout=8000)
    assert page.locator("canvas.spine-edu-solid").is_visible()
    assert page.locator(".spine-edu-sentence").inner_text() == before


def test_what_is_far_from_the_window_is_not_laid_out_and_is_right_once_it_is_near(scratch):
    cells = ["import spine_edu\nspine_edu.Practice()"]
    cells += [f"spine_edu.{name}()" for name in ("RunTheLoop", "DayAndNight", "InsideTheWall", "ShapeBuilder")]
    page = scratch(*cells).page
    page.set_viewport_size({"width": 390, "height": 844})
    explorers = page.locator(".spine-edu")
    explorers.first.scroll_into_view_if_needed()
    rest(page, 700)
    seen = "node => node.querySelector('h3').checkVisibility({ contentVisibilityAuto: true })"
    assert explorers.first.evaluate(seen)
    assert not explorers.last.evaluate(seen)
    explorers.last.scroll_into_view_if_needed()
    rest(page, 1500)
    assert explorers.last.evaluate(seen)
    picture, place, main = (
        explorers.last.locator(f".spine-edu-{one}").first.bounding_box() for one in ("picture", "place", "main")
    )
    assert picture["width"] <= place["width"] + 1
    assert picture["y"] + picture["height"] <= main["y"]
