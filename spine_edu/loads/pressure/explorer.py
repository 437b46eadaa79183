"""The pressure board: what two studies read inside a living disc, side by side."""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.loads.pressure import asked, figure, model, words


class PressureBoard(Session):
    """Pressure inside the disc by posture and activity, in two studies that must not be mixed."""

    part = "loads_pressure"
    title = "The pressure board: what was read inside a living disc"
    model, figures, words, State = model, figure, words, model.PressureState
    first = ("group", "posture")
    behind = {"loads_pressures": ("Readings", "posture")}
    ask = Number(
        "Standing read 0.50 MPa in Wilke’s study of one man. Where on its scale do you put slouched sitting?",
        "MPa",
        model.study("wilke").low,
        model.study("wilke").high,
        answer=lambda result: model.row(asked.ASKED).readings["wilke"].value,
        todo="Now tap slouched sitting, or another one.",
        at={"group": "sitting"},
        digits=2,
        level=asked.place(),
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
