"""The numbers and words of the course, read from ``data/`` and checked on the way in.

This is the only module that opens a file of ``data/``. What each column means, its type and its limits
stand in ``data/datapackage.json``; this module turns rows into frozen, typed records and refuses a row
that breaks a rule with a sentence that names the file, the row, the column and the rule.
"""

import csv
import io
import json
from dataclasses import dataclass, make_dataclass
from functools import cache
from math import isfinite
from pathlib import Path

_PACKAGE = Path(__file__).parent
#: A wheel carries the data inside the package; a checkout keeps them beside it.
DATA_FOLDER = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parent / "data"

#: What a number rests on, in the words shown to the reader.
BASIS_WORDS = {
    "measured": "measured",
    "trial": "from a trial",
    "definition": "agreed definition",
    "assumed": "invented for teaching",
}


class DataError(ValueError):
    """A file of ``data/`` breaks one of its own rules."""


@dataclass(frozen=True)
class Parameter:
    """One number of the course with its range, unit and origin.

    Attributes
    ----------
    key : str
        ``topic.name``, for example ``"cycle.load"``.
    label : str
        The words on the control and on the axis.
    symbol : str
        The field's symbol, used in ``docs/model.md``; may be empty.
    value, low, high : float
        Default and allowed range, in `unit`.
    step : float or None
        Step of the control; None for a constant that has no control.
    unit : str
        Unit as printed; ``"1"`` for a pure number.
    basis : {"measured", "trial", "definition", "assumed"}
    source : str
        Keys of ``references.json``, separated by ``;``. Empty only where the basis is *assumed*.
    population : str
        Who or what was measured, and how many.
    verified : {"yes", "no"}
        Whether somebody saw the number in its source.
    help : str
        One sentence: what the number means.
    """

    key: str
    label: str
    symbol: str
    value: float
    low: float
    high: float
    step: float | None
    unit: str
    basis: str
    source: str
    population: str
    verified: str
    help: str

    @property
    def name(self):
        """The last part of the key: the name of the state's field."""
        return self.key.rpartition(".")[2]

    @property
    def digits(self):
        """Decimals worth printing: as many as the step has (or the value, for a constant)."""
        text = f"{self.step if self.step else self.value:.6g}"
        return len(text.partition(".")[2])

    def format(self, value):
        """Return `value` with its unit as words, for example ``"1.4 × standing"``."""
        return f"{value:.{self.digits}f} {self.unit}".removesuffix(" 1")

    def check(self, value):
        """Return `value` as a number inside the range, with ten digits: as printed in a text line.

        Raises
        ------
        ValueError
            If `value` is not a finite number between `low` and `high`; the message says what is allowed.
        """
        allowed = f"allowed is {self.format(self.low)} to {self.format(self.high)}"
        if isinstance(value, (bool, str)):
            raise ValueError(f"{self.label}: {value!r} is not a number; {allowed}.")
        try:
            number = float(value)
        except (TypeError, ValueError):
            raise ValueError(f"{self.label}: {value!r} is not a number; {allowed}.") from None
        if not self.low <= number <= self.high:
            raise ValueError(f"{self.label}: {number:g} is outside the range; {allowed}.")
        # Steps added up, in the browser or in Python, give 0.8999999999999999.
        return float(f"{number:.10g}")

    @property
    def provenance(self):
        """Where the number comes from, as one phrase."""
        return provenance(self)


@dataclass(frozen=True)
class Option:
    """One option of a choice: the value used in code and the words on the screen."""

    value: str
    text: str


@dataclass(frozen=True)
class Choice:
    """A control with named options.

    Attributes
    ----------
    key : str
        ``topic.name``, for example ``"herniation.zone"``.
    label : str
        The words on the control.
    options : tuple of Option
    value : str
        The default option.
    help : str
        One sentence: what the choice means.
    """

    key: str
    label: str
    options: tuple[Option, ...]
    value: str
    help: str

    @property
    def name(self):
        """The last part of the key: the name of the state's field."""
        return self.key.rpartition(".")[2]

    @property
    def values(self):
        """The allowed values, in the order of the screen."""
        return tuple(option.value for option in self.options)

    def format(self, value):
        """Return the words on the screen for `value`."""
        return next(option.text for option in self.options if option.value == value)

    def check(self, value):
        """Return `value` if it is one of the options.

        Raises
        ------
        ValueError
            If it is not; the message lists the options.
        """
        if value not in self.values:
            allowed = ", ".join(self.values)
            raise ValueError(f"{self.label}: {value!r} is not an option; allowed are {allowed}.")
        return value


