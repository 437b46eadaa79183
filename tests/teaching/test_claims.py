"""What the articles claim about finding out is met somewhere, and the place is still there."""

import csv

import nbformat
import pytest

from spine_edu import data

CLAIMS = data.table("claims")
#: The claims that the plan gives to each notebook.
PLANNED = {
    "04": {f"C{number}" for number in (*range(16, 38), *range(41, 44))},
    "06": {f"C{number}" for number in (15, *range(44, 62))},
}


@pytest.mark.parametrize("notebook", PLANNED)
def test_every_planned_claim_of_a_notebook_is_met(notebook):
    assert {row.claim for row in CLAIMS if row.notebook == notebook} == PLANNED[notebook]


@pytest.mark.parametrize("row", CLAIMS, ids=[row.claim for row in CLAIMS])
def test_the_place_of_a_claim_is_there(row, root):
    file = next(one.file for one in data.table("notebooks") if one.number == row.notebook)
    cells = {cell.id: cell for cell in nbformat.read(root / "notebooks" / file, 4).cells}
    assert row.cell in cells
    assert set(row.articles.split()) <= set("12345")


def test_a_verdict_has_a_source_or_says_that_none_was_found(root):
    """Read from the file itself, where a source still stands as its key."""
    with (root / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        assert [
            row["claim"] for row in csv.DictReader(file) if "[@" not in row["found"] and "found" not in row["found"]
        ] == []
