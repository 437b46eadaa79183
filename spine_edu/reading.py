"""Files of ``data/``: opened here and nowhere else, and turned into rows that keep the rules of their columns.

A file that breaks a rule is refused with a sentence that names the file, the place and the rule.
"""

import csv
import io
import json
import re
from dataclasses import make_dataclass
from math import isfinite
from pathlib import Path

#: A tag or an entity of HTML, or a control character: words of the tables are plain text, shown as they stand.
_MARKUP = re.compile(r"</?[a-zA-Z!]|&#?\w+;|[\x00-\x1f\x7f]")

#: What stands in another table, named in a text by the key of its row: {rest_pain}, {rest_pain:interval} or, for words,
#: {rest_harm:note}.
_NUMBER = re.compile(r"\{(\w+)(?::(\w+))?\}")


class DataError(ValueError):
    """A file of ``data/`` breaks one of its own rules."""


def _data_folder():
    """Return the folder of the tables: a wheel carries it inside the package, a checkout beside it."""
    package = Path(__file__).parent
    if not package.is_dir():
        # Imported from a zip. Everybody else is spared the import, which takes longer than reading the tables.
        from importlib.resources import files

        return files("spine_edu") / "_data"
    inside = package / "_data"
    return inside if inside.is_dir() else package.parent / "data"


DATA_FOLDER = _data_folder()


def shown(value, width=60):
    """Return a value as a complaint quotes it: on one line and cut short, whatever it is.

    >>> shown("heavy"), shown([1, 2]), shown("x" * 100, width=8)
    ("'heavy'", '[1, 2]', "'xxxxxx…")
    """
    try:
        text = " ".join(repr(value).split())
    except Exception:  # a whole number of more than 4300 digits, or an object that cannot say what it is
        return f"a value of the type {type(value).__name__}"
    return text if len(text) <= width else f"{text[: width - 1]}…"


def markup_in(text):
    """Return the first thing in `text` that is not plain words (HTML, or a control character), or ``""``."""
    found = _MARKUP.search(text)
    return found[0] if found else ""


def read_text(path):
    """Return the text of a file; a `DataError` names the file if it is missing, a folder or not UTF-8."""
    try:
        # utf-8-sig, because spreadsheet programs and some editors put a byte-order mark before the text.
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise DataError(f"{path.name}: datapackage.json describes this file, but there is none.") from None
    except UnicodeDecodeError:
        kind = path.name.rpartition(".")[2].upper()
        raise DataError(f"{path.name}: is not UTF-8 text; save it as {kind} in UTF-8.") from None
    except OSError as error:
        # Opening a folder is an error of one kind on Linux and of another on Windows.
        reason = "is a folder, but it must be a file" if path.is_dir() else f"cannot be read ({error.strerror})"
        raise DataError(f"{path.name}: {reason}.") from None


def read_json(path):
    """Return the content of a JSON file; a `DataError` names the file and the place if it is broken."""
    try:
        return json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise DataError(
            f"{path.name}, line {error.lineno}, character {error.colno}: is not JSON ({error.msg})."
        ) from None
    except RecursionError:
        raise DataError(f"{path.name}: is not JSON that can be read (nested too deeply).") from None


def read_table(path, schema, known, cite=str):
    """Read one CSV file by its schema.

    Parameters
    ----------
    path : pathlib.Path
    schema : dict
        The schema of the file in ``datapackage.json``.
    known : callable
        ``known(table, columns)`` returns what stands in those columns of another table, as a set of tuples.
    cite : callable
        ``cite(text)`` returns a text with the sources that it names by key written out.

    Returns
    -------
    tuple
        One frozen dataclass instance a row; the columns are its fields.

    Raises
    ------
    DataError
        If the file is broken or a row breaks a rule.
    """
    names = [field["name"] for field in schema["fields"]]
    # Without words of its own, a dataclass spends a millisecond on making some up.
    about = {"__doc__": f"A row of {path.name}."}
    Record = make_dataclass(path.name.partition(".")[0].title().replace("_", ""), names, frozen=True, namespace=about)
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    numbered = []
    try:
        if reader.fieldnames != names:
            raise DataError(f"{path.name}, row 1: the columns are {reader.fieldnames}, the data package says {names}.")
        for cells in reader:
            where = f"{path.name}, row {reader.line_num}"
            numbered.append((where, _read_row(where, cells, schema["fields"], Record, known, cite)))
    except csv.Error as error:
        raise DataError(f"{path.name}, row {reader.reader.line_num}: is not CSV ({error}).") from None
    _check_unique(schema, numbered)
    _check_pointers(schema, numbered, known)
    return tuple(record for _, record in numbered)


