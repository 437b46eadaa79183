"""A pool of motor units that are recruited by size and fire faster as the drive grows (Fuglevand et al. 1993).

The published pool was made to be like that of a small muscle of the hand; here it stands for a muscle of the back. What
the electrodes see of it is simpler than published: each unit has one potential, as large as its twitch.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from math import e, exp, log, pi, sqrt
from random import Random

from spine_edu.spasm.tiring import number

#: Steps of drive for which force and signal are tabled.
_STEPS = 96
#: How wide potentials are, of the usual width: the deeper a unit lies, the wider and the smaller it is seen.
WIDTHS = (0.85, 1.0, 1.2)
#: Fusion below which a unit's force grows with its rate, and the rise beyond it, as published.
_LINEAR, _STEEP = 0.4, 2.0
#: Frequencies of the spectrum, in Hz.
FREQUENCIES = tuple(range(4, 301, 4))


@dataclass(frozen=True)
class Unit:
    """A motor unit.

    Attributes
    ----------
    threshold : float
        Drive from which it fires.
    peak : float
        Its highest rate in Hz.
    force : float
        Twitch force, that of the first unit being about 1.
    twitch : float
        Contraction time in seconds.
    size : float
        Height of its potential on the skin, in µV.
    width : int
        Index of its width in `WIDTHS`.
    """

    threshold: float
    peak: float
    force: float
    twitch: float
    size: float
    width: int

    def rate(self, drive):
        """Return its firing rate in Hz: 0 below its threshold, then rising evenly up to its peak."""
        if drive < self.threshold:
            return 0.0
        least, gain = _firing()
        return min(least + gain * (drive - self.threshold), self.peak)

    def pull(self, drive):
        """Return its mean force at a drive."""
        rate = self.rate(drive)
        fusion = self.twitch * rate
        gain = 1.0 if fusion < _LINEAR else _sigmoid(fusion) / _MOST
        return gain * self.force * self.twitch * e * rate


def _sigmoid(fusion):
    return (1 - exp(-_STEEP * fusion**3)) / fusion


_MOST = _sigmoid(_LINEAR)


@cache
def _firing():
    """The lowest rate in Hz, and the rate gained per unit of drive."""
    return number("least_rate"), number("gain")


@cache
def units():
    """Return the pool as a tuple of `Unit`, from the first that is recruited to the last."""
    count, chance = int(number("units")), Random(1993)
    steep = log(number("force_range")) / log(number("twitch_range"))
    last = number("recruitment_range")
    pool = []
    for index in range(1, count + 1):
        share = index / count
        threshold, force = exp(share * log(last)), exp(share * log(number("force_range")))
        peak = number("first_peak") - (number("first_peak") - number("last_peak")) * threshold / last
        twitch = number("longest_twitch") / 1000 * force ** (-1 / steep)
        depth = chance.randrange(len(WIDTHS))
        pool.append(Unit(threshold, peak, force, twitch, force / WIDTHS[depth], depth))
    raw = sqrt(sum(unit.rate(full_drive(last, pool[-1])) * unit.size**2 * energy(unit.width) for unit in pool))
    scale = number("full_signal") / raw
    return tuple(Unit(**{**vars(unit), "size": unit.size * scale}) for unit in pool)


def full_drive(last=None, unit=None):
    """Return the drive of full effort: that at which the last unit reaches its peak."""
    last, unit = last or number("recruitment_range"), unit or units()[-1]
    return last + (unit.peak - number("least_rate")) / number("gain")


def width(index, slowed=1.0):
    """Return the width of a potential in seconds, wider where the fibres carry it more slowly."""
    return number("width") / 1000 * WIDTHS[index] / slowed


def shape(time, wide):
    """Return the height of a potential of height 1 at a time from its middle: up, with a dip to either side."""
    share = (time / wide) ** 2
    return (1 - share) * exp(-share / 2)


def energy(index, slowed=1.0):
    """Return the time integral of the square of a potential of height 1, in seconds."""
    return 0.75 * sqrt(pi) * width(index, slowed)


@cache
def _table():
    """Drives, the share of full effort at each, and the power that each width of potentials has there, in µV²/s."""
    drives = [full_drive() * step / _STEPS for step in range(_STEPS + 1)]
    full = sum(unit.pull(full_drive()) for unit in units())
    efforts, powers = [], []
    for drive in drives:
        pull, power = 0.0, [0.0] * len(WIDTHS)
        for unit in units():
            if unit.threshold > drive:
                break
            pull += unit.pull(drive)
            power[unit.width] += unit.rate(drive) * unit.size**2
        efforts.append(pull / full)
        powers.append(tuple(power))
    return drives, efforts, powers


def drive_for(effort):
    """Return the drive that gives a share of full effort, 0 to 1."""
    drives, efforts, _ = _table()
    if effort <= 0:
        return 0.0
    after = min(max(bisect_left(efforts, effort), 1), _STEPS)
    low, high = efforts[after - 1], efforts[after]
    share = min((effort - low) / (high - low), 1.0) if high > low else 1.0
    return drives[after - 1] + share * (drives[after] - drives[after - 1])


def recruited(drive):
    """Return how many units fire at a drive."""
    return sum(unit.threshold <= drive for unit in units())


def _powers(drive):
    place = min(max(drive / full_drive(), 0), 1) * _STEPS
    low = min(int(place), _STEPS - 1)
    first, second = _table()[2][low], _table()[2][low + 1]
    return [a + (place - low) * (b - a) for a, b in zip(first, second, strict=True)]


def strength(drive, slowed=1.0):
    """Return the root mean square of the signal on the skin, in µV, noise included.

    Firings that do not know of each other add their powers (Campbell's theorem): no trace need be drawn for it.
    """
    powers = _powers(drive)
    own = sum(power * energy(index, slowed) for index, power in enumerate(powers))
    return sqrt(own + number("noise") ** 2)


def spectrum(drive, slowed=1.0):
    """Return the power of the muscle's signal at `FREQUENCIES`, in any unit."""
    powers, found = _powers(drive), [0.0] * len(FREQUENCIES)
    for index, power in enumerate(powers):
        wide = width(index, slowed)
        for at, frequency in enumerate(FREQUENCIES):
            turn = (2 * pi * frequency * wide) ** 2
            found[at] += power * wide**2 * turn**2 * exp(-turn)
    return found


def median_frequency(drive, slowed=1.0):
    """Return the frequency that halves the power of the spectrum, in Hz; None where the muscle is silent."""
    powers = spectrum(drive, slowed)
    half, before = sum(powers) / 2, 0.0
    if half <= 0:
        return None
    for frequency, power in zip(FREQUENCIES, powers, strict=True):
        if before + power >= half:
            return frequency + (FREQUENCIES[1] - FREQUENCIES[0]) * ((half - before) / power - 0.5)
        before += power
    return None
