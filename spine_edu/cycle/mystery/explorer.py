"""Find out which control of the whole model was moved and hidden."""

from spine_edu.cycle.mystery import figure, model, words
from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session

_SUSPECT = model.MysteryState.declarations()["suspect"]


class MysteryPatient(Session):
    """A patient of the whole model with one hidden change."""

    part = "cycle_mystery"
    title = "A mystery patient"
    model, figures, words, State = model, figure, words, model.MysteryState
    first = ("probe", "measure", "suspect", "amount")
    ask = Pick(
        "Only from the first curve: which control do you suspect?",
        tuple(option.text for option in _SUSPECT.options),
        answer=lambda result: _SUSPECT.format(result.hidden),
    )
    checks = {"named": lambda result: result.named}
    failures = {"twins": lambda result: result.gap_here < 0.4 and result.state.suspect != result.hidden}
