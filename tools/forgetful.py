"""Asked by tools/mutants.py: each test begins with empty caches, or a changed function might not be called at all."""

import sys

import pytest


@pytest.fixture(autouse=True)
def forgetful():
    """Begin a test with every cache of the package empty."""
    empty_caches("spine_edu")


def empty_caches(*beginnings):
    """Empty what functions have kept, in all modules whose names begin so."""
    for name, module in list(sys.modules.items()):
        if name.startswith(beginnings):
            for item in list(vars(module).values()):
                if hasattr(item, "cache_clear"):
                    item.cache_clear()
