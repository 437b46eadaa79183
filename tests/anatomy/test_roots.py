"""Which root a herniation reaches: the textbook rules, disc by disc, and what is said of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.anatomy.roots import words
from spine_edu.anatomy.roots.model import RootsState, places, simulate, zones

LEVELS = RootsState.declarations()["level"].values


def reached(level, zone):
    return simulate(RootsState(level=level, zone=zone))


@pytest.mark.parametrize("row", data.table("anatomy_roots"), ids=lambda row: row.root)
def test_the_model_agrees_with_the_table(row):
    """Rule and table were written apart: the rule counts vertebrae, the table is the textbook's."""
    if row.subarticular_disc:
        assert reached(row.subarticular_disc, "subarticular").root == row.root
    if row.foraminal_disc:
        assert reached(row.foraminal_disc, "foraminal").root == row.root


@pytest.mark.parametrize(
    "level, zone, root, role",
    [
        ("L4-5", "subarticular", "L5", "traversing"),
        ("L4-5", "foraminal", "L4", "exiting"),
        ("L4-5", "extraforaminal", "L4", "exiting"),
        ("L5-S1", "subarticular", "S1", "traversing"),
        ("L5-S1", "foraminal", "L5", "exiting"),
        ("L1-2", "subarticular", "L2", "traversing"),
        ("C5-6", "subarticular", "C6", "exiting"),
        ("C5-6", "foraminal", "C6", "exiting"),
        ("C7-T1", "foraminal", "C8", "exiting"),
        ("T1-2", "foraminal", "T1", "exiting"),
        ("T12-L1", "foraminal", "T12", "exiting"),
    ],
)
def test_the_rules(level, zone, root, role):
    result = reached(level, zone)
    assert (result.root, result.role, result.touched) == (root, role, "root")


@pytest.mark.parametrize(
    "level, touched",
    [
        ("C4-5", "cord"),
        ("C7-T1", "cord"),
        ("T1-2", "cord"),
        ("T12-L1", "end of the cord"),
        ("L1-2", "end of the cord"),
        ("L2-3", "cauda equina"),
        ("L4-5", "cauda equina"),
        ("L5-S1", "cauda equina"),
    ],
)
def test_what_lies_in_the_middle(level, touched):
    result = reached(level, "central")
    assert (result.touched, result.root, result.row) == (touched, "", None)


@given(st.sampled_from(LEVELS), st.sampled_from(["left", "right"]), st.data())
def test_a_root_reached_lies_at_this_level(level, side, chance):
    zone = chance.draw(st.sampled_from(zones(level)))
    result = simulate(RootsState(level=level, side=side, zone=zone))
    assert result.root in ("", result.exiting, result.traversing)
    mirrored = simulate(RootsState(level=level, side="left" if side == "right" else "right", zone=zone))
    assert mirrored.root == result.root


def test_places_of_a_root():
    assert places("L5") == (("L4-5", "subarticular"), ("L5-S1", "foraminal"), ("L5-S1", "extraforaminal"))
    assert places("C6") == (("C5-6", "subarticular"), ("C5-6", "foraminal"))
    with pytest.raises(ValueError, match="No herniation on the list reaches a root 'S4'; allowed are C5"):
        places("S4")


@pytest.mark.parametrize("level", ["C4-5", "C5-6", "C6-7", "C7-T1", "T1-2"])
def test_a_zone_that_does_not_exist(level):
    with pytest.raises(
        ValueError, match=f"{level} has no extraforaminal zone.*Allowed there are central, subarticular, foraminal"
    ):
        RootsState(level=level, zone="extraforaminal")


@pytest.mark.parametrize("change", [{"level": "L6-7"}, {"zone": "behind"}, {"side": "both"}])
def test_bad_settings_are_refused(change):
    with pytest.raises(ValueError, match="not an option"):
        RootsState(**change)


def test_an_unknown_disc_has_no_zones():
    with pytest.raises(ValueError, match="There is no disc 'C1-2'; the 23 discs run from C2-3 to L5-S1"):
        zones("C1-2")


@pytest.mark.parametrize(
    "level, zone, share",
    [
        ("L4-5", "subarticular", "anatomy_roots.off_map_low_back"),
        ("C6-7", "foraminal", "anatomy_roots.off_map_neck"),
        ("L5-S1", "subarticular", "anatomy_roots.on_map_s1"),
    ],
)
def test_every_root_says_how_far_the_map_can_be_trusted(level, zone, share):
    said = words.sentence(simulate(RootsState(level=level, zone=zone)))
    assert f"{data.value(share):.1f} %" in said and "Trust in the map" in said


def test_root_sentence_holds_the_row():
    result = simulate(RootsState(level="L5-S1"))
    said = words.sentence(result)
    for part in (result.row.skin, result.row.key_muscle, result.row.reflex, "right S1 root"):
        assert part in said


def test_low_back_never_says_cord_is_reached():
    for level in ("L2-3", "L3-4", "L4-5", "L5-S1"):
        for zone in zones(level):
            result = simulate(RootsState(level=level, zone=zone))
            assert "cord" not in result.touched
            for match in re.findall(r"[^.;]*cord[^.;]*", words.sentence(result)):
                assert "not" in match
