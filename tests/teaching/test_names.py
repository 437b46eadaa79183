"""What notebooks and guides call an explorer, a scenario, a control or a button is what stands on the screen.

Such a name is set in italics. Other things are, too: a word that is stressed, a wrong answer. So it counts as a name
after a word such as “press” or “under”, and with a large first letter inside a sentence or as what it is about.
"""

import ast
import json
import re

import pytest

import spine_edu
from spine_edu import data
from spine_edu.registry import REGISTRY

_ITALIC = r"(?<![\w*])\*([^*\n]+)\*(?![\w*])"
#: After these words stands what is pressed, chosen or opened.
_HANDLED = re.compile(
    r"\b(?:press(?:es|ed)?|choose|open|under|set|raise|move|scenarios?)"
    rf"(?: the (?:strip|heads?|menu|scenarios?))? {_ITALIC}",
    re.IGNORECASE,
)
#: A list of them goes on: “and *Where the cord ends*”.
_INSIDE = re.compile(rf"(?<=[a-z0-9,;*)] ){_ITALIC}")
#: It begins a sentence that says what it does: “*Step* stops there”. “*A root* is …” explains a word.
_SUBJECT = re.compile(rf"{_ITALIC}(?= [a-z(])")
#: JupyterLab's own menus, and words that are explained, quoted or counted where they stand.
_OTHERS = {
    "run all cells",
    "save and export notebook as",
    "create new view for cell output",
    "appearance",
    "simple interface",
    "start deck",
    "ever",
    "right and left",
    "l5/s1",
    "about two of 100 have it",
    "regular checkups",
}


def plain(words):
    """Return words without what differs between a name and its mention: quotes, tags, the dot at the end."""
    return re.sub(r"<[^>]+>", " ", words).replace("’", "'").strip(" .:,?").lower()


def on_screen(root):
    """Return everything that stands on the screen as a name of its own: titles, headings, labels, buttons, cells."""
    names = {getattr(spine_edu, name).title for name in REGISTRY.values()} | _OTHERS
    for name in (resource["name"] for resource in data.package()["resources"] if "schema" in resource):
        names |= {cell for row in data.table(name) for cell in vars(row).values() if isinstance(cell, str)}
    names |= {head for _, text in pages(root) for head in re.findall(r"^## (?:Explore: )?(.+)$", text, re.MULTILINE)}
    names |= strings(root)
    names |= {said for name in names for said in re.findall("“([^”]+)”", name)}
    return {plain(part) for name in names for part in (name, *re.split(r"<br>|\n|: | \(", name))}


def strings(root):
    """Return the strings of the code but for docstrings: what a button says, and what a picture is labelled with."""
    found = set()
    for path in (root / "spine_edu").rglob("*.js"):
        found |= set(re.findall(r'"([^"\n]*)"', path.read_text(encoding="utf-8")))
    for path in (root / "spine_edu").rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        about = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        texts = (node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
        found |= {node.value for node in texts if id(node) not in about}
    return found


def named(text):
    """Return what a text names of the screen, in its own words."""
    large = [name for one in (_INSIDE, _SUBJECT) for name in one.findall(text) if name[0].isupper()]
    return [*_HANDLED.findall(text), *(name for name in large if not re.match(r"An? |.*:$", name))]


def pages(root):
    """Return each notebook's and each guide's own words, without its list of sources."""
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        words = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        yield path.name, words.partition("## Sources")[0]
    for path in sorted((root / "docs" / "teacher").glob("*.md")):
        yield path.name, path.read_text(encoding="utf-8")


def test_what_a_page_names_stands_on_the_screen(root):
    known = on_screen(root)
    strange = [(where, name) for where, text in pages(root) for name in named(text) if plain(name) not in known]
    assert strange == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Take *Hold as A* under *More*.", ["More", "Hold as A", "More"]),
        ("Then the scenarios *The disc opened* and *Where the cord ends*.", ["The disc opened", "Where the cord ends"]),
        ("Close with scenario *both ways*.", ["both ways"]),
        ("Which of them? *Where do they differ?* searches.", ["Where do they differ?"]),
        ("- *A root* is a nerve. *Where:* in the neck.", []),
        ("- *L4-5 is L4.* The first number attracts, *before* one looks.", []),
    ],
)
def test_a_name_is_seen_and_a_stressed_word_is_not(text, found):
    assert sorted(set(named(text))) == sorted(set(found))
