"""The EMG bench: a muscle of the back is asked for so much, and electrodes show what its motor units do.

Three recordings. *Bend*: electrodes on the skin while the trunk goes slowly down. *Hold*: on the skin while a posture
is held and the muscle tires. *Needle*: in a muscle at rest, so many days after its root was injured. Each has a course
that can be played, at a pace of its own, and the state says which moment of it is looked at.
"""

from dataclasses import dataclass
from functools import lru_cache

from spine_edu.spasm import tiring
from spine_edu.spasm.emg import pool, posture, trace
from spine_edu.state import State, choice, quantity

#: What a second of the screen is, in each recording: degrees bent, seconds held (a time lapse), days (another).
PACE = {"bend": 15.0, "hold": 30.0, "needle": 6.0}
#: The control over which each recording runs.
OVER = {"bend": "bend", "hold": "seconds", "needle": "days"}
#: Bends at which the ratio is worked out.
_BENDS = range(0, 111, 5)


@dataclass(frozen=True)
class EmgState(State):
    """What is recorded, and the moment that is looked at."""

    test: str = choice("spasm_emg.test")
    bend: float = quantity("spasm_emg.bend")
    guarding: float = quantity("spasm_emg.guarding")
    load: float = quantity("spasm_emg.load")
    seconds: float = quantity("spasm_emg.seconds")
    days: float = quantity("spasm_emg.days")
    lost: float = quantity("spasm_emg.lost")
    muscle: str = choice("spasm_emg.muscle")


@dataclass(frozen=True)
class EmgResult:
    """What the electrodes show.

    Attributes
    ----------
    state : EmgState
    asked : float
        What the posture asks of the muscle, of full effort, 0 to 1.
    effort : float
        What it does, with what it is held tight for.
    tired : float
        The share of it that is tired.
    drive : float
        Drive of the pool.
    slowed : float
        How fast its fibres carry potentials, of fresh ones.
    recruited : int
        How many of the pool's units fire.
    strength : float
        Root mean square of the signal on the skin, in µV.
    median : float or None
        The frequency that halves its power, in Hz; None in silence.
    signal : tuple of float
        The screen: heights in µV, new up to `head` and of the sweep before beyond it.
    head : int
        The point that has just been written.
    rows : tuple
        Of each row the firings on the screen, in seconds from its left edge.
    """

    state: EmgState
    asked: float
    effort: float
    tired: float
    drive: float
    slowed: float
    recruited: int
    strength: float
    median: float | None
    signal: tuple[float, ...]
    head: int
    rows: tuple[tuple[float, ...], ...]

    @property
    def spontaneous(self):
        """What each row sends by itself at the needle: ``"fibrillation"``, ``"sharp"`` or ``""``."""
        state = self.state
        gone = trace.cut(state.lost / 100) if state.test == "needle" else ()
        rows = range(len(trace.ROWS))
        return tuple(trace.by_itself(row, state.muscle, state.days) if row in gone else "" for row in rows)

    @property
    def gone(self):
        """The rows whose nerve fibre is cut off."""
        return trace.cut(self.state.lost / 100) if self.state.test == "needle" else frozenset()

    @property
    def firing(self):
        """The rows whose unit is driven above its threshold."""
        drive = self.drive
        thresholds = (pool.units()[index].threshold for index in trace.ROWS)
        return frozenset(row for row, low in enumerate(thresholds) if low <= drive and row not in self.gone)

    @property
    def ratio(self):
        """Flexion–relaxation ratio: the strongest signal on the way down over that at the greatest bend."""
        return ratio(self.state.guarding, self.state.load)

    @property
    def exhausted(self):
        """Whether the muscle has given way: it can no longer hold what is asked of it."""
        return self.state.test == "hold" and self.state.seconds > tiring.endurance(self.effort)

    @property
    def held(self):
        """For how many seconds the posture has been held: not longer than the muscle could."""
        return min(self.state.seconds, tiring.endurance(self.effort))

    @property
    def silent(self):
        """Whether the electrodes show noise alone at the greatest bend, so that noise sets the ratio."""
        return along_bend(self.state.guarding, self.state.load)[-1][1] == tiring.number("noise")


