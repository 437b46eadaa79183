"""What a reader has done, by kind and key: predictions, beliefs, answers to questions, and words of the reader's own.

`kept` gives the one store of this Python. It holds everything in memory, too: where the file cannot be read or written,
nothing is lost as long as Python runs, and the next thing that is kept takes along what waits.
"""

import datetime
import itertools
import threading

from spine_edu.keeping.file import File, NotOurs, empty, read, written
from spine_edu.keeping.place import place

#: Kinds of things, as the file names them. What was said first stays of the first two; of the others the last one.
PREDICTIONS, BELIEFS, BELIEFS_NOW, ANSWERS, NOTES = KINDS = (
    "predictions",
    "beliefs then",
    "beliefs now",
    "answers",
    "in my words",
)
_FIRST_STAYS = {PREDICTIONS, BELIEFS}


def today():
    """Return the date as the file has it, such as ``"2026-11-26"``."""
    return datetime.date.today().isoformat()


class Store:
    """Things that are kept.

    Parameters
    ----------
    path : str or Path, optional
        Of the file; without one nothing outlives this Python.

    Attributes
    ----------
    file : File or None
    notices : list of str
        What the reader has to know about the file: each sentence was printed once.
    trouble : str
        That of them that says why the file cannot be read or written, as long as it cannot; else nothing.
    """

    def __init__(self, path=None):
        self.notices, self.trouble, self._lock = [], "", threading.RLock()
        self.file = File(path, self._tell) if path else None
        self._contents, self._waiting = empty(), []
        self.refresh()

    # What is there ---------------------------------------------------------------------------------------------------

    @property
    def on(self):
        """Whether things go into a file, or would if it could be written."""
        return self.file is not None and self._contents.get("keep") != "no"

    @property
    def waits(self):
        """Whether something is not written yet, because the file could not be."""
        return bool(self._waiting)

    def get(self, kind, key):
        """Return one thing as a dict with its date under ``when``, or None; it is not to be changed."""
        return self._contents.get(kind, {}).get(key)

    def all(self, kind):
        """Return key -> thing of one kind, in the order in which they were first kept."""
        return dict(self._contents.get(kind, {}))

    def refresh(self):
        """Look whether another notebook has kept something; what of ours waits to be written is not forgotten."""
        with self._lock:
            if self.file is None or not self.file.changed():
                return
            try:
                found = self.file.load()
            except OSError as error:
                self._cannot("read", error)
                return
            for change in self._waiting:
                change(found)
            self._contents = found
            if not self._waiting:
                self._mended()

    # Changes ---------------------------------------------------------------------------------------------------------

    def put(self, kind, key, **entry):
        """Keep one thing, with today's date."""
        entry = {**entry, "when": today()}
        self._do(lambda contents: contents.setdefault(kind, {}).__setitem__(key, entry))

    def put_first(self, kind, key, **entry):
        """Keep one thing, unless there is one already, perhaps from another notebook; returns the one that is there."""
        entry = {**entry, "when": today()}
        self._do(lambda contents: contents.setdefault(kind, {}).setdefault(key, entry))
        return self.get(kind, key)

    def drop(self, kind=None, key=None):
        """Forget one thing, all of one kind, or everything."""

        def forget(contents):
            for one in KINDS if kind is None else [kind]:
                if key is None:
                    contents.pop(one, None)
                else:
                    contents.get(one, {}).pop(key, None)

        self._do(forget)
        if self.file is not None and not self.on:
            self._try(lambda: self.file.update(forget))

    def keep(self, on):
        """Write from now on, with what was done meanwhile, or no more; what the file holds stays there."""

        def turn(contents):
            contents.pop("keep", None)
            if not on:
                contents["keep"] = "no"

        self._do(turn, turning=True)

    def text(self):
        """Return everything as text, for another computer."""
        return written({name: one for name, one in self._contents.items() if name != "keep"})

    def take(self, text):
        """Add what a text holds; of two predictions or beliefs the earlier stays, of anything else the later.

        Raises
        ------
        NotOurs
            If the text is none of `text`.
        """
        found = read(text)
        self._do(lambda contents: merge(contents, found))

    def _do(self, change, turning=False):
        """Change what is held, and the file, now or as soon as that may and can be."""
        with self._lock:
            off = not self.on
            change(self._contents)
            if self.file is None:
                return
            self._waiting.append(change)
            if turning or not off:
                self._try(lambda: self._write(turning))

    def _write(self, turning):
        """Write all changes that wait; while another notebook has turned keeping off, they wait on."""

        def change(contents):
            off = contents.get("keep") == "no" and not turning
            for one in self._waiting:
                one(contents)
            return not off

        self._contents = self.file.update(change)
        if self.on or turning:
            self._waiting = []
        self._mended()

    def _try(self, write):
        try:
            write()
        except OSError as error:
            self._cannot("written", error)

    # What the reader is told -----------------------------------------------------------------------------------------

    def _cannot(self, what, error):
        why = error.strerror or str(error)
        sentence = (
            f"{self.file.path} cannot be {what} ({why}). What you do is kept as long as this notebook runs, and "
            "written as soon as that is possible. spine_edu.my.export() gives you all of it as text."
        )
        if sentence != self.trouble:
            self._mended()
            self.trouble = sentence
        self._tell(sentence)

    def _mended(self):
        """What was wrong is so no longer, and is not said any more."""
        self.notices = [sentence for sentence in self.notices if sentence != self.trouble]
        self.trouble = ""

    def _tell(self, sentence):
        if sentence not in self.notices:
            self.notices.append(sentence)
            print(sentence)


def merge(contents, other):
    """Add the things of `other`: of two that were said first the earlier stays, of all others the later.

    Of two notes about the same, the other one stays, too, as a note of its own.
    """
    for kind in KINDS:
        for key, entry in other.get(kind, {}).items():
            there = contents.setdefault(kind, {})
            mine = there.setdefault(key, entry)
            takes = (entry["when"] < mine["when"]) if kind in _FIRST_STAYS else (entry["when"] > mine["when"])
            if takes:
                there[key] = entry
            loser = mine if takes else entry
            if kind == NOTES and loser not in there.values():
                there[free_number(there)] = loser


def free_number(notes):
    """Return a name for a note that is about nothing named, such as ``"#2"``."""
    return next(name for number in itertools.count(1) if (name := f"#{number}") not in notes)


_STORE = None


def kept():
    """Return the store of this Python; it is opened when first asked for."""
    global _STORE
    if _STORE is None:
        _STORE = Store(place())
    return _STORE


def use(store):
    """Let `kept` return another store, as tests do; None opens one where `spine_edu.keeping.place` says."""
    global _STORE
    _STORE = store


__all__ = ["NotOurs", "Store", "kept", "use"]
