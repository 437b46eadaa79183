"""A seeded group of simulated patients, run all at once by the same six equations.

The spreads are assumptions: with them the average pain follows the published course of acute back pain. The share whose
pain lasts is therefore put in, not found out.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.cycle.equations import STATES, default_terms, run
from spine_edu.cycle.treatments import effects, felt, push, terms_on
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
        return float(self._after(week).mean())

    def settled(self, week):
        """Return the share of patients whose rating is settled after `week` weeks."""
        return float((self._after(week) <= SETTLED).mean())

    def lasting(self, week=52):
        """Return the share of patients whose rating is above the border of lasting pain after `week` weeks."""
        return float((self._after(week) > LASTING).mean())

    def _after(self, week):
        last = (len(self.rating) - 1) // 7
        if not _is_whole(week) or not 0 <= week <= last:
            raise ValueError(
                f"This course lasts {last} weeks; the week must be a whole number from 0 to {last}, "
                f"and {week!r} is not."
            )
        return self.rating[7 * week]


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
        if not _is_whole(number) or number < least:
            raise ValueError(f"{name} must be a whole number of at least {least}; {number!r} is not.")
    import numpy as np  # here, so that everything else of the cycle runs in a Python without it

    random = np.random.default_rng(seed)
    terms = dict(default_terms())
    log_reactivity, log_speed, spread_load, spread_start = (
        data.value(f"cycle_cohort.{name}") for name in ("log_reactivity", "log_speed", "spread_load", "spread_start")
    )
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
        If `cohort` is no Cohort, `days` is not a whole number of at least 1, `plan` is not made of pairs, a treatment
        is unknown or refused, or `cut` is no term.
    """
    if not isinstance(cohort, Cohort):
        raise ValueError(f"A group to follow is a Cohort, as draw() gives it; {cohort!r} is none.")
    if not _is_whole(days) or days < 1:
        raise ValueError(f"days must be a whole number of at least 1; {days!r} is not.")
    for slot in plan:
        if not isinstance(slot, tuple) or len(slot) != 2:
            raise ValueError(
                f'A plan is made of pairs of treatment and start day, such as ("heat", 0); {slot!r} is none.'
            )
        effects(slot[0])
    if cut is not None and cut not in cohort.terms:
        raise ValueError(f"There is no term named {cut!r} to cut; the names of terms stand in parameters.csv.")
    import numpy as np

    terms = cohort.terms if cut is None else {**cohort.terms, cut: 0.0}
    path = run(cohort.start, days, lambda day: terms_on(day, terms, plan), lambda day, y: push(day, y, plan))
    pain = [felt(day, y[STATES.index("pain")], plan) for day, y in enumerate(path)]
    return Course(10 * np.array(pain), np.array([y[STATES.index("herniation")] for y in path]))


def _is_whole(number):
    return isinstance(number, int) and not isinstance(number, bool)


def _range(name):
    return data.value(f"cycle_cohort.{name}_low"), data.value(f"cycle_cohort.{name}_high")
