"""The view of solids in a real browser: clicks choose, the student's turning stays, keys and names work."""

import pytest

from tools.lab import Notebook, new_page, rest

SENTENCE = ".spine-edu-sentence"


@pytest.fixture
def stage(shown):
    """The column's own part of the page: its explorer, with the canvas ready."""
    explorer = shown.page.locator(".spine-edu", has=shown.page.locator("canvas.spine-edu-solid"))
    explorer.locator(".spine-edu-stage[data-ready]").wait_for()
    explorer.locator("canvas.spine-edu-solid").scroll_into_view_if_needed()
    rest(shown.page, 500)
    return explorer


def seen_from(stage):
    return stage.locator(".compass text").text_content()


def test_it_is_an_image_with_the_sentence_as_its_name(stage):
    canvas = stage.locator("canvas.spine-edu-solid")
    assert canvas.get_attribute("role") == "img"
    assert canvas.get_attribute("aria-label") == stage.locator(SENTENCE).text_content()
    assert canvas.get_attribute("tabindex") == "0"


def middle(box):
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_finger_on_the_small_column_goes_to_the_disc_there(stage, shown):
    whole = shown.box(stage.locator(".spine-edu-whole"))
    shown.page.mouse.click(whole["x"] + whole["width"] / 2, whole["y"] + 0.3 * whole["height"])
    rest(shown.page, 1500)
    disc = shown.ask("anatomy_column.state.disc")
    assert disc[0] in "CT" and f"Disc {disc}" in stage.locator(SENTENCE).text_content()


def test_a_tap_in_the_whole_column_goes_near_to_what_was_touched(stage, shown):
    stage.get_by_role("button", name="whole column").click()
    rest(shown.page, 1500)
    number = stage.locator(".count", has_text="22").bounding_box()
    shown.page.mouse.click(number["x"] - 14, number["y"] + number["height"] / 2)
    rest(shown.page, 1500)
    assert shown.ask("[anatomy_column.state.disc, anatomy_column.state.frame]") == ["L4-5", "near"]


def test_a_tapped_part_is_taken_off_and_put_back(stage, shown):
    back = stage.locator(".spine-edu-under .spine-edu-chips").last
    before = stage.locator(".spine-edu-labels").text_content()
    assert "vertebra L4" in before and not back.is_visible()
    x, y = middle(shown.box(stage.locator("circle.marked").first))
    named = stage.locator(".spine-edu-labels text", has_text="vertebra L4").bounding_box()
    shown.page.mouse.click(x, middle(named)[1])
    rest(shown.page, 700)
    assert stage.locator(".spine-edu-tapped span").text_content() == "vertebra L4"
    assert shown.ask("anatomy_column.state.disc") == "L4-5", "a bone is named, and nothing else changes"
    stage.get_by_role("button", name="Take it off").click()
    rest(shown.page, 1500)
    assert "vertebra L4" not in stage.locator(".spine-edu-labels").text_content(), "what is off has no label"
    back.get_by_role("button", name="vertebra L4").click()
    rest(shown.page, 1500)
    assert stage.locator(".spine-edu-labels").text_content() == before and not back.is_visible()


def test_what_is_hidden_from_where_one_looks_has_no_label_or_a_dashed_one(stage, shown):
    words = stage.locator(".spine-edu-labels > text")
    assert "spinous process" in words.all_text_contents() and not stage.locator("path.unseen").count()
    for _ in range(9):
        stage.get_by_role("button", name="Turn left").click()
    rest(shown.page, 1200)
    assert seen_from(stage) == "seen from the front"
    assert "spinous process" not in words.all_text_contents(), "it lies behind the bodies"
    for _ in range(18):
        stage.get_by_role("button", name="Turn left").click()
    rest(shown.page, 1200)
    assert seen_from(stage) == "seen from the back"
    assert stage.locator("path.marked.unseen").count(), "the chosen disc lies behind the arches"


def test_discs_are_put_into_gaps_to_answer_and_come_one_by_one(stage, shown):
    shown.ask("anatomy_column.forget()")
    stage.locator(".spine-edu-gaps circle").first.wait_for()
    assert not stage.locator(".spine-edu-under").is_visible()
    stage.locator("canvas.spine-edu-solid").scroll_into_view_if_needed()
    rest(shown.page, 1500)
    boxes = stage.locator(".spine-edu-gaps circle").evaluate_all("all => all.map((one) => one.getBoundingClientRect())")
    gaps = sorted(boxes, key=lambda box: box["y"])
    assert len(gaps) == 24
    mouse, box = shown.page.mouse, stage.locator(".spine-edu-question input[type=text]").first
    mouse.move(*middle(gaps[-1]))
    mouse.down()
    for gap in gaps[::-4]:
        mouse.move(*middle(gap))
    mouse.move(*middle(gaps[0]))
    mouse.up()
    assert box.input_value() == "24"
    mouse.click(*middle(gaps[12]))
    assert box.input_value() == "23", "a touch takes a disc out again"
    box.fill("24")
    rest(shown.page, 300)
    assert not stage.locator(".spine-edu-gaps circle").count()
    stage.get_by_role("button", name="Keep my prediction").click()
    rest(shown.page, 700)
    assert not stage.locator(".count").count() and shown.ask("anatomy_column.phase") == "kept"
    place = stage.locator("canvas.spine-edu-solid").bounding_box()
    mouse.click(place["x"] + 60, place["y"] + 150)
    rest(shown.page, 4500)
    assert "yours: no disc here" in stage.locator(".spine-edu-labels > text").all_text_contents()
    assert "23" in stage.locator(".count").all_text_contents()
    shown.ask("anatomy_column.reset()")


