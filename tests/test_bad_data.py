"""Broken data are refused with one sentence that names the file, the place and the rule; what is handed out is safe."""

import dataclasses
import json
import re
import shutil
from pathlib import Path

import pytest

from spine_edu import citations, data, reading
from tools import check_data

ROOT = Path(__file__).resolve().parents[1]

# Rows that point nowhere ------------------------------------------------------------------------------------------


def changed(monkeypatch, name, number, **cells):
    """Let one row of a table say something else for the length of a test; rows are counted as in the file."""
    rows = list(data.table(name))
    rows[number - 2] = dataclasses.replace(rows[number - 2], **cells)
    kept = data.table
    monkeypatch.setattr(data, "table", lambda asked: tuple(rows) if asked == name else kept(asked))


@pytest.mark.parametrize(
    ("name", "cells", "complaint"),
    [
        ("scenarios", {"explorer": "nobody"}, "scenarios.csv, row 3, column explorer: 'nobody' is no explorer."),
        ("scenarios", {"settings": "weight 3"}, "scenarios.csv, row 3, column settings: 'weight 3' names no control"),
        ("scenarios", {"settings": "tap 99"}, "scenarios.csv, row 3, column settings: Tap: 99 is outside the range"),
        ("challenges", {"solution": "posture x"}, "challenges.csv, row 3, column solution: "),
        ("challenges", {"key": "nothing"}, "challenges.csv, row 3, column key: 'nothing' is none of loads_pressure's"),
        ("limits", {"settings": "1,4"}, "limits.csv, row 3, column settings: '1' names no control"),
        ("limits", {"key": "nothing"}, "limits.csv: has no row 'two_answers' of loads_pressure, which failures of"),
    ],
)
def test_a_row_that_an_explorer_cannot_use_is_named(monkeypatch, name, cells, complaint):
    changed(monkeypatch, name, 3, **cells)
    assert [sentence for sentence in check_data.problems() if complaint in sentence]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of data/ that is read instead of it, for a test that damages it."""
    caches = [item for module in (data, citations) for item in vars(module).values() if hasattr(item, "cache_clear")]
    copy = shutil.copytree(ROOT / "data", tmp_path / "data")
    for module in (data, citations):
        monkeypatch.setattr(module, "DATA_FOLDER", copy)
    for cached in caches:
        cached.cache_clear()
    yield copy
    for cached in caches:
        cached.cache_clear()


def damage(path, old, new):
    """Replace the first `old` of a file, and be sure that there was one."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def test_the_copy_for_damages_is_whole(folder):
    assert data.check() == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("answers.csv", "Q4,B", "Q444,B", "row 2, column question+option: Q444, B stands in no row of questions.csv"),
        ("answers.csv", "Q4,B\n", "", "questions.csv, question Q4: answers.csv does not say which option is right"),
        ("answers.csv", "Q4,B", "Q4,E", "column option: 'E' is not one of A, B, C, D"),
        (
            "questions.csv",
            "Q4,02",
            "Q4,99",
            "questions.csv, row 2, column notebook: 99 stands in no row of notebooks.csv",
        ),
        ("questions.csv", "Q4,02,One", "Q4,02,A", "questions.csv, question Q4: its rows differ in notebook or stem"),
        (
            "case.csv",
            "01 02 04 05",
            "01 02 04 77",
            "case.csv, row 3, column notebooks: '00 01 02 04 77' names a row that notebooks.csv does not hold (77)",
        ),
        ("herniation_levels.csv", "L4-5", "L4-6", "column level: L4-6 stands in no row of anatomy_discs.csv"),
        ("cycle_treatments.csv", "bed_rest", "hope", "'hope' is no option of cycle_model.treatment in choices.csv"),
        ("treatment_cards.csv", "{relaxant_new_pain}", "{hope}", "that treatment_effects.csv does not hold ({hope})"),
        (
            "treatment_cards.csv",
            "{relaxant_new_pain}",
            "{nsaid_sciatica_pain:interval}",
            "asks for an interval of two signs ({nsaid_sciatica_pain:interval})",
        ),
        ("parameters.csv", ",0.05,", ",0,", "is no step from"),
        ("parameters.csv", ",0.05,", ",1000,", "column step: 1000 is no step from"),
        ("loads_studies.csv", ",0,2.5,", ",3,2.5,", "row 2, column low: 3 is more than the high end of the range, 2.5"),
        (
            "choices.csv",
            "view,Show,return",
            "view,Look,return",
            "key cycle_model.view: its rows differ in label or help",
        ),
        ("choices.csv", "yes", "no", "column default: 0 options say yes, but exactly one must"),
        (
            "notebooks.csv",
            "Start here",
            "Start <b>here</b>",
            "row 2, column title: 'Start <b>here</b>' holds '<b', but the words of a table are plain text",
        ),
        ("scenarios.csv", "Tap half open", "Tap &amp; drain", "column name: 'Tap &amp; drain' holds '&amp;'"),
        (
            "references.json",
            '"id": "granata1995"',
            '"id": "wilke1999"',
            "source 2: the id 'wilke1999' stands there twice",
        ),
        ("references.json", '"id": "granata1995",', "", "references.json, source 2: has no id"),
        ("references.json", ' "type": "article-journal",\n', "", "references.json, source 1 (wilke1999): has no type"),
    ],
)
def test_a_damaged_file_is_named_with_place_and_rule(folder, file, old, new, complaint):
    damage(folder / file, old, new)
    complaints = data.check()
    assert [sentence for sentence in complaints if complaint in sentence], complaints
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in complaints)


