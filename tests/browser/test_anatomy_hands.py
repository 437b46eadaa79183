"""What a hand does on the pictures of the anatomy: it marks tissues, names a root, drags a herniation, taps a part."""

import pytest

from spine_edu.anatomy.roots import body, person, strip
from tools.lab import Notebook, new_page, rest, write_notebook

NAME = "hands.ipynb"
PARTS = {"feel": "WhoCanFeel", "finder": "RootFinder", "column": "Column"}


@pytest.fixture(scope="module")
def book(running, lab, folder):
    """The explorers of the anatomy, asking; the column open."""
    asks = {"column": False}
    cells = [
        f"import spine_edu\n{name} = spine_edu.{kind}(ask_first={asks.get(name, True)})\n{name}"
        for name, kind in PARTS.items()
    ]
    write_notebook(folder / NAME, *cells)
    book = Notebook(new_page(running), lab, NAME)
    book.run_all(seconds=240)
    rest(book.page, 1500)
    yield book
    assert not book.errors and not book.kernel_errors()
    book.close()


def one(book, name):
    explorer = book.page.locator(".spine-edu").nth(list(PARTS).index(name))
    explorer.scroll_into_view_if_needed()
    rest(book.page, 300)
    return explorer


def test_a_dot_takes_one_sign_after_the_other_and_the_list_goes_along(book):
    feel = one(book, "feel")
    dot = feel.locator(".spine-edu-spot[data-spot=nucleus]")
    feel.get_by_text("Or answer from a list").click()
    listed = feel.get_by_label("nucleus", exact=True)
    for sign, answer in (("✓", "yes"), ("~", "partly"), ("✗", "no"), ("?", ""), ("✓", "yes")):
        dot.click()
        assert (dot.locator("text").text_content(), listed.input_value()) == (sign, answer)
    listed.select_option("no")
    assert dot.locator("text").text_content() == "✗"
    feel.get_by_label("back muscle", exact=True).select_option("no")
    feel.get_by_role("button", name="Keep my prediction").click()
    feel.locator(".spine-edu-strip").get_by_text("2 × “no”").wait_for()
    assert not feel.locator(".spine-edu-spot").count()
    assert book.ask("feel.predicted") == {"nucleus": "no", "muscle": "no"}
    feel.get_by_role("button", name="Show me").click()
    feel.get_by_text("The studies agree with 1 of your 2").wait_for()
    assert "not with back muscle" in feel.locator(".spine-edu-strip").inner_text()


def test_a_name_is_put_onto_the_root_and_then_the_herniation_is_dragged(book):
    finder, page = one(book, "finder"), book.page
    finder.locator(".spine-edu-spot[data-spot=S1]").click()
    assert finder.get_by_role("radio", name="S1").is_checked()
    finder.get_by_role("radio", name="L4").check()
    assert finder.locator(".spine-edu-spot[data-set]").get_attribute("data-spot") == "L4"
    finder.get_by_role("button", name="Keep my prediction").click()
    finder.get_by_role("button", name="Show me").click()
    knob = finder.locator(".spine-edu-grip[data-control=zone] .knob")
    knob.wait_for()
    at, plot = book.box(knob), finder.locator(".spine-edu-picture").bounding_box()
    x, y = at["x"] + at["width"] / 2, at["y"] + at["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 31):
        page.mouse.move(x + step * 0.3 * plot["width"] / 30, y)
    page.mouse.up()
    rest(page, 800)
    assert book.ask("(finder.state.zone, finder.state.side)") == ["extraforaminal", "left"]
    assert "left extraforaminal" in finder.locator(".spine-edu-sentence").inner_text()


_THERE = """([index, x, y]) => {
    const picture = document.querySelectorAll('.spine-edu')[index].querySelector('.js-plotly-plot');
    const { left, top, width } = picture.getBoundingClientRect(), { xaxis, yaxis } = picture._fullLayout;
    const scale = width / picture.offsetWidth;
    return [left + scale * (xaxis._offset + xaxis.c2p(x)), top + scale * (yaxis._offset + yaxis.c2p(y))]; }"""


def tap(book, name, x, y):
    """Tap the picture of an explorer at a place of its paper, in mm."""
    one(book, name)
    book.page.mouse.click(*book.page.evaluate(_THERE, [list(PARTS).index(name), x, y]))
    rest(book.page, 600)


def test_the_tissue_itself_is_tapped_far_from_its_dot(book):
    for tissue, place in {"muscle": (-40, 0), "vertebral_body": (130, 20), "nucleus": (8, -6)}.items():
        tap(book, "feel", *place)
        assert book.ask("feel.state.tissue") == tissue
    assert not book.page.locator(".hoverlayer .hovertext").count(), "nothing lies over the names"


def test_a_disc_of_the_column_and_a_patch_of_skin_are_tapped(book):
    tap(book, "finder", -71, strip.height("L3-4"))
    assert book.ask("finder.state.level") == "L3-4"
    # The back of the calf of the right leg, seen from behind.
    [[calf]] = person.placed([[(body.VIEWS["back"][0] + 8.6, -14)]])
    tap(book, "finder", *calf)
    assert book.ask("(finder.result.root, finder.state.side)") == ["S1", "right"]


def test_a_part_that_is_tapped_is_named_beside_the_finger(book):
    column, page = one(book, "column"), book.page
    tip, box = column.locator(".spine-edu-tapped"), book.box(column.locator("canvas.spine-edu-solid"))
    assert "tap a part" in tip.inner_text()
    mark = column.locator("circle.marked").first.bounding_box()
    x, y = mark["x"] + mark["width"] / 2 - 9, mark["y"] + mark["height"] / 2
    page.mouse.click(x, y)
    rest(page, 900)
    assert tip.locator("span").inner_text() == "disc L4-5"
    told = tip.bounding_box()
    assert abs(told["y"] + told["height"] / 2 - y) < 30
    assert 0 < min(abs(told["x"] - x), abs(told["x"] + told["width"] - x)) < 30
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] / 2)
    rest(page, 400)
    assert not tip.is_visible()
