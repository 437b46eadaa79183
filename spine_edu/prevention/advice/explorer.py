"""What does it buy? Hang advice on a ladder of evidence, then see in people what each piece is worth."""

from spine_edu.explorer.marking import Each
from spine_edu.explorer.session import Session
from spine_edu.prevention.advice import asked, figure, model, words


def _lane(result, lane):
    there = result.lanes[lane]
    return there if there and there.drawn else None


def _spared_by_lot(result):
    there = _lane(result, "lots")
    return there.spared if there else 0


def _two_answers(result):
    lots, choice = (_lane(result, lane) for lane in model.LANES)
    return lots is not None and choice is not None and lots.clear is False and choice.clear is True


class AdviceLadder(Session):
    """Eleven pieces of advice on four rungs of evidence, and two rows of people for each."""

    part = "prevention_advice"
    title = "What does it buy?"
    model, figures, words, State = model, figure, words, model.AdviceState
    first = ("advice", "without", "back", "study")
    behind = {
        "prevention_advice": ("Advice", "words"),
        "prevention_results": ("What studies found", "says"),
    }
    ask = Each(
        "Articles and doctors give much advice so that back trouble does not come again. What has been found of each "
        "piece? Hang it on the rung that you think it has earned.",
        asked.things(),
        dict(zip(asked.ANSWERS, "+=~?", strict=True)),
        answer=lambda result: asked.answers(),
        todo="Now press Run: your cards climb and fall to where studies put them. Then tap one and see its people.",
        at=dict(asked.AT),
        voice="Studies agree with",
        spots=asked.spots(),
    )
    checks = {
        "vanish": lambda result: (
            result.lanes["choice"] is not None and result.lanes["choice"].counted and result.lanes["choice"].spared == 0
        ),
        "spared": lambda result: _spared_by_lot(result) >= 35 and _lane(result, "lots").chosen_base,
        "two_answers": _two_answers,
    }
    failures = {
        "other_thing": lambda result: (
            all(result.lanes.values()) and len({there.row.what for there in result.lanes.values()}) == 2
        ),
        "no_spasm": lambda result: result.state.advice == "core" and result.state.asked == "again",
        "your_base": lambda result: any(there and there.chosen_base for there in result.lanes.values()),
        "means": lambda result: any(there and there.row.measure == "points" for there in result.lanes.values()),
        "we_searched": lambda result: result.rung == "none",
    }
