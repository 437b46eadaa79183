"""What the loop can do: where it rests, how much one turn returns, and where its behaviour changes.

The loop is opened at pain. Hold pain at P, let the other five states settle, and read the pain they give back:
the return F(P). The loop can rest where F(P) = P. The loop gain is the slope of F: below 1 the loop settles back,
above 1 it runs away from that point, and exactly 1 is a fold, where two resting points meet and vanish.
"""

# ruff: noqa: E741  (I is the symbol of inflammation)

from collections import namedtuple
from functools import lru_cache
from math import sqrt

from spine_edu.cycle.equations import STATES

#: Pains (0 to 1) at which curves are evaluated; close together near 0, where the settled state lies.
PAIN_GRID = tuple((i / 160) ** 2 for i in range(161))
CURVE_GRID = tuple(0.985 * (i / 64) ** 1.5 for i in range(2, 65))
MAP_GRID = tuple(0.003 + 0.96 * (i / 43) ** 1.6 for i in range(44))
MAP_LOADS = tuple(0.2 + 0.06 * i for i in range(36))

#: One resting point: pain and guarding 0 to 1, all six states, the loop gain there, and whether it holds.
Equilibrium = namedtuple("Equilibrium", "pain guarding states gain stable")


def root(function, low, high, tolerance=1e-12):
    """Return where `function` crosses zero between `low` and `high` (bracketed secant, Illinois rule).

    Raises
    ------
    ValueError
        If the two ends have the same sign.
    """
    f_low, f_high = function(low), function(high)
    if f_low == 0:
        return low
    if f_low * f_high > 0:
        raise ValueError(f"The function has the same sign at both ends, {low:g} and {high:g}; there is no crossing.")
    for _ in range(100):
        x = high - f_high * (high - low) / (f_high - f_low)
        f = function(x)
        if f * f_high < 0:
            low, f_low = high, f_high
        else:
            f_low /= 2
        high, f_high = x, f
        if abs(high - low) < tolerance or f == 0:
            break
    return high


def settled_disc(terms):
    """Return a function of guarding M that gives the settled disc: ``M -> (H, D, I, U, p)``.

    Herniation and inflammation feed each other; together they are the positive root of a quadratic.
    """
    L, a, loose = terms["load"], terms["ageing"], 1 - terms["conditioning_effect"] * terms["conditioning"]
    loose, cM, sM = loose * terms["micromotion"], terms["pressure_feedback"], terms["guarding_support"]
    nP = terms["overload_steepness"]
    Kp_n, KI_3 = terms["overload_pressure"] ** nP, terms["irritating_guarding"] ** 3
    extrude = terms["extrusion_rate"] * (1 - terms["drying_effect"] * a)
    weaken = terms["weakening_rate"] * (1 + terms["ageing_weakening"] * a)
    heal = terms["healing_rate"] * (1 - terms["ageing_healing"] * a)
    kr0, kr1, fade = terms["clearance_rate"], terms["resorption_rate"], 1 / terms["inflammation_time"]
    aH, aU, aM = (terms[name] for name in ("chemical_irritation", "motion_irritation", "guarding_irritation"))

    def disc(M):
        p = L + cM * M
        p_n = p ** nP
        phi = p_n / (Kp_n + p_n)
        D = weaken * phi / (weaken * phi + heal)
        U = D * loose * (1 - sM * M)
        other = aU * U * L + aM * M ** 3 / (KI_3 + M ** 3)
        out = extrude * phi * D
        square = aH * (out + kr0 + kr1)
        linear = (out + kr0) * (other + fade) - out * aH + kr1 * other
        constant = out * (other + fade)
        H = 2 * constant / (linear + sqrt(linear * linear + 4 * square * constant))
        made = aH * H + other
        return H, D, made / (made + fade), U, p

    return disc


def nociception(terms, disc, M):
    """Return the pain signal before sensitisation, from the settled `disc` ``(H, D, I, U, p)`` and guarding M."""
    H, _, I, U, p = disc
    return terms["nociception"] * (
        terms["nerve_pain"] * terms["nerve_contact"] * H + terms["ligament_pain"] * H * p
        + terms["inflammation_pain"] * I + terms["motion_pain"] * U * p + terms["spasm_pain"] * M)