# A broken file is refused with file, row, column and rule ---------------------------------------------------------

SCHEMA = {
    "primaryKey": "name",
    "fields": [
        {"name": "name", "type": "string", "constraints": {"required": True}},
        {"name": "value", "type": "number", "constraints": {"required": True, "minimum": 0, "maximum": 100}},
        {"name": "low", "type": "number"},
        {"name": "high", "type": "number"},
        {"name": "people", "type": "integer"},
        {"name": "basis", "type": "string", "constraints": {"enum": list(data.BASIS_WORDS)}},
        {"name": "source", "type": "string", "refersTo": "references"},
    ],
}
KNOWN = {"references": {("wilke1999",)}, "choices": {("lift.hand", "left")}, "discs": {("L4-5",), ("L5-S1",)}}
HEADER = "name,value,low,high,people,basis,source\n"
GOOD = "height,11,5,20,12,measured,wilke1999\n"


def read(path, schema=SCHEMA):
    return reading.read_table(path, schema, lambda name, columns: KNOWN[name])


def test_a_text_that_names_a_source_is_read_with_it_and_a_wrong_key_is_named(tmp_path):
    path = tmp_path / "made_up.csv"
    path.write_text("name\nas in [@wilke1999]\n", encoding="utf-8")
    schema = {"fields": SCHEMA["fields"][:1]}
    (row,) = reading.read_table(path, schema, None, citations.cite)
    assert row.name == "as in Wilke et al. 1999"
    path.write_text("name\nas in [@wilke1899]\n", encoding="utf-8")
    with pytest.raises(data.DataError, match="^made_up.csv, row 2, column name: .*no source 'wilke1899'.$"):
        reading.read_table(path, schema, None, citations.cite)


def test_a_good_file_becomes_frozen_typed_records(tmp_path):
    path = tmp_path / "made_up.csv"
    path.write_text("\ufeff" + HEADER + GOOD + "width,40,,,,assumed,\n", encoding="utf-8")
    height, width = read(path)
    assert (height.value, height.people, height.source) == (11.0, 12, "wilke1999")
    assert (width.low, width.people, width.source) == (None, None, "")
    with pytest.raises(AttributeError):
        height.value = 12


@pytest.mark.parametrize(
    "row, complaint",
    [
        (",11,5,20,12,measured,wilke1999", "column name: '' is empty, but the column is required"),
        ("width,,5,20,12,measured,wilke1999", "column value: '' is empty, but the column is required"),
        ("width,wide,5,20,12,measured,wilke1999", "column value: 'wide' is not a number"),
        ('width,"1,5",5,20,12,measured,wilke1999', "column value: '1,5' is not a number"),
        ("width,nan,5,20,12,measured,wilke1999", "column value: 'nan' is not a finite number"),
        ("width,11,5,inf,12,measured,wilke1999", "column high: 'inf' is not a finite number"),
        ("width,-1,,,12,measured,wilke1999", "column value: '-1' is outside 0 to 100"),
        ("width,101,,,12,measured,wilke1999", "column value: '101' is outside 0 to 100"),
        ("width,4,5,20,12,measured,wilke1999", "column value: 4 is outside its own range 5.0 to 20.0"),
        ("width,21,5,20,12,measured,wilke1999", "column value: 21 is outside its own range 5.0 to 20.0"),
        ("width,1_1,5,20,12,measured,wilke1999", "column value: '1_1' is not a number"),
        ("width,11,20,5,12,measured,wilke1999", "column value: 11 is outside its own range"),
        ("width,11,5,20,１２,measured,wilke1999", "column people: '１２' is not an integer"),
        ("<i>width</i>,11,5,20,12,measured,wilke1999", "column name: '<i>width</i>' holds '<i'"),
        ("width &#60; height,11,5,20,12,measured,wilke1999", "column name: 'width &#60; height' holds '&#60;'"),
        ('"wi\tdth",11,5,20,12,measured,wilke1999', r"column name: 'wi\tdth' holds '\t'"),
        ("width,11,5,20,12.5,measured,wilke1999", "column people: '12.5' is not an integer"),
        ("width,11,5,20,12,guessed,wilke1999", "column basis: 'guessed' is not one of measured, trial, definition"),
        ("width,11,5,20,12,measured,", "column source: is empty, but the basis is 'measured'"),
        (
            "width,11,5,20,12,measured,nobody1900",
            "column source: 'nobody1900' names a source that references.json does not hold",
        ),
        ("width,11,5,20,12,measured,wilke1999;nobody1900", "references.json does not hold (nobody1900)"),
        ("width,11,5,20,12,measured", "has more or fewer cells than the 7 columns"),
        ("width,11,5,20,12,measured,wilke1999,more", "has more or fewer cells than the 7 columns"),
        ("height,12,5,20,12,measured,wilke1999", "column name: height stands in row 2 too"),
    ],
)
def test_a_broken_row_is_named(tmp_path, row, complaint):
    path = tmp_path / "made_up.csv"
    path.write_text(f"{HEADER}{GOOD}{row}\n", encoding="utf-8")
    with pytest.raises(data.DataError, match=f"^made_up.csv, row 3.*{re.escape(complaint)}"):
        read(path)


