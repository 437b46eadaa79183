"""Notebooks run in JupyterLab ask nobody but the reader's own Jupyter for anything: requests elsewhere are counted."""

import pytest

from tools.lab import Notebook, new_page


def elsewhere(page):
    """Return a list that grows with each address outside this machine that the page, or a worker of it, asks for."""
    asked = []

    def note(address):
        if not address.startswith(("data:", "blob:", "http://127.0.0.1:", "ws://127.0.0.1:")):
            asked.append(address)

    page.context.on("request", lambda request: note(request.url))
    page.on("websocket", lambda socket: note(socket.url))
    return asked


@pytest.mark.parametrize("name", ["01_anatomy.ipynb", "05_cycle.ipynb"])
def test_a_notebook_asks_nobody_else_for_anything(running, lab, name):
    page = new_page(running)
    asked = elsewhere(page)
    book = Notebook(page, lab, name)
    book.run_all(seconds=240)
    for shown in book.page.locator(".spine-edu").all():
        shown.scroll_into_view_if_needed()
        for slider in shown.locator(".spine-edu-main input[type=range]:enabled").all()[:1]:
            slider.press("ArrowRight")
    book.page.wait_for_timeout(1000)
    book.close()
    assert len(asked) == 0, asked


def test_the_count_sees_a_request(running, lab):
    page = new_page(running)
    asked = elsewhere(page)
    page.goto(f"{lab}/lab", wait_until="commit")  # not of the API, whose pages may ask for nothing
    page.evaluate("fetch('https://example.org/count').catch(() => 0)")
    assert asked == ["https://example.org/count"]
