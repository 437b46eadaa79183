"""Arrow by arrow: the article's cycle in five steps, and the arrows it leaves out."""

from spine_edu.cycle.arrows import figure, model, words
from spine_edu.explorer.marking import Arrows
from spine_edu.explorer.session import Session


def _counts(result):
    reinforcing = sum(loop.kind == "reinforcing" for loop in result.loops)
    return reinforcing, len(result.loops) - reinforcing


class Round(Arrows):
    """Arrows between boxes, of which nothing more is told: which ones are alike, the steps of the article show."""

    def tell(self, predicted, result):
        """Return prediction and result as `Told`, with nothing that the steps are to show."""
        told = super().tell(predicted, result)
        return told._replace(
            model=f"{self.voice} its round in steps", apart="press them, and see which of yours it has"
        )


class ArrowByArrow(Session):
    """The causal-loop diagram of the herniation–spasm cycle."""

    part = "cycle_arrows"
    title = "Arrow by arrow: what closes the round?"
    model, figures, words, State = model, figure, words, model.ArrowsState
    first = ("steps", "balancing", "arrow", "day")
    behind = {"cycle_links": ("Arrows", "arrow")}
    ask = Round(
        "An article tells a round: from a herniation by way of pain and muscles back to the herniation. Draw it, an "
        "arrow from box to box: + if more of the first makes more of the second, − if it makes less.",
        {node: (figure.BOXES[node][2].replace("<br>", " "), *figure.BOXES[node][:2]) for node in figure.ASKED},
        answer=lambda result: tuple((row.start, row.end, row.sign) for row in result.arrows if row.step),
        todo="Now show the article’s steps one by one, and see which of your arrows it has.",
        voice="The article draws",
    )
    checks = {
        "one_loop": lambda result: len(result.loops) == 1,
        "contested": lambda result: result.selected is not None and result.selected.evidence == "contested",
        "outnumbered": lambda result: result.state.steps == 5 and _counts(result)[1] > _counts(result)[0],
    }
    failures = {
        "no_winner": lambda result: min(_counts(result)) > 0,
        "thick_is_not_true": lambda result: max(sorted(result.shown), key=result.flow.get) == "pressure_herniation",
    }
