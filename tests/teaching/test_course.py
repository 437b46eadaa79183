"""The map is true, and the set-up check says what is wrong."""

import re
import sys
from importlib import metadata
from types import SimpleNamespace

import nbformat
import pytest

from spine_edu import CourseMap, check_setup, data
from spine_edu.explorer import shown


def test_the_map_links_just_the_notebooks_that_exist(root):
    for row in data.table("notebooks"):
        assert (row.ready == "yes") == (root / "notebooks" / row.file).exists(), row.number
        assert (f"]({row.file})" in CourseMap()._repr_markdown_()) == (row.ready == "yes")
        assert row.question in str(CourseMap())


def read_by_all(root):
    """Return every text that a reader meets outside an explorer: (where, text)."""
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        yield from ((f"{path.name} {cell.id}", cell.source) for cell in nbformat.read(path, 4).cells)
    for path in [*sorted(root.glob("docs/**/*.md")), root / "README.md"]:
        yield path.name, path.read_text(encoding="utf-8")
    for name in (resource["name"] for resource in data.package()["resources"] if "schema" in resource):
        for row in data.table(name):
            yield from ((name, text) for text in vars(row).values() if isinstance(text, str))


def test_nobody_is_sent_to_a_notebook_that_does_not_exist(root):
    planned = {row.number for row in data.table("notebooks") if row.ready == "no"}
    sent = [
        (where, number)
        for where, text in read_by_all(root)
        for number in re.findall(r"\b[Nn]otebook (\d\d)\b", text)
        if number in planned
    ]
    assert sent == []


#: A count of heads that nobody made: who says, expects or thinks something, and how many of them.
HEADS = re.compile(
    r"\b(?:most|many|half|a third|two thirds|nearly all)(?: of)?(?: the)?"
    r"(?: (?:people|students|readers|learners|hall|class|room))?"
    r" (?:says?|expects?|thinks?|believes?|guess|ranks?|rates?)\b"
    r"|\b(?:most|half) of the (?:hall|class|room)\b|\bstudents expect\b|\bin good company\b",
    re.IGNORECASE,
)


def test_nobody_counts_heads_that_were_not_counted(root):
    """Such a sentence says "you may have said", or names who counted."""
    assert [(where, found[0]) for where, text in read_by_all(root) for found in HEADS.finditer(text)] == []


@pytest.mark.parametrize(
    "text",
    ["Most people say “higher”.", "About half the hall says “grows”.", "Many say 120.", "You are in good company."],
)
def test_a_count_of_heads_is_seen(text):
    assert HEADS.search(text)


# The set-up check ------------------------------------------------------------------------------------------------

HERE = {
    "anywidget": "0.11.0",
    "ipywidgets": "8.1.9",
    "plotly": "6.5.0",
    "numpy": "2.3.1",
    "jupyterlab": "4.5.0",
    "ipykernel": "7.4.0",
}
#: As Colab's own list of packages had it in August 2026.
COLAB = {
    "anywidget": "0.9.21",
    "ipywidgets": "7.7.1",
    "plotly": "5.24.1",
    "numpy": "2.1.3",
    "ipykernel": "6.17.1",
    "notebook": "6.5.7",
}


@pytest.fixture
def place(monkeypatch):
    """Let this Python look as if it ran elsewhere, with these packages."""
    for name in ("COLAB_RELEASE_TAG", "VSCODE_PID", "SPINE_EDU_WIDGETS"):
        monkeypatch.delenv(name, raising=False)

    def put(packages, *, kernel=True, platform="linux", named=(), **environment):
        def version(name):
            if name not in packages:
                raise metadata.PackageNotFoundError(name)
            return packages[name]

        shell = SimpleNamespace(kernel="a kernel" if kernel else None, user_ns=dict.fromkeys(named))
        monkeypatch.setattr(shown, "shell", lambda: shell)
        monkeypatch.setattr(metadata, "version", version)
        monkeypatch.setattr(sys, "platform", platform)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)

    return put


def test_in_jupyter_all_is_there(place):
    place(HERE)
    assert check_setup() == (
        "Everything the course needs is here, and it needs no network. "
        "Explorers here are live: move a control and the picture follows."
    )


