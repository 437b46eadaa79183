"""Each way in which a number on treatment can mislead is shown somewhere, and the place is still there."""

import nbformat
import pytest

from spine_edu import data
from spine_edu.registry import REGISTRY

#: The traps that the plan asks of this course.
ASKED = {f"T{number}" for number in (*range(4, 14), *range(17, 22), 23, 25, 26, 27, 31)}
TRAPS = data.table("treatment_traps")


def test_every_trap_of_the_plan_has_its_place():
    assert {row.trap for row in TRAPS} == ASKED


@pytest.mark.parametrize("row", TRAPS, ids=[row.trap for row in TRAPS])
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
