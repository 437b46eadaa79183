"""The way into Python from a page without Jupyter: an act comes in as text, and what has changed goes out.

The same module runs in the reader's browser, and, when the site is built, in the Python that bakes the first pictures:
so a page that has not woken Python shows what Python would show.
"""

import json
import logging
from contextlib import nullcontext, suppress
from importlib import import_module

from spine_edu.explorer.buffers import gathered
from spine_edu.explorer.card import card
from spine_edu.explorer.facing import Facing
from spine_edu.registry import REGISTRY, folder
from spine_edu.teaching.questions import Again, CheckYourself, OneQuestion

#: What a page shows of an explorer, besides its card and the values of its controls.
SHOWN = (
    *("base", "live", "look", "sentence", "said", "scenario", "error", "held", "playable", "position", "frames"),
    *("panels", "heard", "prediction", "grips", "idle", "spans", "touches"),
)
#: What opens the questions of a notebook: its number follows, and the place of one of them, if it is for one alone; and
#: before that, what opens those that are asked again.
QUESTIONS, AGAIN = "questions ", "again "
#: The look of what is shown to a class, of which nothing is kept; the others are a reader's own page, light and dark.
HALL = "presenter"


class ExplorerOnPage(Facing):
    """The face of one explorer on a page.

    Parameters
    ----------
    session : spine_edu.explorer.session.Session
    """

    log = logging.getLogger(__name__)
    look, heard = {}, ""

    def __init__(self, session):
        self._face_to(session)
        first = self._shown()
        self._write(first, first.get)
        session.listen(self._changed)

    def shown(self):
        """Return all that a page shows now: name -> value."""
        return {name: getattr(self, name) for name in SHOWN} | vars(self.session.state)

    def card(self):
        """Return what a page is told once."""
        return card(self.session)

    def _acts(self):
        return {**super()._acts(), "new class": self.session.for_class}

    def hold_sync(self):
        """Nothing travels before an act is done, anyway."""
        return nullcontext()

    def _write_settings(self):
        """The page reads settings with all the rest."""


class QuestionsOnPage:
    """The questions of one notebook on a page.

    Parameters
    ----------
    check : CheckYourself
    """

    def __init__(self, check):
        self.check, self.heard = check, ""

    def shown(self):
        """Return all that a page shows now: name -> value."""
        return {"answers": self.check.answers, "feedback": self.check.feedback(), "heard": self.heard}

    def card(self):
        """Return what a page is told once."""
        return self.check.card()

    def act(self, message):
        """Do what a hand did: choose an option, or all that were chosen on an earlier day; or begin anew."""
        if message["act"] == "answer":
            self.check.answer(message["name"], message["letter"])
        elif message["act"] == "new class":
            self.check.for_class()
        else:
            self._again(message["answers"])
        self.heard = str(message["id"])

    def _again(self, answers):
        """Answer as on an earlier day; what an older edition of the course had asked is left alone."""
        for key, said in answers.items():
            with suppress(ValueError):
                self.check.answer(key, said)


class Door:
    """All explorers and questions of one page, each under a key of its own."""

    def __init__(self):
        self._open, self._told = {}, {}

    def open(self, key, what, line, look):
        """Open an explorer, or the questions of a notebook, and return the same as `whole`.

        Parameters
        ----------
        key : str
            By which it is called from now on.
        what : str
            The part of the explorer, or `QUESTIONS`, perhaps `AGAIN`, the number of the notebook, and perhaps the
            number of one question.
        line : str
            The settings it starts with, as ``to_text`` writes them, or nothing.
        look : {"light", "dark", "presenter"}
            How the page looks; or `HALL`.
        """
        if what.startswith(QUESTIONS):
            self._open[key] = QuestionsOnPage(_questions(what.removeprefix(QUESTIONS), look))
        else:
            self._open[key] = ExplorerOnPage(_session(what, line, look))
        self._told[key] = self._open[key].shown()
        return packed({"card": self._open[key].card(), **self._told[key]})

    def act(self, key, message):
        """Do an act (JSON), and return what a page must show differently since the last time."""
        one, before = self._open[key], self._told[key]
        one.act(json.loads(message))
        self._told[key] = now = one.shown()
        return packed({name: value for name, value in now.items() if _differs(before.get(name), value)})


def _questions(which, look):
    number, _, place = which.removeprefix(AGAIN).partition(" ")
    if which.startswith(AGAIN):
        check = Again(number)
    else:
        check = OneQuestion(number, int(place)) if place else CheckYourself(number)
    if look == HALL:
        check.for_class()
    return check


def _session(part, line, look):
    Explorer = getattr(import_module(f"spine_edu.{folder(part)}.explorer"), REGISTRY[part])
    settings = vars(Explorer.State.from_text(line, part)) if line else {}
    session = Explorer(**settings)
    if look == HALL:
        session.set_theme(HALL)
        session.for_class()
    else:
        session.follow_page(look == "dark")
    return session


def _differs(old, new):
    return old is not new and old != new


def packed(traits):
    """Return values by name as JSON, and all their bytes in one."""
    both = gathered(traits)
    return json.dumps(both["plain"], ensure_ascii=False, separators=(",", ":")), both["bytes"]
