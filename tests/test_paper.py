"""The paper about the course cites sources that the course has, and says of it what is so."""

import re
from pathlib import Path

import nbformat
import pytest

import spine_edu
from spine_edu import data
from spine_edu.imprint import WHO_PAYS
from spine_edu.registry import REGISTRY

ROOT = Path(__file__).resolve().parents[1]
PAPER = (ROOT / "paper" / "paper.md").read_text(encoding="utf-8")
#: The journal's checklist, and where the course answers it.
CHECKLIST = (ROOT / "docs" / "jose.md").read_text(encoding="utf-8")
POINTS = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \| (.+) \|$", CHECKLIST, flags=re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#([^)\s]+))?\)")


def test_it_cites_what_the_course_cites():
    keys = set(re.findall(r"@(\w+)", PAPER))
    assert keys and keys <= set(data.references())
    assert [key for key in keys if not data.references()[key].get("DOI")] == []


def test_it_is_as_short_as_the_journal_asks():
    assert len(PAPER.split()) < 1000


def test_its_numbers_are_those_of_the_course():
    assert f"It holds {len(REGISTRY)} explorers." in PAPER
    assert f"{len(data.table('claims'))} of\nthem" in PAPER
    rows = re.findall(r"^\| (\d\d) \| .* \| (\d+) \|$", PAPER, flags=re.MULTILINE)
    assert rows == [(row.number, str(row.minutes)) for row in data.table("notebooks")]
    assert len(data.table("misconceptions")) == 16 and "sixteen known misconceptions" in PAPER


def test_it_claims_no_class_that_was_not_taught():
    assert "has not yet been taught to a class" in PAPER


def test_it_says_who_pays_as_every_page_does():
    assert WHO_PAYS in PAPER and WHO_PAYS in (ROOT / "README.md").read_text(encoding="utf-8")


# The journal's checklist ------------------------------------------------------------------------------------------


def test_all_twenty_points_are_told_and_counted():
    assert [int(number) for number, *_ in POINTS] == list(range(1, 21))
    states = [state for _, _, state, _ in POINTS]
    met, part, release, submission = map(states.count, ("met", "in part", "at the release", "at the submission"))
    assert met + part + release + submission == 20
    said = f"Of the 20 points, {met} are met, {part} in part, {release} wait for the release and {submission} for the"
    assert said in CHECKLIST


def anchors(path):
    """Return the names by which the headings of a page are linked to."""
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize(("number", "where"), [(point[0], point[3]) for point in POINTS])
def test_each_place_that_answers_a_point_is_there(number, where):
    places = [(ROOT / "docs" / file, anchor) for file, anchor in _LINK.findall(where)]
    assert places, number
    assert [path for path, _ in places if not path.is_file()] == []
    assert [anchor for path, anchor in places if anchor and anchor not in anchors(path)] == []


def test_what_the_checklist_says_of_the_mind_is_so():
    counts = {len(row.metadata["spine_edu"]["objectives"]) for row in map(book, data.table("notebooks"))}
    assert counts == {5, 6} and "at most six objectives" in CHECKLIST and "five or six objectives" in PAPER
    assert max(len(getattr(spine_edu, name).first) for name in REGISTRY.values()) == 4
    assert "at most four controls in view" in CHECKLIST
    assert max(row.minutes for row in data.table("notebooks")) < 60 and "Ten notebooks of under an hour" in CHECKLIST
    assert len(data.table("notebooks")) == 10


def book(row):
    return nbformat.read(ROOT / "notebooks" / row.file, 4)


def test_what_waits_for_the_release_is_still_lacking():
    """On the day of the release this fails, so that the page is told."""
    citation, log = ((ROOT / name).read_text(encoding="utf-8") for name in ("CITATION.cff", "CHANGELOG.md"))
    assert (
        "not yet released" in log.split("\n## ")[1] and "There is no tag, no archived copy and no DOI yet" in CHECKLIST
    )
    assert not re.search(r"^doi:", citation, flags=re.MULTILINE)
    assert citation.count("  - name: ") == PAPER.count("  - name: ") == 1 and "affiliation" not in PAPER


FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.md"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_has_a_head_and_asks_something(path):
    form = path.read_text(encoding="utf-8")
    assert re.match(r"---\nname: [^\n]+\nabout: [^\n]+\n---\n\n\*\*", form)
    assert f"../.github/ISSUE_TEMPLATE/{path.name}" in CHECKLIST
