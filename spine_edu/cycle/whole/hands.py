"""What a hand can take hold of in each view of the whole model, and where it lies."""

from spine_edu.cycle.whole import maps
from spine_edu.cycle.whole.timeline import begins
from spine_edu.drawing.grips import grip

#: Slot of a treatment -> the control of the day on which it begins.
SLOTS = {"treatment": "treatment_day", "second_treatment": "second_day", "third_treatment": "third_day"}

_WEEKS, _BARS = 53, ("xaxis", "yaxis2")


def grips(result):
    """Return the handles of the view that is shown."""
    return {"course": _course, "map": _map, "hysteresis": _hysteresis, "timeline": _timeline}.get(
        result.state.view, lambda result: []
    )(result)


def _course(result):
    """The day of the first treatment, on the curve of pain, and the herniation of day 0, where its line begins."""
    state, end, found = result.state, result.days[-1], []
    if state.treatment != "none" and state.treatment_day <= end:

        def on_the_curve(day):
            return min(day, end), result.rating[min(round(day), end)]

        found.append(grip(state, "treatment_day", on_the_curve, points=_WEEKS))
    if "herniation" in state.shown:
        found.append(grip(state, "herniation_start", lambda herniation: (0, 10 * herniation)))
    return found


def _map(result):
    """The load under the map and the reactivity beside it: lines lead from both to the point."""
    state = result.state
    return [
        grip(state, "load", lambda load: (load, maps.LANE_BELOW)),
        grip(state, "guarding_reactivity", lambda reactivity: (maps.LANE_BESIDE, reactivity)),
    ]


def _hysteresis(result):
    return [grip(result.state, "load", lambda load: (load, maps.LANE_OF_LOAD))]


def _timeline(result):
    """The first day of each treatment, at the beginning of its bar."""
    state, end = result.state, result.days[-1]
    planned = [slot for slot in SLOTS if getattr(state, slot) != "none"]
    return [
        grip(state, SLOTS[slot], lambda day, row=row: (min(day, end), begins(row)), points=_WEEKS, axes=_BARS)
        for row, slot in enumerate(planned)
    ]
