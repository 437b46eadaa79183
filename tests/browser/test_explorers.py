"""All explorers on one page of a real JupyterLab: names, keys, reloading, widths, and text that collides."""

import re
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe

from spine_edu import data
from spine_edu.registry import REGISTRY
from spine_edu.theme import THEMES
from tests.browser.conftest import EVERY, lay_out_all
from tools.lab import Notebook, new_page, rest

PARTS = list(REGISTRY)

#: Part -> why words of its figure may touch or stand over the edge.
TOUCHING = {}

#: What can be opened in an explorer: the buttons to press, one after the other. Not each of them has all.
OPENED = [
    (),
    ("More",),
    ("More", "Challenges"),
    ("More", "Table"),
    ("More", "Where the numbers come from"),
    ("More", "Limits"),
    ("More", "Settings as text"),
    ("More", "Keys"),
    ("More", "Look"),
]

_NUMBERS = """() => {
    const plain = (value) => value === null ? 'NaN' : Number.isFinite(value) ? value : String(value);
    return [...document.querySelectorAll('.spine-edu')].map((explorer) => {
        const picture = explorer.querySelector('.js-plotly-plot');
        if (picture && !picture.data) throw new Error(`no figure in ${explorer.textContent.slice(0, 60)}`);
        // What comes and goes has its node all the time, and is nowhere.
        const there = ({ x }) => x?.length > 1 || (x?.length === 1 && x[0] !== null);
        return picture && [...picture.data.filter(there).map((trace) =>
            [trace.name, ...['x', 'y'].map((axis) => [...(trace[axis] ?? [])].map(plain))]),
            ...(picture.layout.shapes ?? []).map((shape) => [shape.name, [shape.path ?? '']]),
            ...(picture.layout.images ?? []).map((image) => [image.name, [image.source]])]; }); }"""

#: Words of a figure that stand in each other, over the edge of the picture, or are cut by the edge of the plot.
COLLISIONS = """() => [...document.querySelectorAll('.spine-edu')].map((explorer) => {
    const picture = explorer.querySelector('.js-plotly-plot');
    if (!picture) return [];
    const edge = picture.getBoundingClientRect(), found = [];
    const really = { opacityProperty: true, visibilityProperty: true };
    const boxes = [...picture.querySelectorAll('text')]
        .filter((text) => text.textContent.trim() && text.checkVisibility(really))
        .map((text) => [text.textContent, text.getBoundingClientRect(), text]);
    const say = (kind, ...words) => found.push(`${kind}: ${words.map((word) => word.slice(0, 60)).join(' / ')}`);
    for (const [words, box, text] of boxes) {
        if (box.left < edge.left - 1 || box.right > edge.right + 1
            || box.top < edge.top - 1 || box.bottom > edge.bottom + 1)
            say('over the edge', words);
        const clipped = text.closest('g[clip-path]')?.getAttribute('clip-path').match(/#([^"')]+)/);
        const clip = clipped && document.getElementById(clipped[1])?.querySelector('rect');
        if (clip) {
            const plot = text.closest('g[clip-path]').getScreenCTM(), width = clip.width.baseVal.value;
            const left = plot.e + clip.x.baseVal.value * plot.a, right = left + width * plot.a;
            if (box.left < left - 2 || box.right > right + 2) say('cut', words);
        }
    }
    boxes.forEach(([words, box], index) => {
        for (const [other, beside] of boxes.slice(index + 1)) {
            const wide = Math.min(box.right, beside.right) - Math.max(box.left, beside.left);
            const high = Math.min(box.bottom, beside.bottom) - Math.max(box.top, beside.top);
            // A line box is taller than its letters: a third of the smaller one may lie in the other.
            if (wide > 2 && high > Math.min(box.height, beside.height) / 3) say('on each other', words, other);
        }
    });
    return found;
})"""


def in_every(change):
    """Return an expression that does something with each explorer, called ``item``."""
    return f"[({change}) and None for item in ({', '.join(PARTS)},)]"


