"""The shelf: every treatment on one scale, and the card of the one in hand."""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.treatment.shelf import asked, figure, model, numbers, words


class Pooled(Number):
    """Ask for what trials together found; it is told with its interval and how sure it is, as its row has it."""

    def words(self, value):
        """Return a value with its unit: whole points have no decimal."""
        return f"{numbers.points(value)} {self.unit}"

    def tell(self, predicted, result):
        """Return prediction and trials as `Told`; an average alone would be told as if it were sure."""
        told, row = super().tell(predicted, result), asked.effect()
        alone = "in those against placebo alone, no difference was found"
        said = f"{told.model} ({numbers.interval(row.low, row.high)}), {numbers.sure(row)}; {alone}"
        return told._replace(model=said)


class EvidenceShelf(Session):
    """All treatments on one scale, against what reviews call worth having, with harms beside."""

    part = "treatment_shelf"
    title = "The shelf: what trials found, and how sure that is"
    model, figures, words, State = model, figure, words, model.ShelfState
    first = ("complaint", "treatment", "sort", "border")
    behind = {
        "treatment_effects": ("What was measured", "effect"),
        "treatment_cards": ("The cards", "treatment"),
    }
    ask = Pooled(
        "New back pain, on a scale of 100 points. After two weeks, how many points less is it with a muscle relaxant "
        "(no benzodiazepine) than without one?",
        "points",
        asked.LOW,
        asked.HIGH,
        answer=lambda result: asked.effect().value,
        at={"treatment": "relaxant"},
        todo="Now press the bottle, and see where trials put it.",
        digits=1,
        level=asked.place(),
        voice="In new back pain the trials together say",
        # “54 points less” would read like an effect.
        off=("you were {apart} too low", "you were {apart} too high"),
    )

    def told_here(self):
        """Return prediction and trials side by side over the complaint that was asked about, and over no other."""
        return super().told_here() if self.state.complaint == asked.effect().complaint else None

    def set(self, **changes):
        """Set controls, and what goes along with them."""
        self._go(_with_what_goes_along(self.state.replace(**changes), changes))

    def _moved(self, name, value):
        return _with_what_goes_along(super()._moved(name, value), (name,))

    checks = {
        "sure": lambda result: (
            result.standing is not None
            and result.standing.effect.certainty in ("high", "moderate")
            and result.state.border >= 10
            and result.state.reading == "one_scale"
            and result.standing.verdict(result.state.border) == "sure"
            and result.standing.effect.measure.startswith("points of 100")
        ),
        "only_harm": lambda result: (
            result.standing is not None
            and result.standing.verdict(result.state.border) == "unclear"
            and (model.more_harm(result.standing) or 0) > 20
        ),
        "alone": lambda result: result.standing is not None and not result.standing.compared,
    }
    failures = {
        "average": lambda result: result.standing is not None and result.standing.value >= result.state.border > 0,
        "unlike": lambda result: len({row.effect.comparator for row in result.rows}) >= 5,
        "stretched": lambda result: result.standing is not None and result.standing.stretched,
        "one_drug": lambda result: len([row for row in result.in_hand if row.outcome == "heart and vessels"]) >= 4,
        "not_counted": lambda result: (
            2 * len([row for row in result.rows if model.more_harm(row) is None]) > len(result.rows)
        ),
    }


def _with_what_goes_along(state, changes):
    """Return a state in which these controls were changed, by a list, a press or Python, with what goes along.

    Where the complaint changes and what is in hand has no row there, the first row there is taken. The control of the
    order names the order that is shown: who asks for the border alone, gets the scale that has one.
    """
    if "complaint" in changes and "treatment" not in changes:
        state = model.with_a_row(state)
    if len(changes) != 1 or state.order == state.sort:
        return state
    return state.replace(**{"reading": "one_scale"} if "sort" in changes else {"sort": state.order})
