"""The practice explorer: one bath, and every handle that all explorers have."""

from spine_edu import data
from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.start.practice import bath, figure, model, words


class Practice(Session):
    """A bath with a tap and a drain."""

    part = "start_practice"
    title = "The practice explorer: a bath with a tap and a drain"
    model, figures, words, State = model, figure, words, model.PracticeState
    first = ("tap", "drain")
    ask = Number(
        "How many litres will stand in the bath after half an hour?",
        "litres",
        0,
        160,
        answer=lambda result: result.litres[-1],
        todo="Now press Run and watch the water.",
        level={
            "axes": ["xaxis", "yaxis"],
            "track": [[0, bath.GRASP, 0], [figure.MOST, bath.GRASP, figure.MOST]],
            "line": [bath.LEFT, data.value("start_practice.minutes")],
        },
    )
    checks = {"steady": lambda result: abs(result.settles_at - 25) < 0.5}
    failures = {"overflow": lambda result: result.litres[-1] > data.value("start_practice.rim")}
