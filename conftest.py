"""For all that pytest runs here, tests, examples and notebooks: nothing is read from a reader's own file, or kept."""

import os

import pytest

from spine_edu.keeping.store import Store, use

os.environ["SPINE_EDU_KEEP"] = "no"
# What was asked of this pytest is not meant for one that a test starts.
os.environ.pop("PYTEST_ADDOPTS", None)


@pytest.fixture(autouse=True)
def nothing_kept():
    """Begin each test and each example with nothing kept, in memory alone."""
    use(Store())
