"""Find out which control of the whole model was moved and hidden: five looks to buy, one suspect to name."""

from spine_edu.cycle.mystery import figure, model, words
from spine_edu.explorer.session import Session


class MysteryPatient(Session):
    """A patient of the whole model with one hidden change.

    The game is the prediction: nothing of what is hidden is shown before the reader asks for the answer.
    """

    part = "cycle_mystery"
    title = "A mystery patient: five looks, four suspects"
    model, figures, words, State = model, figure, words, model.MysteryState
    first = ("patient", "suspect", "amount", "reveal")
    checks = {"named": lambda result: result.answer is not None and result.answer.named}
    failures = {
        "twins": lambda result: (
            all(words.gap(one) < model.MEASURES[one.measure][1] for one in result.exhibits)
            and result.answer is not None
            and result.answer.off is None
        )
    }

    def __init__(self, **given):
        #: Patient whose answer was shown -> whether the guess named what was hidden; the first answer counts.
        self._found = {}
        super().__init__(**given)

    def _moved(self, name, value):
        """Return the state after a hand has moved one control: a look that is bought stays, a patient begins anew."""
        if name == "patient":
            return self.State(patient=value)
        bought = getattr(self.state, name) if name in model.SLOTS else "none"
        if bought not in ("none", value):
            label = self.State.declarations()[name].label
            raise ValueError(f"{label}: it is bought, and cannot be exchanged. “Start again” brings all five back.")
        return super()._moved(name, value)

    def _take(self, result, *what, said=""):
        """Show a result, and when an answer comes, how many patients have been found so far in this session."""
        if result.answer and result.state.patient not in self._found:
            self._found[result.state.patient] = result.answer.named
        if result.answer and not said:
            said = f"Found so far: {sum(self._found.values())} of {len(self._found)} patients; the first answer counts."
        super()._take(result, *what, said=said)
