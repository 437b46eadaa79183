"""The themes: every word can be read, and colour is never alone."""

import dataclasses
import itertools
import json

import pytest

from spine_edu.theme import LIGHT, ROLES, THEMES, contrast

LEAST = {"light": 4.5, "dark": 4.5, "presenter": 7.0}


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_and_lines_stand_off_the_paper_and_the_panel(theme):
    words = {"ink": theme.ink, "muted": theme.muted} | {role: theme.color(role) for role in ROLES}
    for name, color in words.items():
        assert contrast(color, theme.paper) >= LEAST[theme.name], (name, color)
    for name in ("ink", "muted"):
        assert contrast(words[name], theme.panel) >= 4.5, name


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_ink_can_be_read_on_every_fill_and_solid(theme):
    for name, color in {**theme.fills, **theme.solids}.items():
        assert contrast(theme.ink, color) >= 4.5, (name, color)


def test_the_six_states_of_the_cycle_differ_without_colour():
    states = ("pain", "guarding", "herniation", "inflammation", "damage", "sensitisation")
    for one, other in itertools.combinations(states, 2):
        assert ROLES[one][1] != ROLES[other][1] and ROLES[one][2] != ROLES[other][2], (one, other)


def test_words_for_a_hall_are_never_smaller_than_its_type():
    hall = THEMES["presenter"]
    assert [theme.text(size=0.5)["size"] for theme in (LIGHT, hall)] == [LIGHT.size / 2, hall.size]
    assert hall.text(size=1.5)["size"] == 1.5 * hall.size


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_nobody_can_change_a_theme_for_everybody(theme):
    for shared in (THEMES, ROLES, theme.hues, theme.fills, theme.solids, theme.mri):
        with pytest.raises(TypeError):
            shared["red"] = "other"
        with pytest.raises(AttributeError):
            shared.clear()
    with pytest.raises(AttributeError):
        theme.ink = "other"


def test_a_theme_of_ones_own_is_a_copy_with_changes():
    colours = {**LIGHT.hues, "red": LIGHT.ink}
    own = dataclasses.replace(LIGHT, hues=colours)
    colours["red"] = LIGHT.paper
    assert own.color("pain") == LIGHT.ink != LIGHT.color("pain")
    assert json.loads(json.dumps(dict(LIGHT.hues))) == LIGHT.hues
