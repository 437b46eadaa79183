"""An order round the oval in which few arrows cross: each thing is put where it makes least of a tangle."""

from functools import lru_cache
from itertools import combinations

#: How much a crossing counts beside a step that an arrow leads past other things.
_CROSSING = 4
#: How many times at most all things are tried in all places; in fewer there is mostly nothing left to gain.
_TRIES = 6


@lru_cache(maxsize=200)
def untangled(kept, arrows):
    """Return things in an order round a circle in which few of the arrows cross and they lead not far.

    Parameters
    ----------
    kept : tuple of str
        In the order that stays where none is better.
    arrows : tuple of (str, str)
        There and back count once.

    Returns
    -------
    tuple of str
    """
    pairs = sorted({tuple(sorted(arrow, key=kept.index)) for arrow in arrows})
    best, least = kept, tangle(kept, pairs)
    for _ in range(_TRIES):
        before = least
        for thing in kept:
            rest = [one for one in best if one != thing]
            # Round a circle, the last place is the first one.
            for place in range(len(rest)):
                other = (*rest[:place], thing, *rest[place:])
                if (much := tangle(other, pairs)) < least:
                    best, least = other, much
        if least == before:
            break
    return best


def tangle(order, pairs):
    """Return how tangled pairs are whose things lie in an order round a circle: crossings, and how far they lead."""
    places, count = {thing: place for place, thing in enumerate(order)}, len(order)
    ends = [sorted((places[one], places[other])) for one, other in pairs]
    far = sum(min(high - low, count - high + low) for low, high in ends)
    return _CROSSING * sum(_cross(one, other) for one, other in combinations(ends, 2)) + far


def _cross(one, other):
    (low, high), (first, last) = one, other
    return low < first < high < last or first < low < last < high
