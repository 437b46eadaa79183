"""The questions as readers meet them: keys, names, what is spoken, text that is only text, a narrow place."""

import pytest

from tools.lab import Notebook, new_page, rest, write_notebook

CELL = "import spine_edu\ncheck = spine_edu.CheckYourself('05')\ncheck"
QUESTION = ".spine-edu-question"
CHOICE = f"{QUESTION}:has([type=radio])"


@pytest.fixture(scope="module")
def open_book(running, lab, folder):
    """Open a notebook with these cells, run; closed at the end."""
    opened = []

    def open_cells(*cells):
        name = f"questions_{len(opened)}.ipynb"
        write_notebook(folder / name, *cells)
        book = Notebook(new_page(running), lab, name)
        book.run_all()
        book.page.wait_for_selector(QUESTION)
        opened.append(book)
        return book

    yield open_cells
    for book in opened:
        book.close()


@pytest.fixture(scope="module")
def asked(open_book):
    """A notebook with questions."""
    return open_book(CELL, "x = 1", "y = 2")


@pytest.fixture
def book(asked):
    """The notebook with questions, none of them answered, in a window 1280 px wide."""
    asked.page.set_viewport_size({"width": 1280, "height": 1000})
    asked.ask("setattr(check, 'answers', {})")
    asked.page.wait_for_function("!document.querySelector('.spine-edu-question input:checked')")
    return asked


def feedback(book):
    """Return the texts of all status lines that say something."""
    return [words for words in book.page.locator(f"{QUESTION} [role=status]").all_inner_texts() if words]


def wait_for_feedback(book, words):
    book.page.locator(f"{QUESTION} [role=status]").filter(has_text=words).first.wait_for(timeout=4000)


# Names ---------------------------------------------------------------------------------------------------------------


def test_each_question_is_a_group_named_by_its_stem_and_its_options_share_a_name(book):
    groups = book.page.evaluate(f"""() => [...document.querySelectorAll('{CHOICE}')].map((group) => ({{
        legend: group.querySelector('legend').textContent, fieldset: group.tagName === 'FIELDSET',
        names: [...new Set([...group.querySelectorAll('input')].map((input) => input.name))],
        labels: [...group.querySelectorAll('input')].map((input) => input.labels[0].textContent) }}))""")
    asked = book.ask(
        "[[f'{number}. {one.stem}', [' '.join(option) for option in one.options.items()]]"
        " for number, one in check.numbered() if one.kind == 'choice']"
    )
    assert [[group["legend"], group["labels"]] for group in groups] == asked
    assert all(group["fieldset"] and len(group["names"]) == 1 and group["names"][0] for group in groups)
    assert len({group["names"][0] for group in groups}) == len(groups)
    stem = book.ask("check.questions[0].stem")
    assert book.page.get_by_role("group", name=stem).get_by_role("radio").count() == 4


def test_all_of_a_line_chooses(book):
    line = book.page.locator(".spine-edu-answer").nth(1)
    box = line.bounding_box()
    assert box["height"] >= 24
    book.page.mouse.click(box["x"] + box["width"] - 8, box["y"] + box["height"] / 2)
    wait_for_feedback(book, book.ask("check.questions[0].answer('B')"))
    assert line.locator("input").is_checked()


# Keys ----------------------------------------------------------------------------------------------------------------


def test_keys_choose_options_and_none_of_them_reaches_the_notebook(book):
    page = book.page
    state = (
        "[jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.model.sharedModel.source).join('|'),"
        " jupyterapp.shell.currentWidget.content.activeCellIndex]"
    )
    first = page.locator(QUESTION).first
    first.locator("input").first.click()
    rest(page, 300)
    before = page.evaluate(state)
    for letter in "BCDA":
        page.keyboard.press("ArrowDown")
        page.wait_for_function("letter => document.activeElement.value === letter", arg=letter)
        wait_for_feedback(book, book.ask(f"check.questions[0].answer('{letter}')"))
        assert book.ask("check.answers") == {book.ask("check.questions[0].key"): letter}
    page.keyboard.press("ArrowUp")
    for key in ("x", "a", "b", "m", "j", "k", "d", "d", "z", "c", "v", "y", "Enter"):
        page.keyboard.press(key)
    rest(page, 300)
    assert page.evaluate(state) == before
    assert page.evaluate(f"Boolean(document.activeElement.closest('{QUESTION}'))")


