"""Six explanations on one model: what each does to muscle, back pain and leg pain, when, and in what one does.

An explanation is a source of some strength, 0 to 10. What it gives is strength x course in time x share in what one
does, and the six simply add up, to at most 10. All shares and times are invented; the rows say why they were chosen.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from math import exp
from types import MappingProxyType

from spine_edu import data
from spine_edu.spasm.mechanisms import story
from spine_edu.state import State, choice, quantity

#: Read-outs, and what one does, in the order of the picture.
READOUTS = ("muscle", "back", "leg")
DOES = ("still", "asleep", "about", "bend", "raised", "carry", "belt")
#: Those of the left side of the picture first, so that of two bodies the left one is theirs.
MECHANISMS = ("pressure", "ligament", "strain", "chemical", "guarding", "stress")
#: Moments at which two explanations are compared: hours after the lift.
MOMENTS = MappingProxyType(
    {
        -2.0: "before the lift",
        0.25: "a quarter of an hour",
        1.0: "an hour",
        8.0: "8 hours",
        24.0: "a day",
        48.0: "2 days",
        96.0: "4 days",
        168.0: "a week",
        336.0: "2 weeks",
        672.0: "4 weeks",
        1008.0: "6 weeks",
    }
)
FULL = 10.0
#: The day that is looked at by itself: from when to when, and when she stops walking, in hours after the lift.
BEGINS, LIES, ENDS = 18.0, 24.0, 48.0
#: So much of 10 decides nothing between two experiments: the scale is invented.
TIE = 0.35
#: Hours of the curves: the hours before, the first hour, the first day, six weeks.
HOURS = (
    *(-6.0, -3.0, -0.001, 0.0),
    *(hour / 20 for hour in range(1, 20)),
    *(hour / 2 for hour in range(2, 48)),
    *(24.0 * day for day in range(1, 43)),
)
_DAY = 24.0


@dataclass(frozen=True)
class MechanismsState(State):
    """Settings: what one does, when one looks, how strong each source is, and what is shown of it."""

    does: str = choice("spasm_mechanisms.does")
    hour: float = quantity("spasm_mechanisms.hour")
    story: str = choice("spasm_mechanisms.story")
    view: str = choice("spasm_mechanisms.view")
    read: str = choice("spasm_mechanisms.read")
    pressure: float = quantity("spasm_mechanisms.pressure")
    chemical: float = quantity("spasm_mechanisms.chemical")
    ligament: float = quantity("spasm_mechanisms.ligament")
    guarding: float = quantity("spasm_mechanisms.guarding")
    strain: float = quantity("spasm_mechanisms.strain")
    stress: float = quantity("spasm_mechanisms.stress")
    reach: float = quantity("spasm_mechanisms.reach")
    known: str = choice("spasm_mechanisms.known")

    @property
    def on(self):
        """The sources that are on: name -> strength, of 10."""
        return {name: getattr(self, name) for name in MECHANISMS if getattr(self, name)}

    @property
    def of_day(self):
        """Whether one day is drawn by itself: asked for, with chemistry alone on, the root reached, and no story."""
        return self.view == "day" and tuple(self.on) == ("chemical",) and not self.reach and self.story == "none"

    @property
    def doing(self):
        """What she does at the moment: on the day that is drawn by itself she walks first."""
        return "about" if self.of_day and self.hour < LIES else self.does


@dataclass(frozen=True)
class Experiment:
    """Where two explanations differ most.

    Attributes
    ----------
    readout, does : str
    hour : float
        One of `MOMENTS`.
    one, other : float
        What each alone gives there, of 10.
    by_deed : dict
        Each thing one can do -> the largest difference in it, over read-outs and moments.
    """

    readout: str
    does: str
    hour: float
    one: float
    other: float
    by_deed: dict

    @property
    def gap(self):
        """How far they are apart, of 10."""
        return abs(self.one - self.other)


@dataclass(frozen=True)
class MechanismsResult:
    """What the sources that are on do to one person.

    Attributes
    ----------
    state : MechanismsState
    values : dict
        Read-out -> value at the moment and in what one does, of 10.
    parts : dict
        Source that is on -> what it alone adds to the muscle there, of 10, before the sum is cut at 10.
    """

    state: MechanismsState
    values: dict
    parts: dict

    @cached_property
    def curves(self):
        """Read-out -> its values at `HOURS`, in what one does."""
        return courses(self.state, self.state.does)

    @cached_property
    def rivals(self):
        """The two sources that are on, if there are exactly two; else nothing."""
        on = tuple(self.state.on)
        return on if len(on) == 2 else ()

    @cached_property
    def apart(self):
        """Whether two bodies are drawn: asked for, and exactly two sources are on."""
        return self.state.view == "two" and bool(self.rivals)

    @cached_property
    def experiment(self):
        """The `Experiment` that tells two rivals apart; None unless exactly two are on.

        It is what is being done already, if nothing is better by more than `TIE`.
        """
        if not self.rivals:
            return None
        states = [alone(self.state, name) for name in self.rivals]
        found, state = best(*states), self.state
        here = [value(one, state.read, state.does, state.hour) for one in states]
        if abs(here[0] - here[1]) < found.gap - TIE:
            return found
        return Experiment(state.read, state.does, state.hour, *here, found.by_deed)

    @cached_property
    def told(self):
        """What the story's person told: rows of the story, each with the model's value and whether it fits."""
        return tuple(
            story.Told(row, here, row.low <= round(here, 1) <= row.high)
            for row in story.rows(self.state.story)
            for here in [value(self.state, row.readout, row.does, row.hour)]
        )

    @property
    def fits(self):
        """Whether all that was told fits."""
        return bool(self.told) and all(one.fits for one in self.told)


@cache
def rows():
    """Return the explanations: name -> row of the table."""
    return {row.mechanism: row for row in data.table("spasm_mechanisms")}


@cache
def shares():
    """Return (explanation, read-out) -> what one does -> share of its strength."""
    return {
        (row.mechanism, row.readout): {does: getattr(row, does) for does in DOES}
        for row in data.table("spasm_readouts")
    }


def course(name, hour, reach=0.0):
    """Return how much of a source is there so many hours after the lift: 0 to 1.

    Parameters
    ----------
    name : str
    hour : float
        Below 0 is before the lift.
    reach : float
        Days after the lift until the root is reached.
    """
    row = rows()[name]
    since = hour - (reach * _DAY if row.start == "reach" else 0.0)
    rest = _stress_before() if row.start == "always" else 0.0
    if since < 0:
        return rest
    return rest + (1 - rest) * (1 - exp(-since / row.rise)) * 2 ** (-since / (_DAY * row.half))


@cache
def _stress_before():
    return data.value("spasm_mechanisms.stress_before")


@cache
def _held_back():
    return data.value("spasm_mechanisms.held_back")


def part(state, name, readout, does, hour):
    """Return what one source alone adds to a read-out, of 10."""
    return getattr(state, name) * course(name, hour, state.reach) * shares()[name, readout][does]


def value(state, readout, does, hour):
    """Return a read-out, 0 to 10: what the sources add up to, and for the muscle its own work under it."""
    added = sum(part(state, name, readout, does, hour) for name in state.on)
    if readout == "muscle":
        added += own_work(does, value(state, "back", does, hour))
    return min(FULL, added)


def own_work(does, back_pain):
    """Return the muscle's own work, of 10, of which back pain takes a share away."""
    return FULL * shares()["none", "muscle"][does] * (1 - _held_back() * back_pain)


