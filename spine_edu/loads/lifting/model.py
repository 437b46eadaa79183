"""The revised NIOSH lifting equation: how much load it recommends, and what each circumstance takes off.

``RWL = LC × HM × VM × DM × AM × FM × CM`` and ``LI = L / RWL`` (Applications manual, 94-110, revised 2021). The four
multipliers with a formula are computed from it, never read from the rounded tables; frequency and coupling come from
tables. The manual rounds on the way (multipliers to two decimals, limits to one); this module does not.
"""

import itertools
import math
from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.state import State, choice, quantity

#: Multipliers in the order of the equation: symbol -> words.
MULTIPLIERS = {"HM": "Reach", "VM": "Height", "DM": "Travel", "AM": "Turn", "FM": "How often", "CM": "Grip"}


@dataclass(frozen=True)
class LiftingState(State):
    """One lift, or a job of two, in kilograms and centimetres whatever the units of the result."""

    weight: float = quantity("loads_lifting.weight")
    horizontal: float = quantity("loads_lifting.horizontal")
    vertical: float = quantity("loads_lifting.vertical")
    lifted_to: float = quantity("loads_lifting.lifted_to")
    asymmetry: float = quantity("loads_lifting.asymmetry")
    frequency: float = quantity("loads_lifting.frequency")
    duration: str = choice("loads_lifting.duration")
    coupling: str = choice("loads_lifting.coupling")
    task: str = choice("loads_lifting.task")
    control: str = choice("loads_lifting.control")
    horizontal_end: float = quantity("loads_lifting.horizontal_end")
    asymmetry_end: float = quantity("loads_lifting.asymmetry_end")
    units: str = choice("loads_lifting.units")
    second: str = choice("loads_lifting.second")
    second_weight: float = quantity("loads_lifting.second_weight")
    second_horizontal: float = quantity("loads_lifting.second_horizontal")
    second_vertical: float = quantity("loads_lifting.second_vertical")
    second_frequency: float = quantity("loads_lifting.second_frequency")


@dataclass(frozen=True)
class Place:
    """One end of a lift: horizontal distance and height of the hands (cm or in), angle of asymmetry (degrees)."""

    horizontal: float
    vertical: float
    asymmetry: float


@dataclass(frozen=True)
class Lift:
    """One lifting task, in the units of `system`.

    Attributes
    ----------
    system : {"metric", "customary"}
        Kilograms and centimetres, or pounds and inches.
    weight : float
    origin, destination : Place
    frequency : float
        Lifts per minute.
    duration : {"short", "moderate", "long"}
    coupling : {"good", "fair", "poor"}
    control : bool
        Whether the load must be controlled at the destination.
    """

    system: str
    weight: float
    origin: Place
    destination: Place
    frequency: float
    duration: str
    coupling: str
    control: bool = False


@dataclass(frozen=True)
class Limit:
    """The recommended weight limit at one end of a lift.

    Attributes
    ----------
    where : {"start", "end"}
    multipliers : dict
        Symbol -> multiplier between 0 and 1, in the order of the equation.
    value : float
        Recommended weight limit (RWL).
    without_frequency : float
        The same with FM = 1 (FIRWL).
    costs : dict
        Symbol -> weight this multiplier takes off, when the multipliers are applied in order.
    """

    where: str
    multipliers: dict
    value: float
    without_frequency: float
    costs: dict


@dataclass(frozen=True)
class LiftingResult:
    """What the equation says about a state.

    Attributes
    ----------
    state : LiftingState
    refusal : str
        Why the equation does not apply; empty where it does.
    lift : Lift
    limits : tuple of Limit
        At the start, and at the end where the load must be controlled there.
    governing : Limit
        The lower of the limits: the one that counts.
    index : float
        Lifting index (LI); infinite where no load is recommended, 0 for no load.
    composite : float or None
        Composite lifting index (CLI) of the job of two lifts; None for a single lift.
    second : Lift or None
        The second lift of the job.
    """

    state: LiftingState
    refusal: str
    lift: Lift
    limits: tuple[Limit, ...]
    governing: Limit
    index: float
    composite: float | None
    second: Lift | None

    @property
    def unit(self):
        """Unit of weight as printed."""
        return "kg" if self.lift.system == "metric" else "lb"

    @property
    def per_kg(self):
        """Units of weight in a kilogram."""
        return _scales(self.lift.system)[1]

    @property
    def best(self):
        """The limit under the best circumstances (load constant), in the unit of weight."""
        return constants(self.lift.system)["load_constant"]


def simulate(state):
    """Return the `LiftingResult` of a `LiftingState`."""
    lift = _first(state)
    limits = limits_of(lift)
    governing = min(limits, key=lambda limit: limit.value)
    second = _second(state) if state.second == "yes" else None
    composite = composite_index((lift, second)) if second else None
    return LiftingResult(
        state, refusal(state.task), lift, limits, governing, index(lift.weight, governing.value), composite, second
    )


def refusal(task):
    """Return why the equation does not apply to a kind of task, or "" where it does."""
    return next((row.reason for row in data.table("loads_refused") if row.task == task), "")


def limits_of(lift):
    """Return the limits that a lift needs: at the start, and at the end if the load must be controlled there."""
    ends = {"start": lift.origin, "end": lift.destination} if lift.control else {"start": lift.origin}
    return tuple(_limit(lift, where, place) for where, place in ends.items())


def index(weight, limit):
    """Return weight over limit; no weight has index 0, and any weight over a limit of zero has an infinite one."""
    if weight == 0:
        return 0.0
    return weight / limit if limit > 0 else math.inf


