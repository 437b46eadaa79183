"""Write out the sources that a notebook or a page names by key; at the end of a notebook list them, and say its date.

    python tools/cite.py [notebooks/05_cycle.ipynb docs/model.md ...]     every notebook and page without arguments
    python tools/cite.py wilke1999                                        print what a source becomes

In the text write ``[@wilke1999]``. It becomes a link with the source's short citation as its words, its address as its
target and its key as its title, so that running the tool again brings every link up to date with references.json.

Below its list of sources a notebook says version, date and who pays (spine_edu/imprint.py). The date stands in its
metadata; if the notebook differs from what is committed, this tool sets it to the day on which it runs.
"""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import nbformat

from spine_edu import data
from spine_edu.citations import MARK
from spine_edu.imprint import imprint

ROOT = Path(__file__).resolve().parent.parent
#: A link that this tool has written: its title is a key.
LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]* \"([a-z][a-z0-9_]+)\"\)")
#: The last cell of a notebook that cites something.
SOURCES = "sources"


def link(key):
    """Return a source as a link in Markdown; one without an address leads to the list at the end of the page.

    >>> link("murphy2009")
    '[Murphy et al. 2009](https://doi.org/10.1186/1746-1340-17-9 "murphy2009")'
    """
    return f'[{data.short_citation(key)}]({data.address(key) or "#Sources"} "{key}")'


def written_out(text):
    """Return a text with its sources written out: those marked by key, and the links of an earlier run."""
    return LINK.sub(lambda old: link(old[1]), MARK.sub(lambda mark: link(mark[1]), text))


def keys_of(book):
    """Return the keys of the sources that a notebook names, in alphabetical order.

    They stand in its text, in its questions and those that it asks again, and, where it shows then and now, beside the
    beliefs.
    """
    number = book.cells[0].source[2:4]
    text = "\n".join(cell.source for cell in book.cells if cell.cell_type == "markdown" and cell.id != SOURCES)
    own = (row for name in ("questions", "tasks", "again") for row in data.table(name) if row.notebook == number)
    asked = {row.question for row in own}
    rows = [row for name in ("questions", "tasks", "task_parts") for row in data.table(name) if row.question in asked]
    if any("ThenAndNow" in cell.source for cell in book.cells if cell.cell_type == "code"):
        rows += data.table("beliefs")
    words = "\n".join(" ".join(map(str, vars(row).values())) for row in rows)
    return tuple(sorted({*LINK.findall(text), *data.keys_named(words)}))


def cite(book):
    """Write out the sources in the text of a notebook, and list them in its last cell, with its version and date."""
    for cell in book.cells:
        if cell.cell_type == "markdown" and cell.id != SOURCES:
            cell.source = written_out(cell.source)
    older = next((cell.metadata for cell in book.cells if cell.id == SOURCES), {})
    book.cells = [cell for cell in book.cells if cell.id != SOURCES]
    listed = "\n".join(f"- {data.full_citation(key)}" for key in keys_of(book))
    made = imprint(date.fromisoformat(book.metadata["spine_edu"]["date"]), "notebook")
    written = f"## Sources\n\n{listed}\n\n*{made}*"
    book.cells.append(nbformat.v4.new_markdown_cell(written, id=SOURCES, metadata=older))


def is_changed(path):
    """Return whether git knows a file with another content; no where there is no git."""
    try:
        return subprocess.run(["git", "diff", "--quiet", "HEAD", "--", path.name], cwd=path.parent).returncode == 1
    except OSError:
        return False


def renew(path):
    """Write out the sources of a notebook or a page; return whether that changed the file."""
    before = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        book = nbformat.reads(before, 4)
        cite(book)
        if is_changed(path) or nbformat.writes(book) + "\n" != before:
            book.metadata["spine_edu"]["date"] = date.today().isoformat()
            cite(book)
        after = nbformat.writes(book) + "\n"
    else:
        after = written_out(before)
    if after != before:
        path.write_text(after, encoding="utf-8")
    return after != before


def main():
    """Renew the files named on the command line, or all; print a source that is named there."""
    named = sys.argv[1:]
    for key in [name for name in named if name in data.references()]:
        print(link(key), data.full_citation(key), sep="\n")
    pages = [*sorted(ROOT.glob("notebooks/*.ipynb")), *sorted(ROOT.glob("docs/**/*.md"))]
    for path in pages if not named else [Path(name) for name in named if name not in data.references()]:
        print(f"{path.name}: {'written anew' if renew(path) else 'as it was'}")


if __name__ == "__main__":
    main()
