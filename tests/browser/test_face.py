"""The face as readers meet it: their keys, their screens, what is spoken, and a Python that has stopped."""

import pytest

from spine_edu.registry import REGISTRY
from tests.browser.conftest import TOGETHER
from tools.lab import rest

PICTURE = ".spine-edu-picture"


# Lists ---------------------------------------------------------------------------------------------------------------


def test_arrow_keys_choose_from_a_closed_list(shown):
    page = shown.page
    level = page.locator(".spine-edu", has_text="root finder").locator("select").nth(1)
    before = level.input_value()
    level.focus()
    page.keyboard.press("ArrowDown")
    rest(page, 400)
    assert level.input_value() != before
    assert shown.ask("anatomy_roots.state.level") == level.input_value()


def test_no_scenario_is_shown_but_cannot_be_chosen(shown):
    explorer = shown.page.locator(".spine-edu").first
    presets, state = explorer.locator("select").first, "start_practice.to_text()"
    assert presets.evaluate("node => [node.selectedOptions[0].text, node.options[0].disabled]") == [
        "choose one …",
        True,
    ]
    presets.select_option(index=2)
    rest(shown.page, 400)
    chosen, presets_value = shown.ask(state), presets.input_value()
    presets.press("Home")
    rest(shown.page, 400)
    assert presets.input_value() not in ("", presets_value) and shown.ask(state) != chosen
    explorer.locator("input[type=range]").first.press("ArrowRight")
    rest(shown.page, 400)
    assert presets.evaluate("node => node.selectedOptions[0].text") == "choose one …"


# Numbers -------------------------------------------------------------------------------------------------------------


def type_number(book, text):
    box = book.page.locator(".spine-edu").first.locator("input[type=text]").first
    box.fill(text)
    box.press("Tab")
    rest(book.page, 400)
    return box


@pytest.mark.parametrize(("text", "value"), [("0,5", 0.5), ("3.33", 3.33), ("3", 3.0)])
def test_what_is_typed_is_what_is_set(shown, text, value):
    type_number(shown, text)
    assert shown.ask("start_practice.state.tap") == value


def test_what_is_typed_comes_back_after_a_refusal_and_is_what_the_slider_says(shown):
    type_number(shown, "3.33")
    slider = shown.page.locator(".spine-edu").first.locator(".spine-edu-slider").first
    assert slider.get_attribute("aria-valuetext").startswith("3.33")
    assert type_number(shown, "much").input_value() == "3.33"
    assert shown.ask("start_practice.state.tap") == 3.33


@pytest.mark.parametrize("text", ["11", "-1", "much", "1,000.5"])
def test_what_is_not_allowed_is_refused_in_words_and_the_box_goes_back(shown, text):
    box = type_number(shown, text)
    assert box.input_value() == "5"
    assert shown.ask("start_practice.state.tap") == 5
    explorer = shown.page.locator(".spine-edu").first
    alarms = explorer.locator("[role=alert]").filter(has_text="Tap").all_inner_texts()
    assert len(alarms) == 1
    assert "6" in alarms[0]
    assert "0" in alarms[0]


def test_a_refusal_is_tied_to_its_box_and_goes_when_something_else_is_set(shown):
    for text in ("11", "much"):
        box = type_number(shown, text)
        refused = shown.page.evaluate(
            "ids => ids.split(' ').map((id) => document.getElementById(id).textContent).join(' ')",
            box.get_attribute("aria-describedby"),
        )
        assert box.get_attribute("aria-invalid") == "true"
        assert f"Tap: {text} is " in refused
        shown.ask(f"start_practice.set(tap={len(text)}) and None")
        rest(shown.page, 400)
        assert box.get_attribute("aria-invalid") == "false"
        assert shown.page.locator(".spine-edu-refused", has_text="Tap").count() == 0


# Room ----------------------------------------------------------------------------------------------------------------

_WIDE = """() => [...document.querySelectorAll('.spine-edu, .spine-edu *')]
    .filter((node) => node.checkVisibility() && !node.closest('.spine-edu-place, .spine-edu-panel, svg, summary')
        && node.getBoundingClientRect().right
            > node.closest('.spine-edu').parentElement.getBoundingClientRect().right + 1)
    .map((node) => `${node.closest('.spine-edu').querySelector('h3').textContent}: ${node.outerHTML.slice(0, 80)}`)"""


