"""A mystery patient: one control of the whole model was moved and hidden; a few looks have to tell which one."""

import random
from dataclasses import dataclass
from functools import lru_cache

from spine_edu import data
from spine_edu.cycle.whole import model as cycle_model
from spine_edu.cycle.whole.model import CycleState
from spine_edu.state import State, choice, quantity

#: Suspect -> field of the whole model. How far each can be moved stands in parameters.csv.
SUSPECTS = {
    "load": "heavy_load",
    "guarding_reactivity": "strong_guarding",
    "nerve_contact": "full_contact",
    "sensitisation_gain": "strong_sensitisation",
}

#: What a probe changes, beside the patient's own setting; *heavier* also multiplies the patient's own load.
PROBES = {
    "wait": {},
    "relaxant": {"treatment": "relaxant", "treatment_day": 7.0},
    "nsaid": {"treatment": "nsaid", "treatment_day": 7.0},
    "lighter": {"cut_link": "pressure"},
    "heavier": {},
}

#: Measure -> (how to read it from a run, smallest step that is read off, length of the scale).
MEASURES = {
    "pain": (lambda run: run.rating, 0.5, 10.0),
    "tightness": (lambda run: tuple(10 * guarding for guarding in run.guarding), 0.5, 10.0),
    "pressure": (lambda run: run.pressure, 0.02, 1.5),
}

#: Every look there is: (probe, measure). In the state it is one word, such as ``wait_pain``.
LOOKS = tuple((probe, measure) for probe in PROBES for measure in MEASURES)

#: The looks a reader may buy, in their order: fields of the state.
SLOTS = ("first_look", "second_look", "third_look", "fourth_look", "fifth_look")

#: Days on which the patient is measured.
REPORT_DAYS = (0, 2, 4, 7, 10, 14, 18, 21, 28, 35, 42, 56, 70, 84)

#: A guess of the right control counts as named if it is at most so far from the amount, in per cent.
NEAR = 15


@dataclass(frozen=True)
class MysteryState(State):
    """The patient's number, the guess, and the looks bought; meanings stand in parameters.csv and choices.csv."""

    patient: float = quantity("cycle_mystery.patient")
    suspect: str = choice("cycle_mystery.suspect")
    amount: float = quantity("cycle_mystery.amount")
    first_look: str = choice("cycle_mystery.look", "First look")
    second_look: str = choice("cycle_mystery.look", "Second look")
    third_look: str = choice("cycle_mystery.look", "Third look")
    fourth_look: str = choice("cycle_mystery.look", "Fourth look")
    fifth_look: str = choice("cycle_mystery.look", "Fifth look")
    reveal: str = choice("cycle_mystery.reveal")

    @property
    def bought(self):
        """The looks bought: slot number from 0 -> (probe, measure)."""
        found = {number: getattr(self, slot) for number, slot in enumerate(SLOTS)}
        return {number: tuple(look.split("_")) for number, look in found.items() if look != "none"}

    @property
    def free(self):
        """The first slot that is still free, or None."""
        return next((slot for slot in SLOTS if getattr(self, slot) == "none"), None)


@dataclass(frozen=True)
class Exhibit:
    """What one look shows: the patient as measured, and the guess.

    Attributes
    ----------
    number : int
        Of the slot, from 0.
    probe, measure : str
    reported, guessed : tuple of float
        On `REPORT_DAYS`: what was read off the patient, and what the guess gives; in the unit of the measure.
    curve, usual : tuple of float
        The guess, and an average person of the model, on every day from 0 to the last measurement.
    """

    number: int
    probe: str
    measure: str
    reported: tuple
    guessed: tuple
    curve: tuple
    usual: tuple


@dataclass(frozen=True)
class Answer:
    """What was hidden, and how well the guess and the looks do against it.

    Attributes
    ----------
    hidden : str
        The control that was moved; `amount` in per cent of the way it can go.
    off : float
        How far the guess's amount is from it, in per cent; None for another control.
    twin : tuple of (str, float)
        The control, at the amount, that leaves the most similar marks while one waits and sees: the guess's control if
        it is not the hidden one.
    apart : dict
        (probe, measure) -> how far hidden and twin are apart on average, in steps that can be read off.
    """

    hidden: str
    amount: float
    off: float | None
    twin: tuple
    apart: dict

    @property
    def named(self):
        """Whether the guess names the hidden control and comes near enough to the amount."""
        return self.off is not None and self.off <= NEAR

    @property
    def best(self):
        """The look that tells hidden and twin apart most."""
        return max(self.apart, key=self.apart.get)


