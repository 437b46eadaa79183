"""Arrows point one way: data, state, theme -> models -> figures, words -> explorers -> notebooks.

The tests read whatever modules there are, so a new topic is covered the day it arrives. (That notebooks import
from the public names alone is in test_notebooks.py.)
"""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from _plotly_utils.basevalidators import ColorValidator

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "spine_edu"
MODULES = sorted(PACKAGE.rglob("*.py"))

GROUND = {"data", "state", "theme"}
#: layer -> layers it may import from. A figure may print a number the way the words do, and the set-up check of
#: `teaching` asks the view which back end it chose.
ALLOWED = {
    "data": set(),
    "state": {"data"},
    "theme": set(),
    "models": {"data", "state", "models"},
    "words": {"data", "state", "models", "words"},
    "figures": GROUND | {"models", "words", "figures"},
    "explorers": GROUND | {"models", "words", "figures", "explorers"},
    "teaching": {"data", "theme", "teaching", "explorers.base", "explorers.view"},
}
#: layer -> packages it must do without. SciPy and pandas are for tests and benchmarks only.
FORBIDDEN = {
    "everywhere": {"scipy", "pandas", "matplotlib"},
    "data": {"numpy", "plotly", "ipywidgets", "anywidget"},
    "state": {"numpy", "plotly", "ipywidgets", "anywidget"},
    "theme": {"numpy", "plotly", "ipywidgets", "anywidget"},
    "models": {"plotly", "ipywidgets", "anywidget"},
    "words": {"plotly", "ipywidgets", "anywidget"},
    "figures": {"plotly", "ipywidgets", "anywidget"},
}
#: Topics that must also run in a Python without numpy: their parts start so.
SCALARS_ONLY = ("cycle_", "diagnosis_", "treatment_", "claims_")

