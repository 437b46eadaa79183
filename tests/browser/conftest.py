"""One JupyterLab and one browser for all of these tests."""

import json
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

from spine_edu.registry import REGISTRY
from tools.lab import Notebook, chrome, lab_server, new_page, rest, write_notebook

#: A notebook with every explorer, each under its part's name.
EVERY = "every_explorer.ipynb"

#: The controls in view that cannot be seen together with the whole picture, and how far off they are.
TOGETHER = """() => [...document.querySelectorAll('.spine-edu')].flatMap((explorer) => {
    const room = explorer.closest('.jp-WindowedPanel-outer').getBoundingClientRect(), found = [];
    const picture = explorer.querySelector('.spine-edu-place, .spine-edu-stage');
    const inside = (box) => box.top >= room.top - 1 && box.bottom <= room.bottom + 1;
    for (const control of explorer.querySelectorAll('.spine-edu-main .spine-edu-control')) {
        // Of controls that take turns some are out of sight.
        if (!control.checkVisibility()) continue;
        picture.scrollIntoView({ block: 'center' });
        control.scrollIntoView({ block: 'nearest' });
        const [box, beside] = [control, picture].map((node) => node.getBoundingClientRect());
        if (!inside(box) || !inside(beside))
            found.push(`${explorer.querySelector('h3').textContent}: ${control.textContent.slice(0, 20)}, `
                + `picture ${Math.round(beside.top)} to ${Math.round(beside.bottom)} of ${room.top} to ${room.bottom}`);
    }
    return found; })"""


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(480))


# The browser is shared by this folder only: while it runs, no other test in this process could run an event loop.
@pytest.fixture(scope="package")
def running(chromium):
    """The one browser."""
    with chrome() as browser:
        yield browser


@pytest.fixture(scope="package")
def folder(tmp_path_factory, root):
    """A folder with a copy of the notebooks and one notebook with every explorer."""
    folder = tmp_path_factory.mktemp("notebooks")
    for path in (root / "notebooks").glob("*.ipynb"):
        shutil.copy(path, folder)
    cells = [f"import spine_edu\n{part} = spine_edu.{name}()\n{part}" for part, name in REGISTRY.items()]
    write_notebook(folder / EVERY, *cells)
    return folder


@pytest.fixture(scope="package")
def lab(running, folder):
    """Address of a JupyterLab on `folder`."""
    with lab_server(folder, SPINE_EDU_ASK_FIRST="no") as address:
        yield address


def lay_out_all(book):
    """Lay out all explorers of a page as if each were near the window, so that all can be measured at once."""
    book.page.add_style_tag(content=".spine-edu { content-visibility: visible !important; }")


@pytest.fixture(scope="package")
def every(running, lab):
    """The notebook with every explorer, run."""
    book = Notebook(new_page(running), lab, EVERY)
    book.run_all(seconds=240)
    lay_out_all(book)
    yield book
    book.page.context.close()


@pytest.fixture
def shown(every):
    """The explorers of `every`, back at the start, in a window 1280 px wide."""
    every.page.set_viewport_size({"width": 1280, "height": 1000})
    every.ask("[(item.reset(), item.look(), item.set_theme('light')) for item in (" + ", ".join(REGISTRY) + ",)]")
    # A press on a page that is still finding its places lands beside what was meant.
    rest(every.page, 400)
    return every


@contextmanager
def opening(running, address, folder, stem):
    """Yield what opens a notebook with the given cells, run, and the list of what it has opened; closed afterwards."""
    opened = []

    def open_cells(*cells, page=None, **wanted):
        name = f"{stem}_{len(opened)}.ipynb"
        write_notebook(folder / name, *cells)
        book = Notebook(page or new_page(running, **wanted), address, name)
        book.run_all()
        opened.append(book)
        return book

    yield open_cells, opened
    for book in opened:
        book.close()


@pytest.fixture
def scratch(running, lab, folder, request):
    """Open a notebook with the given cells, run, in a page of its own; closed afterwards."""
    name = request.node.name.replace("[", "_").replace("]", "")
    with opening(running, lab, folder, f"scratch_{name}") as (open_cells, _):
        yield open_cells


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The folder of a reader."""
    return tmp_path_factory.mktemp("reader")


@pytest.fixture(scope="module")
def reader(running, home):
    """Address of a JupyterLab in which a reader keeps a file, and is asked first."""
    with lab_server(home, SPINE_EDU_KEEP="", SPINE_EDU_ASK_FIRST="yes") as address:
        yield address


def kept_in(home):
    """Return what stands in a reader's file."""
    return json.loads((home / "my_course.json").read_text(encoding="utf-8"))