def set_place(book, width, height=1000):
    """Make the place of an explorer `width` px wide; JupyterLab itself takes the rest of the window."""
    book.page.set_viewport_size({"width": width, "height": height})
    rest(book.page, 500)
    place = book.page.evaluate("document.querySelector('.spine-edu').parentElement.clientWidth")
    book.page.set_viewport_size({"width": 2 * width - place, "height": height})
    rest(book.page, 700)


def test_control_and_whole_picture_are_seen_together_on_a_laptop(shown):
    """An inner width of 833 px and a window of 1280 by 800, as the README's command opens it."""
    set_place(shown, 833, 800)
    assert shown.page.evaluate(TOGETHER) == []


def test_each_of_more_controls_is_seen_together_with_the_whole_picture(shown):
    """They stand below the others, often below the picture, which stays with them, in JupyterLab's outputs as well."""
    set_place(shown, 833, 800)
    unfold = "open => document.querySelectorAll('.spine-edu-more').forEach((one) => { one.open = open; })"
    shown.page.evaluate(unfold, True)
    try:
        assert shown.page.evaluate(TOGETHER) == []
    finally:
        shown.page.evaluate(unfold, False)


def test_control_and_whole_picture_are_seen_together_in_each_scenario(shown):
    set_place(shown, 833, 800)
    every, found = f"[{', '.join(REGISTRY)}]", []
    for index in range(shown.ask(f"max(len(one.scenarios) for one in {every})")):
        shown.ask(f"[one.scenario(one.scenarios[{index}].name) for one in {every} if len(one.scenarios) > {index}]")
        rest(shown.page, 1500)
        found += [(index, one) for one in shown.page.evaluate(TOGETHER)]
    shown.ask(f"[one.reset() and None for one in {every}]")
    assert not found


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_cut_on_a_phone(shown, width):
    set_place(shown, width)
    assert shown.page.evaluate(_WIDE) == []


#: Explorers whose picture does not come first, or not whole, where there is no room beside it.
_FIRST = """() => [...document.querySelectorAll('.spine-edu')].flatMap((explorer) => {
    const [view, main, place] = ['view', 'main', 'place'].map((one) => explorer.querySelector(`.spine-edu-${one}`));
    const title = explorer.querySelector('h3').textContent, found = [];
    if (view.getBoundingClientRect().bottom > main.getBoundingClientRect().top) found.push(`${title}: controls first`);
    // The keyboard goes the same way.
    if (main.compareDocumentPosition(view) & Node.DOCUMENT_POSITION_FOLLOWING) found.push(`${title}: another order`);
    const box = place?.querySelector('.spine-edu-picture').getBoundingClientRect();
    if (box && (getComputedStyle(place).overflowX !== 'clip' || box.width > place.clientWidth + 1))
        found.push(`${title}: ${box.width} px in ${place.clientWidth} px`);
    return found; })"""


def settled(book, found, tries=20):
    """Return what is found on the page once nothing is found, or after as many tries: pictures are drawn one by one."""
    while tries and book.page.evaluate(found):
        rest(book.page, 500)
        tries -= 1
    return book.page.evaluate(found)


def test_on_a_phone_the_picture_comes_first_and_whole(shown):
    for width in (390, 320):
        set_place(shown, width)
        assert settled(shown, _FIRST) == []
        # JupyterLab itself leaves still less.
        shown.page.set_viewport_size({"width": width, "height": 844})
        assert settled(shown, _FIRST) == []
    set_place(shown, 833, 800)
    found = shown.page.evaluate(_FIRST)
    assert all("controls first" in one or "another order" in one for one in found)
    assert len(found) >= len(REGISTRY)


def test_two_explorers_side_by_side_share_the_width(scratch):
    book = scratch(
        "import spine_edu, ipywidgets\none, two = spine_edu.Practice(), spine_edu.RunTheLoop()\n"
        "ipywidgets.HBox([one.widget, two.widget])"
    )
    book.page.wait_for_function("document.querySelectorAll('.spine-edu-picture[data-ready]').length === 2")
    widths = book.page.evaluate("[...document.querySelectorAll('.spine-edu')].map(e => e.offsetWidth)")
    assert len(widths) == 2
    assert min(widths) > 280


# Speech --------------------------------------------------------------------------------------------------------------