def _read_row(where, cells, fields, Record, known, cite):
    if None in cells or None in cells.values():
        raise DataError(f"{where}: has more or fewer cells than the {len(fields)} columns.")
    values = []
    for field in fields:
        text = cells[field["name"]]
        try:
            values.append(_read_cell(field, text, known, cite))
        except _Broken as rule:
            raise DataError(f"{where}, column {field['name']}: {shown(text, 200)} {rule}.") from None
    record = Record(*values)
    _check_row(where, record)
    return record


class _Broken(Exception):
    """A cell breaks a rule; says which one, without the place."""


def _read_cell(field, text, known, cite):
    kind, rules = field.get("type", "string"), field.get("constraints", {})
    if text == "":
        if rules.get("required"):
            raise _Broken("is empty, but the column is required")
        return None if kind in ("number", "integer") else ""
    if "enum" in rules and text not in rules["enum"]:
        raise _Broken(f"is not one of {', '.join(rules['enum'])}")
    if kind in ("number", "integer"):
        return _read_number(kind, rules, text)
    if found := markup_in(text):
        raise _Broken(f"holds {found!r}, but the words of a table are plain text")
    if "refersTo" in field:
        _check_keys(field["refersTo"], text, known)
    if "numbersOf" in field:
        text = _with_numbers(text, field["numbersOf"], known)
    if "optionOf" in field and (field["optionOf"], text) not in known("choices", ("key", "option")):
        raise _Broken(f"is no option of {field['optionOf']} in choices.csv")
    try:
        return cite(text)
    except DataError as complaint:
        raise _Broken(f"cites wrongly: {str(complaint).rstrip('.')}") from None


def _read_number(kind, rules, text):
    try:
        # Python would also take 1_000 and digits of other scripts; a spreadsheet program would not.
        value = (float if kind == "number" else int)(text if text.isascii() and "_" not in text else "")
    except ValueError:
        raise _Broken(f"is not a{'n' if kind == 'integer' else ''} {kind}") from None
    if not isfinite(value):
        raise _Broken("is not a finite number")
    if not rules.get("minimum", value) <= value <= rules.get("maximum", value):
        raise _Broken(f"is outside {rules.get('minimum', '-∞')} to {rules.get('maximum', '∞')}")
    return value


def _with_numbers(text, place, known):
    """Put what another table's rows hold into a text that names them: so each number and each finding stands once.

    The sign is left to the words of the text; an interval of two signs cannot be put in.
    """
    other, _, key = place.partition(".")

    def number(found):
        name, column = found[1], found[2] or "value"
        columns = ("low", "high") if column == "interval" else (column,)
        rows = {row[0]: row[1:] for row in known(other, (key, *columns))}
        if name not in rows or None in rows[name] or "" in rows[name]:
            raise _Broken(f"names a number that {other}.csv does not hold ({found[0]})")
        ends = rows[name]
        if isinstance(ends[0], str):
            return ends[0]
        if min(ends) < 0 < max(ends):
            raise _Broken(f"asks for an interval of two signs ({found[0]})")
        return " to ".join(f"{abs(end):g}" for end in sorted(ends, key=abs))

    return _NUMBER.sub(number, text)


def _check_keys(other, text, known):
    """Refuse a cell of which a key does not stand in the other table."""
    unknown = [key for key in re.split(r"[;\s]+", text.strip(" ;")) if (key,) not in known(other, None)]
    if unknown:
        thing, file = ("a source", "references.json") if other == "references" else ("a row", f"{other}.csv")
        raise _Broken(f"names {thing} that {file} does not hold ({', '.join(unknown)})")