def test_nothing_goes_wrong_on_the_page(every):
    assert not every.errors + every.kernel_errors()
    assert every.page.evaluate("spineProbe.bundles.length") == 1


def test_figure_in_the_browser_has_the_numbers_of_the_kernel(every):
    rest(every.page, 400)
    assert_same(shown_numbers(every), kernel_numbers(every))


@pytest.mark.parametrize("buttons", OPENED, ids=" ".join)
def test_everything_that_can_be_moved_has_a_name(shown, buttons):
    with opened(shown, *buttons):
        nameless = shown.page.evaluate("""() => [...document.querySelectorAll('.spine-edu')].flatMap((explorer) => {
            const words = (node) => node.getAttribute('aria-label')?.trim() || node.labels?.[0]?.textContent.trim()
                || (node.matches('button, summary') && node.textContent.trim());
            return [...explorer.querySelectorAll('select, input, button, summary, [tabindex]')]
                .filter((node) => node.checkVisibility() && !words(node))
                .map((node) => `${explorer.querySelector('h3').textContent}: ${node.outerHTML.slice(0, 90)}`); })""")
    assert not nameless


def test_no_key_on_anything_in_an_explorer_goes_on_to_the_page(every):
    """Not on any of some thousand things that take the keyboard: the page has commands on single letters."""
    leaked = every.page.evaluate("""() => {
        let heard = 0;
        const hear = () => { heard += 1; };
        document.addEventListener("keydown", hear, true);
        const keys = ["x", "a", "0", "ArrowUp", "Home", "Delete"];
        const things = [...document.querySelectorAll(".spine-edu :is(select, input, button, summary, [tabindex])")]
            .filter((node) => node.checkVisibility() && !node.disabled);
        const found = things.filter((node) => {
            heard = 0;
            for (const key of keys) node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
            return heard;
        });
        document.removeEventListener("keydown", hear, true);
        return [things.length, ...found.map((node) => node.outerHTML.slice(0, 90))]; }""")
    assert leaked[0] > 10 * len(PARTS)
    assert not leaked[1:]


def test_three_buttons_in_view_and_help_of_one_line(shown):
    """Beside the player, and what the solids of the column are turned with."""
    found = shown.page.evaluate("""() => [...document.querySelectorAll('.spine-edu')].flatMap((explorer) => {
        const title = explorer.querySelector('h3').textContent;
        const buttons = [...explorer.querySelectorAll('button')].filter((node) => node.checkVisibility()
            && !node.closest(['player', 'stage', 'overlay', 'head', 'more'].map((one) => `.spine-edu-${one}`).join())
            && !node.matches('.spine-edu-larger'));
        const small = [...explorer.querySelectorAll('.spine-edu-help')].filter((node) => node.checkVisibility()
            && (parseFloat(getComputedStyle(node).fontSize) < 13 || node.clientHeight > 24));
        return [...(buttons.length > 3 ? [`${title}: ${buttons.map((node) => node.textContent)}`] : []),
            ...small.map((node) => `${title}: ${node.textContent}, ${node.clientHeight} px`)]; })""")
    assert not found


@pytest.mark.parametrize("buttons", OPENED, ids=" ".join)
def test_axe_finds_nothing_serious(shown, buttons):
    with opened(shown, *buttons):
        assert not serious(shown)


def test_axe_finds_nothing_serious_where_figures_scroll(shown):
    set_width(shown, 390)
    assert not serious(shown)


