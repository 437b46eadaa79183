"""What every test shares: errors that widgets swallow are failures, and one rule for a missing browser."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tools import lab

ROOT = Path(__file__).resolve().parents[1]

# How long an example takes says how busy the machine is, not whether the course is right.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """In CI, try a failed test in the browser once more: a machine shared with others may have made it late.

    The summary shows each such test with its traceback, since it may have been the course that was late. More than a
    few of them fail the run (``--max-suite-reruns``).
    """
    if os.environ.get("CI") == "true":
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def root():
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(autouse=True)
def nothing_asked(monkeypatch):
    """Do without the veil, except where a test is about just that."""
    monkeypatch.setenv("SPINE_EDU_ASK_FIRST", "no")


@pytest.fixture(autouse=True)
def no_swallowed_errors(request, caplog):
    """Fail a test in which a widget's callback raised.

    ipywidgets catches such an error and only logs it, so a broken button would pass every other check.
    A test that provokes one on purpose is marked ``callback_error``.
    """
    yield
    if request.node.get_closest_marker("callback_error"):
        return
    swallowed = [
        record
        for record in caplog.get_records("call")
        if record.name.partition(".")[0] == "traitlets" and record.exc_info
    ]
    if swallowed:
        error = swallowed[0].exc_info[1]
        pytest.fail(f"A callback raised {type(error).__name__}: {error}\n{swallowed[0].exc_text or ''}")


@pytest.fixture(scope="session")
def chromium():
    """Path of a Chromium or Chrome; without one the test is skipped, except in CI, where it fails."""
    path = lab.chromium()
    if path is None:
        sentence = (
            "No Chromium or Chrome was found, so the tests in a real browser did not run. "
            "Install one, or run: python -m playwright install chromium"
        )
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    return path
