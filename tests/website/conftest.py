"""One build of the site, one server that hands it out, and one browser that reaches nothing else."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.lab import chrome, handed_out, new_page

HERE = Path(__file__).parent
#: Under which path the site is handed out, as a project's page is.
UNDER = "spine"


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents and {"site", "editions"} & set(item.fixturenames):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture(scope="package")
def built(tmp_path_factory, root):
    """The folder of a site that was built just now; or, while one works on the tests, the one in SPINE_SITE."""
    if os.environ.get("SPINE_SITE"):
        return Path(os.environ["SPINE_SITE"]).resolve()
    if shutil.which("npm") is None:
        if os.environ.get("CI"):
            pytest.fail("No npm: the site cannot be built.")
        pytest.skip("No npm: the site cannot be built.")
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "site"
    trouble = built_by_the_first(shared, root)
    assert trouble == "", trouble
    return shared / UNDER


def built_by_the_first(shared, root):
    """Build the site in a folder of which the first of several workers takes hold; return what went wrong.

    Two builds at once would work in one folder of the checkout.
    """
    told = shared / "trouble.txt"
    try:
        shared.mkdir()
    except FileExistsError:
        while not told.exists():
            time.sleep(1)
        return told.read_text(encoding="utf-8")
    trouble = "The build did not end."
    try:
        done = subprocess.run(
            [sys.executable, root / "website" / "build.py", shared / UNDER], capture_output=True, text=True, timeout=280
        )
        trouble = "" if done.returncode == 0 else done.stderr[-3000:] or trouble
    finally:
        (shared / "told").write_text(trouble, encoding="utf-8")
        (shared / "told").replace(told)
    return trouble


@pytest.fixture(scope="package")
def site(built):
    """The address of the built site, handed out by the server of the classroom kit."""
    with handed_out(built) as address:
        yield address


@pytest.fixture(scope="package")
def running(chromium):
    """The one browser."""
    with chrome() as browser:
        yield browser


@pytest.fixture
def page(running):
    """A page of a new reader; what goes wrong in it fails the test."""
    page, wrong = new_page(running, reduced_motion=True), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: "127.0.0.1" in request.url or wrong.append(f"asks for {request.url}"))
    yield page
    page.context.close()
    assert not wrong, wrong


@pytest.fixture
def phone(running):
    """The same, for somebody with a phone."""
    window = {"width": 390, "height": 844}
    context = running.new_context(viewport=window, has_touch=True, is_mobile=True, reduced_motion="reduce")
    context.set_default_timeout(60_000)
    context.route(
        lambda url: "127.0.0.1" not in url and not url.startswith(("data:", "blob:")), lambda one: one.abort()
    )
    yield context.new_page()
    context.close()


def come_near(page, name):
    """Scroll to the place with this id, wait until it is filled, and return it."""
    place = page.locator(f"#{name}")
    place.scroll_into_view_if_needed()
    page.wait_for_selector(f"#{name}[data-live]")
    return place
