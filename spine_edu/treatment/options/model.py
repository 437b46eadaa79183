"""Five ways to go on after eight weeks of sciatica, and eight questions about each; what matters puts them in order.

Nothing is computed from what matters but the order of the rows: no sum, no score, no best column.
"""

from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.state import State, choice, quantity

#: The questions that somebody may find more or less important, and those that stand under them for everybody.
VALUES, ALWAYS = ("speed", "operation", "medicine", "harms", "cost"), ("year", "sure", "like")
#: From how much on something is called important, and how much there can be.
IMPORTANT, MOST = 3, 4
MINE, SORTED = "mine", "sorted"
#: What nobody has accepted, and where somebody leans who does not know.
UNSAID, UNSURE = "none", "unsure"


@dataclass(frozen=True)
class OptionsState(State):
    """What matters, whose priorities order the rows, the cell read out, what is accepted, and where one leans."""

    whose: str = choice("treatment_options.whose")
    order: str = choice("treatment_options.order")
    option: str = choice("treatment_options.option")
    row: str = choice("treatment_options.row")
    speed: float = quantity("treatment_options.speed")
    operation: float = quantity("treatment_options.operation")
    medicine: float = quantity("treatment_options.medicine")
    harms: float = quantity("treatment_options.harms")
    cost: float = quantity("treatment_options.cost")
    lean: str = choice("treatment_options.lean")
    accept_speed: str = choice("treatment_options.accept_speed")
    accept_operation: str = choice("treatment_options.accept_operation")
    accept_medicine: str = choice("treatment_options.accept_medicine")
    accept_harms: str = choice("treatment_options.accept_harms")
    accept_cost: str = choice("treatment_options.accept_cost")

    @property
    def accepted(self):
        """The cells that the reader could accept, as question -> way."""
        said = {row: getattr(self, f"accept_{row}") for row in VALUES}
        return {row: way for row, way in said.items() if way != UNSAID}


@dataclass(frozen=True)
class Cell:
    """One answer of the table.

    Attributes
    ----------
    option, row : str
    short, says : str
        Its words, brief and in full, with their numbers.
    kind : {"points", "of_100", "times", "grade", "words", "none"}
    value, low, high : float or None
        The number and its interval, in the unit of its row in treatment_options.csv.
    beside : float or None
        A number that belongs beside it: of the other group of its trial, or of something that comes on top.
    record : object
        That row.
    """

    option: str
    row: str
    short: str
    says: str
    kind: str
    value: float | None
    low: float | None
    high: float | None
    beside: float | None
    record: object


@dataclass(frozen=True)
class OptionsResult:
    """The table in somebody's order.

    Attributes
    ----------
    state : OptionsState
    matters : dict
        Question -> how much it matters to whom the order is for, 0 to 4.
    order : tuple of str
        The questions from the top down.
    cell : Cell
        The one that is read out.
    """

    state: OptionsState
    matters: dict
    order: tuple
    cell: Cell

    @property
    def important(self):
        """The questions that matter much, in the order of the rows."""
        return tuple(row for row in self.order if self.matters.get(row, 0) >= IMPORTANT)


def simulate(state):
    """Return the `OptionsResult` of an `OptionsState`."""
    source = state if state.whose == MINE else person(state.whose)
    matters = {row: getattr(source, row) for row in VALUES}
    # Sorting keeps rows that matter as much in their usual order.
    values = sorted(VALUES, key=lambda row: -matters[row]) if state.order == SORTED else VALUES
    order = (*values, *ALWAYS)
    return OptionsResult(state, matters, order, cells()[state.option, state.row])


def person(name):
    """Return the row of treatment_people.csv of one of the invented people."""
    return next(row for row in data.table("treatment_people") if row.person == name)


def options():
    """Return the five ways as (key, words), in the order of the columns."""
    return tuple((one.value, one.text) for one in data.choice("treatment_options.option").options)


def question(row):
    """Return the words of a row."""
    return data.choice("treatment_options.row").format(row)


@cache
def cells():
    """Return every `Cell` by its option and row."""
    return {(record.option, record.row): _cell(record) for record in data.table("treatment_options")}


def _cell(record):
    numbers = _referred(record.refers) if record.refers else vars(record)
    value = {name: numbers[name] for name in ("value", "low", "high")}
    value["beside"] = _referred(record.beside)["value"] if record.beside else None
    numbers = {**numbers, "beside": value["beside"]}
    filled = {
        name: text.format(**numbers).replace("(-", "(−")
        for name, text in (("short", record.short), ("says", record.says))
    }
    return Cell(record.option, record.row, kind=record.kind, record=record, **filled, **value)


def _referred(reference):
    """Return the numbers of a row of another table by name, as the words of a cell call them."""
    table, _, key = reference.partition(":")
    rows = data.table(table)
    if table == "treatment_effects":
        row = next(row for row in rows if row.effect == key)
        return {**vars(row), "week": row.weeks}
    path, measure, week, kind = key.split("/")
    row = next(row for row in rows if (row.path, row.measure, row.week, row.kind) == (path, measure, float(week), kind))
    return {**vars(row), "value": row.share}
