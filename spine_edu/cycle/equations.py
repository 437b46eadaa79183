"""The six equations of the cycle, their terms, and a plain Runge-Kutta integrator.

States, all between 0 and 1, time in days: H herniation (irritant burden), D annulus weakness, I inflammation,
P pain (numerical rating / 10), M guarding, S sensitisation. Every state grows as *something* x (1 - state) and
shrinks as *something* x state, so none can leave 0 to 1, whatever the parameters.

The equations use operators only. One patient is six floats; a cohort is six arrays: nothing else changes.
"""

# ruff: noqa: E741  (I is the symbol of inflammation)

from functools import cache
from math import ceil

from spine_edu import data

STATES = ("herniation", "annulus", "inflammation", "pain", "guarding", "sensitisation")

#: Scales that a treatment turns and that are 1 in an untreated patient. The last one is no part of the equations: it
#: turns what the disc is read to carry, and leaves pain alone.
SCALES = {"nociception": 1.0, "guarding_release": 1.0, "load_carried": 1.0}

#: Fewest steps a day; twice as many on a day on which something switches, because pain and guarding then move fast.
#: The error stays below 1e-4 of the scale at every setting.
FEWEST_STEPS = 4
#: From which share of itself on a term that is another than the day before has switched: what builds up or fades over
#: weeks needs no more steps.
_LEAP = 0.1


@cache
def default_terms():
    """Return every number of the equations by name, as in parameters.csv; a caller must copy before changing it."""
    return {row.name: row.value for row in data.parameters("cycle_model")} | SCALES


def slopes(terms):
    """Return the right-hand side for one set of terms.

    Parameters
    ----------
    terms : dict
        Name -> float (one patient) or array (a cohort); see `default_terms`.

    Returns
    -------
    callable
        ``(H, D, I, P, M, S) -> (dH, dD, dI, dP, dM, dS)``, each per day.
    """
    t = terms
    L, C, a, cn = t["load"], t["conditioning"], t["ageing"], t["nerve_contact"]
    rP, cM, sS = t["guarding_reactivity"], t["pressure_feedback"], t["sensitisation_gain"]
    Kp, nP, q, sM = t["overload_pressure"], t["overload_steepness"], t["conditioning_effect"], t["guarding_support"]
    kh, w, kr0, kr1 = t["extrusion_rate"], t["drying_effect"], t["clearance_rate"], t["resorption_rate"]
    kd, al, kq, be = t["weakening_rate"], t["ageing_weakening"], t["healing_rate"], t["ageing_healing"]
    aH, aU, aM = t["chemical_irritation"], t["motion_irritation"], t["guarding_irritation"]
    KI, tI, tP = t["irritating_guarding"], t["inflammation_time"], t["pain_time"]
    wN, wL, wI, wU, wM = (t[f"{cause}_pain"] for cause in ("nerve", "ligament", "inflammation", "motion", "spasm"))
    tM, KM, rN, rU = t["guarding_time"], t["guarding_threshold"], t["nerve_guarding"], t["motion_guarding"]
    kS, KS, tS = t["sensitisation_rate"], t["sensitisation_threshold"], t["sensitisation_time"]
    noc, release = t["nociception"], t["guarding_release"]

    # What does not change within a step is worked out once.
    Kp_n, KM_3, KI_3, KS_4 = Kp**nP, KM * KM * KM, KI * KI * KI, KS * KS * KS * KS
    loose, wNc, rNc = 1 - q * C, wN * cn, rN * cn
    extrude, weaken, heal = kh * (1 - w * a), kd * (1 + al * a), kq * (1 - be * a)

    def rates(H, D, I, P, M, S):
        p = L + cM * M  # pressure on the disc; guarding adds to it
        p_n = p**nP
        phi = p_n / (Kp_n + p_n)  # overload
        U = D * loose * (1 - sM * M)  # micromotion; guarding and fitness reduce it
        M_3, P_3 = M * M * M, P * P * P
        P_4 = P_3 * P
        N = noc * (wNc * H + wL * H * p + wI * I + wU * U * p + wM * M)  # nociception
        x = (1 + sS * S) * N
        x_2 = x * x
        dH = extrude * phi * D * (1 - H) - (kr0 + kr1 * I) * H
        dD = weaken * phi * (1 - D) - heal * D
        dI = (aH * H + aU * U * L + aM * M_3 / (KI_3 + M_3)) * (1 - I) - I / tI
        dP = (x_2 / (1 + x_2) - P) / tP
        dM = ((1 - M) * (rP * P_3 / (KM_3 + P_3) + rNc * H + rU * U) - release * M) / tM
        dS = kS * P_4 / (KS_4 + P_4) * (1 - S) - S / tS
        return dH, dD, dI, dP, dM, dS

    return rates


def steps_a_day(terms):
    """Return the steps a day that these terms need: as many as guarding, the fastest state, can lose in a day."""
    drive = terms["guarding_reactivity"] + terms["nerve_guarding"] * terms["nerve_contact"] + terms["motion_guarding"]
    fastest = (drive + terms["guarding_release"]) / terms["guarding_time"]
    return max(FEWEST_STEPS, ceil(fastest if isinstance(fastest, float) else fastest.max()))


def _leaps(before, today):
    """Return whether a term is another than the day before by more than `_LEAP` of itself; arrays always do."""
    for name, new in today.items():
        old = before[name]
        if new is not old and not (isinstance(new, float) and abs(new - old) <= _LEAP * abs(old)):
            return True
    return False


def step(rates, y, dt):
    """Return the state one classical Runge-Kutta step of `dt` days later."""
    H, D, I, P, M, S = y
    h = dt / 2
    a1, b1, c1, d1, e1, f1 = rates(H, D, I, P, M, S)
    a2, b2, c2, d2, e2, f2 = rates(H + h * a1, D + h * b1, I + h * c1, P + h * d1, M + h * e1, S + h * f1)
    a3, b3, c3, d3, e3, f3 = rates(H + h * a2, D + h * b2, I + h * c2, P + h * d2, M + h * e2, S + h * f2)
    a4, b4, c4, d4, e4, f4 = rates(H + dt * a3, D + dt * b3, I + dt * c3, P + dt * d3, M + dt * e3, S + dt * f3)
    k = dt / 6
    return (
        H + k * (a1 + 2 * (a2 + a3) + a4),
        D + k * (b1 + 2 * (b2 + b3) + b4),
        I + k * (c1 + 2 * (c2 + c3) + c4),
        P + k * (d1 + 2 * (d2 + d3) + d4),
        M + k * (e1 + 2 * (e2 + e3) + e4),
        S + k * (f1 + 2 * (f2 + f3) + f4),
    )


def run(y, days, terms_on_day, push_on_day):
    """Follow the six states day by day.

    Parameters
    ----------
    y : sequence of six
        States on day 0: floats, or arrays of one length.
    days : int
    terms_on_day : callable
        ``day -> terms``. Terms are held through the day, so a treatment switches at midnight.
    push_on_day : callable
        ``(day, y) -> y``: one-off effects at the start of the day.

    Returns
    -------
    list
        ``days + 1`` states, one a day.
    """
    path = []
    terms = rates = usual = None
    for day in range(days):
        before, y = y, push_on_day(day, y)
        path.append(tuple(y))
        today = terms_on_day(day)
        switched = y is not before or terms is None or (today is not terms and _leaps(terms, today))
        if today is not terms:
            terms, rates, usual = today, slopes(today), steps_a_day(today)
        steps = 2 * usual if switched else usual
        for _ in range(steps):
            y = step(rates, y, 1 / steps)
    path.append(tuple(push_on_day(days, y)))
    return path
