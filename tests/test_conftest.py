"""The shared rules see what they are there for: an error inside a callback, and a missing browser."""

import os
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

BUTTON = """
import ipywidgets as widgets
import pytest

def press():
    button = widgets.Button()
    button.on_click(lambda _: 1 / 0)
    button.click()

def test_press():
    press()

@pytest.mark.callback_error
def test_press_on_purpose():
    press()
"""

BROWSER = """
def test_look(chromium):
    assert chromium
"""


@pytest.fixture
def run_pytest(root, tmp_path):
    """Run pytest on one made-up file beside a copy of our conftest.py; returns its exit code and its words."""
    shutil.copy(root / "tests" / "conftest.py", tmp_path)

    def run(source, **environment):
        (tmp_path / "test_made_up.py").write_text(source, encoding="utf-8")
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-c",
                str(root / "pyproject.toml"),
                "--rootdir",
                str(root),
                "-rs",
                "-p",
                "no:cacheprovider",
                str(tmp_path / "test_made_up.py"),
            ],
            cwd=root,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout

    return run


def test_a_broken_button_fails_its_test_unless_it_is_meant_to_break(run_pytest):
    code, words = run_pytest(BUTTON)
    assert code == 1 and "A callback raised ZeroDivisionError: division by zero" in words
    assert "2 passed, 1 error" in words.splitlines()[-1] and "test_press_on_purpose" not in words


@pytest.mark.parametrize("in_ci", ["true", ""])
def test_a_missing_browser_fails_in_ci_and_is_a_skip_elsewhere(run_pytest, tmp_path, in_ci):
    nowhere = str(tmp_path / "nowhere")
    code, words = run_pytest(BROWSER, CI=in_ci, PATH=nowhere, PLAYWRIGHT_BROWSERS_PATH=nowhere)
    assert "No Chromium or Chrome was found, so the tests in a real browser did not run." in words
    assert code == (1 if in_ci else 0)
    assert ("1 error" if in_ci else "1 skipped") in words.splitlines()[-1]


def test_a_pytest_that_a_test_starts_does_not_take_the_options_of_this_one():
    assert "PYTEST_ADDOPTS" not in os.environ