def test_everything_is_named_and_described(shown):
    found = shown.page.evaluate("""() => [...document.querySelectorAll('.spine-edu')].flatMap((explorer) => {
        const words = (ids) => (ids ?? '').split(' ')
            .map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
        const lacking = [];
        if (explorer.getAttribute('role') !== 'group' || !words(explorer.getAttribute('aria-labelledby')).trim())
            lacking.push('the group has no name');
        for (const node of explorer.querySelectorAll('input, select')) {
            const name = node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent;
            if (!name?.trim()) lacking.push(`no name: ${node.outerHTML.slice(0, 80)}`);
        }
        for (const node of explorer.querySelectorAll('.spine-edu-slider'))
            if (!/From .* to /.test(words(node.getAttribute('aria-describedby'))))
                lacking.push(`no range: ${node.getAttribute('aria-label')}`);
        return lacking; })""")
    assert found == []


def test_what_happens_is_spoken(shown):
    explorer = shown.page.locator(".spine-edu").first
    spoken = explorer.locator(".spine-edu-spoken")
    explorer.locator("input[type=range]").first.press("ArrowRight")
    rest(shown.page, 1200)
    assert spoken.inner_text() == shown.ask("start_practice.describe()")
    assert explorer.locator("[role=img]").get_attribute("aria-label") == spoken.inner_text()
    explorer.get_by_role("button", name="Start again").click()
    rest(shown.page, 400)
    status = explorer.locator(".spine-edu-status")
    assert status.inner_text() == "Back at the start."
    assert status.get_attribute("aria-live") == "polite"


def test_releasing_a_keeps_the_keyboards_place(shown):
    explorer = shown.page.locator(".spine-edu").first
    explorer.get_by_role("button", name="More").click()
    explorer.get_by_role("button", name="Hold as A").click()
    explorer.get_by_role("button", name="Release A").click()
    rest(shown.page, 400)
    assert shown.page.evaluate("document.activeElement.textContent") == "Hold as A"
    explorer.get_by_role("button", name="More").click()


# What is written is text ---------------------------------------------------------------------------------------------


def test_a_line_of_settings_is_text(shown):
    explorer, page = shown.page.locator(".spine-edu").first, shown.page
    explorer.get_by_role("button", name="More").click()
    explorer.get_by_role("button", name="Settings as text").click()
    rest(page, 300)
    explorer.locator(".spine-edu-panel input").fill("<img src=x onerror=window.hurt=1>")
    explorer.get_by_role("button", name="Use this line").click()
    rest(page, 400)
    assert "<img src=x" in explorer.locator(".spine-edu-error").inner_text()
    assert page.evaluate("window.hurt") is None
    assert explorer.locator("img").count() == 0
    explorer.get_by_role("button", name="More").click()


# A Python that has stopped -------------------------------------------------------------------------------------------


def choose(book, words, value):
    book.page.locator(".spine-edu-control", has_text=words).locator("select").first.select_option(value)


def test_a_kernel_that_is_shut_down_is_said_in_words_and_the_controls_go_back(scratch):
    book = scratch("import spine_edu\nspine_edu.RootFinder()")
    book.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.shutdown()")
    choose(book, "Zone", "central")
    alarm = book.page.locator(".spine-edu-error")
    alarm.filter(has_text="Python does not answer").wait_for(timeout=4000)
    assert book.page.locator(".spine-edu-control", has_text="Zone").locator("select").input_value() == "subarticular"
    assert "paracentral" in book.page.locator(".spine-edu-sentence").inner_text()


def test_run_and_look_go_back_too_when_the_kernel_is_gone(scratch):
    book = scratch("import spine_edu\nscans = spine_edu.TwelveMonthsOfScans()\nscans")
    explorer = book.page.locator(".spine-edu")
    explorer.get_by_role("button", name="Step").click()
    rest(book.page, 1000)
    month, where = explorer.get_by_role("textbox", name="Month"), explorer.locator(".spine-edu-where")
    before = where.inner_text()
    assert before.startswith(f"month {month.input_value()} ")
    explorer.get_by_role("button", name="More").click()
    explorer.get_by_role("button", name="Look").click()
    rest(book.page, 400)
    book.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.shutdown()")
    rest(book.page, 300)
    explorer.get_by_role("button", name="Step").click()
    explorer.locator(".spine-edu-error").filter(has_text="Python does not answer").wait_for(timeout=4000)
    assert where.inner_text() == before
    look = explorer.locator(".spine-edu-panel select")
    look.select_option("dark")
    rest(book.page, 3500)
    assert look.input_value() == explorer.get_attribute("data-look") == "light"


