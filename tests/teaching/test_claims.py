"""The register: each claim of the five articles, what was found, and a place in the course that is still there.

Section of an article, claim and notebook cell point at each other; nothing of the articles is left out unsaid.
"""

import csv
import re

import nbformat
import pytest

from spine_edu import data

CLAIMS = data.table("claims")
SECTIONS = data.table("claims_sections")
#: Sections of the five articles as the plan counts them: a to z, then aa and on.
LETTERS = [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab", "ac", "ad", "ae", "af"]
PLANNED = {
    "1",
    *(f"2{letter}" for letter in LETTERS),
    *(f"{article}{letter}" for article in "34" for letter in LETTERS[:10]),
    *(f"5{letter}" for letter in LETTERS[:12]),
}
#: The first words of "gains": who it is, before it says why.
GAINERS = re.compile(r"(?:seller|clinic|page|nobody): \S")
#: A verdict that rests on no study must say so.
NOTHING = re.compile(r"\b(?:not|none|no|nobody|neither|never|too little)\b", re.IGNORECASE)
NOTEBOOKS = {row.number: row for row in data.table("notebooks")}


@pytest.fixture(scope="module")
def written(root):
    """The rows as they stand in the file, where a source is still its key."""
    with (root / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def cells(root):
    """Names of the cells of each notebook, and None for one that is announced and not written yet."""
    found = {}
    for number, row in NOTEBOOKS.items():
        path = root / "notebooks" / row.file
        assert path.exists() or row.ready == "no", f"{row.file} is said to be ready and is not there"
        found[number] = {cell.id for cell in nbformat.read(path, 4).cells} if path.exists() else None
    return found


# Nothing is left out -----------------------------------------------------------------------------------------------


def test_all_claims_of_the_plan_are_there():
    assert [row.claim for row in CLAIMS] == [f"C{number:02d}" for number in range(1, 103)]


def test_all_sections_of_the_articles_are_there():
    assert len(PLANNED) == 65
    assert [row.section for row in SECTIONS] == sorted(
        PLANNED, key=lambda code: (code[0], LETTERS.index(code[1:]) if code[1:] else 0)
    )
    assert [row.section for row in SECTIONS if row.article != row.section[0]] == []


@pytest.mark.parametrize("row", SECTIONS, ids=[row.section for row in SECTIONS])
def test_a_section_has_claims_or_says_why_not(row):
    """Its place in the course is the place of one of its claims; the first article is the second once more."""
    places = {(claim.notebook, claim.cell) for claim in CLAIMS if row.section in claim.sections.split()}
    if row.section == "1":
        assert places and row.no_claim
    else:
        assert bool(places) != bool(row.no_claim)
        assert not places or (row.notebook, row.cell) in places


def test_the_first_notebook_looks_at_who_gets_back_pain(root):
    """Ever, today and with a herniation are three counts; whoever meets them first is told so there."""
    assert [row.section for row in SECTIONS if row.notebook == "00"] == ["2a", "2d", "2af", "5k"]
    assert [row.claim for row in CLAIMS if row.notebook == "00"] == ["C01", "C09", "C31"]
    cells = nbformat.read(root / "notebooks" / NOTEBOOKS["00"].file, 4).cells
    said = next(cell.source for cell in cells if cell.id == "articles")
    assert all(asked in said for asked in ("**When?**", "**Who?**", "**What counts?**"))


def test_the_copy_holds_no_claim_of_its_own_and_none_of_a_lost_list():
    """What stood in a list of the second article is lost in the first; the rest stands in both."""
    listed = {f"2{letter}" for letter in ["f", "i", "m", "n", "o", "p", "s", "t", "u", "w", "x", "z", "aa", "ac"]}
    for row in CLAIMS:
        sections = set(row.sections.split())
        second = {code for code in sections if code.startswith("2")}
        assert "1" not in sections or second, row.claim
        assert "1" not in sections or second - listed, row.claim


# Each row ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", CLAIMS, ids=[row.claim for row in CLAIMS])
def test_the_articles_of_a_claim_are_those_of_its_sections(row):
    assert row.articles.split() == sorted({code[0] for code in row.sections.split()})


@pytest.mark.parametrize(
    "row", [*CLAIMS, *SECTIONS], ids=[row.claim for row in CLAIMS] + [row.section for row in SECTIONS]
)
def test_the_place_of_a_claim_or_section_is_there(row, cells):
    """Strict as soon as the notebook is there; until then it must be one that is announced as not ready."""
    there = cells[row.notebook]
    assert row.cell in there if there is not None else NOTEBOOKS[row.notebook].ready == "no"


@pytest.mark.parametrize("row", CLAIMS, ids=[row.claim for row in CLAIMS])
def test_who_gains_is_said_in_plain_words(row):
    assert GAINERS.match(row.gains)


@pytest.mark.parametrize("column", ["found", "evidence"])
def test_a_verdict_has_a_source_or_says_that_none_was_found(written, column):
    assert [row["claim"] for row in written if "[@" not in row[column] and "found" not in row[column]] == []


def test_the_sources_of_a_claim_exist(written):
    named = {key for row in written for text in row.values() for key in re.findall(r"\[@([^\]]*)\]", text)}
    assert named and named <= set(data.references())


def test_the_verdict_and_how_sure_it_is_fit_together(written):
    """Nothing that was not found is sure, and nothing is called true or false on no evidence."""
    for row in written:
        cited = "[@" in row["found"] + row["evidence"]
        if row["verdict"] == "could not be traced":
            assert row["confidence"] == "none" and "not found" in row["found"], row["claim"]
        if row["confidence"] == "none":
            assert row["verdict"] in ("unsupported", "could not be traced"), row["claim"]
        if row["confidence"] in ("high", "moderate"):
            assert cited, row["claim"]
        if row["verdict"] == "unsupported":
            assert NOTHING.search(row["found"] + row["evidence"]), row["claim"]
