"""The switchboard of rival explanations: press lamps, see what follows, and find what would tell two of them apart."""

from spine_edu.explorer.asking import Sketch
from spine_edu.explorer.session import Session
from spine_edu.spasm.mechanisms import figure, model, words

#: Hours after the lift at which the reader's curve is compared: from when she lies down, a day long.
_ASKED = (24.0, 25.0, 30.0, 36.0, 48.0)


class MechanismSwitchboard(Session):
    """Six explanations of a tight back muscle, as six lamps on one board."""

    part = "spasm_mechanisms"
    title = "Why does the muscle tighten? Six answers on one board"
    model, figures, words, State = model, figure, words, model.MechanismsState
    first = ("does", "hour", "view", "story")
    behind = {
        "spasm_mechanisms": ("What is known of each", "label"),
        "spasm_readouts": ("What each does, invented", "mechanism"),
        "spasm_story": ("What was told", "text"),
    }
    ask = Sketch(
        "Hour 24 after the lift: Noor’s back is tight, from chemical irritation alone. She lies down and keeps quite "
        "still. Draw how hard her back muscle works through the next day: does it let go within the hour?",
        "of 10",
        _ASKED,
        "hour {:g}",
        0,
        10,
        answer=lambda result: tuple(model.value(result.state, "muscle", "still", hour) for hour in _ASKED),
        todo="Now press Run; then open the board, and let her sleep, bend and carry.",
        at={"chemical": 10.0, "does": "still", "hour": model.ENDS, "view": "day"},
        axes=("xaxis", "yaxis"),
        voice="For lying still, the model, invented, says",
        told_at=25.0,
    )
    checks = {
        "noor": lambda result: result.state.story == "noor" and result.fits,
        "noor_b": lambda result: result.state.story == "noor_b" and result.fits,
        "rest": lambda result: result.apart and result.state.does == "still" and abs(muscles_apart(result)) >= 3,
    }
    failures = {
        "invented": lambda result: result.experiment is not None and result.experiment.gap < 4,
        "one_muscle": lambda result: (
            result.values["back"] > 0
            and model.own_work(result.state.does, result.values["back"]) < model.own_work(result.state.does, 0)
        ),
        "too_many": lambda result: result.fits and not result.state.guarding,
        "sore_late": lambda result: result.state.strain > 5 and result.state.hour < 1 and result.values["back"] < 1,
        "no_loop": lambda result: result.values["muscle"] > 6 and result.values["back"] < 2,
    }

    def frames(self):
        """Return the run; the first one after a prediction begins before the answer, and not at it."""
        if self.veiled:
            self.result = self.model.simulate(self.state.replace(hour=model.BEGINS))
        return super().frames()

    def told_here(self):
        """Return prediction and model side by side while the one lamp of the question is on, and nothing else."""
        state = self.state
        alone = state.on == {"chemical": model.FULL} and not state.reach and state.story == "none"
        return super().told_here() if alone else None


def muscles_apart(result):
    """Return how far the muscles of two bodies are apart at the moment, of 10."""
    state = result.state
    one, other = (model.value(model.alone(state, name), "muscle", state.does, state.hour) for name in result.rivals)
    return one - other
