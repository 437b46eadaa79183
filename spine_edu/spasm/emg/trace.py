"""The signal itself, a sweep of a screen at a time: firings of single units, and what electrodes make of them.

Each sweep is drawn by lot from its own number, so that the same moment always looks the same.
"""

from functools import lru_cache
from math import exp
from random import Random

from spine_edu.spasm.emg.pool import WIDTHS, drive_for, shape, units, width
from spine_edu.spasm.tiring import number

#: How long a sweep takes, in seconds, and how many points it has.
SWEEP, POINTS = 0.4, 400
#: How much later a unit below its threshold is looked at again, in seconds.
_WAIT = 0.02
#: After how many sweeps the same lots come again, and how many a unit can need in one.
_TURNS, _MOST = 7, 60
#: The units that are drawn as rows, by their place in the pool.
ROWS = (3, 19, 35, 51, 67, 83, 99, 115)
#: Potentials on the skin that are lost in the noise, in µV.
_UNSEEN = 3.0
#: At the needle: width of the potential of a unit in s, and heights of the units of the rows in µV.
_NEAR, _HEIGHTS = 0.0011, (260, 520, 190, 640, 330, 450, 230, 560)
#: Rate and size of each row's fibrillation and sharp wave, as shares of the row of the table.
_RATES, _SIZES = (0.7, 1.3, 1.0, 0.6, 1.5, 0.9, 1.2, 0.8), (1.0, 0.6, 1.3, 0.8, 0.5, 1.1, 0.7, 0.9)
#: Days over which one cut-off unit after the other begins to fire by itself.
SPREAD = 10
#: In which order rows are cut off; a pair of them, one of either kind, begins to fire by itself together.
_ORDER = (4, 6, 1, 3, 0, 5, 2, 7)


@lru_cache(maxsize=4096)
def _lots(turn, index):
    """What is drawn by lot for a unit in a sweep: when it begins, then its intervals, as shares of the mean one."""
    chance = Random(1000 * turn + index)
    spread = number("interval_spread")
    return chance.random(), *(max(chance.gauss(1, spread), 0.3) for _ in range(_MOST))


def firings(unit, index, sweep, drives):
    """Return when a unit fires in a sweep, in seconds from its beginning, while the drive goes straight between two."""
    first, last = drives
    if max(drives) < unit.threshold:
        return []
    times, now, begun = [], 0.0, False
    lots = iter(_lots(sweep % _TURNS, index))
    while now < SWEEP:
        rate = unit.rate(first + (last - first) * now / SWEEP)
        if not rate:
            now += _WAIT
            continue
        if begun:
            times.append(now)
        begun = True
        now += next(lots) / rate
    return times


@lru_cache(maxsize=256)
def _noise(sweep):
    chance = Random(-1 - sweep)
    return [chance.gauss(0, number("noise")) for _ in range(POINTS)]


@lru_cache(maxsize=128)
def _potential(index, slowed):
    """The potential of a width at the points of a sweep, height 1, its middle in its middle."""
    wide = width(index, slowed) * POINTS / SWEEP
    far = round(4 * wide)
    return [shape(at, wide) for at in range(-far, far + 1)]


def _add(signal, at, size, potential):
    """Add a potential whose middle is at a point."""
    begin = at - len(potential) // 2
    low, high = max(begin, 0), min(begin + len(potential), POINTS)
    part = potential[low - begin : high - begin]
    signal[low:high] = [one + size * height for one, height in zip(signal[low:high], part, strict=True)]


@lru_cache(maxsize=96)
def skin(sweep, drives, slowed):
    """Return one sweep on the skin: heights in µV, and of each row the times of its firings in seconds.

    Parameters
    ----------
    sweep : int
        Its number.
    drives : tuple of float
        Drive at its beginning and at its end.
    slowed : float
        How fast the fibres carry their potentials, of fresh ones.
    """
    signal, rows, slowed = list(_noise(sweep)), [], round(slowed, 2)
    shapes = [_potential(index, slowed) for index in range(len(WIDTHS))]
    for index, unit in enumerate(units()):
        if unit.size < _UNSEEN and index not in ROWS:
            continue
        times = firings(unit, index, sweep, drives)
        for time in times:
            _add(signal, int(time / SWEEP * POINTS), unit.size, shapes[unit.width])
        if index in ROWS:
            rows.append(tuple(times))
    return tuple(signal), tuple(rows)


def cut(lost):
    """Return which rows are cut off where a share of the nerve fibres is lost, 0 to 1: small and large ones alike."""
    return frozenset(_ORDER[: round(lost * len(ROWS))])


def begins(row, muscle):
    """Return the days from which a cut-off row fires by itself: (fibrillations, positive sharp waves)."""
    where = "back" if muscle == "back" else "leg"
    late = SPREAD * (_ORDER.index(row) // 2) / (len(ROWS) / 2)
    return number(f"fibrillation_{where}") + late, number(f"sharp_{where}") + late


def by_itself(row, muscle, days):
    """Return what a cut-off row sends by itself: ``"fibrillation"``, ``"sharp"`` or ``""``; every third is a wave."""
    small, sharp = begins(row, muscle)
    if row % 3 == 0:
        return "sharp" if days >= sharp else ""
    return "fibrillation" if days >= small else ""


def _sharp():
    """A positive sharp wave: down at once, then slowly back over the line. Positive is drawn downwards."""
    long = round(number("sharp_long") / 1000 * POINTS / SWEEP)
    tail = [-0.55 * exp(-at / 3) + 0.3 * exp(-(((at - 9) / 5) ** 2)) for at in range(long)]
    return [-0.5, -1.0, *tail]


#: A fibrillation: down, up, down.
_FIBRILLATION = (-0.4, 1.0, -0.45)


@lru_cache(maxsize=96)
def needle(sweep, effort, lost, muscle, days):
    """Return one sweep at the needle, as `skin` does.

    Parameters
    ----------
    sweep : int
    effort : float
        How tight the muscle is, of full effort.
    lost : float
        Share of its nerve fibres that is cut off.
    muscle : {"back", "leg"}
    days : float
        Since the root was injured.
    """
    signal, rows, gone = list(_noise(sweep)), [], cut(lost)
    drive = drive_for(min(effort / (1 - lost), 1.0))
    begin = sweep * SWEEP
    for row, index in enumerate(ROWS):
        if row not in gone:
            times = firings(units()[index], index, sweep, (drive, drive))
            near = [shape(at, _NEAR * POINTS / SWEEP) for at in range(-5, 6)]
            size = _HEIGHTS[row]
        else:
            kind = by_itself(row, muscle, days)
            times = _regular(row, kind, begin) if kind else []
            near = _sharp() if kind == "sharp" else _FIBRILLATION
            size = _SIZES[row] * number(f"{kind}_size") if kind else 0
        for time in times:
            _add(signal, int(time / SWEEP * POINTS), size, near)
        rows.append(tuple(times))
    return tuple(signal), tuple(rows)


def _regular(row, kind, begin):
    """Times of a regular rhythm in the sweep that begins then."""
    gap = 1 / (_RATES[row] * number(f"{kind}_rate"))
    first = (0.37 * row * gap - begin) % gap
    return [first + gap * count for count in range(int((SWEEP - first) / gap) + 1) if first + gap * count < SWEEP]
