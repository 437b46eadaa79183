"""What a test can see of a body, and what is done after each of its answers.

Nothing is computed about a person: what is seen and what is done stand in tables, as guidelines write it or, where
none was found, as we do.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from spine_edu import data
from spine_edu.state import State, choice, quantity

#: Parts of the body that a test may light up, from the inside out.
LAYERS = ("bone", "disc", "root", "nerve", "person")
#: Question -> the layers that it is about.
ASKED = MappingProxyType({"urgent": ("root", "person"), "root": ("root",), "bone": ("bone",), "muscle": ("nerve",)})
#: The person whose weeks count, and the tests that take pictures.
WAITS, PICTURES = "leg", ("mri", "ct", "xray")
#: Those who cannot wait -> the week in which they come.
_COMES = MappingProxyType({"saddle": 12 / 7, "fall": 0.0})
#: What a picture calls those who ask.
NAMES = MappingProxyType({"leg": "Noor", "saddle": "Noor-R", "fall": "a man of 72"})
#: No test is made.
NONE = "none"


@dataclass(frozen=True)
class TestsState(State):
    """Settings: what is asked, the test, who asks, in which week, and what stands under the signpost."""

    #: pytest takes no class for tests because of its name.
    __test__ = False

    question: str = choice("diagnosis_tests.question")
    test: str = choice("diagnosis_tests.test")
    who: str = choice("diagnosis_tests.who")
    week: float = quantity("diagnosis_tests.week")
    below: str = choice("diagnosis_tests.below")


@dataclass(frozen=True)
class TestsResult:
    """What one test shows of one question.

    Attributes
    ----------
    state : TestsState
    week : float
        Weeks since the pain began; of those who cannot wait, their own.
    sees : dict
        Layer -> *clear* or *faint*; a layer that stays dark is not in it.
    cell : object
        The row of diagnosis_tests.csv: what the test tells of the question, can show and cannot show.
    plan : object
        The row of diagnosis_plans.csv: two answers, and what is done after each.
    alarm : object, optional
        The row of diagnosis_alarms.csv: how often the test shows something where nothing of the kind is; None where
        no count for this question was found.
    """

    __test__ = False

    state: TestsState
    week: float
    sees: dict
    cell: Any
    plan: Any
    alarm: Any

    @property
    def asked(self):
        """The layers that the question is about."""
        return ASKED[self.state.question]

    @property
    def changes(self):
        """Whether something else is done after one answer than after the other."""
        return self.state.test != NONE and self.plan.found_plan != self.plan.clear_plan

    @property
    def sees_it(self):
        """Whether a layer that is asked about is seen clearly."""
        return any(self.sees.get(layer) == "clear" for layer in self.asked)

    @property
    def early(self):
        """Whether early pictures stand under the signpost; else false alarms do."""
        return self.state.below == "early" and self.offers_early

    @property
    def offers_early(self):
        """Whether early pictures were studied: of tests that take one, in people who can wait."""
        return self.state.test in PICTURES and self.state.who == WAITS

    @property
    def studies(self):
        """The rows of diagnosis_imaging.csv about this test."""
        return studies(self.state.test)


def simulate(state):
    """Return the `TestsResult` of a `TestsState`."""
    # A run goes through the weeks in smaller steps; what is seen and done goes by whole weeks.
    week = float(_COMES.get(state.who, int(state.week)))
    return TestsResult(
        state,
        week,
        seen(state.test, week),
        _cells()[state.question, state.test],
        plan(state.who, state.question, state.test, week),
        alarm(state.question, state.test),
    )


def seen(test, week):
    """Return the layers that a test sees in a week: layer -> *clear* or *faint*."""
    rows = data.table("diagnosis_layers")
    return {row.layer: row.sees for row in rows if row.test == test and row.from_week <= week}


@cache
def _cells():
    return {(row.question, row.test): row for row in data.table("diagnosis_tests")}


def alarm(question, test):
    """Return the row of diagnosis_alarms.csv of a test if it was counted for a question, else None."""
    rows = (row for row in data.table("diagnosis_alarms") if row.test == test)
    return next((row for row in rows if {question, "any"} & set(data.split_keys(row.questions))), None)


def plan(who, question, test, week):
    """Return the row of diagnosis_plans.csv that fits best: the named question and test before any, the latest week."""
    fits = [
        row
        for row in data.table("diagnosis_plans")
        if row.who == who and row.question in (question, "any") and row.test in (test, "any") and row.from_week <= week
    ]
    return max(fits, key=lambda row: (row.question != "any", row.test != "any", row.from_week))


def studies(test):
    """Return the rows of diagnosis_imaging.csv about a test: first those in which a lot was drawn."""
    rows = [row for row in data.table("diagnosis_imaging") if test in data.split_keys(row.tests)]
    return sorted(rows, key=lambda row: row.design)


def called(row):
    """Return a study as the picture calls it: its first author and its year."""
    name = row.source.rstrip("0123456789")
    return f"{name.capitalize()} {row.source.removeprefix(name)}"


def listed():
    """Return the tests as (key, words), in their order."""
    return tuple((one.value, one.text) for one in data.choice("diagnosis_tests.test").options)
