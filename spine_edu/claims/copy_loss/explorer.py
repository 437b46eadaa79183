"""Copy loss: slide a copied article over its original, and see what fell out."""

from spine_edu.claims.copy_loss import figure, model, words
from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session

_LINES = len(model.lines(2))


class CopyLoss(Session):
    """Five articles as sheets of paper: what a copy lost, and who shares words with whom."""

    part = "claims_copy_loss"
    title = "What a copy loses"
    model, figures, words, State = model, figure, words, model.CopyState
    first = ("pair", "slide", "gap")
    behind = {"claims_copies": ("Lines of the articles", "line"), "claims_copy_lists": ("Lost lists", "name")}
    ask = Number(
        f"Two of the five articles are the same one: article 1 is article 2, copied. Article 2 has {_LINES} lines. How "
        "many of them came over?",
        f"of {_LINES}",
        0,
        _LINES,
        answer=lambda result: len(result.fits),
        todo="Now slide the copy over its original: drag the sheet, or press Run.",
        voice="We counted",
        level={
            "axes": ["xaxis", "yaxis"],
            "track": [[0, *figure.level(0)], [_LINES, *figure.level(_LINES)]],
            "line": [figure.places.LEFT, figure.level(0)[0]],
        },
    )
    checks = {
        "cannot_wait": lambda result: result.state.gap == "warning" and result.share == 1 and bool(result.gap),
        "pieces": lambda result: result.state.pair == "collage" and result.share == 1,
        "nothing": lambda result: not result.fits and result.share == 1,
    }
    failures = {
        "who_first": lambda result: bool(result.fits) and bool(result.nameless),
        "eight_words": lambda result: not result.fits,
        "not_false": lambda result: not result.nameless and len(result.fits) == len(result.over),
    }
