"""Self-check questions: choose an option, read at once what speaks for or against it. Nothing is scored or kept."""

import html
import random
from dataclasses import dataclass

import ipywidgets as widgets

from spine_edu import data

_STYLE = """<style>
.spine-edu-question .widget-radio-box { height: auto; max-width: 46em; }
.spine-edu-question .widget-radio { width: 100%; height: auto; }
.spine-edu-question .widget-radio-box label { white-space: normal; height: auto; line-height: 1.4; padding: 4px 0; }
.spine-edu-question .widget-html-content { line-height: 1.45; max-width: 46em; }
</style>"""


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

    def __str__(self):
        options = (f"   {letter}  {text}" for letter, text in self.options.items())
        return "\n".join([f"{self.key}. {self.stem}", *options])


def questions(notebook):
    """Return the questions of one notebook, such as ``"05"``; a ValueError lists the notebooks that have some.

    >>> [question.key for question in questions("02")]
    ['Q4', 'Q5', 'Q6']
    """
    data.check_questions()
    rows = [row for row in data.table("questions") if isinstance(notebook, str) and row.notebook == notebook]
    if not rows:
        known = ", ".join(sorted({row.notebook for row in data.table("questions")}))
        raise ValueError(f"There are no questions for notebook {data.shown(notebook)}; there are for {known}.")
    right = {row.question: row.option for row in data.table("answers")}
    keys = dict.fromkeys(row.question for row in rows)
    return tuple(_question(key, [row for row in rows if row.question == key], right[key]) for key in keys)


def _question(key, rows, right):
    shuffled = random.Random(key).sample(rows, k=len(rows))
    letters = sorted(row.option for row in rows)
    relabel = dict(zip((row.option for row in shuffled), letters, strict=True))
    return Question(key, rows[0].stem, {relabel[row.option]: row.text for row in shuffled},
                    {relabel[row.option]: row.feedback for row in shuffled}, relabel[right])


class CheckYourself(widgets.VBox):
    """The questions of one notebook, with feedback for each option as soon as it is chosen.

    Parameters
    ----------
    notebook : str
        The notebook's number, such as ``"05"``.

    Attributes
    ----------
    questions : tuple of Question
    choices : dict
        Question key -> its ``RadioButtons``; setting ``.index`` answers.
    """

    def __init__(self, notebook):
        self.questions = questions(notebook)
        self.choices, boxes = {}, []
        for question in self.questions:
            self.choices[question.key], box = _box(question)
            boxes.append(box)
        super().__init__([widgets.HTML(_STYLE), *boxes])

    def _repr_mimebundle_(self, **kwargs):
        shown = super()._repr_mimebundle_(**kwargs)
        bundle, metadata = shown if isinstance(shown, tuple) else (shown, {})
        return {**bundle, "text/plain": "\n\n".join(str(question) for question in self.questions)}, metadata


def _box(question):
    letters = list(question.options)
    choice = widgets.RadioButtons(options=[f"{letter}  {question.options[letter]}" for letter in letters], index=None)
    feedback = widgets.HTML()

    def answered(change):
        if change.new is not None:
            feedback.value = f'<div role="status">{html.escape(question.answer(letters[change.new]))}</div>'

    choice.observe(answered, "index")
    box = widgets.VBox([widgets.HTML(f"<b>{question.key}.</b> {html.escape(question.stem)}"), choice, feedback])
    box.add_class("spine-edu-question")
    return choice, box
