"""The disc and root finder: level, side and zone give the root, its skin area, muscle and reflex."""

from spine_edu.anatomy.roots import figure, model, words
from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session


class RootFinder(Session):
    """Find out which root a herniation reaches, and how that root would show."""

    part = "anatomy_roots"
    title = "The disc and root finder"
    model, figures, words, State = model, figure, words, model.RootsState
    first = ("level", "side", "zone")
    _names = ("L4", "L5", "S1", "the cord")
    behind = {
        "anatomy_roots": ("Roots", "root"),
        "anatomy_discs": ("Discs", "disc"),
        "anatomy_vertebrae": ("Vertebrae", "vertebra"),
    }
    ask = Pick(
        "A right paracentral herniation at L4-5: which root is most often touched?",
        _names,
        answer=lambda result: result.root,
        todo="Now look, and slide the herniation along the back edge of the disc: see which root each zone reaches.",
        at=model.QUESTION,
        voice="The root finder says",
        tags=figure.tags(model.RootsState(**model.QUESTION), _names),
    )
    checks = {
        "card_little_toe": lambda result: (result.root, result.state.side) == ("S1", "right"),
        "card_middle_finger": lambda result: (result.root, result.state.side) == ("C7", "left"),
        "card_knee": lambda result: result.root in ("L3", "L4") and result.state.side == "left",
    }
    failures = {
        "overlap": lambda result: result.root not in ("", "S1"),
        "empty_scan": lambda result: result.touched == "cauda equina",
        "same_root_twice": lambda result: result.root == "L5" and result.role == "exiting",
    }
