"""The whole model of the cycle for one patient: settings in, a year of six states out.

A hypothesis made runnable. Nearly every constant is invented for teaching; see ``docs/model.md``.
"""

from dataclasses import dataclass
from functools import cached_property
from math import exp

from spine_edu import data
from spine_edu.cycle import gain, open_loop, resting
from spine_edu.cycle.equations import STATES, default_terms, run
from spine_edu.cycle.treatments import effects, felt, push, terms_on
from spine_edu.state import State, choice, quantity

#: Link -> the term that carries it; the link is cut by setting the term to 0.
LINKS = {
    "spasm_pain": "spasm_pain",
    "guarding": "guarding_reactivity",
    "sensitisation": "sensitisation_gain",
    "chemistry": "chemical_irritation",
    "contact": "nerve_contact",
    "pressure": "pressure_feedback",
    "support": "guarding_support",
    "resorption": "resorption_rate",
}

#: Control of a treatment -> the control of the day on which it begins, in the order in which they are filled.
SLOTS = {"treatment": "treatment_day", "second_treatment": "second_day", "third_treatment": "third_day"}
#: Pain at or below this (NRS) counts as settled in the words; above LASTING it counts as lasting.
SETTLED, LASTING = 2.0, 3.0


@dataclass(frozen=True)
class CycleState(State):
    """Settings of one run; ranges, units and meanings stand in parameters.csv and choices.csv."""

    load: float = quantity("cycle_model.load")
    guarding_reactivity: float = quantity("cycle_model.guarding_reactivity")
    herniation_start: float = quantity("cycle_model.herniation_start")
    view: str = choice("cycle_model.view")
    show_guarding: str = choice("cycle_model.show_guarding")
    show_inflammation: str = choice("cycle_model.show_inflammation")
    show_herniation: str = choice("cycle_model.show_herniation")
    show_annulus: str = choice("cycle_model.show_annulus")
    show_sensitisation: str = choice("cycle_model.show_sensitisation")
    show_pressure: str = choice("cycle_model.show_pressure")
    show_gain: str = choice("cycle_model.show_gain")
    look_day: float = quantity("cycle_model.look_day")
    road: str = choice("cycle_model.road")
    nerve_contact: float = quantity("cycle_model.nerve_contact")
    conditioning: float = quantity("cycle_model.conditioning")
    ageing: float = quantity("cycle_model.ageing")
    pressure_feedback: float = quantity("cycle_model.pressure_feedback")
    sensitisation_gain: float = quantity("cycle_model.sensitisation_gain")
    cut_link: str = choice("cycle_model.cut_link")
    treatment: str = choice("cycle_model.treatment")
    treatment_day: float = quantity("cycle_model.treatment_day")
    second_treatment: str = choice("cycle_model.treatment", "Second treatment")
    second_day: float = quantity("cycle_model.treatment_day", "Second treatment starts on day")
    third_treatment: str = choice("cycle_model.treatment", "Third treatment")
    third_day: float = quantity("cycle_model.treatment_day", "Third treatment starts on day")
    days: float = quantity("cycle_model.days")

    def __post_init__(self):
        super().__post_init__()
        for treatment, *_ in self.plan:
            effects(treatment)

    @property
    def plan(self):
        """The treatments on the time line: (name, start day), in the order of the controls."""
        slots = ((getattr(self, slot), getattr(self, day)) for slot, day in SLOTS.items())
        return tuple(slot for slot in slots if slot[0] != "none")

    @property
    def shown(self):
        """What the course shows beside pain, as a tuple of names such as *guarding*, *pressure* and *gain*."""
        switches = [name for name in self.declarations() if name.startswith("show_")]
        return tuple(name.removeprefix("show_") for name in switches if getattr(self, name) == "yes")

    @property
    def terms(self):
        """Every number of the equations before treatment, by name."""
        terms = dict(default_terms())
        terms.update((name, getattr(self, name)) for name in terms if hasattr(self, name))
        if self.cut_link != "none":
            terms[LINKS[self.cut_link]] = 0.0
        return terms

    @property
    def start(self):
        """The six states on day 0: a fresh event."""
        return (self.herniation_start, *(data.value(f"cycle_model.{name}_start") for name in STATES[1:]))


