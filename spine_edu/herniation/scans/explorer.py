"""Twelve months of scans without surgery: who shrinks, and when."""

from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session
from spine_edu.herniation.scans import figure, model, words


class TwelveMonthsOfScans(Session):
    """A hundred herniations, scanned again: published shares, and a curve that is assumed."""

    part = "herniation_scans"
    title = "Twelve months of scans: will it stay out?"
    model, figures, words, State = model, figure, words, model.ScansState
    first = ("kind", "month", "review")
    behind = {"herniation_regression": ("Shares", "kind")}
    ask = Pick(
        "Which type is most often smaller on a later scan, without surgery?",
        ("bulge", "protrusion", "extrusion", "sequestration"),
        answer=lambda result: max(result.shares, key=result.shares.get),
        todo="Now press one type after the other, and run its year.",
        voice="The review says",
        tags=figure.tags(),
    )
    checks = {
        "most": lambda result: result.smaller[result.now] > 90,
        "order": lambda result: result.state.review == "zou2023" and 25 < result.record.smaller < 50,
    }
    failures = {
        "curve": lambda result: result.state.month == 2 and result.smaller[result.now] > 0.7 * result.record.smaller,
        "no_pain": lambda result: result.smaller[result.now] < 20 and result.state.kind == "sequestration",
    }
