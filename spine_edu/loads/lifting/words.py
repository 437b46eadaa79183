"""The lifting calculator in words."""

import math

from spine_edu import data
from spine_edu.loads.lifting.model import MULTIPLIERS, constants
from spine_edu.tables import Table

_ENDS = {"start": "at the start of the lift", "end": "at the end of the lift"}


def sentence(result):
    """Return the recommended limit, the index, what costs most, and which end of the lift decides."""
    if result.refusal:
        return f"The equation gives no answer for this lift. {result.refusal}"
    parts = [_limit(result)]
    if len(result.limits) > 1:
        both = " and ".join(f"{weight(result, limit.value)} {_ENDS[limit.where]}" for limit in result.limits)
        parts.append(f"The load must be placed with care, so the lower of {both} counts.")
    if result.composite is not None:
        parts.append(f"Together the two lifts have a composite lifting index of {index(result.composite)}.")
    return " ".join(parts)


def compare(held, result):
    """Return how limit and index changed from A to B."""
    if held.refusal or result.refusal:
        return (
            "The equation answers only one of A and B."
            if bool(held.refusal) != bool(result.refusal)
            else ("The equation answers neither A nor B.")
        )
    before, after = held.governing.value / held.per_kg, result.governing.value / result.per_kg
    return (
        f"From A to B the recommended limit goes from {before:.1f} to {after:.1f} kg "
        f"and the lifting index from {index(held.index)} to {index(result.index)}."
    )


def table(result):
    """Return the multipliers of each end that was worked out, with what each costs."""
    if result.refusal:
        return Table("The equation does not apply", ("Kind of lift", "Why"), ((result.state.task, result.refusal),))
    rows = []
    for limit in result.limits:
        rows.append((limit.where, "Best case", "", weight(result, result.best)))
        rows += [
            (
                limit.where,
                f"{words}, {measure(result, limit, symbol)} ({symbol})",
                factor(limit.multipliers[symbol]),
                f"−{weight(result, limit.costs[symbol])}",
            )
            for symbol, words in MULTIPLIERS.items()
        ]
        rows.append((limit.where, "Recommended limit (RWL)", "", weight(result, limit.value)))
    rows.append(("", "Load", "", weight(result, result.lift.weight)))
    rows.append(("", "Lifting index (LI)", "", index(result.index)))
    if result.composite is not None:
        rows.append(("", "Composite lifting index (CLI)", "", index(result.composite)))
    return Table(
        "How the recommended weight limit comes about",
        ("End of the lift", "Step", "Multiplier (1)", f"Weight ({result.unit})"),
        tuple(rows),
    )


def weight(result, value):
    """Return a weight as printed, for example ``"10.5 kg"``."""
    return f"{value:.1f} {result.unit}"


def factor(multiplier):
    """Return a multiplier with two decimals, halves rounded up as the manual does."""
    return f"{math.floor(multiplier * 100 + 0.5 + 1e-9) / 100:.2f}"


def index(value):
    """Return an index as printed; infinite reads as words."""
    return "beyond any number" if math.isinf(value) else f"{value:.2f}"


def measure(result, limit, symbol):
    """Return what a multiplier was worked out from, for example ``"40 cm"``."""
    lift, state = result.lift, result.state
    place = lift.origin if limit.where == "start" else lift.destination
    length, digits = ("cm", 0) if lift.system == "metric" else ("in", 1)
    least = constants(lift.system)["frequency_least"]
    # The equation knows no rarer lift.
    often = f"{lift.frequency:.1f}" if lift.frequency > least else f"{least:g} or less"
    return {
        "HM": f"{place.horizontal:.{digits}f} {length}",
        "VM": f"{place.vertical:.{digits}f} {length}",
        "DM": f"{abs(lift.destination.vertical - lift.origin.vertical):.{digits}f} {length}",
        "AM": f"{place.asymmetry:.0f}°",
        "FM": f"{often} a minute",
        "CM": state.coupling,
    }[symbol]


def at_height(result, centimetres):
    """Return a height of the hands in the units of the result, for example ``"52 cm"``."""
    if result.lift.system == "metric":
        return f"{centimetres:.0f} cm"
    return f"{centimetres / data.value('loads_lifting.cm_per_inch'):.1f} in"


def _limit(result):
    governing, lift = result.governing, result.lift
    if governing.value == 0:
        stops = [MULTIPLIERS[symbol].lower() for symbol, factor in governing.multipliers.items() if factor == 0]
        return (
            f"The equation recommends no load at all for this lift, 0.0 {result.unit}: "
            f"beyond its limits is {' and '.join(stops)}."
        )
    worst = max(governing.costs, key=governing.costs.get)
    cost = "Nothing is taken off the best case."
    if governing.costs[worst] > 0.05:
        cost = f"{MULTIPLIERS[worst]} costs most: {weight(result, governing.costs[worst])}."
    return (
        f"The equation recommends at most {weight(result, governing.value)} for this lift. "
        f"The load is {weight(result, lift.weight)}, a lifting index of {index(result.index)}: "
        f"{_meaning(result.index)}. {cost}"
    )


def _meaning(value):
    if value <= 1:
        return "within what it recommends"
    return "more than it recommends" if value <= 3 else "far more than it recommends"


def idle(result):
    """Return the controls that change nothing now, and why."""
    state, found = result.state, {}
    if state.control == "no":
        found["asymmetry_end"] = "It counts where the load is placed with care."
    if state.second == "no":
        second = [name for name in state.declarations() if name.startswith("second_")]
        found |= dict.fromkeys(second, "There is no second lift in this job.")
    return found
