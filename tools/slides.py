"""Say for each cell of the notebooks where it stands in a slide show (`nbconvert --to slides`, jupyterlab-slideshow).

    python tools/slides.py [notebooks/05_cycle.ipynb ...]      all notebooks without names

A heading begins a slide. Each explorer, and each set of questions, has a slide of its own: under its heading, if that
is short, else below it. What a screen cannot hold is a note of the slide before it, or is left to be read. Three things
stay in sight even where they are longer, and scroll: the title, the signs that cannot wait, and what introduces an
explorer.
"""

import json
import re
import sys
from pathlib import Path

from spine_edu.registry import REGISTRY

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
#: A screen always has this; under the headings below there is something to read or to set up, and nothing to show.
SIGNS = "Signs that cannot wait"
READ = ("Is everything here?", "What is kept", "What the articles say", "Words for this page", "Carry on", "Sources")
#: How many letters stand over an explorer or questions on one screen, how many go on behind a heading, and how many
#: stand on a screen alone: at 1024 by 768 pixels, in letters of 20.
OVER, ALONE, WHOLE = 200, 700, 1000

_HEADING = re.compile(r"#{1,3} (.+)")
_LINK = re.compile(r"\]\([^)]*\)|<!--.*?-->|[*[]", re.DOTALL)
_MADE = re.compile(rf"^\w+ = spine_edu\.(?:{'|'.join(REGISTRY.values())})\(", re.MULTILINE)
_ASKS = re.compile(r"^spine_edu\.(?:CheckYourself|Again)\(", re.MULTILINE)


def source(cell):
    """Return the text of a cell."""
    return "".join(cell["source"])


def letters(cell):
    """Return how many letters of a text a reader sees."""
    return len(_LINK.sub("", source(cell)))


def heading(cell):
    """Return the heading with which a text begins, or ``""``."""
    found = _HEADING.match(source(cell)) if cell["cell_type"] == "markdown" else None
    return found[1] if found else ""


def is_shown_alone(cell):
    """Return whether a cell shows an explorer or questions."""
    return cell["cell_type"] == "code" and bool(_MADE.search(source(cell)) or _ASKS.search(source(cell)))


def slide_types(cells):
    """Return where each cell stands: slide, subslide, fragment, notes, skip, or ``-``: on the same slide."""
    types, reads = [], False
    for at, cell in enumerate(cells):
        title = heading(cell)
        reads = title.startswith(READ) if title else reads
        before = cells[at - 1] if at else None
        if reads and not is_shown_alone(cell):
            types.append("skip")
        elif cell["cell_type"] == "markdown":
            introduces = at + 1 < len(cells) and is_shown_alone(cells[at + 1])
            stays = at == 0 or introduces or title.startswith(SIGNS)
            fits = stays or letters(cell) <= (WHOLE if title else ALONE)
            types.append("notes" if not fits else "slide" if title else "subslide")
        else:
            types.append(_of_code(cell, before, types[-1]))
            if types[-1] == "skip" and types[-2] == "subslide" and before["cell_type"] == "markdown":
                types[-2] = "notes"  # it says what is seen below it
    return types


def _of_code(cell, before, type_before):
    """Return where a cell of code stands, behind the cell before it."""
    outputs = cell.get("outputs", [])
    if not outputs:
        return "skip"
    if not is_shown_alone(cell):
        if "<details" in "".join(outputs[0].get("data", {}).get("text/html", "")):
            return "subslide" if is_shown_alone(before) else "fragment"
        if len(outputs) > 1:
            return "skip"
    under = type_before in ("slide", "subslide") and before["cell_type"] == "markdown" and letters(before) <= OVER
    return "-" if under else "subslide"


def mark(path):
    """Write the slide types into a notebook."""
    text = path.read_text(encoding="utf-8")
    book = json.loads(text)
    for cell, kind in zip(book["cells"], slide_types(book["cells"]), strict=True):
        # What goes on says nothing: jupyterlab-slideshow leaves out a cell that says "-".
        cell["metadata"].pop("slideshow", None)
        if kind != "-":
            cell["metadata"]["slideshow"] = {"slide_type": kind}
        cell["metadata"] = dict(sorted(cell["metadata"].items()))
    now = json.dumps(book, indent=1, ensure_ascii=False) + "\n"
    if now != text:
        path.write_text(now, encoding="utf-8")


if __name__ == "__main__":
    for name in [Path(one) for one in sys.argv[1:]] or sorted(FOLDER.glob("*.ipynb")):
        mark(name)
