"""Words of one's own in a real browser: read as they are written, shown as text, and taken back in one step."""

import pytest

import spine_edu
from tools.lab import rest

HOSTILE = (
    'It slipped <img src=x onerror="window.hurt = 1"> <b>bold</b> &amp; $\\alpha$ </text><script>hurt = 1</script>'
)


@pytest.fixture
def sheet(shown):
    """The explorer of words, with a sheet of one's own."""
    shown.ask("prevention_wording.set(page='own')")
    rest(shown.page, 400)
    place = shown.page.locator(".spine-edu", has_text=spine_edu.SayItBetter.title).first
    yield shown, place
    shown.ask("prevention_wording.reset()")


def words_on(place):
    """Return the words of the picture in the order in which they were drawn."""
    return place.locator(".spine-edu-picture .textpoint text").evaluate_all(
        "nodes => nodes.map(node => node.textContent).filter(Boolean)"
    )


def test_what_is_written_is_marked_while_it_is_written(sheet):
    book, place = sheet
    area = place.locator("textarea")
    area.click()
    area.press_sequentially("My disc  has slipped ", delay=20)
    rest(book.page, 600)
    # Who writes keeps his own spaces; Python has single ones.
    assert area.input_value() == "My disc  has slipped "
    assert book.ask("prevention_wording.state.written") == "My disc has slipped"
    assert "slipped" in words_on(place)
    place.locator('[data-choice="word_1:calm;now:1"]').click()
    rest(book.page, 900)
    assert "disc herniation" in words_on(place)
    book.ask("prevention_wording.undo()")
    book.ask("prevention_wording.undo()")
    rest(book.page, 400)
    assert area.input_value() == "" and book.ask("prevention_wording.state.page") == "own"


def test_what_is_pasted_is_text_and_nothing_else(sheet):
    book, place = sheet
    area, before = place.locator("textarea"), book.page.locator("img, script").count()
    area.fill(HOSTILE)
    rest(book.page, 700)
    assert book.ask("prevention_wording.state.written") == HOSTILE
    assert book.page.evaluate("window.hurt") is None
    assert book.page.locator("img, script").count() == before
    shown = "".join(words_on(place))
    for part in ("<img", "src=x", "<b>bold</b>", "&amp;", "$\\alpha$", "</text><script>hurt"):
        assert part in shown, part
    assert HOSTILE in place.locator(".spine-edu-sentence, .spine-edu-spoken").first.evaluate(
        "node => node.closest('.spine-edu').textContent"
    )


def test_more_than_it_holds_is_cut_off_and_said(sheet):
    book, place = sheet
    area = place.locator("textarea")
    area.click()
    book.page.keyboard.insert_text("word " * 130)
    rest(book.page, 700)
    assert len(area.input_value()) == 600
    assert "It holds 600 letters" in place.locator(".spine-edu-refused", has_text="600").inner_text()


def test_where_nothing_can_be_written_the_reason_stands(sheet):
    book, place = sheet
    book.ask("prevention_wording.reset()")
    rest(book.page, 400)
    assert place.locator("textarea").is_disabled()
    assert "Choose “Your own words”" in place.locator(".spine-edu-idle", has_text="own words").inner_text()
