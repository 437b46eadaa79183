"""Who can feel? Ask a tissue."""

from dataclasses import replace

from spine_edu.anatomy.tissues import figure, model, words
from spine_edu.explorer.marking import Each
from spine_edu.explorer.session import Session


class WhoCanFeel(Session):
    """Nerve supply, blood supply and job of each tissue around a disc."""

    part = "anatomy_tissues"
    title = "Who can feel?"
    model, figures, words, State = model, figure, words, model.TissuesState
    first = ("tissue", "colour")
    behind = {"anatomy_tissues": ("Tissues", "label")}
    ask = Each(
        "Which of these 13 tissues can start a pain in a healthy adult?",
        {row.tissue: row.label for row in model.rows()},
        figure.SIGNS,
        answer=lambda result: {row.tissue: row.feels for row in model.rows()},
        todo="Now ask the tissues one by one: touch them. “Show me” asks all.",
        at={"tissue": "facet", "colour": "feels"},
        voice="The studies agree with",
        spots=figure.spots(),
    )
    checks = {
        "through_the_wall": lambda result: result.state.tissue == "outer_annulus",
        "leg_pain": lambda result: result.state.tissue == "root",
        "no_vessels": lambda result: (
            result.row.blood_supply.startswith("it has no vessels") and result.state.colour == "feels"
        ),
    }
    #: The tissues that were told since the reader has predicted or looked.
    _asked = None

    def look(self):
        """Lift the veil over all answers at once."""
        super().look()
        self._asked = frozenset(self.ask.things)
        self.result = replace(self.result, asked=self._asked)
        self._show()

    def told(self):
        """Return prediction and answers side by side, of the tissues that were asked; None before there is one."""
        told = super().told()
        asked = {name: said for name, said in (self.predicted or {}).items() if name in self.result.told}
        if told is None or len(asked) == len(self.predicted):
            return told
        if not asked:
            return None
        part = self.ask.tell(asked, self.asked_result)
        return part._replace(said=told.said, model=f"{part.model} asked so far")

    def _take(self, result, *what, said=""):
        """Remember what was told after a prediction; who then colours by the answers is told all of them."""
        if self.predicted is not None or self._asked:
            coloured = result.state.colour == "feels" and (self.state.colour != "feels" or self.scenario_name)
            result = replace(result, asked=frozenset(self.ask.things) if coloured else self._asked or frozenset())
            self._asked = result.told
        super()._take(result, *what, said=said)

    failures = {
        "healthy_only": lambda result: result.state.tissue == "nucleus" and result.row.feels == "no",
        "not_a_diagnosis": lambda result: len(result.by_feeling["yes"]) > 5 and result.state.colour == "feels",
    }
