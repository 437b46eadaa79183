"""The mystery patient in words."""

from spine_edu.cycle.mystery.model import MysteryState
from spine_edu.tables import Table

_CONTROLS = MysteryState.declarations()


def sentence(result):
    """Return what was measured, how far the guess is, and the answer if it was asked for."""
    state = result.state
    measure = _CONTROLS["measure"].format(state.measure)
    said = (
        f"Patient {state.patient:.0f}, {_CONTROLS['probe'].format(state.probe).lower()}: {measure.lower()} goes "
        f"from {_read(state, result.reported[0])} to {_read(state, result.reported[-1])} by day {result.days[-1]}. "
        f"Your guess, “{_CONTROLS['suspect'].format(state.suspect)}” by {state.amount:.0f} %, is "
        f"{result.gap_here:.2f} away here and {result.gap:.1f} % of the scale over all looks."
    )
    if state.reveal == "yes":
        said += f" Hidden was “{_CONTROLS['suspect'].format(result.hidden)}”, by {result.hidden_amount:.0f} %."
    return said


def compare(held, result):
    """Return which of two guesses is nearer over all looks."""
    if abs(held.gap - result.gap) < 0.05:
        return f"Guess A is just as near ({held.gap:.1f} %)."
    nearer = "This guess" if result.gap < held.gap else "Guess A"
    return f"{nearer} is nearer over all looks: {result.gap:.1f} % of the scale now, {held.gap:.1f} % in A."


def table(result):
    """Return patient and guess day by day."""
    rows = tuple(
        (day, round(report, 2), round(guess, 2))
        for day, report, guess in zip(result.days, result.reported, result.guessed, strict=True)
    )
    measure = _CONTROLS["measure"].format(result.state.measure)
    unit = "MPa" if result.state.measure == "pressure" else "0 to 10"
    return Table(
        f"{measure} of the mystery patient and of your guess",
        ("Day", f"Measured ({unit})", f"Your guess ({unit})"),
        rows,
    )


def _read(state, value):
    return f"{value:.2f} MPa" if state.measure == "pressure" else f"{value:.1f} of 10"
