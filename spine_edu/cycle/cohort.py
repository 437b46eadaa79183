"""A seeded group of simulated patients, run all at once by the same six equations.

The spreads are assumptions: with them the average pain follows the published course of acute back pain. The share whose
pain lasts is therefore put in, not found out.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.cycle.equations import STATES, default_terms, run
from spine_edu.cycle.treatments import effects, push, terms_on
from spine_edu.cycle.whole.model import LASTING, SETTLED


@dataclass(frozen=True)
class Cohort:
    """A group of patients.

    Attributes
    ----------
    terms : dict
        Name -> float, or array of shape (patients,) where patients differ.
    start : tuple of array
        The six states on day 0, each of shape (patients,).
    """

    terms: dict
    start: tuple

    @property
    def size(self):
        """How many patients there are."""
        return len(self.start[0])


@dataclass(frozen=True)
class Course:
    """The course of a group.

    Attributes
    ----------
    rating : array of shape (days + 1, patients)
        Pain on the 0-to-10 scale.
    herniation : array of shape (days + 1, patients)
    """

    rating: object
    herniation: object

    def mean(self, week):
        """Return the mean rating after `week` weeks."""
        return float(self.rating[7 * week].mean())

    def settled(self, week):
        """Return the share of patients whose rating is settled after `week` weeks."""
        return float((self.rating[7 * week] <= SETTLED).mean())

    def lasting(self, week=52):
        """Return the share of patients whose rating is above the border of lasting pain after `week` weeks."""
        return float((self.rating[7 * week] > LASTING).mean())


def draw(patients=1000, seed=1):
    """Return a group drawn from the spreads of the model.

    Parameters
    ----------
    patients : int
        At least 1.
    seed : int
        The same seed gives the same group.

    Raises
    ------
    ValueError
        If `patients` is not a whole number of at least 1, or `seed` is not a whole number of at least 0.
    """
    for name, number, least in (("patients", patients, 1), ("seed", seed, 0)):
        if not isinstance(number, int) or isinstance(number, bool) or number < least:
            raise ValueError(f"{name} must be a whole number of at least {least}; {number!r} is not.")
    import numpy as np  # here, so that everything else of the cycle runs in a Python without it

    random = np.random.default_rng(seed)
    terms = dict(default_terms())
    log_reactivity, log_speed, spread_load, spread_start = (
        data.value(f"cycle_cohort.{name}") for name in ("log_reactivity", "log_speed", "spread_load", "spread_start"))
    reactivity, speed = (np.exp(spread * random.standard_normal(patients)) for spread in (log_reactivity, log_speed))
    for name, factor in (("guarding_reactivity", reactivity), ("clearance_rate", speed), ("resorption_rate", speed)):
        terms[name] = terms[name] * factor
    for name in ("conditioning", "ageing", "nerve_contact"):
        terms[name] = random.uniform(*_range(name), patients)
    low, high = data.parameter("cycle_model.load").low, data.parameter("cycle_model.load").high
    terms["load"] = np.clip(terms["load"] + spread_load * random.standard_normal(patients), low, high)
    herniation = data.value("cycle_model.herniation_start") + spread_start * random.standard_normal(patients)
    others = [np.full(patients, data.value(f"cycle_model.{name}_start")) for name in STATES[1:]]
    return Cohort(terms, (np.clip(herniation, 0.02, 1.0), *others))


def follow(cohort, days=364, plan=(), cut=None):
    """Return the course of a group.

    Parameters
    ----------
    cohort : Cohort
    days : int
    plan : sequence of (str, float)
        Treatment and start day; everybody gets it.
    cut : str, optional
        A term that is set to 0: a link cut in everybody.

    Raises
    ------
    ValueError
        If a treatment is unknown or refused, or `cut` is no term.
    """
    for treatment, _ in plan:
        effects(treatment)
    if cut is not None and cut not in cohort.terms:
        raise ValueError(f"There is no term named {cut!r} to cut; the names of terms stand in parameters.csv.")
    import numpy as np

    terms = cohort.terms if cut is None else {**cohort.terms, cut: 0.0}
    path = run(cohort.start, days, lambda day: terms_on(day, terms, plan), lambda day, y: push(day, y, plan))
    return Course(10 * np.array([y[STATES.index("pain")] for y in path]),
                  np.array([y[STATES.index("herniation")] for y in path]))


def _range(name):
    return data.value(f"cycle_cohort.{name}_low"), data.value(f"cycle_cohort.{name}_high")