def courses(state, does):
    """Return read-out -> its values at `HOURS`."""
    times = {name: [course(name, hour, state.reach) for hour in HOURS] for name in state.on}
    sums = {}
    for readout in READOUTS:
        weights = {name: getattr(state, name) * shares()[name, readout][does] for name in state.on}
        sums[readout] = [
            min(FULL, sum(weight * times[name][index] for name, weight in weights.items()))
            for index in range(len(HOURS))
        ]
    muscle = [min(FULL, added + own_work(does, pain)) for added, pain in zip(sums["muscle"], sums["back"], strict=True)]
    return {"muscle": muscle, "back": sums["back"], "leg": sums["leg"]}


def alone(state, name):
    """Return the state in which only one source is on, as strong as it is."""
    return state.replace(**{other: getattr(state, other) if other == name else 0.0 for other in MECHANISMS})


def best(one, other):
    """Return the `Experiment` in which two states differ most, of all read-outs, deeds and `MOMENTS`.

    Of those within `TIE` of the largest difference it is the first, in the order of the picture: a raised leg comes
    before a bag.
    """
    tried = [
        (readout, does, hour, value(one, readout, does, hour), value(other, readout, does, hour))
        for does in DOES
        for readout in READOUTS
        for hour in MOMENTS
    ]
    by_deed = {does: max(abs(first - second) for _, at, _, first, second in tried if at == does) for does in DOES}
    most = max(by_deed.values())
    found = next(row for row in tried if abs(row[3] - row[4]) >= most - TIE)
    return Experiment(*found, by_deed)


def simulate(state):
    """Return the `MechanismsResult` of a `MechanismsState`."""
    values = {readout: value(state, readout, state.doing, state.hour) for readout in READOUTS}
    parts = {name: part(state, name, "muscle", state.doing, state.hour) for name in state.on}
    return MechanismsResult(state, values, parts)
