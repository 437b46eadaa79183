"""Treatments of the cycle on a time line: each turns terms of the equations for a while, or a state once.

What a treatment does stands in ``data/cycle_treatments.csv``, what trials found of it in
``data/cycle_treatment_cards.csv``. The sizes were *set* so that a simulated group moves as much as groups did in
trials: they are inputs of the model, never its predictions.

Pain that a treatment itself adds, such as a wound's, is felt *beside* the loop and does not feed it. In a loop with a
tipping point any push, however small and short, would leave somebody with lasting pain, and no trial has seen that.
"""

from dataclasses import replace
from functools import cache
from math import exp

from spine_edu import data
from spine_edu.cycle.equations import STATES

#: What a row acts on that adds to the pain that is felt, beside the loop.
FELT = "felt"

#: A fading effect is dropped after this many fading times (less than 1 % is left).
FADED = 5

REFUSED = {
    "vertebroplasty": "Vertebroplasty fills a broken vertebra with cement; it acts on no part of this loop, "
    "so the model has nothing to change. Choose another treatment."
}


@cache
def effects(treatment, length=1.0):
    """Return the rows of one treatment.

    Parameters
    ----------
    treatment : str
    length : float
        How long it lasts, times its `usual_length`; of a treatment without one it changes nothing.

    Raises
    ------
    ValueError
        For vertebroplasty, with the reason; for an unknown name, with the known ones.
    """
    if treatment in REFUSED:
        raise ValueError(f"{REFUSED[treatment]} {card(treatment).short}")
    rows = tuple(row for row in data.table("cycle_treatments") if row.treatment == treatment)
    if not rows:
        known = dict.fromkeys(row.treatment for row in data.table("cycle_treatments"))
        raise ValueError(f"There is no treatment named {treatment!r}; there are {', '.join(known)}.")
    if length != 1 and usual_length(treatment) is not None:
        return tuple(replace(row, days=row.days * length) for row in rows)
    return rows


@cache
def card(treatment):
    """Return what trials found of a treatment: its row of cycle_treatment_cards.csv."""
    return next(row for row in data.table("cycle_treatment_cards") if row.treatment == treatment)


@cache
def usual_length(treatment):
    """Return how many days a treatment is given for, if its effects last as long as it is given; else None."""
    days = card(treatment).days
    return days if days and all(row.days == days for row in effects(treatment)) else None


def strength(row, day):
    """Return how much of an effect is at work, 0 to 1, `day` days after the treatment began."""
    since = day - row.day
    if since < 0:
        return 0.0
    reached = min(1.0, min(since, row.days) / row.ramp) if row.ramp else 1.0
    if since < row.days:
        return reached
    if row.fade:
        after = (since - row.days) / row.fade
        return reached * exp(-after) if after < FADED else 0.0
    return 0.0


def terms_on(day, terms, plan):
    """Return the terms that hold during `day`.

    Parameters
    ----------
    day : int
    terms : dict
        Untreated terms.
    plan : sequence of (str, float) or (str, float, float)
        Treatment and start day, and how long it lasts, times its usual length; several may run at once.

    Returns
    -------
    dict
        `terms` itself where nothing is at work.
    """
    changed = None
    for treatment, start, *length in plan:
        for row in effects(treatment, *length):
            share = strength(row, day - start) if row.acts_on in terms else 0.0
            if share:
                changed = dict(terms) if changed is None else changed
                old = changed[row.acts_on]
                target = old * row.value if row.action == "multiply" else old + row.value * (1 - old)
                changed[row.acts_on] = old + (target - old) * share
    return terms if changed is None else changed


def push(day, y, plan):
    """Return the states after the one-off effects that fall on `day`."""
    for treatment, start, *length in plan:
        for row in effects(treatment, *length):
            if row.acts_on in STATES and day <= start + row.day < day + 1:
                y = list(y)
                i = STATES.index(row.acts_on)
                y[i] = y[i] * row.value if row.action == "multiply" else y[i] + row.value * (1 - y[i])
    return y


def felt(day, pain, plan):
    """Return the pain that is felt on a day: that of the loop, and what treatments add beside it.

    Parameters
    ----------
    day : int
    pain : float or array
        The loop's pain, 0 to 1.
    plan : sequence of (str, float)

    Returns
    -------
    float or array
        0 to 1; `pain` itself where nothing adds to it.
    """
    for treatment, start, *length in plan:
        for row in effects(treatment, *length):
            share = strength(row, day - start) if row.acts_on == FELT else 0.0
            if share:
                pain = pain + row.value * share * (1 - pain)
    return pain