def composite_index(lifts):
    """Return the composite lifting index (CLI) of a job.

    The lift with the greatest single-task index comes first; every further lift adds what it costs to lift that much
    more often: ``FILI_k (1/FM_1..k − 1/FM_1..k−1)``, with FM at the sum of the frequencies.

    Parameters
    ----------
    lifts : sequence of Lift

    Returns
    -------
    float
        Infinite where the summed frequency, or any of the lifts alone, leaves no load.
    """
    governing = {lift: min(limits_of(lift), key=lambda limit: limit.value) for lift in lifts}
    singles = {lift: index(lift.weight, governing[lift].value) for lift in lifts}
    ranked = sorted(lifts, key=lambda lift: (-singles[lift], -lift.frequency))
    total, often = singles[ranked[0]], ranked[0].frequency
    for lift in ranked[1:]:
        before = frequency_multiplier(often, lift.duration, lift.origin.vertical, lift.system)
        often += lift.frequency
        after = frequency_multiplier(often, lift.duration, lift.origin.vertical, lift.system)
        if not after or math.isinf(total):
            return math.inf
        total += index(lift.weight, governing[lift].without_frequency) * (1 / after - 1 / before)
    return total


def _limit(lift, where, place):
    constant = constants(lift.system)
    travel = abs(lift.destination.vertical - lift.origin.vertical)
    multipliers = {
        "HM": horizontal_multiplier(place.horizontal, lift.system),
        "VM": vertical_multiplier(place.vertical, lift.system),
        "DM": distance_multiplier(travel, lift.system),
        "AM": asymmetry_multiplier(place.asymmetry, lift.system),
        "FM": frequency_multiplier(lift.frequency, lift.duration, lift.origin.vertical, lift.system),
        "CM": coupling_multiplier(lift.coupling, place.vertical, lift.system),
    }
    left, costs = constant["load_constant"], {}
    for symbol, multiplier in multipliers.items():
        costs[symbol] = left * (1 - multiplier)
        left *= multiplier
    without = constant["load_constant"] * math.prod(m for symbol, m in multipliers.items() if symbol != "FM")
    return Limit(where, multipliers, left, without, costs)


def horizontal_multiplier(horizontal, system="metric"):
    """Return HM: best distance over distance, 1 within reach, 0 beyond the limit."""
    constant = constants(system)
    if horizontal > constant["horizontal_limit"]:
        return 0.0
    return constant["horizontal_best"] / max(horizontal, constant["horizontal_best"])


def vertical_multiplier(vertical, system="metric"):
    """Return VM: 1 at knuckle height, less for every unit above or below, 0 beyond the limit."""
    constant = constants(system)
    if vertical > constant["vertical_limit"]:
        return 0.0
    return 1 - constant["vertical_slope"] * abs(vertical - constant["vertical_best"])


def distance_multiplier(travel, system="metric"):
    """Return DM: 1 for short travel, less for long, 0 beyond the limit."""
    constant = constants(system)
    if travel > constant["distance_limit"]:
        return 0.0
    return constant["distance_base"] + constant["distance_gain"] / max(travel, constant["distance_least"])


def asymmetry_multiplier(asymmetry, system="metric"):
    """Return AM: 1 straight ahead, less for every degree, 0 beyond the limit."""
    constant = constants(system)
    return 0.0 if asymmetry > constant["asymmetry_limit"] else 1 - constant["asymmetry_slope"] * asymmetry


def frequency_multiplier(frequency, duration, vertical, system="metric"):
    """Return FM: linear between the rows of the table, 0 above the last row that allows any load.

    `vertical` is the height at the origin, also when the limit at the destination is asked for.
    """
    rows = _frequencies(duration, vertical >= constants(system)["vertical_best"])
    frequency = max(frequency, rows[0][0])
    for (low, first), (high, second) in itertools.pairwise(rows):
        if low <= frequency <= high:
            return first + (second - first) * (frequency - low) / (high - low)
    return 0.0


def coupling_multiplier(coupling, vertical, system="metric"):
    """Return CM from the table, by grip and by the height at the end of the lift that is worked out."""
    row = next(row for row in data.table("loads_coupling") if row.coupling == coupling)
    return row.above if vertical >= constants(system)["vertical_best"] else row.below


@cache
def constants(system):
    """Return the constants of the equation in ``"metric"`` or ``"customary"`` units: name -> number."""
    return {row.constant: getattr(row, system) for row in data.table("loads_equation")}


@cache
def _frequencies(duration, above):
    """Rows (frequency, multiplier) of one column, as far as any load is allowed."""
    rows = [
        (row.frequency, row.above if above else row.below)
        for row in data.table("loads_frequency")
        if row.duration == duration
    ]
    return [row for row in sorted(rows) if row[1] > 0]


def _first(state):
    length, mass = _scales(state.units)
    return Lift(
        state.units,
        state.weight * mass,
        Place(state.horizontal * length, state.vertical * length, state.asymmetry),
        Place(state.horizontal_end * length, state.lifted_to * length, state.asymmetry_end),
        state.frequency,
        state.duration,
        state.coupling,
        state.control == "yes",
    )


def _second(state):
    length, mass = _scales(state.units)
    return Lift(
        state.units,
        state.second_weight * mass,
        Place(state.second_horizontal * length, state.second_vertical * length, state.asymmetry),
        Place(state.horizontal_end * length, state.lifted_to * length, state.asymmetry_end),
        state.second_frequency,
        state.duration,
        state.coupling,
        state.control == "yes",
    )


def _scales(units):
    if units == "metric":
        return 1.0, 1.0
    return 1 / data.value("loads_lifting.cm_per_inch"), data.value("loads_lifting.pound_per_kg")