def test_tab_goes_from_question_to_question_and_escape_out_of_them(book):
    page = book.page
    for index in (0, 1):
        page.locator(QUESTION).nth(index).locator("input").first.click()
    page.locator(QUESTION).first.locator("input").first.focus()
    page.keyboard.press("Tab")
    focus = f"[...document.querySelectorAll('{QUESTION}')].indexOf(document.activeElement.closest('{QUESTION}'))"
    assert page.evaluate(focus) == 1
    ring = "getComputedStyle(document.activeElement.closest('label')).outlineStyle"
    assert page.evaluate(ring) == "solid"
    page.keyboard.press("Escape")
    assert page.evaluate(focus) == -1


# Speech --------------------------------------------------------------------------------------------------------------


def test_feedback_stands_under_its_option_and_says_right_or_not_in_words_and_shape(book):
    right, wrong = book.ask(
        "[check.questions[0].right, next(one for one in check.questions[0].options if one != check.questions[0].right)]"
    )
    shapes = set()
    for letter, starts in ((wrong, "Not quite."), (right, "Yes.")):
        book.page.locator(QUESTION).first.locator(f"input[value={letter}]").click()
        words = book.ask(f"check.questions[0].answer('{letter}')")
        wait_for_feedback(book, words)
        assert feedback(book) == [words]
        assert words.startswith(starts)
        status = book.page.locator(f"{QUESTION} [role=status] p")
        assert status.locator("xpath=../preceding-sibling::label[1]").locator("input").input_value() == letter
        shapes.add(
            status.evaluate(
                "node => { const style = getComputedStyle(node, '::after');"
                " return style.borderRadius + style.transform; }"
            )
        )
    assert len(shapes) == 2


def test_the_same_feedback_is_spoken_again_and_other_questions_are_silent(book):
    page = book.page
    page.evaluate(f"""() => {{ window.spoken = [];
        for (const node of document.querySelectorAll('{QUESTION} [role=status]'))
            new MutationObserver((changes) => {{
                for (const {{ addedNodes }} of changes)
                    for (const added of addedNodes) spoken.push(added.textContent);
            }}).observe(node, {{ childList: true, subtree: true }}); }}""")
    options = page.locator(QUESTION).first.locator("input")
    words = {letter: book.ask(f"check.questions[0].answer('{letter}')") for letter in "AB"}
    for index in (0, 0, 1, 0):
        options.nth(index).click()
        rest(page, 400)
    assert page.evaluate("spoken") == [words["A"], words["A"], words["B"], words["A"]]


# Python --------------------------------------------------------------------------------------------------------------


def test_nothing_on_the_page_tells_an_answer_that_was_not_chosen(book):
    html = book.page.evaluate("document.querySelector('.spine-edu-questions').outerHTML")
    assert "data-right" not in html
    for words in book.ask("[words for one in check.questions for _, words, _ in one.told()]"):
        assert words not in html


def test_what_python_sets_is_shown(book):
    key = book.ask("check.questions[1].key")
    words = book.ask(f"check.answer('{key}', 'B')")
    wait_for_feedback(book, words)
    assert book.page.locator(QUESTION).nth(1).locator("input:checked").input_value() == "B"
    book.ask("setattr(check.widget, 'answers', {})")
    book.page.wait_for_function("!document.querySelector('.spine-edu-question input:checked')")
    assert feedback(book) == []


def test_a_python_that_has_stopped_is_said_in_words(open_book):
    book = open_book(CELL)
    page = book.page
    page.locator(f"{QUESTION} input").first.click()
    page.locator(f"{QUESTION} [role=status] p").wait_for()
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.shutdown()")
    page.locator(f"{QUESTION} input").nth(1).click()
    page.get_by_role("alert").filter(has_text="Python does not answer here").wait_for(timeout=4500)
    checked = page.locator(QUESTION).first.locator("input:checked")
    assert checked.input_value() == "A", "the options show again what was answered"


