"""The sentence is spoken on request alone, as it stands there, until it ends or somebody asks it to stop."""

from spine_edu.registry import REGISTRY
from tools.lab import rest

PARTS = list(REGISTRY)
#: A voice that notes what it is given, and how often it is hushed; `spineVoice.end()` ends what it speaks.
_VOICE = """() => {
    const end = () => { for (const one of spineVoice.said) one.dispatchEvent(new Event('end')); };
    window.spineVoice = { said: [], hushed: 0, end };
    speechSynthesis.speak = (one) => spineVoice.said.push(one);
    speechSynthesis.cancel = () => { spineVoice.hushed += 1; }; }"""


def opened(book, part):
    """Open the menu of an explorer; return it, its button, and what asks for all that was said since."""
    explorer = book.page.locator(".spine-edu").nth(PARTS.index(part))
    book.page.evaluate(_VOICE)
    explorer.get_by_role("button", name="More", exact=True).click()
    button = explorer.get_by_role("button", name="Read aloud", exact=True)
    return explorer, button, lambda: book.page.evaluate("spineVoice.said.map(({ text }) => text)")


def painted(explorer):
    return " ".join(explorer.locator(".spine-edu-sentence").inner_text().split())


def test_the_sentence_is_spoken_as_it_stands_there(shown):
    shown.ask("cycle_loop.set(gain=1.2)")
    rest(shown.page, 300)
    explorer, button, said = opened(shown, "cycle_loop")
    assert button.get_attribute("aria-pressed") == "false" and not said()
    button.click()
    assert " ".join(said()) == painted(explorer) == " ".join(shown.ask("cycle_loop.describe()").split())
    assert len(said()) > 1, "a voice that is given much at once may stop half-way"
    assert button.get_attribute("aria-pressed") == "true"
    shown.page.evaluate("spineVoice.end()")
    assert button.get_attribute("aria-pressed") == "false"
    explorer.get_by_role("button", name="More", exact=True).click()
    assert not shown.errors


def test_it_stops_when_asked_and_when_its_menu_closes(shown):
    explorer, button, said = opened(shown, "cycle_loop")
    button.click()
    hushed = shown.page.evaluate("spineVoice.hushed")
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert shown.page.evaluate("spineVoice.hushed") == hushed + 1
    button.click()
    explorer.get_by_role("button", name="More", exact=True).click()
    assert shown.page.evaluate("spineVoice.hushed") == hushed + 3, "once before it speaks, once as the menu closes"


def test_where_a_run_rests_is_read_and_not_its_end(shown):
    explorer, button, said = opened(shown, "start_practice")
    before = painted(explorer)
    explorer.get_by_role("button", name="Step", exact=True).click()
    rest(shown.page, 500)
    button.click()
    assert " ".join(said()) == painted(explorer) != before
    explorer.get_by_role("button", name="More", exact=True).click()
