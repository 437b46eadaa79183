"""Firefox, as it is: every explorer of the course comes, is painted, and does what the keyboard says."""

import shutil

import pytest

from tests.browser.conftest import EVERY
from tools import bidi
from tools.doors import JupyterDoor
from tools.walk import Walk

OWN = "every_explorer_in_firefox.ipynb"

pytestmark = pytest.mark.skipif(not bidi.firefox(), reason="There is no Firefox; the weekly walk has one.")


@pytest.fixture(scope="module")
def walk(lab, folder):
    """A walk in Firefox through the notebook with every explorer."""
    # Under its own name it has its own kernel: the other browser goes on with the one of EVERY.
    shutil.copy(folder / EVERY, folder / OWN)
    with bidi.running_firefox() as session:
        door = JupyterDoor.open(bidi.Page(session), lab, OWN)
        yield Walk(door, seed=1, name=OWN)
        door.close()


def titles(walk):
    return sorted(walk.page.evaluate("spineWalk.shown()"))


def test_every_explorer_is_painted_and_agrees_with_python(walk):
    assert sorted(walk.told) == titles(walk) and len(walk.told) > 30
    for title in titles(walk):
        walk.title = title
        assert walk.look({}, None, closely=True) == []


def test_the_keyboard_moves_a_slider_and_the_sentence_follows(walk):
    followed = []
    for title in titles(walk):
        walk.title = title
        offers = walk.page.evaluate("title => spineWalk.offers(title)", walk.title)
        sliders = [at for at, one in enumerate(offers) if one["kind"] == "slider" and one["label"]]
        if not sliders:
            continue
        before = walk.page.evaluate("spineWalk.shown()")[walk.title]["sentence"]
        walk.page.evaluate("at => spineWalk.focus(at)", sliders[0])
        for key in ("Home", "ArrowRight", "ArrowRight"):
            walk.page.keyboard.press(key)
        walk.door.rest(100)
        assert walk.look({}, None, closely=False) == []
        followed.append(walk.page.evaluate("spineWalk.shown()")[walk.title]["sentence"] != before)
    assert len(followed) > 20 and sum(followed) > 0.8 * len(followed)


def test_what_goes_wrong_in_a_callback_console_or_page_is_heard(walk):
    """Last: nothing is right afterwards."""
    for how in ("console.error('said on purpose')", "setTimeout(() => { throw new Error('thrown on purpose'); })"):
        walk.page.evaluate(f"() => {{ {how}; }}")
    walk.door.rest(300)
    assert [one.partition(" ")[0] for one in walk.door.trouble()] == ["console:", "page:"]
