"""For all that pytest runs here, tests, examples and notebooks: nothing is read from a reader's own file, or kept."""

import os

import pytest

from spine_edu.keeping.store import Store, use

os.environ["SPINE_EDU_KEEP"] = "no"
# What was asked of this pytest is not meant for one that a test starts.
os.environ.pop("PYTEST_ADDOPTS", None)


def pytest_addoption(parser):
    """Let a run ask for what is otherwise left out."""
    parser.addoption(
        "--weekly", action="store_true", help="also run what asks once more in another look: for each week"
    )


def pytest_collection_modifyitems(config, items):
    """Leave out what is for each week only, unless it is asked for."""
    if not config.getoption("--weekly"):
        left_out = [item for item in items if item.get_closest_marker("weekly")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("weekly")]


@pytest.fixture(autouse=True)
def nothing_kept():
    """Begin each test and each example with nothing kept, in memory alone."""
    use(Store())
