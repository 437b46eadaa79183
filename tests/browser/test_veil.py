"""Predict first, as readers meet it: a question over an empty picture, and then both side by side."""

import pytest

import spine_edu
from spine_edu.registry import REGISTRY
from tests.browser.conftest import lay_out_all
from tests.browser.test_explorers import serious
from tests.browser.test_face import _WIDE, set_place
from tools.lab import Notebook, new_page, rest, write_notebook

NAME = "asking.ipynb"
ASKING = [part for part, name in REGISTRY.items() if getattr(spine_edu, name).ask is not None]

#: What is painted of a picture, and what is said of it.
_PAINTED = """() => [...document.querySelectorAll('.spine-edu')].map((explorer) => {
    const seen = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const all = (which) => [...explorer.querySelectorAll(which)].filter(seen);
    return { marks: all('.scatterlayer .trace, .barlayer .trace, .shapelayer path, .imagelayer image, canvas').length,
        words: all('.spine-edu-sentence').length, asked: all('.spine-edu-ask fieldset').length,
        moves: all(".spine-edu-main :is(input, select, button)").filter((one) => !one.closest("[inert]")).length
    }; })"""


@pytest.fixture(scope="module")
def book(running, lab, folder):
    """Every explorer that asks, fresh, on a page of its own."""
    cells = [f"import spine_edu\n{part} = spine_edu.{REGISTRY[part]}(ask_first=True)\n{part}" for part in ASKING]
    write_notebook(folder / NAME, *cells)
    book = Notebook(new_page(running), lab, NAME)
    book.run_all(seconds=240)
    lay_out_all(book)
    yield book
    book.close()


@pytest.fixture
def asked(book):
    """The explorers of `book`, asking again."""
    book.page.set_viewport_size({"width": 1280, "height": 1000})
    book.ask(f"[(item.reset(), item.forget()) for item in ({', '.join(ASKING)})]")
    book.page.wait_for_function(
        "count => document.querySelectorAll('.spine-edu[data-phase=asked]').length === count", arg=len(ASKING)
    )
    rest(book.page, 500)
    return book


def one(book, part):
    return book.page.locator(".spine-edu").nth(ASKING.index(part))


def test_nothing_is_painted_or_said_until_the_reader_has_answered(asked):
    for part, painted in zip(ASKING, asked.page.evaluate(_PAINTED), strict=True):
        # What a part draws of its question is its own matter: tests/explorer/test_prediction.py looks at its numbers.
        if hasattr(getattr(spine_edu, REGISTRY[part]).figures, "veiled"):
            painted["marks"] = 0
        assert painted == {"marks": 0, "words": 0, "asked": 1, "moves": 0}, part


def test_the_keyboard_alone_answers_and_looks(asked):
    wall = one(asked, "loads_wall")
    wall.get_by_role("radio", name="At the inner face").focus()
    asked.page.keyboard.press("ArrowDown")
    asked.page.keyboard.press("ArrowDown")
    asked.page.keyboard.press("Tab")
    asked.page.keyboard.press("Enter")
    strip = wall.locator(".spine-edu-strip")
    strip.get_by_text("You said “The same everywhere”").wait_for()
    assert asked.page.evaluate("document.activeElement.className") == "spine-edu-strip"
    asked.page.keyboard.press("Tab")
    asked.page.keyboard.press("Enter")
    strip.get_by_text("The formula says “At the inner face”").wait_for()
    assert "not as you said" in strip.inner_text()
    assert wall.locator(".spine-edu-sentence").is_visible()
    assert asked.ask("loads_wall.predicted") == "The same everywhere"


