"""What set it off? Sort nine triggers by what studies found, then follow one on its way to the back muscle."""

from spine_edu.explorer.marking import Each
from spine_edu.explorer.session import Session
from spine_edu.spasm.triggers import asked, figure, model, words


class WhatSetItOff(Session):
    """Nine triggers that two web articles name, at three doors of evidence."""

    part = "spasm_triggers"
    title = "What set it off?"
    model, figures, words, State = model, figure, words, model.TriggersState
    first = ("asked", "trigger", "beside")
    behind = {
        "spasm_triggers": ("Triggers", "words"),
        "spasm_trigger_studies": ("What studies found", "says"),
        "spasm_trigger_steps": ("Steps to the muscle", "text"),
        "spasm_examiners": ("Two examiners", "words"),
    }
    ask = Each(
        "Web articles name nine things that set off a back spasm. Spasms are hardly ever counted, so ask first for "
        "less: after which of them does back pain begin more often? What do you think studies found?",
        asked.things(),
        dict(zip(asked.ANSWERS, "+±?", strict=True)),
        answer=lambda result: asked.answers(),
        todo="Now press Run: your cards go where studies put them. Then ask for a back spasm instead.",
        at=dict(asked.AT),
        voice="Studies agree with",
        spots=asked.spots(),
    )

    def told_here(self):
        """Return the question and its answer beside its own doors alone: for others the cards lie elsewhere."""
        return super().told_here() if self.state.asked == asked.AT["asked"] else None

    checks = {
        "other_muscle": lambda result: (
            result.state.asked == "cramp"
            and result.door != "none"
            and [key for key, _ in model.studies()].count(result.state.trigger) == 1
        ),
        "whole_way": lambda result: not result.broken and result.steps[1].link == "yes" and result.door == "for",
        "worse_than_chance": lambda result: bool(result.pairs) and result.pairs[0].row.kappa < 0,
    }
    failures = {
        "not_spasm": lambda result: list(result.doors.values()).count("none") == len(result.doors) - 1,
        "we_searched": lambda result: result.study is None,
        "coin": lambda result: bool(result.pairs) and not result.pairs[0].published and result.pairs[0].agree > 80,
        "alone": lambda result: result.door == "for",
    }
