"""Self-check questions: choose an option, read at once what speaks for or against it. Nothing is scored.

What was chosen is kept for the reader, with whether the first choice was the right one: such an idea is asked again in
a later notebook (`Again`).
"""

import html
import random
from dataclasses import dataclass

from spine_edu import data
from spine_edu.explorer import frontend, shown
from spine_edu.keeping.store import ANSWERS, kept


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes
    ----------
    key, stem : str
    options : dict
        Letter -> text, in a shuffled order that is the same for everybody.
    feedback : dict
        Letter -> what to say to a reader who chose it.
    right : str
        The letter of the right option.
    """

    key: str
    stem: str
    options: dict
    feedback: dict
    right: str

    def answer(self, letter):
        """Return the feedback for an option; a ValueError lists the letters if there is no such option."""
        if not isinstance(letter, str) or letter not in self.options:
            letters = ", ".join(sorted(self.options))
            raise ValueError(f"{self.key} has no option {data.shown(letter)}; it has {letters}.")
        return f"{'Yes.' if letter == self.right else 'Not quite.'} {self.feedback[letter]}"

    def kept(self):
        """Return what is kept of an answer to it, or None; an answer to an older wording of it is none."""
        entry = kept().get(ANSWERS, self.key)
        if entry is None or not isinstance(entry.get("said"), str):
            return None
        return entry if self.options.get(entry["said"]) == entry.get("words") else None

    def keep(self, letter, first):
        """Keep an option that was chosen; the `first` choice says whether it was missed."""
        entry = self.kept()
        missed = letter != self.right if first or entry is None else bool(entry.get("missed"))
        kept().put(ANSWERS, self.key, asked=self.stem, said=letter, words=self.options[letter], missed=missed)

    def page(self):
        """Return the question as HTML, with what speaks for and against its options folded under it."""
        options = "".join(f"<li>{letter}&ensp;{html.escape(text)}</li>" for letter, text in self.options.items())
        letters = [self.right, *(letter for letter in self.options if letter != self.right)]
        answers = "".join(f"<li>{letter}&ensp;{html.escape(self.answer(letter))}</li>" for letter in letters)
        return (
            f"<p><b>{self.key}.</b> {html.escape(self.stem)}</p><ul>{options}</ul>"
            f"<details><summary>Answers to {self.key}</summary><ul>{answers}</ul></details>"
        )

    def __str__(self):
        options = (f"   {letter}  {text}" for letter, text in self.options.items())
        return "\n".join([f"{self.key}. {self.stem}", *options])


def questions(notebook):
    """Return the questions of one notebook, such as ``"05"``; a ValueError lists the notebooks that have some.

    >>> [question.key for question in questions("02")]
    ['Q4', 'Q5', 'Q6', 'Q45', 'Q46']
    """
    found = tuple(one for number, one in _all_questions() if isinstance(notebook, str) and number == notebook)
    if not found:
        known = ", ".join(sorted({row.notebook for row in data.table("questions")}))
        raise ValueError(f"There are no questions for notebook {data.shown(notebook)}; there are for {known}.")
    return found


def _all_questions():
    """Return pairs of a notebook's number and a question, in the order of the table."""
    data.check_questions()
    rows = data.table("questions")
    right = {row.question: row.option for row in data.table("answers")}
    of = {row.question: row.notebook for row in rows}
    return [(of[key], _question(key, [row for row in rows if row.question == key], right[key])) for key in of]


def asked_again(notebook):
    """Return two questions from one or two notebooks before: those that were missed first, else a fixed pair.

    A ValueError lists the notebooks that have such a pair.

    >>> [question.key for question in asked_again("02")]
    ['Q2', 'Q42']
    """
    pair = [row.question for row in data.table("again") if isinstance(notebook, str) and row.notebook == notebook]
    if not pair:
        known = ", ".join(dict.fromkeys(row.notebook for row in data.table("again")))
        raise ValueError(f"Nothing is asked again in {data.shown(notebook)}; there is in {known}.")
    kept().refresh()
    before = [f"{int(notebook) - back:02d}" for back in (1, 2)]
    there = {one.key: (number, one) for number, one in _all_questions() if number in before}
    missed = [key for key, (_, one) in there.items() if (one.kept() or {}).get("missed")]
    missed.sort(key=lambda key: before.index(there[key][0]))
    wanted = list(dict.fromkeys([*missed, *pair]))[: len(pair)]
    return tuple(there[key][1] for key in wanted)


