"""An explorer on a phone: the page around it takes a third of the window, and a press gives it the whole."""

import pytest

from spine_edu.registry import REGISTRY
from tests.browser.test_explorers import COLLISIONS
from tools.lab import rest

#: Sizes of all letters in a picture, in px as they are painted, from the smallest on.
_LETTERS = """explorer => {
    const picture = explorer.querySelector('.spine-edu-picture');
    const grown = picture.getBoundingClientRect().width / picture.offsetWidth;
    const really = { opacityProperty: true, visibilityProperty: true };
    return [...picture.parentElement.querySelectorAll('text')]
        .filter((text) => text.textContent.trim() && text.checkVisibility(really))
        .map((text) => grown * parseFloat(getComputedStyle(text).fontSize)).sort((one, other) => one - other); }"""


@pytest.fixture
def phone(shown):
    """The notebook with every explorer in the window of a phone."""
    shown.page.set_viewport_size({"width": 390, "height": 844})
    rest(shown.page, 400)
    rest(shown.page, 1000)
    return shown


def test_a_wide_window_has_nothing_to_give(shown):
    assert shown.page.locator(".spine-edu-larger").filter(visible=True).count() == 0


def test_a_press_gives_an_explorer_the_whole_window_and_escape_the_page(phone):
    page = phone.page
    for number, part in enumerate(REGISTRY):
        explorer = page.locator(".spine-edu").nth(number)
        press = explorer.locator(".spine-edu-larger")
        press.scroll_into_view_if_needed()
        rest(page, 300)
        before, place = explorer.evaluate(_LETTERS), explorer.bounding_box()
        press.click()
        rest(page, 800)
        assert explorer.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}, part
        assert explorer.evaluate("one => one.scrollWidth <= one.clientWidth"), part
        assert not page.evaluate(COLLISIONS)[number], part
        letters = explorer.evaluate(_LETTERS)
        assert letters[0] > 8.8 and letters[len(letters) // 2] > 9.6, part
        # Names on solids have one size in any place; more of them have room now.
        assert part == "anatomy_column" or letters[0] > 1.35 * before[0], part
        # It goes back to its place, to which the page has not scrolled.
        page.keyboard.press("Escape")
        rest(page, 500)
        assert page.evaluate("document.activeElement.textContent") == "Larger", part
        assert explorer.bounding_box() == pytest.approx(place, abs=1), part
        assert explorer.evaluate(_LETTERS)[0] == pytest.approx(before[0], abs=0.1) or part == "anatomy_column", part


def test_a_turned_phone_shows_controls_beside_the_picture_and_the_way_back(phone):
    explorer = phone.page.locator(".spine-edu").first
    explorer.locator(".spine-edu-larger").click()
    phone.page.set_viewport_size({"width": 844, "height": 390})
    rest(phone.page, 900)
    assert explorer.get_by_role("button", name="Back to the page").is_visible()
    assert explorer.bounding_box()["width"] == 844 and not explorer.evaluate("one => 'narrow' in one.dataset")
    explorer.get_by_role("button", name="Back to the page").click()
    rest(phone.page, 600)
    assert not explorer.locator(".spine-edu-larger").is_visible()