def drive(terms, disc):
    """Return what tightens the muscle besides pain, from the settled `disc`."""
    H, _, _, U, _ = disc
    return terms["nerve_guarding"] * terms["nerve_contact"] * H + terms["motion_guarding"] * U


def guarding_from_pain(terms, P):
    """Return the share of full guarding drive that pain P calls for, before reactivity."""
    return P ** 3 / (terms["guarding_threshold"] ** 3 + P ** 3)


def settled_sensitisation(terms, P):
    """Return the sensitisation that pain P builds up if it lasts."""
    built = terms["sensitisation_rate"] * P ** 4 / (terms["sensitisation_threshold"] ** 4 + P ** 4)
    return built / (built + 1 / terms["sensitisation_time"])


def settle(terms, P):
    """Return ``(H, D, I, P, M, S)`` with pain held at P and the other five at rest."""
    disc = settled_disc(terms)
    M = _settled_guarding(terms, disc, P)
    H, D, I, _, _ = disc(M)
    return H, D, I, P, M, settled_sensitisation(terms, P)


def _settled_guarding(terms, disc, P):
    by_pain, release = terms["guarding_reactivity"] * guarding_from_pain(terms, P), terms["guarding_release"]
    return root(lambda M: (1 - M) * (by_pain + drive(terms, disc(M))) - release * M, 0.0, 1.0)


def loop(terms):
    """Return the function F: the pain that comes back when pain is held at P and everything else settles."""
    disc = settled_disc(terms)

    def returned(P):
        M = _settled_guarding(terms, disc, P)
        x = (1 + terms["sensitisation_gain"] * settled_sensitisation(terms, P)) * nociception(terms, disc(M), M)
        return x * x / (1 + x * x)

    return returned


def pain_returned(terms, P):
    """Return F(P); see `loop`."""
    return loop(terms)(P)


def jacobian(terms, y):
    """Return the 6 x 6 matrix of partial derivatives of the equations at `y`, in the order of STATES."""
    H, D, I, P, M, S = y
    t = terms
    kappa, sM, cM = (1 - t["conditioning_effect"] * t["conditioning"]) * t["micromotion"], t["guarding_support"], \
        t["pressure_feedback"]
    L, a, cn, noc = t["load"], t["ageing"], t["nerve_contact"], t["nociception"]
    p = L + cM * M
    phi, phi_p = _hill(p, t["overload_pressure"], t["overload_steepness"])
    U, U_D, U_M = D * kappa * (1 - sM * M), kappa * (1 - sM * M), -D * kappa * sM
    h_P, h_P1 = _hill(P, t["guarding_threshold"], 3)
    h_S, h_S1 = _hill(P, t["sensitisation_threshold"], 4)
    h_I, h_I1 = _hill(M, t["irritating_guarding"], 3)
    kr0, kr1, kh = t["clearance_rate"], t["resorption_rate"], t["extrusion_rate"] * (1 - t["drying_effect"] * a)
    kd = t["weakening_rate"] * (1 + t["ageing_weakening"] * a)
    kq = t["healing_rate"] * (1 - t["ageing_healing"] * a)
    aH, aU, aM = t["chemical_irritation"], t["motion_irritation"], t["guarding_irritation"]
    made = aH * H + aU * U * L + aM * h_I
    wN, wL, wI, wU, wM = (t[f"{cause}_pain"] for cause in ("nerve", "ligament", "inflammation", "motion", "spasm"))
    N = noc * (wN * cn * H + wL * H * p + wI * I + wU * U * p + wM * M)
    s = 1 + t["sensitisation_gain"] * S
    x = s * N
    g = 2 * x / (1 + x * x) ** 2 / t["pain_time"]
    rP, rN, rU, tM = t["guarding_reactivity"], t["nerve_guarding"], t["motion_guarding"], t["guarding_time"]
    d = rP * h_P + rN * cn * H + rU * U
    return [
        [-kh * phi * D - kr0 - kr1 * I, kh * phi * (1 - H), -kr1 * H, 0, kh * D * (1 - H) * phi_p * cM, 0],
        [0, -kd * phi - kq, 0, 0, kd * (1 - D) * phi_p * cM, 0],
        [aH * (1 - I), aU * L * U_D * (1 - I), -made - 1 / t["inflammation_time"], 0,
         (aU * L * U_M + aM * h_I1) * (1 - I), 0],
        [g * s * noc * (wN * cn + wL * p), g * s * noc * wU * p * U_D, g * s * noc * wI, -1 / t["pain_time"],
         g * s * noc * (wL * H * cM + wU * (U_M * p + U * cM) + wM), g * t["sensitisation_gain"] * N],
        [(1 - M) * rN * cn / tM, (1 - M) * rU * U_D / tM, 0, (1 - M) * rP * h_P1 / tM,
         (-d - t["guarding_release"] + (1 - M) * rU * U_M) / tM, 0],
        [0, 0, 0, t["sensitisation_rate"] * h_S1 * (1 - S), 0,
         -t["sensitisation_rate"] * h_S - 1 / t["sensitisation_time"]],
    ]