def serious(book):
    """Return what axe finds seriously wrong in the explorers."""
    found = Axe().run(book.page, context=".spine-edu", options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def test_arrow_keys_move_a_slider_and_leave_the_notebook_alone(shown):
    page, explorer = shown.page, shown.page.locator(".spine-edu").first
    slider, sentence = explorer.locator(".spine-edu-slider").first, explorer.locator(".spine-edu-sentence")
    active = "jupyterapp.shell.currentWidget.content.activeCellIndex"
    slider.focus()
    before = page.evaluate(active), float(slider.input_value()), sentence.inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("([node, words]) => node.textContent !== words", arg=[sentence.element_handle(), before[2]])
    assert float(slider.input_value()) > before[1]
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("([node, words]) => node.textContent === words", arg=[sentence.element_handle(), before[2]])
    assert page.evaluate(active) == before[0]


def test_a_slider_dragged_by_the_mouse_ends_where_it_was_let_go(shown):
    explorer = shown.page.locator(".spine-edu").first
    slider, mouse = explorer.locator(".spine-edu-slider").first, shown.page.mouse
    bar = shown.box(slider)
    middle = bar["y"] + bar["height"] / 2
    mouse.move(bar["x"] + 20, middle)
    mouse.down()
    for share in (0.3, 0.9, 0.5, 0.75):
        mouse.move(bar["x"] + share * bar["width"], middle, steps=8)
    mouse.up()
    rest(shown.page, 400)
    tap = shown.ask("start_practice.state.tap")
    low, high = data.parameter("start_practice.tap").low, data.parameter("start_practice.tap").high
    assert tap == pytest.approx(low + 0.75 * (high - low), abs=0.06 * (high - low))
    assert explorer.locator("input[type=text]").first.input_value() == f"{tap:g}"
    assert explorer.locator(".spine-edu-sentence").inner_text() == sentences(shown)[0]


def test_picture_has_its_sentence_as_text_twin(shown):
    twins = shown.page.evaluate("""() => [...document.querySelectorAll('.spine-edu-view')].map((view) => [
        view.querySelector('[role=img]')?.getAttribute('aria-label'),
        view.querySelector('.spine-edu-sentence')?.textContent,
        view.querySelector('.spine-edu-spoken')?.getAttribute('aria-live')])""")
    assert twins
    for label, sentence, live in twins:
        assert live == "polite" and len(sentence) > 20 and label == sentence


def test_frames_play_without_the_kernel(shown):
    played = shown.page.evaluate(
        "spineProbe.play([...document.querySelectorAll('.spine-edu-view')].find("
        "view => view.querySelector('.spine-edu-player button')?.checkVisibility()), 1)"
    )
    assert played["playing"] and played["rate"] > 5
    assert played["received"] + played["sent"] == 0


def test_start_again_takes_the_figure_back_from_a_frame(shown):
    view = shown.page.locator(".spine-edu-view").filter(has=shown.page.get_by_role("button", name="Step").first).first
    view.get_by_role("button", name="Step").click()
    shown.page.wait_for_function("view => view.querySelector('input').max > 0", arg=view.element_handle())
    rest(shown.page, 400)
    assert view.locator(".spine-edu-sentence").inner_text() not in sentences(shown)
    shown.page.locator(".spine-edu").first.get_by_role("button", name="Start again").click()
    rest(shown.page, 400)
    assert shown.page.locator(".spine-edu-sentence").all_inner_texts() == sentences(shown)
    assert_same(shown_numbers(shown), kernel_numbers(shown))


def test_reload_and_second_tab_show_the_present_state(running, lab, shown):
    move_on(shown)
    shown.page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    fresh = Notebook(new_page(running), lab, EVERY)
    fresh.wait_for(len(PARTS))
    lay_out_all(fresh)
    rest(fresh.page, 500)
    try:
        assert fresh.page.locator(".spine-edu-sentence").all_inner_texts() == sentences(shown)
        assert_same(shown_numbers(fresh), kernel_numbers(shown))
        assert not fresh.errors + fresh.kernel_errors()
    finally:
        fresh.page.context.close()


def test_a_picture_that_stays_is_sent_once_and_shown(shown):
    for settings, heavy in (("level='L3-4'", True), ("extent=20", False), ("extent=24", False), ("level='L4-5'", True)):
        shown.ask(f"herniation_shape.set({settings})")
        rest(shown.page, 400)
        assert (shown.ask("len(str(herniation_shape.widget.live))") > 15_000) == heavy, settings
        assert_same(shown_numbers(shown), kernel_numbers(shown))


def test_what_stands_below_a_sentence_stays_where_it_is(shown):
    """The outer annulus has the longest sentence: another tissue leaves its room, but not when the page gets wider."""
    line = shown.page.locator(".spine-edu-sentence").nth(PARTS.index("anatomy_tissues"))
    set_width(shown, 700)
    heights = []
    for tissue in ("outer_annulus", "vertebral_body"):
        shown.ask(f"anatomy_tissues.set(tissue={tissue!r})")
        rest(shown.page, 400)
        heights.append(line.bounding_box()["height"])
    set_width(shown, 1280)
    assert heights[0] == heights[1] > line.bounding_box()["height"] > 0


def test_a_sentence_gives_back_the_room_that_larger_letters_took(shown):
    line, heights = shown.page.locator(".spine-edu-sentence").nth(PARTS.index("start_practice")), []
    set_width(shown, 700)
    for look in ("light", "presenter", "light"):
        shown.ask(f"start_practice.set_theme({look!r})")
        rest(shown.page, 400)
        heights.append(line.bounding_box()["height"])
    set_width(shown, 1280)
    small, large, again = heights
    assert small == again < large


def test_run_jumps_to_the_end_where_motion_is_unwelcome(scratch):
    calm = scratch("import spine_edu\nspine_edu.Practice()", reduced_motion=True)
    passed = calm.page.locator(".spine-edu-player").evaluate("""async (bar) => {
        const [scrub, run] = [bar.querySelector("input"), bar.querySelector("button")], passed = new Set();
        run.click();
        for (let frame = 0; frame < 120; frame++) {
            await new Promise(requestAnimationFrame);
            if (!scrub.hidden) passed.add(Number(scrub.value));
        }
        return [...passed, Number(scrub.max)]; }""")
    assert passed[-1] > 1 and set(passed) <= {0, passed[-1]} and passed[-2] == passed[-1]
    assert calm.page.locator(".spine-edu-player").get_by_role("button", name="Run").count() == 1
    assert not calm.errors


@pytest.mark.parametrize("width", [700, 1280])
def test_nothing_is_wider_than_its_place(shown, width):
    set_width(shown, width)
    for buttons in OPENED:
        with opened(shown, *buttons):
            # A narrow figure and a wide table scroll inside themselves, and a list cuts off what is chosen; the boxes
            # around them must not.
            wide = shown.page.evaluate("""() => [...document.querySelectorAll('.spine-edu')].flatMap((explorer) =>
                [explorer.closest('.jp-OutputArea-output'), explorer, ...explorer.querySelectorAll('*')]
                    .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1 && box.clientWidth
                        && !box.closest('.spine-edu-place, .spine-edu-panel, .spine-edu-spoken, svg, summary')
                        && !box.closest('input, select'))
                    .map((box) => `${explorer.querySelector('h3').textContent}: ${box.className} `
                        + `${box.scrollWidth} > ${box.clientWidth}`))""")
        assert not wide, buttons


# Letters of the dark look stand where those of the light one do.
@pytest.mark.parametrize("width", [390, 700, 1280])
@pytest.mark.parametrize(
    "theme", [pytest.param(theme, marks=pytest.mark.weekly if theme == "dark" else ()) for theme in THEMES]
)
def test_words_in_figures_do_not_collide(shown, theme, width):
    set_width(shown, width)
    shown.ask(in_every(f"item.set_theme({theme!r})"))
    most = shown.ask(f"max(len(item.scenarios) for item in ({', '.join(PARTS)},))")
    found = {part: set() for part in PARTS}
    for scenario in range(-1, most):
        if scenario >= 0:
            shown.ask(in_every(f"len(item.scenarios) > {scenario} and item.scenario(item.scenarios[{scenario}].name)"))
        rest(shown.page, 400)
        for part, collisions in zip(PARTS, shown.page.evaluate(COLLISIONS), strict=True):
            found[part] |= {f"{'start' if scenario < 0 else scenario}: {one}" for one in collisions}
    assert not {part: sorted(lines) for part, lines in found.items() if lines and part not in TOUCHING}


@contextmanager
def opened(book, *buttons):
    """Open what these buttons open, in every explorer that has it, for a while."""
    press = """(words) => {
        for (const explorer of document.querySelectorAll('.spine-edu'))
            [...explorer.querySelectorAll('button[aria-expanded]')].find(node => node.textContent === words)?.click();
    }"""
    shown = "document.querySelectorAll('.spine-edu button[aria-expanded=true]').length"
    for words in buttons:
        book.page.evaluate(press, words)
        rest(book.page, 400)
    assert book.page.evaluate(shown) >= len(buttons)
    yield
    if buttons:
        book.page.evaluate(press, buttons[0])
        rest(book.page, 400)
    assert not book.page.evaluate(shown)


def set_width(book, width):
    """Make the place of an explorer `width` px wide; JupyterLab itself takes the rest of the window."""
    book.page.set_viewport_size({"width": width, "height": 1000})
    place = book.page.evaluate("document.querySelector('.spine-edu').parentElement.clientWidth")
    book.page.set_viewport_size({"width": width + max(0, width - place) if width < 1000 else width, "height": 1000})
    rest(book.page, 400)


def move_on(book):
    """Bring every explorer somewhere else, from Python."""
    book.ask(in_every("item.scenario(item.scenarios[-1].name)"))
    rest(book.page, 400)


def sentences(book):
    """Return what the kernel says of each explorer."""
    return book.ask(f"[item.describe() for item in ({', '.join(PARTS)},)]")


def shown_numbers(book):
    """Return (name, x, y) of every trace, (name, path) of a shape and (name, source) of a picture on the page."""
    return book.page.evaluate(_NUMBERS)


def kernel_numbers(book):
    """Return the same of the figures that the kernel would draw now; what is hidden or empty is nowhere there."""
    plain = "['NaN' if v is None or v != v else str(v) if isinstance(v, str) else float(v) for v in values]"
    traces = (
        f"[[t['name']] + [{plain} for values in (t.get('x', []), t.get('y', []))] "
        "for t in item.drawn['data'] if t.get('visible', True) is not False and len(t.get('x', []))]"
    )
    shapes = (
        "[[shape['name'], [shape.get('path', '')]] for shape in item.drawn['layout'].get('shapes', []) "
        "if shape.get('visible', True)]"
    )
    images = "[[image['name'], [image['source']]] for image in item.drawn['layout'].get('images', [])]"
    return book.ask(f"[{traces} + {shapes} + {images} for item in ({', '.join(PARTS)},)]")


def assert_same(shown, meant):
    """Fail unless both are the same numbers, to what a 4-byte float holds."""
    for part, figure, wanted in zip(PARTS, shown, meant, strict=True):
        # The one in three dimensions has no plotly figure on the page.
        for trace, other in zip(figure, wanted, strict=True) if figure else ():
            assert trace[0] == other[0], part
            for values, beside in zip(trace[1:], other[1:], strict=True):
                assert len(values) == len(beside) and all(map(alike, values, beside)), (part, trace[0])


_DIGITS = re.compile(r"-?\d+(?:\.\d+)?")


def alike(shown, meant):
    """Return whether two values are equal, numbers to what a 4-byte float holds."""
    if isinstance(shown, str) and isinstance(meant, str):
        # A path that travels as one mark and its places is written anew on the page, to a thousandth.
        same = _DIGITS.sub("", shown) == _DIGITS.sub("", meant)
        pairs = zip(_DIGITS.findall(shown), _DIGITS.findall(meant), strict=False)
        return same and all(abs(float(one) - float(other)) < 2e-3 + 1e-3 * abs(float(other)) for one, other in pairs)
    if isinstance(shown, str) or isinstance(meant, str):
        return False
    return abs(shown - meant) <= 1e-5 * max(1, abs(meant))
