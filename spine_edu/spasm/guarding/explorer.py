"""Guarding: what holding tight protects, what it costs, and for how long."""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.spasm.guarding import figure, model, words


class GuardingCost(Session):
    """Two of the same person are pushed alike: one lets go, one holds tight with muscles in front and behind."""

    part = "spasm_guarding"
    title = "Guarding: protection and its cost"
    model, figures, words, State = model, figure, words, model.GuardingState
    first = ("holding", "push", "minutes", "known")
    behind = {"spasm_guarding": ("What was measured", "about")}
    ask = Number(
        "She holds 20 % of full effort, and a push of 145 N moves her chest by 10.0 mm. Now she holds twice as hard, "
        "and her muscles press the disc twice as hard. How far does the same push move her?",
        "mm",
        0,
        10,
        answer=lambda result: result.moved,
        todo="Now push her yourself: press the hand to the right.",
        at=figure.ASKED,
        digits=1,
        level=figure.level(),
    )
    checks = {
        "both": lambda result: result.state.push >= 145 and result.moved <= 8 and result.press < 3200,
        "hour": lambda result: (
            result.state.minutes == model.LAST
            and result.active >= result.state.holding
            and result.state.push >= 145
            and result.loose_moved - result.moved >= 3 * result.state.push / 145
        ),
        "softer": lambda result: (
            result.state.push == 145 and result.moved - 145 / model.stiffness(result.state.holding) >= 2
        ),
    }
    failures = {
        "below": lambda result: 0 < result.active < 20,
        "one_side": lambda result: result.active >= 20,
        "on_and_on": lambda result: result.state.minutes > result.lasts,
        "pressed_is_not_hurt": lambda result: result.press > 3000,
    }