def gain_by_path(terms, P):
    """Return the loop gain at pain P split by the state through which pain returns.

    Returns
    -------
    dict
        State name -> share of the gain; the shares add up to the loop gain (Schur complement of the Jacobian).
    """
    full = jacobian(terms, settle(terms, P))
    others = [i for i in range(len(STATES)) if STATES[i] != "pain"]
    pain = STATES.index("pain")
    matrix = [[full[i][j] for j in others] for i in others]
    change = solve(matrix, [-full[i][pain] for i in others])
    return {STATES[i]: terms["pain_time"] * full[pain][i] * moved for i, moved in zip(others, change, strict=True)}


def loop_gain(terms, P):
    """Return the loop gain at pain P: the slope of the return F."""
    return sum(gain_by_path(terms, P).values())


def return_curve(terms):
    """Return ``(pains, returned)``: what the loop gives back over the whole range of pain, both 0 to 1."""
    return PAIN_GRID, tuple(map(loop(terms), PAIN_GRID))


def equilibria(terms, curve=None):
    """Return the resting points, lowest pain first, as a tuple of `Equilibrium`; `curve` saves a `return_curve`."""
    F = loop(terms)

    def gap(P):
        return F(P) - P

    points = [(P, returned - P) for P, returned in zip(*(curve or return_curve(terms)), strict=True)]
    points = _with_near_misses(gap, points)
    found = [P if here == 0 else root(gap, P, after_P)
             for (P, here), (after_P, after) in zip(points, points[1:], strict=False) if here == 0 or here * after < 0]
    return tuple(_equilibrium(terms, P) for P in found)


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
    return tuple(_count_change(count, *values[i:i + 2], counts[i], tolerance)
                 for i in range(parts) if counts[i] != counts[i + 1])


def peak_gain(terms, curve):
    """Return the loop gain where the return `curve` is steepest."""
    pains, returned = curve
    slopes = [(after - before) / (right - left) for left, right, before, after
              in zip(pains, pains[1:], returned, returned[1:], strict=False)]
    steepest = slopes.index(max(slopes))
    return loop_gain(terms, (pains[steepest] + pains[steepest + 1]) / 2)


def cobweb(terms, start, turns=24):
    """Return the points of the staircase from pain `start`: across to what returns, and round again."""
    points, P = [(start, start)], start
    for _ in range(turns):
        returned = pain_returned(terms, P)
        points += [(P, returned), (returned, returned)]
        P = returned
    return tuple(points)


def load_curve(terms, low, high):
    """Return the resting points over a range of load, as branches ``((load, pain, holds), ...)`` ordered by pain.

    For each pain the load is found at which that pain is a resting point. Where that load lies outside `low` to `high`
    the curve leaves the range, and another branch begins where it comes back. A point holds where more pain needs more
    load.
    """
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
    return tuple((load, P, after[0] >= before[0])
                 for (load, P), before, after in zip(branch, befores, afters, strict=True))


def curve_folds(branches):
    """Return the loads ``(up, down)`` at which a `load_curve` turns: where pain jumps up, and where it drops again.

    Either is None where the curve does not turn inside the range.
    """
    turns = [(after[0], before[2]) for branch in branches
             for before, after in zip(branch, branch[1:], strict=False) if before[2] != after[2]]
    return (next((load for load, held in turns if held), None), next((load for load, held in turns if not held), None))


