"""Each way in which a number can mislead is shown somewhere, and the place is still there."""

import nbformat
import pytest

from spine_edu import data
from spine_edu.registry import REGISTRY

#: The traps that the plan asks for; two more are what notebooks 03 and 05 are about as a whole.
ASKED = {f"T{number}" for number in (*range(1, 14), 15, *range(17, 33))}
#: Those that are about finding out, and so are seen in its notebook, too.
FINDING_OUT = {"T4", "T6", "T7", "T19", "T20", "T21", "T27"}
#: Those that are about who tells, and about staying well.
TELLING = {"T1", "T2", "T3", "T15", "T28", "T29", "T30", "T32"}
STAYING_WELL = {"T22", "T24"}
TRAPS = data.table("traps")


def test_every_trap_of_the_plan_has_its_place():
    assert {row.trap for row in TRAPS} == ASKED
    places = {"06": FINDING_OUT, "08": TELLING, "09": STAYING_WELL}
    assert {number: {row.trap for row in TRAPS if row.notebook == number} for number in places} == places


@pytest.mark.parametrize("row", TRAPS, ids=[f"{row.trap}-{row.notebook}" for row in TRAPS])
def test_the_place_of_a_trap_is_there(row, root):
    file = next(one.file for one in data.table("notebooks") if one.number == row.notebook)
    cells = {cell.id: cell for cell in nbformat.read(root / "notebooks" / file, 4).cells}
    assert row.cell in cells
    if row.kind == "text":
        assert cells[row.cell].cell_type == "markdown" and not row.explorer
        return
    table = {"scenario": "scenarios", "limit": "limits", "goal": "challenges"}[row.kind]
    names = {one.name if table == "scenarios" else one.key for one in data.table(table) if one.explorer == row.explorer}
    assert row.name in names
    made = f"spine_edu.{REGISTRY[row.explorer]}("
    variable = next(cell.source.splitlines()[-1] for cell in cells.values() if made in cell.source)
    assert made in cells[row.cell].source or f"{variable}.still(" in cells[row.cell].source
    if "still(" in cells[row.cell].source:
        assert row.name in cells[row.cell].source
