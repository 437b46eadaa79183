"""What a page or a table claims to have been measured, or a study to have found, carries its source by key.

The rule, for each paragraph and list item of a notebook's text, and for each row of the tables that speak to a reader
without a column of sources: if it holds one of the `CLAIMS`, it cites a source (``[@key]``, written out by
tools/cite.py in a notebook and by the reading of the tables elsewhere). What rests on no source says why, in a comment
that no page shows: ``<!-- no source: a setting -->``, with one of the `REASONS`.
"""

import csv
import re
from pathlib import Path

import nbformat
import pytest

from spine_edu import data
from tools import cite

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PAGES = sorted(ROOT.glob("docs/**/*.md"))

_WORDS = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a hundred)"
_SHARE = r"(?:half|a third|two thirds|a quarter|most|many|few|nearly all)(?: of)?(?: the| these| those| all)?"
_PEOPLE = (
    r"(?:people|persons|adults|men|women|boys|girls|patients|volunteers|children|twins|workers|students|specimens|spines"
    r"|operations|rats|pigs|cats|rabbits|animals)"
)
_CASES = r"(?:episodes|herniations|extrusions|protrusions|bulges|sequestrations|pieces|roots|discs|scans|cases)"
#: What makes a sentence a claim about the world: name -> pattern.
#: Days, minutes and steps are none, since every page has its own.
CLAIMS = {
    "a percentage": r"\d\s?%|\bper ?cent\b",
    "so many of so many": rf"\b(?:\d[\d,.]*|{_WORDS}) (?:of|in|out of) (?:every |the )?(?!10\b)\d{{2,}}",
    "a measured value": r"\b\d[\d,.]*\s?(?:MPa|kPa|k?N\b|kg\b|mm\b|cm\b|cm²|°|degrees\b)",
    "a measured time": r"\b\d+\.\d+ (?:hours|days|weeks|months|years)\b",
    "who was measured": rf"(?<!how )\b(?:\d[\d,.]*|{_WORDS}|{_SHARE})(?: [\w-]+){{0,2}} {_PEOPLE}\b",
    "one was measured": r"\bone (?:[\w-]+ )?(?:man|woman|boy|girl|volunteer|patient)\b|\bone (?:man|woman)'s\b",
    "most of a kind": rf"(?<!how )\b{_SHARE}(?: [\w-]+){{0,2}} {_CASES}\b",
    "a study": r"\b(?:trial|study|review|meta-analysis|cohort|survey|experiment)\b"
    rf"|\b(?:both|\d+|{_WORDS}) (?:[\w-]+ )?(?:trials|studies|reviews|surveys|experiments)\b",
    "a year": r"\b(?:19|20)\d\d\b",
    "and colleagues": r"\bet al\b|\band (?:his |her |their )?(?:group|colleagues|team|co-workers)\b",
}
#: First authors whose name is a word of its own.
_WORD_TOO = {"French", "Brand", "Day", "White"}
FIRST_AUTHORS = {
    item["author"][0]["family"] for item in data.references().values() if item.get("author", [{}])[0].get("family")
} - _WORD_TOO
#: A name is a claim too: what "Wilke" found stands in his paper.
NAMED = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, FIRST_AUTHORS)))})\b")
#: A study named by hand, such as "Battié 2009".
BY_HAND = re.compile(r"\b[A-ZÀ-Ý][\w’-]+(?: et al\.)?,? \(?(?:19|20)\d\d\b")
#: Why a claim may stand without a source.
REASONS = {
    "a setting": "a number that a hand can change on this page",
    "the model": "a result of a model, said to be one",
    "a definition": "agreed on, such as a unit",
    "invented": "Noor, or a made-up example",
    "an article": "what one of Noor's five articles says",
    "none found": "says itself that no study was found or looked at",
    "this course": "about the course, its pages and its words",
}
EXEMPT = re.compile(r"<!-- no source: ([^>]*?) -->")


