"""Copy loss: slide a copied article over its original, and see what fell out."""

from spine_edu.claims.copy_loss import figure, model, places, words
from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session

_COPIED = len(model.lines(1))
_MIDDLE = sum(places.STACK) / 2


class CopyLoss(Session):
    """Five articles as sheets of paper: what a copy lost, and who shares words with whom."""

    part = "claims_copy_loss"
    title = "What a copy loses"
    model, figures, words, State = model, figure, words, model.CopyState
    first = ("pair", "slide", "gap", "worst")
    turns = ("noticed", "voices", "piece")
    behind = {
        "claims_copies": ("Lines of the articles", "line"),
        "claims_copy_lists": ("Lost lists", "name"),
        "claims_copy_pieces": ("Pieces", "topic"),
        "claims_copy_signs": ("Signs that cannot wait", "sign"),
    }
    ask = Number(
        f"Article 1 is a copy of {_COPIED} lines. Look it over as a hurried reader does: how many lines has the page "
        f"that it was copied from? Say {_COPIED} if nothing looks missing.",
        "lines",
        _COPIED,
        places.MOST,
        answer=lambda result: len(result.under),
        todo="Now press each place where something looks missing, and then slide the copy over its original.",
        voice="We counted",
        level={
            "axes": ["xaxis", "yaxis"],
            "track": [[value, _MIDDLE, places.level(value)] for value in (_COPIED, places.MOST)],
            "line": [places.STACK[0] - 0.5, places.STACK[1] + 0.1],
        },
    )
    checks = {
        "cannot_wait": lambda result: result.worst is not None and result.state.worst == model.WARNING,
        "pieces": lambda result: result.state.pair == "collage" and result.share == 1,
        "nothing": lambda result: not result.fits and result.share == 1,
    }
    failures = {
        "who_first": lambda result: bool(result.fits) and bool(result.nameless),
        "eight_words": lambda result: not result.fits,
        "not_false": lambda result: not result.nameless and len(result.fits) == len(result.over),
    }

    def told_here(self):
        """Return prediction and count where the copy lies over its original; before, that it does not; else nothing."""
        told = self.told()
        if told is None or not self.result.copied:
            return None
        if self.result.lies_over:
            return told
        return told._replace(model="The copy does not lie over its original yet", apart="slide it")
