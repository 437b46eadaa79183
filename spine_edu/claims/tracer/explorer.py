"""Trace the claim: rate a sentence unseen, see who says it, rate it again, and walk its trail to the end."""

from spine_edu.claims.tracer import asked, figure, model, words
from spine_edu.claims.tracer.trail import FLAGS
from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session


class LastStone(Pick):
    """Which of the stones is asked for: how far a prediction is off is counted in stones."""

    def tell(self, predicted, result):
        """Return prediction and result as `Told`."""
        told = super().tell(predicted, result)
        return told._replace(apart=words.apart(FLAGS.index(predicted) - result.trail.reached))


def _rated(result):
    """Return what is rated twice and walked to its end, by the reader or by the invented one who is shown beside."""
    return [one for one in (*result.ratings, *result.beside.values()) if one.walked and one.twice]


def _own(result):
    """Return whether the sentence that is open is walked to its end here, and rated twice."""
    return result.done and any(one.claim == result.state.claim for one in _rated(result))


def _kinds(result):
    """Return how many sentences of sellers, and how many others, are rated twice and walked to their end."""
    done = {one.claim: one.trail.seller for one in _rated(result)}
    return [*done.values()].count(True), [*done.values()].count(False)


def _all_hold(trail):
    """Return whether all stones are firm from the paper on."""
    return not trail.gap and all(stone.state == "firm" for stone in trail.stones[1:])


class TraceTheClaim(Session):
    """Eleven sentences of five articles, followed to what was measured, and one's own trust beside the ends."""

    part = "claims_tracer"
    title = "Trace the claim: how far do the stones carry?"
    model, figures, words, State = model, figure, words, model.TracerState
    first = ("claim", "trust", "mind", "flag")
    behind = {"claims_trails": ("Stones of each sentence", "claim")}
    ask = LastStone(
        "A page says: in a study, up to 75 of 100 people with a herniated disc had spasms. Walk from the page to what "
        "was measured: which is the last stone that holds?",
        FLAGS,
        answer=asked.answer,
        todo="Now press Run, and see where the trail ends.",
        at={"claim": asked.CLAIM},
        voice="The last that holds:",
        tags=asked.tags(),
    )
    checks = {
        "own": _own,
        "right_seller": lambda result: result.done and result.trail.seller and _all_hold(result.trail),
        "both_kinds": lambda result: result.state.view == "all" and min(_kinds(result)) >= 2,
    }
    failures = {
        "not_there": lambda result: result.done and result.trail.gap is not None,
        "our_plank": lambda result: result.done and any(stone.state == "plank" for stone in result.trail.stones),
        "one_line": lambda result: result.done and "erious harm" in result.trail.stones[-1].more,
    }

    def __init__(self, **more):
        super().__init__(**more)
        self.result = self._planted(self.result)

    @property
    def asked_result(self):
        """The result that the question is about, with what the reader has rated, and the prediction as the flag."""
        state = self.State().replace(**self.ask.at).replace(**self.state.kept)
        return model.simulate(state if self.predicted is None else state.replace(flag=self.predicted))

    def told_here(self):
        """Return what was said beside how far we came, where that walk is shown and has been walked to its end."""
        told, state = self.told(), self.state
        if told is None or state.claim != asked.CLAIM or state.view != "walk":
            return None
        if self.result.mine.walked:
            return told
        return told._replace(model="The walk is not at its end yet", apart="walk on")

    def _planted(self, result):
        """Return the result with the prediction as the flag of its sentence, unless one is planted there."""
        name = f"flag_{asked.CLAIM}"
        if self.predicted is None or getattr(result.state, name) != model.OPEN:
            return result
        return model.simulate(result.state.replace(**{name: self.predicted}))

    def _take(self, result, *what, said=""):
        super()._take(self._planted(result), *what, said=said)

    def _from_settings(self, settings):
        """Return the state that a preset names, with what the reader has rated and planted: no preset writes that."""
        return super()._from_settings(settings).replace(**self.state.kept)

    def _moved(self, name, value):
        """Return the state after a hand has moved one control; what is rated too late is not a rating unseen."""
        if name == "trust" and value not in (model.OPEN, self.state.trust) and self.result.shown:
            raise ValueError("It is too late to rate it unseen: use “Your trust, once you know who”, or the knob.")
        return super()._moved(name, value)
