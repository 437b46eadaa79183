"""What catalogues are told of a page is what its notebook says of itself."""

import json
import re

import nbformat
import pytest

import spine_edu
from spine_edu import data
from website import documents, training

ROWS = data.table("notebooks")
#: What the profile of Bioschemas asks for, and of what it recommends or allows, all that we know of a page.
WHOLE = {"name", "description", "keywords", "url"}
WHOLE |= {"author", "audience", "competencyRequired", "educationalLevel", "inLanguage", "learningResourceType"}
WHOLE |= {"license", "teaches", "timeRequired", "version", "dateModified", "isPartOf"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_a_notebook_is_described_by_its_own_metadata(row, root):
    book = nbformat.read(root / "notebooks" / row.file, 4)
    page = training.described(book, row.file.removesuffix(".ipynb"))
    inside = re.fullmatch(r'<script type="application/ld\+json">([^<]*)</script>', page)[1]
    told = json.loads(inside)
    assert told == training.resource(book, row.file.removesuffix(".ipynb"))
    assert told["name"] == f"{row.number} {row.title}" and told["timeRequired"] == f"PT{row.minutes}M"
    assert told["teaches"] == book.metadata["spine_edu"]["objectives"]
    assert told["competencyRequired"] == book.metadata["spine_edu"]["prerequisites"]
    assert told["keywords"] == book.metadata["spine_edu"]["keywords"]
    assert told["description"].startswith(row.question)
    assert WHOLE <= set(told) and all(told.values()), "nothing is left out or empty"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["dateModified"]) and told["version"] == spine_edu.__version__


def test_for_whom_and_by_whom_is_what_the_paper_and_the_citation_say(root):
    paper = " ".join((root / "paper" / "paper.md").read_text(encoding="utf-8").split())
    assert all(one.lower() in paper.lower() for one in training.AUDIENCE)
    names = [author["name"] for author in documents.project()["authors"]]
    assert names and all(f"- name: {name}\n" in (root / "CITATION.cff").read_text(encoding="utf-8") for name in names)
