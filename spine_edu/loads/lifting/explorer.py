"""The lifting calculator: what the revised NIOSH equation recommends, and what each circumstance costs."""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.loads.lifting import figure, model, words


def _turn_looks_cheap(limit, best):
    """Whether the turn costs less than half of what it would cost as the first step."""
    return limit.costs["AM"] < best * (1 - limit.multipliers["AM"]) / 2


class LiftingCalculator(Session):
    """The recommended weight limit of a lift, step by step from the best case."""

    part = "loads_lifting"
    title = "The lifting calculator: what each circumstance takes off"
    model, figures, words, State = model, figure, words, model.LiftingState
    first = ("weight", "horizontal", "vertical", "lifted_to")
    behind = {
        "loads_equation": ("Constants", "constant"),
        "loads_frequency": ("Lifts a minute", "frequency"),
        "loads_coupling": ("Grips", "coupling"),
        "loads_refused": ("What is refused", "task"),
    }
    ask = Number(
        "12 kg from 30 cm above the floor up to 90 cm, 40 cm in front, once a minute: what is the heaviest load the "
        "equation recommends for such a lift?",
        "kg",
        0,
        30,
        answer=lambda result: result.governing.value / result.per_kg,
        todo="Now change one thing at a time, and see what costs most.",
        at=figure.ASKED,
        digits=1,
        level=figure.level(),
        voice="The equation says",
    )
    checks = {
        "fits": lambda result: result.state.weight >= 12 and result.index <= 1 and not result.refusal,
        "nothing_left": lambda result: result.governing.value == 0 and result.state.horizontal <= 60,
        "end_decides": lambda result: result.governing.where == "end",
    }
    failures = {
        "cliff": lambda result: result.governing.value == 0,
        "order": lambda result: _turn_looks_cheap(result.governing, result.best),
        "nobody": lambda result: 0 < result.index <= 1,
    }
