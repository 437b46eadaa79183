"""The pressure board: what two studies read inside a living disc, side by side."""

from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session
from spine_edu.loads.pressure import figure, model, words


def _slouched(result):
    return "Lower" if model.row("slouched").share("wilke") < 1 else "Higher"


class PressureBoard(Session):
    """Pressure inside the disc by posture and activity, in two studies that must not be mixed."""

    part = "loads_pressure"
    title = "The pressure board: what was read inside a living disc"
    model, figures, words, State = model, figure, words, model.PressureState
    first = ("group", "posture")
    behind = {"loads_pressures": ("Readings", "posture")}
    ask = Pick(
        "Standing reads 0.50 MPa in Wilke's study. Where is slouched sitting?",
        ("Higher", "The same", "Lower"),
        answer=_slouched,
        todo="Now mark slouched sitting on the board.",
        voice="Wilke’s study says",
    )
    checks = {
        "clash": lambda result: result.disagree,
        "quiet_strain": lambda result: result.marked.posture in ("laugh_side", "sneeze_side"),
        "top": lambda result: result.marked.posture in ("lift_round", "sit_load"),
    }
    failures = {
        "two_answers": lambda result: result.disagree,
        "gaps": lambda result: None in result.marked.readings.values(),
        "not_harm": lambda result: result.marked.share("wilke") > 4,
    }
