"""The lesson of a page on the whole window: the deck of `spine_edu.present`, and nothing of a class stays behind."""

import pytest
from axe_playwright_python.sync_playwright import Axe

import spine_edu
from tests.website.conftest import come_near

CYCLE = "notebooks/05_cycle.html"
SCREEN = "dialog.spine-edu-screen[open]"

_SEEN = """() => [...document.querySelectorAll('dialog[open] .spine-edu-slide :is(h3, .spine-edu-number)')]
    .filter((one) => one.checkVisibility()).map((one) => one.textContent)"""
#: The smallest words in the window, in px as they are painted, and what they say.
_SMALLEST = "() => spineProbe.smallest(document.querySelector('dialog[open]'))"


def size(page, width, height):
    page.set_viewport_size({"width": width, "height": height})


def present(page, site, name=CYCLE):
    """Open a page, and its lesson by keys; return the button."""
    page.goto(f"{site}/{name}")
    button = page.get_by_role("button", name="Present", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    drawn(page)
    return button


def drawn(page):
    """Wait until what is seen of the lesson is there."""
    page.wait_for_function(
        """() => { const shown = [...document.querySelectorAll('dialog[open] .spine-edu-slide > *')]
            .find((one) => one.checkVisibility());
        const picture = shown?.querySelector('.spine-edu-picture');
        return shown?.firstElementChild && (!picture || picture.dataset.ready); }"""
    )
    page.wait_for_timeout(200)


def turn(page, key="PageDown"):
    page.keyboard.press(key)
    drawn(page)


def where(page):
    return page.locator(f"{SCREEN} .spine-edu-deck-bar [role=status]").text_content()


def lift(page):
    page.keyboard.press("v")
    page.wait_for_selector(f"{SCREEN} .spine-edu-slide > :not([hidden]) .spine-edu[data-phase=open]")


def test_keys_alone_walk_through_the_lesson_of_the_notebook_and_back_to_the_page(page, site):
    size(page, 1920, 1080)
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{site}/{CYCLE}")
    loop = come_near(page, "explorer-loop")
    page.evaluate("scrollTo(0, 0)")
    before = loop.inner_html(), page.locator("article").bounding_box()
    assert not [name for name in asked if name.startswith(("deck", "lesson", "worker"))]
    button = page.get_by_role("button", name="Present", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    drawn(page)
    names = spine_edu.present("05").names
    for key in ("PageDown", "ArrowRight"):
        for place, name in enumerate(names, 1):
            assert where(page) == f"{place} of {len(names)}: {name}"
            (seen,) = page.evaluate(_SEEN)
            assert seen == (name if "Question" not in name else f"{name.split()[-1]}.")
            turn(page, key)
        assert where(page).startswith(f"{len(names)} of")
        for _ in names:
            page.keyboard.press("PageUp")
        drawn(page)
    box = page.locator(SCREEN).bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 1920, 1080)
    page.keyboard.press("Escape")
    assert not page.locator(SCREEN).count() and button.evaluate("one => one === document.activeElement")
    assert (loop.inner_html(), page.locator("article").bounding_box()) == before
    assert page.evaluate("scrollY") == 0


def test_tab_does_not_stray_behind_the_lesson(page, site):
    present(page, site)
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || "
                             "Boolean(document.activeElement.closest('dialog'))")  # fmt: skip


