"""One set of dependencies, said in four files: pyproject.toml, environment.yml, requirements-lock.txt, CITATION.cff."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

import spine_edu

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements-lock.txt").read_text(encoding="utf-8")

#: What the course needs; the names are the same on PyPI and on conda-forge.
NEEDED = [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["course"]]
CONDA = [line for line in ENVIRONMENT["dependencies"] if isinstance(line, str)]
PIP = [line for part in ENVIRONMENT["dependencies"] if isinstance(part, dict) for line in part["pip"]]


def floor(specifier):
    return max(Version(part.version) for part in specifier if part.operator in (">=", "==", "~="))


def conda_requirement(name):
    """Return the line of environment.yml for `name` as a requirement; ``python=3.12`` means 3.12.*."""
    for line in CONDA:
        found = re.fullmatch(r"([\w.-]+?)\s*([<>=!~].*)?", line)
        if canonicalize_name(found[1]) == canonicalize_name(name):
            return Requirement(found[1] + re.sub(r"^=(\d[\d.]*)$", r"==\1.*", found[2] or ""))
    return None


def locked():
    """Return name -> list of (version, marker text, hashes) of requirements-lock.txt."""
    found = {}
    for block in re.split(r"\n(?=[a-zA-Z0-9])", LOCK):
        line = re.match(r"([\w.-]+)==([^\s;\\]+)\s*(?:;([^\\\n]*))?", block)
        found.setdefault(canonicalize_name(line[1]), []).append(
            (Version(line[2]), (line[3] or "").strip(), re.findall(r"--hash=sha256:([0-9a-f]{64})", block))
        )
    return found


# environment.yml: conda and Binder --------------------------------------------------------------------------------


@pytest.mark.parametrize("needed", NEEDED, ids=lambda item: item.name)
def test_conda_gets_what_the_course_needs(needed):
    theirs = conda_requirement(needed.name)
    assert theirs is not None, f"environment.yml lacks {needed.name}"
    assert floor(theirs.specifier) >= floor(needed.specifier)
    tested = [version for version, _, _ in locked()[canonicalize_name(needed.name)]]
    assert all(version in theirs.specifier and version in needed.specifier for version in tested)


def test_conda_names_nothing_that_the_course_does_not_need():
    known = {canonicalize_name(item.name) for item in NEEDED} | {"python", "pip"}
    assert {canonicalize_name(re.match(r"[\w.-]+", line)[0]) for line in CONDA} == known


def test_conda_pins_a_python_that_the_package_accepts():
    python = conda_requirement("python").specifier
    assert re.fullmatch(r"==3\.\d+\.\*", str(python)), "pin the minor version: Binder would otherwise choose its own"
    minor = str(python).removeprefix("==").removesuffix(".*")
    assert Version(f"{minor}.99") in SpecifierSet(PROJECT["requires-python"])


def test_conda_uses_conda_forge_alone():
    assert ENVIRONMENT["channels"] == ["conda-forge", "nodefaults"]
    assert "prefix" not in ENVIRONMENT and re.fullmatch(r"\w+", ENVIRONMENT["name"])


def test_conda_installs_the_package_itself_and_nothing_else_by_pip():
    assert PIP == ["-e ."]


def test_every_conda_line_is_a_match_spec():
    rattler = pytest.importorskip("rattler")
    for line in CONDA:
        assert rattler.MatchSpec(line, strict=True).name


def test_nothing_else_competes_for_binder():
    assert [
        name
        for name in (
            "binder",
            ".binder",
            "requirements.txt",
            "runtime.txt",
            "postBuild",
            "apt.txt",
            "Dockerfile",
            "setup.py",
        )
        if (ROOT / name).exists()
    ] == []


@pytest.mark.slow
def test_binder_would_build_from_this_file():
    pytest.importorskip("repo2docker")
    run = subprocess.run(
        [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(ROOT)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    said = run.stdout + run.stderr
    assert run.returncode == 0, said[-2000:]
    assert f"conda environment for {conda_requirement('python').name}=3.12" in said
    assert 'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"' in said


# requirements-lock.txt: pip ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("needed", NEEDED, ids=lambda item: item.name)
def test_the_lock_holds_what_the_course_needs(needed):
    versions = locked().get(canonicalize_name(needed.name), [])
    assert versions and all(version in needed.specifier for version, _, _ in versions)


def test_every_locked_package_has_hashes():
    assert [name for name, versions in locked().items() if not all(hashes for _, _, hashes in versions)] == []


def test_the_lock_names_no_address():
    assert not re.search(r"://|--(extra-)?index-url|--find-links|^-[ief] |@ ", LOCK, flags=re.MULTILINE)


def test_packages_locked_twice_say_when_each_applies():
    twice = {name: versions for name, versions in locked().items() if len(versions) > 1}
    assert [name for name, versions in twice.items() if not all(marker for _, marker, _ in versions)] == []


def test_versions_are_cut_off_by_a_moment_not_by_a_lock_with_addresses():
    cut_off = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["uv"]["exclude-newer"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", cut_off), "a bare date means another moment in each zone"
    assert "uv.lock" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


def test_few_and_light_dependencies_at_run_time():
    assert {item.name for item in map(Requirement, PROJECT["dependencies"])} == {
        "anywidget",
        "ipywidgets",
        "lazy-loader",
        "mistune",
        "numpy",
        "plotly",
    }


# CITATION.cff and the licences ------------------------------------------------------------------------------------

CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


def test_the_version_is_the_same_everywhere():
    assert PROJECT["version"] == str(CITATION["version"]) == spine_edu.__version__
    assert re.search(
        rf"^## {re.escape(PROJECT['version'])}\b",
        (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )


def test_the_citation_has_what_the_format_asks_for():
    assert CITATION["cff-version"] == "1.2.0" and CITATION["type"] == "software"
    assert CITATION["message"] and CITATION["title"].startswith("spine_edu")
    assert all(author.get("name") or author.get("family-names") for author in CITATION["authors"])
    waits = "(not yet released)" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    assert ("date-released" in CITATION) != waits
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", CITATION.get("date-released", "2000-01-01"))
    known = {
        "cff-version",
        "message",
        "abstract",
        "authors",
        "date-released",
        "doi",
        "identifiers",
        "keywords",
        "license",
        "preferred-citation",
        "references",
        "repository-code",
        "title",
        "type",
        "url",
        "version",
    }
    assert set(CITATION) <= known


def test_the_licences_agree():
    assert PROJECT["license"].split(" AND ") == CITATION["license"] == ["BSD-3-Clause", "CC-BY-4.0"]
    assert "BSD 3-Clause" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    content = (ROOT / "LICENSE-CONTENT.md").read_text(encoding="utf-8")
    assert "https://creativecommons.org/licenses/by/4.0/legalcode" in content
    whole = (ROOT / "LICENSE-CC-BY-4.0.txt").read_text(encoding="utf-8")
    assert whole.startswith("Attribution 4.0 International\n") and "(LICENSE-CC-BY-4.0.txt)" in content
    assert re.findall(r"^Section (\d) -- ", whole, flags=re.MULTILINE) == list("12345678")
    assert set(PROJECT["license-files"]) == {path.name for path in ROOT.glob("LICENSE*")}
    for folder in ("notebooks/", "docs/", "data/", "spine_edu/", "tests/"):
        assert f"`{folder}`" in content


def test_the_repository_is_the_same_everywhere():
    assert CITATION["repository-code"] == PROJECT["urls"]["Repository"]
