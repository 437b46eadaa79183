"""A control that changes nothing says why, and one page is made to be printed, with the reader's own words."""

from spine_edu.registry import REGISTRY
from tests.browser.test_face import settled
from tools.lab import rest

PARTS = list(REGISTRY)
#: Keeps what would be printed.
_CATCH = """() => {
    new MutationObserver(([{ addedNodes: [frame] }]) => { window.printed = frame.contentDocument?.body.innerText; })
        .observe(document.body, { childList: true });
}"""


def one(book, part):
    return book.page.locator(".spine-edu").nth(PARTS.index(part))


def test_a_control_that_rests_says_why_to_eye_and_ear(shown):
    shape = one(shown, "herniation_shape")
    slider = shape.get_by_role("slider", name="Dome width")
    assert slider.is_enabled()
    shown.ask("herniation_shape.set(extent=100)")
    shape.get_by_text("A bulge has no dome").first.wait_for()
    assert slider.is_disabled()
    described = slider.evaluate(
        "node => node.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent)"
    )
    assert any("A bulge has no dome" in words for words in described)
    shown.ask("herniation_shape.reset()")
    shape.get_by_text("A bulge has no dome").first.wait_for(state="hidden")
    assert slider.is_enabled()


def in_the_menu(explorer, words):
    """Open the menu and return one of its buttons; a press is lost while JupyterLab still scrolls to a far cell."""
    for _ in range(6):
        rest(explorer.page, 500)
        if explorer.get_by_role("button", name=words).is_visible():
            break
        explorer.get_by_role("button", name="More", exact=True).press("Enter")
    return explorer.get_by_role("button", name=words)


def test_one_page_with_own_words_that_nothing_keeps(shown):
    table = one(shown, "treatment_options")
    in_the_menu(table, "One page to print").press("Enter")
    table.get_by_text("Eight weeks of sciatica").first.wait_for()
    table.get_by_role("textbox", name="In my own words").fill("<b>I want to dance in May.</b>")
    assert "<b>I want to dance in May.</b>" in table.locator(".spine-edu-sheet").inner_text()
    shown.page.evaluate(_CATCH)
    table.get_by_role("button", name="Print this page").click()
    printed = shown.page.wait_for_function("window.printed").json_value()
    assert "<b>I want to dance in May.</b>" in printed and "Sources" in printed
    kept = shown.ask("str(treatment_options.widget.get_state())")
    assert "dance" not in kept and "Eight weeks" in kept
    assert settled(shown, "() => document.querySelectorAll('.spine-edu-sheet b').length") == 0
    table.get_by_role("button", name="More", exact=True).click()
