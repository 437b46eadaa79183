"""Day and night in words."""

from spine_edu import data
from spine_edu.loads.water.model import DAYS, STEP, settled_water
from spine_edu.tables import Passage, Table

#: Slower than this (mm of height an hour), and the words say that nothing moves.
_STILL = 0.1
#: Load and swelling closer than this (MPa) balance by themselves.
_ALIKE = 0.03
#: Whose heights set the scale -> the words for them.
HEIGHTS = {"men": "eight others", "women": "ten women"}


def sentence(result):
    """Return what is left of the traction, and pressures, flow and height at the hour looked at."""
    at = result.at
    text = (
        f"{clock(result.state.hour)}: the disc is pressed with {result.load[at]:.2f} MPa and swells with "
        f"{result.swelling[at]:.2f} MPa; {flow(result)}. {_height(result)}."
    )
    begin, end = result.traction
    if end > begin:
        left = f"48 h later {result.left:.1f} mm of it {'are' if result.left >= 0.05 else 'is'} left."
        gave = f"{end - begin:g} h of traction gave back {result.gained:.1f} mm; {left}"
        # What is left comes first when its hour has come, and not before.
        text = f"{gave} {text}" if result.state.hour >= end + 48 else f"{text} {gave}"
    return f"{text} {joined(result)}."


def joined(result):
    """Return whose numbers are joined here: nobody was measured for both."""
    return f"Computed from the pressures of one man and the heights of {HEIGHTS[result.state.person]}"


def compare(held, result):
    """Return how heights differ between A and B at the hour looked at and at the end."""
    now = held.loss[result.at] - result.loss[result.at]
    last = held.loss[-1] - result.loss[-1]
    return (
        f"At {clock(result.state.hour)} B is {_taller(now)} A; at the end of the {DAYS} days it is {_taller(last)} A."
    )


def table(result):
    """Return the curves every six hours, and beside them what people measured."""
    every = range(0, len(result.hours), 12)
    rows = [
        (
            f"{result.hours[i]:g}",
            f"{result.loss[i]:.1f}",
            f"{result.ordinary[i]:.1f}",
            f"{result.load[i]:.2f}",
            f"{result.swelling[i]:.2f}",
            f"{100 * result.water[i]:.0f}",
        )
        for i in every
    ]
    caption = f"Three days of a disc. {clock(result.state.hour)}: {flow(result)}"
    if result.traction[1] > result.traction[0]:
        caption += f"; traction gave back {result.gained:.1f} mm"
    return Table(
        f"{caption}. {joined(result)}",
        ("Hour (h)", "Height lost (mm)", "Without traction (mm)", "Load (MPa)", "Swelling (MPa)", "Water (% of full)"),
        tuple(rows),
    )


def evidence(result):
    """Return what people measured, one finding a line, each beside what this model says, as a `Passage`."""
    evening = result.water[round((24 - result.state.lying) / STEP)]
    nucleus = f"its nucleus loses {100 * (result.water[0] - evening):.0f} % of its full water on day 1"
    pressed = 100 * (1 - settled_water(data.value("loads_water.charge"), 0.7))
    says = {
        "volume": f"{nucleus}; a nucleus is not a whole disc, so the one number does not test the other",
        "volume_day": f"{nucleus}, and again that is not a whole disc",
        "squeezed": f"a young nucleus under 0.70 MPa would end up {pressed:.0f} % short of its full water",
        "bed_rest": "discs are full after a day in bed, no taller than that, and the same as ever afterwards",
        "bed_rest_again": "it has no signal, and no memory of the weeks before",
        "changed": "a disc with less charge loses less height, because it was told so",
        "traction": f"{result.left:.1f} mm are left after 48 hours; it knows nothing of pain",
    }
    lines = [
        (
            row.question,
            f"Measured: {row.finding} ({data.short_citation(row.source)}, {row.population}). "
            f"This model: {says[row.key]}.",
        )
        for row in data.table("loads_findings")
    ]
    evening, morning = data.parameter("loads_water.pressure_evening"), data.parameter("loads_water.pressure_morning")
    night = (
        f"Measured: from {evening.value:.2f} to {morning.value:.2f} MPa "
        f"({data.short_citation(morning.source)}, {morning.population}). This model: it stays at "
        f"{result.state.night_load:.2f} MPa, because it knows load and water but not the tight wall."
    )
    return Passage([*lines, ("What does the pressure do in a night?", night)], joint="")


def clock(hour):
    """Return hours since getting up as day and time, for example ``"Day 1, 19:00"``."""
    whole, minutes = divmod(round(hour * 60) + 7 * 60, 60)
    return f"Day {whole // 24 + 1}, {whole % 24}:{minutes:02d}"


def flow(result):
    """Return the net flow in words."""
    speed, more = result.flow, result.load[result.at] - result.swelling[result.at]
    if abs(speed) < _STILL:
        if abs(more) < _ALIKE:
            return "the two balance and hardly any water moves"
        return f"hardly any water moves, because {'the solid part' if more > 0 else 'the tight wall'} holds the rest"
    return f"water is {'leaving' if speed > 0 else 'coming in'}, {abs(speed):.1f} mm of height an hour"


def _height(result):
    lost = result.loss[result.at]
    return f"{lost:.1f} mm of height are missing" if lost >= 0 else f"It stands {-lost:.1f} mm above its fullest"


def _taller(difference):
    if abs(difference) < 0.05:
        return "as tall as"
    return f"{abs(difference):.1f} mm {'taller' if difference > 0 else 'shorter'} than"


def idle(result):
    """Return the controls that change nothing now, and why."""
    if result.state.lying >= 24:
        return dict.fromkeys(("day_load", "traction", "traction_start", "pull"), "Nobody gets up in these three days.")
    return {} if result.state.traction else {"pull": "There is no traction yet: give it some hours."}
