"""The kinds of self-check questions: choose one of some options, put things in order, match them, give a number.

What a reader says is a short text in each of them, such as ``"B"``, ``"CABD"``, ``"2143"`` or ``"600"``: so it travels,
and is kept, in the same way.
"""

import html
import math
from dataclasses import dataclass

from spine_edu import data
from spine_edu.explorer.card import decimal
from spine_edu.keeping.store import ANSWERS, kept


class Asked:
    """What all kinds have in common.

    A kind knows how to read what was said (`check`), what speaks for or against it (`reason`), how it is said in words
    (`words`), and what a teacher needs to know (`told`).
    """

    def is_right(self, said):
        """Return whether this is the right answer."""
        return said == self.right

    def answer(self, said):
        """Return the feedback to what a reader says; a ValueError tells what can be said."""
        said = self.check(said)
        return f"{'Yes.' if self.is_right(said) else 'Not quite.'} {self.reason(said)}"

    def kept(self):
        """Return what is kept of an answer to it, or None; an answer to an older wording of it is none."""
        entry = kept().get(ANSWERS, self.key)
        if entry is None or not isinstance(entry.get("said"), str):
            return None
        try:
            said = self.check(entry["said"])
        except ValueError:
            return None
        return entry if self.words(said) == entry.get("words") else None

    def keep(self, said, first):
        """Keep what was said; the `first` answer tells whether it was missed."""
        entry, said = self.kept(), self.check(said)
        missed = not self.is_right(said) if first or entry is None else bool(entry.get("missed"))
        kept().put(ANSWERS, self.key, asked=self.stem, said=said, words=self.words(said), missed=missed)

    def card(self):
        """Return what a page is told before anything is said, as plain data."""
        return {"key": self.key, "kind": self.kind, "stem": self.stem}

    def listed(self):
        """Return what there is to choose, to order or to match, as lines of text."""
        return []

    def page(self, number):
        """Return the question as HTML, with what speaks for and against its answers folded under it."""
        lines = "".join(f"<li>{html.escape(line)}</li>" for line in self.listed())
        answers = "".join(f"<li>{html.escape(line)}</li>" for line in self.folded())
        return (
            f"<p><b>{number}.</b> {html.escape(self.stem)}</p>{f'<ul>{lines}</ul>' if lines else ''}"
            f"<details><summary>Answers to question {number}</summary><ul>{answers}</ul></details>"
        )

    def folded(self):
        """Return the answers as lines of text, the right one first."""
        return [f"{said}\u2002{reason}" for said, reason, _ in self.told()]

    def text(self, number):
        """Return the question as plain text."""
        return "\n".join([f"{number}. {self.stem}", *(f"   {line}" for line in self.listed())])

    def _refuse(self, said, allowed):
        raise ValueError(f"{self.key} has no answer {data.shown(said)}; {allowed}.")


class Lettered(Asked):
    """What has `options`, each with a letter."""

    def card(self):
        """Return what a page is told before anything is said, as plain data."""
        return {**super().card(), "options": [list(option) for option in self.options.items()]}

    def listed(self):
        """Return the options, each behind its letter."""
        return [f"{letter}\u2002{text}" for letter, text in self.options.items()]


class Task(Asked):
    """What is answered in several moves: one reason for all that is right, and a hint for the rest."""

    def reason(self, said):
        """Return why it is right, or what helps to get on."""
        return self.why if self.is_right(said) else self.hint(said)

    def _apart(self, said):
        """Return the places, from 0 on, at which something else belongs."""
        return [place for place, (one, other) in enumerate(zip(said, self.right, strict=True)) if one != other]


