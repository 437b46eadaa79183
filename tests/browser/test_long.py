"""A reader who plays for an hour: thousands of moves leave nothing behind, in the page or in Python."""

import pytest

from benchmarks.in_browser import Cell

#: The benchmarks go on to 5,000; what leaks at each move is seen after these already.
FEW, MANY = 100, 600


@pytest.mark.parametrize("name", ["WholeCycle", pytest.param("PathwayMap", marks=pytest.mark.weekly)])
def test_moves_leave_nothing_behind(scratch, name):
    book = scratch(f"import spine_edu\nexplorer = spine_edu.{name}()\nexplorer")
    cell = Cell(book, 0, name)
    cell.hurry(FEW)
    before = cell.held(book)
    cell.hurry(MANY)
    after = cell.held(book)
    assert after["nodes of the page"] - before["nodes of the page"] < MANY / 10
    assert after["page"] - before["page"] < 1.5, "MB of the page's own"
    assert after["kernel"] - before["kernel"] < 3, "MB of Python's"
