"""Faults that readers met, where only a browser shows whether they are mended."""

import nbformat
import pytest
from nbclient import NotebookClient

from tools.lab import Notebook, new_page, rest, write_notebook

#: Where a point of a trace lies in the window, and what it carries: (title, trace, choice) -> {x, y}.
_PLACE = """([title, name, choice]) => {
    const heading = [...document.querySelectorAll('.spine-edu h3')].find((node) => node.textContent === title);
    const picture = heading.closest('.spine-edu').querySelector('.spine-edu-picture');
    picture.scrollIntoView({ block: 'center' });
    const trace = picture._fullData.find((one) => one.name === name);
    const index = trace.customdata.indexOf(choice);
    const [xaxis, yaxis] = [trace.xaxis, trace.yaxis].map((one) => picture._fullLayout[`${one[0]}axis${one.slice(1)}`]);
    const middle = trace.type === 'bar' ? trace.base[index] + trace.x[index] / 2 : trace.x[index];
    const box = picture.getBoundingClientRect(), scale = box.width / picture.offsetWidth;
    return { x: box.left + scale * (xaxis._offset + xaxis.d2p(middle)),
             y: box.top + scale * (yaxis._offset + yaxis.d2p(trace.y[index])) }; }"""


def click(book, title, trace, choice):
    rest(book.page, 300)
    place = book.page.evaluate(_PLACE, [title, trace, choice])
    book.page.mouse.click(place["x"], place["y"])
    rest(book.page, 500)


@pytest.mark.parametrize("width", [1280, pytest.param(760, marks=pytest.mark.weekly)])
@pytest.mark.parametrize(
    ("part", "trace", "choice"),
    [
        ("loads_pressure", "Readings", "posture:turning"),
        ("cycle_arrows", "Signs", "arrow:herniation_inflammation"),
        ("cycle_arrows", "Places to click", "arrow:herniation_inflammation"),
        ("anatomy_roots", "Zones to click", "zone:foraminal;side:left;within:0"),
        ("anatomy_tissues", "Dots to click", "tissue:facet"),
        ("herniation_shape", "zones to click", "zone:foraminal;side:right"),
        ("herniation_scans", "types to press", "kind:bulge"),
    ],
)
def test_a_click_that_is_promised_acts(shown, width, part, trace, choice):
    """Case 04, in a wide place and in one that scales the picture down."""
    shown.page.set_viewport_size({"width": width, "height": 1000})
    click(shown, shown.ask(f"{part}.title"), trace, choice)
    for setting in choice.split(";"):
        name, _, value = setting.partition(":")
        got = shown.ask(f"{part}.state.{name}")
        assert (f"{got:g}" if isinstance(got, float) else got) == value


def test_a_click_on_a_disc_acts_in_the_flat_drawing_too(running, lab, folder):
    page = new_page(running)
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
    write_notebook(folder / "flat.ipynb", "import spine_edu\ncolumn = spine_edu.Column()\ncolumn")
    book = Notebook(page, lab, "flat.ipynb")
    book.run_all()
    book.page.wait_for_selector(".spine-edu-picture[data-ready]")
    click(book, book.ask("column.title"), "Discs to click", "disc:L3-4")
    assert book.ask("column.state.disc") == "L3-4"
    book.close()


# What a page shows that is not run -----------------------------------------------------------------------------------

_OUTPUTS = """() => {
    const outputs = [...document.querySelectorAll('.jp-OutputArea-output')];
    const pictures = outputs.flatMap((node) => [...node.querySelectorAll('img[src^=data]')]);
    return { pictures: pictures.length, seen: pictures.filter((img) => img.naturalWidth > 300).length,
             words: outputs.map((node) => node.textContent).join('\\n') }; }"""


def trust(book):
    book.page.evaluate("() => { jupyterapp.commands.execute('notebook:trust'); }")
    book.page.get_by_role("button", name="Trust").click()
    rest(book.page, 500)
    assert book.page.evaluate(
        "jupyterapp.shell.currentWidget.content.widgets.filter(c => c.model.type === 'code')"
        ".every(c => c.model.trusted)"
    )


@pytest.mark.parametrize("trusted", [False, True])
def test_a_notebook_that_is_not_run_shows_its_pictures_and_sentences(running, lab, folder, trusted):
    """Cases 05 and 18: "model not found" stood where the picture was, and its sentence nowhere."""
    stored = nbformat.read(folder / "05_cycle.ipynb", 4)
    sentences = [
        output.data["text/plain"]
        for cell in stored.cells
        for output in cell.get("outputs", [])
        if "<img" in output.get("data", {}).get("text/html", "")
    ]
    page = new_page(running)
    book = Notebook(page, lab, "05_cycle.ipynb")
    if trusted:
        trust(book)
    rest(page, 1500)
    shown = page.evaluate(_OUTPUTS)
    assert shown["pictures"] == shown["seen"] == len(sentences) > 0
    assert [sentence for sentence in sentences if sentence not in shown["words"]] == []
    assert "not found" not in shown["words"]
    book.close()