@dataclass(frozen=True)
class Choice(Lettered):
    """Choose one of some options.

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
    kind = "choice"

    def check(self, said):
        """Return the letter; a ValueError lists the letters if there is no such option."""
        if not isinstance(said, str) or said not in self.options:
            letters = ", ".join(sorted(self.options))
            raise ValueError(f"{self.key} has no option {data.shown(said)}; it has {letters}.")
        return said

    def reason(self, said):
        """Return what speaks for or against an option."""
        return self.feedback[said]

    def words(self, said):
        """Return the option in words."""
        return self.options[said]

    def folded(self):
        """Return the letters with what speaks for and against them, the right one first."""
        return [f"{letter}\u2002{self.answer(letter)}" for letter in self._letters()]

    def told(self):
        """Return triples of option, what to say to it, and whether it is right; the right one comes first."""
        return [
            (f"{letter}\u2002{self.options[letter]}", self.feedback[letter], letter == self.right)
            for letter in self._letters()
        ]

    def _letters(self):
        return [self.right, *(letter for letter in self.options if letter != self.right)]


@dataclass(frozen=True)
class Order(Task, Lettered):
    """Put some things in order.

    Attributes
    ----------
    key, stem, why : str
        `why` is said to whoever has put them right.
    options : dict
        Letter -> text, in a shuffled order that is the same for everybody.
    hints : dict
        Letter -> why that thing comes where it comes.
    right : str
        The letters in their right order, such as ``"CABD"``.
    """

    key: str
    stem: str
    why: str
    options: dict
    hints: dict
    right: str
    kind = "order"

    def check(self, said):
        """Return the letters, each once; else a ValueError lists them."""
        if not isinstance(said, str) or sorted(said) != sorted(self.options):
            self._refuse(said, f"give each of {', '.join(self.options)} once, such as {''.join(self.options)}")
        return said

    def hint(self, said):
        """Return how many stand right from the first on, and why the next one comes where it comes."""
        stand = self._apart(said)[0]
        so_far = f"The first {stand} stand right." if stand > 1 else "The first one stands right." if stand else ""
        return f"{so_far} {'Then' if stand else 'First'} comes another: {self.hints[self.right[stand]]}".strip()

    def words(self, said):
        """Return the things in the order that was given."""
        return " → ".join(self.options[letter] for letter in said)

    def told(self):
        """Return triples of thing, why it comes there, and True, in the right order."""
        return [
            (f"{place}\u2002{self.options[letter]}", self.hints[letter], True)
            for place, letter in enumerate(self.right, 1)
        ]


@dataclass(frozen=True)
class Match(Task):
    """Give each thing the label that belongs to it.

    Attributes
    ----------
    key, stem, why : str
    items : tuple of str
    labels : tuple of str
        In a shuffled order that is the same for everybody.
    hints : tuple of str
        For each thing, why its label belongs to it.
    right : str
        For each thing the number of its label, such as ``"2143"``.
    """

    key: str
    stem: str
    why: str
    items: tuple
    labels: tuple
    hints: tuple
    right: str
    kind = "match"

    def check(self, said):
        """Return the numbers of the labels, one for each thing; else a ValueError says so."""
        numbers = "".join(map(str, range(1, len(self.labels) + 1)))
        if not isinstance(said, str) or len(said) != len(self.items) or not set(said) <= set(numbers):
            self._refuse(said, f"give {len(self.items)} numbers from 1 to {len(self.labels)}, one for each line")
        return said

    def hint(self, said):
        """Return how many have their label, and why the first of the others has another."""
        apart = self._apart(said)
        good = len(self.items) - len(apart)
        so_far = f"{good or 'None'} of {len(self.items)} fit{'s' if good == 1 else ''}."
        return f"{so_far} Look again at “{self.items[apart[0]]}”: {self.hints[apart[0]]}"

    def words(self, said):
        """Return each thing with the label it was given."""
        given = zip(self.items, said, strict=True)
        return "; ".join(f"{item}: {self.labels[int(number) - 1]}" for item, number in given)

    def card(self):
        """Return what a page is told before anything is matched, as plain data."""
        return {**super().card(), "items": list(self.items), "labels": list(self.labels)}

    def listed(self):
        """Return the things, and the labels in one line."""
        return [*self.items, f"To choose from: {'; '.join(self.labels)}"]

    def told(self):
        """Return triples of thing with its label, why, and True."""
        labels = [self.labels[int(number) - 1] for number in self.right]
        return [
            (f"{item}: {label}", hint, True) for item, label, hint in zip(self.items, labels, self.hints, strict=True)
        ]


@dataclass(frozen=True)
class Number(Task):
    """Give a number, near enough.

    Attributes
    ----------
    key, stem, why, unit : str
    least, most : float
        What is near enough.
    below, above : str
        What to say to a number that is too small, or too large.
    """

    key: str
    stem: str
    why: str
    unit: str
    least: float
    most: float
    below: str
    above: str
    kind = "number"

    def check(self, said):
        """Return the number as text; a comma may stand for the point. Else a ValueError says so."""
        try:
            number = decimal(said)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self._refuse(said, "give a number, such as 12 or 0.5")
        return f"{number:.6g}"

    def is_right(self, said):
        """Return whether it is near enough."""
        return self.least <= float(said) <= self.most

    def hint(self, said):
        """Return what makes it too small or too large."""
        return self.below if float(said) < self.least else self.above

    def words(self, said):
        """Return the number with its unit."""
        return f"{said} {self.unit}".strip()

    def card(self):
        """Return what a page is told before anything is typed, as plain data."""
        return {**super().card(), "unit": self.unit}

    def told(self):
        """Return triples of what may be said, what to say to it, and whether it is right."""
        near = f"{self.least:g}" if self.least == self.most else f"{self.least:g} to {self.most:g}"
        return [
            (f"{near} {self.unit}".strip(), self.why, True),
            ("less", self.below, False),
            ("more", self.above, False),
        ]
