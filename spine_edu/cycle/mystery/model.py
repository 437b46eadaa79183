"""A mystery patient: one control of the whole model was moved and hidden; probes tell which one."""

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

#: What a probe changes, beside the patient's own setting.
PROBES = {
    "wait": {},
    "relaxant": {"treatment": "relaxant", "treatment_day": 7.0},
    "nsaid": {"treatment": "nsaid", "treatment_day": 7.0},
    "lighter": {"cut_link": "pressure"},
    "therapy": {"treatment": "therapy", "treatment_day": 7.0},
}

#: Measure -> (how to read it from a run, smallest step that is read off, length of the scale).
MEASURES = {
    "pain": (lambda run: run.rating, 0.5, 10.0),
    "tightness": (lambda run: tuple(10 * guarding for guarding in run.guarding), 0.5, 10.0),
    "pressure": (lambda run: run.pressure, 0.02, 1.5),
}

#: Days on which the patient is measured.
REPORT_DAYS = (0, 2, 4, 7, 10, 14, 18, 21, 28, 35, 42, 56, 70, 84)


@dataclass(frozen=True)
class MysteryState(State):
    """The patient's number, the look taken, and the reader's guess; meanings stand in parameters.csv, choices.csv."""

    patient: float = quantity("cycle_mystery.patient")
    probe: str = choice("cycle_mystery.probe")
    measure: str = choice("cycle_mystery.measure")
    suspect: str = choice("cycle_mystery.suspect")
    amount: float = quantity("cycle_mystery.amount")
    reveal: str = choice("cycle_mystery.reveal")


@dataclass(frozen=True)
class MysteryResult:
    """Patient and guess under one probe, in one measure.

    Attributes
    ----------
    state : MysteryState
    days, reported, guessed : tuple of float
        Days of measurement, what was read off the patient, and what the guess gives; in the unit of the measure.
    curve : tuple of float
        The guess on every day from 0 to the last measurement.
    hidden : str
        The control that was moved; `hidden_amount` in per cent of the way it can go.
    gap_here : float
        Mean distance between patient and guess in what is shown, in the unit of the measure.
    gap : float
        Mean distance over all probes and measures, in per cent of the scales.
    """

    state: MysteryState
    days: tuple
    reported: tuple
    guessed: tuple
    curve: tuple
    hidden: str
    hidden_amount: float
    gap_here: float
    gap: float

    @property
    def named(self):
        """Whether the guess names the hidden control and comes within 15 per cent of it."""
        return self.state.suspect == self.hidden and abs(self.state.amount - self.hidden_amount) <= 15


def secret(patient):
    """Return ``(control, amount)`` hidden in a patient: amount in per cent, 50 to 100 in steps of 10."""
    chance = random.Random(f"mystery patient {round(patient)}")
    return chance.choice(list(SUSPECTS)), 10.0 * chance.randint(5, 10)


def moved(control, amount):
    """Return settings of the whole model with one control moved `amount` per cent of the way it can go."""
    usual, far = CycleState.declarations()[control].value, data.value(f"cycle_mystery.{SUSPECTS[control]}")
    return {control: usual + (far - usual) * amount / 100}


@lru_cache(maxsize=256)
def course(control, amount, probe):
    """Return a run of the whole model, to the last measurement, with one control moved, under one probe."""
    return cycle_model.simulate(CycleState(days=float(REPORT_DAYS[-1]), **moved(control, amount), **PROBES[probe]))


def simulate(state):
    """Compare what is measured in the patient with the guess.

    Parameters
    ----------
    state : MysteryState

    Returns
    -------
    MysteryResult
    """
    hidden, guess = secret(state.patient), (state.suspect, state.amount)
    shares = [_gap(hidden, guess, probe, measure) / MEASURES[measure][2] for probe in PROBES for measure in MEASURES]
    curve = MEASURES[state.measure][0](course(*guess, state.probe))
    return MysteryResult(
        state,
        REPORT_DAYS,
        _reports(hidden, state.probe, state.measure),
        tuple(curve[day] for day in REPORT_DAYS),
        curve,
        *hidden,
        _gap(hidden, guess, state.probe, state.measure),
        100 * sum(shares) / len(shares),
    )


def _reports(hidden, probe, measure):
    read, step, _ = MEASURES[measure]
    values = read(course(*hidden, probe))
    return tuple(step * round(values[day] / step) for day in REPORT_DAYS)


def _gap(hidden, guess, probe, measure):
    values = MEASURES[measure][0](course(*guess, probe))
    reports = _reports(hidden, probe, measure)
    return sum(abs(report - values[day]) for report, day in zip(reports, REPORT_DAYS, strict=True)) / len(REPORT_DAYS)
