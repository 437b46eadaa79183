"""A lesson on the screen of a hall: one explorer or one question at a time, in the order of who teaches."""

import re

import mistune

import spine_edu
from spine_edu.classroom import library
from spine_edu.explorer import frontend, hall, shown
from spine_edu.explorer.session import Session
from spine_edu.teaching.questions import CheckYourself, OneQuestion


def present(what=True, *more):
    """Show what a hall needs: every explorer of this notebook large, or a lesson on the whole screen.

    Parameters
    ----------
    what : bool, str, Session or CheckYourself
        True makes all explorers of this notebook large, those to come too, and False takes it back. A notebook's
        number, such as ``"05"``, is a lesson: its explorers as they start, and then its questions, one on a screen.
        An explorer or questions, and `more` of them, are a lesson in this order; each starts as it was made, and goes
        back there for the next class.

    Returns
    -------
    Deck or None

    Raises
    ------
    ValueError
        If there is no such notebook, or something else is given.

    Examples
    --------
    >>> import spine_edu
    >>> spine_edu.present("02").names[-1]
    'Question 7'
    >>> spine_edu.present(spine_edu.RunTheLoop(gain=1.2), spine_edu.RootFinder())
    Your lesson:
    1. Run the loop: does it settle, hold or run away?
    2. The disc and root finder
    """
    if isinstance(what, bool):
        return hall.present(what)
    return lesson(what) if isinstance(what, str) else Deck([what, *more], "Your lesson", "")


def lesson(number):
    """Return the `Deck` of one notebook, with its guide as notes; a ValueError lists the notebooks."""
    told = library.lesson(number)
    explorers = [getattr(spine_edu, name)() for name in library.explorers(told.file)]
    asked = [OneQuestion(number, place) for place, _ in CheckYourself(number).numbered()]
    notes = "\n\n".join(f"## {heading}\n\n{text}" if heading else text for heading, text in told.guide.items())
    return Deck([*explorers, *asked], f"{number} {told.title}", notes)


class Deck:
    """A lesson: what is shown in turn, with notes for who teaches.

    Parameters
    ----------
    slides : list of Session or CheckYourself
    title : str
    notes : str
        Markdown.

    Attributes
    ----------
    names : list of str
        What each slide is called.
    """

    def __init__(self, slides, title, notes):
        for one in slides:
            if not isinstance(one, (Session, CheckYourself)):
                raise ValueError(
                    f"{one!r} cannot be presented; allowed are a notebook's number, such as '05', explorers, and "
                    "CheckYourself(...)."
                )
        self.slides, self.title, self.notes = list(slides), title, _as_page(notes)
        self._face = None
        for one in slides:
            if isinstance(one, Session):
                one.set_theme("presenter")
        self.new_class()

    @property
    def names(self):
        """What each slide is called."""
        return [one.title if isinstance(one, Session) else _asked(one) for one in self.slides]

    def new_class(self):
        """Begin with another class: each explorer is as it was made and asks again, no question is answered.

        What a class says goes into nobody's own file.
        """
        for one in self.slides:
            one.for_class()

    @property
    def widget(self):
        """The lesson as one widget; it is made when first asked for."""
        if self._face is None:
            from spine_edu.teaching.deck_live import Face

            self._face = shown.keep(Face(self))
        return self._face

    def __str__(self):
        return "\n".join([f"{self.title}:", *(f"{place}. {name}" for place, name in enumerate(self.names, 1))])

    __repr__ = __str__

    def _repr_mimebundle_(self, **kwargs):
        if frontend.backend(None) != "live":
            return {"text/plain": f"{self}\nTo present it needs a live page: SPINE_EDU_WIDGETS=live."}
        return self.widget.bundle_of(**kwargs)


#: A link to another page of the course: a window of its own has none.
_INWARD = re.compile(r'<a href="(?!https?:)[^>]*>(.*?)</a>', re.DOTALL)


def _as_page(notes):
    return _INWARD.sub(r"\1", mistune.html(notes))


def _asked(check):
    numbers = [number for number, _ in check.numbered()]
    return f"Question {numbers[0]}" if len(numbers) == 1 else f"Questions {numbers[0]} to {numbers[-1]}"