@cache
def package():
    """Return ``datapackage.json`` as a dict: every file, every column, every rule."""
    return json.loads((DATA_FOLDER / "datapackage.json").read_text(encoding="utf-8"))


@cache
def references():
    """Return the sources by key, as CSL-JSON items."""
    items = json.loads((DATA_FOLDER / "references.json").read_text(encoding="utf-8"))
    return {item["id"]: item for item in items}


@cache
def table(name):
    """Return the rows of one table as frozen records.

    Parameters
    ----------
    name : str
        A table named in ``datapackage.json``, for example ``"parameters"``.

    Returns
    -------
    tuple
        One frozen dataclass instance a row; the columns are its fields, numbers are floats,
        an empty cell is None for a number and ``""`` for text.

    Raises
    ------
    DataError
        If the table is unknown or a row breaks a rule.
    """
    resources = {resource["name"]: resource for resource in package()["resources"] if "schema" in resource}
    if name not in resources:
        raise DataError(f"datapackage.json knows no table {name!r}; it knows {', '.join(sorted(resources))}.")
    return read_table(DATA_FOLDER / resources[name]["path"], resources[name]["schema"])


def read_table(path, schema):
    """Read one CSV file by its schema; see `table`. `path` is a `pathlib.Path`, `schema` a dict."""
    fields = schema["fields"]
    names = [field["name"] for field in fields]
    Record = make_dataclass("".join(word.title() for word in path.stem.split("_")), names, frozen=True)
    reader = csv.DictReader(io.StringIO(_read_text(path), newline=""))
    if reader.fieldnames != names:
        raise DataError(f"{path.name}, row 1: the columns are {reader.fieldnames}, "
                        f"the data package says {names}.")
    rows = [_read_row(path, number, row, fields, Record) for number, row in enumerate(reader, start=2)]
    _check_unique(path, schema, rows)
    return tuple(rows)


def _read_text(path):
    try:
        # utf-8-sig, because spreadsheet programs put a byte-order mark before the text.
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise DataError(f"{path.name}: datapackage.json describes this file, but there is none.") from None
    except UnicodeDecodeError:
        raise DataError(f"{path.name}: is not UTF-8 text; save it as CSV in UTF-8.") from None


def _read_row(path, number, row, fields, Record):
    where = f"{path.name}, row {number}"
    if None in row or None in row.values():
        raise DataError(f"{where}: has more or fewer cells than the {len(fields)} columns.")
    record = Record(**{field["name"]: _read_cell(where, field, row[field["name"]]) for field in fields})
    _check_row(where, record)
    return record


def _read_cell(where, field, text):
    column, kind, rules = field["name"], field.get("type", "string"), field.get("constraints", {})

    def refuse(rule):
        raise DataError(f"{where}, column {column}: {text!r} {rule}.")

    if text == "":
        if rules.get("required"):
            refuse("is empty, but the column is required")
        return None if kind in ("number", "integer") else ""
    if "enum" in rules and text not in map(str, rules["enum"]):
        refuse(f"is not one of {', '.join(map(str, rules['enum']))}")
    if field.get("refersTo") == "references":
        unknown = [key for key in split_keys(text) if key not in references()]
        if unknown:
            refuse(f"names a source that references.json does not hold ({', '.join(unknown)})")
    if kind not in ("number", "integer"):
        return text
    try:
        value = float(text) if kind == "number" else int(text)
    except ValueError:
        refuse(f"is not a{'n' if kind == 'integer' else ''} {kind}")
    if not isfinite(value):
        refuse("is not a finite number")
    if not rules.get("minimum", value) <= value <= rules.get("maximum", value):
        refuse(f"is outside {rules.get('minimum', '-∞')} to {rules.get('maximum', '∞')}")
    return value