def test_v_lifts_the_veil_a_new_class_is_asked_again_and_nothing_is_kept(page, site):
    page.goto(f"{site}/{CYCLE}")
    page.evaluate("localStorage.setItem('spine_edu', '{\"mine\": 1}')")
    present(page, site)
    turn(page)
    field = page.locator(f"{SCREEN} .spine-edu-slide > :not([hidden]) fieldset")
    field.get_by_text("Type it instead").click()
    for one in field.locator("input").all():
        one.fill("5")
    field.get_by_role("button", name="Keep my prediction").click()
    shown = f"{SCREEN} .spine-edu-slide > :not([hidden]) .spine-edu"
    page.wait_for_selector(f"{shown}[data-phase=kept]")
    lift(page)
    assert "You said" in page.locator(f"{shown} .spine-edu-strip").inner_text()
    for _ in range(3):
        turn(page)
    page.locator(f"{SCREEN} label", has_text="pushes a change further").click()
    page.wait_for_selector(f"{SCREEN} .spine-edu-feedback p")
    page.get_by_role("button", name="New class").click()
    page.wait_for_selector(f"{SCREEN} .spine-edu-feedback p", state="detached")
    assert not page.locator(f"{SCREEN} input:checked").count()
    for _ in range(3):
        turn(page, "PageUp")
    page.wait_for_selector(f"{shown}[data-phase=asked]")
    page.keyboard.press("Escape")
    assert page.evaluate("localStorage.getItem('spine_edu')") == '{"mine": 1}'
    own = come_near(page, "explorer-loop")
    own.locator("h3").hover()
    page.wait_for_timeout(1500)
    assert own.locator(".spine-edu").get_attribute("data-phase") == "asked"
    assert not come_near(page, "questions-05").locator("input:checked").count()


def test_after_the_first_slide_the_network_may_fail(page, site):
    present(page, site, "notebooks/09_prevention.html")
    lift(page)
    page.context.set_offline(True)
    for _ in range(spine_edu.present("09").names.index("Question 1") - 1):
        turn(page)
        if page.locator(f"{SCREEN} .spine-edu-slide > :not([hidden]) .spine-edu[data-phase=asked]").count():
            lift(page)
    turn(page)
    page.locator(f"{SCREEN} .spine-edu-slide > :not([hidden]) label").first.click()
    page.wait_for_selector(f"{SCREEN} .spine-edu-slide > :not([hidden]) .spine-edu-feedback p")
    assert not page.locator(f"{SCREEN} .spine-edu-error:not([hidden]):not(:empty)").count()


def test_who_turns_fast_finds_each_picture_at_its_size(page, site):
    present(page, site)
    for _ in range(3):
        page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    drawn(page)
    page.wait_for_timeout(500)
    drawing = page.locator(f"{SCREEN} .spine-edu-slide > :not([hidden]) .spine-edu-picture .main-svg").first
    assert drawing.bounding_box()["width"] > 500


def test_notes_are_the_guide_in_a_second_window(page, site):
    present(page, site)
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Notes", exact=True).click()
    assert "Routes" in opened.value.locator("h2").all_text_contents()
    assert not opened.value.locator("a:not([href^=http])").count()
    opened.value.close()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_serious_in_a_lesson(page, site, look):
    page.emulate_media(color_scheme=look)
    present(page, site)
    for _ in range(2):
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        serious = [one for one in found if one["impact"] in ("serious", "critical")]
        assert not [f"{one['id']}: {node['html'][:200]}" for one in serious for node in one["nodes"]]
        page.keyboard.press("PageDown")
        for _ in range(4):
            turn(page)


@pytest.mark.parametrize("screen", [(1920, 1080), (1024, 768)], ids=lambda screen: "x".join(map(str, screen)))
@pytest.mark.parametrize("name", ["01_anatomy", "05_cycle", "09_prevention"])
def test_the_smallest_words_are_a_fortieth_of_the_screen_and_all_fits_across(page, site, name, screen):
    size(page, *screen)
    present(page, site, f"notebooks/{name}.html")
    small = {}
    for slide in spine_edu.present(name[:2]).names:
        assert slide in where(page)
        found = page.evaluate(_SMALLEST)
        if found[0] < screen[1] / 40 - 0.01:
            small[slide] = found
        wide, room = page.locator(f"{SCREEN} .spine-edu-slide").evaluate("one => [one.scrollWidth, one.clientWidth]")
        assert wide <= room, slide
        turn(page)
    assert not small


def test_a_lesson_that_cannot_be_loaded_says_so_and_comes_when_it_can(page, site):
    page.goto(f"{site}/{CYCLE}")
    button = page.get_by_role("button", name="Present", exact=True)
    name = button.get_attribute("data-lesson")
    button.evaluate("one => { one.dataset.lesson = 'gone.json'; }")
    button.click()
    page.get_by_text("could not be loaded").wait_for()
    button.evaluate("(one, name) => { one.dataset.lesson = name; }", name)
    button.click()
    drawn(page)
    assert where(page).startswith("1 of")
