"""The paper about the course cites sources that the course has, and says of it what is so."""

import re
from pathlib import Path

from spine_edu import data
from spine_edu.registry import REGISTRY

PAPER = (Path(__file__).resolve().parents[1] / "paper" / "paper.md").read_text(encoding="utf-8")


def test_it_cites_what_the_course_cites():
    keys = set(re.findall(r"@(\w+)", PAPER))
    assert keys and keys <= set(data.references())


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
