"""What of Python's standard library the pages need, found by opening every explorer; run by slim.mjs in Pyodide."""

import ast
import contextlib
import importlib._bootstrap_external as bootstrap
import os
import sys
import zipfile

#: Where Pyodide keeps its standard library.
_INSIDE = ".zip/"
#: What Python or Pyodide itself loads before, or apart from, anything that can be seen in ``sys.modules``.
_ALWAYS = ("_pyodide/", "pyodide/", "_sysconfigdata", "importlib/resources/", "zipfile/")


def main():
    """Open everything, and write the archives."""
    with zipfile.ZipFile("/course.zip") as course:
        _import_whatever_is_named(course)
        _open_everything()
        needed = {found for module in list(sys.modules.values()) if (found := _path(module))}
        os.makedirs("/out/course")
        with zipfile.ZipFile("/stdlib.zip") as library:
            kept = [one for one in library.namelist() if one in needed or one.startswith(_ALWAYS)]
            _compile(library, kept, "/out/python_stdlib.zip")
        for piece, names in _pieces(course.namelist()).items():
            _compile(course, names, f"/out/course/{piece}.zip")


def _import_whatever_is_named(course):
    """Import what the course imports anywhere, also inside a function that is not called here."""
    for name in course.namelist():
        if not name.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(course.read(name))):
            named = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            named += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            for module in named:
                if module.partition(".")[0] in sys.stdlib_module_names:
                    # Some are there on one system only, such as the one that locks a file on Windows.
                    with contextlib.suppress(ModuleNotFoundError):
                        __import__(module)


def _open_everything():
    import door

    from spine_edu.registry import REGISTRY

    for part in REGISTRY:
        try:
            door.Door().open(part, part, "", "light")
        except ModuleNotFoundError as error:
            if error.name != "numpy":
                raise
    page = door.Door()
    page.open("asked", door.QUESTIONS + "05", "", "light")
    page.open("loop", "cycle_loop", "", "light")
    for act in ('{"act": "frames", "id": "1"}', '{"act": "panel", "opened": "sources", "id": "2"}'):
        page.act("loop", act)


def _pieces(names):
    """Return what the pieces of the course hold: each topic alone, and the ground on which all stand."""
    from spine_edu.registry import REGISTRY, folder

    topics = {folder(part).partition(".")[0] for part in REGISTRY}
    pieces = {"ground": []}
    for name in names:
        parts = name.split("/")
        pieces.setdefault(parts[1] if len(parts) > 2 and parts[1] in topics else "ground", []).append(name)
    return pieces


def _path(module):
    """Return where a module lies in the archive of the standard library, or None."""
    found = getattr(module, "__file__", None) or ""
    inside = found.partition(_INSIDE)[2] if "python" in found else ""
    return inside.replace(".pyc", ".py") or None


def _compile(archive, names, to):
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name in names:
            content = archive.read(name)
            # Pyodide reads its own modules as text, too.
            if not name.endswith(".py") or name.startswith(("_pyodide/", "pyodide/")):
                out.writestr(name, content)
                continue
            code = compile(content, name, "exec", dont_inherit=True, optimize=2)
            out.writestr(f"{name}c", bytes(bootstrap._code_to_timestamp_pyc(code)))
