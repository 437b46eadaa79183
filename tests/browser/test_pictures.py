"""What stands on the page, node by node, is what a fresh drawing of the kernel's figure would be.

plotly.js keeps what it should have taken away, and takes away what it should have kept, if it is given certain changes;
the layout it was sent does not tell.
"""

import pytest

from spine_edu.registry import REGISTRY
from spine_edu.theme import THEMES
from tools.lab import ROOT, rest

ITEMS = f"({', '.join(REGISTRY)},)"
_DRAWN = (ROOT / "tools" / "drawn.js").read_text(encoding="utf-8")

#: Compares every picture with its figure; the figures come as JSON.
_DIFFERENCES = """async (figures) => {
    const found = [], explorers = [...document.querySelectorAll('.spine-edu')];
    for (const [index, explorer] of explorers.entries()) {
        const picture = explorer.querySelector('.js-plotly-plot');
        found.push(picture ? await spineDrawn.difference({ picture, ...JSON.parse(figures[index]) }) : '');
    }
    return found;
}"""


@pytest.fixture
def watched(shown):
    """The notebook with every explorer at its start, able to tell what is drawn."""
    shown.page.evaluate(_DRAWN)
    return shown


@pytest.mark.parametrize(
    "theme", [pytest.param(theme, marks=() if theme == "light" else pytest.mark.weekly) for theme in THEMES]
)
def test_a_toured_picture_is_like_a_fresh_one(watched, theme):
    """All scenarios forth, with one of them held for a while, and back."""
    tell(watched, f"item.set_theme({theme!r})")
    most = watched.ask(f"max(len(item.scenarios) for item in {ITEMS})")
    for stop in range(most):
        go(watched, stop)
        if stop == 1:
            tell(watched, "item.hold()")
    assert not differences(watched)
    tell(watched, "item.release()")
    for stop in reversed(range(most)):
        go(watched, stop)
        assert not differences(watched), f"scenario {stop}"


def test_a_picture_that_has_played_is_like_a_fresh_one(watched):
    """A frame may empty words and hide marks that the start shows."""
    watched.page.evaluate("""document.querySelectorAll('.spine-edu-player').forEach(bar =>
        !bar.hidden && [...bar.querySelectorAll('button')].find(one => one.textContent === 'Step')?.click())""")
    rest(watched.page, 1500)
    assert differences(watched), "nothing has played"
    tell(watched, "item.reset()")
    assert not differences(watched)


def tell(book, change):
    """Do something with each explorer, called ``item``, and wait until the page has drawn it."""
    book.ask(f"[({change}) and None for item in {ITEMS}]")
    rest(book.page, 300)


def go(book, stop):
    """Go to the scenario of that number in every explorer that has so many."""
    tell(book, f"len(item.scenarios) > {stop} and item.scenario(item.scenarios[{stop}].name)")


def differences(book):
    """Return part -> how its picture on the page differs from a fresh drawing of the kernel's figure."""
    figures = book.ask(f"[__import__('plotly').io.to_json(item.drawn, validate=False) for item in {ITEMS}]")
    found = book.page.evaluate(_DIFFERENCES, figures)
    return {part: difference for part, difference in zip(REGISTRY, found, strict=True) if difference}
