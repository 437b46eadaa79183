"""Plain, kind words: nothing that frightens where it should explain, and nothing that a fourteen-year-old cannot read.

Some words make people expect the worst of their backs. They may stand in a block quote, because the course looks at
them there, and then a comment must follow.
"""

import ast
import json
import re
from pathlib import Path

import nbformat
import pytest
import syllables

from spine_edu import data
from spine_edu.prevention.wording import checker
from tools.cite import SOURCES

ROOT = Path(__file__).resolve().parents[1]

#: Tables that quote what is looked at there: the list of words itself, and explanations by others.
EXHIBITS = {"prevention_words", "prevention_pages"}

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TEXTS = ("*.md", "docs/**/*.md", "data/*.md", "website/content/*.md")
PAGES = [path for pattern in TEXTS for path in sorted(ROOT.glob(pattern))]
CODE = [path for pattern in ("*.py", "*.js") for path in sorted((ROOT / "spine_edu").rglob(pattern))]
TABLES = [resource["name"] for resource in data.package()["resources"] if "schema" in resource]


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def markdown_of(path):
    """Return the words of a notebook or a page, cell after cell."""
    if path.suffix == ".ipynb":
        cells = [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == "markdown"]
        # The titles in the list of sources are not our words.
        return "\n\n".join(cell.source for cell in cells if cell.id != SOURCES)
    return path.read_text(encoding="utf-8")


def without_quotes(markdown):
    return "\n".join(line for line in markdown.splitlines() if not line.lstrip().startswith(">"))


def quotes_without_comment(markdown):
    """Return the block quotes after which no sentence of our own follows before the next heading."""
    bare, quote = [], None
    for line in [*markdown.splitlines(), "# end"]:
        if line.lstrip().startswith(">"):
            quote = f"{quote or ''}{line}"
        elif line.startswith("#") and quote:
            bare.append(quote)
            quote = None
        elif line.strip():
            quote = None
    return bare


def reader_strings(path):
    """Return the texts in a module that can reach the screen: every string that is not a docstring."""
    if path.suffix != ".py":
        return [path.read_text(encoding="utf-8")]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def frightening(texts, *, quoted=False):
    """Return the words that this course never uses, by the same list as the checker of explanations."""
    return [word for text in texts for word in checker.frightening(text, quoted=quoted)]


# Words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*NOTEBOOKS, *PAGES], ids=name_of)
def test_pages_do_not_frighten(path):
    assert frightening([without_quotes(markdown_of(path))]) == []


@pytest.mark.parametrize("path", [*NOTEBOOKS, *PAGES], ids=name_of)
def test_a_quotation_is_followed_by_a_comment(path):
    assert quotes_without_comment(markdown_of(path)) == []


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_the_package_does_not_frighten(path):
    assert frightening(reader_strings(path)) == []


@pytest.mark.parametrize("name", sorted(set(TABLES) - EXHIBITS))
def test_the_tables_do_not_frighten(name):
    assert frightening(text for row in data.table(name) for text in vars(row).values() if isinstance(text, str)) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_what_a_notebook_shows_does_not_frighten(path):
    outputs = [output for cell in nbformat.read(path, 4).cells for output in cell.get("outputs", [])]
    shown = [
        output.get("text", "")
        + json.dumps(
            {kind: value for kind, value in output.get("data", {}).items() if kind.startswith("text/")},
            ensure_ascii=False,
        )
        for output in outputs
    ]
    # An explorer that looks at alarming words quotes them.
    assert frightening(shown, quoted=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "A slipped disc",
        "It has Ruptured.",
        "normal wear-and-tear",
        "crumbling discs",
        "an unstable segment",
        "a vicious circle",
        "a degenerated disc",
        "your spine is out",
        "Your back is damaged",
    ],
)
def test_a_frightening_word_is_seen(text):
    assert frightening([text])
    assert frightening([f"He said “{text}”."]) and not frightening([f"He said “{text}”."], quoted=True)


@pytest.mark.parametrize("text", ["The stable state", "disc degeneration is common with age", "a slip of paper"])
def test_a_harmless_word_passes(text):
    assert not frightening([text])


def test_a_bare_quotation_is_seen():
    assert quotes_without_comment("> *slipped*\n\n## Next") == ["> *slipped*"]
    assert quotes_without_comment("> one\n> two\n\nNothing slips.\n\n## Next") == []


# Readability ------------------------------------------------------------------------------------------------------


def sentences(markdown):
    """Return the running text of a page as lists of words, without code, tables, headings and links' addresses."""
    text = re.sub(r"```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$|<[^>]*>|\]\([^)]*\)", " ", markdown, flags=re.DOTALL)
    lines = [
        re.sub(r"^\s*([-*>]|\d+\.)\s+", "", line)
        for line in text.splitlines()
        if not line.lstrip().startswith(("#", "|", "[!["))
    ]
    # A line that ends without a full stop goes on in the next one, unless that begins a list item.
    joined = re.sub(r"\n\s*\n", ". ", "\n".join(lines)).replace("\n", " ")
    found = [re.findall(r"[A-Za-z][A-Za-z'’-]*", part) for part in re.split(r"[.!?:;]+(?:\s|$)", joined)]
    return [words for words in found if words]


def grade(markdown):
    """Return the Flesch-Kincaid grade: school years needed to read a text with ease."""
    found = sentences(markdown)
    words = [word for sentence in found for word in sentence]
    return 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables.estimate, words)) / len(words) - 15.59


@pytest.mark.parametrize("path", [*NOTEBOOKS, ROOT / "README.md"], ids=name_of)
def test_a_page_reads_with_ease_at_fourteen(path):
    assert grade(markdown_of(path)) <= 8.5


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_no_sentence_runs_on(path):
    assert [" ".join(words) for words in sentences(markdown_of(path)) if len(words) > 42] == []


def test_the_grade_tells_plain_from_heavy():
    plain = "The disc is soft. It takes up water at night. In the day you press the water out."
    heavy = "Intervertebral biomechanical deterioration necessitates comprehensive multidisciplinary rehabilitation."
    assert grade(plain) < 4 and grade(heavy) > 16
