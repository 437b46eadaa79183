"""The loop and its tank in words."""

from math import ceil, isinf

from spine_edu.cycle.loop.model import BRIM, DAYS, SETTLED, LoopState
from spine_edu.tables import Table

_CONTROLS = LoopState.declarations()


def verdict(result):
    """Return what the loop does and how fast, in a few words, as printed on the figure."""
    outcome = result.outcome.capitalize()
    if result.outcome == "runs away" and result.effective_gain < 1 and result.state.story == "recovery":
        outcome = "Fills to the rim"
    return (
        f"{outcome}: {pace(result)}"
        if result.state.change == "none"
        else f"{outcome} with the change; left alone, {pace(result)}"
    )


def pace(result):
    """Return half-life, doubling time or resting level in words, for the loop without its change."""
    time = result.half_life
    if result.state.story == "reinforcing":
        return "nothing drains" + ("" if isinf(time) else f" and it doubles in {-time:.1f} d")
    if result.state.story == "adaptation":
        return "its gain falls while the tank is full"
    if isinf(time):
        return "each turn gives back just what was lost"
    if time < 0:
        return f"it doubles in {-time:.1f} d"
    if result.left_alone >= BRIM:
        return f"it would come to rest at {result.left_alone:.1f}, above the rim"
    return f"its distance from rest halves in {time:.1f} d"


def sentence(result):
    """Return what the loop does, with its numbers."""
    state, last = result.state, result.level[-1]
    n = result.at(state.day)
    into, out = result.returned[n] + result.outside[n], result.drained[n]
    text = (
        f"Gain {state.gain:.2f} per turn. {verdict(result)}. {_total(result)}. "
        f"On day {state.day:.0f} the tank stands at {result.level[n]:.1f} of 10 and is {motion(result, n)}: "
        f"{into:.2f} a day flows in, {out:.2f} drains. "
    )
    if state.change == "none":
        return text + f"On day {DAYS} it stands at {last:.1f}."
    change = (
        f"With the change ({_CONTROLS['change'].format(state.change).lower()} by {100 * state.strength:.0f} % from day "
        f"{state.change_day:.0f} for {state.change_days:.0f} days) "
    )
    day = result.settled_day
    return (
        text
        + change
        + (
            f"it is settled ({SETTLED:.0f} or less) from day {ceil(day)} on."
            if day is not None
            else f"it stands at {last:.1f} on day {DAYS}."
        )
    )


def _total(result):
    total = "irritation without end" if isinf(result.total) else f"{result.total:.1f} times its own size"
    return f"In all, one push brings {total}"


def on_day(result, day):
    """Return where the tank stands on one day, in a sentence."""
    n = result.at(day)
    into, out = result.returned[n] + result.outside[n], result.drained[n]
    return (
        f"Day {day}: the tank stands at {result.level[n]:.1f} of 10; {into:.2f} a day flows in, {out:.2f} drains; "
        f"it is {motion(result, n)}."
    )


def motion(result, n):
    """Return whether the tank rises, falls, stays level or runs over at a place in the run's tuples."""
    way = trend(result.returned[n] + result.outside[n], result.drained[n])
    return "running over" if way == "rising" and result.level[n] >= BRIM else way


def trend(into, out):
    """Return whether a tank with these flows rises, falls or stays level."""
    return "rising" if into > out + 0.005 else "falling" if into < out - 0.005 else "level"


def compare(held, result):
    """Return the difference between run A and this run."""
    changed = [
        f"{_CONTROLS[name].label.lower()} {_CONTROLS[name].format(getattr(result.state, name))}"
        for name in _CONTROLS
        if name != "day" and getattr(held.state, name) != getattr(result.state, name)
    ]
    if not changed:
        return "Against A: nothing but the day you look at has changed."
    verdicts = (
        f"it still {result.outcome}" if held.outcome == result.outcome else f"it {result.outcome}, and A {held.outcome}"
    )
    return (
        f"Against A (changed: {'; '.join(changed)}): {verdicts}; on day {DAYS} the tank stands at "
        f"{result.level[-1]:.1f} instead of {held.level[-1]:.1f} of {BRIM:.0f}."
    )


def table(result):
    """Return the tank and its flows on some days."""
    rows = []
    for day in (0, 1, 3, 7, 10, 14, 21, 30, 45, 60, 90, DAYS):
        n = result.at(day)
        rows.append(
            (day, *(round(values[n], 2) for values in (result.level, result.outside, result.returned, result.drained)))
        )
    return Table(
        f"The tank day by day. {_total(result)}",
        ("Day", "Level (of 10)", "From outside (a day)", "From the loop (a day)", "Drained (a day)"),
        tuple(rows),
    )


def idle(result):
    """Return the controls that change nothing now, and why."""
    if result.state.change != "none":
        return {}
    return {"strength": "There is no change yet that could be strong: choose one."}
