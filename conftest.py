"""For all that pytest runs here, tests, examples and notebooks: nothing is read from a reader's own file, or kept."""

import os

import pytest

from spine_edu.keeping.store import Store, use

os.environ["SPINE_EDU_KEEP"] = "no"


@pytest.fixture(autouse=True)
def nothing_kept():
    """Begin each test and each example with nothing kept, in memory alone."""
    use(Store())
