"""Run the loop: one tank, one gain, and the border between settling and running away."""

from spine_edu.cycle.loop import figure, model, words
from spine_edu.explorer.asking import Sketch
from spine_edu.explorer.session import Session

_ASKED_DAYS = (0, 30, 60, 90, 120)
#: What a reader may turn for the challenge "one change".
_ONE_CHANGE = ("gain", "change", "strength", "change_day", "change_days", "day")


class RunTheLoop(Session):
    """A tank filled by a push, by the outside and by the loop itself."""

    part = "cycle_loop"
    title = "Run the loop: does it settle, hold or run away?"
    model, figures, words, State = model, figure, words, model.LoopState
    first = ("gain", "start", "outside", "change")
    ask = Sketch(
        "The gain is 0.8 per turn. Draw the irritation over time: does it grow, level off or fade?",
        "of 10",
        _ASKED_DAYS,
        "day {:g}",
        0,
        10,
        answer=lambda result: tuple(result.level[result.at(day)] for day in _ASKED_DAYS),
        todo="Now press Run.",
        at={"gain": 0.8},
        axes=("xaxis", "yaxis"),
    )
    checks = {
        "one_change": lambda result: (
            result.state.gain >= 1.2
            and _moved(result.state) <= set(_ONE_CHANGE)
            and result.settled_day is not None
            and result.settled_day <= 30
        ),
        "returns": lambda result: _returned(result) and result.level[-1] >= 3,
        "fourfold": lambda result: abs(result.total - 4) < 0.01 and result.state.story == "recovery",
    }
    failures = {
        "brim": lambda result: result.level.count(model.BRIM) > len(result.days) / 2,
        "any_arrow": lambda result: result.level == model.simulate(result.state.replace(change="pressure")).level,
        "too_slow": lambda result: result.half_life > model.DAYS,
    }


def _moved(state):
    return {name for name, declared in state.declarations().items() if getattr(state, name) != declared.value}


def _returned(result):
    """Whether the level had settled and then left again."""
    settled = next((i for i, level in enumerate(result.level) if level <= model.SETTLED), None)
    return settled is not None and max(result.level[settled:]) > 2 * model.SETTLED
