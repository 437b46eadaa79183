"""One small readable file that is written whole or not at all, and never over something that is not ours.

Two notebooks may write at once: each takes a lock, reads what stands there, changes it and puts a whole new file in its
place. What cannot be read is set aside under another name.
"""

import contextlib
import json
import os
import time
from pathlib import Path

FORMAT, VERSION = "spine_edu: my course", 1
ABOUT = (
    "What one reader said and did in the course spine_edu. It belongs to that reader: read it, copy it, delete it. "
    "Nothing of it is sent anywhere."
)
#: No reader writes so much; a file that is larger is something else.
_MOST_BYTES = 5_000_000
#: How long another notebook may take to write, and how long a file may be held by a program that looks at it, in s.
_PATIENCE, _PAUSE = 5.0, 0.02


class NotOurs(Exception):
    """What stands in the file cannot be read; the message says why, as the end of a sentence."""


def empty():
    """Return the contents of a file in which nothing is kept yet."""
    return {"about": ABOUT, "format": FORMAT, "version": VERSION}


def written(contents):
    """Return contents as the text of a file."""
    return json.dumps(contents, indent=1, ensure_ascii=False) + "\n"


def read(text):
    """Return the contents that a text holds.

    Raises
    ------
    NotOurs
        If it is damaged, something else, or of a later version of this course.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise NotOurs("it is damaged") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotOurs("it is not a file of this course")
    version = found.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise NotOurs("it is damaged")
    if version > VERSION:
        raise NotOurs("a newer version of this course has written it")
    if any(not _is_kind(kind) for name, kind in found.items() if name not in ("about", "format", "version", "keep")):
        raise NotOurs("it is damaged")
    return found


def _is_kind(kind):
    """Return whether this is what may stand under a kind of things: an entry with a date for each key."""
    return isinstance(kind, dict) and all(
        isinstance(entry, dict) and isinstance(entry.get("when"), str) for entry in kind.values()
    )


class File:
    """The file.

    Parameters
    ----------
    path : str or Path
    tell : callable
        ``tell(sentence)`` is called when something was set aside.

    Attributes
    ----------
    path : Path
        Where it is, or will be once there is something to keep.
    """

    def __init__(self, path, tell):
        self.path, self._tell, self._seen = Path(os.path.realpath(path)), tell, None

    def changed(self):
        """Return whether the file is another one than this object has read or written last."""
        return self._mark() != self._seen

    def load(self):
        """Return what is kept; an OSError says why it cannot be known."""
        with contextlib.suppress(NotOurs):
            return self._read()
        with self._locked():
            return self._read_or_set_aside()

    def update(self, change):
        """Change what is kept, whatever others have written meanwhile, and return it.

        Parameters
        ----------
        change : callable
            ``change(contents)`` changes a dict in place; it returns False if nothing is to be written.

        Raises
        ------
        OSError
            If it cannot be written; the file is then as it was.
        """
        with self._locked():
            contents = self._read_or_set_aside()
            if change(contents) is not False:
                self._write(written(contents))
            return contents

    # Reading ---------------------------------------------------------------------------------------------------------

    def _mark(self):
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _read(self):
        self._seen = self._mark()
        if self._seen is None:
            return empty()
        with self.path.open("rb") as opened:
            raw = opened.read(_MOST_BYTES + 1)
        if len(raw) > _MOST_BYTES:
            raise NotOurs("it is too large for a file of this course")
        try:
            return read(raw.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise NotOurs("it is damaged") from None

    def _read_or_set_aside(self):
        try:
            return self._read()
        except NotOurs as why:
            aside = self._set_aside()
            self._seen = None
            self._tell(
                f"{self.path.name} could not be used: {why}. Nothing in it was changed; it is now called {aside.name}, "
                f"and a new {self.path.name} is begun. spine_edu.my.bring_back(...) takes the text of such a file."
            )
            return empty()

    def _set_aside(self):
        """Give the file another name, which is returned."""
        aside = self._free_name()
        try:
            os.replace(self.path, aside)
        except OSError:
            aside.unlink()
            raise
        return aside

    def _free_name(self):
        """Return a name beside the file that nothing had, and that is now taken by an empty file."""
        number = 1
        while True:
            name = self.path.with_name(f"{self.path.stem}-set-aside-{number}{self.path.suffix}")
            try:
                os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                return name
            except FileExistsError:
                number += 1

    # Writing ---------------------------------------------------------------------------------------------------------

    def _write(self, text):
        self._clear_up()
        write_whole(self.path, text)
        self._seen = self._mark()

    def _clear_up(self):
        """Take away what a writer that was killed has left behind; under the lock nobody else is writing."""
        for left in self.path.parent.glob(f".{self.path.name}.*.new"):
            with contextlib.suppress(OSError):
                left.unlink()

    @contextlib.contextmanager
    def _locked(self):
        """Be the only writer. The system takes the lock away from a program that is killed."""
        with open(self.path.with_name(f".{self.path.name}.lock"), "ab") as opened:
            deadline = time.monotonic() + _PATIENCE
            while not _lock(opened):
                if time.monotonic() > deadline:
                    raise TimeoutError(None, "another notebook is writing for too long")
                time.sleep(_PAUSE)
            yield


def _lock(opened):
    """Lock an open file until it is closed; returns whether it could be had. A browser's Python is alone."""
    try:
        import fcntl
    except ImportError:
        return _lock_on_windows(opened)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a disk that knows no locks
        return True
    return True


def _lock_on_windows(opened):
    try:
        import msvcrt
    except ImportError:
        return True
    try:
        opened.seek(0)
        msvcrt.locking(opened.fileno(), msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True


def write_whole(path, text):
    """Write a file so that whoever looks, even after the power has failed, finds the old text or the new one.

    Raises
    ------
    OSError
        If it cannot be written; what stood there still stands there.
    """
    # A lone half of a letter, which JSON writes as \\ud83d, is no UTF-8.
    raw = text.encode("utf-8", errors="backslashreplace")
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with open(new, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as opened:
            opened.write(raw)
            opened.flush()
            os.fsync(opened.fileno())
        _replace(new, path)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink()
        raise
    _settle(path.parent)


def holds(path, mark):
    """Return whether a file begins with a text in which a mark stands; one that cannot be read does not."""
    try:
        with open(path, "rb") as opened:
            return mark.encode() in opened.read(1000)
    except OSError:
        return False


def _replace(new, path):
    """Put one file in the place of another; on Windows somebody who looks at it may be in the way for a moment."""
    deadline = time.monotonic() + _PATIENCE / 5
    while True:
        try:
            return os.replace(new, path)
        except PermissionError:
            if os.name != "nt" or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)


def _settle(folder):
    """Bring the new name to the disk, too, where the system can."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
