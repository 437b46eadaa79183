"""Stills: another state beside the text that speaks of it, while the explorer stays as it is."""

import pytest

import spine_edu
from spine_edu.registry import REGISTRY

PARTS = pytest.mark.parametrize("part", REGISTRY)


@PARTS
def test_a_still_shows_another_state_and_moves_nothing(part):
    explorer = getattr(spine_edu, REGISTRY[part])(ask_first=True)
    before = explorer.state, explorer.phase
    for row in explorer.scenarios:
        still = explorer.still(row.name)
        assert str(still).startswith(f"{row.name}. {row.notice}")
        explorer.scenario(row.name)
        assert explorer.describe() in str(still)
        explorer.undo()
    assert (explorer.state, explorer.phase) == before


@PARTS
def test_a_still_of_a_limit_says_what_is_wrong_there(part):
    explorer = getattr(spine_edu, REGISTRY[part])()
    for row in explorer.limits:
        assert row.shows in str(explorer.still(limit=row.key))


@PARTS
def test_there_is_nothing_to_move_in_a_still(part):
    explorer = getattr(spine_edu, REGISTRY[part])(ask_first=True)
    face = explorer.still(explorer.scenarios[0].name).session.widget
    assert face.card["still"] and face.card["title"] == explorer.scenarios[0].name
    assert not (face.card["controls"] or face.card["first"] or face.card["scenarios"] or face.grips or face.playable)
    assert face.sentence.endswith(face.session.describe())


def test_a_still_is_held_against_another_state():
    loop = spine_edu.RunTheLoop()
    assert "Against A" in str(loop.still("A little above the border", beside={}))
    assert "Against A" in str(loop.still(gain=1.2, beside="Exactly at the border"))
    assert str(loop.still(gain=1.2)).startswith("Gain per turn: 1.20. Gain 1.20 per turn")


def test_a_still_starts_where_its_explorer_started():
    loop = spine_edu.RunTheLoop(gain=1.1)
    loop.set(gain=0.5)
    assert "Gain 1.10 per turn" in str(loop.still())


def test_what_a_stored_page_keeps_of_a_still():
    for backend in ("live", "redraw", "static"):
        still = spine_edu.RunTheLoop(backend_name=backend).still(gain=1)
        kept = still._repr_mimebundle_()
        shown = kept[0] if isinstance(kept, tuple) else kept
        assert shown["text/plain"] == str(still) and "Gain per turn: 1.00" in shown["text/html"]


def test_a_still_may_be_folded_under_some_words():
    loop = spine_edu.RunTheLoop()
    assert loop.still(gain=1, folded="One solution").session.widget.card["folded"] == "One solution"
    assert loop.still(gain=1).session.widget.card["folded"] == loop.widget.card["folded"] == ""
    slower = spine_edu.RunTheLoop(backend_name="redraw").still(gain=1, folded="One solution").session.widget
    (fold,) = slower.children
    assert fold.selected_index is None and fold.get_title(0) == "One solution"


def test_a_still_has_the_numbers_of_its_state_and_does_not_tell_the_answer_once_more():
    loop = spine_edu.RunTheLoop()
    loop.predict([6, 5, 4, 3, 2])
    still = loop.still(gain=1)
    assert str(still.table()) == str(spine_edu.RunTheLoop(gain=1).table())
    assert still.session.widget.prediction["said"] == "" != loop.widget.prediction["said"]


def test_a_still_of_what_is_not_there_is_refused_in_words():
    loop = spine_edu.RunTheLoop()
    with pytest.raises(ValueError, match="there are As it starts"):
        loop.still("no such preset")
    with pytest.raises(ValueError, match="there are brim"):
        loop.still(limit="no such limit")
    with pytest.raises(ValueError, match="no control named"):
        loop.still(no_such_control=1)
