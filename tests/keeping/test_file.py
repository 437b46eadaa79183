"""The reader's own file: killed, damaged, on a full disk, in a folder that cannot be written, shared by two."""

import json
import os
import random
import re
import signal
import stat
import subprocess
import sys
import time

import pytest

from spine_edu.keeping import file as files
from spine_edu.keeping.file import FORMAT, VERSION, File, NotOurs
from spine_edu.keeping.store import ANSWERS, BELIEFS, NOTES, PREDICTIONS, Store

posix = pytest.mark.skipif(os.name != "posix", reason="forks, kills and sizes of files are those of POSIX")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "my_course.json"


def held(path):
    """Return key -> words of the notes that a fresh Python would find."""
    return {key: entry["words"] for key, entry in Store(path).all(NOTES).items()}


def others(path):
    """Return what lies beside the file, but for its lock."""
    return {
        one.name: one.read_bytes() for one in path.parent.iterdir() if one.name not in (path.name, f".{path.name}.lock")
    }


# One reader ----------------------------------------------------------------------------------------------------------


def test_nothing_is_written_before_there_is_something_to_keep(path):
    store = Store(path)
    store.refresh()
    assert store.get(NOTES, "05") is None and list(path.parent.iterdir()) == []


def test_what_is_kept_outlives_the_store_and_reads_like_a_page(path):
    Store(path).put(NOTES, "05", words="Rückkopplung: a “loop”\nwith two lines")
    assert held(path) == {"05": "Rückkopplung: a “loop”\nwith two lines"}
    text = path.read_text(encoding="utf-8")
    assert "Rückkopplung" in text and "Nothing of it is sent anywhere" in text
    assert list(json.loads(text)) == ["about", "format", "version", NOTES]
    assert others(path) == {}


@posix
def test_the_file_is_for_its_owner_alone(path):
    Store(path).put(NOTES, "05", words="mine")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_words_with_half_a_letter_are_kept(path):
    Store(path).put(NOTES, "05", words="half \ud83d letter")
    assert held(path) == {"05": "half \ud83d letter"}


