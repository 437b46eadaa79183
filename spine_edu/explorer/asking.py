"""What the reader predicts before looking: a number, one of some options, a curve, or arrows drawn from box to box.

A question is about certain settings, whatever is set now: `at` says which, over those at which the explorer starts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from spine_edu.explorer.frames import height_at

#: Who gives the answer, where nothing else is said.
MODEL = "The model says"


class Told(NamedTuple):
    """A prediction beside what is so, in words: ``said``, who says what (``model``), how far they are ``apart``."""

    said: str
    model: str
    apart: str


@dataclass(frozen=True)
class Number:
    """Ask for one number.

    Attributes
    ----------
    question, unit : str
    low, high : float
        Allowed range, in `unit`.
    answer : callable
        ``answer(result)`` returns what the model says, in `unit`, of the result at the settings `at`.
    todo : str
        What to do once a prediction is kept, so that the answer is found and not told: one sentence.
    at : dict
        The settings that the question is about, by control name.
    digits : int
        Decimals worth saying.
    voice : str
        Who gives the answer, as the beginning of a sentence.
    level : dict
        How the number is marked on the veiled picture, if it can be: the ``axes``, the ``track`` of the mark, as of a
        `spine_edu.drawing.grips.grip`, and what goes with it: a ``line``, from where to where across, or an
        ``outline``, a path in sizes of the type.
    people : dict
        Where the people are of whom so many are painted on the veiled picture, if the number counts people: the
        ``axes``, and the ``places``, one a person in the order in which they are counted.
    off : (str, str)
        How far the reader was too low and too high, in words; ``{apart}`` is put in.
    solid : str
        How the things that are counted are put into a veiled picture of solids, in words, if they can be.
    """

    question: str
    unit: str
    low: float
    high: float
    answer: Callable
    todo: str
    at: Mapping = field(default_factory=dict)
    digits: int = 0
    voice: str = MODEL
    level: Mapping = field(default_factory=dict)
    people: Mapping = field(default_factory=dict)
    off: tuple[str, str] = ("{apart} more", "{apart} less")
    solid: str = ""

    def check(self, predicted):
        """Return `predicted` as a number; a ValueError says what is allowed."""
        return _number(predicted, self.low, self.high, self.unit)

    def tell(self, predicted, result):
        """Return prediction and result as `Told`."""
        said = self.answer(result)
        apart = abs(said - predicted)
        if apart < 0.5 * 10**-self.digits:
            return Told(self.words(predicted), f"{self.voice} {self.words(said)}", "as you said")
        off = self.off[0] if said > predicted else self.off[1]
        return Told(self.words(predicted), f"{self.voice} {self.words(said)}", off.format(apart=self._counted(apart)))

    def words(self, value):
        """Return a value with its unit."""
        return f"{value:,.{self.digits}f} {self.unit}"

    def _counted(self, apart):
        number = f"{apart:,.{self.digits}f}"
        if self.unit.startswith("of "):
            return number
        return f"{number} {self.unit.removesuffix('s') if number == '1' and len(self.unit) > 2 else self.unit}"


@dataclass(frozen=True)
class Pick:
    """Ask for one of some options.

    Attributes
    ----------
    question : str
    options : tuple of str
    answer : callable
        ``answer(result)`` returns the option that the model gives at the settings `at`.
    todo : str
        What to do once a prediction is kept.
    at : dict
        The settings that the question is about, by control name.
    voice : str
        Who gives the answer, as the beginning of a sentence.
    tags : dict
        How an option is put onto the veiled picture by hand, if it can be: the ``axes``, the ``places`` of the options
        as tags, perhaps shorter ``names`` there, and where the chosen one is put (``onto``), if it is not at its place
        already.
    """

    question: str
    options: tuple[str, ...]
    answer: Callable
    todo: str
    at: Mapping = field(default_factory=dict)
    voice: str = MODEL
    tags: Mapping = field(default_factory=dict)

    def check(self, predicted):
        """Return `predicted`; a ValueError lists the options if it is none of them."""
        if predicted not in self.options:
            raise ValueError(f"{predicted!r} is not an option; allowed are {', '.join(self.options)}.")
        return predicted

    def tell(self, predicted, result):
        """Return prediction and result as `Told`."""
        said = self.answer(result)
        return Told(
            self.words(predicted),
            f"{self.voice} {self.words(said)}",
            "as you said" if said == predicted else "not as you said",
        )

    def words(self, value):
        """Return an option in quotation marks."""
        return f"“{value}”"


@dataclass(frozen=True)
class Sketch:
    """Ask for a curve: drawn on the axes, or given by its height at a few places.

    Attributes
    ----------
    question, unit : str
    places : tuple of float
        Where along the axis the curve is compared, rising.
    place : str
        How to name a place, for example ``"day {:g}"``.
    low, high : float
        Allowed range of the heights, in `unit`.
    answer : callable
        ``answer(result)`` returns the model's heights at `places`, at the settings `at`.
    todo : str
        What to do once a prediction is kept.
    at : dict
        The settings that the question is about, by control name.
    axes : tuple of str
        The axes of the figure on which it is drawn, as plotly names them in its layout.
    voice : str
        Who gives the answer, as the beginning of a sentence.
    told_at : float, optional
        The one of the `places` that the question is about; without it, prediction and answer are told where they are
        farthest apart.
    settled : bool
        Whether one line is right; of a forecast for one person none is.
    """

    question: str
    unit: str
    places: tuple[float, ...]
    place: str
    low: float
    high: float
    answer: Callable
    todo: str
    at: Mapping = field(default_factory=dict)
    axes: tuple[str, str] = ("xaxis", "yaxis")
    voice: str = MODEL
    told_at: float | None = None
    settled: bool = True

    def check(self, predicted):
        """Return the curve as points ``((place, height), ...)``.

        Parameters
        ----------
        predicted : list
            The heights at `places`, or, for a curve drawn freely, pairs ``(place, height)`` from left to right.

        Raises
        ------
        ValueError
            If there are too few heights, one is out of range, or the curve does not reach from the first place to the
            last one; the message says what is allowed.
        """
        given = list(predicted) if isinstance(predicted, (list, tuple)) else [predicted]
        if given and all(isinstance(point, (list, tuple)) for point in given):
            return self._drawn(given)
        if len(given) != len(self.places):
            places = ", ".join(self.place.format(place) for place in self.places)
            raise ValueError(
                f"A sketch has {len(self.places)} heights, one at each of {places}; here are {len(given)}."
            )
        return tuple((place, self._height(height)) for place, height in zip(self.places, given, strict=True))

    def _drawn(self, points):
        if any(len(point) != 2 for point in points):
            raise ValueError("A point of a drawn curve is a place and a height.")
        first, last = self.places[0], self.places[-1]
        places = [_number(place, first, last, "along the axis") for place, _ in points]
        if any(here >= there for here, there in zip(places, places[1:], strict=False)):
            raise ValueError("A curve is drawn from left to right, with one height at each place.")
        if len(points) < 2 or places[0] > first or places[-1] < last:
            ends = f"{self.place.format(first)} to {self.place.format(last)}"
            raise ValueError(f"The curve must reach from {ends}.")
        return tuple((place, self._height(height)) for place, (_, height) in zip(places, points, strict=True))

    def _height(self, height):
        return _number(height, self.low, self.high, self.unit)

    def tell(self, predicted, result):
        """Return prediction and result as `Told`: where it is asked, or they are farthest apart, and on average."""
        model = self.answer(result)
        mine = [height_at(predicted, place) for place in self.places]
        apart = [abs(said - found) for said, found in zip(mine, model, strict=True)]
        worst = max(range(len(apart)), key=apart.__getitem__)
        at = worst if self.told_at is None else self.places.index(self.told_at)
        where = self.place.format(self.places[at])
        average = f"{sum(apart) / len(apart):.1f} {self.unit} apart on average"
        return Told(
            f"{mine[at]:.1f} {self.unit} at {where}", f"{self.voice} {model[at]:.1f} {self.unit} there", average
        )

    def words(self, value):
        """Return a curve by its heights at both ends."""
        (first, start), *_, (last, end) = value
        ends = f"from {start:.1f} at {self.place.format(first)} to {end:.1f} {self.unit} at {self.place.format(last)}"
        return f"a curve {ends}"


def _number(value, low, high, unit):
    allowed = f"allowed is {low:g} to {high:g} {unit}"
    if value in (None, "", "nothing"):
        raise ValueError(f"Say a number first, or drag the mark; {allowed}.")
    if isinstance(value, (bool, str)) or not isinstance(value, (int, float)):
        raise ValueError(f"A prediction of {value!r} is not a number; {allowed}.")
    if not low <= value <= high:
        raise ValueError(f"A prediction of {value:g} is outside the range; {allowed}.")
    return float(value)
