"""The wheel stands on its own: installed in an empty environment, away from the checkout, it finds its numbers."""

import hashlib
import json
import os
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.sbom import UV, describe, environment, run

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(*UV, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """An empty environment with the locked versions, their hashes checked, and the wheel."""
    return environment(tmp_path_factory.mktemp("empty") / "venv", wheel)


def test_the_wheel_is_pure_python_and_carries_the_data_once(wheel):
    assert wheel.name.endswith("-py3-none-any.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for inside, folder in (("_data", "data"), ("_notebooks", "notebooks"), ("_teacher", "docs/teacher")):
        here = {path.name for path in (ROOT / folder).iterdir() if path.is_file()}
        assert {f"spine_edu/{inside}/{name}" for name in here} <= set(names)
    assert len(names) == len(set(names))
    assert [name for name in names if not name.startswith(("spine_edu/", "spine_edu-"))] == []
    assert [name for name in names if name.startswith("spine_edu-") and "/licenses/LICENSE" in name]


def test_every_file_of_the_package_travels(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    here = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "spine_edu").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sorted(here - names) == []


def from_its_zip(wheel, code, folder):
    """Run code with the wheel itself on the path, not unpacked; what it needs comes from this environment."""
    start = f"import sys; sys.path.insert(0, {str(wheel)!r}); import spine_edu\nprint(spine_edu.__file__)\n"
    where, *lines = run(sys.executable, "-I", "-c", start + code, cwd=folder).splitlines()
    assert where.startswith(str(wheel))
    return lines


def test_it_reads_its_tables_from_its_zip(wheel, tmp_path):
    code = "from spine_edu import data\nprint(len(data.references()))\nprint(*data.check(), sep='\\n')"
    sources, *complaints = from_its_zip(wheel, code, tmp_path)
    assert int(sources) > 50 and "".join(complaints) == ""


def test_a_file_missing_from_the_zip_is_named(wheel, tmp_path):
    poorer = tmp_path / wheel.name
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(poorer, "w") as copy:
        for name in whole.namelist():
            if not name.endswith("glossary.csv"):
                copy.writestr(name, whole.read(name))
    code = (
        "from spine_edu import glossary\n"
        "try: glossary()\n"
        "except ValueError as error: print(type(error).__name__, error)"
    )
    assert from_its_zip(poorer, code, tmp_path) == [
        "DataError glossary.csv: datapackage.json describes this file, but there is none."
    ]


def test_every_explorer_and_its_face_work_from_its_zip(wheel, tmp_path):
    code = (
        "from spine_edu.registry import REGISTRY\n"
        "from spine_edu.explorer import face\n"
        "for name in REGISTRY.values():\n"
        "    explorer = getattr(spine_edu, name)()\n"
        "    print(bool(explorer.describe() and explorer.drawn['data']))\n"
        "print('render' in face.joined('explorer.js') and '.spine-edu' in face.text('view.css'))"
    )
    assert set(from_its_zip(wheel, code, tmp_path)) == {"True"}


def test_it_reads_its_tables_away_from_the_checkout(python, tmp_path):
    code = (
        "import spine_edu, spine_edu.data as data\n"
        "print(spine_edu.__file__)\n"
        "print(data.DATA_FOLDER)\n"
        "for item in data.package()['resources']:\n"
        "    print(len(data.table(item['name']) if 'schema' in item else data.references()))"
    )
    where, folder, *rows = run(python, "-I", "-c", code, cwd=tmp_path).splitlines()
    assert str(ROOT) not in where and folder.endswith("_data")
    assert "0" not in rows


def test_every_explorer_draws_and_speaks_away_from_the_checkout(python, tmp_path):
    code = (
        "import spine_edu; from spine_edu.registry import REGISTRY\n"
        "for name in REGISTRY.values():\n"
        "    explorer = getattr(spine_edu, name)()\n"
        "    print(bool(explorer.describe() and explorer.figure.data is not None and explorer.table().rows))"
    )
    assert set(run(python, "-I", "-c", code, cwd=tmp_path).split()) == {"True"}


def test_who_has_only_pip_gets_the_notebooks_and_what_a_teacher_prints(python, tmp_path):
    command = next(python.parent.glob("spine-edu*"))
    run(command, "course", "mine", cwd=tmp_path)
    assert {path.name for path in (tmp_path / "mine").iterdir()} == {
        path.name for path in (ROOT / "notebooks").glob("*.ipynb")
    }
    run(command, "handout", "05", cwd=tmp_path)
    assert "The cycle" in (tmp_path / "05_handout.html").read_text(encoding="utf-8")


def copied(folder, *, moment, umask):
    """Copy what a wheel is made of to `folder`, as another machine might hold it: other times, other rights."""
    folder.mkdir()
    for name in ("pyproject.toml", "README.md", *(path.name for path in ROOT.glob("LICENSE*"))):
        shutil.copy(ROOT / name, folder)
    for name in ("spine_edu", "data", "notebooks", "docs/teacher"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints"))
    for path in sorted(folder.rglob("*"), reverse=moment % 2):
        os.utime(path, (moment, moment))
        if path.is_file():
            path.chmod(0o666 & ~umask)
    return folder


def test_the_same_commit_makes_the_same_wheel_to_the_byte(wheel, tmp_path):
    marks = {hashlib.sha256(wheel.read_bytes()).hexdigest()}
    for name, moment, umask in (("here", 1_500_000_000, 0o022), ("elsewhere in a longer folder", 1_700_000_001, 0o077)):
        source = copied(tmp_path / name, moment=moment, umask=umask)
        run(*UV, "build", "--quiet", "--wheel", "--out-dir", tmp_path / f"dist {name}", source)
        marks.add(hashlib.sha256((tmp_path / f"dist {name}" / wheel.name).read_bytes()).hexdigest())
    assert len(marks) == 1


def test_the_list_of_a_release_names_all_that_is_installed(python, tmp_path):
    once, again = tmp_path / "once.json", tmp_path / "again.json"
    describe(python, once)
    describe(python, again)
    assert once.read_bytes() == again.read_bytes()
    found = json.loads(once.read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert found["bomFormat"] == "CycloneDX"
    root = found["metadata"]["component"]
    assert (root["name"], root["version"]) == (project["name"], project["version"])
    versions = {canonicalize_name(one["name"]): one["version"] for one in found["components"]}
    for needed in map(Requirement, project["dependencies"] + project["optional-dependencies"]["course"]):
        assert versions[canonicalize_name(needed.name)] in needed.specifier
    code = "import importlib.metadata as m; print(*{d.name for d in m.distributions()})"
    installed = {canonicalize_name(name) for name in run(python, "-I", "-c", code).split()}
    assert installed - {canonicalize_name(root["name"])} == set(versions) - {canonicalize_name(root["name"])}