@dataclass(frozen=True)
class CycleResult:
    """One run.

    Attributes
    ----------
    state : CycleState
    days : tuple of int
        0, 1, 2, ... d.
    herniation, annulus, inflammation, pain, guarding, sensitisation : tuple of float
        The six states, 0 to 1, one value a day; `pain` is the loop's. See `rating` for the pain that is felt.
    """

    state: CycleState
    days: tuple
    herniation: tuple
    annulus: tuple
    inflammation: tuple
    pain: tuple
    guarding: tuple
    sensitisation: tuple

    @cached_property
    def rating(self):
        """Pain that is felt, on the 0-to-10 scale (NRS), one value a day: the loop's, and what treatments add to it."""
        return tuple(10 * felt(day, pain, self.state.plan) for day, pain in zip(self.days, self.pain, strict=True))

    def levels(self, name):
        """Return a state as it is drawn and printed, 0 to 10, one value a day; pain as it is felt."""
        return self.rating if name == "pain" else tuple(10 * value for value in getattr(self, name))

    @cached_property
    def pressure(self):
        """Disc pressure in MPa, one value a day: standing pressure x (load + what guarding adds)."""
        standing, plan, untreated = data.value("cycle_model.standing_pressure"), self.state.plan, self.state.terms
        today = [terms_on(day, untreated, plan) for day in self.days]
        return tuple(
            standing * (terms["load"] * terms["load_carried"] + terms["pressure_feedback"] * guarding)
            for terms, guarding in zip(today, self.guarding, strict=True)
        )

    @cached_property
    def image(self):
        """Herniation as a scan would show it: follows the irritant slowly; same scale as `herniation`."""
        keep = exp(-1 / data.value("cycle_model.image_time"))
        values = [self.herniation[0]]
        for before, after in zip(self.herniation, self.herniation[1:], strict=False):
            values.append(values[-1] * keep + (before + after) / 2 * (1 - keep))
        return tuple(values)

    @cached_property
    def equilibria(self):
        """Where the untreated loop can rest: a tuple of `resting.Equilibrium`, lowest pain first."""
        return resting.equilibria(self.state.terms, self.return_curve)

    @property
    def at_rest(self):
        """Pain, 0 to 1, that the untreated loop rests at on the road that the state names."""
        rests = [point.pain for point in self.equilibria if point.stable]
        return rests[0] if self.state.road == "lower" else rests[-1]

    @property
    def is_high(self):
        """Whether pain rests on the upper road; where only one is left, it is named by its side of LASTING."""
        return self.state.road == "upper" if len(self.equilibria) > 1 else 10 * self.at_rest > LASTING

    @property
    def look(self):
        """The day of the run that is looked at."""
        return min(round(self.state.look_day), self.days[-1])

    @cached_property
    def path_gains(self):
        """State -> its share of the loop gain at the tipping point; empty if there is none."""
        tipping = next((point.pain for point in self.equilibria if not point.stable), None)
        return {} if tipping is None else gain.gain_by_path(self.state.terms, tipping)

    @cached_property
    def gain(self):
        """Loop gain at the end of the run: what one unit of extra pain brings back, one turn later."""
        return gain.loop_gain(self.state.terms, self.pain[-1])

    @cached_property
    def return_curve(self):
        """Pain put in and pain returned by the untreated loop, both 0 to 1."""
        return open_loop.return_curve(self.state.terms)

    @cached_property
    def cobweb(self):
        """The staircase of turns from the pain of day 0, as (pain put in, pain returned) points, 0 to 1."""
        return open_loop.cobweb(self.state.terms, self.pain[0])

    @cached_property
    def peak_gain(self):
        """Loop gain where the return is steepest; only above 1 can the loop hold itself up."""
        return gain.peak_gain(self.state.terms, self.return_curve)

    @cached_property
    def regime_map(self):
        """Borders of the plane of load and guarding reactivity; see `resting.regime_map`."""
        return resting.regime_map(self.state.terms)

    @cached_property
    def load_curve(self):
        """Resting points over the whole range of load; see `resting.load_curve`."""
        return resting.load_curve(self.state.terms, *_range("load"))

    @property
    def load_folds(self):
        """Loads (x standing) at which pain jumps up on the way up, and down on the way down; None where it does not."""
        return resting.curve_folds(self.load_curve)

    @cached_property
    def untreated(self):
        """The same run without any treatment."""
        return simulate(self.state.replace(treatment="none", second_treatment="none", third_treatment="none"))

    @property
    def outcome(self):
        """*settles*, *in between* or *persists*, by the rating on the last day."""
        last = self.rating[-1]
        return "settles" if last <= SETTLED else "persists" if last > LASTING else "in between"

    @property
    def settled_day(self):
        """First day from which pain stays settled, or None."""
        return self.first_day_at_or_below(SETTLED)

    def first_day_at_or_below(self, rating):
        """Return the first day from which pain stays at or below `rating`, or None if it does not."""
        for day in reversed(self.days):
            if self.rating[day] > rating:
                return day + 1 if day < self.days[-1] else None
        return 0


def followed(before, state):
    """Return a state on the road that pain takes when the settings go slowly from those of a result to its own.

    Parameters
    ----------
    before : CycleResult
    state : CycleState

    Returns
    -------
    CycleState
        Where only one road is left, it is called by the side of LASTING on which pain rests.
    """
    rests = [point.pain for point in resting.equilibria(state.terms) if point.stable]
    pain = resting.follow(state.terms, before.at_rest, rests)
    high = pain == rests[-1] if len(rests) > 1 else 10 * pain > LASTING
    return state.replace(road="upper" if high else "lower")


def _range(name):
    declared = data.parameter(f"cycle_model.{name}")
    return declared.low, declared.high


def simulate(state):
    """Run the model.

    Parameters
    ----------
    state : CycleState

    Returns
    -------
    CycleResult
    """
    days, terms, plan = round(state.days), state.terms, state.plan
    path = run(state.start, days, lambda day: terms_on(day, terms, plan), lambda day, y: push(day, y, plan))
    return CycleResult(state, tuple(range(days + 1)), *zip(*path, strict=True))