def test_two_views_stand_at_the_same_moment_of_a_run(scratch):
    book = scratch("import spine_edu\nbath = spine_edu.Practice()\nbath", "bath")
    one, two = book.page.locator(".spine-edu").all()
    for explorer in (one, two, one):
        explorer.get_by_role("button", name="Step").click()
        rest(book.page, 800)
    where = [explorer.locator(".spine-edu-where").inner_text() for explorer in (one, two)]
    assert where[0] == where[1] != "minute 0 of 30"
    assert book.ask("bath.frames().names[bath.position]") == where[0]


def test_a_restarted_kernel_leaves_the_shape_and_says_what_to_do(scratch):
    book = scratch("import spine_edu\nspine_edu.RootFinder()")
    page = book.page
    layout = (
        "[...document.querySelectorAll('.spine-edu-main, .spine-edu-view')].map(e => [e.offsetLeft, e.offsetWidth])"
    )
    page.wait_for_selector(".spine-edu-picture[data-ready]")
    before = page.evaluate(layout)
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    page.locator(".spine-edu-error").filter(has_text="Python does not answer").wait_for(timeout=8000)
    assert page.evaluate(layout) == before


def test_a_kernel_that_is_busy_for_a_while_is_heard_again_and_does_all_that_was_set(scratch):
    book = scratch("import spine_edu, time\nloop = spine_edu.RunTheLoop()\nloop")
    sliders = [book.page.get_by_role("slider", name=name) for name in ("Gain per turn", "Push on day 0")]
    before = [slider.input_value() for slider in sliders]
    gain, start = book.ask("[loop.state.gain, loop.state.start]")
    book.page.evaluate(
        "() => { jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute("
        "{ code: 'time.sleep(5)' }); }"
    )
    book.page.wait_for_timeout(300)  # Python does not answer
    for slider in sliders:
        slider.press("ArrowRight")
    alarm = book.page.locator(".spine-edu-error")
    alarm.filter(has_text="Python does not answer").wait_for(timeout=4500)
    assert [slider.input_value() for slider in sliders] == before
    alarm.wait_for(state="hidden", timeout=6000)
    rest(book.page, 500)
    assert book.ask("[loop.state.gain, loop.state.start]") == pytest.approx([gain + 0.05, start + 0.5])
    assert all(slider.input_value() != was for slider, was in zip(sliders, before, strict=True))


# Run All -------------------------------------------------------------------------------------------------------------

BURST = """import spine_edu
whole = spine_edu.WholeCycle()
whole"""
AND_THEN = """whole.reset()
for reactivity in (0.3, 3.1, 0.7, 2.2):
    whole.set(guarding_reactivity=reactivity)
whole.scenario(whole.scenarios[1].name); whole.scenario(whole.scenarios[2].name)
whole.reset(); whole.set(guarding_reactivity=2.2, load=1.33)
told = whole.to_text()"""


def test_after_run_all_the_state_is_what_the_code_set(scratch):
    book = scratch(BURST, AND_THEN)
    rest(book.page, 2500)
    assert book.ask("whole.to_text()") == book.ask("told")
    assert book.page.locator(".spine-edu-sentence").inner_text() == book.ask("whole.describe()")
    boxes = book.page.evaluate(
        "[...document.querySelectorAll('.spine-edu-main > * input[type=text]')].map(e => e.value)"
    )
    assert boxes[:2] == ["1.33", "2.2"]


#: What is kept of a cell that has run: widgets, comms and explorers in Python, comms and elements in the page. IPython
#: itself keeps what a cell has shown, in ``Out``, which is emptied first, and the last three in ``_``, ``__``, ``___``.
_KEPT_IN_PYTHON = (
    "[get_ipython().displayhook.flush() or __import__('gc').collect() * 0, "
    "len(__import__('ipywidgets').widgets.widget._instances), len(get_ipython().kernel.comm_manager.comms), "
    "max(0, len(__import__('spine_edu.explorer.session', fromlist='x').LIVING) - 4)]"
)
_KEPT_IN_PAGE = """[jupyterapp.shell.currentWidget.sessionContext.session.kernel._comms.size,
    document.querySelectorAll('.jp-Notebook *').length]"""