COLOUR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|hsv)a?\(", re.IGNORECASE)
FONT = re.compile(r"\b(?:sans-serif|monospace|arial|helvetica|roboto|verdana|courier)\b", re.IGNORECASE)
NAMED_COLOURS = set(ColorValidator.named_colors)


def name_of(path):
    return path.relative_to(PACKAGE).as_posix()


def layer_of(path):
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(tree):
    """Yield (dotted module, imported name or None, line) for every import, lazy ones inside functions included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write the full name of the module"
            yield from ((node.module, alias.name, node.lineno) for alias in node.names)


def targets(tree):
    """Yield (module of spine_edu without the prefix, line); ``from spine_edu import data`` counts as data."""
    for module, name, line in imports(tree):
        top, _, inside = module.partition(".")
        if top != "spine_edu":
            continue
        joined = f"{inside}.{name}".strip(".") if name else inside
        is_module = (PACKAGE / joined.replace(".", "/")).with_suffix(".py").exists() or (
            PACKAGE / joined.replace(".", "/")).is_dir()
        yield (joined if is_module else inside), line


def wrong_arrows(path, source):
    """Return a sentence for every import in `source` (the text of `path`) that its layer does not allow."""
    layer, tree = layer_of(path), ast.parse(source)
    wrong = []
    if layer in ALLOWED:
        for target, line in targets(tree):
            if not any(target == ok or target.startswith(f"{ok}.") for ok in ALLOWED[layer]):
                wrong.append(f"{name_of(path)}:{line}: {layer} may not use {target or 'the public names'}")
    banned = FORBIDDEN["everywhere"] | FORBIDDEN.get(layer, set())
    for module, _, line in imports(tree):
        if module.partition(".")[0] in banned:
            wrong.append(f"{name_of(path)}:{line}: {layer} may not import {module}")
    return wrong


def strings(tree):
    """Yield (text, line) of every string that is not a docstring."""
    docs = {id(node.body[0].value) for node in ast.walk(tree)
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node, clean=False)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value, node.lineno


def names_of_things(tree):
    """Return the strings that name a thing and not a look, though they may read like a colour: keys of a dict, and
    one entry of a longer row, such as ``("grey", "Grey matter of the cord", ...)``."""
    keys = {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    rows = [node.elts for node in ast.walk(tree) if isinstance(node, ast.Tuple)]
    mixed = [row for row in rows if not all(getattr(item, "value", None) in NAMED_COLOURS for item in row)]
    return keys | {id(item) for row in mixed for item in row}


def named_looks(path, source):
    """Return a sentence for every colour, font or font size that `source` names itself."""
    tree, wrong = ast.parse(source), []
    things = names_of_things(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and str(node.value).lower() in NAMED_COLOURS and id(node) not in things:
            wrong.append(f"{name_of(path)}:{node.lineno}: names a colour, {node.value!r}; ask the theme for a role")
    for text, line in strings(tree):
        if COLOUR.search(text):
            wrong.append(f"{name_of(path)}:{line}: names a colour, {text[:40]!r}; ask the theme")
        if FONT.search(text):
            wrong.append(f"{name_of(path)}:{line}: names a font, {text[:40]!r}; ask the theme")
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and (node.arg or "").endswith("font") and isinstance(node.value, ast.Call):
            if any(word.arg == "size" and isinstance(word.value, ast.Constant) for word in node.value.keywords):
                wrong.append(f"{name_of(path)}:{node.value.lineno}: names a font size; ask the theme")
    return wrong


def disk_use(path, source):
    """Return a sentence for every place in `source` that opens a file or names a file of data/."""
    tree, wrong = ast.parse(source), []
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        name = getattr(called, "id", getattr(called, "attr", ""))
        if name in {"open", "read_text", "read_bytes", "write_text", "write_bytes"}:
            wrong.append(f"{name_of(path)}:{node.lineno}: opens a file ({name})")
        if "DATA_FOLDER" in (getattr(node, "id", ""), getattr(node, "attr", "")):
            wrong.append(f"{name_of(path)}:{node.lineno}: looks into data/ by itself")
    wrong += [f"{name_of(path)}:{line}: names the data file {text!r}" for text, line in strings(tree)
              if re.fullmatch(r"[\w./]*\.csv|[\w./]*(references|datapackage)\.json", text)]
    return wrong


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_follow_the_arrows(path):
    assert wrong_arrows(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [path for path in MODULES if layer_of(path) != "theme"], ids=name_of)
def test_only_the_theme_names_a_colour_or_a_font(path):
    assert named_looks(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "explorers").glob("view.*s*")), ids=name_of)
def test_the_view_takes_its_colours_from_the_theme_or_the_page(path):
    # JupyterLab's own variables may carry a fallback for pages that do not define them.
    text = re.sub(r"var\(--jp-[^)]*\)", "", path.read_text(encoding="utf-8"))
    assert COLOUR.findall(text) == []


@pytest.mark.parametrize("path", [path for path in MODULES if layer_of(path) not in {"data", "explorers"}], ids=name_of)
def test_only_data_opens_files(path):
    assert disk_use(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [path for path in MODULES if layer_of(path) == "explorers"], ids=name_of)
def test_explorers_do_not_read_the_tables_by_themselves(path):
    looks_at_data = [line for line in disk_use(path, path.read_text(encoding="utf-8")) if "opens a file" not in line]
    assert looks_at_data == []


def test_scalar_topics_need_no_numpy():
    """Cycle, diagnosis, treatment and claims must later run in a browser-only Python that has no numpy."""
    modules = [f"spine_edu.{layer}.{path.stem}" for layer in ("models", "words")
               for topic in SCALARS_ONLY for path in sorted((PACKAGE / layer).glob(f"{topic}*.py"))]
    code = ["import importlib, sys", "sys.modules['numpy'] = None",
            "import spine_edu.data, spine_edu.state, spine_edu.theme, spine_edu.words"]
    code += [f"importlib.import_module({name!r})" for name in modules]
    run = subprocess.run([sys.executable, "-c", "\n".join(code)], capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr


# The checks themselves: each must see the fault it is there for.

@pytest.mark.parametrize("layer, source, complaint", [
    ("models", "from spine_edu.figures.loads_wall import figure", "models may not use figures.loads_wall"),
    ("models", "import plotly.graph_objects as go", "models may not import plotly.graph_objects"),
    ("figures", "import plotly.graph_objects as go", "figures may not import plotly.graph_objects"),
    ("models", "def f():\n    import ipywidgets", "models may not import ipywidgets"),
    ("words", "from spine_edu.figures.loads_wall import figure", "words may not use figures.loads_wall"),
    ("figures", "from spine_edu.explorers import base", "figures may not use explorers.base"),
    ("explorers", "from spine_edu import Loop", "explorers may not use the public names"),
    ("teaching", "from spine_edu.explorers.panels import page", "teaching may not use explorers.panels"),
    ("figures", "from scipy.optimize import brentq", "figures may not import scipy.optimize"),
])
def test_a_wrong_arrow_is_seen(layer, source, complaint):
    found = wrong_arrows(PACKAGE / layer / "made_up.py", source)
    assert len(found) == 1 and complaint in found[0]


@pytest.mark.parametrize("source", [
    "line = dict(color='#1f77b4')", "line = dict(color='#abc')", "fill = 'rgba(0, 0, 0, 0.1)'", "c = 'Crimson'",
    "theme.fills['grey']", "('red', 'blue')", "{'color': 'tan'}",
    "fig.update_layout(font=dict(size=12))", "fig.update_layout(titlefont=dict(family='Arial'))",
])
def test_a_named_look_is_seen(source):
    assert named_looks(PACKAGE / "figures" / "made_up.py", source)


def test_a_thing_called_like_a_colour_is_let_pass():
    source = "PARTS = {'grey': ('grey', 'Grey matter', 0.5), 'tan': 1}"
    assert not named_looks(PACKAGE / "figures" / "made_up.py", source)


@pytest.mark.parametrize("source", [
    "open('x')", "path.read_text()", "data.DATA_FOLDER / 'x'", "name = 'parameters.csv'", "name = 'data/roots.csv'",
])
def test_a_model_that_opens_a_file_is_seen(source):
    assert disk_use(PACKAGE / "models" / "made_up.py", source)