def test_a_link_to_the_file_stays_a_link(path, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    try:
        path.symlink_to(elsewhere / "mine.json")
    except OSError:
        pytest.skip("this system makes no links")
    Store(path).put(NOTES, "05", words="mine")
    assert path.is_symlink() and held(elsewhere / "mine.json") == {"05": "mine"}


# Killed --------------------------------------------------------------------------------------------------------------


def write_until_killed(path, first, told):
    """Keep one note after the other, and say of each through a pipe that it is kept."""
    store = Store(path)
    for number in range(first, first + 100_000):
        store.put(NOTES, str(number), words="x" * random.Random(number).randrange(200))
        os.write(told, f"{number}\n".encode())


@posix
def test_killed_while_writing_a_hundred_times_nothing_kept_is_lost(path):
    kept, random_time = set(), random.Random(16)
    for round_ in range(100):
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(told)
            try:
                write_until_killed(path, 1000 * round_, tell)
            finally:
                os._exit(1)
        os.close(tell)
        said = os.read(told, 1_000_000)  # it has begun
        time.sleep(random_time.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(told, 1_000_000):
            said += more
        os.close(told)
        kept |= set(said.decode().split("\n")[:-1])
        assert kept <= set(held(path)), f"round {round_}"
        if len(kept) > 600:  # so that the file stays small, and the rounds quick
            path.unlink()
            kept.clear()
    Store(path).put(NOTES, "last", words="and the next one clears up")
    assert others(path) == {}, "nothing was set aside, and no half of a file is left"


# Damaged, foreign, of a later version --------------------------------------------------------------------------------

GOOD = json.dumps(
    {"about": "", "format": FORMAT, "version": 1, NOTES: {"05": {"words": "mine", "when": "2026-11-26"}}}, indent=1
)


def changed(**wrong):
    return json.dumps({**json.loads(GOOD), **wrong}).encode()


DAMAGED = {
    "empty": b"",
    "blanks": b"  \n",
    "zeros": b"\0" * 300,
    "first half": GOOD.encode()[: len(GOOD) // 2],
    "without its end": GOOD.encode()[:-1],
    "second half": GOOD.encode()[len(GOOD) // 2 :],
    "twice": (GOOD * 2).encode(),
    "a letter lost": GOOD.replace(":", "", 1).encode(),
    "no UTF-8": GOOD.replace("mine", "m\xefne").encode("latin-1"),
    "UTF-16": GOOD.encode("utf-16"),
    "noise": random.Random(1).randbytes(500),
    "very deep": b"[" * 100_000,
    "a list": b"[1, 2, 3]",
    "a number": b"5",
    "another program's": b'{"name": "my_course", "dependencies": {}}',
    "a page": b"<!doctype html><title>my course</title>",
    "no version": changed(version=None),
    "an odd version": changed(version="one"),
    "version 0": changed(version=0),
    "true for a version": changed(version=True),
    "notes as a list": changed(**{NOTES: ["mine"]}),
    "an entry without a date": changed(**{NOTES: {"05": {"words": "mine"}}}),
    "an entry that is none": changed(**{NOTES: {"05": "mine"}}),
    "a later version": changed(version=VERSION + 1),
    "too large": GOOD.encode() + b" " * 5_000_001,
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_what_cannot_be_read_is_set_aside_whole_with_a_sentence(path, damage, capsys):
    path.write_bytes(DAMAGED[damage])
    store = Store(path)
    assert others(path) == {"my_course-set-aside-1.json": DAMAGED[damage]}
    (sentence,) = store.notices
    reason = {"a later version": "a newer version", "too large": "too large"}.get(damage, "damaged|not a file of this")
    assert re.search(reason, sentence) and "my_course-set-aside-1.json" in sentence
    assert capsys.readouterr().out == f"{sentence}\n"
    store.put(NOTES, "05", words="new")
    assert held(path) == {"05": "new"}
    assert others(path) == {"my_course-set-aside-1.json": DAMAGED[damage]}


def test_what_was_set_aside_is_not_overwritten_by_the_next(path):
    for number in range(1, 4):
        path.write_bytes(b"damaged %d" % number)
        Store(path)
    assert others(path) == {f"my_course-set-aside-{number}.json": b"damaged %d" % number for number in range(1, 4)}


def test_a_file_that_is_damaged_while_a_notebook_is_open_is_set_aside_too(path):
    store = Store(path)
    store.put(NOTES, "04", words="before")
    path.write_bytes(b"damaged")
    store.put(NOTES, "05", words="after")
    assert others(path) == {"my_course-set-aside-1.json": b"damaged"}
    assert store.get(NOTES, "05")["words"] == "after" and held(path) == {"05": "after"}


def test_what_a_later_version_of_the_same_format_adds_is_carried_along(path):
    path.write_bytes(changed(plans={"1": {"words": "walk", "when": "2027-01-01"}}))
    Store(path).put(NOTES, "06", words="new")
    assert json.loads(path.read_text())["plans"]["1"]["words"] == "walk"


def test_a_mark_that_windows_puts_before_a_text_does_no_harm(path):
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert held(path) == {"05": "mine"} and others(path) == {}


# No room, no right ---------------------------------------------------------------------------------------------------


def full(*_):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_full_disk_loses_nothing(path, monkeypatch, step, capsys):
    store = Store(path)
    store.put(NOTES, "04", words="before")
    before = path.read_bytes()
    with monkeypatch.context() as during:
        if step == "write":
            during.setattr(
                files, "open", lambda name, mode, **_: full() if "w" in mode else open(name, mode), raising=False
            )
        else:
            during.setattr(os, step, full)
        store.put(NOTES, "05", words="during")
        store.put_first(PREDICTIONS, "start_practice", said=12)
        assert path.read_bytes() == before and others(path) == {}
        assert store.get(NOTES, "05")["words"] == "during" and store.waits
    assert "(No space left on device)" in capsys.readouterr().out and len(store.notices) == 1
    store.put(NOTES, "06", words="after")
    assert held(path) == {"04": "before", "05": "during", "06": "after"} and not store.waits
    assert Store(path).get(PREDICTIONS, "start_practice")["said"] == 12


@posix
def test_a_disk_that_is_really_full_loses_nothing(path):
    """The kernel itself cuts the write short, as a quota does."""
    code = (
        "import resource, signal, sys\n"
        "from spine_edu.keeping.store import Store\n"
        "store = Store(sys.argv[1]); store.put('in my words', '1', words='small')\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "store.put('in my words', '2', words='x' * 4000)\n"
        "assert store.waits and store.get('in my words', '2')\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "cannot be written (File too large)" in done.stdout
    assert held(path) == {"1": "small"} and others(path) == {}


@posix
def test_a_folder_that_cannot_be_written_keeps_all_in_memory(path, monkeypatch, capsys):
    path.write_text(GOOD)
    refused = PermissionError(13, "Permission denied")

    def may_only_look(name, mode="r", **wanted):
        if "r" not in mode:
            raise refused
        return open(name, mode, **wanted)

    monkeypatch.setattr(files, "open", may_only_look, raising=False)
    store = Store(path)
    assert store.get(NOTES, "05")["words"] == "mine"
    store.put(NOTES, "06", words="new")
    assert store.get(NOTES, "06")["words"] == "new" and path.read_text() == GOOD
    assert "(Permission denied)" in capsys.readouterr().out


def test_a_folder_in_the_place_of_the_file_is_left_alone(path):
    path.mkdir()
    store = Store(path)
    store.put(NOTES, "05", words="mine")
    assert store.get(NOTES, "05")["words"] == "mine" and path.is_dir() and store.notices


def test_a_folder_that_is_gone_is_no_error(tmp_path):
    store = Store(tmp_path / "gone" / "my_course.json")
    store.put(NOTES, "05", words="mine")
    assert store.get(NOTES, "05")["words"] == "mine" and "cannot be written" in store.notices[0]


def test_a_notebook_that_holds_the_lock_for_ever_stops_nobody(path, monkeypatch):
    monkeypatch.setattr(files, "_PATIENCE", 0.1)
    monkeypatch.setattr(files, "_lock", lambda opened: False)
    store = Store(path)
    store.put(NOTES, "05", words="mine")
    assert store.waits and "another notebook is writing for too long" in store.notices[0]
    monkeypatch.setattr(files, "_lock", lambda opened: True)
    store.put(NOTES, "06", words="more")
    assert held(path) == {"05": "mine", "06": "more"}


# Two notebooks -------------------------------------------------------------------------------------------------------

MANY = """
import sys
from spine_edu.keeping.store import Store
store, name = Store(sys.argv[1]), sys.argv[2]
for number in range(60):
    store.put("in my words", f"{name}{number}", words=name)
    if number == 5:
        store.put_first("predictions", "cycle_loop", said=name)
print(store.get("predictions", "cycle_loop")["said"])
"""


def test_two_notebooks_that_write_at_once_lose_nothing(path):
    running = [
        subprocess.Popen([sys.executable, "-c", MANY, str(path), name], stdout=subprocess.PIPE, text=True)
        for name in "ab"
    ]
    said = [one.communicate()[0].strip() for one in running]
    assert [one.returncode for one in running] == [0, 0]
    assert held(path) == {f"{name}{number}": name for name in "ab" for number in range(60)}
    assert said[0] == said[1] == Store(path).get(PREDICTIONS, "cycle_loop")["said"], "one of them was first"


def test_one_notebook_sees_what_the_other_has_kept(path):
    one, other = Store(path), Store(path)
    one.put(NOTES, "05", words="mine")
    assert other.get(NOTES, "05") is None
    other.refresh()
    assert other.get(NOTES, "05")["words"] == "mine"


# Merging -------------------------------------------------------------------------------------------------------------


def dated(kind, when, words):
    return json.dumps({"format": FORMAT, "version": 1, kind: {"x": {"words": words, "when": when}}})


@pytest.mark.parametrize(
    ("kind", "stays"), [(PREDICTIONS, "older"), (BELIEFS, "older"), (ANSWERS, "newer"), (NOTES, "newer")]
)
@pytest.mark.parametrize("first", ["older", "newer"])
def test_what_was_said_first_stays_first_and_all_else_is_the_latest(kind, stays, first):
    texts = {"older": dated(kind, "2026-01-01", "older"), "newer": dated(kind, "2026-02-02", "newer")}
    store = Store()
    store.take(texts.pop(first))
    store.take(*texts.values())
    assert store.get(kind, "x")["words"] == stays


def test_of_two_notes_about_the_same_none_is_lost():
    store = Store()
    store.take(dated(NOTES, "2026-01-01", "older"))
    for _ in range(2):
        store.take(dated(NOTES, "2026-02-02", "newer"))
        store.take(dated(NOTES, "2026-01-01", "older"))
    assert {key: one["words"] for key, one in store.all(NOTES).items()} == {"x": "newer", "#1": "older"}


def test_a_text_that_is_none_changes_nothing():
    store = Store()
    store.put(NOTES, "05", words="mine")
    before = store.text()
    for damage in set(DAMAGED) - {"no UTF-8", "too large"}:  # these are faults of a file, not of a text
        with pytest.raises(NotOurs):
            store.take(DAMAGED[damage].decode("latin-1"))
    assert store.text() == before


# Off -----------------------------------------------------------------------------------------------------------------


def test_turned_off_nothing_is_written_by_any_notebook_and_turned_on_nothing_is_lost(path):
    one, other = Store(path), Store(path)
    one.put(NOTES, "05", words="before")
    one.keep(False)
    off = path.read_bytes()
    one.put(NOTES, "06", words="of one")
    other.put(NOTES, "07", words="of the other")
    Store(path).put(NOTES, "08", words="of a third")
    assert path.read_bytes() == off and not one.on and not other.on
    assert one.get(NOTES, "06")["words"] == "of one" and other.get(NOTES, "07")["words"] == "of the other"
    other.keep(True)
    one.refresh()
    assert one.on and one.get(NOTES, "06")["words"] == "of one"
    one.put(NOTES, "09", words="after")
    assert set(held(path)) == {"05", "06", "07", "09"} and not one.waits and not other.waits


def test_who_has_turned_it_off_can_still_forget(path):
    store = Store(path)
    store.put(NOTES, "05", words="before")
    store.keep(False)
    store.put(NOTES, "06", words="meanwhile")
    store.drop()
    assert held(path) == {} and store.all(NOTES) == {} and not Store(path).on
    store.keep(True)
    assert held(path) == {} and Store(path).on


def test_the_file_is_read_once_and_not_at_each_look(path, monkeypatch):
    Store(path).put(NOTES, "05", words="mine")
    store, reads = Store(path), []
    monkeypatch.setattr(File, "_read", lambda self: reads.append(1))
    for _ in range(5):
        store.get(NOTES, "05")
        store.refresh()
    assert reads == []
