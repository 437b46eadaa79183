"""How much one turn of the loop gives back: the loop gain, and the states by which it comes.

The loop gain is the slope of the return F: below 1 the loop settles back, above 1 it runs away from that point, and
exactly 1 is a fold, where two resting points meet and vanish.
"""

# ruff: noqa: E741  (I is the symbol of inflammation)

from spine_edu.cycle.equations import STATES
from spine_edu.cycle.numerics import solve
from spine_edu.cycle.open_loop import settle


def jacobian(terms, y):
    """Return the 6 x 6 matrix of partial derivatives of the equations at `y`, in the order of STATES."""
    H, D, I, P, M, S = y
    t = terms
    kappa, sM, cM = 1 - t["conditioning_effect"] * t["conditioning"], t["guarding_support"], t["pressure_feedback"]
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
    # fmt: off
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
    # fmt: on


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


def peak_gain(terms, curve):
    """Return the loop gain where the return `curve` is steepest."""
    pains, returned = curve
    slopes = [
        (after - before) / (right - left)
        for left, right, before, after in zip(pains, pains[1:], returned, returned[1:], strict=False)
    ]
    steepest = slopes.index(max(slopes))
    return loop_gain(terms, (pains[steepest] + pains[steepest + 1]) / 2)


def _hill(x, half, n):
    """Return x^n / (half^n + x^n) and its slope."""
    top, bottom = x**n, half**n
    return top / (bottom + top), n * x ** (n - 1) * bottom / (bottom + top) ** 2
