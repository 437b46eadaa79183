"""Sound is silent until it is asked for, follows the screen of the picture, and ends when it is asked to."""

from spine_edu.registry import REGISTRY
from tools.lab import rest

PARTS = list(REGISTRY)
#: Note of each piece of sound that is sent on its way how loud it is.
_LISTEN = """() => {
    window.spineHeard = [];
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (at) {
        spineHeard.push(this.buffer.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0));
        return start.call(this, at); }; }"""


def heard(book, wait=800):
    """Return how loud the pieces are that are sent from now on, for a while."""
    book.page.evaluate("spineHeard.length = 0")
    rest(book.page, wait)
    return book.page.evaluate("spineHeard")


def test_the_screen_is_heard_on_request_alone(shown):
    buttons = shown.page.get_by_role("button", name="Sound", exact=True)
    assert buttons.count() == 1
    explorer = shown.page.locator(".spine-edu").nth(PARTS.index("spasm_emg"))
    button = explorer.get_by_role("button", name="Sound", exact=True)
    shown.page.evaluate(_LISTEN)
    button.scroll_into_view_if_needed()
    assert button.get_attribute("aria-pressed") == "false" and not heard(shown)
    shown.ask("spasm_emg.set(test='bend', bend=60, guarding=10)")
    button.click()
    loud = heard(shown)
    shown.ask("spasm_emg.set(bend=110, guarding=0)")
    rest(shown.page, 400)
    quiet = heard(shown)
    assert button.get_attribute("aria-pressed") == "true"
    assert len(loud) >= 4 and 0 < max(quiet) < max(loud) / 2 and max(loud) <= 1
    button.click()
    assert button.get_attribute("aria-pressed") == "false" and not heard(shown)
    shown.ask("spasm_emg.reset()")
    assert not shown.errors
