"""Arrows point one way: data, state, theme <- model <- words, figure <- explorer <- notebooks.

The tests read whatever modules there are, so a new topic is covered the day it arrives. (That notebooks import
from the public names alone is in test_notebooks.py.)
"""

import ast
import re
from pathlib import Path

import pytest
from _plotly_utils.basevalidators import ColorValidator

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "spine_edu"
MODULES = sorted(PACKAGE.rglob("*.py"))

#: What stands on the ground: it knows no topic.
GROUND = {"citations", "data", "keeping", "letters", "reading", "registry", "state", "tables", "texts", "theme"}
GROUND |= {"imprint"}
#: Packages that only people, tests and benchmarks use.
NEVER = {"scipy", "pandas", "matplotlib"}
#: What reads data/.
READERS = {"citations", "data", "reading"}
#: What reads and writes the one file of a reader's own.
KEEPERS = {"keeping.file"}
#: What looks for pictures in the notebook that is running.
SEEKERS = {"explorer.stored"}
#: What reads the stored notebooks and the guides, and writes what a teacher prints or copies.
PRINTERS = {"classroom.command", "classroom.copies", "classroom.library", "classroom.printing"}
WIDGETS = {"ipywidgets", "anywidget", "plotly", "IPython"}
#: The modules of `explorer` that show something; the others run where there is no widget and no plotly.
FACES = {
    "explorer.controls",
    "explorer.face",
    "explorer.notebook",
    "explorer.panels",
    "explorer.plain",
    "explorer.solids",
}
#: Topic -> topics whose models and building blocks it may use.
BETWEEN_TOPICS = dict.fromkeys(("diagnosis", "herniation", "spasm"), ("anatomy",)) | {"treatment": ("cycle",)}
#: Folders that are no topics.
TOOLS = {"classroom", "drawing", "explorer", "teaching"}