def sweep(terms, loads):
    """Return the resting pain that the loop follows while load goes slowly through `loads` (hysteresis)."""
    pains, pain = [], None
    for load in loads:
        rests = [point.pain for point in equilibria({**terms, "load": load}) if point.stable]
        pain = rests[0] if pain is None else _follow({**terms, "load": load}, pain, rests)
        pains.append(pain)
    return tuple(pains)


def regime_map(terms):
    """Return where two resting points exist, in the plane of load and guarding reactivity.

    Returns
    -------
    tuple of (float, float or None, float or None)
        Load, the reactivity from which lasting pain can hold itself up, and the reactivity from which it is the only
        resting point; None where the loop has no fold at that load.
    """
    return _regime_map(tuple(sorted((name, value) for name, value in terms.items()
                                    if name not in ("load", "guarding_reactivity"))))


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
    tops = [_vertex(*curve[i - 1:i + 2]) for i in range(1, len(curve) - 1) if curve[i - 1] < curve[i] >= curve[i + 1]]
    dips = [_vertex(*curve[i - 1:i + 2]) for i in range(1, len(curve) - 1) if curve[i - 1] > curve[i] <= curve[i + 1]]
    return dips[0] if dips else None, tops[0] if tops else None


def solve(matrix, right):
    """Return the solution of a small linear system (Gaussian elimination with pivoting)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    n = len(rows)
    for i in range(n):
        best = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for k in range(i + 1, n):
            share = rows[k][i] / rows[i][i]
            rows[k] = [a - share * b for a, b in zip(rows[k], rows[i], strict=True)]
    answer = [0.0] * n
    for i in reversed(range(n)):
        answer[i] = (rows[i][n] - sum(rows[i][k] * answer[k] for k in range(i + 1, n))) / rows[i][i]
    return answer


def _hill(x, half, n):
    """Return x^n / (half^n + x^n) and its slope."""
    top, bottom = x ** n, half ** n
    return top / (bottom + top), n * x ** (n - 1) * bottom / (bottom + top) ** 2


def _equilibrium(terms, P):
    states, gain = settle(terms, P), loop_gain(terms, P)
    return Equilibrium(P, states[STATES.index("guarding")], states, gain, gain < 1)


def _with_near_misses(gap, points):
    """Add the point between two grid points where the gap all but closes: close to a fold both roots may lie there."""
    added = []
    for (low, a), (_, b), (high, c) in zip(points, points[1:], points[2:], strict=False):
        if a * b > 0 and b * c > 0 and abs(b) < min(abs(a), abs(c)) and abs(b) < 1e-3:
            P = _smallest(lambda x: abs(gap(x)) if gap(x) * b > 0 else -abs(gap(x)), low, high)  # noqa: B023
            added.append((P, gap(P)))
    return sorted([*points, *added]) if added else points


def _smallest(function, low, high):
    """Return where `function` is smallest between `low` and `high` (golden section)."""
    share = (sqrt(5) - 1) / 2
    while high - low > 1e-9:
        left, right = high - share * (high - low), low + share * (high - low)
        low, high = (low, right) if function(left) < function(right) else (left, high)
    return (low + high) / 2


def _count_change(count, low, high, count_low, tolerance):
    while high - low > tolerance:
        middle = (low + high) / 2
        low, high = (middle, high) if count(middle) == count_low else (low, middle)
    return (low + high) / 2


def _follow(terms, pain, rests):
    """From `pain` the loop goes up where more returns than was put in, and down where less does."""
    rising = pain_returned(terms, pain) > pain
    ahead = [rest for rest in rests if (rest >= pain if rising else rest <= pain)]
    return (min(ahead) if rising else max(ahead)) if ahead else min(rests, key=lambda rest: abs(rest - pain))


def _vertex(before, middle, after):
    """Return the height of the parabola through three evenly spaced values at its turning point."""
    bend = before - 2 * middle + after
    return middle if bend == 0 else middle - (after - before) ** 2 / (8 * bend)
