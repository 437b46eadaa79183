"""Treatments on the cycle: which link each acts on, the run with and without it, and what its trials measured.

Nothing is computed here that the whole model does not compute: a run is one of `spine_edu.cycle.whole`, with the
treatments of its table. What trials measured stands in ``data/treatment_trials.csv``.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from spine_edu import data
from spine_edu.cycle.equations import STATES
from spine_edu.cycle.treatments import effects, strength, usual_length
from spine_edu.cycle.whole import model as cycle_model
from spine_edu.cycle.whole.model import CycleState
from spine_edu.state import State, choice, quantity

#: Person -> preset of the whole model that describes them.
PEOPLE = {"settling": "As it starts", "noor": "Noor", "lasting": "The believer’s story"}
#: Time shown -> days.
SPANS = {"weeks": 84, "year": 364}
#: What a treatment does beside the loop: it adds pain to the box of pain.
ADDED = "pain_added"
#: Slot of a treatment -> its control, which a press in the cycle sets.
SLOTS = {"first": "treatment", "second": "second_treatment"}
#: What an effect acts on -> box or arrow of the cycle's diagram, and what it does there.
PLACES = {
    "inflammation_pain": ("inflammation_pain", "inflammation hurts less"),
    "guarding_reactivity": ("pain_guarding", "pain tightens the muscles less"),
    "guarding_release": ("guarding", "the muscles let go faster"),
    "guarding": ("guarding", "the muscles let go for a moment"),
    "herniation": ("herniation", "most of the herniation is taken out"),
    "load": ("pressure", "the disc carries less"),
    "load_carried": ("pressure", "the disc carries less"),
    "conditioning": ("moving", "the trunk gets fitter"),
    "sensitisation_time": ("pain", "its volume turns down sooner"),
    "nociception": ("pain", "each signal hurts a little less"),
    "felt": (ADDED, "it adds pain of its own"),
}
#: Disc pressure that fills its box, MPa, as on the axis of the whole model.
_MOST_PRESSURE = 1.7
#: An effect weaker than this share of itself no longer lights its link.
_FAINT = 0.05


@dataclass(frozen=True)
class OnTheCycleState(State):
    """Settings: one or two treatments, when and how long, in whom, and the day that is looked at."""

    treatment: str = choice("cycle_model.treatment", value="relaxant")
    start: float = quantity("treatment_cycle.start")
    person: str = choice("treatment_cycle.person")
    day: float = quantity("treatment_cycle.day")
    length: float = quantity("treatment_cycle.length")
    second_treatment: str = choice("cycle_model.treatment", "Second treatment")
    second_start: float = quantity("treatment_cycle.start", "Second treatment starts on day")
    reactivity: float = quantity("treatment_cycle.reactivity")
    span: str = choice("treatment_cycle.span")
    curve: str = choice("treatment_cycle.curve")
    fills: str = choice("treatment_cycle.fills")

    def __post_init__(self):
        super().__post_init__()
        for treatment, *_ in self.plan:
            effects(treatment)

    @property
    def plan(self):
        """The treatments given: (name, start day, length against the usual), in the order of the controls."""
        slots = (self.treatment, self.start, self.length), (self.second_treatment, self.second_start, 1.0)
        return tuple(slot for slot in slots if slot[0] != "none")


@dataclass(frozen=True)
class _Planned(CycleState):
    """A state of the whole model that is given a plan with lengths."""

    given: tuple = ()

    @property
    def plan(self):
        return self.given


@dataclass(frozen=True)
class Held:
    """A row of treatment_trials.csv held against the run.

    Attributes
    ----------
    trial : record
    day : int
        The day of the run that is as many weeks after the start of the treatment as the trial's mark.
    model : float
        Pain with the treatment alone less pain without it, points of 10.
    """

    trial: object
    day: int
    model: float

    @property
    def verdict(self):
        """*inside*, *less pain* or *more pain*: where the model lies against the trial's interval."""
        return verdict(self.model, self.trial)


def verdict(difference, trial):
    """Return where a difference lies against a trial's interval, both as they are printed: with one decimal."""
    low, here, high = (round(value, 1) for value in (trial.low, difference, trial.high))
    return "inside" if low <= here <= high else "less pain" if here < low else "more pain"