@pytest.mark.parametrize(
    "content, complaint",
    [
        (b"", "row 1: the columns are None"),
        (HEADER.replace("value", "worth").encode(), "row 1: the columns are ['name', 'worth'"),
        (HEADER.replace(",", ";").encode(), "row 1: the columns are ['name;value"),
        ((HEADER + GOOD).replace("height", "höhe").encode("latin-1"), "is not UTF-8 text; save it as CSV in UTF-8"),
        ((HEADER + '"height,11').encode(), "row 2: is not CSV (unexpected end of data)"),
        (None, "datapackage.json describes this file, but there is none"),
    ],
)
def test_a_broken_file_is_named(tmp_path, content, complaint):
    path = tmp_path / "made_up.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(data.DataError, match=f"^made_up.csv.*{re.escape(complaint)}"):
        read(path)


def test_a_folder_in_place_of_a_file_is_named(tmp_path):
    (tmp_path / "made_up.csv").mkdir()
    with pytest.raises(data.DataError, match="^made_up.csv: is a folder, but it must be a file.$"):
        read(tmp_path / "made_up.csv")


def test_words_may_hold_signs_that_are_no_markup(tmp_path):
    path = tmp_path / "made_up.csv"
    path.write_text(HEADER + "a < b > c & d;,40,,,,assumed,\n", encoding="utf-8")
    assert read(path)[0].name == "a < b > c & d;"


POINTING = {
    "fields": [{"name": "hand", "optionOf": "lift.hand"}, {"name": "upper"}, {"name": "discs", "refersTo": "discs"}],
    "foreignKeys": [{"fields": "upper", "reference": {"resource": "discs", "fields": "disc"}}],
}


@pytest.mark.parametrize("row", ["left,L4-5,L4-5", "left,,", "left,L5-S1,L4-5 L5-S1", "left,L5-S1,L4-5; L5-S1;"])
def test_pointers_that_lead_somewhere_are_let_pass(tmp_path, row):
    path = tmp_path / "made_up.csv"
    path.write_text(f"hand,upper,discs\n{row}\n", encoding="utf-8")
    assert len(read(path, POINTING)) == 1


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("foot,L4-5,L4-5", "column hand: 'foot' is no option of lift.hand in choices.csv"),
        ("left,L9,L4-5", "column upper: L9 stands in no row of discs.csv"),
        ("left,L4-5,L4-5 L9", "column discs: 'L4-5 L9' names a row that discs.csv does not hold (L9)"),
        ("left,L4-5,;", "column discs: ';' names a row that discs.csv does not hold"),
    ],
)
def test_a_pointer_that_leads_nowhere_is_named(tmp_path, row, complaint):
    path = tmp_path / "made_up.csv"
    path.write_text(f"hand,upper,discs\nleft,L4-5,\n\n{row}\n", encoding="utf-8")
    with pytest.raises(data.DataError, match=f"^made_up.csv, row 4, {re.escape(complaint)}"):
        read(path, POINTING)


