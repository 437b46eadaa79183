"""What a hand can take hold of in each view of the whole model, and where it lies."""

from spine_edu.cycle.open_loop import pain_returned
from spine_edu.cycle.whole import maps, ring
from spine_edu.cycle.whole.model import SLOTS
from spine_edu.cycle.whole.timeline import across, begins, block
from spine_edu.drawing.grips import grip, plane

_WEEKS, _PLACES, _BARS = 53, 105, ("xaxis", "yaxis2")
#: Pain put in where the curve of what comes back is taken hold of, 0 to 1.
_MIDDLE = 0.5


def grips(result):
    """Return the handles of the view that is shown."""
    return {"course": _course, "return": _return, "map": _map, "hysteresis": _hysteresis, "timeline": _timeline}.get(
        result.state.view, lambda result: []
    )(result)


def _course(result):
    """Reactivity on its arrow, load under the disc, the day along the curve of pain; what begins, where it does."""
    state, end = result.state, result.days[-1]
    declared = state.declarations()
    on_the_ring = tuple(f"{name[0]}axis{name[1:]}" for name in ring.AXES)

    def on_the_arrow(value):
        return ring.reactivity(value, declared["guarding_reactivity"])

    def on_the_curve(day):
        return min(day, end), result.rating[min(round(day), end)]

    found = [
        grip(state, "guarding_reactivity", on_the_arrow, points=19, axes=on_the_ring),
        grip(state, "load", lambda load: ring.load(load, declared["load"]), axes=on_the_ring),
        grip(state, "look_day", on_the_curve, points=_PLACES, along="x", telling=True),
    ]
    if state.treatment != "none" and state.treatment_day <= end:
        found.append(grip(state, "treatment_day", lambda day: (min(day, end), 10), points=_WEEKS))
    if "herniation" in state.shown:
        found.append(grip(state, "herniation_start", lambda herniation: (0, 10 * herniation)))
    return found


def _return(result):
    """The reactivity lifts the curve: it is taken hold of where half of the most pain is put in."""
    terms = result.state.terms

    def on_the_curve(reactivity):
        cut = result.state.cut_link == "guarding"
        back = pain_returned(terms if cut else terms | {"guarding_reactivity": reactivity}, _MIDDLE)
        return 10 * _MIDDLE, 10 * back

    return [grip(result.state, "guarding_reactivity", on_the_curve, points=13)]


def _map(result):
    """The point of this run: across goes the load, up the reactivity."""
    return [plane(result.state, "load", "guarding_reactivity", lambda load, reactivity: (load, reactivity))]


def _hysteresis(result):
    """The load, along the road that pain is on: it leaves it where the road ends."""
    return [grip(result.state, "load", maps.road(result), points=93, along="x", telling=True)]


def _timeline(result):
    """Each treatment by its block, with a knob over its first day."""
    state, end = result.state, result.days[-1]
    found = []
    for row, slot in enumerate(slot for slot in SLOTS if getattr(state, slot) != "none"):
        day = SLOTS[slot]
        body = _wide_enough(block(getattr(state, slot), min(getattr(state, day), end), row, end), end)

        def over_it(at, row=row):
            return across(min(at, end), end), begins(row)

        found.append(grip(state, day, over_it, points=_WEEKS, axes=_BARS, along="x", body=body))
    return found


def _wide_enough(corners, end):
    """Return a block, or what is wide enough for a finger where a block is short."""
    (left, high), (right, _), (_, low), _ = corners
    more = max(0, across(end, end) / 18 - (right - left)) / 2
    return [(left - more, high), (right + more, high), (right + more, low), (left - more, low)]
