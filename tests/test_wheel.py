"""The wheel stands on its own: installed in an empty environment, away from the checkout, it finds its numbers."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
UV = [sys.executable, "-m", "uv"]

pytestmark = pytest.mark.slow


def run(*words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=500, **options)
    assert done.returncode == 0, f"{' '.join(map(str, words))}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(*UV, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """An empty environment with the locked versions, their hashes checked, and the wheel."""
    environment = tmp_path_factory.mktemp("empty") / "venv"
    run(*UV, "venv", "--quiet", "--python", sys.executable, environment)
    interpreter = next(
        path for path in (environment / "bin" / "python", environment / "Scripts" / "python.exe") if path.exists()
    )
    install = [*UV, "pip", "install", "--quiet", "--python", interpreter]
    run(*install, "--require-hashes", "-r", ROOT / "requirements-lock.txt")
    run(*install, "--no-deps", wheel)
    return interpreter


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