COLOUR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|hsv)a?\(", re.IGNORECASE)
FONT = re.compile(r"\b(?:sans-serif|monospace|arial|helvetica|roboto|verdana|courier)\b", re.IGNORECASE)
NAMED_COLOURS = set(ColorValidator.named_colors)


def name_of(path):
    return path.relative_to(PACKAGE).as_posix()


def dotted(path):
    """Return a module's name below spine_edu, such as ``"cycle.loop.model"``."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def kind_of(module, drawn):
    """Return what a module is: ground, drawing, explorer, face, teaching, model, words, figure or part's explorer.

    A topic's own modules belong to the model side or, if they reach the theme, to the figure side.
    """
    parts = module.split(".")
    top, last = parts[0], parts[-1]
    if top in GROUND or module == "__init__":
        return top
    if top in TOOLS:
        return "face" if module in FACES else top
    if len(parts) == 3 and last in ("model", "words", "figure", "explorer"):
        return "part" if last == "explorer" else last
    return "figure" if drawn else "model"


def outside_functions(tree):
    """Yield the nodes of a tree that run when the module is loaded."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)


def imports(tree, lazy=True):
    """Yield (dotted module, imported name or None, line) for every import; `lazy` ones inside functions too."""
    for node in ast.walk(tree) if lazy else outside_functions(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write the full name of the module"
            yield from ((node.module, alias.name, node.lineno) for alias in node.names)


def targets(tree, lazy=True):
    """Yield (module of spine_edu without the prefix, line); ``from spine_edu import data`` counts as data."""
    for module, name, line in imports(tree, lazy):
        top, _, inside = module.partition(".")
        if top != "spine_edu":
            continue
        joined = f"{inside}.{name}".strip(".") if name else inside
        is_module = (PACKAGE / joined.replace(".", "/")).with_suffix(".py").exists() or (
            PACKAGE / joined.replace(".", "/")
        ).is_dir()
        yield (joined if is_module else inside), line


#: kind -> kinds it may use.
ALLOWED = {
    "reading": set(),
    "citations": {"reading"},
    "keeping": {"keeping"},
    "letters": set(),
    # It says which version this is.
    "imprint": {""},
    "data": {"citations", "reading", "texts"},
    "texts": {"reading"},
    "registry": set(),
    "state": {"data"},
    "tables": set(),
    "theme": set(),
    "model": {"data", "letters", "state", "model"},
    "words": {"citations", "data", "letters", "state", "tables", "model", "words"},
    "drawing": {"data", "theme", "drawing"},
    # A figure may print a number the way the words do; a run that is played is said in words.
    "figure": {"data", "letters", "state", "tables", "theme", "drawing", "model", "words", "figure", "explorer.frames"},
    "explorer": {"data", "imprint", "keeping", "state", "tables", "theme", "explorer"},
    "face": {"data", "keeping", "state", "tables", "theme", "explorer", "face"},
    # What a part's explorer takes from `explorer`: the session, and what it asks.
    "part": {"data", "state", "model", "words", "figure", "explorer.session", "explorer.asking", "explorer.marking"},
    # The questions are drawn by the same scripts as the explorers.
    "teaching": {"data", "imprint", "keeping", "tables", "theme", "teaching", "explorer", "explorer.face"},
    # A hand-out asks what the explorers ask; they are found by their public names.
    "classroom": {"citations", "data", "imprint", "registry", "theme", "classroom", "explorer", "teaching", ""},
}


class House:
    """All modules with what each imports; one module may be looked at with another text than it has."""

    def __init__(self, changed=None):
        self.trees = {dotted(path): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
        self.trees |= {module: ast.parse(source) for module, source in (changed or {}).items()}
        self.used = {module: list(targets(tree)) for module, tree in self.trees.items()}
        self.loaded = {
            module: {target for target, _ in targets(tree, lazy=False)} for module, tree in self.trees.items()
        }
        self.kinds = {module: self.kind(module) for module in self.trees}

    def reach(self, module):
        """Return all modules that are imported with this one, itself included; lazy imports do not count."""
        seen, waiting = set(), [module]
        while waiting:
            here = waiting.pop()
            if here not in seen and here in self.trees:
                seen.add(here)
                waiting += self.loaded[here]
        return seen

    def kind(self, module):
        return kind_of(module, any(one == "theme" or one.startswith("drawing") for one in self.reach(module)))

    def wrong_arrows(self, module):
        """Return a sentence for every import of `module` that its place does not allow."""
        kind, wrong = self.kinds[module], []
        for target, line in self.used[module] if kind in ALLOWED else ():
            if not self.may(kind, module, target):
                wrong.append(f"{module}:{line}: {kind} may not use {target or 'the public names'}")
        for package, _, line in imports(self.trees[module]):
            if package.partition(".")[0] in NEVER:
                wrong.append(f"{module}:{line}: nothing here may import {package}")
        if kind not in ("face", "teaching"):
            loaded = sorted(self.packages(module) & WIDGETS)
            wrong += [f"{module} imports {package} when it is loaded" for package in loaded]
        return wrong

    def packages(self, module):
        """Return the packages of others that are loaded with a module."""
        loaded = (found for one in self.reach(module) for found, *_ in imports(self.trees[one], lazy=False))
        return {package.partition(".")[0] for package in loaded}

    def may(self, kind, module, target):
        if target in ALLOWED[kind]:
            return True
        if kind == "explorer" and target in FACES:
            # The face is made when it is first shown.
            return target not in self.loaded[module]
        if self.kinds.get(target) not in ALLOWED[kind]:
            return False
        ours, theirs = module.partition(".")[0], target.partition(".")[0]
        if self.kinds[target] in GROUND | TOOLS | {"face"} or ours == theirs:
            return True
        return theirs in BETWEEN_TOPICS.get(ours, ())


HOUSE = House()


def strings(tree):
    """Yield (text, line) of every string that is not a docstring."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node, clean=False)
    }
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
    wrong += [
        f"{name_of(path)}:{line}: names the data file {text!r}"
        for text, line in strings(tree)
        if re.fullmatch(r"[\w./]*\.csv|[\w./]*(references|datapackage)\.json", text)
    ]
    return wrong


def test_every_folder_of_modules_is_a_package():
    """Python finds no other folder in a wheel that is imported from its zip."""
    lacking = {path.parent for path in MODULES} - {path.parent for path in MODULES if path.name == "__init__.py"}
    assert not lacking, f"no __init__.py in {', '.join(sorted(map(name_of, lacking)))}"


@pytest.mark.parametrize("module", HOUSE.trees)
def test_imports_follow_the_arrows(module):
    assert HOUSE.wrong_arrows(module) == []


def test_topics_use_each_other_in_no_circle():
    from graphlib import TopologicalSorter

    assert list(TopologicalSorter(BETWEEN_TOPICS).static_order()) is not None
    topics = {path.name for path in PACKAGE.iterdir() if path.is_dir()} - TOOLS
    assert set(BETWEEN_TOPICS) <= topics


@pytest.mark.parametrize("path", [path for path in MODULES if dotted(path) != "theme"], ids=name_of)
def test_only_the_theme_names_a_colour_or_a_font(path):
    assert named_looks(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "explorer" / "face").glob("*.*s*")), ids=name_of)
def test_the_view_takes_its_colours_from_the_theme_or_the_page(path):
    # JupyterLab's own variables may carry a fallback for pages that do not define them.
    text = re.sub(r"var\(--jp-[^)]*\)", "", path.read_text(encoding="utf-8"))
    assert COLOUR.findall(text) == []


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if dotted(path) not in FACES | READERS | KEEPERS | SEEKERS | PRINTERS],
    ids=name_of,
)
def test_only_data_opens_files(path):
    assert disk_use(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [path for path in MODULES if dotted(path) in FACES], ids=name_of)
def test_faces_do_not_read_the_tables_by_themselves(path):
    looks_at_data = [line for line in disk_use(path, path.read_text(encoding="utf-8")) if "opens a file" not in line]
    assert looks_at_data == []


# The checks themselves: each must see the fault it is there for.

WRONG = [
    ("loads.wall.model", "from spine_edu.loads.wall.figure import figure", "model may not use loads.wall.figure"),
    ("loads.wall.model", "from spine_edu.loads.wall import words", "model may not use loads.wall.words"),
    ("loads.wall.model", "from spine_edu.cycle.equations import run", "model may not use cycle.equations"),
    ("loads.wall.model", "import plotly.graph_objects as go", "loads.wall.model imports plotly when it is loaded"),
    ("loads.wall.words", "from spine_edu.loads.wall.figure import figure", "words may not use loads.wall.figure"),
    ("loads.wall.words", "from spine_edu.theme import LIGHT", "words may not use theme"),
    ("loads.wall.figure", "from spine_edu.explorer import session", "figure may not use explorer.session"),
    ("loads.wall.figure", "def f():\n    from scipy.optimize import brentq", "nothing here may import scipy.optimize"),
    ("loads.wall.explorer", "from spine_edu import Loop", "part may not use the public names"),
    ("loads.wall.explorer", "from spine_edu.explorer.notebook import Face", "part may not use explorer.notebook"),
    ("drawing.marks", "from spine_edu.cycle import equations", "drawing may not use cycle.equations"),
    ("explorer.asking", "from spine_edu.cycle.loop import model", "explorer may not use cycle.loop.model"),
    ("explorer.asking", "import ipywidgets as widgets", "explorer.asking imports ipywidgets when it is loaded"),
    ("explorer.session", "from spine_edu.explorer.notebook import Face", "explorer may not use explorer.notebook"),
    ("teaching.course", "from spine_edu.explorer.panels import page", "teaching may not use explorer.panels"),
    ("theme", "from spine_edu import data", "theme may not use data"),
    ("teaching.course", "from spine_edu.classroom import paper", "teaching may not use classroom.paper"),
    ("classroom.paper", "from spine_edu.cycle.loop import model", "classroom may not use cycle.loop.model"),
]


@pytest.mark.parametrize(("module", "source", "complaint"), WRONG)
def test_a_wrong_arrow_is_seen(module, source, complaint):
    found = House({module: source}).wrong_arrows(module)
    assert len(found) >= 1
    assert complaint in found[0]


def test_a_helper_that_reaches_the_theme_is_of_the_figure_side():
    house = House(
        {
            "loads.helper": "from spine_edu.drawing import marks",
            "loads.wall.model": "from spine_edu.loads.helper import marks",
        }
    )
    assert house.kinds["loads.helper"] == "figure"
    assert house.wrong_arrows("loads.wall.model")[0].endswith("model may not use loads.helper")


@pytest.mark.parametrize(
    "source",
    [
        "line = dict(color='#1f77b4')",
        "line = dict(color='#abc')",
        "fill = 'rgba(0, 0, 0, 0.1)'",
        "c = 'Crimson'",
        "theme.fills['grey']",
        "('red', 'blue')",
        "{'color': 'tan'}",
        "fig.update_layout(font=dict(size=12))",
        "fig.update_layout(titlefont=dict(family='Arial'))",
    ],
)
def test_a_named_look_is_seen(source):
    assert named_looks(PACKAGE / "loads" / "made_up.py", source)


def test_a_thing_called_like_a_colour_is_let_pass():
    source = "PARTS = {'grey': ('grey', 'Grey matter', 0.5), 'tan': 1}"
    assert not named_looks(PACKAGE / "loads" / "made_up.py", source)


@pytest.mark.parametrize(
    "source",
    [
        "open('x')",
        "path.read_text()",
        "data.DATA_FOLDER / 'x'",
        "name = 'parameters.csv'",
        "name = 'data/roots.csv'",
    ],
)
def test_a_model_that_opens_a_file_is_seen(source):
    assert disk_use(PACKAGE / "loads" / "made_up.py", source)
