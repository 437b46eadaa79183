"""Trace the claim: rate a sentence unseen, see who says it, rate it again, and walk its trail to the end."""

from spine_edu.claims.tracer import asked, figure, model, words
from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session


def _kinds(result):
    """Return how many sentences of sellers, and how many others, are rated twice and walked to their end."""
    done = [one.trail.seller for one in result.ratings if one.walked and None not in (one.unseen, one.seen)]
    return done.count(True), done.count(False)


def _all_hold(trail):
    """Return whether all stones are firm from the paper on."""
    return not trail.gap and all(stone.state == "firm" for stone in trail.stones[1:])


class TraceTheClaim(Session):
    """Eleven sentences of five articles, followed to what was measured, and one's own trust beside the ends."""

    part = "claims_tracer"
    title = "Trace the claim: how far do the stones carry?"
    model, figures, words, State = model, figure, words, model.TracerState
    first = ("claim", "trust", "mind", "view")
    behind = {"claims_trails": ("Stones of each sentence", "claim")}
    ask = Pick(
        "A page says: in a study, up to 75 of 100 people with a herniated disc had spasms. Walk from the page to what "
        "was measured: at which stone does the trail end?",
        asked.NAMES,
        answer=asked.answer,
        todo="Now press Run, and see where the trail ends.",
        at={"claim": asked.CLAIM},
        voice="We came as far as",
        tags=asked.tags(),
    )
    checks = {
        "own": lambda result: result.done and model.OPEN not in (result.state.trust, result.state.again),
        "right_seller": lambda result: result.done and result.trail.seller and _all_hold(result.trail),
        "both_kinds": lambda result: result.state.view == "all" and min(_kinds(result)) >= 2,
    }
    failures = {
        "not_there": lambda result: result.done and result.trail.gap is not None,
        "our_plank": lambda result: result.done and any(stone.state == "plank" for stone in result.trail.stones),
        "one_line": lambda result: result.done and "erious harm" in result.trail.stones[-1].more,
    }

    def told_here(self):
        """Return what was said beside how far we came, once the walk that is asked about is at its end."""
        told = self.told()
        if told is None or getattr(self.state, f"walked_{asked.CLAIM}") == "yes":
            return told
        if self.state.claim != asked.CLAIM:
            return None
        return told._replace(model="The walk is not at its end yet", apart="walk on")

    def _moved(self, name, value):
        """Return the state after a hand has moved one control; what is rated too late is not a rating unseen."""
        if name == "trust" and value not in (model.OPEN, self.state.trust) and self.result.late:
            raise ValueError("It is too late to rate it unseen: use “Your trust, once you know who”, or the knob.")
        return super()._moved(name, value)
