"""The notebooks and the teacher's guides, where this Python finds them: in a checkout, or inside an installed wheel."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spine_edu import data
from spine_edu.registry import REGISTRY

_PACKAGE = Path(__file__).resolve().parents[1]
_MADE = re.compile(r"spine_edu\.(\w+)\(")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def _folder(inside, beside):
    """Return a folder that a wheel carries inside the package, and a checkout beside it."""
    carried = _PACKAGE / inside
    return carried if carried.is_dir() else _PACKAGE.parent / beside


NOTEBOOKS = _folder("_notebooks", "notebooks")
GUIDES = _folder("_teacher", "docs/teacher")


@dataclass(frozen=True)
class Lesson:
    """One notebook with its teacher's guide.

    Attributes
    ----------
    number, file, title, question : str
    minutes : int
    objectives : tuple of str
        What a student can do afterwards.
    guide : dict
        Heading -> text in Markdown; what stands before the first heading has the key ``""``.
    """

    number: str
    file: str
    title: str
    question: str
    minutes: int
    objectives: tuple
    guide: dict


def numbers():
    """Return the numbers of the notebooks that are there, such as ``"05"``."""
    return tuple(row.number for row in data.table("notebooks") if row.ready == "yes")


@cache
def lesson(number):
    """Return one notebook's `Lesson`; a ValueError lists the numbers if there is no such one.

    >>> lesson("05").title
    'The cycle'
    """
    row = next((row for row in data.table("notebooks") if row.number == number and row.ready == "yes"), None)
    if row is None:
        raise ValueError(f"There is no notebook {data.shown(number)}; there are {', '.join(numbers())}.")
    told = book(row.file)["metadata"]["spine_edu"]
    return Lesson(
        row.number, row.file, row.title, row.question, int(row.minutes), tuple(told["objectives"]), _guide(row.file)
    )


def book(file):
    """Return a notebook as stored, by the name of its file."""
    return json.loads((NOTEBOOKS / file).read_text(encoding="utf-8"))


def explorers(file):
    """Return the public names of the explorers that a notebook makes, in its order, by the name of its file.

    >>> explorers("01_anatomy.ipynb")
    ('Column', 'RootFinder', 'WhoCanFeel')
    """
    code = "".join("".join(cell["source"]) for cell in book(file)["cells"] if cell["cell_type"] == "code")
    return tuple(name for name in dict.fromkeys(_MADE.findall(code)) if name in REGISTRY.values())


def _guide(file):
    text = (GUIDES / file).with_suffix(".md").read_text(encoding="utf-8")
    before, *rest = _HEADING.split(text)
    return {"": before.strip()} | dict(zip(rest[::2], map(str.strip, rest[1::2]), strict=True))
