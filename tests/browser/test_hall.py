"""The presenter's look, as a hall sees it: words that can be read from the last row, and cause beside effect."""

import pytest

from spine_edu.registry import REGISTRY
from tests.browser.conftest import TOGETHER
from tests.browser.test_face import settled
from tools.lab import rest

#: The smallest words of each explorer in px as they are painted, and what they say.
_SMALLEST = "() => [...document.querySelectorAll('.spine-edu')].map((one) => spineProbe.smallest(one))"

#: Explorers that do not take the whole width of their place, or whose controls stand under their picture.
_NARROW = """() => [...document.querySelectorAll('.spine-edu')].flatMap((explorer) => {
    const [all, controls, view] = [explorer, ...['.spine-edu-main', '.spine-edu-view'].map((part) =>
        explorer.querySelector(part))].map((node) => node.getBoundingClientRect());
    const title = explorer.querySelector('h3').textContent;
    return [...(all.width < explorer.parentElement.clientWidth - 1 ? [`${title}: ${all.width} px wide`] : []),
        ...(controls.right > view.left ? [`${title}: controls over or under the picture`] : [])]; })"""


@pytest.fixture
def hall(shown):
    """The notebook with every explorer after ``spine_edu.present()``."""
    shown.ask("spine_edu.present()")
    yield shown
    shown.ask("spine_edu.present(False)")


def set_screen(book, width, height):
    """Make the window as large as a screen, and wait until all has found its place in it."""
    book.page.set_viewport_size({"width": width, "height": height})
    rest(book.page, 1500)


#: Explorers of which sentence or player are not seen together with the picture.
_APART = """() => [...document.querySelectorAll('.spine-edu')].flatMap((explorer) => {
    const box = (which) => explorer.querySelector(which)?.getBoundingClientRect();
    const room = explorer.closest('.jp-WindowedPanel-outer').clientHeight;
    const title = explorer.querySelector('h3').textContent;
    const [view, line, bar] = [box('.spine-edu-view'), box('.spine-edu-sentence'), box('.spine-edu-player')];
    return [...(line.right > view.left || line.top > view.bottom - 60 ? [`${title}: sentence under the picture`] : []),
        // Letters come first: of the highest pictures, less than a tenth of the screen is out of sight.
        ...(bar?.height && bar.bottom - view.top > room + 96 ? [`${title}: ${bar.bottom - view.top} of ${room}`] : [])];
})"""


def test_sentence_and_player_are_seen_with_the_picture(hall):
    set_screen(hall, 1920, 1080)
    assert settled(hall, _APART) == []
    hall.ask("spine_edu.present(False)")
    rest(hall.page, 1000)
    assert all("sentence under" in found for found in hall.page.evaluate(_APART))


def test_the_smallest_words_are_a_fortieth_of_the_screen(hall):
    """In every scenario, and with what can be opened."""
    set_screen(hall, 1920, 1080)
    items, small = f"({', '.join(REGISTRY)},)", {}
    for stop in range(hall.ask(f"max(len(item.scenarios) for item in {items})")):
        hall.ask(
            f"[len(item.scenarios) > {stop} and item.scenario(item.scenarios[{stop}].name) and None "
            f"for item in {items}]"
        )
        # Words on solids are written when a reader can see them.
        hall.page.locator("canvas.spine-edu-solid").scroll_into_view_if_needed()
        rest(hall.page, 700)
        small |= too_small(hall, f"scenario {stop}")
    # A question that is open veils its explorer, and would do so for the next test.
    for words in ("Predict", "More", "Table", "More", "I’d rather look"):
        hall.page.evaluate(
            "words => document.querySelectorAll('.spine-edu button').forEach("
            "one => one.textContent === words && one.click())",
            words,
        )
        rest(hall.page, 700)
        small |= too_small(hall, words)
    assert not small


def too_small(book, when):
    """Return where words are less than a fortieth of the screen: (part, when) -> size and words."""
    rows = zip(REGISTRY, book.page.evaluate(_SMALLEST), strict=True)
    least = book.page.viewport_size["height"] / 40
    return {(part, when): found for part, found in rows if found[0] < least - 0.01}


@pytest.mark.parametrize("screen", [(1920, 1080), (1024, 768)], ids=lambda screen: "x".join(map(str, screen)))
def test_control_and_whole_picture_stand_side_by_side(hall, screen):
    set_screen(hall, *screen)
    assert hall.page.evaluate(_NARROW) == []
    assert hall.page.evaluate(TOGETHER) == []


def test_a_hall_reads_the_first_sentences_whole(hall):
    set_screen(hall, 1920, 1080)
    rest(hall.page, 1000)
    whole = hall.ask(f"[item.describe() for item in ({', '.join(REGISTRY)},)]")
    lines = hall.page.locator(".spine-edu-sentence").all_text_contents()
    for part, painted, said in zip(REGISTRY, lines, whole, strict=True):
        painted, said = " ".join(painted.split()), " ".join(said.split())
        assert said.startswith(painted) and painted[-1] in ".!?)", part
        assert len(painted) <= max(260, len(said.split(". ")[0]) + 2), part