def simulate(state):
    """Return the `EmgResult` of an `EmgState`."""
    asked, effort, tired = _worked(state)
    left = max(1 - tired, 1e-6)
    full = 1 - state.lost / 100 if state.test == "needle" else 1.0
    drive, slowed = pool.drive_for(min(effort / left / full, 1.0)), 1 - tiring.number("slowing") * tired
    signal, head, rows = screen(state)
    return EmgResult(
        state,
        asked,
        effort,
        tired,
        drive,
        slowed,
        pool.recruited(drive),
        pool.strength(drive, slowed),
        pool.median_frequency(drive, slowed),
        signal,
        head,
        rows,
    )


def _worked(state):
    """Return what is asked of the muscle, what it does, and how much of it is tired."""
    if state.test == "needle":
        return 0.0, state.guarding / 100, 0.0
    asked = posture.effort(state.bend, state.load)
    effort = min(asked + state.guarding / 100, 1.0)
    return asked, effort, tiring.tired(effort, state.seconds) if state.test == "hold" else 0.0


def clock(state):
    """Return how long the recording has run on the screen at this moment, in seconds: no longer than it goes on."""
    return min(getattr(state, OVER[state.test]), end(state)) / PACE[state.test]


def end(state):
    """Return where the recording ends, as a value of the control over which it runs: a muscle may give way before."""
    high = state.declarations()[OVER[state.test]].high
    return min(high, tiring.endurance(_worked(state)[1])) if state.test == "hold" else high


def at(state, time):
    """Return the state of the same recording at another second of the screen, where it has one; else its end."""
    name = OVER[state.test]
    high = state.declarations()[name].high
    return state.replace(**{name: min(max(time * PACE[state.test], 0.0), high)})


def screen(state):
    """Return the screen at a moment: heights, the point just written, and the firings of each row on it."""
    time = clock(state)
    sweep = int(time / trace.SWEEP + 1e-9)
    head = min(int((time - sweep * trace.SWEEP) / trace.SWEEP * trace.POINTS + 1e-6), trace.POINTS - 1)
    # Before its beginning it looked as it does there.
    (now, rows), (before, rows_before) = _sweep(state, sweep), _sweep(state, sweep - 1)
    edge = (head + 1) / trace.POINTS * trace.SWEEP
    mixed = tuple(
        (*(one for one in new if one < edge), *(one for one in old if one >= edge))
        for new, old in zip(rows, rows_before, strict=True)
    )
    return (*now[: head + 1], *before[head + 1 :]), head, mixed


def _sweep(state, sweep):
    if state.test == "needle":
        days = at(state, (sweep + 0.5) * trace.SWEEP).days
        return trace.needle(sweep, state.guarding / 100, state.lost / 100, state.muscle, days)
    drives, slowed = zip(*(_driven(at(state, (sweep + end) * trace.SWEEP)) for end in (0, 1)), strict=True)
    return trace.skin(sweep, drives, sum(slowed) / 2)


def _driven(state):
    _, effort, tired = _worked(state)
    return pool.drive_for(min(effort / max(1 - tired, 1e-6), 1.0)), 1 - tiring.number("slowing") * tired


@lru_cache(maxsize=256)
def along_bend(guarding, load):
    """Return the strength of the signal on the way down, as (bend, µV): muscle, noise and all."""
    efforts = ((bend, posture.effort(bend, load) + guarding / 100) for bend in _BENDS)
    return tuple((float(bend), pool.strength(pool.drive_for(min(effort, 1.0)))) for bend, effort in efforts)


def ratio(guarding, load):
    """Return the flexion–relaxation ratio where the muscle is held so tight (% of full effort) with a load (kg)."""
    strengths = [strength for _, strength in along_bend(guarding, load)]
    return max(strengths) / strengths[-1]


@lru_cache(maxsize=256)
def along_hold(effort):
    """Return the middle frequency while a share of full effort is held, as (second, Hz); empty in silence.

    It ends where the muscle gives way.
    """
    points, last = [], min(tiring.endurance(effort), 240.0)
    for second in sorted({*(one for one in range(0, 241, 10) if one < last), last}):
        tired = tiring.tired(effort, second)
        drive = pool.drive_for(min(effort / max(1 - tired, 1e-6), 1.0))
        median = pool.median_frequency(drive, 1 - tiring.number("slowing") * tired)
        if median is not None:
            points.append((float(second), median))
    return tuple(points)
