"""What the reader marks on a picture before looking: an answer at each of several things, or arrows between boxes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from spine_edu.explorer.asking import Told


@dataclass(frozen=True)
class Each:
    """Ask the same of each of several things; a reader may skip some.

    Attributes
    ----------
    question : str
    things : dict
        Name of a thing -> its words.
    answers : dict
        Each possible answer -> the sign that stands for it on the picture.
    answer : callable
        ``answer(result)`` returns the answer to each thing at the settings `at`, by its name.
    todo : str
        What to do once a prediction is kept.
    at : dict
        The settings that the question is about, by control name.
    voice : str
        Who agrees, as the beginning of a sentence that a number of marks ends.
    spots : dict
        Where the things are marked on the veiled picture: the ``axes``, and the ``places`` by name; with ``boxes``
        by name (left, top, right and bottom edge) all of a thing is touched; ``blank`` stands at a thing without an
        answer, where "?" is one.
    also : dict
        Name of a thing -> further answers to it that agree, because a source can be read both ways.
    whose : str
        What all of these answers fit, in words.
    """

    question: str
    things: Mapping
    answers: Mapping
    answer: Callable
    todo: str
    at: Mapping = field(default_factory=dict)
    voice: str = "The model agrees with"
    spots: Mapping = field(default_factory=dict)
    also: Mapping = field(default_factory=dict)
    whose: str = "the model"

    def check(self, predicted):
        """Return the answers by thing, in the order of `things`; a ValueError says what is allowed."""
        given = dict(predicted) if isinstance(predicted, Mapping) else {}
        for thing, said in given.items():
            if thing not in self.things or said not in self.answers:
                raise ValueError(
                    f"{thing!r} cannot be answered with {said!r}; allowed are {', '.join(self.answers)} for each of "
                    f"{', '.join(self.things)}."
                )
        if not given:
            raise ValueError(f"A prediction needs a mark on at least one; allowed are {', '.join(self.answers)}.")
        return {thing: given[thing] for thing in self.things if thing in given}

    def tell(self, predicted, result):
        """Return prediction and result as `Told`: how many marks agree, and which do not."""
        found = self.answer(result)
        agreeing = {thing: (said, *self.also.get(thing, ())) for thing, said in found.items()}
        apart = [self.things[thing] for thing, said in predicted.items() if said not in agreeing[thing]]
        agree = len(predicted) - len(apart)
        both = [self.both(thing, found[thing]) for thing in self.also if thing in predicted]
        return Told(
            self.words(predicted),
            f"{self.voice} {agree or 'none'} of your {len(predicted)}",
            "; ".join([f"not with {', '.join(apart)}" if apart else "as you said", *both]),
        )

    def both(self, thing, answer):
        """Return that several answers about a thing agree."""
        signs = " or ".join(self.answers[one] for one in (*self.also[thing], answer))
        return f"{self.things[thing]}: {signs}, both fit {self.whose}"

    def words(self, value):
        """Return how often each answer was given."""
        counts = {answer: list(value.values()).count(answer) for answer in self.answers}
        return ", ".join(f"{count} × “{answer}”" for answer, count in counts.items() if count)


@dataclass(frozen=True)
class Arrows:
    """Ask for arrows between boxes, each with a sign: drawn from box to box, or chosen from lists.

    Attributes
    ----------
    question : str
    nodes : dict
        Name of a box -> its words and where it stands on the axes of the figure, ``(words, x, y)``.
    answer : callable
        ``answer(result)`` returns the arrows that there are, as triples ``(start, end, sign)`` with the sign + or -.
    todo : str
        What to do once a prediction is kept.
    at : dict
        The settings that the question is about, by control name.
    half : tuple of float
        Half of the width and of the height of a box, in the units of the axes.
    axes : tuple of str
        The axes of the figure on which the boxes stand, as plotly names them in its layout.
    voice : str
        Who draws the arrows that there are, as the beginning of a sentence.
    """

    question: str
    nodes: Mapping
    answer: Callable
    todo: str
    at: Mapping = field(default_factory=dict)
    half: tuple[float, float] = (10, 6)
    axes: tuple[str, str] = ("xaxis", "yaxis")
    voice: str = "The model draws"

    def check(self, predicted):
        """Return the arrows as triples ``(start, end, sign)``.

        Parameters
        ----------
        predicted : list or str
            Triples, or one text such as ``"pain > guarding +; guarding > pain +"``.

        Raises
        ------
        ValueError
            If there is no arrow, one is drawn twice or from a box to itself, or a box or sign is unknown; the message
            says what is allowed.
        """
        given = _triples(predicted) if isinstance(predicted, str) else predicted
        if not isinstance(given, (list, tuple)) or not given:
            raise ValueError("There is no arrow yet; at least one has to be drawn.")
        arrows = tuple(self._arrow(one) for one in given)
        if len({(start, end) for start, end, _ in arrows}) < len(arrows):
            raise ValueError("An arrow is drawn twice; each way from box to box has one arrow.")
        return arrows

    def _arrow(self, one):
        start, end, sign = one if isinstance(one, (list, tuple)) and len(one) == 3 else (one, None, None)
        if start not in self.nodes or end not in self.nodes or sign not in ("+", "-") or start == end:
            raise ValueError(
                f"{one!r} is no arrow; allowed is from one box to another, with + or -: {', '.join(self.nodes)}."
            )
        return start, end, sign

    def tell(self, predicted, result):
        """Return prediction and result as `Told`: which arrows are alike, missing, or only the reader's."""
        theirs = {(start, end): sign for start, end, sign in self.answer(result)}
        mine = {(start, end): sign for start, end, sign in predicted}
        alike = sum(theirs.get(way) == sign for way, sign in mine.items())
        groups = {
            "with another sign": [way for way in mine if way in theirs and mine[way] != theirs[way]],
            "missing": [way for way in theirs if way not in mine],
            "only yours": [way for way in mine if way not in theirs],
        }
        parts = [f"{what}: {', '.join(map(self._way, ways))}" for what, ways in groups.items() if ways]
        signs = "all of them +" if set(theirs.values()) == {"+"} else "some + and some −"
        said = f"{self.voice} {_counted(len(theirs))}, {signs}"
        return Told(self.words(predicted), said, "; ".join([f"{_counted(alike)} alike", *parts]))

    def words(self, value):
        """Return how many arrows there are."""
        return _counted(len(value))

    def _way(self, way):
        return " → ".join(self.nodes[name][0].lower() for name in way)


_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _counted(count):
    """Return a number of arrows in words."""
    number = _COUNTS[count] if count < len(_COUNTS) else str(count)
    return f"{number} arrow" + ("" if count == 1 else "s")


def _triples(text):
    """Return the arrows of a text such as ``"pain > guarding +; guarding > pain +"`` as triples, unchecked."""
    found = []
    for part in filter(None, (part.strip() for part in text.replace("−", "-").split(";"))):
        start, _, rest = part.partition(">")
        end, _, sign = rest.strip().rpartition(" ")
        found.append((start.strip(), end.strip(), sign))
    return found