def _check_row(where, record):
    """Rules that bind two columns: ranges and steps fit each other, and only an invented number lacks a source."""
    value, low, high, step = (getattr(record, name, None) for name in ("value", "low", "high", "step"))
    if isinstance(value, (int, float)):
        if low is not None and value < low or high is not None and value > high:
            raise DataError(f"{where}, column value: {value:g} is outside its own range {low} to {high}.")
    if low is not None and high is not None:
        if low > high:
            raise DataError(f"{where}, column low: {low:g} is more than the high end of the range, {high:g}.")
        if step is not None and not 0 < step <= high - low:
            raise DataError(
                f"{where}, column step: {step:g} is no step from {low:g} to {high:g}; a constant leaves the cell empty."
            )
    if getattr(record, "basis", "assumed") != "assumed" and not getattr(record, "source", True):
        raise DataError(
            f"{where}, column source: is empty, but the basis is {record.basis!r}; "
            "only an assumed number may lack a source."
        )


def as_columns(names):
    """Return one name or a list of names, as the data package writes them, as a tuple of names."""
    return (names,) if isinstance(names, str) else tuple(names)


def _check_unique(schema, numbered):
    keys, seen = as_columns(schema.get("primaryKey", ())), {}
    for where, record in numbered if keys else ():
        key = tuple(getattr(record, name) for name in keys)
        if key in seen:
            raise DataError(
                f"{where}, column {'+'.join(keys)}: "
                f"{', '.join(map(str, key))} stands in {seen[key].partition(', ')[2]} too."
            )
        seen[key] = where


def _check_pointers(schema, numbered, known):
    """Refuse a row whose foreign key stands in no row of the other table."""
    for pointer in schema.get("foreignKeys", ()):
        columns, other = as_columns(pointer["fields"]), pointer["reference"]["resource"]
        there = known(other, as_columns(pointer["reference"]["fields"]))
        for where, record in numbered:
            key = tuple(getattr(record, name) for name in columns)
            if any(key) and key not in there:
                raise DataError(
                    f"{where}, column {'+'.join(columns)}: {', '.join(map(str, key))} stands in no row of {other}.csv."
                )


def check_questions(table):
    """Refuse a question without an answer, or one whose rows disagree about what is asked or what can be said.

    Parameters
    ----------
    table : callable
        Returns the rows of a table by its name.
    """
    answered, asked = {row.question for row in table("answers")}, {}
    for row in table("questions"):
        if row.question not in answered:
            raise DataError(f"questions.csv, question {row.question}: answers.csv does not say which option is right.")
        if asked.setdefault(row.question, (row.notebook, row.stem)) != (row.notebook, row.stem):
            raise DataError(f"questions.csv, question {row.question}: its rows differ in notebook or stem.")
    for row in table("tasks"):
        if row.question in asked:
            raise DataError(f"tasks.csv, question {row.question}: questions.csv has a question of this name.")
        wrong = _task_problem(row, [part for part in table("task_parts") if part.question == row.question])
        if wrong:
            raise DataError(f"tasks.csv, question {row.question}: {wrong}.")


def _task_problem(row, parts):
    """Return in words what is wrong with a task, or nothing."""
    if [part.part for part in parts] != list(range(1, len(parts) + 1)):
        return "its rows in task_parts.csv are not numbered 1, 2, 3 and so on"
    if row.kind == "number":
        if [part.text for part in parts] != ["less", "more"]:
            return "task_parts.csv needs the rows less and more for it, and no other"
        return "" if None not in (row.least, row.most) and row.least <= row.most else "it needs least and most"
    if not 3 <= len(parts) <= 6:
        return f"it has {len(parts)} parts; 3 to 6 can be shown"
    unlabelled = [part.text for part in parts if bool(part.label) != (row.kind == "match")]
    return f"label of {unlabelled[0]!r} must be {'given' if row.kind == 'match' else 'empty'}" if unlabelled else ""