def test_what_is_missing_or_too_old_is_named_with_what_to_do(place):
    place({**HERE, "ipykernel": "7.2.0"})
    assert check_setup().startswith("ipykernel is 7.2.0; it must be 7.4 or newer. Run the set-up command")
    place({**HERE, "ipywidgets": "8.0.0", "anywidget": "0.9.3"})
    words = check_setup()
    assert words.startswith("anywidget is 0.9.3; it must be 0.9.21 or newer. ipywidgets is 8.0.0; it must be 8.1.5")
    assert 'python -m pip install "anywidget>=0.9.21" "ipywidgets>=8.1.5",' in words
    assert words.endswith("Until then, SPINE_EDU_WIDGETS=static shows still pictures.")


def test_still_pictures_are_not_promised_without_what_draws_them(place):
    place({"ipykernel": "7.4.0"})
    words = check_setup()
    assert "plotly is missing." in words
    assert "still pictures" not in words


@pytest.mark.parametrize("version", ["6.29.5", "7.0.1", "7.4.0", "8.0.0"])
def test_only_a_kernel_that_runs_callbacks_beside_each_other_is_refused(place, version):
    place({**HERE, "ipykernel": version})
    assert check_setup().startswith("Everything")


def test_after_a_plain_pip_install_nothing_is_said_of_a_kernel_that_is_not_there(place):
    installed = {name: HERE[name] for name in ("anywidget", "ipywidgets", "plotly", "numpy")}
    place(installed)
    assert "but Jupyter itself runs in another one: if an explorer stays empty, install" in check_setup()
    assert "missing" not in check_setup()
    place(installed, kernel=False)
    assert "no page to show it on" in check_setup()
    assert "live" not in check_setup()


@pytest.mark.parametrize("given", [{"VSCODE_PID": "7"}, {"named": ["__vsc_ipynb_file__"]}])
def test_in_vs_code_scripts_may_have_to_be_allowed(place, given):
    place({name: HERE[name] for name in ("anywidget", "ipywidgets", "plotly", "numpy", "ipykernel")}, **given)
    assert "if VS Code asks" in check_setup()
    assert check_setup().endswith("live: move a control and the picture follows.")


def test_colab_keeps_its_own_half_of_the_widgets(place):
    place(COLAB, COLAB_RELEASE_TAG="release-colab")
    words = check_setup()
    assert words.startswith("Everything the course needs is here, as long as pip leaves Colab its own ipywidgets 7")
    assert "%pip install --no-deps" in words
    assert "draw a new picture at each move" in words
    assert "network" not in words
    place({**COLAB, "ipywidgets": "8.1.9"}, COLAB_RELEASE_TAG="release-colab")
    assert check_setup().startswith(
        'ipywidgets is 8.1.9; it must be older than 8 here. Run %pip install "ipywidgets>=7.7.1,<8" and then Restart'
    )


def test_jupyterlite_has_python_in_the_page_and_no_ipykernel(place):
    packages = {name: HERE[name] for name in ("anywidget", "ipywidgets", "plotly", "numpy")}
    place({**packages, "ipykernel": "7.2.0"}, platform="emscripten")
    words = check_setup()
    assert words.startswith("Everything the course needs is in this page, Python too; if an explorer stays empty")
    assert "Explorers here are live" in words
    place({"plotly": "6.5.0", "numpy": "2.3.1", "ipywidgets": "8.1.9"}, platform="emscripten")
    assert check_setup().startswith('anywidget is missing. Run %pip install "anywidget>=0.9.21" here')


def test_a_slower_way_needs_less(place):
    without = {name: version for name, version in HERE.items() if name != "anywidget"}
    place(without, SPINE_EDU_WIDGETS="redraw")
    assert "draw a new picture at each move" in check_setup()
    place({**without, "ipywidgets": "1.0"}, SPINE_EDU_WIDGETS="static")
    assert "still pictures" in check_setup()
    place(HERE, SPINE_EDU_WIDGETS="sometimes")
    assert check_setup() == "SPINE_EDU_WIDGETS is 'sometimes'; allowed are live, redraw, static."
