"""The pressure board in words."""

from spine_edu.citations import UNCHECKED
from spine_edu.loads.pressure.model import REFERENCE, STUDIES, study
from spine_edu.tables import Table


def sentence(result):
    """Return what each study read in the marked posture, with the number of people measured."""
    clash = " The two studies put it on different sides of standing." if result.disagree else ""
    readings = "; ".join(_read(result.marked, name) for name in STUDIES)
    return f"{result.marked.label}: {readings}.{clash} Pressure is not pain."


def compare(held, result):
    """Return how the marked posture differs from the one held as A, study by study."""
    if held.marked.posture == result.marked.posture:
        return f"A and B mark the same posture: {result.marked.label}."
    parts = [_difference(held.marked, result.marked, name) for name in STUDIES]
    return f"From A ({held.marked.label}) to B ({result.marked.label}): {'; '.join(parts)}."


def table(result):
    """Return the board as a table: one row a posture, one column a study."""
    studies = [study(name) for name in STUDIES]
    columns = ("Posture", *(f"{about.title} ({about.unit}; {about.people_words})" for about in studies))
    rows = tuple(
        (row.label, *(value(row.readings[name]) + _unchecked(row.readings[name], ", {}") for name in STUDIES))
        for row in result.rows
    )
    return Table("Pressure inside the disc, as each study printed it", columns, rows)


def value(reading):
    """Return a reading as printed on the board: a number, a range, or a dash where nothing was measured."""
    if reading is None:
        return "not measured"
    digits = 2 if study(reading.study).sign == "MPa" else 0
    if reading.low is not None:
        return f"{reading.low:.{digits}f} to {reading.high:.{digits}f}"
    return f"{reading.value:.{digits}f}"


def _read(row, name):
    about, reading = study(name), row.readings[name]
    if reading is None:
        return f"{about.title} did not measure it"
    unit = "% of standing" if about.sign == "%" else about.sign
    place = "" if row.posture == REFERENCE else f", {_place(row.share(name))}"
    checked = _unchecked(reading, " ({})")
    return f"{about.title} ({about.people_words}, disc {about.disc}) read {value(reading)} {unit}{place}{checked}"


def _unchecked(reading, put):
    """Return, put into words, that a reading is from memory; nothing for one that was seen or never read."""
    return "" if reading is None or reading.seen else put.format(UNCHECKED)


def _place(share):
    if abs(share - 1) < 0.005:
        return "the same as standing"
    return "higher than standing" if share > 1 else "lower than standing"


def _difference(before, after, name):
    first, second, about = before.readings[name], after.readings[name], study(name)
    if first is None or second is None:
        return f"{about.title} did not measure both"
    digits = 2 if about.sign == "MPa" else 0
    change = second.value - first.value
    unit = "percentage points" if about.sign == "%" else about.sign
    return f"{about.title} {'+' if change >= 0 else '−'}{abs(change):.{digits}f} {unit}"
