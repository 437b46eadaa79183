"""What the course is made with: actions by their hash, audited packages; and that it sends and writes nothing."""

import json
import os
import re
import subprocess
import sys

import pytest
import yaml

from spine_edu.registry import REGISTRY
from tests.test_environment import ROOT
from tools import audit

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


# Actions ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_hash_and_says_its_version(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if re.search(r"\buses:", line)]
    pinned = re.compile(r"\s*(- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert lines and [line for line in lines if not pinned.fullmatch(line)] == []


def test_one_action_is_the_same_in_every_workflow():
    used = re.findall(r"uses: (\S+)@(\S+ # \S+)", "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS))
    assert len(set(used)) == len(dict(used))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_read_and_what_else_it_may_is_said_of_one_job(path):
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert flow["permissions"] == {"contents": "read"}
    for job in flow["jobs"].values():
        for step in job["steps"]:
            assert "checkout" not in step.get("uses", "") or step["with"]["persist-credentials"] is False


# The audit --------------------------------------------------------------------------------------------------------

_GOOD = {"name": "numpy", "version": "2.0", "vulns": []}
_BAD = {"name": "mistune", "version": "3.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1"]}]}
_UNKNOWN = {"name": "plotly", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "needed", "words", "code"),
    [
        ([_GOOD], True, "1 packages audited, 0 known faults.", 0),
        ([_GOOD, _BAD], False, "mistune 3.0: PYSEC-1, mended in 3.1", 1),
        ([], False, "Not audited: no database", 0),
        ([], True, "Not audited: no database", 1),
        ([_UNKNOWN], False, "Not audited: no database", 0),
        ([_UNKNOWN], True, "Not audited: no database", 1),
        ([_GOOD, _UNKNOWN], False, "Not in the database: plotly.", 0),
        ([_GOOD, _UNKNOWN], True, "Not in the database: plotly.", 1),
    ],
)
def test_the_audit_says_what_it_knows_and_what_it_does_not(packages, needed, words, code):
    said, exits = audit.verdict(packages, needed=needed)
    assert words in said and exits == code


def test_an_audit_without_an_answer_ends_in_time(tmp_path):
    assert audit.asked(0.01, tmp_path / "none.txt") == []
    assert audit.asked(60, tmp_path / "none.txt") == []


# Nothing is sent, and nothing written but the reader's own file ---------------------------------------------------

#: Notes each thing that leaves Python. Bytecode is Python's own; it is turned off.
_WATCH = """
import os, sys
seen = []
_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
def watch(event, args):
    if event == "open":
        path, mode, flags = args
        if any(letter in (mode or "") for letter in "wax+") or flags & _WRITE:
            seen.append(f"open {path}")
    elif event.startswith(("socket.", "subprocess.", "urllib.", "http.", "smtplib.", "ftplib.", "shutil.")):
        seen.append(f"{event} {args}")
    elif event in ("os.system", "os.exec", "os.posix_spawn", "os.fork", "os.mkdir", "os.remove", "os.rename",
                   "os.link", "os.symlink", "os.truncate", "os.rmdir", "os.startfile", "sqlite3.connect"):
        seen.append(f"{event} {args}")
"""

_SESSION = """
import spine_edu
sys.addaudithook(watch)
for name in {classes!r}:
    explorer = getattr(spine_edu, name)(ask_first=True)
    for theme in ("light", "dark", "presenter"):
        explorer.set_theme(theme)
    for row in explorer.scenarios:
        explorer.scenario(row.name)
        assert explorer.describe() and explorer.drawn["data"] and explorer.table().rows
    explorer.from_text(explorer.to_text())
    if explorer.can_play():
        explorer.frames()
        explorer.run()
    explorer.hold()
    if explorer.ask:
        answer = explorer.ask.answer(explorer.asked_result)
        explorer.predict(list(answer) if isinstance(answer, tuple) else answer)
    explorer.look()
    for row in explorer.challenges:
        explorer.show_way(row.key)
    for row in explorer.limits:
        explorer.show_limit(row.key)
    explorer.still()
    explorer.undo()
    explorer.reset()
    explorer.widget
print("done")
"""

_NOTED = "import json; print(json.dumps(seen))"


def watched(code, folder, **environment):
    """Run code under the watch in a folder of its own; return what left Python, as a list of sentences."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", f"{_WATCH}\n{code}\n{_NOTED}"],
        capture_output=True,
        text=True,
        timeout=240,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SPINE_EDU_ASK_FIRST": "", **environment},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.slow
def test_a_session_with_every_explorer_sends_nothing_and_writes_only_the_readers_file(tmp_path):
    own = tmp_path / "mine" / "my_course.json"
    own.parent.mkdir()
    left = watched(_SESSION.format(classes=list(REGISTRY.values())), tmp_path, SPINE_EDU_KEEP=str(own))
    assert own.exists() and any(str(own.parent) in one for one in left), "nothing was kept, so nothing was tried"
    assert [one for one in left if str(own.parent) not in one] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine"]


def test_the_watch_sees_what_it_is_for(tmp_path):
    code = """
sys.addaudithook(watch)
import socket
open("file.txt", "w").close()
os.close(os.open("other.txt", os.O_CREAT | os.O_WRONLY))
one = socket.socket()
try:
    one.connect(("127.0.0.1", 9))
except OSError:
    pass
"""
    left = "\n".join(watched(code, tmp_path))
    assert "open file.txt" in left and "open other.txt" in left and "socket.connect" in left
