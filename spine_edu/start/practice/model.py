"""A bath with a tap and a drain: the simplest thing that fills, empties and settles."""

from dataclasses import dataclass
from math import exp, inf, log

from spine_edu import data
from spine_edu.state import State, quantity


@dataclass(frozen=True)
class PracticeState(State):
    """Settings of the bath: `tap` in litres a minute, `drain` as the share of the water that leaves each minute."""

    tap: float = quantity("start_practice.tap")
    drain: float = quantity("start_practice.drain")


@dataclass(frozen=True)
class PracticeResult:
    """The bath over time.

    Attributes
    ----------
    state : PracticeState
    minutes, litres : tuple of float
        Time in minutes, water in litres.
    settles_at : float
        Litres at which as much leaves as comes in; infinite where water comes in and none can leave.
    half_way : float
        Minutes to half of `settles_at`; infinite where the drain is shut.
    """

    state: PracticeState
    minutes: tuple[float, ...]
    litres: tuple[float, ...]
    settles_at: float
    half_way: float


def simulate(state):
    """Fill an empty bath: ``litres' = tap - drain * litres``, solved exactly; the model knows no rim.

    Parameters
    ----------
    state : PracticeState

    Returns
    -------
    PracticeResult
        One value a half minute.
    """
    end = int(data.value("start_practice.minutes"))
    minutes = tuple(half / 2 for half in range(2 * end + 1))
    if not state.drain:
        litres = tuple(state.tap * minute for minute in minutes)
        return PracticeResult(state, minutes, litres, inf if state.tap else 0.0, inf)
    settles_at = state.tap / state.drain
    litres = tuple(settles_at * (1 - exp(-state.drain * minute)) for minute in minutes)
    return PracticeResult(state, minutes, litres, settles_at, log(2) / state.drain)
