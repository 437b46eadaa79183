"""What the reader predicts before looking: a number, one of some options, or a sketch of a few points."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """Ask for one number.

    Attributes
    ----------
    question, unit : str
    low, high : float
        Allowed range, in `unit`.
    answer : callable
        ``answer(result)`` returns what the model says, in `unit`.
    """

    question: str
    unit: str
    low: float
    high: float
    answer: Callable

    def check(self, predicted):
        """Return `predicted` as a number; a ValueError says what is allowed."""
        return _number(predicted, self.low, self.high, self.unit)

    def gap(self, predicted, result):
        """Return prediction and result in one sentence."""
        said = self.answer(result)
        apart = abs(said - predicted)
        if apart < 0.005 * (self.high - self.low):
            return f"You predicted {predicted:g} {self.unit}, and so says the model."
        return (
            f"You predicted {predicted:g} {self.unit}; the model says {said:.3g} {self.unit}: "
            f"{apart:.2g} {self.unit} {'more' if said > predicted else 'less'}."
        )


@dataclass(frozen=True)
class Pick:
    """Ask for one of some options.

    Attributes
    ----------
    question : str
    options : tuple of str
    answer : callable
        ``answer(result)`` returns the option that the model gives.
    """

    question: str
    options: tuple[str, ...]
    answer: Callable

    def check(self, predicted):
        """Return `predicted`; a ValueError lists the options if it is none of them."""
        if predicted not in self.options:
            raise ValueError(f"{predicted!r} is not an option; allowed are {', '.join(self.options)}.")
        return predicted

    def gap(self, predicted, result):
        """Return prediction and result in one sentence."""
        said = self.answer(result)
        if said == predicted:
            return f"You predicted “{predicted}”, and so says the model."
        return f"You predicted “{predicted}”; the model says “{said}”."


@dataclass(frozen=True)
class Sketch:
    """Ask for the height of a curve at a few places.

    Attributes
    ----------
    question, unit : str
    places : tuple of float
        Where along the axis.
    place : str
        How to name a place, for example ``"day {:g}"``.
    low, high : float
        Allowed range of the heights, in `unit`.
    answer : callable
        ``answer(result)`` returns the model's heights at `places`.
    """

    question: str
    unit: str
    places: tuple[float, ...]
    place: str
    low: float
    high: float
    answer: Callable

    def check(self, predicted):
        """Return the points ``((place, height), ...)`` from the heights; a ValueError says what is allowed."""
        heights = list(predicted) if isinstance(predicted, (list, tuple)) else [predicted]
        if len(heights) != len(self.places):
            places = ", ".join(self.place.format(place) for place in self.places)
            raise ValueError(
                f"A sketch has {len(self.places)} heights, one at each of {places}; here are {len(heights)}."
            )
        return tuple(
            (place, _number(height, self.low, self.high, self.unit))
            for place, height in zip(self.places, heights, strict=True)
        )

    def gap(self, predicted, result):
        """Return how far the sketch lies from the result, in one sentence."""
        said = self.answer(result)
        apart = [abs(height - model) for (_, height), model in zip(predicted, said, strict=True)]
        worst = max(range(len(apart)), key=apart.__getitem__)
        return (
            f"Your sketch is {sum(apart) / len(apart):.1f} {self.unit} away on average, most at "
            f"{self.place.format(self.places[worst])}: you {predicted[worst][1]:.1f}, the model {said[worst]:.1f}."
        )


def _number(value, low, high, unit):
    allowed = f"allowed is {low:g} to {high:g} {unit}"
    if isinstance(value, (bool, str)) or not isinstance(value, (int, float)):
        raise ValueError(f"A prediction of {value!r} is not a number; {allowed}.")
    if not low <= value <= high:
        raise ValueError(f"A prediction of {value:g} is outside the range; {allowed}.")
    return float(value)
