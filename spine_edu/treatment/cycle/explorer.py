"""Where each treatment acts on the cycle, and model against trial."""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.treatment.cycle import figure, model, words


def _track():
    """The way of the reader's mark: down from the untreated pain on the day of the question."""
    level = figure.asked_level()
    return [[0, figure.course.ASKED_DAY, level], [4, figure.course.ASKED_DAY, level - 4]]


class OnTheCycle(Session):
    """Each treatment as the link it acts on, alone or two together, against the untreated run and against trials."""

    part = "treatment_cycle"
    title = "On the cycle: where a treatment acts, and how much"
    model, figures, words, State = model, figure, words, model.OnTheCycleState
    first = ("treatment", "start", "person", "day")
    behind = {
        "treatment_trials": ("Model against trials", "treatment"),
        "cycle_treatments": ("How treatments enter", "treatment"),
        "cycle_links": ("Arrows", "arrow"),
    }
    ask = Number(
        "New back pain, and a muscle relaxant for two weeks from the first day: how many points of 10 less pain on "
        "day 14 than without it?",
        "points of 10",
        0,
        4,
        answer=lambda result: -result.difference(figure.course.ASKED_DAY),
        todo="Now press Run, and see which box it lights and how long.",
        digits=1,
        level={
            "axes": ["xaxis", "yaxis"],
            "track": _track(),
            # So long that its words, which end where it ends, stay clear of the knob in a hall and on a phone.
            "line": [figure.course.ASKED_DAY - 7, figure.course.ASKED_DAY + 13],
        },
    )

    def told_here(self):
        """Return prediction and model side by side at the settings that the question is about, and nowhere else."""
        return super().told_here() if self.result.asked else None

    checks = {
        "over": lambda result: result.over and abs(result.difference(result.day)) < 0.05,
        "lit_but_little": lambda result: (
            len(result.state.plan) == 1
            and any(result.at_work(result.day))
            and max(abs(result.difference(day)) for day in result.days) < 0.1
        ),
        "less_than_the_sum": lambda result: (
            len(result.state.plan) == 2 and sum(result.alone) + 0.3 <= result.difference(result.day)
        ),
        "disagree": lambda result: any(one.verdict != "inside" for one in result.held),
    }
    failures = {
        "border": lambda result: result.difference(result.day) < -2 and result.state.treatment == "relaxant",
        "no_placebo": lambda result: "care" in words.nearest(result).trial.comparator,
        "nobody_changes_over": lambda result: (
            "39 of 100" in model.trials("discectomy")[4].comparator
            and max(result.untreated.rating[56:]) <= result.untreated.rating[56]
        ),
        "late_operation": lambda result: words.nearest(result).verdict == "more pain",
        "pain_only": lambda result: result.difference(result.day) < -0.5 and len(result.state.plan) == 1,
    }