@dataclass(frozen=True)
class OnTheCycleResult:
    """One person with and without the treatments.

    Attributes
    ----------
    state : OnTheCycleState
    treated, untreated : CycleResult
        Runs of the whole model over the time shown.
    """

    state: OnTheCycleState
    treated: object
    untreated: object

    @property
    def days(self):
        """The days shown: 0, 1, 2, ..."""
        return self.treated.days

    @property
    def day(self):
        """The day looked at; the last one shown, if it lies beyond."""
        return min(round(self.state.day), self.days[-1])

    @property
    def asked(self):
        """Whether these are the settings that the question is about, whatever day is looked at."""
        looked_at = {name: getattr(OnTheCycleState, name) for name in ("day", "span", "curve", "fills")}
        return self.state.replace(**looked_at) == OnTheCycleState()

    def difference(self, day):
        """Return pain with the treatments less pain without them, points of 10."""
        return self.treated.rating[day] - self.untreated.rating[day]

    @property
    def most(self):
        """The day on which pain with the treatments is farthest from pain without them; the first of several."""
        return max(self.days, key=lambda day: abs(round(self.difference(day), 2)))

    @cached_property
    def alone(self):
        """Pain with each treatment alone less pain without any, on the day looked at, points of 10; by the plan."""
        plan, day = self.state.plan, self.day
        if len(plan) == 1:
            return (self.difference(day),)
        # A run takes as long as its days: what is looked at early needs no year.
        days = min(days for days in SPANS.values() if days >= day)
        return tuple(_run(self.state, (slot,), days).rating[day] - self.untreated.rating[day] for slot in plan)

    def alone_on(self, day):
        """As `alone`, on any day: for a run."""
        plan = self.state.plan
        if len(plan) == 1:
            return (self.difference(day),)
        runs = (_run(self.state, (slot,)) for slot in plan)
        return tuple(run.rating[day] - self.untreated.rating[day] for run in runs)

    def at_work(self, day):
        """Return what is at work on a day: a set of the treatment's number, 1 or 2, and the box or arrow.

        What was at work until the midnight before has made the day what it is, and counts.
        """
        return {
            (number, PLACES[row.acts_on][0])
            for number, (treatment, start, length) in enumerate(self.state.plan, 1)
            for row in effects(treatment, length)
            if _works(row, day - start) or _works(row, day - 1 - start)
        }

    @property
    def over(self):
        """Whether on the day looked at nothing is at work any more of what has been."""
        return bool(self.state.plan) and not any(self.at_work(day) for day in range(self.day, self.days[-1] + 1))

    @cached_property
    def held(self):
        """What trials measured, held against the run: only of one treatment, given as long as usual."""
        plan = self.state.plan
        if len(plan) != 1 or other_length(plan[0]):
            return ()
        (treatment, start, _), found = plan[0], []
        for trial in fitting(treatment, self.state.person):
            day = round(start + 7 * trial.week)
            if day <= self.days[-1]:
                found.append(Held(trial, day, self.difference(day)))
        return tuple(found)


def other_length(slot):
    """Return whether a treatment of a plan is given longer or shorter than usual; what is done once has no length."""
    treatment, _, length = slot
    return length != 1 and usual_length(treatment) is not None


def _works(row, since):
    """Return whether an effect is at work on the day that begins `since` days after the treatment."""
    once = row.acts_on in STATES
    return 0 <= since - row.day < 1 if once else strength(row, since) > _FAINT


def places(treatment):
    """Return the boxes and arrows on which a treatment acts, each with what it does there, as a dict."""
    found = {}
    for row in effects(treatment):
        where, words = PLACES[row.acts_on]
        found.setdefault(where, words)
    return found


def level(run, box, day):
    """Return how full a box of the cycle is on a day of a run, 0 to 1."""
    if box == "pressure":
        return min(1.0, run.pressure[day] / _MOST_PRESSURE)
    return run.rating[day] / 10 if box == "pain" else getattr(run, box)[day]


def offered():
    """Return the treatments that act on something, in the order of the list."""
    return tuple(dict.fromkeys(row.treatment for row in data.table("cycle_treatments")))


def trials(treatment):
    """Return the rows of treatment_trials.csv about a treatment."""
    return tuple(row for row in data.table("treatment_trials") if row.treatment == treatment)


def fitting(treatment, person):
    """Return the trials of a treatment that are marked in the picture: of one source, and in such people if there is.

    A person whose pain lasts is held against people whose pain had lasted, the others against the rest.
    """
    marked = [row for row in trials(treatment) if row.measure == "points of 10"]
    alike = [row for row in marked if (row.lasting == "yes") == (person == "lasting")] or marked
    return tuple(row for row in alike if row.source == alike[0].source)


@lru_cache(maxsize=8)
def person(name):
    """Return the state of the whole model that describes a person, as its preset has it."""
    rows = data.table("scenarios")
    preset = next(row for row in rows if row.explorer == "cycle_model" and row.name == PEOPLE[name])
    return CycleState.from_text(f"cycle_model v1: {preset.settings}", "cycle_model")


def _run(state, plan, days=None):
    return _course(state.person, state.reactivity, days or SPANS[state.span], plan)


@lru_cache(maxsize=64)
def _course(name, reactivity, days, plan):
    """A run of the whole model; the untreated one is asked for at every move, and computed once a person."""
    own = {**vars(person(name)), "days": days}
    own["guarding_reactivity"] *= reactivity
    return cycle_model.simulate(_Planned(**own, given=plan))


def simulate(state):
    """Return the `OnTheCycleResult` of an `OnTheCycleState`."""
    return OnTheCycleResult(state, _run(state, state.plan), _run(state, ()))
