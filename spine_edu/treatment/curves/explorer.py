"""Two curves: what an early operation buys is time, and how much of it."""

from spine_edu.explorer.asking import Sketch
from spine_edu.explorer.session import Session
from spine_edu.treatment.curves import figure, model, words

_ASKED_WEEKS = (0, 4, 8, 26, 52)
#: From how many points on the curves are called apart.
_APART = 5


class TwoCurves(Session):
    """Leg pain over a year: operated early, or waiting with an operation if needed."""

    part = "treatment_curves"
    title = "Two curves: sooner, or better for ever?"
    model, figures, words, State = model, figure, words, model.CurvesState
    first = ("trial", "week", "fall")
    behind = {"treatment_leg_pain": ("Marks", "arm"), "treatment_operations": ("Later operations", "start")}
    ask = Sketch(
        "Green: mean leg pain of people assigned to an early operation. The others were assigned to wait, with an "
        "operation later if they needed one. Draw their curve over the year.",
        "of 100",
        _ASKED_WEEKS,
        "week {:g}",
        0,
        80,
        answer=lambda result: tuple(result.height(model.WAITING, week) for week in _ASKED_WEEKS),
        todo="Now press Run, or move the week.",
        at={"trial": figure.ASKED},
        voice="The trial’s other group was at",
    )
    checks = {
        "half": lambda result: result.state.trial == "peul" and _first(result, _half_has_come),
        "stops": lambda result: result.state.trial == "peul" and _first(result, _close_from_here),
        "other": lambda result: result.state.trial == "bailey" and result.state.week == result.last,
        "made": lambda result: any(found < -1 for _, found in result.stacks(result.counted)),
    }
    failures = {
        "average": lambda result: result.last == model.YEAR == result.counted,
        "not_untreated": lambda result: result.state.trial == "peul" and result.counted >= words.constant("later_week"),
        "joined": lambda result: result.gap(2) < 0,
        "ends": lambda result: result.beyond,
        "no_harm": lambda result: 0 < result.counted <= 2,
        "two_starts": lambda result: result.state.trial == "peul" and result.counted == 0,
    }

    def told_here(self):
        """Return the prediction beside the trial it was drawn for; nothing beside the other one."""
        return self.told() if self.state.trial == figure.ASKED else None


def _first(result, rule):
    """Whether a rule holds in the chosen week and not yet a week before."""
    week = result.state.week
    return rule(result, week) and not rule(result, week - 1) if week > 0 else False


def _half_has_come(result, week):
    return result.area(week) >= result.in_all / 2


def _close_from_here(result, week):
    return all(abs(result.gap(one)) < _APART for one in result.weeks if one >= week)
