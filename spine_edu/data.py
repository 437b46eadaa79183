"""The numbers and words of the course, read from ``data/`` and checked on the way in.

What each column means, its type and its limits stand in ``data/datapackage.json``; this module hands out frozen, typed
records. A row that breaks a rule is refused with a sentence that names the file, the row, the column and the rule.
"""

from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cache, partial
from numbers import Real

from spine_edu import reading
from spine_edu.citations import (
    BASIS_WORDS,
    address,
    cite,
    full_citation,
    keys_named,
    provenance,
    references,
    short_citation,
    source_keys,
    split_keys,
)
from spine_edu.reading import DATA_FOLDER, DataError, as_columns, read_json, read_table, shown
from spine_edu.texts import Text

__all__ = [
    "BASIS_WORDS",
    "DATA_FOLDER",
    "Choice",
    "DataError",
    "Option",
    "Parameter",
    "Text",
    "address",
    "check",
    "check_questions",
    "choice",
    "cite",
    "full_citation",
    "keys_named",
    "package",
    "parameter",
    "parameters",
    "provenance",
    "references",
    "short_citation",
    "shown",
    "split_keys",
    "table",
    "text",
    "value",
]


#: Units that are counted: of one of them the last letter goes.
_COUNTED = {"dots", "months", "points", "seconds", "steps", "weeks", "years"}


@dataclass(frozen=True)
class Parameter:
    """One number of the course with its range, unit and origin.

    Attributes
    ----------
    key : str
        ``part.name``, for example ``"cycle_model.load"``.
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
    seen : str
        Where the number was read, such as ``"abstract"`` or ``"full text, table 2"``; empty if it is from memory.
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
    seen: str
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
        """Return `value` with its unit as words.

        >>> parameter("cycle_model.load").format(1.4)
        '1.40 × standing'
        """
        try:
            number = f"{value:.{self.digits}f}"
            unit = self.unit.removesuffix("s") if number == "1" and self.unit in _COUNTED else self.unit
            return f"{number} {unit}".removesuffix(" 1")
        except (TypeError, ValueError, OverflowError):
            raise ValueError(f"{self.label}: {shown(value)} is not a number.") from None

    def check(self, value):
        """Return `value` as a number inside the range, with ten digits: as printed in a text line.

        Raises
        ------
        ValueError
            If `value` is not a finite number between `low` and `high`; the message says what is allowed.

        >>> parameter("cycle_model.load").check(0.1 + 0.2 + 0.7)
        1.0
        """
        allowed = f"allowed is {self.format(self.low)} to {self.format(self.high)}"
        if isinstance(value, bool) or not isinstance(value, (Real, Decimal)):
            raise ValueError(f"{self.label}: {shown(value)} is not a number; {allowed}.")
        try:
            # Steps added up, in the browser or in Python, give 0.8999999999999999.
            number = float(f"{float(value):.10g}")
        except (OverflowError, ValueError):  # a whole number that no float holds, or a signalling nan
            raise ValueError(f"{self.label}: {shown(value)} is outside the range; {allowed}.") from None
        if not self.low <= number <= self.high:
            raise ValueError(f"{self.label}: {number:.10g} is outside the range; {allowed}.")
        return number

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
        """Return the words on the screen for `value`; a ValueError lists the options if it is none."""
        value = self.check(value)
        return next(option.text for option in self.options if option.value == value)

    def check(self, value):
        """Return `value` if it is one of the options.

        Raises
        ------
        ValueError
            If it is not; the message lists the options.

        >>> choice("herniation_shape.zone").check("foraminal")
        'foraminal'
        """
        if not isinstance(value, str) or value not in self.values:
            allowed = ", ".join(self.values)
            raise ValueError(f"{self.label}: {shown(value)} is not an option; allowed are {allowed}.")
        return str(value)


def package():
    """Return ``datapackage.json``: every file, every column, every rule. It is a fresh copy, free to be changed."""
    return deepcopy(_package())


@cache
def _package():
    return read_package(DATA_FOLDER / "datapackage.json")


def read_package(path):
    """Return a data package as a dict; a `DataError` says if it does not describe files and their columns."""
    found = read_json(path)
    try:
        for resource in found["resources"]:
            named = resource["name"], resource["path"], *(field["name"] for field in _fields(resource))
            if not all(isinstance(name, str) for name in named):
                raise TypeError
    except (TypeError, KeyError, AttributeError):
        raise DataError(
            f"{path.name}: does not describe each file with a name, a path and named columns; "
            "make it anew with tools/datapackage.py."
        ) from None
    return found


def _fields(resource):
    return resource["schema"]["fields"] if "schema" in resource else ()


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

    >>> [row.number for row in table("notebooks")][:3]
    ['00', '01', '02']
    """
    if not isinstance(name, str) or name not in _resources():
        (near,) = get_close_matches(shown(name), _resources(), 1, 0)
        known = f"it knows {len(_resources())} tables, such as parameters and {near}"
        raise DataError(f"datapackage.json knows no table {shown(name)}; {known}.")
    return _table(name)