def test_the_students_turning_survives_an_update_and_ends_with_a_named_view(stage, shown):
    assert seen_from(stage) == "seen from the right"
    named, said = stage.get_by_role("button", name="right", exact=True), stage.locator(SENTENCE).text_content()
    assert named.get_attribute("aria-pressed") == "true"
    for _ in range(4):
        stage.get_by_role("button", name="Turn left").click()
    rest(shown.page, 300)
    turned = seen_from(stage)
    assert turned == "seen from the front and the right" and named.get_attribute("aria-pressed") == "false"
    assert stage.locator(SENTENCE).text_content() == said
    shown.ask("anatomy_column.set(lordosis=40)")
    rest(shown.page, 500)
    assert "40.0°" in stage.locator(SENTENCE).text_content() and seen_from(stage) == turned
    named.click()
    rest(shown.page, 1000)
    assert seen_from(stage) == "seen from the right" and named.get_attribute("aria-pressed") == "true"
    shown.ask("anatomy_column.set(view='back')")
    rest(shown.page, 1200)
    assert seen_from(stage) == "seen from the back"


def test_arrow_keys_turn_it(stage, shown):
    stage.locator("canvas.spine-edu-solid").focus()
    for _ in range(9):
        shown.page.keyboard.press("ArrowRight")
    rest(shown.page, 300)
    assert seen_from(stage) == "seen from the back"
    rest(shown.page, 1500)
    assert stage.locator(".spine-edu-stage .spine-edu-spoken").text_content() == "seen from the back"


def test_labels_stay_inside_and_apart_at_any_width(stage, shown):
    for width in (1280, 700):
        shown.page.set_viewport_size({"width": width, "height": 1000})
        rest(shown.page, 600)
        frame = stage.locator(".spine-edu-stage").bounding_box()
        written = stage.locator(".spine-edu-labels > text:not(.edge)").filter(visible=True)
        boxes = [box for text in written.all() if (box := text.bounding_box())]
        assert len(boxes) >= 5
        for box in boxes:
            assert box["x"] >= frame["x"] - 1 and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
        for one in boxes:
            for other in boxes:
                apart = abs(one["y"] - other["y"]) > 12 or abs(one["x"] - other["x"]) > 90
                assert one == other or apart


@pytest.mark.parametrize("look", ["light", "presenter"])
@pytest.mark.parametrize("width", [390, 833, 1280])
def test_nothing_lies_over_the_words_at_the_lower_edge(stage, shown, look, width):
    shown.page.set_viewport_size({"width": width, "height": 844})
    shown.ask(f"[anatomy_column.scenario('The disc opened'), anatomy_column.set_theme({look!r})][:0]")
    shown.box(stage.locator("canvas.spine-edu-solid"))
    rest(shown.page, 1200)
    assert seen_from(stage) == "seen from the front and the right, from above"
    scene = stage.locator(".spine-edu-scene").bounding_box()
    keys = boxes(stage, ".spine-edu-turns button")
    compass = boxes(stage, ".compass tspan") + boxes(stage, ".compass .ring")
    labels = boxes(stage, ".spine-edu-labels > text")
    assert len(keys) == 6 and all(box["width"] >= 24 and box["height"] >= 24 for box in keys)
    for box in keys + compass:
        assert box["x"] >= scene["x"] and box["x"] + box["width"] <= scene["x"] + scene["width"] + 1, box
        assert box["y"] + box["height"] <= scene["y"] + scene["height"] + 1, box
    crossed = [(one, other) for one in compass for other in keys + labels if meet(one, other)]
    assert not crossed, crossed
    shown.page.set_viewport_size({"width": 1280, "height": 1000})


def boxes(stage, selector):
    return stage.locator(selector).evaluate_all("all => all.map((one) => one.getBoundingClientRect().toJSON())")


def meet(one, other):
    """Return whether two boxes have more than a hair in common."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    return across > 1 and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 1


def test_markup_in_a_label_or_a_note_is_shown_as_it_is_written(stage, shown):
    hostile = '<img src=x onerror="window.spineHurt=1"><b>bone</b>'
    view = "anatomy_column.widget"
    shown.ask(
        f"[{view}.set_trait('labels', [dict({view}.labels[0], text={hostile!r})]),"
        f" {view}.set_trait('note', {hostile!r})] and None"
    )
    rest(shown.page, 700)
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
