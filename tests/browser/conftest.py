"""One JupyterLab and one browser for all of these tests."""

import shutil
from pathlib import Path

import pytest

from spine_edu.registry import REGISTRY
from tools.lab import Notebook, chrome, lab_server, new_page, write_notebook

#: A notebook with every explorer, each under its part's name.
EVERY = "every_explorer.ipynb"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(300))


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


@pytest.fixture(scope="package")
def every(running, lab):
    """The notebook with every explorer, run."""
    book = Notebook(new_page(running), lab, EVERY)
    book.run_all(seconds=240)
    yield book
    book.page.context.close()


@pytest.fixture
def shown(every):
    """The explorers of `every`, back at the start, in a window 1280 px wide."""
    every.page.set_viewport_size({"width": 1280, "height": 1000})
    every.ask("[item.reset() or item.set_theme('light') for item in (" + ", ".join(REGISTRY) + ",)]")
    every.page.wait_for_timeout(300)
    return every
