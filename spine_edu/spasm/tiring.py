"""How a held muscle tires, and the published numbers that two explorers of the topic read.

Of the active part of a muscle some tires in a second, of the tired part some recovers (Frey-Law et al. 2012); as long
as it can, the active part is held.
"""

from functools import cache
from math import exp, inf, log

from spine_edu import data


@cache
def number(key):
    """Return a number of ``spasm_emg.csv`` by its key."""
    return next(row.value for row in data.table("spasm_emg") if row.key == key)


def rates():
    """Return what tires and what recovers, in 1/s."""
    return number("fatigue_rate"), number("recovery_rate")


def sustained():
    """Return the share of full effort, 0 to 1, that can be held on and on: what tires recovers as fast."""
    fatigue, recovery = rates()
    return recovery / (fatigue + recovery)


def endurance(share):
    """Return for how many seconds a share of full effort can be held; infinite up to `sustained`."""
    fatigue, recovery = rates()
    left = recovery * (1 - share) / (fatigue * share) if share > 0 else 1.0
    return -log(1 - left) / recovery if left < 1 else inf


def tired(share, seconds):
    """Return the share of the muscle that is tired after holding a share of full effort so long, up to exhaustion."""
    fatigue, recovery = rates()
    return fatigue * share / recovery * (1 - exp(-recovery * min(seconds, endurance(share))))
