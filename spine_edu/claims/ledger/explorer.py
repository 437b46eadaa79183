"""Two voices: pick a contradiction, and put a study together that fits it."""

from spine_edu.claims.ledger import figure, model, places, words
from spine_edu.claims.ledger.needs import PARTS
from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session

#: The study that has the answer; the question comes before it is put together.
_STUDY = model.LedgerState(whom="herniation", measure="spasm", against="nobody", when="once", looked=model.PEOPLE)


class TwoVoices(Session):
    """Fourteen places where voices seem to clash and one silence, each a rope with four knots: the parts of a study."""

    part = "claims_ledger"
    title = "Two voices, one rope"
    model, figures, words, State = model, figure, words, model.LedgerState
    # The parts of the study; a contradiction is chosen by its bead.
    first = PARTS
    unseen = tuple(name for name in model.LedgerState.declarations() if name.startswith(model.OPENED))
    behind = {
        "contradictions": ("Contradictions", "name"),
        "contradiction_needs": ("Why an answer fits, or not", "why"),
        "contradiction_counts": ("What was counted", "label"),
        "contradiction_scales": ("What was published as a difference, or in weeks", "left_end"),
        "contradiction_looked": ("Where a study looked at something else", "told"),
        "contradiction_strands": ("Strands of a rope that splits", "strand"),
    }
    ask = Number(
        "One article says: up to 75 of 100 people with a herniation have spasms. Another says: only rarely. Somebody "
        "looked at people with a herniation. Drawn as 20, how many of them stood bent to one side by spasm?",
        f"of {model.PEOPLE}",
        0,
        model.PEOPLE,
        answer=lambda _: model.simulate(_STUDY).groups[0].found,
        todo="Now untie the four knots: which study fits the question? Press one.",
        voice="At “often” the one count says",
        people={"axes": ["xaxis", "yaxis"], "places": [list(spot) for spot in places.in_a_row()[0]]},
    )
    checks = {
        "fits": lambda result: result.ready and result.state.contradiction != "often",
        "nobody": lambda result: result.told and not result.published,
        "whom_matters": lambda result: result.told and bool(result.strands),
    }
    failures = {
        "expected": lambda result: result.told and not result.published,
        "no_count": lambda result: result.told and bool(result.says),
        "not_addiction": lambda result: result.state.contradiction == "strong" and result.counted,
    }

    def _from_settings(self, settings):
        """Return the state that a preset names, with the beads that are opened: only *Start again* closes them."""
        return super()._from_settings(settings).replace(**self.state.kept)

    def told_here(self):
        """Return what was said beside what was counted, once it is told: at the bead that it is about."""
        told = self.told() if self.state.contradiction == _STUDY.contradiction else None
        if told is None or self.state.opened(_STUDY.contradiction):
            return told
        return told._replace(model="Your question is still open", apart="build its study")
