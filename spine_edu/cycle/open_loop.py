"""The loop opened at pain: hold pain, let the other five states settle, and read the pain that comes back.

Hold pain at P and the pain that comes back is the return F(P). The loop can rest where F(P) = P.
"""

# ruff: noqa: E741  (I is the symbol of inflammation)

from math import sqrt

from spine_edu.cycle.numerics import root

#: Pains (0 to 1) at which the return is evaluated; close together near 0, where the settled state lies.
PAIN_GRID = tuple((i / 160) ** 2 for i in range(161))


def settled_disc(terms):
    """Return a function of guarding M that gives the settled disc: ``M -> (H, D, I, U, p)``.

    Herniation and inflammation feed each other; together they are the positive root of a quadratic.
    """
    L, a, loose = terms["load"], terms["ageing"], 1 - terms["conditioning_effect"] * terms["conditioning"]
    cM, sM, nP = terms["pressure_feedback"], terms["guarding_support"], terms["overload_steepness"]
    Kp_n, KI_3 = terms["overload_pressure"] ** nP, terms["irritating_guarding"] ** 3
    extrude = terms["extrusion_rate"] * (1 - terms["drying_effect"] * a)
    weaken = terms["weakening_rate"] * (1 + terms["ageing_weakening"] * a)
    heal = terms["healing_rate"] * (1 - terms["ageing_healing"] * a)
    kr0, kr1, fade = terms["clearance_rate"], terms["resorption_rate"], 1 / terms["inflammation_time"]
    aH, aU, aM = (terms[name] for name in ("chemical_irritation", "motion_irritation", "guarding_irritation"))

    def disc(M):
        p = L + cM * M
        p_n = p**nP
        phi = p_n / (Kp_n + p_n)
        D = weaken * phi / (weaken * phi + heal)
        U = D * loose * (1 - sM * M)
        other = aU * U * L + aM * M**3 / (KI_3 + M**3)
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
        terms["nerve_pain"] * terms["nerve_contact"] * H
        + terms["ligament_pain"] * H * p
        + terms["inflammation_pain"] * I
        + terms["motion_pain"] * U * p
        + terms["spasm_pain"] * M
    )


def drive(terms, disc):
    """Return what tightens the muscle besides pain, from the settled `disc`."""
    H, _, _, U, _ = disc
    return terms["nerve_guarding"] * terms["nerve_contact"] * H + terms["motion_guarding"] * U


def guarding_from_pain(terms, P):
    """Return the share of full guarding drive that pain P calls for, before reactivity."""
    return P**3 / (terms["guarding_threshold"] ** 3 + P**3)


def settled_sensitisation(terms, P):
    """Return the sensitisation that pain P builds up if it lasts."""
    built = terms["sensitisation_rate"] * P**4 / (terms["sensitisation_threshold"] ** 4 + P**4)
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


def return_curve(terms):
    """Return ``(pains, returned)``: what the loop gives back over the whole range of pain, both 0 to 1."""
    return PAIN_GRID, tuple(map(loop(terms), PAIN_GRID))


def cobweb(terms, start, turns=24):
    """Return the points of the staircase from pain `start`: across to what returns, and round again."""
    points, P = [(start, start)], start
    for _ in range(turns):
        returned = pain_returned(terms, P)
        points += [(P, returned), (returned, returned)]
        P = returned
    return tuple(points)