def claims_of(text):
    """Return what a text claims: (name of the kind, the words)."""
    # L4-5 and C7 are names, and a quotation is somebody else's claim under examination.
    bare = re.sub(r"\b[CTLS]\d+(?:[-–/][CTLS]?\d+)?\b|^\s*(?:[-*]|\d+\.) |^>.*$|<[^>]*>|`[^`]*`", "", text, flags=re.M)
    found = [(kind, match[0]) for kind, claim in CLAIMS.items() for match in re.finditer(claim, bare, re.IGNORECASE)]
    return found + [("a name", match[0]) for match in NAMED.finditer(bare)]


def blocks(markdown):
    """Return the paragraphs and list items of a text, without headings."""
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )", markdown)
    return [part for part in parts if part.strip() and not part.lstrip().startswith("#")]


def bare_claims(markdown):
    """Return what is claimed in a Markdown text without a source and without a reason for the lack of one."""
    return [
        f"{kind}, {words!r}, in: {' '.join(block.split())[:100]}"
        for block in blocks(markdown)
        if not cite.LINK.search(block) and not EXEMPT.search(block)
        for kind, words in claims_of(block)
    ]


def markdown_cells(path):
    cells = nbformat.read(path, 4).cells
    return [cell.source for cell in cells if cell.cell_type == "markdown" and cell.id != cite.SOURCES]


# Notebooks and pages ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_each_claim_of_a_notebook_carries_its_source(path):
    assert [claim for source in markdown_cells(path) for claim in bare_claims(source)] == []


@pytest.mark.parametrize("path", [*NOTEBOOKS, *PAGES], ids=lambda path: path.name)
def test_each_source_stands_there_as_the_list_of_references_prints_it(path):
    """By key and not by hand: else run ``python tools/cite.py``."""
    texts = markdown_cells(path) if path.suffix == ".ipynb" else [path.read_text(encoding="utf-8")]
    for text in texts:
        assert cite.written_out(text) == text
        by_hand = re.sub(cite.LINK, "", text)
        assert "doi.org" not in by_hand and data.keys_named(by_hand) == ()


@pytest.mark.parametrize("path", [*NOTEBOOKS, *PAGES], ids=lambda path: path.name)
def test_no_study_is_named_by_hand(path):
    """A study that only its name and year point to may stand in no list: it was so with one in docs/model.md."""
    texts = markdown_cells(path) if path.suffix == ".ipynb" else [path.read_text(encoding="utf-8")]
    assert [study for text in texts for study in BY_HAND.findall(re.sub(cite.LINK, "", text))] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_lists_what_it_cites(path):
    book = nbformat.read(path, 4)
    before = [cell.source for cell in book.cells]
    cite.cite(book)
    assert [cell.source for cell in book.cells] == before, "run: python tools/cite.py"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_claim_without_a_source_says_why_in_known_words(path):
    """A reason that stands where nothing is claimed any more is out of date."""
    exempt = [block for source in markdown_cells(path) for block in blocks(source) if "<!--" in block]
    assert [block for block in exempt if not set(EXEMPT.findall(block)) & set(REASONS)] == []
    assert [block for block in exempt if not claims_of(block)] == []


# Tables -----------------------------------------------------------------------------------------------------------

#: Tables that speak to a reader and have no column of sources -> the columns with what the course itself says.
#: Goals and hints of challenges, and the words on controls, are about the screen, and its sources stand on it.
#: The wrong options of a question are claims under examination; its feedback is ours.
SPOKEN = {
    "scenarios": ("notice",),
    "limits": ("text", "shows"),
    "questions": ("stem", "feedback"),
    "tasks": ("stem", "why"),
    "task_parts": ("text", "feedback"),
    "beliefs": ("found",),
    "glossary": ("meaning",),
    "claims": ("found", "evidence", "missing"),
}
#: A value with a unit is nearly always one of the screen's own there; its table of numbers says where it comes from.
_ON_SCREEN = {"a measured value"}
#: Rows without a source -> one of the REASONS.
OURS = {
    ("glossary", "pressure"): "a definition",
    ("glossary", "one-arm study"): "a definition",
    ("limits", "herniation_shape", "soft"): "the model",
    ("limits", "cycle_model", "combination"): "none found",
    ("claims", "C26"): "none found",
    ("claims", "C35"): "none found",
    **{("tasks", key): "invented" for key in ("Q59", "Q60", "Q64", "Q65", "Q67", "Q68")},
    **{("task_parts", key, part): "invented" for key in ("Q59", "Q60", "Q64", "Q68") for part in (1, 2)},
    ("task_parts", "Q65", 1): "invented",
    **{("questions", "Q12", option): "an article" for option in "ABCD"},
    **{("questions", "Q29", option): "an article" for option in "ABD"},
}


