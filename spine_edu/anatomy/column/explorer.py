"""The column: 24 vertebrae, the sacrum and 23 discs in 3-D, peeled layer by layer."""

from spine_edu.anatomy.column import figure, model, scene, words
from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session


class Column(Session):
    """Find a disc, its neighbours, its roots and what lies in the canal behind it."""

    part = "anatomy_column"
    title = "The column: where is it, and what lies behind it?"
    model, figures, words, State = model, figure, words, model.ColumnState
    solids = scene
    first = ("disc", "lordosis", "loss", "scope")
    under = ("layer", "view", "frame")
    behind = {
        "anatomy_discs": ("Discs", "disc"),
        "anatomy_vertebrae": ("Vertebrae", "vertebra"),
        "anatomy_series": ("What others measured", "level"),
    }
    ask = Number(
        "How many discs does a person with 24 vertebrae above the sacrum have?",
        "discs",
        0,
        40,
        answer=lambda result: float(len(result.discs)),
        todo="Now touch the column: its own discs come in, one by one.",
        at={"frame": "column"},
        voice="This column has",
        solid="Touch each gap in which you expect a disc, or sweep along the column. Touch a disc to take it out.",
    )
    checks = {
        "no_cord": lambda result: (
            result.state.layer == "arches"
            and model.content(result.state.disc) == "cauda equina"
            and result.state.view == "back"
        ),
        "highest": lambda result: (
            result.state.layer == "cut" and result.chosen.height == max(disc.height for disc in result.discs)
        ),
        "evening": lambda result: result.state.scope == "all" and abs(result.shorter - 19.3) < 1.0,
    }
    failures = {
        "one_adult": lambda result: result.scale < 0.9,
        "stiff_chest": lambda result: (
            abs(result.lordosis - model.reference().lordosis) > 20
            and abs(result.kyphosis - model.reference().kyphosis) < 0.1
        ),
        "bony_only": lambda result: result.chosen.back < 4 and result.state.loss >= 50,
    }
