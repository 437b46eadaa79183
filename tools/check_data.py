"""Say what is wrong in data/: in the tables alone, and in what they say to the explorers.

python tools/check_data.py
"""

import importlib
import sys

import spine_edu
from spine_edu import data
from spine_edu.registry import REGISTRY, folder

#: Tables about explorers -> the column with settings, and what names their keys in the explorer.
ABOUT = {"scenarios": ("settings", None), "challenges": ("solution", "checks"), "limits": ("settings", "failures")}


def problems():
    """Return a sentence for each thing that is wrong; an empty list if nothing is."""
    found = list(data.check())
    return found or [*_too_few(), *(sentence for table in ABOUT for sentence in _table(table))]


def _too_few():
    """Yield for each explorer what it lacks of presets and limits."""
    for table, least, most in (("scenarios", 3, 6), ("limits", 1, 99)):
        there = [row.explorer for row in data.table(table)]
        for part in REGISTRY:
            if not least <= there.count(part) <= most:
                yield f"{table}.csv: {part} has {there.count(part)} rows; it needs {least} to {most}."


def _table(table):
    """Yield what is wrong in a table about explorers: unknown explorers, settings and keys."""
    settings, named = ABOUT[table]
    rows = list(enumerate(data.table(table), start=2))
    for number, row in rows:
        where = f"{table}.csv, row {number}"
        if row.explorer not in REGISTRY:
            yield f"{where}, column explorer: {row.explorer!r} is no explorer."
        elif complaint := _refused(row.explorer, getattr(row, settings)):
            yield f"{where}, column {settings}: {complaint}"
        elif named and row.key not in getattr(_explorer(row.explorer), named):
            yield f"{where}, column key: {row.key!r} is none of {row.explorer}'s {named}."
    for part in REGISTRY if named else ():
        there = {row.key for _, row in rows if row.explorer == part}
        yield from (
            f"{table}.csv: has no row {key!r} of {part}, which {named} of its explorer names."
            for key in getattr(_explorer(part), named)
            if key not in there
        )


def _explorer(part):
    return getattr(spine_edu, REGISTRY[part])


def _refused(part, settings):
    """Return why an explorer refuses settings, or None."""
    try:
        state = _explorer(part).State.from_text(f"{part} v1: {settings}", part)
        importlib.import_module(f"spine_edu.{folder(part)}.model").simulate(state)
    except ValueError as error:
        return str(error)


if __name__ == "__main__":
    wrong = problems()
    print("\n".join(wrong) or "Nothing is wrong in data/.")
    sys.exit(bool(wrong))
