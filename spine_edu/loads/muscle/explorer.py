"""The one-muscle lesson: what holds the load, and what the lowest disc carries for it."""

from spine_edu import data
from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.loads.muscle import figure, model, words


class OneMuscle(Session):
    """A seesaw over the lowest disc: weights in front, one muscle behind."""

    part = "loads_muscle"
    title = "One muscle: why a small load presses so hard"
    model, figures, words, State = model, figure, words, model.MuscleState
    first = ("hand_load", "hand_arm", "lean", "muscle_arm")
    ask = Number(
        "With what force do the back muscles pull to hold 12 kg (118 N) 40 cm in front, leaning 30°?",
        "N",
        0,
        6000,
        answer=lambda result: result.muscle,
        todo="Now move the load and lean the trunk.",
        at=figure.ASKED,
        level=figure.level(),
    )
    checks = {
        "halve": lambda result: result.muscle <= 865 and result.state.hand_load >= 12,
        "screening": lambda result: (
            result.compression >= data.value("loads_muscle.screening") and result.state.hand_load <= 20
        ),
    }
    failures = {
        "silent": lambda result: result.muscle == 0 and result.compression < 600,
        "full_bend": lambda result: result.state.lean == 90 and result.shares["muscle"] > result.trunk,
        "border": lambda result: (
            data.value("loads_muscle.screening") < result.compression < data.value("loads_muscle.strength")
        ),
    }
