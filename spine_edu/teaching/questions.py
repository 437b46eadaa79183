"""Self-check questions: answer, and read at once what speaks for or against it. Nothing is scored.

What was said is kept for the reader, with whether the first answer was the right one: such an idea is asked again in
a later notebook (`Again`). What kinds there are, `spine_edu.teaching.kinds` says.
"""

import random

from spine_edu import data
from spine_edu.explorer import frontend, shown
from spine_edu.keeping.store import kept
from spine_edu.teaching.kinds import Choice, Match, Number, Order


def questions(notebook):
    """Return the questions of one notebook, such as ``"05"``; a ValueError lists the notebooks that have some.

    >>> [question.key for question in questions("02")]
    ['Q4', 'Q5', 'Q6', 'Q45', 'Q46', 'Q59', 'Q60']
    """
    found = tuple(one for number, one in _all_questions() if isinstance(notebook, str) and number == notebook)
    if not found:
        known = ", ".join(sorted({row.notebook for row in data.table("questions")}))
        raise ValueError(f"There are no questions for notebook {data.shown(notebook)}; there are for {known}.")
    return found


def _all_questions():
    """Return pairs of a notebook's number and a question, in the order of the tables: choices, then the other kinds."""
    data.check_questions()
    return [*_choices(), *((row.notebook, _TASKS[row.kind](row, _parts(row.question))) for row in data.table("tasks"))]


def _choices():
    rows = data.table("questions")
    right = {row.question: row.option for row in data.table("answers")}
    of = {row.question: row.notebook for row in rows}
    return [(of[key], _choice(key, [row for row in rows if row.question == key], right[key])) for key in of]


def _parts(key):
    return [row for row in data.table("task_parts") if row.question == key]


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


def _choice(key, rows, right):
    shuffled = _shuffled(key, rows)
    letters = sorted(row.option for row in rows)
    relabel = dict(zip((row.option for row in shuffled), letters, strict=True))
    return Choice(
        key,
        rows[0].stem,
        {relabel[row.option]: row.text for row in shuffled},
        {relabel[row.option]: row.feedback for row in shuffled},
        relabel[right],
    )


def _order(row, parts):
    letters = dict(zip("ABCDEF", _shuffled(row.question, parts), strict=False))
    letter_of = {part.part: letter for letter, part in letters.items()}
    return Order(
        row.question,
        row.stem,
        row.why,
        {letter: part.text for letter, part in letters.items()},
        {letter: part.feedback for letter, part in letters.items()},
        "".join(letter_of[part.part] for part in parts),
    )


def _match(row, parts):
    labels = _shuffled(row.question, list(dict.fromkeys(part.label for part in parts)))
    return Match(
        row.question,
        row.stem,
        row.why,
        tuple(part.text for part in parts),
        tuple(labels),
        tuple(part.feedback for part in parts),
        "".join(str(labels.index(part.label) + 1) for part in parts),
    )


def _number(row, parts):
    below, above = (part.feedback for part in parts)
    return Number(row.question, row.stem, row.why, row.unit, row.least, row.most, below, above)


_TASKS = {"order": _order, "match": _match, "number": _number}


def _shuffled(key, things):
    return random.Random(key).sample(things, k=len(things))


class CheckYourself:
    """The questions of one notebook, with feedback as soon as one is answered.

    Parameters
    ----------
    notebook : str
        The notebook's number, such as ``"05"``.
    backend_name : str, optional
        live, redraw or static; else see `spine_edu.explorer.frontend.backend`.

    Attributes
    ----------
    questions : tuple of Choice, Order, Match and Number
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

    #: Whether what is said is kept for the reader.
    _keeps = True

    def __init__(self, notebook, *, backend_name=None):
        self.questions = self._choose(notebook)
        self.backend = frontend.backend(backend_name)
        self._answers, self._listeners, self._face = self._answered_before(), [], None

    def _choose(self, notebook):
        return questions(notebook)

    def _answered_before(self):
        """Return the choices that are shown at the start: what the reader chose the last time."""
        kept().refresh()
        entries = {one.key: one.kept() for one in self.questions}
        return {key: entry["said"] for key, entry in entries.items() if entry}

    @property
    def answers(self):
        """Question key -> what was said, such as ``"B"``, as a new dict; setting it shows these answers and no others.

        A ValueError says which question or answer does not exist; the answers then stay as they were.
        """
        return dict(self._answers)

    @answers.setter
    def answers(self, answers):
        answers = {key: self._question(key).check(said) for key, said in answers.items()}
        for key, said in answers.items():
            if self._keeps and self._answers.get(key) != said:
                self._question(key).keep(said, first=key not in self._answers)
        self._answers = answers
        for listener in self._listeners:
            listener()

    def answer(self, key, said):
        """Answer a question, as a hand would.

        Parameters
        ----------
        key : str
        said : str
            The letter of an option; letters in their order; for each thing the number of its label; or a number.

        Returns
        -------
        str
            The feedback.

        Raises
        ------
        ValueError
            If there is no such question or answer; the message lists those that there are.
        """
        feedback = self._question(key).answer(said)
        self.answers = {**self._answers, key: said}
        return feedback

    @property
    def trouble(self):
        """What keeps an answer from being written, as a sentence; empty if nothing does, or if none is kept."""
        return kept().trouble if self._keeps else ""

    def for_class(self):
        """Begin with a class, or with the next one: nothing is answered, and nothing is kept for the reader."""
        self._keeps = False
        self.answers = {}

    def feedback(self):
        """Return question key -> ``said`` in words, ``words`` of what speaks for or against it, and ``right``."""
        answered = [(self._question(key), said) for key, said in self._answers.items()]
        return {
            one.key: {"said": one.words(said), "words": one.answer(said), "right": one.is_right(said)}
            for one, said in answered
        }

    def card(self):
        """Return what a page is told of the questions before anything is said, as plain data."""
        return {"questions": [{**one.card(), "number": number} for number, one in self.numbered()]}

    def numbered(self):
        """Return pairs of the number that a reader sees, from 1 on, and the question."""
        return list(enumerate(self.questions, 1))

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

    def page(self):
        """Return the questions as HTML, with the answers folded under each of them."""
        return "".join(question.page(number) for number, question in self.numbered())

    def __str__(self):
        return "\n\n".join(question.text(number) for number, question in self.numbered())

    __repr__ = __str__

    def _repr_mimebundle_(self, **kwargs):
        page = self.page()
        written = {"text/plain": str(self), "text/html": page}
        if self.backend == "static":
            return written
        bundle, metadata = self.widget.bundle_of(**kwargs)
        return {**bundle, **written}, metadata


class OneQuestion(CheckYourself):
    """One of a notebook's questions, with the number that a reader sees.

    Parameters
    ----------
    notebook : str
        The notebook's number, such as ``"05"``.
    number : int
        From 1 on.
    backend_name : str, optional
        live, redraw or static; else see `spine_edu.explorer.frontend.backend`.
    """

    def __init__(self, notebook, number, *, backend_name=None):
        self.number = number
        super().__init__(notebook, backend_name=backend_name)

    def _choose(self, notebook):
        return (questions(notebook)[self.number - 1],)

    def numbered(self):
        """Return its number among the notebook's questions, and the question."""
        return [(self.number, self.questions[0])]


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

    def _choose(self, notebook):
        return asked_again(notebook)

    def _answered_before(self):
        return {}
