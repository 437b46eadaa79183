"""The view of solids in a real browser: clicks choose, the student's turning stays, keys and names work."""

import pytest

from tools.lab import Notebook, new_page

SENTENCE = ".spine-edu-sentence"


@pytest.fixture
def stage(shown):
    """The column's own part of the page: its explorer, with the canvas ready."""
    explorer = shown.page.locator(".spine-edu", has=shown.page.locator("canvas.spine-edu-solid"))
    explorer.locator(".spine-edu-stage[data-ready]").wait_for()
    explorer.locator("canvas").scroll_into_view_if_needed()
    shown.page.wait_for_timeout(500)
    return explorer


def seen_from(stage):
    return stage.locator(".compass text").text_content()


def test_it_is_an_image_with_the_sentence_as_its_name(stage):
    canvas = stage.locator("canvas")
    assert canvas.get_attribute("role") == "img"
    assert canvas.get_attribute("aria-label") == stage.locator(SENTENCE).text_content()
    assert canvas.get_attribute("tabindex") == "0"


def test_a_click_on_a_disc_chooses_it(stage, shown):
    mark = shown.box(stage.locator("circle[r='4']"))
    before = shown.ask("anatomy_column.state.disc")
    # The marked disc is clicked first (nothing changes), then the one above it.
    for up, chosen in ((0, before), (34, "L3-4")):
        shown.page.mouse.click(mark["x"] + mark["width"] / 2 - 9, mark["y"] + mark["height"] / 2 - up)
        shown.page.wait_for_timeout(700)
        assert shown.ask("anatomy_column.state.disc") == chosen
    assert "Disc L3-4" in stage.locator(SENTENCE).text_content()


def test_the_students_turning_survives_an_update_and_ends_with_a_named_view(stage, shown):
    assert seen_from(stage) == "seen from the right"
    for _ in range(4):
        stage.get_by_role("button", name="Turn left").click()
    shown.page.wait_for_timeout(300)
    turned = seen_from(stage)
    assert turned == "seen from the front and the right"
    shown.ask("anatomy_column.set(lordosis=40)")
    shown.page.wait_for_timeout(500)
    assert "40.0°" in stage.locator(SENTENCE).text_content() and seen_from(stage) == turned
    stage.get_by_role("button", name="Back to the named view").click()
    shown.page.wait_for_timeout(300)
    assert seen_from(stage) == "seen from the right"
    shown.ask("anatomy_column.set(view='back')")
    shown.page.wait_for_timeout(500)
    assert seen_from(stage) == "seen from the back"


def test_arrow_keys_turn_it(stage, shown):
    stage.locator("canvas").focus()
    for _ in range(9):
        shown.page.keyboard.press("ArrowRight")
    shown.page.wait_for_timeout(300)
    assert seen_from(stage) == "seen from the back"
    shown.page.wait_for_timeout(1500)
    assert stage.locator(".spine-edu-stage .spine-edu-spoken").text_content() == "seen from the back"


def test_labels_stay_inside_and_apart_at_any_width(stage, shown):
    for width in (1280, 700):
        shown.page.set_viewport_size({"width": width, "height": 1000})
        shown.page.wait_for_timeout(600)
        frame = stage.locator(".spine-edu-stage").bounding_box()
        boxes = [text.bounding_box() for text in stage.locator(".spine-edu-labels > text:not(.edge)").all()]
        assert len(boxes) >= 5
        for box in boxes:
            assert box["x"] >= frame["x"] - 1 and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
        for one in boxes:
            for other in boxes:
                apart = abs(one["y"] - other["y"]) > 12 or abs(one["x"] - other["x"]) > 90
                assert one == other or apart


def test_markup_in_a_label_or_a_note_is_shown_as_it_is_written(stage, shown):
    hostile = '<img src=x onerror="window.spineHurt=1"><b>bone</b>'
    view = "anatomy_column.widget"
    shown.ask(
        f"[{view}.set_trait('labels', [dict({view}.labels[0], text={hostile!r})]),"
        f" {view}.set_trait('note', {hostile!r})] and None"
    )
    shown.page.wait_for_timeout(700)
    written = stage.locator(".spine-edu-labels > text:not(.edge)")
    assert written.text_content() == stage.locator(".spine-edu-note").text_content() == hostile
    assert stage.locator(".spine-edu-stage :is(img, b)").count() == 0
    assert not shown.page.evaluate("window.spineHurt")


def test_it_paints_something_in_the_colours_of_the_theme(stage, shown):
    """Reads the picture back: paper in a corner, other colours in the middle."""
    shot = stage.locator(".spine-edu-stage").screenshot()
    assert len(shot) > 20_000, "a plain sheet of paper would be much smaller"


def test_a_browser_without_webgl_gets_the_flat_drawing(running, lab):
    page = new_page(running)
    page.add_init_script("""const usual = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
            return kind === 'webgl2' ? null : usual.call(this, kind, ...more); };""")
    book = Notebook(page, lab, "01_anatomy.ipynb")
    book.run_all(seconds=200)
    explorer = page.locator(".spine-edu").first
    explorer.locator(".js-plotly-plot").wait_for()
    assert explorer.locator(SENTENCE).count() == 1
    assert "Disc L4-5" in explorer.locator(SENTENCE).text_content()
    assert not book.errors + book.kernel_errors()
    book.close()