def test_arrows_are_drawn_from_box_to_box_or_chosen_from_lists(asked):
    arrows, mouse = one(asked, "cycle_arrows"), asked.page.mouse
    asked.box(arrows)

    def middle(name):
        box = asked.box(arrows.locator(f"rect[data-box={name}]"))
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    mouse.move(*middle("pain"))
    mouse.down()
    mouse.move(*middle("guarding"), steps=6)
    mouse.up()
    # A tap on a box, and one on another: nothing needs a drag.
    mouse.click(*middle("guarding"))
    mouse.click(*middle("pain"))
    arrows.locator(".spine-edu-sign").nth(1).click()
    arrows.get_by_text("Or choose from lists").click()
    arrows.get_by_label("From", exact=True).select_option("pressure")
    arrows.get_by_label("To", exact=True).select_option("herniation")
    arrows.get_by_role("button", name="Add this arrow").click()
    arrows.get_by_label("From", exact=True).select_option("pain")
    arrows.get_by_role("button", name="Add this arrow").click()
    arrows.get_by_role("button", name="Take away Pain → Herniation +").click()
    arrows.get_by_role("button", name="Keep my prediction").click()
    arrows.get_by_role("status").get_by_text("You said three arrows").wait_for()
    assert asked.ask("cycle_arrows.predicted") == [
        ["pain", "guarding", "+"],
        ["guarding", "pain", "-"],
        ["pressure", "herniation", "+"],
    ]
    arrows.get_by_label("Steps of the article shown").first.fill("5")
    asked.page.keyboard.press("Enter")
    arrows.get_by_role("status").get_by_text("The article draws its round in steps").wait_for()


def test_no_arrow_is_refused_in_words(asked):
    arrows = one(asked, "cycle_arrows")
    arrows.get_by_role("button", name="Keep my prediction").click()
    arrows.get_by_role("alert").get_by_text("There is no arrow yet").wait_for()


def test_moving_what_was_asked_about_brings_the_answer(asked):
    scans = one(asked, "herniation_findings")
    scans.get_by_label("My prediction").fill("12,5")
    scans.get_by_role("button", name="Keep my prediction").click()
    strip = scans.get_by_role("status")
    strip.get_by_text("Now move the age").wait_for()
    scans.get_by_label("Finding on the scan").select_option("facet")
    strip.get_by_text("The review says").wait_for()
    scans.get_by_role("button", name="Start again").click()
    rest(asked.page, 500)
    assert "You said" in strip.inner_text() and "The review says" in strip.inner_text()


def test_so_many_are_painted_by_a_drag_or_by_a_number_and_both_keep_the_same(asked):
    for part in ("herniation_findings", "herniation_followup"):
        scans, mouse = one(asked, part), asked.page.mouse
        box, square = scans.get_by_label("My prediction"), asked.box(scans.locator(".spine-edu-drawing"))
        cell = square["height"] / 10
        mouse.move(square["x"] + cell, square["y"] + cell / 2)
        mouse.down()
        # The fifth person of the fourth row; half a cell of the sheet lies beside the people.
        mouse.move(square["x"] + square["width"] / 22 + 4.5 * cell, square["y"] + 3.5 * cell, steps=6)
        mouse.up()
        assert box.input_value() == "35"
        painted = scans.locator(".spine-edu-painted")
        assert painted.get_attribute("d").count("M") == 35
        assert scans.locator(".spine-edu-counted").text_content() == "35 of 100"
        box.fill("12")
        assert painted.get_attribute("d").count("M") == 12
        scans.get_by_role("button", name="Keep my prediction").click()
        scans.get_by_role("status").get_by_text("You said 12 of 100").wait_for()
        assert asked.ask(f"{part}.predicted") == 12


def test_what_is_no_answer_is_refused_in_words_and_nothing_is_kept(asked):
    bath = one(asked, "start_practice")
    bath.get_by_label("My prediction").fill("much")
    bath.get_by_role("button", name="Keep my prediction").click()
    bath.get_by_role("alert").get_by_text("Say a number first").wait_for()
    assert asked.ask("(start_practice.predicted, start_practice.phase)") == [None, "asked"]


def test_who_would_rather_look_may_still_be_asked(asked):
    bath = one(asked, "start_practice")
    bath.get_by_role("button", name="I’d rather look").click()
    bath.locator(".spine-edu-sentence").wait_for()
    assert not bath.get_by_role("status").filter(has_text="You said").count()
    bath.get_by_role("button", name="Predict", exact=True).click()
    bath.get_by_label("My prediction").wait_for()


def test_a_run_gives_its_answer_when_it_ends(asked):
    bath = one(asked, "start_practice")
    bath.get_by_label("My prediction").fill("90")
    bath.get_by_role("button", name="Keep my prediction").click()
    bath.get_by_label("Speed").select_option("half")
    bath.get_by_role("button", name="Run", exact=True).click()
    bath.get_by_role("button", name="Pause").wait_for()
    strip = bath.get_by_role("status").filter(has_text="You said")
    assert "model" not in strip.inner_text()
    bath.get_by_role("button", name="Run", exact=True).wait_for(timeout=20_000)
    strip.get_by_text("The model says 48 litres").wait_for()


