"""The people of a trial, who walk when they are sorted, and herniations that are taken in hand."""

import pytest

from tests.browser.test_grips import Hand
from tools.lab import rest

#: The path of the first people of an explorer, over half a second after they have been sorted.
_WALK = """async (picture) => {
    const shown = () => getComputedStyle(picture.querySelector('.layer-between .shape-group path')).d, seen = [];
    for (let frame = 0; frame < 40; frame++) {
        await new Promise(requestAnimationFrame);
        seen.push(shown());
    }
    return new Set(seen).size; }"""


def sorted_anew(book):
    """Sort the hundred, and return how many different pictures of the first people were seen on the way."""
    explorer = book.page.locator(".spine-edu", has_text="does it tell who does well?")
    picture = explorer.locator(".js-plotly-plot")
    picture.scroll_into_view_if_needed()
    for sort in ("outcome", "scan"):
        explorer.get_by_label("Sort the hundred").select_option(sort)
        if sort == "outcome":
            rest(book.page, 2500)
    return picture.evaluate(_WALK)


def test_people_walk_to_their_groups(shown):
    assert sorted_anew(shown) > 5


def test_people_are_there_at_once_where_motion_is_unwelcome(scratch):
    assert sorted_anew(scratch("import spine_edu\nspine_edu.ScanAfterAYear()", reduced_motion=True)) <= 2


@pytest.mark.parametrize(("control", "way"), [("reach", (0, 40)), ("migration", (0, 60))])
def test_the_material_itself_is_pulled(shown, control, way):
    hand = Hand(shown, "herniation_shape", control)
    before = shown.ask(f"herniation_shape.state.{control}")
    body = hand.explorer.locator(f".spine-edu-held[data-control={control}]")
    box = shown.box(body)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    shown.page.mouse.move(x, y)
    shown.page.mouse.down()
    shown.page.mouse.move(x + way[0], y + way[1], steps=4)
    shown.page.mouse.up()
    rest(shown.page, 500)
    assert shown.ask(f"herniation_shape.state.{control}") > before
