"""The contact sheet asks for every explorer in each scenario, theme and width, and counts what is missing."""

import re

import spine_edu
from spine_edu.registry import REGISTRY
from tools.gallery import BEST, PICTURES, THEMES, WIDTHS, best_page, lacking, listed, sheet


def test_it_asks_for_every_explorer_scenario_theme_and_width():
    shots = listed()
    scenarios = sum(len(getattr(spine_edu, name)().scenarios) for name in REGISTRY.values())
    assert len(shots) == scenarios * len(THEMES) * len(WIDTHS) == len({shot.name for shot in shots})
    assert {shot.part for shot in shots} == set(REGISTRY)


def test_what_is_missing_is_counted_and_shown(tmp_path):
    shots = listed(["start_practice"], ["light", "dark"], [390])
    here, *rest = shots
    (tmp_path / here.name).write_bytes(b"")
    assert lacking(shots, tmp_path) == rest
    page = sheet(shots, tmp_path)
    assert f"1 pictures, {len(rest)} missing." in page
    assert page.count(">missing<") == len(rest) and re.findall(r'<img src="([^"]+)" alt="([^"]+)"', page) == [
        (here.name, "Practice, As it starts, light, 390 px")
    ]
    assert all(shot.scenario in page for shot in shots)


def test_the_page_of_the_chosen_ones_says_what_the_explorers_say_and_the_readme_shows_some(root):
    assert (root / "docs" / "gallery.md").read_text(encoding="utf-8") == best_page()
    assert {part.partition("_")[0] for part in REGISTRY} == {part.partition("_")[0] for part in BEST}
    assert all((PICTURES / f"{part}.png").stat().st_size < 200_000 for part in BEST)
    shown = re.findall(r"\(docs/pictures/(\w+)\.png\)", (root / "README.md").read_text(encoding="utf-8"))
    assert len(set(shown) & set(BEST)) >= 3 and "docs/gallery.md" in (root / "README.md").read_text(encoding="utf-8")