def test_an_executed_notebook_shows_its_explorer_without_a_kernel(running, lab, folder):
    """Cases 06 and 08: the state that ``nbconvert --execute`` saves is enough for the picture and its place."""
    book = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_code_cell(cell)
            for cell in (
                "import spine_edu\nbath = spine_edu.Practice()\nbath",
                "bath.hold()\nbath.set(tap=6)\nbath.reset()",
            )
        ]
    )
    NotebookClient(book, kernel_name="python3").execute()
    nbformat.write(book, folder / "executed.ipynb")
    page = new_page(running)
    opened = Notebook(page, lab, "executed.ipynb")
    trust(opened)
    page.locator(".spine-edu-picture[data-ready] .main-svg").first.wait_for(timeout=20_000)
    widths = page.evaluate("[...document.querySelectorAll('.spine-edu-main, .spine-edu-view')].map(e => e.offsetWidth)")
    assert widths[1] > 400
    assert "litres" in page.locator(".spine-edu-sentence").inner_text()
    assert opened.errors == []
    opened.close()


# The slower way ------------------------------------------------------------------------------------------------------


def test_the_slower_way_cuts_no_label_and_names_every_slider(running, lab, folder):
    """Case 19: labels read "Steps of t...", and sliders had no names."""
    write_notebook(
        folder / "redraw.ipynb",
        "import spine_edu\narrows = spine_edu.ArrowByArrow(backend_name='redraw')\narrows",
        "whole = spine_edu.WholeCycle(backend_name='redraw')\nwhole",
    )
    page = new_page(running)
    book = Notebook(page, lab, "redraw.ipynb")
    book.run_all()
    page.get_by_role("button", name="More controls").last.click()
    rest(page, 1500)
    cut = page.evaluate("""() => [...document.querySelectorAll('.spine-edu-control label')]
        .filter((node) => node.checkVisibility() && node.scrollWidth > node.clientWidth + 1
            || getComputedStyle(node).whiteSpace === 'nowrap')
        .map((node) => node.textContent)""")
    assert cut == []
    handles = page.locator(".spine-edu .noUi-handle")
    names = handles.evaluate_all("nodes => nodes.map(node => node.getAttribute('aria-label'))")
    assert len(names) > 10
    assert {"Steps of the article shown", "Daily load (× standing)"} <= set(names)
    assert None not in names
    handles.first.focus()
    page.keyboard.press("ArrowRight")
    rest(page, 800)
    assert book.ask("arrows.state.steps") == 2
    assert book.ask("arrows.describe()") in page.locator(".spine-edu").first.inner_text()
    assert book.errors + book.kernel_errors() == []
    book.close()


def test_a_refused_choice_goes_back_in_the_slower_way(running, lab, folder):
    """Case 01, as the browser shows it."""
    write_notebook(
        folder / "refused.ipynb",
        "import spine_edu\nfinder = spine_edu.RootFinder(backend_name='redraw', zone='extraforaminal')\nfinder",
    )
    book = Notebook(new_page(running), lab, "refused.ipynb")
    book.run_all()
    disc = book.page.get_by_label("Disc", exact=True)
    disc.select_option("C4-5 (neck)")
    book.page.get_by_role("alert").filter(has_text="C4-5").wait_for()
    rest(book.page, 500)
    assert disc.evaluate("node => node.selectedOptions[0].text").startswith("L4-5")
    assert book.ask("finder.state.level") == "L4-5"
    book.close()


def test_after_run_all_the_slower_way_shows_what_the_code_set(running, lab, folder):
    """Case 25, with the sliders of ipywidgets: none sends its own rounding back."""
    write_notebook(
        folder / "slower_run.ipynb",
        "import spine_edu\nwhole = spine_edu.WholeCycle(backend_name='redraw')\nwhole",
        "whole.reset()\nfor reactivity in (0.3, 3.1, 0.7, 2.2):\n"
        "    whole.set(guarding_reactivity=reactivity)\n"
        "whole.scenario(whole.scenarios[2].name); whole.reset()\n"
        "whole.set(guarding_reactivity=0.9, load=1.33); told = whole.to_text()",
    )
    book = Notebook(new_page(running), lab, "slower_run.ipynb")
    book.run_all()
    rest(book.page, 2500)
    assert book.ask("whole.to_text()") == book.ask("told") == "cycle_model v1: load 1.33"
    assert book.page.get_by_label("Daily load").first.input_value() == "1.33"
    box = book.page.get_by_label("Daily load").first
    box.fill("0,75")
    box.press("Tab")
    rest(book.page, 600)
    assert book.ask("whole.state.load") == 0.75
    box.fill("9")
    box.press("Tab")
    book.page.get_by_role("alert").filter(has_text="outside the range").wait_for()
    assert box.input_value() == "0.75"
    book.close()
