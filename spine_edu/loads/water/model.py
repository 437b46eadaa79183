"""Day and night: water leaves the disc while the load is stronger than its swelling, and comes back when it is not.

Swelling pressure (ideal Donnan): ``RT (√(cF² + 4 c0²) − 2 c0)``. As water leaves, the fixed charges crowd together and
swelling rises, until it holds the load: ``water → cF / cF(load)``, at most 1, because a full disc is held by its wall.
The way there is exponential, with one time for shrinking and another for refilling; both are derived from measured
stature. A disc with fewer charges than a young one holds less water, in proportion, and keeps as large a share of it
as the young one on the same day: both assumed, so that it never loses more height (see `_least_water`).
"""

import math
from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.state import State, choice, quantity

DAYS = 3
#: Time between two points of the curves, hours.
STEP = 0.5
#: Most days run before the first one shown, so that an ordinary day starts where it ends.
_SETTLE = 40


@dataclass(frozen=True)
class WaterState(State):
    """Three days of being up and lying down, with or without some hours of traction on the first."""

    lying: float = quantity("loads_water.lying")
    day_load: float = quantity("loads_water.day_load")
    night_load: float = quantity("loads_water.night_load")
    charge: float = quantity("loads_water.charge")
    traction: float = quantity("loads_water.traction")
    traction_start: float = quantity("loads_water.traction_start")
    pull: float = quantity("loads_water.pull")
    person: str = choice("loads_water.person")
    hour: float = quantity("loads_water.hour")


@dataclass(frozen=True)
class WaterResult:
    """Three days.

    Attributes
    ----------
    state : WaterState
    hours : tuple of float
        0 to 72.
    loss, ordinary : tuple of float
        Height lost against the full discs (mm), with the traction and on the same days without it.
    load, swelling : tuple of float
        Pressures (MPa).
    water : tuple of float
        Water in the nucleus as a share of the full disc.
    traction : tuple of float
        Begin and end of the traction (h); equal if there is none.
    left : float
        Height still gained by the traction 48 h after it ended (mm).
    """

    state: WaterState
    hours: tuple[float, ...]
    loss: tuple[float, ...]
    ordinary: tuple[float, ...]
    load: tuple[float, ...]
    swelling: tuple[float, ...]
    water: tuple[float, ...]
    traction: tuple[float, float]
    left: float

    @property
    def at(self):
        """Index of the hour that is looked at."""
        return round(self.state.hour / STEP)

    @property
    def lost_today(self):
        """Height lost between getting up and going to bed on an ordinary day (mm)."""
        bedtime = round((24 - self.state.lying) / STEP)
        return self.ordinary[bedtime] - self.ordinary[0]

    @property
    def gained(self):
        """Height gained by the traction when it ends (mm)."""
        end = round(self.traction[1] / STEP)
        return self.ordinary[end] - self.loss[end]

    @property
    def flow(self):
        """Net flow at the hour looked at: water lost per hour as height (mm/h); negative is refilling."""
        return _speed(self.state, self.state.hour, self.loss[self.at], self.traction)


def swelling_pressure(charge):
    """Return the ideal Donnan swelling pressure (MPa) of a gel with a fixed charge concentration (mol/L)."""
    salt = data.value("loads_water.salt")
    return _thermal() * (math.hypot(charge, 2 * salt) - 2 * salt)


def holding_charge(load):
    """Return the charge concentration (mol/L) whose swelling holds a load (MPa): `swelling_pressure` turned round."""
    salt = data.value("loads_water.salt")
    return math.sqrt((load / _thermal() + 2 * salt) ** 2 - (2 * salt) ** 2)


def settled_water(charge, load):
    """Return the share of water at which swelling holds the load.

    It is at most 1, where the full disc out-swells the load and its wall holds it, and at least what the solid part of
    the disc keeps.
    """
    return min(1.0, max(data.value("loads_water.least_water"), charge / holding_charge(load)))


