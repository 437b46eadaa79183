"""Who can feel? Ask a tissue."""

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
        todo="Now ask the tissues one by one: touch them.",
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
    failures = {
        "healthy_only": lambda result: result.state.tissue == "nucleus" and result.row.feels == "no",
        "not_a_diagnosis": lambda result: len(result.by_feeling["yes"]) > 5 and result.state.colour == "feels",
    }
