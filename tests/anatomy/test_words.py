"""What the anatomy explorers say: numbers equal to the figures, and the limits of the skin map."""

import re

import pytest

from spine_edu import data
from spine_edu.anatomy.column import model as anatomy_column
from spine_edu.anatomy.column import words as column_words
from spine_edu.anatomy.roots import model as anatomy_roots
from spine_edu.anatomy.roots import words as root_words
from spine_edu.anatomy.tissues import model as anatomy_tissues
from spine_edu.anatomy.tissues import words as tissue_words


@pytest.mark.parametrize("disc", ["C5-6", "T7-8", "L4-5", "L5-S1"])
def test_column_sentence_and_table_agree(disc):
    result = anatomy_column.simulate(anatomy_column.ColumnState(disc=disc, loss=20))
    row = next(row for row in column_words.table(result).rows if row[0] == disc)
    said = column_words.sentence(result)
    assert all(f"{number} mm" in said for number in row[1:4])
    assert row[6] in said


def test_single_series_are_shown_with_their_spread():
    rows = {row[0]: row[-1] for row in column_words.table(anatomy_column.reference()).rows}
    assert rows["L4-5"] == "front 10.9–18.1; middle 12.0–13.8; back 8.1–10.1; depth 33.1"
    assert rows["C5-6"] == "front 2.6; middle 4.1; back 1.8"
    assert rows["T7-8"] == "–"


def test_column_says_that_the_cord_has_ended():
    said = column_words.sentence(anatomy_column.simulate(anatomy_column.ColumnState(disc="L5-S1")))
    assert "roots only (the cauda equina)" in said and "the cord has ended higher up" in said


def test_column_compare_names_what_changed():
    start = anatomy_column.reference()
    flat = anatomy_column.simulate(anatomy_column.ColumnState(lordosis=36.8))
    assert "12.7° less hollow" in column_words.compare(start, flat)
    assert column_words.compare(start, start) == "The column has the same shape as in A."
    other = anatomy_column.simulate(anatomy_column.ColumnState(disc="C5-6"))
    assert "6.2 mm lower" in column_words.compare(start, other)


@pytest.mark.parametrize(
    "level, zone, share",
    [
        ("L4-5", "subarticular", "anatomy_roots.off_map_low_back"),
        ("C6-7", "foraminal", "anatomy_roots.off_map_neck"),
        ("L5-S1", "subarticular", "anatomy_roots.on_map_s1"),
    ],
)
def test_every_root_says_how_far_the_map_can_be_trusted(level, zone, share):
    said = root_words.sentence(anatomy_roots.simulate(anatomy_roots.RootsState(level=level, zone=zone)))
    assert f"{data.value(share):.1f} %" in said and "Trust in the map" in said


def test_root_sentence_holds_the_row():
    result = anatomy_roots.simulate(anatomy_roots.RootsState(level="L5-S1"))
    said = root_words.sentence(result)
    for words in (result.row.skin, result.row.key_muscle, result.row.reflex, "right S1 root"):
        assert words in said


def test_low_back_never_says_cord_is_reached():
    for level in ("L2-3", "L3-4", "L4-5", "L5-S1"):
        for zone in anatomy_roots.zones(level):
            result = anatomy_roots.simulate(anatomy_roots.RootsState(level=level, zone=zone))
            assert "cord" not in result.touched
            for match in re.findall(r"[^.;]*cord[^.;]*", root_words.sentence(result)):
                assert "not" in match


@pytest.mark.parametrize("row", anatomy_tissues.rows(), ids=lambda row: row.tissue)
def test_tissue_sentence_holds_its_row(row):
    said = tissue_words.sentence(anatomy_tissues.simulate(anatomy_tissues.TissuesState(tissue=row.tissue)))
    assert row.nerve_supply in said and row.blood_supply in said and row.job in said
    assert ("cannot" in said) is (row.feels == "no")


def test_tissue_counts_agree_with_the_table():
    result = anatomy_tissues.simulate(anatomy_tissues.TissuesState())
    counted = [sum(row[1] == answer for row in tissue_words.table(result).rows) for answer in ("yes", "partly", "no")]
    assert [len(result.by_feeling[answer]) for answer in ("yes", "partly", "no")] == counted
    assert f"{counted[0]} can feel, {counted[1]} in part, {counted[2]} not" in tissue_words.sentence(result)


def test_tissue_compare():
    one, other = (anatomy_tissues.simulate(anatomy_tissues.TissuesState(tissue=name)) for name in ("nucleus", "root"))
    assert tissue_words.compare(one, other) == "The nucleus of A answers “no”, the nerve root “yes”."
    with pytest.raises(ValueError, match="not an option"):
        anatomy_tissues.TissuesState(tissue="soul")
