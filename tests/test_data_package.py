"""The numbers and words of data/: complete, sourced, used; and a broken file is refused in words."""

import ast
import json
import re
from pathlib import Path

import frictionless
import pytest

from spine_edu import data
from spine_edu.registry import REGISTRY
from tools import datapackage

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
TABLES = {resource["name"]: resource for resource in PACKAGE["resources"] if "schema" in resource}
CODE = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "spine_edu").rglob("*.py"))}

PARAMETERS = data.table("parameters")
#: A number's column says its unit in one of these words, if the table has no column "unit".
UNIT = re.compile(r"\b(mm|cm|m|kg|lb|N|Nm|MPa|kPa|litres?|degrees?|percent|d|days?|hours?|minutes?|seconds?|weeks?|"
                  r"months?|years?|people|persons|number|share|ratio|score|points?|rank|unit)\b|°|%|×")


def fields(name):
    return {field["name"]: field for field in TABLES[name]["schema"]["fields"]}


# The package as a whole ----------------------------------------------------------------------------------------

def test_frictionless_finds_every_table_valid():
    report = frictionless.validate(str(ROOT / "data" / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert {task.name for task in report.tasks} >= set(TABLES)


def test_every_file_of_the_folder_is_described():
    described = {resource["path"] for resource in PACKAGE["resources"]}
    described |= {"datapackage.json", "columns.toml", "README.md"}
    assert {path.name for path in (ROOT / "data").iterdir()} == described


@pytest.mark.parametrize("name", TABLES)
def test_each_table_is_read_without_complaint(name):
    assert isinstance(data.table(name), tuple)


@pytest.mark.parametrize("name", TABLES)
def test_each_column_is_explained(name):
    schema = TABLES[name]["schema"]
    assert TABLES[name].get("description") and schema.get("primaryKey")
    assert [field["name"] for field in schema["fields"] if not field.get("description") or not field.get("type")] == []


@pytest.mark.parametrize("name", [name for name in TABLES if "basis" in fields(name)])
def test_each_table_of_numbers_says_basis_source_and_unit(name):
    columns = fields(name)
    assert columns["basis"]["constraints"]["enum"] == list(data.BASIS_WORDS)
    assert columns["source"]["refersTo"] == "references"
    assert columns["verified"]["constraints"]["enum"] == ["yes", "no"]
    # A whole number counts something, and its description says what; any other number has a unit.
    numbers = [column for column, field in columns.items() if field["type"] == "number"]
    assert "unit" in columns or [name for name in numbers if not UNIT.search(columns[name]["description"])] == []


def test_the_package_is_what_the_declaration_of_the_columns_says():
    written = (ROOT / "data" / "datapackage.json").read_text(encoding="utf-8")
    assert written == datapackage.text(), "change data/columns.toml, then run: python tools/datapackage.py"


@pytest.mark.parametrize("rule", ["", "needed", "word", "numbers", "one of", "key of", "text of notebooks",
                                  "number, 1 to", "text, 0 to 1", "number 0 or more", "needed needed text"])
def test_a_rule_that_is_none_is_named(rule):
    with pytest.raises(ValueError, match=re.escape(f"columns.toml, table made_up, column width: {rule!r} is no rule.")):
        datapackage.describe({"name": "", "title": "", "license": {}, "references": {}, "shared": {}, "tables": {
            "made_up": {"about": "", "key": "width", "columns": [["width", rule, "Width, in mm."]]}}})


# Every number -----------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("row", PARAMETERS, ids=lambda row: row.key)
def test_each_parameter_is_complete(row):
    assert re.fullmatch(r"[a-z_]+\.[a-z][a-z0-9_]*", row.key)
    assert row.unit and row.help.endswith(".")
    assert row.low <= row.value <= row.high
    if row.step:
        assert row.low < row.high
        steps = (row.value - row.low) / row.step
        assert abs(steps - round(steps)) < 1e-6, f"{row.key}: the slider cannot stand on its own default"
    if row.basis in ("measured", "trial"):
        assert row.population, f"{row.key}: who was measured, and how many?"
    if not row.source:
        assert row.verified == "no", f"{row.key}: there is no source in which anybody can have seen it"


def key_templates():
    """Return a pattern for each key that code puts together, such as ``f"cycle_model.{name}_start"``."""
    found = set()
    for text in CODE.values():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
                literal = "".join(part for part in parts if part)
                # "part.{name}" alone would match every key of the part and so prove nothing.
                if re.fullmatch(r"[a-z_]+\.\w+", literal):
                    found.add(re.compile("".join(r"\w+" if part is None else re.escape(part) for part in parts)))
    return found


def used_in_code(key):
    """Whether the topic's own modules, or any module by the whole key, use this parameter or choice."""
    part, _, name = key.rpartition(".")
    topic = part.partition("_")[0]
    word = re.compile(rf"\b{re.escape(name)}\b")
    return (any(key in text or path.stem.startswith(topic) and word.search(text) for path, text in CODE.items())
            or any(template.fullmatch(key) for template in KEY_TEMPLATES))


KEY_TEMPLATES = key_templates()


@pytest.mark.parametrize("key", [row.key for row in PARAMETERS])
def test_each_parameter_is_used(key):
    assert used_in_code(key), f"{key} stands in parameters.csv, but no code of its topic uses it"


@pytest.mark.parametrize("key", sorted({row.key for row in data.table("choices")}))
def test_each_choice_is_used_and_complete(key):
    choice = data.choice(key)
    assert used_in_code(key), f"{key} stands in choices.csv, but no code of its topic uses it"
    assert len(choice.options) >= 2 and choice.value in choice.values
    assert all(re.fullmatch(r"[\w-]+", value) for value in choice.values), "an option is one word, for text lines"


def test_an_unused_parameter_would_be_seen():
    assert not used_in_code("cycle_model.no_such_parameter")


# Every source -----------------------------------------------------------------------------------------------------

def cited_in_tables():
    return {key for name in TABLES for column, field in fields(name).items() if field.get("refersTo") == "references"
            for row in data.table(name) for key in data.split_keys(getattr(row, column))}


@pytest.mark.parametrize("key", data.references())
def test_each_reference_is_complete(key):
    item = data.references()[key]
    assert re.fullmatch(r"[a-z][a-z0-9_]+", key)
    assert item["type"] and item["title"] and (item.get("author") or item.get("publisher"))
    if "issued" in item:
        year = int(item["issued"]["date-parts"][0][0])
        assert 1900 < year <= 2026 and data.short_citation(key).endswith(str(year))
    else:
        assert item.get("URL") or item.get("container-title"), "without a year, say where it can be found"


def test_reference_keys_are_unique():
    items = json.loads((ROOT / "data" / "references.json").read_text(encoding="utf-8"))
    assert len(items) == len(data.references())


def test_each_reference_is_cited_somewhere():
    texts = list(CODE.values())
    texts += [path.read_text(encoding="utf-8") for pattern in ("docs/**/*.md", "notebooks/*.ipynb")
              for path in ROOT.glob(pattern)]
    uncited = set(data.references()) - cited_in_tables()
    assert sorted(key for key in uncited if not any(re.search(rf"\b{key}\b", text) for text in texts)) == []


# Keys that point from one table to another ------------------------------------------------------------------------

@pytest.mark.parametrize("name", ["scenarios", "challenges", "limits"])
def test_rows_about_explorers_name_an_explorer(name):
    assert sorted({row.explorer for row in data.table(name)} - set(REGISTRY)) == []


def test_each_answer_has_a_question_and_each_question_one_answer():
    questions, answers = data.table("questions"), data.table("answers")
    assert [row for row in answers if (row.question, row.option) not in
            {(question.question, question.option) for question in questions}] == []
    assert sorted(row.question for row in answers) == sorted({question.question for question in questions})


def test_the_case_names_notebooks_of_the_course():
    assert [row for row in data.table("case") if not set(row.notebooks.split()) <= {f"{n:02}" for n in range(10)}] == []


# A broken file is refused with file, row, column and rule ---------------------------------------------------------

SCHEMA = {"primaryKey": "name", "fields": [
    {"name": "name", "type": "string", "constraints": {"required": True}},
    {"name": "value", "type": "number", "constraints": {"required": True, "minimum": 0, "maximum": 100}},
    {"name": "low", "type": "number"},
    {"name": "high", "type": "number"},
    {"name": "people", "type": "integer"},
    {"name": "basis", "type": "string", "constraints": {"enum": list(data.BASIS_WORDS)}},
    {"name": "source", "type": "string", "refersTo": "references"},
]}
HEADER = "name,value,low,high,people,basis,source\n"
GOOD = "height,11,5,20,12,measured,wilke1999\n"


def test_a_good_file_becomes_frozen_typed_records(tmp_path):
    path = tmp_path / "made_up.csv"
    path.write_text("\ufeff" + HEADER + GOOD + "width,40,,,,assumed,\n", encoding="utf-8")
    height, width = data.read_table(path, SCHEMA)
    assert (height.value, height.people, height.source) == (11.0, 12, "wilke1999")
    assert (width.low, width.people, width.source) == (None, None, "")
    with pytest.raises(AttributeError):
        height.value = 12


@pytest.mark.parametrize("row, complaint", [
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
    ("width,11,5,20,12.5,measured,wilke1999", "column people: '12.5' is not an integer"),
    ("width,11,5,20,12,guessed,wilke1999", "column basis: 'guessed' is not one of measured, trial, definition"),
    ("width,11,5,20,12,measured,", "column source: is empty, but the basis is 'measured'"),
    ("width,11,5,20,12,measured,nobody1900",
     "column source: 'nobody1900' names a source that references.json does not hold"),
    ("width,11,5,20,12,measured,wilke1999;nobody1900", "references.json does not hold (nobody1900)"),
    ("width,11,5,20,12,measured", "has more or fewer cells than the 7 columns"),
    ("width,11,5,20,12,measured,wilke1999,more", "has more or fewer cells than the 7 columns"),
    ("height,12,5,20,12,measured,wilke1999", "column name: height stands in row 2 too"),
])
def test_a_broken_row_is_named(tmp_path, row, complaint):
    path = tmp_path / "made_up.csv"
    path.write_text(f"{HEADER}{GOOD}{row}\n", encoding="utf-8")
    with pytest.raises(data.DataError, match=f"^made_up.csv, row 3.*{re.escape(complaint)}"):
        data.read_table(path, SCHEMA)


@pytest.mark.parametrize("content, complaint", [
    (b"", "row 1: the columns are None"),
    (HEADER.replace("value", "worth").encode(), "row 1: the columns are ['name', 'worth'"),
    (HEADER.replace(",", ";").encode(), "row 1: the columns are ['name;value"),
    ((HEADER + GOOD).replace("height", "höhe").encode("latin-1"), "is not UTF-8 text; save it as CSV in UTF-8"),
    (None, "datapackage.json describes this file, but there is none"),
])
def test_a_broken_file_is_named(tmp_path, content, complaint):
    path = tmp_path / "made_up.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(data.DataError, match=f"^made_up.csv.*{re.escape(complaint)}"):
        data.read_table(path, SCHEMA)


def test_unknown_names_are_refused_in_words():
    with pytest.raises(data.DataError, match="knows no table 'weather'; it knows .*parameters"):
        data.table("weather")
    with pytest.raises(data.DataError, match="parameters.csv has no row with the key 'cycle.nothing'"):
        data.parameter("cycle.nothing")
    with pytest.raises(data.DataError, match="choices.csv has no row with the key 'cycle.nothing'"):
        data.choice("cycle.nothing")


@pytest.mark.parametrize("name", ["parameters", "choices"])
def test_every_label_begins_with_a_capital(name):
    """The same kind of thing looks the same on every page."""
    assert [row.key for row in data.table(name) if not row.label[0].isupper()] == []
