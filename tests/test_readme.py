"""What the README promises is true: its commands run, its links lead somewhere, its table tells what there is."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from spine_edu import data

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_GUIDES = (ROOT / "docs" / "teacher").glob("*.md")
CLONE, COURSE, TESTS = (block.strip() for block in re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL))


# Commands ---------------------------------------------------------------------------------------------------------


def test_each_command_is_one_line_that_fetches_its_own_launcher():
    for command in (COURSE, TESTS):
        assert "\n" not in command
        assert command.startswith("python -m pip install uv && python -m uv run --extra ")
    assert COURSE.endswith("jupyter lab notebooks/00_start.ipynb") and TESTS.endswith("pytest")


def test_ci_runs_the_readmes_test_command_word_for_word():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f"grep -x '{TESTS}' README.md" in script
    assert script.rstrip().endswith('exec bash -c "$test_command"')
    if os.name == "posix":
        assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_windows_and_conda_lines_open_the_same_notebook():
    _, _, run = COURSE.partition(" && ")
    assert f"`{run.replace('python', 'py', 1)}`" in README
    assert "`conda env create -f environment.yml`" in README
    name = re.search(r"^name: (\w+)$", (ROOT / "environment.yml").read_text(encoding="utf-8"), flags=re.MULTILINE)[1]
    assert f"`conda activate {name}`" in README
    assert README.count("jupyter lab notebooks/00_start.ipynb`") == 3


@pytest.fixture
def fresh_copy(tmp_path):
    """The checkout without anything that was installed or built in it."""
    copy = tmp_path / "spine_edu"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "uv.lock", "__pycache__", ".*_cache"))
    return copy


def run_in(folder, command, **options):
    """Start a README command (its part after ``pip install uv &&``) with this Python, as in a new terminal."""
    _, _, run = command.partition(" && ")
    clean = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith(("VIRTUAL_ENV", "UV_PROJECT", "PYTEST", "JPY", "JUPYTER"))
    }
    words = [sys.executable, *run.split()[1:], *options.pop("more", [])]
    return subprocess.Popen(words, cwd=folder, env=clean, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.mark.slow
def test_the_course_command_opens_the_first_notebook(fresh_copy):
    port = free_port()
    quiet = ["--no-browser", "--allow-root", "--IdentityProvider.token=", "--ServerApp.port_retries=0"]
    server = run_in(fresh_copy, COURSE, more=[*quiet, f"--port={port}"])
    try:
        page = wait_for(f"http://127.0.0.1:{port}/lab/tree/00_start.ipynb", server)
        assert "JupyterLab" in page
        assert '"cells"' in wait_for(f"http://127.0.0.1:{port}/api/contents/00_start.ipynb", server)
    finally:
        server.terminate()
        server.wait(timeout=60)


def wait_for(address, server, seconds=300):
    """Return the text of a page as soon as the server gives it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert server.poll() is None, f"the command ended by itself:\n{server.stdout.read()[-3000:]}"
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return answer.read().decode()
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"{address} did not answer within {seconds} s")


# Links ------------------------------------------------------------------------------------------------------------

DOCUMENTS = [path for pattern in ("*.md", "docs/**/*.md", "data/*.md") for path in sorted(ROOT.glob(pattern))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_inside_the_repository_lead_somewhere(path):
    text = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)", text) if "://" not in target]
    assert [target for target in targets if target and not (path.parent / target).exists()] == []


def test_the_binder_button_opens_the_first_notebook_of_this_release():
    address = urlsplit(re.search(r"https://mybinder\.org/v2/[^)\s]+", README)[0])
    repository = urlsplit(PROJECT["urls"]["Repository"]).path.strip("/")
    assert address.path == f"/v2/gh/{repository}/v{PROJECT['version']}"
    opens = parse_qs(address.query)["urlpath"][0].removeprefix("lab/tree/")
    assert opens == "notebooks/00_start.ipynb" and (ROOT / opens).exists()


def test_the_lines_for_git_and_colab_name_this_repository():
    assert CLONE == f"git clone {PROJECT['urls']['Repository']} && cd spine_edu"
    assert f"`%pip install --no-deps git+{PROJECT['urls']['Repository']}`" in README


# The table of notebooks -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", data.table("notebooks"), ids=lambda row: row.number)
def test_the_table_says_what_the_course_map_says_and_links_what_there_is(row):
    ready = row.ready == "yes"
    title = f"[{row.title}](notebooks/{row.file})" if ready else f"{row.title} (to come)"
    assert f"| {row.number} | {title} | {row.question} | {row.minutes} |\n" in README
    assert (ROOT / "notebooks" / row.file).exists() == ready


def test_every_notebook_stands_on_the_course_map():
    here = {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert here <= {row.file for row in data.table("notebooks")}


@pytest.mark.parametrize("path", ["README.md", *sorted(f"docs/teacher/{one.name}" for one in _GUIDES)])
def test_whoever_stands_in_a_hall_is_told_the_call_that_makes_all_large(path):
    assert "spine_edu.present()" in (ROOT / path).read_text(encoding="utf-8")