def test_a_cell_that_is_run_thirty_times_leaves_nothing_behind(scratch):
    book = scratch("import spine_edu\nbath = spine_edu.Practice()\nbath")
    # The first runs fill what JupyterLab and the browser keep in store; after them nothing may grow by the run.
    before, (nodes, listeners) = run_again(book, 30)
    after, (more_nodes, more_listeners) = run_again(book, 30)
    assert after == before
    assert book.page.locator(".spine-edu").count() == 1
    # JupyterLab keeps some of its own, more on a busy machine; an explorer is about 900 nodes and 40 listeners.
    assert more_nodes - nodes < 30 * 300
    assert more_listeners - listeners < 30 * 20


def run_again(book, times):
    """Run the notebook so many times; returns what is kept of it, and how many nodes and listeners the page has."""
    run = "async (times) => { while (times--) await jupyterapp.commands.execute('notebook:run-all-cells'); }"
    book.page.evaluate(run, times)
    book.page.wait_for_function("document.querySelectorAll('.spine-edu-picture[data-ready]').length === 1")
    rest(book.page, 1000)
    kept = [*book.ask(_KEPT_IN_PYTHON), *book.page.evaluate(_KEPT_IN_PAGE)]
    page = book.cleared_up()
    return kept, (page["Nodes"], page["JSEventListeners"])


def test_panels_of_two_views_follow_whatever_is_opened_and_closed_in_the_other(scratch):
    book = scratch("import spine_edu\nbath = spine_edu.Practice()\nbath", "bath")
    book.page.wait_for_function("document.querySelectorAll('.spine-edu-picture[data-ready]').length === 2")
    one, other = book.page.locator(".spine-edu").all()

    def press(view, *names):
        for name in names:
            view.get_by_role("button", name=name, exact=True).click()
            rest(book.page, 400)

    press(one, "More", "Table")
    press(other, "More", "Settings as text")
    for tap, name in ((2, "Table"), (3, "Table"), (4, "")):
        book.ask(f"bath.set(tap={tap}) and None")
        rest(book.page, 500)
        assert book.ask("bath.table().rows[2][1]") in one.locator(".spine-edu-panel table").text_content(), tap
        if name:
            # Opened there, and closed again: here it stands open all the while.
            press(other, name)


# Solids and runs -----------------------------------------------------------------------------------------------------


def test_a_lost_drawing_context_comes_back(shown):
    """Case 09: the browser takes WebGL away and gives it back; the column is drawn again."""
    stage = shown.page.locator(".spine-edu-stage").first
    stage.scroll_into_view_if_needed()
    rest(shown.page, 1500)
    before = stage.screenshot()
    shown.page.evaluate("""async () => {
        const context = document.querySelector('canvas.spine-edu-solid').getContext('webgl2');
        const losing = context.getExtension('WEBGL_lose_context');
        losing.loseContext();
        await new Promise((done) => setTimeout(done, 300));
        losing.restoreContext(); }""")
    rest(shown.page, 500)
    shown.ask("anatomy_column.set(disc='L3-4')")
    shown.ask("anatomy_column.set(disc='L4-5')")
    rest(shown.page, 2500)
    after = stage.screenshot()
    assert len(after) > 0.9 * len(before), "an empty picture is much smaller"


def test_a_drawing_context_that_does_not_come_back_leaves_the_flat_drawing(scratch):
    book = scratch("import spine_edu\nspine_edu.Column()")
    rest(book.page, 1000)
    book.page.evaluate(
        "document.querySelector('canvas.spine-edu-solid').getContext('webgl2')"
        ".getExtension('WEBGL_lose_context').loseContext()"
    )
    book.page.wait_for_selector(".spine-edu-place .main-svg", timeout=8000)
    assert book.page.locator(".spine-edu-stage").count() == 0
    assert not book.errors


#: What is written and what is spoken at a moment of a run, and where its player is.
_MOMENT = """explorer => [...['sentence', 'spoken', 'where'].map((one) =>
    explorer.querySelector(`.spine-edu-${one}`).textContent), explorer.querySelector('.spine-edu-player').offsetTop]"""


