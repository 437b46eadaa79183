"""A sheet of the reader's own: statements to agree with or not, words to write. It is kept, and never judged."""

import html
from dataclasses import dataclass

from spine_edu import data
from spine_edu.explorer import frontend, shown
from spine_edu.keeping.store import kept
from spine_edu.teaching.my import MOST, clean, my

#: How far somebody agrees, as a number and in words.
STEPS = {1: "disagree", 2: "rather disagree", 3: "not sure", 4: "rather agree", 5: "agree"}


@dataclass(frozen=True)
class Scale:
    """A statement, and how far somebody agrees with it.

    Attributes
    ----------
    key, number, stem : str
        The number is what a reader sees.
    """

    key: str
    number: str
    stem: str

    def check(self, value):
        """Return one of the `STEPS`, given as a number or in words; a ValueError lists them."""
        for step, words in STEPS.items():
            if value == words or (value == step and not isinstance(value, bool)):
                return step
        raise ValueError(f"{data.shown(value)} is no answer; allowed are {', '.join(STEPS.values())}, or 1 to 5.")

    def page(self):
        """Return it as HTML, to be read or filled in on paper."""
        steps = " &ensp; ".join(f"○&nbsp;{words}" for words in STEPS.values())
        return f"<p><b>{self.number}</b> {html.escape(self.stem)}<br>{steps}</p>"

    def __str__(self):
        return f"{self.number} {self.stem}"


@dataclass(frozen=True)
class Written:
    """Some words of the reader's own.

    Attributes
    ----------
    key, stem : str
    """

    key: str
    stem: str
    number = ""

    def check(self, value):
        """Return the words without letters that are not seen; none at all are allowed, and take the note away."""
        return clean(value) if not isinstance(value, str) or value.strip() else ""

    def page(self):
        """Return it as HTML."""
        return f"<p>{html.escape(self.stem)}</p>"

    def __str__(self):
        return self.stem


class Sheet:
    """A sheet, as a cell shows it.

    Parameters
    ----------
    backend_name : str, optional
        live, redraw or static; else see `spine_edu.explorer.frontend.backend`.

    Attributes
    ----------
    items : tuple of Scale and Written
    backend : str
    """

    items = ()

    def __init__(self, *, backend_name=None):
        self.backend = frontend.backend(backend_name)
        self._listeners, self._face = [], None
        kept().refresh()
        #: Key -> what a face has shown last: what stands in the file instead, another notebook has written.
        self._known, self._beside = {}, ""

    # What a subclass knows -------------------------------------------------------------------------------------------

    def said(self):
        """Return key -> what the reader has said."""
        raise NotImplementedError

    def fixed(self):
        """Return key -> why it can no longer be changed."""
        return {}

    def _keep(self, item, value):
        raise NotImplementedError

    # What a reader does ----------------------------------------------------------------------------------------------

    def say(self, key, value):
        """Keep what the reader says to one item.

        Returns
        -------
        Words
            Where it is kept.

        Raises
        ------
        ValueError
            If there is no such item, the value is none of those allowed, or it cannot be changed any more.
        """
        item = self._item(key)
        value = item.check(value)
        kept().refresh()
        if key in self.fixed():
            raise ValueError(self.fixed()[key])
        self._keep(item, value)
        self._known = self.said()
        for listener in self._listeners:
            listener()
        return my.where

    def _item(self, key):
        for item in self.items:
            if item.key == key:
                return item
        raise ValueError(f"There is nothing called {data.shown(key)} here; there are {', '.join(self._keys())}.")

    def _keys(self):
        return [item.key for item in self.items]

    # How it is shown -------------------------------------------------------------------------------------------------

    def state(self):
        """Return what a face shows: what is said, what is fixed and why, and where it is kept."""
        self._known = self.said()
        return {"said": self._known, "fixed": self.fixed(), "where": " ".join(filter(None, [my.where, self._beside]))}

    def listen(self, listener):
        """Call ``listener()`` after each change."""
        self._listeners.append(listener)

    @property
    def widget(self):
        """The sheet as one widget. It is made when first asked for."""
        if self._face is None:
            if self.backend == "live":
                from spine_edu.teaching.sheet_live import Face
            else:
                from spine_edu.teaching.sheet_plain import Face
            self._face = shown.keep(Face(self))
        return self._face

    def card(self):
        """Return what a face needs to know once, as plain data."""
        return {"items": [_card(item) for item in self.items]}

    def __str__(self):
        return "\n".join(map(str, self.items))

    __repr__ = __str__

    def _repr_mimebundle_(self, **kwargs):
        written = {"text/plain": str(self), "text/html": "".join(item.page() for item in self.items)}
        if self.backend == "static":
            return written
        bundle, metadata = self.widget.bundle_of(**kwargs)
        return {**bundle, **written}, metadata


def _card(item):
    known = {"key": item.key, "number": item.number, "stem": item.stem}
    if isinstance(item, Scale):
        return {**known, "steps": [list(step) for step in STEPS.items()]}
    return {**known, "most": MOST}