@cache
def _resources():
    return {resource["name"]: resource for resource in _package()["resources"] if "schema" in resource}


@cache
def _table(name):
    return read_table(DATA_FOLDER / _resources()[name]["path"], _resources()[name]["schema"], _known, cite)


@cache
def _known(name, columns):
    """Return what stands in some columns of a table, by default in its key, as a set of tuples."""
    if name == "references":
        return {(key,) for key in source_keys()}
    columns = columns or as_columns(_resources()[name]["schema"]["primaryKey"])
    return {tuple(getattr(row, column) for column in columns) for row in table(name)}


def check():
    """Return what is wrong in all of ``data/``, a sentence a file: empty if nothing is.

    A table is checked when it is first read; this reads them all, and looks at what binds whole tables.

    >>> check()
    ()
    """
    steps = [
        source_keys,
        *(partial(table, name) for name in _resources()),
        _parameters,
        _choices,
        _texts,
        check_questions,
    ]
    # A table that points to a broken one repeats its complaint.
    return tuple(dict.fromkeys(filter(None, map(_complaint, steps))))


def _complaint(step):
    """Return what a step complains about, or None."""
    try:
        step()
    except DataError as error:
        return str(error)
    return None


def check_questions():
    """Refuse, with a `DataError`, a question whose rows do not fit each other."""
    reading.check_questions(table)


@cache
def _parameters():
    return {row.key: Parameter(**vars(row)) for row in table("parameters")}


@cache
def _texts():
    return {row.key: Text(**vars(row)) for row in table("texts")}


@cache
def _choices():
    grouped = {}
    for row in table("choices"):
        grouped.setdefault(row.key, []).append(row)
    return {key: _choice(key, rows) for key, rows in grouped.items()}


def _choice(key, rows):
    defaults = [row.option for row in rows if row.default == "yes"]
    if len(defaults) != 1:
        raise DataError(
            f"choices.csv, key {key}, column default: {len(defaults)} options say yes, but exactly one must."
        )
    if len({(row.label, row.help) for row in rows}) > 1:
        raise DataError(f"choices.csv, key {key}: its rows differ in label or help.")
    options = tuple(Option(row.option, row.text) for row in rows)
    return Choice(key, rows[0].label, options, defaults[0], rows[0].help)


def parameter(key):
    """Return the `Parameter` with this key; a `DataError` names the key if there is none.

    >>> parameter("cycle_loop.gain").label
    'Gain per turn'
    """
    return _find(_parameters(), key, "parameters.csv")


def choice(key):
    """Return the `Choice` with this key; a `DataError` names the key if there is none.

    >>> choice("herniation_shape.zone").values
    ('central', 'subarticular', 'foraminal', 'extraforaminal')
    """
    return _find(_choices(), key, "choices.csv")


def text(key):
    """Return the `Text` with this key; a `DataError` names the key if there is none."""
    return _find(_texts(), key, "texts.csv")


def parameters(topic):
    """Return all parameters whose key starts with ``topic.``, in the order of the file."""
    return tuple(item for key, item in _parameters().items() if key.startswith(f"{topic}."))


def value(key):
    """Return the default value of a parameter: the way a model reads a constant."""
    return parameter(key).value


def _find(items, key, file):
    if not isinstance(key, str) or key not in items:
        raise DataError(f"{file} has no row with the key {shown(key)}.")
    return items[key]
