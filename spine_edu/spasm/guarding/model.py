"""Two muscles that hold against each other: a push moves the trunk less, the disc is pressed harder, and they tire.

The trunk is a spring whose stiffness rises with effort, ``k = k20 + (k40 - k20) (E - 20) / 20``, so a push moves it by
``F / k``. The back pulls with ``E`` times its strength; the belly balances that on its longer lever, and the disc
carries both and the weight above it. A muscle has an active, a tired and a rested part: of the active part `fatigue`
tires in a second, of the tired part `recovery` recovers.
"""

from dataclasses import dataclass
from functools import cache
from math import exp, inf

from spine_edu import data
from spine_edu.spasm import tiring
from spine_edu.state import State, choice, quantity

#: Most minutes, and minutes between two points of the course.
LAST, STEP = 60, 0.5


@dataclass(frozen=True)
class GuardingState(State):
    """Somebody whose pelvis is held still, who holds tight and is pushed from behind."""

    holding: float = quantity("spasm_guarding.holding")
    push: float = quantity("spasm_guarding.push")
    minutes: float = quantity("spasm_guarding.minutes")
    known: str = choice("spasm_guarding.known")


@dataclass(frozen=True)
class GuardingResult:
    """What holding does now, beside letting go.

    Attributes
    ----------
    state : GuardingState
    active, tired : float
        What the back muscle really holds now, and how much of it is tired, in percent of it.
    back, belly : float
        Pulls of the muscles in newtons.
    press, loose_press : float
        What the lowest disc carries, and what it carries if she lets go, in newtons.
    moved, loose_moved : float
        How far the push moves the chest, and how far if she lets go, in millimetres.
    lasts : float
        Minutes for which she can hold as hard as she tries; infinite if the muscle recovers as fast as it tires.
    """

    state: GuardingState
    active: float
    tired: float
    back: float
    belly: float
    press: float
    loose_press: float
    moved: float
    loose_moved: float
    lasts: float


def simulate(state):
    """Return the `GuardingResult` of a `GuardingState`."""
    active = active_after(state.holding, state.minutes)
    back, belly = pulls(active)
    weight = weight_above()
    moved, loose = (state.push / stiffness(effort) for effort in (active, 0))
    return GuardingResult(
        state,
        active,
        tired_after(state.holding, state.minutes),
        back,
        belly,
        weight + back + belly,
        weight,
        moved,
        loose,
        endurance(state.holding),
    )


@cache
def number(key):
    """Return a published number of the explorer's table."""
    return next(row.value for row in data.table("spasm_guarding") if row.key == key)


def stiffness(effort):
    """Return the force in newtons that moves the trunk by a millimetre, at a percentage of full effort."""
    low, high = number("stiffness_20"), number("stiffness_40")
    return low + (high - low) * (effort - 20) / 20


def weight_above():
    """Return the weight of trunk, head and arms in newtons, as the lesson of the one muscle has it."""
    kilograms = data.value("loads_muscle.body_weight") * data.value("loads_muscle.trunk_share")
    return kilograms * data.value("loads_muscle.gravity")


def pulls(effort):
    """Return the pulls of back and belly in newtons: the back's share of its strength, and what balances it."""
    strength = tiring.number("strength_20") * 100 / data.value("loads_muscle.muscle_arm")
    back = strength * effort / 100
    return back, back * data.value("loads_muscle.muscle_arm") / data.value("spasm_guarding.belly_arm")


def sustained():
    """Return the percentage of full effort that can be held on and on: what tires recovers as fast."""
    return 100 * tiring.sustained()


def endurance(effort):
    """Return for how many minutes a percentage of full effort can be held; infinite up to `sustained`."""
    return inf if effort <= sustained() else tiring.endurance(effort / 100) / 60


def active_after(effort, minutes):
    """Return what is really held after so many minutes of trying, in percent: the level, later what recovery allows."""
    beyond = minutes - endurance(effort)
    if beyond <= 0:
        return effort
    return sustained() + (effort - sustained()) * exp(-sum(tiring.rates()) * 60 * beyond)


def tired_after(effort, minutes):
    """Return how much of the muscle is tired after so many minutes, in percent."""
    if minutes > endurance(effort):
        return 100 - active_after(effort, minutes)
    return 100 * tiring.tired(effort / 100, 60 * minutes)


@cache
def course(effort):
    """Return the minutes of an hour and what is really held at each."""
    minutes = tuple(STEP * step for step in range(int(LAST / STEP) + 1))
    return minutes, tuple(active_after(effort, minute) for minute in minutes)