SOURCE = {
    "id": "somebody1999",
    "type": "article-journal",
    "title": "A title",
    "author": [{"family": "Somebody"}],
    "container-title": "Spine",
    "issued": {"date-parts": [[1999]]},
}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"id": ""}, ": has no id"),
        ({"id": 5}, ": has no id"),
        ({"title": None}, " (somebody1999): has no title"),
        ({"title": " "}, "has no title"),
        ({"title": "A <i>title</i>"}, "the title holds '<i', but it is printed as plain text"),
        ({"container-title": "Bone &amp; Joint"}, "the container-title holds '&amp;'"),
        ({"type": ["article"]}, "has no type"),
        ({"author": "Somebody"}, "each author needs a family name or a literal one"),
        ({"author": [{"given": "S."}]}, "each author needs a family name or a literal one"),
        ({"author": ["Somebody"]}, "each author needs a family name or a literal one"),
        ({"author": []}, "has neither an author nor a publisher"),
        ({"issued": {}}, 'issued must read like {"date-parts": [[1999]]}'),
        ({"issued": {"date-parts": []}}, "issued must read like"),
        ({"issued": {"date-parts": [[]]}}, "issued must read like"),
        ({"issued": {"date-parts": [["soon"]]}}, "issued must read like"),
        ({"issued": "1999"}, "issued must read like"),
        ({"custom": "abstract"}, "custom must hold notes of ours, each a text"),
        ({"custom": {"seen": 1}}, "custom must hold notes of ours, each a text"),
        ({"custom": {"seen": "<b>all</b>"}}, "the custom holds '<b', but it is printed as plain text"),
        ({"issued": ..., "container-title": ...}, "has no date, and does not say where it is found"),
    ],
)
def test_a_broken_source_is_named(tmp_path, change, complaint):
    path = tmp_path / "references.json"
    item = {name: value for name, value in {**SOURCE, **change}.items() if value is not ...}
    path.write_text(json.dumps([item]), encoding="utf-8")
    with pytest.raises(data.DataError, match=f"^references.json, source 1.*{re.escape(complaint)}"):
        citations.read_sources(path)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "line 1, character 1: is not JSON (Expecting value)"),
        (json.dumps([SOURCE], indent=1).encode()[:-8], "line 18, character 1: is not JSON (Expecting ',' delimiter)"),
        ('["Höhe"]'.encode("latin-1"), "is not UTF-8 text; save it as JSON in UTF-8"),
        (b"[" * 100_000, "is not JSON that can be read (nested too deeply)"),
        (b"{}", "must be a list of sources"),
        (b"5", "must be a list of sources"),
        (b"[5]", "source 1: has no id"),
        (None, "datapackage.json describes this file, but there is none"),
    ],
)
def test_broken_json_is_named(tmp_path, content, complaint):
    path = tmp_path / "references.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(data.DataError) as caught:
        citations.read_sources(path)
    assert str(caught.value).startswith("references.json") and complaint in str(caught.value)


def test_json_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "references.json"
    path.write_text("\ufeff" + json.dumps([SOURCE]), encoding="utf-8")
    assert list(citations.read_sources(path)) == ["somebody1999"]


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "{}",
        '{"resources": 5}',
        '{"resources": [5]}',
        '{"resources": [{}]}',
        '{"resources": [{"name": "a", "path": "a.csv", "schema": {}}]}',
        '{"resources": [{"name": "a", "path": "a.csv", "schema": {"fields": [{}]}}]}',
        '{"resources": [{"name": 5, "path": "a.csv"}]}',
    ],
)
def test_a_package_that_describes_nothing_is_named(tmp_path, content):
    path = tmp_path / "datapackage.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(data.DataError, match="^datapackage.json: does not describe each file"):
        data.read_package(path)


# What is handed out cannot change what others read ----------------------------------------------------------------


def test_a_reader_may_change_a_copy_of_the_sources_and_of_the_package():
    item = data.references()["wilke1999"]
    item["title"] = "Something else"
    item["issued"]["date-parts"][0][0] = 1066
    data.references().clear()
    data.package()["resources"].clear()
    assert data.short_citation("wilke1999") == "Wilke et al. 1999"
    assert data.references()["wilke1999"]["title"].startswith("New in vivo")
    assert data.package()["resources"]
    assert json.loads(json.dumps(data.references())) == data.references()


def test_the_words_for_a_basis_cannot_be_changed():
    with pytest.raises(TypeError):
        data.BASIS_WORDS["assumed"] = "known"


ODD = [None, 3, 3.5, b"parameters", "", ["x"], {"x": 1}, ("parameters",), float("nan"), 10**5000, "x" * 10_000, object]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: type(odd).__name__)
@pytest.mark.parametrize(
    "ask",
    [data.table, data.parameter, data.choice, data.value, data.short_citation, data.full_citation],
    ids=lambda ask: ask.__name__,
)
def test_odd_names_are_refused_in_one_sentence(ask, odd):
    with pytest.raises(data.DataError) as caught:
        ask(odd)
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value) and len(str(caught.value)) < 1000


def test_unknown_names_are_refused_in_words():
    with pytest.raises(data.DataError, match="knows no table 'weather'; it knows .*parameters"):
        data.table("weather")
    with pytest.raises(data.DataError, match="parameters.csv has no row with the key 'cycle.nothing'"):
        data.parameter("cycle.nothing")
    with pytest.raises(data.DataError, match="choices.csv has no row with the key 'cycle.nothing'"):
        data.choice("cycle.nothing")