def test_a_slowed_run_is_slower_and_only_what_is_spoken_waits_for_the_pause(shown):
    explorer = shown.page.locator(".spine-edu").first
    before = explorer.evaluate(_MOMENT)
    explorer.get_by_label("Speed").select_option("quarter")
    explorer.get_by_role("button", name="Run").click()
    rest(shown.page, 1500)
    written, spoken, where, _ = explorer.evaluate(_MOMENT)
    minute = where.removeprefix("minute ").split(" of ")[0]
    assert written.startswith(f"After {minute} minutes") and spoken == before[1]
    explorer.get_by_role("button", name="Pause").click()
    rest(shown.page, 1000)
    written, spoken, where, player = explorer.evaluate(_MOMENT)
    assert written == spoken != before[0] and player == before[3]
    scrub = explorer.get_by_label("minute", exact=True)
    assert 0 < int(scrub.input_value()) < int(scrub.get_attribute("max"))
    explorer.get_by_label("Speed").select_option("usual")


def test_the_control_that_a_run_goes_over_goes_along_and_is_set_at_the_pause(shown):
    index = list(REGISTRY).index("herniation_scans")
    explorer = shown.page.locator(".spine-edu").nth(index)
    month = explorer.get_by_role("textbox", name="Month")
    shown.ask("herniation_scans.set(month=3) and None")
    explorer.get_by_label("Speed").select_option("half")
    explorer.get_by_role("button", name="Run").click()
    rest(shown.page, 3000)
    _, _, where, _ = explorer.evaluate(_MOMENT)
    assert abs(float(month.input_value()) - float(where.split()[1])) <= 0.5
    explorer.get_by_role("button", name="Pause").click()
    rest(shown.page, 500)
    _, _, where, _ = explorer.evaluate(_MOMENT)
    assert shown.ask("herniation_scans.state.month") == float(month.input_value()) == float(where.split()[1])
    explorer.get_by_label("Speed").select_option("usual")


def test_a_run_plays_on_while_another_control_is_moved(shown):
    explorer = shown.page.locator(".spine-edu").first
    explorer.get_by_label("Speed").select_option("quarter")
    explorer.get_by_role("button", name="Run").click()
    rest(shown.page, 1000)
    before = float(explorer.evaluate(_MOMENT)[2].split()[1])
    explorer.locator("input[type=range]").first.press("ArrowLeft")
    rest(shown.page, 1500)
    assert explorer.get_by_role("button", name="Pause").count()
    after = float(explorer.evaluate(_MOMENT)[2].split()[1])
    assert before < after < 30
    explorer.get_by_role("button", name="Pause").click()
    rest(shown.page, 400)
    assert shown.ask("[start_practice.state.tap, start_practice.position > 0]") == [4.5, True]
    explorer.get_by_label("Speed").select_option("usual")


def test_an_explorer_takes_the_page_of_jupyterlab_and_back(scratch):
    book = scratch("import spine_edu\nspine_edu.RunTheLoop()")
    look = "document.querySelector('.spine-edu').dataset.look"
    for theme, name in (("JupyterLab Dark", "dark"), ("JupyterLab Light", "light")):
        book.page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
        book.page.wait_for_function(f"{look} === '{name}'", timeout=8000)
        # Two themes within a fifth of a second make JupyterLab take its own curtain off the page twice.
        book.page.wait_for_selector("#jupyterlab-splash", state="detached")
    assert not book.errors + book.kernel_errors()


def test_each_control_has_a_form_of_its_own_that_leads_nowhere(shown):
    """Chrome looks through a whole form at each move of one of its controls; without one, through the whole page."""
    forms = shown.page.evaluate("""() => [...document.querySelectorAll(
        ":is(.spine-edu-main, .spine-edu-player) :is(input, select, textarea)")].map((one) =>
        [one.closest(".spine-edu").querySelector("h3").textContent, one.form?.elements.length ?? 0])""")
    assert len(forms) > 200 and [one for one in forms if not 1 <= one[1] <= 8] == []
    address = shown.page.url
    box = shown.page.locator(".spine-edu-control input[inputmode=decimal]").first
    box.press("Enter")
    rest(shown.page, 300)
    assert shown.page.url == address and box.is_visible()


def test_all_explorers_of_a_page_share_one_style(shown):
    assert shown.page.locator("style[data-spine-edu]").count() == 1
    assert shown.page.locator(".spine-edu style").count() == 0
    first = shown.page.locator(".spine-edu-body").first
    assert first.evaluate("node => getComputedStyle(node).display") == "grid"
