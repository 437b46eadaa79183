"""Cards that are sorted by hand: carried to a door, sent by a press on it, read again, taken back, or listed."""

import pytest

from tests.browser.conftest import write_notebook
from tools.lab import Notebook, new_page, rest

CELL = "import spine_edu\ncards = spine_edu.NowSoonRoutine(ask_first=True)\ncards"
CARD, TOP, ROOM = ".spine-edu-card[data-card={}]", ".spine-edu-card[data-top]", ".spine-edu-room[data-door={}]"
#: Of each card but those that lie in the pile: its name and box.
PLACED = """() => [...document.querySelectorAll('.spine-edu-card:not([data-under]):not([data-top])')].map((card) => {
    const box = card.querySelector('rect').getBoundingClientRect();
    return [card.dataset.card, box.top, box.bottom]; }).sort((one, other) => one[1] - other[1])"""


@pytest.fixture
def sorting(running, lab, folder):
    write_notebook(folder / "sorting.ipynb", CELL)
    book = Notebook(new_page(running, reduced_motion=True), lab, "sorting.ipynb")
    book.run_all()
    book.box(book.page.locator(".spine-edu"))
    yield book
    assert not book.errors
    book.close()


def middle(book, selector):
    box = book.page.locator(selector).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def top(book):
    return book.page.locator(TOP).get_attribute("data-card")


def press_door(book, door):
    """Press the lintel, where no card lies."""
    book.page.locator(ROOM.format(door)).click(position={"x": 20, "y": 8})


def chosen(book, card):
    """What the keyboard list of a card has chosen."""
    names = book.ask("list(cards.ask.things)")
    return book.page.locator(".spine-edu-ask select").nth(names.index(card)).input_value()


def test_a_card_is_carried_to_a_door_and_the_next_lies_on_top(sorting):
    first, start, end = top(sorting), middle(sorting, TOP), middle(sorting, ROOM.format("soon"))
    sorting.page.mouse.move(*start)
    sorting.page.mouse.down()
    sorting.page.mouse.move(*end, steps=8)
    assert sorting.page.locator(ROOM.format("soon")).get_attribute("data-over") is not None, "the door answers"
    sorting.page.mouse.up()
    assert top(sorting) != first and chosen(sorting, first) == "soon"
    across, _ = middle(sorting, CARD.format(first))
    assert abs(across - end[0]) < 3, "it lies behind the door, not where it was dropped"


def test_a_card_dropped_beside_the_doors_lies_on_the_pile_again(sorting):
    first, (x, y) = top(sorting), middle(sorting, TOP)
    sorting.page.mouse.move(x, y)
    sorting.page.mouse.down()
    sorting.page.mouse.move(x, y + 60, steps=4)
    sorting.page.mouse.up()
    assert top(sorting) == first and chosen(sorting, first) == ""


def test_all_cards_in_one_door_can_be_read_and_each_taken_back(sorting):
    count = len(sorting.ask("list(cards.ask.things)"))
    for _ in range(count):
        press_door(sorting, "today")
    placed = sorting.page.evaluate(PLACED)
    assert [name for name, *_ in placed] == sorting.ask("list(cards.ask.spots['sort']['order'])"), "as they stand"
    assert all(low < high for (_, _, low), (_, high, _) in zip(placed, placed[1:], strict=False)), "none on another"
    for name, *_ in placed:
        sorting.page.locator(CARD.format(name)).click()
        assert top(sorting) == name and chosen(sorting, name) == ""
        press_door(sorting, "today")
    assert len(sorting.page.evaluate(PLACED)) == count


def test_the_words_of_a_placed_card_are_read_while_the_pointer_is_on_it(sorting):
    first = top(sorting)
    press_door(sorting, "routine")
    said = sorting.page.locator(".spine-edu-told").text_content
    after = said()
    sorting.page.mouse.move(*middle(sorting, CARD.format(first)))
    words = dict(sorting.ask("[[c[0], ''.join(c[3])] for c in cards.ask.spots['sort']['cards']]"))
    assert words[first] in said() and words[top(sorting)] not in said()
    sorting.page.mouse.move(*middle(sorting, TOP))
    assert said() == after


def test_the_list_puts_a_card_to_its_door_without_a_pointer(sorting):
    names = sorting.ask("list(cards.ask.things)")
    sorting.page.get_by_text("Or answer from a list").click()
    listed = sorting.page.locator(".spine-edu-ask select").nth(3)
    listed.select_option("soon")
    door, card = middle(sorting, ROOM.format("soon")), middle(sorting, CARD.format(names[3]))
    assert abs(door[0] - card[0]) < 3 and top(sorting) == names[0]
    sorting.page.get_by_role("button", name="Keep my prediction").click()
    rest(sorting.page, 500)
    assert sorting.ask("cards.predicted") == {names[3]: "soon"}


@pytest.fixture
def hanging(running, lab, folder):
    write_notebook(folder / "hanging.ipynb", CELL.replace("NowSoonRoutine", "AdviceLadder"))
    book = Notebook(new_page(running, reduced_motion=True), lab, "hanging.ipynb")
    book.run_all()
    book.box(book.page.locator(".spine-edu"))
    yield book
    assert not book.errors
    book.close()


def test_cards_hang_beside_each_other_and_lose_their_drawings_where_it_is_tight(hanging):
    """Four and then more on one rung of a ladder; the picture draws them at the same places once they are kept."""
    rung = ROOM.format("'trials: it helps'")
    drawings = "() => [...document.querySelectorAll('.spine-edu-card path')].filter(p => p.getAttribute('d')).length"
    boxes = """() => [...document.querySelectorAll('.spine-edu-card:not([data-under]):not([data-top]) rect')]
        .map((card) => card.getBoundingClientRect()).map((box) => [box.left, box.right, box.top, box.bottom])"""
    for count in range(1, len(hanging.ask("list(cards.ask.things)")) + 1):
        hanging.page.locator(rung).click(position={"x": 12, "y": 8})
        placed = hanging.page.evaluate(boxes)
        assert len(placed) == count
        apart = [
            one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
            for number, one in enumerate(placed)
            for other in placed[number + 1 :]
        ]
        assert all(apart), "none on another"
        rows = len({round(top) for _, _, top, _ in placed})
        assert rows == -(-count // 4)
        # On the pile all cards are tall, whether they are seen or not.
        assert hanging.page.evaluate(drawings) == 11 - (count if rows > 1 else 0)
    assert hanging.page.get_by_text("Drag the card to a rung").count() == 1
