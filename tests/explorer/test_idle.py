"""No dead control: each changes something, or says why it changes nothing."""

import json

import pytest

import spine_edu
from spine_edu import data
from spine_edu.explorer import card
from spine_edu.registry import REGISTRY
from tests.explorer.answers import WRITTEN


def seen(explorer):
    """Return what a reader sees and hears, as one text."""
    drawn = json.dumps(explorer.drawn, default=lambda value: value.tolist())
    return f"{drawn} {explorer.describe()}"


def others(state, name):
    """Return the states that differ from this one in one control: at each choice, or at some steps up to both ends."""
    declared = state.declarations()[name]
    if isinstance(declared, data.Choice):
        values = declared.values
    elif isinstance(declared, data.Text):
        values = WRITTEN
    else:
        last = card.steps(declared)
        values = [card.at_step(declared, step) for step in sorted({0, last // 3, last // 2, last})]
    for value in values:
        try:
            other = state.replace(**{name: value})
        except ValueError:
            continue
        if other != state:
            yield other


@pytest.mark.parametrize("part", REGISTRY)
def test_what_changes_nothing_says_so_and_nothing_else_does(part):
    explorer = getattr(spine_edu, REGISTRY[part])(ask_first=False)
    for row in explorer.scenarios:
        explorer.scenario(row.name)
        start, idle, here = explorer.state, explorer.idle(), seen(explorer)
        for name in start.declarations():
            changed = []
            for other in others(start, name):
                explorer.set(**vars(other))
                assert isinstance(explorer.idle(), dict)
                changed.append(seen(explorer) != here)
                # One change is enough of a control that is to be moved.
                if changed[-1] and name not in idle:
                    break
            assert not (name in idle and any(changed)), f"{row.name}: {name} is not idle"
            assert name in idle or any(changed) or not changed, f"{row.name}: {name} is dead"
            explorer.set(**vars(start))


@pytest.mark.parametrize("part", REGISTRY)
def test_reasons_are_sentences_about_controls_that_are_there(part):
    explorer = getattr(spine_edu, REGISTRY[part])(ask_first=False)
    for row in explorer.scenarios:
        explorer.scenario(row.name)
        idle = explorer.idle()
        assert idle.keys() <= explorer.state.declarations().keys()
        assert all(why[0].isupper() and why.endswith(".") for why in idle.values())
        assert not idle.keys() & {grip["control"] for grip in explorer.grips()}


def test_nothing_is_idle_under_a_veil():
    explorer = spine_edu.ShapeBuilder(ask_first=True, extent=100)
    if explorer.veiled:
        assert explorer.idle() == {}
    explorer.look()
    assert "dome" in explorer.idle()
