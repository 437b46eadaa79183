"""The pathway map: send somebody along it, open its boxes, and see where guidelines differ."""

from spine_edu.explorer.marking import Each
from spine_edu.explorer.session import Session
from spine_edu.treatment.pathway import asked, figure, model, words
from spine_edu.treatment.pathway.model import OPEN, can_be_sent


class PathwayMap(Session):
    """A way through weeks and months, drawn after NICE, its doors for warning signs, and what stands beside it."""

    part = "treatment_pathway"
    title = "The pathway: who goes where, and when?"
    model, figures, words, State = model, figure, words, model.PathwayState
    first = ("presentation", "box", "guideline", "step")
    behind = {
        "treatment_guidelines": ("What guidelines say", "box"),
        "treatment_nodes": ("Boxes", "title"),
        "treatment_effects": ("What trials measured", "label"),
        "treatment_tests": ("How well a test tells", "test"),
        "warning_signs": ("Warning signs", "text"),
        "treatment_cards": ("What trials found", "treatment"),
    }
    ask = Each(
        "Noor’s leg has hurt for eight weeks. NICE, a British guideline, judges nine treatments. Which does it offer "
        "or consider, perhaps under a condition? Which does it tell doctors not to offer? And of which does it say "
        "that too little is known?",
        asked.THINGS,
        asked.SIGNS,
        answer=lambda result: asked.answers(),
        todo="Now press one of the nine: the map opens with its card.",
        at={"guideline": "nice"},
        # It says of whom, and so holds over any map: a line that came and went moved the map by its height.
        voice="For leg pain of eight weeks NICE agrees with",
        spots=asked.spots(),
        also=asked.ALSO,
        whose="NICE’s words",
    )
    checks = {
        "bypass": lambda result: result.ended and "today" in result.walked,
        "no_and_unknown": lambda result: (
            {"no", "unclear"} <= set(model.answers(result.opened, result.complaint, result.time).values())
        ),
        "back_on_the_way": lambda result: (
            result.through_door and model.walked(result.steps, result.here)[-1] in ("again", "exercise", "better")
        ),
    }
    failures = {
        "weeks": lambda result: "leg" in result.walked,
        "not_cleared": lambda result: "first" in result.walked and not result.through_door,
        "no_choice": lambda result: result.ended and len(result.steps[-1].boxes) == 3,
        "left_out": lambda result: result.complaint == "back" and result.ended,
        "one_way": lambda result: (result.verdicts.get("heat"), result.verdicts.get("relaxant")) == ("for", "limited"),
        "other_people": lambda result: result.opened == "raise",
    }

    def clicked(self, choice, dragged=""):
        """Take a press on the picture: one sends the person to the open box; else as every explorer does."""
        if choice == self.figures.SEND and not self.veiled:
            self._go(self.state.sent_to(self.result.opened))
        else:
            super().clicked(choice, dragged)

    def begin(self):
        """Get ready for a run: the card follows the walk again, whatever box has been read meanwhile."""
        if not self.veiled and not self.state.follows:
            self._go(self.state.replace(box="here"))
        return super().begin()

    @property
    def asked_result(self):
        """The result at the settings that the question is about: open is the first mark that is not NICE's."""
        wrong = asked.wrong(self.predicted)
        opened = {"box": wrong[0]} if wrong else {}
        return self.model.simulate(self.State().replace(**self.ask.at, **opened))

    def frames(self):
        """Return the frames of the walk; a run that lifts the veil follows the walk, and no mark."""
        if self.veiled and self.predicted is not None:
            self.result = self.model.simulate(self.state.replace(box="here"))
        return super().frames()

    def _moved(self, name, value):
        """Return the state after a hand has moved one control: the list of the step to come sends the person."""
        if name == self.result.sends and value != OPEN and can_be_sent(self.result.steps, self.result.here, value):
            # A list shows what it was set to: who corrects it corrects what is kept.
            return self.state.sent_to(value).replace(**{name: value})
        return super()._moved(name, value)