def _question(key, rows, right):
    shuffled = random.Random(key).sample(rows, k=len(rows))
    letters = sorted(row.option for row in rows)
    relabel = dict(zip((row.option for row in shuffled), letters, strict=True))
    return Question(
        key,
        rows[0].stem,
        {relabel[row.option]: row.text for row in shuffled},
        {relabel[row.option]: row.feedback for row in shuffled},
        relabel[right],
    )


class CheckYourself:
    """The questions of one notebook, with feedback for each option as soon as it is chosen.

    Parameters
    ----------
    notebook : str
        The notebook's number, such as ``"05"``.
    backend_name : str, optional
        live, redraw or static; else see `spine_edu.explorer.frontend.backend`.

    Attributes
    ----------
    questions : tuple of Question
    backend : str

    Raises
    ------
    ValueError
        If there are no questions for this notebook, or there is no such way to show them.

    Examples
    --------
    >>> import spine_edu
    >>> check = spine_edu.CheckYourself("02")
    >>> check.answer("Q4", "A")[:10]
    'Not quite.'
    >>> check.answers
    {'Q4': 'A'}
    """

    def __init__(self, notebook, *, backend_name=None):
        self.questions = self._choose(notebook)
        self.backend = frontend.backend(backend_name)
        self._answers, self._listeners, self._face = self._answered_before(), [], None

    @staticmethod
    def _choose(notebook):
        return questions(notebook)

    def _answered_before(self):
        """Return the choices that are shown at the start: what the reader chose the last time."""
        kept().refresh()
        entries = {one.key: one.kept() for one in self.questions}
        return {key: entry["said"] for key, entry in entries.items() if entry}

    @property
    def answers(self):
        """Question key -> the letter that was chosen, as a new dict; setting it shows these choices and no others.

        A ValueError says which question or option does not exist; the choices then stay as they were.
        """
        return dict(self._answers)

    @answers.setter
    def answers(self, answers):
        for key, letter in answers.items():
            self._question(key).answer(letter)
        for key, letter in answers.items():
            if self._answers.get(key) != letter:
                self._question(key).keep(letter, first=key not in self._answers)
        self._answers = dict(answers)
        for listener in self._listeners:
            listener()

    def answer(self, key, letter):
        """Choose an option, as a hand would.

        Returns
        -------
        str
            The feedback.

        Raises
        ------
        ValueError
            If there is no such question or option; the message lists those that there are.
        """
        feedback = self._question(key).answer(letter)
        self.answers = {**self._answers, key: letter}
        return feedback

    def feedback(self):
        """Return question key -> what is said to the option that was chosen, and whether it is ``right``."""
        chosen = [(self._question(key), letter) for key, letter in self._answers.items()]
        return {one.key: {"words": one.answer(letter), "right": letter == one.right} for one, letter in chosen}

    def card(self):
        """Return what a page is told of the questions before anything is chosen, as plain data."""
        asked = [
            {"key": one.key, "stem": one.stem, "options": [list(option) for option in one.options.items()]}
            for one in self.questions
        ]
        return {"questions": asked}

    def _question(self, key):
        for question in self.questions:
            if question.key == key:
                return question
        keys = ", ".join(question.key for question in self.questions)
        raise ValueError(f"There is no question {data.shown(key)} here; there are {keys}.")

    # How they are shown ----------------------------------------------------------------------------------------------

    def listen(self, listener):
        """Call ``listener()`` after each choice."""
        self._listeners.append(listener)

    @property
    def widget(self):
        """The questions as one widget, with the trait ``answers``. It is made when first asked for."""
        if self._face is None:
            if self.backend == "live":
                from spine_edu.teaching.questions_live import Face
            else:
                from spine_edu.teaching.questions_plain import Face
            self._face = shown.keep(Face(self))
        return self._face

    def __str__(self):
        return "\n\n".join(str(question) for question in self.questions)

    __repr__ = __str__

    def _repr_mimebundle_(self, **kwargs):
        page = "".join(question.page() for question in self.questions)
        written = {"text/plain": str(self), "text/html": page}
        if self.backend == "static":
            return written
        bundle, metadata = self.widget.bundle_of(**kwargs)
        return {**bundle, **written}, metadata


class Again(CheckYourself):
    """Two questions from one or two notebooks before: an idea that comes back is remembered.

    They are asked anew, without showing what was chosen before. Which they are, `asked_again` says.

    Parameters
    ----------
    notebook : str
        The number of the notebook that asks, such as ``"05"``.
    backend_name : str, optional
        live, redraw or static; else see `spine_edu.explorer.frontend.backend`.
    """

    @staticmethod
    def _choose(notebook):
        return asked_again(notebook)

    def _answered_before(self):
        return {}