def test_a_python_that_was_busy_answers_late(open_book):
    book = open_book(CELL)
    page = book.page
    page.evaluate(
        "() => { jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute("
        "{ code: 'import time; time.sleep(5)' }); }"
    )
    page.wait_for_timeout(300)  # Python does not answer
    page.locator(f"{QUESTION} input").nth(2).click()
    alarm = page.locator(".spine-edu-unheard")
    alarm.filter(has_text="Python does not answer here").wait_for(timeout=4500)
    alarm.wait_for(state="hidden", timeout=6000)
    assert book.ask("check.answers") == {book.ask("check.questions[0].key"): "C"}
    assert page.locator(QUESTION).first.locator("input:checked").input_value() == "C"


def test_a_cell_that_is_run_again_leaves_nothing_behind(open_book):
    book = open_book(CELL)
    count = "len(__import__('ipywidgets').widgets.widget._instances)"
    before = book.ask(count)
    for _ in range(4):
        book.page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells'); }")
        rest(book.page, 700)
    assert book.ask(count) == before
    assert book.page.locator(".spine-edu-questions").count() == 1


# What is written is text ---------------------------------------------------------------------------------------------

HOSTILE = """import spine_edu
from spine_edu.teaching import questions
bad = "<img src=x onerror='window.hurt = 1'>"
one = questions.Choice(f"Q1{bad}", f"stem {bad}", {"A": f"option {bad}", "B": "other"},
                         {"A": f"feedback {bad}", "B": "other"}, "A")
questions.questions = lambda notebook: (one,)
check = spine_edu.CheckYourself("05", backend_name="BACKEND")
check"""


@pytest.mark.parametrize("backend", ["live", "redraw"])
def test_stem_option_and_feedback_are_text(open_book, backend):
    book = open_book(HOSTILE.replace("BACKEND", backend))
    page = book.page
    page.locator(f"{QUESTION} input").first.click()
    page.locator(f"{QUESTION} [role=status]").filter(has_text="Yes. feedback <img").wait_for(timeout=5000)
    for words in ("stem <img src=x", "option <img src=x"):
        assert words in page.locator(QUESTION).inner_text()
    assert page.locator(f"{QUESTION} img").count() == 0
    assert page.evaluate("window.hurt") is None


# Room ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_cut_in_a_narrow_place(book, width):
    page = book.page
    book.ask(
        "setattr(check, 'answers', {one.key: {'choice': 'B', 'number': '7'}[one.kind] for one in check.questions})"
    )
    page.set_viewport_size({"width": width, "height": 800})
    rest(page, 500)
    place = page.evaluate("document.querySelector('.spine-edu-questions').parentElement.clientWidth")
    page.set_viewport_size({"width": 2 * width - place, "height": 800})
    rest(page, 700)
    wide = page.evaluate("""() => { const edge = document.querySelector('.spine-edu-questions').parentElement
            .getBoundingClientRect().right + 1;
        return [...document.querySelectorAll('.spine-edu-questions, .spine-edu-questions *')]
            .filter((node) => node.getBoundingClientRect().right > edge || node.scrollWidth > node.clientWidth + 1
                && getComputedStyle(node).display !== 'inline')
            .map((node) => node.outerHTML.slice(0, 80)); }""")
    assert wide == []
    assert page.evaluate("document.querySelector('.spine-edu-questions').parentElement.clientWidth") <= width


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_words_stand_out_from_the_page_in_light_and_dark(book, theme):
    book.page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    rest(book.page, 1500)
    luminance = """(colour) => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
        return a * (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255; }"""
    words, paper = book.page.evaluate(f"""() => {{ const light = {luminance};
        const node = document.querySelector('.spine-edu-questions');
        return [light(getComputedStyle(node).color),
                light(getComputedStyle(node.closest('.jp-Notebook')).backgroundColor)]; }}""")
    dark = theme.endswith("Dark")
    assert (words > paper + 0.6) if dark else (words < 0.3 < paper)
    book.page.evaluate("jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Light' })")
