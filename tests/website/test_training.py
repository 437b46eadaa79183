"""What catalogues are told of a page is what its notebook says of itself."""

import json
import re

import nbformat
import pytest

from spine_edu import data
from website import training

ROWS = data.table("notebooks")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_a_notebook_is_described_by_its_own_metadata(row, root):
    book = nbformat.read(root / "notebooks" / row.file, 4)
    page = training.described(book, row.file.removesuffix(".ipynb"))
    inside = re.fullmatch(r'<script type="application/ld\+json">([^<]*)</script>', page)[1]
    told = json.loads(inside)
    assert told == training.resource(book, row.file.removesuffix(".ipynb"))
    assert told["name"] == f"{row.number} {row.title}" and told["timeRequired"] == f"PT{row.minutes}M"
    assert told["teaches"] == book.metadata["spine_edu"]["objectives"]
    assert told.get("competencyRequired", []) == book.metadata["spine_edu"]["prerequisites"]
    assert all(told.values()), "nothing is left empty"