def _check_row(where, record):
    """Rules that bind two columns: a value lies in its range, and only an invented number lacks a source."""
    value, low, high = (getattr(record, name, None) for name in ("value", "low", "high"))
    if isinstance(value, (int, float)):
        if low is not None and value < low or high is not None and value > high:
            raise DataError(f"{where}, column value: {value:g} is outside its own range {low} to {high}.")
    if getattr(record, "basis", "assumed") != "assumed" and not getattr(record, "source", True):
        raise DataError(f"{where}, column source: is empty, but the basis is {record.basis!r}; "
                        "only an assumed number may lack a source.")


def _check_unique(path, schema, rows):
    keys = schema.get("primaryKey", [])
    keys = [keys] if isinstance(keys, str) else keys
    seen = {}
    for number, row in enumerate(rows, start=2):
        key = tuple(getattr(row, name) for name in keys)
        if keys and key in seen:
            raise DataError(f"{path.name}, row {number}, column {'+'.join(keys)}: "
                            f"{', '.join(map(str, key))} stands in row {seen[key]} too.")
        seen[key] = number


def split_keys(text):
    """Return the source keys of a cell that separates them with ``;``."""
    return tuple(key.strip() for key in text.split(";") if key.strip())


def short_citation(key):
    """Return a source as read in a sentence, for example ``"Wilke et al. 1999"``."""
    item = references()[key]
    authors = [author.get("family") or author.get("literal") for author in item.get("author", [])]
    names = {0: item.get("publisher", item["title"]), 1: authors[0] if authors else "",
             2: " and ".join(authors)}.get(len(authors)) or f"{authors[0]} et al."
    year = item.get("issued", {}).get("date-parts", [["n. d."]])[0][0]
    return f"{names} {year}"


def full_citation(key):
    """Return a source as printed in a list of references."""
    item = references()[key]
    where = " ".join(str(item[part]) for part in ("container-title", "publisher", "volume") if item.get(part))
    pages = f":{item['page']}" if item.get("page") else ""
    link = f" doi:{item['DOI']}" if item.get("DOI") else f" {item['URL']}" if item.get("URL") else ""
    return f"{short_citation(key)}. {item['title']}. {where}{pages}.{link}"


def provenance(record):
    """Return where a record's number comes from: basis, source, who was measured, and whether it was seen.

    `record` is anything with the fields basis and source, and perhaps population and verified.
    """
    parts = [BASIS_WORDS[record.basis]]
    parts += [short_citation(key) for key in split_keys(record.source)]
    if getattr(record, "population", ""):
        parts.append(record.population)
    if record.source and getattr(record, "verified", "yes") == "no":
        parts.append("not yet checked against the source")
    return "; ".join(parts)


@cache
def _parameters():
    return {row.key: Parameter(**vars(row)) for row in table("parameters")}


@cache
def _choices():
    grouped = {}
    for row in table("choices"):
        grouped.setdefault(row.key, []).append(row)
    return {key: _choice(key, rows) for key, rows in grouped.items()}


def _choice(key, rows):
    defaults = [row.option for row in rows if row.default == "yes"]
    if len(defaults) != 1:
        raise DataError(f"choices.csv, key {key}, column default: {len(defaults)} options say yes, "
                        "but exactly one must.")
    options = tuple(Option(row.option, row.text) for row in rows)
    return Choice(key, rows[0].label, options, defaults[0], rows[0].help)


def parameter(key):
    """Return the `Parameter` with this key; a `DataError` names the key if there is none."""
    return _find(_parameters(), key, "parameters.csv")


def choice(key):
    """Return the `Choice` with this key; a `DataError` names the key if there is none."""
    return _find(_choices(), key, "choices.csv")


def parameters(topic):
    """Return all parameters whose key starts with ``topic.``, in the order of the file."""
    return tuple(item for key, item in _parameters().items() if key.startswith(f"{topic}."))


def value(key):
    """Return the default value of a parameter: the way a model reads a constant."""
    return parameter(key).value


def _find(items, key, file):
    if key not in items:
        raise DataError(f"{file} has no row with the key {key!r}.")
    return items[key]
