"""The EMG bench: hear and see a muscle of the back at work, at rest, tired, and without its nerve."""

from spine_edu.explorer.asking import Sketch
from spine_edu.explorer.session import Session
from spine_edu.spasm import tiring
from spine_edu.spasm.emg import course, figure, model, words

#: Bends at which the sketch is compared.
_PLACES = (0.0, 20.0, 40.0, 60.0, 80.0, 100.0, 110.0)


def _strengths(result):
    found = dict(model.along_bend(result.state.guarding, result.state.load))
    return [course.share(found[place]) for place in _PLACES]


def _pooled():
    """The ratio pooled in people with long-lasting back pain."""
    return tiring.number("ratio_pain")


class EmgBench(Session):
    """Electrodes on a bending back, and a needle in a muscle whose root was injured."""

    part = "spasm_emg"
    title = "The EMG bench: what electrodes can tell of a tight muscle"
    model, figures, words, State = model, figure, words, model.EmgState
    first = ("test", "bend", "guarding", "load")
    turns = ("seconds", "days", "lost", "muscle")
    behind = {"spasm_emg": ("Constants and published ranges", "about")}
    ask = Sketch(
        "Somebody without pain bends slowly, from standing until the hands hang down. How strong is the signal on the "
        "skin over the low back on the way, in % of that at full effort?",
        "%",
        _PLACES,
        "{:g}°",
        0,
        100,
        answer=_strengths,
        todo="Now press Run, or take the trunk and bend it all the way down.",
        at={"bend": 0},
    )

    def told_here(self):
        """Return prediction and model side by side while a bend is recorded: the question is about nothing else."""
        return super().told_here() if self.state.test == "bend" else None

    checks = {
        "ratio": lambda result: result.state.test == "bend" and not result.state.load and result.ratio <= _pooled(),
        "later": lambda result: (
            result.state.test == "bend" and result.state.bend >= 85 and not result.state.guarding and result.effort > 0
        ),
        "first_day": lambda result: (
            result.state.muscle == "leg"
            and result.state.lost == 50
            and result.state.days < 22
            and any(result.spontaneous)
        ),
    }
    failures = {
        "hand": lambda result: 0 < result.recruited <= tiring.number("units"),
        "all_alike": lambda result: result.state.bend == tiring.number("silence") and not result.recruited,
        "same_everywhere": lambda result: result.effort == result.asked + result.state.guarding / 100,
        "sure_needle": lambda result: all(result.spontaneous[row] for row in result.gone),
        "noise": lambda result: result.silent and result.ratio > _pooled() + tiring.number("ratio_gap"),
        "why": lambda result: not result.asked and result.effort > 0,
    }
