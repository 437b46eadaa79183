"""Find out which control of the whole model was moved and hidden."""

from spine_edu.cycle.mystery import figure, model, words
from spine_edu.explorer.session import Session


class MysteryPatient(Session):
    """A patient of the whole model with one hidden change."""

    part = "cycle_mystery"
    title = "A mystery patient"
    model, figures, words, State = model, figure, words, model.MysteryState
    first = ("probe", "measure", "suspect", "amount")
    checks = {"named": lambda result: result.named}
    failures = {"twins": lambda result: result.gap_here < 0.4 and result.state.suspect != result.hidden}
