"""A hundred people like the case: who walks over to the operation, and when."""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.treatment.hundred import figure, model, words


def _waiting_looks_better(result):
    """Whether a greater part of those not operated on than of those operated on is better."""
    (stayed, all_stayed), (walked, all_walked) = result.counts().sides
    return walked is not None and all_walked > 0 and stayed * all_walked > walked * all_stayed


class HundredPeople(Session):
    """A hundred people of a trial through two years: two places, two ways to count, one denominator."""

    part = "treatment_hundred"
    title = "100 people like the case"
    model, figures, words, State = model, figure, words, model.HundredState
    first = ("path", "week", "reading")
    behind = {"treatment_shares": ("Published counts", "arm")}
    ask = Number(
        "Of 100 people who are told to wait, and to be operated on if need be, how many will have been operated on "
        "within two years?",
        "of 100",
        0,
        100,
        answer=lambda result: result.counts().operated,
        at=figure.ASKED,
        todo="Now press Run, and watch who walks over, and when. Press a person to follow them.",
        voice="The trial says",
        people=figure.CROWD,
    )
    checks = {
        "half_of_them": lambda result: result.state.path == "wait" and result.counts().operated == 22,
        "worse": lambda result: (
            result.state.reading == "treated" and result.week >= 52 and _waiting_looks_better(result)
        ),
        "harm": lambda result: (result.counts().unwanted or 0) >= 10,
    }
    failures = {
        "between": lambda result: (
            12 < result.week < 52
            and not any(row.week == result.week for row in result.path.rows if row.measure == "better")
        ),
        "told": lambda result: result.state.reading == "assigned" and (result.counts().operated or 0) > 30,
        "had": lambda result: result.state.reading == "treated" and _waiting_looks_better(result),
        "end": lambda result: 0 < result.path.better_until < result.week,
    }