@dataclass(frozen=True)
class MysteryResult:
    """Patient and guess in the looks bought, and nothing else of the patient before it is asked for.

    Attributes
    ----------
    state : MysteryState
    exhibits : tuple of Exhibit
    answer : Answer or None
    """

    state: MysteryState
    exhibits: tuple
    answer: Answer | None


def secret(patient):
    """Return ``(control, amount)`` hidden in a patient: amount in per cent, 50 to 100 in steps of 10."""
    chance = random.Random(f"mystery patient {round(patient)}")
    return chance.choice(list(SUSPECTS)), 10.0 * chance.randint(5, 10)


def moved(control, amount):
    """Return settings of the whole model with one control moved `amount` per cent of the way it can go."""
    usual, far = CycleState.declarations()[control].value, data.value(f"cycle_mystery.{SUSPECTS[control]}")
    return {control: usual + (far - usual) * amount / 100}


@lru_cache(maxsize=1024)
def course(control, amount, probe):
    """Return a run of the whole model, to the last measurement, with one control moved, under one probe."""
    state = CycleState(days=float(REPORT_DAYS[-1]), **moved(control, amount), **PROBES[probe])
    if probe == "heavier":
        most = CycleState.declarations()["load"].high
        state = state.replace(load=min(state.load * data.value("cycle_mystery.heavier"), most))
    return cycle_model.simulate(state)


def simulate(state):
    """Return what the looks bought show of the patient and of the guess, and the answer if it is asked for.

    Parameters
    ----------
    state : MysteryState

    Returns
    -------
    MysteryResult
    """
    hidden, guess = secret(state.patient), (state.suspect, state.amount)
    exhibits = tuple(
        Exhibit(
            number,
            probe,
            measure,
            reports(hidden, probe, measure),
            _on_days(guess, probe, measure),
            MEASURES[measure][0](course(*guess, probe)),
            MEASURES[measure][0](course(guess[0], 0.0, probe)),
        )
        for number, (probe, measure) in state.bought.items()
    )
    return MysteryResult(state, exhibits, _answer(hidden, guess) if state.reveal == "yes" else None)


def reports(hidden, probe, measure):
    """Return what is read off a patient with this hidden ``(control, amount)`` on `REPORT_DAYS`, in whole steps."""
    step = MEASURES[measure][1]
    return tuple(step * round(value / step) for value in _on_days(hidden, probe, measure))


def _on_days(setting, probe, measure):
    values = MEASURES[measure][0](course(*setting, probe))
    return tuple(values[day] for day in REPORT_DAYS)


def _answer(hidden, guess):
    right = guess[0] == hidden[0]
    rivals = [one for one in SUSPECTS if one != hidden[0]] if right else [guess[0]]
    twin = min((_nearest(hidden, rival) for rival in rivals), key=lambda one: _unlike(hidden, one))
    return Answer(*hidden, abs(guess[1] - hidden[1]) if right else None, twin, _apart(hidden, twin))


@lru_cache(maxsize=128)
def _nearest(hidden, rival):
    """Return the rival at the amount, in tens, that is most like what is hidden while one waits and sees."""
    coarse = min((0.0, 30.0, 60.0, 90.0), key=lambda amount: _unlike(hidden, (rival, amount)))
    near = [coarse + step for step in (-20.0, -10.0, 0.0, 10.0, 20.0) if 0 <= coarse + step <= 100]
    return rival, min(near, key=lambda amount: _unlike(hidden, (rival, amount)))


def _unlike(one, other):
    """Return the mean distance of two settings in the looks of somebody who waits."""
    return sum(_apart(one, other, "wait").values()) / len(MEASURES)


def _apart(one, other, *probes):
    """Return look -> mean distance of two settings on the days of measurement, in steps that can be read off.

    Only of the looks of these probes, if some are named.
    """
    return {
        (probe, measure): sum(
            abs(here - there)
            for here, there in zip(_on_days(one, probe, measure), _on_days(other, probe, measure), strict=True)
        )
        / len(REPORT_DAYS)
        / MEASURES[measure][1]
        for probe, measure in LOOKS
        if not probes or probe in probes
    }
