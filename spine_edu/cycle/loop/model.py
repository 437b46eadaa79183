"""One loop, one tank: irritation flows in from a push, from outside and from the loop itself, and drains away.

    dx/dt = outside + gain * clearance * x(t - delay) - clearance * x(t)

What drains today comes back one turn later, multiplied by the gain. So a gain of exactly 1 replaces what is lost:
that is the border, whatever the delay. Below it one push of size x brings x / (1 - gain) in all.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import exp, inf, log

from spine_edu import data
from spine_edu.cycle.numerics import root
from spine_edu.state import State, choice, quantity

DAYS = 120
_STEPS_A_DAY = 8
#: The tank ends here; what would stand higher runs over.
BRIM = 10.0
#: At or below this level the words say *settled*.
SETTLED = 1.0
_LOOP_ARROWS = ("guarding", "pressure", "irritation")


@dataclass(frozen=True)
class LoopState(State):
    """Settings of the loop; ranges, units and meanings stand in parameters.csv and choices.csv."""

    gain: float = quantity("cycle_loop.gain")
    start: float = quantity("cycle_loop.start")
    outside: float = quantity("cycle_loop.outside")
    change: str = choice("cycle_loop.change")
    clearance: float = quantity("cycle_loop.clearance")
    delay: float = quantity("cycle_loop.delay")
    story: str = choice("cycle_loop.story")
    strength: float = quantity("cycle_loop.strength")
    change_day: float = quantity("cycle_loop.change_day")
    change_days: float = quantity("cycle_loop.change_days")
    day: float = quantity("cycle_loop.day")

    def changed_on(self, day):
        """Return whether the change is at work on `day`."""
        return self.change != "none" and self.change_day <= day < self.change_day + self.change_days

    def flows_on(self, day):
        """Return ``(gain, drain, outside)`` in force on `day`: pure number, 1/d, per day.

        The loop keeps turning at the rate of the untouched clearance, so a wider drain lowers the effective gain.
        """
        gain, outside = self.gain, self.outside
        drain = 0.0 if self.story == "reinforcing" else self.clearance
        if self.changed_on(day):
            if self.change in _LOOP_ARROWS:
                gain *= 1 - self.strength
            elif self.change == "drive":
                outside *= 1 - self.strength
            else:
                drain *= 1 + self.strength
        return gain, drain, outside


@dataclass(frozen=True)
class LoopResult:
    """One run of the loop.

    Attributes
    ----------
    state : LoopState
    days : tuple of float
        Eight a day, d.
    level : tuple of float
        Irritation in the tank, 0 to 10.
    returned, outside, drained : tuple of float
        Flows per day: what the loop brings back, what comes from outside, what drains.
    """

    state: LoopState
    days: tuple
    level: tuple
    returned: tuple
    outside: tuple
    drained: tuple

    def at(self, day):
        """Return the position of `day` in the tuples."""
        return min(round(day * _STEPS_A_DAY), len(self.days) - 1)

    @cached_property
    def border(self):
        """The same loop with a gain of exactly 1 and no change."""
        return simulate(self.state.replace(gain=1.0, change="none"))

    @property
    def effective_gain(self):
        """What one unit that drains brings back, as the loop stands without a change; endless without a drain."""
        return self.state.gain if self.state.story != "reinforcing" else (inf if self.state.gain else 0.0)

    @property
    def total(self):
        """Total effect of one unit poured in, 1 / (1 - gain); endless from the border on."""
        return 1 / (1 - self.effective_gain) if self.effective_gain < 1 else inf

    @property
    def rest(self):
        """Level at which the loop comes to rest as it stands on the last day; infinite if it never does.

        At the border one push is shared between the tank and what is under way round the loop: x / (1 + c * delay).
        """
        gain, drain, outside = self.state.flows_on(self.days[-2])
        if not drain:
            return inf if gain or outside else self.level[0]
        gain *= self.state.clearance / drain
        if gain < 1:
            return outside / (drain * (1 - gain))
        return self.state.start / (1 + drain * self.state.delay) if gain == 1 and not outside else inf

    @property
    def left_alone(self):
        """Level at which the unchanged loop would come to rest, were there no brim; infinite if it never does."""
        if self.effective_gain >= 1:
            return inf
        return self.state.outside / (self.state.clearance * (1 - self.effective_gain))

    @property
    def half_life(self):
        """Days in which the unchanged loop halves (positive) or doubles (negative) its distance from rest."""
        return (
            half_life(self.effective_gain, self.state.clearance, self.state.delay)
            if self.state.story != "reinforcing"
            else doubling_without_drain(self.state)
        )

    @property
    def settled_day(self):
        """First day from which the level stays at or below SETTLED, or None."""
        above = [day for day, level in zip(self.days, self.level, strict=True) if level > SETTLED]
        if not above:
            return 0.0
        return above[-1] + 1 / _STEPS_A_DAY if above[-1] < self.days[-1] else None

    @property
    def outcome(self):
        """*settles*, *holds* or *runs away*: where the run stands at the end, and where it is going."""
        last, before = self.level[-1], self.level[self.at(DAYS - 14)]
        if last <= SETTLED:
            return "settles"
        if self.state.story == "adaptation":
            return "runs away" if last >= BRIM or last > before + 0.1 else "settles" if last < before - 0.1 else "holds"
        if self.rest >= BRIM:
            return "runs away"
        return "holds" if self.rest > SETTLED else "settles"


@lru_cache(maxsize=64)
def simulate(state):
    """Run the loop for 120 days.

    Parameters
    ----------
    state : LoopState

    Returns
    -------
    LoopResult
        Each step is exact for a steady inflow, so the border at a gain of 1 is exact as well.
    """
    h = 1 / _STEPS_A_DAY
    pipe = _Pipe(min(state.start, BRIM), state.delay / h)
    habit_rate, habit_time = data.value("cycle_loop.habit_rate"), data.value("cycle_loop.habit_time")
    levels, returned, outside, drained = pipe.levels, [], [], []
    habit = 0.0
    for n in range(DAYS * _STEPS_A_DAY):
        gain, drain, tap = state.flows_on(n * h)
        if state.story == "adaptation":
            habit += h * (habit_rate * levels[-1] / BRIM * (1 - habit) - habit / habit_time)
            gain *= 1 - habit
        turn = gain * state.clearance
        keep = exp(-drain * h)
        share = (1 - keep) / drain if drain else h
        known, of_next = pipe.coming(n)
        level = (levels[-1] * keep + share * (tap + turn * known)) / (1 - share * turn * of_next)
        returned.append(turn * pipe.at(n))
        outside.append(tap)
        drained.append(drain * levels[-1])
        pipe.add(min(level, BRIM))
    for flow in (returned, outside, drained):
        flow.append(flow[-1])
    return LoopResult(
        state, tuple(n * h for n in range(len(levels))), tuple(levels), tuple(returned), tuple(outside), tuple(drained)
    )


def half_life(gain, clearance, delay):
    """Return the days in which the distance from rest halves; negative: in which it doubles; infinite at the border.

    The rate r solves r + clearance = gain * clearance * exp(-r * delay), so the delay slows the loop but never moves
    the border at a gain of 1.

    Raises
    ------
    ValueError
        If `gain` or `delay` is negative or `clearance` is not positive.
    """
    if gain < 0 or delay < 0:
        raise ValueError(f"Gain {gain:g} and delay {delay:g} must not be negative.")
    if clearance <= 0:
        raise ValueError(f"A clearance of {clearance:g} per day drains nothing; it must be above 0.")
    if gain == 1:
        return inf
    rate = (
        root(lambda r: r + clearance - gain * clearance * exp(-r * delay), -clearance, gain * clearance)
        if gain
        else -clearance
    )
    return -log(2) / rate


def doubling_without_drain(state):
    """Return minus the days in which a loop without a drain doubles; infinite if nothing comes back."""
    if not state.gain:
        return inf
    turn = state.gain * state.clearance
    return -log(2) / root(lambda r: r - turn * exp(-r * state.delay), 0.0, turn)


class _Pipe:
    """The loop as a pipe: what left the tank comes back `lag` steps later. Nothing is in it on day 0."""

    def __init__(self, start, lag):
        self.levels, self.lag, self._sums = [start], lag, [0.0]

    def add(self, level):
        self._sums.append(self._sums[-1] + (self.levels[-1] + level) / 2)
        self.levels.append(level)

    def at(self, n):
        """Level one delay before step `n`."""
        k = int(n - self.lag)
        if n < self.lag:
            return 0.0
        part = n - self.lag - k
        return self.levels[k] + (self.levels[k + 1] - self.levels[k]) * part if part else self.levels[k]

    def coming(self, n):
        """Mean delayed level over step `n`, and the weight in it of the level at the step's end (a delay below one
        step makes the unknown next level part of its own inflow)."""
        end = n + 1 - self.lag
        if end <= n:
            return self._sum(end) - self._sum(n - self.lag), 0.0
        part = end - n
        known = self._sums[n] + part * self.levels[n] - part * part / 2 * self.levels[n]
        return known - self._sum(n - self.lag), part * part / 2

    def _sum(self, steps):
        """Sum of the level from day 0 to a time in steps, by straight lines between steps."""
        if steps <= 0:
            return 0.0
        k = int(steps)
        part = steps - k
        rise = (self.levels[k + 1] - self.levels[k]) * part * part / 2 if part else 0.0
        return self._sums[k] + part * self.levels[k] + rise
