"""Examine the case: ask and press, name what lies behind it and how soon somebody must look, then compare."""

from spine_edu.diagnosis.examine import asked, figure, model, words
from spine_edu.explorer.asking import Told
from spine_edu.explorer.marking import Each
from spine_edu.explorer.session import Session


class ExamineTheCase(Session):
    """A simulated examination of Noor, of two who are like her, and of people whom a number makes up."""

    part = "diagnosis_examine"
    title = "Examine the case"
    model, figures, words, State = model, figure, words, model.ExamineState
    first = ("now", "cause", "side", "urgency")
    behind = {
        "diagnosis_findings": ("What is asked and tested", "label"),
        "diagnosis_causes": ("What each cause shows", "finding"),
        "anatomy_roots": ("Roots", "root"),
        "warning_signs": ("Warning signs", "text"),
    }
    ask = Each(
        "Noor, day 8: the pain runs down the back of her right leg to the outer foot, and her little toe tingles. "
        "What will six tests of the right leg find?",
        asked.THINGS,
        asked.SIGNS,
        answer=lambda result: asked.answers(),
        todo="Now press her legs, spot by spot, and see.",
        at={"patient": "noor"},
        voice="The examination agrees with",
        spots=asked.spots(),
    )
    checks = {
        "noor": lambda result: result.state.patient == "noor" and result.key is not None and len(result.key.right) == 3,
        "today": lambda result: (
            result.state.urgency == "today" and any(one.sign for one in result.noted.values()) and result.key is None
        ),
        "mystery": lambda result: (
            result.state.patient == "mystery"
            and result.key is not None
            and len(result.key.right) == 3
            and result.minutes <= 12
        ),
    }
    failures = {
        "level": lambda result: result.key is not None and result.hidden.zone == "foraminal",
        "map": lambda result: result.hidden.off_map and "where" in result.noted,
        "clear": lambda result: result.hidden.lacks == "tension" and not result.noted["leg_raise"].off,
        "both": lambda result: result.hidden.cause == "canal" and len(result.noted["where"].sides) == 1,
        "rare": lambda result: result.key is not None and result.hidden.cause == "infection",
    }

    def told_here(self):
        """Return what was expected of Noor beside what was found, of those of the six tests that are done."""
        if self.state.patient != "noor" or self.told() is None:
            return None
        done = {key: said for key, said in self.predicted.items() if key in self.result.noted}
        given = self.ask.words(self.predicted)
        if not done:
            return Told(given, "None of them is tested yet", "press her legs")
        if len(done) == len(self.predicted):
            return self.told()
        found = asked.answers()
        missed = [asked.THINGS[key] for key, said in done.items() if said != found[key]]
        apart = f"not with {', '.join(missed)}" if missed else ""
        return Told(given, f"So far {len(done) - len(missed)} of {len(done)} tests found what you said", apart)

    def _moved(self, name, value):
        """Return the state after a hand has moved one control: somebody else comes in unexamined."""
        if name in ("patient", "seed"):
            return self.state.afresh(**{name: value})
        return super()._moved(name, value)
