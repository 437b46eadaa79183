"""Day and night: the disc gives up water under load and drinks it back lying down."""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.loads.water import figure, model, words


class DayAndNight(Session):
    """Three days of a disc: load, swelling and height, with or without traction."""

    part = "loads_water"
    title = "Day and night: where the water goes"
    model, figures, words, State = model, figure, words, model.WaterState
    first = ("traction", "lying", "day_load", "hour")
    behind = {"loads_findings": ("What people measured", "key")}
    ask = Number(
        "Two hours of traction on day 1: how much of the gained height is left 48 hours later?",
        "mm",
        0,
        20,
        answer=lambda result: result.left,
        todo="Now press Run: two hours of traction are set.",
        at={"traction": 2},
        digits=1,
        level=figure.level(model.simulate(model.WaterState(traction=2))),
    )
    checks = {
        "short_night": lambda result: result.ordinary[0] > 8,
        "no_loss": lambda result: max(result.ordinary) < 0.5 and result.state.lying <= 12,
        "balance": lambda result: abs(result.flow) < 0.1 and result.state.lying == 8,
    }
    failures = {
        "night_pressure": lambda result: result.load[34] == result.load[46] == result.state.night_load,
        "changed": lambda result: result.lost_today < 0.7 * model.simulate(model.WaterState()).lost_today,
        "heavy_day": lambda result: result.lost_today > 30,
        "bed_rest": lambda result: max(result.loss) < 0.5 and result.state.lying == 24,
    }

    def evidence(self):
        """Return what people measured, each finding beside what this model says, as a `spine_edu.tables.Passage`."""
        return self.words.evidence(self.result)
