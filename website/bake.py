"""The first state of every explorer and of all questions, made by the same door that answers in the browser."""

import ast
import base64
import json
from functools import cache
from pathlib import Path

from spine_edu.registry import REGISTRY, folder
from website.bundle import ROOT, hashed
from website.door import QUESTIONS, Door

PACKAGE = ROOT / "spine_edu"
#: Parts that a page cannot run, and why; they stay still pictures.
STILL = {"anatomy_column": "It draws the column in three dimensions, with a library that this page does not carry."}


def state(what, line, work, assets):
    """Bake a state, light and dark; return the attributes of the place it stands in.

    Parameters
    ----------
    what, line : str
        As `Door.open` takes them.
    work, assets : pathlib.Path
        Where to write, and the folder of what a browser loads.
    """
    made = {}
    for look in ("light", "dark"):
        made[look] = written(first(what, line, look), work / f"{what.replace(' ', '-')}.json", assets)
        if what.startswith(QUESTIONS):
            break
    return {"what": what, "line": line, "topics": " ".join(sorted(topics(what))), **made}


def first(what, line, look):
    """Return what a page shows at first, as plain data with all its numbers in one text."""
    text, numbers = Door().open(what, what, line, look)
    return {"plain": json.loads(text), "bytes": base64.b64encode(numbers).decode()}


def written(told, file, assets):
    """Write plain data into a file of the assets; return its name there."""
    file.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return hashed(file, assets)


def topics(what):
    """Return the topics whose modules an explorer needs."""
    if what not in REGISTRY:
        return set()
    tops = {module.split(".")[1] for module in _needed(f"spine_edu.{folder(what)}.explorer")}
    return tops & {path.name for path in TOPICS}


#: The folders of the package that hold parts.
TOPICS = sorted({PACKAGE / folder(part).partition(".")[0] for part in REGISTRY})


def _needed(module, known=()):
    """Return the names of a module of the course and of all that it imports, and these import."""
    found = {*known, module}
    for one in _imports(module):
        if one not in found:
            found |= _needed(one, found)
    return found


@cache
def _imports(module):
    """Return the modules of the course, as far as a topic has them, that one of them names anywhere."""
    path = ROOT / Path(*module.split("."))
    file = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    named = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            named |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
    return {one for one in named if _is_of_a_topic(one)}


def _is_of_a_topic(module):
    top, *inside = module.split(".")
    path = ROOT / Path(*module.split("."))
    there = path.with_suffix(".py").exists() or (path / "__init__.py").exists()
    return top == "spine_edu" and bool(inside) and (PACKAGE / inside[0]) in TOPICS and there
