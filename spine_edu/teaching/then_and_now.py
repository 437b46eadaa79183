"""Then and now: what a reader believed and predicted, beside what was found and what is believed today."""

import html
from datetime import date
from pathlib import Path

from spine_edu import data
from spine_edu.explorer import face
from spine_edu.imprint import imprint
from spine_edu.keeping.file import holds, write_whole
from spine_edu.keeping.store import BELIEFS, BELIEFS_NOW, NOTES, PREDICTIONS, kept
from spine_edu.tables import Words
from spine_edu.teaching.my import my
from spine_edu.teaching.sheet import STEPS

#: By this a page of ours is known, so that the next one may take its place and nothing else's.
_MARK = "<!-- spine_edu: then and now -->"
_NAME = "then_and_now.html"

_NOTHING = (
    "Nothing is kept of you yet, so there is no “then” to show. That is no loss: say above what you believe now, and "
    "run this cell again. What you predict in an explorer, and what you believe in notebook 00, is kept from the day "
    "on which you say it."
)


def _sentence(words):
    """Return words as a sentence of their own."""
    words = words.strip()
    return words if words[-1:] in (".", "!", "?") else f"{words}."


def _words(entry, name):
    """Return what an entry says under a name, if it is words."""
    said = (entry or {}).get(name)
    return said if isinstance(said, str) else ""


class ThenAndNow:
    """What a reader has believed and predicted, then and now; a page to print.

    Examples
    --------
    >>> import spine_edu
    >>> print(str(spine_edu.ThenAndNow())[:24])
    Nothing is kept of you y
    """

    def beliefs(self):
        """Return for each statement that was answered: statement, then, now, how far apart, what was found, where."""
        store = kept()
        then, now = store.all(BELIEFS), store.all(BELIEFS_NOW)
        titles = {row.number: f"{row.number} {row.title}" for row in data.table("notebooks")}
        return [
            {
                "statement": row.statement,
                "then": _words(then.get(row.belief), "words") or "not asked",
                "now": _words(now.get(row.belief), "words") or "not asked again",
                "moved": _moved(then.get(row.belief), now.get(row.belief)),
                # What was found would be a hint to somebody who is still to be asked.
                "found": row.found if row.belief in now else "",
                "where": titles[row.notebook],
            }
            for row in data.table("beliefs")
            if row.belief in then or row.belief in now
        ]

    def predictions(self):
        """Return for each prediction: the explorer, the question, what was said, what was found and how far off."""
        return [
            {name: _words(entry, name) for name in ("about", "asked", "words", "told", "found", "apart")}
            for entry in kept().all(PREDICTIONS).values()
        ]

    def notes(self):
        """Return for each note what was to be written, and the words."""
        return [
            (_words(entry, "asked") or f"About {about}", words)
            for about, entry in kept().all(NOTES).items()
            if (words := _words(entry, "words"))
        ]

    # How it is shown -------------------------------------------------------------------------------------------------

    def parts(self):
        """Return pairs of a heading and its items: each a head and the lines below it; empty if nothing is kept."""
        kept().refresh()
        beliefs = [
            (
                one["statement"],
                [
                    f"Then: {one['then']}. Now: {one['now']}.{one['moved']}",
                    *([f"What was found: {one['found']} ({one['where']})"] if one["found"] else []),
                ],
            )
            for one in self.beliefs()
        ]
        predictions = [
            (
                one["about"],
                [
                    one["asked"],
                    f"You said: {_sentence(one['told'] or one['words'])}",
                    f"{_sentence(one['found'])} {_sentence(one['apart'].capitalize())}"
                    if one["found"] and one["apart"]
                    else _sentence(one["found"] or "You have not looked yet"),
                ],
            )
            for one in self.predictions()
        ]
        found = [
            ("What you believed", beliefs),
            ("What you predicted", predictions),
            ("In your words", [(asked, words.split("\n")) for asked, words in self.notes()]),
        ]
        return [(head, items) for head, items in found if items]

    def __str__(self):
        parts = self.parts()
        if not parts:
            return f"{_NOTHING} {my.where}"
        said = []
        for head, items in parts:
            said.append(head)
            said += ["\n".join([f"- {about}", *(f"  {line}" for line in lines)]) for about, lines in items]
        return "\n".join(said)

    __repr__ = __str__

    def _repr_html_(self):
        parts = self.parts()
        if not parts:
            return f"<p>{html.escape(str(self))}</p>"
        return "".join(
            f"<h4>{html.escape(head)}</h4>"
            + "".join(
                f"<p><b>{html.escape(about)}</b>{''.join(f'<br>{html.escape(line)}' for line in lines)}</p>"
                for about, lines in items
            )
            for head, items in parts
        )

    def page(self):
        """Return the whole as a page of its own, to be printed or kept."""
        return (
            f'<!doctype html>\n{_MARK}\n<html lang="en"><meta charset="utf-8"><title>Then and now</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<style>\n{face.text('paper.css')}</style>\n<h1>Then and now</h1>{self._repr_html_()}"
            "<footer>Made by the course spine_edu from what you kept. It teaches; it advises nobody. "
            f"{html.escape(imprint(date.today()))}</footer>\n"
            "</html>\n"
        )

    def save(self):
        """Write `page` beside the notebook; of files of that name only an earlier page of ours is replaced.

        Returns
        -------
        Words
            The name of the file.

        Raises
        ------
        OSError
            If nothing can be written there.
        """
        file = kept().file
        path = _free(file.path.parent if file else Path.cwd())
        write_whole(path, self.page())
        return Words(f"Written to {path.name}, beside this notebook. Open it in a browser to print it.")


def _moved(then, now):
    """Return in a sentence how many steps lie between two answers."""
    said = [(entry or {}).get("said") for entry in (then, now)]
    if any(one not in STEPS for one in said):
        return ""
    steps = abs(said[1] - said[0])
    return f" You {('stayed', 'moved one step', 'moved two steps', 'moved three steps', 'moved all the way')[steps]}."


def _free(folder):
    """Return a path for the page: a name that nothing has, or that an earlier page of ours has."""
    number = 1
    while True:
        path = folder / (_NAME if number == 1 else _NAME.replace(".", f"_{number}."))
        if not path.exists() or holds(path, _MARK):
            return path
        number += 1