@pytest.mark.parametrize("theme", ["light", "dark", "presenter"])
def test_axe_finds_nothing_serious_in_a_question_or_a_kept_answer(asked, theme):
    asked.ask(f"[item.set_theme({theme!r}) for item in ({', '.join(ASKING)})]")
    rest(asked.page, 500)
    assert not serious(asked)
    asked.ask("[start_practice.predict(40), loads_pressure.predict(0.4), cycle_loop.predict([1, 2, 3, 4, 5])]")
    rest(asked.page, 500)
    found = serious(asked)
    asked.ask(f"[item.set_theme('light') for item in ({', '.join(ASKING)})]")
    assert not found


@pytest.mark.parametrize("width", [320, 390, 833])
def test_no_question_is_cut(asked, width):
    set_place(asked, width)
    assert asked.page.evaluate(_WIDE) == []
    # Controls that can do nothing yet stand beside a picture, but not in the way of one.
    assert asked.page.locator(".spine-edu-main").first.is_visible() == (width > 680)


def test_what_a_run_has_told_stays_when_it_is_played_again(asked):
    bath = one(asked, "start_practice")
    asked.ask("(start_practice.predict(90), start_practice.look()) and None")
    strip = bath.get_by_role("status").filter(has_text="You said")
    strip.get_by_text("The model says 48 litres").wait_for()
    rest(asked.page, 500)
    bath.get_by_label("Speed").select_option("half")
    bath.get_by_role("button", name="Run", exact=True).click()
    bath.get_by_role("button", name="Pause").wait_for()
    rest(asked.page, 300)
    assert "The model says 48 litres" in strip.inner_text()
    bath.get_by_role("button", name="Pause").click()


def test_a_run_that_was_broken_off_keeps_no_answer_back(asked):
    bath = one(asked, "start_practice")
    asked.ask("(start_practice.predict(90), start_practice.look()) and None")
    bath.get_by_label("Speed").select_option("quarter")
    bath.get_by_role("button", name="Run", exact=True).click()
    bath.get_by_role("button", name="Pause").wait_for()
    asked.ask("(start_practice.reset(), start_practice.forget()) and None")
    bath.get_by_label("My prediction").wait_for()
    asked.ask("(start_practice.predict(90), start_practice.look()) and None")
    bath.get_by_role("status").get_by_text("The model says 48 litres").wait_for(timeout=10_000)
    bath.get_by_label("Speed").select_option("usual")


def test_question_answer_and_axes_are_seen_together_on_a_laptop(asked):
    set_place(asked, 833, 800)
    tall = asked.page.evaluate("""() => [...document.querySelectorAll('.spine-edu')].map((explorer) => {
        const room = explorer.closest('.jp-WindowedPanel-outer').clientHeight;
        return [explorer.querySelector('.spine-edu-view').offsetHeight, room]; })""")
    drawn = [part for part in ASKING if hasattr(getattr(spine_edu, REGISTRY[part]).ask, "places")]
    found = [(part, height, room) for part, (height, room) in zip(ASKING, tall, strict=True) if height > room]
    assert drawn and [one for one in found if one[0] in drawn] == []


def test_in_a_hall_the_question_stands_beside_its_picture(asked):
    asked.page.set_viewport_size({"width": 1920, "height": 1080})
    asked.ask("spine_edu.present()")
    rest(asked.page, 1500)
    # In an explorer above the window the shorter of the two sticks to its foot.
    one(asked, ASKING[0]).evaluate("node => node.scrollIntoView()")
    rest(asked.page, 300)
    boxes = """() => [...document.querySelectorAll('.spine-edu')].map((explorer) =>
        ['.spine-edu-head', '.spine-edu-view'].map((part) =>
            explorer.querySelector(part).getBoundingClientRect().toJSON()))"""
    try:
        for part, (head, view) in zip(ASKING, asked.page.evaluate(boxes), strict=True):
            assert head["right"] <= view["left"] and abs(head["top"] - view["top"]) < 2, part
        first = one(asked, ASKING[0])
        first.get_by_role("button", name="I’d rather look").click()
        first.locator(".spine-edu-view > .spine-edu-head").wait_for(state="attached")
    finally:
        asked.ask("spine_edu.present(False)")