def _least_water(state):
    """Return the share of water from which on the solid part of the disc carries what swelling does not.

    Swelling alone would let a drier disc give up far more of its water than a young one; measured discs with change
    vary less in a day. So it is taken to keep at least the share that a young disc keeps under the day's heaviest load.
    """
    solid, young = data.value("loads_water.least_water"), data.value("loads_water.charge")
    if state.charge >= young:
        return solid
    return max(solid, settled_water(young, max(state.day_load, state.night_load)))


def simulate(state):
    """Return the `WaterResult` of a `WaterState`."""
    up = 24 - state.lying
    begin = min(state.traction_start, up)
    traction = (begin, min(begin + state.traction, up))
    hours = tuple(number * STEP for number in range(round(DAYS * 24 / STEP) + 1))
    ordinary = _course(state, hours, (0, 0))
    loss = _course(state, hours, traction) if traction[1] > begin else ordinary
    most = _height_of_water(state)
    water = tuple(1 - max(height, 0) / most for height in loss)
    after = round((traction[1] + 48) / STEP)
    return WaterResult(
        state,
        hours,
        loss,
        ordinary,
        tuple(load_at(state, hour, traction) for hour in hours),
        tuple(swelling_pressure(state.charge / share) for share in water),
        water,
        traction,
        ordinary[after] - loss[after],
    )


def load_at(state, hour, traction=(0, 0)):
    """Return the pressure on the disc (MPa) at an hour; traction loads it like the easier of lying and being up."""
    if traction[0] <= hour < traction[1]:
        return min(state.night_load, state.day_load)
    return state.night_load if hour % 24 >= 24 - state.lying else state.day_load


def _thermal():
    """RT in MPa per mol/L: J/mol over 1 L is kPa, a thousand of which make a MPa."""
    return data.value("loads_water.gas_constant") * data.value("loads_water.temperature") / 1000


def _height_of_water(state):
    """Stature (mm) that goes with all the water of the full disc: less where fewer charges hold less water."""
    return _young_height(state.person) * min(1.0, state.charge / data.value("loads_water.charge"))


@cache
def _young_height(person):
    """Stature (mm) that goes with all the water of full young discs.

    Set so that the ordinary day of parameters.csv loses the measured stature between getting up and going to bed.
    """
    usual = WaterState()
    fall = math.exp(-(24 - usual.lying) / data.value("loads_water.time_down"))
    rise = math.exp(-usual.lying / data.value("loads_water.time_up"))
    swing = (1 - fall) * (1 - rise) / (1 - fall * rise)
    share = 1 - settled_water(usual.charge, usual.day_load)
    return data.value(f"loads_water.stature_{person}") / (share * swing)


def _target(state, load, pulled):
    """Height lost (mm) at which the flow would stop under a load, with or without the pull of the machine."""
    kept = max(_least_water(state), settled_water(state.charge, load))
    lost = (1 - kept) * _height_of_water(state)
    return lost - (state.pull if pulled else 0)


def _targets(state, hours, traction):
    """Return the target of each hour; few of them differ."""
    known = cache(lambda load, pulled: _target(state, load, pulled))
    return [known(load_at(state, hour, traction), traction[0] <= hour < traction[1]) for hour in hours]


def _speed(state, hour, lost, traction):
    target = _targets(state, [hour], traction)[0]
    return (target - lost) / data.value("loads_water.time_down" if target > lost else "loads_water.time_up")


def _course(state, hours, traction):
    """Height lost at the hours, after enough ordinary days that an undisturbed day ends as it began."""
    lost, ordinary_day = 0.0, _targets(state, hours[: round(24 / STEP)], (0, 0))
    for _ in range(_SETTLE):
        lost, began = _run(lost, ordinary_day)[-1], lost
        if lost == began:
            break
    return tuple(_run(lost, _targets(state, hours[:-1], traction)))


def _run(lost, targets):
    """Height lost before the first step and after each; a step under one target is exact, however long it is."""
    shrinks, refills = (math.exp(-STEP / data.value(f"loads_water.time_{way}")) for way in ("down", "up"))
    course = [lost]
    for target in targets:
        lost = target + (lost - target) * (shrinks if target > lost else refills)
        course.append(lost)
    return course
