"""The signs that cannot wait: one list, complete, near the top of every notebook, and nowhere a second one."""

import re

import nbformat
import pytest

from spine_edu import data, warning_signs

BOOKS = [row.file for row in data.table("notebooks") if row.ready == "yes"]
TABLES = [resource["name"] for resource in data.package()["resources"] if "schema" in resource]
EACH = pytest.mark.parametrize("name", BOOKS)
#: What the list must hold -> a word that says it.
NEEDED = {
    "retention of urine": "it will not come",
    "leaking urine": "leaks",
    "bowel control": "loss of bowel control",
    "the saddle": "saddle",
    "sexual function": "sexual",
    "both legs": "both legs",
    "growing weakness": "weakness in a leg or foot that grows",
    "fever": "fever",
    "an accident": "fall, crash or blow",
    "cancer": "cancer",
    "weight": "loss of weight",
    "steroids": "steroid",
    "weak defence": "fights infection poorly",
    "rest and night": "at night",
}
#: Words that name a sign; two of them in one paragraph are a list of signs.
SIGNS = re.compile(
    r"passing urine|incontinen|bowel control|numbness (?:between|of the saddle)|new (?:numbness|weakness)"
    r"|growing weakness|fever|serious fall|steroid",
    re.IGNORECASE,
)


def cells(root, name):
    return nbformat.read(root / "notebooks" / name, 4).cells


def without_links(markdown):
    """A page carries its sources as links, a table as words."""
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", markdown)


@EACH
def test_every_notebook_shows_the_same_signs_before_anything_else(root, name):
    first, second, *others = cells(root, name)
    assert (first.id, second.id) == ("title", "warning-signs")
    assert without_links(second.source) == without_links(warning_signs()._repr_markdown_())
    assert all(cell.id != "warning-signs" for cell in others)


@pytest.mark.parametrize("words", NEEDED.values(), ids=NEEDED)
def test_the_list_is_complete(words):
    assert words in " ".join(row.text for row in data.table("warning_signs") if row.part in ("today", "soon"))


def test_nerves_of_bladder_and_bowel_do_not_wait_for_tomorrow():
    today = " ".join(row.text for row in data.table("warning_signs") if row.part == "today")
    assert all(words in today for words in ("urine", "bowel", "saddle", "sexual", "both legs", "fever", "foot"))


def test_the_list_says_what_to_do_without_a_number_to_ring_and_without_alarm():
    text = str(warning_signs())
    assert text.startswith("Signs that cannot wait") and "**" not in text
    assert "emergency department" in text and "clinician" in text
    # The world has many emergency numbers; a wrong one is worse than none.
    assert not re.search(r"\b(?:112|911|999|111|000|110|116 ?117)\b", text)
    assert not re.search(r"paraly|permanent|urgent|immediately|!", text, re.IGNORECASE)
    assert all(row.source for row in data.table("warning_signs"))


@EACH
def test_no_notebook_holds_a_second_list(root, name):
    """Half a list, somewhere else on the page, reads like a whole one."""
    paragraphs = [
        paragraph
        for cell in cells(root, name)
        if cell.cell_type == "markdown" and cell.id not in ("warning-signs", "sources")
        for paragraph in cell.source.split("\n\n")
    ]
    assert [text for text in paragraphs if len(SIGNS.findall(text)) > 1] == []


@pytest.mark.parametrize("table", [name for name in TABLES if name != "warning_signs"])
def test_no_table_holds_a_second_list(table):
    texts = [text for row in data.table(table) for text in vars(row).values() if isinstance(text, str)]
    assert [text for text in texts if len(SIGNS.findall(text)) > 1] == []


def test_no_teachers_page_holds_a_second_list(root):
    for path in sorted((root / "docs" / "teacher").glob("*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert len(SIGNS.findall(line)) < 2, (path.name, line)


@pytest.mark.parametrize(
    "text",
    [
        "Trouble passing urine, new numbness between the legs or growing weakness need a clinician today.",
        "Signs that cannot wait, such as trouble passing urine or new weakness, do not belong in any model.",
        "New numbness of the saddle or trouble passing urine with back pain: emergency.",
    ],
)
def test_half_a_list_is_seen(text):
    """The sentences that stood on four pages, each with other signs missing."""
    assert len(SIGNS.findall(text)) > 1