def key_of(table, row):
    keys = next(one["schema"]["primaryKey"] for one in data.package()["resources"] if one["name"] == table)
    return (table, *(getattr(row, key) for key in ([keys] if isinstance(keys, str) else keys)))


def bare_rows(table):
    """Return the rows of a table that claim something without a source: their keys and what they claim."""
    found = {}
    for row in data.table(table):
        said = [getattr(row, column) for column in SPOKEN[table]]
        ignored = _ON_SCREEN if table in ("scenarios", "limits") else set()
        claims = [claim for text in said for claim in claims_of(text) if claim[0] not in ignored]
        if claims and not data.keys_named(" ".join(said)):
            found[key_of(table, row)] = claims
    return found


@pytest.mark.parametrize("table", SPOKEN)
def test_each_claim_of_a_table_carries_its_source(table):
    assert {key: claims for key, claims in bare_rows(table).items() if key not in OURS} == {}


def test_a_row_without_a_source_says_why_and_needs_to():
    assert {reason for reason in OURS.values() if reason not in REASONS} == set()
    assert set(OURS) <= {key for table in SPOKEN for key in bare_rows(table)}


def test_the_tables_cite_by_key_and_not_by_hand(root):
    written = {path.name: path.read_text(encoding="utf-8") for path in sorted((root / "data").glob("*.csv"))}
    assert {name: data.keys_named(text) for name, text in written.items() if data.keys_named(text)} == {}
    told = re.compile(r"^(?:source|seen)$")
    by_hand = [
        (path.name, column, study)
        for path in sorted((root / "data").glob("*.csv"))
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
        for column, cell in row.items()
        if not told.match(column)
        for study in BY_HAND.findall(cell)
    ]
    assert by_hand == []


# The rule sees what it must ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "In twins, inheritance explained more than lifting did (Twin Spine Study, Battié 2009).",
        "In 504 adults the cord ended at L1.",
        "Lying reads 0.10 MPa.",
        "70 of 100 were smaller on a later scan.",
        "In most painful roots the pain did not keep to the map.",
        "Half of pain-free people of 40 have a bulge.",
        "The symptoms left after 1.3 months.",
        "Pain fell by 8.4 %.",
        "In this one man it was lower.",
        "Wilke and his group let a man live with a sensor.",
        "Two small trials found nothing.",
    ],
)
def test_a_bare_claim_is_seen(text):
    assert bare_claims(text)
    assert bare_claims(f"{text} [@murphy2009]"), "a key that was not written out is no source yet"
    assert bare_claims(cite.written_out(f"{text} [@murphy2009]")) == []
    assert bare_claims(f"{text} <!-- no source: a setting -->") == []


@pytest.mark.parametrize(
    "text",
    [
        "The disc L4-5 lies between L4 and L5.",
        "**Time.** 40 minutes. **You need** three ideas.",
        "After day 28 press *Run*; pain is 2 of 10.",
        "How many people were measured?",
        "> “1 in 3 people”",
        "1. Move the slider.",
        "## The year 1999",
    ],
)
def test_what_claims_nothing_passes(text):
    assert bare_claims(text) == []


def test_a_link_by_hand_is_seen():
    old = '[Murphy 2010](https://doi.org/10.1000/wrong "murphy2009")'
    assert cite.written_out(old) == cite.link("murphy2009") != old
    with pytest.raises(data.DataError, match="no source 'nobody1900'"):
        cite.written_out("[@nobody1900]")
