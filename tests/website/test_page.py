"""The pages in a browser that reaches nothing but this machine: alive at the first touch, for hands, keys and ears."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from spine_edu.registry import REGISTRY
from spine_edu.teaching.questions import questions
from tests.website.conftest import come_near
from website import bake

CYCLE = "notebooks/05_cycle.html"


def sentence(place):
    return place.locator(".spine-edu-sentence").inner_text()


def wait_for_words(page, place, words):
    page.wait_for_function(
        "([node, words]) => node.textContent.includes(words)",
        arg=[place.locator(".spine-edu-sentence").element_handle(), words],
    )


def test_python_sleeps_until_a_hand_comes(page, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/{CYCLE}")
    loop = come_near(page, "explorer-loop")
    assert loop.locator(".spine-edu-picture").get_attribute("data-ready") == "true"
    assert not [url for url in asked if "pyodide" in url or "worker" in url or ".zip" in url]
    loop.get_by_role("button", name="I’d rather look").click()
    wait_for_words(page, loop, "Gain 0.80 per turn.")
    assert [url for url in asked if "pyodide.asm.wasm" in url] and not [url for url in asked if site not in url]


def test_what_is_moved_while_python_wakes_is_done_then(page, site):
    page.goto(f"{site}/notebooks/00_start.html")
    page.evaluate("localStorage.setItem('spine_edu', '{}')")
    bath = come_near(page, "explorer-practice")
    bath.get_by_role("button", name="I’d rather look").dispatch_event("click")
    slider = bath.locator(".spine-edu-slider").first
    bath.locator(".spine-edu-main").evaluate("main => { main.inert = false; }")
    low = float(slider.get_attribute("min"))
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_function(
        "node => !node.closest('.spine-edu').querySelector('.spine-edu-main').inert", arg=slider.element_handle()
    )
    page.wait_for_function(
        "node => node.textContent && !node.textContent.includes('Before you look')",
        arg=bath.locator(".spine-edu-sentence").element_handle(),
    )
    page.wait_for_timeout(500)
    assert float(slider.input_value()) == low
    number = bath.locator(".spine-edu-main input[type=text]").first.input_value()
    assert float(number) == pytest.approx(0, abs=0.01)


def test_a_finger_works_through_the_cycle(phone, site):
    page = phone
    page.goto(f"{site}/{CYCLE}")
    loop = come_near(page, "explorer-loop")
    box = loop.locator(".spine-edu-picture").bounding_box()
    loop.get_by_text("Type it instead").tap()
    for number, field in enumerate(loop.locator("fieldset input").all()):
        field.fill(str(5 - number))
    loop.get_by_role("button", name="Keep my prediction").tap()
    loop.get_by_role("button", name="Run").tap()
    page.wait_for_function("node => node.textContent.includes('You said')", arg=loop.element_handle())
    assert box["width"] <= 390
    loop.get_by_label("Scenario").select_option("A little above the border")
    wait_for_words(page, loop, "Runs away")
    check = come_near(page, "questions-05")
    check.locator("label", has_text="pushes a change further").tap()
    page.wait_for_selector("#questions-05 .spine-edu-feedback p[data-right=true]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_keys_alone_work_through_the_cycle(page, site):
    page.goto(f"{site}/{CYCLE}")
    loop = come_near(page, "explorer-loop")
    loop.get_by_role("button", name="I’d rather look").focus()
    page.keyboard.press("Enter")
    wait_for_words(page, loop, "Gain 0.80")
    slider = loop.locator(".spine-edu-slider").first
    slider.focus()
    page.keyboard.press("ArrowRight")
    wait_for_words(page, loop, "Gain 0.85")
    spoken = loop.locator(".spine-edu-spoken")
    page.wait_for_function("node => node.textContent.includes('Gain 0.85')", arg=spoken.element_handle())
    assert spoken.get_attribute("aria-live") == "polite"
    assert "Gain 0.85" in loop.get_by_role("img").first.get_attribute("aria-label")
    check = come_near(page, "questions-05")
    check.locator("input").first.focus()
    page.keyboard.press("Space")
    page.wait_for_selector("#questions-05 .spine-edu-feedback p")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.querySelectorAll('#questions-05 .spine-edu-feedback p').length === 1")


def test_every_explorer_wakes_and_stays_inside_a_phone(phone, site, built):
    woken = 0
    for path in sorted((built / "notebooks").glob("*.html")):
        phone.goto(f"{site}/notebooks/{path.name}")
        for place in phone.locator(".spine-site-place[data-light]").all():
            name = place.get_attribute("id")
            come_near(phone, name)
            if name.startswith(("questions", "again")):
                continue
            box = place.locator(".spine-edu").bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= 390, (path.name, name)
            look = place.get_by_role("button", name="I’d rather look")
            if look.count():
                look.tap()
                phone.wait_for_selector(f"#{name} .spine-edu-main:not([inert])")
            else:
                place.get_by_label("Scenario").select_option(index=2)
                phone.wait_for_selector(f"#{name} .spine-edu-status:not(:empty)")
            assert not place.locator(".spine-edu-error").inner_text(), (path.name, name)
            woken += 1
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390, path.name
    # The forecast stands in two notebooks, every other explorer in one.
    assert woken == len(REGISTRY) - len(bake.STILL) + 1


def test_a_button_does_in_the_explorer_what_a_picture_shows(page, site):
    page.goto(f"{site}/{CYCLE}")
    button = page.locator("figure:has-text('A little above the border') + .spine-site-doing button")
    button.click()
    loop = page.locator("#explorer-loop")
    page.wait_for_selector("#explorer-loop .spine-edu")
    assert "asks you something first" in page.locator(".spine-site-said:not(:empty)").inner_text()
    assert page.evaluate("document.activeElement.tagName") == "H3"
    loop.get_by_role("button", name="I’d rather look").click()
    wait_for_words(page, loop, "Gain 0.80")
    button.click()
    wait_for_words(page, loop, "Gain 1.20 per turn. Runs away")
    assert "A" in loop.locator(".spine-edu-picture").inner_text()
    assert loop.get_by_label("Scenario").input_value() == "A little above the border"


def test_predictions_and_answers_stay_in_this_browser_until_they_are_forgotten(page, site):
    page.goto(f"{site}/{CYCLE}")
    mystery = come_near(page, "explorer-whole")
    mystery.get_by_text("Type it instead").click()
    for field in mystery.locator("fieldset input").all():
        field.fill("3")
    mystery.get_by_role("button", name="Keep my prediction").click()
    page.wait_for_function("node => node.textContent.includes('You said')", arg=mystery.element_handle())
    check = come_near(page, "questions-05")
    check.locator("label", has_text="pushes a change further").click()
    page.wait_for_selector("#questions-05 .spine-edu-feedback p")
    page.goto(f"{site}/your_answers.html")
    kept = page.locator("#answers").inner_text()
    assert "You said" in kept and "1. A positive feedback" in kept and "Yes." in kept
    page.goto(f"{site}/{CYCLE}")
    come_near(page, "questions-05")
    page.wait_for_selector("#questions-05 .spine-edu-feedback p[data-right=true]")
    whole = come_near(page, "explorer-whole")
    page.wait_for_function("node => !node.textContent.includes('Keep my prediction')", arg=whole.element_handle())
    page.goto(f"{site}/your_answers.html")
    page.get_by_role("button", name="Forget everything").click()
    assert "forgotten" in page.locator("#answers").inner_text()
    page.reload()
    assert "Nothing is kept" in page.locator("#answers").inner_text()


def test_if_python_cannot_load_one_sentence_says_so_and_the_picture_stays(running, site):
    context = running.new_context()
    page = context.new_page()
    context.route("**/pyodide*/**", lambda route: route.abort())
    page.goto(f"{site}/{CYCLE}")
    loop = come_near(page, "explorer-loop")
    loop.get_by_role("button", name="I’d rather look").click()
    said = loop.locator(".spine-edu-error")
    said.get_by_text("Python could not be loaded").wait_for()
    assert said.get_attribute("role") == "alert"
    assert loop.locator(".spine-edu-picture .main-svg").count()
    context.close()


def test_without_javascript_there_are_pictures_words_and_answers(running, site):
    context = running.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/{CYCLE}")
    assert page.locator("#explorer-loop figcaption").inner_text().startswith("Before you look")
    assert page.locator("#questions-05 details").count() == len(questions("05"))
    assert not page.locator(".spine-site-do").first.is_visible()
    context.close()


def test_what_was_opened_once_works_without_a_network(running, site):
    context = running.new_context()
    page = context.new_page()
    page.goto(f"{site}/{CYCLE}")
    page.evaluate("navigator.serviceWorker.ready")
    for _ in range(2):
        page.reload()
        loop = come_near(page, "explorer-loop")
        loop.get_by_role("button", name="I’d rather look").click()
        wait_for_words(page, loop, "Gain 0.80")
        page.wait_for_timeout(1000)
        context.set_offline(True)
    context.close()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", CYCLE, "doors.html", "docs/teacher/05_cycle.html"])
def test_axe_finds_nothing_serious(page, site, look, name):
    page.emulate_media(color_scheme=look)
    page.goto(f"{site}/{name}")
    if name == CYCLE:
        come_near(page, "explorer-loop")
        come_near(page, "questions-05")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    assert not [f"{one['id']}: {node['html'][:200]}" for one in serious for node in one["nodes"]]


def test_a_dark_page_has_dark_pictures_and_python_stays_asleep(page, site):
    page.emulate_media(color_scheme="dark")
    page.goto(f"{site}/{CYCLE}")
    loop = come_near(page, "explorer-loop")
    assert loop.locator(".spine-edu").get_attribute("data-look") == "dark"
    page.evaluate("document.body.dataset.theme = 'light'")
    page.wait_for_selector("#explorer-loop .spine-edu[data-look=light]")
    assert not page.workers


def test_on_paper_there_is_nothing_to_press(page, site):
    page.goto(f"{site}/{CYCLE}")
    loop = come_near(page, "explorer-loop")
    page.emulate_media(media="print")
    assert not loop.locator("button").filter(visible=True).count()
    assert not page.locator(".spine-site-do").filter(visible=True).count()
    assert loop.locator(".spine-edu-picture").is_visible() and loop.locator("h3").is_visible()


def test_the_search_finds_a_word_of_a_picture(page, site):
    page.goto(f"{site}/search.html?q=believer")
    page.locator("#search-results a", has_text=re.compile("The cycle")).first.wait_for()
