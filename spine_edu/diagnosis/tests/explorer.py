"""Which test would change the plan? A body that each test lights up, and the road after each answer."""

from spine_edu.diagnosis.tests import figure, model, words
from spine_edu.explorer.marking import Each
from spine_edu.explorer.session import Session


class WhichTest(Session):
    """Choose a test: see what it lights up, whether its answer changes what is done, and what a false alarm costs."""

    part = "diagnosis_tests"
    title = "Which test would change the plan?"
    model, figures, words, State = model, figure, words, model.TestsState
    first = ("question", "test", "who", "week")
    behind = {
        "diagnosis_tests": ("What a test can show", "test"),
        "diagnosis_layers": ("What a test lights up", "test"),
        "diagnosis_plans": ("What is done after each answer", "found_plan"),
        "diagnosis_alarms": ("False alarms", "test"),
        "diagnosis_imaging": ("Early pictures", "source"),
    }
    ask = Each(
        "Noor, week 3. Pain runs down her right leg; so far she has named no warning sign. How urgent is it? Mark each "
        "test: would its answer change what is done now?",
        figure.THINGS,
        figure.SIGNS,
        answer=lambda result: figure.answers(result),
        todo="Now press a test, and see what it lights up. A ring marks where the table says otherwise.",
        at={"question": "urgent", "test": "mri"},
        voice="The table agrees with",
        spots=figure.spots(),
    )
    checks = {
        "split": lambda result: result.state.who == "leg" and result.state.test == "mri" and result.changes,
        "needle": lambda result: result.state.test == "emg" and result.sees_it and result.changes,
        "sees_it": lambda result: (
            {layer for layer, how in result.sees.items() if how == "clear"} == set(result.asked)
            and len(result.sees) == len(result.asked)
            and not result.changes
        ),
    }
    failures = {
        "no_pain": lambda result: (
            result.sees.get("disc") == "clear" and result.alarm is not None and result.alarm.count >= 50
        ),
        "six_weeks": lambda result: (
            result.changes and not model.simulate(result.state.replace(week=result.week - 1)).changes
        ),
        "no_clearance": lambda result: result.state.test == "exam" and not result.changes,
        "other_people": lambda result: result.alarm is not None and result.alarm.source == "wiesel1984",
        "our_plans": lambda result: result.changes and result.plan.basis == "assumed",
    }
