"""Where the loop can rest, and where its behaviour changes: resting points, folds, and maps of them."""

from collections import namedtuple
from functools import lru_cache
from math import sqrt

from spine_edu.cycle.equations import STATES
from spine_edu.cycle.gain import loop_gain
from spine_edu.cycle.numerics import root, smallest, vertex
from spine_edu.cycle.open_loop import (
    drive,
    guarding_from_pain,
    loop,
    nociception,
    pain_returned,
    return_curve,
    settle,
    settled_disc,
    settled_sensitisation,
)

#: Pains (0 to 1) and loads (x standing) at which curves and maps are evaluated.
CURVE_GRID = tuple(0.985 * (i / 64) ** 1.5 for i in range(2, 65))
MAP_GRID = tuple(0.003 + 0.96 * (i / 43) ** 1.6 for i in range(44))
MAP_LOADS = tuple(0.2 + 0.06 * i for i in range(36))

#: One resting point: pain and guarding 0 to 1, all six states, the loop gain there, and whether it holds.
Equilibrium = namedtuple("Equilibrium", "pain guarding states gain stable")


def equilibria(terms, curve=None):
    """Return the resting points, lowest pain first, as a tuple of `Equilibrium`; `curve` saves a `return_curve`."""
    F = loop(terms)

    def gap(P):
        return F(P) - P

    points = [(P, returned - P) for P, returned in zip(*(curve or return_curve(terms)), strict=True)]
    points = _with_near_misses(gap, points)
    found = [
        P if here == 0 else root(gap, P, after_P)
        for (P, here), (after_P, after) in zip(points, points[1:], strict=False)
        if here == 0 or here * after < 0
    ]
    return tuple(_equilibrium(terms, P) for P in found)


def _with_near_misses(gap, points):
    """Add the point between two grid points where the gap all but closes: close to a fold both roots may lie there."""
    added = []
    for (low, a), (_, b), (high, c) in zip(points, points[1:], points[2:], strict=False):
        if a * b > 0 and b * c > 0 and abs(b) < min(abs(a), abs(c)) and abs(b) < 1e-3:
            P = smallest(lambda x: abs(gap(x)) if gap(x) * b > 0 else -abs(gap(x)), low, high)  # noqa: B023
            added.append((P, gap(P)))
    return sorted([*points, *added]) if added else points


def _equilibrium(terms, P):
    states, gain = settle(terms, P), loop_gain(terms, P)
    return Equilibrium(P, states[STATES.index("guarding")], states, gain, gain < 1)


def folds(terms, name, low, high, parts=24, tolerance=1e-5):
    """Return the values of one parameter at which two resting points meet and vanish.

    Parameters
    ----------
    terms : dict
    name : str
        A term of the equations, for example ``"load"``.
    low, high : float
        Where to look.
    parts : int
        Intervals in which a change in the number of resting points is looked for.

    Raises
    ------
    ValueError
        If `name` is no term of the equations or `low` is not below `high`.
    """
    if name not in terms:
        raise ValueError(f"There is no term named {name!r} in the equations; their names stand in parameters.csv.")
    if not low < high:
        raise ValueError(f"The lower end {low:g} must be below the upper end {high:g}.")

    def count(value):
        return len(equilibria({**terms, name: value}))

    values = [low + (high - low) * i / parts for i in range(parts + 1)]
    counts = [count(value) for value in values]
    return tuple(
        _count_change(count, *values[i : i + 2], counts[i], tolerance)
        for i in range(parts)
        if counts[i] != counts[i + 1]
    )


def _count_change(count, low, high, count_low, tolerance):
    while high - low > tolerance:
        middle = (low + high) / 2
        low, high = (middle, high) if count(middle) == count_low else (low, middle)
    return (low + high) / 2


def load_curve(terms, low, high):
    """Return the resting points over a range of load, as branches ``((load, pain, holds), ...)`` ordered by pain.

    For each pain the load is found at which that pain is a resting point. Where that load lies outside `low` to `high`
    the curve leaves the range, and another branch begins where it comes back. A point holds where more pain needs more
    load.
    """
    return _load_curve(tuple(sorted((name, value) for name, value in terms.items() if name != "load")), low, high)


