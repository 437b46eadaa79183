"""Two voices: pick a contradiction, and put a study together that could settle it."""

from spine_edu.claims.ledger import figure, model, places, words
from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session

#: The study that the question is about.
ASKED = {"contradiction": "often", "whom": "herniation", "measure": "spasm", "against": "nobody", "when": "once"}


class TwoVoices(Session):
    """Fourteen contradictions and one silence, each a rope with four knots: the parts of a study."""

    part = "claims_ledger"
    title = "Two voices, one rope"
    model, figures, words, State = model, figure, words, model.LedgerState
    first = ("contradiction", "whom", "measure", "against")
    behind = {
        "contradictions": ("Contradictions", "name"),
        "contradiction_needs": ("What a study needs", "why"),
        "contradiction_counts": ("What was counted", "label"),
    }
    ask = Number(
        "One article says: up to 75 of 100 people with a herniation have spasms. Another says: only rarely. Somebody "
        "looked. Of 20 people with a herniation, how many stood bent to one side by spasm?",
        f"of {model.PEOPLE}",
        0,
        model.PEOPLE,
        answer=lambda result: result.groups[0].found,
        todo="Now press Run: the people of that study come in. Then choose another bead and undo its knots.",
        at=ASKED,
        voice="The one count that we found says",
        people={"axes": ["xaxis", "yaxis"], "places": [list(spot) for spot in places.standing("found", 0)]},
    )
    checks = {
        "fits": lambda result: result.ready and result.state.contradiction != "often",
        "nobody": lambda result: result.ready and not result.published,
        "whom_matters": lambda result: result.state.contradiction == "rest" and result.ready and result.counted,
    }
    failures = {
        "expected": lambda result: result.ready and not result.published,
        "no_count": lambda result: bool(result.says),
        "not_addiction": lambda result: result.state.contradiction == "strong" and result.counted,
    }
