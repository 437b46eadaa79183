"""The numbers and words of data/: complete, sourced and used; test_bad_data.py holds what is refused."""

import ast
import json
import re
from pathlib import Path

import frictionless
import pytest

from spine_edu import data
from tools import check_data, datapackage

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
TABLES = {resource["name"]: resource for resource in PACKAGE["resources"] if "schema" in resource}
CODE = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "spine_edu").rglob("*.py"))}

PARAMETERS = data.table("parameters")
#: A number's column says its unit in one of these words, if the table has no column "unit".
UNIT = re.compile(
    r"\b(mm|cm|m|kg|lb|N|Nm|MPa|kPa|litres?|degrees?|percent|d|days?|hours?|minutes?|seconds?|weeks?|"
    r"months?|years?|people|persons|number|share|ratio|score|points?|rank|unit)\b|°|%|×"
)


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
    assert "seen" in columns
    # A whole number counts something, and its description says what; any other number has a unit.
    numbers = [column for column, field in columns.items() if field["type"] == "number"]
    assert "unit" in columns or [name for name in numbers if not UNIT.search(columns[name]["description"])] == []


def test_the_package_is_what_the_declaration_of_the_columns_says():
    written = (ROOT / "data" / "datapackage.json").read_text(encoding="utf-8")
    assert written == datapackage.text(), "change data/columns.toml, then run: python tools/datapackage.py"


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "needed",
        "word",
        "numbers",
        "one of",
        "key of",
        "text of notebooks",
        "number, 1 to",
        "text, 0 to 1",
        "number 0 or more",
        "needed needed text",
    ],
)
def test_a_rule_that_is_none_is_named(rule):
    with pytest.raises(ValueError, match=re.escape(f"columns.toml, table made_up, column width: {rule!r} is no rule.")):
        datapackage.describe(
            {
                "name": "",
                "title": "",
                "license": {},
                "references": {},
                "shared": {},
                "tables": {"made_up": {"about": "", "key": "width", "columns": [["width", rule, "Width, in mm."]]}},
            }
        )


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
        assert not row.seen, f"{row.key}: there is no source in which anybody can have seen it"


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
    # A part whose table prints all its numbers uses each of them.
    all_of_it = f'data.parameters("{part}")'
    return any(
        key in text
        or (path.name == "words.py" and all_of_it in text)
        or path.parent.is_relative_to(ROOT / "spine_edu" / topic)
        and word.search(text)
        for path, text in CODE.items()
    ) or any(template.fullmatch(key) for template in KEY_TEMPLATES)


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


# Where it was read ------------------------------------------------------------------------------------------------

#: How a number was seen; after a comma stands the place, and after "quoted" by whom.
SEEN = re.compile(r"(abstract|full text|transcription)([,;] \S.*| \(\S.*)?|quoted(,| at| by| in) \S.*")


@pytest.mark.parametrize("name", [name for name in TABLES if "seen" in fields(name)])
def test_each_row_says_truly_where_its_number_was_read(name):
    """Empty is an honest answer: the screen then says that nobody has checked it against the paper."""
    rows = [(number, row) for number, row in enumerate(data.table(name), start=2) if row.seen]
    assert [(number, row.seen) for number, row in rows if not SEEN.fullmatch(row.seen)] == []
    assert [number for number, row in rows if not row.source] == [], "seen where, if there is no source?"


@pytest.mark.parametrize("seen", ["to look up", "yes", "Abstract", "abstract and more", "quoted", "full text,"])
def test_a_cell_that_does_not_say_where_is_seen(seen):
    assert not SEEN.fullmatch(seen)


@pytest.mark.parametrize("seen", ["abstract", "full text, table 2", "transcription, a forum", "quoted, Jäger 2018"])
def test_a_cell_that_says_where_passes(seen):
    assert SEEN.fullmatch(seen)


# Every source -----------------------------------------------------------------------------------------------------


def cited_in_tables():
    return {
        key
        for name in TABLES
        for column, field in fields(name).items()
        if field.get("refersTo") == "references"
        for row in data.table(name)
        for key in data.split_keys(getattr(row, column))
    }


@pytest.mark.parametrize("key", data.references())
def test_each_reference_is_complete(key):
    item = data.references()[key]
    assert re.fullmatch(r"[a-z][a-z0-9_]+", key)
    assert item["type"] and item["title"] and (item.get("author") or item.get("publisher"))
    if "issued" in item:
        year = int(item["issued"]["date-parts"][0][0])
        assert 1900 < year <= 2026 and re.search(rf" {year}[a-z]?$", data.short_citation(key))
    else:
        assert item.get("URL") or item.get("container-title"), "without a year, say where it can be found"


def test_each_reference_is_cited_somewhere():
    texts = list(CODE.values())
    texts += [
        path.read_text(encoding="utf-8")
        for pattern in ("docs/**/*.md", "notebooks/*.ipynb", "data/*.csv")
        for path in ROOT.glob(pattern)
    ]
    uncited = set(data.references()) - cited_in_tables()
    assert sorted(key for key in uncited if not any(re.search(rf"\b{key}\b", text) for text in texts)) == []


# Keys that point from one table to another ------------------------------------------------------------------------


def test_nothing_is_wrong_in_the_tables_or_in_what_they_say_to_the_explorers():
    assert check_data.problems() == []


# The look of the words -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["parameters", "choices"])
def test_every_label_begins_with_a_capital(name):
    """The same kind of thing looks the same on every page."""
    assert [row.key for row in data.table(name) if not row.label[0].isupper()] == []