@lru_cache(maxsize=32)
def _load_curve(items, low, high):
    terms = dict(items)
    ends = {point.pain: load for load in (low, high) for point in equilibria({**terms, "load": load})}
    branches, inside = [[]], True
    for P in sorted({*CURVE_GRID, *ends}):
        load = ends.get(P) or _resting_load(terms, P, low, high)
        if load is None:
            inside = False
        elif inside:
            branches[-1].append((load, P))
        else:
            inside = True
            branches.append([(load, P)])
    return tuple(_with_stability(branch) for branch in branches if len(branch) > 1)


def _resting_load(terms, P, low, high):
    """Return the load at which pain P is a resting point, or None outside the range."""

    def gap(load):
        return pain_returned({**terms, "load": load}, P) - P

    return root(gap, low, high, 1e-6) if gap(low) <= 0 <= gap(high) else None


def _with_stability(branch):
    befores, afters = [branch[0], *branch[:-1]], [*branch[1:], branch[-1]]
    return tuple(
        (load, P, after[0] >= before[0]) for (load, P), before, after in zip(branch, befores, afters, strict=True)
    )


def curve_folds(branches):
    """Return the loads ``(up, down)`` at which a `load_curve` turns: where pain jumps up, and where it drops again.

    Either is None where the curve does not turn inside the range.
    """
    turns = [
        (after[0], before[2])
        for branch in branches
        for before, after in zip(branch, branch[1:], strict=False)
        if before[2] != after[2]
    ]
    return (next((load for load, held in turns if held), None), next((load for load, held in turns if not held), None))


def sweep(terms, loads):
    """Return the resting pain that the loop follows while load goes slowly through `loads` (hysteresis)."""
    pains, pain = [], None
    for load in loads:
        rests = [point.pain for point in equilibria({**terms, "load": load}) if point.stable]
        pain = rests[0] if pain is None else follow({**terms, "load": load}, pain, rests)
        pains.append(pain)
    return tuple(pains)


def follow(terms, pain, rests):
    """Return the one of the resting pains `rests` to which the loop goes from `pain`, all of them 0 to 1.

    It goes up where more returns than was put in, and down where less does.
    """
    rising = pain_returned(terms, pain) > pain
    ahead = [rest for rest in rests if (rest >= pain if rising else rest <= pain)]
    return (min(ahead) if rising else max(ahead)) if ahead else min(rests, key=lambda rest: abs(rest - pain))


def regime_map(terms):
    """Return where two resting points exist, in the plane of load and guarding reactivity.

    Returns
    -------
    tuple of (float, float or None, float or None)
        Load, the reactivity from which lasting pain can hold itself up, and the reactivity from which it is the only
        resting point; None where the loop has no fold at that load.
    """
    return _regime_map(
        tuple(sorted((name, value) for name, value in terms.items() if name not in ("load", "guarding_reactivity")))
    )


@lru_cache(maxsize=32)
def _regime_map(items):
    terms = dict(items)
    return tuple((load, *_reactivity_folds({**terms, "load": load})) for load in MAP_LOADS)


def _reactivity_folds(terms):
    """Each pain rests at exactly one reactivity; the folds are where that curve turns."""
    disc, release = settled_disc(terms), terms["guarding_release"]
    curve = []
    for P in MAP_GRID:
        s = 1 + terms["sensitisation_gain"] * settled_sensitisation(terms, P)
        needed = sqrt(P / (1 - P)) / s
        at_rest = [nociception(terms, disc(M), M) - needed for M in (0.0, 0.995)]
        if at_rest[0] < 0 < at_rest[1]:
            M = root(lambda M, needed=needed: nociception(terms, disc(M), M) - needed, 0.0, 0.995, 1e-7)
            by_pain = release * M / (1 - M) - drive(terms, disc(M))
            curve.append(by_pain / guarding_from_pain(terms, P))
    tops = [vertex(*curve[i - 1 : i + 2]) for i in range(1, len(curve) - 1) if curve[i - 1] < curve[i] >= curve[i + 1]]
    dips = [vertex(*curve[i - 1 : i + 2]) for i in range(1, len(curve) - 1) if curve[i - 1] > curve[i] <= curve[i + 1]]
    return dips[0] if dips else None, tops[0] if tops else None
