"""A reader who plays for an hour: thousands of moves leave nothing behind, in the page or in Python."""

import pytest

from benchmarks.in_browser import Cell

FEW = 100
#: What leaks at each move is seen after some hundred already; an hour of play is walked each week.
LONG = (pytest.mark.weekly, pytest.mark.timeout(1800))


@pytest.mark.parametrize(
    ("name", "many"),
    [("WholeCycle", 600), pytest.param("WholeCycle", 5000, marks=LONG), pytest.param("PathwayMap", 5000, marks=LONG)],
)
def test_moves_leave_nothing_behind(scratch, name, many):
    book = scratch(f"import spine_edu\nexplorer = spine_edu.{name}()\nexplorer")
    cell = Cell(book, 0, name)
    cell.hurry(FEW)
    before = cell.held(book)
    cell.hurry(many)
    after = cell.held(book)
    assert after["nodes of the page"] - before["nodes of the page"] < many / 10
    assert after["page"] - before["page"] < 1.5, "MB of the page's own"
    assert after["kernel"] - before["kernel"] < 3, "MB of Python's"
