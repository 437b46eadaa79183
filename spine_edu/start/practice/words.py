"""The bath in words."""

from spine_edu import data
from spine_edu.start.practice.model import PracticeState
from spine_edu.tables import Table


def sentence(result):
    """Return where the water stands and where it settles."""
    labels = PracticeState.declarations()
    if not result.state.drain:
        return _shut(result, labels["tap"].format(result.state.tap))
    return (
        f"With {labels['tap'].format(result.state.tap)} in, the bath holds {result.litres[-1]:.0f} litres after "
        f"{result.minutes[-1]:.0f} minutes; it settles at {result.settles_at:.0f} litres, "
        f"and is half way there after {result.half_way:.1f} minutes."
    )


def _shut(result, tap):
    """What is so while nothing can run out."""
    end, litres, rim = result.minutes[-1], result.litres[-1], data.value("start_practice.rim")
    over = f", more than the {rim:.0f} that the drawn bath holds" if litres > rim else ""
    then = "it rises as long as the tap runs, and settles nowhere" if litres else "nothing comes in and nothing leaves"
    return (
        f"With {tap} in and the drain shut, the bath counts {litres:.0f} litres after {end:.0f} minutes{over}; {then}."
    )


def compare(held, result):
    """Return the difference between two baths."""
    more = result.litres[-1] - held.litres[-1]
    if abs(more) < 0.5:
        return "That is the same as run A."
    litres = "1 litre" if abs(more) < 1.5 else f"{abs(more):.0f} litres"
    return f"That is {litres} {'more' if more > 0 else 'less'} than run A."


def table(result):
    """Return the level every five minutes, and when the bath is half way."""
    rows = tuple(
        (f"{minute:.0f}", f"{litres:.1f}")
        for minute, litres in zip(result.minutes, result.litres, strict=True)
        if minute % 5 == 0
    )
    half_way = [(f"{result.half_way:.1f} (half way)", f"{result.settles_at / 2:.1f}")] if result.state.drain else []
    rim = [("the rim of the drawn bath", f"{data.value('start_practice.rim'):.0f}")]
    return Table("Water in the bath", ("Time (minutes)", "Water (litres)"), (*rows, *half_way, *rim))
