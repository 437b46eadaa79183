"""The whole model: six states, one loop, five ways to look at it."""

from spine_edu.cycle.whole import figure, model, words
from spine_edu.explorer.asking import Sketch
from spine_edu.explorer.session import Session

_ASKED_DAYS = (0, 14, 42, 84, 364)


class WholeCycle(Session):
    """The herniation–spasm cycle as a whole: a hypothesis made runnable."""

    part = "cycle_model"
    title = "The whole model: a hypothesis made runnable"
    model, figures, words, State = model, figure, words, model.CycleState
    first = ("load", "guarding_reactivity", "view")
    behind = {
        "cycle_links": ("Arrows", "arrow"),
        "cycle_treatments": ("How treatments enter", "treatment"),
        "treatment_cards": ("What trials found", "treatment"),
    }
    ask = Sketch(
        "Draw the pain after a fresh herniation, without treatment: from 0 (none) to 10 (worst).",
        "of 10",
        _ASKED_DAYS,
        "day {:g}",
        0,
        10,
        answer=lambda result: tuple(result.rating[min(day, result.days[-1])] for day in _ASKED_DAYS),
        todo="Now press Run and watch the year go by.",
    )
    checks = {
        "believer": lambda result: result.rating[-1] > 6 and result.state.load <= model.CycleState().load,
        "sceptic": lambda result: (
            not result.state.plan
            and result.state.herniation_start >= 0.5
            and result.settled_day is not None
            and result.settled_day <= 14
        ),
        "return": lambda result: min(result.rating) <= model.SETTLED and result.rating[-1] > 5,
    }
    failures = {
        "heavy_work": lambda result: not result.state.herniation_start and result.rating[-1] > 7,
        "combination": lambda result: result.rating[-1] < 0.5 and result.untreated.rating[-1] > 6,
        "too_well": lambda result: result.rating[-1] < 0.2,
        "early_operation": lambda result: result.untreated.rating[-1] - result.rating[-1] > 6,
        "late_operation": lambda result: result.untreated.rating[-1] - result.rating[-1] < 0.3,
    }

    def set(self, **changes):
        """Set controls by name, together; where the load goes up and down, pain stays on its road as long as it can."""
        self._go(self._on_its_road(self.state.replace(**changes), changes))

    def _moved(self, name, value):
        """Return the state after a hand has moved one control."""
        return self._on_its_road(super()._moved(name, value), (name,))

    def _on_its_road(self, state, named):
        if state.view != "hysteresis" or "road" in named or self.state.view != "hysteresis":
            return state
        return model.followed(self.result, state)
