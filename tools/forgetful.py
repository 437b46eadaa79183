"""Asked by tools/mutants.py: each test begins with empty caches, or a changed function might not be called at all."""

import sys

import pytest


@pytest.fixture(autouse=True)
def forgetful():
    """Empty every cache of the package."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "spine_edu":
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
