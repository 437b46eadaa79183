"""What notebook 05 and its guide say of the whole model, in numbers and in names of links, is what the model does."""

import re
from pathlib import Path

import pytest

from spine_edu import data
from spine_edu.cycle.whole.model import CycleState, simulate

ROOT = Path(__file__).parents[2]


def test_where_the_answer_changes_is_where_the_page_and_the_guide_say():
    page = "".join(
        (ROOT / path).read_text("utf-8") for path in ("notebooks/05_cycle.ipynb", "docs/teacher/05_cycle.md")
    )
    settles, lasts = re.findall(
        r"a guarding reactivity of ([\d.]+)(?: the pain settles|, and lasts from ([\d.]+) on)", page
    )
    border = float(settles[0]), float(lasts[1])
    assert settles[0] == lasts[0] and f"From {lasts[1]} on it lasts" in page
    assert [simulate(CycleState(guarding_reactivity=one)).outcome for one in border] == ["settles", "persists"]
    assert border[1] - border[0] == pytest.approx(data.parameter("cycle_model.guarding_reactivity").step)


def test_the_links_that_end_it_are_those_that_the_guide_names():
    guide = (ROOT / "docs/teacher/05_cycle.md").read_text("utf-8")
    named = re.search(r"At a reactivity of 3 the pain settles when (.+?) is cut", guide)[1]
    links = {link.value: link.text for link in data.choice("cycle_model.cut_link").options if link.value != "none"}
    ends = {name: simulate(CycleState(guarding_reactivity=3.0, cut_link=link)).outcome for link, name in links.items()}
    assert set(re.findall(r"\*([^*]+)\*", named)) == {name for name, end in ends.items() if end == "settles"}
    assert set(ends.values()) == {"settles", "persists"}


@pytest.mark.parametrize(("before", "after"), [(0.9, 1.8), (1.5, 3.0)])
def test_twice_the_reactivity_does_what_the_poll_says(before, after):
    guide = (ROOT / "docs/teacher/05_cycle.md").read_text("utf-8")
    first, last = (f"{simulate(CycleState(guarding_reactivity=one)).rating[-1]:.1f}" for one in (before, after))
    told = f"it is {first} of 10 both times" if first == last else f"it goes from {first} to {last}"
    assert f"from {before:g} to {after:g} {told}" in guide
