"""What a reader has kept, for the reader: to look at, to add a note to, to take along, to forget, to turn off."""

import html
from unicodedata import category

from spine_edu import data
from spine_edu.keeping.file import NotOurs
from spine_edu.keeping.store import ANSWERS, BELIEFS, BELIEFS_NOW, NOTES, PREDICTIONS, free_number, kept
from spine_edu.tables import Words

#: What can be forgotten -> the kinds of things that it is.
_GROUPS = {
    "predictions": (PREDICTIONS,),
    "beliefs": (BELIEFS, BELIEFS_NOW),
    "answers": (ANSWERS,),
    "notes": (NOTES,),
}
#: How many letters a note may have: some two pages.
MOST = 5000


def clean(words):
    """Return a note as it is kept: without letters that are not seen, and without empty lines around it.

    Raises
    ------
    ValueError
        If it is no text, empty, or longer than `MOST`.
    """
    if not isinstance(words, str):
        raise ValueError(f"A note is words; {data.shown(words)} is none.")
    seen = "".join(letter for letter in words if letter in "\n\t" or category(letter)[0] != "C").strip()
    if not seen:
        raise ValueError("A note needs words; these are none.")
    if len(seen) > MOST:
        raise ValueError(f"A note has at most {MOST:,} letters; this one has {len(seen):,}.")
    return seen


class My:
    """What one reader has kept of this course.

    It is a small file, ``my_course.json``, beside the notebooks: see ``docs/decisions/0007-own_file.md``. Where nothing
    can be written, things are kept until Python stops.

    Examples
    --------
    >>> import spine_edu
    >>> spine_edu.my.note("A level settles when as much leaves as comes in.", about="00")
    Kept, with your words about 00.
    >>> spine_edu.my.notes
    {'00': 'A level settles when as much leaves as comes in.'}
    >>> spine_edu.my.forget("notes")
    Forgotten: 1 of your notes.
    """

    # Words of one's own ----------------------------------------------------------------------------------------------

    def note(self, words, about=""):
        """Keep some words of your own.

        Parameters
        ----------
        words : str
        about : str, optional
            What they are about, such as the number of a notebook. New words take the place of those about the same;
            without it, they stand beside all others.

        Returns
        -------
        Words
            That they are kept.

        Raises
        ------
        ValueError
            If there are no words, or too many.
        """
        words, about = clean(words), self._about(about)
        kept().put(NOTES, about, words=words)
        return Words(f"Kept, with your words about {about}." if about[:1] != "#" else f"Kept as note {about}.")

    @property
    def notes(self):
        """What they are about -> your words."""
        return {about: one["words"] for about, one in kept().all(NOTES).items() if isinstance(one.get("words"), str)}

    @staticmethod
    def _about(about):
        if not isinstance(about, str):
            raise ValueError(f"What a note is about is said in words; {data.shown(about)} is none.")
        if about.strip():
            return " ".join(about.split())[:80]
        return free_number(kept().all(NOTES))

    # The file --------------------------------------------------------------------------------------------------------

    @property
    def where(self):
        """Where things are kept, in a sentence or two."""
        store = kept()
        if store.file is None:
            said = "Nothing is written to a file here: what you do is kept until this Python stops."
        elif not store.on:
            said = "Keeping is turned off; spine_edu.my.on() turns it on. Until then nothing is written."
        elif store.waits:
            said = "Some of this is not written yet."
        else:
            said = (
                f"What you do is kept in {store.file.path.name}, beside this notebook. Nothing of it is sent anywhere."
            )
        return " ".join([said, *store.notices])

    def export(self):
        """Return everything as text, to be kept elsewhere or brought back on another computer."""
        kept().refresh()
        return kept().text()

    def bring_back(self, text):
        """Add what a text of `export` holds; nothing that is here is lost.

        Raises
        ------
        ValueError
            If it is no such text.
        """
        if not isinstance(text, str):
            raise ValueError(f"This takes the text that spine_edu.my.export() gives; {data.shown(text)} is none.")
        try:
            kept().take(text)
        except NotOurs as why:
            raise ValueError(f"This text could not be used: {why}. Nothing has changed.") from None
        return Words(f"Brought back. There are now {_counted()}.")

    def forget(self, what=None):
        """Forget predictions, beliefs, answers or notes; without a word, everything. This cannot be undone.

        Raises
        ------
        ValueError
            If there is no such word.
        """
        if what is not None and (not isinstance(what, str) or what not in _GROUPS):
            raise ValueError(f"There is nothing called {data.shown(what)} to forget; there are {', '.join(_GROUPS)}.")
        groups = list(_GROUPS) if what is None else [what]
        kept().refresh()
        gone = [f"{count} of your {group}" for group in groups if (count := _count(group))]
        for group in groups:
            for kind in _GROUPS[group]:
                kept().drop(kind)
        return Words(f"Forgotten: {', '.join(gone)}." if gone else "There was nothing to forget.")

    def off(self):
        """Write nothing from now on, in no notebook of this folder. What is in the file stays there: see `forget`."""
        kept().keep(False)
        return Words(self.where)

    def on(self):
        """Keep things again, with what you did in this notebook meanwhile."""
        kept().keep(True)
        return Words(self.where)

    # How it is shown -------------------------------------------------------------------------------------------------

    def _parts(self):
        """Return pairs of a heading and the lines below it."""
        store = kept()
        store.refresh()
        again = store.all(BELIEFS_NOW)
        return [
            (
                "What I predicted",
                [f"{one.get('about', part)}: {one.get('words')}" for part, one in store.all(PREDICTIONS).items()],
            ),
            (
                "What I believed",
                [
                    f"{one.get('asked', key)} {one.get('words')}"
                    + (f"; asked again: {again[key].get('words')}" if key in again else "")
                    for key, one in store.all(BELIEFS).items()
                ],
            ),
            ("What I answered", [f"{one.get('asked')} {one.get('words')}" for one in store.all(ANSWERS).values()]),
            ("In my words", [f"{about}: {words}" for about, words in self.notes.items()]),
        ]

    def __str__(self):
        parts = [
            "\n".join([head, *(f"- {line}" for line in lines or ["nothing yet"])]) for head, lines in self._parts()
        ]
        return "\n\n".join([self.where, *parts])

    __repr__ = __str__

    def _repr_html_(self):
        parts = "".join(
            f"<h4>{head}</h4><ul>{''.join(f'<li>{html.escape(line)}</li>' for line in lines or ['nothing yet'])}</ul>"
            for head, lines in self._parts()
        )
        return f"<p>{html.escape(self.where)}</p>{parts}"


def _count(group):
    return sum(len(kept().all(kind)) for kind in _GROUPS[group])


def _counted():
    return ", ".join(f"{_count(group)} {group}" for group in _GROUPS)


#: What the reader of these notebooks has kept.
my = My()
