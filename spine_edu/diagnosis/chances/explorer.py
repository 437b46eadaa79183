"""Chances in whole people: whom a test calls positive, and how many of these have it."""

from spine_edu.diagnosis.chances import figure, model, words
from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session


def _after(result):
    """Return the share who have it after a positive test, in the first way to err; 0 where nobody is positive."""
    return result.after(result.worlds[0]) or 0


class WholePeople(Session):
    """A crowd is tested: whom the test finds, whom it misses and whom it alarms, in whole people."""

    part = "diagnosis_chances"
    title = "Chances in whole people"
    model, figures, words, State = model, figure, words, model.ChancesState
    first = ("test", "have", "crowd", "second")
    behind = {
        "diagnosis_accuracy": ("How well signs and tests tell", "test"),
        "treatment_tests": ("The straight leg raise", "test"),
        "diagnosis_priors": ("How many have it before", "prior"),
    }
    ask = Number(
        "Of 100 people with sciatica who were sent for a scan, 55 have a herniation. Now take 100 of them in whom "
        "raising the straight leg hurts. How many of these have one?",
        "of 100",
        0,
        100,
        answer=lambda result: round(100 * _after(result)),
        at=figure.ASKED,
        todo="Now press Run: the test is done, and whom it calls positive steps over the line.",
        voice="For the question, the study’s counts make",
        people=figure.CROWD,
    )
    checks = {
        "sure": lambda result: result.second is None and _after(result) > 0.95,
        "mostly_false": lambda result: (
            result.second is None and result.worlds[0].counts.found >= 5 and 10 * _after(result) < 1
        ),
        "same_twice": lambda result: result.second is result.test,
    }
    failures = {
        "spectrum": lambda result: result.test.key.endswith("_surgery") and result.before < 0.2,
        "judge": lambda result: result.test.sign in ("MRI", "CT"),
        "alike": lambda result: result.second is not None and result.counted is None,
        "interval": lambda result: result.state.ends != "value" and result.test.bounded,
        "memory": lambda result: result.test.remembered,
        "joined": lambda result: result.test.target == "root",
    }
