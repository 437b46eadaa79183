"""Things of a picture that are pulled to one another: arrows that are drawn, cards that are put into trays."""

import pytest

from tools.lab import Notebook, new_page, rest, write_notebook

NAME = "pull.ipynb"
CELL = "import spine_edu\nzoom = spine_edu.ZoomOut(ask_first={asks}, level='noor', sleep='yes')\nzoom"
#: Where a place of the plane is in the window.
PLACE = """([x, y]) => {
    const picture = document.querySelector('.spine-edu .js-plotly-plot');
    const { left, top, width } = picture.getBoundingClientRect();
    const { xaxis, yaxis } = picture._fullLayout, scale = width / picture.offsetWidth;
    return [left + scale * (xaxis._offset + xaxis.c2p(x)), top + scale * (yaxis._offset + yaxis.c2p(y))]; }"""


@pytest.fixture
def book(running, lab, folder, request):
    """One explorer; the parameter says how wide the window is, and whether it asks."""
    width, asks = getattr(request, "param", (1280, False))
    write_notebook(folder / NAME, CELL.format(asks=asks))
    book = Notebook(new_page(running, width=width), lab, NAME)
    book.run_all(seconds=240)
    book.page.locator(".spine-edu-overlay").wait_for(state="attached")
    rest(book.page, 1500)
    yield book
    assert not book.errors and not book.kernel_errors()
    book.close()


def place(book, thing):
    """Return where a thing is written, in the window."""
    keys = "zip(*(zoom.drawn['data'][0][key] for key in ('x', 'y', 'text', 'textposition')))"
    read = "text.replace('<b>', '').replace('</b>', '').replace('<br>', ' ')"
    written = book.ask(f"[[x, y, {read}, side] for x, y, text, side in {keys}]")
    x, y, side = next((x, y, side) for x, y, text, side in written if text in (thing, f"5 {thing}"))
    return book.page.evaluate(PLACE, [x - 1 if side.endswith("left") else x + 1, y])


def pull(book, start, end):
    book.page.locator(".spine-edu").first.scroll_into_view_if_needed()
    (x, y), (a, b) = place(book, start), place(book, end)
    mouse = book.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move((x + a) / 2, (y + b) / 2, steps=4)
    mouse.move(a, b, steps=4)
    over = book.page.locator(".spine-edu-thing[data-over]").count()
    mouse.up()
    return over


def test_a_pull_draws_an_arrow_and_a_press_is_still_a_press(book):
    book.ask("zoom.set(task='arrows') or 1")
    rest(book.page, 900)
    assert pull(book, "Broken sleep", "Pain signal") == 1
    book.page.wait_for_function("!document.querySelector('.spine-edu-thing[data-over]')")
    rest(book.page, 500)
    assert book.ask("zoom.result.arrows") == [["sleep", "pain"]]
    assert "pain" in book.ask("zoom.result.kept") and "sleep" in book.ask("zoom.result.kept")
    assert pull(book, "Broken sleep", "one map") == 0
    book.ask("zoom.set(task='keep') or 1")
    rest(book.page, 900)
    book.page.mouse.click(*place(book, "Smoking"))
    rest(book.page, 500)
    assert "smoking" in book.ask("zoom.result.kept") and book.ask("zoom.result.arrows") == [["sleep", "pain"]]


def test_a_card_is_pulled_to_a_tray_and_back(book):
    book.ask("zoom.set(task='sort') or 1")
    rest(book.page, 900)
    pull(book, "Broken sleep", "This season")
    rest(book.page, 900)
    assert book.ask("zoom.result.trays['season']") == ["sleep"]
    pull(book, "Broken sleep", "to sort")
    rest(book.page, 900)
    assert "sleep" in book.ask("zoom.result.trays['yes']")
    # The framed card, too, which a hand takes first.
    assert book.ask("zoom.state.hand") == "none"
    pull(book, "Herniation", "This week")
    rest(book.page, 900)
    assert book.ask("zoom.result.trays['week']") == ["herniation"]


@pytest.mark.parametrize("book", [(390, True)], indirect=True)
def test_on_a_phone_names_that_stand_in_the_picture_are_folded_over_it(book):
    explorer = book.page.locator(".spine-edu").first
    assert explorer.get_by_role("radio", name="Habits").count() == 0
    explorer.locator("[data-spot=Habits]").click()
    explorer.get_by_text("Or choose from a list").click()
    assert explorer.get_by_role("radio", name="Habits").is_checked()
    explorer.get_by_role("radio", name="The person").check()
    explorer.get_by_role("button", name="Keep my prediction").click()
    explorer.locator(".spine-edu-strip").get_by_text("The person").wait_for()


def test_by_keyboard_a_thing_is_kept_and_an_arrow_drawn_from_lists_with_few_stops(book):
    """Twenty lists stood one below the other, and an arrow had to be written."""
    explorer = book.page.locator(".spine-edu").first
    which, stops = explorer.get_by_label("Which thing"), explorer.locator(".spine-edu-main :is(select, input, button)")
    assert len([one for one in stops.all() if one.is_visible()]) <= 10
    which.focus()
    book.page.keyboard.type("Fe")
    book.page.wait_for_timeout(900)
    assert book.ask("zoom.state.read") == "fear"
    book.page.keyboard.press("Tab")
    book.page.keyboard.type("kept")
    book.page.wait_for_timeout(900)
    assert book.ask("zoom.state.fear") == "yes" and which.locator("option:checked").inner_text() == "Fear (kept)"
    # A press in the picture is followed, and what is refused is not shown as done.
    book.ask("zoom.clicked('read:sleep;sleep:no') or 1")
    book.page.wait_for_function("document.querySelector('.spine-edu-choice [value=sleep]').selected")
    assert explorer.get_by_label("Broken sleep", exact=True).input_value() == "no"
    book.ask("zoom.set(task='arrows') or 1")
    explorer.get_by_label("An arrow from").select_option("fear")
    explorer.get_by_label("to", exact=True).select_option("guarding")
    explorer.get_by_role("button", name="Draw it, or take it away").press("Enter")
    book.page.wait_for_timeout(900)
    assert book.ask("zoom.result.arrows") == [["fear", "guarding"]]
    book.ask("zoom.set(task='sort') or 1")
    book.page.wait_for_timeout(900)
    assert not explorer.get_by_label("An arrow from").is_visible() and which.is_visible()


@pytest.mark.parametrize("book", [(1280, False)], indirect=True)
def test_on_a_small_projector_a_run_is_seen_with_its_whole_picture(book):
    """The buttons of a run lay under the edge of the screen: the picture took their place, and the title did."""
    book.page.set_viewport_size({"width": 1280, "height": 800})
    book.ask("spine_edu.present() or zoom.scenario('Ten from all groups') and None")
    book.page.wait_for_timeout(2500)
    explorer = book.page.locator(".spine-edu").first
    explorer.evaluate("node => node.scrollIntoView({ block: 'start' })")
    room = book.page.locator(".jp-WindowedPanel-outer").first.bounding_box()
    run = explorer.get_by_role("button", name="Run", exact=True).bounding_box()
    picture = explorer.locator(".spine-edu-place").bounding_box()
    assert picture["y"] >= room["y"] - 1
    assert picture["y"] + picture["height"] <= run["y"] + 1
    assert run["y"] + run["height"] <= room["y"] + room["height"]
    # There, the title stands over the controls; elsewhere over it all.
    title = explorer.locator(".spine-edu-main > h3")
    assert title.count() == 1
    book.ask("spine_edu.present(False)")
    book.page.wait_for_timeout(900)
    assert title.count() == 0 and explorer.locator("> h3").count() == 1
