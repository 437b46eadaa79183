"""The random walk sees what is wrong: a page that lags behind Python, a blank picture, an error; and can be repeated.

Each notebook is walked through in test_notebooks.py; longer walks, on other hosts, are ``python -m tools.walk``.
"""

import pytest

from tools.doors import JupyterDoor, listen
from tools.walk import Fault, Walk

CELL = "import spine_edu\nbath = spine_edu.Practice()\nbath"
#: What is broken -> where, how, and how the walk says it.
BROKEN = {
    "an update that is dropped": ("kernel", "setattr(bath.widget, '_write', lambda *given: None)", "in Python"),
    "a figure that stays": ("kernel", "setattr(bath.widget, '_drawn', dict)", "not what Python would draw"),
    "a stale sentence": (
        "page",
        "() => { const line = document.querySelector('.spine-edu-sentence'), old = line.textContent;"
        " new MutationObserver(() => { if (line.textContent !== old) line.textContent = old; })"
        ".observe(line, { childList: true, characterData: true }); }",
        "the sentence is",
    ),
    "a blank picture": (
        "page",
        "() => { document.querySelector('.spine-edu-picture').style.opacity = 0; }",
        "the picture is blank",
    ),
    "an error in the console": ("page", "() => { console.error('broken on purpose'); }", "broken on purpose"),
    "a key that gets out": (
        "page",
        "() => { jupyterapp.shell.currentWidget.content.widgets[0].model.sharedModel.source += ' '; }",
        "the cells of the notebook have changed",
    ),
}


@pytest.fixture
def walk(scratch):
    """A walk through a notebook with one explorer."""
    return begun(scratch)


def begun(scratch, seed=7):
    """Return a walk that begins."""
    book = scratch(CELL)
    return Walk(JupyterDoor(book, listen(book.page)), seed=seed, name="scratch", wide=(1280, 700))


def test_the_same_seed_makes_the_same_moves(scratch):
    one, other = begun(scratch), begun(scratch)
    for walk in (one, other):
        walk.go(12)
    assert list(one.done) == list(other.done)
    assert len(one.kinds) >= 3


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_found_and_told_with_seed_and_moves(walk, what):
    where, how, told = BROKEN[what]
    walk.go(1)
    walk.page.evaluate(how) if where == "page" else walk.door.book.ask(how)
    with pytest.raises(Fault, match=told) as found:
        walk.go(60)
    assert f"seed 7, scratch, move {walk.count}" in str(found.value)
    assert f"\n  {walk.count}. " in str(found.value)
